"""Reading speed as a share of bare spaCy parsing of the same texts, in one process and one run.

    python bench/read.py [--articles 60] [--rounds 3]

Texts are the sample articles, and, where the corpora lie beside the checkout, articles of PolNeAR dev and `timelines`.
Prints JSON: words a second of both by the clock, the ratio (the median over rounds, in which the two take turns), the
same in processor time (the encoder works beside the parse in a thread of its own, so the two differ where there is a
second core), the processor time of each stage, and the peak memory of the process.
"""

import argparse
import gzip
import json
import os
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import sayso.pipeline as pipeline
from sayso.model import Document
from sayso.settings import Settings
from sayso.stages.ingest import from_record, ingest
from sayso.tools import load_tools

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SAYSO_SHARED", ROOT.parent / "shared"))
CORPORA = ("polnear/dev.jsonl.gz", "timelines/dev.jsonl")
STAGES = ("annotate", "normalise", "attribute", "extract", "compose")


def texts(limit: int, corpora: Sequence[str] = CORPORA) -> list[Document]:
    """English documents to read: the sample's and so many of each corpus, or those of the named corpora alone."""
    found = []
    sample = sorted((ROOT / "src/sayso/data/sample/articles").rglob("*")) if corpora == CORPORA else []
    for path in sample:
        if path.is_file():
            found += [d for d, _ in ingest(path.read_bytes(), name=path.name, max_bytes=2**26).documents]
    for name in corpora:
        path = SHARED / "corpora" / name
        if not path.exists():
            print(f"shared/corpora/{name} is missing: measured without it", file=sys.stderr)
            continue
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            found += [from_record(json.loads(line))[0] for _, line in zip(range(limit), lines, strict=False)]
    return [d for d in found if d.language == "en"]


def timed(function: Callable[[], Any]) -> tuple[float, float]:
    """Seconds by the clock, and seconds of processor time, that a call takes."""
    start, start_busy = time.perf_counter(), time.process_time()
    function()
    return time.perf_counter() - start, time.process_time() - start_busy


def shares(documents: list[Document], tools: Any) -> dict[str, float]:
    """Seconds of each stage over all documents."""
    spent: dict[str, float] = defaultdict(float)
    held = {name: getattr(pipeline, name) for name in STAGES}

    def watch(name: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            start = time.process_time()
            try:
                return held[name](*args, **kwargs)
            finally:
                spent[name] += time.process_time() - start

        return call

    for name in STAGES:
        setattr(pipeline, name, watch(name))
    try:
        for document in documents:
            pipeline.read(document, tools)
    finally:
        for name in STAGES:
            setattr(pipeline, name, held[name])
    return dict(spent)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40, help="articles of each corpus")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--attribution", choices=("model", "rules"), default="model")
    options = parser.parse_args()
    tools = load_tools(Settings(attribution=options.attribution))
    documents = texts(options.articles)
    words = sum(len(d.text.split()) for d in documents)

    def bare() -> None:
        for document in documents:
            with tools.nlp.memory_zone():
                tools.nlp(document.text)

    def whole() -> None:
        for document in documents:
            pipeline.read(document, tools)

    bare(), whole()  # warm
    pairs = [(timed(bare), timed(whole)) for _ in range(options.rounds)]
    clock = [b[0] / w[0] for b, w in pairs]
    result = {
        "documents": len(documents),
        "words": words,
        "attribution": options.attribution,
        "bare_spacy_words_per_second": round(words / statistics.median(b[0] for b, _ in pairs)),
        "read_words_per_second": round(words / statistics.median(w[0] for _, w in pairs)),
        "speed_of_read_to_bare_spacy": round(statistics.median(clock), 3),
        "rounds": [round(ratio, 3) for ratio in clock],
        "same_in_processor_time": round(statistics.median(b[1] / w[1] for b, w in pairs), 3),
        "seconds_by_stage": {k: round(v, 2) for k, v in shares(documents, tools).items()},
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
