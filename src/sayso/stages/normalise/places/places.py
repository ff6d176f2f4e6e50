"""Resolve toponyms: which of the places of a name is meant.

Every reading of a name is scored by what is known without its document (population, sort, own name or other spelling)
and by what the other names of the document support: readings near by, in the same province, in the same country. All
readings of the other names count, each by its own likelihood, so that names that are ambiguous one by one settle each
other. One name has one sense in a document. Method after Leidner (2007) and Kamalloo and Rafiei (2018); weights fitted
on the dev halves of TR-News, LGL and GeoWebNews.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from sayso.lexicon.aliases import Aliases
from sayso.lexicon.countries import rows
from sayso.lexicon.folding import fold
from sayso.model import Place, PlaceClass, Reason
from sayso.model._record import record
from sayso.stages.normalise.places.toponyms import Toponym, abbreviations
from sayso.tools.gazetteer import Candidate, Gazetteer

OF = re.compile(
    r"^(?:the )?(?:(?:city|town|village|district|province|governorate|state|port|region|county|oblast|island) of )?"
    r"(?:the )?(.+?)$",
    re.I,
)
KIND_WORDS: dict[str, PlaceClass] = {
    "province": "region", "governorate": "region", "oblast": "region", "state": "region", "region": "region",
    "county": "district", "district": "district", "parish": "district", "raion": "district",
    "city": "town", "town": "town", "village": "town",
}  # fmt: skip
COMPASS = re.compile(
    r"^(?:far )?(?:(?:north|south|east|west|central|upper|lower|greater|north-?east|north-?west|south-?east|"
    r"south-?west)(?:ern)?|"
    r"downtown|mainland|inner|outer|rural|suburban) ",
    re.I,
)
CONTAINER = re.compile(r",\s+((?:[A-Z][\w.'’-]*\s?){1,3})")
KIND_AFTER = re.compile(
    r"[’']?s?\s+(province|governorate|oblast|state|region|county|district|city|town|village)\b", re.I
)
KIND_BEFORE = re.compile(r"\b(province|governorate|state|region|district|city|town|village) of $", re.I)
ENGLISH = frozenset(("US", "CA", "GB", "AU", "NZ", "IE"))
"""Countries whose small towns are called by their own names in English; other spellings there are former ones."""
SMALL = 200_000
"""Population under which a town is small."""
COUNTY = 20_000
"""Population of a district whose own is not known: that of a small one."""


@record
class Weights:
    """What speaks for a reading, and how much."""

    kinds: Mapping[PlaceClass, float]
    """By sort of place, beside the logarithm of its population."""
    own: float = 0.7
    """For the place's own name rather than another spelling."""
    capital: float = 0.9
    """For the capital of a country, where the words are one."""
    near: float = 1.6
    """For each doubling of names with a reading within about 100 km."""
    province: float = 0.8
    """The same for readings in the same province."""
    country: float = 0.8
    """The same for readings in the same country."""
    container: float = 4.0
    """For lying in the place that is named right after it."""
    hinted: float = 4.0
    """For being of the sort that the next word says: "Kherson region"."""
    seat: float = 1.2
    """For the town rather than a region that has its name among others (Rostov), where the next word does not say."""
    former: float = 2.0
    """Against a small town of an English-speaking country that only once had the name, or has it among others."""
    named: float = 0.4
    """For lying in a country that the document names."""
    home: float = 3.0
    """For lying in the province of a telephone number that the text gives."""
    holds: float = 2.0
    """For the region rather than the town of its name, where a place in it stands before it: "Bronx, New York"."""
    spelling: float = 2.0
    """Against another spelling that shares no letters with the place's own name; half as much where half is alike."""
    doubt: float = 0.8
    """How fast a reading of another name loses its say as it becomes less likely than that name's best."""


WEIGHTS = Weights(kinds={"country": 2.0, "area": 1.5, "water": 1.5, "region": -0.5, "district": -2.0, "town": 0.0})


def resolve(
    text: str, toponyms: Sequence[Toponym], *, gazetteer: Gazetteer, aliases: Aliases, weights: Weights = WEIGHTS
) -> list[Candidate | None]:
    """The place of each toponym, in their order; None where no place has that name."""
    names = group(text, toponyms, gazetteer, aliases)
    company = Company(names, weights, telephones(text))
    best = {name.words: company.best(name) for name in names}
    return list(_nearby(text, toponyms, [best[t.span.text] for t in toponyms]))


TELEPHONE = re.compile(r"(?<![\d-])(?:1[-. ])?\(?([2-9]\d{2})\)?[-. ]\s?[2-9]\d{2}[-.]\d{4}(?!\d)")
"""A number of the North American Numbering Plan with its area code."""


@lru_cache(maxsize=1)
def area_codes() -> dict[str, tuple[str, str]]:
    """Area code -> country and province code."""
    return {code: (row["country"], row["admin1"]) for row in rows("area_codes.tsv") for code in row["codes"].split()}


def telephones(text: str) -> set[tuple[str, str]]:
    """The provinces of the telephone numbers in a text.

    >>> telephones("Call Crime Stoppers at 519-661-5670.")
    {('CA', '08')}
    """
    found = (area_codes().get(match.group(1)) for match in TELEPHONE.finditer(text))
    return {home for home in found if home is not None}


FACILITY = re.compile(
    r"\b(?:Hospital|Clinic|University|College|School|Academy|Airport|Airfield|Station|Road|Rd|Street|St|Avenue|Ave|"
    r"Drive|Lane|Highway|"
    r"Crescent|Bridge|Park|Square|Museum|Theatre|Theater|Stadium|Arena|Mosque|Church|Cathedral|Prison|Jail|Hotel|"
    r"Mall|Market|Center|Centre|"
    r"Library|Creek|River|Lake|Cemetery|Crossing|Checkpoint|Camp|Building|Tower|Plaza|Gate)\.?$"
)
REACH = 200
"""How many characters before or after a building or street the town may stand that it is taken to be in."""


def _nearby(text: str, toponyms: Sequence[Toponym], found: Sequence[Candidate | None]) -> Iterator[Candidate | None]:
    """The same, where a building, street or stream that no gazetteer has lies in the town named next to it."""
    for at, (toponym, c) in enumerate(zip(toponyms, found, strict=True)):
        if c is not None or FACILITY.search(toponym.span.text) is None:
            yield c
            continue
        near = [(_gap(toponym, other), place) for other, place in _around(toponyms, found, at) if place.kind == "town"]
        gap, town = min(near, key=lambda pair: pair[0], default=(REACH, None))
        same = town is not None and gap < REACH and "\n" not in text[toponym.span.start : toponym.span.end]
        yield (
            replace(town, name=toponym.span.text, geonames_id=None, population=0, own=0)
            if same and town is not None
            else None
        )


def _around(
    toponyms: Sequence[Toponym], found: Sequence[Candidate | None], at: int
) -> Iterator[tuple[Toponym, Candidate]]:
    """The resolved toponyms up to six places before and after one."""
    for near in range(max(0, at - 6), min(len(found), at + 7)):
        place = found[near]
        if place is not None and toponyms[near].use != "demonym":
            yield toponyms[near], place


def _gap(toponym: Toponym, other: Toponym) -> int:
    return max(other.span.start - toponym.span.end, toponym.span.start - other.span.end, 0)


@record
class NameOf:
    """All mentions of one name in a document, and what it may mean."""

    words: str
    count: int
    readings: tuple[Candidate, ...]
    containers: tuple[Candidate, ...] = ()
    """Readings of what is named after a comma behind it: "Paris, Texas"."""
    hint: PlaceClass | None = None
    """Sort that the next word gives it in most of its mentions; None for none."""
    capital: str | None = None
    """ISO code of the country whose capital the words are; None when they are none."""


def group(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer, aliases: Aliases) -> list[NameOf]:
    """The names of a document in order of first mention."""
    mentions: dict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        mentions[toponym.span.text].append(toponym)
    found = []
    for words, held in mentions.items():
        containers = next((c for t in held if (c := _containers(text, t, gazetteer))), ())
        hints = Counter(kind for t in held if (kind := _kind_beside(text, t)))
        hint = KIND_WORDS[hints.most_common(1)[0][0]] if hints and 2 * sum(hints.values()) > len(held) else None
        first = held[0]
        readings = candidates(first, gazetteer, aliases, contained=bool(containers) or hint == "town")
        found.append(
            NameOf(
                words=words, count=len(held), readings=readings, containers=containers, hint=hint,
                capital=first.country if first.capital else None,
            )
        )  # fmt: skip
    return found


def _kind_beside(text: str, toponym: Toponym) -> str | None:
    """The word for its sort before or after a name, in lower case: "the city of Homs", "Homs province"."""
    at = toponym.span
    match = KIND_AFTER.match(text, at.end) or KIND_BEFORE.search(text, max(0, at.start - 20), at.start)
    return match.group(1).lower() if match else None


def candidates(
    toponym: Toponym, gazetteer: Gazetteer, aliases: Aliases, *, contained: bool = False
) -> tuple[Candidate, ...]:
    """The places that the words may name; a country by its table, unless a container shows a town of that name."""
    words = toponym.place or toponym.span.text
    if toponym.country is not None and not toponym.capital:
        name = aliases.countries[toponym.country].name
        country = tuple(c for c in gazetteer.lookup(name) if c.kind == "country" and c.country == toponym.country)
        if toponym.use == "demonym" or not (contained or words in TWO_SENSES):
            return country
        return country + tuple(c for c in gazetteer.lookup(words) if c.kind != "country")
    if words in (short := abbreviations()):
        return _state(*short[words], gazetteer)
    return gazetteer.lookup(words) or _reduced(words, gazetteer)


TWO_SENSES = frozenset(("Georgia",))
"""Names of countries that another place, as often in the news, has too."""


def _state(name: str, country: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    found = tuple(c for c in gazetteer.lookup(name) if c.country == country)
    return tuple(c for c in found if c.kind == "region") or found


def _reduced(words: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The readings of a name without compass words, "the city of" before it, or its sort behind it."""
    for pattern in (COMPASS.sub("", words), (m.group(1) if (m := OF.match(words)) else words)):
        if pattern != words and (found := gazetteer.lookup(pattern)):
            return found
    head, _, kind = words.rpartition(" ")
    if head and (sort := KIND_WORDS.get(kind.casefold())):
        found = gazetteer.lookup(head)
        return tuple(c for c in found if c.kind == sort) or found
    return ()


def _containers(text: str, toponym: Toponym, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Readings of what is named right after a comma: "Paris, Texas", "Homs, Syria"."""
    match = CONTAINER.match(text, toponym.span.end, toponym.span.end + 50)
    if match is None:
        return ()
    words = match.group(1).strip()
    parts = words.split()
    for short in (words, words.rstrip("."), parts[0], parts[0].rstrip(".")):
        if short in (table := abbreviations()):
            return _state(*table[short], gazetteer)
    for name in dict.fromkeys((words, words.rstrip("."), " ".join(parts[:2]), parts[0])):
        found = tuple(c for c in gazetteer.lookup(name) if c.kind in ("country", "region", "district"))
        if found:
            return found
    return ()


class Company:
    """What the names of a document support, over all their readings: by cell of one degree, by province, by country."""

    def __init__(self, names: Iterable[NameOf], weights: Weights, homes: Iterable[tuple[str, str]] = ()) -> None:
        self.weights = weights
        self.homes = frozenset(homes)
        self.cells: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
        self.provinces: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
        self.countries: dict[str, dict[str, float]] = defaultdict(dict)
        names = list(names)
        self.lands = {n.readings[0].country: n.words for n in names if n.readings and n.readings[0].kind == "country"}
        self.holders = {
            h.row for n in names for h in n.containers if h.kind in LANDS and any(inside(c, h) for c in n.readings)
        }
        for name in names:
            for place, say in self._says(name):
                self._add(name.words, place, say)

    def _says(self, name: NameOf) -> Iterator[tuple[Candidate, float]]:
        """How much each reading of a name counts for the others: 1 for its best, less the less likely it is."""
        likely = [(c, self.alone(name, c)) for c in name.readings]
        best = max((p for _, p in likely), default=0.0)
        repeated = min(name.count, 4) ** 0.5
        for c, p in likely:
            if (say := repeated * math.exp(self.weights.doubt * (p - best))) > 0.02:
                yield c, say

    def _add(self, words: str, c: Candidate, say: float) -> None:
        tables: list[dict[str, float]] = []
        if c.country:
            tables.append(self.countries[c.country])
            if c.admin1:
                tables.append(self.provinces[c.country, c.admin1])
        if c.kind not in ("country", "area") and (cell := _cell(c)) is not None:
            tables.append(self.cells[cell])
        for table in tables:
            table[words] = max(table.get(words, 0.0), say)

    def alone(self, name: NameOf, c: Candidate) -> float:
        """How likely a reading is without the other names."""
        w = self.weights
        people = c.population or (COUNTY if c.kind == "district" else 0)
        score = math.log10(people + 10) + w.kinds.get(c.kind, 0.0) + w.own * c.own
        if name.capital is not None and c.country == name.capital and c.kind == "town" and c.population > 50_000:
            score += w.capital
        if name.hint is not None and c.kind == name.hint:
            score += w.hinted
        if c.kind == "region" and c.own < 2 and name.hint is None and has_seat(name.readings, c):
            score -= w.seat
        if any(inside(c, holder) for holder in name.containers):
            score += w.container
        if c.own < 2:
            score -= w.spelling * (1 - likeness(name.words, c.name))
        return score - (w.former if _is_former(name.words, c) else 0.0)

    def best(self, name: NameOf) -> Candidate | None:
        """The best reading of a name; None when it has none, or but an unlike spelling that nothing speaks for."""
        found = max(name.readings, key=lambda c: self.score(name, c), default=None)
        return None if found is None or self._is_chance(name, found) else found

    def _is_chance(self, name: NameOf, c: Candidate) -> bool:
        """Whether a small place merely has a name among others: Sears is no Şoarş."""
        if c.own == 2 or c.population >= SMALL or c.kind not in ("town", "district"):
            return False
        return likeness(name.words, c.name) < UNLIKE and self.score(name, c) - self.alone(name, c) < SPOKEN_FOR

    def score(self, name: NameOf, c: Candidate) -> float:
        """What speaks for a reading in all."""
        w, words = self.weights, name.words
        score = self.alone(name, c) + w.country * _gain(self.countries.get(c.country or ""), words)
        if c.admin1:
            score += w.province * _gain(self.provinces.get((c.country or "", c.admin1)), words)
        if c.kind != "country" and self.lands.get(c.country, words) != words:
            score += w.named
            if c.own < 2 and c.population >= SPOKEN_OF:
                score += w.spelling * (1 - likeness(words, c.name)) / 2  # Palmyra where Syria is named: Tadmur
        if c.row in self.holders:
            score += w.holds
        if (c.country, c.admin1) in self.homes and c.kind != "country":
            score += w.home
        cell = _cell(c)
        if cell is not None and c.kind not in ("country", "area"):
            score += w.near * self._around(cell, words)
        return score

    def _around(self, cell: tuple[int, int], words: str) -> float:
        """Logarithm of the names with a reading in the cell or one of the eight around it, without the name itself."""
        held: dict[str, float] = {}
        for lat in (-1, 0, 1):
            for lon in (-1, 0, 1):
                for other, say in self.cells.get((cell[0] + lat, cell[1] + lon), {}).items():
                    held[other] = max(held.get(other, 0.0), say)
        return _gain(held, words)


SPOKEN_OF = 20_000
"""Population from which a place is often called by another name abroad."""
UNLIKE = 0.6
"""Likeness under which two spellings are hardly of one name."""
SPOKEN_FOR = 1.0
"""What the other names of a document must add for such a spelling to count."""
LANDS = frozenset(("region", "district"))


def _is_former(words: str, c: Candidate) -> bool:
    """Whether a small town of an English-speaking country has the name beside its own: Shelton was Huntington once."""
    small = c.kind == "town" and c.population < SMALL and c.country in ENGLISH
    return small and c.own < 2 and fold(words) not in fold(c.name)


@lru_cache(maxsize=4096)
def likeness(words: str, name: str) -> float:
    """How alike two spellings are, from 0 to 1: "Sloviansk" is Slovyansk rather than a town once called so.

    >>> likeness("Sloviansk", "Slovyansk") > 0.8 > 0.2 > likeness("Sloviansk", "Nikopol")
    True
    """
    return SequenceMatcher(None, words.casefold(), name.casefold()).ratio()


def _cell(c: Candidate) -> tuple[int, int] | None:
    return None if c.lat is None or c.lon is None else (math.floor(c.lat), math.floor(c.lon))


def _gain(says: Mapping[str, float] | None, words: str) -> float:
    return math.log2(1 + sum(says.values()) - says.get(words, 0.0)) if says else 0.0


def inside(c: Candidate, holder: Candidate) -> bool:
    """Whether a place lies in another by its country and province codes."""
    if c.country != holder.country or c.row == holder.row or c.kind == "country":
        return False
    return holder.kind == "country" or bool(holder.admin1 and c.admin1 == holder.admin1)


def has_seat(readings: Iterable[Candidate], region: Candidate) -> bool:
    """Whether one of the readings is a town of many people that lies in the region."""
    return any(c.kind == "town" and c.population >= SEAT and inside(c, region) for c in readings)


SEAT = 100_000
"""Population from which a town may be meant by the name that it shares with its region."""


def as_place(toponym: Toponym, c: Candidate | None) -> Place:
    """The record of a toponym and its place."""
    if c is None:
        reason = Reason(rule="places.unresolved", detail=f"no place called {toponym.span.text} is known")
        return Place(span=toponym.span, name=toponym.span.text, country=toponym.country, reasons=(reason,))
    if c.geonames_id is None and c.population == 0 and c.own == 0:
        rule, detail = "places.nearby", "no gazetteer has it; the coordinates are those of the town named next to it"
    else:
        rule = "places.country" if c.kind == "country" else "places.gazetteer"
        detail = f"{c.name} ({c.kind}{', ' + c.country if c.country else ''}), population {c.population:,}"
    return Place(
        span=toponym.span, name=c.name, geonames_id=c.geonames_id, lat=c.lat, lon=c.lon, country=c.country,
        precision=c.kind,
        reasons=(Reason(rule=rule, detail=detail, spans=(toponym.span,)),),
    )  # fmt: skip
