"""The parts of a picture that a domain pack declares: recruiters, pools, channels, routes ..."""

from typing import Literal

from sayso.model._record import record


@record
class Facet:
    """One part of a picture: which roles of which event types fill it."""

    name: str
    """Stable name: `recruiters`."""
    title: str
    """Heading that people read."""
    types: frozenset[str] = frozenset()
    """Event types that fill it; empty for every type that has one of the roles."""
    parts: frozenset[str] = frozenset()
    """Those of its types whose claims fill it only as a part of a recruitment drive: soldiers are sent and trained in
    every war."""
    beside: frozenset[str] = frozenset()
    """Those that fill it only where a claim of another type that does stands in the same sentence: courts and payers
    are in every text."""
    roles: frozenset[str] = frozenset()
    """Roles whose arguments are its entries."""
    kind: Literal["argument", "route", "offer", "quantity", "pool"] = "argument"
    """`pool`: people under plain words, without how many and how good they are; `route`: the stops in order are one
    entry; `offer`: money counts too; `quantity`: the figures are entries."""
    drawn: bool = False
    """Whether it is a column of the diagram; columns stand in the pack's order."""
