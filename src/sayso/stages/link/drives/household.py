"""Relatives whom an article on a drive tells by nothing but what they are to the man who went."""

from collections.abc import Mapping

from sayso.model import Reason
from sayso.stages.link.voices.apart import are_different
from sayso.stages.link.voices.fitting import is_left_nameless
from sayso.stages.link.voices.passing import CHILD
from sayso.stages.link.voices.private import PARENTS
from sayso.stages.link.voices.teller import Teller


def of_one_household(tellers: Mapping[str, Teller]) -> tuple[dict[str, Teller], list[Reason]]:
    """Voices with "the father" or "the son" as the one father of whom the documents on the drive tell more, and a
    reason for each that is taken so; of several that it may be, none is taken. `tellers` go by claim id.

    A reporter who met a father tells something of him: a name, a home, a trade. Who has him from another paper says
    "the father".
    """
    voices = {teller.id: teller for teller in tellers.values() if teller.kind in ("person", "unnamed")}
    bare = {id_: voice for id_, voice in voices.items() if _is_bare(voice)}
    taken: dict[str, Teller] = {}
    reasons = []
    for id_, voice in bare.items():
        fits = [other for key, other in voices.items() if key not in bare and _may_be(voice, other)]
        if len(fits) == 1:
            taken[id_] = fits[0]
            why = f"{voice.name} is taken for {fits[0].name}: the only relative of that kind of whom more is told"
            reasons.append(Reason(rule="origins.taken_for_one", detail=why))
    return {claim: taken.get(teller.id, teller) for claim, teller in tellers.items()}, reasons


def _is_bare(voice: Teller) -> bool:
    """Whether a voice is told by nothing but which relative it is."""
    if voice.kind != "unnamed" or voice.told.age is not None:
        return False
    return CHILD.fullmatch(voice.name or "") is not None or (bool(voice.told.kin) and is_left_nameless(voice, voice))


def _may_be(bare: Teller, other: Teller) -> bool:
    """Whether somebody of whom more is told is that relative; of "the son" it is a parent, who has it from him."""
    if CHILD.fullmatch(bare.name or "") is not None:
        return other.told.kin in PARENTS
    return bare.told.kin == other.told.kin and not are_different(bare, other)
