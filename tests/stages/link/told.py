"""The articles of the stories, read once however many tests ask for them, and what of their truth is found."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso.model import Reading, Relations
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.stages.ingest import ingest
from sayso.tools import load_tools

STORIES = Path(__file__).parent / "stories"


@lru_cache(maxsize=32)
def readings_of(name: str) -> tuple[Reading, ...]:
    """A story as it is read."""
    tools = load_tools(Settings())
    content = (STORIES / f"{name}.jsonl").read_bytes()
    return tuple(read(d, tools) for d, _ in ingest(content, name=f"{name}.jsonl", max_bytes=10**7).documents)


def truth_of(name: str) -> Any:
    """What is true of a story, as its writer set it down before the articles."""
    return json.loads((STORIES / f"{name}.truth.json").read_text(encoding="utf-8"))


def drifts_found(name: str, relations: Relations) -> int:
    """How many of a story's drifting words lie in a change that is told of the same article."""
    by_id = {r.document.given_id: r.document for r in readings_of(name)}
    found = 0
    for drift in truth_of(name)["drifts"]:
        child = by_id[drift["child"]]
        start = child.text.index(drift["now"])
        end = start + len(drift["now"])
        found += any(c.child == child.id and c.now.start < end and start < c.now.end for c in relations.changes)
    return found


def contradictions_found(name: str, relations: Relations) -> int:
    """How many of a story's contradictions are told between the right articles, whichever side is named first."""
    article = {c.id: r.document.given_id for r in readings_of(name) for c in r.claims}
    shown = [c for p in relations.propositions for c in p.contradictions]
    shown += [c for d in relations.drives for c in d.contradictions]
    pairs = {frozenset((article[c.left], article[c.right])) for c in shown}
    told = truth_of(name)["contradictions"]
    return sum(any(frozenset((a, b)) in pairs for a in t["left"] for b in t["right"]) for t in told)
