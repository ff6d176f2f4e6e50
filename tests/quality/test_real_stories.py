"""Floors for real articles on one event each: reports together, origins, what drifted, what contradicts."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure_real_stories

from sayso.tools import Tools

FLOORS = {
    "tune": {"together": 20, "drifts found": 1},
    "decide": {"holds": 1, "together": 25, "drifts found": 4, "contradictions found": 1},
}
MOST = {"tune": {"changes shown": 5}, "decide": {"changes shown": 13}}
"""Of 4 stories each with 48 and 45 reports, 5 and 9 drifts, 5 and 2 contradictions: what was measured on 2026-11-28,
and three more changes on 2026-11-29, of which one is true (a wish told as done); later one more, which is true (what a
government might do, told as what it does)."""


@pytest.fixture(scope="module")
def measured(tools: Tools) -> dict[str, dict[str, int]]:
    return measure_real_stories.summed(list(measure_real_stories.stories(tools=tools)))


@pytest.mark.corpus
@pytest.mark.parametrize("part", list(FLOORS))
def test_real_stories_are_related_as_well_as_before(part: str, measured: dict[str, dict[str, int]]) -> None:
    found = measured[part]
    assert found["stories"] == 4
    assert {name: found[name] for name, least in FLOORS[part].items() if found[name] < least} == {}
    assert {name: found[name] for name, most in MOST[part].items() if found[name] > most} == {}


def test_every_truth_names_articles_of_its_story() -> None:
    for story in measure_real_stories.truths():
        named = {*story["main"]["reports"], *story["outlets"]}
        named |= {drift[side] for drift in story["drifts"] for side in ("child", "parent")}
        named |= {given for each in story["contradictions"] for side in ("left", "right") for given in each[side]}
        assert named <= set(story["articles"])
        assert 1 <= story["main"]["low"] <= story["main"]["high"]


@pytest.mark.corpus
def test_every_place_lies_in_its_article() -> None:
    for story in measure_real_stories.truths():
        texts = measure_real_stories.corpus(story["corpus"])
        places = [(given, *place) for given, found in story["main"]["reports"].items() for place in found]
        places += [(drift["child"], drift["start"], drift["end"]) for drift in story["drifts"]]
        assert all(0 <= start < end <= len(texts[given]) for given, start, end in places)
