"""Records from the tables, exactly as they were written."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from sayso.model import (
    Attribution,
    Change,
    Claim,
    Derivation,
    Document,
    DocumentRelation,
    Grade,
    Happening,
    Judgement,
    Layer,
    Mentions,
    Origin,
    Problem,
    Proposition,
    Reading,
    Relations,
)
from sayso.model.adapters import adapter
from sayso.store import shape, tables


def prepare() -> None:
    """Build what reads rows, before the first question: a server should do so before its first visitor."""
    nested_ = [element for fields in tables.NESTED.values() for _, element in fields.values() if element is not str]
    for record in (Attribution, Change, Derivation, Document, DocumentRelation, Grade, Judgement, Problem, Reading):
        shape.prepare(record)
    for record in (Claim, Happening, Origin, Proposition, *nested_):
        shape.prepare(record)


def rows(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    """The rows of a query, by column name. As plain dictionaries of what the driver gives: SQLAlchemy's take twice as
    long to read from, and no column of ours is of a type that it would change."""
    found = connection.execute(query)
    names, held = tuple(found.keys()), found.cursor.fetchall()
    found.close()
    return [dict(zip(names, row, strict=True)) for row in held]


def plain(connection: Connection, question: str, values: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
    """Rows as the driver gives them: SQLAlchemy's take three times as long, which counts at 100,000."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(question, values or {})
        return list(cursor.fetchall())
    finally:
        cursor.close()


def get_document(connection: Connection, key: str) -> Document | None:
    """The document with this id."""
    found = rows(connection, select(tables.document).where(tables.document.c.id == key))
    return shape.rebuild(Document, found[0]) if found else None


def get_reading(connection: Connection, key: str) -> Reading | None:
    """All that was found in a document; None when it was not read."""
    found = rows(connection, select(tables.reading).where(tables.reading.c.document == key))
    document = get_document(connection, key)
    if not found or document is None:
        return None
    held = tables.attribution
    attributions = rows(connection, select(held).where(held.c.document == key).order_by(held.c.n))
    noted = tables.problem.c
    own = select(tables.problem).where(noted.document == key, noted.run.is_(None)).order_by(noted.number)
    problems = rows(connection, own)
    given = {
        "document": document,
        "attributions": tuple(shape.rebuild(Attribution, row) for row in attributions),
        "claims": get_claims(connection, select(tables.claim.c.id).where(tables.claim.c.document == key)),
        "problems": tuple(shape.rebuild(Problem, row) for row in problems),
    }
    return shape.rebuild(Reading, found[0], given=given)  # type: ignore[no-any-return]


def get_slim(connection: Connection, keys: Iterable[str], *, problems: bool = False) -> list[Reading]:
    """Readings of some documents without the reasons and problems in them, nor layers but those of a condition, with a
    few questions for all; with `problems` with these."""
    wanted = sorted(keys)
    noted = _problems(connection, wanted) if problems else {}
    documents = {d["id"]: shape.rebuild(Document, d) for d in rows(connection, _of(tables.document, "id", wanted))}
    attributions: dict[str, list[Attribution]] = defaultdict(list)
    held = tables.attribution
    for row in rows(connection, _of(held, "document", wanted).order_by(held.c.n)):
        attributions[row["document"]].append(shape.rebuild(Attribution, row, given=dict(NOT_OF_ATTRIBUTION)))
    ids = select(tables.claim.c.id).where(tables.claim.c.document.in_(wanted))
    claims: dict[str, list[Claim]] = defaultdict(list)
    owned = select(tables.claim.c.id, tables.claim.c.document).where(tables.claim.c.id.in_(ids))
    of = {row["id"]: row["document"] for row in rows(connection, owned)}
    query = select(tables.claim).where(tables.claim.c.id.in_(ids)).order_by(tables.claim.c.n)
    for claim in nested(connection, tables.claim, Claim, query, ids, without=NOT_OF_CLAIM, kept=conditions):
        claims[of[claim.id]].append(claim)
    found = rows(connection, _of(tables.reading, "document", wanted))
    return [
        shape.rebuild(
            Reading,
            row,
            given={
                "document": documents[row["document"]],
                "mentions": shape.rebuild(Mentions, row, given=dict(NOT_OF_MENTIONS), prefix="mentions_"),
                "attributions": tuple(attributions[row["document"]]),
                "claims": tuple(claims[row["document"]]),
                "problems": tuple(noted.get(row["document"], ())),
            },
        )
        for row in found
    ]


def _problems(connection: Connection, documents: list[str]) -> dict[str, list[Problem]]:
    """What went wrong while documents were read, by document."""
    noted = tables.problem.c
    found: dict[str, list[Problem]] = defaultdict(list)
    own = _of(tables.problem, "document", documents).where(noted.run.is_(None)).order_by(noted.number)
    for row in rows(connection, own):
        found[row["document"]].append(shape.rebuild(Problem, row))
    return found


NOT_OF_ATTRIBUTION: dict[str, Any] = dict.fromkeys(("source", "reasons"), ())
NOT_OF_MENTIONS: dict[str, Any] = {
    field.name: () for field in fields(Mentions) if field.name not in ("quantities", "money", "periods", "actors")
}
NOT_OF_CLAIM: dict[str, Any] = dict.fromkeys(("hedges", "reasons"), ())
CONDITION = "condition"
"""The sort of layer without which a claim would stand otherwise to what it tells (`stages.link.slim`)."""
NEGATED = "negated"
"""The firmness of layers that tell a denial from what has stopped."""


def conditions(row: Any) -> dict[str, tuple[Layer, ...]]:
    """The layers of a claim's row that are conditions or negate: few have one, and the others are not taken apart."""
    held: str = row["layers"]
    if f'"{CONDITION}"' not in held and f'"{NEGATED}"' not in held:
        return {"layers": ()}
    layers: tuple[Layer, ...] = adapter(tuple[Layer, ...]).validate_json(held)
    return {"layers": tuple(y for y in layers if y.sort == CONDITION or y.factuality == NEGATED)}


def _of(table: Table, column: str, wanted: list[str]) -> Select[Any]:
    return select(table).where(table.c[column].in_(wanted))


def get_claims(connection: Connection, chosen: Select[Any]) -> tuple[Claim, ...]:
    """The claims whose ids a query chooses, by document and place in it."""
    held = tables.claim
    query = select(held).where(held.c.id.in_(chosen)).order_by(held.c.document, held.c.n)
    return nested(connection, held, Claim, query, chosen)


def whole(connection: Connection, table: Table, record: Any, ids: Sequence[str]) -> tuple[Any, ...]:
    """Records with these ids, with what stands in tables of their own."""
    chosen = select(table.c.id).where(table.c.id.in_(ids))
    return nested(connection, table, record, select(table).where(table.c.id.in_(ids)), chosen)


def nested(
    connection: Connection,
    table: Table,
    record: Any,
    query: Select[Any],
    chosen: Select[Any] | None = None,
    *,
    without: dict[str, Any] | None = None,
    kept: Callable[[Any], dict[str, Any]] | None = None,
) -> tuple[Any, ...]:
    """Records whose tuples have tables of their own; `chosen` limits which parents' rows are fetched.

    `without` gives fields that are not read, and what stands in their place; `kept` what is read of a row otherwise.
    """
    children = {
        field: _children(connection, child, table.name, element, chosen)
        for field, (child, element) in tables.NESTED[record].items()
    }
    found = rows(connection, query)
    left_out: dict[str, Any] = without or {}
    given = (
        left_out
        | (kept(row) if kept else {})
        | {field: tuple(held.get(row["id"], ())) for field, held in children.items()}
        for row in found
    )
    return tuple(shape.rebuild(record, row, given=values) for row, values in zip(found, given, strict=True))


def _children(
    connection: Connection, table: Table, parent: str, element: Any, chosen: Select[Any] | None
) -> dict[str, list[Any]]:
    """The rows of a tuple's table by the id of their parent, in order."""
    key = table.c[parent]
    query = select(table).order_by(key, table.c.n)
    if chosen is not None:
        query = query.where(key.in_(chosen))
    made: dict[str, list[Any]] = defaultdict(list)
    for row in rows(connection, query):
        made[row[parent]].append(row["value"] if element is str else shape.rebuild(element, row))
    return made


def get_relations(connection: Connection) -> Relations:
    """All that was found between documents."""
    return Relations(
        documents=_all(connection, tables.document_relation, DocumentRelation),
        derivations=_all(connection, tables.derivation, Derivation),
        changes=_all(connection, tables.change, Change),
        origins=nested(connection, tables.origin, Origin, select(tables.origin).order_by(tables.origin.c.n)),
        propositions=nested(
            connection, tables.proposition, Proposition, select(tables.proposition).order_by(tables.proposition.c.n)
        ),
    )


def get_happenings(connection: Connection) -> tuple[Happening, ...]:
    """The events that several propositions tell of."""
    held = tables.happening
    return nested(connection, held, Happening, select(held).order_by(held.c.n))


def get_grades(connection: Connection) -> tuple[Grade, ...]:
    """The grades that written rules gave."""
    return _all(connection, tables.grade, Grade)


def _all(connection: Connection, table: Table, record: Any) -> tuple[Any, ...]:
    return tuple(shape.rebuild(record, row) for row in rows(connection, select(table).order_by(table.c.n)))


def get_judgements(connection: Connection, subjects: Iterable[str] | None) -> tuple[Judgement, ...]:
    """What people decided, oldest first: about some rows, or all with None."""
    held = tables.judgement
    query = select(held).order_by(held.c.at, held.c.id)
    if subjects is not None:
        query = query.where(held.c.subject.in_(tuple(subjects)))
    return tuple(shape.rebuild(Judgement, row) for row in rows(connection, query))
