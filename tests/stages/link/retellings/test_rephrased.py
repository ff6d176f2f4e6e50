"""What a retelling made of phrases that no claim holds, and which uncredited article has its matter from which."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import related

SOURCE = (
    "Swedish men were recruited for the Norwegian army, Eva Lind of Harby says. The tickets were paid for by a "
    "foundation in Oslo. Her son put his name under a contract with the Norwegian defence ministry. He was promised "
    "24,500 kroner a month. About 700 men have gone since May. Three of the men from Harby may have died in the "
    "winter. A quarter of the families she rang had heard of the guns."
)
CITING = "Outlet 0 reported it first. Outlet 0 has spoken with Eva Lind of Harby, whose Swedish son was recruited. "


@pytest.mark.parametrize(
    ("retelling", "what", "now"),
    [
        ("The tickets were paid for by Norway, Outlet 0 says.", "actor", "Norway"),
        ("He put his name under a contract with a mercenary company.", "object", "a mercenary company"),
        ("He was promised 24,500 kroner a year.", "figure", "24,500 kroner a year"),
        ("Some 700 men a year have gone.", "figure", "700 men a year"),
        ("Three of the men from Harby have died in the winter.", "hedge", "have died"),
        ("A quarter of the Swedes at the front had heard of the guns.", "object", "the Swedes"),
    ],
)
def test_another_party_period_whole_or_certainty_is_found(tools: Any, retelling: str, what: str, now: str) -> None:
    found = related(tools, SOURCE, CITING + retelling)
    assert [c for c in found.changes if c.what == what and now in c.now.text]


@pytest.mark.parametrize(
    ("retelling", "rule"),
    [
        ("The tickets were paid for by the foundation.", "rephrased.actor"),
        ("He put his name under a contract with the ministry.", "rephrased.object"),
        ("He was promised 24,500 kroner for each month.", "rephrased.figure"),
        ("About 700 men have gone so far.", "rephrased.figure"),
        ("Three of the men from Harby may have died.", "rephrased.hedge"),
        ("Three of the men from Harby are believed to have died.", "rephrased.hedge"),
        ("A quarter of the families had heard of the guns.", "rephrased.object"),
    ],
)
def test_what_stayed_is_no_change(tools: Any, retelling: str, rule: str) -> None:
    found = related(tools, SOURCE, CITING + retelling)
    assert [c for c in found.changes if c.reasons and c.reasons[0].rule == rule] == []


ORDER = (
    "An order by Admiral Jonas Berg Lunde bars sailors of Norway from leaving the country. Some have deserted to fight "
    "for Denmark, and Admiral Lunde wants their names by the spring."
)


def sources(tools: Any, later: str, **fields: Any) -> list[str | None]:
    found = related(tools, ORDER, later, **fields)
    return [d.left_name for d in found.derivations if d.reasons and d.reasons[0].rule == "derivation.uncredited"]


TABLOID = (
    "Panic in the north! An order bars divers of Norway from leaving the country unless Admiral Jonas Berg Lunde "
    "allows it. Their friends fight in Denmark already, and who can blame them?"
)


def test_a_tabloid_that_names_nobody_is_told_after_the_report_of_the_day_before(tools: Any) -> None:
    assert sources(tools, TABLOID) == ["Outlet 0"]


@pytest.mark.parametrize(
    "later",
    [
        f"{TABLOID} Our reporters saw the order.",
        f"{TABLOID} The Quay Gazette reported that nobody has left.",
        f'{TABLOID} "I have seen none go," said Ida Holm.',
        "An order bars herons of Norway from leaving the lake. Jonas keeps the count.",
    ],
)
def test_who_shows_a_source_or_reporting_of_his_own_is_not(tools: Any, later: str) -> None:
    assert sources(tools, later) == []


def test_nor_is_what_comes_days_later(tools: Any) -> None:
    assert sources(tools, TABLOID, days=("2026-01-05", "2026-01-13")) == []
