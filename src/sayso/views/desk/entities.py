"""The entities pages: who plays a part in claims, under which names, merged or kept apart by people."""

from sayso.model import Judgement
from sayso.model._record import record
from sayso.store import desk
from sayso.store.ledger import Ledger
from sayso.store.query import ClaimFilter
from sayso.views.desk.claims import Card, cards
from sayso.views.desk.paging import Paging


@record
class EntitiesPage:
    """A page of entities."""

    text: str | None
    rows: tuple[desk.EntityRow, ...]
    paging: Paging


@record
class EntityPage:
    """One entity."""

    row: desk.EntityRow
    names: tuple[desk.Count, ...]
    """The words that name it, most frequent first."""
    cards: tuple[Card, ...]
    judgements: tuple[Judgement, ...]
    """Same / not same, oldest first."""


def entities_page(ledger: Ledger, *, text: str | None, limit: int, offset: int) -> EntitiesPage:
    """Entities, those with most claims first."""
    rows = ledger.ask(desk.entity_rows, text=text, limit=limit + 1, offset=offset)
    return EntitiesPage(
        text=text, rows=rows[:limit], paging=Paging(total=offset + len(rows), limit=limit, offset=offset)
    )


def entity_page(ledger: Ledger, key: str) -> EntityPage | None:
    """One entity with its names and claims; None when no claim names it."""
    rows = [row for row in ledger.ask(desk.entity_rows, text=key, limit=20) if row.entity == key]
    if not rows:
        return None
    return EntityPage(
        row=rows[0],
        names=ledger.ask(desk.names_of, key),
        cards=cards(ledger, ledger.claims(ClaimFilter(actor=key, limit=50))),
        judgements=ledger.judgements(key),
    )
