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

from training.batches import Batch
from training.examples import Windowing
from training.network import HeadPlan, Network
from training.tasks import Task

REPORT = 50
"""Steps between two lines of progress."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """Everything that makes one run differ from another, apart from the machine."""

    name: str
    """What the run is called in tables."""
    seed: int = 1
    epochs: int = 5
    articles: int = 0
    """Only so many articles, for a trial; 0: all."""
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
    windowing: Windowing = field(default_factory=Windowing)


def train(network: Network, tasks: Sequence[Task], tokenizer: Tokenizer, recipe: Recipe, *, out: Path) -> None:
    """Learn all tasks at once; after every epoch write `epoch-N.safetensors` into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=2) + "\n", encoding="utf-8")
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device).train()
    network.encoder.words.weight.requires_grad_(False)
    optimiser = _optimiser(network, recipe)
    steps = recipe.epochs * len(_epoch(tasks, tokenizer, recipe, 0))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps, recipe))
    for epoch in range(recipe.epochs):
        began, lost = time.monotonic(), []
        for task, batch in _epoch(tasks, tokenizer, recipe, epoch):
            with torch.autocast(device.type, torch.bfloat16):
                loss = task.loss(network, _to(batch, device))
            lost.append((task.plan.name, _step(network, loss, optimiser)))
            schedule.step()
            if len(lost) % REPORT == 0:
                print(_progress(epoch, lost, time.monotonic() - began), flush=True)
        print(_progress(epoch, lost, time.monotonic() - began), flush=True)
        save_file(network.state_dict(), out / f"epoch-{epoch + 1}.safetensors")


def _step(network: Network, loss: Tensor, optimiser: torch.optim.Optimizer) -> float:
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_((p for p in network.parameters() if p.grad is not None), 1.0)
    optimiser.step()
    return loss.item()


def _progress(epoch: int, lost: Sequence[tuple[str, float]], seconds: float) -> str:
    names = sorted({name for name, _ in lost})
    means = {name: float(np.mean([value for who, value in lost if who == name])) for name in names}
    losses = ", ".join(f"{name} {mean:.4f}" for name, mean in means.items())
    return f"epoch {epoch + 1} step {len(lost)} {seconds:.0f} s: {losses}"


def _epoch(tasks: Sequence[Task], tokenizer: Tokenizer, recipe: Recipe, epoch: int) -> list[tuple[Task, Batch]]:
    chance = random.Random(recipe.seed * 1000 + epoch)
    mixed = [(task, batch) for task in tasks for batch in task.epoch(tokenizer, chance, recipe.pieces)]
    chance.shuffle(mixed)
    return mixed


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


def load_network(paths: Sequence[Path], plans: tuple[HeadPlan, ...], dropout: float = 0.1) -> Network:
    """A network with the mean of the weights that `train` wrote; heads that the files lack stay as they begin."""
    states = [load_file(path) for path in paths]
    network = Network(plans, dropout)
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    missing, unexpected = network.load_state_dict(mean, strict=False)
    if unexpected or any(not name.startswith("heads.") for name in missing):
        raise ValueError(f"{paths[0]} is no such network: it lacks {missing} and has {unexpected} besides")
    return network


def seed_everything(seed: int) -> None:
    """Fix every source of chance that training uses, so that a run can be repeated on the same machine."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
