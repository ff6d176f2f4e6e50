"""Events in the ledger: kept with the relations, worked out anew for a document's story, or said to wait."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "stages/link"))
from builders import claim, document, reading

from sayso.errors import LedgerError
from sayso.lexicon.packs import load_packs
from sayso.model import Happening, Judgement, Reading
from sayso.run.deciding import decide
from sayso.run.relating import lacks_events, relate_all, relate_anew, relate_new
from sayso.settings import Settings
from sayso.stages.link import renewed_events
from sayso.store import Ledger

SETTINGS = Settings()
PACKS = load_packs(SETTINGS.packs)
RAID = "Gunmen raided the harbour office in Varna before dawn on Monday and took the pay of the guards"
AGAIN = "It was the latest raid on Varna harbour and its guards in years"
THIRD = "Two men in Varna harbour deny that they had a part in the raid of Monday on the guards"
COURT = "A court in Lisbon sentenced the former minister Duarte to six years"


def told(name: str, words: str, trigger: str, day: str = "2023-05-02") -> Reading:
    of = document(name, words + ".", day=day, outlet=f"The {name} Gazette")
    hurt = [("target", "guards", None)] if "guards" in words else []
    return reading(of, claim(of, words, trigger, event_type="ASSAULT", roles=hurt))


FIRST, SECOND, OTHER = told("a", RAID, "raided"), told("b", AGAIN, "raid"), told("c", COURT, "sentenced")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "one.db") as opened:
        yield opened


def put(ledger: Ledger, *readings: Reading) -> None:
    for each in readings:
        ledger.add(each.document)
        ledger.put_reading(each)


def claims_of(happening: Happening) -> set[str]:
    return {telling.claim for telling in happening.tellings}


def ids(*readings: Reading) -> set[str]:
    return {c.id for each in readings for c in each.claims}


def test_events_of_several_propositions_are_kept_and_found_by_their_id(ledger: Ledger) -> None:
    put(ledger, FIRST, SECOND, OTHER)
    relate_anew(ledger, PACKS)
    (event,) = ledger.happenings()
    assert claims_of(event) == ids(FIRST, SECOND)
    assert len(event.propositions) == 2
    assert ledger.show(event.id[:10]).item == event
    assert ledger.show(event.id).kind == "event"
    assert ledger.eventless() == 0
    found = ledger.verify()
    assert not found.problems
    assert ledger.custody("events")[-1].after is not None


def test_a_document_more_joins_the_event_that_relating_anew_finds(ledger: Ledger, tmp_path: Path) -> None:
    put(ledger, FIRST, OTHER)
    relate_anew(ledger, PACKS)
    assert ledger.happenings() == ()
    put(ledger, SECOND)
    assert relate_new(ledger, PACKS, ["b"])
    (event,) = ledger.happenings()
    assert claims_of(event) == ids(FIRST, SECOND)
    assert ledger.eventless() == 0
    third = told("d", THIRD, "raid", day="2023-05-01")
    put(ledger, third)
    assert relate_new(ledger, PACKS, ["d"])
    with Ledger.open(tmp_path / "other.db") as other:
        put(other, FIRST, OTHER, SECOND, third)
        relate_anew(other, PACKS)
        assert {frozenset(claims_of(e)) for e in ledger.happenings()} == {
            frozenset(claims_of(e)) for e in other.happenings()
        }
        assert other.happenings()
    assert not ledger.verify().problems


def test_another_story_leaves_events_alone(ledger: Ledger) -> None:
    put(ledger, FIRST, SECOND)
    relate_anew(ledger, PACKS)
    before = ledger.happenings()
    put(ledger, OTHER)
    assert relate_new(ledger, PACKS, ["c"])
    assert ledger.happenings() == before
    assert ledger.eventless() == 0


def test_a_story_of_too_many_documents_waits_and_says_so(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    put(ledger, FIRST, OTHER)
    relate_anew(ledger, PACKS)
    monkeypatch.setattr(renewed_events, "MOST", 1)
    put(ledger, SECOND)
    assert relate_new(ledger, PACKS, ["b"])
    assert ledger.happenings() == ()
    assert ledger.eventless() == 2
    assert not lacks_events(ledger)
    assert not ledger.verify().problems
    relate_all(ledger, SETTINGS, anew=True)
    assert len(ledger.happenings()) == 1
    assert ledger.eventless() == 0


def test_events_can_be_left_out_and_had_later(ledger: Ledger) -> None:
    put(ledger, FIRST, SECOND)
    relate_all(ledger, Settings(events=False))
    assert ledger.happenings() == ()
    assert ledger.eventless() == 2
    assert not relate_all(ledger, Settings(events=False))
    assert relate_all(ledger, SETTINGS)
    assert len(ledger.happenings()) == 1
    assert not relate_all(ledger, SETTINGS)
    relate_all(ledger, Settings(events=False), anew=True)
    assert ledger.happenings() == ()


def test_with_events_left_out_a_document_more_waits_and_no_event_names_what_is_gone(ledger: Ledger) -> None:
    put(ledger, FIRST, SECOND)
    relate_anew(ledger, PACKS)
    early = told("e", RAID, "raided", day="2023-05-01")
    put(ledger, early)
    assert relate_new(ledger, PACKS, ["e"], events=False)
    assert ledger.eventless() > 0
    assert not ledger.verify().problems


def test_a_rejected_claim_leaves_its_event(ledger: Ledger) -> None:
    put(ledger, FIRST, SECOND)
    relate_anew(ledger, PACKS)
    at = datetime(2026, 11, 28, tzinfo=UTC)
    ledger.judge(Judgement(id="j-1", subject=SECOND.claims[0].id, action="reject", by="ana", at=at))
    assert relate_all(ledger, SETTINGS)
    assert ledger.happenings() == ()


def test_verify_tells_of_an_event_that_names_what_is_not_there(ledger: Ledger) -> None:
    put(ledger, FIRST, SECOND)
    relate_anew(ledger, PACKS)
    (event,) = ledger.happenings()
    told_, other = event.tellings
    wrong = replace(told_, trigger=replace(told_.trigger, text="danced"))
    ledger.put_happenings([replace(event, propositions=(*event.propositions, "p-none"), tellings=(wrong, other))])
    assert sorted(problem.code for problem in ledger.verify().problems) == ["verify.event", "verify.span"]


AT = datetime(2026, 11, 28, 8, tzinfo=UTC)


def of_event(ledger: Ledger, action: Any, left: str, right: str) -> Judgement:
    made = decide(ledger, left, right, action=action, by="Ana", at=AT, of="event")
    ledger.judge(made)
    relate_all(ledger, SETTINGS)
    return made


def undo(ledger: Ledger, made: Judgement) -> None:
    ledger.judge(Judgement(id="j-undo", subject=made.subject, action="undo", value=made.id, by="Ana", at=AT))
    relate_all(ledger, SETTINGS)


def proposition_of(ledger: Ledger, reading: Reading) -> str:
    (claim_,) = ids(reading)
    return next(p.id for p in ledger.relations().propositions if claim_ in p.claims)


def test_a_proposition_is_brought_into_an_event_and_taken_out_until_that_is_taken_back(ledger: Ledger) -> None:
    put(ledger, FIRST, SECOND, OTHER)
    relate_anew(ledger, PACKS)
    (before,) = ledger.happenings()
    propositions = ledger.relations().propositions
    made = of_event(ledger, "same", proposition_of(ledger, OTHER), before.id)
    (event,) = ledger.happenings()
    assert claims_of(event) == ids(FIRST, SECOND, OTHER)
    assert made.field == "event"
    assert ledger.relations().propositions == propositions  # what is claimed stays apart
    undo(ledger, made)
    assert ledger.happenings() == (before,)
    made = of_event(ledger, "not_same", proposition_of(ledger, SECOND), before.id)
    assert ledger.happenings() == ()
    assert not ledger.verify().problems


def test_the_earliest_proposition_can_leave_its_event_too(ledger: Ledger) -> None:
    put(ledger, FIRST, SECOND)
    relate_anew(ledger, PACKS)
    (event,) = ledger.happenings()
    made = of_event(ledger, "not_same", proposition_of(ledger, FIRST), event.id)
    assert {made.subject} == ids(FIRST)
    assert {made.value} == ids(SECOND)
    assert ledger.happenings() == ()


def test_a_document_more_does_not_undo_what_people_said_of_an_event(ledger: Ledger) -> None:
    put(ledger, FIRST, SECOND, OTHER)
    relate_anew(ledger, PACKS)
    (event,) = ledger.happenings()
    of_event(ledger, "same", proposition_of(ledger, OTHER), event.id)
    of_event(ledger, "not_same", proposition_of(ledger, SECOND), proposition_of(ledger, FIRST))
    third = told("d", THIRD, "raid", day="2023-05-03")
    put(ledger, third)
    assert relate_new(ledger, PACKS, ["d"])
    found = [claims_of(each) for each in ledger.happenings()]
    assert any(ids(FIRST, OTHER) <= each for each in found)
    assert not any(ids(FIRST, SECOND) <= each for each in found)
    relate_anew(ledger, PACKS)
    assert [claims_of(each) for each in ledger.happenings()] == found


def test_what_is_no_event_is_refused_in_words(ledger: Ledger) -> None:
    of = document("s", RAID + ".", day="2023-05-02")
    state = reading(of, claim(of, RAID, "raided", event_type="ASSAULT", sort="state"))
    put(ledger, FIRST, SECOND, state)
    relate_anew(ledger, PACKS)
    event, first = ledger.happenings()[0], proposition_of(ledger, FIRST)
    for action, left, right, code in (
        ("not_same", event.id, first, "judge.whole_event"),
        ("same", first, first, "judge.one_proposition"),
        ("same", first, state.claims[0].id, "judge.no_event"),
        ("same", ledger.relations().origins[0].id, first, "judge.no_claim"),
    ):
        with pytest.raises(LedgerError) as caught:
            decide(ledger, left, right, action=action, by="Ana", at=AT, of="event")  # type: ignore[arg-type]
        assert caught.value.code == code
        assert caught.value.advice
    assert not ledger.judgements()
