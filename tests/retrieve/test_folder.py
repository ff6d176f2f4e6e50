"""Walking files and folders."""

import os
from pathlib import Path

import pytest

from sayso.errors import IngestError
from sayso.retrieve import load, walk


def names(folder: Path) -> list[str]:
    return [item.name for item in walk([folder]) if item.problem is None]


def test_files_come_sorted_and_hidden_ones_do_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden", ".git/x", "a/b/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["a/b/c.txt", "a/z.txt", "b.txt"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("x")
    (inside / "real.txt").write_text("x")
    (inside / "out.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "same.txt").symlink_to(inside / "real.txt")
    (inside / "broken").symlink_to(inside / "gone")
    assert names(inside) == ["real.txt", "same.txt"]
    problems = {i.name: i.problem.severity for i in walk([inside]) if i.problem}
    assert problems == {"broken": "error", "folder": "note", "out.txt": "note"}


def test_a_missing_path_is_a_problem(tmp_path: Path) -> None:
    (item,) = walk([tmp_path / "gone.txt"])
    assert item.problem is not None
    assert (item.problem.code, item.problem.severity) == ("retrieve.missing", "error")


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (item,) = walk([tmp_path])
    assert item.problem is not None
    assert item.problem.code == "retrieve.special"


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (item,) = walk([tmp_path / "big.txt"])
    with pytest.raises(IngestError, match="at most 1,000"):
        load(item, max_bytes=1000)


def test_walking_streams(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    walking = walk([tmp_path, tmp_path / "gone"])
    assert next(walking).name == "a.txt"
