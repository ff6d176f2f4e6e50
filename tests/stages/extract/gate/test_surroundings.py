"""A type's words count where its field is spoken of, in a text long enough to tell."""

from dataclasses import replace
from typing import Any

import pytest

from factory import make_document, make_parsed
from sayso.errors import SettingsError
from sayso.lexicon.packs import build_pack, load_packs
from sayso.model import Mentions
from sayso.pipeline import read
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])
COUNTY = "The county opened a library. Its shelves are long. The roof is new. It was dear."
WAR = "The war went on. The town was cold. Its shops were shut. Nobody slept."


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (f"{COUNTY} Berg hired sixteen officers.", False),
        (f"{WAR} Berg hired sixteen officers.", True),
        ("Berg hired sixteen officers.", True),
    ],
)
def test_an_everyday_word_needs_its_field_near(text: str, claimed: bool, nlp: Any) -> None:
    found = {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}
    assert ("RECRUIT" in found) == claimed


def test_short_sentences_are_soon_over(nlp: Any) -> None:
    text = f"The war went on. {' '.join([COUNTY] * 3)} Berg hired sixteen officers."
    assert "RECRUIT" in {e.event_type for e in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}


def test_an_armed_force_by_name_speaks_of_the_field(tools: Any) -> None:
    text = f"{COUNTY} They were trained for three weeks near Varamin by instructors from the Revolutionary Guards."
    assert "TRAIN" in {claim.event_type for claim in read(make_document(text), tools).claims}


def test_far_off_is_not_near(nlp: Any) -> None:
    text = f"The war went on. {' '.join([COUNTY] * 8)} Berg hired sixteen officers."
    assert "RECRUIT" not in {e.event_type for e in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}


def test_a_class_that_is_not_there_is_refused() -> None:
    kind = {
        "parent": "MOVE", "quad": "none", "definition": "x", "covers": [], "does_not_cover": [], "examples": [],
        "roles": {}, "triggers": [], "near": ["@war"],
    }  # fmt: skip
    with pytest.raises(SettingsError, match="no class `war`"):
        build_pack({"name": "p", "version": "1", "title": "P", "types": {"MOVE": kind}}, where="p.toml")


def test_apart_from_the_field_an_event_must_be_surer(nlp: Any) -> None:
    """The bound is a pack's; with one that no event reaches, nothing is told apart and all where the field is near."""
    strict = tuple(replace(pack, least_apart=1.0) for pack in PACKS)
    apart, near = f"{COUNTY} Guards arrested Berg.", f"{WAR} Guards arrested Berg."
    kinds = [
        {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=strict)}
        for text in (apart, near)
    ]
    assert ["DETAIN" in found for found in kinds] == [False, True]
