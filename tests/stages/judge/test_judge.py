"""Judgements over machine rows: what stands, what counts, and what comes back when they are taken back."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from factory import make_reading
from sayso.model import Judgement, Reading
from sayso.stages.judge import EntityMap, add_value, by_subject, entity_map, judged_reading, standing

START = datetime(2022, 1, 1, tzinfo=UTC)


def judge(subject: str, action: Any, n: int = 0, by: str = "Ana", **fields: Any) -> Judgement:
    return Judgement(
        id=f"j-{subject}-{action}-{by}-{n}",
        subject=subject,
        action=action,
        by=by,
        at=START + timedelta(hours=n),
        **fields,
    )


def judged(reading: Reading, *judgements: Judgement) -> Reading:
    return judged_reading(reading, by_subject(judgements), entity_map(judgements))


def test_without_judgements_the_reading_is_the_same_object() -> None:
    reading = make_reading()
    assert judged(reading) is reading


def test_a_rejected_claim_does_not_count_and_undo_brings_it_back() -> None:
    reading = make_reading(claims=2)
    first = reading.claims[0].id
    rejected = judge(first, "reject")
    assert [c.id for c in judged(reading, rejected).claims] == [reading.claims[1].id]
    assert judged(reading, rejected, judge(first, "undo", 1, value=rejected.id)).claims == reading.claims


def test_a_claim_that_two_people_differ_on_still_counts() -> None:
    reading = make_reading()
    key = reading.claims[0].id
    assert judged(reading, judge(key, "reject"), judge(key, "accept", 1, by="Ben")).claims == reading.claims


def test_a_corrected_claim_counts_as_corrected_and_keeps_its_id() -> None:
    reading = make_reading()
    key = reading.claims[0].id
    claim = judged(reading, judge(key, "correct", field="quantities.0.high", value="8000")).claims[0]
    assert claim.quantities[0].high == 8000
    assert claim.id == key


def test_an_older_correction_that_no_longer_fits_is_kept_and_not_applied() -> None:
    claim = make_reading().claims[0]
    same, stands = standing(claim, [judge(claim.id, "correct", field="quantities.7.high", value="1")])
    assert same == claim
    assert stands.corrections[0].machine == "null"


def added(reading: Reading, words: str, **more: Any) -> Judgement:
    start = reading.document.text.index(words)
    trigger = {"start": start, "end": start + len(words), "text": words}
    value = json.dumps({"event_type": "recruit", "trigger": trigger, "factuality": "possible", **more})
    return judge("c-added", "add", value=value, document=reading.document.id)


def test_an_added_claim_stands_in_text_order_on_its_innermost_source() -> None:
    reading = make_reading()
    claims = judged(reading, added(reading, "eager to go"), added(reading, "eager to go")).claims
    assert claims[-1].event_type == "RECRUIT"
    assert claims[-1].reasons[0].detail == "added by Ana"
    inside = judged(reading, added(reading, "the men")).claims[-1]
    assert inside.attribution == reading.attributions[0].id
    assert inside.chain == reading.attributions[0].chain


def test_an_added_claim_can_be_taken_back_or_rejected() -> None:
    reading = make_reading()
    adding = added(reading, "eager to go")
    assert judged(reading, adding, judge("c-added", "undo", 1, value=adding.id)).claims == reading.claims
    assert judged(reading, adding, judge("c-added", "reject", 1)).claims == reading.claims


@pytest.mark.parametrize(
    "value",
    ["", "[]", "{}", '{"event_type": "X", "trigger": {"start": 0, "end": 900000}}',
     '{"event_type": "X", "trigger": {"start": 0, "end": 3, "text": "other"}}',
     '{"event_type": "X;--", "trigger": {"start": 0, "end": 3}}',
     '{"event_type": "X", "trigger": {"start": 0, "end": 3}, "factuality": "sure"}'],
)  # fmt: skip
def test_an_added_claim_that_does_not_fit_the_text_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"claim|words|firmness"):
        add_value("Some words here.", value)


def test_merging_follows_merges_and_undo_parts_again() -> None:
    first, second = judge("a", "same", value="b"), judge("b", "same", 1, value="c")
    assert entity_map([first, second]).merged == {"b": "a", "c": "a"}
    assert entity_map([first, second, judge("a", "undo", 2, value=first.id)]).merged == {"c": "b"}


def test_not_the_same_wins_over_an_earlier_same_of_that_person() -> None:
    assert entity_map([judge("a", "same", value="b"), judge("b", "not_same", 1, value="a")]).merged == {}


def test_two_people_who_differ_leave_the_machines_answer() -> None:
    assert entity_map([judge("a", "same", value="b"), judge("a", "not_same", 1, by="Ben", value="b")]).merged == {}


def test_a_name_taken_from_an_entity_leads_to_one_of_its_own() -> None:
    reading = make_reading()
    entities = entity_map([judge("afghan-commandos", "not_same", field="name", value="the men")])
    assert isinstance(entities, EntityMap)
    argument = entities.applied(reading.claims[0].arguments[1])
    assert (argument.entity, argument.value) == ("afghan-commandos--the-men", "the men")
    assert entities.of("afghan-commandos", "the commandos") == "afghan-commandos"
