"""Everyday verbs in phrases that tell no event of their usual type, and the same verbs where they do."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])


def types(text: str, nlp: Any) -> set[str]:
    return {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The premier called several mayors to inform them of the plan.", "REQUEST"),
        ("It is a dream that she has held for years.", "DETAIN"),
        ("The minister's staff were caught off guard by the news.", "DETAIN"),
        ("To deny Norwegians their safety will bring ruin, the man said.", "DENY"),
        ("Two ministers leave a meeting at the palace.", "REJECT"),
        ("Army tanks roll into Bergen to quell protests.", "SEIZE"),
        ("A soldier died near Bergen, bringing to 40 the number of soldiers killed there.", "TRANSFER"),
        ("Norwegians vote for a new parliament.", "SUPPORT"),
        ("The president has promised a swift response to the slump.", "THREATEN"),
        ("A masked rebel parades two captives.", "MOBILIZE"),
    ],
)
def test_a_phrase_tells_no_such_event(text: str, kind: str, nlp: Any) -> None:
    assert kind not in types(text, nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The premier called on the mayors to resign.", "REQUEST"),
        ("Rebels have held two soldiers for years.", "DETAIN"),
        ("Police caught the gunman near Bergen.", "DETAIN"),
        ("Norway denied that it had shelled the town.", "DENY"),
        ("Two ministers walk out of the talks.", "SANCTION"),
        ("The army took control of Bergen.", "SEIZE"),
        ("The navy brought forty soldiers to Bergen.", "TRANSFER"),
        ("Norway backs the new parliament in Bergen.", "SUPPORT"),
        ("The army has promised a harsh response to the attack on Bergen.", "THREATEN"),
    ],
)
def test_the_plain_use_still_does(text: str, kind: str, nlp: Any) -> None:
    assert kind in types(text, nlp)


@pytest.mark.parametrize(
    "text",
    [
        "Fifty reporters hold a rally in Bergen.",
        "Oligarchs have thrown their weight behind the revolutionary government.",
    ],
)
def test_what_names_the_act_with_its_verb_is_not_its_theme(text: str, nlp: Any) -> None:
    events = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    assert events
    assert "theme" not in {argument.role for event in events for argument in event.arguments}
