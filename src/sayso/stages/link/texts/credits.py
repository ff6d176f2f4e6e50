"""Whose word a copy says it took, in its opening or closing words, and who has that credit to the letter.

A copy that was made from a copy still has the credit that its parent put there, in the parent's words; one that was
made from the first document puts a credit of its own, in other words or before the one it found.
"""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from sayso.model._record import record
from sayso.stages.link.texts.citations import Citation

EDGES = 160
"""Code points at the beginning and end of a text where an outlet named counts as a credit."""
LINE = 80
"""Code points of a line that is nothing but a credit, at most."""
BEFORE, BEHIND = 40, 10
"""Code points on either side of the name that are the credit's wording, at most."""
TO_THE_LETTER = 92.0
"""Likeness of wording, in percent, from which on two credits are one, a misprint or two allowed."""
BREAK = re.compile(r"(?<=[.!?:])\s+|\n+")


@record
class Credit:
    """An outlet named in a document's opening or closing words."""

    key: str
    """What the outlet's name folds to."""
    wording: str
    inner: bool
    """Whether another credit, in a line of its own, stands before it: it was found there, not put there."""


def credits_of(text: str, citations: Sequence[Citation]) -> tuple[Credit, ...]:
    """The credits of a text, in its order."""
    found = []
    outer: int | None = None
    for citation in sorted(citations, key=lambda c: c.span.start):
        start, end = citation.span.start, citation.span.end
        opening = start < EDGES
        if not opening and end <= len(text) - EDGES:
            continue
        line = text.rfind("\n", 0, start) + 1
        found.append(
            Credit(key=citation.key, wording=_wording(text, start, end), inner=opening and outer not in (None, line))
        )
        alone = (text.find("\n", end) if "\n" in text[end:] else len(text)) - line <= LINE
        if opening and outer is None and alone:
            outer = line
    return tuple(found)


def _wording(text: str, start: int, end: int) -> str:
    """The words of a credit: its sentence or line, cut to what stands near the name."""
    before = BREAK.split(text[max(0, start - BEFORE) : start])[-1]
    behind = BREAK.split(text[end : end + BEHIND])[0]
    return f"{before}{text[start:end]}{behind}".strip()


def was_there(text: str, citations: Sequence[Citation], wanted: Sequence[Credit]) -> bool:
    """Whether a text has one of some credits to the letter, wherever it stands there: as a part of what it tells
    ("echoing a Reuters report"), which its copies hand on."""
    words = ((c.key, _wording(text, c.span.start, c.span.end)) for c in citations)
    return any(key == b.key and fuzz.ratio(said, b.wording) >= TO_THE_LETTER for key, said in words for b in wanted)


def put_there(credited: Sequence[Credit], keys: frozenset[str]) -> tuple[Credit, ...]:
    """Of a document's credits that lead to outlets at hand, those that it put there itself; where it has none, those
    that it found."""
    leading = [each for each in credited if each.key in keys]
    return tuple(each for each in leading if not each.inner) or tuple(leading)


def has_alike(credited: Sequence[Credit], wanted: Sequence[Credit]) -> bool:
    """Whether one of some credits is one of the wanted ones to the letter."""
    return any(a.key == b.key and fuzz.ratio(a.wording, b.wording) >= TO_THE_LETTER for a in credited for b in wanted)
