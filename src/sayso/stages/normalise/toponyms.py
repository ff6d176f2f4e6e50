"""Find toponyms: every word that names a place, whatever it does in its sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon.aliases import Aliases, Hit
from sayso.lexicon.countries import rows, values
from sayso.model import Parsed, Span, span_of
from sayso.model._record import record
from sayso.stages.normalise.names import Name, root_of
from sayso.stages.normalise.uses import LOCATIVE, Use, use_of
from sayso.tools.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACED = LOCATIVE - {"from", "to", "between", "over", "on", "off", "along"}
"""Prepositions that hardly stand before anything but a place or a time."""
KNOWN = 50_000
"""Population from which a town that the language model takes for something else may still be found by its name alone."""
RUN = re.compile(r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’-]*|of|al-\w+|ez-\w+))*")
ARTICLES = ("The ", "the ")


@record
class Toponym:
    """A word or words that name a place."""

    span: Span
    use: Use
    country: str | None = None
    """ISO code when the tables know the words as a country, its adjective, people or seat; None for other names."""
    capital: bool = False
    """Whether the words are a capital that the tables know to stand for its government."""
    place: str | None = None
    """Name of the place that a local demonym belongs to ("Chechen": Chechnya); None for other words."""
    label: str = ""
    """The language model's label; empty when it gave none."""


@lru_cache(maxsize=1)
def local_demonyms() -> dict[str, str]:
    """Words for the people of a region or town -> its name."""
    return {word: row["place"] for row in rows("local_demonyms.tsv") for word in values(row["words"])}


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, tuple[str, str]]:
    """Abbreviated states and provinces -> their name and country."""
    return {row["short"]: (row["name"], row["country"]) for row in rows("abbreviations.tsv")}


def find_toponyms(parsed: Parsed, names: list[Name], gazetteer: Gazetteer) -> list[Toponym]:
    """All toponyms in text order: by the tables, by the language model, inside longer names, and by name alone where it is well known."""
    text, doc = parsed.document.text, parsed.doc
    persons = _surnames(names)
    found: list[Toponym] = []
    for name in names:
        root = root_of(doc, name.start, name.end)
        if root is not None:
            found.extend(_toponym(text, name, root, gazetteer, persons))
    found.extend(_abbreviated(text, found))
    found.extend(_unmarked(parsed, names, found, gazetteer, persons))
    return sorted(found, key=lambda t: t.span.start)


def given_toponyms(parsed: Parsed, spans: Iterable[tuple[int, int]], aliases: Aliases) -> list[Toponym]:
    """Toponyms that somebody else found, in the order given: for measuring resolution by itself."""
    return [_given(parsed, span_of(parsed.document.text, start, end), aliases) for start, end in spans]


def _given(parsed: Parsed, span: Span, aliases: Aliases) -> Toponym:
    hits = aliases.find(span.text)
    hit = hits[0] if len(hits) == 1 and hits[0].end - hits[0].start >= len(span.text) - 1 else None
    root = root_of(parsed.doc, span.start, span.end)
    known = None if hit is None or root is None else _from_table(span, hit, root)
    if known is None and (place := local_demonyms().get(span.text)) is not None:
        return Toponym(span=span, use="demonym", place=place)
    return known or Toponym(span=span, use="literal")


def _surnames(names: Sequence[Name]) -> frozenset[str]:
    """Last words of the persons that are named in full: "Washington" after "Denzel Washington" is no town."""
    full = (name.text for name in names if name.label == "PERSON" and name.hit is None and " " in name.text)
    return frozenset(text.rsplit(None, 1)[-1] for text in full)


def _from_table(span: Span, hit: Hit, root: "Token") -> Toponym | None:
    """What the tables make of a name; None for actors, and for seats of government, which are no places."""
    sort, iso = hit.form.sort, hit.form.targets[0]
    if sort == "people" or (sort == "adjective" and len(hit.form.targets) == 1):
        return Toponym(span=span, use="demonym", country=iso)
    if sort in ("country", "capital"):
        return Toponym(span=span, use=use_of(root), country=iso, capital=sort == "capital")
    return None


def _toponym(text: str, name: Name, root: "Token", gazetteer: Gazetteer, persons: frozenset[str]) -> Iterator[Toponym]:
    span = name.span(text)
    if name.hit is not None:
        known = _from_table(span, name.hit, root)
        if known is not None:
            yield known
        return
    if (place := local_demonyms().get(name.text)) is not None:
        yield Toponym(span=span, use="demonym", place=place, label=name.label)
        return
    if name.text in persons or not name.text[0].isupper():
        return
    places = gazetteer.lookup(name.text)
    if name.label in ("GPE", "LOC", "FAC"):
        if places or (_placed(root) and name.label != "FAC"):
            use: Use = "modifier" if root.dep_ in ("compound", "amod") else "literal"
            yield Toponym(span=span, use=use, label=name.label)
        else:
            yield from _embedded(text, name, gazetteer)
    elif name.label != "PERSON" and places and _placed(root):
        yield Toponym(span=span, use="literal")
    elif name.label == "ORG":
        yield from _embedded(text, name, gazetteer)


def _embedded(text: str, name: Name, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """A well-known place inside a longer name: "Aleppo Media Center", "University of Kansas"."""
    if name.within is not None and name.within.form.sort in ("country", "adjective", "capital"):
        hit = name.within
        yield Toponym(span=span_of(text, hit.start, hit.end), use="embedded", country=hit.form.targets[0], capital=hit.form.sort == "capital")
        return
    words = list(re.finditer(r"[^\W\d_][\w'’.-]*", name.text))
    for count in (3, 2, 1):
        for at in range(len(words) - count + 1):
            start, end = words[at].start(), words[at + count - 1].end()
            part = name.text[start:end].removesuffix("'s").removesuffix("’s")
            if len(part) < len(name.text) and part[0].isupper() and prominent(part, gazetteer):
                yield Toponym(span=span_of(text, name.start + start, name.start + start + len(part)), use="embedded")
                return


def prominent(words: str, gazetteer: Gazetteer) -> bool:
    """Whether a name alone, without what stands around it, brings a well-known place to mind."""
    if len(words) < 4:
        return False
    return any(
        place.own == 2 and (place.population >= KNOWN or place.kind in ("area", "water")) and place.kind != "district"
        for place in gazetteer.lookup(words)
    )


def _placed(root: "Token") -> bool:
    """Whether a preposition of place stands before the name."""
    return root.dep_ == "pobj" and root.head.lower_ in PLACED


def _abbreviated(text: str, found: Sequence[Toponym]) -> Iterator[Toponym]:
    """The state after a town and a comma: "Edmonton, Ky."."""
    taken = {t.span.start for t in found}
    for toponym in found:
        match = AFTER.match(text, toponym.span.end)
        if match is not None and match.start(1) not in taken and (short := _short(match.group(1))) is not None:
            yield Toponym(span=span_of(text, match.start(1), match.start(1) + len(short)), use="literal")


AFTER = re.compile(r",\s((?:[A-Z]\.\s?){2,3}|W\. ?Va\.|[A-Z][A-Za-z]{1,4}\.?)")


def _short(words: str) -> str | None:
    table = abbreviations()
    return next((w for w in (words.strip(), words.strip().rstrip(".")) if w in table), None)


def _unmarked(
    parsed: Parsed, names: Sequence[Name], found: Sequence[Toponym], gazetteer: Gazetteer, persons: frozenset[str]
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
        if words in seen or words.title() in seen or (_wanted(doc, start, len(words), name) and prominent(words, gazetteer)):
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


def _wanted(doc: object, start: int, length: int, name: Name | None) -> bool:
    """Whether the place in the sentence lets the words be a place: not the name of a person."""
    return name is None or name.label != "PERSON"
