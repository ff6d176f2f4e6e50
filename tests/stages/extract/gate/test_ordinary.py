"""Ordinary doings that share a verb with a field's act tell no such event; the act itself does."""

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
        ("Two officers approached him in the street during the war.", "CONTACT"),
        ("During the war a gun battle raged and police approached the man.", "CONTACT"),
        ("An old soldier led him to a house near the front.", "EVACUATE"),
        ("The general was driven out of Bergen by the rebels.", "EVACUATE"),
        ("The Swedes captured Bergen in October.", "DETAIN"),
        ("The clerk was caught cheating his own brother.", "DETAIN"),
        ("Two women were caught in the blaze.", "DETAIN"),
        ("Karl Berg was found dead in his cell on Monday.", "KILL"),
        ("A new virus has killed twelve patients.", "KILL"),
        ("The earthquake damaged a school and injured dozens of villagers.", "WOUND"),
        ("Swedish forces freed two hostages from the rebels.", "CONCEDE"),
        ("The minister has talked to the Bergen Ledger.", "CONSULT"),
        ("During the war he was rushed to hospital.", "DEPLOY"),
        ("The city belonged to the rebels.", "AFFILIATE"),
        ("All aircraft returned to base.", "RETREAT"),
        ("Nobody will win, barring a surprise candidate.", "BAN"),
        ("During the war a rally in Bergen attracted 1,000 people.", "RECRUIT"),
        ("During the war activists were paid to take part in the rally.", "OFFER"),
        ("During the war clerks were paid to attend a meeting.", "OFFER"),
        ("The troops fled, leaving behind dozens dead and hundreds wounded.", "ABANDON"),
        ("Soldiers found whole districts abandoned by villagers.", "RETREAT"),
        ("The premier is sad, and Norland disputes that the troops have left.", "ACCUSE"),
        ("Observers visited the village where the men were killed.", "CONSULT"),
        ("A drone belonging to the army was found in Bergen.", "AFFILIATE"),
        ("Warplanes joined the force in an offensive.", "RECRUIT"),
        ("According to an investigation by a newspaper, the troops will leave.", "ACCUSE"),
    ],
)
def test_an_ordinary_doing_tells_no_such_event(text: str, kind: str, nlp: Any) -> None:
    assert kind not in types(text, nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A broker telephoned the men with an offer of work at the front.", "CONTACT"),
        ("Recruiters approached the soldiers in Bergen.", "CONTACT"),
        ("Six observers are reaching out to the rebels.", "CONTACT"),
        ("The navy led the villagers out of the besieged town.", "EVACUATE"),
        ("Norway withdrew its staff from Oslo because of the fighting.", "EVACUATE"),
        ("The Swedes captured Karl Berg in October.", "DETAIN"),
        ("The clerk was caught by the police.", "DETAIN"),
        ("Karl Berg was found dead with a gunshot wound to the head.", "KILL"),
        ("The rebels killed twelve patients.", "KILL"),
        ("The raid damaged a school and injured dozens of villagers.", "WOUND"),
        ("The rebels freed two hostages.", "CONCEDE"),
        ("The minister talked to the rebels.", "CONSULT"),
        ("The man belonged to the rebels.", "AFFILIATE"),
        ("The army barred the men from leaving.", "BAN"),
        ("During the war the army attracted 1,000 people.", "RECRUIT"),
        ("During the war soldiers were paid a salary of 900 euros.", "OFFER"),
        ("The minister visited Norway.", "CONSULT"),
    ],
)
def test_the_act_itself_is_told(text: str, kind: str, nlp: Any) -> None:
    assert kind in types(text, nlp)
