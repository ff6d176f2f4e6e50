"""Stances, grips and branches that tell no event of the type that their word names, and the plain uses that do."""

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
        ("The general remains committed to crushing the rebellion.", "AGREE"),
        ("Norway stays committed to the treaty.", "AGREE"),
        ("Photographs showed the guard holding a prisoner by the hair.", "DETAIN"),
        ("The inspectors gave up the hunt for the missing rifles.", "CONCEDE"),
        ("The rebels told the army to leave the villagers alone.", "ABANDON"),
        ("During the war the spokesman said that he was not in a position to comment.", "DEPLOY"),
        ("The company opened its third office in Bergen.", "RECOGNISE"),
        ("The war goes on. The men do not want to fight for Norway.", "RECRUIT"),
        ("Five soldiers died when their lorry rolled into a river.", "KILL"),
        ("Rebels released footage of a guard, pleading for his life.", "REQUEST"),
        ("Kari Berg, who had written of suicide, died in Bergen.", "KILL"),
        ("The army shipped five million units to shops in Norway.", "TRANSFER"),
        ("The army will support Sweden if it chooses to leave Norway.", "TRANSFER"),
        ("Two officers were later found in the custody of rebels.", "DETAIN"),
    ],
)
def test_a_stance_or_a_grip_tells_no_such_event(text: str, kind: str, nlp: Any) -> None:
    assert kind not in types(text, nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway committed to send 200 soldiers.", "AGREE"),
        ("The guards hold a journalist in a cell.", "DETAIN"),
        ("The king gave up the throne.", "CONCEDE"),
        ("During the war they left us alone in a trench.", "ABANDON"),
        ("During the war the men were in a trench near Voss.", "DEPLOY"),
        ("Norway opened an office in Kabul.", "RECOGNISE"),
        ("The war goes on. The men fight for Norway against Sweden.", "RECRUIT"),
        ("Five soldiers died when their lorry plunged into a river after a bomb exploded.", "KILL"),
        ("Two soldiers died when their convoy was hit by a rocket.", "KILL"),
        ("Rebels released a guard, pleading for talks with Norway.", "REQUEST"),
        ("Two guards died in a suicide bombing in Bergen.", "KILL"),
        ("The army shipped 300 soldiers to Norway.", "TRANSFER"),
        ("The soldiers left Norway for Sweden.", "TRANSFER"),
        ("The custody of 30 suspects was extended.", "DETAIN"),
    ],
)
def test_the_plain_use_still_does(text: str, kind: str, nlp: Any) -> None:
    assert kind in types(text, nlp)
