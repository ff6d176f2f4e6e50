"""The ledger's versions: the newest is what the records declare, and each comes after the one before."""

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from sayso.store import Ledger, guards, migrate
from sayso.store.connect import connect
from sayso.store.tables import METADATA


def test_the_newest_version_is_what_the_records_declare() -> None:
    assert migrate.drift() == [], 'write a migration: python -m sayso.store.migrations "what changes"'


def test_a_field_more_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "APPEND_ONLY", (*guards.APPEND_ONLY, "claim"))
    assert len(migrate.drift()) == 2


VERSIONS = [script.revision for script in ScriptDirectory.from_config(migrate.config()).walk_revisions()]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_ledger_of_any_version_is_brought_to_the_newest(tmp_path: Path, version: str) -> None:
    engine = connect(tmp_path / "old.db")
    with engine.connect() as connection:
        command.upgrade(migrate.config(connection), version)
    engine.dispose()
    with Ledger.open(tmp_path / "old.db") as ledger:
        assert not ledger.verify().problems


def test_every_table_is_strict_and_the_file_is_marked_as_ours(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "new.db"):
        held = sqlite3.connect(tmp_path / "new.db")
        assert held.execute("PRAGMA application_id").fetchone() == (migrate.APPLICATION_ID,)
        assert held.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        strict = {row[1]: row[5] for row in held.execute("PRAGMA table_list")}
        assert all(strict[name] for name in METADATA.tables)
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER"):
            held.execute("INSERT INTO problem VALUES (1, NULL, 'r', 'note', 'c', 'w', 'f', 'a', 'one', 2, 't')")
        held.close()
