"""Find toponyms: every word that names a place, whatever it does in its sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.lexicon.aliases import Aliases, Hit
from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.model import Parsed, Span, span_of
from sayso.stages.normalise.names.names import Name, root_of
from sayso.stages.normalise.places.around import (
    placed,
)
from sayso.stages.normalise.places.uses import Use, use_of
from sayso.tools.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token
from sayso.stages.normalise.places.shown import THE, WORDS, is_shown, prominent
from sayso.stages.normalise.places.toponym import Toponym, abbreviations, local_demonyms
from sayso.stages.normalise.places.unmarked import listed_toponyms, unmarked_toponyms

COMPASS = frozenset(("west", "east", "north", "south", "earth"))
"""Never a place by themselves: "trained by the West"."""
DATELINE = re.compile(
    r"^[ \t]*([A-Z][A-Z.'’ -]{2,30}?)(?=(?:, [A-Z][\w. ]{1,20})?(?: ?\([A-Z][\w .]*\))? ?[—–-])", re.M
)
COUNTY = re.compile(
    r"\b(?:[A-Z][a-z'’]+ ){1,2}(?:County|Parish|Province|Governorate|Oblast|Raion)\b(?! (?:Road|Rd|Highway))"
)


def find_toponyms(parsed: Parsed, names: list[Name], gazetteer: Gazetteer) -> list[Toponym]:
    """All toponyms in text order: by the tables, by the language model, inside longer names, and by well-known name."""
    text, doc = parsed.document.text, parsed.doc
    persons = _surnames(names)
    found: list[Toponym] = []
    for name in names:
        root = root_of(doc, name.start, name.end)
        if root is not None:
            found.extend(_toponym(text, name, root, gazetteer, persons))
    found.extend(_datelines(text, found, gazetteer))
    found.extend(_abbreviated(text, found))
    found.extend(unmarked_toponyms(parsed, names, found, gazetteer, persons))
    found.extend(listed_toponyms(text, names, found, gazetteer, persons))
    return sorted(_without_outlet(text, found, parsed.document.outlet or ""), key=lambda t: t.span.start)


def _without_outlet(text: str, found: Sequence[Toponym], outlet: str) -> list[Toponym]:
    """The same without the outlet's own name behind a dateline: "DUBAI (Meridian) -" in the Meridian News Agency's."""
    return [
        t for t in found if not (outlet.startswith(f"{t.span.text} ") and text[t.span.start - 1 : t.span.start] == "(")
    ]


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


def _surnames(names: Sequence[Name]) -> dict[str, int]:
    """Last words of the persons that are named in full, with where the first of them is named.

    "Washington" after "Denzel Washington" is no town.
    """
    places = Counter(name.text for name in names if name.label == "GPE")
    found: dict[str, int] = {}
    for name in names:
        if name.label == "PERSON" and name.hit is None and " " in name.text:
            last = name.text.rsplit(None, 1)[-1]
            last = last.title() if last.isupper() else last
            if places[last] < 2:
                found.setdefault(last, name.start)
    return found


def _from_table(span: Span, hit: Hit, root: "Token") -> Toponym | None:
    """What the tables make of a name; None for actors, and for seats of government, which are no places."""
    sort, iso = hit.form.sort, hit.form.targets[0]
    if sort == "people" or (sort == "adjective" and len(hit.form.targets) == 1):
        return Toponym(span=span, use="demonym", country=iso)
    if sort in ("country", "capital"):
        return Toponym(span=span, use=use_of(root), country=iso, capital=sort == "capital")
    return None


def _toponym(
    text: str, name: Name, root: "Token", gazetteer: Gazetteer, persons: Mapping[str, int]
) -> Iterator[Toponym]:
    span = name.span(text)
    shadowed = name.text in persons and not placed(root)
    if shadowed and name.hit is not None and name.hit.form.sort == "country":
        shadowed = name.start > persons[name.text]  # "Jordan arrested a man named Michael Jordan"
    if name.hit is not None:
        known = _from_table(span, name.hit, root)
        if known is not None and not (shadowed and known.use != "demonym"):
            yield known
        return
    if (place := local_demonyms().get(name.text)) is not None:
        yield Toponym(span=span, use="demonym", place=place, label=name.label)
        return
    if shadowed or not CAPITAL.match(name.text) or name.text.casefold() in COMPASS or _is_short_form(text, name):
        return
    if name.text.casefold() in WORDS.languages or fold(name.text) in PEOPLES or MIXED.fullmatch(name.text):
        return
    if name.text.casefold() in WORDS.no_place and THE.search(text, max(0, name.start - 5), name.start):
        return  # "a fellow at the Centre"
    places = gazetteer.lookup(name.text)
    if name.label in ("GPE", "LOC", "FAC"):
        if places or (placed(root) and name.label != "FAC") or SITE.match(name.text):
            use: Use = "modifier" if root.dep_ in ("compound", "amod") else "literal"
            yield Toponym(span=span, use=use, label=name.label)
        else:
            yield from _embedded(text, name, gazetteer)
    elif is_shown(text, name, root, places, gazetteer, persons):
        yield Toponym(span=span, use="literal", label=name.label)
    elif name.label == "ORG":
        yield from _embedded(text, name, gazetteer)


def _is_short_form(text: str, name: Name) -> bool:
    """Whether capitals behind "the" are short for something that the text names: "the RSA".

    Countries and states whose short forms take an article are in the tables.
    """
    return (
        name.text.isupper()
        and name.text.isalpha()
        and len(name.text) <= 5
        and THE.search(text[: name.start]) is not None
    )


CAPITAL = re.compile(r"(?:[ae][lnrstdz]-)?[^\W\d_a-z]")
"""A capital, the Arabic article before it aside: "al-Hilla"."""
MIXED = re.compile(r"[A-Z]+[a-z]{1,2}[A-Z]+[a-z]?")
"""A short form with small letters in it: "MoD"."""

PEOPLES = load_name_words().peoples
SITE = re.compile(r"(?:Camp|Lake|Mount|Fort|Cape|Port) [A-Z][\w’'-]+$")


def _embedded(text: str, name: Name, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """A well-known place inside a longer name: "Aleppo Media Center", "University of Kansas"."""
    if name.within is not None and name.within.form.sort in ("country", "adjective", "capital"):
        hit = name.within
        yield Toponym(
            span=span_of(text, hit.start, hit.end),
            use="embedded",
            country=hit.form.targets[0],
            capital=hit.form.sort == "capital",
        )
        return
    county = COUNTY.search(name.text)
    if county is not None and gazetteer.lookup(county.group()):
        yield Toponym(span=span_of(text, name.start + county.start(), name.start + county.end()), use="embedded")
        return
    words = list(re.finditer(r"[^\W\d_][\w'’.-]*", name.text))
    for count in (3, 2, 1):
        for at in range(len(words) - count + 1):
            start, end = words[at].start(), words[at + count - 1].end()
            part = name.text[start:end].removesuffix("'s").removesuffix("’s")
            if len(part) < len(name.text) and part[0].isupper() and prominent(part, gazetteer):
                yield Toponym(span=span_of(text, name.start + start, name.start + start + len(part)), use="embedded")
                return


def _datelines(text: str, found: Sequence[Toponym], gazetteer: Gazetteer) -> Iterator[Toponym]:
    """The town in capitals that opens a report: "TORRINGTON — The mayor ..."."""
    taken = {t.span.start for t in found}
    for match in (*DATELINE.finditer(text), *LISTED.finditer(text), *HOLDING.finditer(text)):
        if match.start(1) not in taken and gazetteer.lookup(match.group(1)):
            yield Toponym(span=span_of(text, *match.span(1)), use="literal")


HOLDING = re.compile(
    r"^[ \t]*[A-Z][A-Z.'’ -]{2,30}, ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?= ?(?:\([A-Z][\w .]*\) ?)?[—–-])", re.M
)
"""What holds the town of a dateline: "SUQ AL-SHUYUKH, Dhi Qar —"."""
LISTED = re.compile(r"(?m)^\W*Near ((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2}), (?=\w)")
"""The place that opens a line of a list of what happened where: "Near Sinjar, two strikes ..."."""


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
