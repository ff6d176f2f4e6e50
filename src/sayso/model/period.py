"""Stretches of calendar time and how well they are known."""

from datetime import date
from typing import Literal

from sayso.model._record import record
from sayso.model.span import Span

Precision = Literal[
    "day", "days", "week", "month", "months", "quarter", "season", "year", "years", "decade", "century", "open"
]
"""How fine the text dates it. `days`, `months`, `years`: a range between two such; `open`: one bound is unknown."""


@record
class Period:
    """When something was, as bounds: half-open `[start, end)` in whole days."""

    start: date | None
    """First possible day; None when the text gives no lower bound ("until May")."""
    end: date | None
    """First day after the last possible one; None when the text gives no upper bound ("since February")."""
    precision: Precision
    """How fine the words date it."""
    basis: str
    """What the bounds rest on: `stated`, `publication date 2022-10-26`, `dated elsewhere in the article`, ..."""
    span: Span | None = None
    """The time expression; None when the basis is not in the text."""


@record
class Published:
    """When a document was published, and where in the file that was found."""

    start: date
    """First possible day."""
    end: date
    """First day after the last possible one."""
    precision: Precision
    """`day` mostly; `month` or `year` when no more is known."""
    basis: str
    """Where in the file it was found: `json-ld datePublished`, `meta article:published_time`, `eml Date`, `given`."""
    stated: str = ""
    """The date to the letter, with time and zone where the file states them; empty when it was given as a date."""
    zone: str | None = None
    """UTC offset such as `+04:30`; None when none is stated."""
