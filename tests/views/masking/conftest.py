"""A ledger of made-up articles, read with everything that reading needs, and the command line on it."""

import contextlib
import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hiding import ARTICLES
from sayso.cli import main
from sayso.store import Ledger
from sayso.views.masking import Masking, asked_for, masking_of

AT = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


def run(*args: str) -> str:
    """What a command prints; it must end well."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), pytest.raises(SystemExit) as ended:
        main(list(args))
    assert not ended.value.code
    return printed.getvalue()


@pytest.fixture(scope="session")
def ledger_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the ledger is."""
    folder = tmp_path_factory.mktemp("masking")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    run("ingest", *(str(folder / name) for name in ARTICLES), "--ledger", str(folder / "case.db"))
    return folder / "case.db"


@pytest.fixture(scope="session")
def sayso(ledger_path: Path) -> Callable[..., str]:
    """Runs a command on the ledger: `sayso("claims", "--json")`."""
    return lambda *args: run(*args, "--ledger", str(ledger_path))


@pytest.fixture
def ledger(ledger_path: Path) -> Iterator[Ledger]:
    """The ledger, open."""
    with Ledger.open(ledger_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def masking(ledger_path: Path) -> Masking:
    """The masking of people and places in it."""
    with Ledger.open(ledger_path) as opened:
        return masking_of(opened, asked_for("people,places"), at=AT)
