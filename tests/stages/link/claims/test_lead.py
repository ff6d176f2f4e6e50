"""The news of two reports of one story is one event, however each tells it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import claim, document

from sayso.model import Claim
from sayso.stages.link.claims.gist import Gist, gist_of
from sayso.stages.link.claims.lead import OPENING, find_leads
from sayso.stages.link.claims.occasion import told_on
from sayso.stages.link.claims.same_claim import compare
from sayso.stages.link.claims.story import topic_of

Told = tuple[Claim, Gist]
Roles = tuple[tuple[str, str, str | None], ...]
STORY = "The Lahti cadets of Camp Vuori had gone from the Tervo Mall in Sundvik on their free day.\n"
OTHER = "Traders of Bellamy Street asked the Olusegun council for lamps behind the Ikoro mill.\n"
CAUGHT: Roles = (("detained", "Three cadets", None),)
HELD: Roles = (("detained", "The men", None),)


def told(name: str, text: str, trigger: str, roles: Roles, *, day: str = "2026-03-02", kind: str = "DETAIN") -> Told:
    of = document(name, text, day=day)
    words = next(line for line in text.split("\n") if trigger in line)
    made = claim(of, words, trigger, event_type=kind, roles=roles)
    return made, gist_of(made, of.id, told=told_on(of), topic=topic_of(of))


def are_one(*each: Told) -> bool:
    found = list(find_leads({c.id: c for c, _ in each}, {c.id: g for c, g in each}))
    assert all(link.reasons[0].rule == "same_claim.lead" for link in found)
    return bool(found)


FIRST = told("a", STORY + "Three cadets were caught on the bridge to Norway.", "caught", CAUGHT)


def test_news_of_one_story_in_other_words_is_one() -> None:
    second = told("b", STORY + "The men have been taken into custody, a guard said.", "taken into custody", HELD)
    assert compare(FIRST[1], second[1]) is None
    assert are_one(FIRST, second)


@pytest.mark.parametrize(
    "other",
    [
        told("b", OTHER + "The men have been taken into custody.", "taken into custody", HELD),
        told("b", STORY + "The men have been taken into custody.", "taken into custody", HELD, day="2026-03-09"),
        told("b", STORY + "The men were killed by a guard.", "killed", (("victim", "The men", None),), kind="KILL"),
        told("b", STORY + "Last year a thief was caught there.", "caught", (("detained", "a thief", None),)),
        told("b", STORY + "A baker was caught there.", "caught", (("detained", "A baker", None),)),
        told("b", STORY + "-" * OPENING + "\nThe men were held.", "held", HELD),
    ],
    ids=["another story", "a week later", "another fate", "another time", "one beside many", "far below"],
)
def test_what_is_no_news_of_the_same_is_not(other: Told) -> None:
    assert not are_one(FIRST, other)


def test_only_what_a_report_tells_first_is_its_news() -> None:
    text = STORY + "Three cadets were caught on the bridge.\nThe men of another camp were seized before."
    second = told("b", text, "seized", (("detained", "The men of another camp", None),))
    first = told("b", text, "caught", CAUGHT)
    links = list(find_leads({c.id: c for c, _ in (FIRST, second, first)}, {c.id: g for c, g in (FIRST, second, first)}))
    assert [{link.left, link.right} for link in links] == [{FIRST[0].id, first[0].id}]


def test_other_counts_need_a_town_in_common() -> None:
    def counted(name: str, text: str, figure: float) -> Told:
        of = document(name, STORY + text, day="2026-03-02")
        roles = (("victim", f"{figure:g} people", None),)
        made = claim(of, text, "killed", event_type="KILL", roles=roles, figure=(figure, figure, "person"))
        return made, gist_of(made, of.id, told=told_on(of), topic=topic_of(of))

    assert not are_one(counted("a", "Blasts killed 12 people.", 12), counted("b", "Shells killed 20 people.", 20))
    assert are_one(
        counted("a", "Blasts in Kupiansk killed 12 people.", 12),
        counted("b", "Shells in Kupiansk killed 20 people.", 20),
    )


def test_who_left_a_town_was_not_caught_there() -> None:
    one = told("a", STORY + "Three cadets who fled from a base in Kharkiv were held.", "held", CAUGHT)
    other = told("b", STORY + "The men were held in Odesa after they had fled from a base in Kharkiv.", "held", HELD)
    assert one[1].towns | one[1].setting.towns == frozenset()
    assert other[1].towns | other[1].setting.towns == {"odesa"}


def test_a_border_and_where_somebody_is_bound_place_nothing() -> None:
    text = STORY + "The men were held at the Norwegian border trying to cross into Sweden."
    assert told("a", text, "held", HELD)[1].setting.countries == frozenset()
    assert told("b", STORY + "The men were held in Sweden.", "held", HELD)[1].setting.countries == {"SE"}
