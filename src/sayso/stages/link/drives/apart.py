"""Whether two claims on a drive are two voices', and how long one was published before the other."""

from collections.abc import Mapping

from sayso.stages.link.drives.parts import Part
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.voices.taken import is_taken_for
from sayso.stages.link.voices.teller import Teller

UNTOLD = ("own_reporting", "outlet", "unknown")
"""Kinds of voices of which an article does not tell that they said it."""


def are_apart(
    one_part: Part, other_part: Part, tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]
) -> bool:
    """Whether two claims are two voices', neither of which may be the other one.

    In one article, of two who both are told to have said it: what it tells of the matter itself is often the denial's.
    `tellers` and `where` go by claim id.
    """
    one, other = tellers[one_part.id], tellers[other_part.id]
    told = one.kind not in UNTOLD and other.kind not in UNTOLD
    apart = one.id != other.id and (told or where[one_part.id].id != where[other_part.id].id)
    return apart and not (other.kind != "unknown" and (is_taken_for(one, other) or is_taken_for(other, one)))


def days_between(early: DriveReport, late: DriveReport) -> int | None:
    """Days from one publication to the other; None where one has no date."""
    one, other = (report.published.start if report.published else None for report in (early, late))
    return (other - one).days if one is not None and other is not None else None
