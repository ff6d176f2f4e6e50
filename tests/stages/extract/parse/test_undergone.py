"""Who is accused, offered something, recruited or described, where the parser takes him for somebody else."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters", "plover"])


def told(text: str, nlp: Any) -> set[tuple[str, str, str]]:
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    return {(event.event_type, a.role, a.span.text) for event in found for a in event.arguments}


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "The new cabinet stands accused of leaving its citizens without help.",
            ("ACCUSE", "target", "The new cabinet"),
            ("ACCUSE", "source", "The new cabinet"),
        ),
        (
            "Karl Berg accused of murder of two sisters in Oslo.",
            ("ACCUSE", "target", "Karl Berg"),
            ("ACCUSE", "source", "Karl Berg"),
        ),
        (
            "Men who lost their posts were approached by agents at the airport and offered citizenship and a bonus.",
            ("OFFER", "recipient", "Men"),
            ("OFFER", "offerer", "Men"),
        ),
        (
            "Hundreds of Swedes recruited for the war",
            ("RECRUIT", "recruit_pool", "Hundreds of Swedes"),
            ("RECRUIT", "recruiter", "Hundreds of Swedes"),
        ),
        (
            "Near Bergen, 70 men are arrested at the border.",
            ("DETAIN", "detained", "70 men"),
            ("DETAIN", "detained", "Near Bergen"),
        ),
        (
            "We mourn with the friends and loved ones of those who were injured in the raid.",
            ("WOUND", "victim", "those"),
            ("WOUND", "victim", "the friends"),
        ),
        (
            "In the war he was put in a group and sent to fight near Bergen.",
            ("DEPLOY", "deployed", "he"),
            ("DEPLOY", "deployer", "he"),
        ),
        (
            "Most of them died by shell fire but the majority were old and many shot at close range.",
            ("KILL", "victim", "Most of them"),
            ("ASSAULT", "source", "many"),
        ),
        (
            "The blasts include the explosion of a minibus which killed 100 people.",
            ("KILL", "killer", "the explosion of a minibus"),
            ("KILL", "killer", "a minibus"),
        ),
        (
            "Security forces ignore international pressure and fire on protesters, killing 34.",
            ("REJECT", "theme", "international pressure"),
            ("REJECT", "theme", "fire"),
        ),
        (
            "President Berg petitioned the ministry to ban the party after accusing them of fraud.",
            ("REQUEST", "source", "President Berg"),
            ("ACCUSE", "source", "the ministry"),
        ),
        (
            "The ministry accuses the militia of recruiting Afghan migrants for the war.",
            ("RECRUIT", "recruiter", "the militia"),
            ("RECRUIT", "recruiter", "The ministry"),
        ),
    ],
)
def test_who_undergoes_it_is_not_who_does_it(
    text: str, right: tuple[str, str, str], wrong: tuple[str, str, str], nlp: Any
) -> None:
    found = told(text, nlp)
    assert right in found
    assert wrong not in found


@pytest.mark.parametrize(
    ("text", "participant"),
    [
        ("The men were met at the airport and left Norway for Sweden.", ("TRANSFER", "traveller", "The men")),
        ("The police accused the clerk of murder.", ("ACCUSE", "source", "The police")),
        ("Agents met the men and offered citizenship to all of them.", ("OFFER", "offerer", "Agents")),
        ("The agency recruited for the war in Bergen.", ("RECRUIT", "recruiter", "The agency")),
        (
            "Bergen, 70 men and a dog were there when the police arrested Karl Berg.",
            ("DETAIN", "detained", "Karl Berg"),
        ),
    ],
)
def test_who_does_it_stays_who_does_it(text: str, participant: tuple[str, str, str], nlp: Any) -> None:
    assert participant in told(text, nlp)
