"""What triggers mean in their sentences: "struck" lies near "hit", though they share no letters.

The vectors are kept with the claims (`Claim.meaning`), worked out when their documents were read. A claim that was read
without the encoder has none, and then nothing is said of how near it is.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float64]
AKIN = 0.25
"""Likeness of meaning from which on two triggers are compared that share no word, no sense and no telling word."""
NEAREST = 16
"""Triggers of other words that one is compared with for its meaning, at most: the nearest ones of its story."""


def directions(meanings: Sequence[bytes]) -> Vectors:
    """The numbers of some meanings, a row each."""
    return np.array([np.frombuffer(each, dtype=np.int8) for each in meanings], dtype=np.float64)


def unit(rows: Vectors) -> Vectors:
    """Rows of length one; rows of zeros stay."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def akin(triggers: Sequence[Sequence[bytes]]) -> Iterator[tuple[int, int]]:
    """Numbers of triggers that are near in meaning; each is given by the meanings of its mentions."""
    rows = unit(np.array([unit(directions(each)).mean(axis=0) for each in triggers]))
    for at, row in enumerate(rows):
        likenesses = rows @ row
        likenesses[at] = 0.0
        nearest = np.argsort(-likenesses, kind="stable")[:NEAREST]
        yield from ((at, other) for other in nearest[likenesses[nearest] >= AKIN].tolist())


def nearness(meanings: Sequence[bytes | None], stories: Sequence[int], pairs: Sequence[tuple[int, int]]) -> Vectors:
    """For each pair the likeness of their meanings, and of what sets each apart from the mean of its story; NaN where
    one has none."""
    found = np.full((len(pairs), 2), np.nan)
    known = np.array([each is not None for each in meanings], dtype=np.bool_)
    if not len(pairs) or not known.any():
        return found
    place = np.cumsum(known) - 1
    rows = directions([each for each in meanings if each is not None])
    both = known[np.array(pairs)].all(axis=1)
    left, right = place[np.array(pairs)[both]].T
    of = np.array(stories)[known]
    for column, vectors in enumerate((unit(rows), unit(apart(rows, of)))):
        found[both, column] = np.round(np.einsum("ij,ij->i", vectors[left], vectors[right]), 4)
    return found


def apart(rows: Vectors, groups: NDArray[np.int64]) -> Vectors:
    """Rows less the mean of their group."""
    _, place = np.unique(groups, return_inverse=True)
    counts = np.bincount(place)
    means = np.stack([np.bincount(place, weights=column) / counts for column in rows.T], axis=1)
    return np.asarray(rows - means[place])
