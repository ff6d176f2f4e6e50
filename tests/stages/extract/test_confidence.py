"""How sure a claim is: what the rules looked at, and what the encoder's head says."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Event, Mentions
from sayso.stages.extract import extract, found_in
from sayso.stages.extract.confidence import HEAD, NONE, Sureness, load_weights
from sayso.stages.extract.firmness.notes import Firm
from sayso.stages.extract.parse.tree import Tree
from sayso.tools.encoder import Head, load_encoder

PACKS = load_packs(["foreign_fighters"])
LABELS = (NONE, *sorted({kind.name for pack in PACKS for kind in pack.types}))
OUTPUTS = ("events.own", "events.objects", "events.subjects")


def said(text: str, scores: dict[str, dict[str, float]], labels: tuple[str, ...] = LABELS) -> Any:
    """An encoder's result that gives a word these scores, in the first output, and all others nothing."""
    words = text.rstrip(".").split()
    starts = [text.index(word) for word in words]
    tables = [np.zeros((len(words), len(labels)), dtype=np.float32) for _ in OUTPUTS]
    for word, given in scores.items():
        for label, value in given.items():
            tables[0][words.index(word), labels.index(label)] = value
    pieces = SimpleNamespace(
        ids=np.arange(len(words)), starts=np.array(starts), opens_word=np.ones(len(words), dtype=bool)
    )
    head = Head(name=HEAD, labels=labels, outputs=OUTPUTS, settings={})
    return SimpleNamespace(pieces=pieces, heads={HEAD: head}, scores=dict(zip(OUTPUTS, tables, strict=True)))


def only(text: str, nlp: Any, encoded: Any = None) -> Event:
    reader = None if encoded is None else SimpleNamespace(run=lambda *_: encoded)
    (event,) = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS, encoder=reader)
    return event


def test_a_participant_far_off_or_a_pronoun_makes_a_claim_less_sure(nlp: Any) -> None:
    plain = only("Norway arrested eleven students.", nlp)
    assert plain.confidence > only("They arrested them.", nlp).confidence


def test_what_the_head_says_moves_the_confidence_and_is_told(nlp: Any) -> None:
    text = "Norway arrested students."
    sure = only(text, nlp, said(text, {"arrested": {"DETAIN": 9.0}}))
    doubted = only(text, nlp, said(text, {"arrested": {NONE: 12.0}}))
    assert 0 < doubted.confidence < sure.confidence < 1
    assert "the encoder gives that 0.00, no event 1.00" in doubted.reasons[0].detail
    assert "encoder" not in only(text, nlp).reasons[0].detail
    assert doubted.event_type == sure.event_type == "DETAIN"  # it forbids nothing


def test_objects_speak_for_the_word_they_stand_behind(nlp: Any) -> None:
    text = "Norway arrested students."
    encoded = said(text, {})
    encoded.scores["events.objects"][2, LABELS.index("DETAIN")] = 9.0
    chances = Sureness(Tree(make_parsed(text, nlp).doc), PACKS, encoded).chances(1, "DETAIN")
    assert chances is not None
    assert chances.own > 0.9


def test_a_type_that_the_head_does_not_know_has_the_chance_of_its_family(nlp: Any) -> None:
    text, labels = "Norway arrested students.", tuple(label for label in LABELS if label != "DETAIN")
    encoded = said(text, {"arrested": {"COERCE": 9.0}}, labels)
    chances = Sureness(Tree(make_parsed(text, nlp).doc), PACKS, encoded).chances(1, "DETAIN")
    assert chances is not None
    assert chances.own == chances.family > 0.9


def test_without_an_encoder_nothing_is_said(nlp: Any) -> None:
    tree = Tree(make_parsed("Norway arrested students.", nlp).doc)
    assert Sureness(tree, PACKS).chances(1, "DETAIN") is None


UNLABELLED = {"VERIFY"}
"""Types younger than the head, of which it has read no sentence: they take the chances of their family."""


def test_what_ships_knows_every_type_of_the_shipped_packs() -> None:
    head = load_encoder().heads[HEAD]
    assert head.labels == tuple(one for one in LABELS if one not in UNLABELLED)
    assert len(head.outputs) == len(OUTPUTS)


@pytest.mark.parametrize("name", ["with head", "without head"])
def test_participants_found_from_afar_speak_against(name: str) -> None:
    weights = load_weights()["sentences"][name]["weights"]
    assert weights["far"] < 0
    assert weights["inherited"] < 0
    assert ("head own" in weights) == (name == "with head")


@pytest.mark.parametrize("name", ["with head", "without head"])
def test_what_articles_taught_builds_on_what_sentences_did(name: str) -> None:
    weights = load_weights()["articles"][name]["weights"]
    assert 0.2 < weights["first"] < 2
    assert weights["bare word"] < 0 < weights["conditions"]
    assert any(one.startswith("word ") for one in weights)
    assert any(one.startswith("head ") for one in weights) == (name == "with head")


def test_signs_tell_of_words_people_and_surroundings(nlp: Any) -> None:
    parsed = make_parsed("The army arrested eleven students. We offered them bread.", nlp)
    found, sureness = found_in(parsed, (), Mentions(), packs=PACKS)
    match, fillers, event = found[0]
    firm = Firm(factuality="asserted", polarity="positive", layers=(), hedges=(), notes=())
    seen, chances = sureness.seen(match, fillers, firm)
    assert chances is None
    assert event.event_type == "DETAIN"
    assert seen["type DETAIN"] == seen["word DETAIN arrest"] == seen["form VBD"] == seen["number"] == 1
    assert seen["field in sentence"] == 1  # the army
    assert seen["quoted"] == seen["question"] == seen["no stop"] == 0
    assert seen["short text"] == 1
