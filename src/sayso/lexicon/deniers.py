"""Who denies, as a step of a chain of sources."""

import re
from collections.abc import Sequence

from sayso.lexicon.phrases import POINTING
from sayso.model import Argument, Link, Mention, RawArgument

DENIAL = "DENY"
DENIER = "denier"
DENIED = "denied"
LEADING = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def denier_of(arguments: Sequence[Argument | RawArgument], actors: Sequence[Mention]) -> Link | None:
    """The first who is told to deny; None where nobody is, or a pronoun that leads nowhere."""
    argument = next((a for a in arguments if a.role == DENIER), None)
    if argument is None:
        return None
    mention = next((m for m in actors if m.span == argument.span), None)
    if mention is not None and mention.form == "pronoun":
        kind = "named_person" if mention.kind == "person" else "named_organisation"
        return Link(name=mention.name, kind=kind, span=argument.span) if mention.entity else None  # type: ignore[arg-type]
    if argument.span.text.lower() in POINTING:
        return None
    name = LEADING.sub("", argument.span.text)
    named = any(word[:1].isupper() for word in name.split())
    person = mention is not None and mention.kind == "person" and named
    kind = "named_person" if person else "named_organisation" if named else "unnamed_official"
    return Link(name=name, kind=kind, span=argument.span)  # type: ignore[arg-type]
