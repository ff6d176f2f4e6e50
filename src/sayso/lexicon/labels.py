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
    genres: frozenset[str]
    """Whole labels that tell what sort of piece follows."""


@lru_cache(maxsize=1)
def load_labels() -> LabelWords:
    """The lists, read once a process.

    >>> "casualties" in load_labels().topics
    True
    """
    raw = tomllib.loads((resources.files("sayso.lexicon") / "labels.toml").read_text(encoding="utf-8"))
    lists = {key: words for key, words in raw.items() if key not in ("version", "genres")}
    genres = frozenset(genre for line in raw["genres"].split("\n") for genre in line.split("|") if genre)
    return LabelWords(genres=genres, **{key: frozenset(words.split()) for key, words in lists.items()})
