"""Private persons: age, kin, home and trade bring two tellings together or keep them apart; who passes on, judges or
asks tells nothing."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from builders import document, related, teller

from sayso.model import Proposition
from sayso.settings import Settings
from sayso.stages.link.voices.apart import are_different
from sayso.stages.link.voices.fitting import describes
from sayso.stages.link.voices.idle import why_idle
from sayso.stages.link.voices.origins import merged
from sayso.stages.link.voices.private import told_by, told_of
from sayso.stages.link.voices.taken import is_taken_for
from sayso.stages.link.voices.teller import Particulars, Teller
from sayso.tools import load_tools


def recruit(words: str) -> Teller:
    return teller(words, "unnamed", sort="recruit", told=told_by(words), via=words)


@pytest.mark.parametrize(
    ("one", "other", "apart", "together"),
    [
        ("a 24-year-old welder from Bergen", "the welder, 24", False, True),
        ("a 24-year-old welder from Bergen", "a 41-year-old welder from Bergen", True, False),
        ("a 24-year-old student", "a student from Bergen", False, False),
        ("a student from Bergen", "a welder from Oslo", False, False),
    ],
)
def test_age_and_trade_tell_recruits_from_each_other(one: str, other: str, apart: bool, together: bool) -> None:
    a, b = recruit(one), recruit(other)
    assert are_different(a, b) is apart
    assert is_taken_for(a, b) is together


@pytest.mark.parametrize(("one", "other", "apart"), [("mother", "widow", True), ("mother", "mother", False)])
def test_a_mother_is_no_widow(one: str, other: str, apart: bool) -> None:
    a, b = (teller(f"a {kin}", "unnamed", sort="kin", told=told_by(f"a {kin}"), via=kin) for kin in (one, other))
    assert are_different(a, b) is apart


def test_a_family_speaks_with_one_voice() -> None:
    mother = teller("Eve Roe", "person", sort="kin", told=Particulars(kin="mother", of=frozenset({"ned roe"})))
    brother = teller("Jon Roe", "person", sort="kin", told=Particulars(kin="brother", of=frozenset({"ned roe"})))
    other = teller("Ann Poe", "person", sort="kin", told=Particulars(kin="mother", of=frozenset({"bo ek"})))
    assert len(merged([mother, brother])[0]) == 1
    assert len(merged([mother, other])[0]) == 2
    ned = teller("Ned Roe", "person", sort="recruit")
    assert is_taken_for(brother, ned)  # passes on what he told


def test_what_stands_beside_a_name_is_read() -> None:
    text = "Ned Roe, 24, a welder from Bergen, left. His mother, Eve Roe, wept. Ann Poe said that her son Bo was taken."
    ned, eve, ann = (told_of(name, text) for name in ("Ned Roe", "Eve Roe", "Ann Poe"))
    assert (ned.age, ned.kin) == (24, "")
    assert (eve.kin, eve.of) == ("mother", frozenset({"ned roe"}))
    assert ann.of == frozenset({"bo"})


@pytest.mark.parametrize(
    ("unnamed", "person", "fits"),
    [
        (("Captured soldier", "soldier"), {}, True),
        (("soldiers", "soldier"), {}, False),
        (("Norwegian president", "official"), {"office": True, "role": "spokesperson"}, False),
        (("president", "official"), {"office": True, "role": "president"}, True),
        (("Neighbours", "local"), {}, False),
    ],
)
def test_who_a_voice_of_a_headline_can_be(unnamed: tuple[str, str], person: dict[str, object], fits: bool) -> None:
    assert describes(teller(unnamed[0], "unnamed", sort=unnamed[1]), teller("Ann Lee", "person", **person)) is fits


def test_a_surname_and_a_paper_by_somebody_are_that_person() -> None:
    lee = teller("Ann Lee", "person", office=True)
    assert is_taken_for(teller("Lee", "organisation"), lee)
    assert is_taken_for(teller("report by Senator Ann Lee", "document"), lee)
    assert not is_taken_for(teller("report by Senator Bo Ek", "document"), lee)


RECRUITED = "Kenyans were recruited into the Russian army"


def main(*texts: str) -> Proposition:
    days = tuple(f"2026-01-{5 + n:02d}" for n in range(len(texts)))
    relations = related(load_tools(Settings()), *texts, days=days)
    return max(relations.propositions, key=lambda p: len(p.claims))


@pytest.mark.parametrize(
    ("judging", "interval"),
    [
        (f"Opposition leader Grace Moraa condemned that {RECRUITED}.", (1, 1)),
        (f"{RECRUITED}, sources said.", (1, 1)),
        (f"Norway and Sweden say that {RECRUITED}.", (1, 1)),
        (f"Bright TV and Denver Radio reported that {RECRUITED}.", (1, 1)),
        (f"Opposition leader Grace Moraa said that {RECRUITED}.", (1, 2)),
    ],
)
def test_who_judges_or_cannot_be_told_adds_no_voice(judging: str, interval: tuple[int, int]) -> None:
    found = main(f"{RECRUITED}, the group Rights Watchers said.", judging).origins
    assert (found.at_least, found.at_most) == interval


def test_what_a_body_gathered_is_its_own_finding() -> None:
    found = main(f"The Rights Watchers said that 17 witnesses told them that {RECRUITED}.")
    assert [o for o in found.origins.reasons if "Rights Watchers" in o.detail]


def test_an_analyst_who_follows_a_war_looks_on() -> None:
    text = "Retired general Bo Ek, who follows the war for a channel, said so. Ann Lee said so too."
    assert why_idle(teller("Bo Ek", "person"), document("d", text)) is not None
    assert why_idle(teller("Ann Lee", "person"), document("d", text)) is None
