"""How alike documents are by their words, each word weighing the more the rarer it is, and groups of alike ones.

This is for people's rewrites, which share few runs of words: cosine of TF-IDF vectors (Salton and Buckley 1988) over
stems,
where names weigh double and the lead of an article counts twice, grouped by average link. Own arrays, no matrix of
all pairs.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from sayso.stages.link.gist import stem
from sayso.stages.link.wordlists import STOPWORDS
from sayso.stages.link.words import Words

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

Vector = Mapping[str, float]


def counts_of(words: Words) -> Counter[str]:
    """Stems of a text with their weighted counts."""
    found: Counter[str] = Counter()
    for token, start in zip(words.tokens, words.starts, strict=True):
        if token in STOPWORDS or len(token) < 2:
            continue
        weight = 2.0 if words.text[start].isupper() else 1.0
        found[stem(token)] += weight * (2.0 if start < LEAD else 1.0)  # type: ignore[assignment]
    return found


def vectors(texts: Sequence[Words]) -> list[Vector]:
    """One vector of length one for each text; empty for a text without telling words."""
    counted = [counts_of(words) for words in texts]
    spread = Counter(word for counts in counted for word in counts)
    total = max(len(texts), FEWEST)
    return [_vector(counts, spread, total) for counts in counted]


def _vector(counts: Mapping[str, float], spread: Mapping[str, int], total: int) -> Vector:
    weights = {
        word: (1 + math.log(count)) * math.log(total / spread[word])
        for word, count in counts.items()
        if spread[word] <= COMMON * total
    }
    length = math.sqrt(sum(w * w for w in weights.values()))
    return {word: w / length for word, w in weights.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """Likeness of two vectors, from 0 to 1."""
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[word] for word, weight in left.items() if word in right)


def alike(held: Sequence[Vector], *, at_least: float) -> dict[tuple[int, int], float]:
    """Every two vectors (smaller number first) that are at least this much alike, the most alike ones of each."""
    postings: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(held):
        for word in vector:
            postings[word].append(number)
    arrays = {
        word: (np.array(at), np.array([held[n][word] for n in at]))
        for word, at in postings.items()
        if 1 < len(at) <= MOST
    }
    found: dict[tuple[int, int], float] = {}
    for number, vector in enumerate(held):
        for other, score in _neighbours(number, vector, arrays, at_least):
            found[min(number, other), max(number, other)] = score
    return found


def _neighbours(
    number: int, vector: Vector, arrays: Mapping[str, tuple["np.ndarray", "np.ndarray"]], at_least: float
) -> list[tuple[int, float]]:
    shared = [(arrays[word], weight) for word, weight in vector.items() if word in arrays]
    if not shared:
        return []
    at = np.concatenate([a for (a, _), _ in shared])
    scores = np.bincount(at, weights=np.concatenate([w * weight for (_, w), weight in shared]))
    scores[number] = 0.0
    near = np.flatnonzero(scores >= at_least)
    near = near[np.argsort(-scores[near], kind="stable")][:NEIGHBOURS]
    return [(int(n), float(scores[n])) for n in near]


def average_link(count: int, likenesses: Mapping[tuple[int, int], float], *, at_least: float) -> list[int]:
    """Group things by average link: the two groups most alike on average are joined while that is `at_least` so much.

    Pairs that are not given count as not alike at all. Gives for each thing the smallest number in its group.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), score in likenesses.items():
        sums[a][b] = sums[b][a] = score
    members = [[n] for n in range(count)]
    heap = [(-score, a, b) for (a, b), score in likenesses.items() if score >= at_least]
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        if b not in sums[a] or abs(_mean(sums, members, a, b) + score) > 1e-9:
            continue
        if len(sums[a]) < len(sums[b]):
            a, b = b, a
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


def _join(sums: list[dict[int, float]], members: list[list[int]], a: int, b: int) -> None:
    """Put group `b` into group `a`."""
    for other, score in sums[b].items():
        del sums[other][b]
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + score
    members[a] += members[b]
    members[b], sums[b] = [], {}
