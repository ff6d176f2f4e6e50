"""What words make of what stands under them: the tables behind `Event.layers`."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

from sayso.model._record import record

Effect = Literal[
    "same", "not", "known", "probable", "possible", "planned", "unknown", "counterfactual", "unlikely", "asked"
]  # fmt: skip
LayerSort = Literal["modal", "attitude", "hedge", "negation", "condition", "question", "plan", "implicative", "future"]


@record
class Signature:
    """What a word does to the clause or noun under it."""

    name: str
    """Class of words, as in `firmness.toml`."""
    sort: LayerSort
    """What sort of layer it makes."""
    plain: Effect
    """When the word stands plain."""
    negated: Effect
    """When the word itself is negated."""


@record
class Verdicts:
    """What can be said of a report as a whole."""

    reports: frozenset[str]
    """Lemmas of nouns for what somebody tells."""
    naming: frozenset[str]
    """Lemmas of verbs that give it a name: "called the reports baseless"."""
    verbs: Mapping[str, Signature]
    """Lemma -> what it makes of its object, or of its subject in the passive."""
    adjectives: Mapping[str, Signature]
    nouns: Mapping[str, Signature]


@record
class Firmness:
    """The tables of `firmness.toml`."""

    signatures: Mapping[tuple[str, str], Signature]
    """(verb, noun or adjective; lemma) -> signature."""
    modals: Mapping[str, str]
    """Modal verb -> possible, unknown or future."""
    adverbs: Mapping[str, str]
    """Adverb -> probable, possible, hedge or negative."""
    speech: frozenset[str]
    """Verbs of saying: what stands under them is what their source commits to."""
    conditional_marks: frozenset[str]
    verdicts: Verdicts


@lru_cache(maxsize=1)
def load_firmness() -> Firmness:
    """The tables, read once a process.

    >>> load_firmness().signatures["verb", "fail"].plain
    'not'
    """
    text = (resources.files("sayso.lexicon") / "firmness.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    return Firmness(
        signatures=_signatures(raw["signatures"]),
        modals=_turned(raw["modals"]),
        adverbs=_turned(raw["adverbs"]),
        speech=frozenset(raw["others"]["speech"].split()),
        conditional_marks=frozenset(raw["others"]["conditional_marks"].split()),
        verdicts=_verdicts(raw["verdicts"]),
    )


def _verdicts(raw: Mapping[str, Any]) -> Verdicts:
    found = _signatures(raw["classes"])
    return Verdicts(
        reports=frozenset(raw["reports"].split()),
        naming=frozenset(raw["naming"].split()),
        verbs=_of_kind(found, "verb"),
        adjectives=_of_kind(found, "adjective"),
        nouns=_of_kind(found, "noun"),
    )


def _of_kind(found: Mapping[tuple[str, str], Signature], kind: str) -> dict[str, Signature]:
    return {word: signature for (held, word), signature in found.items() if held == kind}


def _signatures(raw: Mapping[str, Any]) -> dict[tuple[str, str], Signature]:
    found: dict[tuple[str, str], Signature] = {}
    for name, entry in raw.items():
        signature = Signature(name=name, sort=entry["sort"], plain=entry["plain"], negated=entry["negated"])
        for kind in ("verb", "noun", "adjective"):
            for word in entry.get(f"{kind}s", "").split():
                found.setdefault((kind, word), signature)
    return found


def _turned(raw: Mapping[str, str]) -> dict[str, str]:
    return {word: name for name, words in raw.items() for word in words.split()}
