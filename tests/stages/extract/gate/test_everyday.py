"""Everyday uses of words that packs list make no claim; the uses that the type means do."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])


@pytest.mark.parametrize(
    ("text", "kind", "claimed"),
    [
        ("The governor warned the treasury that cash is low.", "THREATEN", False),
        ("The minister warned the town of damage.", "THREATEN", False),
        ("The general warned the rebels that he would burn the town.", "THREATEN", True),
        ("The general warned the rebels of war.", "THREATEN", True),
        ("The general warned the rebels.", "THREATEN", True),
        ("The steps provided the king with the power to rule.", "AID", False),
        ("Norway provided the refugees with food.", "AID", True),
        ("The senators held a press conference on the bill.", "CONSULT", False),
        ("The senator spoke to reporters.", "CONSULT", False),
        ("The senator spoke to the king.", "CONSULT", True),
        ("The bank pulled out of its bid.", "RETREAT", False),
        ("The army pulled out of the town.", "RETREAT", True),
        ("Twenty students armed with bats came.", "FINANCE", False),
        ("Norway armed the rebels.", "FINANCE", True),
        ("Officials targeted by sanctions left.", "ASSAULT", False),
        ("Officials targeted by gunmen left.", "ASSAULT", True),
        ("Voters defied a wave of attacks.", "REJECT", False),
        ("Voters defied the court.", "REJECT", True),
        ("Norway sent its envoy to Oslo.", "DEPLOY", False),
        ("Norway sent its troops to Oslo.", "DEPLOY", True),
        ("Thousands gathered in Oslo to mourn the king.", "PROTEST", False),
        ("Thousands rallied in Oslo to demand bread.", "PROTEST", True),
        ("The king dissolved his cabinet.", "COERCE", False),
        ("The king dissolved the opposition party.", "COERCE", True),
    ],
)
def test_everyday_words(text: str, kind: str, claimed: bool, nlp: Any) -> None:
    found = {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}
    assert (kind in found) == claimed


@pytest.mark.parametrize(
    ("text", "kind", "claimed"),
    [
        ("The singer died of cancer in Oslo.", "KILL", False),
        ("A mudslide killed nine villagers.", "KILL", False),
        ("Nine villagers were killed in the fire.", "KILL", False),
        ("Nine villagers were killed by mortar fire.", "KILL", True),
        ("The captain died when a shell hit the trench.", "KILL", True),
        ("The fuss among reporters died down.", "KILL", False),
        ("The senator beat the governor in the primary.", "WOUND", False),
        ("The guards beat the prisoner.", "WOUND", True),
        ("The defenders held off the rebels.", "DETAIN", False),
        ("The rebels held the nurses in a cellar.", "DETAIN", True),
        ("The thief was caught on camera.", "DETAIN", False),
        ("The thief was caught by guards.", "DETAIN", True),
        ("The hall held 300 passengers.", "DETAIN", False),
        ("The senator attacked the governor in a speech.", "ASSAULT", False),
        ("The rebels attacked the governor in a village.", "ASSAULT", True),
        ("The boy was taken to hospital.", "TRANSFER", False),
        ("The boys were taken to Norland.", "TRANSFER", True),
        ("The men were trained as a trained negotiator would.", "TRAIN", True),
        ("The institute trains nurses.", "TRAIN", False),
        ("She ran for president.", "FLEE", False),
        ("The rebels joined forces.", "RECRUIT", False),
        ("The rebels joined the army.", "RECRUIT", True),
        ("Rescue workers were sent to the town.", "DEPLOY", False),
        ("Firms shut down their factories.", "COERCE", False),
        ("The rebels accepted responsibility for the blast.", "CONCEDE", False),
        ("The senator told the newspaper that he was tired.", "REQUEST", False),
    ],
)
def test_words_of_the_field_in_other_senses(text: str, kind: str, claimed: bool, nlp: Any) -> None:
    found = {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}
    assert (kind in found) == claimed


@pytest.mark.parametrize(
    ("text", "kind", "claimed"),
    [
        ("Clerks earned a median salary of $98,000.", "OFFER", False),
        ("For more information, people can contact the recruiters.", "CONTACT", False),
        ("The recruiters contacted the prisoners.", "CONTACT", True),
        ("The former officer in the army retired.", "AFFILIATE", False),
        ("The blast sent five people to the hospital.", "DEPLOY", False),
        ("The two had hilarious exchanges between them.", "COOPERATE", False),
        ("She left her house.", "FLEE", False),
        ("The families left their houses.", "FLEE", True),
        ("The office shooting shook the town, police said.", "ASSAULT", False),
    ],
)
def test_more_words_in_other_senses(text: str, kind: str, claimed: bool, nlp: Any) -> None:
    found = {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}
    assert (kind in found) == claimed


@pytest.mark.parametrize(
    ("text", "kind", "claimed"),
    [
        ("A judge dismissed the claims against the company.", "DENY", False),
        ("The company dismissed the claims as false.", "DENY", True),
        ("The police found a convicted felon.", "PROSECUTE", False),
        ("Cooks demonstrated a recipe in the hall.", "PROTEST", False),
        ("The nurse pulled the child out of the river.", "RETREAT", False),
        ("Norway pulled its troops out of the town.", "RETREAT", True),
        ("A gas explosion at a restaurant left one man dead.", "KILL", False),
        ("The senators seized upon the interview.", "DETAIN", False),
        ("He joined the diplomatic service.", "RECRUIT", False),
        ("The mother ran back to the house.", "FLEE", False),
        ("The soldiers received heavy machine gun fire from the rebels.", "FINANCE", False),
        ("The soldiers received weapons from Norway.", "FINANCE", True),
    ],
)
def test_rulings_labels_and_fire(text: str, kind: str, claimed: bool, nlp: Any) -> None:
    found = {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}
    assert (kind in found) == claimed


def test_who_is_only_supposed_has_done_nothing(nlp: Any) -> None:
    text = "If you meet a man who recruited students, call the police."
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    assert [event.factuality for event in found if event.event_type == "RECRUIT"] == ["possible"]


@pytest.mark.parametrize(
    ("text", "kind", "claimed"),
    [
        ("The senator attacked the governor's record in the debate.", "ASSAULT", False),
        ("The two candidates battled the mayor for the nomination.", "ASSAULT", False),
        ("Gunmen attacked a candidate in Oslo.", "ASSAULT", True),
        ("Rebels attacked the town.", "ASSAULT", True),
        ("The party rallied its base.", "PROTEST", False),
        ("The senator spoke at a campaign rally in Oslo.", "PROTEST", False),
        ("Students held a rally against the law in Oslo.", "PROTEST", True),
        ("Most citizens agree that the country is on the wrong track.", "AGREE", False),
        ("The king agreed that he would free the captives.", "AGREE", True),
        ("The king agreed to free the captives.", "AGREE", True),
        ("Only recognised channels are open to the students.", "SUPPORT", False),
        ("Norway recognised the work of the students.", "SUPPORT", True),
        ("Asked about the camps, the minister said nothing.", "REQUEST", False),
        ("The minister asked the king for help.", "REQUEST", True),
    ],
)
def test_words_of_contests_minds_and_answers(text: str, kind: str, claimed: bool, nlp: Any) -> None:
    found = {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}
    assert (kind in found) == claimed


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("The general died of a heart attack during the war.", False),
        ("The general died in an attack during the war.", True),
        ("A quake shook the coast. At least five people were killed and 250 injured.", False),
        ("A quake shook the coast. Later soldiers shot into the crowd. Five people were killed.", True),
    ],
)
def test_deaths_by_nobody(text: str, claimed: bool, nlp: Any) -> None:
    found = {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}
    assert ("KILL" in found) == claimed
