"""Words that tell what a source is: official, soldier, witness, newspaper, report."""

import re
import tomllib
from functools import lru_cache
from importlib import resources

from sayso.model._record import record

NAMES = ("outlets", "assemblies")
"""Lists of names, which may have several words: `|` stands between them."""


@record
class SourceWords:
    """Word lists of `sources.toml`; lemmas in lower case."""

    document: frozenset[str]
    """Texts and recordings that are quoted."""
    outlet: frozenset[str]
    """Who publishes news, as a common noun."""
    outlet_name_ends: frozenset[str]
    """Last words of outlets' names."""
    outlets: frozenset[str]
    """Outlets' names that their form does not give away."""
    assemblies: frozenset[str]
    """Names of parliaments and their houses."""
    official: frozenset[str]
    military: frozenset[str]
    recruit: frozenset[str]
    witness: frozenset[str]
    local: frozenset[str]
    public: frozenset[str]
    """Who cannot be counted or asked."""
    person: frozenset[str]
    organisation: frozenset[str]
    """Bodies that speak as one, as a common noun."""
    thought: frozenset[str]
    """Cues of belief, wish and feeling."""
    attitude: frozenset[str]
    """Cues of stance and act, which tell nothing when only an infinitive or a noun is under them."""
    acts: frozenset[str]
    """Cues of deeds, which tell nothing but with a clause under them."""
    article: frozenset[str]
    """Cues of the article's own voice."""


@lru_cache(maxsize=1)
def load_source_words() -> SourceWords:
    """The lists, read once a process.

    >>> "eyewitness" in load_source_words().witness
    True
    """
    raw = tomllib.loads((resources.files("sayso.lexicon") / "sources.toml").read_text(encoding="utf-8"))
    lists = {key: frozenset(words.split()) for key, words in raw.items() if key not in ("version", *NAMES)}
    names = {key: frozenset(re.split(r"\s*[|\n]\s*", raw[key].strip())) for key in NAMES}
    return SourceWords(**names, **lists)
