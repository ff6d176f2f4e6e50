"""Days, months, years and weekdays: their year is stated, lent by a neighbour, or the likeliest one."""

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.stages.normalise.dates.forms import HOLIDAYS, ORDINALS, WEEKDAYS
from sayso.stages.normalise.dates.moment import Moment, day_of
from sayso.stages.normalise.dates.state import (
    STATED,
    Match,
    Reading,
    State,
    borrowed,
    clock_of,
    dated_as,
    group,
    is_day,
    month_number,
    year_of,
)


def read_day_month(m: Match, state: State) -> Reading | None:
    """A day of a month: "7 May", "May 7, 1921", "the night of 3 May"."""
    month, day = month_number(m), int(m["day"])
    return day_reading(m, state, month, day)


def day_reading(m: Match, state: State, month: int, day: int) -> Reading | None:
    """A day of a month, with the year stated, borrowed, or the likeliest one."""
    if not is_day(2000, month, day):
        return None
    year, basis = year_of(m), STATED
    if year is None:
        year = borrowed(m, state)
    if year is None:
        year, basis = _likely_year(state, month, day, m)
    clock = clock_of(m)
    if year is None:
        return dated_as(m, None, value=f"XXXX-{month:02d}-{day:02d}{clock}", precision="day", clock=clock)
    return dated_as(m, Moment(unit="day", year=year, month=month, day=day), basis=basis, clock=clock)


def _likely_year(state: State, month: int, day: int, m: Match) -> tuple[int | None, str]:
    """The year of a month or day that states none: by the narrative, else the one nearest to publication by tense."""
    if state.narrative or state.published is None:
        if state.last is None or not (state.narrative or m.start() - state.last_end < NEARBY):
            return None, ""
        if group(m, "thatyear"):
            return state.last.year, state.basis
        return _next_in_story(state.last, month), state.basis
    published = state.published
    past = (month, day or 1) <= (published.month, published.day if day else 1)
    before, after = (published.year, published.year + 1) if past else (published.year - 1, published.year)
    if (month, day or published.day) == (published.month, published.day):
        return published.year, state.basis
    if day and (date(after, month, min(day, 28)) - published).days < SOON:
        return after, state.basis  # told ahead, whatever the tense: eleven months back is farther off
    if state.lean == "future":
        return after, state.basis
    if state.lean == "past":
        return before, state.basis
    middle = day or 15
    try:
        gap_before = abs((published - date(before, month, min(middle, 28))).days)
        gap_after = abs((date(after, month, min(middle, 28)) - published).days)
    except ValueError:
        return None, ""
    return (after if gap_after < gap_before and gap_after < 60 else before), state.basis


def _next_in_story(last: Moment, month: int) -> int:
    """A story goes on in the year it is in; a month long before its last one belongs to the next year."""
    if last.month and last.month - month >= STORY_BACK:
        return last.year + 1
    return last.year


SOON = 15
"""Days after publication within which a day without a year is the coming one."""
NEARBY = 160
"""Code points within which a date lends its year to a bare month or day in an article of unknown date."""


STORY_BACK = 9
"""Months that a story may step back without its year going on; by trial on the development half of WikiWars."""


def read_month(m: Match, state: State) -> Reading | None:
    """A month: "May 1921", "last June", "early March"."""
    month = month_number(m)
    year, basis = year_of(m), STATED
    if year is None:
        year = borrowed(m, state)
    if year is None:
        year, basis = _relative_year(m, state, month)
    if year is None:
        return dated_as(m, None, value=f"XXXX-{month:02d}", precision="month")
    return dated_as(m, Moment(unit="month", year=year, month=month), basis=basis)


def _relative_year(m: Match, state: State, month: int) -> tuple[int | None, str]:
    """The year of "last June", "next May", or of a bare month."""
    rel, which = group(m, "rel").lower(), group(m, "which")
    anchor = state.anchor
    if which:  # "in January last year"
        turn = {"last": -1, "this": 0, "next": 1}[which]
        return (anchor.year + turn, state.basis) if anchor is not None else (None, "")
    if rel and anchor is not None and anchor.month:
        if rel in ("last", "past", "the previous"):
            return anchor.year - (1 if month >= anchor.month else 0), state.basis
        if rel in ("next", "the following"):
            return anchor.year + (1 if month <= anchor.month else 0), state.basis
        return anchor.year, state.basis
    return _likely_year(state, month, 0, m)


def read_iso(m: Match, state: State) -> Reading | None:
    """A date as ISO 8601 writes it."""
    try:
        moment = day_of(date.fromisoformat(m["iso"]))
    except ValueError:
        return None
    return dated_as(m, moment, clock=m["isotime"] or "")


def read_day_tail(m: Match, state: State) -> Reading | None:
    """The second day of "May 4 and 5", whose month stands before it."""
    if state.last is None or state.last.unit != "day":
        return None
    year = year_of(m)
    day = int(m["day"])
    if not is_day(2000, state.last.month, day):
        return None
    moment = Moment(unit="day", year=year if year is not None else state.last.year, month=state.last.month, day=day)
    return dated_as(m, moment)


def read_numeric(m: Match, state: State) -> Reading | None:
    """ "26/10/2022", "9.8.2022": None of its days where day and month cannot be told apart by their size or dots."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["numyear"])
    if a > 12 or (m["sep"] == "." and b <= 12) or a == b:
        day, month = a, b
    elif b > 12:
        day, month = b, a
    else:
        return dated_as(m, None, value=f"{year:04d}-XX-XX", precision="day")
    if not is_day(year, month, day):
        return None
    return dated_as(m, Moment(unit="day", year=year, month=month, day=day))


def read_nth_day(m: Match, state: State) -> Reading | None:
    """ "The 28th" of the month told last."""
    base, day = state.near or state.last, int(m["nth"])
    if base is None or not base.month or not is_day(2000, base.month, day):
        return None
    moment = Moment(unit="day", year=base.year, month=base.month, day=day)
    return dated_as(m, moment, basis=f"dated by {base.value} earlier in the text")


def read_day_lead(m: Match, state: State) -> Reading | None:
    """The first day of "26 and 27 March 1917", whose month stands behind it."""
    for name, other in state.later[:1]:
        if name == "day_month":
            inner = day_reading(other, state, month_number(other), int(m["day"]))
            if inner is not None and inner.moment is not None:
                return dated_as(m, replace(inner.moment, clock=""), basis=inner.basis)
    return None


def read_year_tail(m: Match, state: State) -> Reading | None:
    """The second year of "1957-58"."""
    if state.last is None or state.last.unit != "year":
        return None
    year = state.last.year // 100 * 100 + int(m["short"])
    return dated_as(m, Moment(unit="year", year=year)) if year > state.last.year else None


def read_bc_lead(m: Match, state: State) -> Reading | None:
    """The first year of "499-493 BC"."""
    return dated_as(m, Moment(unit="year", year=-int(m["lead"])))


def read_year(m: Match, state: State) -> Reading | None:
    """A year: "1921", "late 2021", "ca. 466 BC"."""
    year = year_of(m)
    if year and (m["year"] or "").startswith("'") and state.last is not None and state.last.year > 0:
        year = state.last.year // 100 * 100 + year % 100
    return dated_as(m, Moment(unit="year", year=year)) if year else None


def read_decade(m: Match, state: State) -> Reading | None:
    """A decade: "the 1990s", "the early 470s BC"."""
    written = m["decade"]
    if written.startswith("'"):
        written = "19" + written[1:]
    year = int(written)
    if group(m, "era").strip().upper().startswith("B"):
        return dated_as(m, Moment(unit="decade", year=-year))
    return dated_as(m, Moment(unit="decade", year=year)) if year >= 1000 else None


def read_century(m: Match, state: State) -> Reading | None:
    """A century: "the 20th century"."""
    digits = re.match(r"\d+", m["nth"])
    number = int(digits.group()) if digits else ORDINALS[m["nth"].lower()]
    if group(m, "era").strip().upper().startswith("B"):
        return dated_as(m, Moment(unit="century", year=-100 * number))
    return dated_as(m, Moment(unit="century", year=100 * (number - 1)))


def read_weekday(m: Match, state: State) -> Reading | None:
    """A weekday: the last one, or by tense the next one; a frequency when it is in the plural."""
    number = WEEKDAYS[
        m["weekday"].lower().rstrip(".").removesuffix("s")
        if m["weekday"].lower() not in WEEKDAYS
        else m["weekday"].lower()
    ]
    rel = (m["rel"] or "").lower()
    clock = clock_of(m)
    if rel in ("every", "each") or m["weekday"].endswith("days"):
        return Reading(start=m.start(), end=m.end(), type="SET", value=f"XXXX-WXX-{number}{clock}")
    anchor = state.anchor
    found = anchor.days if anchor else None
    if anchor is None or anchor.unit != "day" or found is None:
        return dated_as(m, None, value=f"XXXX-WXX-{number}{clock}", precision="day", clock=clock)
    here = found[0]
    back = (here.isoweekday() - number) % 7
    if rel == "last" or rel.startswith("the previous") or rel == "past":
        day = here - timedelta(back or 7)
    elif (
        rel in ("next", "coming")
        or rel.startswith("the ")
        or (state.lean == "future" and not rel)
        or rel.endswith("coming")
    ):
        day = here + timedelta((number - here.isoweekday()) % 7 or 7)
    else:
        day = here - timedelta(back)
    return dated_as(m, day_of(day), basis=state.basis, clock=clock)


def read_holiday(m: Match, state: State) -> Reading | None:
    """A feast with a fixed day: "Christmas", "New Year's Eve"."""
    name = m["holiday"].lower().replace("’", "'")
    month, day = HOLIDAYS[name]
    clock = clock_of(m)
    if clock == "TNI" and name == "christmas":
        day = 24
    year, basis = year_of(m), STATED
    if year is None:
        year, basis = _likely_year(state, month, day, m)
    if year is None:
        return dated_as(m, None, value=f"XXXX-{month:02d}-{day:02d}", precision="day")
    return dated_as(m, Moment(unit="day", year=year, month=month, day=day), basis=basis, clock=clock)
