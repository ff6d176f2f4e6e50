"""A list shown a page at a time."""

from sayso.model._record import record


@record
class Paging:
    """Which part of a list is shown."""

    total: int | None
    """Rows in all; None when they were not counted."""
    limit: int
    """Rows a page."""
    offset: int
    """Rows before this page."""

    @property
    def first(self) -> int:
        """Number of the first row shown, from 1; 0 for an empty list."""
        return min(self.offset + 1, self.total or 0) if self.total is not None else self.offset + 1

    @property
    def last(self) -> int:
        """Number of the last row that a full page shows."""
        end = self.offset + self.limit
        return min(end, self.total) if self.total is not None else end

    @property
    def before(self) -> int | None:
        """Offset of the page before; None on the first."""
        return max(0, self.offset - self.limit) if self.offset else None

    @property
    def after(self) -> int | None:
        """Offset of the page after; None on the last."""
        return self.last if self.total is not None and self.last < self.total else None
