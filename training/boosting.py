"""Boosted trees whose every level asks one question, in numpy: small, exact, the same on every machine.

Newton boosting of the logistic loss (Friedman 2001) with oblivious trees (as in CatBoost, Prokhorenkova et al. 2018):
all nodes of a level share the feature and the threshold, so a tree of depth d is d questions and 2**d values, and few
examples suffice to choose it. No chance is drawn: the same table gives the same trees.
"""

import numpy as np
from numpy.typing import NDArray

from sayso.stages.link.events.trees import Tree

Floats = NDArray[np.float64]
TREES = 120
DEPTH = 4
RATE = 0.1
"""How much of its best value each leaf takes."""
RIDGE = 12.0
"""Pull of a leaf's value towards none, in pairs of full weight."""
BINS = 24
"""Thresholds that are tried for a feature at most."""


def boost(rows: Floats, same: Floats, weights: Floats) -> tuple[Tree, ...]:
    """Trees whose summed values are the log odds of `same`; `weights` say how much each row counts (1 on average)."""
    cuts = [_cuts(column) for column in rows.T]
    bins = np.array(
        [np.searchsorted(cut, column, side="left") for cut, column in zip(cuts, rows.T, strict=True)], dtype=np.int64
    )
    odds = np.zeros(len(rows))
    trees = []
    for _ in range(TREES):
        chance = 1.0 / (1.0 + np.exp(-odds))
        slope, bend = weights * (same - chance), weights * chance * (1.0 - chance)
        leaf, asked = np.zeros(len(rows), dtype=np.int64), []
        sums = _sums(bins, cuts, leaf, slope, bend, 1)
        for depth in range(DEPTH):
            feature, at = _best(sums)
            says = bins[feature] > at
            leaf = 2 * leaf + says
            asked.append((feature, float(cuts[feature][at])))
            if depth + 1 < DEPTH:
                sums = _parted(sums, bins, cuts, leaf, says, slope, bend)
        size = 1 << DEPTH
        values = RATE * np.bincount(leaf, slope, size) / (np.bincount(leaf, bend, size) + RIDGE)
        odds += values[leaf]
        trees.append(Tree(features=tuple(f for f, _ in asked), above=tuple(v for _, v in asked), values=tuple(values)))
    return tuple(trees)


def _cuts(column: Floats) -> Floats:
    """Values to ask "greater than" of: quantiles of the column, without its largest value."""
    found = np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1), method="inverted_cdf"))
    return found[:-1] if len(found) > 1 else found


Sums = list[tuple[Floats, Floats]]
"""For each feature slope and bend, summed by node (a row each) and bin (a column each)."""


def _sums(
    bins: NDArray[np.int64], cuts: list[Floats], leaf: NDArray[np.int64], slope: Floats, bend: Floats, nodes: int
) -> Sums:
    """Slope and bend of some rows, summed by node and bin."""
    found = []
    for own, cut in zip(bins, cuts, strict=True):
        width = len(cut) + 1
        key = leaf * width + own
        by_slope, by_bend = (np.bincount(key, w, nodes * width).reshape(nodes, width) for w in (slope, bend))
        found.append((by_slope, by_bend))
    return found


def _parted(
    sums: Sums,
    bins: NDArray[np.int64],
    cuts: list[Floats],
    leaf: NDArray[np.int64],
    says: NDArray[np.bool_],
    slope: Floats,
    bend: Floats,
) -> Sums:
    """The same after one more question: only the rows of the rarer answer are summed, what is left is the other's."""
    rarer = 2 * np.count_nonzero(says) <= len(says)
    rows = np.flatnonzero(says == rarer)
    own = _sums(bins[:, rows], cuts, leaf[rows] >> 1, slope[rows], bend[rows], len(sums[0][0]))
    parted = []
    for mine, whole in zip(own, sums, strict=True):
        others = tuple(w - m for m, w in zip(mine, whole, strict=True))
        no, yes = (others, mine) if rarer else (mine, others)
        parted.append((_woven(no[0], yes[0]), _woven(no[1], yes[1])))
    return parted


def _woven(no: Floats, yes: Floats) -> Floats:
    """Two tables row by row: of each node first those that answer no."""
    return np.stack([no, yes], axis=1).reshape(2 * len(no), -1)


def _best(sums: Sums) -> tuple[int, int]:
    """The feature and the cut that gain most when asked in every node."""
    best, chosen = -1.0, (0, 0)
    for feature, (by_slope, by_bend) in enumerate(sums):
        low_s, low_b = by_slope.cumsum(1), by_bend.cumsum(1)
        high_s, high_b = low_s[:, -1:] - low_s, low_b[:, -1:] - low_b
        gain = (low_s**2 / (low_b + RIDGE) + high_s**2 / (high_b + RIDGE)).sum(axis=0)[:-1]
        at = int(gain.argmax())
        if gain[at] > best:
            best, chosen = float(gain[at]), (feature, at)
    return chosen
