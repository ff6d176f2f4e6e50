"""Full disks, locked, damaged, strange and newer files; several processes at once."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from factory import RECRUITERS, make_reading
from sayso.errors import LedgerError
from sayso.store import Ledger, connect

FULL = """
import resource, signal, sys
sys.path[:0] = sys.argv[2:]
from factory import RECRUITERS, make_reading
from sayso.errors import LedgerError
from sayso.store import Ledger

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Ledger.open(sys.argv[1]) as ledger:
    ledger.add(make_reading().document)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    try:
        ledger.add(make_reading(RECRUITERS + "a" * 1_000_000).document)
    except LedgerError as error:
        print(error.code, error.exit_code, error.advice)
    try:
        ledger.add(make_reading(RECRUITERS + "b").document, b"b" * 1_000_000)
    except LedgerError as error:
        print(error.code, error.exit_code, error.advice)
"""


def run(script: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own that finds what this one finds."""
    return subprocess.run([sys.executable, "-c", script, *args, *sys.path], capture_output=True, text=True, timeout=60)


def test_a_full_disk_says_so_and_leaves_the_ledger_whole(tmp_path: Path) -> None:
    ended = run(FULL, str(tmp_path / "test.db"))
    assert [line.split()[:2] for line in ended.stdout.splitlines()] == [["ledger.disk_full", "3"]] * 2, ended.stderr
    assert "it goes on" in ended.stdout
    with Ledger.open(tmp_path / "test.db") as ledger:
        assert ledger.counts()["document"] == 1
        assert not ledger.verify().problems


def test_no_room_for_evidence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with Ledger.open(tmp_path / "test.db") as ledger:
        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(LedgerError) as caught:
            ledger.add(make_reading().document, b"bytes")
        assert caught.value.code == "ledger.disk_full"
        assert [path for path in ledger.evidence.rglob("*") if path.is_file()] == []


def test_a_locked_ledger_can_be_read_and_refuses_a_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "WAIT_SECONDS", 0)
    reading = make_reading()
    with Ledger.open(tmp_path / "test.db") as ledger:
        ledger.add(reading.document)
        other = sqlite3.connect(tmp_path / "test.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with Ledger.open(tmp_path / "test.db") as second:
            assert second.counts()["document"] == 1
            with pytest.raises(LedgerError) as caught:
                second.put_reading(reading)
        assert caught.value.code == "ledger.locked"
        other.close()
        assert ledger.put_reading(reading)


@pytest.mark.parametrize(
    ("content", "code"), [(b"no database at all, " * 50, "ledger.damaged"), (b"SQLite format 3\x00" + b"x" * 4096, "")]
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "test.db").write_bytes(content)
    with pytest.raises(LedgerError) as caught:
        Ledger.open(tmp_path / "test.db")
    assert caught.value.code == (code or "ledger.damaged")


def test_a_database_of_another_program_is_refused_and_unchanged(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "test.db")
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    with pytest.raises(LedgerError) as caught:
        Ledger.open(tmp_path / "test.db")
    assert caught.value.code == "ledger.not_a_ledger"
    other = sqlite3.connect(tmp_path / "test.db")
    assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]
    other.close()


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger, ledger._write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError) as caught:
        Ledger.open(tmp_path / "test.db")
    assert (caught.value.code, caught.value.exit_code) == ("ledger.newer_version", 3)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(tmp_path / "nowhere" / "test.db")
    assert caught.value.code == "ledger.no_file"
    assert "nowhere" in caught.value.where


def test_a_full_line_tells_found_where_and_advice(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"test\.db: there is no ledger here\. Make one with `sayso ingest"):
        Ledger.open(tmp_path / "test.db", create=False)


def test_an_empty_file_is_no_ledger_and_stays_empty_where_one_is_only_read(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(LedgerError, match="there is no ledger here"):
        Ledger.open(tmp_path / "notes.txt", create=False)
    assert not (tmp_path / "notes.txt").stat().st_size


WRITER = """
import sys
sys.path[:0] = sys.argv[3:]
from factory import RECRUITERS, make_reading
from sayso.store import Ledger

with Ledger.open(sys.argv[1]) as ledger:
    for n in range(20):
        for who in (sys.argv[2], "both"):
            reading = make_reading(f"{RECRUITERS}\\nArticle {n} of {who}.")
            ledger.add(reading.document, b"bytes")
            ledger.put_reading(reading)
"""


def test_two_processes_write_one_new_ledger(tmp_path: Path) -> None:
    path = str(tmp_path / "test.db")
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, who, *sys.path], stderr=subprocess.PIPE)
        for who in ("one", "two")
    ]
    for writer in writers:
        _, complaint = writer.communicate(timeout=60)
        assert writer.returncode == 0, complaint.decode()
    with Ledger.open(path) as ledger:
        assert ledger.counts()["document"] == ledger.counts()["claim"] == 60
        assert not ledger.verify().problems
        assert len(ledger.custody()) == 120


def test_a_copy_of_ledger_and_evidence_is_a_ledger(tmp_path: Path) -> None:
    reading = make_reading(RECRUITERS)
    with Ledger.open(tmp_path / "test.db") as ledger:
        ledger.add(reading.document)
        ledger.put_reading(reading)
    shutil.copy(tmp_path / "test.db", tmp_path / "copy.db")
    with Ledger.open(tmp_path / "copy.db", create=False) as ledger:
        assert ledger.reading(reading.document.id) == reading
