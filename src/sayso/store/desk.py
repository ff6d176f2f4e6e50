"""Questions that pages ask of the ledger: a page of rows at a time, never the whole of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Table, and_, case, func, or_, select

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
from sayso.store.terms import mentions_of


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
    corroborated: int
    """Propositions with at least two independent origins."""
    contradicted: int
    """Its claims that another claim contradicts."""
    told_in: str | None = None
    """Outlet or title of the one document that it speaks in, of an origin that nobody can tell."""


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
    columns: Columns | None = None,
) -> Entities:
    """Entities that play a part in claims, those with most claims first; `only` asks for one by its id.

    `merged` (entity -> the one it is shown as) and `split` are what people decided: the entities concerned are counted
    anew, all others are held as totals. `columns` may be handed over where they are at hand.
    """
    held = tables.entity_total.c
    concerned = _concerned(merged or {}, split or {})
    decided = _decided(connection, columns, concerned, merged or {}, split or {})
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
    connection: Connection,
    columns: Columns | None,
    concerned: Sequence[str],
    merged: Mapping[str, str],
    split: Splits,
) -> list[EntityRow]:
    """The entities that people merged or split, counted from the claims: each claim and document of several once."""
    if not concerned:
        return []
    columns = columns or Columns(connection)
    used = columns.used("mention")
    mentions: dict[str, dict[int, tuple[str, str, str]]] = defaultdict(dict)
    for number, (entity, words, role) in mentions_of(connection, concerned).items():
        if number in used:
            mentions[_shown(entity, words, merged, split)][number] = entity, words, role
    held = tables.entity_total.c
    asked = select(held.entity, held.name).where(held.entity.in_(concerned))
    names = {row["entity"]: row["name"] for row in load.rows(connection, asked)}
    counts = columns.counts("mention", list(mentions.values()))
    return [
        EntityRow(
            entity=shown,
            name=names.get(shown)
            or max(words if (entity, words) in split else names[entity] for entity, words, _ in own.values()),
            claims=claims,
            documents=documents,
            roles=",".join(sorted({role for _, _, role in own.values()})),
        )
        for (shown, own), (claims, documents) in zip(mentions.items(), counts, strict=True)
    ]


def _shown(entity: str, words: str, merged: Mapping[str, str], split: Splits) -> str:
    """The entity that a mention is shown under."""
    alone = split.get((entity, words), entity)
    return merged.get(alone, alone)


@record
class KnownEntity:
    """What the ledger knows of one entity."""

    row: EntityRow
    names: tuple[EntityName, ...]
    """The words that name it, most frequent first."""
    claims: tuple[str, ...]
    """Ids of claims in which it plays a part, latest document first."""
    top: tuple[EntityRow, ...]
    """The entities with most claims."""


def entity(
    connection: Connection,
    key: str,
    *,
    merged: Mapping[str, str],
    split: Splits,
    names: int = 30,
    claims: int = 50,
    top: int = 200,
) -> KnownEntity | None:
    """One entity as people's decisions leave it, with so many of its names and claims; None when no claim names it."""
    columns = Columns(connection)
    first = entities(connection, merged=merged, split=split, limit=top, columns=columns).rows
    rows = [row for row in first if row.entity == key]
    rows = rows or list(entities(connection, only=key, merged=merged, split=split, columns=columns).rows)
    if not rows:
        return None
    members = {key, *(gone for gone, stays in merged.items() if stays == key)}
    members |= {origin for (origin, _), alone in split.items() if alone in members}
    mentions = mentions_of(connection, sorted(members)).items()
    own = {number: said for number, said in mentions if _shown(said[0], said[1], merged, split) == key}
    held = columns.page(columns.having("mention", list(own)), ClaimFilter(order="newest", limit=claims))
    claim = tables.claim.c
    found = load.rows(connection, select(claim.row, claim.id).where(claim.row.in_(held)))
    ids = {row["row"]: row["id"] for row in found}
    return KnownEntity(
        row=rows[0], names=_named(columns, own)[:names], claims=tuple(ids[row] for row in held), top=first
    )


def _named(columns: Columns, mentions: Mapping[int, tuple[str, str, str]]) -> tuple[EntityName, ...]:
    """The words of some mentions and the machine's entity for them, those with most claims first."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (machine, words, _) in mentions.items():
        groups[words, machine].append(number)
    counts = columns.counts("mention", list(groups.values()))
    found = [
        EntityName(words=words, entity=machine, claims=claims)
        for (words, machine), (claims, _) in zip(groups, counts, strict=True)
        if claims
    ]
    return tuple(sorted(found, key=lambda name: (-name.claims, name.words, name.entity)))


def origin_rows(
    connection: Connection, *, text: str | None = None, limit: int = 50, offset: int = 0
) -> tuple[OriginRow, ...]:
    """Origins, those that most claims go back to first."""
    held, document = tables.origin_total.c, tables.document.c
    told_in = case((held.kind == "unknown", func.coalesce(document.outlet, document.title)))
    beside = tables.origin_total.join(tables.origin, tables.origin.c.id == held.origin).outerjoin(
        tables.document, document.id == tables.origin.c.document
    )
    asked = select(
        held.origin.label("id"), held.name, held.kind, held.held, held.claims, held.propositions, held.alone,
        held.corroborated, held.contradicted, told_in.label("told_in"),
    ).select_from(beside)  # fmt: skip
    if text:
        asked = asked.where(held.name.contains(text, autoescape=True))
    asked = asked.order_by(held.claims.desc(), held.origin).limit(limit).offset(offset)
    return tuple(OriginRow(**{**row, "held": bool(row["held"])}) for row in load.rows(connection, asked))


FACETS: tuple[Facet, ...] = get_args(Facet)


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


def event_types(connection: Connection) -> tuple[str, ...]:
    """Types that claims have, or had in an earlier reading."""
    held = tables.term.c
    asked = select(held.text).where(held.field == "event_type").order_by(held.text)
    return tuple(connection.execute(asked).scalars())


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
