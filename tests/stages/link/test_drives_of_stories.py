"""Six stories by writers who know no rule: does the recruitment drive hold the true number of origins?

Rules were made with all but the colombians in view, each after it had been run blind. Of the colombians only totals
have been looked at: whoever works on the rules leaves their texts unread (docs/method/drives.md).
"""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.pipeline import read
from sayso.settings import Settings
from sayso.stages.ingest import ingest
from sayso.stages.link import link
from sayso.tools import load_tools

STORIES = Path(__file__).parent / "stories"
WIDEST = {"iraqis": 0, "afghans": 2, "hazaras": 3, "cameroonians": 2, "colombians": 5, "togolese": 1}
"""Most that the two ends of the interval may lie apart: what was measured on 2026-11-28."""
HELD = {"iraqis": 0.7, "afghans": 0.7, "hazaras": 0.6, "cameroonians": 0.5, "colombians": 0.6, "togolese": 0.5}
"""Least share of the true reports that are in the drive."""


@pytest.mark.parametrize("name", list(WIDEST))
def test_the_drive_of_a_story_holds_its_origins(name: str) -> None:
    tools = load_tools(Settings())
    content = (STORIES / f"{name}.jsonl").read_bytes()
    readings = [read(d, tools) for d, _ in ingest(content, name=f"{name}.jsonl", max_bytes=10**7).documents]
    truth: Any = json.loads((STORIES / f"{name}.truth.json").read_text(encoding="utf-8"))["main"]
    drive = link(readings).drives[0]
    given = {r.document.id: r.document.given_id for r in readings}
    count = drive.origins
    assert count.at_least <= truth["low"]
    assert count.at_most >= truth["high"]
    assert count.at_most - count.at_least <= WIDEST[name]
    assert len({given[d] for d in drive.documents} & set(truth["reports"])) >= HELD[name] * len(truth["reports"])
