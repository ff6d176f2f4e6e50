"""Screenshots of every page of the desk and of the briefing on the sample corpus:
`python tests/web/screenshots.py LEDGER [FOLDER]`.

Writes docs/images/desk-*.png and briefing.png unless told otherwise; the ledger is that of `sayso demo`, and is copied
first; the briefing is the one that lies beside it.
"""

import shutil
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

TOKEN = "a-token-for-pictures"
BRIEFING: Any = {"width": 1060, "height": 1250}


def serve(ledger: Any) -> tuple[Any, str]:
    """A running desk and its address."""
    import uvicorn

    from sayso.settings import Settings
    from sayso.web.app import make_app

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    app = make_app(ledger, token=TOKEN, settings=Settings())
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return server, f"http://127.0.0.1:{listener.getsockname()[1]}"


def pages(ledger: Any) -> dict[str, str]:
    """Name of the picture -> address: the richest row of each kind."""
    from sayso.store import desk, driven, happened

    relations = ledger.relations()
    most = max(relations.propositions, key=lambda p: (len(p.contradictions), len(p.figures), p.reports))
    counted: dict[str, int] = {}
    for row in ledger.claims():
        counted[row.document] = counted.get(row.document, 0) + 1
    origin = ledger.ask(desk.origin_rows, limit=1)[0].id
    entity = ledger.ask(desk.entities, limit=1).rows[0].entity
    event = ledger.ask(happened.events, limit=1)[0]
    drive = ledger.ask(driven.ordered)[0]
    return {
        "overview": "/", "documents": "/documents", "reader": f"/documents/{max(counted, key=lambda k: counted[k])}",
        "claims": "/claims?text=commandos", "propositions": "/propositions", "proposition": f"/propositions/{most.id}",
        "events": "/events", "event": f"/events/{event.id}",
        "drive": f"/drives/{drive}", "picture": "/picture", "map": "/map",
        "sources": "/sources", "source": f"/sources/{origin}",
        "entities": "/entities", "entity": f"/entities/{entity}", "add": "/add",
    }  # fmt: skip


def main(ledger_path: Path, folder: Path) -> None:
    """Write the pictures."""
    from playwright.sync_api import sync_playwright

    from sayso.store import Ledger

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as copied:
        place = Path(copied) / "sample.db"
        shutil.copy(ledger_path, place)
        with Ledger.open(place) as ledger, sync_playwright() as playwright:
            server, address = serve(ledger)
            browser = playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
            )
            shots = {"": {"width": 1080, "height": 700}, "-phone": {"width": 360, "height": 740}}
            for ending, size in shots.items():
                for scheme in ("light", "dark"):
                    page = browser.new_context(viewport=size, color_scheme=scheme, base_url=address).new_page()
                    page.goto(f"/?token={TOKEN}")
                    chosen = pages(ledger)
                    if scheme == "dark" or ending:
                        chosen = {name: chosen[name] for name in ("reader", "proposition")}
                    for name, path in chosen.items():
                        page.goto(path)
                        if name == "reader":
                            page.keyboard.press("j")
                        mark = "-dark" if scheme == "dark" else ""
                        page.screenshot(path=str(folder / f"desk-{name}{ending}{mark}.png"))
            page = browser.new_context(viewport=BRIEFING, color_scheme="light").new_page()
            page.goto((ledger_path.parent / "briefing.html").resolve().as_uri())
            page.screenshot(path=str(folder / "briefing.png"))
            browser.close()
            server.should_exit = True


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "docs/images"))
