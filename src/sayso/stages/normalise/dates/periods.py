"""Periods: the days that a text's time expressions denote, with prepositions and ranges read as bounds."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.model import Parsed, Period, Precision, Published, Span
from sayso.stages.normalise.dates.timexes import Timex, read_timexes

UNRESOLVED = "unresolved: the text gives nothing to count from"
_BEFORE = re.compile(
    r"(?<!\w)(?P<word>(?:ever\s)?since|as of|starting(?:\son|\sin)?|beginning(?:\son|\sin)?"
    r"|until|till|up to|before|prior to|by|not later than|no later than|after|from|between)"
    r"(?:\s(?:the|about|around|late|early|at least|on|in))?\s$",
    re.IGNORECASE,
)
_SINCE = ("since", "ever since", "starting", "starting on", "starting in", "beginning", "beginning on", "beginning in")
_UNTIL = ("until", "till", "up to")
_BY = ("by", "not later than", "no later than")
_TO = re.compile(r"\s?(?:to|through|until|till|up to|-|–|—)\s?(?:the\s|early\s|late\s|mid-?)?")
_AND = re.compile(r"\s?and\s?(?:the\s|early\s|late\s)?")
_RANGE: dict[Precision, Precision] = {
    "day": "days",
    "week": "days",
    "month": "months",
    "year": "years",
    "quarter": "months",
    "season": "months",
}


def read_periods(parsed: Parsed) -> tuple[Period, ...]:
    """The periods of a text, in order, each with its span and its basis.

    "Since February" has no end, "until May" no start; "between 1 June and 15 August" is one period. What the text
    does not date (a relative expression in an article without a date) has neither bound, but keeps its precision.
    Durations and frequencies ("for two years", "daily") are no periods.
    """
    return periods_of(read_timexes(parsed), parsed.document.text, published=parsed.document.published)


def periods_of(timexes: Sequence[Timex], text: str, *, published: Published | None = None) -> tuple[Period, ...]:
    """The same, from expressions already read; `published` is what "the past six months" end at."""
    windows = [_window(t, published) for t in timexes if is_window(t)]
    dated = [t for t in timexes if t.precision is not None and t.type in ("DATE", "TIME") and not is_window(t)]
    found = [_up_to_now(period, text, published) for period in _periods(dated, text)]
    found += [window for window in windows if window is not None]
    return tuple(sorted(found, key=lambda period: period.span.start if period.span else 0))


_SIDE = re.compile(r"(?P<side>earlier|later) this (?:week|month|year|season|quarter)", re.IGNORECASE)


def _up_to_now(period: Period, text: str, published: Published | None) -> Period:
    """ "Earlier this week" ends with the day of publication, and "later this week" begins with it."""
    if period.span is None or period.start is None or period.end is None or published is None:
        return period
    words = _SIDE.search(text[max(0, period.span.start - 8) : period.span.end])
    if words is None or not period.span.text.endswith(words.group().split()[-1]):
        return period
    if words["side"].lower() == "earlier":
        return replace(period, end=max(min(period.end, published.end), period.start + timedelta(days=1)))
    return replace(period, start=min(max(period.start, published.start), period.end - timedelta(days=1)))


_PAST = re.compile(r"(?:(?:over|in|during)\s)?the\spast\s|(?:(?:over|in|during)\s)?the\slast\s(?!\w+$)", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d+)(DE|[DWMY])")
_ONE = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y", "decade": "P1DE"}
_SPAN_OF: dict[str, Precision] = {"D": "days", "W": "days", "M": "months", "Y": "years", "DE": "years"}


def is_window(timex: Timex) -> bool:
    """Whether an expression is a stretch that ends when the text was published: "the past six months".

    "The past year" is one, "last year" and "the last year" are years of the calendar.
    """
    return _PAST.match(timex.span.text) is not None and _length(timex) is not None


def _length(timex: Timex) -> tuple[int, str] | None:
    """How many of which TIMEX3 unit a stretch is long; None where the words do not say ("the past weeks")."""
    value = timex.value if timex.type == "DURATION" else _ONE.get(timex.span.text.split()[-1].lower())
    m = _LENGTH.fullmatch(value or "")
    return (int(m[1]), m[2]) if m else None


def _window(timex: Timex, published: Published | None) -> Period | None:
    """The days of a stretch that ends with the day of publication; None where that is not known."""
    length = _length(timex)
    if length is None or published is None:
        return None
    count, unit = length
    start = _back(published.start, count, unit)
    if start is None:
        return None
    basis = f"publication date {published.start.isoformat()}"
    if published.precision != "day":
        basis = f"published from {published.start.isoformat()} to {published.end.isoformat()}"
    return Period(start=start, end=published.end, precision=_SPAN_OF[unit], basis=basis, span=timex.span)


def _back(day: date, count: int, unit: str) -> date | None:
    """The day so many units earlier; the last of its month where the month is shorter, None before the calendar."""
    if unit in ("D", "W"):
        days = count * (7 if unit == "W" else 1)
        return date.fromordinal(day.toordinal() - days) if days < day.toordinal() else None
    months = day.year * 12 + day.month - 1 - count * {"M": 1, "Y": 12, "DE": 120}[unit]
    if months < 12:
        return None
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _periods(dated: list[Timex], text: str) -> Iterator[Period]:
    at = 0
    while at < len(dated):
        first = dated[at]
        word, start = _preposition(text, first.span.start)
        pair = _pair(dated, at, word, text)
        listed = 1 if pair is not None or word else _listed(dated, at, text)
        if pair is not None:
            yield _between(first, pair, word, start, text)
            at += 2
        elif listed > 1:
            yield _between(first, dated[at + listed - 1], word, start, text)
            at += listed
        elif (
            at
            and _NOW.fullmatch(first.span.text)
            and text[dated[at - 1].span.start : first.span.start].endswith("ago ")
        ):
            at += 1  # "two years ago this week": the first expression says when
        else:
            yield _one(first, word, start, text)
            at += 1


def _preposition(text: str, at: int) -> tuple[str, int]:
    """The bounding preposition right before an expression, and where it begins; an empty word where there is none."""
    window = max(0, at - 24)
    m = _BEFORE.search(text[window:at])
    if not m:
        return "", at
    return " ".join(m["word"].lower().split()), window + m.start("word")


def _pair(dated: list[Timex], at: int, word: str, text: str) -> Timex | None:
    """The other end of a range that begins here; None when there is none or it would run backwards."""
    if at + 1 >= len(dated):
        return None
    first, last = dated[at], dated[at + 1]
    gap = text[first.span.end : last.span.start]
    joined = _AND.fullmatch(gap) if word == "between" else _TO.fullmatch(gap)
    if not joined or len(gap) > 12:
        return None
    a, b = _days(first), _days(last)
    return last if a and b and a[0] < b[1] and a[0] <= b[0] else None


_NOW = re.compile(r"(?:this (?:week|month|year|day|morning)|today)", re.IGNORECASE)
_LIST = re.compile(r",?\s(?:and|or|&)\s|,\s")


def _listed(dated: list[Timex], at: int, text: str) -> int:
    """How many expressions from here on name days, months or years that follow each other: "Monday and Tuesday"."""
    count = 1
    while at + count < len(dated):
        before, after = dated[at + count - 1], dated[at + count]
        a, b = _days(before), _days(after)
        gap = text[before.span.end : after.span.start]
        if not (a and b and a[1] == b[0] and before.precision == after.precision and _LIST.fullmatch(gap)):
            break
        count += 1
    return count


def _days(timex: Timex) -> tuple[date, date] | None:
    return timex.bounds


def _between(first: Timex, last: Timex, word: str, start: int, text: str) -> Period:
    a, b = _days(first), _days(last)
    span = _span(text, start if word in ("from", "between") else first.span.start, last.span.end)
    precision = _RANGE.get(last.precision or "day", last.precision or "days")
    basis = first.basis if first.basis == last.basis else f"{first.basis}; {last.basis}"
    return Period(start=a[0] if a else None, end=b[1] if b else None, precision=precision, basis=basis, span=span)


def _one(timex: Timex, word: str, start: int, text: str) -> Period:
    days = _days(timex)
    if days is None:
        basis = "stated; before the calendar begins" if timex.moment else UNRESOLVED
        return Period(start=None, end=None, precision=timex.precision or "open", basis=basis, span=timex.span)
    span = _span(text, start, timex.span.end)
    if word in _SINCE:
        return Period(start=days[0], end=None, precision="open", basis=timex.basis, span=span)
    if word == "after":
        return Period(start=days[1], end=None, precision="open", basis=timex.basis, span=span)
    if word in _UNTIL or word in _BY:
        return Period(start=None, end=days[1], precision="open", basis=timex.basis, span=span)
    if word in ("before", "prior to"):
        return Period(start=None, end=days[0], precision="open", basis=timex.basis, span=span)
    return Period(start=days[0], end=days[1], precision=_wide(timex), basis=timex.basis, span=timex.span)


def _wide(timex: Timex) -> Precision:
    """The precision of the words, or of the bounds where these are wider: the article's date is uncertain."""
    precision = timex.precision or "day"
    if timex.moment is None and timex.bounds is not None:
        return _RANGE.get(precision, "years")
    return precision


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=text[start:end])
