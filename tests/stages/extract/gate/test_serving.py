"""Words of recruiting that tell of fighting, and such as do tell of recruiting."""

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
    "text",
    [
        "The widow took up her dead brother's rifle.",
        "She takes up her fallen daughter's gun at the front.",
        "Government troops took on insurgents near the town.",
        "The battalion prepares to take on rebels in the hills.",
        "The kingdom joined the battle against the jihadists.",
        "Militiamen joined the fight against the rebels in the hills.",
        "He serves with the 12th Regiment in the north.",
        "The pilot serves with a squadron of bombers.",
        "These are the Swedish rangers who fought alongside Danish troops.",
    ],
)
def test_who_fights_already_is_not_recruited(text: str, nlp: Any) -> None:
    assert "RECRUIT" not in types(text, nlp)


@pytest.mark.parametrize(
    "text",
    [
        "Villagers took up arms with the rebels.",
        "The army took on 300 volunteers in the spring.",
        "The militia takes on villagers as fighters.",
        "Dozens of Dutch volunteers joined the fight against the militants.",
        "Four Kenyans serve with a Russian brigade.",
        "A young Kenyan joined the Russian army in March.",
        "These are foreign volunteers who fight alongside Danish troops.",
        "Former soldiers of Sweden are fighting alongside Danish troops.",
    ],
)
def test_who_is_taken_into_a_force_is_recruited(text: str, nlp: Any) -> None:
    assert "RECRUIT" in types(text, nlp)
