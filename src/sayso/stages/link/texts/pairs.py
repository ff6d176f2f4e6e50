"""How alike many pairs are, in sixteen bytes a pair: a dictionary of them takes two hundred."""

from collections.abc import ItemsView, Iterator, Mapping

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Pair = tuple[int, int]
"""Numbers of two things, the smaller first."""
AT_ONCE = 1000
"""Pairs that are unpacked at once."""


class Likenesses(Mapping[Pair, float]):
    """How alike each two things are, for those that are alike at all. Made to be gone through; one pair alone is
    looked for through all."""

    def __init__(self, left: npt.NDArray[np.int32], right: npt.NDArray[np.int32], scores: Floats) -> None:
        self._left, self._right, self._scores = left, right, scores

    def at_least(self, least: float) -> "Likenesses":
        """Those that are at least so much alike, in the same order."""
        kept = self._scores >= least
        return Likenesses(self._left[kept], self._right[kept], self._scores[kept])

    def starts(self) -> range:
        """Where parts of some pairs begin, for `some`."""
        return range(0, len(self), AT_ONCE)

    def some(self, start: int) -> Iterator[tuple[Pair, float]]:
        """A part of the pairs, with how alike they are."""
        part = slice(start, start + AT_ONCE)
        pairs = zip(self._left[part].tolist(), self._right[part].tolist(), strict=True)
        return zip(pairs, self._scores[part].tolist(), strict=True)

    def items(self) -> "_Items":
        """All pairs, with how alike they are."""
        return _Items(self)

    def __iter__(self) -> Iterator[Pair]:
        return (pair for pair, _ in self.items())

    def __len__(self) -> int:
        return len(self._scores)

    def __getitem__(self, pair: Pair) -> float:
        found = np.flatnonzero((self._left == pair[0]) & (self._right == pair[1]))
        if not len(found):
            raise KeyError(pair)
        return float(self._scores[found[0]])


class _Items(ItemsView[Pair, float]):
    def __init__(self, held: Likenesses) -> None:
        super().__init__(held)
        self._held = held

    def __iter__(self) -> Iterator[tuple[Pair, float]]:
        return (each for start in self._held.starts() for each in self._held.some(start))


NONE_ALIKE = Likenesses(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0))


def likenesses_of(left: Numbers, right: Numbers, scores: Floats) -> Likenesses:
    """Pairs of which some are given twice, each where it is given first, with the score that is given last."""
    keys = left * (int(right.max(initial=0)) + 1) + right
    _, first = np.unique(keys, return_index=True)
    _, last = np.unique(keys[::-1], return_index=True)
    order = np.argsort(first)
    first, last = first[order], (len(keys) - 1 - last)[order]
    return Likenesses(left[first].astype(np.int32), right[first].astype(np.int32), scores[last])
