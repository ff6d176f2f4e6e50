"""What two articles tell once each and tell differently: the pay a month, a number with its bound, the kind of unit.

Where one credits the other, what each has only one of is the same thing however it is worded, so that no likeness of
sentences is asked for: a rewriter keeps the sum and loses every other word. Who tells it and of which days is looked at
as for all changes (`guards.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sayso.model import Change, Money, Quantity, Reading, Span
from sayso.model.relation import What
from sayso.stages.link.retellings.miscounted import MISCOPIED, TIMES, looks_miscopied
from sayso.stages.link.retellings.otherwise import told_otherwise

ROUNDED = 0.05
"""Share of the larger of two sums by which they may differ and be one."""
UNITS = re.compile(
    r"\b(engineer(?:ing|s)?|sappers?|assault|storm|tank|rifle|infantry|medical|signals?|transport|supply|logistics"
    r"|reconnaissance|artillery|drone|construction|penal|reserve|training|airborne|mortar|repair|guard)"
    r"\s+(battalion|brigade|regiment|platoon|squad|detachment|unit)\b",
    re.IGNORECASE,
)
"""Kinds of military unit."""


def alone(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document that credits another tells otherwise than that one, where each tells it once."""
    return (*_pay(parent, child), *_bounds(parent, child), *_units(parent, child), *_misheard(parent, child))


def _pay(parent: Reading, child: Reading) -> Iterator[Change]:
    """Another sum for the same time in the same currency, where neither text has two."""
    before, after = _sums(parent.mentions.money), _sums(child.mentions.money)
    for key in sorted(before.keys() & after.keys()):
        was, now = before[key], after[key]
        if was is None or now is None:
            continue
        one, other = (each.low or each.high or 0.0 for each in (was, now))
        within = was.low is not None and was.high is not None and was.low <= other <= was.high
        if not within and abs(one - other) > ROUNDED * max(one, other):
            detail = "told once in each, and otherwise"
            yield told_otherwise("alone.pay", parent, child, was.span, now.span, "figure", detail)


def _sums(told: Iterable[Money]) -> dict[tuple[str, str], Money | None]:
    """By currency and time the one sum that a text tells for it; None where it tells several."""
    found: dict[tuple[str, str], Money | None] = {}
    for money in told:
        if not money.per or not money.currency:
            continue
        held = found.setdefault((money.currency, money.per), money)
        if held is not None and (held.low, held.high) != (money.low, money.high):
            found[money.currency, money.per] = None
    return found


def _bounds(parent: Reading, child: Reading) -> Iterator[Change]:
    """A number of something that is at most so in one text and at least so in the other."""
    before, after = _bounded(parent.mentions.quantities), _bounded(child.mentions.quantities)
    for key in sorted(before.keys() & after.keys()):
        was, now = before[key], after[key]
        if was is not None and now is not None and {_open(was), _open(now)} == {"low", "high"}:
            yield _change(parent, child, was.span, now.span, "bound")


def _bounded(told: Iterable[Quantity]) -> dict[tuple[float, str], Quantity | None]:
    """By number and what is counted the one mention of it in a text; None where there are several."""
    found: dict[tuple[float, str], Quantity | None] = {}
    for quantity in told:
        for value in {v for v in (quantity.low, quantity.high) if v is not None and v > 1}:
            if quantity.unit:
                key = value, quantity.unit
                found[key] = None if key in found else quantity
    return found


def _open(quantity: Quantity) -> str:
    """Which of its bounds a number lacks; neither where it has both."""
    return "low" if quantity.low is None else "high" if quantity.high is None else "neither"


def _misheard(parent: Reading, child: Reading) -> Iterator[Change]:
    """How long something took, in a number that looks like one of the source misheard: "fifteen days", "fifty days"."""
    before, after = _lengths(parent.mentions.quantities), _lengths(child.mentions.quantities)
    for unit in sorted(before.keys() & after.keys()):
        new, gone = after[unit].keys() - before[unit].keys(), before[unit].keys() - after[unit].keys()
        pairs = [(was, now) for now in new for was in gone if looks_miscopied(was, now) >= MISCOPIED]
        if len(pairs) == 1:
            was, now = pairs[0]
            yield _change(parent, child, before[unit][was].span, after[unit][now].span, "figure")


def _lengths(told: Iterable[Quantity]) -> dict[str, dict[float, Quantity]]:
    """Exact lengths of time by unit and number."""
    found: dict[str, dict[float, Quantity]] = {}
    for each in told:
        if each.unit in TIMES and each.low is not None and each.low == each.high:
            found.setdefault(each.unit, {}).setdefault(each.low, each)
    return found


def _units(parent: Reading, child: Reading) -> Iterator[Change]:
    """Another kind of unit of the same size, where each text names one."""
    before, after = _kinds(parent.document.text), _kinds(child.document.text)
    for size in sorted(before.keys() & after.keys()):
        was, now = before[size], after[size]
        if len({w.group(1).lower() for w in was}) == len({n.group(1).lower() for n in now}) == 1:
            one, other = was[0], now[0]
            if one.group(1).lower()[:6] != other.group(1).lower()[:6]:
                yield _change(parent, child, _span(one), _span(other), "object")


@lru_cache(maxsize=500)
def _kinds(text: str) -> Mapping[str, Sequence[re.Match[str]]]:
    """The kinds of units that a text names, by their size; kept, as one document is followed by several."""
    found: dict[str, list[re.Match[str]]] = {}
    for match in UNITS.finditer(text):
        found.setdefault(match.group(2).lower(), []).append(match)
    return found


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end(), text=match.group())


def _change(parent: Reading, child: Reading, was: Span, now: Span, what: What) -> Change:
    return told_otherwise("alone", parent, child, was, now, what, "told once in each, and otherwise")
