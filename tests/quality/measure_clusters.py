"""How well copies, rewrites and documents on one claim are brought together, on the open halves of the labelled
corpora."""

import json
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sayso.model import Document, Published
from sayso.stages.link import DocumentLinks, link_documents
from shared import scorer, shared

FIRST = date(2022, 1, 1)
"""Day 0 of the synthetic reprints."""


@lru_cache(maxsize=4)
def rows(corpus: str) -> tuple[dict[str, Any], ...]:
    """The rows of a corpus."""
    path = shared(f"corpora/{corpus}/dev.jsonl")
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def document(row: dict[str, Any]) -> Document:
    """A row as it would come out of ingest: text, outlet and day, nothing of its labels."""
    day = FIRST + timedelta(days=row["day"]) if "day" in row else row.get("date") and date.fromisoformat(row["date"])
    published = Published(start=day, end=day + timedelta(days=1), precision="day", basis="given") if day else None
    return Document(id=row["id"], text=row["text"], outlet=row.get("outlet"), published=published)


@lru_cache(maxsize=4)
def linked(corpus: str) -> DocumentLinks:
    """All documents of a corpus, related."""
    return link_documents(document(row) for row in rows(corpus))


def measure() -> dict[str, float]:
    """ARI of reprints and timelines, origins per story, same-claim pairs of fnc."""
    return {**reprints(), **timelines(), **fnc()}


def reprints() -> dict[str, float]:
    """Clusters of copies, and the number of them per story."""
    found = {d.document: d.cluster for d in linked("reprints").documents}
    gold = {row["id"]: row["cluster"] for row in rows("reprints")}
    counts = scorer("clusters").count_error(gold, found, {row["id"]: row["story"] for row in rows("reprints")})
    return {
        "reprints_ari": scorer("clusters").score(gold, found)["ari"],
        "reprints_origins_exact": counts["exact"],
        "reprints_origins_mean_error": counts["mean_abs_error"],
    }


def timelines() -> dict[str, float]:
    """Notes of one day that give one report."""
    return {"timelines_ari": scorer("clusters").score(_gold("timelines"), _found(linked("timelines")))["ari"]}


def fnc() -> dict[str, float]:
    """Documents on one claim."""
    found = {d.document: str(d.story) for d in linked("fnc").documents}
    scored = scorer("clusters").score(_gold("fnc"), found)
    return {"fnc_pair_f1": scored["pairwise"]["f1"], "fnc_ari": scored["ari"]}


def _gold(corpus: str) -> dict[str, str]:
    return {row["id"]: row["cluster"] for row in rows(corpus)}


def _found(links: DocumentLinks) -> dict[str, str]:
    return {d.document: d.cluster for d in links.documents}


def _print(results: Iterable[tuple[str, float]]) -> None:
    for name, value in results:
        print(f"{name:32s} {value:.4f}")


if __name__ == "__main__":
    _print(measure().items())
