"""How well the shipped packs find the events of our own labelled sentences, type by type.

The sentences (`training/data/events`) were written by the authors, and two thirds of them were read while the word
lists were made: the figures of all show which types are weak, those of the third that was held out how much of it
carries over to sentences that nobody looked at (`training/event_split.py`). Neither tells how well Sayso does on text
of others.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from factory import make_document
from sayso.lexicon.packs import load_packs
from sayso.model import Event, Mentions
from sayso.stages.annotate import annotate
from sayso.stages.extract import extract
from training.check_events import read_sentences
from training.event_split import is_held_out

EXTENSION = [
    "RECRUIT",
    "CONTACT",
    "OFFER",
    "TRAVEL",
    "TRANSFER",
    "TRAIN",
    "DEPLOY",
    "FLEE",
    "ABANDON",
    "EVACUATE",
    "DETAIN",
    "KILL",
    "WOUND",
    "BAN",
    "PROSECUTE",
    "FINANCE",
    "RECOGNISE",
    "DENY",
]
"""Types of our own that the table shows one by one."""
Counts = Counter[tuple[str, str]]
"""Hits, found and labelled, by what is counted (`type NAME` or `role NAME`)."""


def place(text: str, words: str, at: Sequence[int] | None) -> tuple[int, int]:
    """Offsets of labelled words, which occur once where none are given."""
    if at is not None:
        return at[0], at[1]
    start = text.index(words)
    return start, start + len(words)


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def count(row: Mapping[str, Any], events: Sequence[Event], counts: Counts) -> None:
    """Add one sentence: an event is found when type and trigger meet, a role when its words meet in a found event."""
    free = list(events)
    for event in events:
        counts["found", f"type {event.event_type}"] += 1
        counts["found", f"role {event.event_type}"] += len(event.arguments)
    for gold in row["events"]:
        kind, at = gold["type"], place(row["text"], gold["trigger"], gold.get("at"))
        counts["gold", f"type {kind}"] += 1
        counts["gold", f"role {kind}"] += len(gold["arguments"])
        same = [e for e in free if e.event_type == kind and overlaps((e.trigger.start, e.trigger.end), at)]
        if not same:
            continue
        free.remove(same[0])
        counts["hit", f"type {kind}"] += 1
        counts["hit", f"role {kind}"] += role_hits(row["text"], gold, same[0])


def role_hits(text: str, gold: Mapping[str, Any], event: Event) -> int:
    """Labelled arguments that an event has in the same role, each of its own arguments used once."""
    free, hits = list(event.arguments), 0
    for wanted in gold["arguments"]:
        at = place(text, wanted["text"], wanted.get("at"))
        same = [a for a in free if a.role == wanted["role"] and overlaps((a.span.start, a.span.end), at)]
        if same:
            free.remove(same[0])
            hits += 1
    return hits


def f1(hits: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is found and nothing labelled."""
    return round(2 * hits / (found + gold), 4) if found + gold else 0.0


def table(counts: Counts) -> dict[str, Any]:
    """Micro F1 of all types, and each type of the extension with its number of labelled events."""
    result = overall(counts, "all types")
    for kind in EXTENSION:
        if not counts["gold", f"type {kind}"]:
            continue
        for what in ("type", "role"):
            parts = [counts[part, f"{what} {kind}"] for part in ("hit", "found", "gold")]
            name = "event" if what == "type" else "role"
            result[f"{kind} ({counts['gold', f'type {kind}']} labelled), {name} F1"] = f1(*parts)
    return result


def overall(counts: Counts, name: str) -> dict[str, Any]:
    """Micro F1 over all types, and the precision and recall of events."""

    def total(part: str, prefix: str) -> int:
        return sum(n for (which, what), n in counts.items() if which == part and what.startswith(prefix))

    hit, found, gold = (total(part, "type ") for part in ("hit", "found", "gold"))
    return {
        f"{name}, event F1": f1(hit, found, gold),
        f"{name}, event precision": round(hit / found, 4) if found else 0.0,
        f"{name}, event recall": round(hit / gold, 4) if gold else 0.0,
        f"{name}, role F1": f1(*(total(part, "role ") for part in ("hit", "found", "gold"))),
    }


def measure(limit: int | None = None) -> dict[str, Any]:
    """The figures of the quality table, with the two packs of the default settings."""
    import spacy

    from sayso.settings import Settings

    nlp = spacy.load(Settings().language_model, exclude=["senter"])
    packs = tuple(load_packs(Settings().packs))
    counts: Counts = Counter()
    held_out: Counts = Counter()
    for row in read_sentences()[:limit]:
        parsed = annotate(make_document(row["text"]), nlp)
        events = extract(parsed, (), Mentions(), packs=packs)
        count(row, events, counts)
        if is_held_out(row):
            count(row, events, held_out)
    return {**overall(held_out, "held-out third"), **table(counts)}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
