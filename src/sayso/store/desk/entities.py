"""Pages of entities, as people's decisions leave them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, func, or_, select

from sayso.model._record import record
from sayso.store import load, tables
from sayso.store.asked import ClaimFilter
from sayso.store.columns import Columns
from sayso.store.terms import mentions_of


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
