"""Floors for bringing documents together."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure_clusters

pytestmark = pytest.mark.corpus


def test_copies_come_together_and_stories_stay_apart() -> None:
    measured = measure_clusters.reprints()
    assert measured["reprints_ari"] >= 0.985
    assert measured["reprints_origins_exact"] >= 0.93
    assert measured["reprints_origins_mean_error"] <= 0.10


@pytest.mark.slow
def test_rewritten_notes_of_one_day_come_together() -> None:
    assert measure_clusters.timelines()["timelines_ari"] >= 0.98


@pytest.mark.slow
def test_documents_on_one_claim_come_together() -> None:
    assert measure_clusters.fnc()["fnc_pair_f1"] >= 0.96
