"""Floors for disagreements on our own pairs of articles: those that tell it otherwise are shown, others are not."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from measure_disagreements import measure, rows

from sayso.tools import Tools

TOLD = {"tune": 9, "decide": 3}
QUIET = {"tune": 16, "decide": 7}


@pytest.fixture(scope="module")
def found(tools: Tools) -> dict[str, dict[str, int]]:
    return measure(tools=tools)


@pytest.mark.parametrize("part", ["tune", "decide"])
def test_articles_that_disagree_are_shown_to(part: str, found: dict[str, dict[str, int]]) -> None:
    assert found[part]["told"] >= TOLD[part]


@pytest.mark.parametrize("part", ["tune", "decide"])
def test_articles_that_do_not_disagree_are_not(part: str, found: dict[str, dict[str, int]]) -> None:
    assert found[part]["quiet"] >= QUIET[part]


def test_every_pair_is_of_two_outlets() -> None:
    assert all(len({each["outlet"] for each in row["docs"]}) == len(row["docs"]) == 2 for row in rows())
