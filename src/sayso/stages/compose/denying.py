"""On whose word it rests that something did not happen: that of whoever denies it, and not of whoever told it.

"Norway rejected Sweden's charge that it hires students" is Norway's word against Sweden's; "the embassy dismissed a
report that it hires students" is the embassy's and not the article's.
"""

from collections.abc import Iterator, Sequence

from sayso.lexicon.deniers import DENIAL, DENIED, denier_of
from sayso.model import Attribution, Event, Link, Mentions, Parsed
from sayso.model._record import record
from sayso.stages.compose.sources import innermost


@record
class Denying:
    """A denial with who denies and on whose word it rests that he does."""

    event: Event
    by: Link
    chain: tuple[Link, ...]
    """Ends with `by`."""


def denials_in(
    events: Sequence[Event], attributions: Sequence[Attribution], mentions: Mentions, parsed: Parsed
) -> tuple[Denying, ...]:
    """The denials that say who denies."""
    return tuple(_denials_in(events, attributions, mentions, parsed))


def _denials_in(
    events: Sequence[Event], attributions: Sequence[Attribution], mentions: Mentions, parsed: Parsed
) -> Iterator[Denying]:
    for event in events:
        if event.event_type != DENIAL or event.polarity == "negative" or event.factuality == "asked":
            continue
        by = denier_of(event.arguments, mentions.actors)
        if by is None:
            continue
        told = innermost(event.trigger, attributions, parsed)
        outer = told.chain if told else ()
        at = next((i for i, link in enumerate(outer) if link.span.overlaps(by.span)), len(outer))
        yield Denying(event=event, by=by, chain=(*outer[:at], outer[at] if at < len(outer) else by))


def denied_in(event: Event, denials: Sequence[Denying]) -> Denying | None:
    """The denial in whose content a negated event stands; None where nobody denies it."""
    if event.polarity != "negative" or event.event_type == DENIAL:
        return None
    holding = (
        each
        for each in denials
        if any(a.role == DENIED and a.span.covers(event.trigger) for a in each.event.arguments)
        and not each.event.trigger.overlaps(event.trigger)
    )
    return next(holding, None)


def chain_of_denied(chain: tuple[Link, ...], denial: Denying) -> tuple[Link, ...]:
    """The chain of what is denied: it ends with who denies.

    Where he stands in it already, what follows him is who told what he denies.
    """
    at = next((i for i, link in enumerate(chain) if link.span.overlaps(denial.by.span)), None)
    return denial.chain if at is None else chain[: at + 1]
