"""Words that decide whose act a verb without a subject of its own tells."""

import tomllib
from functools import lru_cache
from importlib import resources

from sayso.model._record import record


@record
class Control:
    """Word lists of `control.toml`; all lemmas in lower case. What each is for is told there."""

    subject_control: frozenset[str]
    wielding: frozenset[str]
    results: frozenset[str]
    copulas: frozenset[str]
    hindering: frozenset[str]
    charges: frozenset[str]
    circumstances: frozenset[str]
    minded: frozenset[str]
    utterances: frozenset[str]
    undergone: frozenset[str]
    meeting: frozenset[str]
    moving: frozenset[str]
    giving: frozenset[str]


@lru_cache(maxsize=1)
def load_control() -> Control:
    """The lists, read once a process.

    >>> "foil" in load_control().hindering
    True
    """
    text = (resources.files("sayso.lexicon") / "control.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    return Control(**{name: frozenset(words.split()) for name, words in raw.items() if name != "version"})
