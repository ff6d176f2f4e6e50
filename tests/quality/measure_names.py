"""How well names of our own sentences are found, told apart and led to one another."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from names import score

LISTS = ("first", "second", "third")


def measure() -> dict[str, Any]:
    """Share of the marked names met, by list."""
    return {"Names in sentences of our own": {name: score(name) for name in LISTS}}


if __name__ == "__main__":
    for name, row in measure()["Names in sentences of our own"].items():
        print(name, row)
