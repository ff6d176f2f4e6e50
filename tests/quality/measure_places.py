"""How well places are found and resolved, and metonyms told from places."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from toponyms import score_places, score_uses

CORPORA = ("places_trnews", "places_lgl", "places_geowebnews", "places_geovirus")


def measure() -> dict[str, Any]:
    """Recognition, resolution of gold toponyms, and both together, by corpus; metonyms on GeoWebNews."""
    places = {corpus: score_places(corpus) for corpus in CORPORA}
    return {"Places": places, "Metonyms among countries and capitals": {"places_geowebnews": score_uses()}}


if __name__ == "__main__":
    for table, result in measure().items():
        for name, row in result.items():
            print(table, name, row)
