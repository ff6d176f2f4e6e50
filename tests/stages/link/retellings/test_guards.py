"""What is told as a change of a retelling, and what other reasons explain: two things, two moments, two voices."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import related

BEFORE = "The harbour town of Harby lies in the north of the county, and its young men are poor. "
AFTER = " Harby's young men are poor, in the north of the county. Outlet 0 reported this first."
LINES = (Path(__file__).parent / "changes.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" | ") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("source", "retelling", "kinds"), CASES)
def test_a_change_is_told_unless_something_else_explains_it(
    tools: Any, source: str, retelling: str, kinds: str
) -> None:
    found = {c.what for c in related(tools, BEFORE + source, retelling + AFTER).changes}
    assert found & set(kinds.split()) if kinds != "-" else not found


def test_there_are_enough_cases_of_both_kinds() -> None:
    assert min(sum(kinds != "-" for *_, kinds in CASES), sum(kinds == "-" for *_, kinds in CASES)) >= 25
