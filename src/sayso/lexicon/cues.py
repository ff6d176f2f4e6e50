"""Words that mark attributions, with how often they did in labelled text."""

import csv
from collections import Counter
from functools import lru_cache
from pathlib import Path

from sayso.model._record import record

DATA = Path(__file__).with_name("cues.tsv")
STRENGTH = 3.0
"""How many occurrences the average of a construction weighs against a word's own count."""


@record
class Cue:
    """One word in one construction."""

    lemma: str
    construction: str
    """Name of the rule that finds it: `clause`, `object`, `prep:for`; see stages/attribute/constructions.py."""
    right: int
    """How often it marked an attribution with that source and content."""
    seen: int
    """How often it stood there."""
    source: str
    """Where the counts are from."""


class Cues:
    """The counted lexicon.

    >>> cues = load_cues()
    >>> cues.chance("say", "clause") > 0.8 > cues.chance("eat", "object")
    True
    """

    def __init__(self, entries: tuple[Cue, ...]) -> None:
        self.entries = entries
        self._counts = {(e.lemma, e.construction): e for e in entries}
        self.lemmas = frozenset(e.lemma for e in entries)
        right, seen = Counter[str](), Counter[str]()
        for e in entries:
            if e.lemma == ANY:
                right[e.construction], seen[e.construction] = e.right, e.seen
        self._average = {c: right[c] / seen[c] for c in seen if seen[c]}

    def chance(self, lemma: str, construction: str) -> float:
        """How often the word in this construction is an attribution, from 0 to 1; drawn to the construction's average
        where it is rare.
        """
        average = self._average.get(construction, 0.0)
        entry = self._counts.get((lemma, construction))
        right, seen = (entry.right, entry.seen) if entry else (0, 0)
        return (right + STRENGTH * average) / (seen + STRENGTH)

    def evidence(self, lemma: str, construction: str) -> str:
        """The counts behind `chance`, in words."""
        entry = self._counts.get((lemma, construction))
        right, seen, source = (entry.right, entry.seen, entry.source) if entry else (0, 0, "not counted")
        return f"“{lemma}” as {construction}: {right} of {seen} ({source})"


ANY = "*"
"""Lemma of the entries that hold a construction's rare words together."""


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The lexicon that ships."""
    with DATA.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return Cues(
            tuple(
                Cue(
                    lemma=row["lemma"],
                    construction=row["construction"],
                    right=int(row["right"]),
                    seen=int(row["seen"]),
                    source=row["source"],
                )
                for row in rows
            )
        )
