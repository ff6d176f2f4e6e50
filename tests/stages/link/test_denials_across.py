"""Who denies stands against who told it, from the words of articles to both sentences side by side.

Own articles of a few sentences.
"""

from typing import Any

import pytest

from sayso.model import Claim, Contradiction
from sayso.pipeline import read
from sayso.stages.ingest import from_record
from sayso.stages.link import link

TOLD = (
    "Norway has recruited some 200 Swedish ex-soldiers to fight for its army, Sweden's interior ministry said on "
    "Monday. The men were flown to Oslo, it said."
)
MOTHERS = (
    "Mothers in Malmo say that their sons were tricked into Norway's army. Agents recruited the Swedes with jobs on "
    "farms, the mothers told the paper, and forced them to fight for Norway."
)


def found(tools: Any, *texts: str) -> list[tuple[Contradiction, Claim, Claim]]:
    """Contradictions of drives and propositions, with both claims; each text is an article of its own outlet."""
    readings = []
    for i, text in enumerate(texts):
        row = {"id": f"n{i}", "text": text, "published": f"2026-02-0{i + 1}", "outlet": f"Outlet {i}"}
        readings.append(read(from_record(row)[0], tools))
    relations = link(readings)
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    shown = [c for p in relations.propositions for c in p.contradictions]
    shown += [c for d in relations.drives for c in d.contradictions]
    return [(c, claims[c.left], claims[c.right]) for c in shown]


@pytest.mark.parametrize(
    ("told", "denied", "denier"),
    [
        (
            TOLD,
            "Norway's defence ministry dismissed as baseless the charge by Sweden's interior ministry that it recruits "
            "Swedish ex-soldiers for its army.",
            "defence ministry",
        ),
        (
            TOLD,
            "Sweden says that Norway recruits Swedish ex-soldiers for its army. Norway denied it on Tuesday.",
            "Norway",
        ),
        (
            TOLD,
            'Not one Swede serves in the army of Norway, its embassy in Stockholm said. "We have never recruited '
            'Swedish ex-soldiers for our army," the ambassador added.',
            "embassy",
        ),
        (
            TOLD,
            "Norway's embassy in Stockholm called reports of Swedish mercenaries in Norway's army fabricated. Swedish "
            "ex-soldiers are said to be recruited for Norway's war.",
            "embassy",
        ),
    ],
)
def test_a_denial_by_the_accused_stands_against_who_told_it(told: str, denied: str, denier: str, tools: Any) -> None:
    shown = [(c, right) for c, _, right in found(tools, told, denied) if c.about in ("polarity", "actor")]
    assert shown
    assert any(c.denial for c, _ in shown)
    assert any(denier in right.sentence.text for _, right in shown)


@pytest.mark.parametrize(
    "answer",
    [
        "Norway's embassy in Stockholm neither confirmed nor denied that it recruits Swedish ex-soldiers for its army.",
        "Norway's embassy in Stockholm declined to comment on the recruitment of Swedish ex-soldiers for its army.",
        "Norway's army has stopped recruiting Swedish ex-soldiers, its embassy in Stockholm said.",
        "Sweden's government has told Norway to stop recruiting Swedish ex-soldiers for its army.",
        "Norway's army failed to recruit more Swedish ex-soldiers.",
        "The Danish army said it could not confirm that Norway recruits Swedish ex-soldiers for its army.",
        "Did Norway recruit Swedish ex-soldiers for its army? Nobody in Stockholm knows.",
        "No Swede under 18 has been recruited into Norway's army, its defence ministry said.",
        "Norway's defence ministry denied that it forces Swedish ex-soldiers to fight for its army.",
    ],
)
def test_no_answer_and_the_denial_of_another_thing_contradict_nothing(answer: str, tools: Any) -> None:
    assert [c.about for c, _, _ in found(tools, TOLD, answer)] == []


def test_what_is_denied_of_the_forced_answers_who_tells_of_force(tools: Any) -> None:
    answer = "Norway's defence ministry denied that it forces Swedes to fight for its army."
    shown = found(tools, MOTHERS, answer)
    assert [c.about for c, _, _ in shown] == ["polarity"]
    assert "forced" in shown[0][1].sentence.text


def test_their_own_will_stands_against_deceit(tools: Any) -> None:
    answer = "The Swedes joined Norway's army of their own free will, the agency's owner, Bo Aas, told reporters."
    shown = found(tools, MOTHERS, answer)
    assert [c.reasons[0].rule for c, _, _ in shown] == ["drive.will"]


def test_minors_denied_stand_against_minors_told(tools: Any) -> None:
    told = "Norway has recruited Swedish boys of 15 for its army, a rights group said. " + TOLD
    answer = "No Swede under 18 has been recruited into Norway's army, its defence ministry said."
    shown = found(tools, told, answer)
    assert [("boys of 15" in left.sentence.text) for _, left, _ in shown] == [True] * len(shown)
    assert shown


def test_a_doubted_part_stands_against_who_told_of_it_by_name(tools: Any) -> None:
    told = "Vidar recruits former Swedish commandos for the war in Norway, General Nils Lind said in Malmo."
    doubt = (
        "A Danish official said that there was no sign of Vidar behind reported efforts to hire former Swedish "
        "commandos for the war in Norway."
    )
    shown = [(c.about, left.sentence.text) for c, left, _ in found(tools, TOLD, told, doubt)]
    assert shown
    assert all(about == "actor" and "Vidar" in sentence for about, sentence in shown)


def test_what_is_not_proved_not_to_be_so_and_if_it_is_denied_contradict_nothing(tools: Any) -> None:
    unproved = "A source at the ministry said that it had not been proved that nobody was forced to fight for Norway."
    assert [c.about for c, _, _ in found(tools, MOTHERS, unproved)] == []
    supposed = "If Norway denies that it recruits Swedish ex-soldiers for its army, it should open its books, he said."
    assert [c.about for c, _, _ in found(tools, TOLD, supposed)] == []


def test_men_who_had_not_gone_willingly_support_those_who_tell_of_force(tools: Any) -> None:
    again = "The Swedes who were tricked into Norway's army hadn't gone of their own will, a priest in Malmo said."
    assert [c.about for c, _, _ in found(tools, MOTHERS, again)] == []


def test_who_was_never_paid_does_not_deny_that_he_was_promised_it(tools: Any) -> None:
    told = "Norway's army promised each Swedish recruit 2,000 dollars a month, an agent told the paper."
    unpaid = "Sven Ek, a Swedish recruit of Norway's army, was never paid, his lawyer said."
    assert [c.about for c, _, _ in found(tools, TOLD + " " + told, unpaid)] == []


def test_what_is_denied_of_home_differs_in_scope_from_what_is_told_of_elsewhere(tools: Any) -> None:
    minister = "Sweden's minister Eva Lind denied that Norway's army had recruited any Swede in Sweden."
    shown = [c for c, _, _ in found(tools, TOLD, minister) if c.reasons[0].rule == "drive.denial"]
    assert [c.difference for c in shown] == ["scope"]


def test_a_man_who_is_told_by_his_people_alone_is_not_his_government(tools: Any) -> None:
    told = "A Swede who came home says that he and nine other Swedes were signed up for the Norwegian army in Malmo."
    answer = '"There is no Swede in the Norwegian army," Sweden\'s foreign ministry said.'
    assert [c.about for c, _, _ in found(tools, told, answer)] == ["polarity"]


def test_what_two_men_were_paid_is_no_disagreement(tools: Any) -> None:
    told = (
        "{}, a Swede who came home, signed a contract with Norway's army. Norway's army paid him {} a month, he said."
    )
    shown = found(tools, told.format("Ola Ek, 23", "1,800 dollars"), told.format("Per Moe, 31", "800 dollars"))
    assert [c.about for c, _, _ in shown] == []
