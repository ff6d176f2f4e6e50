"""What of an article is no part of a drive, and whose word its headline is."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, teller

from sayso.model import Claim, Span
from sayso.stages.link.claims.gist import gist_of
from sayso.stages.link.drives.bodies import by_name, of_their_own_country, whose_body
from sayso.stages.link.drives.denying import denies_something_else
from sayso.stages.link.drives.headlines import is_people_at_large, without_headline
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
    found = without_headline(parts, TEXT.index("\n"), TEXT.index("\n"))
    assert bool(found[0].aside) is aside
    assert not any(each.aside for each in found[1:])


def test_a_common_name_of_a_body_is_of_no_country_that_another_text_tells() -> None:
    texts = ["Norway's defence ministry said no.", "Norway's Coast Watch said no."]
    assert whose_body("Coast Watch", texts) == "NO"
    assert whose_body("defence ministry", texts) is None


def test_an_article_to_which_nobody_spoke_sums_up_a_people_anywhere() -> None:
    people = teller("young Norwegians", "unnamed")
    below = part("The harbour court", people)
    court = part("two men", COURT)
    end = TEXT.index("\n")
    heard = without_headline([below, court], end, end)
    unheard = without_headline([replace(below, heard=False), court], end, end)
    assert [bool(each.aside) for each in heard] == [False, False]
    assert [bool(each.aside) for each in unheard] == [True, False]
    assert not without_headline([replace(below, heard=False)], end, end)[0].aside  # nobody else speaks


@pytest.mark.parametrize(
    ("name", "is_large"),
    [
        ("young men from Norway", True),
        ("Norwegians", True),
        ("three Norwegians", False),
        ("Norwegian recruit", False),
        ("young men from the harbour", False),
    ],
)
def test_some_of_a_people_are_a_people_at_large(name: str, is_large: bool) -> None:
    assert is_people_at_large(teller(name, "unnamed")) is is_large


def why_aside(words: str, trigger: str, voice: Teller, **fields: object) -> str:
    """Why a claim's voice adds nothing by it; empty where it does."""
    of = document("a", words)
    made = claim(of, words, trigger, **fields)  # type: ignore[arg-type]
    return part_of(made, gist_of(made, of), voice, of).aside


OWNER = teller("Bo Aas", "person")


@pytest.mark.parametrize(
    ("words", "trigger", "is_aside"),
    [
        ("The firm's owner calls the recruitment claim “a tale for children”.", "recruitment", True),
        ("He called reports that men were recruited a tale.", "recruited", True),
        ("He called the men and recruited them.", "recruited", False),
        ("The party denied any part in the recruitment of welders.", "recruitment", True),
        ("He denied that the firm paid, and said that it recruited welders.", "recruited", False),
    ],
)
def test_who_judges_reports_or_denies_a_part_tells_nothing(words: str, trigger: str, is_aside: bool) -> None:
    assert bool(why_aside(words, trigger, OWNER)) is is_aside
    assert not why_aside(words, trigger, teller("Wire", "own_reporting"))


@pytest.mark.parametrize(
    ("words", "by", "is_aside"),
    [
        ("The committee wrote that Swedish pilots were recruited by Finland's rivals.", "Finland's rivals", True),
        ("The committee wrote that pilots were recruited by hostile powers.", "hostile powers", True),
        ("The committee wrote that pilots were recruited by Norway.", "Norway", False),
    ],
)
def test_who_names_nobody_that_takes_them_adds_no_voice(words: str, by: str, is_aside: bool) -> None:
    assert bool(why_aside(words, "recruited", OWNER, roles=[("recruiter", by, None)])) is is_aside


def test_who_might_be_open_to_it_has_not_been_taken() -> None:
    assert why_aside("It says that pilots could be open to recruitment by Norway.", "recruitment", OWNER)
    assert not why_aside("It says that pilots are open about their recruitment by Norway.", "recruitment", OWNER)


@pytest.mark.parametrize(("by", "is_aside"), [("anybody", True), ("Norwegian officers", False)])
def test_who_speaks_of_whoever_trained_them_tells_of_nobody_who_was_taken(by: str, is_aside: bool) -> None:
    words = f"Nor did {by} who trained them at the camp."
    roles = [("trainer", by, None), ("trainee", "them", None)]
    assert bool(why_aside(words, "trained", OWNER, event_type="TRAIN", roles=roles)) is is_aside


@pytest.mark.parametrize(
    ("words", "trigger", "factuality", "is_aside"),
    [
        ("Such men could be open to recruitment by others.", "recruitment", "possible", True),
        ("Such men are vulnerable to being recruited.", "recruited", "possible", True),
        ("Up to 200 could be open to being recruited.", "recruited", "asserted", True),  # whatever it is read as
        ("A clerk fears that such men might be recruited.", "recruited", "possible", False),
        ("Up to 200 might have been recruited.", "recruited", "possible", False),
        ("Up to 200 may have been recruited.", "recruited", "possible", False),
    ],
)
def test_what_might_come_about_is_a_warning(words: str, trigger: str, factuality: str, is_aside: bool) -> None:
    assert bool(why_aside(words, trigger, OWNER, factuality=factuality)) is is_aside


def test_who_says_that_a_promise_was_made_and_not_which_tells_nothing() -> None:
    words = "We promised those boys a house, and they promised us a rank."
    bare = [("offerer", "We", None), ("recipient", "those boys", None)]
    assert why_aside(words, "promised", OWNER, event_type="OFFER", roles=bare)
    assert not why_aside(words, "promised", OWNER, event_type="OFFER", roles=[*bare, ("offer", "a house", None)])
    assert not why_aside(words, "promised", OWNER, event_type="OFFER", roles=[("offerer", "they", None)])


def test_a_person_of_one_full_name_is_one_voice() -> None:
    owner, man = teller("Bo Aas", "person", role="owner"), replace(teller("Bo Aas", "person"), id="o-other")
    other, short = teller("Per Aas", "person"), teller("Aas", "person")
    found = by_name({"c-1": owner, "c-2": man, "c-3": other, "c-4": short})
    assert [found[key].id for key in ("c-1", "c-2", "c-3", "c-4")] == [owner.id, owner.id, other.id, short.id]
    assert found["c-2"].role == man.role


@pytest.mark.parametrize(
    ("words", "aside"),
    [
        ("“They said, sister, he was killed there", True),
        ("They told me that he was killed", True),
        ("He was killed there, I saw it", False),
    ],
)
def test_what_others_told_somebody_of_a_death_is_their_word(words: str, aside: bool) -> None:
    told = why_aside(words, "killed", OWNER, event_type="KILL", roles=[("victim", "he" if aside else "He", None)])
    assert bool(told) is aside
    assert not why_aside("They said that he was hired", "hired", OWNER)


def test_a_captive_speaks_of_war_whatever_he_tells() -> None:
    of = document("a", "He put his name to a paper.")
    made = claim(of, "He put his name to a paper", "put")
    at_war = [part_of(made, gist_of(made, of), teller(name, "unnamed"), of).at_war for name in ("prisoner", "lawyer")]
    assert at_war == [True, False]


def test_a_foreign_ministry_of_no_told_country_is_the_peoples_own() -> None:
    told = {
        "a": teller("foreign ministry", "organisation"),
        "b": teller("Norway's foreign ministry", "organisation"),
        "c": teller("defence ministry", "organisation"),
        "d": teller("embassy in Oslo", "organisation"),
    }
    found = of_their_own_country(told, "SE")
    assert {id_: each.nationality for id_, each in found.items()} == {"a": "SE", "b": None, "c": None, "d": None}


def test_a_sides_own_troops_are_no_part_of_a_drive() -> None:
    of = document("a", "He said that 900 of his troops are deployed, and that 40 of the Danes are deployed.")
    for who, is_part in (("900 of his troops", False), ("40 of the Danes", True)):
        made = claim(of, f"{who} are deployed", "deployed", event_type="DEPLOY", roles=[("deployed", who, None)])
        assert can_be_part(made) is is_part


NOT_SO = "The others did not enlist. He did not come home. Norway hired nobody. Two of them never signed."
OTHERS = ("The others did not enlist", "enlist", ("recruit_pool", "The others", None))
NED, RECRUIT = teller("Ned Roe", "person"), teller("recruit", "unnamed", sort="recruit")


@pytest.mark.parametrize(
    ("words", "trigger", "role", "voice", "something_else"),
    [
        # what a private person knows of some men denies no drive
        (*OTHERS, NED, True),
        ("Two of them never signed", "signed", ("recruit_pool", "Two of them", None), RECRUIT, True),
        # nor that somebody stayed away
        ("He did not come home", "come", ("traveller", "He", None), NED, True),
        # but that nobody was taken does, and so does whoever holds an office
        ("Norway hired nobody", "hired", ("recruiter", "Norway", None), NED, False),
        (*OTHERS, replace(NED, office=True), False),
        (*OTHERS, teller("coast guard", "organisation"), False),
    ],
)
def test_what_a_private_person_negates_of_some_men_is_no_denial(
    words: str, trigger: str, role: tuple[str, str, str | None], voice: Teller, something_else: bool
) -> None:
    of = document("a", NOT_SO)
    kind = "TRANSFER" if trigger == "come" else "RECRUIT"
    negated: dict[str, Any] = {"event_type": kind, "polarity": "negative", "factuality": "negated"}
    made = claim(of, words, trigger, roles=[role], **negated)
    assert denies_something_else(part_of(made, gist_of(made, of), voice, of)) is something_else
