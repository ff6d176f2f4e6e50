"""A floor for entities on re3d."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from toponyms import score_entities

from shared import shared


@pytest.mark.corpus
def test_entities_stay_above_their_floor(nlp: Any) -> None:
    shared("corpora/re3d")
    assert score_entities(nlp=nlp)["all"] >= 0.70
