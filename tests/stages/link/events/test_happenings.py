"""Propositions of one happening come together; typed fields keep others apart; no proposition is changed."""

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, reading

from sayso.model import Claim, Happening, Judgement, OriginCount, Period, Place, Proposition, Reading, Sameness, Span
from sayso.stages.link.events.happenings import Mentions, find_happenings

RAID = "Gunmen raided the harbour office in Varna before dawn on Monday and took the pay of the guards"
AGAIN = "The raid on the harbour office in Varna before dawn on Monday cost the guards their pay"
COURT = "A court in Lisbon sentenced the former minister Duarte to six years"


def proposition(number: int, *claims: Claim) -> Proposition:
    return Proposition(
        id=f"p-{number}",
        title="",
        event_type=claims[0].event_type,
        claims=tuple(each.id for each in claims),
        documents=(),
        reports=1,
        outlets=0,
        origins=OriginCount(at_least=1, at_most=1),
    )


def told(name: str, words: str, trigger: str, day: str = "2023-05-02", **fields: Any) -> tuple[Reading, Claim]:
    of = document(name, words + ".", day=day)
    made = claim(of, words, trigger, **({"event_type": "ASSAULT"} | fields))
    return reading(of, made), made


def found(*made: tuple[Reading, Claim]) -> tuple[Happening, ...]:
    return find_happenings([r for r, _ in made], [proposition(n, c) for n, (_, c) in enumerate(made)])


def test_verb_and_noun_of_one_raid_are_one_happening_with_the_sentences_that_show_it() -> None:
    first, second, other = told("a", RAID, "raided"), told("b", AGAIN, "raid"), told("c", COURT, "sentenced")
    (happening,) = found(first, second, other)
    assert happening.propositions == ("p-0", "p-1")
    assert happening.documents == ("a", "b")
    assert [(t.claim, t.document, t.trigger.text) for t in happening.tellings] == [
        (first[1].id, "a", "raided"),
        (second[1].id, "b", "raid"),
    ]
    (reason,) = happening.reasons
    assert [span.text for span in reason.spans] == [RAID, AGAIN]
    assert reason.score is not None
    assert reason.score > 0.6
    assert '"raided" and "raid"' in reason.detail


def placed(name: str) -> tuple[Place, ...]:
    span = Span(start=0, end=1, text="G")
    return (Place(span=span, name=name, country="BG", precision="town", role="event", geonames_id=len(name)),)


def on(day: int) -> Period:
    return Period(start=date(2023, 5, day), end=date(2023, 5, day + 1), precision="day", basis="text")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"places": placed("Varna")}, {"places": placed("Burgas")}),
        ({"period": on(1)}, {"period": on(12)}),
        ({"event_type": "ASSAULT"}, {"event_type": "RECRUIT"}),
        ({"roles": [("actor", "Gunmen", "left-front")]}, {"roles": [("actor", "guards", "right-front")]}),
    ],
    ids=["town", "day", "kind", "doer"],
)
def test_another_town_day_kind_or_doer_is_another_happening(left: dict[str, Any], right: dict[str, Any]) -> None:
    assert found(told("a", RAID, "raided", **left), told("b", AGAIN, "raid", **right)) == ()


def test_a_report_that_names_no_day_does_not_join_two_raids_of_different_days() -> None:
    first, last = told("a", RAID, "raided", period=on(1)), told("c", AGAIN, "raid", period=on(12))
    made = found(first, told("b", RAID, "raided"), last)
    assert len(made) == 1
    assert len(made[0].propositions) == 2


def test_a_denial_is_of_the_same_happening_and_stays_a_proposition_of_its_own() -> None:
    (happening,) = found(told("a", RAID, "raided"), told("b", AGAIN, "raid", polarity="negative"))
    assert happening.propositions == ("p-0", "p-1")


def both_in(one: str, *made: tuple[str, str, dict[str, Any]]) -> tuple[Happening, ...]:
    """The happenings where one document tells all of these: words, trigger and fields of each claim."""
    of = document(one, ". ".join(words for words, _, _ in made) + ".", day="2023-05-02")
    claims = [claim(of, words, trigger, event_type="ASSAULT", **fields) for words, trigger, fields in made]
    return find_happenings([reading(of, *claims)], [proposition(n, c) for n, c in enumerate(claims)])


def test_two_tellings_of_one_article_are_one_happening_only_with_a_town_in_common() -> None:
    hurt = {"roles": [("target", "guards", None)]}
    nowhere = [each.replace(" in Varna", "") for each in (RAID, AGAIN)]
    assert both_in("a", (nowhere[0], "raided", hurt), (nowhere[1], "raid", hurt)) == ()
    assert len(both_in("a", (RAID, "raided", hurt), (AGAIN, "raid", hurt))) == 1


def test_two_tellings_of_two_articles_are_one_happening_only_where_they_agree_in_something() -> None:
    bare = told("a", "It was raided before dawn", "raided"), told("b", "It was raided before dawn, all say", "raided")
    assert found(*bare) == ()
    assert len(found(told("a", RAID, "raided"), told("b", AGAIN, "raid"))) == 1


def test_states_do_not_happen() -> None:
    assert found(told("a", RAID, "raided", sort="state"), told("b", AGAIN, "raid", sort="state")) == ()


def test_a_proposition_told_twice_is_a_happening_by_itself_and_one_told_once_is_not_shown() -> None:
    first, second, alone = told("a", RAID, "raided"), told("b", RAID, "raided"), told("c", COURT, "sentenced")
    made = find_happenings(
        [r for r, _ in (first, second, alone)], [proposition(0, first[1], second[1]), proposition(1, alone[1])]
    )
    assert [each.propositions for each in made] == [("p-0",)]
    assert made[0].reasons == ()


def test_one_place_that_tells_two_propositions_tells_one_happening() -> None:
    words = RAID.replace(" in Varna", "")  # nothing else in common
    of = document("a", words + ".", day="2023-05-02")
    one = claim(of, words, "raided", event_type="ASSAULT")
    other = claim(of, words, "raided", event_type="ASSAULT", chain=[("guards", "unnamed")])
    (happening,) = find_happenings([reading(of, one, other)], [proposition(0, one), proposition(1, other)])
    assert happening.propositions == ("p-0", "p-1")
    assert happening.reasons[0].detail == '"raided" tells both'


def test_the_order_of_readings_changes_nothing() -> None:
    made = [told("a", RAID, "raided"), told("b", AGAIN, "raid", day="2023-05-03"), told("c", COURT, "sentenced")]
    propositions = [proposition(n, c) for n, (_, c) in enumerate(made)]
    readings: Sequence[Reading] = [r for r, _ in made]
    assert find_happenings(readings, propositions) == find_happenings(readings[::-1], propositions)


def test_nothing_gives_nothing() -> None:
    assert find_happenings([], []) == ()


def test_claims_of_one_proposition_or_of_two_kinds_are_not_laid_beside_each_other() -> None:
    first, second, third = told("a", RAID, "raided"), told("b", AGAIN, "raid"), told("c", RAID, "raided")
    hired = told("d", AGAIN, "raid", event_type="RECRUIT")
    made = (first, second, third, hired)
    held = Mentions(
        [r for r, _ in made],
        [proposition(0, first[1], third[1]), *(proposition(n, c[1]) for n, c in ((1, second), (2, hired)))],
    )
    wanted = {(a, b) for a in range(4) for b in range(a + 1, 4) if held.may_join(a, b)}
    assert wanted == {(0, 1), (1, 2)}


def by_ana(number: int, left: Claim, right: Claim, action: Any) -> dict[tuple[str, str], Judgement]:
    at = datetime(2026, 11, 28, 8, number, tzinfo=UTC)
    made = Judgement(
        id=f"j-{number}", subject=left.id, action=action, field="event", value=right.id, by="Ana", at=at, reason="seen"
    )
    return {(left.id, right.id): made}


def decided(*pairs: tuple[str, Claim, Claim]) -> Sameness:
    made: dict[str, dict[tuple[str, str], Judgement]] = {"same": {}, "not_same": {}}
    for number, (action, left, right) in enumerate(pairs):
        made[action] |= by_ana(number, left, right, action)
    return Sameness(same=made["same"], apart=made["not_same"])


def groups(people: Sameness | None, *made: tuple[Reading, Claim]) -> set[frozenset[str]]:
    propositions = [proposition(n, c) for n, (_, c) in enumerate(made)]
    held = find_happenings([r for r, _ in made], propositions, decided=people)
    assert all(len(each.reasons) == len(each.propositions) - 1 for each in held)
    return {frozenset(each.propositions) for each in held}


def test_what_people_hold_to_be_one_event_is_one_with_their_name_as_the_reason() -> None:
    first, second, other = told("a", RAID, "raided"), told("b", AGAIN, "raid"), told("c", COURT, "sentenced")
    people = decided(("same", other[1], first[1]))
    (happening,) = find_happenings(
        [r for r, _ in (first, second, other)],
        [proposition(n, c) for n, (_, c) in enumerate((first, second, other))],
        decided=people,
    )
    assert happening.propositions == ("p-0", "p-1", "p-2")
    found, said = happening.reasons
    assert (found.rule, said.rule, said.score) == ("same_event.trees", "judge.same_event", None)
    assert said.detail == "Ana said so on 2026-11-28: seen"
    assert {span.text for span in said.spans} == {RAID, COURT}


def test_a_proposition_said_to_tell_of_another_event_leaves_it_and_takes_none_with_it() -> None:
    made = [told("a", RAID, "raided"), told("b", AGAIN, "raid"), told("c", RAID, "raided", day="2023-05-03")]
    assert groups(None, *made) == {frozenset({"p-0", "p-1", "p-2"})}
    for moved, other, left in ((0, 1, {"p-1", "p-2"}), (1, 0, {"p-0", "p-2"})):
        assert groups(decided(("not_same", made[moved][1], made[other][1])), *made) == {frozenset(left)}


def test_apart_wins_over_a_chain_of_same() -> None:
    made = [told("a", RAID, "raided"), told("b", AGAIN, "raid"), told("c", COURT, "sentenced")]
    one, two, three = (c for _, c in made)
    people = decided(("not_same", two, one), ("same", three, one), ("same", three, two))
    assert groups(people, *made) == {frozenset({"p-0", "p-2"})}


def test_an_event_brought_in_whole_has_a_reason_for_each_of_its_propositions() -> None:
    court = told("d", "The sentence of a court in Lisbon for the former minister Duarte was six years", "sentence")
    made = [told("a", RAID, "raided"), told("b", AGAIN, "raid"), told("c", COURT, "sentenced"), court]
    before = groups(None, *made)
    assert frozenset({"p-0", "p-1"}) in before
    assert groups(decided(("same", made[2][1], made[1][1])), *made) >= {
        next(each for each in before if "p-0" in each) | next((e for e in before if "p-2" in e), frozenset({"p-2"}))
    }


def test_decisions_on_claims_that_are_not_there_or_are_of_one_proposition_change_nothing() -> None:
    first, second = told("a", RAID, "raided"), told("b", AGAIN, "raid")
    gone = told("z", COURT, "sentenced")[1]
    people = decided(("same", gone, first[1]), ("not_same", first[1], gone))
    assert groups(people, first, second) == groups(None, first, second)
    both = [proposition(0, first[1], second[1])]
    readings = [first[0], second[0]]
    apart = decided(("not_same", second[1], first[1]))
    assert find_happenings(readings, both, decided=apart) == find_happenings(readings, both)
