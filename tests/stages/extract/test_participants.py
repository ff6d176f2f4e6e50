"""Who takes part, in the ways of saying it that claims of real articles were misread in."""

from typing import Any

import pytest

from factory import make_parsed, naming_all
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = naming_all(load_packs(["foreign_fighters"]))


def told(text: str, nlp: Any) -> set[tuple[str, str, str]]:
    """Event type, role and words of every participant."""
    events = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    return {(e.event_type, a.role, a.span.text) for e in events for a in e.arguments}


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        # parses that are put right
        ("Norway blames the shooting of three people on smugglers.", {("ACCUSE", "target", "smugglers")}),
        ("Over 5,000 protested in Bergen against the law.", {("PROTEST", "source", "Over 5,000")}),
        ("The party accuses the council's allies of fraud.", {("ACCUSE", "target", "the council's allies")}),
        (
            "Police searched for two kidnapped aid workers in Bergen.",
            {("DETAIN", "detained", "two kidnapped aid workers")},
        ),
        ("Nothing was paid to get the reporter Ola Berg freed.", {("CONCEDE", "target", "the reporter Ola Berg")}),
        ("Wagner courts abandoned Norwegian commandos", {("CONTACT", "approacher", "Wagner")}),
        ("There was no sign of a Norwegian troop pullout.", {("RETREAT", "source", "Norwegian troop")}),
        # whose act it is
        (
            "President Berg declares a state of emergency in Norway after guards fire on protesters in Bergen, "
            "killing at least 52 and wounding two.",
            {("KILL", "killer", "guards"), ("KILL", "victim", "at least 52")},
        ),
        ("Berg says that the judges are asleep but is criticised by Norway.", {("ACCUSE", "target", "Berg")}),
        ("Millions of teachers in Bergen and other cities marched.", {("PROTEST", "source", "Millions of teachers")}),
        ("A demonstration of a few hundred people took place.", {("PROTEST", "source", "a few hundred people")}),
        ("The journalist had just been freed from his captors.", {("CONCEDE", "target", "The journalist")}),
        ("Security forces fight gun battles with soldiers who fled.", {("ASSAULT", "target", "soldiers")}),
        (
            "Norway blamed the rebels for the bombing of a police academy in Bergen that killed 20 people.",
            {("KILL", "killer", "the bombing of a police academy")},
        ),
        ("Witnesses blame guards for bloodshed at a Coptic march.", {("ACCUSE", "theme", "bloodshed")}),
        ("The ministry may tap rescue funds to aid the carmakers.", {("AID", "source", "The ministry")}),
        (
            "President Berg accuses the Workers Party of collaborating with separatist rebels and petitions the "
            "Justice Ministry to ban the party.",
            {("BAN", "authority", "the Justice Ministry")},
        ),
        (
            "Rival tribes clash and police fire at protesters in Bergen, leaving at least 29 dead.",
            {
                ("ASSAULT", "source", "Rival tribes"),
                ("ASSAULT", "source", "police"),
                ("ASSAULT", "target", "protesters"),
            },
        ),
        # where words begin and end
        ("So far 189 officers joined the rebels.", {("RECRUIT", "recruit_pool", "189 officers")}),
        ("The plan provides for direct government investment.", {("COOPERATE", "source", "government")}),
        ("The army begins offering short tours rather than the usual enlistment.", {("AGREE", "theme", "short tours")}),
        ("Norwegians crossed the border.", {("TRANSFER", "transit", "the border")}),
    ],
)
def test_who_takes_part(text: str, participants: set[tuple[str, str, str]], nlp: Any) -> None:
    found = told(text, nlp)
    roles = {(kind, role) for kind, role, _ in participants}
    assert {one for one in found if one[:2] in roles} == participants, found


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        # who says what it is did not do it
        ("The blast was described as a terrorist attack by the authorities.", "ASSAULT", "source"),
        ('The explosion was dubbed a "terrorist attack" by the ministry.', "ASSAULT", "source"),
        ("Berg voiced dismay, giving the coup in Norway as an example.", "SEIZE", "taker"),
        ("Thousands gathered to protest delays in putting Berg on trial.", "PROSECUTE", "prosecutor"),
        ("The guards shelled a neighbourhood that killed nine people.", "KILL", "killer"),
        ("The woman is hurt and a Norwegian agent who tried to protect her is killed.", "KILL", "victim"),
        ("The bombed takeover of the Bergbank, the Bergbank takeover, upset investors.", "SEIZE", "taker"),
        ("The Bergbank bombing was an attack on a cafe.", "ASSAULT", "source"),
        ("A local commander of Norway's National Defence Forces, a militia, was killed.", "AFFILIATE", "affiliate"),
        # what is asked for is not who is asked
        ("Thousands demanded Berg and Dahl's release.", "REQUEST", "target"),
        ("A call on Facebook for a day of rest was heard.", "REQUEST", "target"),
        ("He took an order from a caller who requested delivery to Room 25.", "REQUEST", "target"),
        ("Reporters asked whether the army had killed civilians.", "REQUEST", "target"),
        ("The council agreed to a commission of inquiry.", "AGREE", "target"),
        # places
        ("Police raided a home in Bergen and left.", "COERCE", "target"),
        ("He fled after the announcement of partial military mobilization in Norway.", "MOBILIZE", "target"),
        ("In Europe, the governments rescued the failing bank.", "AID", "theme"),
        ("Sweden evacuated its ambassador to Norway.", "EVACUATE", "destination"),
        # what stands beside, before or far behind
        ("With the tribes against him, Berg promised to leave.", "AGREE", "target"),
        (
            'The UN urged Berg to take "firm steps" to put an end to the strike, but a reported offensive against '
            "rebels in the rugged northwest highlights the ferocity of the violence.",
            "REQUEST",
            "theme",
        ),
        ("European Union leaders gathered in Brussels condemned Norway's annexation of Bergen.", "PROTEST", "source"),
        ("Hundreds fled their positions near Bergen.", "FLEE", "cause"),
        ("The officers were released from custody.", "CONCEDE", "theme"),
        ("The ministers deplored the aggression of the guards.", "ASSAULT", "target"),
        (
            "Tens of thousands of Norwegians gather in Bergen's Torg Square on a 'Day of Departure' to press Berg "
            "to resign.",
            "PROTEST",
            "target",
        ),
        ("Rebels clashed after fighting with the army.", "RECRUIT", "force"),
        ("Members rushed to complete the draft of the constitution.", "RECRUIT", "recruiter"),
        ("Her son was forced to sign a contract with the Norwegian army.", "RECRUIT", "recruiter"),
        ("Berg says he is ready to die.", "KILL", "victim"),
        ("The credit card division continued to suffer losses.", "KILL", "victim"),
        ("The ministry released estimates that nine people were killed.", "CONCEDE", "source"),
    ],
)
def test_who_takes_no_part(text: str, kind: str, role: str, nlp: Any) -> None:
    found = told(text, nlp)
    assert not {words for one, other, words in found if (one, other) == (kind, role)}, found


def test_the_killed_are_not_among_the_wounded(nlp: Any) -> None:
    found = told("He left the town, with at least 52 marchers killed by snipers, and more than 100 injured.", nlp)
    assert {words for kind, role, words in found if (kind, role) == ("WOUND", "victim")} == {"more than 100"}


@pytest.mark.parametrize(
    ("text", "role", "word"),
    [
        ("The guard fired several gunshots at the students.", "target", "gunshots"),
        ("Troops evacuated the country in March.", "evacuee", "country"),
        ("Families were fleeing and in some cases killing their captors.", "killer", "cases"),
    ],
)
def test_what_is_shot_or_left_and_how_often_take_no_part(text: str, role: str, word: str, nlp: Any) -> None:
    events = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    assert not [a for event in events for a in event.arguments if a.role == role and word in a.span.text]
