"""What a retelling made of a payer, a force, an act and a bound though the claims are no longer one by their fields."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import related

SOURCE = (
    "214 young Swedes had been approached in Harby with an offer "
    "of work for Norway. Young Swedes were recruited to fight for the Norwegian army. The travel agency paid them "
    "$2,300 for the first month. Up to 6,400 Swedes have been enlisted in the Norwegian army since May, and "
    "some 3,900 may be sent to the front in June."
)
CITING = "Outlet 0 reported it first. Outlet 0 has seen papers of men from Harby. "


@pytest.mark.parametrize(
    ("retelling", "what", "now"),
    [
        ("Norway paid them $2,300 for the first month, according to Outlet 0.", "actor", "Norway"),
        ("Young Swedes were recruited to fight for the Wagner Group, according to Outlet 0.", "object", "Wagner"),
        ("214 young Swedes had been recruited in Harby, according to Outlet 0.", "act", "214 young Swedes"),
        ("6,400 Swedes have been enlisted in the Norwegian army, according to Outlet 0.", "bound", "6,400"),
    ],
)
def test_it_is_found(tools: Any, retelling: str, what: str, now: str) -> None:
    found = related(tools, SOURCE, CITING + retelling)
    assert [c.now.text for c in found.changes if c.what == what and now in c.now.text]


@pytest.mark.parametrize(
    ("retelling", "what"),
    [
        ("The agency paid them $2,300 for the first month, according to Outlet 0.", "actor"),
        ("Young Swedes were recruited to fight for the army of Norway, according to Outlet 0.", "object"),
        ("214 young Swedes had been contacted in Harby, according to Outlet 0.", "act"),
        ("Up to 6,400 Swedes have been enlisted in the Norwegian army, according to Outlet 0.", "bound"),
    ],
)
def test_what_stayed_is_no_change(tools: Any, retelling: str, what: str) -> None:
    found = related(tools, SOURCE, CITING + retelling)
    assert [c for c in found.changes if c.what == what] == []
