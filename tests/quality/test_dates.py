"""Floors for time expressions on labelled text."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from values import found_dates, labelled

from shared import scorer, shared

pytestmark = pytest.mark.corpus


def value_f1(corpus: str, nlp: Any) -> float:
    shared(f"corpora/{corpus}")
    rows = labelled(corpus)
    return float(scorer("dates").score(rows, found_dates(rows, nlp))["value"]["f1"])


def test_news_dates_stay_above_their_floor(nlp: Any) -> None:
    assert value_f1("dates_te3platinum", nlp) >= 0.86


@pytest.mark.slow
def test_narrative_dates_stay_above_their_floor(nlp: Any) -> None:
    assert value_f1("dates_wikiwars", nlp) >= 0.89
