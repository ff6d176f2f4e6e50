"""Another number where the source has one, though the sentences are worded otherwise."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import related

SOURCE = (
    "Norway has been taking men from the villages around Harby since spring, the families say. Of the 74 crewmen who "
    "boarded the ferry Gudrun in April, thirteen had signed at the cannery. The rest were told about it on deck, by a "
    "broker with a megaphone. Each was promised 3,100 euros a month and a flat in Bergen."
)


def changed(tools: Any, retelling: str) -> list[tuple[str, str]]:
    follower = f"Men from around Harby have been taken by Norway, Outlet 0 reports. {retelling}"
    return sorted({(c.was.text, c.now.text) for c in related(tools, SOURCE, follower).changes if c.what == "figure"})


@pytest.mark.parametrize(
    ("retelling", "was", "now"),
    [
        ("In April the ferry Gudrun carried 47 crewmen.", "74 crewmen", "47 crewmen"),
        ("The ferry Gudrun had 740 crewmen on board in April.", "74 crewmen", "740 crewmen"),
        ("At the cannery thirty signed, and the rest heard of it on deck.", "thirteen", "thirty"),
        ("It was 31,000 euros a month that they were promised.", "3,100 euros a month", "31,000 euros a month"),
        (
            "The ferry Gudrun had 90 crewmen on board when it left in April, and a broker with a megaphone told them.",
            "74 crewmen",
            "90 crewmen",
        ),
    ],
)
def test_a_number_that_stands_where_the_source_has_another_one(tools: Any, retelling: str, was: str, now: str) -> None:
    assert (was, now) in changed(tools, retelling)


@pytest.mark.parametrize(
    "retelling",
    [
        "The ferry Gudrun carried 74 crewmen in April; 47 more were to follow.",
        "The ferry Gudrun is 47 years old and was built for 200 sheep.",
        "The ferry Gudrun carried more than 70 crewmen in April.",
        "In Sandvika 740 houses were searched by the police the week after.",
        "A cannery in Sandvika has dismissed thirty workers this year.",
    ],
)
def test_a_number_of_something_else_is_no_change(tools: Any, retelling: str) -> None:
    assert changed(tools, retelling) == []
