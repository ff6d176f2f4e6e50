"""What rules put right in the model's attributions."""

from dataclasses import replace

import pytest

from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.grammar import Range
from sayso.stages.attribute.trained import join

TEXT = "Men in the port\n\nSalem Bahah says he was promised a job."
PARAGRAPHS = [(0, 15), (17, len(TEXT))]


def at(words: str) -> Range:
    return TEXT.index(words), TEXT.index(words) + len(words)


def found(source: str, rule: str) -> Candidate:
    return Candidate(
        source=(at(source),), cue=(at("says"),), content=(at("he was promised a job"),), rule=rule, confidence=0.8
    )


def test_a_headline_is_no_source_of_a_verb_that_has_a_subject() -> None:
    (joined,) = join(PARAGRAPHS, [found("Men", "attribute.reader")], [found("Salem Bahah", "attribute.subject")])
    assert joined.source == (at("Salem Bahah"),)


def test_in_one_paragraph_the_model_tells_the_source() -> None:
    (joined,) = join([(0, len(TEXT))], [found("Men", "attribute.reader")], [found("Salem Bahah", "attribute.subject")])
    assert joined.source == (at("Men"),)


@pytest.mark.parametrize(
    ("rule", "word", "confidence", "kept"),
    [
        ("attribute.inverted", "tell", 0.68, True),  # "..., his widow has told a paper"
        ("attribute.object", "report", 0.58, True),  # "activists report 17 deaths"
        ("attribute.inverted", "joke", 0.68, False),
        ("attribute.object", "see", 0.58, False),
        ("attribute.inverted", "tell", 0.6, False),
    ],
)
def test_where_the_model_sees_nothing_a_plain_construction_of_the_rules_is_kept(
    rule: str, word: str, confidence: float, kept: bool
) -> None:
    one = replace(found("Salem Bahah", rule), word=word, confidence=confidence)
    assert [c.source for c in join(PARAGRAPHS, [], [one])] == ([one.source] if kept else [])


@pytest.mark.parametrize(("unsure", "source"), [(0.4, "Salem Bahah"), (0.8, "Men")])
def test_what_the_model_is_unsure_of_gives_way_to_a_firm_rule(unsure: float, source: str) -> None:
    model = replace(found("Men", "attribute.reader"), confidence=unsure)
    (joined,) = join([(0, len(TEXT))], [model], [found("Salem Bahah", "attribute.subject")])
    assert joined.source == (at(source),)
