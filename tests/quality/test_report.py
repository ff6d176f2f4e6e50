"""Every measure can be made by `make quality`."""

import ast
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from report import measures


@pytest.mark.parametrize("name", sorted(measures()))
def test_a_measure_has_what_the_report_asks_for(name: str) -> None:
    tree = ast.parse(measures()[name].read_text(encoding="utf-8"))
    assert "measure" in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
