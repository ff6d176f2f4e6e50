"""What rules put right in the model's attributions."""

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
