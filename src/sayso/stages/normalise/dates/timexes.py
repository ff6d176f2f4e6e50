"""Time expressions of a text and what they denote: TIMEX3 values, and calendar days where they denote some."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from sayso.model import Parsed, Precision, Span
from sayso.model._record import record
from sayso.stages.normalise.dates.anchor import Anchor, days_between, infer_anchor, published_anchor
from sayso.stages.normalise.dates.forms import DAY_TAIL, FORMS, ORDER, YEAR_TAIL
from sayso.stages.normalise.dates.moment import Moment, day_of
from sayso.stages.normalise.dates.resolve import resolve
from sayso.stages.normalise.dates.state import Reading, State
from sayso.stages.normalise.dates.tense import is_time, leaning

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

Type = Literal["DATE", "TIME", "DURATION", "SET"]


@record
class Timex:
    """A time expression. Durations and sets are kept too; they denote no days."""

    span: Span
    """The expression, without the preposition before it."""
    type: Type
    """As TIMEX3's `type`."""
    value: str | None
    """As TIMEX3's `value`; None when it cannot be told."""
    moment: Moment | None = None
    """The calendar stretch it denotes; None for durations, sets and what stays unresolved."""
    precision: Precision | None = None
    """How fine the words are, resolved or not; None for durations and sets."""
    bounds: "tuple[date, date] | None" = None
    """First day and first day after; wider than a moment where the publication date itself is only known in bounds."""
    basis: str = ""
    """What the value rests on: `stated`, `publication date`, `narrative`, ... empty where there is none."""


def read_timexes(parsed: Parsed) -> tuple[Timex, ...]:
    """Every time expression, in order, not overlapping, resolved as far as the text and its publication date allow.

    Where the publication date is not known to the day, or only inferred from the text ("last year" and "in August
    2021" of one event), relative expressions get the bounds that all possible days leave, and no TIMEX3 value
    unless all agree. Source: TimeML 1.2.1, TIMEX3; in narratives TIMEX2's rule, which also marks "former".
    """
    text = parsed.document.text
    found = list(_candidates(text, parsed.doc))
    anchor = published_anchor(parsed.document)
    first = _resolve_all(found, parsed, anchor.first if anchor else None)
    if anchor is None and not _is_narrative(found, None):
        anchor = infer_anchor(text, [(t.span, t.moment) for t in first if t.type == "DATE"])
        first = _resolve_all(found, parsed, anchor.first) if anchor else first
    if anchor is None or (anchor.exact and not anchor.basis):
        return first
    return _merged(first, _resolve_all(found, parsed, anchor.last), anchor)


def _resolve_all(found: list[tuple[str, re.Match[str]]], parsed: Parsed, published: "date | None") -> tuple[Timex, ...]:
    """All expressions as read against one day of publication, or none."""
    text = parsed.document.text
    state = State(published=published, narrative=_is_narrative(found, published))
    out = []
    years = [_stated_year(name, m) for name, m in found]
    for at, (name, m) in enumerate(found):
        if name == "ref" and not _wanted_ref(m, narrative=state.narrative):
            continue
        lean = leaning(parsed.doc, m.start()) if name in _LEANING else ""
        aside = state.narrative and _is_aside(years, at, state.last)
        reading = resolve(name, m, state, lean=lean, later=found[at + 1 : at + 3], aside=aside)
        if reading is not None:
            out.append(_timex(text, reading))
    return tuple(out)


def _merged(first: tuple[Timex, ...], last: tuple[Timex, ...], anchor: Anchor) -> tuple[Timex, ...]:
    """The readings against both ends of the possible days of publication, as one reading with the bounds of both."""
    by_start = {t.span.start: t for t in last}
    return tuple(_merge(t, by_start.get(t.span.start), anchor) for t in first)


def _merge(low: Timex, high: Timex | None, anchor: Anchor) -> Timex:
    if high is None or not low.basis.startswith("publication date"):
        return low
    basis = anchor.basis
    if low.moment == high.moment:
        return replace(low, basis=basis)
    return replace(low, value=None, moment=None, basis=basis, bounds=days_between(low.moment, high.moment))


_LEANING = frozenset(
    {"day_month", "month_day", "month", "weekday", "season", "daypart", "relative", "quarter", "holiday"}
)


def _timex(text: str, reading: Reading) -> Timex:
    span = Span(start=reading.start, end=reading.end, text=text[reading.start : reading.end])
    precision = reading.precision or (reading.moment.precision if reading.moment else None)
    return Timex(
        span=span,
        type=reading.type,
        value=reading.value,
        moment=reading.moment,
        precision=precision,
        bounds=reading.moment.days if reading.moment else None,
        basis=reading.basis,
    )


def _candidates(text: str, doc: "Doc") -> Iterator[tuple[str, re.Match[str]]]:
    """Matches of all forms, longest first where they overlap, that the tags allow."""
    hits = []
    for rank, name in enumerate(ORDER):
        for m in FORMS[name].finditer(text):
            if m.end() > m.start() and is_time(name, m, doc):
                hits.append((m.start(), -m.end(), rank, name, m))
    hits.sort(key=lambda hit: hit[:3])
    end = -1
    for start, negative_end, _, name, m in hits:
        if start < end:
            continue
        yield name, m
        end = -negative_end
        for tail in _tail(name, m, text):
            yield tail
            end = tail[1].end()


def _tail(name: str, m: re.Match[str], text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The bare number that goes on a date: "5" in "May 4 and 5", "58" in "1957-58"."""
    if name == "year" and (tail := YEAR_TAIL.match(text, m.end())):
        yield "year_tail", tail
    if name == "month_day" and not m["year"] and (tail := DAY_TAIL.match(text, m.end())):
        yield "day_tail", tail


def _is_narrative(found: list[tuple[str, re.Match[str]]], published: "date | None") -> bool:
    """Whether a text tells of years long past, so that its dates lean on each other rather than on its publication.

    That is the case when it dates five days or months to the year (news leaves the year out), or five years before
    Christ, most of them before the year of publication, and seldom says "yesterday", "last week" or "on Friday".
    """
    dated = [int(m["year"]) for name, m in found if name in _FULL and m["year"] and m["year"].isdigit()]
    ancient = sum(1 for _, m in found if "bcyear" in m.re.groupindex and m["bcyear"])
    deictic = sum(
        1
        for name, m in found
        if name in ("weekday", "deictic") or (name == "relative" and m["rel"].lower() in ("last", "next"))
    )
    limit = published.year - 1 if published else 9999
    headings = sum(
        1
        for name, m in found
        if name == "year" and _HEADING.match(m.string, m.start() - 1) and int(m["year"] or 9999) <= limit
    )
    past = sum(1 for year in dated if year <= limit) + ancient + 2 * headings
    return past >= 5 and past > 0.6 * (len(dated) + ancient + 2 * headings) and deictic * 5 < past


_HEADING = re.compile(r"\n(?:1\d{3}|20\d\d)(?:[–-]\d{2,4})?(?:\n|:)")


def _stated_year(name: str, m: re.Match[str]) -> int | None:
    """The year that an expression states; None when it states none."""
    if name in ("decade", "century", "iso"):
        return None
    groups = m.groupdict()
    if groups.get("bcyear"):
        return -int(groups["bcyear"])
    year = groups.get("year")
    if not year or not year.isdigit():
        return None
    return -int(year) if (groups.get("era") or "").strip().upper().startswith("B") else int(year)


def _is_aside(years: list[int | None], at: int, last: Moment | None) -> bool:
    """Whether a stated year leaves the story for a moment: two years off or more, and the next stated year goes back.

    "Since the Quebec Act of 1774" in a story of 1781 does not move the story.
    """
    year = years[at]
    if year is None or last is None or abs(year - last.year) < ASIDE_YEARS:
        return False
    after = [y for y in years[at + 1 : at + 12] if y is not None][:2]
    return bool(after) and min(abs(y - last.year) for y in after) <= min(abs(y - year) for y in after)


ASIDE_YEARS = 2

_FULL = frozenset({"day_month", "month_day", "month", "season"})


def _wanted_ref(m: re.Match[str], *, narrative: bool) -> bool:
    """TIMEX2 marks "former", "future", "recent" and "this period"; TIMEX3 does not."""
    word = m["ref"].lower()
    return narrative or word in (
        "now",
        "nowadays",
        "currently",
        "recently",
        "at the moment",
        "at present",
        "presently",
        "lately",
    )


__all__ = ["Moment", "Timex", "day_of", "read_timexes"]
