"""Which places and figures are the event's own, and which only stand in its clause."""

from datetime import date
from typing import Any

import pytest

from factory import make_document
from sayso.model import Published
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.tools.load import load_tools

TOOLS = load_tools(Settings(attribution="rules", all_claims=True))
"""Where an event happened does not depend on how sure it is."""


def claim_of(text: str, event_type: str) -> Any:
    return next(c for c in read(make_document(text), TOOLS).claims if c.event_type == event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "places"),
    [
        ("Gunmen killed four guards in Oslo.", "KILL", ["Oslo"]),
        ("Gunmen stormed a base in Norway.", "ASSAULT", ["Norway"]),
        ("A bomb in Oslo killed four guards.", "KILL", ["Oslo"]),
        ("Four guards were killed on the outskirts of Oslo.", "KILL", ["Oslo"]),
        ("Gunmen destroyed a post in Oslo, killing four guards.", "KILL", ["Oslo"]),
        ("Gunmen killed four guards west of Oslo.", "KILL", []),
        ("The police of Norway detained four guards.", "DETAIN", []),
        ("Soldiers attacked rebels who oppose the rule of the king over Norway.", "REJECT", []),
        ("The minister denied claims that four guards had been seen in Norway.", "DENY", []),
        ("The council met on Norway.", "CONSULT", []),
        ("Gunmen killed 40 guards, including 22 in Oslo.", "KILL", []),
        ("Gunmen killed four guards near the border of Norway.", "KILL", []),
        ("Gunmen killed four guards near Norway.", "KILL", []),
        ("Gunmen killed four guards near Oslo.", "KILL", ["Oslo"]),
        ("Three guards were killed outside Oslo.", "KILL", []),
        ("Three guards were killed near a village outside the city of Oslo.", "KILL", []),
        ("Three guards were killed outside a church in Oslo.", "KILL", ["Oslo"]),
        ("It was the first attack on Norway forces.", "ASSAULT", []),
        ("Guards were killed by the group in Norway.", "KILL", []),
        ("The guards were flown to Sweden for treatment in Oslo.", "TRANSFER", []),
    ],
)
def test_where_it_happened(text: str, event_type: str, places: list[str]) -> None:
    assert [p.span.text for p in claim_of(text, event_type).places if p.role == "location"] == places


@pytest.mark.parametrize(
    ("text", "event_type", "figures"),
    [
        ("Gunmen killed four guards.", "KILL", ["four guards"]),
        ("Norway recruited between 14,000 and 15,000 Swedes.", "RECRUIT", ["between 14,000 and 15,000 Swedes"]),
        ("Over a 20-year period Norway trained the guards.", "TRAIN", ["20-year"]),
        ("Gunmen attacked a barracks 50 miles north of the town.", "ASSAULT", []),
        ("Rebels attacked the town after three weeks of rain.", "ASSAULT", []),
        ("The judge was praised by a vote of 74 to 25 as gunmen attacked the town.", "ASSAULT", []),
    ],
)
def test_what_is_counted(text: str, event_type: str, figures: list[str]) -> None:
    assert [q.span.text for q in claim_of(text, event_type).quantities] == figures


@pytest.mark.parametrize(
    ("text", "event_type", "when"),
    [
        ("Gunmen killed four guards in May 2014.", "KILL", "May 2014"),
        ("In May 2014 gunmen killed four guards.", "KILL", "May 2014"),
        ("Gunmen destroyed a post on 3 May 2014, killing four guards.", "KILL", "3 May 2014"),
        ("Norway trained the guards ahead of the elections of May 2014.", "TRAIN", None),
        ("Norway recruited students after the war of 1999.", "RECRUIT", None),
    ],
)
def test_when_it_happened(text: str, event_type: str, when: str | None) -> None:
    period = claim_of(text, event_type).period
    assert (period.span.text if period is not None else None) == when


def test_the_dead_and_the_wounded_together_are_neither_s_count() -> None:
    killed = claim_of("At least 26,000 Swedes were killed or injured in the war.", "KILL")
    assert killed.quantities == ()
    assert [a.span.text for a in killed.arguments] == ["Swedes"]
    both = claim_of("Bombers hit the town, killing and maiming 40 teachers.", "KILL")
    assert both.quantities == ()
    apart = claim_of("Gunmen killed 20 guards and injured 30 teachers.", "KILL")
    assert [q.span.text for q in apart.quantities] == ["20 guards"]


def test_others_that_were_wounded_are_not_counted_with_the_dead() -> None:
    killed = claim_of("Police said at least three men were shot dead and fifteen others wounded.", "KILL")
    assert [q.low for q in killed.quantities] == [3]


def test_until_when_a_truce_holds_is_not_when_it_was_agreed() -> None:
    assert claim_of("On 4 May 2021 Norway agreed on a truce.", "AGREE").period is not None
    assert claim_of("Norway agreed on a truce until 21 March 2022.", "AGREE").period is None


def test_what_is_told_as_done_happened_by_the_day_of_the_article() -> None:
    text = "The king shut down the railway in anticipation of protests tomorrow."
    day = date(2021, 5, 4)
    document = make_document(text, published=Published(start=day, end=date(2021, 5, 5), precision="day", basis="given"))
    (claim,) = [c for c in read(document, TOOLS).claims if c.event_type == "COERCE"]
    assert claim.period is None


def test_an_adjective_alone_names_no_people() -> None:
    (taker,) = claim_of("The Norwegian occupation of the town went on.", "SEIZE").arguments[:1]
    assert (taker.span.text, taker.entity, taker.value) == ("Norwegian", None, None)


def test_until_when_belongs_to_the_verb_right_before() -> None:
    shut = "Swedish airspace until the end of May"
    taken = claim_of(f"Norwegian troops take over the control tower at Voss Central Airport and close {shut}.", "SEIZE")
    assert taken.period is None
    assert claim_of("Rebels besieged the town until May 2023.", "ASSAULT").period is not None
