"""Who accuses, and who is accused, where a passive, a relative or `with` turns them round."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.cues import load_cues
from sayso.model import Mentions
from sayso.stages.attribute import attribute


def accused(text: str, nlp: Any) -> list[tuple[str, str]]:
    found = attribute(make_parsed(text, nlp), Mentions(), cues=load_cues())
    return [
        (a.source[0].text, " … ".join(s.text for s in a.content))
        for a in found
        if a.source and any(word in a.cue[0].text for word in ("accus", "blam"))
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The navy was accused by the mayor of hiring children.", [("the mayor", "The navy … of hiring children")]),
        (
            "The navy, accused by lawyers of hiring children, denied it.",
            [("lawyers", "The navy … of hiring children")],
        ),
        ("The fire was blamed by the navy on smugglers.", [("the navy", "The fire … on smugglers")]),
        ("Chad, which Niger accuses of arming rebels, sent troops.", [("Niger", "Chad … of arming rebels")]),
        (
            "Nine men were hurt, with the mayor blaming the navy and the council blaming foreign smugglers.",
            [("the mayor", "the navy"), ("the council", "foreign smugglers")],
        ),
        (
            "The navy was accused by residents of the old port of firing on a boat.",
            [("residents of the old port", "The navy … of firing on a boat")],
        ),
        ("The mayor blamed the navy for the fire.", [("The mayor", "the navy for the fire")]),
        ("The navy was blamed for the fire.", []),
    ],
)
def test_who_accuses_whom(text: str, told: list[tuple[str, str]], nlp: Any) -> None:
    assert accused(text, nlp) == told
