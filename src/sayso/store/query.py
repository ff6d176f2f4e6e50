"""Questions to the ledger: which claims, whose, and what stands behind an id."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, desc, func, select

from sayso.model import Claim, Judgement, Published, Relations, SourceKind
from sayso.model._record import record
from sayso.model.adapters import adapter
from sayso.model.identity import digest
from sayso.store import load, shape, tables
from sayso.store.asked import ClaimFilter
from sayso.store.columns import Columns


@record
class ClaimRow:
    """A claim with what a list shows of its document."""

    claim: Claim
    document: str
    """Document id."""
    title: str | None
    outlet: str | None
    published: Published | None


@record
class SourceRow:
    """A voice, and how much rests on it."""

    name: str
    """As the text calls it."""
    kind: SourceKind
    entity: str | None
    """Id of the entity; None for unnamed voices."""
    attributions: int
    """How often it is cited."""
    claims: int
    """How many claims stand on its word as the innermost source."""
    documents: int
    """In how many documents."""


@record
class Shown:
    """One row of the ledger with what people said about it."""

    kind: Literal["document", "attribution", "claim", "proposition", "drive", "event", "origin", "judgement"]
    item: Any
    """The record itself."""
    document: str | None
    """Id of the document that it stands in; None for what stands between documents."""
    judgements: tuple[Judgement, ...]
    """Oldest first."""


def find_claims(connection: Connection, wanted: ClaimFilter) -> tuple[ClaimRow, ...]:
    """The claims that a filter asks for, by day of publication, document and place in it."""
    held = Columns(connection)
    return rows_at(connection, held.page(held.mask(wanted), wanted))


def rows_at(connection: Connection, rows: Sequence[int]) -> tuple[ClaimRow, ...]:
    """The claims in these rows, in their order."""
    found = {row["row"]: row for row in load.rows(connection, _named().where(tables.claim.c.row.in_(rows)))}
    return _rows(connection, [found[row] for row in rows if row in found])


def _named() -> Select[Any]:
    """Claims by row and id, with what a list shows of their documents."""
    held, document = tables.claim, tables.document
    return select(held.c.row, held.c.id, document.c.id.label("document"), *_published()).join(
        document, document.c.id == held.c.document
    )


def rows_of(connection: Connection, ids: Iterable[str]) -> tuple[ClaimRow, ...]:
    """The claims with these ids; those that are not held are left out."""
    return _rows(connection, load.rows(connection, _named().where(tables.claim.c.id.in_(tuple(ids)))))


def _rows(connection: Connection, found: Sequence[Any]) -> tuple[ClaimRow, ...]:
    """Claims for rows that name them, in the rows' order."""
    chosen = select(tables.claim.c.id).where(tables.claim.c.id.in_([row["id"] for row in found]))
    claims = {claim.id: claim for claim in load.get_claims(connection, chosen)}
    return tuple(
        ClaimRow(
            claim=claims[row["id"]],
            document=row["document"],
            title=row["title"],
            outlet=row["outlet"],
            published=None if row["start"] is None else shape.rebuild(Published, row),
        )
        for row in found
    )


def _published() -> list[ColumnElement[Any]]:
    """Title, outlet and the parts of the publication date under their own names."""
    held = tables.document.c
    return [held.title, held.outlet] + [
        held["published_" + column.name].label(column.name) for column in shape.columns(Published)
    ]


def count_claims(connection: Connection, wanted: ClaimFilter) -> int:
    """How many claims a filter asks for, its limit and offset left aside."""
    return int(Columns(connection).mask(wanted).sum())


NOBODY = ("passive", "article")
"""Kinds of sources that the text does not name: what a claim rests on is not known."""


def find_sources(
    connection: Connection, *, name: str | None, kind: str | None, outlet: str | None, limit: int, offset: int
) -> tuple[SourceRow, ...]:
    """The voices of the ledger, those with most claims first; words that name nobody only where their kind is asked
    for ("reportedly", "is believed")."""
    voice = tables.voice_total.c
    asked = select(voice.name, voice.kind, voice.entity, voice.attributions, voice.claims, voice.documents)
    if outlet:
        asked, voice = _in_outlets(outlet)
    if name:
        asked = asked.where(voice.name.contains(name, autoescape=True))
    asked = asked.where(voice.kind == kind if kind else voice.kind.not_in(NOBODY))
    asked = asked.order_by(desc("claims"), desc("attributions"), voice.name, voice.kind).limit(limit).offset(offset)
    return tuple(SourceRow(**row) for row in load.rows(connection, asked))


def _in_outlets(outlet: str) -> tuple[Select[Any], Any]:
    """Voices as far as some outlets' documents cite them."""
    voice, document = tables.voice_document.c, tables.document.c
    asked = (
        select(
            voice.name, voice.kind, func.max(voice.entity).label("entity"),
            func.sum(voice.attributions).label("attributions"), func.sum(voice.claims).label("claims"),
            func.count().label("documents"),
        )
        .where(voice.document.in_(select(document.id).where(document.outlet.contains(outlet, autoescape=True))))
        .group_by(voice.kind, voice.name)
    )  # fmt: skip
    return asked, voice


def content_digest(value: Any) -> str:
    """SHA-256 of a record's whole content, for the chain of custody."""
    return digest(adapter(value.__class__).dump_python(value, mode="json"), length=64)


def records_digest(records: Iterable[Any]) -> str:
    """SHA-256 of records, one after the other."""
    made = hashlib.sha256()
    for item in records:
        made.update(b"\n" + adapter(item.__class__).dump_json(item))
    return made.hexdigest()


def relations_digest(relations: Relations) -> str:
    """SHA-256 of all that stands between documents, a row after the other: as a whole it would be in memory thrice."""
    made = hashlib.sha256()
    for field in fields(relations):
        made.update(field.name.encode())
        for item in getattr(relations, field.name):
            made.update(b"\n" + adapter(item.__class__).dump_json(item))
    return made.hexdigest()
