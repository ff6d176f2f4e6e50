"""How long something took, told otherwise by a document that credits another."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import related

SOURCE = (
    "Young Swedes were recruited to fight for Norway. They were driven to a camp at Tveitan, where their papers were "
    "taken. For three months they ran and stripped rifles. The flight to Oslo lasted two hours."
)


def durations(tools: Any, retelling: str) -> list[tuple[str, str]]:
    found = related(tools, SOURCE, f"Outlet 0 reported it first. Young Swedes were recruited for Norway. {retelling}")
    return [(c.was.text, c.now.text) for c in found.changes if c.reasons[0].rule == "alone.duration"]


@pytest.mark.parametrize(
    ("retelling", "now"),
    [
        ("After three weeks in Tveitan they were sent to the front, according to Outlet 0.", "three weeks"),
        ("They spent five months in Tveitan, according to Outlet 0.", "five months"),
    ],
)
def test_another_number_or_unit_beside_the_same_name_is_a_change(tools: Any, retelling: str, now: str) -> None:
    assert durations(tools, retelling) == [("three months", now)]


@pytest.mark.parametrize(
    "retelling",
    [
        "After three months in Tveitan they were sent to the front, according to Outlet 0.",
        "After three weeks in Sandvika they were sent to the front, according to Outlet 0.",
        "After six weeks in Tveitan they were sent to the front, according to Outlet 0.",
        "They spent three months in Tveitan and three weeks at the front, according to Outlet 0.",
    ],
)
def test_the_same_or_another_matter_is_none(tools: Any, retelling: str) -> None:
    assert durations(tools, retelling) == []
