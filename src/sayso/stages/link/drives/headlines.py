"""Whom a headline leaves without a name, and the article below it names."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.stages.link.drives.parts import Part
from sayso.stages.link.voices.bodies import is_common

SPEAKING = frozenset({"person", "organisation", "document", "unnamed"})
"""Kinds of voices that an article can have heard."""


def without_headline(parts: Sequence[Part], end: int) -> list[Part]:
    """Parts with those aside that a headline, which ends there, has from somebody whom it does not name in full, where
    the article below it names voices: it sums up what they tell."""
    below = {
        part.teller.id
        for part in parts
        if part.teller.kind in SPEAKING and not part.idle and part.teller.span and part.teller.span.start >= end
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
        and part.teller.span.end <= end
        else part
        for part in parts
    ]
