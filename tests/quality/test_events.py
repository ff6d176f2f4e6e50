"""Floors on labelled event sentences: type and roles, nothing of them trained on."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measure_events import measure_corpus
from measure_events_own import measure as measure_own

FAST = 100
"""Rows that the normal run reads of each corpus."""


@pytest.mark.corpus
def test_plover_gold_records_type(nlp: Any) -> None:
    assert measure_corpus("plover_gsr", nlp=nlp)["type"]["accuracy"] >= 0.855


@pytest.mark.corpus
def test_roles_of_some_sentences(nlp: Any) -> None:
    assert measure_corpus("roles", nlp=nlp, limit=FAST)["actors"]["all/overlap"]["f1"] >= 0.78


@pytest.mark.corpus
@pytest.mark.slow
def test_plv_type(nlp: Any) -> None:
    assert measure_corpus("plv", nlp=nlp)["type"]["macro_f1"] >= 0.865


@pytest.mark.corpus
@pytest.mark.slow
def test_roles(nlp: Any) -> None:
    assert measure_corpus("roles", nlp=nlp)["actors"]["all/overlap"]["f1"] >= 0.825


@pytest.mark.slow
def test_own_sentences() -> None:
    result = measure_own()
    assert result["held-out third, event precision"] >= 0.7
    assert result["held-out third, event F1"] >= 0.53
    assert result["held-out third, role F1"] >= 0.44
    assert result["all types, event F1"] >= 0.61
