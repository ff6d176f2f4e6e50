"""The claims page: a filtered list with facets, and one claim as a card."""

from collections.abc import Iterable, Mapping

from sayso.model import Claim, Judgement
from sayso.model._record import record
from sayso.store import desk
from sayso.store.ledger import Ledger
from sayso.store.query import ClaimFilter, ClaimRow
from sayso.views.desk.paging import Paging
from sayso.stages.judge import Standing, standing


@record
class Card:
    """A claim as pages show it."""

    claim: Claim
    """With people's corrections in force."""
    standing: Standing
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
    total = ledger.count_claims(wanted)
    return ClaimsPage(
        filter=wanted,
        total=total,
        cards=cards(ledger, ledger.claims(wanted)),
        facets=tuple(
            FacetValues(
                name=field, title=title, chosen=getattr(wanted, field), values=ledger.ask(desk.facet, name, wanted)
            )
            for name, field, title in FACETS
        ),
        paging=Paging(total=total, limit=wanted.limit, offset=wanted.offset),
    )


def cards(ledger: Ledger, rows: Iterable[ClaimRow]) -> tuple[Card, ...]:
    """Claims with what people judged and what stands behind them."""
    held = tuple(rows)
    ids = [row.claim.id for row in held]
    of = ledger.ask(desk.propositions_of, ids)
    wanted = tuple(dict.fromkeys(of.values()))
    behind = {p.id: p for p in ledger.ask(desk.proposition_rows, ids=wanted, limit=len(wanted) or 1)}
    judged = judgements_of(ledger, ids)
    return tuple(card(row, of.get(row.claim.id), behind, judged.get(row.claim.id, ())) for row in held)


def judgements_of(ledger: Ledger, ids: Iterable[str]) -> dict[str, tuple[Judgement, ...]]:
    """Judgements by the row they are on, oldest first."""
    found: dict[str, tuple[Judgement, ...]] = {}
    for judgement in ledger.ask(desk.judgements_on, tuple(ids)):
        found[judgement.subject] = (*found.get(judgement.subject, ()), judgement)
    return found


def card(
    row: ClaimRow,
    proposition: str | None,
    behind: Mapping[str, desk.PropositionRow],
    judgements: tuple[Judgement, ...],
) -> Card:
    """One claim as pages show it."""
    claim, stands = standing(row.claim, judgements)
    return Card(
        claim=claim,
        standing=stands,
        document=row.document,
        title=row.title or row.document,
        outlet=row.outlet,
        published=row.published.start.isoformat() if row.published else None,
        proposition=proposition,
        behind=behind.get(proposition) if proposition else None,
    )
