"""A headline and an article that take opposite sides on a report."""

import pytest

from sayso.stages.link.claims.stance import LEAD, article_rebuts, disagrees, side_of_headline

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
        ("Dam at Orlik burst? Not so, says board", TOLD, True),
        ("No, the dam at Orlik has not burst", TOLD, True),
        ("Sorry, the dam at Orlik didn't really burst", TOLD, True),
        ("Everybody believed that the dam at Orlik burst", TOLD, True),
        ("Villages below Orlik emptied so they won't be flooded", TOLD, False),
        ("Dam at Orlik bursts", "Nope. The dam stands, despite what you have read.", True),
        ("Dam at Orlik bursts", "No, this is not a joke. The dam at Orlik burst last night.", False),
        ("Dam at Orlik bursts", "Word of a burst dam is wildly exaggerated. A pipe leaked.", True),
        ("Dam at Orlik bursts", "It is on every phone in town. It is also not even remotely true.", True),
    ],
)
def test_sides(headline: str, text: str, expected: bool) -> None:
    assert disagrees(headline, text) is expected


@pytest.mark.parametrize(
    ("headline", "side"),
    [
        ("Board will neither confirm nor deny dam report", "open"),
        ("Five reasons not to visit the dam", "tells"),
        ("Don't swim below the dam, board tells visitors", "tells"),
        ("Engineer denied entry to dam", "tells"),
        ("Video of bursting dam is a hoax", "rebuts"),
        ("Website falls for dam prank", "rebuts"),
        ("Police seize fake passports at dam", "rebuts"),  # a known mistake: docs/method/stance.md
    ],
)
def test_the_side_of_a_headline(headline: str, side: str) -> None:
    assert side_of_headline(headline) == side


@pytest.mark.parametrize(
    "sentence",
    [
        "But the story of the Orlik dam is false.",
        "UPDATE: the report on the dam at Orlik turned out to be a hoax.",
        "The photo of the Orlik dam was “not real”, the agency found.",
        "Contrary to reports, the dam at Orlik holds.",
    ],
)
def test_a_verdict_on_the_topic_counts_below_the_lead(sentence: str) -> None:
    filler = "The river rose on Monday. " * (LEAD + 2)
    assert article_rebuts(f"{TOLD} {filler}{sentence}", "Dam at Orlik bursts")


@pytest.mark.parametrize(
    "text",
    [
        "The dam at Orlik burst on Tuesday, although the board, which denies every fault, had called it safe.",
        "The dam at Orlik burst. The army could not reach the villages.",
        "The dam at Orlik burst. Nobody was denied access to shelters.",
        "The dam at Orlik burst. Police arrested a man with false papers in town.",
    ],
)
def test_what_is_denied_beside_the_report_is_no_rebuttal(text: str) -> None:
    assert not article_rebuts(text, "Dam at Orlik bursts")


def test_a_denial_below_the_first_sentences_is_the_other_sides_word() -> None:
    filler = "The river rose on Monday. " * LEAD
    assert not article_rebuts(filler + REBUTTED.split(". ")[0], "Dam at Orlik bursts")
    assert article_rebuts(REBUTTED + filler, "Dam at Orlik bursts")


def test_letters_inside_a_word_are_no_rebuttal() -> None:
    assert side_of_headline("Believers gather for denim fair in Notting Hill") == "tells"


def test_empty_texts_take_no_side() -> None:
    assert not disagrees("", "")
