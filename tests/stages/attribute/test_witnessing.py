"""What somebody who looked on saw himself."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.cues import load_cues
from sayso.model import Attribution, Mentions
from sayso.stages.attribute import attribute


def read(text: str, nlp: Any, **fields: Any) -> tuple[Attribution, ...]:
    return attribute(make_parsed(text, nlp, **fields), Mentions(), cues=load_cues())


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("UN monitors saw soldiers take the boat.", "UN monitors", "soldiers take the boat"),
        ("A photographer saw men leave the port.", "A photographer", "men leave the port"),
        ("An AFP correspondent counted 40 bodies at the port.", "An AFP correspondent", "40 bodies"),
        ("OSCE observers heard guns fire.", "OSCE observers", "guns fire"),
    ],
)
def test_who_looks_on_tells_what_he_saw(text: str, source: str, content: str, nlp: Any) -> None:
    (found,) = read(text, nlp)
    assert (found.source[0].text, found.voice.knows) == (source, "saw")
    assert found.content[0].text.startswith(content)


@pytest.mark.parametrize(
    "text",
    [
        "Observers saw a trend in the vote.",
        "The monitors saw an opportunity.",
        "The bank counted its losses.",
        "UN monitors did not see soldiers take the boat.",
        "Voters saw the ship leave.",
    ],
)
def test_no_witness_where_nobody_is_there_to_look(text: str, nlp: Any) -> None:
    assert not [a for a in read(text, nlp) if a.voice.knows == "saw"]


def test_an_outlets_own_people_are_its_own_voice(nlp: Any) -> None:
    text = "A Coast Courier photographer saw soldiers take the boat."
    assert not read(text, nlp, outlet="The Coast Courier")
    assert read(text, nlp, outlet="Daily Example")


def test_observers_of_a_body_are_no_public(nlp: Any) -> None:
    (found,) = read("UN observers said that the boat was gone.", nlp)
    assert found.source_kind == "unnamed_official"
    (found,) = read("Observers said that the boat was gone.", nlp)
    assert found.source_kind == "public"
