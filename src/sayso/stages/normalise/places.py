"""Resolve toponyms: which of the places of a name is meant.

Every reading of a name is scored by what is known without context (population, kind, own name or other spelling) and by its
company in the document (countries and provinces named, places near by); the best is taken when it is clear of the others.
Method after Leidner (2007) and Kamalloo and Rafiei (2018): one sense a document, and places of a text lie together.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.lexicon.aliases import Aliases
from sayso.model import Place, PlaceClass, Reason
from sayso.stages.normalise.toponyms import Toponym, abbreviations
from sayso.tools.gazetteer import Candidate, Gazetteer

HEAD = re.compile(
    r"^(?:the )?(?:(?:city|town|village|district|province|governorate|state|port|region|county|oblast|island) of )?(?:the )?(.+?)$",
    re.I,
)
KIND_WORDS: dict[str, PlaceClass] = {
    "province": "region", "governorate": "region", "oblast": "region", "state": "region", "region": "region",
    "county": "district", "district": "district", "parish": "district", "raion": "district",
    "city": "town", "town": "town", "village": "town",
}  # fmt: skip
COMPASS = re.compile(
    r"^(?:(?:north|south|east|west|central|upper|lower|greater|north-?east|north-?west|south-?east|south-?west)(?:ern)?|downtown|mainland|inner|outer) ",
    re.I,
)
KIND_PRIOR: dict[PlaceClass, float] = {
    "country": 4.0,
    "area": 1.5,
    "water": 1.5,
    "region": 1.2,
    "district": -1.0,
    "town": 0.0,
}


def resolve(
    text: str, toponyms: Sequence[Toponym], *, gazetteer: Gazetteer, aliases: Aliases
) -> list[Candidate | None]:
    """The place of each toponym, in their order; None where no place has that name or the readings are too close."""
    readings = {t.span.text: candidates(t, gazetteer, aliases) for t in toponyms}
    after = {t.span.text: _containers(text, t, gazetteer, aliases) for t in reversed(toponyms)}
    chosen: dict[str, Candidate | None] = {
        name: max(found, key=lambda c: prior(c), default=None) for name, found in readings.items()
    }
    for _ in range(2):
        company = Company(chosen, toponyms)
        chosen = {name: company.best(name, found, after[name]) for name, found in readings.items()}
    return [chosen[t.span.text] for t in toponyms]


def candidates(toponym: Toponym, gazetteer: Gazetteer, aliases: Aliases) -> tuple[Candidate, ...]:
    """The places that the words may name; a country by its table."""
    if toponym.country is not None and not toponym.capital:
        name = aliases.countries[toponym.country].name
        same = (
            tuple(c for c in gazetteer.lookup(toponym.span.text) if c.kind == "region")
            if toponym.use != "demonym"
            else ()
        )
        country = tuple(c for c in gazetteer.lookup(name) if c.kind == "country" and c.country == toponym.country)
        return country + same if toponym.span.text == "Georgia" else country
    words = toponym.span.text
    if words in (short := abbreviations()):
        return tuple(c for c in gazetteer.lookup(short[words][0]) if c.kind == "region" and c.country == short[words][1])
    found = gazetteer.lookup(words)
    if not found:
        found = gazetteer.lookup(COMPASS.sub("", words)) if COMPASS.match(words) else ()
    if not found and (match := HEAD.match(words)):
        found = gazetteer.lookup(match.group(1))
    if not found:
        head, _, kind = words.rpartition(" ")
        if head and kind.casefold() in KIND_WORDS:
            found = gazetteer.lookup(head)
    return found


def prior(candidate: Candidate) -> float:
    """How likely a reading is without its document: by size, sort and spelling."""
    return math.log10(candidate.population + 10) + KIND_PRIOR.get(candidate.kind, 0.0) + 0.8 * candidate.own


def _containers(text: str, toponym: Toponym, gazetteer: Gazetteer, aliases: Aliases) -> tuple[Candidate, ...]:
    """Readings of what is named right after a comma: "Paris, Texas", "Homs, Syria"."""
    match = re.match(r",\s+((?:[A-Z][\w.'’-]*\s?){1,3})", text[toponym.span.end : toponym.span.end + 50])
    if not match:
        return ()
    words = match.group(1).strip()
    for short in (words, words.rstrip("."), words.split()[0]):
        if short in (table := abbreviations()):
            name, country = table[short]
            return tuple(c for c in gazetteer.lookup(name) if c.kind == "region" and c.country == country)
    for name in (words, words.rstrip("."), *(" ".join(words.split()[:n]) for n in (2, 1))):
        found = tuple(c for c in gazetteer.lookup(name) if c.kind in ("country", "region", "district"))
        if found:
            return found
    return ()


class Company:
    """What the places of a document have in common."""

    def __init__(self, chosen: dict[str, Candidate | None], toponyms: Iterable[Toponym]) -> None:
        self.countries: Counter[str] = Counter()
        self.provinces: Counter[tuple[str, str]] = Counter()
        self.spots: dict[str, tuple[float, float]] = {}
        weights: dict[str, int] = defaultdict(int)
        for toponym in toponyms:
            weights[toponym.span.text] += 1
        for name, place in chosen.items():
            if place is None:
                continue
            weight = min(weights[name], 3)
            if place.country:
                self.countries[place.country] += weight
            if place.country and place.admin1:
                self.provinces[place.country, place.admin1] += weight
            if place.kind != "country" and place.lat is not None and place.lon is not None:
                self.spots[name] = (place.lat, place.lon)
        self.chosen = chosen

    def best(self, name: str, found: Sequence[Candidate], containers: Sequence[Candidate]) -> Candidate | None:
        """The best reading in this company; None when there is none."""
        own = self.chosen.get(name)
        return max(found, key=lambda c: self.score(name, own, c, containers), default=None)

    def score(self, name: str, own: Candidate | None, c: Candidate, containers: Sequence[Candidate]) -> float:
        """Prior, and what speaks for it in the document."""
        score = prior(c)
        others = self.countries[c.country or ""] - (own is not None and own.country == c.country)
        score += 1.2 * math.log2(1 + max(others, 0))
        if c.admin1:
            near = self.provinces[c.country or "", c.admin1] - (own is not None and own.admin1 == c.admin1)
            score += 1.0 * math.log2(1 + max(near, 0))
        if any(inside(c, holder) for holder in containers):
            score += 6.0
        return score + self._near(name, c)

    def _near(self, name: str, c: Candidate) -> float:
        """Up to 1.5 for a place of the document close by."""
        if c.lat is None or c.lon is None or c.kind == "country":
            return 0.0
        spots = [km(c.lat, c.lon, *spot) for other, spot in self.spots.items() if other != name]
        return max((1.5 * math.exp(-d / 150) for d in spots), default=0.0)


def inside(c: Candidate, holder: Candidate) -> bool:
    """Whether a place lies in another by its country and province codes."""
    if c.country != holder.country or c.row == holder.row:
        return False
    return holder.kind == "country" or bool(holder.admin1 and c.admin1 == holder.admin1)


def km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Distance over the ground, by the haversine formula."""
    p, q = math.radians(lat), math.radians(lat2)
    half = (1 - math.cos(p - q) + math.cos(p) * math.cos(q) * (1 - math.cos(math.radians(lon - lon2)))) / 2
    return 12_742 * math.asin(min(1.0, math.sqrt(half)))


def as_place(toponym: Toponym, c: Candidate | None) -> Place:
    """The record of a toponym and its place."""
    if c is None:
        reason = Reason(rule="places.unresolved", detail=f"no place called {toponym.span.text} is known")
        return Place(span=toponym.span, name=toponym.span.text, country=toponym.country, reasons=(reason,))
    rule = "places.country" if c.kind == "country" else "places.gazetteer"
    detail = f"{c.name} ({c.kind}{', ' + c.country if c.country else ''}), population {c.population:,}"
    return Place(
        span=toponym.span, name=c.name, geonames_id=c.geonames_id, lat=c.lat, lon=c.lon, country=c.country, precision=c.kind,
        reasons=(Reason(rule=rule, detail=detail, spans=(toponym.span,)),),
    )  # fmt: skip
