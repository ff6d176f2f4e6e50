"""Floors for the same event across documents."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure_events_across

pytestmark = pytest.mark.corpus


def test_same_events_come_together_better_than_by_their_word() -> None:
    measured = measure_events_across.measure()
    assert measured["cross_validated"] >= 0.745
    assert measured["cross_validated"] > measured["same_word_in_story"]
