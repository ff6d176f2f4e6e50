"""A stored ledger that grows: relating all of it anew from what is stored, and one more document.

    python bench/grow.py 10000 30000 100000 [--keep FOLDER] [--out grow.json] [--growth all.svg] [--plot one-more.svg]

Writes made-up readings (`bench/stories.py`: about ten claims a document) into one ledger and takes a copy at each
size. Each copy is related anew in a process of its own, with the helpers that this starts, so that its peak of memory
is its own, and told step by step (`bench/steps.py`); then new documents are related to it one by one, from the stored
reading to the rewritten rows: half are of stories that the ledger holds (copies, retellings, reports of the same
days), half begin stories. Processor time, that of helpers counted in, since the machine may be shared. With --keep
the ledgers stay in a folder, and what is there already is not written or related again.
"""

import argparse
import json
import multiprocessing
import os
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, wait
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).parent))

import steps
import stories
from plot import growth_plot
from steps import processor_seconds

from sayso.lexicon.packs import load_packs
from sayso.model import Attribution, Claim, Document, Reading
from sayso.run import relating
from sayso.run.relating import relate_all, relate_new
from sayso.settings import Settings
from sayso.stages.link import incremental
from sayso.store import Ledger, connect, linking, replacing, shape, summaries, tables, write
from sayso.store.journal import Custody

T = TypeVar("T")
MORE = 10
"""New documents of stories that are held, and as many of stories that are not."""
AT_ONCE = 500
"""Documents a transaction."""
WHEN = datetime(2026, 1, 1, tzinfo=UTC)


def left_out(sizes: Sequence[int]) -> set[int]:
    """Numbers of the documents that are not written: those that come one by one."""
    among = random.Random(3).sample(range(min(sizes)), MORE)
    return {*among, *(size + n for size in sizes for n in range(MORE))}


def new_readings(size: int, sizes: Sequence[int]) -> list[Reading]:
    """The documents that come one by one at a size: one of a story that is held, one that is not, and so on."""
    old, first = sorted(left_out(sizes))[:MORE], [size + n for n in range(MORE)]
    wanted = {n: None for pair in zip(old, first, strict=True) for n in pair}
    made = {n: r for n, r in enumerate(stories.readings(size + MORE)) if n in wanted}
    return [made[n] for n in wanted]


def write_ledgers(folder: Path, sizes: Sequence[int]) -> None:
    """A ledger of each size, many documents a transaction: what is timed is not the writing."""
    path = folder / "growing.db"
    if all(ledger_of(folder, size).exists() for size in sizes):
        return
    for old in folder.glob("growing.db*"):
        old.unlink()
    Ledger.open(path).close()
    engine, out = connect.connect(path), left_out(sizes)
    kept = (reading for n, reading in enumerate(stories.readings(max(sizes) + MORE)) if n not in out)
    for size, before in zip(sizes, (0, *sizes), strict=False):
        write_readings(engine, path, islice(kept, size - before))
        with connect.reading(engine, str(path)) as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
        shutil.copyfile(path, folder / "copying.db")
        (folder / "copying.db").rename(ledger_of(folder, size))
    engine.dispose()
    path.unlink()


def write_readings(engine: Any, path: Path, readings: Iterator[Reading]) -> None:
    """Write documents with their readings as `Ledger.add` and `put_reading` do, many at once."""
    while part := list(islice(readings, AT_ONCE)):
        with connect.writing(engine, str(path)) as connection:
            connection.exec_driver_sql("PRAGMA cache_size = -200000")
            put_many(connection, part)
            summaries.refresh(connection)


def put_many(connection: Any, readings: Sequence[Reading]) -> None:
    """The rows of `sayso.store.write` for many readings, a table after the other."""
    rows: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for reading in readings:
        key = reading.document.id
        rows[tables.document].append(shape.flatten(reading.document, Document))
        read = shape.flatten(reading, Reading, without=tables.CHILDREN[Reading])
        rows[tables.reading].append({"document": key, "digest": "0" * 64} | read)
        for n, attribution in enumerate(reading.attributions):
            rows[tables.attribution].append({"document": key, "n": n} | shape.flatten(attribution, Attribution))
        for n, claim in enumerate(reading.claims):
            own = shape.flatten(claim, Claim, without=tables.CHILDREN[Claim])
            rows[tables.claim].append({"document": key, "n": n} | own)
        noted = Custody(at=WHEN, actor="bench", action="read", subject=key, tool="bench")
        rows[tables.custody].append(shape.flatten(noted, Custody))
    for table, held in rows.items():
        write.many(connection, table, held)
    claims = [claim for reading in readings for claim in reading.claims]
    for field, (table, element) in tables.NESTED[Claim].items():
        children = [(claim.id, n, each) for claim in claims for n, each in enumerate(getattr(claim, field))]
        write.many(connection, table, [{"claim": c, "n": n} | shape.flatten(e, element) for c, n, e in children])


def ledger_of(folder: Path, size: int) -> Path:
    """Where the ledger of a size is, or will be."""
    return folder / f"ledger-{size}.db"


def gigabytes() -> float:
    """Peak memory of this process so far."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9, 2)


SECONDS = 5.0
"""Between two looks at the memory of all processes: a look walks over their pages."""


def alone(work: Callable[..., T], *given: Any) -> tuple[T, float]:
    """What a work gives in a process of its own, and the most memory in GB that this and its helpers had together.

    What several share is counted once (proportional set size, Linux; 0 elsewhere).
    """
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        done, most = pool.submit(work, *given), 0
        while not wait([done], timeout=SECONDS).done:
            most = max(most, sum(_shared_out(process) for process in _below(os.getpid())))
        return done.result(), round(most * 1024 / 1e9, 2)


def _below(process: int) -> Iterator[int]:
    """The processes that one started, and those that these started."""
    try:
        started = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:  # gone, or not on Linux
        return
    for each in map(int, started):
        yield each
        yield from _below(each)


def _shared_out(process: int) -> int:
    """Proportional set size in KiB; 0 for a process that is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def relate(path: Path) -> dict[str, Any]:
    """Relate a stored ledger anew, its picture included, as `sayso relate` does."""
    Ledger.open(path).close()  # a file of an earlier version is brought up to this one first
    taken = steps.timed_steps()
    before, clock = processor_seconds(), time.perf_counter()
    with Ledger.open(path) as ledger:
        relate_all(ledger, Settings(), anew=True)
        counts = ledger.counts()
    own, helpers = (after - start for start, after in zip(before, processor_seconds(), strict=True))
    return {
        "documents": counts["document"],
        "claims": counts["claim"],
        "propositions": counts["proposition"],
        "seconds": round(own + helpers, 1),
        "seconds_of_helpers": round(helpers, 1),
        "seconds_by_the_clock": round(time.perf_counter() - clock, 1),
        "gigabytes_peak_of_one": gigabytes(),
        "gigabytes_file": round(path.stat().st_size / 1e9, 2),
        "steps": taken,
    }


PARTS = {
    "look-ups": [(linking, ("outlets", "spread", "documents_by", "claims_by", "claims", "alike", "naming", "first_of",
                            "standing", "group", "sources", "propositions", "members"))],
    "rows": [(replacing, ("move_firsts", "replace_rows", "replace_events")), (linking, ("keep",))],
    "summaries": [(summaries, ("refresh",))],
    "relating": [(incremental, ("link_and_tell",))],
    "events": [(relating, ("renewed_events",))],
}  # fmt: skip
"""Where the time of one more document goes; reading what is looked at again, titles and grades are the rest."""


def timed_parts() -> dict[str, float]:
    """From now on the processor seconds that each of PARTS takes, added up."""
    taken = dict.fromkeys(PARTS, 0.0)

    def timed(part: str, asked: Any) -> Any:
        def ask(*values: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return asked(*values, **named)
            finally:
                taken[part] += time.process_time() - start

        return ask

    for part, held in PARTS.items():
        for module, names in held:
            for name in names:
                setattr(module, name, timed(part, getattr(module, name)))
    return taken


def one_more(path: Path, new: Sequence[Reading]) -> dict[str, Any]:
    """Relate new documents one by one."""
    packs = load_packs(Settings().packs)
    taken: dict[str, list[float]] = defaultdict(list)
    gave_up, parts = 0, timed_parts()
    of_it: dict[str, list[float]] = defaultdict(list)
    with Ledger.open(path) as ledger:
        for reading in new:
            if not ledger.add(reading.document):
                raise SystemExit(f"{path}: {reading.document.id} is held already; relate an untouched ledger")
            ledger.put_reading(reading)
            before = dict(parts)
            start, clock = time.process_time(), time.perf_counter()
            done = relate_new(ledger, packs, ledger.unrelated() or ())
            seconds, waited = time.process_time() - start, time.perf_counter() - clock
            gave_up += not done
            for part, all_seconds in parts.items():
                of_it[part].append(all_seconds - before[part])
            how = _how(ledger, reading.document.id)
            for kind in ("all", how):
                taken[kind].append(seconds)
            taken["by the clock"].append(waited)
            print(f"  {how}: {seconds:.3f} s, {waited:.3f} by the clock", file=sys.stderr, flush=True)
    shown = {
        kind: {"documents": len(all_), "median": round(statistics.median(all_), 3), "slowest": round(max(all_), 3)}
        for kind, all_ in taken.items()
    }
    means = {part: round(statistics.mean(all_), 4) for part, all_ in of_it.items()}
    return {
        "one_more_document_seconds": shown,
        "of_it_on_average": means,
        "gave_up": gave_up,
        "gigabytes_peak": gigabytes(),
    }


def _how(ledger: Ledger, document: str) -> str:
    """What the ledger found the new document to be."""
    asked = 'SELECT kind FROM derivation WHERE "right" = :document AND "left" IS NOT NULL'
    kinds = {kind for (kind,) in ledger.ask(_plain, asked, {"document": document})}
    if "copy" in kinds:
        return "a copy"
    return "one that cites or retells" if kinds & {"rewrite", "citation", "credit"} else "a report of its own"


def _plain(connection: Any, question: str, given: dict[str, str]) -> list[Any]:
    from sayso.store.load import plain

    return plain(connection, question, given)


def bench(folder: Path, size: int, sizes: Sequence[int]) -> dict[str, Any]:
    """All numbers of one size; each step in a process of its own."""
    related, told = folder / f"related-{size}.db", folder / f"related-{size}.json"
    if not told.exists():
        shutil.copyfile(ledger_of(folder, size), related)
        anew, peak = alone(relate, related)
        held = anew | {"gigabytes_peak": peak, "load": round(os.getloadavg()[0], 1)}
        told.write_text(json.dumps(held), encoding="utf-8")
    shutil.copyfile(related, folder / "touched.db")
    more, _ = alone(one_more, folder / "touched.db", new_readings(size, sizes))
    for old in folder.glob("touched.db*"):
        old.unlink()
    load = os.getloadavg()[0]
    return {"size": size, "related_anew": json.loads(told.read_text("utf-8")), **more, "load": round(load, 1)}


def main() -> None:
    """Write, measure each size, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 3000])
    parser.add_argument(
        "--keep", type=Path, help="folder in which the ledgers stay (100,000 documents take some 15 GB)"
    )
    parser.add_argument("--only", type=int, help="of these sizes the one to relate and add to; the others are written")
    parser.add_argument("--out", type=Path, help="where to write the numbers as JSON")
    parser.add_argument("--plot", type=Path, help="where to draw the median of one more document over documents as SVG")
    parser.add_argument("--growth", type=Path, help="where to draw the time of relating all over documents as SVG")
    given = parser.parse_args()
    sizes = sorted(given.sizes)
    with tempfile.TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        write_ledgers(folder, sizes)
        rows = []
        for size in [size for size in sizes if given.only in (None, size)]:
            rows.append(bench(folder, size, sizes))
            print(json.dumps(rows[-1]), flush=True)
    if given.out:
        given.out.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    if given.growth:
        points = [(row["size"], row["related_anew"]["seconds"]) for row in rows]
        given.growth.write_text(growth_plot(points), encoding="utf-8")
    if given.plot:
        points = [(row["size"], row["one_more_document_seconds"]["all"]["median"]) for row in rows]
        given.plot.write_text(growth_plot(points), encoding="utf-8")


if __name__ == "__main__":
    main()
