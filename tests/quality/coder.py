"""A coder's record of a sentence in the form that the corpora's scorer reads."""

from collections.abc import Sequence
from typing import Any

from sayso.lexicon.packs import Pack
from sayso.model import Parsed
from sayso.stages.extract.plover import MarkedActor, code_sentence


def code(parsed: Parsed, packs: Sequence[Pack], gold: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """`type` and `actors` of the best act; empty when there is none. `gold` gives marked actors, without type."""
    marked = [
        MarkedActor(role=actor["role"], start=actor["start"], end=actor["end"])
        for actor in gold
        if actor.get("start") is not None
    ]
    found = code_sentence(parsed, packs, marked)
    if found is None:
        return {}
    actors = [{"role": a.role, "start": a.span.start, "end": a.span.end, "text": a.span.text} for a in found.actors]
    return {"type": found.event_type, "actors": actors}
