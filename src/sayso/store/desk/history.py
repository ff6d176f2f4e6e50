"""What people judged and what runs of ingest did."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, func, or_, select

from sayso.model import Judgement, Problem
from sayso.model._record import record
from sayso.store import load, shape, tables
from sayso.store.journal import Run


def judgements_on(connection: Connection, subjects: Sequence[str]) -> tuple[Judgement, ...]:
    """Judgements on some rows, oldest first."""
    return load.get_judgements(connection, subjects)


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
