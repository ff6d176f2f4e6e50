"""Whose words a claim in an article's own voice is, and what a further article does to the count of voices."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, reading

from sayso.model import Proposition, Reading, Relations
from sayso.stages.link import link

WORDS = "Russia has recruited fishermen for its war"
ROLES = (("recruiter", "Russia", "e-ru"), ("recruit_pool", "fishermen", None))


def told(name: str, outlet: str, day: str, text: str, *chain: tuple[str, str]) -> Reading:
    """An article of one claim."""
    of = document(name, text, day=day, outlet=outlet)
    return reading(of, claim(of, WORDS, "recruited", chain=chain, roles=ROLES))


def main(*readings: Reading) -> tuple[Proposition, Relations]:
    relations = link(readings)
    (found,) = [p for p in relations.propositions if len(p.documents) == len(readings)]
    return found, relations


def origin_of(relations: Relations, article: Reading) -> tuple[str | None, str]:
    (found,) = [(o.name, o.kind) for o in relations.origins if article.claims[0].id in o.claims]
    return found


WIRE = told("a", "Harbour Wire", "2026-01-05", f"{WORDS}, the men who were asked say. They met in the port of Aden.")
OWN = "A bus leaves the port at six, with forty men and their bags. The drivers are paid by the day. "


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        # one thing is put down to the other outlet, far below
        (f"{WORDS}. {OWN}The Harbour Wire reported that they were promised papers.", ("Quay Gazette", "own_reporting")),
        # it opens with it
        (f"{WORDS}, the Harbour Wire reported. {OWN}", ("Harbour Wire", "outlet")),
        # it goes back to it again and again
        (f"{WORDS}. {OWN}Harbour Wire reported it. So, the Harbour Wire said.", ("Harbour Wire", "outlet")),
        # the same, in an article whose own people were there
        (
            f"{WORDS}. {OWN}Our reporters saw it. The Harbour Wire reported that. So the Harbour Wire said.",
            ("Quay Gazette", "own_reporting"),
        ),
    ],
)  # fmt: skip
def test_own_words_are_the_cited_outlets_only_in_an_article_that_follows_it(text: str, origin: tuple[str, str]) -> None:
    here = told("b", "Quay Gazette", "2026-01-09", text)
    _, relations = main(WIRE, here)
    assert origin_of(relations, here) == origin


OFFICIAL = ("official", "unnamed_official")
OFFICIALS = (
    told("a", "Harbour Wire", "2026-01-05", f"{WORDS}, an official told Harbour Wire.", OFFICIAL),
    told("b", "Quay Gazette", "2026-01-07", f"{WORDS}, a diplomat told Quay Gazette.", ("diplomat", OFFICIAL[1])),
)  # fmt: skip


@pytest.mark.parametrize(
    "third",
    [
        told("c", "Daily Blog", "2026-01-09", f"{WORDS}. It is a long way from Aden to the front, and many are poor."),
        told("c", "Daily Blog", "2026-01-09", f"{WORDS}, the Harbour Wire reported. Many of the men are poor."),
        told("c", "Daily Blog", "2026-01-09", f"{WORDS}. So said Harbour Wire and Quay Gazette. Many are poor."),
    ],
)
def test_a_further_article_without_a_voice_leaves_two_unnamed_ones_one_or_two(third: Reading) -> None:
    found, _ = main(*OFFICIALS, third)
    assert (found.origins.at_least, found.origins.at_most) == (1, 2)


QUAY = "In the port of Aden forty men were waiting with their bags."


def spoken(text: str, name: str, kind: str, words: str = WORDS, **fields: Any) -> tuple[str | None, str]:
    """Whose word a claim is in an article of one attribution, `name` standing in its text."""
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire", **fields)
    one = claim(of, words, "recruited", chain=[(name, kind)], roles=ROLES)
    relations = link([reading(of, one)])
    return origin_of(relations, reading(of, one))


def test_a_spokesman_speaks_for_the_ministry_that_is_named_before_he_is_met() -> None:
    text = f"The ministry of foreign affairs called in the envoy, a spokesman said. {QUAY} {WORDS}, the spokesman said."
    assert spoken(text, "spokesman", "unnamed_official") == ("The ministry of foreign affairs", "organisation")


def test_the_authorities_of_a_country_are_its_government() -> None:
    text = f"{WORDS}, the Norwegian authorities said. {QUAY}"
    assert spoken(text, "Norwegian authorities", "unnamed_official") == ("Norwegian authorities", "organisation")


def test_a_list_is_a_paper_and_no_person() -> None:
    text = f"{WORDS}, says the list Norwegian authorities put out in May. {QUAY}"
    name = "list Norwegian authorities put out in May"
    assert spoken(text, name, "unnamed_person") == (name, "document")


def test_a_broadcaster_that_nobody_names_leads_back_to_no_other_outlet() -> None:
    text = f"The Quay Gazette wrote of the harbour. {QUAY} {WORDS}, a Danish broadcaster said."
    assert spoken(text, "a Danish broadcaster", "outlet") == (None, "unknown")
