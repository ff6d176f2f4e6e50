"""Whether a headline disagrees with an article on the same claim, on the open half of fnc.

Nothing is fitted on it: the words are our own; the length of the lead was chosen on it.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from measure_clusters import rows

from sayso.stages.link.claims.stance import LEAD, disagrees

Judged = tuple[str, bool, bool]
"""Cluster, whether the pair disagrees, whether we say so."""


CHOICES = (2, 3, 4, 6, 8, 12)
"""Lengths of the lead that are tried."""
FOLDS = 5


def judged(sentences: int = LEAD) -> list[Judged]:
    """Every pair of an article and a headline."""
    return [
        (row["cluster"], pair["stance"] == "disagree", disagrees(pair["headline"], row["text"], sentences))
        for row in rows("fnc")
        for pair in row["headlines"]
    ]


def scored(pairs: Iterable[Judged]) -> dict[str, float]:
    """Precision, recall and F1 of the class `disagree`."""
    held = list(pairs)
    hit = sum(gold and found for _, gold, found in held)
    precision = hit / max(sum(found for _, _, found in held), 1)
    recall = hit / max(sum(gold for _, gold, _ in held), 1)
    return {"precision": precision, "recall": recall, "f1": 2 * hit / max(sum(g + f for _, g, f in held), 1)}


def cross_validated() -> dict[str, float]:
    """Each cluster judged by the lead that is best on clusters of other folds."""
    by_lead = {sentences: judged(sentences) for sentences in CHOICES}
    names = sorted({cluster for cluster, _, _ in by_lead[CHOICES[0]]})
    kept: list[Judged] = []
    for fold in range(FOLDS):
        left_out = set(names[fold::FOLDS])
        seen = {n: scored(p for p in pairs if p[0] not in left_out)["f1"] for n, pairs in by_lead.items()}
        best = max(seen, key=lambda n: seen[n])
        kept += [pair for pair in by_lead[best] if pair[0] in left_out]
    return scored(kept)


def measure() -> dict[str, dict[str, float]]:
    """All that is told of it; the lead chosen on other clusters takes six times as long as all else."""
    return as_shipped() | {"lead chosen on other clusters": cross_validated()}


def as_shipped() -> dict[str, dict[str, float]]:
    """All pairs; and without the cluster that holds most of the disagreeing ones, which one story would else decide."""
    pairs = judged()
    counts: dict[str, int] = {}
    for cluster, gold, _ in pairs:
        counts[cluster] = counts.get(cluster, 0) + gold
    largest = max(counts, key=lambda cluster: counts[cluster])
    return {
        "all pairs": scored(pairs),
        "without the largest cluster": scored(p for p in pairs if p[0] != largest),
        "baseline: always": scored((c, g, True) for c, g, _ in pairs),
    }


if __name__ == "__main__":
    for name, values in measure().items():
        print(f"{name:32s}", *(f"{key} {value:.3f}" for key, value in values.items()))
