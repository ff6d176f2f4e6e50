"""Pages of claims: those that a filter finds, with counts, and those that nobody has judged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from sqlalchemy import Connection, select

from sayso.model._record import record
from sayso.store import query, tables
from sayso.store.asked import ClaimFilter, Facet
from sayso.store.columns import Columns
from sayso.store.query import ClaimRow


@record
class Count:
    """A value and how many claims have it."""

    value: str
    claims: int


def claims_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, ClaimRow]:
    """Claims with their documents, in the order asked for; those that are not held are left out."""
    wanted = tuple(dict.fromkeys(ids))
    found = {row.claim.id: row for row in query.rows_of(connection, wanted)}
    return {key: found[key] for key in wanted if key in found}


FACETS: tuple[Facet, ...] = get_args(Facet)


@record
class Asked:
    """What a filter finds: how many claims, one page of them, and what they have in common."""

    total: int
    rows: tuple[ClaimRow, ...]
    """Those on the page."""
    facets: Mapping[Facet, tuple[Count, ...]]
    """The most frequent values of each facet among all of them."""
    reviewed: tuple[Count, ...]
    """How many of all of them people have judged, and how; as if the filter did not ask for it."""


def ask_claims(
    connection: Connection, wanted: ClaimFilter, *, facets: Sequence[Facet] = FACETS, values: int = 12
) -> Asked:
    """A page of claims with the counts beside it, all from one state of the ledger."""
    held = Columns(connection)
    anyhow = held.mask(replace(wanted, reviewed=None))
    ways = held.reviewed()
    kept = anyhow & ways[wanted.reviewed] if wanted.reviewed else anyhow
    counts = [Count(value=way, claims=int((anyhow & mask).sum())) for way, mask in ways.items()]
    return Asked(
        total=int(kept.sum()),
        rows=query.rows_at(connection, held.page(kept, wanted)),
        facets={
            name: tuple(Count(value=value, claims=n) for value, n in held.facet(name, kept, values)) for name in facets
        },
        reviewed=tuple(count for count in counts if count.claims),
    )


def event_types(connection: Connection) -> tuple[str, ...]:
    """Types that claims have, or had in an earlier reading."""
    held = tables.term.c
    asked = select(held.text).where(held.field == "event_type").order_by(held.text)
    return tuple(connection.execute(asked).scalars())


def rows_in_order(connection: Connection, wanted: ClaimFilter) -> tuple[int, ...]:
    """Rows of all the claims that a filter asks for, in its order, limit and offset left aside."""
    held = Columns(connection)
    return tuple(held.cells["row"][held.ordered(held.mask(wanted), wanted.order)].tolist())


def claims_in_rows(connection: Connection, rows: Sequence[int]) -> tuple[ClaimRow, ...]:
    """The claims in these rows, in their order; those that are no longer there are left out."""
    return query.rows_at(connection, rows)


def least_sure(connection: Connection, *, limit: int = 20, offset: int = 0) -> tuple[str, ...]:
    """Ids of claims that nobody has judged, those the reader is least sure of first: the review queue."""
    claim, judged = tables.claim.c, tables.judgement.c
    asked = (
        select(claim.id)
        .where(claim.id.not_in(select(judged.subject)))
        .order_by(claim.confidence, claim.id)
        .limit(limit)
        .offset(offset)
    )
    return tuple(connection.execute(asked).scalars())
