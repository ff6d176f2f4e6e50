"""How usual it is that a document which tells of a pair of countries is about it, over all documents."""

from collections.abc import Sequence

import numpy as np

from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.subject import Subject

LIKELY = 4
"""Power by which the likelier of two drives of a document counts more: .8 of the weight is .4 of the count."""
ROUNDS = 6
"""How often standing is worked out from the drives that documents are held to be about, and these from it."""
DOUBT = 1.0
"""Documents besides those that are seen, in which a drive that is not common is named in vain: one proves little."""
COMMON = 1.5
"""Documents from which on others that only name both countries are looked at too."""


def standing_of(held: Sequence[Subject]) -> tuple[dict[Pair, float], dict[Pair, float]]:
    """Pair -> the share of its documents that are about it, about from 0 to 1; and how many they are."""
    if not held:
        return {}, {}
    known = sorted({pair for each in held for pair in each.pairs})
    number = {pair: n for n, pair in enumerate(known)}
    pair = np.array([number[p] for each in held for p in each.pairs])
    weight = np.array([w for each in held for w in each.pairs.values()], dtype=float)
    sizes = np.array([len(each.pairs) for each in held])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    weight /= np.repeat(np.maximum.reduceat(weight, starts), sizes)
    named = np.bincount(pair, weight, len(known))
    share = np.ones(len(known))
    for _ in range(ROUNDS):
        fit = weight * share[pair]
        fit = (fit / np.repeat(np.maximum.reduceat(fit, starts), sizes)) ** LIKELY
        about = np.bincount(pair, fit / np.repeat(np.add.reduceat(fit, starts), sizes), len(known))
        share = about / (named + np.where(about < COMMON, DOUBT, 0.0))
    return dict(zip(known, share.tolist(), strict=True)), dict(zip(known, about.tolist(), strict=True))
