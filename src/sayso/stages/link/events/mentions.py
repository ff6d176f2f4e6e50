"""Which mentions of happenings, in one document or several, tell the same event.

Mentions are compared within a story (documents much alike in their words), and there only where they share a trigger
word, a sense of it or telling words of their sentences (`candidates.py`). Small trained trees (`chances.py`) score
each pair by what is known of it (`features.py`); groups are made by average link. Propositions are not touched: an
event may hold several of them, and a proposition says what is claimed of it. Method, numbers and mistakes:
docs/method/events-across-documents.md.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.model._record import record
from sayso.stages.link.events.candidates import candidates
from sayso.stages.link.events.chances import probabilities
from sayso.stages.link.events.compared import Likenesses, Mention, Rarity, compared, roots_of
from sayso.stages.link.events.features import table
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.texts.likeness import average_link
from sayso.stages.link.texts.words import Words

SAME_EVENT = 0.25
"""Lowest mean probability of pairs in one event; chosen by cross-validation over topics (training/events.py)."""
SAME_EVENT_UNKNOWN = 0.35
"""The same where no meanings are known: fewer pairs are compared then, and more of them are right."""
ALIKE = 0.048
"""Documents less alike in their words than this count as not alike at all."""
ONE_STORY = 0.08
"""Lowest mean likeness of documents on one story. Low, since `OF_INSIDE` does most of the work."""
OF_INSIDE = 0.55
"""Two groups of documents are two stories where they are less alike than this share of what their members are among
themselves: two raids have the words for raids in common, reports of one raid also its names. Chosen by cross-validation
(training/events.py)."""
FAINT = 0.02
"""Pairs less probable than this count as not alike at all."""


def event_stories(count: int, likenesses: Likenesses) -> list[int]:
    """For each document the number of the first one on its story. Narrower than `reports.same_stories`."""
    return average_link(count, likenesses, at_least=ONE_STORY, of_inside=OF_INSIDE)


Pairs = list[tuple[int, int]]
Scored = tuple[list[int], Pairs, NDArray[np.float64]]
"""Numbers of a story's mentions, their pairs, how probable each of these is one event."""
Cut = tuple[list[int], Pairs, NDArray[np.float64]]
"""The same with the features of each pair (a row each) in the place of its chance."""


def scored(
    mentions: Sequence[Mention],
    texts: Sequence[Words],
    stories: Sequence[int],
    likenesses: Likenesses,
    wanted: Callable[[int, int], bool] = lambda left, right: True,
    rarity: Rarity | None = None,
    meanings: Sequence[bytes | None] | None = None,
    over: Over = in_turn,
) -> Iterator[Scored]:
    """Story by story: the numbers of its mentions, their pairs (smaller number first), how probable each is one event.

    `stories` and `likenesses` are those of `event_stories` and `likeness.alike` over the same texts; only pairs that
    are `wanted` (asked with the numbers of two mentions) are scored. `rarity` is given where the texts are a part of
    more. A few stories are in memory at a time.
    """
    waiting: list[Cut] = []
    rows = 0
    rarity = rarity or Rarity(roots_of(words) for words in texts)
    told_in = list(_told_in(mentions, stories, likenesses))
    for cut in over(lambda story: _cut(story, mentions, texts, wanted, rarity, meanings), told_in):
        waiting.append(cut)
        rows += len(cut[1])
        if rows >= AT_ONCE:
            yield from _judged(waiting)
            waiting, rows = [], 0
    yield from _judged(waiting)


@record
class InStory:
    """A story that mentions are told in."""

    mentions: tuple[int, ...]
    """Their numbers."""
    documents: tuple[int, ...]
    """The numbers of its documents."""
    near: Likenesses
    """How alike they are, by their places in `documents`."""


def _told_in(mentions: Sequence[Mention], stories: Sequence[int], likenesses: Likenesses) -> Iterator[InStory]:
    """The stories that have mentions, in the order of their first one."""
    told: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        told[stories[mention[0]]].append(number)
    members: dict[int, list[int]] = defaultdict(list)
    place = []
    for document, story in enumerate(stories):
        place.append(len(members[story]))
        members[story].append(document)
    near: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (a, b), score in likenesses.items():
        if stories[a] == stories[b]:
            near[stories[a]][place[a], place[b]] = score
    for story, numbers in told.items():
        yield InStory(mentions=tuple(numbers), documents=tuple(members[story]), near=near[story])


def _cut(
    story: InStory,
    mentions: Sequence[Mention],
    texts: Sequence[Words],
    wanted: Callable[[int, int], bool],
    rarity: Rarity,
    meanings: Sequence[bytes | None] | None,
) -> Cut:
    """The pairs of a story's mentions that are asked for, and what is known of each."""
    numbers = story.mentions
    place = {document: n for n, document in enumerate(story.documents)}
    own = [(place[document], start, end) for document, start, end in (mentions[n] for n in numbers)]
    meant = None if meanings is None else [meanings[n] for n in numbers]
    held = compared(own, [texts[d] for d in story.documents], [0] * len(place), story.near, rarity, meant)
    pairs = [(a, b) for a, b in candidates(held) if wanted(numbers[a], numbers[b])]
    return list(numbers), [(numbers[a], numbers[b]) for a, b in pairs], table(held, pairs, story.near)


AT_ONCE = 5000
"""Pairs that the trees are asked about at once, of as many stories as it takes: most stories have few."""


def _judged(waiting: Sequence[Cut]) -> Iterator[Scored]:
    """What was cut of some stories, each pair's features made a chance."""
    if waiting:
        ends = np.cumsum([len(named) for _, named, _ in waiting])
        chances = np.split(probabilities(np.concatenate([rows for _, _, rows in waiting])), ends[:-1])
        for (numbers, named, _), own in zip(waiting, chances, strict=True):
            yield numbers, named, own


def same_events(
    mentions: Sequence[Mention],
    texts: Sequence[Words],
    stories: Sequence[int],
    likenesses: Likenesses,
    meanings: Sequence[bytes | None] | None = None,
) -> list[int]:
    """For each mention the number of the first one that tells the same event; arguments as those of `scored`."""
    first = list(range(len(mentions)))
    least = SAME_EVENT_UNKNOWN if meanings is None else SAME_EVENT
    for numbers, pairs, chances in scored(mentions, texts, stories, likenesses, meanings=meanings):
        place = {number: n for n, number in enumerate(numbers)}
        found = group(len(numbers), [(place[a], place[b]) for a, b in pairs], chances, least)
        for n, number in enumerate(numbers):
            first[number] = numbers[found[n]]
    return first


def group(
    count: int, pairs: Sequence[tuple[int, int]], scores: Iterable[float], at_least: float = SAME_EVENT
) -> list[int]:
    """Groups of mentions by average link over the scores of pairs."""
    kept = {pair: float(score) for pair, score in zip(pairs, scores, strict=True) if score > FAINT}
    return average_link(count, kept, at_least=at_least)
