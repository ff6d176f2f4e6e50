"""Relating all of a large ledger, shared among processes."""

import os
import signal
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from sayso.lexicon.packs import load_packs
from sayso.model import Reading
from sayso.run import forked, relating
from sayso.run.forked import WorkerError, can_fork
from sayso.run.relating import relate_all, relate_anew
from sayso.settings import Settings
from sayso.stages.link.retellings import made
from sayso.store import Ledger
from shared import loaded

pytestmark = pytest.mark.skipif(not can_fork(), reason="no safe fork on this system, so that all is done in turn")

stories = loaded(Path(__file__).parents[2] / "bench/stories.py")
PACKS = load_packs(Settings().packs)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes for few documents too."""
    monkeypatch.setattr(relating, "MANY", 1)
    monkeypatch.setattr(forked, "FEW", 2)
    monkeypatch.setattr(forked, "PART", 3)


def filled(path: Path, readings: Iterable[Reading]) -> Ledger:
    ledger = Ledger.open(path)
    for reading in readings:
        ledger.add(reading.document)
        ledger.put_reading(reading)
    return ledger


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a ledger but the chain of custody, which tells the time."""
    with sqlite3.connect(path) as held:
        tables = [name for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: held.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables if name != "custody"}


def related(path: Path, readings: Sequence[Reading], jobs: int) -> dict[str, list[tuple[object, ...]]]:
    with filled(path, readings) as ledger:
        assert relate_anew(ledger, PACKS, jobs=jobs)
    return rows(path)


def test_all_rows_are_those_that_one_process_finds(tmp_path: Path) -> None:
    readings = list(stories.readings(120, seed=4))
    alone, shared = (related(tmp_path / f"{jobs}.db", readings, jobs) for jobs in (1, 3))
    assert len(alone["change"]) > 5
    assert len(alone["proposition"]) > 50
    assert {name for name in alone if alone[name] != shared[name]} == set()


def test_a_process_that_is_killed_leaves_the_ledger_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readings = list(stories.readings(60, seed=4))
    before = related(tmp_path / "ledger.db", readings, 1)
    own = os.getpid()

    def killed(*_: object) -> tuple[()]:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return ()

    monkeypatch.setattr(made, "made_of", killed)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        with pytest.raises(WorkerError, match="SIGKILL"):
            relate_all(ledger, Settings(relating_jobs=2), anew=True)
        assert rows(ledger.path) == before
    monkeypatch.undo()
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert not relate_anew(ledger, PACKS)
    assert {name for name, held in rows(tmp_path / "ledger.db").items() if held != before[name]} <= {"custody"}
