"""The sources page: voices as the texts call them, origins as they were resolved, and what rests on each."""

from sayso.model import Judgement, Origin
from sayso.model._record import record
from sayso.model.standing import taken_back
from sayso.store import desk
from sayso.store.ledger import Ledger
from sayso.store.query import SourceRow
from sayso.views.desk.claims import Card, cards
from sayso.views.desk.drives import DriveWithout, drives_with
from sayso.views.desk.paging import Paging
from sayso.views.desk.people import claim_rows


@record
class GradedOrigin:
    """An origin with the reliability that a person gave it."""

    row: desk.OriginRow
    reliability: str
    """A to F."""


@record
class SourcesPage:
    """Origins and the voices that the texts cite."""

    text: str | None
    origins: tuple[GradedOrigin, ...]
    voices: tuple[SourceRow, ...]
    paging: Paging


@record
class OriginPage:
    """One origin."""

    origin: Origin
    reliability: str
    history: tuple[Judgement, ...]
    """Grades given, oldest first."""
    propositions: tuple[desk.PropositionRow, ...]
    """Those on this page."""
    paging: Paging
    """Of the propositions."""
    drives: tuple[DriveWithout, ...]
    """Recruitment drives of which it tells a part."""
    cards: tuple[Card, ...]


def sources_page(ledger: Ledger, *, text: str | None, limit: int, offset: int) -> SourcesPage:
    """Origins that most rests on first."""
    rows = ledger.ask(desk.origin_rows, text=text, limit=limit + 1, offset=offset)
    shown = rows[:limit]
    judged = ledger.ask(desk.judgements_on, [row.id for row in shown])
    return SourcesPage(
        text=text,
        origins=tuple(
            GradedOrigin(row=row, reliability=reliability([j for j in judged if j.subject == row.id])) for row in shown
        ),
        voices=ledger.sources(name=text, limit=limit, offset=offset),
        paging=Paging(total=offset + len(rows), limit=limit, offset=offset),
    )


def origin_page(ledger: Ledger, key: str, *, limit: int = 50, offset: int = 0) -> OriginPage | None:
    """One origin with what rests on it; None when there is none with this id."""
    origin = ledger.ask(desk.origins_by_id, [key]).get(key)
    if origin is None:
        return None
    history = ledger.judgements(key)
    of = ledger.ask(desk.propositions_of, origin.claims)
    ids = tuple(dict.fromkeys(of.values()))
    return OriginPage(
        origin=origin,
        reliability=reliability(history),
        history=history,
        propositions=ledger.ask(desk.proposition_rows, ids=ids, limit=limit, offset=offset),
        paging=Paging(total=len(ids), limit=limit, offset=offset),
        drives=drives_with(ledger, origin),
        cards=cards(ledger, claim_rows(ledger, origin.claims[:50])),
    )


def reliability(history: "list[Judgement] | tuple[Judgement, ...]") -> str:
    """The grade in force: the latest that was not taken back; F when nobody graded."""
    undone = taken_back(history)
    given = [j.value for j in history if j.action == "grade" and j.id not in undone and j.value]
    return given[-1] if given else "F"
