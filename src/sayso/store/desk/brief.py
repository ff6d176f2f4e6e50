"""What a briefing of a large ledger picks: the first of each list by rank, and how many there are."""

import json
from collections.abc import Collection, Iterable
from typing import Literal

from sqlalchemy import Connection, select

from sayso.model import Change, Grade
from sayso.model._record import record
from sayso.store import load, shape, tables
from sayso.store.load import plain

Sort = Literal["all", "figures", "disputed", "dated"]
"""Which propositions: all, those with several figures of one thing, those with contradictions, those with a day."""
OF: dict[Sort, str] = {
    "all": "1",
    "figures": """id IN (SELECT proposition FROM proposition_figures
        WHERE unit IS NULL OR unit NOT IN (SELECT value FROM json_each(:durations))
        GROUP BY proposition, unit HAVING count(*) > 1)""",
    "disputed": "id IN (SELECT proposition FROM proposition_contradictions)",
    "dated": "period_precision IS NOT NULL AND (period_start IS NOT NULL OR period_end IS NOT NULL)",
}


def first_propositions(
    connection: Connection, sort: Sort, *, field: Collection[str], durations: Collection[str], most: int
) -> tuple[list[str], int]:
    """Ids of the first propositions of a sort, in the order of `sayso.views.briefing.ranked`, and how many there are.
    `field` are event types that come before others, `durations` units that no figures are compared by."""
    given = {"field": json.dumps(sorted(field)), "durations": json.dumps(sorted(durations)), "most": most}
    ids = [id_ for (id_,) in plain(connection, f"SELECT id FROM proposition WHERE {OF[sort]} {RANKED}", given)]
    ((count,),) = plain(connection, f"SELECT count(*) FROM proposition WHERE {OF[sort]}", given)
    return ids, count


RANKED = """
ORDER BY origins_at_least DESC, origins_at_most DESC, reports < 2,
event_type NOT IN (SELECT value FROM json_each(:field)), reports DESC, title, id LIMIT :most
"""


@record
class NotHeld:
    """An outlet or document that others cite and that is not held."""

    origin: str
    name: str


def not_held(connection: Connection, *, most: int) -> tuple[list[NotHeld], int]:
    """Those that most claims go back to, and how many there are."""
    found = plain(
        connection, f"SELECT origin, name {NOT_HELD} ORDER BY claims DESC, origin LIMIT :most", {"most": most}
    )
    ((count,),) = plain(connection, f"SELECT count(*) {NOT_HELD}")
    return [NotHeld(origin=origin, name=name) for origin, name in found], count


NOT_HELD = "FROM origin_total WHERE NOT held AND kind IN ('outlet', 'document') AND name IS NOT NULL"


@record
class Totals:
    """What a briefing counts of the whole ledger."""

    documents: int
    claims: int
    without_outlet: int
    without_day: int
    unread: int
    """Documents of whose reading a problem is noted."""
    changes: int
    """Changes other than rewording."""
    contradictions: int
    sources: int
    untraced: int
    """Claims that cannot be traced to any voice."""
    read_by: tuple[str, ...]
    """Versions that the readings were made with."""


def totals(connection: Connection) -> Totals:
    """Counts over the whole ledger."""
    counts = [plain(connection, question)[0][0] for question in COUNTED]
    read_by = tuple(name for (name,) in plain(connection, "SELECT DISTINCT read_by FROM reading ORDER BY 1"))
    documents, claims, outlet, day, unread, changes, contradictions, sources, untraced = counts
    return Totals(
        documents=documents, claims=claims, without_outlet=outlet, without_day=day, unread=unread, changes=changes,
        contradictions=contradictions, sources=sources, untraced=untraced, read_by=read_by,
    )  # fmt: skip


UNREAD = "FROM problem WHERE run IS NULL AND document IS NOT NULL"
COUNTED = (
    "SELECT count(*) FROM reading",
    "SELECT count(*) FROM claim",
    "SELECT count(*) FROM document WHERE outlet IS NULL",
    "SELECT count(*) FROM document WHERE published_start IS NULL",
    f"SELECT count(DISTINCT document) {UNREAD}",
    "SELECT count(*) FROM change WHERE what != 'wording'",
    "SELECT count(*) FROM proposition_contradictions",
    "SELECT count(*) FROM origin_total WHERE claims > 0",
    "SELECT coalesce(sum(claims), 0) FROM origin_total WHERE kind = 'unknown'",
)


def untraced_claims(connection: Connection, *, most: int) -> list[str]:
    """Some claims that cannot be traced to any voice."""
    asked = """SELECT of.value FROM origin_claims AS of JOIN origin_total AS t ON t.origin = of.origin
        WHERE t.kind = 'unknown' ORDER BY t.claims DESC, t.origin, of.n LIMIT :most"""
    return [claim for (claim,) in plain(connection, asked, {"most": most})]


def first_claims(connection: Connection, origin: str, *, most: int) -> list[str]:
    """The first claims that go back to an origin."""
    asked = "SELECT value FROM origin_claims WHERE origin = :origin ORDER BY n LIMIT :most"
    return [claim for (claim,) in plain(connection, asked, {"origin": origin, "most": most})]


def noted(connection: Connection, *, most: int) -> list[str]:
    """The first documents of whose reading a problem is noted."""
    asked = f"SELECT document {UNREAD} GROUP BY document ORDER BY min(number) LIMIT :most"
    return [id_ for (id_,) in plain(connection, asked, {"most": most})]


def changes_in(connection: Connection, documents: Iterable[str]) -> tuple[Change, ...]:
    """What some documents changed of those that they follow."""
    held = tables.change
    asked = select(held).where(held.c.child.in_(tuple(documents))).order_by(held.c.n)
    return tuple(shape.rebuild(Change, row) for row in load.rows(connection, asked))


def grades_among(connection: Connection, subjects: Iterable[str]) -> tuple[Grade, ...]:
    """The grades of some origins and propositions."""
    held = tables.grade
    asked = select(held).where(held.c.subject.in_(tuple(subjects))).order_by(held.c.n)
    return tuple(shape.rebuild(Grade, row) for row in load.rows(connection, asked))
