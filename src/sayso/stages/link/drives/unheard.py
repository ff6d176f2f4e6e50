"""Private persons without a name who did not speak to the outlet that tells of them: others told of them before.

What an article says in its own voice adds no voice where others had it on an earlier day and nothing shows how it knows
(`voices/leaning.py`). What it has from "a 24-year-old" or "a driver's wife", of whom it does not say that they spoke to
it, is from there likewise, where an earlier article has a voice that can be the same.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.model import Reason
from sayso.stages.link.drives.parts import Part
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.texts.lineage import is_before
from sayso.stages.link.voices.apart import PRIVATE, are_different
from sayso.stages.link.voices.fitting import can_be_of_one_sort, nation_words
from sayso.stages.link.voices.known import Known
from sayso.stages.link.voices.private import COMMON
from sayso.stages.link.voices.teller import Teller

PRIVATELY = PRIVATE | {""}
"""Sorts of unnamed voices that speak for no body."""


def without_unheard(
    together: Sequence[Teller],
    telling: Sequence[Part],
    tellers: Mapping[str, Teller],
    where: Mapping[str, DriveReport],
) -> tuple[list[Teller], list[Reason]]:
    """Voices that are brought together, without those of which nobody tells that they spoke to an outlet and that can
    be others of an earlier article; a reason for each. `tellers` and `where` go by the ids of the claims `telling`."""
    known = Known(together)
    parts: dict[str, list[Part]] = defaultdict(list)
    for part in telling:
        parts[known.one_of(tellers[part.id]).id].append(part)
    kept = list(together)
    reasons = []
    for voice in together:
        own = parts[voice.id]
        if not own or not all(_is_unheard(part, tellers[part.id]) for part in own):
            continue
        earlier = [
            other
            for other in kept
            if other.id != voice.id
            and other.kind in ("person", "unnamed")
            and not other.office
            and _may_be(voice, other)
            and all(any(_comes_before(where[o.id], where[p.id]) for o in parts[other.id]) for p in own)
        ]
        if earlier:
            kept.remove(voice)
            detail = f"{voice.name}: spoke to no outlet that is told, and may be {earlier[0].name}, told of before"
            reasons.append(Reason(rule="origins.unheard", detail=detail))
    return kept, reasons


def _is_unheard(part: Part, voice: Teller) -> bool:
    """Whether a claim is a private person's without a name, in an article to which nobody spoke; who is quoted there
    and called "he" is heard, though nobody tells where."""
    quoted = voice.span is not None and voice.span.text.lower() in ("he", "she")
    return not part.heard and not quoted and voice.kind == "unnamed" and voice.sort in PRIVATELY


def _comes_before(report: DriveReport, other: DriveReport) -> bool:
    return report.outlet != other.outlet and bool(is_before(report, other))


def _may_be(voice: Teller, earlier: Teller) -> bool:
    """Whether what is told of a voice is told of an earlier one as well, or is nothing that tells one from another."""
    if are_different(voice, earlier) or not can_be_of_one_sort(voice, earlier):
        return False
    if voice.told.age is not None and voice.told.age == earlier.told.age:
        return True
    if voice.told.age is not None or (voice.sort == "kin" and earlier.sort != "kin"):
        return False
    telling = voice.words - COMMON - nation_words(voice)
    return not telling or bool(telling & (earlier.words | earlier.told_as | earlier.told.traits))
