"""What makes a claim the same claim."""

from collections.abc import Sequence

from sayso.model import Argument, Attribution, Event, digest
from sayso.stages.compose.figures import Figures


def claim_id(document: str, event: Event, arguments: Sequence[Argument], source: Attribution | None) -> str:
    """`c-` and a digest of document, trigger, type, participants' places in the text, and attribution."""
    return "c-" + digest(
        [
            document,
            event.event_type,
            [event.trigger.start, event.trigger.end],
            sorted([a.role, a.span.start, a.span.end] for a in arguments),
            source.id if source else None,
        ]
    )


def gist_id(event: Event, arguments: Sequence[Argument], figures: Figures) -> str:
    """`g-` and a digest of type, participants, polarity and figures: the same whoever says it, wherever it stands."""
    return "g-" + digest(
        [
            event.event_type,
            event.polarity,
            sorted([a.role, a.entity or (a.value or a.span.text).casefold()] for a in arguments),
            sorted([q.low or 0, q.high or 0, q.unit or ""] for q in figures.quantities),
            sorted([m.low or 0, m.high or 0, m.currency] for m in figures.money),
        ]
    )
