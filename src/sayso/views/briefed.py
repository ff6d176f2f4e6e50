"""The briefing of a ledger as it is by now."""

from collections.abc import Sequence

from sayso.lexicon.facets import Facet
from sayso.run.drives import current_drives
from sayso.run.judged import briefed_readings
from sayso.store.ledger import Ledger
from sayso.views.briefing import BRIEF_DRIVES, REPORTED_LIMIT, briefing
from sayso.views.briefing_large import large_briefing
from sayso.views.drives import drive_sheet, in_briefing
from sayso.views.records import Briefing

WHOLE = 500
"""Documents up to which a briefing lists everything but propositions, some 700 kB of text with the largest."""


def briefing_of(
    ledger: Ledger,
    facets: Sequence[Facet],
    *,
    title: str = "Briefing",
    limit: int = REPORTED_LIMIT,
    drives: bool = True,
) -> Briefing:
    """The cited briefing of all that a ledger holds, with its recruitment drives or without; `limit` propositions at
    most, and of more than `WHOLE` documents so many lines of every list. What waits to be related is not in it yet."""
    told = in_briefing(current_drives(ledger), BRIEF_DRIVES) if drives else []
    if ledger.count_related() > WHOLE:
        sheets = [drive_sheet(ledger, drive, facets) for drive in told]
        return large_briefing(ledger, facets, drives=sheets, title=title, limit=limit)
    return briefing(
        briefed_readings(ledger),
        ledger.relations(),
        facets=facets,
        grades=ledger.grades(),
        happenings=ledger.happenings(),
        drives=[drive_sheet(ledger, drive, facets) for drive in told],
        title=title,
        limit=limit,
    )
