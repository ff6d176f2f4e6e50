"""The claims page: a filtered list with facets, and one claim as a card."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.model import Claim, Judgement
from sayso.model._record import record
from sayso.stages.judge import EntityMap, Standing, by_subject, standing
from sayso.store import desk
from sayso.store.asked import ClaimFilter, Facet
from sayso.store.graded import Grades, grades_of
from sayso.store.ledger import Ledger
from sayso.store.query import ClaimRow
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
    credibility: str | None
    """Grade of that, 1 to 6; None when it is in none, or not assessed yet."""
    reliability: str | None
    """Grade of the origin that it goes back to, A to F as people gave it; None without an origin."""


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


FACETS: tuple[tuple[Facet, str, str], ...] = (
    ("event_type", "event_type", "Type"),
    ("factuality", "factuality", "Firmness"),
    ("source_kind", "source", "Kind of source"),
    ("outlet", "outlet", "Outlet"),
    ("country", "place", "Country"),
    ("credibility", "credibility", "Credibility of what is said"),
    ("reliability", "reliability", "Reliability of the source"),
)
"""Facet, the field of the filter that it sets, heading."""


def claims_page(ledger: Ledger, wanted: ClaimFilter) -> ClaimsPage:
    """The claims that a filter asks for, with facets over all of them."""
    people = entities_of(ledger)
    if wanted.actor:
        wanted = replace(wanted, merged=people.members(wanted.actor)[1:])
    found = ledger.ask(desk.ask_claims, wanted, facets=tuple(name for name, _, _ in FACETS))
    facets = [
        FacetValues(name=field, title=title, chosen=getattr(wanted, field), values=found.facets[name])
        for name, field, title in FACETS
    ]
    ways = () if wanted.reviewed else found.reviewed
    return ClaimsPage(
        filter=wanted,
        total=found.total,
        cards=cards(ledger, found.rows, people),
        facets=(*facets, FacetValues(name="reviewed", title="Reviewed", chosen=wanted.reviewed, values=ways)),
        paging=Paging(total=found.total, limit=wanted.limit, offset=wanted.offset),
    )


def cards(ledger: Ledger, rows: Iterable[ClaimRow], people: EntityMap | None = None) -> tuple[Card, ...]:
    """Claims with what people judged and what stands behind them; `people` as `entities_of` gives it, if at hand."""
    held = tuple(rows)
    ids = [row.claim.id for row in held]
    of = ledger.ask(desk.propositions_of, ids)
    wanted = tuple(dict.fromkeys(of.values()))
    behind = {p.id: p for p in ledger.ask(desk.proposition_rows, ids=wanted, limit=len(wanted) or 1)}
    judged = by_subject(ledger.ask(desk.judgements_on, ids))
    entities = people or entities_of(ledger)
    graded = ledger.ask(grades_of, ids)
    return tuple(
        card(row, of.get(row.claim.id), behind, judged.get(row.claim.id, ()), entities, graded.get(row.claim.id))
        for row in held
    )


def card(
    row: ClaimRow,
    proposition: str | None,
    behind: Mapping[str, desk.PropositionRow],
    judgements: tuple[Judgement, ...],
    entities: EntityMap,
    grades: Grades | None,
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
        credibility=grades.credibility if grades else None,
        reliability=grades.reliability if grades else None,
    )
