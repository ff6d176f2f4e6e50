"""Readings without what relating never looks at, so that a hundred thousand of them fit into memory."""

from dataclasses import replace
from sys import intern

from sayso.model import Argument, Attribution, Claim, Mentions, Place, Quantity, Reading


def slim(reading: Reading) -> Reading:
    """The reading without reasons, layers, problems, and the words of roles that no link looks at.

    Names and ids that many readings share are kept once. Relations made of slim readings are those of the full ones.
    """
    return replace(
        reading,
        attributions=tuple(_attribution(each) for each in reading.attributions),
        mentions=_mentions(reading.mentions),
        claims=tuple(_claim(each) for each in reading.claims),
        problems=(),
    )


def _attribution(of: Attribution) -> Attribution:
    return replace(of, source=(), cue=(), content=(), reasons=())


def _claim(of: Claim) -> Claim:
    return replace(
        of,
        event_type=intern(of.event_type),
        arguments=tuple(_argument(each) for each in of.arguments),
        quantities=tuple(_quantity(each) for each in of.quantities),
        money=tuple(replace(each, reasons=()) if each.reasons else each for each in of.money),
        places=tuple(_place(each) for each in of.places),
        layers=(),
        hedges=(),
        reasons=(),
    )


def _argument(of: Argument) -> Argument:
    return Argument(role=intern(of.role), span=of.span, entity=_once(of.entity), value=_once(of.value), order=of.order)


def _quantity(of: Quantity) -> Quantity:
    return replace(of, unit=_once(of.unit), reasons=())


def _place(of: Place) -> Place:
    return replace(of, name=intern(of.name), country=_once(of.country), reasons=())


def _mentions(of: Mentions) -> Mentions:
    """The figures and actors: a retelling's sentences are held against its source's by them."""
    return Mentions(
        quantities=tuple(_quantity(each) for each in of.quantities),
        money=tuple(replace(each, reasons=()) if each.reasons else each for each in of.money),
        actors=tuple(replace(each, reasons=()) if each.reasons else each for each in of.actors),
    )


def _once(words: str | None) -> str | None:
    return None if words is None else intern(words)
