"""Why a value is what it is, and what could not be done."""

from typing import Literal

from sayso.model._record import record
from sayso.model.span import Span


@record
class Reason:
    """One step on the path from words to a value: which rule, what it compared, what it looked at."""

    rule: str
    """Name of the rule or model head, dotted by room: `attribute.according_to`, `dates.relative_month`."""
    detail: str
    """What was compared, in plain words and figures: `"last month" against published 2022-10-26`."""
    spans: tuple[Span, ...] = ()
    """The passages looked at, in order of use; empty when the rule looked at values only."""
    score: float | None = None
    """The model's or rule's own score from 0 to 1; None when the rule does not score."""


Severity = Literal["note", "warning", "error"]


@record
class Problem:
    """Something that could not be done, for a person to read and act on."""

    severity: Severity
    """`error`: the item is lost; `warning`: a part of it is; `note`: worth knowing."""
    code: str
    """Stable name of the kind of problem, as listed in docs/reference/problems.md: `pdf.no_text`."""
    where: str
    """File, document or field path it concerns."""
    found: str
    """What was found and what was expected instead."""
    advice: str
    """What the reader can do about it."""
    span: Span | None = None
    """The passage concerned, where it is a passage."""
