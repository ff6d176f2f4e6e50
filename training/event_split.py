"""How the labelled event sentences are divided, so that nothing is measured on what it was made from.

Neighbouring sentences can share a writer's turn of phrase, so a *block* of consecutive numbers stays together: one part
in three is held out while words are added to the packs, and a head's folds are whole blocks. The division follows from
the ids and does not move when sentences are added at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

BLOCK = 40
"""Consecutive sentence numbers that stay together."""


def block_of(row: Mapping[str, Any]) -> int:
    """Number of a sentence's block.

    >>> block_of({"id": "ev-0083"})
    2
    """
    return int(row["id"].removeprefix("ev-")) // BLOCK


def is_held_out(row: Mapping[str, Any]) -> bool:
    """Whether a sentence is of the third that nobody reads while adding words.

    >>> is_held_out({"id": "ev-0083"}), is_held_out({"id": "ev-0079"})
    (True, False)
    """
    return block_of(row) % 3 == 2


def fold_of(row: Mapping[str, Any], folds: int) -> int:
    """Fold of a sentence, from 0; blocks are dealt out in turn."""
    return block_of(row) % folds
