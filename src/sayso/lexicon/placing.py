"""Words that tell whether a name is a place, and what it does in its sentence."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from sayso.model._record import record


@record
class Placing:
    """The lists of placing.toml."""

    no_place: frozenset[str]
    """Words that gazetteers list as towns and that stand for something else in nearly every text."""
    locative: frozenset[str]
    """Prepositions of place."""
    loose: frozenset[str]
    """Those of them that also stand before much else than places."""
    dealing: frozenset[str]
    """Prepositions before parties."""
    stative: frozenset[str]
    """Verbs whose subject is the place itself as often as its government."""
    minded: frozenset[str]
    """What only somebody with a mind can be."""
    told: frozenset[str]
    """Verbs whose object, where it is a country, is its government."""
    obliged: frozenset[str]
    """Verbs whose passive with an infinitive is of a government that is to do something."""
    owned: frozenset[str]
    """What a government has, and a land has not."""
    of_name: frozenset[str]
    """Heads before "of" and a name that belong to one phrase with it."""
    vague: frozenset[str]
    """Heads of places that mostly stand in phrases of another sense."""
    moving: frozenset[str]
    """Verbs of going and moving."""
    passing: frozenset[str]
    """Verbs of moving that also go to persons and bodies."""
    taking: frozenset[str]
    """Verbs whose object is a place."""
    striking: frozenset[str]
    """Verbs whose object is a place where an armed body is their subject."""
    built: frozenset[str]
    """Last words of names of works and sites that are taken for persons or bodies."""
    sites: frozenset[str]
    """Nouns for places besides those of the heads' table."""
    sides: frozenset[str]
    """Nouns for one of two sides, which is a body."""
    parts: frozenset[str]
    """Heads of parts and members."""
    living: frozenset[str]
    """Verbs of living, staying and being held somewhere."""
    languages: frozenset[str]
    """Names of languages."""
    ways: frozenset[str]
    """Nouns for ways and goings."""
    offices: frozenset[str]
    """Posts that a phrase with "of" or "for" belongs to."""


@lru_cache(maxsize=1)
def load_placing() -> Placing:
    """The lists, read once a process.

    >>> "outside" in load_placing().locative
    True
    """
    raw = tomllib.loads(files("sayso.lexicon").joinpath("placing.toml").read_text(encoding="utf-8"))
    return Placing(**{name: frozenset(words.split()) for name, words in raw.items() if name != "version"})
