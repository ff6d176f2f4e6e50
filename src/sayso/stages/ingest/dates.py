"""Publication dates as files state them."""

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from sayso.model import Precision, Published

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января",
            "february feb февраля",
            "march mar марта",
            "april apr апреля",
            "may мая",
            "june jun июня",
            "july jul июля",
            "august aug августа",
            "september sept sep сентября",
            "october oct октября",
            "november nov ноября",
            "december dec декабря",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
TIME = r"(?:,?\s*(?:at|-|–|\||·|@)?\s*\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?)?"
FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{WEEKDAY}{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}",
        rf"{WEEKDAY}{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"{YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)",
        rf"{MONTH},?\s+{YEAR}",
        rf"{YEAR}-(?P<month>\d\d)",
        YEAR,
    )
)
SLASHED = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)")
ZONE = re.compile(r"(?:Z|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d))$")
WRITTEN = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", form.pattern) for form in FORMS[:4]), re.I)
"""A whole date, to the day, anywhere in a line."""
YEARS = range(1900, 2101)


def published(stated: str, *, basis: str) -> Published | None:
    """When a document was published, from the words of the file; None when they are no date or cannot be told apart.

    The day is the one the file writes, in its own zone. `10/11/2022` is None, as it may be October or November;
    `25/10/2022` is not. Years outside 1900 to 2100 are None.

    >>> published("2022-10-25T18:30:00+04:30", basis="json-ld datePublished").zone
    '+04:30'
    >>> published("October 2022", basis="date line").precision
    'month'
    """
    words = stated.strip()[:80]
    found = _iso(words) or _mail(words) or _written(words)
    if found is None:
        return None
    start, precision, zone = found
    return Published(start=start, end=_end(start, precision), precision=precision, basis=basis, stated=words, zone=zone)


def on_day(day: date, *, basis: str) -> Published:
    """Published on one day, given as a date."""
    return Published(start=day, end=day + timedelta(days=1), precision="day", basis=basis)


Found = tuple[date, Precision, str | None]


def _iso(words: str) -> Found | None:
    if not re.match(r"\d{4}-\d\d-\d\d|\d{8}(?:T|$)", words):
        return None
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return _checked(
        moment.year, moment.month, moment.day, "day", _offset(moment) if "T" in words or " " in words else None
    )


def _mail(words: str) -> Found | None:
    if ":" not in words or "," not in words:
        return None
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
    return _checked(moment.year, moment.month, moment.day, "day", _offset(moment))


def _written(words: str) -> Found | None:
    for form in FORMS:
        match = re.fullmatch(form.pattern + (TIME if "day" in form.groupindex else ""), words, re.I) or (
            form.match(words) if "T" in words[8:12] else None
        )
        if match:
            return _from_parts(match.groupdict(), words)
    slashed = SLASHED.match(words)
    if slashed:
        first, second, year = (int(slashed[name]) for name in ("first", "second", "year"))
        if first == second or first > 12 or second > 12:
            day, month = (first, second) if first > 12 or first == second else (second, first)
            return _checked(year, month, day, "day", None)
    return None


def _from_parts(parts: dict[str, str | None], words: str) -> Found | None:
    month = (parts.get("month") or "1").lower()
    number = MONTHS[month] if month in MONTHS else int(month)
    precision: Precision = "day" if parts.get("day") else "month" if parts.get("month") else "year"
    zone = ZONE.search(words) if ":" in words else None
    return _checked(int(parts["year"] or 0), number, int(parts.get("day") or 1), precision, _named(zone))


def _named(zone: "re.Match[str] | None") -> str | None:
    if zone is None:
        return None
    return f"{zone['sign']}{zone['hours']}:{zone['minutes']}" if zone["sign"] else "+00:00"


def _checked(year: int, month: int, day: int, precision: Precision, zone: str | None) -> Found | None:
    try:
        return (date(year, month, day), precision, zone) if year in YEARS else None
    except ValueError:
        return None


def _offset(moment: datetime) -> str | None:
    offset = moment.utcoffset()
    if offset is None:
        return None
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _end(start: date, precision: Precision) -> date:
    if precision == "day":
        return start + timedelta(days=1)
    if precision == "month":
        return date(start.year + start.month // 12, start.month % 12 + 1, 1)
    return date(start.year + 1, 1, 1)
