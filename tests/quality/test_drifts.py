"""Floors for changes that followers of our own made in words of their own, and a ceiling for others shown."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure_drifts

FLOORS = {"tune": (17, 39), "decide": (15, 41)}
"""Changes that are found, and all, by part."""


@pytest.mark.parametrize("part", list(FLOORS))
def test_changes_in_words_of_their_own_are_found(tools: Any, part: str) -> None:
    measured = measure_drifts.measure(tools, part)
    assert measured["all"] == FLOORS[part][1]
    assert measured["found"] >= FLOORS[part][0]
    assert measured["others"] <= 0
