"""The picture page: the recruitment system as a flow, over all time or a part of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.lexicon.facets import Facet
from sayso.model import OriginCount
from sayso.model._record import record
from sayso.run.drawing import facets_id
from sayso.run.drives import bring_up_to_date
from sayso.stages.picture import UNSAYABLE
from sayso.store import driven
from sayso.store.drawn import DrawnEntry
from sayso.store.flows import DrawnFlow
from sayso.store.ledger import Ledger
from sayso.store.picture_rows import waiting
from sayso.store.pictured import Pictured, drawn
from sayso.views.desk.paging import Paging
from sayso.views.records import Flow
from sayso.views.wording import ORDER

ROWS, FIRST = 40, 20
"""Entries of a facet on a page of its own, and on the page of all facets."""
BESIDE_DRIVES = "rest"
"""What asks for the picture of recruiting that is a part of no drive."""
ENTRIES = 9
"""Entries of a column of the diagram, those with most behind them; the table has them all."""


@record
class PicturePage:
    """The picture."""

    drive: str | None
    """Id of the recruitment drive whose picture it is; None for what is told beside all drives."""
    title: str
    """Of that drive; empty for the rest."""
    drives: tuple[tuple[str, str], ...]
    """Id and title of every drive, those of most reports first."""
    since: date | None
    until: date | None
    facet: str | None
    """The only facet whose rows are shown; None for the first rows of all."""
    rows: tuple[DrawnEntry, ...]
    """Most independent origins first in each facet."""
    flows: tuple[Flow, ...]
    """Between the entries of the diagram, each with the earliest of its claims."""
    facets: tuple[tuple[str, str], ...]
    """Name and heading of each part, in order."""
    totals: dict[str, int]
    """How many entries each part has."""
    paging: Paging
    """Of the rows of one facet."""
    waiting: int
    """Documents that are not drawn yet: the picture lacks what they say."""


def picture_page(
    ledger: Ledger,
    facets: Sequence[Facet],
    *,
    drive: str | None = None,
    since: date | None,
    until: date | None,
    facet: str | None = None,
    offset: int = 0,
) -> PicturePage | None:
    """The picture of a drive, over all time or as published in `[since, until)`; None where there is no such drive.

    `drive` is its id; `rest` asks for recruiting that is a part of none; without it that of most reports is shown.
    """
    bring_up_to_date(ledger)
    held = ledger.ask(driven.claims_of)
    if drive not in (None, BESIDE_DRIVES, *(each.id for each in held)):
        return None
    shown = next((each for each in held if drive in (None, each.id)), None)
    claims = shown.claims if shown else frozenset(claim for each in held for claim in each.claims)
    of = Pictured(claims=claims, documents=ledger.ask(driven.documents_of, claims), rest=shown is None)
    rows, flows, totals = ledger.ask(
        drawn,
        {one.name: one.drawn for one in facets},
        of=of,
        since=since,
        until=until,
        only=facet,
        limit=ROWS if facet else FIRST,
        offset=offset,
        entries=ENTRIES,
        unsayable=UNSAYABLE,
    )
    return PicturePage(
        drive=shown.id if shown else None,
        title=shown.title if shown else "",
        drives=tuple((each.id, each.title) for each in held),
        since=since,
        until=until,
        facet=facet,
        rows=tuple(replace(row, firmness=tuple(f for f in ORDER if f in row.firmness)) for row in rows),
        flows=tuple(flow_of(flow) for flow in flows),
        facets=tuple((one.name, one.title) for one in facets),
        totals=totals,
        paging=Paging(total=totals.get(facet or "", 0), limit=ROWS, offset=offset),
        waiting=len(ledger.ask(waiting, facets_id(facets))),
    )


def flow_of(flow: DrawnFlow) -> Flow:
    """An edge as the diagram takes it."""
    return Flow(
        left_facet=flow.left_facet,
        left=flow.left,
        right_facet=flow.right_facet,
        right=flow.right,
        origins=OriginCount(at_least=flow.at_least, at_most=flow.at_most),
        reports=flow.reports,
        claims=flow.claims,
    )
