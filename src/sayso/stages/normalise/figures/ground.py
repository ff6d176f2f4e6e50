"""What figures are read from, and a figure before and after its neighbours are seen."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from sayso.model._record import record
from sayso.stages.normalise.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@record
class Figure:
    """A number with what stands right at it, before bounds and ranges are read."""

    number: Number
    start: int
    """First code point, currency sign included."""
    end: int
    """First code point after it, unit or currency included."""
    unit: str | None = None
    """Unit of measure written at the number; None when none is."""
    currency: str | None = None
    """ISO 4217 code; None when it is no money."""


@record
class Reach:
    """One or two figures read as an interval."""

    first: Figure
    last: Figure
    low: float
    high: float
    rule: str
    """`point`, `range` or `vague`."""
    start: int
    """First code point: of "between" where that opens it."""
    of: float | None = None
    """The whole, in "26 of 34"."""


@record
class Ground:
    """The text with its tokens by offset."""

    text: str
    doc: "Doc"
    starts: list[int]

    def token(self, at: int) -> "Token":
        """The token that covers the code point `at`."""
        return self.doc[max(0, bisect_right(self.starts, at) - 1)]
