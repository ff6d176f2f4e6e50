"""A ledger of the sample articles, a client, and a real browser on a real server."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sayso.retrieve import walk
from sayso.run.intake import take_in
from sayso.run.relating import relate_all
from sayso.settings import Settings
from sayso.store import Ledger
from sayso.web.app import make_app

TOKEN = "a-token-for-tests"
CHROMIUM = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(p).exists()), None)
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-component-update", "--disable-background-networking",
]  # fmt: skip


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample articles; copied for each test that writes."""
    if made := os.environ.get("SAYSO_SAMPLE_LEDGER"):  # one made by `sayso demo`, for quick work on pages
        return Path(made)
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    settings = Settings()
    articles = Path(str(resources.files("sayso") / "data/sample/articles"))
    with Ledger.open(path) as ledger:
        take_in(ledger, list(walk([articles])), settings)
        relate_all(ledger, settings)
    return path


@pytest.fixture
def ledger(sample: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of it."""
    for ending in ("", "-wal", "-shm"):
        if (part := sample.with_name(sample.name + ending)).exists():
            shutil.copy(part, tmp_path / part.name)
    shutil.copytree(sample.with_name(sample.name + ".evidence"), tmp_path / (sample.name + ".evidence"))
    with Ledger.open(tmp_path / sample.name) as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> Iterator[TestClient]:
    """A client that has come in by the start link."""
    app = make_app(ledger, token=TOKEN, settings=Settings())
    with TestClient(app, base_url="http://127.0.0.1:8017", cookies={"sayso": TOKEN}) as made:
        yield made


@pytest.fixture
def address(ledger: Ledger) -> Iterator[str]:
    """The address of a real server on a free port."""
    import uvicorn

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    app = make_app(ledger, token=TOKEN, settings=Settings())
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    listener.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A real browser; skips, saying what to install, where there is none."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: on Debian, apt install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, address: str) -> Iterator[Any]:
    """A page that has come in by the start link; the test fails on a console error or an outside request."""
    context = chromium.new_context(viewport={"width": 1300, "height": 900}, base_url=address)
    made = context.new_page()
    made.set_default_timeout(30_000)
    troubles: list[str] = []
    made.on("console", lambda m: troubles.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
    made.on("pageerror", lambda e: troubles.append(f"error: {e}"))
    made.on("request", lambda r: None if r.url.startswith((address, "data:")) else troubles.append(f"request: {r.url}"))
    made.goto(f"/?token={TOKEN}")
    yield made
    context.close()
    assert troubles == []
