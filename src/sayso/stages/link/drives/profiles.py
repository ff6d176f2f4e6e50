"""Which countries the documents of each drive name, and how alike two drives are in that."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import sqrt

from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.subject import Subject

Profile = Mapping[str, float]
"""Country -> how much documents name it; as a vector of length one."""


def profiles_of(sure: Iterable[tuple[Subject, Pair]]) -> dict[Pair, Profile]:
    """Which countries the documents of each drive name, each document counting the same."""
    summed: dict[Pair, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for subject, pair in sure:
        many = sum(subject.named.values())
        for code, count in subject.named.items():
            summed[pair][code] += count / many
    return {pair: scaled(named) for pair, named in summed.items()}


def scaled(named: Mapping[str, float]) -> Profile:
    """Counts as a vector of length one; all zero stays all zero."""
    length = sqrt(sum(value * value for value in named.values())) or 1.0
    return {code: value / length for code, value in named.items()}


def likeness(left: Profile, right: Profile) -> float:
    """Cosine of two profiles: from 0 (no country in common) to 1."""
    return sum(value * right.get(code, 0.0) for code, value in left.items())
