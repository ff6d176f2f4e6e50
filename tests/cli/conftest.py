"""The command line in this process, with hand-made readings."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import quick
from factory import RECRUITERS


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def sayso(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Ended]:
    """Runs a command in an empty folder: `sayso("claims", "--json")`."""
    from sayso.cli import main

    quick.install(monkeypatch)
    monkeypatch.chdir(tmp_path)

    def run(*args: str) -> Ended:
        with pytest.raises(SystemExit) as caught:
            main(list(args))
        held = capsys.readouterr()
        return Ended(int(caught.value.code or 0), held.out, held.err)

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of three articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"{RECRUITERS}\nThis is the article that we call {name}.\n")
    return folder
