"""Vectors of words, their likenesses, and groups by average link."""

import math
import random
from itertools import combinations

import pytest

from sayso.model import Document
from sayso.model.features import Spread
from sayso.stages.link.texts.likeness import FEWEST, Vectors, alike, average_link, vectors
from sayso.stages.link.texts.words import words_of

TEXTS = (
    "The brigade recruited drivers in the valley near the old mill",
    "The brigade recruited drivers in the valley by the old mill",
    "Wheat prices rose sharply after the harvest failed again",
    "",
)


def made(*texts: str) -> Vectors:
    return vectors([words_of(Document(id=str(n), text=text)) for n, text in enumerate(texts)])


def entries(held: Vectors, number: int) -> list[float]:
    return list(held.weights[held.starts[number] : held.starts[number + 1]])


def test_vectors_are_one_long_and_empty_for_no_words() -> None:
    held = made(*TEXTS)
    assert [round(math.sqrt(sum(w * w for w in entries(held, n))), 9) for n in range(3)] == [1.0, 1.0, 1.0]
    assert entries(held, 3) == []


def test_likeness_is_the_cosine_and_strangers_are_left_out() -> None:
    held = made(*TEXTS)
    found = alike(held, at_least=0.1)
    words = [
        dict(zip(held.words[held.starts[n] : held.starts[n + 1]].tolist(), entries(held, n), strict=True))
        for n in (0, 1)
    ]
    cosine = sum(weight * words[1].get(word, 0.0) for word, weight in words[0].items())
    assert set(found) == {(0, 1)}
    assert math.isclose(found[0, 1], cosine)


def test_a_spread_over_more_documents_makes_common_words_light() -> None:
    texts = [words_of(Document(id=str(n), text=text)) for n, text in enumerate(TEXTS[:2])]
    rare = alike(vectors(texts, lambda _: Spread(documents=FEWEST * 5, of={"mill": 1, "brigad": 1})), at_least=0.0)[
        0, 1
    ]
    common = alike(
        vectors(texts, lambda _: Spread(documents=FEWEST * 5, of={"brigad": 290, "recruit": 290})), at_least=0.0
    )[0, 1]
    assert common < rare


def test_no_texts_have_no_likeness() -> None:
    assert alike(made(), at_least=0.1) == {}


@pytest.mark.parametrize("seed", range(8))
def test_average_link_of_many_is_that_of_the_plain_method(seed: int) -> None:
    chosen = random.Random(seed)
    near = {pair: chosen.random() for pair in combinations(range(14), 2) if chosen.random() < 0.6}
    groups = [{n} for n in range(14)]

    def mean(a: set[int], b: set[int]) -> float:
        return sum(near.get((min(x, y), max(x, y)), 0.0) for x in a for y in b) / (len(a) * len(b))

    while len(groups) > 1:
        best, a, b = max(((mean(a, b), a, b) for a, b in combinations(groups, 2)), key=lambda each: each[0])
        if best < 0.45:
            break
        groups = [each for each in groups if each not in (a, b)] + [a | b]
    first = {n: min(group) for group in groups for n in group}
    assert average_link(14, near, at_least=0.45) == [first[n] for n in range(14)]


def test_average_link_joins_what_is_alike_on_average() -> None:
    assert average_link(4, {(0, 1): 0.9, (1, 2): 0.2, (2, 3): 0.8}, at_least=0.5) == [0, 0, 2, 2]
