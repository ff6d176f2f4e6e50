"""The ledger's versions: the newest is what the records declare, and each comes after the one before."""

import re
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from sayso.store import Ledger, guards, migrate, summaries
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


@pytest.mark.parametrize("version", VERSIONS)
def test_summaries_are_worked_out_anew_only_where_a_version_changed_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    engine, noted = connect(tmp_path / "old.db"), []
    with engine.connect() as connection:
        command.upgrade(migrate.config(connection), version)
    monkeypatch.setattr(summaries, "note_all", lambda connection: noted.append(version))
    migrate.upgrade(engine, "old ledger")
    engine.dispose()
    assert noted == ([version] if version < LAST_COUNTED_ANEW else [])


LAST_COUNTED_ANEW = "0010"
"""The newest version that changed what is counted: raise it with the next one."""
SUMMARIES = (
    "document_cells", "document_links", "entity_document", "entity_total", "voice_document", "voice_total",
    "origin_part", "origin_total", "term",
)  # fmt: skip


@pytest.mark.parametrize("version", [version for version in VERSIONS if version > LAST_COUNTED_ANEW])
def test_a_version_that_leaves_summaries_as_they_are_touches_none(version: str) -> None:
    script = ScriptDirectory.from_config(migrate.config()).get_revision(version)
    lines = Path(script.module.__file__ or "").read_text("utf-8").splitlines()
    changing = [line for line in lines if "op." in line and "create_index" not in line]
    named = [line for line in changing for table in SUMMARIES if re.search(rf"\b{table}\b", line)]
    assert script.module.counts_anew is False
    assert named == []


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
