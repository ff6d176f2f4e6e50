"""A stretch of the calendar with its TIMEX3 value and its first and last day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from sayso.model import Precision
from sayso.model._record import record

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
SEASONS = {"spring": (0, "SP"), "summer": (1, "SU"), "autumn": (2, "FA"), "fall": (2, "FA"), "winter": (3, "WI")}
CODES = ("SP", "SU", "FA", "WI")
FIRST_MONTH = (3, 6, 9, 12)
PRECISION: dict[str, Precision] = {"half": "months", "weekend": "days"}
YEARS = {"year": 1, "decade": 10, "century": 100}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3}


@record
class Moment:
    """A day, week, month, ... of the calendar. Years before Christ are negative (499 BC: -499), without days."""

    unit: Unit
    """How fine it is."""
    year: int
    """Its year (of a week: ISO 8601's); first year of a decade or century."""
    month: int = 0
    """1 to 12 for days and months; 0 otherwise."""
    day: int = 0
    """1 to 31 for days; 0 otherwise."""
    part: int = 0
    """Number of the week, quarter or half from 1; of the season from 0 (spring)."""
    clock: str = ""
    """Part of the day or clock time as TIMEX3 writes it behind the day: `TNI`, `T05:34`; empty for whole days."""

    @property
    def value(self) -> str:
        """The TIMEX3 value.

        >>> Moment(unit="season", year=1862, part=0).value
        '1862-SP'
        """
        y = f"{self.year:04d}" if self.year >= 0 else f"BC{-self.year:04d}"
        if self.unit == "decade":
            return y[:-1]
        if self.unit == "century":
            return y[:-2] if self.year >= 0 else f"BC{(-self.year - 1) // 100:02d}"
        tails = {
            "day": f"-{self.month:02d}-{self.day:02d}{self.clock}",
            "month": f"-{self.month:02d}",
            "week": f"-W{self.part:02d}",
            "weekend": f"-W{self.part:02d}-WE",
            "quarter": f"-Q{self.part}",
            "half": f"-H{self.part}",
            "season": f"-{CODES[self.part % 4]}",
        }
        return y + tails.get(self.unit, "")

    @property
    def days(self) -> tuple[date, date] | None:
        """First day and first day after; None before Christ and beyond the year 9998."""
        try:
            return self._days()
        except (ValueError, OverflowError):
            return None

    def _days(self) -> tuple[date, date]:
        if self.unit == "day":
            first = date(self.year, self.month, self.day)
            return first, first + timedelta(1)
        if self.unit in ("week", "weekend"):
            first = date.fromisocalendar(self.year, self.part, 6 if self.unit == "weekend" else 1)
            return first, first + timedelta(2 if self.unit == "weekend" else 7)
        if self.unit in YEARS:
            return date(self.year, 1, 1), date(self.year + YEARS[self.unit], 1, 1)
        size = MONTHS[self.unit]
        start = self.first_month
        return month_start(self.year, start), month_start(self.year, start + size)

    @property
    def first_month(self) -> int:
        """The month it begins with, 1 to 12; 1 for whole years."""
        if self.unit == "season":
            return FIRST_MONTH[self.part % 4]
        if self.unit in ("quarter", "half"):
            return 1 + MONTHS[self.unit] * (self.part - 1)
        if self.unit in ("week", "weekend"):
            found = self.days
            return found[0].month if found else 1
        return self.month or 1

    @property
    def precision(self) -> Precision:
        """As `Period.precision`."""
        return PRECISION.get(self.unit, self.unit)  # type: ignore[arg-type]


def month_start(year: int, month: int) -> date:
    """First day of a month that may lie beyond December or before January.

    >>> month_start(2021, 14)
    datetime.date(2022, 2, 1)
    """
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def day_of(when: date, clock: str = "") -> Moment:
    """The Moment of one day."""
    return Moment(unit="day", year=when.year, month=when.month, day=when.day, clock=clock)


def within(when: Moment, unit: Unit) -> Moment | None:
    """The week, month, year, ... that `when` lies in; None where `when` is coarser than that or has no days.

    >>> within(day_of(date(2013, 3, 22)), "week").value
    '2013-W12'
    """
    if unit == when.unit:
        return replace(when, clock="")
    if unit in YEARS:
        size = YEARS[unit]
        return (
            Moment(unit=unit, year=when.year // size * size)
            if when.year >= 0
            else Moment(unit=unit, year=_bc(when.year, size))
        )
    if unit in MONTHS:
        if when.unit in YEARS or (unit == "month" and when.unit in ("quarter", "half", "season")):
            return None
        return _part_of_year(when, unit)
    found = when.days
    if when.unit not in ("day", "week", "weekend") or found is None:
        return None
    year, week, _ = found[0].isocalendar()
    return Moment(unit=unit, year=year, part=week) if unit != "day" else None


def _bc(year: int, size: int) -> int:
    return -(-year // size * size) if size > 1 else year


def _part_of_year(when: Moment, unit: Unit) -> Moment:
    month = when.first_month
    if unit == "month":
        return Moment(unit="month", year=when.year, month=month)
    if unit == "season":
        part = (month - 3) // 3 % 4
        return Moment(unit="season", year=when.year - (1 if month < 3 else 0), part=part)
    return Moment(unit=unit, year=when.year, part=(month - 1) // MONTHS[unit] + 1)


def shift(when: Moment, unit: Unit, count: int) -> Moment | None:
    """The day, week, month, ... that lies `count` of them after (before, if negative) the one `when` lies in.

    None where `when` is too coarse to say, or outside the calendar.

    >>> shift(day_of(date(2013, 3, 22)), "month", -1).value
    '2013-02'
    """
    try:
        base = within(when, unit)
        if base is None:
            return None
        if unit in YEARS:
            return replace(base, year=base.year + count * YEARS[unit])
        if unit in MONTHS:
            return _shift_part(base, unit, count)
        found = base.days
        if found is None:
            return None
        moved = found[0] + timedelta(count * (1 if unit == "day" else 7))
        return day_of(moved) if unit == "day" else within(day_of(moved), unit)
    except (ValueError, OverflowError):
        return None


def _shift_part(base: Moment, unit: Unit, count: int) -> Moment:
    number = (base.month if unit == "month" else base.part) - (0 if unit == "season" else 1) + count
    a_year = 12 // MONTHS[unit]
    year, rest = base.year + number // a_year, number % a_year
    if unit == "month":
        return Moment(unit=unit, year=year, month=rest + 1)
    return Moment(unit=unit, year=year, part=rest + (0 if unit == "season" else 1))
