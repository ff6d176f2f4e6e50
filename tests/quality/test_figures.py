"""Floor for finding changed figures."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure_figures

pytestmark = pytest.mark.corpus


def test_changed_figures_are_found_with_predicted_parents() -> None:
    measured = measure_figures.measure()
    assert measured["reprints_figures_recall"] >= 0.96
    assert measured["reprints_figures_precision"] >= 0.98
