"""What is a sentence of its own, or done, is told as firm whatever stands above it; a charge is open without "that"."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters", "plover"])


@pytest.mark.parametrize(
    ("text", "kind", "factuality"),
    [
        ("Veterans have been turning up in Sudan: there too what counts is not conviction.", "TRANSFER", "asserted"),
        ("Berg is among the first to have come home from the war.", "TRANSFER", "asserted"),
        ("Berg is to come home from the war.", "TRANSFER", "planned"),
        ("The army resisted a direct assault on Oslo.", "ASSAULT", "asserted"),
        ("A former clerk recently let go from his job opened fire at a party, killing one person.", "KILL", "asserted"),
        ('Berg called Norland\'s annexation of Voss "a tragedy".', "SEIZE", "asserted"),
        ("Berg called for an attack on the town by the army.", "ASSAULT", "unknown"),
        ("The Swedes refused to give in and called upon Norland for assistance.", "REQUEST", "asserted"),
        ("Not one Swede was recruited for the war, not one was invited and none is needed.", "RECRUIT", "negated"),
        ("The envoy cancelled his trip as it is too dangerous for him to travel to Syria.", "TRANSFER", "negated"),
        ("The men were waiting to join the army.", "RECRUIT", "planned"),
        ("Berg is among the first in Oslo to be granted Danish citizenship for the war.", "OFFER", "asserted"),
        ("They cannot say whether the deaths were caused by a slaughter of villagers.", "KILL", "unknown"),
        ("The deaths were caused by a slaughter of villagers.", "KILL", "asserted"),
        (
            "Raiders believed to be linked to the clan take the city of Voss after fighting with troops.",
            "SEIZE",
            "asserted",
        ),
        ("The men are believed to be held by rebels in Voss.", "DETAIN", "probable"),
        ("Teachers gathered in Oslo to demand a ceasefire with the rebels.", "REQUEST", "asserted"),
        ("The king broke his silence to deny corruption.", "DENY", "asserted"),
        ("The king wrote a speech to deny corruption.", "DENY", "planned"),
        ("Norway denied reports it had sent 300 soldiers to the front.", "DEPLOY", "negated"),
        ("Norway denies report it recruits Swedes for the war", "RECRUIT", "negated"),
        ("Norway denied the report he wrote after the army sent 300 soldiers to the front.", "DEPLOY", "asserted"),
        ("Rights groups say many face arbitrary arrest and deportation.", "DETAIN", "possible"),
        ("'Bring my son home from the war and then ask your questions'", "TRANSFER", "unknown"),
        ("Brokers hired the young man to die in a foreign war.", "KILL", "planned"),
        ("The firm pays students to attack policemen in Bergen.", "ASSAULT", "planned"),
        ("Police arrested the man on charges he killed his mother.", "KILL", "possible"),
    ],
)
def test_how_firmly_it_is_told(text: str, kind: str, factuality: str, nlp: Any) -> None:
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    assert [event.factuality for event in found if event.event_type == kind] == [factuality]
