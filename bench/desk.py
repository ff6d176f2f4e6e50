"""How long every page of the desk takes on a ledger of 100,000 claims.

    python bench/desk.py [--claims 100000] [--folder build] [--rounds 5] [--json FILE] [--browser]

Builds a made-up ledger once (`bench/made_up.py`; kept in the folder, 1 to 3 minutes) and asks the real application for
every page and JSON twin, without a network between. `cold`: the first request after the application has started in a
process that had opened no ledger (at its start it asks for the claims once itself); `warm`: the median of some more;
`changed`: the median of requests that each come just after a person judged a claim and a document was read anew, so
that nothing that was kept can answer.

Prints a Markdown table of milliseconds by the clock, with processor time in brackets. `times` is cold processor time
as a multiple of a bare baseline from the same run, one `SELECT event_type, count(*) FROM claim GROUP BY 1` through
Python's sqlite3, so that runs on slow or busy machines can be compared. The page of static CSS is in the table to show
what the application takes when it does nothing. The file is in the system's cache throughout; relating in the
background, which a judgement asks for in real use, is not running. All is measured on a copy that is thrown away.

Then the CSV of all claims: seconds to its first line and to its last, and how much memory the process grew.

With `--browser` a real server answers a real Chromium (Debian's, through Playwright), and each page's seconds until it
is usable are printed: from asking to the end of the `load` event and an idle moment of the main thread after it, with
an empty browser cache. Browser and server share the machine.
"""

import argparse
import gc
import json
import multiprocessing
import os
import re
import resource
import shutil
import socket
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import made_up
import uvicorn
from fastapi.testclient import TestClient

from sayso.lexicon.packs import load_packs
from sayso.model import Judgement, digest
from sayso.run.drawing import redraw
from sayso.settings import Settings
from sayso.store import ClaimFilter, Ledger
from sayso.views.desk.export import claims_csv
from sayso.web.app import make_app

TOKEN = "bench"
CHROMIUM = "/usr/bin/chromium"
LIMIT_MS = 150
SINCE = "2026-01-02T00:00:00+00:00"


class Took(NamedTuple):
    """Milliseconds of one request."""

    clock: float
    processor: float
    size: int
    """Bytes of the answer."""


def built(folder: Path, claims: int) -> Path:
    """The made-up ledger, built when the folder has none of this size."""
    path = folder / f"desk-{claims}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        print(f"building {path} ...", file=sys.stderr)
        aside = path.with_suffix(".part.db")
        for part in folder.glob(aside.name + "*"):
            part.unlink()
        made_up.build(aside, claims)
        aside.rename(path)
        Path(f"{aside}.evidence").rename(f"{path}.evidence") if Path(f"{aside}.evidence").exists() else None
    return path


def pages(path: Path) -> dict[str, str]:
    """Every page by what it shows: an address with ids of busy rows in it."""
    held = sqlite3.connect(path)

    def busiest(query: str) -> str:
        return str(held.execute(query).fetchone()[0])

    document = busiest("SELECT document FROM claim GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")
    told = busiest("SELECT proposition FROM proposition_claims GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")
    origin = busiest("SELECT origin FROM origin_claims GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")
    entity = busiest(
        "SELECT entity FROM claim_arguments WHERE entity IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
    )
    name = busiest(f"SELECT value FROM claim_arguments WHERE entity = '{entity}' LIMIT 1").replace(" ", "+")
    place = busiest("SELECT name FROM claim_places GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")
    claims = int(busiest("SELECT count(*) FROM claim"))
    documents = int(busiest("SELECT count(*) FROM document"))
    held.close()
    return {
        "overview": "/",
        "documents": "/documents",
        "documents, last page": f"/documents?offset={documents - 20}",
        "documents, words": "/documents?text=winter",
        "reader, longest document": f"/documents/{document}",
        "claims": "/claims",
        "claims, last page": f"/claims?offset={claims - 20}",
        "claims, newest first": "/claims?order=newest",
        "claims, least sure first": "/claims?order=least_sure",
        "claims, by type": "/claims?order=type",
        "claims of a type": "/claims?event_type=RECRUIT",
        "claims, firmness": "/claims?factuality=planned",
        "claims, words": "/claims?text=recruited+students",
        "claims, a word of every claim": "/claims?text=in",
        "claims, actor": f"/claims?actor={name}",
        "claims, part of a name": "/claims?actor=falcon",
        "claims, place": f"/claims?place={place}",
        "claims, country": "/claims?place=IR",
        "claims, source": "/claims?source=dara",
        "claims, kind of source": "/claims?source=named_person",
        "claims, outlet": "/claims?outlet=Outlet+1",
        "claims, period": "/claims?since=2022-01-01&until=2023-01-01",
        "claims, unreviewed": "/claims?reviewed=unreviewed",
        "claims, rejected": "/claims?reviewed=rejected",
        "claims, credibility": "/claims?credibility=3",
        "claims, reliability": "/claims?reliability=F",
        "claims, seven filters": "/claims?text=recruited&actor=a&place=a&source=a&outlet=outlet&factuality=asserted"
        "&event_type=RECRUIT",
        "claims, 200 a page": "/claims?limit=200",
        "propositions": "/propositions",
        "propositions, last page": "/propositions?offset=40000",
        "propositions, words": "/propositions?text=students",
        "propositions, type": "/propositions?event_type=RECRUIT",
        "propositions, disputed": "/propositions?disputed=true",
        "proposition, most claims": f"/propositions/{told}",
        "picture": "/picture",
        "picture, two years": "/picture?since=2022-01-01&until=2024-01-01",
        "map": "/map",
        "map, two years": "/map?since=2022-01-01&until=2024-01-01",
        "sources": "/sources",
        "sources, second page": "/sources?offset=50",
        "sources, words": "/sources?text=dara",
        "source, most claims": f"/sources/{origin}",
        "entities": "/entities",
        "entities, last page": "/entities?offset=1900",
        "entities, words": "/entities?text=falcon",
        "entity, most claims": f"/entities/{entity}",
        "add": "/add",
    }


def twin(address: str) -> str:
    """The address of a page's JSON twin."""
    path, _, query = address.partition("?")
    return ("/index" if path == "/" else path) + ".json" + ("?" + query if query else "")


@contextmanager
def desk(path: Path) -> Iterator[tuple[Ledger, TestClient]]:
    """The ledger, freshly opened, and a client of the application on it that has been there before."""
    with Ledger.open(path) as ledger:
        app = make_app(ledger, token=TOKEN, settings=Settings())
        gc.collect()
        gc.freeze()  # as `sayso serve` does
        cookies = {"sayso": TOKEN, "sayso_seen": SINCE, "sayso_since": SINCE}
        with TestClient(app, base_url="http://127.0.0.1:8017", cookies=cookies) as client:
            yield ledger, client


def asked(client: TestClient, address: str) -> Took:
    """One request."""
    clock, processor = time.perf_counter(), time.process_time()
    answer = client.get(address, headers={"accept": "text/html"})
    took = Took((time.perf_counter() - clock) * 1e3, (time.process_time() - processor) * 1e3, len(answer.content))
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}: {answer.text[:300]}")
    return took


def cold(path: Path, address: str) -> Took:
    """The first request of a process that has opened no ledger yet."""

    def first(pipe: Any) -> None:
        with desk(path) as (_, client):
            pipe.send(asked(client, address))

    return in_child(first)


def in_child(work: Callable[[Any], None]) -> Any:
    """What a forked process sends back."""
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=work, args=(theirs,))
    child.start()
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        raise SystemExit("a request failed; see above") from None
    finally:
        child.join()


def warm(path: Path, addresses: list[str], rounds: int) -> dict[str, tuple[Took, Took]]:
    """Median of requests one after another, and of requests each after a change; in one process."""

    def work(pipe: Any) -> None:
        with desk(path) as (ledger, client):
            found = {}
            for address in addresses:
                asked(client, address)
                plain = [asked(client, address) for _ in range(rounds)]
                later = []
                for _ in range(rounds):
                    change(ledger)
                    later.append(asked(client, address))
                found[address] = median(plain), median(later)
            pipe.send(found)

    result: dict[str, tuple[Took, Took]] = in_child(work)
    return result


def median(taken: list[Took]) -> Took:
    """Median of each part."""
    return Took(*(statistics.median(part) for part in zip(*taken, strict=True)))


def change(ledger: Ledger) -> None:
    """A person judges a claim, and a document is read anew with another result."""
    key = ledger.document_ids()[0]
    reading = ledger.reading(key)
    if reading is None:
        raise SystemExit(f"{key} was not read")
    at = datetime.now(UTC)
    claim = reading.claims[0]
    ledger.judge(
        Judgement(
            id="j-" + digest(at.isoformat()), subject=claim.id, action="accept", by="Ann", at=at, document=key,
            anchor=claim.content,
        )
    )  # fmt: skip
    ledger.put_reading(replace(reading, read_by=f"bench {at.isoformat()}"))


def baseline(path: Path, rounds: int = 9) -> Took:
    """A bare count by type through sqlite3, each on a fresh connection."""
    taken = []
    for _ in range(rounds):
        clock, processor = time.perf_counter(), time.process_time()
        held = sqlite3.connect(path)
        held.execute("SELECT event_type, count(*) FROM claim GROUP BY 1").fetchall()
        held.close()
        taken.append(Took((time.perf_counter() - clock) * 1e3, (time.process_time() - processor) * 1e3, 0))
    return median(taken)


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=Path("build"))
    parser.add_argument("--ledger", type=Path, help="measure a copy of this ledger instead")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", help="pages whose name this regular expression finds")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--browser", action="store_true", help="measure in Chromium too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(given.ledger or built(given.folder, given.claims), folder))
        with Ledger.open(path) as ledger:  # an older one is brought to the newest version first
            redraw(ledger, [facet for pack in load_packs(Settings().packs) for facet in pack.facets])
        measure(path, given)


def measure(path: Path, given: argparse.Namespace) -> None:
    """Ask for every page and print the figures."""
    wanted = {"static page": "/static/desk.css"} | pages(path)
    wanted |= {f"{name} (JSON)": twin(address) for name, address in wanted.items() if "static" not in name}
    if given.only:
        wanted = {name: address for name, address in wanted.items() if re.search(given.only, name)}
    bare = baseline(path)
    first = {name: cold(path, address) for name, address in wanted.items()}
    later = warm(path, list(wanted.values()), given.rounds)
    rows = [
        {
            "page": name, "address": address, "cold": first[name]._asdict(), "warm": later[address][0]._asdict(),
            "changed": later[address][1]._asdict(), "times": round(first[name].processor / bare.processor, 1),
        }
        for name, address in wanted.items()
    ]  # fmt: skip
    print(table(rows, bare))
    print("\n" + export(path))
    if given.browser:
        print("\n" + in_browser(path, wanted))
    if given.json:
        given.json.write_text(json.dumps({"baseline": bare._asdict(), "pages": rows}, indent=2))


def export(path: Path) -> str:
    """How the CSV of all claims goes out: in a process of its own, so that its memory can be told."""
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=exported, args=(path, theirs))
    child.start()
    first, last, size, grown = ours.recv()
    child.join()
    return (
        f"CSV of all claims: first 500 lines after {first:.2f} s, all {size / 1e6:.0f} MB after {last:.1f} s of "
        f"processor time; the process grew by {grown / 1024:.0f} MB"
    )


def exported(path: Path, pipe: Any) -> None:
    """Write the CSV and send seconds to its first lines and to its end, its bytes, and kilobytes of memory."""
    with Ledger.open(path) as ledger:
        before, clock = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        lines = claims_csv(ledger, ClaimFilter())
        next(lines)
        size = len(next(lines))
        first = time.process_time() - clock
        size += sum(len(part) for part in lines)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        pipe.send((first, time.process_time() - clock, size, grown))


def in_browser(path: Path, wanted: dict[str, str]) -> str:
    """Seconds until each page is usable in Chromium, from a real server on loopback."""
    from playwright.sync_api import sync_playwright

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    rows = ["| page | usable, s | kB | elements |", "|---|---:|---:|---:|"]
    slowest = 0.0
    with Ledger.open(path) as ledger:
        app = make_app(ledger, token=TOKEN, settings=Settings())
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
            context = browser.new_context(viewport={"width": 1300, "height": 900}, base_url=address)
            page = context.new_page()
            page.goto(f"/?token={TOKEN}")
            for name, where in wanted.items():
                if "JSON" in name or "static" in name:
                    continue
                context.new_cdp_session(page).send("Network.clearBrowserCache")
                clock = time.perf_counter()
                answer = page.goto(where, wait_until="load")
                page.evaluate("() => new Promise(done => requestIdleCallback(done))")
                took = time.perf_counter() - clock
                slowest = max(slowest, took)
                size, elements = len(answer.body()) / 1e3, page.evaluate("document.querySelectorAll('*').length")
                rows.append(f"| {name} | {took:.2f} | {size:.0f} | {elements:,} |")
            browser.close()
        server.should_exit = True
        thread.join()
    listener.close()
    return "\n".join([*rows, "", f"slowest in the browser: {slowest:.2f} s"])


def table(rows: list[dict[str, Any]], bare: Took) -> str:
    """The figures as Markdown, and what is over the limit."""

    def cell(took: dict[str, float]) -> str:
        return f"{took['clock']:.0f} ({took['processor']:.0f})"

    made = [
        f"baseline: {bare.clock:.1f} ms ({bare.processor:.1f}); {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "",
        "| page | cold, ms (processor) | warm | after a change | times | kB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    made += [
        f"| {r['page']} | {cell(r['cold'])} | {cell(r['warm'])} | {cell(r['changed'])} | {r['times']:.1f} "
        f"| {r['cold']['size'] / 1e3:.0f} |"
        for r in rows
    ]
    over = [r["page"] for r in rows if r["cold"]["processor"] > LIMIT_MS or r["changed"]["processor"] > LIMIT_MS]
    slowest = max(r["cold"]["processor"] for r in rows)
    made += ["", f"slowest cold: {slowest:.0f} ms of processor time; over {LIMIT_MS} ms: {', '.join(over) or 'none'}"]
    return "\n".join(made)


if __name__ == "__main__":
    main()
