"""How well quantities and money are read: value, bounds, hedge and unit F1, and reversed bounds."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from values import found_quantities, labelled, model, reversed_bounds

from shared import scorer

CORPORA = ("quantities_bounds", "quantities_newsquant", "quantities_recognizers")


def measure() -> dict[str, Any]:
    """F1 by corpus; for Recognizers-Text only over sentences with number ranges, whose labels are complete enough."""
    score, table = scorer("quantities"), {}
    for corpus in CORPORA:
        rows = labelled(corpus)
        found = found_quantities(rows, model())
        kinds = {"numberrange"} if corpus.endswith("recognizers") else None
        result = score.score(rows, found, kinds)
        row = {level: result[level]["f1"] for level in ("value", "bounds", "hedge", "unit")}
        table[corpus] = row | {"gold": result["gold"], "reversed": reversed_bounds(found)}
    return {"Quantities (F1)": table}


if __name__ == "__main__":
    for name, row in measure()["Quantities (F1)"].items():
        print(name, row)
