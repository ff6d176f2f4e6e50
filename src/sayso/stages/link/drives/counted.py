"""Counts of the people of a drive that cannot both be so: 120 recruited by one voice, 87 by another.

A count grows: a later one that is larger disagrees where another voice gives it within a week, and may bring the other
up to date within a month; a later one that is smaller always disagrees. A number of some of them ("two of his platoon")
stands against one of all only where it is larger.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Contradiction, Reason
from sayso.stages.link.claims.numbers import Number
from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.apart import are_apart, days_between
from sayso.stages.link.drives.parts import Part
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.voices.teller import OWN_WORDS, Teller

COUNTED = frozenset({"RECRUIT", "KILL", "WOUND", "DETAIN", "MISSING"})
"""Event types of which how many of a people is told by several."""
WITHIN = 200
"""Days within which two counts are held against each other."""
GROWING = 31
"""Days within which a larger count by another voice is shown at all."""
APART = 50
"""Times by which one count is another from which on they are of two things: a war's dead and those of one drive."""
SOON = 7
"""Days within which it does not bring the smaller one up to date."""
ALIKE = 0.1
"""Share by which two counts may differ as one rounds the other: 87 and 90."""
MOST = 4
"""Such contradictions of one drive that are shown."""


def differing_counts(
    pair: Pair, affirmed: Sequence[Part], tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> Iterator[Contradiction]:
    """Two voices' counts that do not go together, those on somebody's word first, then the nearest in time; each
    number is shown once as the earlier and once as the later one.

    `tellers` and `where` go by claim id.
    """
    counted = [part for part in affirmed if _counts_people(part, pair)]
    found = []
    for early in counted:
        for late in counted:
            days = days_between(where[early.id], where[late.id])
            if early.event_type != late.event_type or days is None or not 0 <= days <= WITHIN:
                continue
            if not _differ(early, late, days, tellers) or not are_apart(early, late, tellers, where):
                continue
            if not _brings_up_to_date(early, late, counted, tellers, where):
                untold = sum(tellers[part.id].kind in OWN_WORDS for part in (early, late))
                found.append((untold, days, early.id, late.id, early, late))
    first: set[tuple[str, float]] = set()
    last: set[tuple[str, float]] = set()
    for _, days, _, _, early, late in sorted(found, key=lambda each: each[:4]):
        one, other = (early.event_type, _value(early)), (late.event_type, _value(late))
        if one in first or other in last or (one in last and other in first) or len(first) == MOST:
            continue
        first.add(one)
        last.add(other)
        yield _contradiction(early, late, days)


def _value(part: Part) -> float:
    return part.number.value if part.number else 0.0


def _counts_people(part: Part, pair: Pair) -> bool:
    if part.event_type not in COUNTED or part.number is None or part.factuality != "asserted":
        return False
    return pair[0] in part.people or part.compatriots


def _differ(early: Part, late: Part, days: int, tellers: Mapping[str, Teller]) -> bool:
    """Whether both counts cannot be so at once."""
    one, other = early.number, late.number
    if one is None or other is None or other.older:
        return False
    if _is_above(one, other):
        return True
    told = all(tellers[part.id].kind not in OWN_WORDS for part in (early, late))
    return told and days <= GROWING and _is_above(other, one)


def _is_above(more: Number, less: Number) -> bool:
    """Whether one number is larger than another one that is of all of them, by more than rounding."""
    if more.least is None or less.most is None or not less.whole:
        return False
    return less.most * (1 + ALIKE) < more.least <= APART * max(less.most, 1)


def _brings_up_to_date(
    early: Part,
    late: Part,
    counted: Sequence[Part],
    tellers: Mapping[str, Teller],
    where: Mapping[str, DriveReport],
) -> bool:
    """Whether who gives the later count gives the earlier one in the same article: "16 by May, and 20 by now"."""
    return any(
        part.event_type == late.event_type
        and part.number == early.number
        and where[part.id].id == where[late.id].id
        and part.id != late.id
        and not are_apart(part, late, tellers, where)
        for part in counted
    )


def _contradiction(early: Part, late: Part, days: int) -> Contradiction:
    grown = days > SOON and _value(late) > _value(early)
    detail = f"{_shown(early)} against {_shown(late)}, {late.event_type.lower()}"
    return Contradiction(
        left=early.id,
        right=late.id,
        about="figure",
        difference="update" if grown else "fact",
        reasons=(Reason(rule="drive.figure", detail=detail),),
    )


def _shown(part: Part) -> str:
    number = part.number
    low, high = (number.low, number.high) if number else (None, None)
    if low == high:
        return f"{low:g}"
    if high is None:
        return f"{low:g} or more"
    return f"{high:g} at most" if low is None else f"{low:g} to {high:g}"
