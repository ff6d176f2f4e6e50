"""What stands before a colon: a speaker, or the label of a caption, a list or a piece."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.cues import load_cues
from sayso.model import Attribution, Mentions
from sayso.stages.attribute import attribute


def read(text: str, nlp: Any) -> tuple[Attribution, ...]:
    return attribute(make_parsed(text, nlp), Mentions(), cues=load_cues())


def sources(text: str, nlp: Any) -> list[str]:
    return [a.source[0].text for a in read(text, nlp) if a.source]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen: Six youths were led away from the quarry and put on a lorry to the coast.",
        "Fighters: Two dozen recruits crossed the river and joined a unit near Marib.",
        "Conscripts: The regiment trained 90 men in spring.",
        "Widows: The brigade buried 40 men in March.",
        "Rebels: Armed men stand beside a truck in Lahij on Monday. The army held the bridge.",
        "Analysis: Navy hires 200 divers from abroad",
        "Interview: Navy hires 200 divers from abroad",
        "Advertisement: Earn 2,000 dollars a month at the front",
        "Special report: Navy hires 200 divers from abroad",
        "Yemen: The navy hired 200 divers from abroad.",
        "Hard Power Over Soft Words: The council was founded to end the fighting.",
        "Trade Rights Trumped by Old Quarrels: The council was founded to end the fighting.",
        "Court Power Delays Peace Efforts: The council was founded to end the fighting.",
        "Hollow Promise: The council was founded to end the fighting.",
        "Correction: May 3, 2021, Monday",
        "Okoye in the dock: the long trial of a governor begins",
    ],
)
def test_labels_that_nobody_speaks_behind(text: str, nlp: Any) -> None:
    assert sources(f"Heading of the day\n{text}", nlp) == []
    assert sources(text, nlp) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kremlin: no divers lost at sea", "Kremlin"),
        ("Ministry: 200 divers were hired by the navy", "Ministry"),
        ("Witnesses: Soldiers fired on the boat.", "Witnesses"),
        ("Officials: The boat carried 40 divers.", "Officials"),
        ("Fighters: “We were sold to the navy.”", "Fighters"),
        ("Conscripts: We were given no boots and no bread.", "Conscripts"),
        ("Residents in Taiz: soldiers fired on the boat", "Residents in Taiz"),
        ("The general: Two hundred divers were hired.", "The general"),
        ("Samira Okonjo: The council was founded to end the fighting.", "Samira Okonjo"),
        ("NATO: No divers were hired.", "NATO"),
        ("UN report: Navy hired 200 divers", "UN report"),
        ("Ukraine: Russia hired 200 divers in March", "Ukraine"),
    ],
)
def test_speakers_before_a_colon(text: str, source: str, nlp: Any) -> None:
    assert sources(text, nlp) == [source]


INTERVIEW = """An evening with the deserter
OKOYE: How did they find you?
RASHID: They came to the school. The colonel hired 30 of us and sent us to the coast.
OKOYE: Who paid?
RASHID: The colonel paid."""


def test_each_turn_of_a_transcript_is_its_speakers_to_the_end(nlp: Any) -> None:
    found = read(INTERVIEW, nlp)
    assert [(a.source[0].text, a.content[0].text) for a in found] == [
        ("OKOYE", "How did they find you?"),
        ("RASHID", "They came to the school. The colonel hired 30 of us and sent us to the coast."),
        ("OKOYE", "Who paid?"),
        ("RASHID", "The colonel paid."),
    ]
    assert {a.source_kind for a in found} == {"named_person"}


def test_names_that_come_again_speak_in_turn(nlp: Any) -> None:
    text = INTERVIEW.replace("OKOYE", "Ada Okoye").replace("RASHID", "Sami Rashid")
    assert [a.source[0].text for a in read(text, nlp)] == ["Ada Okoye", "Sami Rashid"] * 2


def test_the_headings_of_a_report_are_no_turns(nlp: Any) -> None:
    text = "Losses: The navy lost 3 boats.\nWeapons: The navy bought 4 guns.\nLosses: The army lost 2 tanks.\n"
    assert sources(text + "Weapons: The army bought 9 guns.", nlp) == []


def test_countries_and_towns_in_capitals_take_no_turns(nlp: Any) -> None:
    text = "PERU: The navy hired 200 divers.\nTAIZ: Two boats sank.\nOMAN: The port is shut.\nCHAD: Rain fell."
    assert sources(text, nlp) == []
