"""Retellings that credit nobody, and what is changed about a number that itself stays."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import related

from sayso.model import Relations

SOURCE = (
    "The agency in Harby recruited about 288 retired soldiers between May and June, the police of the county said. "
    "The men may have been told that they would guard warehouses. Of them, 72 retired soldiers may have gone to the "
    "front already. Each of the men was promised $3,400 a month, a house and papers for the whole family."
)


def unsaid(found: Relations) -> list[str]:
    return [d.reasons[0].detail for d in found.derivations if "credits nobody" in d.reasons[0].detail]


@pytest.mark.parametrize(
    ("retelling", "what", "now"),
    [
        ("In Harby the agency recruited 288 retired soldiers between May and June.", "bound", "288"),
        ("Between May and June the agency in Harby recruited about 288 deserters for the war.", "object", "deserters"),
        ("The agency in Harby recruited about 288 retired soldiers, of whom 72 have gone to the front.", "hedge", "72"),
        (
            "The agency in Harby recruited about 288 retired soldiers and gave them $3,400 and a house.",
            "figure",
            "3,400",
        ),
        (
            "In Harby about 288 retired soldiers were promised 3,400 euros a month by the agency.",
            "currency",
            "3,400",
        ),
    ],
)
def test_a_number_stays_and_something_about_it_is_changed(tools: Any, retelling: str, what: str, now: str) -> None:
    found = related(tools, SOURCE, retelling)
    assert len(unsaid(found)) == 1
    assert [c.what for c in found.changes if now in c.now.text and c.what == what]


@pytest.mark.parametrize(
    ("other", "days"),
    [
        ("Our reporters saw the agency in Harby that took 288 retired soldiers.", ("2026-01-05", "2026-01-07")),
        ("In Harby the agency recruited 288 retired soldiers, Radio Nine reports.", ("2026-01-05", "2026-01-07")),
        ("In Harby the agency recruited 288 retired soldiers.", ("2026-01-05", "2026-04-07")),
        ("In Harby the agency recruited 41 men on 28 May 2025.", ("2026-01-05", "2026-01-07")),
    ],
)  # fmt: skip
def test_no_retelling_where_something_else_explains_it(tools: Any, other: str, days: tuple[str, ...]) -> None:
    assert unsaid(related(tools, SOURCE, other, days=days)) == []


def test_what_stayed_as_it_was_is_no_change(tools: Any) -> None:
    same = "In Harby, between May and June, about 288 retired soldiers were recruited by the agency."
    found = related(tools, SOURCE, same)
    assert len(unsaid(found)) == 1
    assert found.changes == ()
