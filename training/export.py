"""Write a trained network as the files that ship: `reader.onnx`, `tokenizer.json`, `reader.json`."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer

from sayso.tools.encoder import Head
from training.network import Network

OPSET = 17


def write_onnx(network: Network, path: Path) -> None:
    """The network in 32-bit floats. Input `ids` (1, length); outputs named after the heads."""
    network = network.eval().cpu()
    names = network.output_names()
    torch.onnx.export(
        network,
        (torch.arange(1000, 1024)[None, :],),
        str(path),
        input_names=["ids"],
        output_names=names,
        dynamic_axes={name: {1: "length"} for name in ("ids", *names)},
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path, *, reduce_range: bool, floats: Sequence[str] = ()) -> None:
    """The same with 8-bit weights, one scale for each channel; activations are scaled while running.

    `reduce_range` uses 7 bits, which cannot overflow on processors without VNNI. The heads stay in floats: they are
    small.
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            prepared,
            target,
            per_channel=True,
            reduce_range=reduce_range,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_kept_nodes(prepared, floats),
        )


def _kept_nodes(path: Path, floats: Sequence[str]) -> list[str]:
    nodes = onnx.load(str(path)).graph.node
    names = [node.name for node in nodes if node.op_type == "MatMul"]
    return [n for n in names if not n.startswith("/encoder/") or any(part in n for part in floats)]


def write_card(
    folder: Path, *, version: str, max_pieces: int, heads: Mapping[str, Head], facts: Mapping[str, Any]
) -> None:
    """`reader.json`: what each head's numbers mean, and the digests of the other files."""
    files = ("reader.onnx", "tokenizer.json")
    card = {
        "version": version,
        "max_pieces": max_pieces,
        "heads": {
            name: {"labels": head.labels, "outputs": head.outputs, "settings": head.settings}
            for name, head in heads.items()
        },
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files},
        **facts,
    }
    (folder / "reader.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write_tokenizer(tokenizer: Tokenizer, folder: Path) -> None:
    """The tokenizer without cutting and padding."""
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
