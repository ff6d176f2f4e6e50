"""Turns of phrase that tell no event of the type that their word names, and the plain uses that do."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])


def types(text: str, nlp: Any) -> set[str]:
    return {event.event_type for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In Bergen, two hundred demonstrators gathered to pay tribute to the fallen teachers.", "PROTEST"),
        ("Ola Berg came to power in 1981.", "SEIZE"),
        ("The Labour Party swept to power in elections last year.", "SEIZE"),
        ("The opposition is sceptical of the offer.", "ACCUSE"),
        ("The president has pledged to crush the revolt in Bergen.", "AGREE"),
        ("Norway's new parliament recognises the difficulties of reform.", "SUPPORT"),
        ("Thousands of people poured into the streets of Bergen.", "FLEE"),
        ("The town hall in Bergen was freed by the police.", "CONCEDE"),
        ("A shark attacked three villagers off Bergen.", "ASSAULT"),
        ("Kari Berg was killed after being struck by a lorry near Bergen.", "KILL"),
        ("The singer went missing from the media spotlight for two years.", "MISSING"),
        ("The ruling only applied to Norwegian families.", "REQUEST"),
        ("Anger brings out the worst in soldiers, the general said.", "RECRUIT"),
        ("The government is reluctant to sign the treaty with Sweden.", "REJECT"),
        ("Judge Kari Berg dismissed the claims last Friday.", "DENY"),
    ],
)
def test_a_turn_of_phrase_tells_no_such_event(text: str, kind: str, nlp: Any) -> None:
    assert kind not in types(text, nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In Bergen, two hundred demonstrators gathered to demand the release of teachers.", "PROTEST"),
        ("The rebels came to power in Bergen.", "SEIZE"),
        ("The opposition accused the president of fraud.", "ACCUSE"),
        ("The president has pledged to meet the rebels.", "AGREE"),
        ("Norway's new parliament supports the reform.", "SUPPORT"),
        ("Thousands of people fled into the hills.", "FLEE"),
        ("The police freed ten prisoners in Bergen.", "CONCEDE"),
        ("Rebels attacked three villagers off Bergen.", "ASSAULT"),
        ("Kari Berg was killed after gunmen struck a lorry near Bergen.", "KILL"),
        ("Two soldiers went missing near Bergen during the war.", "MISSING"),
        ("The ministry denied the claims last Friday.", "DENY"),
    ],
)
def test_the_plain_use_still_does(text: str, kind: str, nlp: Any) -> None:
    assert kind in types(text, nlp)


def roles(text: str, nlp: Any) -> set[tuple[str, str, str]]:
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    return {(event.event_type, a.role, a.span.text) for event in found for a in event.arguments}


def test_the_finger_that_is_pointed_is_no_participant(nlp: Any) -> None:
    found = roles("The villagers point the finger at the army.", nlp)
    assert ("ACCUSE", "target", "the army") in found
    assert not any(words == "the finger" for _, _, words in found)


def test_a_clause_before_and_is_no_part_of_who_acts(nlp: Any) -> None:
    text = "Protests escalate and security forces open fire on thousands of students in Bergen, killing at least nine."
    doers = {words for kind, role, words in roles(text, nlp) if kind == "ASSAULT" and role == "source"}
    assert doers == {"security forces"}


def test_who_protests_against_a_delay_does_not_do_what_is_delayed(nlp: Any) -> None:
    text = "Thousands protest in Bergen against delays in putting the general on trial."
    assert ("PROSECUTE", "prosecutor", "Thousands") not in roles(text, nlp)


def test_who_fights_a_battle_with_soldiers_has_not_joined_them(nlp: Any) -> None:
    assert "RECRUIT" not in types("Insurgents fight a gun battle with Norwegian soldiers at a jail in Bergen.", nlp)


def test_losses_that_nobody_counts_are_no_deaths(nlp: Any) -> None:
    assert "KILL" not in types("The huge losses of personnel force the army to hire Swedes for the war.", nlp)
    assert "KILL" in types("The army suffered 200 losses in the battle for Bergen.", nlp)


def test_an_adjective_with_a_subject_is_a_verb(nlp: Any) -> None:
    found = roles("Villagers said the army tortured prisoners.", nlp)
    assert ("WOUND", "attacker", "the army") in found
    assert ("WOUND", "victim", "the army") not in found


def test_the_end_of_a_list_of_towns_does_not_act(nlp: Any) -> None:
    text = "The king declares a curfew in Bergen, Voss, and Moss to quell riots that have killed nine people."
    assert not any(words == "Moss" for kind, role, words in roles(text, nlp) if role == "source")


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Norway imposes a ban on purchases of Swedish oil.", ("BAN", "forbidden", "a ban")),
        ("A bomb in Bergen left nine soldiers dead and more than 70 injured.", ("KILL", "victim", "more than 70")),
    ],
)
def test_words_with_another_part_in_it_are_no_participant(text: str, absent: tuple[str, str, str], nlp: Any) -> None:
    assert absent not in roles(text, nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Government troops prepare to fight for Bergen.", "RECRUIT"),
        ("The king was declared dead after he suffered a stroke in Bergen.", "KILL"),
        ("A unity rally that attracted more than 5,000 was held in Bergen.", "DETAIN"),
    ],
)
def test_these_tell_no_such_event_either(text: str, kind: str, nlp: Any) -> None:
    assert kind not in types(text, nlp)


def test_troops_of_another_people_fight_for_somebody(nlp: Any) -> None:
    assert "RECRUIT" in types("Swedish soldiers fight for Norway.", nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor of Bergen is badly injured after being shot in the back by a gunman.", "KILL"),
        ("A transport aircraft crashes near Bergen during the war, killing nine soldiers.", "KILL"),
        ("Norwegian investors withdraw $80 billion from market funds.", "RETREAT"),
        ("The king insists that his troops will not leave Bergen.", "DENY"),
        ("The king reshuffles his cabinet.", "CONCEDE"),
        ("The army offers short tours rather than the usual enlistment of soldiers.", "RECRUIT"),
    ],
)
def test_nor_do_these(text: str, kind: str, nlp: Any) -> None:
    assert kind not in types(text, nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor of Bergen died after he was shot in the back by a gunman.", "KILL"),
        ("Norwegian troops withdraw from Bergen.", "RETREAT"),
        ("The king insists that his troops did not shell Bergen.", "DENY"),
    ],
)
def test_while_these_do(text: str, kind: str, nlp: Any) -> None:
    assert kind in types(text, nlp)
