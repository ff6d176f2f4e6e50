"""Voices that pass on what another one said: retellings without a name, the dead, who is asked to tell."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import at, claim, document, reading, teller

from sayso.model import Document, Link, Span
from sayso.stages.link.claims.answering import is_called_false
from sayso.stages.link.drives.reports import can_be_part
from sayso.stages.link.voices.apart import are_different
from sayso.stages.link.voices.gone import told_by_kin
from sayso.stages.link.voices.making import as_told, named_teller
from sayso.stages.link.voices.passing import of_one_household, passed_on
from sayso.stages.link.voices.private import are_one, told_by
from sayso.stages.link.voices.settling import of_ministry, settled
from sayso.stages.link.voices.taken import is_taken_for
from sayso.stages.link.voices.tellers import teller_of

SISTER = teller("Ann Roe", "person", sort="kin")
WELDER = teller("Ned Poe", "person", told_as=frozenset({"welder"}))
OFFICE = teller("Jon Lee", "person", office=True, role="minister")


@pytest.mark.parametrize(
    ("name", "sort", "words", "source", "found"),
    [
        ("his sister", "kin", set(), (SISTER, OFFICE), "Ann Roe"),
        ("welder from the port", "", {"welder", "port"}, (WELDER, OFFICE), "Ned Poe"),
        # two whom it may be, or none
        ("recruit", "recruit", {"recruit"}, (WELDER, teller("Eve Moe", "person")), "recruit"),
        ("his sister", "kin", set(), (OFFICE,), "his sister"),
        # one man is not several
        ("villagers", "local", {"villager"}, (WELDER,), "villagers"),
    ],
)
def test_a_retelling_passes_on_the_one_voice_that_fits(
    name: str, sort: str, words: set[str], source: tuple[Any, ...], found: str
) -> None:
    assert passed_on(teller(name, "unnamed", sort=sort, words=frozenset(words)), source).name == found


def dead(text: str, *named: Any) -> str | None:
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire")
    return told_by_kin(teller("Ned Roe", "person", span=_at(of, "signed")), named, of).name


def _at(of: Any, words: str) -> Any:
    return at(of.text, words)


def test_the_words_of_the_dead_are_those_of_whom_he_told() -> None:
    assert dead("Ned Roe, 24, who is dead, said that he had signed.", SISTER) == "Ann Roe"
    assert dead("Ned Roe was killed in May. He told Eve Poe that he had signed.") == "Eve Poe"
    assert dead("Ned Roe was killed in May. He had signed, he said.") is None
    assert dead("Ned Roe said that his friend was killed. He signed.", SISTER) == "Ned Roe"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The men had been told by a captain that WORDS.", None),
        ("The party wants the captain to say whether WORDS.", None),
        ("REPORTER: It is said that WORDS.", None),
        ("The men said, as did a captain, that WORDS.", "captain"),
        ("The party wants calm. The captain says that WORDS.", "captain"),
    ],
)
def test_who_is_asked_or_passed_on_is_no_voice(text: str, voice: str | None) -> None:
    words = "the army recruited fishermen"
    of = document("a", text.replace("WORDS", words), day="2026-01-05", outlet="Harbour Wire")
    who = ("REPORTER", "named_person") if "REPORTER" in text else ("captain", "unnamed_military")
    made = reading(of, claim(of, words, "recruited", chain=(who,)))
    found = teller_of(made.claims[0], made, {a.id: a for a in made.attributions}, (), via=None, via_name=None)
    assert found.name == voice


def test_which_relative_tells_as_much_as_an_age() -> None:
    assert are_one(told_by("a mother from Bergen"), told_by("the mother from Bergen, a cook"))
    assert not are_one(told_by("a mother from Bergen"), told_by("the mother of two from Molde"))
    assert not are_one(told_by("a mother from Bergen"), told_by("the father from Bergen"))


def test_a_pronoun_stands_for_the_one_prisoner_whom_an_article_names() -> None:
    of = document("a", "Ned Roe passed anatomy.\n\n\n\nHe is afraid to go home, says he.", outlet="Harbour Wire")
    named = teller("Ned Roe", "person", span=_at(of, "Ned Roe"))
    he = teller("prisoner", "unnamed", sort="recruit", words=frozenset({"prison"}), span=_at(of, "He"))
    assert settled(he, (named,), of).name == "Ned Roe"


def test_the_lawyer_is_not_the_one_person_whom_an_article_quotes() -> None:
    of = document("a", "Ned Roe rose in the polls. The lawyer says that they left.", outlet="Harbour Wire")
    lawyer = teller("lawyer", "unnamed", words=frozenset({"lawyer"}), span=_at(of, "The lawyer"))
    named = teller("Ned Roe", "person", span=_at(of, "Ned Roe"))
    assert settled(lawyer, (named,), of).name == "lawyer"
    assert settled(lawyer, (replace(named, role="lawyer"),), of).name == "Ned Roe"


def test_what_a_son_is_heard_to_say_is_passed_on_by_his_father() -> None:
    of = document("a", "He says his son left. They hired us, says the young man.", outlet="Harbour Wire")
    one = claim(of, "his son left", "left", event_type="TRANSFER", roles=(("traveller", "his son", None),))
    other = claim(of, "They hired us", "hired", roles=(("recruit_pool", "us", None),))
    father, son = teller("father", "unnamed", sort="kin"), teller("young man", "unnamed")
    assert [t.name for t in of_one_household([(one, father), (other, son)]).values()] == ["father"]
    welder = teller("welder of 24", "unnamed")
    assert not of_one_household([(one, father), (other, welder)])
    assert not of_one_household([(one, OFFICE), (other, son)])


def test_an_officer_has_it_from_the_body_that_speaks_too() -> None:
    officer = teller("officer of the Coast Bureau's night cell", "unnamed", sort="official")
    assert is_taken_for(officer, teller("Coast Bureau", "organisation"))
    assert not is_taken_for(officer, teller("Harbour Union", "organisation"))


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("Rumours of men sent to Norway are complete nonsense, he said.", True),
        ("Reports that men were sent to Norway are a fairy tale.", True),
        ("Reports that men were sent to Norway are many.", False),
        ("That is false, and men were sent to Norway.", False),
    ],
)
def test_what_rumours_tell_that_are_called_false_is_denied(text: str, false: bool) -> None:
    of = document("a", text, outlet="Harbour Wire")
    assert is_called_false(claim(of, text, "sent", event_type="DEPLOY")) is false


@pytest.mark.parametrize(
    ("moved", "entity", "part"),
    [
        ("F-16s", "no-government", False),
        ("troops", "no-government", False),
        ("men", "no-government", True),
        ("troops", None, True),
    ],
)
def test_machines_and_own_troops_are_no_part_of_a_drive(moved: str, entity: str | None, part: bool) -> None:
    words = f"Norway sent {moved} to the front"
    of = document("a", words, outlet="Harbour Wire")
    roles = (("deployed", moved, None), ("deployer", "Norway", entity))
    assert can_be_part(claim(of, words, "sent", event_type="DEPLOY", roles=roles)) is part


def link(of: Document, words: str, kind: Any) -> Link:
    return Link(name=words, kind=kind, span=at(of.text, words))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harbour Watch has counted calls. According to the group, men left.", "Harbour Watch"),
        ("A man from Harbour Watch has counted calls. According to the group, men left.", None),
    ],
)
def test_the_group_is_the_body_that_a_sentence_before_is_about(text: str, name: str | None) -> None:
    of = document("a", f"{'Nothing is known. ' * 40}{text} Later the Oslo Group denied it.")
    watch, oslo = (
        replace(named_teller(link(of, words, "named_organisation"), None, of, None), mentioned=True)
        for words in ("Harbour Watch", "Oslo Group")
    )
    group = named_teller(replace(link(of, "the group", "named_organisation"), name="group"), None, of, None)
    assert settled(group, (watch, oslo), of).name == (name or "group")


def test_a_rank_is_no_name() -> None:
    text = "Staff Sgt. (ret.) Ned Roe of Hays said so."
    cut = Link(name="Sgt", kind="named_person", span=Span(start=0, end=33, text=text[:33]))
    assert as_told(cut, text).name == "Ned Roe"


def test_a_spokesman_speaks_for_the_body_whose_release_it_is() -> None:
    text = "The official spokesperson, Ned Roe, said so."
    of = document("a", text, outlet="Ministry of Fisheries, Oslo (press release)")
    who = Link(name="Ned Roe", kind="named_person", span=Span(start=0, end=34, text=text[:34]))
    assert named_teller(who, None, of, None).body == "Ministry of Fisheries"
    assert named_teller(who, None, replace(of, outlet="The Oslo Gazette"), None).body is None


def test_a_former_minister_speaks_for_no_ministry_beside_him() -> None:
    body = teller("Russian embassy", "organisation")
    assert of_ministry(replace(OFFICE, role="a minister"), [body]).body == "Russian embassy"
    assert of_ministry(replace(OFFICE, role="a former deputy minister"), [body]).body is None


def test_an_elder_is_no_ministry() -> None:
    sheikh, ministry = teller("Ned Roe", "person", role="sheikh"), teller("Foreign Ministry", "organisation")
    assert are_different(sheikh, ministry)
    assert not are_different(replace(sheikh, role="envoy", office=True), ministry)


def test_an_official_of_a_headline_is_not_the_spokeswoman_below() -> None:
    of = document("a", "Cooks hired, official says\n\nNobody was, said Ann Lee, a spokeswoman for the ministry.")
    official = named_teller(link(of, "official", "named_organisation"), None, of, None)
    official = replace(official, kind="unnamed", sort="official", words=frozenset(), role="")
    lee = teller("Ann Lee", "person", office=True, role="spokeswoman", told_as=frozenset({"spokeswoman"}))
    assert settled(official, (lee,), of).name == "official"
    assert settled(official, (replace(lee, role="minister"),), of).name == "Ann Lee"


def test_a_statement_is_not_that_of_the_platform_which_is_mentioned_before_it() -> None:
    text = "The ring used Facebook pages. It sent 12 men to the war, the statement said."
    told = document("p", text, day="2024-01-05", outlet="Daily Blog")
    paper = teller("statement", "document", document="p", span=at(text, "the statement"))
    page = teller("Facebook", "organisation", document="p", span=at(text, "Facebook"), mentioned=True)
    assert settled(paper, [page], told).kind == "unknown"
    police = teller("Harbour Police", "organisation", document="p", span=at(text, "ring"), mentioned=True)
    assert settled(paper, [police], told).name == "Harbour Police"
