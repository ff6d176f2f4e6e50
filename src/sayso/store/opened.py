"""A ledger's file: made or opened, brought to the newest version, read from and written to in transactions."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, insert, select

import sayso
from sayso.errors import LedgerError
from sayso.store import (
    connect,
    evidence,
    migrate,
    shape,
    summaries,
    tables,
)
from sayso.store.journal import Custody

TOOL = f"sayso {sayso.__version__}"


def now() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


def not_a_file(folder: Path) -> LedgerError:
    """The complaint about a folder that is given as a ledger, with the ledgers that lie in it."""
    inside = sorted(str(path) for path in folder.glob("*.db"))[:5]
    advice = f"Name a file in it: {', '.join(inside)}." if inside else "There is no ledger in it: name the file, or"
    return LedgerError(
        "this is a folder; a ledger is a file.",
        where=str(folder),
        advice=advice if inside else f"{advice} make one with `sayso ingest FILES --ledger {folder / 'sayso.db'}`.",
        code="ledger.folder",
    )


class Opened:
    """A ledger's file, opened: transactions, and the journal of who did what."""

    def __init__(self, path: Path, engine: Engine, clock: Callable[[], datetime]) -> None:
        self.path, self.evidence, self._engine, self._clock = path, evidence.folder_of(path), engine, clock

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = True,
        clock: Callable[[], datetime] = now,
        progress: summaries.Progress | None = None,
    ) -> Self:
        """Open a ledger, made when missing unless `create` is False; an older version is brought to the newest.

        That can take a minute on a large ledger: `progress` is told how many documents are done, and of how many.
        Raises LedgerError where there is none and none is to be made, or where the path is a folder.
        """
        place = Path(path)
        # an empty file would be taken for a ledger that holds nothing, and written to by a command that only reads
        if not create and (not place.exists() or (place.is_file() and not place.stat().st_size)):
            raise LedgerError(
                "there is no ledger here.",
                where=str(place),
                advice="Make one with `sayso ingest FILES`, or name yours with --ledger.",
                code="ledger.missing",
            )
        if place.is_dir():
            raise not_a_file(place)
        engine = connect.connect(place)
        try:
            migrate.upgrade(engine, str(place), progress)
        except BaseException:
            engine.dispose()
            raise
        return cls(place, engine, clock)

    @staticmethod
    def is_older(path: str | Path) -> bool:
        """Whether there is a ledger here that opening must bring to this version first."""
        place = Path(path)
        if not place.is_file():
            return False
        engine = connect.connect(place)
        try:
            return migrate.is_older(engine, str(place))
        finally:
            engine.dispose()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _read(self) -> AbstractContextManager[Connection]:
        return connect.reading(self._engine, str(self.path))

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """A transaction that writes; what pages are answered from is brought up to it before it ends."""
        with connect.writing(self._engine, str(self.path)) as connection:
            yield connection
            summaries.refresh(connection)

    def _note(
        self,
        connection: Connection,
        action: str,
        subject: str,
        *,
        before: str | None = None,
        after: str | None = None,
        actor: str = "sayso",
    ) -> None:
        entry = Custody(
            at=self._clock(), actor=actor, action=action, subject=subject, tool=TOOL, before=before, after=after
        )
        connection.execute(insert(tables.custody), [shape.flatten(entry, Custody)])

    def _last(self, connection: Connection, action: str) -> str | None:
        held = tables.custody.c
        query = select(held.after).where(held.action == action).order_by(held.number.desc()).limit(1)
        return connection.execute(query).scalar()
