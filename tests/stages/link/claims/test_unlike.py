"""What keeps two claims apart though their words are alike."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import claim, document

from sayso.stages.link.claims.gist import Gist, gist_of
from sayso.stages.link.claims.occasion import told_on
from sayso.stages.link.claims.same_claim import compare
from sayso.stages.link.claims.story import nearness, topic_of
from sayso.stages.link.claims.unlike import unlike

Roles = tuple[tuple[str, str, str | None], ...]


def gist(
    name: str,
    text: str,
    trigger: str,
    roles: Roles,
    kind: str = "KILL",
    figure: float | None = None,
    day: str | None = None,
) -> Gist:
    of = document(name, text, day=day)
    words = next(sentence for sentence in text.split("\n") if trigger in sentence)
    counted = (figure, figure, "person") if figure else None
    made = claim(of, words, trigger, event_type=kind, roles=roles, figure=counted)
    return gist_of(made, of.id, told=told_on(of), topic=topic_of(of))


HARBOUR = "Harbour of Sundvik\nFerrymen of Sundvik tell of the blast at Kallio's yard.\n"
MARKET = "Market of Oran Bay\nTraders of Bellamy Street count the dead behind the Olusegun mill.\n"


def test_bare_claims_of_two_stories_are_not_one() -> None:
    left = gist(
        "a", HARBOUR + "At least 50 people were killed there.", "killed", (("victim", "50 people", None),), figure=50
    )
    right = gist(
        "b", MARKET + "At least 50 people were killed there.", "killed", (("victim", "50 people", None),), figure=50
    )
    again = gist(
        "c", HARBOUR + "Some 50 people were killed, police said.", "killed", (("victim", "50 people", None),), figure=50
    )
    assert left.topic
    assert right.topic
    assert nearness(left.topic, right.topic) < 0.2
    assert compare(left, right) is None
    assert compare(left, again) is not None


def test_a_name_in_both_ties_claims_of_two_stories() -> None:
    one = gist(
        "a", HARBOUR + "Gunmen killed the painter Aino Lahti.", "killed", (("victim", "the painter Aino Lahti", None),)
    )
    other = gist(
        "b", MARKET + "The painter Aino Lahti was killed.", "killed", (("victim", "The painter Aino Lahti", None),)
    )
    assert compare(one, other) is not None


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (
            (
                "The widow killed 25 raiders.",
                "killed",
                (("killer", "The widow", None), ("victim", "25 raiders", None)),
                "KILL",
            ),
            (
                "The raiders killed her son.",
                "killed",
                (("killer", "The raiders", None), ("victim", "her son", None)),
                "KILL",
            ),
            "raider",
        ),
        (
            ("Some 50 people were killed.", "killed", (("victim", "50 people", None),), "KILL"),
            ("Some 50 people were hurt.", "hurt", (("victim", "50 people", None),), "WOUND"),
            "fate",
        ),
        (
            ("Her son died that day.", "died", (("victim", "Her son", None),), "KILL"),
            ("Thousands of farmers died.", "died", (("victim", "Thousands of farmers", None),), "KILL"),
            "number",
        ),
        (
            ("Nine soldiers were killed.", "killed", (("victim", "Nine soldiers", None),), "KILL"),
            ("Nine rebels were killed.", "killed", (("victim", "Nine rebels", None),), "KILL"),
            "side",
        ),
        (
            ("In 2010 the quarry blast killed many.", "killed", (), "KILL"),
            ("In 2014 the quarry blast killed many.", "killed", (), "KILL"),
            "year",
        ),
        (
            ("Every day the shelling kills farmers.", "kills", (("victim", "farmers", None),), "KILL"),
            ("The shelling killed farmers.", "killed", (("victim", "farmers", None),), "KILL"),
            "time",
        ),
        (
            ("Rebels took control of Sundvik.", "took", (("taken", "control of Sundvik", None),), "SEIZE"),
            ("Rebels took control of Oran Bay.", "took", (("taken", "control of Oran Bay", None),), "SEIZE"),
            "taken",
        ),
    ],
)
def test_what_keeps_apart(left: tuple[str, str, Roles, str], right: tuple[str, str, Roles, str], why: str) -> None:
    one, other = gist("a", left[0], left[1], left[2], left[3]), gist("b", right[0], right[1], right[2], right[3])
    assert unlike(one, other) == why
    assert unlike(one, one) is None


def test_an_old_year_is_not_the_news_of_another() -> None:
    old = gist("a", "In 2010 the quarry blast killed many.", "killed", (), day="2016-03-01")
    new = gist("a", "The quarry blast killed many.", "killed", (), day="2016-03-01")
    assert unlike(old, new) == "year"
