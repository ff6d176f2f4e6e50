"""What is said of a report as a whole: who calls it false is no witness for it."""

from typing import Any

import pytest

from factory import make_document, make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Event, Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])


def recruit(text: str, nlp: Any) -> Event:
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    return next(event for event in found if event.event_type == "RECRUIT")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said it was untrue that Norway had recruited students.",
        "The ministry said it was not true that Norway had recruited students.",
        "The claim that Norway recruited students is false, the ministry said.",
        "The report that Norway recruited students was wrong.",
        "Reports that Norway recruited students are a lie, the ministry said.",
        "A spokesman called reports that Norway had recruited the students baseless.",
        "Officials described reports that Norway recruited students as propaganda.",
        "The embassy dismissed claims that Norway recruited students.",
        "Claims that Norway recruited students were dismissed as nonsense.",
        "There was no truth in the rumour that Norway recruited students.",
        "The allegation that Norway recruited students is without foundation.",
        '"It is a lie that Norway recruited students," the spokesman said.',
        "The ministry denied false reports that Norway recruited students, which it did not do.",
        "It was not Norway that recruited the students.",
        "Norway rejected allegations of recruiting Swedes.",
        "Norway denied recruiting Swedes.",
    ],
)
def test_what_is_called_false_is_negated(text: str, nlp: Any) -> None:
    event = recruit(text, nlp)
    assert (event.factuality, event.polarity) == ("negated", "negative"), event.layers


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The claim that Norway recruited students is true.", "asserted"),
        ("The ministry confirmed reports that Norway recruited students.", "asserted"),
        ("The claim that Norway recruited students is not false.", "asserted"),
        ("The ministry could not confirm reports that Norway recruited students.", "unknown"),
        ("The report that Norway recruited students could not be verified.", "unknown"),
        ("The paper retracted its report that Norway had recruited students.", "unknown"),
        ("There are unconfirmed reports that Norway recruited students.", "possible"),
        ("The claim that Norway recruited students caused anger.", "possible"),
    ],
)
def test_other_verdicts(text: str, factuality: str, nlp: Any) -> None:
    event = recruit(text, nlp)
    assert (event.factuality, event.polarity) == (factuality, "positive"), event.layers


def test_the_words_of_the_verdict_are_kept(nlp: Any) -> None:
    event = recruit("The claim that Norway recruited students is a lie.", nlp)
    assert [layer.span.text for layer in event.layers] == ["lie"]


def test_blame_is_no_verdict_and_nobody_is_it(nlp: Any) -> None:
    event = recruit("It was wrong of Norway to recruit students.", nlp)
    assert event.polarity == "positive"
    assert all(a.span.text != "It" for a in event.arguments)


def test_a_question_that_nobody_answers_is_no_claim(nlp: Any) -> None:
    found = extract(make_parsed("It is not known how many students were recruited.", nlp), (), Mentions(), packs=PACKS)
    assert found == ()


def test_who_asks_to_stop_denies_nothing() -> None:
    from sayso.pipeline import read
    from sayso.settings import Settings
    from sayso.stages.link.claims.answering import is_denied
    from sayso.tools import load_tools

    text = "Sweden asked Norway to stop recruiting its students. Norway denied that it had recruited students."
    claims = read(make_document(text), load_tools(Settings())).claims
    assert [is_denied(c) for c in claims if c.event_type == "RECRUIT"] == [False, True]
