"""Words that tell persons from bodies by their names: given names, bodies' last words, titles, family words."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from sayso.lexicon.folding import fold
from sayso.lexicon.heads import load_heads
from sayso.model._record import record


@record
class NameWords:
    """The lists of name_words.toml; all folded."""

    given: frozenset[str]
    """Given names that are no common word."""
    firms: frozenset[str]
    """Firms called after persons, with a low line for each blank."""
    placelike: frozenset[str]
    """Given names that are towns or states too."""
    peoples: frozenset[str]
    """Peoples and communities of faith that are no nationality."""
    lone: frozenset[str]
    """Those of them that make a person of a name of one word, where the language model takes it for a body."""
    sites: frozenset[str]
    """Last words of names of places, works and occasions."""
    particles: frozenset[str]
    """What stands between the parts of one name: bin, ould, de."""
    bodies: frozenset[str]
    """Last words of bodies' names."""
    outlets: frozenset[str]
    """Last words of outlets' names."""
    outlet_starts: frozenset[str]
    """First words of outlets' names."""
    outlet_heads: frozenset[str]
    """What an outlet is called by before its name."""
    articles: frozenset[str]
    """Articles before those."""
    group_starts: frozenset[str]
    """First words of armed groups' names."""
    body_starts: frozenset[str]
    """First words of other bodies' names."""
    titles: frozenset[str]
    """What stands before a person's name and is no part of it."""
    strong_titles: frozenset[str]
    """Those that stand before a family name alone."""
    kin: frozenset[str]
    """What only a person has or is to another: brother, passport."""
    given_ends: tuple[str, ...]
    """Ends of given names."""
    family_ends: tuple[str, ...]
    """Ends of family names."""
    attributive: frozenset[str]
    """Descriptions of persons that as often stand before names of bodies."""
    openers: frozenset[str]
    """Words that open a sentence."""
    persons: frozenset[str]
    """Nouns that describe one person."""


LONE = ("given_arabic", "given_iranian_afghan", "given_south_asian", "given_central_asian")
"""Lists whose names are hardly ever those of firms or clubs."""


@lru_cache(maxsize=1)
def load_name_words() -> NameWords:
    """The lists, read once a process.

    >>> "ramiz" in load_name_words().given, "observatory" in load_name_words().bodies
    (True, True)
    """
    raw = tomllib.loads(files("sayso.lexicon").joinpath("name_words.toml").read_text(encoding="utf-8"))
    lists = {
        name: frozenset(fold(word).replace(" ", "_") for word in words.split())
        for name, words in raw.items()
        if name != "version"
    }
    ends = {name: tuple(sorted(lists.pop(name))) for name in ("given_ends", "family_ends")}
    given = {name: lists.pop(name) for name in tuple(lists) if name.startswith("given_")}
    return NameWords(
        given=frozenset().union(*given.values()),
        lone=frozenset().union(*(given[name] for name in LONE)),
        given_ends=ends["given_ends"],
        family_ends=ends["family_ends"],
        persons=frozenset(word for word, kind in load_heads().kinds.items() if kind == "person"),
        **lists,
    )
