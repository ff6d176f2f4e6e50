"""Floors for changes that followers of our own made in words of their own, and a ceiling for others shown."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import measure_drifts


def test_changes_in_words_of_their_own_are_found(tools: Any) -> None:
    measured = measure_drifts.measure(tools)
    assert measured["all"] == 80
    assert measured["found"] >= 24
    assert measured["others"] <= 0
