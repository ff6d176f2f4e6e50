"""The first page: what the ledger holds, what is new, what is open."""

from sayso.model import Judgement, Problem
from sayso.model._record import record
from sayso.store import desk
from sayso.store.journal import Run
from sayso.store.ledger import Ledger
from sayso.views.desk.claims import Card, cards


@record
class Open:
    """A disagreement with the words of both sides."""

    disagreement: desk.Disagreement
    left: Card
    right: Card


@record
class Overview:
    """The first page."""

    counts: dict[str, int]
    runs: tuple[Run, ...]
    """Latest runs of ingest, newest first."""
    propositions: tuple[desk.PropositionRow, ...]
    """Those with most independent origins."""
    disagreements: tuple[Open, ...]
    queue: tuple[Card, ...]
    """Claims that nobody has judged and of which the reader is least sure."""
    judgements: tuple[Judgement, ...]
    """Latest, newest first."""
    problems: tuple[Problem, ...]


def overview(ledger: Ledger) -> Overview:
    """What the ledger holds."""
    found = ledger.ask(desk.disagreements, limit=5)
    ids = [key for d in found for key in (d.contradiction.left, d.contradiction.right)]
    shown = {c.claim.id: c for c in cards(ledger, ledger.ask(desk.claims_by_id, ids).values())}
    queue = ledger.ask(desk.claims_by_id, ledger.ask(desk.least_sure, limit=5))
    return Overview(
        counts=ledger.counts(),
        runs=tuple(reversed(ledger.runs()))[:5],
        propositions=ledger.ask(desk.proposition_rows, limit=8),
        disagreements=tuple(
            Open(disagreement=d, left=shown[d.contradiction.left], right=shown[d.contradiction.right])
            for d in found
            if d.contradiction.left in shown and d.contradiction.right in shown
        ),
        queue=cards(ledger, queue.values()),
        judgements=tuple(reversed(ledger.ask(desk.latest_judgements, limit=5))),
        problems=ledger.problems()[-8:],
    )
