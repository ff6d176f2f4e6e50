"""Find toponyms: every word that names a place, whatever it does in its sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon.aliases import Aliases, Hit
from sayso.lexicon.countries import rows, values
from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.lexicon.placing import load_placing
from sayso.model import Parsed, Span, span_of
from sayso.model._record import record
from sayso.stages.normalise.names.names import Name, root_of
from sayso.stages.normalise.places.around import (
    beside_place,
    comes_from,
    goes,
    on_a_way,
    passes,
    placed,
    told_by_verb,
    verb_says,
)
from sayso.stages.normalise.places.uses import Use, use_of
from sayso.tools.gazetteer import Candidate, Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token

WORDS = load_placing()
KNOWN = 50_000
"""Population from which a town that the language model misses may still be found by its name alone."""
COMPASS = frozenset(("west", "east", "north", "south", "earth"))
"""Never a place by themselves: "trained by the West"."""
CIVIC = re.compile(
    r"[’']?s?\s+(?:Mayor|mayor|Council|council|Police|police|residents?|suburbs?|area|county|county's|city|town|"
    r"province|district|"
    r"region|station|railway|prison|port|barracks|border|governor|Governor|City|businesses|neighbou?rhoods?|airport|Airport|Sheriff|"
    r"hospital|University|High School|Superior Court)\b"
)
"""What stands behind a place name."""
DATELINE = re.compile(
    r"^[ \t]*([A-Z][A-Z.'’ -]{2,30}?)(?=(?:, [A-Z][\w. ]{1,20})?(?: ?\([A-Z][\w .]*\))? ?[—–-])", re.M
)
COUNTY = re.compile(
    r"\b(?:[A-Z][a-z'’]+ ){1,2}(?:County|Parish|Province|Governorate|Oblast|Raion)\b(?! (?:Road|Rd|Highway))"
)


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
    found.extend(_unmarked(parsed, names, found, gazetteer, persons))
    found.extend(_listed(text, names, found, gazetteer, persons))
    return sorted(_without_outlet(text, found, parsed.document.outlet or ""), key=lambda t: t.span.start)


def _without_outlet(text: str, found: Sequence[Toponym], outlet: str) -> list[Toponym]:
    """The same without the outlet's own name behind a dateline: "DUBAI (Meridian) -" in the Meridian News Agency's."""
    return [
        t for t in found if not (outlet.startswith(f"{t.span.text} ") and text[t.span.start - 1 : t.span.start] == "(")
    ]


LINK = re.compile(r",? (?:and |or )?|, ")


def _listed(
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
            one = placed and " " not in name.text and _is_of_note(gazetteer.lookup(name.text))
            if own and (one or fold(name.text) in again):
                yield Toponym(span=name.span(text), use="literal", label=name.label)


def _is_of_note(places: Sequence[Candidate]) -> bool:
    """Whether a name is a place's own, or another name of one with many people."""
    return any(place.own == 2 or place.population >= NOTED for place in places)


NOTED = 20_000


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
    elif _shown(text, name, root, places, gazetteer, persons):
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


THE = re.compile(r"\b[Tt]he $")
CAPITAL = re.compile(r"(?:[ae][lnrstdz]-)?[^\W\d_a-z]")
"""A capital, the Arabic article before it aside: "al-Hilla"."""
MIXED = re.compile(r"[A-Z]+[a-z]{1,2}[A-Z]+[a-z]?")
"""A short form with small letters in it: "MoD"."""


def _shown(
    text: str,
    name: Name,
    root: "Token",
    places: Sequence[Candidate],
    gazetteer: Gazetteer,
    persons: Mapping[str, int],
) -> bool:
    """Whether the words around a name that the model takes for something else show that it is a place."""
    if name.text.casefold() in WORDS.no_place:
        return False
    before = text[max(0, name.start - 40) : name.start]
    if SETTLED.search(before) or beside_place(root):
        return True
    if not places:
        return False
    first = fold(name.text.split(" ")[0])
    single = name.label != "PERSON" or " " not in name.text or first not in GIVEN
    in_place = single and (placed(root) or (told_by_verb(root) and name.text not in persons))
    if in_place or (single and name.text not in persons and goes(root) and _is_large(places)):
        return True
    if single and name.text not in persons and fold(name.text) not in GIVEN and (comes_from(root) or on_a_way(root)):
        return True
    if single and name.text not in persons and first not in GIVEN and passes(root) and _is_known_abroad(places):
        return True
    if THE.search(before) and any(place.kind in ("water", "area") and place.own == 2 for place in places):
        return True  # "the Danube"
    return TAKEN.search(before) is not None or _held(text, name, places, gazetteer)


GIVEN = load_name_words().given


PEOPLES = load_name_words().peoples


def _is_known_abroad(places: Sequence[Candidate]) -> bool:
    """Whether a name is a great town's own, where families are not called after towns."""
    return any(p.own == 2 and p.population >= GREAT and p.kind == "town" and p.country not in ENGLISH for p in places)


GREAT = 300_000
ENGLISH = frozenset(("US", "CA", "GB", "AU", "NZ", "IE"))
SITE = re.compile(r"(?:Camp|Lake|Mount|Fort|Cape|Port) [A-Z][\w’'-]+$")
SETTLED = re.compile(r"\b(?:towns?|villages?|city|cities|suburbs?|hamlet|outskirts) of (?:the )?$")
TAKEN = re.compile(
    r"(?:\b[Nn]ear (?:the )?|-held |\b(?:liberation|siege|battle|fall|recapture|retaking|bombardment|residents|"
    r"north|south|east|west|"
    r"northeast|northwest|southeast|southwest|part|parts|portion|control|province|district|governorate|"
    r"governor|mayor|commissioner|valleys?|plains?|hills|streets|gates|bazaars?|markets|mountains|villages) of |"
    r"\bby way of |\bparliament for |\bMPs? (?:for|from) |"
    r"\b(?:bus|buses|train|flights?|ferry|plane|convoy) (?:to|from|for) |"
    r"\b(?:way|road|headed|return|returned|moved) to |\b(?:assault|attacks?|strikes?|airstrikes?|advance) on )"
    r"(?:eastern |western |northern |southern )?$"
)


def _held(text: str, name: Name, places: Sequence[Candidate], gazetteer: Gazetteer) -> bool:
    """Whether what stands behind a name shows a place: "Tabriz residents", "Hugo, Oklahoma"."""
    if CIVIC.match(text, name.end):
        return True
    match = AFTER_COMMA.match(text, name.end)
    holders = gazetteer.lookup(match.group(1)) if match is not None else ()
    return any(
        place.country == holder.country and (holder.kind == "country" or place.admin1 == holder.admin1)
        for holder in holders
        if holder.kind in ("country", "region")
        for place in places
    )


AFTER_COMMA = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)")


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


def prominent(words: str, gazetteer: Gazetteer) -> bool:
    """Whether a name alone, without what stands around it, brings a well-known place to mind."""
    if len(words) < 4 or words.casefold() in WORDS.no_place:
        return False
    return any(
        place.own == 2 and (place.population >= KNOWN or place.kind in ("area", "water")) and place.kind != "district"
        for place in gazetteer.lookup(words)
    )


def _is_large(places: Sequence[Candidate]) -> bool:
    """Whether a name has a reading that is a town or region of many people."""
    return any(place.population >= KNOWN and place.kind in ("town", "region") for place in places)


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


def _unmarked(
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
