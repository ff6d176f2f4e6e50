"""A number that the source has behind words of doubt only, and that a follower tells firmly, in whatever words: "may
run to several hundred" that became "several hundred of them are there".

The number stands for the sentence. So it has to be one that few sentences have: of two digits and more, or of a
size in words ("several hundred") that both texts have once or twice.
"""

import re
from collections.abc import Iterator

from sayso.model import Change, Quantity, Reading, Span
from sayso.stages.link.claims.figures import same_unit_of_people
from sayso.stages.link.retellings.firmer import is_firm
from sayso.stages.link.retellings.guards import DOUBT
from sayso.stages.link.retellings.otherwise import told_otherwise
from sayso.stages.link.retellings.sides import words_around
from sayso.stages.link.retellings.units import shared_weight, weights_of

SMALLEST = 30
"""A smaller number is met in many sentences of one article."""
MOST = 2
"""Times that the number stands in one text at most."""
REACH = 60
"""Code points before a number within which the word of doubt stands."""
SETTING = 2.0
"""What the words have to weigh that the sentences share which stand around the number in both."""
ABLE = re.compile(r"could\b(?! (?:be|have|reach|rise|run|number|total|exceed|come|top|go)\b)")
"""Of somebody who was able to do it: "could name 30 of them"."""
UNSURE = re.compile(
    r"\b(?:possibl[ey]|potential|unclear|estimat\w+|think|thinks|believe[ds]?|thought|up to|as many as)\b", re.I
)
"""Words besides with which a number is not told firmly."""


def doubted_numbers(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """Numbers that a document tells firmly and the one that it follows with doubt."""
    return tuple({(c.now.start, c.now.end): c for c in _found(parent, child)}.values())


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    before, after = _counts(parent), _counts(child)
    weights = weights_of(parent) if before.keys() & after.keys() else {}
    for key in [each for each in after if each in before]:
        if max(len(before[key]), len(after[key])) > MOST:
            continue
        doubts = [_doubt(parent, quantity) for quantity in before[key]]
        if not all(doubts):
            continue
        for now in after[key]:
            sentence = next((s for s in child.sentences if s.covers(now.span)), None)
            if sentence is None or not _is_firm(sentence, now.span):
                continue
            if not any(_can_count_one(was.unit, now.unit) for was in before[key]):
                continue
            was = doubts[0]
            if (
                was is None
                or shared_weight(words_around(parent, was), words_around(child, now.span), weights) < SETTING
            ):
                continue
            yield told_otherwise(
                "doubted", parent, child, was, now.span, "hedge", f"“{was.text}” became “{now.span.text}”"
            )


def _can_count_one(was: str | None, now: str | None) -> bool:
    """Whether two units can be one; what has none counts people mostly."""
    if was is None or now is None:
        return same_unit_of_people(was or now, "person")
    return same_unit_of_people(was, now)


CLAUSE = re.compile(r"[,;:](?!\d)|\s(?:but|while|whose|which|who|although)\s")


def _is_firm(sentence: Span, number: Span) -> bool:
    """Whether nothing is left open in the clause of a number or before it."""
    at = number.end - sentence.start
    text = sentence.text[:at] + CLAUSE.split(sentence.text[at:])[0]
    return is_firm(text) and UNSURE.search(text) is None


def _counts(reading: Reading) -> dict[tuple[float | None, float | None], list[Quantity]]:
    found: dict[tuple[float | None, float | None], list[Quantity]] = {}
    for quantity in reading.mentions.quantities:
        ends = [value for value in (quantity.low, quantity.high) if value is not None]
        year = quantity.unit is None and 1900 <= max(ends, default=0) <= 2100
        if ends and max(ends) >= SMALLEST and not year and quantity.unit != "%":
            found.setdefault((quantity.low, quantity.high), []).append(quantity)
    return found


def _doubt(reading: Reading, quantity: Quantity) -> Span | None:
    """From the word of doubt that a number stands behind in its clause to its end."""
    sentence = next((s for s in reading.sentences if s.covers(quantity.span)), None)
    if sentence is None:
        return None
    at = quantity.span.start - sentence.start
    start = max(0, at - REACH)
    before = re.split(r"[;:(]|\b(?:but|and)\b", sentence.text[start:at])[-1]
    found = [m for m in DOUBT.finditer(before) if not ABLE.match(before[m.start() :])]
    behind = DOUBT.match(sentence.text, quantity.span.end - sentence.start + 1)
    if not found and behind is None:
        return None
    first = at - len(before) + found[-1].start() if found else at
    last = quantity.span.end - sentence.start if found or behind is None else behind.end()
    return Span(start=sentence.start + first, end=sentence.start + last, text=sentence.text[first:last])
