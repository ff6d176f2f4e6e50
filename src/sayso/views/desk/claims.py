"""The claims page: a filtered list with facets, and one claim as a card."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from sayso.model import Claim, Judgement
from sayso.model._record import record
from sayso.stages.judge import EntityMap, Standing, by_subject, standing
from sayso.store import desk
from sayso.store.ledger import Ledger
from sayso.store.query import ClaimFilter, ClaimRow, Review
from sayso.views.desk.paging import Paging
from sayso.views.desk.people import entities_of


@record
class Card:
    """A claim as pages show it."""

    claim: Claim
    """With people's corrections in force."""
    standing: Standing
    added_by: str | None
    """Who added it; None for what the machine found."""
    document: str
    title: str
    """Of its document."""
    outlet: str | None
    published: str | None
    """First possible day, ISO."""
    proposition: str | None
    """Id of the proposition it belongs to."""
    behind: desk.PropositionRow | None
    """How many reports, outlets and origins stand behind that."""


@record
class FacetValues:
    """A facet with its most frequent values."""

    name: str
    title: str
    chosen: str | None
    """The value that the filter asks for."""
    values: tuple[desk.Count, ...]


@record
class ClaimsPage:
    """A page of claims."""

    filter: ClaimFilter
    total: int
    cards: tuple[Card, ...]
    facets: tuple[FacetValues, ...]
    paging: Paging


REVIEW: tuple[Review, ...] = ("unreviewed", "reviewed", "accepted", "rejected", "corrected")

FACETS: tuple[tuple[desk.Facet, str, str], ...] = (
    ("event_type", "event_type", "Type"),
    ("factuality", "factuality", "Firmness"),
    ("source_kind", "source", "Kind of source"),
    ("outlet", "outlet", "Outlet"),
    ("country", "place", "Country"),
)
"""Facet, the field of the filter that it sets, heading."""


def claims_page(ledger: Ledger, wanted: ClaimFilter) -> ClaimsPage:
    """The claims that a filter asks for, with facets over all of them."""
    if wanted.actor:
        wanted = replace(wanted, merged=entities_of(ledger).members(wanted.actor)[1:])
    asked = replace(wanted, limit=1, offset=0, order="date")
    judged = wanted.reviewed is not None
    total = count(ledger, asked)
    facets = [
        FacetValues(name=field, title=title, chosen=getattr(wanted, field), values=facet(ledger, name, asked))
        for name, field, title in FACETS
    ]
    rows = ledger.recall(f"claims {wanted}", partial(ledger.claims, wanted), judged=judged)
    return ClaimsPage(
        filter=wanted,
        total=total,
        cards=cards(ledger, rows),
        facets=(*facets, reviewed(ledger, wanted)),
        paging=Paging(total=total, limit=wanted.limit, offset=wanted.offset),
    )


def facet(ledger: Ledger, name: desk.Facet, wanted: ClaimFilter) -> tuple[desk.Count, ...]:
    """The most frequent values of one facet."""
    ask = partial(ledger.ask, desk.facet, name, wanted)
    return ledger.recall(f"facet {name} {wanted}", ask, judged=bool(wanted.reviewed))


def reviewed(ledger: Ledger, wanted: ClaimFilter) -> FacetValues:
    """How many claims people have judged, and how."""
    counts = [
        desk.Count(value=value, claims=count(ledger, replace(wanted, reviewed=value, limit=1, offset=0, order="date")))
        for value in REVIEW
        if wanted.reviewed is None
    ]
    return FacetValues(
        name="reviewed", title="Reviewed", chosen=wanted.reviewed, values=tuple(c for c in counts if c.claims)
    )


def count(ledger: Ledger, wanted: ClaimFilter) -> int:
    """How many claims a filter asks for."""
    counted = partial(ledger.count_claims, wanted)
    return ledger.recall(f"total {wanted}", counted, judged=wanted.reviewed is not None)


def cards(ledger: Ledger, rows: Iterable[ClaimRow]) -> tuple[Card, ...]:
    """Claims with what people judged and what stands behind them."""
    held = tuple(rows)
    ids = [row.claim.id for row in held]
    of = ledger.ask(desk.propositions_of, ids)
    wanted = tuple(dict.fromkeys(of.values()))
    behind = {p.id: p for p in ledger.ask(desk.proposition_rows, ids=wanted, limit=len(wanted) or 1)}
    judged = by_subject(ledger.ask(desk.judgements_on, ids))
    entities = entities_of(ledger)
    return tuple(card(row, of.get(row.claim.id), behind, judged.get(row.claim.id, ()), entities) for row in held)


def card(
    row: ClaimRow,
    proposition: str | None,
    behind: Mapping[str, desk.PropositionRow],
    judgements: tuple[Judgement, ...],
    entities: EntityMap,
) -> Card:
    """One claim as pages show it."""
    claim, stands = standing(row.claim, judgements)
    arguments = tuple(entities.applied(argument) for argument in claim.arguments)
    return Card(
        claim=replace(claim, arguments=arguments) if arguments != claim.arguments else claim,
        standing=stands,
        added_by=next((j.by for j in judgements if j.action == "add"), None),
        document=row.document,
        title=row.title or row.document,
        outlet=row.outlet,
        published=row.published.start.isoformat() if row.published else None,
        proposition=proposition,
        behind=behind.get(proposition) if proposition else None,
    )
