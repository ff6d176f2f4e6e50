"""The labelled event sentences hold together, and the checker sees what would break them."""

from typing import Any

import pytest

from training.check_events import counts, faults, read_sentences, roles_by_type

TEXT = "The guard held the bridge and held two men."


def row(**changes: Any) -> dict[str, Any]:
    event = {
        "type": "DETAIN",
        "trigger": "held",
        "at": [30, 34],
        "arguments": [{"role": "detained", "text": "two men"}],
        "factuality": "asserted",
    }
    return {"id": "ev-0000", "text": TEXT, "events": [event | changes]}


def test_every_sentence_is_sound_and_every_type_has_some() -> None:
    rows = read_sentences()
    assert faults(rows, roles_by_type()) == []
    assert {event["type"] for one in rows for event in one["events"]} == set(roles_by_type())
    assert f"| all | {len(rows)} |" in counts(rows)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({}, ""),
        ({"type": "SING"}, "no such type"),
        ({"factuality": "sure"}, "no such factuality"),
        ({"at": [29, 33]}, "is not at"),
        ({"trigger": "held", "at": None}, "occurs 2 times"),
        ({"arguments": [{"role": "taker", "text": "two men"}]}, "has no role"),
        ({"arguments": [{"role": "detained", "text": "three men"}]}, "occurs 0 times"),
    ],
)
def test_a_fault_is_named(changes: dict[str, Any], fault: str) -> None:
    found = faults([row(**changes)], roles_by_type())
    assert bool(found) == bool(fault)
    assert all(fault in line for line in found)


def test_doubles_are_seen_through_case_and_points() -> None:
    other = row() | {"id": "ev-0001", "text": TEXT.upper().replace(".", "!"), "events": []}
    assert faults([row(), other], roles_by_type()) == ["text given twice: the guard held the bridge and held two men"]
    assert "id given twice" in faults([row(), row()], roles_by_type())[0]
