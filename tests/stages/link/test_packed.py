import pickle
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from told import readings_of

from sayso.model import Reading
from sayso.pipeline import happenings, relate_and_tell
from sayso.stages.link import packed
from sayso.stages.link.packed import (
    ClaimsById,
    DocumentOf,
    PackedReadings,
    all_claims,
    by_document,
    claims_of,
    documents_of,
    pack,
    unpack,
)
from sayso.stages.link.slim import slim

STORY = "togolese"


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, ...]:
    return tuple(slim(each) for each in readings_of(STORY))


def test_readings_come_back_as_they_were(readings: tuple[Reading, ...]) -> None:
    held = PackedReadings(readings)
    assert tuple(held) == readings
    assert held[-1] == readings[-1]
    assert held[1:3] == list(readings[1:3])
    assert all(mine.document is given.document for mine, given in zip(held, readings, strict=True))
    with pytest.raises(IndexError):
        held[len(readings)]


def test_records_that_are_packed_are_of_their_class_and_still_frozen(readings: tuple[Reading, ...]) -> None:
    claim = readings[0].claims[0]
    back = unpack(pack(claim))
    assert back == claim
    assert hash(back) == hash(claim)
    assert replace(back, confidence=0.5).confidence == 0.5
    with pytest.raises(AttributeError):
        back.confidence = 0.5


def test_packed_readings_take_less_than_half_of_their_plain_pickle(readings: tuple[Reading, ...]) -> None:
    fields = [tuple(getattr(each, name) for name in (*packed.OTHERS, "claims")) for each in readings]
    assert 2 * len(pack(fields)) < len(pickle.dumps(fields))


def test_only_so_many_stay_unpacked(readings: tuple[Reading, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "RECENT", 2)
    held = PackedReadings(readings)
    first, second = held[0], held[1]
    assert held[0] is first  # looked at again, so that it stays
    assert held[2] == readings[2]
    assert held[0] is first
    assert held[1] is not second
    assert held[1] == second


def test_packed_or_not_they_are_looked_into_alike(readings: tuple[Reading, ...]) -> None:
    held = PackedReadings(readings)
    assert list(documents_of(held)) == list(documents_of(readings))
    assert list(all_claims(held)) == list(all_claims(readings)) == [c for r in readings for c in r.claims]
    assert claims_of(held, 1) == claims_of(readings, 1)
    assert dict(by_document(held)) == dict(by_document(readings))
    assert "nothing" not in by_document(held)


def test_claims_are_found_by_their_ids_in_the_order_asked_for(readings: tuple[Reading, ...]) -> None:
    backwards = range(len(readings) - 1, -1, -1)
    for held in (readings, PackedReadings(readings)):
        claims = ClaimsById(held, backwards)
        assert list(claims.values()) == [c for n in backwards for c in readings[n].claims]
        assert [claims.order[id_] for id_ in claims] == list(range(len(claims)))
        last = readings[-1]
        assert all(DocumentOf(claims)[c.id] is last.document for c in last.claims)
        assert "c-none" not in claims


def test_relations_of_packed_readings_are_those_of_the_readings(readings: tuple[Reading, ...]) -> None:
    held = PackedReadings(readings)
    plain, subjects, reports = relate_and_tell(readings)
    relations, packed_subjects, packed_reports = relate_and_tell(held)
    assert relations == plain
    assert len(plain.propositions) > 10
    assert dict(packed_subjects) == dict(subjects)
    assert dict(packed_reports) == dict(reports)
    assert happenings(held, relations.propositions) == happenings(readings, plain.propositions)
