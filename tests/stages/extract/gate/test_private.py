"""A recruit's own kit, queues and civil jobs tell no act of a war; the acts themselves are told."""

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
        ("They gave my son a rifle and sent him to the front.", "FINANCE"),
        ("Men hired as helpers were given uniforms, trained and deployed to the front.", "FINANCE"),
        ("Two men were taken off a queue at the airport and questioned about the front.", "EVACUATE"),
        ("During the war a hospital recruited 42 nurses at a fair here on Tuesday.", "RECRUIT"),
        ("He complained that stories about mercenaries hurt them.", "WOUND"),
        ("During the war Norway loses 900 men a year to Sweden.", "KILL"),
        ("During the war guards stormed an office in Oslo that had been taken by rebels.", "RECRUIT"),
        ("Rebels press their campaign to disrupt the vote.", "REQUEST"),
        ("The rows give a year of birth, the Swedish unit and the place of capture.", "PROSECUTE"),
    ],
)
def test_a_private_or_civil_doing_tells_no_such_event(text: str, kind: str, nlp: Any) -> None:
    assert kind not in types(text, nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway gave the rebels rifles and 40 lorries.", "FINANCE"),
        ("The navy took the refugees off the burning ship.", "EVACUATE"),
        ("During the war the army recruited 42 nurses for the front.", "RECRUIT"),
        ("Rebels pressed the king to resign.", "REQUEST"),
        ("The shelling hurt 12 soldiers.", "WOUND"),
        ("The brigade lost 40 men to shelling.", "KILL"),
        ("The court gave him nine years in prison for recruiting fighters.", "PROSECUTE"),
    ],
)
def test_the_act_itself_is_told(text: str, kind: str, nlp: Any) -> None:
    assert kind in types(text, nlp)
