"""Floors for denials on our own passages: what is denied and by whom is read, and nothing is where nobody denies."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure_denials

from sayso.tools import Tools

FLOORS = {"tune": {"told": 34, "by": 34, "quiet": 20}, "decide": {"told": 14, "by": 14, "quiet": 9}}
"""Of 42 and 21 denials and of 20 and 10 passages without one: what was measured on 2026-11-28. One more of
each was told until general claims were kept only from a confidence of .75."""


@pytest.fixture(scope="module")
def measured(tools: Tools) -> dict[str, dict[str, int]]:
    return measure_denials.measure(tools=tools)


@pytest.mark.parametrize("part", list(FLOORS))
def test_denials_are_read(part: str, measured: dict[str, dict[str, int]]) -> None:
    found = measured[part]
    assert (found["denials"], found["others"]) == ((42, 20) if part == "tune" else (21, 10))
    assert {name: found[name] for name in FLOORS[part] if found[name] < FLOORS[part][name]} == {}


def test_every_passage_names_words_that_it_has() -> None:
    for row in measure_denials.rows():
        for field in {"denier", "denied", "accusation", "words"} & row.keys():
            start, end = measure_denials.place(row, field)
            assert row["text"][start:end] == row[field]
