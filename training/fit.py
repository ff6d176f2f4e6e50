"""Fit the network: one function that trains, one that gives the loss. Development parts are never looked at here."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.batches import Batch, batches
from training.examples import IGNORED, LABELS, Windowing, training_examples
from training.network import HeadPlan, LinkHead, Network
from training.polnear import Article

ATTRIBUTION = HeadPlan(name="attribution", labels=LABELS, link_width=128)


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """Everything that makes one run differ from another, apart from the machine."""

    name: str
    """What the run is called in tables."""
    seed: int = 1
    epochs: int = 5
    pieces: int = 2048
    """Padded positions in a batch."""
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    """Share of all steps in which the learning rate rises."""
    floor: float = 0.0
    """Share of the learning rate that is left at the end."""
    dropout: float = 0.1
    weight_decay: float = 0.01
    smoothing: float = 0.0
    """Label smoothing of the tags."""
    average: float = 0.998
    """Decay of the running average of the weights that is saved beside them."""
    teach: float = 0.0
    """Weight of the teachers' distributions beside gold; 0: no teachers."""
    windowing: Windowing = field(default_factory=Windowing)


def train(
    articles: Sequence[Article],
    tokenizer: Tokenizer,
    network: Network,
    recipe: Recipe,
    *,
    out: Path,
    teachers: Sequence[Network] = (),
) -> None:
    """Train on the articles; after every epoch write `epoch-N.safetensors` and `average-N.safetensors` into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=2) + "\n", encoding="utf-8")
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device).train()
    network.encoder.words.weight.requires_grad_(False)
    optimiser = _optimiser(network, recipe)
    steps = recipe.epochs * len(_epoch(articles, tokenizer, recipe, 0))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps, recipe))
    weights = [p for p in network.parameters() if p.requires_grad]
    average = [p.detach().clone() for p in weights]
    for epoch in range(recipe.epochs):
        began, total, count = time.monotonic(), 0.0, 0
        for batch in _epoch(articles, tokenizer, recipe, epoch):
            with torch.autocast(device.type, torch.bfloat16):
                loss = batch_loss(network, _to(batch, device), recipe, teachers)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimiser.step()
            schedule.step()
            torch._foreach_lerp_(average, [p.detach() for p in weights], 1 - recipe.average)
            total, count = total + loss.item(), count + 1
            if count % 50 == 0:
                print(
                    f"epoch {epoch + 1} step {count} loss {total / count:.4f} {time.monotonic() - began:.0f} s",
                    flush=True,
                )
        print(f"epoch {epoch + 1} loss {total / count:.4f} in {time.monotonic() - began:.0f} s", flush=True)
        save_file(network.state_dict(), out / f"epoch-{epoch + 1}.safetensors")
        _save_average(network, weights, average, out / f"average-{epoch + 1}.safetensors")


def batch_loss(network: Network, batch: Batch, recipe: Recipe, teachers: Sequence[Network] = ()) -> Tensor:
    """Cross-entropy of the tags plus that of the links, each a mean over the words that have an answer."""
    tags, links = _answers(network, batch)
    smoothed = functional.cross_entropy(
        tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED, label_smoothing=recipe.smoothing
    )
    loss = smoothed + functional.cross_entropy(links.flatten(0, 1), batch.links.flatten(), ignore_index=IGNORED)
    if not teachers:
        return loss
    with torch.no_grad():
        taught = [_answers(teacher, batch) for teacher in teachers]
    told = _divergence(tags, [t for t, _ in taught], batch.tags != IGNORED)
    told = told + _divergence(links, [t for _, t in taught], batch.links != IGNORED)
    return (1 - recipe.teach) * loss + recipe.teach * told


def _answers(network: Network, batch: Batch) -> tuple[Tensor, Tensor]:
    """Scores of tags and of links; links reach first pieces of words, one block away at most."""
    tags, child, parent = network(batch.ids, batch.mask)
    head = network.heads["attribution"]
    assert isinstance(head, LinkHead)
    links = head.links(child, parent).float()
    near = (batch.blocks[:, :, None] - batch.blocks[:, None, :]).abs() <= 1
    reachable = near & (batch.opens_word[:, None, :] == 1)
    return tags.float(), links.masked_fill(~reachable, -1e4)


def _divergence(scores: Tensor, taught: Sequence[Tensor], counted: Tensor) -> Tensor:
    """Cross-entropy against the mean of the teachers' distributions, a mean over the counted positions."""
    goal = torch.stack([t[counted].softmax(-1) for t in taught]).mean(0)
    return -(goal * scores[counted].log_softmax(-1)).sum(-1).mean()


def _epoch(articles: Sequence[Article], tokenizer: Tokenizer, recipe: Recipe, epoch: int) -> list[Batch]:
    chance = random.Random(recipe.seed * 1000 + epoch)
    examples = list(training_examples(articles, tokenizer, recipe.windowing, chance))
    return list(batches(examples, chance, pieces=recipe.pieces))


def _optimiser(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in encoder if p.ndim > 1], "lr": recipe.encoder_rate, "weight_decay": recipe.weight_decay},
        {"params": [p for p in encoder if p.ndim == 1], "lr": recipe.encoder_rate, "weight_decay": 0.0},
        {"params": list(network.heads.parameters()), "lr": recipe.head_rate, "weight_decay": recipe.weight_decay},
    ]
    return torch.optim.AdamW(groups)


def _rate(step: int, steps: int, recipe: Recipe) -> float:
    """Share of the learning rate at a step: up in a line, then down in a line to the floor."""
    rising = recipe.warm_up * steps
    if step < rising:
        return step / rising
    return max(0.0, recipe.floor + (1 - recipe.floor) * (steps - step) / max(1.0, steps - rising))


def _to(batch: Batch, device: torch.device) -> Batch:
    return Batch(**{item.name: getattr(batch, item.name).to(device) for item in fields(batch)})


def _save_average(network: Network, weights: Sequence[Tensor], average: Sequence[Tensor], path: Path) -> None:
    kept = [p.detach().clone() for p in weights]
    with torch.no_grad():
        for parameter, mean in zip(weights, average, strict=True):
            parameter.copy_(mean)
        save_file(network.state_dict(), path)
        for parameter, own in zip(weights, kept, strict=True):
            parameter.copy_(own)


def load_network(path: Path, plans: tuple[HeadPlan, ...] = (ATTRIBUTION,), dropout: float = 0.1) -> Network:
    """A trained network from one of the files that `train` writes."""
    network = Network(plans, dropout)
    network.load_state_dict(load_file(path))
    return network


def seed_everything(seed: int) -> None:
    """Fix every source of chance that training uses, so that a run can be repeated on the same machine."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
