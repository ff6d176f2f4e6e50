"""What an article does with its readers and sources is nothing that happened."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters", "plover"])


def types(text: str, nlp: Any) -> set[str]:
    return {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("One of the officers asked not to be named because he has a family in Bergen.", "REQUEST"),
        ("A diplomat in Oslo, who asked to remain anonymous, doubts it.", "REQUEST"),
        ("I asked him how many there were.", "REQUEST"),
        ("She asked the broker what the men would be paid.", "REQUEST"),
        ("We thank the reader who wrote to us.", "SUPPORT"),
        ("The group has no paid staff and no office near the front.", "OFFER"),
        ("During the war paid subscribers get the footnotes.", "OFFER"),
        ("Officials of the internationally recognised government are looking into it.", "RECOGNISE"),
        ("The brokers swore they would never hear a shot fired.", "DENY"),
        ("A week later the news agency Fjord Press spoke with two former generals.", "CONSULT"),
        ("The reporter rang the recruiter at the front.", "CONTACT"),
    ],
)
def test_manners_are_no_event(text: str, kind: str, nlp: Any) -> None:
    assert kind not in types(text, nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oslo asked Stockholm to send the men home.", "REQUEST"),
        ("The prime minister thanked Norway for its support.", "SUPPORT"),
        ("The company paid the fighters 2,000 euros a month.", "OFFER"),
        ("Norway recognised the government of the rebels.", "RECOGNISE"),
        ("The minister spoke with the rebels about a truce.", "CONSULT"),
    ],
)
def test_the_deed_itself_is_told(text: str, kind: str, nlp: Any) -> None:
    assert kind in types(text, nlp)
