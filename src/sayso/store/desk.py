"""Questions that pages ask of the ledger: a page of rows at a time, never the whole of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Table, and_, case, desc, func, literal, not_, or_, select, union

from sayso.model import Change, Contradiction, Derivation, DocumentRelation, Judgement, Origin, Period, Proposition
from sayso.model._record import record
from sayso.store import load, query, shape, tables
from sayso.store.query import ClaimFilter, ClaimRow


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


@record
class PropositionRow:
    """A proposition as a list shows it."""

    id: str
    title: str
    event_type: str
    reports: int
    outlets: int
    at_least: int
    at_most: int
    """Bounds of its independent origins."""
    contradictions: int
    figures: int
    period: Period | None


@record
class Disagreement:
    """A contradiction with the proposition it belongs to."""

    proposition: str
    title: str
    contradiction: Contradiction


@record
class EntityRow:
    """An entity as a list shows it."""

    entity: str
    name: str
    """The name that most claims use."""
    claims: int
    documents: int
    roles: str
    """Roles it plays, separated by commas."""


@record
class EntityName:
    """Words that name an entity."""

    words: str
    entity: str
    """The entity that the machine gave them."""
    claims: int


@record
class OriginRow:
    """An origin and how much rests on it."""

    id: str
    name: str | None
    kind: str
    held: bool
    claims: int
    propositions: int
    alone: int
    """Propositions with no other independent origin."""
    contradicted: int
    """Its claims that another claim contradicts."""


@record
class Count:
    """A value and how many claims have it."""

    value: str
    claims: int


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
        asked = asked.where(held.row.in_(query.matching("document", text)))
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


Order = Literal["origins", "reports", "title"]


def proposition_rows(
    connection: Connection,
    *,
    order: Order = "origins",
    event_type: str | None = None,
    disputed: bool = False,
    text: str | None = None,
    ids: Sequence[str] | None = None,
    limit: int = 50,
    offset: int = 0,
) -> tuple[PropositionRow, ...]:
    """Propositions, those with most independent origins first unless asked otherwise."""
    held = tables.proposition.c
    asked = select(
        tables.proposition,
        _children("contradictions", held.id).label("contradictions"),
        _children("figures", held.id).label("figures"),
    )
    if event_type:
        asked = asked.where(held.event_type == event_type.upper())
    if disputed:
        asked = asked.where(held.id.in_(select(_child("contradictions").c.proposition)))
    if text:
        asked = asked.where(held.title.icontains(text, autoescape=True))
    if ids is not None:
        asked = asked.where(held.id.in_(ids))
    ranks: dict[Order, tuple[Any, ...]] = {
        "origins": (held.origins_at_least.desc(), held.origins_at_most.desc(), held.reports.desc()),
        "reports": (held.reports.desc(), held.origins_at_least.desc()),
        "title": (),
    }
    asked = asked.order_by(*ranks[order], held.title, held.id).limit(limit).offset(offset)
    return tuple(_proposition_row(row) for row in load.rows(connection, asked))


def _proposition_row(row: Any) -> PropositionRow:
    dated = row["period_precision"] is not None
    return PropositionRow(
        id=row["id"], title=row["title"], event_type=row["event_type"], reports=row["reports"], outlets=row["outlets"],
        at_least=row["origins_at_least"], at_most=row["origins_at_most"], contradictions=row["contradictions"],
        figures=row["figures"], period=shape.rebuild(Period, row, prefix="period_") if dated else None,
    )  # fmt: skip


def _child(field: str) -> Table:
    return tables.NESTED[Proposition][field][0]


def _children(field: str, proposition: ColumnElement[Any]) -> Any:
    table = _child(field)
    return select(func.count()).where(table.c.proposition == proposition).scalar_subquery()


def count_propositions(connection: Connection) -> int:
    """How many propositions there are."""
    return int(connection.execute(select(func.count()).select_from(tables.proposition)).scalar_one())


def proposition(connection: Connection, key: str) -> Proposition | None:
    """The proposition with this id."""
    found = _whole(connection, tables.proposition, Proposition, (key,))
    return found[0] if found else None


def _whole(connection: Connection, table: Table, record_: Any, ids: Sequence[str]) -> tuple[Any, ...]:
    """Records with these ids, with what stands in tables of their own."""
    chosen = select(table.c.id).where(table.c.id.in_(ids))
    return load.nested(connection, table, record_, select(table).where(table.c.id.in_(ids)), chosen)


def propositions_of(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    """Claim id -> id of the proposition it belongs to."""
    table = _child("claims")
    asked = select(table.c.value, table.c.proposition).where(table.c.value.in_(tuple(claims)))
    return {row["value"]: row["proposition"] for row in load.rows(connection, asked)}


def claims_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, ClaimRow]:
    """Claims with their documents, in the order asked for; those that are not held are left out."""
    wanted = tuple(dict.fromkeys(ids))
    found = {row.claim.id: row for row in query.rows_of(connection, wanted)}
    return {key: found[key] for key in wanted if key in found}


def origins_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Origin]:
    """Origins with their claims, in the order asked for."""
    wanted = tuple(dict.fromkeys(ids))
    found: dict[str, Origin] = {o.id: o for o in _whole(connection, tables.origin, Origin, wanted)}
    return {key: found[key] for key in wanted if key in found}


def origins_of_claims(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    """Claim id -> origin id."""
    table = tables.NESTED[Origin]["claims"][0]
    asked = select(table.c.value, table.c.origin).where(table.c.value.in_(tuple(claims)))
    return {row["value"]: row["origin"] for row in load.rows(connection, asked)}


def derivations_of(connection: Connection, documents: Sequence[str]) -> tuple[Derivation, ...]:
    """What these documents were taken from."""
    held = tables.derivation
    asked = select(held).where(held.c.right.in_(documents)).order_by(held.c.n)
    return tuple(shape.rebuild(Derivation, row) for row in load.rows(connection, asked))


def changes_of(connection: Connection, documents: Sequence[str]) -> tuple[Change, ...]:
    """What these documents changed of those they were taken from."""
    held = tables.change
    asked = select(held).where(held.c.child.in_(documents)).order_by(held.c.n)
    return tuple(shape.rebuild(Change, row) for row in load.rows(connection, asked))


def relations_of(connection: Connection, documents: Sequence[str]) -> dict[str, DocumentRelation]:
    """Where these documents stand among the others."""
    held = tables.document_relation
    asked = select(held).where(held.c.document.in_(documents))
    return {row["document"]: shape.rebuild(DocumentRelation, row) for row in load.rows(connection, asked)}


def disagreements(connection: Connection, *, limit: int = 20, offset: int = 0) -> tuple[Disagreement, ...]:
    """Contradictions, those of fact first."""
    table, held = _child("contradictions"), tables.proposition.c
    asked = (
        select(table, held.title)
        .join(tables.proposition, held.id == table.c.proposition)
        .order_by(table.c.difference, held.origins_at_least.desc(), held.id, table.c.n)
        .limit(limit)
        .offset(offset)
    )
    return tuple(
        Disagreement(
            proposition=row["proposition"], title=row["title"], contradiction=shape.rebuild(Contradiction, row)
        )
        for row in load.rows(connection, asked)
    )


Splits = Mapping[tuple[str, str], str]
"""(Entity, words) -> the entity that these words name by themselves."""


def entity_rows(
    connection: Connection,
    *,
    text: str | None = None,
    only: str | None = None,
    merged: Mapping[str, str] | None = None,
    split: Splits | None = None,
    limit: int = 50,
    offset: int = 0,
) -> tuple[EntityRow, ...]:
    """Entities that play a part in claims, those with most claims first; `only` asks for one by its id.

    `merged` (entity -> the one it is shown as) and `split` are what people decided.
    """
    held, claim = tables.claim_arguments.c, tables.claim.c
    shown = _shown_entity(merged or {}, split or {})
    asked = (
        select(
            shown.label("entity"),
            func.max(held.value).label("name"),
            func.count(held.claim.distinct()).label("claims"),
            func.count(claim.document.distinct()).label("documents"),
            func.group_concat(held.role.distinct()).label("roles"),
        )
        .join(tables.claim, claim.id == held.claim)
        .where(held.entity.is_not(None))
        .group_by(shown)
        .order_by(desc("claims"), shown)
        .limit(limit)
        .offset(offset)
    )
    if only:
        asked = asked.where(entity_is(only, merged or {}, split or {}))
    if text:
        asked = asked.where(or_(held.value.icontains(text, autoescape=True), shown == text))
    return tuple(EntityRow(**{**row, "name": row["name"] or row["entity"]}) for row in load.rows(connection, asked))


def _shown_entity(merged: Mapping[str, str], split: Splits) -> ColumnElement[Any]:
    """The entity that an argument is shown under."""
    held = tables.claim_arguments.c
    whens = [
        (and_(held.entity == entity, held.span_text == words), literal(merged.get(alone, alone)))
        for (entity, words), alone in split.items()
    ]
    whens += [(held.entity == gone, literal(stays)) for gone, stays in merged.items()]
    return case(*whens, else_=held.entity) if whens else held.entity


def entity_is(key: str, merged: Mapping[str, str], split: Splits) -> ColumnElement[bool]:
    """Whether an argument is shown under this entity; answered from the index by entity."""
    held = tables.claim_arguments.c
    members = [key, *(gone for gone, stays in merged.items() if stays == key)]
    away = [and_(held.entity == e, held.span_text == words) for (e, words) in split if e in members]
    into = [and_(held.entity == e, held.span_text == words) for (e, words), alone in split.items() if alone in members]
    own = held.entity.in_(members)
    return or_(and_(own, not_(or_(*away))) if away else own, *into)


def claims_of_entity(
    connection: Connection, key: str, *, merged: Mapping[str, str], split: Splits, limit: int = 50
) -> tuple[str, ...]:
    """Ids of claims in which an entity plays a part, latest document first."""
    held, claim, document = tables.claim_arguments.c, tables.claim.c, tables.document.c
    asked = (
        select(claim.id)
        .join(tables.document, document.id == claim.document)
        .where(claim.id.in_(select(held.claim).where(entity_is(key, merged, split))))
        .order_by(document.published_start.desc().nulls_last(), document.id, claim.n)
        .limit(limit)
    )
    return tuple(connection.execute(asked).scalars())


def origin_rows(
    connection: Connection, *, text: str | None = None, limit: int = 50, offset: int = 0
) -> tuple[OriginRow, ...]:
    """Origins, those that most claims go back to first."""
    held = tables.origin.c
    own, of = tables.NESTED[Origin]["claims"][0].c, _child("claims").c
    alone = func.count(tables.proposition.c.id.distinct()).filter(tables.proposition.c.origins_at_most == 1)
    asked = (
        select(
            held.id, held.name, held.kind, held.held,
            func.count(own.value.distinct()).label("claims"),
            func.count(of.proposition.distinct()).label("propositions"),
            alone.label("alone"),
        )
        .join(tables.NESTED[Origin]["claims"][0], own.origin == held.id)
        .outerjoin(_child("claims"), of.value == own.value)
        .outerjoin(tables.proposition, tables.proposition.c.id == of.proposition)
        .group_by(held.id)
        .order_by(desc("claims"), held.id)
        .limit(limit)
        .offset(offset)
    )  # fmt: skip
    if text:
        asked = asked.where(held.name.icontains(text, autoescape=True))
    found = load.rows(connection, asked)
    disputed = _contradicted(connection, [row["id"] for row in found])
    return tuple(
        OriginRow(**{**row, "held": bool(row["held"]), "contradicted": disputed.get(row["id"], 0)}) for row in found
    )


def _contradicted(connection: Connection, origins: Sequence[str]) -> dict[str, int]:
    """Origin id -> how many of its claims another claim contradicts."""
    own, sides = tables.NESTED[Origin]["claims"][0], _child("contradictions").c
    either = union(select(sides.left.label("claim")), select(sides.right)).subquery()
    asked = (
        select(own.c.origin, func.count(own.c.value.distinct()).label("claims"))
        .join(either, either.c.claim == own.c.value)
        .where(own.c.origin.in_(origins))
        .group_by(own.c.origin)
    )
    return {row["origin"]: row["claims"] for row in load.rows(connection, asked)}


FACETS = ("event_type", "factuality", "source_kind", "outlet", "sort", "country")
Facet = Literal["event_type", "factuality", "source_kind", "outlet", "sort", "country"]


def facet(connection: Connection, name: Facet, wanted: ClaimFilter, *, limit: int = 12) -> tuple[Count, ...]:
    """The most frequent values of a facet among the claims that a filter asks for."""
    claim = tables.claim
    column: ColumnElement[Any]
    source: Any = claim.join(tables.document, tables.document.c.id == claim.c.document)
    if name == "outlet":
        column = tables.document.c.outlet
    elif name == "source_kind":
        source = source.outerjoin(tables.attribution, tables.attribution.c.id == claim.c.attribution)
        column = func.coalesce(tables.attribution.c.source_kind, literal("article"))
    elif name == "country":
        source = source.join(tables.claim_places, tables.claim_places.c.claim == claim.c.id)
        column = tables.claim_places.c.country
    else:
        column = claim.c[name]
    counted = func.count(claim.c.id.distinct()).label("claims")
    asked = (
        select(column.label("value"), counted)
        .select_from(source)
        .where(*query.conditions(wanted), column.is_not(None))
        .group_by(column)
        .order_by(desc("claims"), column)
        .limit(limit)
    )
    return tuple(Count(value=str(row["value"]), claims=row["claims"]) for row in load.rows(connection, asked))


def judgements_on(connection: Connection, subjects: Sequence[str]) -> tuple[Judgement, ...]:
    """Judgements on some rows, oldest first."""
    return load.get_judgements(connection, subjects)


def derived_from(connection: Connection, document: str) -> tuple[Derivation, ...]:
    """What was taken from this document."""
    held = tables.derivation
    asked = select(held).where(held.c.left == document).order_by(held.c.n)
    return tuple(shape.rebuild(Derivation, row) for row in load.rows(connection, asked))


def least_sure(connection: Connection, *, limit: int = 20, offset: int = 0) -> tuple[str, ...]:
    """Ids of claims that nobody has judged, those the reader is least sure of first: the review queue."""
    claim, judged = tables.claim.c, tables.judgement.c
    asked = (
        select(claim.id)
        .where(claim.id.not_in(select(judged.subject)))
        .order_by(claim.confidence, claim.id)
        .limit(limit)
        .offset(offset)
    )
    return tuple(connection.execute(asked).scalars())


def latest_judgements(connection: Connection, *, limit: int = 20) -> tuple[Judgement, ...]:
    """The latest judgements, oldest of them first."""
    held = tables.judgement
    found = load.rows(connection, select(held).order_by(held.c.at.desc(), held.c.id).limit(limit))
    return tuple(shape.rebuild(Judgement, row) for row in reversed(found))


def names_of(
    connection: Connection, entity: str, *, merged: Mapping[str, str], split: Splits, limit: int = 30
) -> tuple[EntityName, ...]:
    """The words that name an entity in claims, most frequent first."""
    held = tables.claim_arguments.c
    counted = func.count(held.claim.distinct()).label("claims")
    asked = (
        select(held.span_text.label("words"), held.entity, counted)
        .where(entity_is(entity, merged, split))
        .group_by(held.span_text, held.entity)
        .order_by(desc("claims"), held.span_text)
        .limit(limit)
    )
    return tuple(EntityName(**row) for row in load.rows(connection, asked))


def judgements_in(connection: Connection, document: str) -> tuple[Judgement, ...]:
    """Judgements on what stands, or stood, in a document, oldest first."""
    held = tables.judgement
    asked = select(held).where(held.c.document == document).order_by(held.c.at, held.c.id)
    return tuple(shape.rebuild(Judgement, row) for row in load.rows(connection, asked))


def judgements_by(connection: Connection, actions: Sequence[str]) -> tuple[Judgement, ...]:
    """All judgements with these actions, oldest first."""
    held = tables.judgement
    asked = select(held).where(held.c.action.in_(actions)).order_by(held.c.at, held.c.id)
    return tuple(shape.rebuild(Judgement, row) for row in load.rows(connection, asked))


@record
class Since:
    """What came into the ledger after a moment."""

    documents: int
    claims: int
    judgements: int
    newest: tuple[str, ...]
    """Ids of up to ten of the documents, newest first."""


def since(connection: Connection, at: datetime) -> Since:
    """What is new since a moment."""
    custody, claim, judged = tables.custody.c, tables.claim.c, tables.judgement.c
    came = select(custody.subject).where(custody.action == "ingest", custody.at > at.isoformat())
    newest = connection.execute(came.order_by(custody.number.desc()).limit(10)).scalars()
    claims = select(func.count()).where(claim.document.in_(came))
    judgements = select(func.count()).where(judged.at > at.isoformat())
    return Since(
        newest=tuple(newest),
        documents=int(connection.execute(select(func.count()).select_from(came.subquery())).scalar_one()),
        claims=int(connection.execute(claims).scalar_one()),
        judgements=int(connection.execute(judgements).scalar_one()),
    )


def titles_of(connection: Connection, documents: Sequence[str]) -> dict[str, str]:
    """Document id -> headline, or the id of one without."""
    held = tables.document.c
    asked = select(held.id, held.title).where(held.id.in_(documents))
    return {row["id"]: row["title"] or row["id"] for row in load.rows(connection, asked)}
