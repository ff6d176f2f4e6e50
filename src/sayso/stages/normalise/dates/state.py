"""What is known while a document's dates are read, and the helpers that all forms share."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sayso.model import Precision
from sayso.model._record import record
from sayso.stages.normalise.dates.forms import CLOCK, MONTHS
from sayso.stages.normalise.dates.moment import Moment, day_of

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


FAR = 600
"""Code points beyond which "that year" in a news article no longer leans on the date told last."""


@dataclass
class State:
    """What has been read so far: the narrative's last date. Lives only while one document is read."""

    published: date | None
    narrative: bool
    last: Moment | None = None
    near: Moment | None = None
    last_end: int = -10_000
    at: int = 0
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
        if not self.narrative and self.at - self.last_end > FAR:
            return None
        if unit in ("day", "week") and self.near is not None and self.near.unit == "day":
            return self.near
        return self.last

    @property
    def basis(self) -> str:
        """In words, for the record."""
        if self.narrative or not self.published:
            return f"dated by {self.last.value} earlier in the text" if self.last else ""
        return f"publication date {self.published.isoformat()}"


def dated_as(
    m: Match,
    moment: Moment | None,
    *,
    value: str | None = None,
    basis: str = STATED,
    precision: Precision | None = None,
    clock: str = "",
) -> Reading:
    """A reading of the match as a date or time; its value is that of the moment unless given."""
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


def group(m: Match, name: str) -> str:
    """What a named group matched; empty where the form has no such group or it matched nothing."""
    return (m[name] or "") if name in m.re.groupindex else ""


def year_of(m: Match, name: str = "year") -> int | None:
    """The year a match states, negative before Christ; None when it states none."""
    if group(m, "bcyear"):
        return -int(m["bcyear"])
    written = group(m, name)
    if not written:
        return None
    if written.startswith("'"):
        short = int(written[1:])
        return 1900 + short if short > 30 else 2000 + short
    year = int(written)
    return -year if group(m, "era").strip().upper().startswith("B") else year


_JOIN = re.compile(r"\s?(?:,|and|or|to|until|through|-|–|—|/)\s?(?:the\s|on\s|early\s|late\s)?(?:again\s)?")


def borrowed(m: Match, state: State) -> int | None:
    """The year of the date that this one is joined to: 1863 for the first in "July 1 to July 3, 1863"."""
    end = m.end()
    for name, other in state.later:
        if not _JOIN.fullmatch(m.string[end : other.start()]):
            return None
        if name in ("day_month", "month_day", "month", "season", "year", "day_tail"):
            year = year_of(other)
            if year is not None:
                return year if name != "year" else None
        end = other.end()
    return None


def clock_of(m: Match) -> str:
    """The part of the day that a match names, as TIMEX3 writes it; empty for none."""
    words = (group(m, "part") or group(m, "clock")).lower()
    return next((code for word, code in CLOCK.items() if word in words), "") if words else ""


def month_number(m: Match) -> int:
    """The month of a match, 1 to 12."""
    return MONTHS[m["month"].lower().rstrip(".")]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
