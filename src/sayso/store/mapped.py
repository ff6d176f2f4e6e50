"""The map and the line of time: entries of the picture that are places, routes and periods, over a part of time.

Time is here the time of what is claimed, not of publication: claims whose period touches the one that is asked for.
"""

from collections.abc import Callable, Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from sayso.model import Factuality
from sayso.model._record import record
from sayso.store.arrays import NONE, Numbers
from sayso.store.drawn import CLAIMS, Cited, Drawn
from sayso.store.picture_rows import FIRMNESS

Bounds = Callable[[str], tuple[date | None, date | None]]
"""First day and day after the last of a period's name; None where it is open."""


@record
class Plotted:
    """An entry and what stands behind it."""

    name: str
    """As it was drawn; `stages.picture.mapped` reads it."""
    reports: int
    """Documents that say so."""
    claims: int
    at_least: int
    at_most: int
    """Bounds of its independent origins."""
    cited: tuple[Cited, ...]


@record
class Shown:
    """Entries of one facet, most independent origins first, and how many there are."""

    rows: tuple[Plotted, ...]
    total: int


@record
class Mapped:
    """What a map shows."""

    facets: dict[str, Shown]
    claims: int
    """Claims that are asked for."""
    undated: int
    """Of all claims those without a period: no time that is asked for shows them."""


def mapped(
    connection: Connection,
    limits: dict[str, int],
    *,
    periods: str,
    bounds: Bounds,
    since: date | None,
    until: date | None,
    unsayable: Iterable[Factuality],
) -> Mapped:
    """The entries of some facets, at most so many of each, of claims whose period touches `[since, until)`.

    `periods` is the facet of periods. Claims of some firmnesses (denied, asked) put nothing on a map.
    """
    held = Drawn(connection, {periods, *limits}, since=None, until=None)
    said = ~np.isin(held.firmness, [FIRMNESS.index(firmness) for firmness in unsayable])
    in_time = held.facets.get(periods, NONE)
    dated = _claims_of(held, in_time)
    kept = said & _touching(held, in_time, bounds, since, until) if since or until else said
    return Mapped(
        facets={facet: _shown(held, held.facets.get(facet, NONE), kept, limit) for facet, limit in limits.items()},
        claims=int(kept.sum()),
        undated=int((said & ~dated).sum()),
    )


def _claims_of(held: Drawn, entries: Numbers) -> NDArray[np.bool_]:
    """For each claim whether it has one of some entries."""
    found = np.zeros(len(held.firmness), bool)
    found[held.claim[np.isin(held.of, entries)]] = True
    return found


def _touching(
    held: Drawn, periods: Numbers, bounds: Bounds, since: date | None, until: date | None
) -> NDArray[np.bool_]:
    def touches(name: str) -> bool:
        start, end = bounds(name)
        return (until is None or start is None or start < until) and (since is None or end is None or end > since)

    named = held.names(periods.tolist())
    return _claims_of(held, np.array([entry for entry, name in named.items() if touches(name)], np.int64))


def _shown(held: Drawn, entries: Numbers, kept: NDArray[np.bool_], limit: int) -> Shown:
    """The first entries of a facet among the claims that were kept."""
    place = np.full(max(1, len(held)), -1, np.int64)
    place[entries] = np.arange(len(entries))
    mentions = np.flatnonzero((place[held.of] >= 0) & kept[held.claim]) if len(held.of) else NONE
    group, claim = place[held.of[mentions]], held.claim[mentions]
    reports, at_least, at_most = held.behind(group, claim, len(entries))
    claims = np.bincount(group, minlength=len(entries))
    order = np.lexsort((-claims, -reports, -at_most))
    chosen = [int(n) for n in order[:limit] if claims[n]]
    first = {n: np.sort(claim[group == n])[:CLAIMS].tolist() for n in chosen}
    told = held.told([one for own in first.values() for one in own])
    names = held.names(entries[chosen].tolist())
    rows = tuple(
        Plotted(
            name=names[int(entries[n])], reports=int(reports[n]), claims=int(claims[n]), at_least=int(at_least[n]),
            at_most=int(at_most[n]), cited=tuple(told[one] for one in first[n] if one in told),
        )
        for n in chosen
    )  # fmt: skip
    return Shown(rows=rows, total=int((claims > 0).sum()))
