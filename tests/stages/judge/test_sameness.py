"""What people decide about which claims say the same."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sayso.model import Judgement
from sayso.stages.judge import EVENT, about_claims, entity_map, sameness

START = datetime(2026, 11, 28, tzinfo=UTC)


def judged(
    number: int, action: Any, subject: str, value: str, by: str = "Ana", field: str | None = "claim"
) -> Judgement:
    at = START + timedelta(minutes=number)
    return Judgement(id=f"j-{number}", subject=subject, action=action, field=field, value=value, by=by, at=at)


def test_a_pair_is_the_same_or_apart_and_a_later_decision_replaces_an_earlier_one() -> None:
    made = [judged(1, "same", "c-1", "c-2"), judged(2, "not_same", "c-3", "c-1")]
    found = sameness(made)
    assert (list(found.same), list(found.apart)) == ([("c-1", "c-2")], [("c-3", "c-1")])
    turned = sameness([*made, judged(3, "not_same", "c-2", "c-1")])
    assert (list(turned.same), list(turned.apart)) == ([], [("c-3", "c-1"), ("c-2", "c-1")])


def test_where_two_people_differ_neither_holds() -> None:
    found = sameness([judged(1, "same", "c-1", "c-2"), judged(2, "not_same", "c-2", "c-1", by="Ben")])
    assert not found.same
    assert not found.apart


def test_what_was_taken_back_does_not_hold_and_does_again_when_that_is_taken_back() -> None:
    made = [judged(1, "same", "c-1", "c-2"), judged(2, "undo", "c-1", "j-1", field=None)]
    assert not sameness(made).same
    assert sameness([*made, judged(3, "undo", "c-1", "j-2", field=None)]).same


def test_decisions_on_entities_are_another_matter() -> None:
    of_claims, of_entities = judged(1, "same", "c-1", "c-2"), judged(2, "same", "wagner", "pmc-wagner", field=None)
    assert list(sameness([of_claims, of_entities]).same) == [("c-1", "c-2")]
    assert entity_map([of_claims, of_entities]).merged == {"pmc-wagner": "wagner"}


def test_what_concerns_some_claims_comes_with_what_took_it_back() -> None:
    made = [
        judged(1, "same", "c-1", "c-2"),
        judged(2, "undo", "c-1", "j-1", field=None),
        judged(3, "same", "c-8", "c-9"),
        judged(4, "accept", "c-1", "", field=None),
    ]
    assert [j.id for j in about_claims(made, frozenset({"c-2"}))] == ["j-1", "j-2"]


def test_events_and_what_is_said_of_them_are_decided_apart() -> None:
    made = [judged(1, "same", "c-1", "c-2"), judged(2, "not_same", "c-1", "c-2", field="event")]
    assert list(sameness(made).same) == [("c-1", "c-2")]
    assert not sameness(made).apart
    of_events = sameness(made, EVENT)
    assert (list(of_events.same), list(of_events.apart)) == ([], [("c-1", "c-2")])
    undone = [*made, judged(3, "undo", "c-1", "j-2", field=None)]
    assert not sameness(undone, EVENT).apart
    assert [j.id for j in about_claims(undone, frozenset({"c-2"}), EVENT)] == ["j-2", "j-3"]
    assert [j.id for j in about_claims(undone, frozenset({"c-2"}))] == ["j-1"]
    assert not entity_map(made).merged
