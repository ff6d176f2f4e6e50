"""Whose voice a retelling passes on: one without a name, for which a voice of the document that it retells stands."""

from collections.abc import Iterable

from sayso.stages.link.voices.apart import are_different
from sayso.stages.link.voices.bodies import of_two_nations
from sayso.stages.link.voices.fitting import can_be_of_one_sort, describes, is_one_man
from sayso.stages.link.voices.private import COMMON
from sayso.stages.link.voices.teller import Teller


def passed_on(teller: Teller, source: Iterable[Teller]) -> Teller:
    """The one voice of a document that is retold for which a voice without a name stands in the retelling; itself where
    none or several may be it. `source` are the voices of the document that is retold."""
    fits = {voice.id: voice for voice in source if may_stand_for(teller, voice)}
    return next(iter(fits.values())) if len(fits) == 1 else teller


def may_stand_for(unnamed: Teller, voice: Teller) -> bool:
    """Whether a voice without a name can be another document's voice, by what both tell: "his sister" a sister who is
    named, "women from the harbour" the woman from there."""
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
