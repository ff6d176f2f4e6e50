"""Rows put in the place of others, when one more document is related."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.model import (
    Change,
    Derivation,
    DocumentRelation,
    Grade,
    Happening,
    Origin,
    Proposition,
    Relations,
)
from sayso.model.features import Features, NewEvents
from sayso.store import shape, tables
from sayso.store.linking import AMONG, first_of, listed
from sayso.store.load import plain
from sayso.store.write import many, put_nested


def replace_rows(
    connection: Connection, documents: Iterable[str], gone: Iterable[str], made: Relations, grades: Sequence[Grade]
) -> None:
    """Put rows in the place of those of some documents and propositions; all others stay as they are."""
    before = f"SELECT origin FROM document_relation WHERE document {AMONG} AND origin IS NOT NULL"
    before += f" UNION SELECT origin {OF_GONE.replace(':wanted', ':gone')}"
    given = listed(documents) | {"gone": listed(gone)["wanted"]}
    emptied = [origin for (origin,) in plain(connection, before, given)]
    _documents(connection, documents, made)
    _origins(connection, gone, made)
    _propositions(connection, gone, made)
    connection.exec_driver_sql(UNUSED, listed(emptied))
    connection.exec_driver_sql(UNGRADED, listed(emptied))
    graded = listed({*gone, *(grade.subject for grade in grades)})
    connection.exec_driver_sql(f"DELETE FROM grade WHERE subject {AMONG}", graded)
    _append(connection, tables.grade, Grade, grades)


def replace_events(connection: Connection, new: NewEvents) -> None:
    """Put events in the place of others; documents that are too many to be looked at wait."""
    connection.exec_driver_sql(f"DELETE FROM happening WHERE id {AMONG}", listed(new.gone))
    place = _next(connection, tables.happening)
    put_nested(connection, tables.happening, Happening, new.events, {}, first=place)
    connection.exec_driver_sql(f"DELETE FROM event_document WHERE document {AMONG}", listed((*new.held, *new.waiting)))
    many(connection, tables.event_document, [{"document": key} for key in sorted(new.held)])


def move_firsts(connection: Connection, features: Features) -> None:
    """Lead origins to the new document where it is now the earliest of its outlet: they name the first that is held."""
    for outlet in features.keys["outlet"]:
        first = first_of(connection, outlet)
        if first is not None and plain(connection, EARLIER, {"new": features.document, "first": first}):
            given = {"new": features.document, "first": first}
            connection.exec_driver_sql("UPDATE origin SET document = :new WHERE document = :first", given)


EARLIER = """
SELECT 1 FROM document AS n JOIN document AS f ON n.id = :new AND f.id = :first
WHERE (n.published_start IS NULL, n.published_start, n.id) < (f.published_start IS NULL, f.published_start, f.id)
"""


def _documents(connection: Connection, documents: Iterable[str], made: Relations) -> None:
    wanted = listed(documents)
    connection.exec_driver_sql(f'DELETE FROM derivation WHERE "right" {AMONG}', wanted)
    connection.exec_driver_sql(f"DELETE FROM change WHERE child {AMONG}", wanted)
    _append(connection, tables.derivation, Derivation, made.derivations)
    _append(connection, tables.change, Change, made.changes)
    before = dict(plain(connection, f"SELECT document, n FROM document_relation WHERE document {AMONG}", wanted))
    connection.exec_driver_sql(f"DELETE FROM document_relation WHERE document {AMONG}", wanted)
    place = _next(connection, tables.document_relation)
    for offset, item in enumerate(made.documents):
        row = {"n": before.get(item.document, place + offset)} | shape.flatten(item, DocumentRelation)
        many(connection, tables.document_relation, [row])


def _origins(connection: Connection, gone: Iterable[str], made: Relations) -> None:
    """Take the claims of propositions that go from their origins, and give those that come to theirs."""
    wanted = listed(gone)
    connection.exec_driver_sql(f"DELETE {OF_GONE}", wanted)
    known = set(_ids(connection, "origin", [origin.id for origin in made.origins]))
    place = _next(connection, tables.origin)
    new = [origin for origin in made.origins if origin.id not in known]
    own = [{"n": place + n} | shape.flatten(origin, Origin, without=("claims",)) for n, origin in enumerate(new)]
    many(connection, tables.origin, own)
    for origin in made.origins:
        if origin.id in known and origin.held:
            given = {"id": origin.id} | shape.flatten(origin, Origin, without=("claims",))
            connection.exec_driver_sql(NOW_HELD, {name: given[name] for name in ("id", "document", "reasons")})
        ((first,),) = plain(connection, AFTER, {"id": origin.id})
        claims = [{"origin": origin.id, "n": first + n, "value": value} for n, value in enumerate(origin.claims)]
        many(connection, tables.origin_claims, claims)


AFTER = "SELECT coalesce(max(n) + 1, 0) FROM origin_claims WHERE origin = :id"
OF_GONE = """
FROM origin_claims WHERE value IN (
    SELECT value FROM proposition_claims WHERE proposition IN (SELECT value FROM json_each(:wanted)))
"""
NOW_HELD = "UPDATE origin SET held = 1, document = :document, reasons = :reasons WHERE id = :id AND NOT held"
UNUSED = """
DELETE FROM origin WHERE id IN (SELECT value FROM json_each(:wanted))
AND NOT EXISTS (SELECT 1 FROM origin_claims WHERE origin = origin.id)
AND NOT EXISTS (SELECT 1 FROM document_relation WHERE document_relation.origin = origin.id)
"""
UNGRADED = """
DELETE FROM grade WHERE subject IN (SELECT value FROM json_each(:wanted)) AND subject NOT IN (SELECT id FROM origin)
"""


def _propositions(connection: Connection, gone: Iterable[str], made: Relations) -> None:
    """New ones after all others, those that have grown in their old place."""
    wanted = listed(gone)
    before = dict(plain(connection, f"SELECT id, n FROM proposition WHERE id {AMONG}", wanted))
    connection.exec_driver_sql(f"DELETE FROM proposition WHERE id {AMONG}", wanted)
    place = _next(connection, tables.proposition)
    for offset, item in enumerate(made.propositions):
        put_nested(connection, tables.proposition, Proposition, [item], {}, first=before.get(item.id, place + offset))


def _ids(connection: Connection, table: str, wanted: Iterable[str]) -> list[str]:
    question = f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(:wanted))"
    return [id_ for (id_,) in plain(connection, question, listed(wanted))]


def _next(connection: Connection, table: Any) -> int:
    return int(connection.execute(select(func.coalesce(func.max(table.c.n) + 1, 0))).scalar_one())


def _append(connection: Connection, table: Any, record: Any, items: Sequence[Any]) -> None:
    first = _next(connection, table)
    many(connection, table, [{"n": first + n} | shape.flatten(item, record) for n, item in enumerate(items)])
