"""How long something took, told otherwise by a document that credits another: "three months" that became "three weeks".

A duration says little by itself, so the name of a place or body beside it has to be the same in both: a name that the
source has in few sentences, in the sentence of the duration or in one next to it.
"""

import re
from collections.abc import Iterator

from sayso.model import Change, Quantity, Reading, Span
from sayso.stages.link.nations import named_nations
from sayso.stages.link.retellings.otherwise import told_otherwise
from sayso.stages.link.wordlists import MONTHS

UNITS = frozenset({"hour", "day", "week", "month", "year"})
FEW = 3
"""Sentences of the source in which such a name stands at most."""
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]{3,}")
"""A word with a capital within a sentence."""


def lasting(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """Durations that a document tells otherwise than the one that it credits, each beside a name that both have."""
    if not (any(map(_is_duration, parent.mentions.quantities)) and any(map(_is_duration, child.mentions.quantities))):
        return ()
    before, after = _durations(parent), _durations(child)
    known = {_value(q) for q, _ in before}
    kept = {_value(q) for q, _ in after}
    changes = []
    for now, names in after:
        if _value(now) in known:
            continue
        fits = [was for was, others in before if _value(was) not in kept and _is_one(was, now) and names & others]
        if len(fits) == 1:
            changes.append(_change(parent, child, fits[0].span, now.span))
    return tuple(changes)


def _value(quantity: Quantity) -> tuple[float | None, str | None]:
    return quantity.low, quantity.unit


def _is_one(was: Quantity, now: Quantity) -> bool:
    """Whether one of number and unit stayed."""
    return (was.low == now.low) != (was.unit == now.unit)


def _is_duration(quantity: Quantity) -> bool:
    """Whether a quantity is a time of more than one hour, day or so, told exactly."""
    exact = quantity.low is not None and quantity.low == quantity.high and quantity.low > 1
    return exact and quantity.unit in UNITS and not quantity.per and not quantity.approximate


def _durations(reading: Reading) -> list[tuple[Quantity, frozenset[str]]]:
    """Exact durations of more than one, with the names of few sentences that stand in the sentence or beside it."""
    sentences = reading.sentences
    names = [frozenset(_names(each)) for each in sentences]
    rare = {name for each in names for name in each if sum(name in other for other in names) <= FEW}
    found = []
    for quantity in reading.mentions.quantities:
        if not _is_duration(quantity):
            continue
        at = next((n for n, s in enumerate(sentences) if s.start <= quantity.span.start < s.end), None)
        if at is not None:
            near = frozenset().union(*names[max(0, at - 1) : at + 2])
            found.append((quantity, near & rare))
    return found


def _names(sentence: Span) -> Iterator[str]:
    for match in NAME.finditer(sentence.text):
        if match.group().lower() not in MONTHS and not named_nations(match.group()):
            yield match.group()


def _change(parent: Reading, child: Reading, was: Span, now: Span) -> Change:
    detail = "how long it took, told beside the same name"
    return told_otherwise("alone.duration", parent, child, was, now, "figure", detail)
