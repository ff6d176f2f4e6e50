"""How well time expressions are found and resolved: TempEval-3's measures."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from values import found_dates, labelled, model

from shared import scorer

CORPORA = ("dates_te3platinum", "dates_wikiwars", "dates_recognizers")


def measure() -> dict[str, Any]:
    """F1 by corpus. Recognizers-Text has commands to an assistant and its own values: look at its `relaxed` only."""
    score, table = scorer("dates"), {}
    for corpus in CORPORA:
        rows = labelled(corpus)
        result = score.score(rows, found_dates(rows, model()))
        row = {level: result[level]["f1"] for level in ("strict", "relaxed", "value", "interval")}
        table[corpus] = row | {"gold": result["gold"]}
    return {"Dates (F1)": table}


if __name__ == "__main__":
    for name, row in measure()["Dates (F1)"].items():
        print(name, row)
