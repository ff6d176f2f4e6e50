"""Pages of documents: the list, where they stand among each other, what was changed on the way."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select

from sayso.model import Change, Derivation, DocumentRelation
from sayso.model._record import record
from sayso.store import load, shape, tables
from sayso.store.columns import matching


@record
class DocumentRow:
    """A document as a list shows it."""

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    language: str
    claims: int
    attributions: int
    parent: str | None
    """Id of the document it was taken from."""
    evidence: str | None
    """SHA-256 of its bytes."""


def document_rows(
    connection: Connection, *, text: str | None = None, limit: int = 50, offset: int = 0
) -> tuple[DocumentRow, ...]:
    """Documents by day of publication, undated ones last; `text` asks for words that all stand in them."""
    held, place = tables.document.c, tables.document_relation.c
    asked = (
        select(
            held.id, held.title, held.outlet, held.published_start, held.language, held.evidence_sha256, place.parent,
            _counted(tables.claim, held.id).label("claims"),
            _counted(tables.attribution, held.id).label("attributions"),
        )
        .outerjoin(tables.document_relation, place.document == held.id)
        .order_by(held.published_start.nulls_last(), held.id)
        .limit(limit)
        .offset(offset)
    )  # fmt: skip
    if text:
        question, words = matching("document", text)
        asked = asked.where(held.row.in_([row for (row,) in load.plain(connection, question, words)]))
    return tuple(
        DocumentRow(
            id=row["id"], title=row["title"], outlet=row["outlet"], published=_day(row["published_start"]),
            language=row["language"], claims=row["claims"], attributions=row["attributions"], parent=row["parent"],
            evidence=row["evidence_sha256"],
        )
        for row in load.rows(connection, asked)
    )  # fmt: skip


def _counted(table: Table, document: ColumnElement[Any]) -> Any:
    return select(func.count()).where(table.c.document == document).scalar_subquery()


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


@record
class Told:
    """Where a claim stands, without the claim."""

    document: str
    title: str
    """Headline, or the document's id."""
    outlet: str | None


def where_told(connection: Connection, claims: Iterable[str]) -> dict[str, Told]:
    """Claim id -> where it stands; claims that are not held are left out."""
    held, claim = tables.document.c, tables.claim.c
    asked = select(claim.id, held.id.label("document"), held.title, held.outlet)
    asked = asked.join(tables.document, held.id == claim.document).where(claim.id.in_(tuple(claims)))
    return {
        row["id"]: Told(document=row["document"], title=row["title"] or row["document"], outlet=row["outlet"])
        for row in load.rows(connection, asked)
    }


def derivations_of(connection: Connection, documents: Sequence[str]) -> tuple[Derivation, ...]:
    """What these documents were taken from."""
    held = tables.derivation
    asked = select(held).where(held.c.right.in_(documents)).order_by(held.c.n)
    return tuple(shape.rebuild(Derivation, row) for row in load.rows(connection, asked))


def changes_of(connection: Connection, documents: Sequence[str], claims: Sequence[str]) -> tuple[Change, ...]:
    """What these documents changed in the words of some claims: of the copy's claim and of the one it was taken from.

    A hedge may stand anywhere in the sentence; all else in the words that make the claim.
    """
    held = tables.change
    inside = [
        select(one.c.id).where(one.c.id.in_(claims), one.c.document == document, _holds(one, start, end)).exists()
        for one, document, start, end in (
            (tables.claim.alias("earlier"), held.c.parent, held.c.was_start, held.c.was_end),
            (tables.claim.alias("later"), held.c.child, held.c.now_start, held.c.now_end),
        )
    ]
    asked = select(held).where(held.c.child.in_(documents), *inside).order_by(held.c.n)
    return tuple(shape.rebuild(Change, row) for row in load.rows(connection, asked))


def _holds(claim: Any, start: Any, end: Any) -> Any:
    """Whether a change lies in a claim's words."""
    told = claim.c
    hedge = and_(tables.change.c.what == "hedge", told.sentence_start < end, start < told.sentence_end)
    return or_(and_(told.content_start < end, start < told.content_end), hedge)


def relations_of(connection: Connection, documents: Sequence[str]) -> dict[str, DocumentRelation]:
    """Where these documents stand among the others."""
    held = tables.document_relation
    asked = select(held).where(held.c.document.in_(documents))
    return {row["document"]: shape.rebuild(DocumentRelation, row) for row in load.rows(connection, asked)}


def derived_from(connection: Connection, document: str) -> tuple[Derivation, ...]:
    """What was taken from this document."""
    held = tables.derivation
    asked = select(held).where(held.c.left == document).order_by(held.c.n)
    return tuple(shape.rebuild(Derivation, row) for row in load.rows(connection, asked))


def titles_of(connection: Connection, documents: Sequence[str]) -> dict[str, str]:
    """Document id -> headline, or the id of one without."""
    held = tables.document.c
    asked = select(held.id, held.title).where(held.id.in_(documents))
    return {row["id"]: row["title"] or row["id"] for row in load.rows(connection, asked)}
