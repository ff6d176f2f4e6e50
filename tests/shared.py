"""Find the labelled corpora and articles that lie beside the checkout and never in it."""

import os
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("SAYSO_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def shared(path: str) -> Path:
    """The file or folder; skips the test, saying what is missing, where there is none."""
    found = ROOT / path
    if not found.exists():
        pytest.skip(f"shared/{path} is missing: this test needs the labelled corpora beside the checkout")
    return found
