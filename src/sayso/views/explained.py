"""The path from words to a row: each rule that made a part of it, and what its parts were taken to mean, and why."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from sayso.lexicon.phrases import interval
from sayso.model import Argument, Claim, Mention, Money, Period, Place, Quantity, Reading, Reason
from sayso.model._record import record


@record
class Step:
    """One reason with the part of the row that it belongs to."""

    field: str
    """Path of the part, such as `quantities.0`; empty for the row as a whole."""
    means: str
    """What that part is taken to mean, in words; empty for the row as a whole."""
    reason: Reason


def steps_of(item: Any, reading: Reading | None = None) -> tuple[Step, ...]:
    """Every reason in a record: those of the whole row first, then part by part in the order of its fields.

    For a claim the reading that it is from also tells whom its participants lead to, and the period tells its basis.
    """
    found = list(_steps(item, ""))
    if isinstance(item, Claim):
        found += _periods(item)
        found += _participants(item, reading) if reading is not None else ()
    return tuple(sorted(found, key=lambda step: step.field != ""))


def _steps(value: Any, at: str) -> Iterator[Step]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _steps(item, f"{at}.{number}")
    elif is_dataclass(value):
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name == "reasons":
                yield from (Step(field=at, means=meaning(value), reason=_placed(reason, value)) for reason in held)
            else:
                yield from _steps(held, f"{at}.{field.name}" if at else field.name)


def _placed(reason: Reason, value: Any) -> Reason:
    """The reason with the words of its part, where it names none itself."""
    span = getattr(value, "span", None)
    return reason if reason.spans or span is None else replace(reason, spans=(span,))


def _periods(claim: Claim) -> Iterator[Step]:
    period = claim.period
    if period is not None:
        spans = (period.span,) if period.span else ()
        reason = Reason(rule="normalise.period", detail=period.basis, spans=spans)
        yield Step(field="period", means=meaning(period), reason=reason)


def _participants(claim: Claim, reading: Reading) -> Iterator[Step]:
    """Whom the words of each participant lead to, by the mention or the place that they hold."""
    for number, argument in enumerate(claim.arguments):
        at, means = f"arguments.{number}", meaning(argument)
        mention = _mention(argument, reading)
        place = next((p for p in reading.mentions.places if argument.span.covers(p.span)), None)
        if mention is not None and mention.reasons:
            yield from (Step(field=at, means=means, reason=_placed(reason, mention)) for reason in mention.reasons)
        elif mention is None and place is not None and place.name == argument.value:
            yield from (Step(field=at, means=means, reason=_placed(reason, place)) for reason in place.reasons)
        else:
            detail = "the words lead to nobody known" if argument.entity is None else f"led to {argument.entity}"
            reason = Reason(rule="normalise.words", detail=detail, spans=(argument.span,))
            yield Step(field=at, means=means, reason=reason)


def _mention(argument: Argument, reading: Reading) -> Mention | None:
    """The mention that gave an argument its entity and name; None where none did."""
    inside = (m for m in reading.mentions.actors if m.span.overlaps(argument.span))
    return next((m for m in inside if (m.entity, m.name) == (argument.entity, argument.value)), None)


def meaning(value: Any) -> str:
    """What a part of a row is taken to mean, in a few words.

    >>> from sayso.model import Span
    >>> meaning(Quantity(low=None, high=30000, unit="man", span=Span(start=0, end=16, text="up to 30,000 men")))
    'at most 30,000 (man)'
    """
    if isinstance(value, Quantity):
        whole = f" of {value.of:g}" if value.of is not None else ""
        per = f" per {value.per}" if value.per else ""
        blurred = "about " if value.approximate else ""
        return f"{blurred}{interval(value.low, value.high, value.unit)}{whole}{per}"
    if isinstance(value, Money):
        per = f" per {value.per}" if value.per else ""
        return f"{'about ' if value.approximate else ''}{interval(value.low, value.high, value.currency)}{per}"
    if isinstance(value, Place):
        known = f"GeoNames {value.geonames_id}" if value.geonames_id is not None else "not in the gazetteer"
        parts = (value.name, value.country or "", value.precision, known, value.role or "")
        return ", ".join(part for part in parts if part)
    if isinstance(value, Argument):
        entity = f" [{value.entity}]" if value.entity else ""
        return f"{value.role}: {value.value or value.span.text}{entity}"
    if isinstance(value, Period):
        start = value.start.isoformat() if value.start else "open"
        end = value.end.isoformat() if value.end else "open"
        return f"from {start} to before {end}, by {value.precision}"
    return ""
