"""Who denies, and what: in words of denying, in verdicts on a report, in one's own part that is denied.

Own sentences, other ones than those of tests/quality/denials.jsonl.
"""

from typing import Any

import pytest

from factory import make_parsed, naming_all
from sayso.lexicon.packs import load_packs
from sayso.model import Event, Mentions
from sayso.stages.extract import extract

PACKS = naming_all(load_packs(["foreign_fighters"]))


def events(text: str, nlp: Any) -> tuple[Event, ...]:
    return extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)


def told(text: str, nlp: Any) -> set[tuple[str, str]]:
    return {(a.role, a.span.text) for e in events(text, nlp) if e.event_type == "DENY" for a in e.arguments}


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        (
            "The navy denied reports that it had drafted sailors from Norway.",
            {("denier", "The navy"), ("denied", "reports that it had drafted sailors from Norway")},
        ),
        (
            "The consul denied any part in the hiring of welders.",
            {("denier", "The consul"), ("denied", "any part in the hiring of welders")},
        ),
        ("The militia denies paying students.", {("denier", "The militia"), ("denied", "paying students")}),
        (
            "The minister described the rumours of a secret camp as groundless.",
            {("denier", "The minister"), ("denied", "the rumours of a secret camp")},
        ),
        (
            "Oslo called the list of dead soldiers fabricated.",
            {("denier", "Oslo"), ("denied", "the list of dead soldiers")},
        ),
        ('"This story is nonsense," the general said.', {("denied", "This story")}),
        ('"That is an invention," the general said.', {("denied", "That")}),
        ("The claim is without any foundation, the general said.", {("denied", "The claim")}),
        (
            "The general pushed back against claims that boys fight for him.",
            {("denier", "The general"), ("denied", "claims that boys fight for him")},
        ),
        (
            "The captain challenged the version of the prisoners.",
            {("denier", "The captain"), ("denied", "the version of the prisoners")},
        ),
        ("The widow contradicted him.", {("denier", "The widow"), ("denied", "him")}),
        ("The rebels dispute this.", {("denier", "The rebels"), ("denied", "this")}),
        ("The army is not involved in the hiring.", {("denier", "The army"), ("denied", "the hiring")}),
        (
            "The agency had nothing to do with the contracts.",
            {("denier", "The agency"), ("denied", "the contracts")},
        ),
        ("The consul said it has nothing to do with it.", {("denier", "it"), ("denied", "it")}),
        ("The denials from the embassy came late.", {("denier", "the embassy")}),
        ("The embassy's denial came late.", {("denier", "The embassy")}),
    ],
)
def test_a_denial_has_its_denier_and_what_is_denied(text: str, denial: set[tuple[str, str]], nlp: Any) -> None:
    assert denial <= told(text, nlp)


@pytest.mark.parametrize(
    "text",
    [
        "The court called the sentence of the soldier too long.",
        "The minister described the report as important.",
        "The army rules out the possibility of a truce.",
        "The doctor found that the pulse of the soldier was weak.",
        "The rebels pushed back the army.",
        "The general challenged his rival to a debate.",
        "The captain is involved in the hiring.",
        "The account at the bank was closed.",
        "The cook has nothing to eat with the soldiers.",
        "The consul dismissed the driver.",
        "False reports of a raid on the camp of the army spread in Oslo.",
    ],
)
def test_nobody_denies(text: str, nlp: Any) -> None:
    assert told(text, nlp) == set()


@pytest.mark.parametrize(
    ("text", "event_type", "factuality"),
    [
        ("The consul said that not one student had been recruited by the army.", "RECRUIT", "negated"),
        ("The general has not ruled out sending soldiers to Norway.", "DEPLOY", "possible"),
        ("The general has ruled out sending soldiers to Norway.", "DEPLOY", "negated"),
        ("Claims that Norway trains Swedish rebels are baseless, the envoy said.", "TRAIN", "negated"),
        ("The men went of their own free will.", "RECRUIT", "asserted"),
    ],
)
def test_what_is_denied_is_negated(text: str, event_type: str, factuality: str, nlp: Any) -> None:
    assert [e.factuality for e in events(text, nlp) if e.event_type == event_type] == [factuality]
