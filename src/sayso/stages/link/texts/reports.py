"""Short notes of one day that tell one report in other words, and documents that are about one claim."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.model import Document
from sayso.stages.link.texts.likeness import average_link
from sayso.stages.link.texts.words import Words

SHORT = 90
"""Words in a note at most. Two longer articles of one day can be much alike and yet written by two people."""
SAME_REPORT = 0.2
"""Lowest mean likeness of notes of one day that are one report; tuned on the open halves of `timelines` and
`reprints`."""
SAME_ARTICLE = 0.55
"""The same for two that are longer than notes on average."""
SAME_STORY = 0.145
"""Lowest mean likeness of documents on one claim; tuned on the open half of `fnc`."""
LONGEST = 400
"""Words: nothing longer is taken for a note or a short article."""
MOST_OF_A_DAY = 2000
"""Notes of one day that are compared with each other."""


def same_reports(
    documents: Sequence[Document], texts: Sequence[Words], likenesses: Mapping[tuple[int, int], float]
) -> list[int]:
    """For each document the number of the first one that gives the same report; its own for long or undated ones."""
    days: dict[int, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        published = document.published
        if published and published.precision == "day" and len(texts[number].tokens) <= LONGEST:
            days[published.start.toordinal()].append(number)
    first = list(range(len(documents)))
    beside: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (a, b), score in likenesses.items():
        beside[a].append((b, score))
    for numbers in days.values():
        chosen = numbers[:MOST_OF_A_DAY]
        place = {number: n for n, number in enumerate(chosen)}
        near = {
            (place[a], place[b]): score * _weight(texts[a], texts[b])
            for a in chosen
            for b, score in beside.get(a, ())
            if b in place
        }
        for each, group in enumerate(average_link(len(chosen), near, at_least=SAME_REPORT)):
            first[chosen[each]] = chosen[group]
    return first


def _weight(left: Words, right: Words) -> float:
    """Brings the threshold of longer articles to that of notes."""
    return SAME_REPORT / SAME_ARTICLE if len(left.tokens) + len(right.tokens) > 2 * SHORT else 1.0


def same_stories(count: int, likenesses: Mapping[tuple[int, int], float]) -> list[int]:
    """For each document the number of the first one on the same claim or story, from the likenesses of their words."""
    return average_link(count, likenesses, at_least=SAME_STORY)
