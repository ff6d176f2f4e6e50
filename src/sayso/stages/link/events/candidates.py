"""Which mentions are compared at all: those of one story that share a trigger, a sense or telling words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from sayso.stages.link.events.compared import Compared
from sayso.stages.link.events.meanings import akin

MOST = 80
"""Mentions that one key (trigger, sense or rare word within a story) may bring together; beyond it only neighbours in
the order of documents are compared, so that the work stays near-linear."""
TELLING_WORDS = 4
"""Rarest words of a sentence that bring mentions together."""


def candidates(held: Sequence[Compared]) -> list[tuple[int, int]]:
    """Pairs of mentions (smaller number first) of one story that share a trigger, a sense or telling words, or whose
    triggers are near in meaning."""
    keyed: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, each in enumerate(held):
        for key in _keys(each):
            keyed[each.story, key].append(number)
    found: set[tuple[int, int]] = set()
    for numbers in keyed.values():
        if len(numbers) <= MOST:
            found.update(combinations(numbers, 2))
        else:
            for at, number in enumerate(numbers):
                found.update((number, other) for other in numbers[at + 1 : at + 1 + MOST // 2])
    found.update(_akin(held))
    return sorted(found)


def _akin(held: Sequence[Compared]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions of one story whose triggers are near in meaning, though they share no word."""
    told: dict[int, dict[frozenset[str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, each in enumerate(held):
        if each.meaning is not None:
            told[each.story][each.roots].append(number)
    for by_trigger in told.values():
        groups = [numbers[: MOST // 2] for numbers in by_trigger.values()]
        for left, right in akin([[m for n in numbers if (m := held[n].meaning)] for numbers in groups]):
            yield from ((min(pair), max(pair)) for pair in product(groups[left], groups[right]))


def _keys(each: Compared) -> set[str]:
    told = each.sentence.words
    words = sorted(told, key=lambda w: (-told[w], w))[:TELLING_WORDS]
    return {
        *(f"r {root}" for root in each.roots),
        *(f"p {root[:4]}" for root in each.roots),
        *(f"s {sense}" for sense in each.senses),
        *(f"w {root}" for root in each.roots),
        *(f"w {word}" for word in words),
    }
