"""A floor for names in sentences of our own."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from names import score


@pytest.mark.parametrize(("name", "floor"), [("first", 0.97), ("second", 0.93), ("third", 0.9)])
def test_names_stay_above_their_floor(name: str, floor: float, nlp: Any) -> None:
    assert score(name, nlp=nlp)["all"] >= floor
