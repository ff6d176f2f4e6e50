"""Whether two claims say the same: the typed fields forbid or allow it, wording and what is shared decide."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.model import Reason
from sayso.model._record import record
from sayso.stages.link.claims.article import POOLS
from sayso.stages.link.claims.conflicts import NOBODY, OTHERWISE_SAME, conflicts, is_same_but_for, mismatches
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.claims.occasion import are_two
from sayso.stages.link.claims.unlike import are_rivals, is_tied, unlike
from sayso.stages.link.wording import likeness

ENOUGH = 0.42
"""Lowest score at which two claims are one: set by hand on made-up rewrites, on the side of keeping apart."""


@record
class SameClaim:
    """Two claims that say the same."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...]


class Fit(NamedTuple):
    """How well two claims that say the same fit."""

    score: float
    words: float
    in_role: int
    akin: int
    place: bool
    figure: bool
    driven: bool
    against: Sequence[str]


def compare(left: Gist, right: Gist) -> SameClaim | None:
    """Whether two claims say the same; None when a typed field forbids it or too little speaks for it.

    Polarity, factuality and the figures themselves do not keep claims apart: a denial and another number are about the
    same thing, and are shown as a contradiction.
    """
    fits = fit_of(left, right)
    if fits is None:
        return None
    detail = (
        f"{left.event_type} / {right.event_type}; same entity in {fits.in_role} roles; words {fits.words:.2f}"
        + (f"; people or bodies of one country in {'a role' if fits.akin == 1 else 'several roles'}" * (fits.akin > 0))
        + ("; shared place" if fits.place else "")
        + ("; shared figure" if fits.figure else "")
        + ("; one drive: the same people taken for the same war" if fits.driven else "")
        + (f"; the same but for the {fits.against[0]}" if fits.against else "")
    )
    reason = Reason(rule="same_claim.fields", detail=detail, score=round(fits.score, 3))
    return SameClaim(left=left.claim, right=right.claim, score=round(fits.score, 4), reasons=(reason,))


def fit_of(left: Gist, right: Gist) -> Fit | None:
    """What speaks for it that two claims say the same, without the words for it; None as for `compare`."""
    if left.family != right.family or left.state != right.state:
        return None
    if _are_of_two_drives(left, right):
        return None
    against = conflicts(left, right)
    if against and not is_same_but_for(left, right, against):
        return None
    words = likeness(left.words, right.words)
    in_role = sum(not ids.isdisjoint(right.roles.get(role, NOBODY)) for role, ids in left.roles.items())
    akin = _akin(left, right)
    place = not left.places.isdisjoint(right.places) or not left.countries.isdisjoint(right.countries)
    figure = not left.figures.isdisjoint(right.figures)
    if are_two(left.occasion, right.occasion) and not _is_told_again(left, right, words):
        return None
    strange = mismatches(left, right)
    if strange >= 2:
        return None
    driven = not strange and tell_one_drive(left, right)
    score = (
        -0.15 * strange
        + 0.6 * words
        + 0.16 * min(in_role, 2)
        + AKIN * min(akin, 2 - min(in_role, 2))
        + 0.06 * (not left.entities.isdisjoint(right.entities))
        + 0.06 * place
        + 0.1 * figure
        + 0.06 * (left.event_type == right.event_type)
    )
    rivals = not strange and are_rivals(left, right)
    if driven or rivals:
        score = max(score, DRIVEN)
    elif score < ENOUGH or not (words >= 0.2 or in_role >= 2):
        return None
    if unlike(left, right) or not (driven or rivals or is_tied(left, right, words)):
        return None
    score = min(score, 0.999)  # below what the same words in parent and copy score
    return Fit(score, words, in_role, akin, place, figure, driven, against)


DRIVEN = 0.43
"""Score of two claims that say that the same people are taken for the same war, however they put it: just enough, so
that what is said in like words comes together first."""


def _are_of_two_drives(left: Gist, right: Gist) -> bool:
    """Whether two claims take the same people for two sides, or other people for one side."""
    if not left.drive.pool or not right.drive.pool or is_one_drive(left, right):
        return False
    return bool(left.drive.pool & right.drive.pool or left.drive.side & right.drive.side)


def is_one_drive(left: Gist, right: Gist) -> bool:
    """Whether two claims are about one recruitment drive, by their own words or by what their articles are about."""
    return bool(left.drive.pool & right.drive.pool and left.drive.side & right.drive.side)


def tell_one_drive(left: Gist, right: Gist) -> bool:
    """Whether two claims say by themselves that people of one country are taken for one side.

    What their articles are about does not count: "he had signed up for money" and "they were sent to the front" are
    parts of one drive, which `drives` brings together, and no one claim.
    """
    if left.event_type != right.event_type or not is_one_drive(left, right):
        return False
    return bool(people_of(left) & people_of(right) and side_of(left) & side_of(right))


TOLD_AGAIN = 0.8
"""Likeness of words from which on an event of long before is told again; `OTHERWISE_SAME` where a figure is shared."""

MANY_WORDS = 4
"""Words from which on that counts: "the killing of protesters" is said of many killings."""


def _is_told_again(left: Gist, right: Gist, words: float) -> bool:
    """Whether a report is of an event of long before, and not of the next of its kind: by its figure and its place or
    most of its words."""
    if words >= TOLD_AGAIN and min(len(left.words), len(right.words)) >= MANY_WORDS:
        return True
    placed = bool(left.places & right.places or left.towns & right.towns)
    return bool(left.figures & right.figures) and (placed or words >= OTHERWISE_SAME)


AKIN = 0.13
"""What a role speaks for that both fill with people or bodies of one country, not with the same."""

SIDE = ("recruiter", "force", "payer")
"""Roles of those for whom men are taken: "Wagner recruits them", "they are asked to fight for Russia"."""


def _akin(left: Gist, right: Gist) -> int:
    """In how many roles the fillers are of one country without being known as one entity.

    Where one claim says who recruits and the other for whom, these two count as one role.
    """
    found = sum(
        not codes.isdisjoint(right.nations.get(role, NOBODY))
        and left.roles.get(role, NOBODY).isdisjoint(right.roles.get(role, NOBODY))
        for role, codes in left.nations.items()
    )
    if not any(role in left.nations and role in right.nations for role in SIDE):
        found += bool(side_of(left) & side_of(right))
    return found


def people_of(gist: Gist) -> frozenset[str]:
    """Countries of those who are taken, as ISO 3166 codes."""
    return frozenset(code for role in POOLS for code in gist.nations.get(role, NOBODY)) or gist.nations.get(
        "origin", NOBODY
    )


def side_of(gist: Gist) -> frozenset[str]:
    """Countries of those for whom men are taken, as ISO 3166 codes."""
    return frozenset(code for role in SIDE for code in gist.nations.get(role, NOBODY))
