"""Full disks, pipes and empty folders: what is said, what is left, and how the command ends."""

import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from factory import RECRUITERS

Sayso = Callable[..., Any]


@pytest.mark.parametrize("piped", [True, False])
def test_relate_json_lines_takes_a_file_or_pipe_on_standard_input(
    piped: bool, sayso: Sayso, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = json.dumps({"id": "one", "text": RECRUITERS}).encode() + b"\n"
    sayso("ingest", str(articles))
    with given_on_standard_input(line, tmp_path, piped=piped) as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        rows = [json.loads(row) for row in sayso("relate", "--jsonl").out.splitlines()]
    assert [row.get("given_id") for row in rows if row["kind"] == "document"] == ["one"]
    with given_on_standard_input(b"", tmp_path, piped=piped) as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        rows = [json.loads(row) for row in sayso("relate", "--jsonl").out.splitlines()]
    assert sum(row["kind"] == "document" for row in rows) == 3


@contextmanager
def given_on_standard_input(data: bytes, folder: Path, *, piped: bool) -> Iterator[Any]:
    """What stands in for standard input with a file, or with a pipe whose writer has ended."""
    if piped:
        end, into = os.pipe()
        os.write(into, data)
        os.close(into)
    else:
        (folder / "in.jsonl").write_bytes(data)
        end = os.open(folder / "in.jsonl", os.O_RDONLY)
    with os.fdopen(end, encoding="utf-8") as file:
        yield file


def test_a_briefing_that_cannot_be_written_whole_leaves_the_earlier_one(
    sayso: Sayso, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sayso("ingest", str(articles))
    assert sayso("brief", "--out", "brief.md").code == 0
    before = (tmp_path / "brief.md").read_text(encoding="utf-8")

    def full(self: Path, text: str, **how: Any) -> int:
        with self.open("w", encoding="utf-8") as file:
            file.write(text[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    ended = sayso("brief", "--out", "brief.md", "--title", "Another")
    assert ended.code == 1
    assert "Make room on the disk" in ended.err
    assert (tmp_path / "brief.md").read_text(encoding="utf-8") == before
    assert not list(tmp_path.glob(".brief*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_to_a_full_disk_is_said_in_words(sayso: Sayso, articles: Path) -> None:
    sayso("ingest", str(articles))
    with open("/dev/full", "w", encoding="utf-8") as out:
        ended = subprocess.run(
            [sys.executable, "-m", "sayso", "claims", "--csv"],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert "[output.disk_full]" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_empty_folder_is_told_what_is_read(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    ended = sayso("ingest", "nothing")
    assert ended.code == 1
    assert "[retrieve.empty]" in ended.err
    assert "DOCX" in ended.err
    assert not list(tmp_path.rglob("sayso.db*"))


def test_an_empty_folder_beside_a_ledger_is_a_warning(sayso: Sayso, articles: Path, tmp_path: Path) -> None:
    sayso("ingest", str(articles))
    (tmp_path / "nothing").mkdir()
    ended = sayso("ingest", "nothing")
    assert ended.code == 0
    assert "[retrieve.empty]" in ended.err
    assert ended.out.startswith("0 new documents, 0 held already, 0 read, 0 lost.")


def test_a_folder_that_begins_with_a_broken_link_is_read(sayso: Sayso, articles: Path) -> None:
    (articles / "0-broken.txt").symlink_to(articles / "gone.txt")
    ended = sayso("ingest", str(articles))
    assert "[retrieve.link]" in ended.err
    assert "3 new documents" in ended.out


def test_an_ingest_of_nothing_points_to_no_briefing(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "Next:" not in sayso("ingest", "empty.txt").out


def test_the_next_step_names_the_command_as_it_was_called(
    sayso: Sayso, articles: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "my venv" / "bin" / "sayso"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setattr("sys.argv", ["my venv/bin/sayso", "ingest"])
    monkeypatch.setenv("PATH", "/nowhere")
    assert "Next: `'my venv/bin/sayso' brief" in sayso("ingest", str(articles)).out
    monkeypatch.setenv("PATH", str(program.parent))
    assert "Next: `sayso brief" in sayso("ingest", str(articles)).out


def test_a_file_whose_name_is_no_utf_8_is_read_and_its_name_shown(sayso: Sayso, articles: Path) -> None:
    made = os.fsencode(articles) + b"/caf\xe9\x1b[31m\n.txt"
    with open(made, "w", encoding="utf-8") as file:
        file.write(f"{RECRUITERS}\nAnother.\n")
    with open(os.fsencode(articles) + b"/\xff.pdf", "wb") as damaged:
        damaged.write(b"%PDF-1.7 x")
    ended = sayso("ingest", str(articles))
    assert ended.code == 1
    assert "4 new documents, 0 held already, 4 read, 1 lost" in ended.out
    assert "\\xff.pdf" in ended.err
    names = {row["evidence"]["name"] for row in map(json.loads, held_documents(sayso))}
    assert "caf\\xe9\\x1b[31m\\x0a.txt" in names
    assert "The ledger is whole" in sayso("verify").out


def held_documents(sayso: Sayso) -> list[str]:
    from sayso.model.wire import plain
    from sayso.store import Ledger

    with Ledger.open("sayso.db") as ledger:
        return [json.dumps(plain(document)) for document in ledger.documents()]


def test_an_empty_name_is_not_the_working_folder(sayso: Sayso, articles: Path, tmp_path: Path) -> None:
    ended = sayso("ingest", "")
    assert ended.code == 1
    assert "the name is empty" in ended.err
    assert not list(tmp_path.rglob("sayso.db*"))


def test_nothing_on_standard_input_is_said(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"\n"), isatty=lambda: False))
    for command in (("ingest", "-"), ("read", "-")):
        ended = sayso(*command)
        assert ended.code == 1
        assert "standard input: nothing is in it" in ended.err


def test_of_many_problems_of_one_kind_the_first_are_printed(sayso: Sayso, articles: Path) -> None:
    for number in range(30):
        (articles / f"empty-{number}.txt").write_bytes(b"")
    ended = sayso("ingest", str(articles))
    assert ended.err.count("the file is empty") == 20
    assert "10 more [ingest.empty]: see `sayso problems`." in ended.err
    kept = json.loads(sayso("problems", "--json").out)["problems"]
    assert sum(problem["code"] == "ingest.empty" for problem in kept) == 30


def test_a_ledger_that_may_only_be_read_is_read(sayso: Sayso, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sayso("ingest", str(articles))
    printed = sayso("claims").out
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))
    assert sayso("claims").out == printed
    ended = sayso("verify")
    assert (ended.code, "The ledger is whole" in ended.out) == (0, True)
    assert "[verify.unchecked]" in ended.err
    (articles / "d.txt").write_text(f"{RECRUITERS}\nYet another.\n")
    ended = sayso("ingest", str(articles))
    assert ended.code == 3
    assert "[ledger.read_only]" in ended.err


def test_a_ledger_that_may_only_be_read_with_changes_beside_it_is_not_read(
    sayso: Sayso, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sayso("ingest", str(articles))
    (tmp_path / "sayso.db-wal").write_bytes(b"changes")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    ended = sayso("claims")
    assert ended.code == 3
    assert "sayso.db-wal" in ended.err
    assert "Copy the ledger" in ended.err


def test_a_ledger_in_the_folder_of_its_articles_is_none_of_them(
    sayso: Sayso, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(articles)
    first = sayso("ingest", ".")
    assert first.code == 0
    assert "3 new documents, 0 held already, 3 read, 0 lost" in first.out
    again = sayso("ingest", str(articles))
    assert again.code == 0
    assert "0 new documents, 3 held already, 0 read, 0 lost" in again.out
    assert sayso("ingest", "sayso.db").code == 1
