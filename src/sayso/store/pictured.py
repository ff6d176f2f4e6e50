"""The picture that is asked for: one drive's, or of what belongs to no drive; rows, flows and how many there are."""

from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np
from sqlalchemy import Connection

from sayso.model import Factuality
from sayso.model._record import record
from sayso.store.arrays import NONE
from sayso.store.drawn import Drawn, DrawnEntry, Mask
from sayso.store.flows import DrawnFlow
from sayso.store.flows import flows as flows_of


def drawn(
    connection: Connection,
    facets: Mapping[str, bool],
    *,
    of: "Pictured",
    since: date | None,
    until: date | None,
    only: str | None,
    limit: int,
    offset: int,
    entries: int,
    unsayable: Iterable[Factuality],
) -> tuple[list[DrawnEntry], list[DrawnFlow], dict[str, int]]:
    """Rows and flows of the picture, and how many entries each facet has; `facets` says which of them are drawn.

    `of` says whose picture; `only` asks for the rows of one facet and for no flows.
    """
    within = None if of.rest else of.documents
    held = Drawn(connection, {*facets, ALONE, BESIDE}, since=since, until=until, documents=within)
    held.keep(_belonging(held, of))
    rows = held.rows([only] if only else list(facets), limit=limit, offset=offset)
    columns = [name for name, is_drawn in facets.items() if is_drawn]
    flows = [] if only else flows_of(held, columns, unsayable, entries=entries)
    return rows, flows, {name: len(held.facets.get(name, ())) for name in facets}


ALONE, BESIDE = "picture:alone", "picture:beside"
"""Facets of the claims that fill a picture by themselves, and of those that do beside another claim of their document,
whose number is their name there (`sayso.stages.picture.scope`)."""


@record
class Pictured:
    """Whose picture it is: one drive's, or of what belongs to no drive."""

    claims: frozenset[str] = frozenset()
    """Claims of the drive; those of all drives for the rest."""
    documents: frozenset[str] = frozenset()
    """Where these stand."""
    rest: bool = True
    """Whether what is left beside the drives is asked for."""


def _belonging(held: Drawn, of: Pictured) -> Mask:
    """Which claims fill the picture that is asked for."""
    named = held.places_of(of.claims, of.documents)
    alone = np.zeros(len(named), bool)
    alone[held.claim[np.isin(held.of, held.facets.get(ALONE, NONE))]] = True
    base = alone & ~named if of.rest else named
    beside = held.facets.get(BESIDE, NONE)
    mentions = np.flatnonzero(np.isin(held.of, beside))
    places = np.zeros(max(1, len(held)), np.int64)
    for entry, name in held.names(beside.tolist()).items():
        places[entry] = int(name)
    others = held.firsts[held.document[held.claim[mentions]]] + places[held.of[mentions]]
    found = base.copy()
    found[held.claim[mentions[base[others]]]] = True
    return found
