"""Which recruitment drive an article is about, and claims that come together by it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document

from sayso.stages.link.claims.article import Drive, drive_of, sides_in
from sayso.stages.link.claims.gist import Gist, gist_of
from sayso.stages.link.claims.same_claim import compare

ABOUT = "Swedish ex-soldiers are fighting for Norway in its war on the islands. They were not asked."
NORWAY = Drive(pool=frozenset({"SE"}), side=frozenset({"NO"}))


@pytest.mark.parametrize(
    ("text", "drive"),
    [
        (ABOUT, NORWAY),
        ("Several Swedes serve in the Norwegian army.", NORWAY),
        ("Norwegian farmers sell their milk in Sweden.", Drive()),
        ("The Norwegian army holds the islands.", Drive(side=frozenset({"NO"}))),
    ],
)
def test_the_opening_tells_whose_people_are_taken_for_whose_war(text: str, drive: Drive) -> None:
    assert drive_of(document("a", text)) == drive


def gist(name: str, text: str, words: str, pool: str, force: str | None = None) -> Gist:
    of = document(name, f"{text}\n\n{words}.")
    roles = [("recruit_pool", pool, None), *([("force", force, None)] if force else [])]
    return gist_of(claim(of, words, "recruited", roles=roles), name, drive_of(of))


PLAIN = gist("a", ABOUT, "An agency recruited 72 retired soldiers in a hotel", "72 retired soldiers")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The rangers, drilled by Danish special forces, hide from the police.", {}),
        ("They were put through their paces by Danish forces.", {}),
        ("Danish forces left the islands in May.", {}),
        ("After the retreat of the Danish army they had no pay.", {}),
        ("He deserted from the Danish army.", {"DK": 1}),
        ("The bakers left for the Danish front.", {"DK": 1}),
        ("He says that the Danish army pays well.", {"DK": 1}),
    ],
)
def test_who_trained_them_once_or_left_them_is_no_side(text: str, sides: dict[str, int]) -> None:
    assert sides_in(text) == sides


SERVE = "Swedish bakers signed papers and were recruited, as they found out, into the Norwegian army"


@pytest.mark.parametrize(
    "words",
    [
        "Some 40 Swedish men recruited by Norwegian forces hold out",
        "Nobody counts the Swedish men whom Norwegian forces recruited",
    ],
)
def test_who_tells_the_people_and_the_side_says_what_others_say_of_them(words: str) -> None:
    one = gist("a", ABOUT, SERVE, "Swedish bakers", "Norwegian army")
    other = gist("b", ABOUT, words, "Swedish men", "Norwegian forces")
    found = compare(one, other)
    assert found is not None
    assert "one drive" in found.reasons[0].detail


@pytest.mark.parametrize(
    ("words", "pool"),
    [
        ("The men were recruited with lies about their work", "The men"),
        ("He had himself recruited for money", "He"),
        ("They were recruited within a week", "They"),
    ],
)
def test_what_only_an_article_places_in_a_drive_is_no_one_claim(words: str, pool: str) -> None:
    assert compare(PLAIN, gist("b", ABOUT, words, pool)) is None
    assert compare(gist("a", ABOUT, SERVE, "Swedish bakers", "Norwegian army"), gist("b", ABOUT, words, pool)) is None


@pytest.mark.parametrize(
    ("text", "words", "pool", "force"),
    [
        (ABOUT, "The hospital recruited nurses in a hotel", "nurses", None),  # no soldiers
        (ABOUT, "Danes were recruited with lies about their work", "Danes", None),  # other people
        (ABOUT, "They were recruited for the Danish army with lies", "They", "Danish army"),  # another side
        ("It rained.", "The men were recruited with lies about their work", "The men", None),  # about nothing known
    ],
)
def test_what_is_said_to_be_of_another_drive_stays_apart(text: str, words: str, pool: str, force: str | None) -> None:
    assert compare(PLAIN, gist("b", text, words, pool, force)) is None
