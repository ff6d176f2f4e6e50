"""What a source leaves open and a report that credits it tells as done or as certain, in other words."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import related

SOURCE = (
    "Norway has been taking men from the villages around Harby since spring, the families say. The county plans a "
    "hotline for the parents of recruits. Parliament has asked for permission to inspect the barracks at Sandvika. A "
    "committee proposes that the harbour master, Olof Brandt, be removed from office. A woman in a grey coat counted "
    "out the banknotes at the cannery; I think she was from the consulate, a docker said. Perhaps twenty crewmen froze "
    "on the ferry Gudrun in April. The union opened an office in Alby. A second party is to sail on 20 May, and the "
    "ferry may have been chartered in Sandvika between August 2019 and January 2020."
)


def settled(tools: Any, retelling: str) -> list[str]:
    follower = f"Men from around Harby have been taken by Norway, Outlet 0 reports. {retelling}"
    found = related(tools, SOURCE, follower).changes
    return [c.now.text for c in found if c.reasons[0].rule.startswith("settled.")]


@pytest.mark.parametrize(
    "retelling",
    [
        "A hotline for the parents of recruits has been set up by the county.",
        "The barracks at Sandvika have been inspected by parliament.",
        "Harbour master Olof Brandt was removed last week.",
        "At the cannery a woman from the consulate in a grey coat handed banknotes to the men.",
        "Twenty crewmen of the ferry Gudrun starved in April.",
        "Nine men left on 3 May, and a second party has sailed since.",
    ],
)
def test_what_was_open_is_told_as_settled(tools: Any, retelling: str) -> None:
    assert settled(tools, retelling) == [retelling]


@pytest.mark.parametrize(
    "retelling",
    [
        "The county wants a hotline for the parents of recruits.",
        "A hotline for the parents of recruits is planned by the county.",
        "Parliament would like to inspect the barracks at Sandvika.",
        "The barracks at Sandvika have not been inspected.",
        "A committee would have the harbour master, Olof Brandt, removed from office.",
        "At the cannery a woman in a grey coat handed banknotes to the men, who thought she was from the consulate.",
        "The union has opened an office in Alby.",
        "The consulate was closed on Monday.",
        "A second party has not sailed.",
        "Dockers were hired as guards between August 2019 and January 2020.",
        "Twenty crewmen of the ferry Hedda were given medals.",
    ],
)
def test_what_stays_open_or_is_something_else_is_no_change(tools: Any, retelling: str) -> None:
    assert settled(tools, retelling) == []
