"""Head nouns of descriptions, by what they describe."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from sayso.model._record import record


@record
class Heads:
    """The lists of heads.toml."""

    kinds: dict[str, str]
    """Lemma -> person, organisation, government, force, group, place, weapon, platform or vehicle."""
    members: frozenset[str]
    """Heads by which the group named before them is meant."""
    governs: frozenset[str]
    fights: frozenset[str]


@lru_cache(maxsize=1)
def load_heads() -> Heads:
    """The lists, read once a process.

    >>> load_heads().kinds["ministry"]
    'government'
    """
    raw = tomllib.loads(files("sayso.lexicon").joinpath("heads.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(words.split()) for name, words in raw.items() if name != "version"}
    members, governs, fights = lists.pop("members"), lists.pop("governs"), lists.pop("fights")
    kinds = {word: kind for kind, words in reversed(lists.items()) for word in words}
    return Heads(kinds=kinds, members=members, governs=governs, fights=fights)
