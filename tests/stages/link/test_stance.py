"""A headline and an article that take opposite sides on a report."""

import pytest

from sayso.stages.link.stance import LEAD, article_rebuts, disagrees, headline_rebuts

TOLD = "The dam at Orlik burst on Tuesday night. Villages below it were emptied."
REBUTTED = "The river board denied on Wednesday that the dam at Orlik had burst. It called the pictures fake."


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("Dam at Orlik bursts", TOLD, False),
        ("Dam at Orlik bursts", REBUTTED, True),
        ("River board denies that dam burst", TOLD, True),
        ("River board denies that dam burst", REBUTTED, False),
        ("Dam at Orlik did not burst", TOLD, True),
        ("Dam at Orlik reportedly bursts", REBUTTED, False),
        ("Has the dam at Orlik burst?", REBUTTED, False),
    ],
)
def test_sides(headline: str, text: str, expected: bool) -> None:
    assert disagrees(headline, text) is expected


def test_only_the_lead_tells_an_articles_side() -> None:
    filler = "The river rose on Monday. " * LEAD
    assert not article_rebuts(filler + REBUTTED)
    assert article_rebuts(REBUTTED + filler)


def test_letters_inside_a_word_are_no_rebuttal() -> None:
    assert not headline_rebuts("Believers gather for denim fair in Notting Hill")


def test_empty_texts_take_no_side() -> None:
    assert not disagrees("", "")
