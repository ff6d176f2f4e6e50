"""Whose act a verb without a subject of its own tells, and where nobody is named."""

from typing import Any

import pytest

from factory import make_parsed, naming_all
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = naming_all(load_packs(["foreign_fighters"]))


def in_role(text: str, kind: str, role: str, nlp: Any) -> set[str]:
    events = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    assert kind in {event.event_type for event in events}, [(e.event_type, e.trigger.text) for e in events]
    return {a.span.text for event in events if event.event_type == kind for a in event.arguments if a.role == role}


@pytest.mark.parametrize(
    ("text", "kind", "role", "who"),
    [
        ("A bomb exploded outside a church in Oslo killing nine people.", "KILL", "killer", {"A bomb"}),
        ("A plane was shot down by rebels, killing nine people.", "KILL", "killer", {"rebels"}),
        ("The officers used their posts to kill opponents.", "KILL", "killer", {"The officers"}),
        ("The army rejected a request by Norway to release the prisoners.", "CONCEDE", "source", {"Norway"}),
        ("The army ordered an inquiry after shelling the town.", "ASSAULT", "source", {"The army"}),
        ("The minister denied charges of ordering the arrest of teachers.", "COERCE", "source", {"The minister"}),
        ("The group fled and killed the guards.", "KILL", "killer", {"The group"}),
        ('He said "we will fight them", denouncing his rivals.', "ACCUSE", "source", {"He"}),
        ("Fighting broke out between forces loyal to the king and tribesmen.", "AFFILIATE", "affiliate", {"forces"}),
        ("Troops and militiamen loyal to the king left.", "AFFILIATE", "affiliate", {"Troops", "militiamen"}),
        ("Meanwhile, hundreds of teachers protested.", "PROTEST", "source", {"hundreds of teachers"}),
        ("Most non-Norwegians boycotted the vote.", "PROTEST", "source", {"Most non-Norwegians"}),
        ("Almost all non-Norwegians boycotted the vote.", "PROTEST", "source", {"Almost all non-Norwegians"}),
        ("Norway denied Sweden's claim.", "DENY", "denier", {"Norway"}),
        ("Norway alleged that monks were attacked by rebels.", "ACCUSE", "target", {"rebels"}),
        ("The bishops condemn Norway's crackdown on teachers.", "COERCE", "source", {"Norway"}),
        ("Troops cleared a base in Norway that had been overrun by rebels.", "SEIZE", "taken", {"a base"}),
        ("Norway gave asylum to officers held in a camp since last month.", "AID", "target", {"officers"}),
        ("Norway refused to deploy monitors in Sweden.", "REJECT", "target", {"Sweden"}),
        (
            "Nine were injured when 150 armed Norwegians attack a rally in Oslo.",
            "ASSAULT",
            "source",
            {"150 armed Norwegians"},
        ),
        (
            "The council endorsed the envoy's plan to end violence, provide aid, and free prisoners.",
            "AID",
            "source",
            {"the envoy"},
        ),
        ("It was an attack at a cafe which wounded 71 guests.", "WOUND", "attacker", {"an attack"}),
        ("The rebels launched a series of attacks on Oslo.", "ASSAULT", "target", {"Oslo"}),
        ("Rebels took six towns in the north.", "SEIZE", "taken", {"six towns"}),
    ],
)
def test_who_does_it(text: str, kind: str, role: str, who: set[str], nlp: Any) -> None:
    assert in_role(text, kind, role, nlp) == who


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("A plane was shot down, killing nine people.", "KILL", "killer"),
        ("The crew foiled an attempt to attack the ship.", "ASSAULT", "source"),
        ("Norway agreed to increase the number of teachers.", "AGREE", "target"),
        ("Norway demanded buying only the bank's offices.", "REQUEST", "target"),
        ("The opposition agreed to take part in a new government.", "AGREE", "target"),
        ("The minister ordered the continuation of raids on Norway.", "REQUEST", "target"),
        ("The king refused to sign as president.", "REJECT", "target"),
        ("Teachers protested in Oslo, with organisers arguing for a strike.", "PROTEST", "target"),
        ("Some blamed the attack by soldiers on the king.", "ASSAULT", "target"),
        ("The Rolando bombing by the rebels shook Oslo.", "ASSAULT", "target"),
        ("Norway will cut its troops in Sweden from 8,500 to 3,000.", "RETREAT", "target"),
        ("There was an attempt to attack the ship.", "ASSAULT", "source"),
        ("The court dismissed efforts to ban the party.", "BAN", "authority"),
        ("The army shelled the town as the mayor said that two had been hit and killed a guard.", "KILL", "killer"),
    ],
)
def test_nobody_is_named_where_the_way_is_doubtful(text: str, kind: str, role: str, nlp: Any) -> None:
    assert in_role(text, kind, role, nlp) == set()


def test_a_claim_about_what_was_done_is_not_its_object(nlp: Any) -> None:
    text = "The minister contradicts the claim that the jet was shot down."
    assert in_role(text, "ASSAULT", "target", nlp) == {"the jet"}


def test_victims_of_what_is_condemned_are_not_condemned(nlp: Any) -> None:
    assert in_role("Norway condemned the attacks on villagers.", "ACCUSE", "target", nlp) == set()


def test_a_state_of_emergency_is_nobody(nlp: Any) -> None:
    assert in_role("The president lifted the state of emergency.", "CONCEDE", "target", nlp) == set()


def test_who_is_beaten_does_not_beat(nlp: Any) -> None:
    text = "Soldiers found 170 prisoners, many beaten, in a bunker in Oslo."
    assert in_role(text, "ASSAULT", "source", nlp) == set()
    assert in_role(text, "ASSAULT", "target", nlp) == {"many"}


def test_arms_are_nobody(nlp: Any) -> None:
    assert in_role("The guards were forced to give up their arms.", "CONCEDE", "target", nlp) == set()


def test_who_is_forced_does_not_force(nlp: Any) -> None:
    text = "The state joined nine of the largest banks forced to accept funding last week."
    events = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    assert not any(
        "banks" in a.span.text for e in events if e.event_type == "COERCE" for a in e.arguments if a.role == "source"
    )


def test_a_jet_denies_nothing(nlp: Any) -> None:
    text = "The minister says its jet was shot down, contradicting the claim of the rebels."
    events = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    assert not any("jet" in a.span.text for e in events if e.event_type == "DENY" for a in e.arguments)


def test_who_only_backs_a_plan_does_not_carry_it_out(nlp: Any) -> None:
    text = "The Danish premier had publicly supported the US decision to invade Norway, but now claims he opposed it."
    events = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    told = {a.span.text for event in events if event.event_type == "ASSAULT" for a in event.arguments}
    assert "The Danish premier" not in told
