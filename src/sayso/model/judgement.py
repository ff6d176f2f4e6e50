"""What people decide about rows. Appended, never overwritten."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from sayso.model._record import record
from sayso.model.span import Span

Action = Literal["accept", "reject", "correct", "add", "same", "not_same", "grade", "undo"]


@record
class Judgement:
    """One decision of one person on one row."""

    id: str
    """`j-` and a digest of all the rest."""
    subject: str
    """Id of the row: a claim, attribution, entity, origin or proposition."""
    action: Action
    field: str | None = None
    """Field path that a correction concerns: `quantities.0.high`; `name` where not_same takes a name from an entity;
    `claim` where same and not_same are of what two claims say, `event` where of the event that they tell of; None for
    the whole row."""
    value: str | None = None
    """The new value as JSON, the other row's id for same / not same, the grade, the id of the judgement that is undone;
    None where the action says it all."""
    by: str
    """Who: a name the person gave."""
    at: datetime
    """When, UTC."""
    reason: str | None = None
    """Why, in the person's words."""
    document: str | None = None
    """Id of the document that the row stands in: finds the place again when the row is gone; None between documents."""
    anchor: Span | None = None
    """The words that the row stood on when it was judged; None between documents."""
    was: str | None = None
    """What a correction replaced, as JSON: the machine's value then; None for the other actions."""


@record
class Sameness:
    """What people decided about claims: which say the same, or tell of one event, and which do not. Pairs are (judged
    on, the other)."""

    same: Mapping[tuple[str, str], Judgement]
    apart: Mapping[tuple[str, str], Judgement]
    """The first claim of a pair is taken out of the proposition, or its proposition out of the event, of the second."""
