"""Questions about events: which propositions tell of one happening."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from sayso.model import Happening
from sayso.store import load, tables

OF, IN, TOLD = (tables.NESTED[Happening][field][0] for field in ("propositions", "documents", "tellings"))


def _named(text: str | None) -> list[ColumnElement[bool]]:
    """Events of which a proposition's title has these words."""
    if not text:
        return []
    titled = select(OF.c.happening).join(tables.proposition, tables.proposition.c.id == OF.c.value)
    return [
        tables.happening.c.id.in_(titled.where(tables.proposition.c.title.contains(text, autoescape=True)).distinct())
    ]


def count_events(connection: Connection, *, text: str | None = None) -> int:
    """How many events several propositions tell of."""
    asked = select(func.count()).select_from(tables.happening).where(*_named(text))
    return int(connection.execute(asked).scalar_one())


def events(
    connection: Connection, *, text: str | None = None, limit: int = 50, offset: int = 0
) -> tuple[Happening, ...]:
    """Events, those told in most documents first, then the earliest."""
    held = tables.happening.c
    told = select(IN.c.happening, func.count().label("documents")).group_by(IN.c.happening).subquery()
    asked = select(held.id).join(told, told.c.happening == held.id).where(*_named(text))
    order = (told.c.documents.desc(), held.n, held.id)
    ids = list(connection.execute(asked.order_by(*order).limit(limit).offset(offset)).scalars())
    return events_by_id(connection, ids)


def events_by_id(connection: Connection, ids: Sequence[str]) -> tuple[Happening, ...]:
    """Events in the order asked for; those that are not held are left out."""
    held = tables.happening
    chosen = select(held.c.id).where(held.c.id.in_(ids))
    found = {
        each.id: each
        for each in load.nested(connection, held, Happening, select(held).where(held.c.id.in_(ids)), chosen)
    }
    return tuple(found[id_] for id_ in ids if id_ in found)


def event_of(connection: Connection, proposition: str) -> Happening | None:
    """The event that a proposition and others tell of; None where it is none's, or its event's alone."""
    asked = select(OF.c.happening).where(OF.c.value == proposition).limit(1)
    ids = list(connection.execute(asked).scalars())
    return next(iter(events_by_id(connection, ids)), None)


def waits(connection: Connection, documents: Iterable[str]) -> bool:
    """Whether one of some documents waits to be held against its story for events."""
    wanted = tuple(documents)
    held = tables.event_document.c.document
    asked = select(func.count()).where(held.in_(wanted))
    return int(connection.execute(asked).scalar_one()) < len(wanted)
