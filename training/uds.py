"""Sentences of UDS-IH2 with the factuality of their events (text CC BY-SA 4.0, Rudinger, White and Van Durme 2018)."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.polnear import refuse_held_out

CONTRACTION = re.compile(r" (?=n't\b)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A text and the events in it."""

    id: str
    text: str
    events: tuple[tuple[int, float], ...]
    """First code point of the event's head word, and its factuality from -3 (did not happen) to 3 (did)."""


def read_sentences(path: Path, split: str) -> tuple[Sentence, ...]:
    """The sentences of one published split. Raises ValueError for the split that may only be scored."""
    if split not in ("train", "dev"):
        raise ValueError(f"split {split!r}: training and tuning read 'train' and 'dev' only")
    with gzip.open(refuse_held_out(path), "rt", encoding="utf-8") as lines:
        return tuple(_sentence(row) for row in map(json.loads, lines) if row["split"] == split)


def _sentence(row: dict[str, Any]) -> Sentence:
    events = tuple((joined_at(row["text"], e["start"]), float(e["factuality"])) for e in row["events"])
    return Sentence(id=row["id"], text=CONTRACTION.sub("", row["text"]), events=events)


def joined_at(text: str, at: int) -> int:
    """Where a code point comes to lie when "did n't" is written "didn't", as everybody writes it.

    >>> joined_at("I did n't go", 10)
    9
    """
    return at - sum(1 for match in CONTRACTION.finditer(text) if match.start() < at)
