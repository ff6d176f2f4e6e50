"""From the form of a time expression to what it denotes, against the publication date or the narrative before it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sayso.model import Precision
from sayso.model._record import record
from sayso.stages.normalise.dates_forms import CLOCK, HOLIDAYS, LETTER, MONTHS, ORDINALS, WEEKDAYS
from sayso.stages.normalise.dates_moment import SEASONS, Moment, Unit, day_of, shift, within
from sayso.stages.normalise.numbers import find_numbers

Match = re.Match[str]
STATED = "stated"


@record
class Reading:
    """What one expression was read as."""

    start: int
    """First code point."""
    end: int
    """First code point after it."""
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    """As TIMEX3's."""
    value: str | None
    """As TIMEX3's."""
    moment: Moment | None = None
    """The calendar stretch; None when it denotes none or it cannot be told."""
    precision: Precision | None = None
    """How fine the words are; None to take the moment's."""
    basis: str = ""
    """What the value rests on."""


@dataclass
class State:
    """What has been read so far: the narrative's last date. Lives only while one document is read."""

    published: date | None
    narrative: bool
    last: Moment | None = None
    near: Moment | None = None
    last_end: int = -10_000
    lean: str = ""
    later: tuple[tuple[str, Match], ...] = ()

    @property
    def anchor(self) -> Moment | None:
        """What relative expressions count from."""
        if self.narrative:
            return self.last
        return day_of(self.published) if self.published else None

    def told(self, unit: str) -> Moment | None:
        """What "the next day", "that year" count from: for days the day told last, even in an aside."""
        if unit in ("day", "week") and self.near is not None and self.near.unit == "day":
            return self.near
        return self.last

    @property
    def basis(self) -> str:
        """In words, for the record."""
        if self.narrative or not self.published:
            return f"dated by {self.last.value} earlier in the text" if self.last else ""
        return f"publication date {self.published.isoformat()}"


def resolve(
    name: str, m: Match, state: State, *, lean: str, later: list[tuple[str, Match]], aside: bool = False
) -> Reading | None:
    """What the match of a form denotes; None when it turns out to be no time. Remembers it in `state`."""
    state.lean, state.later = lean, tuple(later)
    reading = _READERS[name](m, state)
    if reading is not None and reading.moment is not None and reading.basis:
        state.near = reading.moment
        if not (aside and reading.basis == STATED):
            state.last, state.last_end = reading.moment, reading.end
    return reading


def _date(
    m: Match,
    moment: Moment | None,
    *,
    value: str | None = None,
    basis: str = STATED,
    precision: Precision | None = None,
    clock: str = "",
) -> Reading:
    if moment is not None and clock and moment.unit == "day":
        moment = replace(moment, clock=clock)
    kind: Literal["DATE", "TIME"] = "TIME" if clock or (moment and moment.clock) else "DATE"
    if value is None and moment is not None:
        value = moment.value
    start = m.start("tail") if "tail" in m.re.groupindex else m.start()
    return Reading(
        start=start,
        end=m.end(),
        type=kind,
        value=value,
        moment=moment,
        precision=precision,
        basis=basis if moment else "",
    )


def _group(m: Match, name: str) -> str:
    return (m[name] or "") if name in m.re.groupindex else ""


def _year_of(m: Match, name: str = "year") -> int | None:
    """The year a match states, negative before Christ; None when it states none."""
    if _group(m, "bcyear"):
        return -int(m["bcyear"])
    written = _group(m, name)
    if not written:
        return None
    if written.startswith("'"):
        short = int(written[1:])
        return 1900 + short if short > 30 else 2000 + short
    year = int(written)
    return -year if _group(m, "era").strip().upper().startswith("B") else year


_JOIN = re.compile(r"\s?(?:,|and|or|to|until|through|-|–|—|/)\s?(?:the\s|on\s|early\s|late\s)?(?:again\s)?")


def _borrowed(m: Match, state: State) -> int | None:
    """The year of the date that this one is joined to: 1863 for the first in "July 1 to July 3, 1863"."""
    end = m.end()
    for name, other in state.later:
        if not _JOIN.fullmatch(m.string[end : other.start()]):
            return None
        if name in ("day_month", "month_day", "month", "season", "year", "day_tail"):
            year = _year_of(other)
            if year is not None:
                return year if name != "year" else None
        end = other.end()
    return None


def _clock_of(m: Match) -> str:
    words = (_group(m, "part") or _group(m, "clock")).lower()
    return next((code for word, code in CLOCK.items() if word in words), "") if words else ""


def _month_number(m: Match) -> int:
    return MONTHS[m["month"].lower().rstrip(".")]


def _day_month(m: Match, state: State) -> Reading | None:
    month, day = _month_number(m), int(m["day"])
    return _dated(m, state, month, day)


def _dated(m: Match, state: State, month: int, day: int) -> Reading | None:
    """A day of a month, with the year stated, borrowed, or the likeliest one."""
    if not _is_day(2000, month, day):
        return None
    year, basis = _year_of(m), STATED
    if year is None:
        year = _borrowed(m, state)
    if year is None:
        year, basis = _likely_year(state, month, day, m)
    clock = _clock_of(m)
    if year is None:
        return _date(m, None, value=f"XXXX-{month:02d}-{day:02d}{clock}", precision="day", clock=clock)
    return _date(m, Moment(unit="day", year=year, month=month, day=day), basis=basis, clock=clock)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _likely_year(state: State, month: int, day: int, m: Match) -> tuple[int | None, str]:
    """The year of a month or day that states none: by the narrative, else the one nearest to publication by tense."""
    if state.narrative or state.published is None:
        if state.last is None or not (state.narrative or m.start() - state.last_end < NEARBY):
            return None, ""
        if _group(m, "thatyear"):
            return state.last.year, state.basis
        return _next_in_story(state.last, month), state.basis
    published = state.published
    past = (month, day or 1) <= (published.month, published.day if day else 1)
    before, after = (published.year, published.year + 1) if past else (published.year - 1, published.year)
    if (month, day or published.day) == (published.month, published.day):
        return published.year, state.basis
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


NEARBY = 160
"""Code points within which a date lends its year to a bare month or day in an article of unknown date."""
STORY_BACK = 9
"""Months that a story may step back without its year going on; by trial on the development half of WikiWars."""


def _month_form(m: Match, state: State) -> Reading | None:
    month = _month_number(m)
    year, basis = _year_of(m), STATED
    if year is None:
        year = _borrowed(m, state)
    if year is None:
        year, basis = _relative_year(m, state, month)
    if year is None:
        return _date(m, None, value=f"XXXX-{month:02d}", precision="month")
    return _date(m, Moment(unit="month", year=year, month=month), basis=basis)


def _relative_year(m: Match, state: State, month: int) -> tuple[int | None, str]:
    """The year of "last June", "next May", or of a bare month."""
    rel = _group(m, "rel").lower()
    anchor = state.anchor
    if rel and anchor is not None and anchor.month:
        if rel in ("last", "past", "the previous"):
            return anchor.year - (1 if month >= anchor.month else 0), state.basis
        if rel in ("next", "the following"):
            return anchor.year + (1 if month <= anchor.month else 0), state.basis
        return anchor.year, state.basis
    return _likely_year(state, month, 0, m)


def _iso(m: Match, state: State) -> Reading | None:
    try:
        moment = day_of(date.fromisoformat(m["iso"]))
    except ValueError:
        return None
    return _date(m, moment, clock=m["isotime"] or "")


def _day_tail(m: Match, state: State) -> Reading | None:
    """The second day of "May 4 and 5", whose month stands before it."""
    if state.last is None or state.last.unit != "day":
        return None
    year = _year_of(m)
    day = int(m["day"])
    if not _is_day(2000, state.last.month, day):
        return None
    moment = Moment(unit="day", year=year if year is not None else state.last.year, month=state.last.month, day=day)
    return _date(m, moment)


def _numeric(m: Match, state: State) -> Reading | None:
    """ "26/10/2022", "9.8.2022": None of its days where day and month cannot be told apart by their size or dots."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["numyear"])
    if a > 12 or (m["sep"] == "." and b <= 12) or a == b:
        day, month = a, b
    elif b > 12:
        day, month = b, a
    else:
        return _date(m, None, value=f"{year:04d}-XX-XX", precision="day")
    if not _is_day(year, month, day):
        return None
    return _date(m, Moment(unit="day", year=year, month=month, day=day))


def _nth_day(m: Match, state: State) -> Reading | None:
    """ "The 28th" of the month told last."""
    base, day = state.near or state.last, int(m["nth"])
    if base is None or not base.month or not _is_day(2000, base.month, day):
        return None
    moment = Moment(unit="day", year=base.year, month=base.month, day=day)
    return _date(m, moment, basis=f"dated by {base.value} earlier in the text")


def _day_lead(m: Match, state: State) -> Reading | None:
    """The first day of "26 and 27 March 1917", whose month stands behind it."""
    for name, other in state.later[:1]:
        if name == "day_month":
            inner = _dated(other, state, _month_number(other), int(m["day"]))
            if inner is not None and inner.moment is not None:
                return _date(m, replace(inner.moment, clock=""), basis=inner.basis)
    return None


def _year_tail(m: Match, state: State) -> Reading | None:
    """The second year of "1957-58"."""
    if state.last is None or state.last.unit != "year":
        return None
    year = state.last.year // 100 * 100 + int(m["short"])
    return _date(m, Moment(unit="year", year=year)) if year > state.last.year else None


def _bc_lead(m: Match, state: State) -> Reading | None:
    return _date(m, Moment(unit="year", year=-int(m["lead"])))


def _year_form(m: Match, state: State) -> Reading | None:
    year = _year_of(m)
    if year and (m["year"] or "").startswith("'") and state.last is not None and state.last.year > 0:
        year = state.last.year // 100 * 100 + year % 100
    return _date(m, Moment(unit="year", year=year)) if year else None


def _decade(m: Match, state: State) -> Reading | None:
    written = m["decade"]
    if written.startswith("'"):
        written = "19" + written[1:]
    year = int(written)
    if _group(m, "era").strip().upper().startswith("B"):
        return _date(m, Moment(unit="decade", year=-year))
    return _date(m, Moment(unit="decade", year=year)) if year >= 1000 else None


def _century(m: Match, state: State) -> Reading | None:
    digits = re.match(r"\d+", m["nth"])
    number = int(digits.group()) if digits else ORDINALS[m["nth"].lower()]
    if _group(m, "era").strip().upper().startswith("B"):
        return _date(m, Moment(unit="century", year=-100 * number))
    return _date(m, Moment(unit="century", year=100 * (number - 1)))


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "latter": 2}


def _quarter(m: Match, state: State) -> Reading | None:
    size: Unit = "half" if m["h"] or m["size"] == "half" else "quarter"
    number = int(m["q"] or m["h"] or _NTH[m["nth"].lower()])
    if size == "half" and number == 4:
        number = 2
    year, basis = _year_of(m), STATED
    if year is None:
        anchor = state.anchor
        turn = {"last": -1, "next": 1}.get(_group(m, "rel").split(" ")[0], 0)
        if anchor is None or (size == "half" and not m["rel"]):
            return (
                _date(m, None, value=f"XXXX-{size[0].upper()}{number}", precision="quarter")
                if size == "quarter"
                else None
            )
        year, basis = anchor.year + turn, state.basis
        if not m["rel"] and state.lean != "future" and not state.narrative:
            found = Moment(unit=size, year=year, part=number).days
            if found and state.published and found[0] > state.published:
                year -= 1
    return _date(m, Moment(unit=size, year=year, part=number), basis=basis)


def _season(m: Match, state: State) -> Reading | None:
    part, code = SEASONS[m["season"].lower()]
    year, basis = _year_of(m), STATED
    if year is None and m["first"]:
        year = int(m["first"])
    if year is None:
        year = _borrowed(m, state)
    rel = _group(m, "rel").lower()
    if year is None:
        year, basis = _season_year(part, rel, state), state.basis
    if year is None or (m["season"] == "winter" and _generic(m, rel)):
        return _date(m, None, value=f"XXXX-{code}", precision="season")
    moment = Moment(unit="season", year=year, part=part)
    if (
        part == 3
        and basis != STATED
        and state.narrative
        and state.anchor is not None
        and state.anchor.first_month >= 9
        and not rel.endswith(("last", "next"))
    ):
        return _date(m, moment, value=replace(moment, year=year + 1).value, basis=basis)  # named after its January
    return _date(m, moment, basis=basis)


def _generic(m: Match, rel: str) -> bool:
    """Whether "winter" is no winter in particular: winter quarters, winter clothes."""
    return (
        not rel
        and not m["mod"]
        and bool(re.match(r"\s[a-z]+", m.string[m.end() : m.end() + 4]))
        and m.string[m.end() + 1 : m.end() + 4] not in ("and", "of ", "or ", "in ", "the")
    )


def _season_year(part: int, rel: str, state: State) -> int | None:
    """The year of a season that states none. The winter of a story at its year's end is that of the next year."""
    anchor = state.anchor
    if anchor is None:
        return None
    now = (anchor.first_month - 3) // 3 % 4 if anchor.unit not in ("year", "decade", "century") else -1
    year = anchor.year
    if rel in ("last", "the past", "the previous"):
        return year - 1 if part >= now or now == 3 else year
    if rel in ("next", "the next", "the following", "the coming"):
        return year + 1 if now == -1 or part <= now else year
    if rel.startswith("this") or rel in ("the same", "that"):
        return year
    if state.narrative:
        return year
    if state.published and state.lean != "future" and (part + 1) * 3 > state.published.month and part != 3:
        return year - 1
    return year


def _weekday(m: Match, state: State) -> Reading | None:
    number = WEEKDAYS[
        m["weekday"].lower().rstrip(".").removesuffix("s")
        if m["weekday"].lower() not in WEEKDAYS
        else m["weekday"].lower()
    ]
    rel = (m["rel"] or "").lower()
    clock = _clock_of(m)
    if rel in ("every", "each") or m["weekday"].endswith("days"):
        return Reading(start=m.start(), end=m.end(), type="SET", value=f"XXXX-WXX-{number}{clock}")
    anchor = state.anchor
    found = anchor.days if anchor else None
    if anchor is None or anchor.unit != "day" or found is None:
        return _date(m, None, value=f"XXXX-WXX-{number}{clock}", precision="day", clock=clock)
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
    return _date(m, day_of(day), basis=state.basis, clock=clock)


_TURNS = {
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "past": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
    "subsequent": 1,
}
_LIKE: dict[str, Unit] = {"night": "day", "morning": "day", "afternoon": "day", "evening": "day"}


def _relative(m: Match, state: State) -> Reading | None:
    words = m["rel"].lower().split()
    rel = next((w for w in words if w in _TURNS), "")
    turn = _TURNS.get(rel, 0)
    unit = m["unit"]
    clock = _clock_of(m) or CLOCK.get(unit, "")
    grain: Unit = _LIKE.get(unit, unit)
    deictic = words[0] in ("last", "next") or (words[0] == "this" and words[-1] not in ("same", "very"))
    deictic = deictic or (words[0] == "the" and rel in ("last", "past", "coming"))
    if deictic:
        anchor = state.anchor
    elif rel in ("previous", "preceding") or words[-1] in ("current", "present"):
        anchor = state.told(grain) or state.anchor
    else:
        anchor = state.told(grain)
    moment = shift(anchor, grain, turn) if anchor is not None else None
    if moment is None:
        return _date(m, None, value=_unknown(grain, anchor) + clock, precision=_grain_precision(grain), clock=clock)
    basis = (
        state.basis
        if deictic and not state.narrative
        else (f"dated by {anchor.value} earlier in the text" if anchor else "")
    )
    return _date(m, moment, basis=basis, clock=clock)


def _unknown(unit: str, near: Moment | None = None) -> str:
    """The TIMEX3 value of a stretch that cannot be told, as far as the story around it is known: `1980-XX-XX`."""
    year, month = "XXXX", "XX"
    if near is not None and near.unit not in ("decade", "century"):
        year = f"{near.year:04d}" if near.year >= 0 else f"BC{-near.year:04d}"
        month = f"{near.month:02d}" if near.month else "XX"
    shapes = {
        "day": f"{year}-{month}-XX",
        "week": f"{year}-WXX",
        "weekend": f"{year}-WXX-WE",
        "month": f"{year}-XX",
        "quarter": f"{year}-QX",
        "decade": "XXX",
        "century": "XX",
    }
    return shapes.get(unit, "XXXX")


def _grain_precision(unit: str) -> Precision:
    return {"weekend": "days", "half": "months"}.get(unit, unit)  # type: ignore[return-value]


def _day_after(m: Match, state: State) -> Reading | None:
    if m["what"]:
        turn = -2 if m["what"] == "yesterday" else 2
        base = day_of(state.published) if state.published else None
        moment = shift(base, "day", turn) if base else None
        return _date(m, moment, value=None if moment else "XXXX-XX-XX", basis=state.basis, precision="day")
    turn = -1 if m["side"] in ("before", "earlier", "prior") else 1
    grain: Unit = _LIKE.get(m["unit"], m["unit"])
    clock = CLOCK.get(m["unit"], "")
    base = state.told(grain)
    moment = shift(base, grain, turn) if base else None
    ahead = m.string[m.end() : m.end() + 2]
    if m["side"] in ("before", "after") and ahead[:1] == " " and ahead[1:2].isalpha():
        moment = None  # "the day before his son was found": the event is not dated here
    if moment is None:
        value = _unknown(grain, base) + clock
        return _date(m, None, value=value, precision=_grain_precision(grain), clock=clock)
    return _date(m, moment, basis=f"dated by {base.value} earlier in the text" if base else "", clock=clock)


def _number(words: str) -> float | None:
    """The number of a count; None for a vague one."""
    words = words.lower().strip()
    if words in ("a", "an", "one", "a single"):
        return 1
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return 2
    found = next(find_numbers(words), None)
    return None if found is None or found.low != found.high else found.low


def _amount(number: float | None) -> str:
    if number is None:
        return "X"
    return str(int(number)) if number == int(number) else f"{number:g}".lstrip("0")


def _duration_value(number: float | None, unit: str, *, era: bool = False) -> str:
    """TIMEX3's value of a length; with `era` decades and centuries keep their own letters, as in TIMEX2."""
    unit = {"centuries": "century"}.get(unit, unit.removesuffix("s"))
    if unit == "fortnight" and number is not None:
        number *= 2
    if unit == "quarter" and number is not None:
        number, unit = number * 3, "month"
    if unit in ("decade", "century") and not era and number is not None:
        number, unit = number * (10 if unit == "decade" else 100), "year"
    letter = LETTER[unit]
    return f"PT{_amount(number)}{letter[1:]}" if letter.startswith("T") else f"P{_amount(number)}{letter}"


def _ago(m: Match, state: State) -> Reading | None:
    unit = m["unit"].removesuffix("s") if m["unit"] != "centuries" else "century"
    side = m["side"]
    number = _number(m["count"])
    if "half" in m.group() and number is not None and "and a half" in m.group():
        number += 0.5
    back = side in ("ago", "earlier", "before", "previously", "back", "prior")
    if side in ("ago", "back", "hence") and not state.narrative:
        anchor = state.anchor
    else:
        anchor = state.told(unit)
    if side == "on":
        return Reading(start=m.start(), end=m.end() - 3, type="DURATION", value=_duration_value(number, unit))
    if side in ("earlier", "later", "before", "after") and re.match(
        r"\s(?:than|the|a|his|they|it)\b", m.string[m.end() : m.end() + 6]
    ):
        end = m.end() - len(side) - 1  # "a month earlier than usual" is a length, not a date
        start = m.start() + len(m["about"] or "")
        return Reading(start=start, end=end, type="DURATION", value=_duration_value(number, unit, era=state.narrative))
    if number is None or anchor is None or unit in ("second", "minute", "hour"):
        near = anchor if state.narrative else None
        return _date(m, None, value=_vague(unit, near), precision=_coarse(unit))
    if unit in ("decade", "century"):
        number, unit = number * (10 if unit == "decade" else 100), "year"
    grain: Unit = {"night": "day", "fortnight": "week"}.get(unit, unit)  # type: ignore[assignment]
    if unit == "fortnight":
        number *= 2
    count = -number if back else number
    if count != int(count):
        if grain == "year":
            grain, count = "month", count * 12
        else:
            return _date(m, None, value=_vague(unit, anchor), precision=_coarse(unit))
    moment = shift(anchor, grain, int(count))
    if moment is None:
        return _date(m, None, value=_vague(unit, anchor), precision=_coarse(unit))
    return _date(
        m, moment, basis=state.basis if anchor == state.anchor else f"dated by {anchor.value} earlier in the text"
    )


def _vague(unit: str, near: Moment | None = None) -> str:
    if unit in ("second", "minute", "hour"):
        return "XXXX-XX-XXTXX"
    return _unknown({"night": "day", "fortnight": "week"}.get(unit, unit), near)


def _coarse(unit: str) -> Precision:
    return {
        "second": "day",
        "minute": "day",
        "hour": "day",
        "night": "day",
        "fortnight": "week",
        "weekend": "days",
    }.get(unit, unit)  # type: ignore[return-value]


def _endof(m: Match, state: State) -> Reading | None:
    unit, mod = m["unit"], m["mod"].lower()
    rel = (m["rel"] or "").lower()
    anchor = (
        state.anchor if rel in ("this", "last", "next", "") and not state.narrative else (state.last or state.anchor)
    )
    turn = -1 if rel in ("last", "the previous") else 1 if rel in ("next", "the following", "the next") else 0
    if mod in ("early", "mid") and unit == "day":
        return None
    if unit in SEASONS:
        part, code = SEASONS[unit]
        year = _season_year(part, rel, state)
        return (
            _date(m, Moment(unit="season", year=year, part=part), basis=state.basis)
            if year is not None
            else _date(m, None, value=f"XXXX-{code}", precision="season")
        )
    moment = shift(anchor, unit, turn) if anchor is not None else None
    if moment is None:
        return _date(m, None, value=_unknown(unit), precision=_grain_precision(unit))
    return _date(m, moment, basis=state.basis)


def _deictic(m: Match, state: State) -> Reading | None:
    word = m["word"].lower()
    turn = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    clock = _clock_of(m) or {"tonight": "TNI", "overnight": "TNI"}.get(word, "")
    if word == "today" and (state.narrative or _today_is_era(m)):
        return Reading(start=m.start(), end=m.end(), type="DATE", value="PRESENT_REF")
    if state.narrative or state.published is None:
        return _date(m, None, value="XXXX-XX-XX" + clock, precision="day", clock=clock)
    moment = shift(day_of(state.published), "day", turn)
    return _date(m, moment, basis=state.basis, clock=clock)


def _today_is_era(m: Match) -> bool:
    """Whether "today" means nowadays: "today's world", "than can be done today"."""
    before = m.string[max(0, m.start() - 60) : m.start()].lower()
    return bool(
        re.search(r"\b(?:than|as|even|still|until|of|world|exist\w*|remain\w*|are|is)\b[^.]*$", before)
    ) and m.string[m.end() : m.end() + 2] not in ("'s", "’s")


def _holiday(m: Match, state: State) -> Reading | None:
    name = m["holiday"].lower().replace("’", "'")
    month, day = HOLIDAYS[name]
    clock = _clock_of(m)
    if clock == "TNI" and name == "christmas":
        day = 24
    year, basis = _year_of(m), STATED
    if year is None:
        year, basis = _likely_year(state, month, day, m)
    if year is None:
        return _date(m, None, value=f"XXXX-{month:02d}-{day:02d}", precision="day")
    return _date(m, Moment(unit="day", year=year, month=month, day=day), basis=basis, clock=clock)


_SETS = {
    "daily": "XXXX-XX-XX",
    "everyday": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "XXXX-WXX",
    "monthly": "XXXX-XX",
    "yearly": "XXXX",
    "annually": "XXXX",
    "annual": "XXXX",
    "hourly": "XXXX-XX-XXTXX",
}


def _set(m: Match, state: State) -> Reading | None:
    word = m["set"].lower()
    if word in _SETS:
        return Reading(start=m.start(), end=m.end(), type="SET", value=_SETS[word])
    unit = m["unit"]
    if word.startswith("per ") or unit in ("second", "minute", "hour"):
        return Reading(
            start=m.start(),
            end=m.end(),
            type="SET" if not word.startswith("per") else "DURATION",
            value=_duration_value(1, unit),
        )
    if unit in ("season", "winter"):
        return Reading(start=m.start(), end=m.end(), type="SET", value="XXXX-WI")
    if unit == "summer":
        return Reading(start=m.start(), end=m.end(), type="SET", value="XXXX-SU")
    grain = _LIKE.get(unit, unit)
    return Reading(start=m.start(), end=m.end(), type="SET", value=_unknown(grain) + CLOCK.get(unit, ""))


def _length(m: Match, state: State) -> Reading | None:
    number = _number(m["count"])
    unit = m["unit"]
    if "and a half" in m["count"] and number is not None and number == int(number):
        number += 0.5
    return Reading(
        start=m.start(), end=m.end(), type="DURATION", value=_duration_value(number, unit, era=state.narrative)
    )


def _plural(m: Match, state: State) -> Reading | None:
    unit = m["unit"]
    single = {"centuries": "century"}.get(unit, unit.removesuffix("s"))
    if m["side"]:
        near = state.told(single) if state.narrative else None
        return _date(m, None, value=_vague(single, near), precision=_coarse(single))
    return Reading(start=m.start(), end=m.end(), type="DURATION", value=_duration_value(None, unit))


def _yearlong(m: Match, state: State) -> Reading | None:
    return Reading(start=m.start(), end=m.end(), type="DURATION", value=_duration_value(1, m["unit"]))


def _clock(m: Match, state: State) -> Reading | None:
    hour, half = int(m["hour"]), (m["ampm"] or "").strip().lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    clock = f"T{hour:02d}" + (f":{m['minute']}" if m["minute"] else "")
    near = next(
        (
            other
            for name, other in state.later[:1]
            if name in ("day_month", "month_day") and other.start() - m.end() < 20
        ),
        None,
    )
    if near is not None:
        inner = _dated(near, state, _month_number(near), int(near["day"]))
        base = inner.moment if inner else None
    else:
        base = state.last if state.narrative or state.last is not None else state.anchor
    if base is None or base.unit != "day":
        return Reading(start=m.start(), end=m.end(), type="TIME", value="XXXX-XX-XX" + clock)
    return _date(m, replace(base, clock=clock), basis=f"dated by {base.value} in the text")


def _daypart(m: Match, state: State) -> Reading | None:
    clock = _clock_of(m)
    if m["rel"] and m["rel"].lower() in ("that", "the", "this") and state.last is not None and state.last.unit == "day":
        base = state.anchor if m["rel"].lower() == "this" and not state.narrative and state.anchor else state.last
        return _date(m, replace(base, clock=clock), basis=f"dated by {base.value} in the text")
    if m["rel"] and m["rel"].lower() == "this" and state.anchor and state.anchor.unit == "day":
        return _date(m, replace(state.anchor, clock=clock), basis=state.basis)
    return Reading(start=m.start(), end=m.end(), type="TIME", value="XXXX-XX-XX" + clock)


_PAST = ("recently", "former", "formerly", "recent", "the past", "previously", "lately")


def _ref(m: Match, state: State) -> Reading | None:
    word = m["ref"].lower()
    if word in ("that time", "that period", "this period") and state.last is not None and state.narrative:
        return _date(m, state.last, basis=f"dated by {state.last.value} earlier in the text")
    value = "PAST_REF" if word in _PAST else "FUTURE_REF" if word == "future" else "PRESENT_REF"
    return Reading(start=m.start(), end=m.end(), type="DATE", value=value)


_READERS: dict[str, Callable[[Match, State], Reading | None]] = {
    "iso": _iso, "day_month": _day_month, "month_day": _day_month, "month": _month_form, "quarter": _quarter, "season": _season, "decade": _decade,
    "century": _century, "year": _year_form, "weekday": _weekday, "relative": _relative, "day_after": _day_after, "ago": _ago, "endof": _endof,
    "deictic": _deictic, "holiday": _holiday, "set": _set, "length": _length, "plural": _plural, "yearlong": _yearlong, "clock": _clock,
    "daypart": _daypart, "ref": _ref, "day_tail": _day_tail, "day_lead": _day_lead, "year_tail": _year_tail, "bc_lead": _bc_lead,
    "nth_day": _nth_day,
    "numeric": _numeric,
}  # fmt: skip
__all__ = ["STATED", "Reading", "State", "resolve", "within"]
