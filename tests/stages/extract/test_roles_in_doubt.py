"""Participants whose role is in doubt are not named, and the claim says so."""

from dataclasses import replace
from typing import Any

from factory import make_parsed, naming_all
from sayso.lexicon.packs import Pack, load_packs
from sayso.model import Event, Mentions
from sayso.settings import Settings
from sayso.stages.extract import extract
from sayso.stages.extract.participants import load_weights
from sayso.tools import load_tools

PACKS = load_packs(["foreign_fighters"])
NAMED_ALWAYS = naming_all(PACKS)


def with_bound(least: float) -> tuple[Pack, ...]:
    return tuple(replace(pack, least_role=least) for pack in PACKS)


def only(text: str, nlp: Any, packs: tuple[Pack, ...]) -> Event:
    (event,) = extract(make_parsed(text, nlp), (), Mentions(), packs=packs)
    return event


def roles(event: Event) -> set[str]:
    return {argument.role for argument in event.arguments}


def test_who_stands_beside_the_verb_is_named(nlp: Any) -> None:
    text = "Soldiers arrested eleven students in the capital."
    assert roles(only(text, nlp, PACKS)) == roles(only(text, nlp, NAMED_ALWAYS)) >= {"detainer", "detained"}


def test_a_bound_takes_roles_away_and_leaves_the_claim(nlp: Any) -> None:
    text = "Soldiers arrested eleven students in the capital."
    whole, bare = only(text, nlp, NAMED_ALWAYS), only(text, nlp, with_bound(1.0))
    assert whole.arguments
    assert not bare.arguments
    assert (bare.event_type, bare.trigger, bare.confidence) == (whole.event_type, whole.trigger, whole.confidence)


def test_what_is_left_out_is_told_with_its_chance_and_not_as_found(nlp: Any) -> None:
    event = only("Soldiers arrested eleven students in the capital.", nlp, with_bound(1.0))
    told = [reason for reason in event.reasons if reason.rule == "extract.role_in_doubt"]
    assert {reason.spans[0].text for reason in told} >= {"Soldiers", "students"}
    assert all(reason.score is not None and f"a chance of {reason.score:.2f}" in reason.detail for reason in told)
    assert not [reason for reason in event.reasons if reason.rule == "extract.role"]


def test_all_claims_names_everybody() -> None:
    assert {pack.least_role for pack in load_tools(Settings(attribution="rules", all_claims=True)).packs} == {0.0}


def test_a_subject_inherited_over_another_clause_is_less_likely_than_one_beside_its_verb(nlp: Any) -> None:
    def chance(text: str) -> float:
        events = extract(make_parsed(text, nlp), (), Mentions(), packs=with_bound(1.0))
        (told,) = [
            r.score
            for event in events
            for r in event.reasons
            if event.trigger.text.startswith("seize")
            and r.rule == "extract.role_in_doubt"
            and r.spans[0].text == "Militants"
        ]
        assert told is not None
        return told

    afar = "Militants who had fled weeks before, as the mayor told the council, went home to seize the barracks."
    assert chance("Militants seized the barracks.") > chance(afar) + 0.1


def test_every_weight_is_finite_and_the_sign_of_sentences_is_not_among_them() -> None:
    model = load_weights()
    assert "own sentence" not in model["weights"]
    assert all(abs(weight) < 10 for weight in (model["bias"], *model["weights"].values()))
