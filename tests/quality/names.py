"""Score names in sentences of our own: borders, sort, and whom a short name leads to.

A line of `names_*.txt` is a passage with marks: `{Ramiz Faruqui|person}`, `{Goma|place}`, `{Volga Corps|force}`; `body`
is any organisation, government, force, group or outlet. `{NMR|body|=National Movement for Return}` also asks
for the entity of that name in the passage. A person's title may be part of the mark or not. All names are invented.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from values import model

from factory import make_document
from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.model import Mention, Mentions
from sayso.model._record import record
from sayso.stages.annotate import annotate
from sayso.stages.normalise import normalise
from sayso.tools.gazetteer import load_gazetteer

HERE = Path(__file__).resolve().parent
MARK = re.compile(r"\{([^|{}]+)\|([a-z]+)(?:\|=([^{}]+))?\}")
BODY = frozenset(("organisation", "government", "force", "group", "outlet"))


@record
class Mark:
    """A name that a passage is to give."""

    start: int
    end: int
    kind: str
    same: str | None
    """The name whose entity it is to have; None for no such wish."""


def passages(name: str) -> list[tuple[str, list[Mark]]]:
    """The passages of a list, each with its marks in text order."""
    lines = (HERE / f"names_{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_unmarked(line) for line in lines if line.strip()]


def _unmarked(line: str) -> tuple[str, list[Mark]]:
    text, marks, at = "", [], 0
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        start = len(text)
        text += match.group(1)
        marks.append(Mark(start=start, end=len(text), kind=match.group(2), same=match.group(3)))
        at = match.end()
    return text + line[at:], marks


def denoted(text: str, nlp: Any) -> Mentions:
    """What the words of a passage denote."""
    return normalise(annotate(make_document(text), nlp), gazetteer=load_gazetteer(), aliases=load_aliases())


def missed(text: str, marks: list[Mark], nlp: Any) -> list[Mark]:
    """The marks that our reading of the passage does not meet."""
    read = denoted(text, nlp)
    return [mark for mark in marks if not _met(text, mark, read)]


def _met(text: str, mark: Mark, read: Mentions) -> bool:
    if mark.kind == "place":
        return any((p.span.start, p.span.end) == (mark.start, mark.end) for p in read.places)
    start = mark.start
    while mark.kind == "person" and (word := re.compile(r"\S+ ").match(text, start, mark.end)):
        if fold(word.group()) not in load_name_words().titles:
            break
        start = word.end()
    named = [m for m in read.actors if m.form not in ("nominal", "pronoun", "demonym")]
    found = [m for m in named if m.span.end == mark.end and m.span.start in (mark.start, start)]
    if not found or not (found[0].kind == mark.kind or (mark.kind == "body" and found[0].kind in BODY)):
        return False
    return mark.same is None or found[0].entity in _entities(text, mark.same, named)


def _entities(text: str, name: str, named: list[Mention]) -> set[str]:
    start = text.find(name)
    return {m.entity for m in named if start <= m.span.start < start + len(name) and m.entity is not None}


def score(name: str, *, nlp: Any = None) -> dict[str, float]:
    """Share of the marks met, by kind and in all."""
    wanted: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for text, marks in passages(name):
        wanted.update(mark.kind for mark in marks)
        lost.update(mark.kind for mark in missed(text, marks, nlp or model()))
    shares = {kind: round(1 - lost[kind] / n, 3) for kind, n in sorted(wanted.items())}
    return shares | {"all": round(1 - lost.total() / wanted.total(), 3)}
