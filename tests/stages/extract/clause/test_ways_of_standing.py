"""Circumstances, aims, places and others that stand where a participant would are left out; participants are not."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters", "plover"])


def roles(text: str, nlp: Any) -> set[tuple[str, str]]:
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    return {(a.role, a.span.text) for event in found for a in event.arguments}


@pytest.mark.parametrize(
    ("text", "participant"),
    [
        ("Boys were sent to the front against their wishes.", ("purpose", "their wishes")),
        (
            "The king promises citizenship to Kurds, with the aim of winning votes.",
            ("offer", "the aim of winning votes"),
        ),
        ("The army advanced from the fort, crossing the river.", ("destination", "the river")),
        ("The villagers fled the province.", ("cause", "the province")),
        ("Norland welcomed soldiers visiting from the battalion.", ("target", "the battalion")),
        ("Norland signs contracts with them for the war.", ("force", "them")),
        ("Forty families have lost a boy to the war.", ("victim", "Forty families")),
        ("The fleet lost two ships and 300 men.", ("victim", "two ships")),
        ("The rebels occupied two Norwegian military bases in the region of Voss.", ("taken", "the region of Voss")),
        ("Twenty men are killed by guards, with some shot by snipers.", ("instrument", "some shot")),
        ("Nobody heard of him for two months.", ("missing", "Nobody")),
        ("Karl Berg appeared in court for his trial over the killing of 30 men.", ("charge", "his trial")),
        ("Soldiers and rebels clashed in Oslo over the king's refusal to sign.", ("target", "the king's refusal")),
        ("The senate approved the treaty of accession of Voss to Norway.", ("target", "Norway")),
        ("Others differ, alleging many clerks, including women, were hurt by police.", ("target", "many clerks")),
        ("Of the 40 men who were hired, 12 returned from the war.", ("traveller", "the 40 men")),
        ("Sweden paid him $200 for every man that he recruited for the front.", ("recipient", "every man")),
        ("Mourners gathered to bury many of the 52 people gunned down by guards.", ("killer", "Mourners")),
        ("The guards fired warning shots into the air at the border.", ("target", "the air")),
        ("Recruits are promised whatever they ask for in the war.", ("offer", "whatever they ask for in the war")),
    ],
)
def test_what_only_stands_there_is_no_participant(text: str, participant: tuple[str, str], nlp: Any) -> None:
    assert participant not in roles(text, nlp)


@pytest.mark.parametrize(
    ("text", "participant"),
    [
        ("The villagers fled the militia.", ("cause", "the militia")),
        ("Forty families have lost a boy to the war.", ("victim", "a boy")),
        ("The army lost 30 soldiers in the raid.", ("victim", "30 soldiers")),
        ("The rebels occupied Oslo.", ("taken", "Oslo")),
        (
            "As soldiers open fire on mostly Danish protesters in Oslo demanding the return of a king, one died.",
            ("source", "mostly Danish protesters"),
        ),
        ("Karl Berg is deported from Norway and banned from entering the country.", ("forbidden_to", "Karl Berg")),
        ("Norway banned Karl Berg from entering the country.", ("authority", "Norway")),
        ("Karl Berg appeared in court for murder.", ("charge", "murder")),
        ("Soldiers and rebels clashed over the bridge with villagers.", ("target", "villagers")),
        ("The senate signed the agreement with Norway.", ("target", "Norway")),
        ("Of the 40 men who were hired, 12 returned from the war.", ("traveller", "12")),
        (
            "Norway denied reports it had sent 300 soldiers to the front.",
            ("denied", "reports it had sent 300 soldiers to the front"),
        ),
        ("The army news agency reports three dead and 49 wounded in fighting near the port.", ("victim", "three")),
        ("The navy came to the rescue of 30 refugees.", ("evacuator", "The navy")),
        ("The town came under attack by rebels.", ("target", "The town")),
        ("The group sent forty men to kill the mayor.", ("killer", "forty men")),
        ("None of the men has gone to Syria.", ("destination", "Syria")),
    ],
)
def test_participants_stay(text: str, participant: tuple[str, str], nlp: Any) -> None:
    assert participant in roles(text, nlp)
