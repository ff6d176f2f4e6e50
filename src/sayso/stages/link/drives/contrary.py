"""What those who tell of a drive disagree on, also in claims that are no one proposition: a denial against what it
denies, and how many of the people were killed or captured.

"There has been no recruitment" is the other side of every claim of recruiting on that drive, whatever its words. Two
counts of the dead disagree only where both are of the country's people and the later one is smaller: a count grows.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.model import Contradiction, Reason
from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.reports import DriveReport, Part
from sayso.stages.link.voices.bodies import nations
from sayso.stages.link.voices.taken import is_taken_for
from sayso.stages.link.voices.teller import Teller

DENIED = (frozenset({"RECRUIT", "DEPLOY"}), frozenset({"OFFER"}))
"""Event types that a denial may be of, with those that it answers."""
COUNTED = frozenset({"KILL", "DETAIN"})
"""Event types of which how many of a people is told by several."""
WITHIN = 200
"""Days within which two counts are held against each other."""
MOST = 12
"""Contradictions of one drive that are shown at most."""


def contradictions(
    pair: Pair,
    affirmed: Sequence[Part],
    denied: Sequence[Part],
    tellers: Mapping[str, Teller],
    where: Mapping[str, DriveReport],
) -> tuple[Contradiction, ...]:
    """Denials first, each against the claim that says most nearly the same; then counts. `tellers` and `where` go by
    claim id."""
    found = [*_denials(pair, affirmed, denied, tellers, where), *_counts(pair, affirmed, tellers, where)]
    return tuple(found[:MOST])


def _denials(
    pair: Pair,
    affirmed: Sequence[Part],
    denied: Sequence[Part],
    tellers: Mapping[str, Teller],
    where: Mapping[str, DriveReport],
) -> Iterator[Contradiction]:
    said: set[tuple[str, str]] = set()
    for no in denied:
        family = next((types for types in DENIED if no.event_type in types), frozenset())
        own = tellers[no.id]
        if no.factuality != "negated" or own.kind == "own_reporting":
            continue
        others = [yes for yes in affirmed if _is_answered(yes, no, family, tellers, where)]
        if not others or (own.id, where[no.id].id) in said:
            continue
        said.add((own.id, where[no.id].id))
        yes = max(others, key=lambda part: _nearness(part, no, where))
        yield Contradiction(
            left=yes.id,
            right=no.id,
            about="polarity",
            difference="fact",
            denial=pair[1] in nations(own),
            reasons=(Reason(rule="drive.denial", detail=f"{own.name or '?'} denies what others tell of the drive"),),
        )


def _is_answered(
    yes: Part, no: Part, family: frozenset[str], tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> bool:
    """Whether a denial is of what another voice says by then, in another article."""
    if yes.event_type not in family or yes.factuality not in ("asserted", "probable", "possible"):
        return False
    if yes.side and no.side and not yes.side & no.side:
        return False
    one, other = tellers[yes.id], tellers[no.id]
    apart = where[yes.id].id != where[no.id].id and one.id != other.id
    return apart and not (other.kind != "unknown" and (is_taken_for(one, other) or is_taken_for(other, one)))


def _nearness(yes: Part, no: Part, where: Mapping[str, DriveReport]) -> tuple[bool, bool, int, bool, int, str]:
    """Said before the denial, and not long before; then what they have in common."""
    days = _days(where[yes.id], where[no.id])
    before = days is not None and days >= 0
    shared = len(yes.stems & no.stems)
    return before, yes.event_type == no.event_type, shared, yes.factuality == "asserted", -(days or 0), yes.id


def _counts(
    pair: Pair, affirmed: Sequence[Part], tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> Iterator[Contradiction]:
    counted = [
        part
        for part in affirmed
        if part.event_type in COUNTED and part.count is not None and (pair[0] in part.people or part.compatriots)
    ]
    seen: set[frozenset[str]] = set()
    for early in counted:
        for late in counted:
            days = _days(where[early.id], where[late.id])
            voices = frozenset({tellers[early.id].id, tellers[late.id].id})
            if early.event_type != late.event_type or days is None or not 0 <= days <= WITHIN or len(voices) < 2:
                continue
            low, high = early.count[0] if early.count else None, late.count[1] if late.count else None
            if low is None or high is None or low <= high or voices in seen:
                continue
            seen.add(voices)
            yield Contradiction(
                left=early.id,
                right=late.id,
                about="figure",
                difference="fact",
                reasons=(Reason(rule="drive.figure", detail=f"{low:g} or more against {high:g} at most, later"),),
            )


def _days(early: DriveReport, late: DriveReport) -> int | None:
    one, other = (_day(report) for report in (early, late))
    return (other - one).days if one is not None and other is not None else None


def _day(report: DriveReport) -> date | None:
    return report.published.start if report.published else None
