"""Writing records into the tables. Every function works inside a transaction that its caller has begun."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select, update

from sayso.model import (
    Attribution,
    Change,
    Claim,
    Derivation,
    Document,
    DocumentRelation,
    Grade,
    Happening,
    Origin,
    Problem,
    Proposition,
    Reading,
    Relations,
)
from sayso.store import shape, tables

T = TypeVar("T")
AT_ONCE = 1000
"""Records that are written at once: rows of all of them together would take several times their memory."""


def many(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, where there are any."""
    if rows:
        connection.execute(insert(table), rows)


def put_document(connection: Connection, document: Document) -> bool:
    """Write a document; False when the ledger has it already."""
    held = tables.document
    if connection.execute(select(held.c.id).where(held.c.id == document.id)).first():
        return False
    many(connection, held, [shape.flatten(document, Document)])
    return True


def put_reading(connection: Connection, reading: Reading, digest: str) -> None:
    """Replace all that machines found in one document."""
    key = reading.document.id
    for table in (tables.claim, tables.attribution):
        connection.execute(delete(table).where(table.c.document == key))
    held = tables.problem.c  # what ingest noted about the document stays
    connection.execute(delete(tables.problem).where(held.document == key, held.run.is_(None)))
    row = {"document": key, "digest": digest} | shape.flatten(reading, Reading, without=tables.CHILDREN[Reading])
    old = tables.reading
    if not connection.execute(update(old).where(old.c.document == key).values(row)).rowcount:
        many(connection, old, [row])
    own = [{"document": key, "n": n} for n in range(max(len(reading.attributions), len(reading.claims)))]
    attributions = zip(own, reading.attributions, strict=False)
    many(connection, tables.attribution, [at | shape.flatten(item, Attribution) for at, item in attributions])
    put_nested(connection, tables.claim, Claim, reading.claims, {"document": key})
    many(connection, tables.problem, [{"document": key} | shape.flatten(p, Problem) for p in reading.problems])


def put_nested(
    connection: Connection, table: Table, record: Any, items: Sequence[Any], extra: dict[str, Any], *, first: int = 0
) -> None:
    """Write records whose tuples have tables of their own, numbered from `first`."""
    without = tables.CHILDREN[record]
    rows = [extra | {"n": first + n} | shape.flatten(item, record, without=without) for n, item in enumerate(items)]
    many(connection, table, rows)
    for field, (child, element) in tables.NESTED[record].items():
        many(connection, child, [row for item in items for row in _children(table.name, item, field, element)])


def _children(parent: str, item: Any, field: str, element: Any) -> list[dict[str, Any]]:
    held = enumerate(getattr(item, field))
    if element is str:
        return [{parent: item.id, "n": n, "value": value} for n, value in held]
    return [{parent: item.id, "n": n} | shape.flatten(value, element) for n, value in held]


def put_relations(connection: Connection, relations: Relations) -> None:
    """Replace all that machines found between documents."""
    related = (tables.document_relation, tables.derivation, tables.change, tables.origin, tables.proposition)
    for table in related:
        connection.execute(delete(table))
    forget_happenings(connection)  # they speak of propositions that were there before
    _put_numbered(connection, tables.document_relation, DocumentRelation, relations.documents)
    _put_numbered(connection, tables.derivation, Derivation, relations.derivations)
    _put_numbered(connection, tables.change, Change, relations.changes)
    # Propositions first: a claim that has an origin and is in none is noted by itself (`sayso.store.guards`).
    for first, propositions in _parts(relations.propositions):
        put_nested(connection, tables.proposition, Proposition, propositions, {}, first=first)
    for first, origins in _parts(relations.origins):
        put_nested(connection, tables.origin, Origin, origins, {}, first=first)


def put_happenings(connection: Connection, happenings: Iterable[Happening], documents: Iterable[str]) -> None:
    """Replace all events; `documents` are those that were held against each other for them."""
    forget_happenings(connection)
    for first, part in _parts(happenings):
        put_nested(connection, tables.happening, Happening, part, {}, first=first)
    many(connection, tables.event_document, [{"document": key} for key in documents])


def forget_happenings(connection: Connection) -> None:
    """Leave out all events: every related document waits to be held against the others for them."""
    for table in (tables.happening, tables.event_document):
        connection.execute(delete(table))


def put_grades(connection: Connection, grades: Iterable[Grade]) -> None:
    """Replace the grades that written rules gave."""
    connection.execute(delete(tables.grade))
    _put_numbered(connection, tables.grade, Grade, grades)


def put_problems(connection: Connection, problems: Iterable[Problem], *, run: str, document: str | None) -> None:
    """Note what a run of ingest could not do, each once, however often it is tried."""
    held = tables.problem.c
    for item in problems:
        known = (held.run.is_not(None), held.code == item.code, held.where == item.where, held.found == item.found)
        if connection.execute(select(held.number).where(*known)).first() is None:
            many(connection, tables.problem, [{"run": run, "document": document} | shape.flatten(item, Problem)])


def _put_numbered(connection: Connection, table: Table, record: Any, items: Iterable[Any]) -> None:
    """Write records with their places among all of them, from 0."""
    for first, part in _parts(items):
        many(connection, table, [{"n": first + n} | shape.flatten(item, record) for n, item in enumerate(part)])


def _parts(items: Iterable[T]) -> Iterator[tuple[int, list[T]]]:
    """Items some at a time, with the place of the first."""
    left = iter(items)
    for first in count(0, AT_ONCE):
        part = list(islice(left, AT_ONCE))
        if not part:
            return
        yield first, part
