"""What takes part in the act that is asked for or refused is not what is asked for or refused."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])


@pytest.mark.parametrize(
    ("text", "kind", "themes"),
    [
        ("The king refused to cancel the vote.", "REJECT", []),
        ("The king refused the plan.", "REJECT", ["the plan"]),
        ("The king ordered the chamber to meet.", "REQUEST", []),
        ("The king demanded reforms.", "REQUEST", ["reforms"]),
    ],
)
def test_themes_of_what_is_asked_and_refused(text: str, kind: str, themes: list[str], nlp: Any) -> None:
    (event,) = [e for e in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS) if e.event_type == kind]
    assert [a.span.text for a in event.arguments if a.role == "theme"] == themes
