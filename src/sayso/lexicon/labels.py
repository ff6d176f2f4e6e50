"""Words of the labels that captions and paragraphs have before a colon."""

import tomllib
from functools import lru_cache
from importlib import resources

from sayso.model._record import record


@record
class LabelWords:
    """Word lists of `labels.toml`, lower case."""

    opening: frozenset[str]
    """First words of labels that lead a sentence of the text on."""
    topics: frozenset[str]
    """Words that tell the topic of a paragraph."""
    verbs: frozenset[str]
    """Words that make a label a clause."""
    catchwords: frozenset[str]
    """Labels of one word that captions have."""


@lru_cache(maxsize=1)
def load_labels() -> LabelWords:
    """The lists, read once a process.

    >>> "casualties" in load_labels().topics
    True
    """
    raw = tomllib.loads((resources.files("sayso.lexicon") / "labels.toml").read_text(encoding="utf-8"))
    return LabelWords(**{key: frozenset(words.split()) for key, words in raw.items() if key != "version"})
