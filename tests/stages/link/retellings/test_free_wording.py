"""Changes that share little more than a number, a kind of cost or rare words with the source: doubt about a number,
hearsay that became a finding, a number misheard, other work of the same men, another payer of one kind of thing."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import related

SOURCE = (
    "Norway has been taking men from the villages around Harby since spring, the families say. The number of Swedes "
    "who are with the Norwegian forces may run to several hundred, the consul thinks. A rapporteur said that she had "
    "received reports that Swedish recruits were beaten in a camp near Sandvika. The recruits are being used to dig "
    "trenches and to lay telephone cable, mostly at night. They were drilled for fifteen days. The ferry tickets of "
    "the men were paid for by a canning company in Alby. The consul could name 340 of them."
)


def changed(tools: Any, retelling: str) -> list[tuple[str, str]]:
    follower = f"Men from around Harby have been taken by Norway, Outlet 0 reports. {retelling}"
    return sorted({(c.what, c.now.text) for c in related(tools, SOURCE, follower).changes})


@pytest.mark.parametrize(
    ("retelling", "what", "now"),
    [
        ("Several hundred Swedes are there, cold and hungry, in the Norwegian forces.", "hedge", "Several hundred"),
        (
            "A rapporteur has confirmed that Swedish recruits were beaten in a camp near Sandvika.",
            "hedge",
            "confirmed that Swedish recruits were beaten in a camp near Sandvika",
        ),
        ("The recruits are used to storm trenches and to lay telephone cable, mostly in the dark.", "object", "storm"),
        ("The preparation lasted fifty days.", "figure", "fifty days"),
        ("Their fares are covered by the Norwegian government, she adds.", "actor", "the Norwegian government"),
    ],
)
def test_what_was_changed_in_other_words(tools: Any, retelling: str, what: str, now: str) -> None:
    found = changed(tools, retelling)
    assert [(w, words) for w, words in found if w == what and now in words]


@pytest.mark.parametrize(
    "retelling",
    [
        "There may be several hundred Swedes in the Norwegian forces.",
        "Several hundred sheep drowned on the ferry to Alby.",
        "Of 340 of them the names are known.",
        "A rapporteur could not confirm that Swedish recruits were beaten in a camp near Sandvika.",
        "A rapporteur has heard of Swedish recruits who were beaten in a camp near Sandvika.",
        "The police confirmed that a bakery in Sandvika was robbed.",
        "The recruits dig trenches and lay telephone cable, mostly in the dark.",
        "They were drilled for two weeks.",
        "Their fares were paid by the company.",
    ],
)
def test_what_is_told_as_it_was_or_is_something_else(tools: Any, retelling: str) -> None:
    assert changed(tools, retelling) == []
