"""Full disks, pipes and empty folders: what is said, what is left, and how the command ends."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
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
