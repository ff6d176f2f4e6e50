"""Names in a document: what the tables know and what the language model marks, brought together."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.lexicon.aliases import Aliases, Hit
from sayso.model import Parsed, Span, span_of
from sayso.model._record import record

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
SORT_BEHIND = re.compile(r" (?:province|governorate|oblast|region|county|district|state|city)$")
TRIM_END = ("'s", "’s", "'", "’")
DETERMINERS = ("the ", "The ", "THE ", "a ", "an ", "A ", "An ", "Near ", "Around ", "Outside ")


@record
class Name:
    """A run of words that names something."""

    start: int
    end: int
    text: str
    label: str
    """The language model's label; empty when only the tables know the words."""
    hit: Hit | None
    """The table's entry for exactly these words; None when there is none."""
    within: Hit | None = None
    """The longest entry inside the words; None when there is none."""

    def span(self, text: str) -> Span:
        """Its span."""
        return span_of(text, self.start, self.end)


def marked_names(parsed: Parsed, aliases: Aliases) -> list[Name]:
    """Names in text order, none overlapping: table entries win over the model's but inside longer names."""
    text = parsed.document.text
    hits = aliases.find(text)
    marked = [
        _trimmed(text, ent.start_char, ent.end_char, ent.label_) for ent in parsed.doc.ents if ent.label_ in NAMED
    ]
    return sorted(_merge(text, hits, [m for m in marked if m is not None]), key=lambda name: name.start)


OPENING = re.compile(r"(?:Near|Around|Outside|Inside|Across|In|At|From) (?=[A-Z])")
"""A preposition that opens a line and that the model takes into the name: "Near Mosul, two strikes ..."."""


def _trimmed(text: str, start: int, end: int, label: str) -> tuple[int, int, str] | None:
    """A marked entity without article, possessive, quotation marks and line breaks; None when nothing is left."""
    for mark in ("\n", " - ", " – ", " — "):
        cut = text.find(mark, start, end)
        if cut > start:
            end = cut
    while start < end and not text[start].isalnum():
        start += 1
    if label in ("GPE", "LOC", "FAC") and (opening := OPENING.match(text, start, end)) is not None:
        start = opening.end()
    for article in DETERMINERS:
        if text.startswith(article, start) and start + len(article) < end:
            start += len(article)
            break
    while end > start and not (text[end - 1].isalnum() or (text[end - 1] == "." and "." in text[start : end - 1])):
        end -= 1
    if label in ("GPE", "LOC") and (sort := SORT_BEHIND.search(text, start, end)) is not None and sort.start() > start:
        end = sort.start()
    for tail in TRIM_END:
        if text.endswith(tail, start, end):
            end -= len(tail)
            break
    return (start, end, label) if end - start > 1 and any(c.isalpha() for c in text[start:end]) else None


def _merge(text: str, hits: list[Hit], marked: list[tuple[int, int, str]]) -> Iterator[Name]:
    """One name for each place where tables, model or both see one."""
    at = 0
    for start, end, label in marked:
        while at < len(hits) and hits[at].end <= start:
            yield _from_hit(text, hits[at])
            at += 1
        inside = []
        while at < len(hits) and hits[at].start < end:
            inside.append(hits[at])
            at += 1
        yield from _settle(text, start, end, label, inside)
    for hit in hits[at:]:
        yield _from_hit(text, hit)


def _from_hit(text: str, hit: Hit) -> Name:
    return Name(start=hit.start, end=hit.end, text=text[hit.start : hit.end], label="", hit=hit)


def _settle(text: str, start: int, end: int, label: str, inside: list[Hit]) -> Iterator[Name]:
    """What a marked entity and the table entries in it come to."""
    whole = next((h for h in inside if h.start <= start and end <= h.end), None)
    if whole is not None:
        yield Name(start=whole.start, end=whole.end, text=text[whole.start : whole.end], label=label, hit=whole)
        return
    over = [h for h in inside if h.start < start or h.end > end]
    if over:  # the table's name runs past the model's border: the table knows better
        for hit in inside:
            yield _from_hit(text, hit)
        return
    if label == "NORP" and inside:  # "German-Iraqi", "ex-Russian"
        for hit in inside:
            yield _from_hit(text, hit)
        return
    if label == "PERSON" and inside and inside[0].start == start and inside[0].form.sort in ("adjective", "country"):
        rest = _skip(text, inside[0].end, end)  # "Russian Vladimir Putin", "Iran Hassan Rouhani"
        if inside[0].form.sort == "adjective" and re.fullmatch(r"[A-Z]\w+s", text[rest:end]):
            yield _from_hit(text, inside[0])  # "Afghan Shias"
            return
        if text[rest:end].count(" ") >= 1:
            yield _from_hit(text, inside[0])
            yield Name(start=rest, end=end, text=text[rest:end], label=label, hit=None)
            return
    if label == "ORG" and inside and inside[0].start == start and LOOSE.match(text[inside[0].end : end]):
        yield _from_hit(text, inside[0])  # "Basij of the quarter"
        return
    longest = max(inside, key=lambda h: h.end - h.start, default=None)
    yield Name(start=start, end=end, text=text[start:end], label=label, hit=None, within=longest)


LOOSE = re.compile(r" (?:of|in|at|and|for) [^A-Z]*$")
"""What is no part of a name: small words and no capital."""


def _skip(text: str, start: int, end: int) -> int:
    while start < end and not text[start].isalnum():
        start += 1
    return start


def root_of(doc: "Doc", start: int, end: int) -> "Token | None":
    """The word of a passage that hangs highest in the parse; None when the passage holds none."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None
