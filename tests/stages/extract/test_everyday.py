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
