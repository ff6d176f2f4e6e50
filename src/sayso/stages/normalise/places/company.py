"""What speaks for each reading of a name, by itself and by what the other names of its document support.

Every reading is scored by what is known without its document (population, sort, own name or other spelling) and by
readings of the other names near by, in the same province, in the same country, each by its own likelihood, so that
names that are ambiguous one by one settle each other. Method after Leidner (2007) and Kamalloo and Rafiei (2018).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from sayso.lexicon.folding import fold
from sayso.model import PlaceClass
from sayso.model._record import record
from sayso.stages.normalise.places.readings import NameOf
from sayso.tools.gazetteer import Candidate

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
