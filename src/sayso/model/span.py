"""Where words stand in a document."""

from collections.abc import Iterable

from sayso.model._record import record


@record
class Span:
    """A passage of a document: half-open `[start, end)`, counted in Unicode code points of `Document.text`."""

    start: int
    """First code point of the passage, from 0."""
    end: int
    """First code point after the passage; greater than `start`."""
    text: str
    """The words themselves: always `document.text[start:end]`."""

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def span_of(text: str, start: int, end: int) -> Span:
    """Cut `text[start:end]` into a Span, without the white space at its ends.

    Raises ValueError when nothing but white space is left: an empty span cites nothing.

    >>> span_of("He said so.", 2, 7)
    Span(start=3, end=7, text='said')
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no words between {start} and {end} of a text of {len(text)} code points")
    return Span(start=start, end=end, text=text[start:end])


def hull(spans: Iterable[Span]) -> tuple[int, int]:
    """First start and last end of some spans; raises ValueError for none."""
    held = tuple(spans)
    return min(s.start for s in held), max(s.end for s in held)
