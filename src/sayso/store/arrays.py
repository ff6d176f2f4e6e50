"""Counting with arrays of whole numbers."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
NONE: Numbers = np.zeros(0, np.int64)


def numbered(terms: NDArray[np.uint32]) -> tuple[Numbers, Numbers]:
    """Terms numbered without gaps: where each occurs first, and the number of each of them."""
    held = np.zeros(int(terms.max()) + 1 if len(terms) else 0, bool)
    held[terms] = True
    of = (np.cumsum(held) - 1)[terms].astype(np.int64)
    first = np.zeros(int(held.sum()), np.int64)
    first[of[::-1]] = np.arange(len(of))[::-1]
    return first, of


def distinct(group: Numbers, value: Numbers, many: int) -> Numbers:
    """For each group how many different values it has."""
    if not len(group):
        return np.zeros(many, np.int64)
    size = int(value.max()) + 1
    held = np.sort(group * size + value)
    first = np.concatenate(([True], held[1:] != held[:-1]))
    return np.bincount(held[first] // size, minlength=many)
