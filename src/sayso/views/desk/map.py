"""The map page: where it is said to have happened and along which routes, and when, over all time or a part of it."""

from datetime import date

from sayso.lexicon.facets import Facet
from sayso.model._record import record
from sayso.run.drawing import facets_id
from sayso.stages.picture import UNSAYABLE
from sayso.stages.picture.mapped import PERIOD, PLACE, ROUTE, Spot, route_named, spot_named, stretch_named
from sayso.store.drawn import Cited
from sayso.store.ledger import Ledger
from sayso.store.mapped import Plotted, mapped
from sayso.store.picture_rows import waiting

PLACES, ROUTES, PERIODS = 150, 60, 60
"""So many are shown, those with most independent origins first."""


@record
class Backing:
    """What stands behind a place, a route or a period."""

    reports: int
    """Documents that say so."""
    claims: int
    at_least: int
    at_most: int
    """Bounds of its independent origins."""
    cited: tuple[Cited, ...]
    """Some of the words, earliest document first."""


@record
class MapPlace:
    """A place on the map."""

    spot: Spot
    behind: Backing


@record
class MapRoute:
    """A route, from where it starts."""

    spots: tuple[Spot, ...]
    behind: Backing


@record
class MapPeriod:
    """A stretch of time in which something is said to have happened: half-open, in days; None where it is open."""

    start: date | None
    end: date | None
    behind: Backing


@record
class MapPage:
    """The map and the line of time."""

    since: date | None
    until: date | None
    """The part of time that is asked for, `[since, until)`: claims whose period touches it. None: no bound."""
    claims: int
    """Claims that are asked for."""
    undated: int
    """Claims of the ledger without a period; with a bound they are left out."""
    places: tuple[MapPlace, ...]
    """Most independent origins first."""
    all_places: int
    routes: tuple[MapRoute, ...]
    all_routes: int
    periods: tuple[MapPeriod, ...]
    """By their beginning, open ones first."""
    all_periods: int
    waiting: int
    """Documents that are not drawn yet: the map lacks what they say."""


def map_page(ledger: Ledger, facets: tuple[Facet, ...], *, since: date | None, until: date | None) -> MapPage:
    """The map of all claims, or of those whose period touches `[since, until)`."""
    limits = {PLACE: PLACES, ROUTE: ROUTES, PERIOD: PERIODS}
    found = ledger.ask(mapped, limits, periods=PERIOD, bounds=_bounds, since=since, until=until, unsayable=UNSAYABLE)
    places, routes, periods = (found.facets[facet] for facet in limits)
    stretches = [MapPeriod(start=s.start, end=s.end, behind=_behind(row))
                 for row in periods.rows for s in (stretch_named(row.name),)]  # fmt: skip
    return MapPage(
        since=since,
        until=until,
        claims=found.claims,
        undated=found.undated,
        places=tuple(MapPlace(spot=spot_named(row.name), behind=_behind(row)) for row in places.rows),
        all_places=places.total,
        routes=tuple(MapRoute(spots=route_named(row.name), behind=_behind(row)) for row in routes.rows),
        all_routes=routes.total,
        periods=tuple(sorted(stretches, key=lambda one: (one.start or date.min, one.end or date.max))),
        all_periods=periods.total,
        waiting=len(ledger.ask(waiting, facets_id(facets))),
    )


def _bounds(name: str) -> tuple[date | None, date | None]:
    stretch = stretch_named(name)
    return stretch.start, stretch.end


def _behind(row: Plotted) -> Backing:
    return Backing(reports=row.reports, claims=row.claims, at_least=row.at_least, at_most=row.at_most, cited=row.cited)
