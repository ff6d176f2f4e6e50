from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.stages.normalise.dates.moment import Moment, Unit, day_of, shift, within

UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "half", "season", "year", "decade", "century")
DAYS = st.dates(min_value=date(1300, 1, 1), max_value=date(2400, 1, 1))


@pytest.mark.parametrize(
    ("moment", "value", "first", "after"),
    [
        (Moment(unit="month", year=2021, month=12), "2021-12", date(2021, 12, 1), date(2022, 1, 1)),
        (Moment(unit="quarter", year=2023, part=1), "2023-Q1", date(2023, 1, 1), date(2023, 4, 1)),
        (Moment(unit="season", year=2021, part=3), "2021-WI", date(2021, 12, 1), date(2022, 3, 1)),
        (Moment(unit="decade", year=1990), "199", date(1990, 1, 1), date(2000, 1, 1)),
        (Moment(unit="century", year=1900), "19", date(1900, 1, 1), date(2000, 1, 1)),
        (Moment(unit="week", year=2013, part=12), "2013-W12", date(2013, 3, 18), date(2013, 3, 25)),
    ],
)
def test_value_and_days(moment: Moment, value: str, first: date, after: date) -> None:
    assert (moment.value, moment.days) == (value, (first, after))


def test_years_before_christ_have_a_value_and_no_days() -> None:
    assert Moment(unit="year", year=-499).value == "BC0499"
    assert Moment(unit="year", year=-499).days is None


@given(DAYS, st.sampled_from(UNITS))
def test_what_a_day_lies_in_holds_it(day: date, unit: Unit) -> None:
    moment = within(day_of(day), unit)
    assert moment is not None
    assert moment.days is not None
    assert moment.days[0] <= day < moment.days[1]


@given(DAYS, st.sampled_from(UNITS), st.integers(-18, 20))  # not before the year 1, which no calendar day has
def test_shifting_there_and_back_comes_home(day: date, unit: Unit, count: int) -> None:
    home = within(day_of(day), unit)
    away = shift(day_of(day), unit, count)
    assert away is not None
    assert shift(away, unit, -count) == home


@given(DAYS, st.sampled_from(UNITS), st.integers(-18, 20))  # not before the year 1, which no calendar day has
def test_shifting_is_monotone(day: date, unit: Unit, count: int) -> None:
    here, next_one = shift(day_of(day), unit, count), shift(day_of(day), unit, count + 1)
    assert here is not None
    assert next_one is not None
    assert here.days is not None
    assert next_one.days is not None
    assert here.days[1] == next_one.days[0]
