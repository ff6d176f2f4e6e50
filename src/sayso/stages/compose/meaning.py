"""What a claim's trigger means in its sentence: the encoder's directions for it, rounded to a byte each.

Kept with the claim, so that relating many documents asks no encoder. The head *meanings* turns the states of two early
layers, which tell words of like sense by where they stand, to their main directions (`training/meanings.py`).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from sayso.lexicon.happenings import load_happenings
from sayso.model import Span

HEAD = "meanings"
LARGEST = 127
"""A signed byte holds no more."""


def meaning_of(trigger: Span, encoded: Any) -> bytes | None:
    """The mean of the directions of the trigger's telling words, one signed byte each; None where the encoder has no
    such head, or read none of these words."""
    if HEAD not in encoded.heads or not len(encoded.pieces.ids):
        return None
    pieces, head = encoded.pieces, encoded.heads[HEAD]
    starts = pieces.starts[pieces.opens_word]
    first = max(int(np.searchsorted(starts, trigger.start, side="right")) - 1, 0)
    rows = [first, *range(first + 1, int(np.searchsorted(starts, trigger.end)))]
    ends = np.append(starts[1:], pieces.ends[-1])
    if trigger.start >= ends[first] or trigger.end <= starts[first]:
        return None
    kept = _telling([trigger.text[max(starts[n] - trigger.start, 0) : ends[n] - trigger.start] for n in rows])
    mean = encoded.scores[head.outputs[0]][[rows[n] for n in kept]].mean(axis=0, dtype=np.float64)
    found: bytes = np.clip(np.rint(mean * head.settings["scale"]), -LARGEST, LARGEST).astype(np.int8).tobytes()
    return found


def _telling(words: Sequence[str]) -> list[int]:
    """Which words of a trigger say what happened: "made an" of "made an offer" does not. All where none does."""
    tables = load_happenings()
    low = [word.strip().lower() for word in words]
    kept = [n for n, word in enumerate(low) if word.isalnum() and not {word, tables.lemmas.get(word)} & tables.slight]
    return kept or list(range(len(words)))
