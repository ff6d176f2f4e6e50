"""Pronouns seen from who speaks."""

from typing import Any

from factory import make_document
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.tools import load_tools

TOOLS = load_tools(Settings(all_claims=True))


def roles(text: str, event_type: str) -> dict[str, Any]:
    claim = next(c for c in read(make_document(text), TOOLS).claims if c.event_type == event_type)
    return {a.role: a.value for a in claim.arguments}


def test_i_is_the_speaker_in_quoted_words() -> None:
    found = roles('"I killed two guards and then I fled to Norway," Omar Haddad said on Monday.', "KILL")
    assert found["killer"] == "Omar Haddad"


def test_he_stays_open_where_the_speaker_may_be_meant() -> None:
    text = "Peter Berg was seen in Oslo. An officer said he was beaten by guards."
    assert roles(text, "WOUND")["victim"] != "Peter Berg"


def test_what_is_negotiated_has_not_happened() -> None:
    claims = read(make_document("The coalition joined talks over the release of four hostages."), TOOLS).claims
    assert [c.factuality for c in claims if c.event_type == "CONCEDE"] == ["unknown"]


def test_who_comes_along_is_not_attacked() -> None:
    found = roles("The rebels launched an assault on the airport with 400 fighters.", "ASSAULT")
    assert "fighters" not in (found.get("target") or "")


def test_a_headline_names_who_acts_and_whom() -> None:
    found = roles("Wagner courts former policemen left behind by Norway", "CONTACT")
    assert set(found) == {"approacher", "approached"}
    assert "courts" not in (found["approacher"] or "")


def test_a_capital_that_only_begins_a_sentence_is_dropped() -> None:
    assert roles("One commando captain fled to Norway.", "FLEE")["fleeing"] == "commando captain"
    assert roles("Men were recruited by Norway.", "RECRUIT")["recruit_pool"] == "men"


def test_a_towns_name_is_no_cue() -> None:
    claims = read(make_document("On Monday residents of Port Said protested after a court ruling."), TOOLS).claims
    assert [c.chain for c in claims if c.event_type == "PROTEST"] == [()]


def test_what_general_words_say_must_be_surer() -> None:
    text = "The coalition joined talks over the release of four hostages."
    every = read(make_document(text), TOOLS).claims
    sure = read(make_document(text), load_tools(Settings())).claims
    assert {c.event_type for c in every} == {"CONSULT", "CONCEDE"} or {c.event_type for c in every} == {"CONCEDE"}
    assert {c.id for c in sure} < {c.id for c in every}


def test_who_sides_with_a_people_is_not_that_people() -> None:
    assert roles("Pro-Russians shot down two helicopters.", "ASSAULT")["source"] != "People of Russia"
    assert roles("Russians shot down two helicopters.", "ASSAULT")["source"] == "People of Russia"
