from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factory import make_parsed
from sayso.model import Published
from sayso.stages.normalise.dates.periods import UNRESOLVED, read_periods
from sayso.stages.normalise.dates.timexes import read_timexes
from sayso.stages.normalise.values import read_values


def published(day: date, days: int = 1) -> Published:
    precision = "day" if days == 1 else "month"
    return Published(start=day, end=day + timedelta(days), precision=precision, basis="given")


WEDNESDAY = published(date(2022, 10, 26))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("It fell last month.", date(2022, 9, 1), date(2022, 10, 1), "month"),
        ("They met on Tuesday.", date(2022, 10, 25), date(2022, 10, 26), "day"),
        ("They will meet on Tuesday.", date(2022, 11, 1), date(2022, 11, 2), "day"),
        ("He was arrested early on Friday.", date(2022, 10, 21), date(2022, 10, 22), "day"),
        ("They left earlier this week.", date(2022, 10, 24), date(2022, 10, 27), "week"),
        ("They left two years ago.", date(2020, 1, 1), date(2021, 1, 1), "year"),
        ("They have fought since February.", date(2022, 2, 1), None, "open"),
        ("The deal holds until May 2023.", None, date(2023, 6, 1), "open"),
        ("It was signed between 1 June and 15 August.", date(2022, 6, 1), date(2022, 8, 16), "days"),
        ("It ran from 2015 to 2019.", date(2015, 1, 1), date(2020, 1, 1), "years"),
        ("In the first quarter of 2023 it rose.", date(2023, 1, 1), date(2023, 4, 1), "quarter"),
        ("It began in the 1990s.", date(1990, 1, 1), date(2000, 1, 1), "decade"),
        ("It began on 24 February.", date(2022, 2, 24), date(2022, 2, 25), "day"),
        ("It began on Sept. 11, 2001.", date(2001, 9, 11), date(2001, 9, 12), "day"),
        ("He was born on 26/10/1990.", date(1990, 10, 26), date(1990, 10, 27), "day"),
        ("It happened yesterday.", date(2022, 10, 25), date(2022, 10, 26), "day"),
        ("They left in January last year.", date(2021, 1, 1), date(2021, 2, 1), "month"),
        ("They were hired in the past six months.", date(2022, 4, 26), date(2022, 10, 27), "months"),
        ("Over the last three weeks they trained.", date(2022, 10, 5), date(2022, 10, 27), "days"),
        ("They fought for the past year.", date(2021, 10, 26), date(2022, 10, 27), "years"),
        ("They fought on Monday and Tuesday.", date(2022, 10, 24), date(2022, 10, 26), "days"),
        ("They fled in 2019, 2020 and 2021.", date(2019, 1, 1), date(2022, 1, 1), "years"),
        ("They are to be sent home by Friday.", None, date(2022, 10, 29), "open"),
        ("The city fell two years ago this week.", date(2020, 1, 1), date(2021, 1, 1), "year"),
    ],
)
def test_against_the_publication_date(
    text: str, start: date | None, end: date | None, precision: str, nlp: Any
) -> None:
    (period,) = read_periods(make_parsed(text, nlp, published=WEDNESDAY))
    assert (period.start, period.end, period.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "text", ["It fell last month.", "They met on Tuesday.", "It began in May.", "It was a year ago."]
)
def test_without_a_publication_date_unknown_stays_unknown(text: str, nlp: Any) -> None:
    (period,) = read_periods(make_parsed(text, nlp))
    assert (period.start, period.end, period.basis) == (None, None, UNRESOLVED)


def test_a_stretch_up_to_now_is_unknown_where_now_is(nlp: Any) -> None:
    assert read_periods(make_parsed("They were hired in the past six months.", nlp)) == ()


def test_days_that_do_not_follow_each_other_stay_apart(nlp: Any) -> None:
    found = read_periods(make_parsed("They met on Monday and Friday.", nlp, published=WEDNESDAY))
    assert [p.precision for p in found] == ["day", "day"]


def test_later_counts_from_the_day_told_before(nlp: Any) -> None:
    text = "The war began on 24 February 2022. Two days later the army fled."
    assert [p.start for p in read_periods(make_parsed(text, nlp))] == [date(2022, 2, 24), date(2022, 2, 26)]


def test_the_length_of_a_stretch_up_to_now_is_no_figure(nlp: Any) -> None:
    figures, _, _ = read_values(make_parsed("In the past six months 300 men left.", nlp, published=WEDNESDAY))
    assert [(q.low, q.unit) for q in figures] == [(300, "man")]


def test_a_numeric_date_that_may_be_read_both_ways_is_not_guessed(nlp: Any) -> None:
    (period,) = read_periods(make_parsed("He came on 03/04/2022.", nlp, published=WEDNESDAY))
    assert (period.start, period.end) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the city.",
        "He came second, the Sun said.",
        "The fall of Kabul shocked them.",
        "May told parliament.",
        "They trained for two years.",
        "They meet daily.",
        "They spring to arms.",
    ],
)
def test_words_that_only_look_like_dates_and_mere_lengths_are_no_periods(text: str, nlp: Any) -> None:
    assert read_periods(make_parsed(text, nlp, published=WEDNESDAY)) == ()


def test_an_article_without_a_date_dates_itself(nlp: Any) -> None:
    text = (
        "The rebels abandoned the depot when Marib was captured last year.\n"
        "After the capture of Marib in March 2019 the road was closed.\n"
        "Last month it opened again."
    )
    first, stated, later = read_periods(make_parsed(text, nlp))
    assert (first.start, first.end) == (date(2019, 1, 1), date(2020, 1, 1))
    assert stated.basis == "stated"
    assert (later.start, later.end, later.precision) == (date(2019, 12, 1), date(2020, 12, 1), "months")
    assert "dates itself" in later.basis


def test_an_article_does_not_date_itself_by_two_different_events(nlp: Any) -> None:
    text = "Aden was captured last year.\nThe election in Mali of March 2019 was quiet."
    assert [p.start for p in read_periods(make_parsed(text, nlp))] == [None, date(2019, 3, 1)]


def test_a_month_of_publication_gives_bounds(nlp: Any) -> None:
    month = published(date(2022, 10, 1), 31)
    tuesday, year = read_periods(make_parsed("On Tuesday they met. They left last year.", nlp, published=month))
    assert tuesday.start is not None
    assert tuesday.end is not None
    assert tuesday.end - tuesday.start > timedelta(20)
    assert (year.start, year.end) == (date(2021, 1, 1), date(2022, 1, 1))


def test_a_story_hands_its_year_on(nlp: Any) -> None:
    text = (
        "In March 1921 the army entered. On 4 April 1921 it took the port. On 7 May it withdrew. The next day it came "
        "back. In June 1921 talks began, and on 3 July 1921 they failed. In August 1922 it was over."
    )
    found = {t.span.text: t.value for t in read_timexes(make_parsed(text, nlp, published=WEDNESDAY))}
    assert found["7 May"] == "1921-05-07"
    assert found["The next day"] == "1921-05-08"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_an_explicit_date_is_read_back_whatever_the_day_of_publication(day: date, nlp: Any) -> None:
    text = f"It happened on {day.day} {day:%B} {day.year}."
    (period,) = read_periods(make_parsed(text, nlp, published=WEDNESDAY))
    assert (period.start, period.end, period.basis) == (day, day + timedelta(1), "stated")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(min_value=date(1990, 1, 8), max_value=date(2090, 1, 1)), later=st.integers(1, 400))
def test_a_later_publication_never_gives_an_earlier_day(day: date, later: int, nlp: Any) -> None:
    text = "He was seen last month, last year, yesterday and on Tuesday."
    before = read_periods(make_parsed(text, nlp, published=published(day)))
    after = read_periods(make_parsed(text, nlp, published=published(day + timedelta(later))))
    assert len(before) == len(after) == 4
    for a, b in zip(before, after, strict=True):
        assert a.start is not None
        assert b.start is not None
        assert a.start <= b.start


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "May",
        "2022",
        "1/1/1",
        "0/0/2022",
        "32 May 2022",
        "30 February 2021",
        "99 BC",
        "the 99th century",
        "a" * 20000,
        "9999 years ago in 9999",
        "1 day ago " * 300,
    ],
)
def test_odd_texts_are_survived(text: str, nlp: Any) -> None:
    for period in read_periods(make_parsed(text, nlp, published=WEDNESDAY)):
        assert period.span is not None
        assert period.start is None or period.end is None or period.start < period.end
