"""Which figures, sums, places and times belong to which event."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model import Event, Mentions, Money, Period, Place, PlaceRole, Quantity, Reason, Span
from sayso.model._record import record
from sayso.stages.compose.timing import is_anothers, only_compares, time_of_when

ROUTE_ROLES: tuple[PlaceRole, ...] = ("origin", "transit", "destination", "location")

HIT = frozenset({("ASSAULT", "target"), ("SEIZE", "taken")})
"""Roles in which a place's bare name tells where it happened: "shelled Zinder", "took Kabul"."""


@record
class Figures:
    """What belongs to one event."""

    quantities: tuple[Quantity, ...] = ()
    money: tuple[Money, ...] = ()
    places: tuple[Place, ...] = ()
    period: Period | None = None
    reasons: tuple[Reason, ...] = ()


def assign_figures(events: Sequence[Event], mentions: Mentions) -> list[Figures]:
    """For each event what belongs to it; a figure goes to one event only, a place or time to one scope.

    A participant's words win over the clause; among scopes the shortest that holds it (it is the nearest governing
    event's); a figure inside two events' participant ("men trained by ...") goes to the one whose own clause it
    stands in.
    """
    quantities = _share(events, [q.span for q in mentions.quantities], participants=True, own=True)
    money = _share(events, [m.span for m in mentions.money], participants=True)
    places = _share(events, [p.span for p in mentions.places], participants=False)
    periods = _share(events, [p.span for p in mentions.periods if p.span is not None], participants=False, own=True)
    dated = [p for p in mentions.periods if p.span is not None]
    found = []
    for i, event in enumerate(events):
        near = [dated[k] for k in periods.get(i, ())]
        own = [one for one in near if not only_compares(event, one) and not is_anothers(event, one)]
        period, rule = _nearest(event, own), OWN
        if period is None:
            period, rule = time_of_when(event, dated), WHEN
        found.append(
            Figures(
                quantities=tuple(mentions.quantities[k] for k in quantities.get(i, ())),
                money=tuple(
                    m for m in (mentions.money[k] for k in money.get(i, ())) if not _is_another_sum(event, m.span)
                ),
                places=_places(event, mentions.places, [mentions.places[k] for k in places.get(i, ())]),
                period=period,
                reasons=_reasons(period, rule),
            )
        )
    return found


UNPAID = frozenset(
    {"KILL", "WOUND", "DETAIN", "ASSAULT", "SEIZE", "DEPLOY", "FLEE", "EVACUATE", "RETREAT", "MISSING", "PROTEST"}
)
"""Types that no sum belongs to but in a participant's own words: "arrested over the loss of $1 billion"."""


def _is_another_sum(event: Event, span: Span) -> bool:
    return event.event_type in UNPAID and not any(a.span.overlaps(span) for a in event.arguments)


def _share(
    events: Sequence[Event], spans: Sequence[Span], *, participants: bool, own: bool = False
) -> dict[int, list[int]]:
    """Event number -> numbers of the spans that belong to it."""
    shared: dict[int, list[int]] = {}
    ordered = sorted(range(len(events)), key=lambda i: events[i].sentence.start)
    at = 0
    for k in sorted(range(len(spans)), key=lambda k: spans[k].start):
        span = spans[k]
        while at < len(ordered) and events[ordered[at]].sentence.end <= span.start:
            at += 1
        step, near = at, []
        while step < len(ordered) and events[ordered[step]].sentence.start < span.end:
            near.append(ordered[step])
            step += 1
        best = _owner(events, near, span, participants=participants, own=own)
        if best is not None:
            shared.setdefault(best, []).append(k)
    return shared


def _owner(events: Sequence[Event], near: Iterable[int], span: Span, *, participants: bool, own: bool) -> int | None:
    """The event that a passage belongs to; None when it stands in no event's clause.

    With `own` it is not enough to stand in the clause: it is tied to the event (`Event.own`) or in a participant.
    """
    scored = []
    for i in near:
        event = events[i]
        in_scope = span in event.own if own else any(part.covers(span) for part in event.scope)
        in_part = any(a.span.covers(span) or a.span.overlaps(span) for a in event.arguments)
        if in_scope or (participants and in_part):
            distance = abs(event.trigger.start - span.start)
            scored.append((_describes(event, span), not in_scope, not in_part, distance, i))
    return min(scored)[-1] if scored else None


def _describes(event: Event, span: Span) -> bool:
    """Whether the event only says which ones are counted: "10,000 men trained abroad may fight" counts who may fight.

    That is so for a participle right behind the participant that holds the figure.
    """
    trigger = event.trigger
    behind = any(a.span.overlaps(span) and trigger.start - a.span.end in (0, 1) for a in event.arguments)
    return behind and trigger.text.endswith(("ed", "en", "wn", "ing", "ught"))


def _nearest(event: Event, periods: Sequence[Period]) -> Period | None:
    if not periods:
        return None
    return min(
        periods,
        key=lambda p: (p.start is None and p.end is None, abs((p.span.start if p.span else 0) - event.trigger.start)),
    )


def _places(event: Event, places: Sequence[Place], owned: Sequence[Place]) -> tuple[Place, ...]:
    """The event's places with their roles: route steps by their participant, others that tell where it happened."""
    roles: dict[int, PlaceRole] = {}
    held: dict[int, Place] = {}
    moves = any(a.role in ("origin", "destination") for a in event.arguments)
    for place in owned if not moves else ():  # "flown to Norway for care at a hospital in Oslo": the way is told
        acts = any(a.role not in ROUTE_ROLES and a.span.text.endswith(place.span.text) for a in event.arguments)
        if (
            place.span in event.own and not acts and not _is_whose(event, place)
        ):  # "US bombing of": the US acts, and is not where it happens
            held[place.span.start] = place
            roles[place.span.start] = "location"
    for argument in event.arguments:
        role = next((one for one in ROUTE_ROLES if one == argument.role), None)
        if role is not None:
            for place in places:
                if argument.span.covers(place.span) and not (
                    role == "location" and _is_aside(event, argument.span, place)
                ):
                    held[place.span.start] = place
                    roles[place.span.start] = role
        elif (event.event_type, argument.role) in HIT:
            for place in places:
                if argument.span == place.span:
                    held[place.span.start] = place
                    roles[place.span.start] = "location"
    return tuple(replace(held[start], role=roles[start]) for start in sorted(held))


def _is_whose(event: Event, place: Place) -> bool:
    """Whether a state's name right before an act tells whose act it is: "a US offensive", and not where."""
    return place.precision == "country" and place.span.end + 1 == event.trigger.start


EDGE = re.compile(r"\b(?:border|frontier)s?\b", re.IGNORECASE)


def _is_aside(event: Event, where: Span, place: Place) -> bool:
    """Whether it may have happened elsewhere: at "Norway's border", "near Norway", "outside Oslo"."""
    if where != place.span:
        return EDGE.search(where.text) is not None
    return place.span not in event.own


OWN, WHEN = ("compose.period", "the time in the event's own clause"), ("compose.when", "the time of a clause with when")


def _reasons(period: Period | None, rule: tuple[str, str]) -> tuple[Reason, ...]:
    if period is None or period.span is None:
        return ()
    return (Reason(rule=rule[0], detail=f"{rule[1]}, {period.basis}", spans=(period.span,)),)
