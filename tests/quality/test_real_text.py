"""Real articles: no crash, no empty result without a reason, every span slices to its text."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.pipeline import read
from sayso.stages.ingest import from_record
from sayso.store.verify import check_reading
from sayso.tools import Tools
from shared import shared


def articles(limit: int) -> Iterator[dict[str, Any]]:
    """Articles of several collections, a fixed random draw of each."""
    for path in sorted(shared("inputs").glob("*.txt")):
        yield {"id": path.stem, "text": path.read_text(encoding="utf-8")}
    for corpus in ("timelines", "wikievents"):
        lines = Path(shared(f"corpora/{corpus}/dev.jsonl")).read_text(encoding="utf-8").split("\n")
        rows = [json.loads(line) for line in lines if line.strip()]
        random.Random(7).shuffle(rows)
        for row in rows[:limit]:
            yield {"id": row["id"], "text": row["text"], "published": row.get("date")}


def check(tools: Tools, limit: int) -> int:
    count = 0
    for row in articles(limit):
        document, _ = from_record(row)
        reading = read(document, tools)
        wrong = [problem for problem in check_reading(reading) if problem is not None]
        assert wrong == [], row["id"]
        assert reading.claims or reading.attributions or reading.problems, row["id"]
        for quantity in (q for claim in reading.claims for q in (*claim.quantities, *claim.money)):
            assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high, row["id"]
        count += 1
    return count


@pytest.mark.corpus
def test_forty_articles(tools: Tools) -> None:
    assert check(tools, 20) > 30


@pytest.mark.corpus
@pytest.mark.slow
def test_hundreds_of_articles(tools: Tools) -> None:
    assert check(tools, 400) > 400
