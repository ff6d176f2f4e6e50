"""What of an article is no part of a drive, and whose word its headline is."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, teller

from sayso.model import Claim, Span
from sayso.stages.link.claims.gist import gist_of
from sayso.stages.link.drives.bodies import whose_body
from sayso.stages.link.drives.headlines import without_headline
from sayso.stages.link.drives.parts import Part, part_of
from sayso.stages.link.drives.reports import can_be_part
from sayso.stages.link.voices.teller import Teller


def journey(who: str) -> Claim:
    """A claim that somebody travels."""
    text = document("a", f"{who} will travel to Oslo.")
    return claim(text, text.text, "travel", event_type="TRANSFER", roles=[("traveller", who, None)])


@pytest.mark.parametrize(
    ("who", "is_part"),
    [
        ("Twelve men", True),
        ("The minister's son", True),
        ("The group of welders", True),
        ("A joint team of two ministries", False),
        ("The minister", False),
        ("A delegation", False),
        ("Three reporters", False),
    ],
)
def test_people_in_an_office_who_travel_are_no_part_of_a_drive(who: str, is_part: bool) -> None:
    assert can_be_part(journey(who)) is is_part


TEXT = "Captive: we were sold\n\nThe harbour court said that two men were sold."


def part(words: str, voice: Teller) -> Part:
    """A part told by a voice that stands at some words."""
    start = TEXT.index(words)
    placed = Span(start=start, end=start + len(words), text=words)
    of = document("a", TEXT)
    made = claim(of, words, words.split()[0])
    return part_of(made, gist_of(made, of), replace(voice, span=placed), of)


COURT = teller("harbour court", "organisation")


@pytest.mark.parametrize(
    ("above", "below", "aside"),
    [
        (teller("captive", "unnamed"), COURT, True),
        (teller("ministry", "organisation"), COURT, True),
        (teller("Harbour Ministry", "organisation"), COURT, False),  # it is named, and may be another
        (teller("Ned Roe", "person"), COURT, False),
        (teller("captive", "unnamed"), None, False),  # nobody else speaks
        (teller("captive", "unnamed"), teller("captive", "unnamed"), False),  # he speaks below as well
    ],
)
def test_who_speaks_in_a_headline_alone_is_summed_up_there(above: Teller, below: Teller | None, aside: bool) -> None:
    parts = [part("Captive", above), *([part("The harbour court", below)] if below else [])]
    found = without_headline(parts, TEXT.index("\n"))
    assert bool(found[0].aside) is aside
    assert not any(each.aside for each in found[1:])


def test_a_common_name_of_a_body_is_of_no_country_that_another_text_tells() -> None:
    texts = ["Norway's defence ministry said no.", "Norway's Coast Watch said no."]
    assert whose_body("Coast Watch", texts) == "NO"
    assert whose_body("defence ministry", texts) is None
