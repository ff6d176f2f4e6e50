"""How well entities are found on re3d."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from toponyms import score_entities


def measure() -> dict[str, Any]:
    """Exact F1 by type and over all."""
    return {"Entities (exact F1)": {"re3d": score_entities()}}


if __name__ == "__main__":
    print(measure())
