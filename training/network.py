"""The network: MiniLM's encoder written out plainly, with any number of heads on top.

Written by hand so that it needs no library of models, takes one window without padding at run time, and exports to a
small ONNX graph. Parameter names of the encoder's parts follow the checkpoint, in `load_checkpoint`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
FAR = 64
"""Distances between pointing and pointed piece are told apart up to this many pieces."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HeadPlan:
    """A head to be trained: its name, its labels, and whether its pieces also point at one another."""

    name: str
    labels: tuple[str, ...]
    link_width: int = 0
    """Width of the vectors that links are scored with; 0: the head has no links."""


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None) -> Tensor:
    """Scaled dot-product attention of all heads: batch, length, width in and out."""
    batch, length, _ = q.shape
    parts = (part.view(batch, length, HEADS, -1).transpose(1, 2) for part in (q, k, v))
    mixed = functional.scaled_dot_product_attention(*parts, attn_mask=mask)
    return mixed.transpose(1, 2).reshape(batch, length, WIDTH)


class RunTimeAttention(torch.autograd.Function):
    """The same, exported as the run time's one operator for it, which is faster than its parts."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """Used by the exporter to follow shapes."""
        return attend(q, k, v)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any) -> Any:
        """The node that is written."""
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT is."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_down = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`mask` is added to the attention scores; None where every position counts."""
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        mixed = RunTimeAttention.apply(q, k, v) if torch.onnx.is_in_onnx_export() else attend(q, k, v, mask)
        x = self.norm_out(x + self.dropout(self.out(mixed)))
        return self.norm_down(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word, position and (constant) segment embeddings, then the layers."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor | None) -> Tensor:
        """Vectors of every piece. `mask` as in Layer."""
        x = self.dropout(self.norm(self.words(ids) + self.positions[: ids.shape[1]]))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_checkpoint(self, path: Path) -> None:
        """Take the weights of a MiniLM/BERT `model.safetensors`; the segment embedding is folded into the positions."""
        given = load_file(path)
        own = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "positions": given["embeddings.position_embeddings.weight"]
            + given["embeddings.token_type_embeddings.weight"][0],
            **_pair("norm", given, "embeddings.LayerNorm"),
        }
        for i in range(LAYERS):
            theirs = f"encoder.layer.{i}."
            for end in ("weight", "bias"):
                parts = [given[f"{theirs}attention.self.{name}.{end}"] for name in ("query", "key", "value")]
                own[f"layers.{i}.qkv.{end}"] = torch.cat(parts)
            for mine, other in (
                ("out", "attention.output.dense"),
                ("norm_out", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm_down", "output.LayerNorm"),
            ):
                own |= _pair(f"layers.{i}.{mine}", given, theirs + other)
        self.load_state_dict(own)


def _pair(mine: str, given: dict[str, Tensor], theirs: str) -> dict[str, Tensor]:
    return {f"{mine}.{end}": given[f"{theirs}.{end}"] for end in ("weight", "bias")}


class TagHead(nn.Module):
    """Label scores of every piece."""

    def __init__(self, labels: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, labels)

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        """Label scores."""
        return (self.tags(self.dropout(x)),)


class LinkHead(TagHead):
    """Label scores, and two vectors of every piece: as one that points, and as one that is pointed at.

    The score of a link is their dot product plus a learned bias for the distance. The vectors, not the scores, leave
    the network, so a decoder computes only the links that it needs.
    """

    def __init__(self, labels: int, link_width: int, dropout: float) -> None:
        super().__init__(labels, dropout)
        self.child = nn.Sequential(nn.Linear(WIDTH, link_width), nn.GELU(), nn.Linear(link_width, link_width))
        self.parent = nn.Sequential(nn.Linear(WIDTH, link_width), nn.GELU())
        self.scale = link_width**-0.5
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        """Label scores, pointing vectors, pointed-at vectors."""
        x = self.dropout(x)
        return self.tags(x), self.child(x) * self.scale, self.parent(x)

    def links(self, child: Tensor, parent: Tensor) -> Tensor:
        """Score of each position pointing at each other one: batch, from, to."""
        at = torch.arange(child.shape[1], device=child.device)
        steps = (at[None, :] - at[:, None]).clamp(-FAR, FAR) + FAR
        return child @ parent.transpose(1, 2) + self.distance[steps]


class Network(nn.Module):
    """The encoder and its heads. Outputs in order: for each head its tags, then child and parent where it has links."""

    def __init__(self, plans: tuple[HeadPlan, ...], dropout: float = 0.1) -> None:
        super().__init__()
        self.plans = plans
        self.encoder = Encoder(dropout)
        self.heads = nn.ModuleDict({plan.name: _head(plan, dropout) for plan in plans})

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> tuple[Tensor, ...]:
        """What the heads give, in the order of `output_names`."""
        x = self.encoder(ids, mask)
        return tuple(output for plan in self.plans for output in self.heads[plan.name](x))

    def head(self, name: str, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """What one head gives."""
        outputs: tuple[Tensor, ...] = self.heads[name](self.encoder(ids, mask))
        return outputs

    def output_names(self) -> list[str]:
        """Names of what `forward` gives, in its order."""
        return [f"{plan.name}.{end}" for plan in self.plans for end in outputs_of(plan)]


def outputs_of(plan: HeadPlan) -> tuple[str, ...]:
    """Short names of a head's outputs."""
    return ("tags", "child", "parent") if plan.link_width else ("tags",)


def _head(plan: HeadPlan, dropout: float) -> TagHead:
    if plan.link_width:
        return LinkHead(len(plan.labels), plan.link_width, dropout)
    return TagHead(len(plan.labels), dropout)
