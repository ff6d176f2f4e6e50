"""Find the labelled corpora and articles that lie beside the checkout and never in it."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(os.environ.get("SAYSO_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def shared(path: str) -> Path:
    """The file or folder; skips the test, saying what is missing, where there is none."""
    found = ROOT / path
    if not found.exists():
        pytest.skip(f"shared/{path} is missing: this test needs the labelled corpora beside the checkout")
    return found


def loaded(path: Path) -> ModuleType:
    """A module that is no part of a package, such as a scorer or a bench."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[path.stem] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scorer(name: str) -> Any:
    """The module `score_NAME.py` that lies beside the corpora; skips the test where there is none."""
    return loaded(shared(f"corpora/score_{name}.py"))
