"""The first page: what the ledger holds, what is new, what is open."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from sayso.model import Judgement
from sayso.model._record import record
from sayso.store import desk
from sayso.store.journal import Run
from sayso.store.ledger import Ledger
from sayso.views.desk.claims import Card, cards
from sayso.views.desk.people import claim_rows


@record
class Open:
    """A disagreement with the words of both sides."""

    disagreement: desk.Disagreement
    left: Card
    right: Card
    others: int
    """More contradictions of the same proposition."""


@record
class Overview:
    """The first page."""

    counts: dict[str, int]
    since: datetime | None
    """When this browser was here before, UTC; None on a first visit."""
    new: desk.Since | None
    """What came since then."""
    new_titles: dict[str, str]
    """Document id -> headline, of the newest."""
    runs: tuple[Run, ...]
    """Latest runs of ingest, newest first."""
    propositions: tuple[desk.PropositionRow, ...]
    """Those with most independent origins."""
    disagreements: tuple[Open, ...]
    queue: tuple[Card, ...]
    """Claims that nobody has judged and of which the reader is least sure."""
    judgements: tuple[Judgement, ...]
    """Latest, newest first."""
    last_run: desk.LastRun | None
    """The latest ingest with what it could not do; None before the first."""


def once_each(found: Iterable[desk.Disagreement], limit: int) -> tuple[list[desk.Disagreement], dict[str, int]]:
    """The first disagreement of each of some propositions, and how many more of those looked at each has."""
    first: dict[str, desk.Disagreement] = {}
    others: Counter[str] = Counter()
    for one in found:
        if one.proposition in first:
            others[one.proposition] += 1
        else:
            first[one.proposition] = one
    return list(first.values())[:limit], others


def overview(ledger: Ledger, since: datetime | None = None) -> Overview:
    """What the ledger holds, and what came into it since a moment."""
    found, others = once_each(ledger.ask(desk.disagreements, limit=60), 5)
    ids = [key for d in found for key in (d.contradiction.left, d.contradiction.right)]
    shown = {c.claim.id: c for c in cards(ledger, claim_rows(ledger, ids))}
    queue = claim_rows(ledger, ledger.ask(desk.least_sure, limit=6))
    new = ledger.ask(desk.since, since) if since else None
    return Overview(
        since=since,
        new=new,
        new_titles=ledger.ask(desk.titles_of, new.newest) if new else {},
        counts=ledger.counts(),
        runs=ledger.ask(desk.latest_runs, limit=5),
        propositions=ledger.ask(desk.proposition_rows, limit=8),
        disagreements=tuple(
            Open(
                disagreement=d,
                left=shown[d.contradiction.left],
                right=shown[d.contradiction.right],
                others=others[d.proposition],
            )
            for d in found
            if d.contradiction.left in shown and d.contradiction.right in shown
        ),
        queue=cards(ledger, queue),
        judgements=tuple(reversed(ledger.ask(desk.latest_judgements, limit=5))),
        last_run=ledger.ask(desk.last_run),
    )
