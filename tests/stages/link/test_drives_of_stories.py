"""Six stories by writers who know no rule: does the recruitment drive hold the true number of origins?

Rules were made with all but the colombians in view, each after it had been run blind. Of the colombians only totals
have been looked at: whoever works on the rules leaves their texts unread (docs/method/drives.md).
"""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from told import STORIES, readings_of

from sayso.model import RecruitmentDrive
from sayso.stages.link import link

WIDEST = {"iraqis": 0, "afghans": 2, "hazaras": 3, "cameroonians": 2, "colombians": 5, "togolese": 1}
"""Most that the two ends of the interval may lie apart: what was measured on 2026-11-28."""
HELD = {"iraqis": 0.7, "afghans": 0.7, "hazaras": 0.6, "cameroonians": 0.5, "colombians": 0.6, "togolese": 0.5}
"""Least share of the true reports that are in the drive."""


@pytest.mark.parametrize("name", list(WIDEST))
def test_the_drive_of_a_story_holds_its_origins(name: str) -> None:
    readings = readings_of(name)
    truth: Any = json.loads((STORIES / f"{name}.truth.json").read_text(encoding="utf-8"))["main"]
    drive = link(readings).drives[0]
    given = {r.document.id: r.document.given_id for r in readings}
    count = drive.origins
    assert count.at_least <= truth["low"]
    assert count.at_most >= truth["high"]
    assert count.at_most - count.at_least <= WIDEST[name]
    assert len({given[d] for d in drive.documents} & set(truth["reports"])) >= HELD[name] * len(truth["reports"])


STAND = dict.fromkeys(("afghans", "hazaras", "srilankans", "kenyans"), 0.65) | {"cameroonians": 0.5, "togolese": 0.6}
"""Least share of the true reports of a story in its drive, where all thirteen are in one ledger; .75 for the others."""
STORY_NAMES = sorted(path.name.removesuffix(".truth.json") for path in STORIES.glob("*.truth.json"))


@pytest.fixture(scope="module")
def together() -> dict[str, tuple[RecruitmentDrive, set[str], int]]:
    """For each story the drive with most of its true reports in the ledger of all: these, and how many others."""
    readings = {name: readings_of(name) for name in STORY_NAMES}
    story = {r.document.id: (name, r.document.given_id or "") for name, told in readings.items() for r in told}
    drives = link([r for told in readings.values() for r in told]).drives
    found = {}
    for name in STORY_NAMES:
        true = set(truth(name)["reports"])
        own = {d.id: {story[x][1] for x in d.documents if story[x][0] == name} & true for d in drives}
        drive = max(drives, key=lambda d: len(own[d.id]))
        found[name] = (drive, own[drive.id], sum(story[x][0] != name for x in drive.documents))
    return found


def truth(name: str) -> Any:
    return json.loads((STORIES / f"{name}.truth.json").read_text(encoding="utf-8"))["main"]


@pytest.mark.parametrize("name", STORY_NAMES)
def test_a_drive_stands_in_a_ledger_of_thirteen_as_it_does_alone(name: str, together: Any) -> None:
    drive, own, others = together[name]
    main = truth(name)
    low = main.get("low") or len(main["origins"])
    assert len(own) >= STAND.get(name, 0.75) * len(main["reports"])
    assert others <= 2
    assert drive.origins.at_most >= main.get("high", low)
    assert (
        drive.origins.at_least <= low + others
    )  # an article of another story that tells of this drive adds its voices


def test_no_two_of_the_thirteen_are_one_drive(together: Any) -> None:
    assert len({drive.id for drive, _, _ in together.values()}) == len(STORY_NAMES)
