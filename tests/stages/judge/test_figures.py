"""A figure corrected by choosing words: what they say is taken, and what they count must fit."""

import json
import re
from dataclasses import replace

import pytest

from factory import RECRUITERS, make_claim, make_document, spans
from sayso.model import Claim, Mentions, Money, Quantity, Span
from sayso.model.standing import corrected_claim
from sayso.stages.judge import by_words, check_correction

TEXT = f"{RECRUITERS}\nOr 12 trucks, for £2,000 or 1.5 million roubles; some 30,000 soldiers wait."


def at(words: str) -> Span:
    return spans(TEXT, words)


MEN = Quantity(low=None, high=10000, unit="man", span=at("As many as 10,000 men"))
TRUCKS = Quantity(low=12, high=12, unit="truck", span=at("12 trucks"))
SOLDIERS = Quantity(low=30000, high=30000, unit="soldier", span=at("30,000 soldiers"), approximate=True)
DOLLARS = Money(low=1500, high=1500, currency="USD", span=at("$1,500 a month"), per="month")
POUNDS = Money(low=2000, high=2000, currency="GBP", span=at("£2,000"))
ROUBLES = Money(low=1.5e6, high=1.5e6, currency="RUB", span=at("1.5 million roubles"))
READ = Mentions(quantities=(MEN, TRUCKS, SOLDIERS), money=(DOLLARS, POUNDS, ROUBLES))


@pytest.fixture
def claim() -> Claim:
    document = make_document(TEXT)
    return make_claim(document, quantities=(MEN,), money=(DOLLARS,))


def chosen(words: str) -> str:
    span = at(words)
    return json.dumps({"start": span.start, "end": span.end, "text": span.text})


def test_words_of_a_figure_bring_bounds_and_what_is_counted(claim: Claim) -> None:
    words = "some 30,000 soldiers"
    field, value = by_words(claim, "quantities.0.span", chosen(words), at(words), READ)
    assert field == "quantities.0"
    assert check_correction(claim, field, value) is None
    assert corrected_claim(claim, field, value).quantities == (replace(SOLDIERS, span=at("some 30,000 soldiers")),)


def test_a_bound_is_that_of_the_words_and_not_of_their_digits(claim: Claim) -> None:
    priced = replace(claim, money=(ROUBLES,))
    assert by_words(priced, "money.0.high", "1.5", at("1.5 million"), READ) == ("money.0.high", "1500000.0")
    assert by_words(claim, "quantities.0.low", "10000", at("10,000"), READ) == ("quantities.0.low", "10000")


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("quantities.0.high", "12", "`truck`, the figure counts `man`"),
        ("quantities.0.high", "30,000 soldiers", "`soldier`, the figure counts `man`"),
        ("quantities.0.high", "£2,000", "`GBP`, the figure counts `man`"),
        ("quantities.0.span", "1.5 million roubles", "`RUB`, the figure counts `man`"),
        ("money.0.low", "£2,000", "`GBP`, the figure counts `USD`"),
        ("money.0.span", "12 trucks", "`truck`, the figure counts `USD`"),
        ("quantities.0.span", "a former general", "no figure was read"),
    ],
)
def test_words_that_count_something_else_are_refused(claim: Claim, field: str, words: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        by_words(claim, field, "2000", at(words), READ)


def test_another_currency_comes_with_the_words_as_a_whole(claim: Claim) -> None:
    field, value = by_words(claim, "money.0.span", chosen("£2,000"), at("£2,000"), READ)
    assert corrected_claim(claim, field, value).money == (POUNDS,)


def test_words_of_other_fields_are_taken_as_they_are(claim: Claim) -> None:
    for field in ("arguments.0.span", "quantities.7.span", "trigger", "quantities.0.unit"):
        assert by_words(claim, field, "1", at("the men"), READ) == (field, "1")


def test_a_currency_is_a_code(claim: Claim) -> None:
    assert check_correction(claim, "money.0.currency", '"GBP"') is None
    assert "ISO 4217" in (check_correction(claim, "money.0.currency", '"pounds"') or "")


def test_a_bound_below_zero_is_refused_and_a_word_told_to_be_no_number(claim: Claim) -> None:
    assert check_correction(claim, "quantities.0.high", "-5") == "a bound is below zero"
    assert check_correction(claim, "quantities.0.high", "0") is None
    assert "takes a number" in (check_correction(claim, "quantities.0.high", '"many"') or "")
