"""Likenesses of many pairs, held as numbers."""

import numpy as np
import pytest

from sayso.stages.link.texts import pairs
from sayso.stages.link.texts.pairs import NONE_ALIKE, Likenesses, likenesses_of


def held(*given: tuple[int, int, float]) -> Likenesses:
    left, right, scores = (np.array(each) for each in zip(*given, strict=True))
    return likenesses_of(left, right, scores)


def test_they_are_gone_through_as_a_dictionary_that_was_filled_with_them_is() -> None:
    given = [(3, 9, 0.5), (0, 4, 0.25), (3, 9, 0.75), (1, 2, 0.125), (0, 4, 0.5)]
    filled: dict[tuple[int, int], float] = {}
    for left, right, score in given:
        filled[left, right] = score
    found = held(*given)
    assert list(found.items()) == list(filled.items())
    assert list(found) == list(filled)
    assert found == filled
    assert found[0, 4] == 0.5


def test_a_pair_that_is_not_alike_is_not_there() -> None:
    found = held((0, 1, 0.5))
    assert (0, 2) not in found
    with pytest.raises(KeyError):
        found[1, 0]
    assert dict(NONE_ALIKE) == {}


def test_parts_make_up_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "AT_ONCE", 3)
    found = held(*((n, n + 1, n / 10) for n in range(10)))
    parts = [list(found.some(start)) for start in found.starts()]
    assert [len(part) for part in parts] == [3, 3, 3, 1]
    assert [each for part in parts for each in part] == list(found.items())


def test_the_least_alike_are_left_out() -> None:
    found = held((0, 1, 0.3), (0, 2, 0.1), (1, 2, 0.2))
    assert dict(found.at_least(0.2)) == {(0, 1): 0.3, (1, 2): 0.2}
