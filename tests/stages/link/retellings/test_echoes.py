"""Passages that tell anew what an earlier document has though nobody is credited, and outlets named in passing."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import document, related

from sayso.model import Relations
from sayso.stages.link.texts.citations import find_mentions

COURT = (
    "A court in Harby has sentenced a travel agent, 43, to eighteen years after finding that 214 young Swedes were "
    "hired for the Norwegian army. The court said that 67 of the men had come home to Harby by the spring."
)
WARD = (
    "The hospital of Ostby treated 118 sailors for frostbite in March, Doctor Lena Brink of the Ostby hospital said. "
    "She counted 52 ships in the ice before Ostby that month."
)


def passages(found: Relations) -> list[tuple[str, str]]:
    """(outlet, shared) of the sources of passages that nobody is credited for."""
    rules = [(d.left_name or "", d.reasons[0]) for d in found.derivations]
    return [
        (name, (reason.detail or "").split(": ")[-1]) for name, reason in rules if reason.rule == "derivation.passage"
    ]


def test_figures_in_words_and_names_tell_where_a_passage_is_from(tools: Any) -> None:
    later = (
        "Norway will vote in May, and the price of fish is up. In Harby a travel agent got eighteen years: two hundred "
        "and fourteen young Swedes had been hired for the Norwegian army, and sixty-seven are back in Harby."
    )
    found = passages(related(tools, COURT, later))
    assert [name for name, _ in found] == ["Outlet 0"]
    assert {"214", "67", "harby"} <= set(found[0][1].split(", "))


def test_a_roundup_has_several_sources(tools: Any) -> None:
    later = (
        "The month that was. In Harby a court gave a travel agent eighteen years for hiring two hundred and fourteen "
        "young Swedes, of whom sixty-seven are home. In Ostby a hundred and eighteen sailors lay in the hospital with "
        "frostbite, Lena Brink says, and fifty-two ships lay in the ice."
    )
    days = ("2026-01-05", "2026-01-06", "2026-01-20")
    assert [name for name, _ in passages(related(tools, COURT, WARD, later, days=days))] == ["Outlet 0", "Outlet 1"]


@pytest.mark.parametrize(
    "other",
    [
        "The court of Harby will hear a baker next week. The travel agents of Harby fear for the summer.",
        "In Ostby 214 herons were counted. The young Swedes who count them hired a boat.",
        "The Norwegian army wants 900 new tents. A court in Oslo will decide who may sew them.",
    ],
)
def test_names_or_one_number_are_not_enough(tools: Any, other: str) -> None:
    assert passages(related(tools, COURT, other)) == []


def test_who_heard_the_same_witness_has_it_from_him(tools: Any) -> None:
    first = "Karl Lund, 67, told us that 214 young Swedes were hired in Harby."
    other = (
        'Karl Lund, 67, spoke to us in Harby of the 214 young Swedes. "I would burn the whole office down tomorrow," '
        'said Karl Lund. "Nobody asked the mothers before the buses left," Karl Lund added.'
    )
    assert passages(related(tools, first, other)) == []


HELD = frozenset({"Hill Gazette", "Valley Press Agency", "Lantern", "Ministry of Fish"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The same order is told in the Hill Gazette.", ["Hill Gazette"]),
        ("[1] Cf. Hill Gazette, 6 May 2026.", ["Hill Gazette"]),
        ("Three generals spoke with Valley Press of it.", ["Valley Press Agency"]),
        ("Life for an agent in Harby (VPA). First of its kind.", ["Valley Press Agency"]),
        ("He confessed it to the magazine Lantern in May.", ["Lantern"]),
        ("Lantern shows were forbidden.", []),
        ("The Ministry of Fish had no comment.", []),
        ("The Hill Gazettes of this world will laugh.", []),
    ],
)
def test_outlets_at_hand_are_known_wherever_they_are_named(text: str, names: list[str]) -> None:
    assert [c.name for c in find_mentions(document("d", text), HELD)] == names


def test_a_document_does_not_name_its_own_outlet_or_one_that_it_cites_anyway() -> None:
    own = document("d", "The Hill Gazette wrote to us.", outlet="Hill Gazette")
    assert find_mentions(own, HELD) == ()
