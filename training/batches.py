"""Examples of like length side by side, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.examples import IGNORED, Example

POOL = 40
"""Examples are sorted by length within pools of this many batches, so that little is padded and order stays random."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Batch:
    """Some examples, padded to the longest; the fields are those of Example."""

    ids: Tensor
    mask: Tensor
    """0 where a position counts and minus infinity at padding, shaped to be added to attention scores."""
    blocks: Tensor
    opens_word: Tensor
    tags: Tensor
    links: Tensor
    values: Tensor


def batches(examples: Sequence[Example], chance: random.Random, *, pieces: int) -> Iterator[Batch]:
    """All examples once, at most `pieces` padded positions in a batch."""
    order = list(examples)
    chance.shuffle(order)
    groups: list[list[Example]] = []
    step = max(1, POOL * pieces // 200)
    for start in range(0, len(order), step):
        groups.extend(_grouped(sorted(order[start : start + step], key=lambda e: len(e.ids)), pieces))
    chance.shuffle(groups)
    yield from map(collate, groups)


def _grouped(examples: Sequence[Example], pieces: int) -> Iterator[list[Example]]:
    group: list[Example] = []
    for example in examples:
        if group and len(example.ids) * (len(group) + 1) > pieces:
            yield group
            group = []
        group.append(example)
    if group:
        yield group


def collate(examples: Sequence[Example]) -> Batch:
    """Pad examples to one length."""
    length = max(len(example.ids) for example in examples)

    def padded(name: str, filler: float) -> Tensor:
        rows = [np.pad(getattr(e, name), (0, length - len(e.ids)), constant_values=filler) for e in examples]
        return torch.from_numpy(np.stack(rows))

    blocks = padded("blocks", -2)
    mask = torch.zeros(blocks.shape).masked_fill(blocks == -2, float("-inf"))
    return Batch(
        ids=padded("ids", 0),
        mask=mask[:, None, None, :],
        blocks=blocks,
        opens_word=padded("opens_word", 0),
        tags=padded("tags", IGNORED),
        links=padded("links", IGNORED),
        values=padded("values", float("nan")),
    )
