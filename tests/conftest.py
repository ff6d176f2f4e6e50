"""Fixtures that load something once a session."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A busy machine must not fail a test, and a red run must be red again.
settings.register_profile("sayso", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("sayso")
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The language model, as the default settings name it."""
    import spacy

    from sayso.settings import Settings

    return spacy.load(Settings().language_model, exclude=["senter"])


@pytest.fixture(scope="session")
def tools() -> Any:
    """Everything that reading needs, as the default settings name it."""
    from sayso.settings import Settings
    from sayso.tools import load_tools

    return load_tools(Settings())
