"""Floor for finding the parent of a copy."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure_lineage

pytestmark = pytest.mark.corpus


def test_the_parent_of_a_copy_is_found() -> None:
    measured = measure_lineage.measure()
    assert measured["reprints_parent_found"] >= 0.95
    assert measured["reprints_originals_with_parent"] <= 0.02
