"""Questions to the ledger: which claims, whose, and what stands behind an id."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, func, or_, select, text

from sayso.model import Claim, Factuality, Judgement, Published, SourceKind
from sayso.model._record import record
from sayso.model.adapters import adapter
from sayso.model.identity import digest
from sayso.store import load, shape, tables

Order = Literal["date", "newest", "least_sure", "surest", "type"]
Review = Literal["reviewed", "unreviewed", "accepted", "rejected", "corrected"]


@record
class ClaimFilter:
    """Which claims; every part that is given must hold."""

    actor: str | None = None
    """An entity's id, or part of a name or of the words of any argument; capitals do not matter."""
    event_type: str | None = None
    """Event type; capitals do not matter."""
    place: str | None = None
    """Part of a place's name or words, a country's ISO 3166 code of two letters, or a GeoNames id."""
    since: date | None = None
    """First day: claims that end before it are left out, and those without a period too."""
    until: date | None = None
    """First day after the last one that is asked for."""
    source: str | None = None
    """Part of the name of any source in the chain, or a source kind."""
    outlet: str | None = None
    """Part of the name of the outlet that published it."""
    factuality: Factuality | None = None
    text: str | None = None
    """Words that all stand in the claim or its sentence."""
    document: str | None = None
    """Document id."""
    merged: tuple[str, ...] = ()
    """Ids of entities that people merged into `actor`: their claims count as its own."""
    reviewed: Review | None = None
    """Whether, and how, a person has judged it; judgements that were taken back do not count."""
    order: Order = "date"
    """`date`: by day of publication; `newest`: the other way; by the reader's confidence; by event type."""
    limit: int = 50
    """At most so many rows."""
    offset: int = 0
    """Leave out so many first."""


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

    kind: Literal["document", "attribution", "claim", "proposition", "origin", "judgement"]
    item: Any
    """The record itself."""
    document: str | None
    """Id of the document that it stands in; None for what stands between documents."""
    judgements: tuple[Judgement, ...]
    """Oldest first."""


def find_claims(connection: Connection, wanted: ClaimFilter) -> tuple[ClaimRow, ...]:
    """The claims that a filter asks for, by day of publication, document and place in it."""
    held, document = tables.claim, tables.document
    query = (
        select(held.c.id, document.c.id.label("document"), *_published())
        .join(document, document.c.id == held.c.document)
        .where(*conditions(wanted))
        .order_by(*_order(wanted.order))
        .limit(wanted.limit)
        .offset(wanted.offset)
    )
    return _rows(connection, load.rows(connection, query))


def _order(order: Order) -> tuple[Any, ...]:
    held, document = tables.claim.c, tables.document.c
    dated = (document.published_start.nulls_last(), document.id, held.n)
    return {
        "date": dated,
        "newest": (document.published_start.desc().nulls_last(), document.id, held.n),
        "least_sure": (held.confidence, held.id),
        "surest": (held.confidence.desc(), held.id),
        "type": (held.event_type, *dated),
    }[order]


def rows_of(connection: Connection, ids: Iterable[str]) -> tuple[ClaimRow, ...]:
    """The claims with these ids; those that are not held are left out."""
    held, document = tables.claim, tables.document
    query = (
        select(held.c.id, document.c.id.label("document"), *_published())
        .join(document, document.c.id == held.c.document)
        .where(held.c.id.in_(tuple(ids)))
    )
    return _rows(connection, load.rows(connection, query))


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
    held = tables.claim
    query = select(func.count()).select_from(held).where(*conditions(wanted))
    if wanted.outlet:
        query = query.join(tables.document, tables.document.c.id == held.c.document)
    return int(connection.execute(query).scalar_one())


def conditions(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    """A filter as conditions on `claim`, joined with `document` where an outlet is asked for."""
    held = tables.claim
    made: list[ColumnElement[bool]] = []
    if wanted.event_type:
        made.append(held.c.event_type == wanted.event_type.upper())
    if wanted.factuality:
        made.append(held.c.factuality == wanted.factuality)
    if wanted.document:
        made.append(held.c.document == wanted.document)
    if wanted.outlet:
        made.append(_has(tables.document.c.outlet, wanted.outlet))
    if wanted.text:
        made.append(held.c.row.in_(matching("claim", wanted.text)))
    if wanted.reviewed:
        made.append(_reviewed(wanted.reviewed))
    if wanted.since or wanted.until:
        made.append(_period(wanted.since, wanted.until))
    return made + [_among(child, named, narrowed=bool(made)) for child, named in _children(wanted)]


def _reviewed(wanted: Review) -> ColumnElement[bool]:
    """Whether a claim has a judgement in force: one that no undo names, unless that undo was itself taken back."""
    one, undo, redo = tables.judgement, tables.judgement.alias("undo"), tables.judgement.alias("redo")
    back = exists().where(redo.c.value == undo.c.id, redo.c.action == "undo")
    gone = exists().where(undo.c.value == one.c.id, undo.c.action == "undo", ~back)
    actions = {"accepted": ("accept",), "rejected": ("reject",), "corrected": ("correct",)}
    live = select(one.c.subject).where(one.c.action.in_(actions.get(wanted, ("accept", "reject", "correct"))), ~gone)
    own = tables.claim.c.id
    return own.not_in(live) if wanted == "unreviewed" else own.in_(live)


def _has(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """Whether the column holds the words. SQLite's LIKE takes no notice of the capitals of A to Z."""
    return column.contains(words, autoescape=True)


def _children(wanted: ClaimFilter) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """The tables of a claim's tuples that a filter asks about, and what it asks."""
    if wanted.actor:
        held, words = tables.claim_arguments, wanted.actor
        named = held.c.entity.in_((words, *wanted.merged))
        yield held, or_(named, _has(held.c.value, words), _has(held.c.span_text, words))
    if wanted.place:
        yield tables.claim_places, _place(wanted.place)
    if wanted.source:
        held, words = tables.claim_chain, wanted.source
        yield held, or_(held.c.kind == words, _has(held.c.name, words))


def _among(child: Table, named: ColumnElement[bool], *, narrowed: bool) -> ColumnElement[bool]:
    """Whether a claim has a row of its own that fits: looked up claim by claim where few are left, else all at once."""
    own = tables.claim.c.id
    if narrowed:
        return exists().where(child.c.claim == own, named)
    return own.in_(select(child.c.claim).where(named))


def _place(words: str) -> ColumnElement[bool]:
    held = tables.claim_places.c
    if words.isdigit():
        return held.geonames_id == int(words)
    if len(words) == 2 and words.isupper():
        return held.country == words
    return or_(_has(held.name, words), _has(held.span_text, words))


def _period(since: date | None, until: date | None) -> ColumnElement[bool]:
    """Whether the claim's period and the one asked for have a day in common; open ends are open."""
    held = tables.claim.c
    made: list[ColumnElement[bool]] = [held.period_precision.is_not(None)]
    if until:
        made.append(or_(held.period_start.is_(None), held.period_start < until.isoformat()))
    if since:
        made.append(or_(held.period_end.is_(None), held.period_end > since.isoformat()))
    return and_(*made)


def matching(table: str, words: str) -> Select[Any]:
    """Row numbers of the rows of a searched table that hold all the words, given in any order."""
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    name = f"{table}_text"
    clause = text(f"{name} MATCH :words").bindparams(words=quoted)
    return select(text("rowid")).select_from(text(name)).where(clause)


def find_sources(
    connection: Connection, *, name: str | None, kind: str | None, outlet: str | None, limit: int, offset: int
) -> tuple[SourceRow, ...]:
    """The voices of the ledger, those with most claims first."""
    voice, claim = tables.attribution.c, tables.claim.c
    counted = select(func.count()).where(claim.attribution == voice.id).correlate(tables.attribution)
    claims = func.sum(counted.scalar_subquery())
    query = (
        select(
            voice.voice_name.label("name"),
            voice.voice_kind.label("kind"),
            func.max(voice.voice_entity).label("entity"),
            func.count().label("attributions"),
            claims.label("claims"),
            func.count(voice.document.distinct()).label("documents"),
        )
        .select_from(tables.attribution)
        .group_by(voice.voice_kind, voice.voice_name)
        .order_by(claims.desc(), func.count().desc(), voice.voice_name)
        .limit(limit)
        .offset(offset)
    )
    if name:
        query = query.where(_has(voice.voice_name, name))
    if kind:
        query = query.where(voice.voice_kind == kind)
    if outlet:
        document = tables.document.c
        query = query.where(voice.document.in_(select(document.id).where(_has(document.outlet, outlet))))
    return tuple(SourceRow(**row) for row in load.rows(connection, query))


def content_digest(value: Any) -> str:
    """SHA-256 of a record's whole content, for the chain of custody."""
    return digest(adapter(value.__class__).dump_python(value, mode="json"), length=64)
