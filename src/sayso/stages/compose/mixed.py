"""Figures that count several fates at once: of "26,000 were killed or injured" neither verb has 26,000."""

import re
from dataclasses import replace

from sayso.model import Argument, Event, Quantity, Span, span_of

FATES = (
    r"(?:killed|dead|died|injured|wounded|hurt|maimed|arrested|detained|jailed|imprisoned|captured|kidnapped|missing"
    r"|displaced|tortured|beaten|raped|expelled|executed|slain|killing|injuring|wounding|maiming|maimed|kill|injure|wound)"
)
BEHIND = re.compile(rf"(?:,\s{FATES})*,?\s(?:and|or|and/or)\s(?:\w+ly\s)?{FATES}\b", re.IGNORECASE)
BEFORE = re.compile(rf"\b{FATES}(?:,\s{FATES})*,?\s(?:and|or|and/or)\s(?:\w+ly\s)?$", re.IGNORECASE)
REACH = 60
"""Characters around a trigger in which the other fates stand."""


def is_mixed(event: Event, text: str) -> bool:
    """Whether a trigger stands in a row of fates that share their subject or object.

    >>> from sayso.model import span_of
    >>> bool(BEHIND.match(" or injured in the war")), bool(BEHIND.match(" 3 and injured 4"))
    (True, False)
    """
    start, end = event.trigger.start, event.trigger.end
    if not re.fullmatch(FATES, event.trigger.text, re.IGNORECASE):
        return False
    return bool(BEHIND.match(text[end : end + REACH]) or BEFORE.search(text[max(0, start - REACH) : start]))


def own_counts(event: Event, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures that count no participant of an event whose figures are mixed."""
    return tuple(q for q in quantities if not any(a.span.overlaps(q.span) for a in event.arguments))


def uncounted(argument: Argument, quantities: tuple[Quantity, ...], text: str) -> Argument:
    """A participant without the count that is not its own: "Iraqis" of "at least 26,000 Iraqis"."""
    for quantity in quantities:
        if argument.span.covers(quantity.span) and argument.span.start == quantity.span.start:
            noun = quantity.span.text.rsplit(None, 1)[-1]
            if noun.isalpha() and noun != quantity.span.text:
                return replace(argument, span=_from(quantity.span.end - len(noun), argument.span, text))
    return argument


def _from(start: int, span: Span, text: str) -> Span:
    return span_of(text, start, span.end)
