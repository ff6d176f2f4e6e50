"""Countries and territories: their names, demonyms, capitals and seats of government."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from sayso.model._record import record


@record
class Country:
    """A row of countries.tsv."""

    iso: str
    """ISO 3166 alpha-2 code; `XK` for Kosovo."""
    name: str
    """Usual English name."""
    geonames_id: int
    lat: float | None
    """Degrees north of its middle, WGS 84; None for a few uninhabited ones."""
    lon: float | None
    population: int
    area_km2: int
    continent: str
    """GeoNames code: AF, AN, AS, EU, NA, OC, SA."""
    names: tuple[str, ...]
    """Other names and abbreviations."""
    adjectives: tuple[str, ...]
    """`Russian`, `U.S.`."""
    people: tuple[str, ...]
    """`Russians`, `Briton`."""
    capitals: tuple[str, ...]
    """Names of cities that stand for its government."""
    seats: tuple[str, ...]
    """Buildings and quarters that stand for it: `Kremlin`."""


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file of this folder by column name; lines that start with `#` are notes."""
    text = files("sayso.lexicon").joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    header = next(lines).split("\t")
    for line in lines:
        yield dict(zip(header, line.split("\t"), strict=True))


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, which `|` parts."""
    return tuple(value for value in cell.split("|") if value)


@lru_cache(maxsize=1)
def load_countries() -> dict[str, Country]:
    """All countries by ISO code.

    >>> load_countries()["RU"].seats
    ('Kremlin',)
    """
    return {row["iso"]: _country(row) for row in rows("countries.tsv")}


def _country(row: dict[str, str]) -> Country:
    return Country(
        iso=row["iso"],
        name=row["name"],
        geonames_id=int(row["geonames_id"]),
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        population=int(row["population"]),
        area_km2=int(row["area_km2"]),
        continent=row["continent"],
        names=values(row["names"]),
        adjectives=values(row["adjectives"]),
        people=values(row["people"]),
        capitals=values(row["capitals"]),
        seats=values(row["seats"]),
    )
