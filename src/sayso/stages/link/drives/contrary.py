"""What those who tell of a drive disagree on, also in claims that are no one proposition: a denial against what it
denies, and how many of the people were killed or captured.

"There has been no recruitment" is the other side of every claim of recruiting on that drive, whatever its words. Two
counts of the dead disagree only where both are of the country's people and the later one is smaller: a count grows.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.model import Contradiction, Reason
from sayso.stages.link.claims.cues import Will
from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.parts import Part
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.voices.behind import voice_of
from sayso.stages.link.voices.bodies import nations
from sayso.stages.link.voices.known import Known
from sayso.stages.link.voices.origins import merged
from sayso.stages.link.voices.taken import is_taken_for
from sayso.stages.link.voices.teller import Teller

DENIED = {
    "RECRUIT": frozenset({"RECRUIT", "DEPLOY"}),
    "DEPLOY": frozenset({"RECRUIT", "DEPLOY"}),
    "TRANSFER": frozenset({"RECRUIT", "DEPLOY", "TRANSFER"}),
    "OFFER": frozenset({"OFFER"}),
    "KILL": frozenset({"KILL"}),
    "DETAIN": frozenset({"DETAIN"}),
}
"""Event types that a denial may be of, with those that it answers: who "flew nobody out" hired nobody."""
COUNTED = frozenset({"KILL", "DETAIN"})
"""Event types of which how many of a people is told by several."""
WITHIN = 200
"""Days within which two counts are held against each other."""
APART = 50
"""Times by which one count is another from which on they are of two things: a war's dead and those of one drive."""
MOST = 12
"""Contradictions of one drive that are shown at most."""


def contradictions(
    pair: Pair,
    affirmed: Sequence[Part],
    opposed: Sequence[Part],
    tellers: Mapping[str, Teller],
    where: Mapping[str, DriveReport],
) -> tuple[Contradiction, ...]:
    """Denials and doubts first, each against the claim that says most nearly the same; then counts.

    `opposed` are claims of the drive that do not affirm it; `tellers` and `where` go by claim id.
    """
    denied = [part for part in opposed if part.polarity == "negative"]
    found = [
        *_denials(pair, affirmed, denied, tellers, where),
        *_doubts(affirmed, opposed, tellers, where),
        *_wills(affirmed, tellers, where),
        *_counts(pair, affirmed, tellers, where),
    ]
    return tuple(found[:MOST])


def _denials(
    pair: Pair,
    affirmed: Sequence[Part],
    denied: Sequence[Part],
    tellers: Mapping[str, Teller],
    where: Mapping[str, DriveReport],
) -> Iterator[Contradiction]:
    nearest: dict[tuple[str, frozenset[str], bool, Will], tuple[tuple[bool, int], Part, Part]] = {}
    voices = Known(merged([tellers[no.id] for no in denied])[0])
    for no in denied:
        family = DENIED.get(no.event_type, NO_TYPE)
        own = tellers[no.id]
        if no.event_type == "TRANSFER" and pair[1] not in no.side | no.where:
            continue  # who "never left the country" has not denied a war
        if no.factuality != "negated" or not no.answers or own.kind == "own_reporting":
            continue
        if no.event_type in COUNTED and not no.nobody:
            continue  # that one man did not die is said of him
        others = [yes for yes in affirmed if _is_answered(yes, no, family, tellers, where)]
        if not others:
            continue
        yes = max(others, key=lambda part: _nearness(part, no, tellers, where))
        key = (voice_of(own, voices).id, family, no.minors, no.will)
        near = _nearness(yes, no, tellers, where)[:2]
        if key not in nearest or near > nearest[key][0]:
            nearest[key] = (near, yes, no)
    for _, yes, no in nearest.values():
        own = tellers[no.id]
        yield Contradiction(
            left=yes.id,
            right=no.id,
            about="polarity",
            difference="fact",
            denial=no.by_accused or pair[1] in nations(own),
            reasons=(Reason(rule="drive.denial", detail=f"{own.name or '?'} denies what others tell of the drive"),),
        )


NO_TYPE: frozenset[str] = frozenset()


def _is_answered(
    yes: Part, no: Part, family: frozenset[str], tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> bool:
    """Whether a denial is of what another voice says, in another article or in its own.

    What is denied of minors, or of people who were forced, answers only what is said of such.
    """
    if yes.event_type not in family or yes.factuality not in ("asserted", "probable", "possible"):
        return False
    if (no.minors and not yes.minors) or (no.will == "forced" and yes.will != "forced"):
        return False
    if no.event_type in COUNTED and yes.count is None:
        return False  # "none of them died" is said of how many did
    if yes.side and no.side and not yes.side & no.side:
        return False
    return _are_apart(yes, no, tellers, where)


UNTOLD = ("own_reporting", "outlet", "unknown")
"""Kinds of voices of which an article does not tell that they said it."""


def _are_apart(
    one_part: Part, other_part: Part, tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> bool:
    """Whether two claims are two voices', neither of which may be the other one.

    In one article, of two who both are told to have said it: what it tells of the matter itself is often the denial's.
    """
    one, other = tellers[one_part.id], tellers[other_part.id]
    told = one.kind not in UNTOLD and other.kind not in UNTOLD
    apart = one.id != other.id and (told or where[one_part.id].id != where[other_part.id].id)
    return apart and not (other.kind != "unknown" and (is_taken_for(one, other) or is_taken_for(other, one)))


def _nearness(
    yes: Part, no: Part, tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> tuple[bool, int, bool, bool, bool, int, str]:
    """Said before the denial, and not long before; what they have in common; on somebody's word, and not as what could
    be."""
    days = _days(where[yes.id], where[no.id])
    before = days is not None and days >= 0
    voiced = tellers[yes.id].kind not in ("own_reporting", "unknown")
    shared = len(yes.stems & no.stems) + voiced - (yes.factuality == "possible")
    asserted = yes.factuality == "asserted"
    return before, shared, yes.event_type == no.event_type, voiced, asserted, -(days or 0), yes.id


def _doubts(
    affirmed: Sequence[Part],
    opposed: Sequence[Part],
    tellers: Mapping[str, Teller],
    where: Mapping[str, DriveReport],
) -> Iterator[Contradiction]:
    """Who sees no sign of somebody's part, against who says that he has one."""
    for no in opposed:
        named = [
            yes
            for yes in affirmed
            if no.doubts & yes.stems and yes.event_type == no.event_type and where[yes.id].id != where[no.id].id
        ]
        if not named or tellers[no.id].kind == "own_reporting":
            continue
        yes = max(named, key=lambda part: _nearness(part, no, tellers, where))
        yield Contradiction(
            left=yes.id,
            right=no.id,
            about="actor",
            difference="fact",
            reasons=(Reason(rule="drive.doubt", detail=f"{', '.join(sorted(no.doubts))}: a part in it is doubted"),),
        )


RIVALS = frozenset({"RECRUIT", "DEPLOY", "TRANSFER", "OFFER"})
"""Event types that tell how people came to fight."""


def _wills(
    affirmed: Sequence[Part], tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> Iterator[Contradiction]:
    """Who says that people went by their own will, against who says that they were forced or deceived."""
    said: set[str] = set()
    for free in affirmed:
        own = tellers[free.id]
        if free.will != "free" or free.event_type not in RIVALS or own.kind in ("own_reporting", "unknown"):
            continue
        forced = [
            part
            for part in affirmed
            if part.will == "forced" and part.event_type in RIVALS and _are_apart(part, free, tellers, where)
        ]
        if not forced or own.id in said:
            continue
        said.add(own.id)
        yes = max(forced, key=lambda part: _nearness(part, free, tellers, where))
        yield Contradiction(
            left=yes.id,
            right=free.id,
            about="polarity",
            difference="fact",
            reasons=(Reason(rule="drive.will", detail="forced or deceived against of their own will"),),
        )


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
            if low is None or high is None or low <= high or low > APART * max(high, 1) or voices in seen:
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
