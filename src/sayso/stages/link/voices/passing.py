"""Whose voice a retelling passes on: one without a name, for which a voice of the document that it retells stands."""

import re
from collections.abc import Iterable, Sequence

from sayso.model import Claim
from sayso.stages.link.voices.apart import are_different
from sayso.stages.link.voices.bodies import of_two_nations
from sayso.stages.link.voices.fitting import can_be_of_one_sort, describes, is_one_man
from sayso.stages.link.voices.private import COMMON, OWN, TAKEN
from sayso.stages.link.voices.teller import Teller


def passed_on(teller: Teller, source: Iterable[Teller]) -> Teller:
    """The one voice of a document that is retold for which a voice without a name stands in the retelling; itself where
    none or several may be it. `source` are the voices of the document that is retold."""
    fits = {voice.id: voice for voice in source if may_stand_for(teller, voice)}
    return next(iter(fits.values())) if len(fits) == 1 else teller


CHILD = re.compile(r"(?:young|missing|captured)?\s*(?:son|daughter|man|woman|boy|girl|youth)$", re.IGNORECASE)
"""Somebody of whom nothing is told but that he is the one who went."""


def of_one_household(told: Sequence[tuple[Claim, Teller]]) -> dict[str, Teller]:
    """Claim id -> the relative who passes on what "the son" or "the young man" of the same article is heard to say,
    where one relative speaks there of his own."""
    kin = {t.id: t for claim, t in told if t.sort == "kin" and not CHILD.match(t.name or "") and _is_of_own(claim)}
    if len(kin) != 1:
        return {}
    relative = next(iter(kin.values()))
    return {
        claim.id: relative
        for claim, t in told
        if t.kind == "unnamed" and CHILD.match(t.name or "") and t.told.age is None
    }


def _is_of_own(claim: Claim) -> bool:
    return any(OWN.match(a.span.text) for a in claim.arguments if a.role in TAKEN)


def may_stand_for(unnamed: Teller, voice: Teller) -> bool:
    """Whether a voice without a name can be another document's voice, by what both tell: "his sister" a sister who is
    named, "women from the harbour" the woman from there."""
    if voice.sort == "kin" and CHILD.match(unnamed.name or ""):
        return True
    if are_different(unnamed, voice) or of_two_nations(unnamed, voice):
        return False
    rare = (unnamed.words - COMMON) & (voice.words | voice.told_as | voice.told.traits)
    if voice.kind == "person":
        return bool(rare) or describes(unnamed, voice)
    return (
        voice.kind == "unnamed"
        and can_be_of_one_sort(unnamed, voice)
        and is_one_man(unnamed) == is_one_man(voice)
        and unnamed.words <= voice.words
    )
