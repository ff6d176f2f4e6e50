"""What shares text is found without comparing every two, and is what comparing every two finds."""

import random
from collections import Counter
from itertools import combinations

import numpy as np
import pytest

from sayso.stages.link.texts import signatures
from sayso.stages.link.texts.signatures import Hashes, index_of, pairs, signature


def shared(left: Hashes, right: Hashes) -> float:
    return len(np.intersect1d(left, right)) / max(min(len(left), len(right)), 1)


@pytest.mark.parametrize("count", [1, 2, 40])
def test_pairs_are_those_that_comparing_every_two_finds(count: int) -> None:
    chance = random.Random(count)
    words = ["".join(chance.choices("abcdefghij", k=6)) for _ in range(300)]
    lines = [" ".join(chance.sample(words, 30)) for _ in range(12)]
    made = [signature(" ".join(chance.sample(lines, 4))) for _ in range(count)]
    found = {(a, b): share for a, b, share in pairs(index_of(made), at_least=0.3)}
    wanted = {(a, b): shared(made[a], made[b]) for a, b in combinations(range(count), 2)}
    assert found == pytest.approx({pair: share for pair, share in wanted.items() if share >= 0.3})
    assert len(found) > 20 or count < 40


def test_an_index_made_part_by_part_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, high = np.random.default_rng(5), np.uint64(40)
    made = [np.unique(chance.integers(0, 60, size, dtype=np.uint64) << high) for size in (0, 9, 30, 1, 0, 25)]
    whole = index_of(made)
    monkeypatch.setattr(signatures, "OWNERS", 1)
    parts = index_of(made)
    assert whole.sizes.tolist() == parts.sizes.tolist()
    assert whole.hashes.tolist() == parts.hashes.tolist()
    assert whole.owners.tolist() == parts.owners.tolist()
    counted = Counter(int(key) for each in made for key in each)
    owners = [n for n, each in enumerate(made) for key in each if counted[int(key)] > 1]
    assert len(owners) > 10
    assert sorted(whole.owners.tolist()) == owners


def test_texts_without_a_shingle_share_nothing() -> None:
    assert list(pairs(index_of([signature("short"), signature("short")]), at_least=0.1)) == []
    assert list(pairs(index_of([]), at_least=0.1)) == []
