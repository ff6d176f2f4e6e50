"""How many of a people are told by several: which numbers disagree, from the words of articles to both sides."""

from typing import Any

import pytest

from sayso.pipeline import read
from sayso.stages.ingest import from_record
from sayso.stages.link import link

UNION = "Norway has recruited 140 Swedes for its army, the Swedish Seamen's Union said on Monday."
RECRUITS = "Norway recruits Swedes for its army."
DEAD = f"{RECRUITS} Thirty Swedes who served in Norway's army have been killed, mothers in Malmo said."


def shown(tools: Any, told: str, answer: str, days: int = 4) -> list[tuple[str, str]]:
    """(about, difference) of what is shown of two articles so many days apart."""
    made = [
        read(from_record({"id": n, "text": text, "published": day, "outlet": f"Outlet {n}"})[0], tools)
        for n, text, day in (("a", told, "2026-02-01"), ("b", answer, f"2026-02-{1 + days:02}"))
    ]
    found = link(made)
    drives = [(c.about, c.difference) for d in found.drives for c in d.contradictions]
    return drives + [(c.about, c.difference) for p in found.propositions for c in p.contradictions]


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (UNION, "Sweden's foreign ministry said on Thursday that Norway had recruited 71 Swedes for its army."),
        (UNION, "Norway has recruited no more than 40 Swedes for its army, Sweden's police said."),
        (UNION, "Norway has recruited 900 Swedes for its army, a Danish institute said."),
        (DEAD, f"{RECRUITS} Eleven Swedes have been killed in its army and no more, Sweden's government said."),
        (DEAD, f"{RECRUITS} Fifty-two Swedes have been killed in its army, a Danish general said."),
        ("Up to 400 Swedes have been recruited into Norway's army, a Danish officer said.",
         "Sweden's interior ministry said that fewer than twenty Swedes had been recruited into Norway's army."),
    ],
)  # fmt: skip
def test_two_voices_numbers_of_one_thing_disagree(told: str, answer: str, tools: Any) -> None:
    assert ("figure", "fact") in shown(tools, told, answer)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (UNION, "Norway has recruited 40 Swedes from Malmo for its army, a priest there said."),
        (UNION, "A second group of 40 Swedes was recruited for Norway's army, Sweden's police said."),
        (UNION, "Sweden's police have so far identified 40 Swedes who were recruited for Norway's army."),
        (UNION, "About 150 Swedes have been recruited for Norway's army, Sweden's police said."),
        (UNION, "Norway has recruited 140 Swedes and 40 Danes for its army, Sweden's police said."),
        (
            DEAD,
            f"{RECRUITS} Twelve Swedes in its army have been wounded, Sweden's foreign ministry said.",
        ),
        (
            DEAD,
            f"{RECRUITS} Two Swedes of his platoon were killed, a Swede who came home said.",
        ),
    ],
)
def test_a_part_what_is_known_so_far_and_another_fate_do_not(told: str, answer: str, tools: Any) -> None:
    assert [each for each in shown(tools, told, answer) if each[0] == "figure" and each[1] == "fact"] == []


def test_a_larger_number_of_later_brings_a_smaller_one_up_to_date(tools: Any) -> None:
    first = "Norway has recruited 71 Swedes for its army, Sweden's foreign ministry said."
    again = "Sweden's foreign ministry said that Norway had by now recruited 140 Swedes for its army."
    assert ("figure", "fact") not in shown(tools, first, again, days=20)


def test_a_larger_number_by_another_voice_weeks_later_may_be_of_later(tools: Any) -> None:
    again = "Norway has recruited 400 Swedes for its army, a Danish institute said."
    assert shown(tools, UNION, again, days=20) == [("figure", "update")] * 2
