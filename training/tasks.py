"""What the network can be taught: a task has a head, examples of an epoch, and a loss.

To add a head: write a reader of its data and a task here, and name it in `reader.tasks_of`. Tasks share the encoder;
each batch belongs to one of them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.batches import Batch, batches
from training.examples import IGNORED, LABELS, Windowing, training_examples, value_examples
from training.network import HeadPlan, LinkHead, Network
from training.polnear import Article
from training.uds import Sentence

ATTRIBUTION = HeadPlan(name="attribution", labels=LABELS, link_width=128)
FACTUALITY = HeadPlan(name="factuality", labels=("value",))
UNREACHABLE = -1e4


class Task(Protocol):
    """One thing to learn."""

    @property
    def plan(self) -> HeadPlan:
        """The head that learns it."""

    def epoch(self, tokenizer: Tokenizer, chance: random.Random, pieces: int) -> list[Batch]:
        """One epoch's batches of at most so many padded pieces; the same for the same state of `chance`."""

    def loss(self, network: Network, batch: Batch) -> Tensor:
        """How wrong the network is about one batch."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribution:
    """Who says what: tags of words, and links of contents to cues and of cues to sources."""

    articles: Sequence[Article]
    windowing: Windowing
    plan: HeadPlan = ATTRIBUTION

    def epoch(self, tokenizer: Tokenizer, chance: random.Random, pieces: int) -> list[Batch]:
        """Articles cut anew, in a drawn annotator's version."""
        examples = list(training_examples(self.articles, tokenizer, self.windowing, chance))
        return list(batches(examples, chance, pieces=pieces))

    def loss(self, network: Network, batch: Batch) -> Tensor:
        """Cross-entropy of the tags plus that of the links, each a mean over the words that have an answer."""
        tags, child, parent = network.head(self.plan.name, batch.ids, batch.mask)
        head = network.heads[self.plan.name]
        assert isinstance(head, LinkHead)
        # Links reach first pieces of words, one block away at most: the decoder looks no further either.
        near = (batch.blocks[:, :, None] - batch.blocks[:, None, :]).abs() <= 1
        reachable = near & (batch.opens_word[:, None, :] == 1)
        links = head.links(child, parent).float().masked_fill(~reachable, UNREACHABLE)
        return _cross_entropy(tags.float(), batch.tags) + _cross_entropy(links, batch.links)


@dataclass(frozen=True, kw_only=True, slots=True)
class Factuality:
    """How firmly an event is said to have happened, -3 to 3, learned at the first piece of its head word."""

    sentences: Sequence[Sentence]
    plan: HeadPlan = FACTUALITY
    weight: float = 0.5

    def epoch(self, tokenizer: Tokenizer, chance: random.Random, pieces: int) -> list[Batch]:
        """All sentences, each a window of its own."""
        return list(batches(list(value_examples(self.sentences, tokenizer)), chance, pieces=pieces))

    def loss(self, network: Network, batch: Batch) -> Tensor:
        """Smooth absolute error of the values, a mean over events."""
        (values,) = network.head(self.plan.name, batch.ids, batch.mask)
        asked = ~torch.isnan(batch.values)
        error = functional.smooth_l1_loss(values.float()[..., 0][asked], batch.values[asked])
        return self.weight * error


def _cross_entropy(scores: Tensor, answers: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), answers.flatten(), ignore_index=IGNORED)
