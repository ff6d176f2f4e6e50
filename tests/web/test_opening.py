"""A ledger of an older version is brought to this one while the desk answers and says how far it is."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from alembic import command
from fastapi import FastAPI
from fastapi.testclient import TestClient

from factory import RECRUITERS, make_reading
from sayso.errors import LedgerError
from sayso.settings import Settings
from sayso.store import Ledger, migrate
from sayso.store.connect import connect
from sayso.web.app import make_app
from sayso.web.opening import Opening, Progress

TOKEN = "a-token"
SECONDS = 30


def client(opening: Opening, token: str = TOKEN) -> TestClient:
    return TestClient(opening, base_url="http://127.0.0.1:8017", cookies={"sayso": token})


def until(said: Callable[[], bool]) -> None:
    ends = time.monotonic() + SECONDS
    while not said():
        assert time.monotonic() < ends, "it did not come about"
        time.sleep(0.01)


def test_every_page_says_how_far_it_is_and_becomes_the_desk(ledger: Ledger) -> None:
    told, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> FastAPI:
        progress(1200, 3400)
        told.set()
        assert go_on.wait(SECONDS)
        return make_app(ledger, token=TOKEN, settings=Settings())

    opening = Opening(work, token=TOKEN)
    with client(opening) as desk:
        assert told.wait(SECONDS)
        for path in ("/", "/claims?text=a", "/documents/doc-1"):
            page = desk.get(path)
            assert page.status_code == 503
            assert "1,200 of 3,400 documents are done" in page.text
            assert 'value="1200" max="3400"' in page.text
        twin = desk.get("/index.json")
        assert (twin.status_code, twin.headers["retry-after"]) == (503, "2")
        assert "older version" in twin.text
        assert desk.post("/judgements", data={"action": "accept"}).status_code == 503
        assert desk.get("/static/desk.css").status_code == 200
        assert client(opening, "wrong").get("/").status_code == 401
        go_on.set()
        until(lambda: desk.get("/index.json").status_code == 200)
        assert "<h1>Overview</h1>" in desk.get("/").text


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    def work(progress: Progress) -> FastAPI:
        raise LedgerError("the disk is full.", where="x.db", advice="Make room.", code="ledger.disk_full")

    opening = Opening(work, token=TOKEN)
    with client(opening) as desk:
        until(lambda: opening.failed is not None)
        page = desk.get("/").text
        assert "The ledger cannot be opened" in page
        assert "the disk is full. Make room." in page
        assert "http-equiv" not in page


def older(path: Path, version: str, newer: Path) -> None:
    """A ledger of an older version with the documents, attributions and claims of a newer one."""
    engine = connect(path)
    with engine.connect() as connection:
        command.upgrade(migrate.config(connection), version)
        connection.exec_driver_sql("ATTACH DATABASE ? AS newer", (str(newer),))
        for table in ("document", "attribution", "claim"):
            names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA main.table_info({table})")]
            listed = ", ".join(f'"{name}"' for name in names)
            connection.exec_driver_sql(f"INSERT INTO main.{table} ({listed}) SELECT {listed} FROM newer.{table}")
        connection.exec_driver_sql("DETACH DATABASE newer")
    engine.dispose()


def test_an_older_ledger_is_told_from_a_new_one_and_tells_its_progress(tmp_path: Path) -> None:
    path, newer = tmp_path / "old.db", tmp_path / "new.db"
    with Ledger.open(newer) as ledger:
        for number in range(3):
            reading = make_reading(f"{RECRUITERS} It was reported {number} times.")
            ledger.add(reading.document)
            ledger.put_reading(reading)
    assert not Ledger.is_older(path)
    older(path, "0006", newer)
    assert Ledger.is_older(path)
    assert not Ledger.is_older(newer)
    told: list[tuple[int, int]] = []
    with Ledger.open(path, progress=lambda done, total: told.append((done, total))) as ledger:
        assert told == [(0, 3), (1, 3), (2, 3)]
        assert ledger.count_claims() == 3
    assert not Ledger.is_older(path)
