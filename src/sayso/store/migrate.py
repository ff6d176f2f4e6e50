"""Bring a ledger to the newest version, and refuse one from the future.

`python -m sayso.store.migrations "what changes"` writes a new migration from the difference between the records and the
newest one; read it before you commit it.
"""

import tempfile
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from sayso.errors import LedgerError
from sayso.store import summaries
from sayso.store.connect import connect, reading, writing
from sayso.store.guards import missing
from sayso.store.tables import METADATA

APPLICATION_ID = 0x53617973
"""Marks the file as a ledger of Sayso ("Says"), for `file` and for us."""


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings: the migrations of this package, the connection given."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    made.attributes["connection"] = connection
    return made


def newest() -> str:
    """The newest version that this program knows; raises LedgerError where the package came without migrations."""
    head = ScriptDirectory.from_config(config()).get_current_head()
    if head is None:
        raise LedgerError(
            "the package has no migrations.", where="sayso", advice="Install it anew.", code="ledger.no_migrations"
        )
    return head


def version(connection: Connection) -> str | None:
    """The version of a ledger; None for a new file."""
    return MigrationContext.configure(connection).get_current_revision()


def is_older(engine: Engine, where: str) -> bool:
    """Whether the ledger has an older version that this program knows, so that `upgrade` has work to do."""
    with reading(engine, where) as connection:
        held = version(connection)
        return held is not None and held != newest() and held in _known(connection)


def upgrade(engine: Engine, where: str, progress: summaries.Progress | None = None) -> None:
    """Bring the ledger to the newest version, in one transaction; nothing happens when it is there already.

    Where a version on the way changed what is counted, all summaries are worked out anew: a minute for each hundred
    thousand documents, and `progress` is told how far it is. Else it takes no time worth naming.

    Raises LedgerError for a file of another program, and for a ledger of a newer version.
    """
    head = newest()
    with reading(engine, where) as connection:  # opening a ledger must not wait for a write of another process
        if version(connection) == head:
            return
    with writing(engine, where) as connection:
        held = version(connection)
        if held == head:
            return
        _check_known(connection, held, where)
        command.upgrade(config(connection), "head")
        if counts_anew(held):
            summaries.note_all(connection)
        summaries.refresh(connection, progress)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def counts_anew(held: str | None) -> bool:
    """Whether a version after this one changed what summaries count, so that all are worked out anew.

    A migration does so unless it says `counts_anew = False`: who writes one that adds a table or a column that no
    summary looks at should say it, since working out those of a hundred thousand documents takes two minutes.
    """
    scripts = ScriptDirectory.from_config(config()).iterate_revisions("head", held or "base")
    return any(getattr(script.module, "counts_anew", True) for script in scripts)


def _known(connection: Connection) -> set[str]:
    """The versions that this program knows."""
    return {script.revision for script in ScriptDirectory.from_config(config(connection)).walk_revisions()}


def _check_known(connection: Connection, held: str | None, where: str) -> None:
    if held is not None and held not in _known(connection):
        raise LedgerError(
            f"the ledger has version {held}; this program knows versions up to {newest()}.",
            where=where,
            advice="Use the newer Sayso that wrote it, or name another ledger with --ledger.",
            code="ledger.newer_version",
        )
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if held is None and tables:
        raise LedgerError(
            "the file is an SQLite database of another program.",
            where=where,
            advice="Name another file with --ledger.",
            code="ledger.not_a_ledger",
        )


def drift() -> list[str]:
    """What the records declare and the newest migration has not, or the other way round; empty when they agree."""
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(Path(folder) / "new.db")
        upgrade(engine, "new ledger")
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"include_object": _ours})
            found = [str(change) for change in compare_metadata(context, METADATA)] + missing(connection)
        engine.dispose()
    return found


def _ours(held: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
    """Not the tables that the full-text index keeps for itself."""
    return not (kind == "table" and reflected and other is None)


def write_migration(message: str) -> None:
    """Write a migration for what the records have and the newest migration has not."""
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(Path(folder) / "new.db")
        with engine.connect() as connection:
            if ScriptDirectory.from_config(config()).get_current_head():
                command.upgrade(config(connection), "head")
            number = sum(1 for _ in ScriptDirectory.from_config(config()).walk_revisions()) + 1
            command.revision(config(connection), message, autogenerate=True, rev_id=f"{number:04}")
        engine.dispose()
