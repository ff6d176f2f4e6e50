"""Nouns by the part that they can play in an event."""

import tomllib
from functools import lru_cache
from importlib import resources

from sayso.model._record import record


@record
class Nouns:
    """Word lists of `nouns.toml`; all lemmas in lower case."""

    actors: frozenset[str]
    """People and bodies that act."""
    bodies: frozenset[str]
    """Those of them that are no people: bodies, vessels, arms, places that act."""
    amounts: frozenset[str]
    """Words for an amount of what follows."""
    light_verbs: frozenset[str]
    """Verbs that add little to an event noun under them."""
    passive_light_verbs: frozenset[str]
    """Those whose subject the event happens to."""
    abstract: frozenset[str]
    """What is never somebody."""
    frozen: frozenset[str]
    """Heads of fixed phrases, which take part in nothing."""
    places: frozenset[str]
    """Nouns for places."""
    thrown: frozenset[str]
    """What is fired, thrown or wielded."""
    throwing: frozenset[str]
    """Verbs whose object that is."""
    wholes: frozenset[str]
    """Nouns that take over what the event noun before them is about: "a mediation effort"."""
    stances: frozenset[str]
    """Nouns for a stance, which is taken to what stands under them."""


@lru_cache(maxsize=1)
def load_nouns() -> Nouns:
    """The lists, read once a process.

    >>> "commando" in load_nouns().actors
    True
    """
    text = (resources.files("sayso.lexicon") / "nouns.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    return Nouns(**{name: frozenset(words.split()) for name, words in raw.items() if name != "version"})
