"""What can be asked of the claims of a ledger."""

from datetime import date
from typing import Literal

from sayso.model import Factuality
from sayso.model._record import record

Order = Literal["date", "newest", "least_sure", "surest", "type"]
Review = Literal["reviewed", "unreviewed", "accepted", "rejected", "corrected", "disputed"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]
"""Of what is said, by the Admiralty code's written rules: 1 is confirmed, 6 cannot be judged."""
Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Of a source, by the Admiralty code: a person's grade; F, cannot be judged, until somebody gives one."""
Facet = Literal["event_type", "factuality", "source_kind", "outlet", "sort", "country", "credibility", "reliability"]


@record
class ClaimFilter:
    """Which claims; every part that is given must hold."""

    actor: str | None = None
    """An entity's id, or part of a name or of the words of any argument; capitals do not matter."""
    event_type: str | None = None
    """Event type; capitals do not matter."""
    place: str | None = None
    """Part of a place's name or words, a country's ISO 3166 code of two letters, or a GeoNames id."""
    since: date | None = None
    """First day: claims that end before it are left out, and those without a period too."""
    until: date | None = None
    """First day after the last one that is asked for."""
    source: str | None = None
    """Part of the name of any source in the chain, or a source kind."""
    outlet: str | None = None
    """Part of the name of the outlet that published it."""
    factuality: Factuality | None = None
    credibility: Credibility | None = None
    """Grade of the proposition that it belongs to. A claim that is in none, such as a rejected one, has no grade."""
    reliability: Reliability | None = None
    """Grade of the origin that it goes back to, as people gave it. A claim without an origin has none."""
    text: str | None = None
    """Words that all stand in the claim or its sentence."""
    document: str | None = None
    """Document id."""
    merged: tuple[str, ...] = ()
    """Ids of entities that people merged into `actor`: their claims count as its own."""
    reviewed: Review | None = None
    """Whether, and how, people have judged it (as pages show it): judgements that were taken back do not count, and
    `disputed` are those on which two people differ."""
    order: Order = "date"
    """`date`: by day of publication; `newest`: the other way; by the reader's confidence; by event type."""
    limit: int = 50
    """At most so many rows."""
    offset: int = 0
    """Leave out so many first."""
