"""What was one thing or the other is told of neither as a fact; what is awaited has not happened."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])


def firmness(text: str, kind: str, nlp: Any) -> set[str]:
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    return {event.factuality for event in found if event.event_type == kind}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Ten villagers were killed or wounded in the raid on Bergen.", "KILL", "possible"),
        ("Ten villagers were killed or wounded in the raid on Bergen.", "WOUND", "possible"),
        ("Ten villagers were killed and forty wounded in the raid on Bergen.", "KILL", "asserted"),
        ("Nobody was killed or wounded in the raid on Bergen.", "KILL", "negated"),
        ("The rebels have a plan to take Bergen once Swedish troops withdraw.", "RETREAT", "unknown"),
        ("The rebels took Bergen once Swedish troops withdrew.", "RETREAT", "asserted"),
        ("Norway vetoed a text threatening Sweden with sanctions if it did not stop.", "REJECT", "asserted"),
        ("Norway threatened Sweden with war if it did not stop spying.", "THREATEN", "asserted"),
        ("Ola Berg is due to arrive in Bergen for a meeting with the Swedish king.", "CONSULT", "planned"),
        ("Rebels fought a gun battle with soldiers in Bergen.", "ASSAULT", "asserted"),
    ],
)
def test_how_firmly(text: str, kind: str, expected: str, nlp: Any) -> None:
    assert firmness(text, kind, nlp) == {expected}
