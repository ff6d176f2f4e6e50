"""Words that mark attributions, with how often they did in labelled text."""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sayso.model._record import record

DATA = (Path(__file__).with_name("cues.tsv"), Path(__file__).with_name("cues_own.tsv"))
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
        lemmas = {e.lemma for e in entries}
        self.lemmas = frozenset(lemmas | {lemma[:-3] + "ise" for lemma in lemmas if lemma.endswith("ize")})
        self._right, self._seen = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        self._sources: dict[tuple[str, str], str] = {}
        for e in entries:
            for construction in (e.construction, _family(e.construction)):
                key = (e.lemma, construction)
                self._right[key] += e.right
                self._seen[key] += e.seen
            key = (e.lemma, e.construction)
            self._sources[key] = f"{self._sources[key]}; {e.source}" if key in self._sources else e.source
        self._known: dict[tuple[str, str], float] = {}

    def chance(self, lemma: str, construction: str) -> float:
        """How often the word in this construction is an attribution, from 0 to 1.

        Where it is rare, drawn to how often the word is one in like constructions (all with a clause or quotation; the
        active for a passive), and that to the construction's average.
        """
        key = (spelling(lemma), construction)
        if key not in self._known:
            self._known[key] = self._chance(*key)
        return self._known[key]

    def _chance(self, lemma: str, construction: str) -> float:
        rare = self._seen[ANY, construction]
        average = self._right[ANY, construction] / rare if rare else 0.0
        family = _family(construction)
        own_right, own_seen = self._right[lemma, construction], self._seen[lemma, construction]
        like_right, like_seen = self._right[lemma, family] - own_right, self._seen[lemma, family] - own_seen
        weight = min(1.0, FAMILY / max(1, like_seen))
        right, seen = own_right + weight * like_right, own_seen + weight * like_seen
        return (right + STRENGTH * average) / (seen + STRENGTH)

    def evidence(self, lemma: str, construction: str) -> str:
        """The counts behind `chance`, in words."""
        key = (spelling(lemma), construction)
        source = self._sources.get(key, "not counted")
        return f"“{lemma}” as {construction}: {self._right[key]} of {self._seen[key]} ({source})"


FAMILY = 4.0
"""How many occurrences a word's like constructions weigh, at most."""
SPEECH = frozenset({"clause", "bare_clause", "inverted", "around", "quoted"})


def _family(construction: str) -> str:
    """Name of the group of like constructions."""
    if construction in SPEECH:
        return "~speech"
    return "~" + construction.removeprefix("passive_").removeprefix("by_")


def spelling(lemma: str) -> str:
    """The American spelling of a British verb, under which it is counted.

    >>> spelling("criticise")
    'criticize'
    """
    return lemma[:-3] + "ize" if lemma.endswith("ise") and lemma not in NOT_IZE else lemma


NOT_IZE = frozenset(
    {
        "advise",
        "promise",
        "surprise",
        "revise",
        "raise",
        "praise",
        "exercise",
        "supervise",
        "compromise",
        "rise",
        "advertise",
        "disguise",
    }
)


ANY = "*"
"""Lemma of the entries that hold a construction's rare words together."""


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The lexicon that ships: what was counted, and what we add to it."""
    return Cues(tuple(entry for path in DATA for entry in read_entries(path)))


def read_entries(path: Path) -> Iterator[Cue]:
    """The rows of a tab-separated file; lines that start with `#` are notes."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            yield Cue(
                lemma=spelling(row["lemma"]) if row["lemma"] != ANY else ANY,
                construction=row["construction"],
                right=int(row["right"]),
                seen=int(row["seen"]),
                source=row["source"],
            )
