"""Read the labelled quantities and dates that lie beside the checkout and score what we find in them."""

import datetime as dt
import gzip
import json
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from factory import make_document
from sayso.model import Parsed, Published
from sayso.settings import Settings
from sayso.stages.normalise.dates.timexes import read_timexes
from sayso.stages.normalise.figures.quantities import dates_in, read_figures
from shared import ROOT


def labelled(corpus: str) -> dict[str, dict[str, Any]]:
    """The rows of a corpus by id; raises FileNotFoundError where it is not there."""
    folder = ROOT / "corpora" / corpus
    path = next((folder / name for name in ("dev.jsonl", "dev.jsonl.gz") if (folder / name).exists()), None)
    if path is None:
        raise FileNotFoundError(2, "missing", str(folder))
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return {row["id"]: row for row in map(json.loads, filter(str.strip, text.split("\n")))}


@lru_cache(maxsize=1)
def model() -> Any:
    import spacy

    return spacy.load(Settings().language_model, exclude=["senter"])


def parses(rows: dict[str, dict[str, Any]], nlp: Any) -> Iterator[tuple[str, Parsed]]:
    """Every row parsed, published on its `date` where it has one."""
    for (key, row), doc in zip(rows.items(), nlp.pipe(row["text"] for row in rows.values()), strict=True):
        published = None
        if row.get("date"):
            day = dt.date.fromisoformat(row["date"][:10])
            published = Published(start=day, end=day + dt.timedelta(1), precision="day", basis="given")
        document = make_document(row["text"], published=published)
        yield key, Parsed(document=document, doc=doc, sentences=(), quotations=(), paragraphs=())


def found_quantities(rows: dict[str, dict[str, Any]], nlp: Any) -> dict[str, dict[str, Any]]:
    """Our quantities and money in the scorer's form."""
    out = {}
    for key, parsed in parses(rows, nlp):
        quantities, money = read_figures(parsed, taken=dates_in(read_timexes(parsed)))
        found = [{"low": q.low, "high": q.high, "approx": q.approximate, "unit": q.unit} for q in quantities]
        found += [{"low": m.low, "high": m.high, "approx": m.approximate, "unit": m.currency} for m in money]
        out[key] = {"id": key, "quantities": found}
    return out


def found_dates(rows: dict[str, dict[str, Any]], nlp: Any) -> dict[str, dict[str, Any]]:
    """Our time expressions in the scorer's form."""
    out = {}
    for key, parsed in parses(rows, nlp):
        times = [
            {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in read_timexes(parsed)
        ]
        out[key] = {"id": key, "times": times}
    return out


def reversed_bounds(found: dict[str, dict[str, Any]]) -> int:
    """How many intervals run backwards."""
    every = [q for row in found.values() for q in row["quantities"]]
    return sum(1 for q in every if q["low"] is not None and q["high"] is not None and q["low"] > q["high"])
