"""Periods: the days that a text's time expressions denote, with prepositions and ranges read as bounds."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.model import Parsed, Period, Precision, Span
from sayso.stages.normalise.dates import Timex, read_timexes

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
    return periods_of(read_timexes(parsed), parsed.document.text)


def periods_of(timexes: Sequence[Timex], text: str) -> tuple[Period, ...]:
    """The same, from expressions already read."""
    return tuple(_periods([t for t in timexes if t.precision is not None and t.type in ("DATE", "TIME")], text))


def _periods(dated: list[Timex], text: str) -> Iterator[Period]:
    at = 0
    while at < len(dated):
        first = dated[at]
        word, start = _preposition(text, first.span.start)
        pair = _pair(dated, at, word, text)
        if pair is not None:
            yield _between(first, pair, word, start, text)
            at += 2
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
