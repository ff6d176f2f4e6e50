"""Other figures for one event, each on its own word."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import claim, document, reading

from sayso.model import Relations
from sayso.stages.link import link

TEXT = (
    "Blast at Sundvik barracks\nMore than 100 soldiers were killed in the blast, an officer said.\n"
    "The mayor said 12 people were killed in the blast.\nLast year 40 people were killed there, the mayor said.\n"
    "The mayor said 30 people were hurt in the blast."
)


def told() -> Relations:
    of = document("a", TEXT, day="2024-05-02", outlet="Hill Gazette")
    officer, mayor = [("an officer", "person")], [("The mayor", "person")]
    made = [
        claim(
            of,
            "More than 100 soldiers were killed in the blast",
            "killed",
            event_type="KILL",
            chain=officer,
            roles=[("victim", "More than 100 soldiers", None)],
            figure=(100, None, "soldier"),
        ),
        claim(
            of,
            "12 people were killed in the blast",
            "killed",
            event_type="KILL",
            chain=mayor,
            roles=[("victim", "12 people", None)],
            figure=(12, 12, "person"),
        ),
        claim(
            of,
            "Last year 40 people were killed there",
            "killed",
            event_type="KILL",
            chain=mayor,
            roles=[("victim", "40 people", None)],
            figure=(40, 40, "person"),
        ),
        claim(
            of,
            "30 people were hurt in the blast",
            "hurt",
            event_type="WOUND",
            chain=mayor,
            roles=[("victim", "30 people", None)],
            figure=(30, 30, "person"),
        ),
    ]
    return link((reading(of, *made),))


def test_two_voices_on_one_blast_are_one_proposition_with_rival_figures() -> None:
    (together,) = [p for p in told().propositions if len(p.claims) > 1]
    assert {(f.low, f.high) for f in together.figures} == {(100, None), (12, 12)}
    (found,) = together.contradictions
    assert (found.about, found.difference) == ("figure", "fact")
    assert together.reports == 1


def test_who_says_so_of_the_wounded_or_of_last_year_is_no_rival() -> None:
    assert sorted(len(p.claims) for p in told().propositions) == [1, 1, 2]
