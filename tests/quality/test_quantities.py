"""Floors for quantities on labelled text."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from values import found_quantities, labelled, reversed_bounds

from shared import scorer, shared

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize(("corpus", "floor"), [("quantities_bounds", 0.97), ("quantities_newsquant", 0.92)])
def test_bounds_stay_above_their_floor(corpus: str, floor: float, nlp: Any) -> None:
    shared(f"corpora/{corpus}")
    rows = labelled(corpus)
    found = found_quantities(rows, nlp)
    assert scorer("quantities").score(rows, found)["bounds"]["f1"] >= floor
    assert reversed_bounds(found) == 0


def test_no_interval_of_the_recognizers_specification_is_reversed(nlp: Any) -> None:
    shared("corpora/quantities_recognizers")
    rows = labelled("quantities_recognizers")
    found = found_quantities(rows, nlp)
    assert reversed_bounds(found) == 0
    assert scorer("quantities").score(rows, found, {"numberrange"})["bounds"]["f1"] >= 0.68
