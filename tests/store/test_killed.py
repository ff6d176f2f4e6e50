"""Killed at any moment, the ledger is whole and the next run goes on."""

import os
import signal
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import quick
from factory import RECRUITERS
from sayso.retrieve import walk
from sayso.run.intake import take_in
from sayso.run.relating import relate_all
from sayso.settings import Settings
from sayso.store import Ledger, write

PLACES = {"write": write, "evidence": os, "ledger": Ledger}


def ingest_and_die(folder: Path, path: Path, moment: str) -> None:
    """Ingest, and be killed at the nth call of a function."""
    place, name, count = moment.split(":")
    real, left = getattr(PLACES[place], name), [int(count)]

    def killed(*args: Any, **kwargs: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)

    setattr(PLACES[place], name, killed)
    ingest(folder, path)


def ingest(folder: Path, path: Path) -> None:
    """What `sayso ingest` does."""
    with Ledger.open(path) as ledger:
        take_in(ledger, list(walk([folder])), Settings())
        relate_all(ledger, Settings())


def in_a_child(work: Callable[[], None]) -> int:
    """The signal that ended a process that does the work; 0 when it lived."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking is quick, and the child touches no thread
        child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


MOMENTS = {
    "before any row": "write:many:1",
    "before the evidence is flushed": "evidence:fsync:2",
    "before the evidence has its name": "evidence:replace:3",
    "between a document and its reading": "ledger:put_reading:2",
    "between the rows of a reading": "write:many:9",
    "between the claims and their arguments": "write:put_nested:2",
    "before the end of the run": "ledger:end_run:1",
    "between the relations": "write:put_nested:4",
    "between the relations and their events": "ledger:put_happenings:1",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(f"{RECRUITERS}\nThis is the article that has the number {n}.\n")
    return folder


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_next_run_goes_on(moment: str, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "test.db"
    quick.install(monkeypatch)
    assert in_a_child(lambda: ingest_and_die(articles, path, MOMENTS[moment])) == -signal.SIGKILL
    with Ledger.open(path) as ledger:
        assert not ledger.verify().problems
    ingest(articles, path)
    with Ledger.open(path) as ledger:
        held = ledger.counts()
        assert held["document"] == held["reading"] == held["claim"] == 3
        assert held["proposition"] == 1
        assert ledger.eventless() == 0
        assert all(ledger.bytes_of(document) for document in ledger.documents())
        assert not ledger.verify().problems
        assert ledger.runs()[-1].ended is not None
