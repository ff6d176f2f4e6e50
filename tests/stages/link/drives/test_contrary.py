"""A denial against what it denies, and counts that cannot both be so, among those who tell of one drive."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import claim, document, reading

from sayso.model import Contradiction, Reading
from sayso.stages.link import link

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


def test_a_count_that_grew_does_not() -> None:
    assert [about for about, _, _ in shown(MOTHER, dead(5, "Ida Holm", 16, 16), dead(20, "Bo Aas", 61, 61))] == []
