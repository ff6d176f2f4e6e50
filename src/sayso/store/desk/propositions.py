"""Pages of propositions and of what they disagree on."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Table, func, select

from sayso.model import Contradiction, Period, Proposition
from sayso.model._record import record
from sayso.store import load, shape, tables


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
        chosen = chosen.where(held.id.in_(select(child("contradictions").c.proposition)))
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


def child(field: str) -> Table:
    """The table of a part of propositions that they have several of."""
    return tables.NESTED[Proposition][field][0]


def _children(field: str, proposition: ColumnElement[Any]) -> Any:
    table = child(field)
    return select(func.count()).where(table.c.proposition == proposition).scalar_subquery()


def count_propositions(connection: Connection) -> int:
    """How many propositions there are."""
    return int(connection.execute(select(func.count()).select_from(tables.proposition)).scalar_one())


def proposition(connection: Connection, key: str) -> Proposition | None:
    """The proposition with this id."""
    found = load.whole(connection, tables.proposition, Proposition, (key,))
    return found[0] if found else None


def propositions_of(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    """Claim id -> id of the proposition it belongs to."""
    table = child("claims")
    asked = select(table.c.value, table.c.proposition).where(table.c.value.in_(tuple(claims)))
    return {row["value"]: row["proposition"] for row in load.rows(connection, asked)}


def disagreements(connection: Connection, *, limit: int = 20, offset: int = 0) -> tuple[Disagreement, ...]:
    """Contradictions, those of fact first."""
    table, held = child("contradictions"), tables.proposition.c
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
