"""Floors for places on labelled news."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from toponyms import score_places, score_uses

from shared import shared

pytestmark = pytest.mark.corpus


def test_places_of_world_news_stay_above_their_floors(nlp: Any) -> None:
    shared("corpora/places_trnews")
    row = score_places("places_trnews", nlp=nlp)
    assert row["gold toponyms within 161 km"] >= 0.94
    assert row["end to end F1"] >= 0.89


@pytest.mark.slow
def test_places_of_local_newspapers_stay_above_their_floor(nlp: Any) -> None:
    shared("corpora/places_lgl")
    assert score_places("places_lgl", nlp=nlp)["gold toponyms within 161 km"] >= 0.85


@pytest.mark.slow
def test_metonyms_are_told_from_places(nlp: Any) -> None:
    shared("corpora/places_geowebnews")
    assert score_uses(nlp=nlp)["precision"] >= 0.5
