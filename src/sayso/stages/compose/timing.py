"""The time of an event that another clause gives: "were left behind when the city fell in August 2021".

A clause with "when" tells the time of what it hangs on (TimeML 1.2.1: SIGNAL, TLINK simultaneous). Only the plainest
form is believed: one clause, one "when", and nothing between them that could open another; and no time finer than a
month, since "a meeting was called when a jet was shot down on 21 June" may well have been called on the 22nd.
"""

import re
from collections.abc import Sequence

from sayso.model import Event, Period, Published

OPENS = re.compile(
    r"\b(?:and|but|or|nor|who|whom|which|that|whether|if|because|after|before|while|until|since)\b|[“”\"—–]"
)
"""Words that could begin a clause of their own."""
ASKING = re.compile(
    r"\b(?:ask|know|knew|known|say|said|tell|told|see|clear|unclear|decide|announce|reveal|remember|learn|explain)"
    r"\w*\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before "when" these ask for a time and give none: "did not say when they left"."""
TOLD = re.compile(r"\b(?:say|said|says|told|tells|report|reported|reports|announced|wrote)\b")
FINE = frozenset({"day", "days", "week"})
AFTER = re.compile(r"(?P<gap>(?:[^.;:,]|(?<=\d),(?=\d)){0,60}?)\bwhen\b(?P<clause>[^.;:]{2,100})")
BEFORE = re.compile(r"\W*When\b(?P<clause>[^.;:]{2,100})")
MAIN = re.compile(r"[^.;:,]{0,20},(?P<gap>[^.;:,]{1,80})")


def time_of_when(event: Event, periods: Sequence[Period]) -> Period | None:
    """The time that a clause with "when" gives an event without one of its own; None where there is none to believe."""
    text, base = event.sentence.text, event.sentence.start
    trigger, behind = event.trigger.start - base, event.trigger.end - base
    for period in periods:
        if period.span is None or period.precision in FINE or not event.sentence.covers(period.span):
            continue
        start, end = period.span.start - base, period.span.end - base
        if start >= behind and _follows(text[behind:start]):
            return period
        if end <= trigger and _leads(text[:start], text[end:trigger]):
            return period
    return None


def _follows(between: str) -> bool:
    found = AFTER.fullmatch(between)
    if found is None or OPENS.search(found["gap"]) or ASKING.search(found["gap"]):
        return False
    return not OPENS.search(found["clause"]) and not TOLD.search(found["clause"]) and "when" not in found["clause"]


def _leads(before: str, between: str) -> bool:
    clause, main = BEFORE.fullmatch(before), MAIN.fullmatch(between)
    if clause is None or main is None:
        return False
    return not any(OPENS.search(part) or TOLD.search(part) for part in (clause["clause"], main["gap"]))


COMPARED = re.compile(
    r"\b(?:first|second|third|last|latest|most|fewest|least|worst|best|unprecedented|record|more \w+ than (?:any|ever)"
    r"|(?:dead|bloodi|heavi|big|large|high|low|long|fierce|strong|harsh|sharp|great|small|weak|bad)\w{0,3}est)\b"
    r"[^.;:]{0,90}\bsince\b",
    re.IGNORECASE,
)
"""Something that has not been so for long: "the first death of a general there since 2017"."""


def only_compares(event: Event, period: Period) -> bool:
    """Whether "since" tells since when the like has not been, and not when an event was."""
    span = period.span
    if span is None or period.end is not None or not event.sentence.covers(span):
        return False
    base = event.sentence.start
    found = COMPARED.search(event.sentence.text[: span.end - base])
    return found is not None and "since" in event.sentence.text[span.start - base : span.end - base].lower()


def is_ahead(event: Event, period: Period | None, published: Published | None) -> bool:
    """Whether a time lies behind the article's own although the event is told as done: it is another event's.

    "Shut down the network in anticipation of protests tomorrow": tomorrow are the protests.
    """
    if period is None or period.start is None or published is None:
        return False
    return event.factuality in ("asserted", "negated") and event.sort == "event" and period.start >= published.end


ANOTHERS = re.compile(
    r"\b(?:since|until|till|before|ahead of)\s+(?:the|its|their|his|her|a|an|this|that)\s+(?:[\w'’-]+\s+){1,4}?(?:in|on"
    r"|of|last|this)?\s*$",
    re.IGNORECASE,
)
"""Behind "since" or "before" a noun with a time of its own: "killed since the invasion in March 2003"."""


def is_anothers(event: Event, period: Period) -> bool:
    """Whether a time is that of what the event comes after or before, and not the event's.

    Not where the trigger itself stands behind "since": "since the killing of ten men in May".
    """
    span = period.span
    if span is None or not event.sentence.covers(span) or span.start <= event.trigger.end:
        return False
    return (
        ANOTHERS.search(
            event.sentence.text[event.trigger.end - event.sentence.start : span.start - event.sentence.start]
        )
        is not None
    )
