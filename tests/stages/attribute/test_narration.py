"""What the reporter tells after somebody's words, and what could not be verified."""

from typing import Any

import pytest

from factory import make_document
from sayso.model import Reading
from sayso.pipeline import read as read_all
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.grammar import grammar_of
from sayso.stages.attribute.narration import without_narration
from sayso.stages.attribute.quotes import Quotes


def read(text: str, tools: Any) -> Reading:
    return read_all(make_document(text), tools)


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("The mayor said that the port was shut.", "Nine boats sank in the storm.", False),
        ("The mayor said that the port was shut.", "They would reopen it in June.", True),
        ("The mayor said that the port was shut.", "We are hiring divers.", True),
        ("The mayor said that the port was shut.", "“Nine boats sank,”", True),
    ],
)
def test_a_later_sentence_without_a_sign_is_nobodys_words(first: str, second: str, kept: bool, nlp: Any) -> None:
    text = f"{first} {second}"
    grammar = grammar_of(nlp(text))
    cue, content = first.index("said"), first.index("the port")
    candidate = Candidate(
        source=((0, 9),),
        cue=((cue, cue + 4),),
        content=((content, len(first) - 1), (len(first) + 1, len(text) - 1)),
        rule="attribute.reader",
        confidence=0.9,
    )
    quotes = Quotes(spans=[], holder=[-1] * len(grammar.words), scare=[])
    (found,) = without_narration(text, grammar, quotes, [candidate])
    assert (len(found.content) == 2) is kept


def test_what_stands_before_the_cue_or_behind_a_colon_stays(nlp: Any) -> None:
    text = "The port was shut. Nine boats sank, he said: Nobody hired divers."
    grammar = grammar_of(nlp(text))
    said = text.index("said")
    candidate = Candidate(
        source=((said - 3, said - 1),),
        cue=((said, said + 4),),
        content=((0, said - 5), (said + 6, len(text) - 1)),
        rule="attribute.reader",
        confidence=0.9,
    )
    quotes = Quotes(spans=[], holder=[-1] * len(grammar.words), scare=[])
    assert list(without_narration(text, grammar, quotes, [candidate])) == [candidate]


@pytest.mark.parametrize(
    "text",
    [
        "The Coast Courier could not independently confirm that the navy recruited 200 divers.",
        "The agency was unable to verify that the navy recruited 200 divers.",
        "The minister has not confirmed that the navy recruited 200 divers.",
        "The ministry said it could not verify that the navy had recruited 200 divers.",
    ],
)
def test_what_somebody_could_not_verify_he_does_not_tell(text: str, tools: Any) -> None:
    reading = read(text, tools)
    assert reading.attributions
    assert all(a.claims_nothing for a in reading.attributions)
    assert not [c for c in reading.claims if c.event_type == "RECRUIT"]


def test_what_was_confirmed_is_told(tools: Any) -> None:
    reading = read("The agency confirmed that the navy recruited 200 divers.", tools)
    assert [c.event_type for c in reading.claims] == ["RECRUIT"]


def test_who_tells_something_besides_still_tells_it(tools: Any) -> None:
    text = "The ministry said the navy had recruited 200 divers and that it could not confirm how many had died."
    assert not any(a.claims_nothing for a in read(text, tools).attributions if a.cue[0].text == "said")
