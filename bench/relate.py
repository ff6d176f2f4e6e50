"""How fast documents are related, and how it grows.

    python bench/relate.py 10000 30000 100000 [--out relate.json] [--plot growth.svg]

Relates made-up readings (`bench/stories.py`: about ten claims a document) and prints one line a size: documents a
second for finding near-copy candidates alone, processor seconds of each step, peak memory, and the exponent with which
time grows from size to size. Events (happenings) are
timed by themselves. Processor time of one process,
since the machine may be shared; each size runs in a
process of its own, so that its peak of memory is its own. `bench/grow.py` does it from a stored ledger.
"""

import argparse
import importlib
import json
import math
import multiprocessing
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import stories
from plot import growth_plot

from sayso import pipeline
from sayso.lexicon.packs import load_packs
from sayso.run.collecting import uncollected
from sayso.stages.link.slim import slim
from sayso.stages.link.texts.copies import CANDIDATE
from sayso.stages.link.texts.signatures import index_of, pairs, signature

linking = importlib.import_module("sayso.stages.link.link")  # the package gives the function of that name

STEPS = {
    "Held": "words and citations",
    "find_copies": "copies and parents",
    "vectors": "likeness of documents",
    "alike": "likeness of documents",
    "same_stories": "stories",
    "quoted": "quotations",
    "find_retellings": "retellings",
    "rewrites": "retellings",
    "cited": "citations",
    "find_copy_changes": "changes",
    "Told": "gists of claims",
    "Sourcing": "voices",
    "same_claims": "same claims",
    "make_propositions": "propositions, origins, contradictions",
    "drifts": "changes",
    "_other_figures": "changes",
    "_placed": "groups",
}
"""Functions that `link` calls, and the step that each belongs to."""


def timed(taken: dict[str, float], step: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, its processor time added to its step."""

    def call(*values: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return function(*values, **named)
        finally:
            taken[step] += time.process_time() - start

    return call


def candidates(texts: Sequence[str]) -> tuple[float, int]:
    """Processor seconds for the near-copy candidates of some texts, and how many pairs there are."""
    start = time.process_time()
    index = index_of(signature(text) for text in texts)
    found = sum(1 for _ in pairs(index, at_least=CANDIDATE))
    return time.process_time() - start, found


def bench(count: int) -> dict[str, Any]:
    """All numbers of one size."""
    held = [slim(reading) for reading in stories.readings(count)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    finding, found = candidates([reading.document.text for reading in held])
    taken: dict[str, float] = defaultdict(float)
    for name, step in STEPS.items():
        setattr(linking, name, timed(taken, step, getattr(linking, name)))
    packs = load_packs(("foreign_fighters",))
    start, clock = time.process_time(), time.perf_counter()
    with uncollected():
        relations = pipeline.relate(held, packs)
    whole, waited = time.process_time() - start, time.perf_counter() - clock
    taken["the rest"] = whole - sum(taken.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    with uncollected():
        happenings = pipeline.happenings(held, relations.propositions)
    shared = time.process_time() - start
    return {
        "documents": count,
        "claims": sum(len(reading.claims) for reading in held),
        "candidates_documents_per_second": round(count / finding),
        "candidate_pairs": found,
        "seconds": round(whole, 1),
        "seconds_by_the_clock": round(waited, 1),
        "documents_per_second": round(count / whole, 1),
        "steps": {step: round(seconds, 1) for step, seconds in sorted(taken.items(), key=lambda each: -each[1])},
        "copies": sum(d.parent is not None for d in relations.documents),
        "propositions": len(relations.propositions),
        "largest_proposition": max(len(p.claims) for p in relations.propositions),
        "gigabytes_readings": round(before * 1024 / 1e9, 2),
        "gigabytes_peak": round(peak * 1024 / 1e9, 2),
        "happenings": len(happenings),
        "happenings_seconds": round(shared, 1),
        "happenings_gigabytes_peak": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9, 2),
    }


def grown(rows: Sequence[dict[str, Any]]) -> list[float]:
    """Exponents of growth from each size to the next: 1 is linear, 2 is quadratic."""
    return [
        round(math.log(b["seconds"] / a["seconds"]) / math.log(b["documents"] / a["documents"]), 2)
        for a, b in pairwise(rows)
    ]


def main() -> None:
    """Measure each size, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 3000, 10000])
    parser.add_argument("--out", type=Path, help="where to write the numbers as JSON")
    parser.add_argument("--plot", type=Path, help="where to draw time over documents as SVG")
    given = parser.parse_args()
    rows = []
    for size in given.sizes:
        with multiprocessing.get_context("spawn").Pool(1) as alone:
            rows.append(alone.apply(bench, (size,)))
        print(json.dumps(rows[-1]), flush=True)
    made = {"sizes": rows, "growth": grown(rows)}
    print(json.dumps({"growth": made["growth"]}))
    if given.out:
        given.out.write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    if given.plot:
        points = [(row["documents"], row["seconds"]) for row in rows]
        given.plot.write_text(growth_plot(points), encoding="utf-8")


if __name__ == "__main__":
    main()
