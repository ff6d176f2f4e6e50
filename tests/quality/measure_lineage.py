"""How often the parent of a copy is found."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measure_clusters import linked, rows


def measure() -> dict[str, float]:
    """Share of copies whose parent is the true one; share of originals that are given a parent."""
    found = {d.document: d.parent for d in linked("reprints").documents}
    copies = [row for row in rows("reprints") if row["parent"]]
    originals = [row for row in rows("reprints") if not row["parent"]]
    return {
        "reprints_parent_found": sum(found[row["id"]] == row["parent"] for row in copies) / len(copies),
        "reprints_originals_with_parent": sum(found[row["id"]] is not None for row in originals) / len(originals),
    }


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:32s} {value:.4f}")
