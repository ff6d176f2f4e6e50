"""How many of the figures that copies changed are found, with the parents that were found."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measure_clusters import linked, rows


def measure() -> dict[str, float]:
    """Recall and precision of changed figures: the same place in the copy's text."""
    wanted = {(row["id"], e["start"], e["end"]) for row in rows("reprints") for e in row["figure_edits"]}
    changed = [c for c in linked("reprints").changes if c.what in ("figure", "date")]
    found = {(c.child, c.now.start, c.now.end) for c in changed}
    right = len(wanted & found)
    return {
        "reprints_figures_recall": right / len(wanted),
        "reprints_figures_precision": right / max(len(found), 1),
    }


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:32s} {value:.4f}")
