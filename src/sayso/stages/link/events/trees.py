"""Sums of small trees, as `training/boosting.py` makes them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.model._record import record


@record
class Tree:
    """A tree that asks every row the same questions, one a level."""

    features: tuple[int, ...]
    """The column that each level looks at, first level first."""
    above: tuple[float, ...]
    """Whether the column is greater than this is the level's answer."""
    values: tuple[float, ...]
    """What each way through the answers adds; the first answer is the highest bit of the place."""


def summed(trees: Sequence[Tree], rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the trees add up to for each row.

    >>> tree = Tree(features=(1, 0), above=(0.5, 2.0), values=(1.0, 2.0, 3.0, 4.0))
    >>> summed([tree, tree], np.array([[3.0, 0.0], [0.0, 1.0]])).tolist()
    [4.0, 6.0]
    """
    total = np.zeros(len(rows))
    for tree in trees:
        place = np.zeros(len(rows), dtype=np.int64)
        for feature, above in zip(tree.features, tree.above, strict=True):
            place = 2 * place + (rows[:, feature] > above)
        total += np.array(tree.values)[place]
    return total
