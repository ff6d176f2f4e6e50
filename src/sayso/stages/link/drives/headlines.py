"""Whom a headline leaves without a name, and the article below it names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.stages.link.drives.parts import Part
from sayso.stages.link.nations import named_nations
from sayso.stages.link.voices.bodies import is_common
from sayso.stages.link.voices.fitting import is_of_one
from sayso.stages.link.voices.teller import Teller

SPEAKING = frozenset({"person", "organisation", "document", "unnamed"})
"""Kinds of voices that an article can have heard."""


def is_people_at_large(voice: Teller) -> bool:
    """Whether a voice is some of a people, and not told how many: "young men from Norway", but not "three recruits"."""
    name = voice.name or ""
    return (
        voice.kind == "unnamed"
        and not is_of_one(name)
        and not COUNTED.search(name)
        and bool(named_nations(name))
        and voice.sort not in ("official", "kin")
    )


def _sums_up(part: Part, lead: int) -> bool:
    """Whether what a people at large says stands in the first sentence, or in an article to which nobody spoke."""
    return not part.heard or (part.teller.span is not None and part.teller.span.end <= lead)


COUNTED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens?|group|pair)\b", re.IGNORECASE
)


def without_headline(parts: Sequence[Part], end: int, lead: int) -> list[Part]:
    """Parts with those aside that a headline, which ends there, has from somebody whom it does not name in full, where
    the article below it names voices: it sums up what they tell. So does a first sentence (up to `lead`), or any of an
    article to which nobody spoke, that has it from a people at large ("young Norwegians say")."""
    below = {
        part.teller.id
        for part in parts
        if part.teller.kind in SPEAKING
        and not part.idle
        and not is_people_at_large(part.teller)
        and part.teller.span
        and part.teller.span.start >= end
    }
    return [
        replace(part, aside=f"{part.teller.name or '?'}: of the headline, which sums up whom the article names below")
        if below - {part.teller.id}
        and part.teller.id not in below
        and not part.aside
        and (
            part.teller.kind == "unnamed" or (part.teller.kind == "organisation" and is_common(part.teller.name or ""))
        )
        and part.teller.span is not None
        and (part.teller.span.end <= end or (is_people_at_large(part.teller) and _sums_up(part, lead)))
        else part
        for part in parts
    ]
