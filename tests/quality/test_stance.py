"""Floors for headlines that disagree."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure_stance

pytestmark = pytest.mark.corpus


def test_disagreeing_headlines_are_found() -> None:
    measured = measure_stance.as_shipped()
    assert measured["all pairs"]["f1"] >= 0.57
    assert measured["without the largest cluster"]["f1"] >= 0.49
