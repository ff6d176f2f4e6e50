"""One SQLite file, opened so that it survives being killed, shared by processes, and complains in words."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from sayso.errors import LedgerError

WAIT_SECONDS = 30
"""How long a process waits for another one's write before it gives up."""

CACHE_KIBIBYTES = 65_536
"""Pages that a connection keeps at most, once it has read them: with SQLite's 2 MB, adding up what rests on an origin
in a ledger of 30,000 documents takes a third longer."""


def connect(path: Path) -> Engine:
    """An engine on the file, made when missing. Transactions are begun by `reading` and `writing` only.

    A file that may not be written, as on a disk that is mounted to be read only, can be read all the same. Raises
    LedgerError where its latest changes stand in a log beside it that cannot be joined with it.
    """
    fixed = path.is_file() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    if fixed:
        _refuse_log(path)
    place = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1&uri=true" if fixed else path
    engine = create_engine(
        f"sqlite:///{place}", isolation_level="AUTOCOMMIT", connect_args={"timeout": WAIT_SECONDS}, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare_fixed if fixed else _prepare)
    return engine


def _refuse_log(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    if log.is_file() and log.stat().st_size:
        raise LedgerError(
            f"it may only be read here, and its latest changes stand beside it in {log.name}.",
            where=str(path),
            advice="Copy the ledger, and the files and the folder named after it, to where you may write; open that.",
            code="ledger.read_only",
        )


def _prepare_fixed(connection: Any, _: Any) -> None:
    """As `_prepare`, for a file that nobody changes while it is read."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA cache_size=-{CACHE_KIBIBYTES}")
    cursor.close()


def _prepare(connection: Any, _: Any) -> None:
    """What SQLite forgets with each connection."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}")
    _write_ahead(cursor)
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON", f"cache_size=-{CACHE_KIBIBYTES}"):
        cursor.execute("PRAGMA " + pragma)
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Set the journal's mode. SQLite does not wait for another process that sets it on a new file just then."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


@contextmanager
def reading(engine: Engine, where: str) -> Iterator[Connection]:
    """A connection that sees one state of the ledger throughout."""
    with _transaction(engine, where, "BEGIN") as connection:
        yield connection


@contextmanager
def writing(engine: Engine, where: str) -> Iterator[Connection]:
    """A connection that takes the write lock at once: all of what is written in it stands, or nothing."""
    with _transaction(engine, where, "BEGIN IMMEDIATE") as connection:
        yield connection


def wipe(engine: Engine, where: str) -> bool:
    """Write the file anew without what was deleted from it, and empty the write-ahead log.

    False where another process is reading just now, so that the log cannot be emptied yet. Needs as much free room on
    the disk as the file is large.
    """
    with _translated(where), engine.connect() as connection:
        connection.exec_driver_sql("VACUUM")
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        return not busy


@contextmanager
def _transaction(engine: Engine, where: str, begin: str) -> Iterator[Connection]:
    with _translated(where), engine.connect() as connection:
        connection.exec_driver_sql(begin)
        try:
            yield connection
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            # A full disk has rolled it back already.
            if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                connection.exec_driver_sql("ROLLBACK")
            raise


@contextmanager
def _translated(where: str) -> Iterator[None]:
    """SQLite's complaints as ours."""
    try:
        yield
    except DatabaseError as error:
        raise refused(error.orig or error, where) from error
    except sqlite3.DatabaseError as error:
        raise refused(error, where) from error
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"a text holds half of a character: {error.object[error.start : error.end]!r}.",
            where=where,
            advice="Write the file anew as UTF-8, without lone surrogates, and ingest that.",
            code="ledger.bad_text",
        ) from error


SIGNS = (
    (("full", "disk i/o"), "ledger.disk_full", "Make room on the disk, then run the same command again: it goes on."),
    (("locked", "busy"), "ledger.locked", "Another program is writing. Wait until it has ended, then try again."),
    (("readonly",), "ledger.read_only", "Give yourself write permission for the file and its folder."),
    (("unable to open",), "ledger.no_file", "Check that the folder exists and that you may write there."),
    (
        ("not a database", "malformed"),
        "ledger.damaged",
        "Name another file with --ledger, or restore this one from a copy; the evidence beside it is not touched.",
    ),
    (("unique constraint",), "ledger.duplicate_id", "Please report this: two rows of one document have the same id."),
    (("append-only", "immutable"), "ledger.immutable", "Append a new judgement or add a new document instead."),
)
"""Words of SQLite's message, our code, and what a person can do."""


def refused(error: BaseException, where: str) -> LedgerError:
    """SQLite's complaint as one that says what to do."""
    words = str(error)
    for signs, code, advice in SIGNS:
        if any(sign in words.lower() for sign in signs):
            return LedgerError(f"{words}.", where=where, advice=advice, code=code)
    advice = "Run `sayso verify`, and report this with its output."
    return LedgerError(f"{words}.", where=where, advice=advice, code="ledger.refused")
