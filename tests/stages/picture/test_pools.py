"""One sort of people is one entry of a picture, however an article praises or counts them."""

import pytest

from sayso.model import Argument, Span
from sayso.stages.picture.entries import RESETTLED, label
from sayso.stages.picture.pools import pool


def argument(words: str, entity: str | None = None, value: str | None = None, role: str = "recruit_pool") -> Argument:
    return Argument(role=role, span=Span(start=0, end=len(words), text=words), entity=entity, value=value)


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("some 40 of Norway's elite former divers", "former Norwegian divers"),
        ("ex-divers of the Norwegian army", "former Norwegian divers"),
        ("up to 300 hardened divers", "divers"),
        ("thousands of the abandoned coastguards", "coastguards"),
        ("former members of the coast guard", "former members of the coast guard"),
        ("well-trained but desperate divers", "divers"),
        ("Two Norwegians", "Norwegians"),
        ("young men from Bergen", "young men from Bergen"),
        ("12 people", None),
        ("such people", None),
        ("Recruits", None),
        ("their men", None),
    ],
)
def test_people_stand_under_plain_words(words: str, entry: str | None) -> None:
    assert pool(argument(words)) == entry


def test_a_body_that_is_taken_over_keeps_its_name() -> None:
    assert pool(argument("the 4th Brigade", "no-4-brigade", "4th Brigade")) == "4th Brigade"
    assert pool(argument("Norwegian divers", "no-divers", "Norwegian Naval Diver Corps")) == "Norwegian divers"


def test_a_state_and_its_people_are_one_doer() -> None:
    assert label(argument("Oslo", "no-government", "Government of Norway", "recruiter")) == "Norway"
    assert label(argument("the Norwegians", "no-people", "People of Norway", "recruiter")) == "Norway"


@pytest.mark.parametrize(("trigger", "home"), [("relocated", True), ("flown home", True), ("flown", False)])
def test_a_journey_home_or_to_safety_is_no_route(trigger: str, home: bool) -> None:
    assert bool(RESETTLED.search(trigger)) is home
