"""Floors on labelled firmness. The score was fitted on the train split of UDS-IH2: only its dev split counts here."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measure_factuality import measure_corpus


@pytest.mark.corpus
def test_meantime_classes(nlp: Any) -> None:
    assert measure_corpus("factuality_meantime", nlp=nlp)["macro f1"] >= 0.745


@pytest.mark.corpus
def test_uds_correlation(nlp: Any) -> None:
    assert measure_corpus("factuality_uds", nlp=nlp, split="dev", limit=250)["r"] >= 0.66


@pytest.mark.corpus
@pytest.mark.slow
def test_verbs_of_megaveridicality(nlp: Any) -> None:
    assert measure_corpus("factuality_megaveridicality", nlp=nlp)["r"] >= 0.5
