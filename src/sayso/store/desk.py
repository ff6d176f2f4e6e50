"""Questions that pages ask of the ledger: a page of rows at a time, never the whole of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Table, and_, case, desc, func, literal, not_, or_, select

from sayso.model import (
    Change,
    Contradiction,
    Derivation,
    DocumentRelation,
    Grade,
    Judgement,
    Origin,
    Period,
    Problem,
    Proposition,
)
from sayso.model._record import record
from sayso.store import load, query, shape, tables
from sayso.store.asked import ClaimFilter, Facet
from sayso.store.columns import Columns, matching
from sayso.store.journal import Run
from sayso.store.query import ClaimRow


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
    ranks: dict[Order, tuple[Any, ...]] = {
        "origins": (held.origins_at_least.desc(), held.origins_at_most.desc(), held.reports.desc()),
        "reports": (held.reports.desc(), held.origins_at_least.desc()),
        "title": (),
    }
    # The page's ids come from an index alone; only then its rows are read, which are long.
    chosen = select(held.id).order_by(*ranks[order], held.title, held.id).limit(limit).offset(offset)
    if event_type:
        chosen = chosen.where(held.event_type == event_type.upper())
    if disputed:
        chosen = chosen.where(held.id.in_(select(_child("contradictions").c.proposition)))
    if text:
        chosen = chosen.where(held.title.contains(text, autoescape=True))
    if ids is not None:
        chosen = chosen.where(held.id.in_(ids))
    page = list(connection.execute(chosen).scalars())
    asked = select(
        *(held[name] for name in PROPOSITION),
        _children("contradictions", held.id).label("contradictions"),
        _children("figures", held.id).label("figures"),
    ).where(held.id.in_(page))
    found = {row["id"]: row for row in load.rows(connection, asked)}
    return tuple(_proposition_row(found[key]) for key in page)


PROPOSITION = (
    "id", "title", "event_type", "reports", "outlets", "origins_at_least", "origins_at_most",
    *(column.name for column in shape.columns(Period, prefix="period_", optional=True)),
)  # fmt: skip
"""Columns that a list shows."""


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


def origins_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Origin]:
    """Origins with their claims, in the order asked for."""
    wanted = tuple(dict.fromkeys(ids))
    found: dict[str, Origin] = {o.id: o for o in _whole(connection, tables.origin, Origin, wanted)}
    return {key: found[key] for key in wanted if key in found}


def origins_within(connection: Connection, ids: Iterable[str], claims: Sequence[str]) -> dict[str, Origin]:
    """Origins in the order asked for, each with those of its claims that are among some."""
    wanted = tuple(dict.fromkeys(ids))
    of: dict[str, list[str]] = defaultdict(list)
    own = tables.origin_claims.c
    asked = select(own.origin, own.value).where(own.value.in_(claims)).order_by(own.origin, own.n)
    for row in load.rows(connection, asked):
        of[row["origin"]].append(row["value"])
    rows = load.rows(connection, select(tables.origin).where(tables.origin.c.id.in_(wanted)))
    found = {row["id"]: shape.rebuild(Origin, row, given={"claims": tuple(of[row["id"]])}) for row in rows}
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


@record
class Entities:
    """A page of entities."""

    total: int
    """How many there are on all pages."""
    rows: tuple[EntityRow, ...]


def entities(
    connection: Connection,
    *,
    text: str | None = None,
    only: str | None = None,
    merged: Mapping[str, str] | None = None,
    split: Splits | None = None,
    limit: int = 50,
    offset: int = 0,
) -> Entities:
    """Entities that play a part in claims, those with most claims first; `only` asks for one by its id.

    `merged` (entity -> the one it is shown as) and `split` are what people decided: the entities concerned are counted
    anew, all others are held as totals.
    """
    held = tables.entity_total.c
    concerned = _concerned(merged or {}, split or {})
    decided = _decided(connection, concerned, merged or {}, split or {})
    wanted: list[ColumnElement[bool]] = [held.entity.not_in(concerned)]
    if only:
        wanted.append(held.entity == only)
        decided = [row for row in decided if row.entity == only]
    if text:
        wanted.append(or_(held.name.contains(text, autoescape=True), held.entity == text))
        decided = [row for row in decided if text.lower() in row.name.lower() or row.entity == text]
    asked = select(held.entity, held.name, held.claims, held.documents, held.roles).where(*wanted)
    rows = load.rows(connection, asked.order_by(held.claims.desc(), held.entity).limit(limit + offset))
    found = sorted([*decided, *(EntityRow(**row) for row in rows)], key=lambda r: (-r.claims, r.entity))
    others = connection.execute(select(func.count()).select_from(tables.entity_total).where(*wanted)).scalar_one()
    return Entities(total=len(decided) + int(others), rows=tuple(found[offset : offset + limit]))


def _concerned(merged: Mapping[str, str], split: Splits) -> list[str]:
    """The machine's entities whose claims people gave to another, and those they gave them to."""
    return sorted({*merged, *merged.values(), *(entity for entity, _ in split), *split.values()})


def _decided(
    connection: Connection, concerned: Sequence[str], merged: Mapping[str, str], split: Splits
) -> list[EntityRow]:
    """The entities that people merged or split, counted from the claims: each claim and document of several once."""
    if not concerned:
        return []
    groups: dict[str, list[str]] = defaultdict(list)
    for entity in concerned:
        groups[merged.get(entity, entity)].append(entity)
    cut = {merged.get(e, e) for e in (*(entity for entity, _ in split), *split.values())}
    return _cut(connection, [e for root in cut for e in groups[root]], merged, split) + _joined(
        connection, {root: members for root, members in groups.items() if root not in cut}
    )


def _joined(connection: Connection, groups: Mapping[str, Sequence[str]]) -> list[EntityRow]:
    """Entities that people merged, and of which they split off no name."""
    held = tables.entity_total.c
    asked = select(held.entity, held.name, held.roles).where(held.entity.in_([m for g in groups.values() for m in g]))
    known = {row["entity"]: row for row in load.rows(connection, asked)}
    counts = Columns(connection).counts("entity", groups)
    return [
        EntityRow(
            entity=root,
            name=max(known[m]["name"] for m in members if m in known),
            claims=counts[root][0],
            documents=counts[root][1],
            roles=",".join(sorted({r for m in members if m in known for r in known[m]["roles"].split(",")})),
        )
        for root, members in groups.items()
        if counts[root][0]
    ]


def _cut(connection: Connection, concerned: Sequence[str], merged: Mapping[str, str], split: Splits) -> list[EntityRow]:
    """Entities of which people split off a name, and what these names name now."""
    held, claim = tables.claim_arguments.c, tables.claim.c
    shown = _shown_entity(merged, split)
    asked = (
        select(
            shown.label("entity"),
            func.max(held.value).label("name"),
            func.count(held.claim.distinct()).label("claims"),
            func.count(claim.document.distinct()).label("documents"),
            func.group_concat(held.role.distinct()).label("roles"),
        )
        .join(tables.claim, claim.id == held.claim)
        .where(held.entity.in_(concerned))
        .group_by(shown)
    )
    return [
        EntityRow(**{**row, "name": row["name"] or row["entity"], "roles": ",".join(sorted(row["roles"].split(",")))})
        for row in (load.rows(connection, asked) if concerned else ())
    ]


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
    columns, held, claim = Columns(connection), tables.claim_arguments.c, tables.claim.c
    members = (key, *(gone for gone, stays in merged.items() if stays == key))
    if any(entity in members or alone in members for (entity, _), alone in split.items()):
        own = select(claim.row).where(claim.id.in_(select(held.claim).where(entity_is(key, merged, split))))
        kept = columns.among(connection.execute(own).scalars())
    else:
        kept = columns.with_terms("entity", members)
    rows = columns.page(kept, ClaimFilter(order="newest", limit=limit))
    found = {
        row["row"]: row["id"] for row in load.rows(connection, select(claim.row, claim.id).where(claim.row.in_(rows)))
    }
    return tuple(found[row] for row in rows)


def origin_rows(
    connection: Connection, *, text: str | None = None, limit: int = 50, offset: int = 0
) -> tuple[OriginRow, ...]:
    """Origins, those that most claims go back to first."""
    held = tables.origin_total.c
    asked = select(
        held.origin.label("id"), held.name, held.kind, held.held, held.claims, held.propositions, held.alone,
        held.contradicted,
    )  # fmt: skip
    if text:
        asked = asked.where(held.name.contains(text, autoescape=True))
    asked = asked.order_by(held.claims.desc(), held.origin).limit(limit).offset(offset)
    return tuple(OriginRow(**{**row, "held": bool(row["held"])}) for row in load.rows(connection, asked))


FACETS: tuple[Facet, ...] = ("event_type", "factuality", "source_kind", "outlet", "sort", "country")


@record
class Asked:
    """What a filter finds: how many claims, one page of them, and what they have in common."""

    total: int
    rows: tuple[ClaimRow, ...]
    """Those on the page."""
    facets: Mapping[Facet, tuple[Count, ...]]
    """The most frequent values of each facet among all of them."""
    reviewed: tuple[Count, ...]
    """How many of all of them people have judged, and how; as if the filter did not ask for it."""


def ask_claims(
    connection: Connection, wanted: ClaimFilter, *, facets: Sequence[Facet] = FACETS, values: int = 12
) -> Asked:
    """A page of claims with the counts beside it, all from one state of the ledger."""
    held = Columns(connection)
    anyhow = held.mask(replace(wanted, reviewed=None))
    ways = held.reviewed()
    kept = anyhow & ways[wanted.reviewed] if wanted.reviewed else anyhow
    counts = [Count(value=way, claims=int((anyhow & mask).sum())) for way, mask in ways.items()]
    return Asked(
        total=int(kept.sum()),
        rows=query.rows_at(connection, held.page(kept, wanted)),
        facets={
            name: tuple(Count(value=value, claims=n) for value, n in held.facet(name, kept, values)) for name in facets
        },
        reviewed=tuple(count for count in counts if count.claims),
    )


def rows_in_order(connection: Connection, wanted: ClaimFilter) -> tuple[int, ...]:
    """Rows of all the claims that a filter asks for, in its order, limit and offset left aside."""
    held = Columns(connection)
    return tuple(held.cells["row"][held.ordered(held.mask(wanted), wanted.order)].tolist())


def claims_in_rows(connection: Connection, rows: Sequence[int]) -> tuple[ClaimRow, ...]:
    """The claims in these rows, in their order; those that are no longer there are left out."""
    return query.rows_at(connection, rows)


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
    newest = connection.execute(came.order_by(custody.at.desc(), custody.number.desc()).limit(10)).scalars()
    claims = select(func.count()).select_from(tables.claim).where(claim.document.in_(came))
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


@record
class LastRun:
    """The latest run of ingest and what it could not do."""

    run: Run
    total: int
    """How many problems it met: with its inputs, and in the documents that it brought."""
    problems: tuple[Problem, ...]
    """The latest of them, newest first."""


def last_run(connection: Connection, *, limit: int = 8) -> LastRun | None:
    """The latest run of ingest with its problems; None before the first."""
    runs = latest_runs(connection, limit=1)
    if not runs:
        return None
    held, custody, run = tables.problem, tables.custody.c, runs[0]
    during = [custody.action == "ingest", custody.at >= run.started.isoformat()]
    if run.ended is not None:
        during.append(custody.at <= run.ended.isoformat())
    came = select(custody.subject).where(*during)
    own = or_(held.c.run == run.id, and_(held.c.run.is_(None), held.c.document.in_(came)))
    total = connection.execute(select(func.count()).select_from(held).where(own)).scalar_one()
    latest = load.rows(connection, select(held).where(own).order_by(held.c.number.desc()).limit(limit))
    return LastRun(run=run, total=int(total), problems=tuple(shape.rebuild(Problem, row) for row in latest))


def latest_runs(connection: Connection, *, limit: int = 5) -> tuple[Run, ...]:
    """The latest runs of ingest, newest first."""
    held = tables.run
    found = load.rows(connection, select(held).order_by(held.c.started.desc(), held.c.id).limit(limit))
    return tuple(shape.rebuild(Run, row) for row in found)


def grades_of(connection: Connection, subject: str) -> tuple[Grade, ...]:
    """The grades that written rules gave an origin or a proposition."""
    held = tables.grade
    asked = select(held).where(held.c.subject == subject).order_by(held.c.n)
    return tuple(shape.rebuild(Grade, row) for row in load.rows(connection, asked))
