"""What those who tell of a drive disagree on, also in claims that are no one proposition: a denial against what it
denies, and how many of the people were killed or captured.

"There has been no recruitment" is the other side of every claim of recruiting on that drive, whatever its words. Two
counts of the dead disagree only where both are of the country's people and the later one is smaller: a count grows.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Contradiction, Reason
from sayso.stages.link.claims.cues import Will
from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.apart import are_apart, days_between
from sayso.stages.link.drives.counted import differing_counts
from sayso.stages.link.drives.parts import Part
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.voices.behind import voice_of
from sayso.stages.link.voices.bodies import nations
from sayso.stages.link.voices.known import Known
from sayso.stages.link.voices.origins import merged
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
FATES = frozenset({"KILL", "DETAIN"})
"""Event types of which a denial is of nobody: that one man did not die is said of him."""
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
        *differing_counts(pair, affirmed, tellers, where),
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
        if no.event_type in FATES and not no.nobody:
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
            difference="scope" if _is_elsewhere(yes, no, pair) else "fact",
            denial=no.by_accused or pair[1] in nations(own),
            reasons=(Reason(rule="drive.denial", detail=f"{own.name or '?'} denies what others tell of the drive"),),
        )


def _is_elsewhere(yes: Part, no: Part, pair: Pair) -> bool:
    """Whether a denial is of what was done in the people's own country, and the other claim does not tell where."""
    return no.denied_in == {pair[0]} and pair[0] not in yes.where


NO_TYPE: frozenset[str] = frozenset()


def _is_answered(
    yes: Part, no: Part, family: frozenset[str], tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> bool:
    """Whether a denial is of what another voice says, in another article or in its own.

    What is denied of minors, of people who were forced or who came by their own will answers only what is said of such.
    """
    if yes.event_type not in family or yes.factuality not in ("asserted", "probable", "possible"):
        return False
    if (no.minors and not yes.minors) or (no.will and yes.will != no.will) or no.unpaid:
        return False
    if no.event_type in FATES and yes.number is None:
        return False  # "none of them died" is said of how many did
    if yes.side and no.side and not yes.side & no.side:
        return False
    return are_apart(yes, no, tellers, where)


def _nearness(
    yes: Part, no: Part, tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> tuple[bool, int, bool, bool, bool, int, str]:
    """Said before the denial, and not long before; what they have in common; on somebody's word, and not as what could
    be."""
    days = days_between(where[yes.id], where[no.id])
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
            if part.will == "forced" and part.event_type in RIVALS and are_apart(part, free, tellers, where)
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
