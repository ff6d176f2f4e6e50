"""When an event can have happened, so that what happens again and again is not taken for one event."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from sayso.model import Claim, Document, Period
from sayso.model._record import record

RECURRING = frozenset({"ASSAULT", "PROTEST", "COERCE", "CONSULT", "THREATEN", "ACCUSE", "REJECT", "REQUEST"})
"""Families of which one place sees many in a month: raids, rallies, arrests, talks, demands."""
RECENT = 7
"""Days before its publication in which a report's undated event is taken to have happened; never shown as its date."""
LONGEST = 62
"""Days of a stated period up to which it tells one occurrence from the next."""
LATER = 3
"""Days between two such spans up to which they can hold one event: late reports, and clocks of two continents."""
RUNNING = 31
"""Days over which the reports of one event may be spread."""

LONG_AGO = 5 * 365
"""Days before its publication from which on what an article tells is history, and no part of what it reports on."""


@record
class Occasion:
    """The days within which an event happened: first to last, both counted."""

    first: date
    last: date


def told_on(document: Document) -> date | None:
    """The first possible day of a document's publication."""
    return document.published.start if document.published else None


def is_long_ago(claim: Claim, told: date | None) -> bool:
    """Whether an article tells of something that was over years before it; False where a date is not known."""
    over = claim.period.end if claim.period else None
    return over is not None and told is not None and (told - over).days > LONG_AGO


YEAR = re.compile(r"\b(1[6-9]\d\d|20[0-4]\d)(?:s\b|\b(?![-–]\d))")
OLD_WARS = re.compile(r"\b(?:First|Second)\s+World\s+War\b|\bWorld\s+War\s+(?:I|II|One|Two)\b|\bCold\s+War\b")


def is_of_old_times(sentence: str, told: date | None) -> bool:
    """Whether all that tells in a sentence when something was is years before it was told.

    >>> from datetime import date
    >>> told = date(2024, 5, 1)
    >>> is_of_old_times("from 1979 to 1989 a million died", told), is_of_old_times("In 1982 and in 2023", told)
    (True, False)
    """
    if told is None:
        return False
    years = [int(year) for year in YEAR.findall(sentence)]
    old = (told.year - max(years)) * 365 > LONG_AGO if years else False
    return old or (not years and OLD_WARS.search(sentence) is not None)


def occasion_of(claim: Claim, family: str, told: date | None) -> Occasion | None:
    """When a claim's event happened: by its own period, or not long before it was told.

    None for what is no event that comes again and again, and where neither is known. `told` is the first possible day
    of publication.
    """
    if family not in RECURRING or claim.sort != "event":
        return None
    stated = _stated(claim.period)
    if stated is not None:
        return stated
    if claim.period is not None or told is None:
        return None  # "since the war began" is no day near the publication
    return Occasion(first=told - timedelta(days=RECENT), last=told)


def _stated(period: Period | None) -> Occasion | None:
    if period is None or period.start is None or period.end is None or (period.end - period.start).days > LONGEST:
        return None
    return Occasion(first=period.start, last=period.end - timedelta(days=1))


def are_two(one: Occasion | None, other: Occasion | None) -> bool:
    """Whether two occasions lie too far apart to be one; not where one is not known.

    >>> from datetime import date
    >>> new_year = Occasion(first=date(2024, 1, 1), last=date(2024, 1, 1))
    >>> are_two(new_year, Occasion(first=date(2024, 2, 1), last=date(2024, 2, 8))), are_two(new_year, None)
    (True, False)
    """
    if one is None or other is None:
        return False
    return max((one.first - other.last).days, (other.first - one.last).days) > LATER


def around(occasions: Iterable[Occasion | None]) -> Occasion | None:
    """The span that holds all that are known."""
    known = [each for each in occasions if each is not None]
    if not known:
        return None
    return Occasion(first=min(each.first for each in known), last=max(each.last for each in known))


def runs_too_long(occasion: Occasion | None) -> bool:
    """Whether reports spread so far cannot all be of one event."""
    return occasion is not None and (occasion.last - occasion.first).days > RUNNING
