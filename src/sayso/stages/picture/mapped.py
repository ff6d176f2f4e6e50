"""What a claim puts on the map and on the line of time: its places, its route, its period, as names that say it all.

The picture keeps names and counts what stands behind each (`store.drawn`); here a name holds what is needed to draw it.
"""

from collections.abc import Iterator
from datetime import date

from sayso.model import Claim, Place
from sayso.model._record import record
from sayso.model.mention import PlaceClass

PLACE, ROUTE, PERIOD = "map:place", "map:route", "map:period"
"""Facets beside those of the domain packs."""
BETWEEN, THEN = "\x1f", "\x1e"
"""ASCII's unit and record separators: in no name that a gazetteer has."""
ON_THE_WAY = ("origin", "transit", "destination")


@record
class Spot:
    """A place that can be drawn."""

    geonames_id: int
    name: str
    lat: float
    """Degrees north, WGS 84."""
    lon: float
    """Degrees east, WGS 84."""
    precision: PlaceClass
    country: str | None
    """ISO 3166 alpha-2 code."""


@record
class Stretch:
    """A stretch of time: half-open, in whole days; None where it is open."""

    start: date | None
    end: date | None


def on_map(claim: Claim) -> Iterator[tuple[str, str]]:
    """Facet and name of each place, route and period of a claim. Places without coordinates give nothing."""
    for place in claim.places:
        if (spot := spot_of(place)) is not None:
            yield PLACE, spot_name(spot)
    route = [spot for role in ON_THE_WAY for p in claim.places if p.role == role and (spot := spot_of(p)) is not None]
    if len(route) > 1:
        yield ROUTE, THEN.join(map(spot_name, route))
    if claim.period is not None and (claim.period.start or claim.period.end):
        yield PERIOD, stretch_name(Stretch(start=claim.period.start, end=claim.period.end))


def spot_of(place: Place) -> Spot | None:
    """The place as it is drawn; None when it is not known where it is."""
    if place.geonames_id is None or place.lat is None or place.lon is None:
        return None
    return Spot(
        geonames_id=place.geonames_id, name=place.name, lat=place.lat, lon=place.lon,
        precision=place.precision, country=place.country,
    )  # fmt: skip


def spot_name(spot: Spot) -> str:
    """A spot as a name."""
    lat, lon = f"{spot.lat:.4f}", f"{spot.lon:.4f}"
    return BETWEEN.join((str(spot.geonames_id), spot.name, lat, lon, spot.precision, spot.country or ""))


def spot_named(name: str) -> Spot:
    """The spot that a name holds.

    >>> kabul = Spot(geonames_id=1, name="Kabul", lat=34.5, lon=69.2, precision="town", country="AF")
    >>> spot_named(spot_name(kabul)) == kabul
    True
    """
    key, words, lat, lon, precision, country = name.split(BETWEEN)
    return Spot(
        geonames_id=int(key), name=words, lat=float(lat), lon=float(lon),
        precision=precision, country=country or None,  # type: ignore[arg-type]  # written by spot_name
    )  # fmt: skip


def route_named(name: str) -> tuple[Spot, ...]:
    """The spots of a route, from where it starts."""
    return tuple(map(spot_named, name.split(THEN)))


def stretch_name(stretch: Stretch) -> str:
    """A stretch of time as a name."""
    return f"{stretch.start or ''}/{stretch.end or ''}"


def stretch_named(name: str) -> Stretch:
    """The stretch that a name holds.

    >>> stretch_named("2022-08-01/")
    Stretch(start=datetime.date(2022, 8, 1), end=None)
    """
    start, _, end = name.partition("/")
    return Stretch(start=date.fromisoformat(start) if start else None, end=date.fromisoformat(end) if end else None)
