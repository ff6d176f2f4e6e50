"""A denial against what it denies, and counts that cannot both be so, among those who tell of one drive."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, reading

from sayso.model import Contradiction, Reading
from sayso.stages.link import link
from sayso.stages.link.claims.cues import will_of

HIRED = "Swedish ex-soldiers are being hired to fight for Norway, it is said. Sweden has not said a word."


def article(day: int, source: str, words: str, trigger: str, **fields: Any) -> Reading:
    name = f"{day}{source[:1]}"
    text = f"{HIRED}\n\n{source} said that {words}."
    of = document(name, text, day=f"2026-01-{day:02}", outlet=f"Outlet {name}")
    return reading(of, claim(of, words, trigger, chain=[(source, "named_person")], **fields))


def shown(*readings: Reading) -> list[tuple[str, str, str]]:
    """(about, the article of the one side, of the other)."""
    relations = link(readings)
    within = [p.contradictions for p in relations.propositions]
    of = {c.id: r.document.id for r in readings for c in r.claims}
    found: list[Contradiction] = [c for d in relations.drives for c in d.contradictions]
    return [(c.about, of[c.left], of[c.right]) for c in found if all(c not in each for each in within)]


POOL = [("recruit_pool", "her son", None)]
MOTHER = article(5, "Eva Lind", "they hired her son to fight", "hired", roles=POOL)
NONE = {"factuality": "negated", "polarity": "negative", "roles": [("recruit_pool", "a soul", None)]}


def test_a_denial_is_held_against_what_another_voice_says_of_the_drive() -> None:
    board = article(9, "Bo Aas", "Norway recruited not a soul", "recruited", **(NONE | {"roles": []}))
    assert shown(MOTHER, board) == [("polarity", MOTHER.document.id, board.document.id)]


def test_a_denial_of_something_else_or_by_the_same_voice_is_not() -> None:
    nobody = [("traveller", "a soul", None)]
    other = article(9, "Bo Aas", "they flew out a soul", "flew", event_type="TRANSFER", **(NONE | {"roles": nobody}))
    same = article(9, "Eva Lind", "Norway recruited not a soul", "recruited", **(NONE | {"roles": []}))
    assert shown(MOTHER, other) == []
    assert shown(MOTHER, same) == []


def dead(day: int, source: str, low: float, high: float | None) -> Reading:
    words = f"{low:.0f} Swedes were killed"
    roles = [("victim", f"{low:.0f} Swedes", "se-people")]
    return article(day, source, words, "killed", event_type="KILL", roles=roles, figure=(low, high, "person"))


def test_a_later_smaller_count_of_a_people_disagrees_with_an_earlier_larger_one() -> None:
    families, ministry = dead(5, "Ida Holm", 61, None), dead(20, "Bo Aas", 16, 16)
    assert ("figure", families.document.id, ministry.document.id) in shown(MOTHER, families, ministry)


def test_the_dead_of_a_whole_war_are_no_count_of_a_drive() -> None:
    war, ministry = dead(5, "Ida Holm", 90_000, None), dead(20, "Bo Aas", 16, 16)
    assert [about for about, _, _ in shown(MOTHER, war, ministry)] == []


def test_a_count_that_grew_does_not_but_may_be_of_later() -> None:
    drives = link([MOTHER, dead(5, "Ida Holm", 16, 16), dead(20, "Bo Aas", 61, 61)]).drives
    assert [c.difference for d in drives for c in d.contradictions] == ["update"]


def flown(words: str, *places: tuple[str, str, str | None]) -> Reading:
    roles = [("traveller", "a soul", None), *places]
    return article(9, "Bo Aas", words, "flew", event_type="TRANSFER", **(NONE | {"roles": roles}))


def test_that_nobody_was_flown_to_the_side_answers_who_tells_of_hiring() -> None:
    there = flown("they flew to Norway not a soul", ("destination", "Norway", "norway-government"))
    assert shown(MOTHER, there) == [("polarity", MOTHER.document.id, there.document.id)]


def test_that_nobody_was_flown_to_a_third_country_answers_nobody() -> None:
    elsewhere = flown("they flew to Spain not a soul", ("destination", "Spain", None))
    assert shown(MOTHER, elsewhere) == []


def both(teller: str | None) -> Reading:
    """One article with what somebody tells (None: the article itself) and who denies it."""
    of = document(
        "b", f"{HIRED} They hired her son to fight. Norway recruited not a soul, Bo Aas said.", day="2026-01-05"
    )
    chain = [(teller, "named_person")] if teller else []
    yes = claim(of, "hired her son to fight", "hired", roles=[("recruit_pool", "her son", None)], chain=chain)
    no = claim(
        of,
        "recruited not a soul",
        "recruited",
        roles=[("recruit_pool", "a soul", None)],
        factuality="negated",
        polarity="negative",
        chain=[("Bo Aas", "named_person")],
    )
    return reading(of, yes, no)


def test_a_denial_answers_another_voice_of_its_own_article() -> None:
    assert [about for about, _, _ in shown(both("Norway"))] == ["polarity"]


def test_what_an_article_says_itself_is_not_held_against_a_denial_in_it() -> None:
    assert shown(both(None)) == []


@pytest.mark.parametrize(
    "words",
    [
        "They all knew.",
        "the men knew very well where they were headed",
        "he was well aware of what he was getting into",
        "lads who wanted to join the Norwegians",
        "most had volunteered to fight",
    ],
)
def test_who_knew_or_wanted_it_went_by_their_own_will(words: str) -> None:
    assert will_of(words) == "free"


@pytest.mark.parametrize(
    "words",
    [
        "she doesn't know where he is",
        "people who need nobody to know what they know",
        "they never knew what they were signing",
        "the men did not know where they were",
        "volunteers were wanted to fill the ranks",
    ],
)
def test_words_of_knowing_something_else_say_nothing_of_their_will(words: str) -> None:
    assert will_of(words) == ""


@pytest.mark.parametrize(
    "words",
    ["who believed he'd be working in a warehouse", "they were told they would guard a port", "most had been misled"],
)
def test_who_was_told_of_some_other_work_was_deceived(words: str) -> None:
    assert will_of(words) == "forced"


@pytest.mark.parametrize("words", ["he thought he was dying", "they were told they would be paid"])
def test_who_was_told_something_else_was_not(words: str) -> None:
    assert will_of(words) == ""


def test_who_does_not_rule_it_out_denies_nothing() -> None:
    open_ = article(
        9, "Bo Aas", "it stopped short of ruling out that a soul was recruited", "recruited", **(NONE | {"roles": []})
    )
    assert shown(MOTHER, open_) == []


def test_the_dead_of_an_old_war_are_no_count_of_a_drive() -> None:
    old = {"roles": [("victim", "900 Swedes", "se-people")], "event_type": "KILL", "figure": (900, 900, "person")}
    war = article(5, "Ida Holm", "some 900 Swedes were killed from 1979 to 1989", "killed", **old)
    assert [about for about, _, _ in shown(MOTHER, war, dead(20, "Bo Aas", 16, 16))] == []


@pytest.mark.parametrize(
    "words",
    [
        "the board didn't address how the men were recruited",
        "the board declined to say whether it recruited men",
        "the board has announced no programme by which it recruited men",
    ],
)
def test_who_tells_nothing_of_it_denies_nothing(words: str) -> None:
    silent = article(9, "Bo Aas", words, "recruited", **(NONE | {"roles": []}))
    assert shown(MOTHER, silent) == []


def killed(day: int, source: str, words: str, victim: str, **fields: Any) -> Reading:
    roles = [("victim", victim, "se-people" if "Swed" in victim else None)]
    return article(day, source, words, "killed", event_type="KILL", roles=roles, **fields)


NOT_KILLED = {"factuality": "negated", "polarity": "negative"}


def test_that_none_of_them_died_answers_who_counts_the_dead() -> None:
    none = killed(20, "Bo Aas", "none of the Swedes was killed", "none of the Swedes", **NOT_KILLED)
    families = dead(5, "Ida Holm", 61, None)
    assert ("polarity", families.document.id, none.document.id) in shown(MOTHER, families, none)


def test_that_one_man_did_not_die_does_not() -> None:
    one = killed(20, "Bo Aas", "her son was not killed", "her son", **NOT_KILLED)
    assert [about for about, _, _ in shown(MOTHER, dead(5, "Ida Holm", 61, None), one)] == []


def release(outlet: str) -> Reading:
    """What rejects "these allegations", told before as what others say."""
    text = f"{HIRED} It has taken note of reports that her son was killed for Norway. These allegations are baseless."
    of = document("9r", text, day="2026-01-09", outlet=outlet)
    lured = claim(of, "her son was killed for Norway", "killed", event_type="KILL", roles=[("victim", "her son", None)])
    roles = [("denied", "These allegations", None)]
    return reading(of, lured, claim(of, "These allegations are baseless", "baseless", event_type="DENY", roles=roles))


def test_a_body_that_rejects_these_allegations_in_its_release_denies_the_drive() -> None:
    assert [about for about, left, _ in shown(MOTHER, release("Ministry of Defence, Oslo"))] == ["polarity"]


def test_a_paper_that_calls_them_baseless_is_no_party() -> None:
    assert shown(MOTHER, release("The Oslo Gazette")) == []


def test_a_denial_is_held_against_what_is_told_as_a_fact_before_what_could_be() -> None:
    could = article(
        4, "Ida Holm", "her son could be recruited to fight", "recruited", roles=POOL, factuality="possible"
    )
    board = article(9, "Bo Aas", "Norway recruited not a soul", "recruited", **(NONE | {"roles": []}))
    assert shown(could, board) == [("polarity", could.document.id, board.document.id)]
    assert shown(could, MOTHER, board) == [("polarity", MOTHER.document.id, board.document.id)]
