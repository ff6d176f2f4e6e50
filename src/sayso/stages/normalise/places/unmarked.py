"""Names of places that the language model missed: in lists with places, named again, or well known."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.lexicon.folding import fold
from sayso.model import Parsed, span_of
from sayso.stages.normalise.names.names import Name
from sayso.stages.normalise.places.around import (
    verb_says,
)
from sayso.tools.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token
from sayso.stages.normalise.places.shown import CIVIC, GIVEN, SETTLED, TAKEN, WORDS, is_of_note, prominent
from sayso.stages.normalise.places.toponym import Toponym

LINK = re.compile(r",? (?:and |or )?|, ")


def listed_toponyms(
    text: str, names: Sequence[Name], found: Sequence[Toponym], gazetteer: Gazetteer, persons: Mapping[str, int]
) -> Iterator[Toponym]:
    """Known names of one word in a list with places ("over Zabol, Hirmand and Zehak"), and places named before."""
    literal = {t.span.start for t in found if t.use in ("literal", "modifier")}
    taken = {t.span.start for t in found}
    again = {fold(t.span.text) for t in found if t.use == "literal"}
    for line in _lists(text, names):
        shown = TAKEN.search(text, max(0, line[0].start - 40), line[0].start) is not None
        placed = len(line) > 1 and (shown or any(name.start in literal for name in line))
        for name in line:
            if name.hit is not None or name.start in taken or name.label not in ("PERSON", "ORG"):
                continue
            own = name.text not in persons and fold(name.text.split(" ")[0]) not in GIVEN
            one = placed and " " not in name.text and is_of_note(gazetteer.lookup(name.text))
            if own and (one or fold(name.text) in again):
                yield Toponym(span=name.span(text), use="literal", label=name.label)


def _lists(text: str, names: Sequence[Name]) -> Iterator[list[Name]]:
    """Names with nothing but commas and "and" between them."""
    line: list[Name] = []
    for name in names:
        if line and not LINK.fullmatch(text, line[-1].end, name.start):
            yield line
            line = []
        line.append(name)
    if line:
        yield line


def unmarked_toponyms(
    parsed: Parsed, names: Sequence[Name], found: Sequence[Toponym], gazetteer: Gazetteer, persons: Mapping[str, int]
) -> Iterator[Toponym]:
    """Names that the model missed or took for something else: places of the document again, and well-known ones."""
    text, doc = parsed.document.text, parsed.doc
    seen = {t.span.text for t in found if t.use in ("literal", "modifier", "metonym") and len(t.span.text) > 2}
    taken = {t.span.start for t in found}
    label = {name.start: name for name in names}
    covered = [(name.start, name.end) for name in names if name.start not in taken or name.hit is not None]
    blocked = _mask(len(text), covered)
    for start, words in _runs(doc):
        name = label.get(start)
        if start in taken or words in persons or (name is not None and (name.hit is not None or name.text != words)):
            continue
        if name is None and blocked[start]:
            continue
        known = (name is None or name.label != "PERSON") and prominent(words, gazetteer)
        said = SETTLED.search(text, max(0, start - 30), start) is not None
        if (
            words in seen
            or (name is None and verb_says(doc, start, words, gazetteer))
            or words.title() in seen
            or known
            or said
            or (name is None and _civic(text, start, words, gazetteer))
        ):
            yield Toponym(span=span_of(text, start, start + len(words)), use="literal")


def _mask(size: int, ranges: Iterable[tuple[int, int]]) -> bytearray:
    mask = bytearray(size + 1)
    for start, end in ranges:
        mask[start:end] = b"\1" * (end - start)
    return mask


def _runs(doc: Iterable["Token"]) -> Iterator[tuple[int, str]]:
    """Runs of proper nouns as (start, words)."""
    start, words, end = 0, "", -1
    for token in doc:
        if token.pos_ == "PROPN" and token.text[0].isupper():
            if words and token.idx == end + 1:
                words = f"{words} {token.text}"
            else:
                if words:
                    yield start, words
                start, words = token.idx, token.text
            end = token.idx + len(token.text)
        elif words:
            yield start, words
            words = ""
    if words:
        yield start, words


def _civic(text: str, start: int, words: str, gazetteer: Gazetteer) -> bool:
    """Whether a known name stands before a word that belongs to places: "Tabriz residents"."""
    return (
        words.casefold() not in WORDS.no_place
        and CIVIC.match(text, start + len(words)) is not None
        and bool(gazetteer.lookup(words))
    )
