"""Pages of origins: who claims go back to, with their grades."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, case, func, select

from sayso.model import Grade, Origin
from sayso.model._record import record
from sayso.store import load, shape, tables


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


def origins_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Origin]:
    """Origins with their claims, in the order asked for."""
    wanted = tuple(dict.fromkeys(ids))
    found: dict[str, Origin] = {o.id: o for o in load.whole(connection, tables.origin, Origin, wanted)}
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


def grades_of(connection: Connection, subject: str) -> tuple[Grade, ...]:
    """The grades that written rules gave an origin or a proposition."""
    held = tables.grade
    asked = select(held).where(held.c.subject == subject).order_by(held.c.n)
    return tuple(shape.rebuild(Grade, row) for row in load.rows(connection, asked))
