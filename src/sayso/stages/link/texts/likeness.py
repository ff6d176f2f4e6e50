"""How alike documents are by their words, each word weighing the more the rarer it is, and groups of alike ones.

This is for people's rewrites, which share few runs of words: cosine of TF-IDF vectors (Salton and Buckley 1988) over
stems,
where names weigh double and the lead of an article counts twice, grouped by average link. Own arrays, no matrix of
all pairs.
"""

import heapq
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from sayso.model._record import record
from sayso.model.features import Spread
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.texts.families import Families
from sayso.stages.link.texts.pairs import NONE_ALIKE, Floats, Likenesses, Numbers, likenesses_of
from sayso.stages.link.texts.words import Words
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import STOPWORDS

LEAD = 300
"""Code points from the start of a text that count twice."""
COMMON = 0.3
"""Share of documents from which on a word tells nothing; in a small collection no word is left out for that."""
MOST = 600
"""Documents in which a word may stand at most to bring two together: keeps the work near-linear."""
NEIGHBOURS = 60
"""Most alike documents that are kept for one."""
FEWEST = 200
"""Word statistics are taken as if from this many documents at least: two documents alone say nothing about rarity."""


@record
class Vectors:
    """Vectors of length one, one for each text, laid end to end; that of a text without telling words is empty."""

    starts: Numbers
    """Where each text's entries begin; one more than there are texts."""
    words: Numbers
    """The word of each entry."""
    weights: Floats
    """Its weight."""


def counts_of(words: Words) -> Counter[str]:
    """Stems of a text with their weighted counts."""
    found: Counter[str] = Counter()
    for token, start in zip(words.tokens, words.starts, strict=True):
        if token in STOPWORDS or len(token) < 2:
            continue
        weight = 2.0 if words.text[start].isupper() else 1.0
        found[stem(token)] += weight * (2.0 if start < LEAD else 1.0)  # type: ignore[assignment]
    return found


def vectors(texts: Iterable[Words], spread: Callable[[Iterable[str]], Spread] | None = None) -> Vectors:
    """The vector of each text. How rare words are is told by these texts, or by a `spread` over more of them."""
    known: dict[str, int] = {}
    words, counts, sizes = array("q"), array("d"), [0]
    for text in texts:
        counted = counts_of(text)
        words.extend(known.setdefault(word, len(known)) for word in counted)
        counts.extend(counted.values())
        sizes.append(len(counted))
    starts = np.cumsum(np.array(sizes, dtype=np.int64))
    held = np.frombuffer(words, dtype=np.int64) if words else np.zeros(0, dtype=np.int64)
    if spread:
        told = spread(known)
        total, among = told.documents, np.array([told.of.get(word, 1) for word in known], dtype=np.int64)
    else:
        total, among = len(sizes) - 1, np.bincount(held, minlength=len(known))
    return _weighed(starts, held, np.array(counts), among, max(total, FEWEST))


def _weighed(starts: Numbers, words: Numbers, counts: Floats, among: Numbers, total: int) -> Vectors:
    """Put the weights of TF-IDF to counts, leave common words out, and make every vector one long."""
    kept = among[words] <= COMMON * total
    weights = np.where(kept, (1 + np.log(np.maximum(counts, 1))) * np.log(total / among[words]), 0.0)
    owners = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    lengths = np.sqrt(np.bincount(owners, weights=weights * weights, minlength=len(starts) - 1))
    weights = weights / np.where(lengths > 0, lengths, 1.0)[owners]
    before = np.concatenate(([0], np.cumsum(kept)))
    return Vectors(starts=before[starts], words=words[kept], weights=weights[kept])


BLOCK = 100
"""Texts whose neighbours are looked for as one piece of work."""


def alike(held: Vectors, *, at_least: float, over: Over = in_turn) -> Likenesses:
    """Every two vectors (smaller number first) that are at least this much alike, the most alike ones of each."""
    postings, count = _postings(held), len(held.starts) - 1

    def near(start: int) -> tuple[Numbers, Numbers, Floats]:
        """Numbers of some texts, their neighbours, and how alike each two are."""
        numbers = range(start, min(start + BLOCK, count))
        found = [_neighbours(number, held, postings, at_least) for number in numbers]
        own = np.repeat(np.array(numbers), [len(others) for others, _ in found])
        return own, np.concatenate([others for others, _ in found]), np.concatenate([scores for _, scores in found])

    blocks = list(over(near, range(0, count, BLOCK)))
    if not blocks:
        return NONE_ALIKE
    own, others, scores = (np.concatenate([block[n] for block in blocks]) for n in range(3))
    return likenesses_of(np.minimum(own, others), np.maximum(own, others), scores)


@record
class Postings:
    """For each word the texts that have it, in their order."""

    first: Numbers
    """Where a word's list begins."""
    size: Numbers
    """How long it is; 0 for a word that brings nothing together."""
    texts: Numbers
    weights: Floats


def _postings(held: Vectors) -> Postings:
    owners = np.repeat(np.arange(len(held.starts) - 1), np.diff(held.starts))
    order = np.argsort(held.words, kind="stable")
    size = np.bincount(held.words)
    first = np.cumsum(size) - size
    size = np.where((size > 1) & (size <= MOST), size, 0)
    return Postings(first=first, size=size, texts=owners[order], weights=held.weights[order])


def _neighbours(number: int, held: Vectors, postings: Postings, at_least: float) -> tuple[Numbers, Floats]:
    own = slice(held.starts[number], held.starts[number + 1])
    words, size = held.words[own], postings.size[held.words[own]]
    total = int(size.sum())
    if not total:
        return np.zeros(0, np.int64), np.zeros(0)
    place = np.arange(total) + np.repeat(postings.first[words] - (np.cumsum(size) - size), size)
    at, weights = postings.texts[place], postings.weights[place] * np.repeat(held.weights[own], size)
    low = int(at.min())  # documents of one story are neighbours in time: the window is often narrow
    scores = np.bincount(at - low, weights=weights)
    if 0 <= number - low < len(scores):
        scores[number - low] = 0.0
    near = np.flatnonzero(scores >= at_least)
    near = near[np.argsort(-scores[near], kind="stable")][:NEIGHBOURS]
    return near + low, np.asarray(scores[near], dtype=np.float64)


SEVERAL = 3
"""Members from which on the likeness inside a group says how alike its members have to be."""


def average_link(
    count: int, likenesses: Mapping[tuple[int, int], float], *, at_least: float, of_inside: float = 0.0
) -> list[int]:
    """Group things by average link: the two groups most alike on average are joined while that is `at_least` so much.

    Two groups of several members are kept apart where they are less alike than `of_inside` times what their members
    are among themselves, on the mean of both groups. Pairs that are not given count as not alike at all. Gives for
    each thing the smallest number in its group.

    Two groups that are joined have a pair that is `at_least` so much alike, so that what is connected by no such pairs
    is never in one group, and pairs between such families are not looked at.
    """
    families = Families(pair for pair, score in likenesses.items() if score >= at_least)
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), score in likenesses.items():
        if families.of(a) == families.of(b):
            sums[a][b] = sums[b][a] = score
    members = [[n] for n in range(count)]
    inside = [0.0] * count
    heap = [(-score, a, b) for (a, b), score in likenesses.items() if score >= at_least]
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        if b not in sums[a] or abs(_mean(sums, members, a, b) + score) > 1e-9:
            continue
        if -score < of_inside * _mean_inside(inside, members, a, b):
            continue
        if len(sums[a]) < len(sums[b]):
            a, b = b, a
        inside[a] += inside[b] + sums[a][b]
        _join(sums, members, a, b)
        for other in sums[a]:
            mean = _mean(sums, members, a, other)
            if mean >= at_least:
                heapq.heappush(heap, (-mean, a, other))
    first = list(range(count))
    for group in members:
        for each in group:
            first[each] = min(group)
    return first


def _mean(sums: Sequence[Mapping[int, float]], members: Sequence[Sequence[int]], a: int, b: int) -> float:
    return sums[a][b] / (len(members[a]) * len(members[b]))


def _mean_inside(inside: Sequence[float], members: Sequence[Sequence[int]], a: int, b: int) -> float:
    """Likeness of two among the members of a group, on the mean of both groups; 0 where one has too few to tell."""
    sizes = [len(members[n]) for n in (a, b)]
    if min(sizes) < SEVERAL:
        return 0.0
    means = [inside[n] / (size * (size - 1) / 2) for n, size in zip((a, b), sizes, strict=True)]
    return sum(means) / 2


def _join(sums: list[dict[int, float]], members: list[list[int]], a: int, b: int) -> None:
    """Put group `b` into group `a`."""
    for other, score in sums[b].items():
        del sums[other][b]
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + score
    members[a] += members[b]
    members[b], sums[b] = [], {}
