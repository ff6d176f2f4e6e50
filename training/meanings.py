"""Add the head *meanings* to the reader that ships: what a word means in its sentence, in a few numbers.

    python -m training.meanings [--weights src/sayso/weights]

Run after `training.reader`, `training.slim` and `training.event_head`. The states of an early layer tell words of like
sense by where they stand; the head turns them to their main directions over the triggers of our own labelled sentences
(`training/data/events`), the wide ones narrowed by the root of their spread. Nothing is taught and no corpus is seen,
so that what is measured with it on one is not flattered. What is done with them: `sayso.stages.compose.meaning`, and
`sayso.stages.link.events`. Seedless: the same file gives the same head. Other heads stay as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from sayso.stages.compose.meaning import HEAD, LARGEST
from sayso.tools.encoder import WEIGHTS, cut, mark_ids, window_input
from training.check_events import read_sentences
from training.claim_confidence import place
from training.graph import layer_output

LAYER = 1
"""The layer whose states are looked at, counted from 1."""
SIZE = 32
"""Numbers, and bytes of a claim."""
OUTPUT = f"{HEAD}.directions"

Floats = NDArray[np.float64]


def triggers_of(model: onnx.ModelProto, tokenizer: Tokenizer, max_pieces: int) -> Floats:
    """The states of the labelled triggers of our own sentences, a row each: the mean over a trigger's words."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.node.append(helper.make_node("Gather", [layer_output(LAYER), "rows"], ["state"], axis=1))
    watched.graph.output.append(helper.make_tensor_value_info("state", TensorProto.FLOAT, None))
    session = InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    cls, sep = mark_ids(tokenizer)
    found = []
    for sentence in read_sentences():
        text = sentence["text"]
        pieces = cut(text, [(0, len(text))], tokenizer, max_pieces=max_pieces)
        starts, states = pieces.starts[pieces.opens_word], []
        for window in range(int(pieces.windows[-1]) + 1):
            shown, places = window_input(pieces, window, cls=cls, sep=sep)
            rows = np.flatnonzero((places >= 0) & pieces.opens_word[places])
            states.append(session.run(["state"], {"ids": shown[None, :], "rows": rows})[0][0])
        told = np.concatenate(states).astype(np.float64)
        for event in sentence["events"]:
            start, end = place(text, event["trigger"], event.get("at"))
            first = max(int(np.searchsorted(starts, start, side="right")) - 1, 0)
            found.append(told[first : max(int(np.searchsorted(starts, end)), first + 1)].mean(axis=0))
    return np.array(found)


def main_directions(rows: Floats, size: int) -> tuple[Floats, Floats]:
    """What turns a row to its main directions, widest first, each narrowed by the root of its spread, so that a few
    wide ones do not decide alone; and what is added then, so that the mean row becomes none."""
    centre = rows.mean(axis=0)
    centred = rows - centre
    squares, turns = np.linalg.eigh(centred.T @ centred / len(rows))
    turns, squares = turns[:, ::-1][:, :size], squares[::-1][:size]
    turns = turns * np.sign(turns[np.abs(turns).argmax(axis=0), np.arange(size)])  # eigh leaves the sign open
    weights = turns / squares**0.25
    return weights, -centre @ weights


def scale_of(rows: Floats, weights: Floats, bias: Floats) -> float:
    """What a direction is multiplied with so that a byte holds all but one in a thousand numbers."""
    return float(round(LARGEST / np.quantile(np.abs(rows @ weights + bias), 0.999), 3))


def add_head(model: onnx.ModelProto, weights: Floats, bias: Floats) -> None:
    """Put the head into the graph; one that is there is taken out first."""
    graph = model.graph
    for held in (graph.node, graph.initializer, graph.output):
        for entry in [e for e in held if (e.output[0] if held is graph.node else e.name).startswith(f"{HEAD}.")]:
            held.remove(entry)
    for name, value in (("weight", weights), ("bias", bias)):
        held_value = np.ascontiguousarray(value.astype(np.float32))
        graph.initializer.append(numpy_helper.from_array(held_value, f"{HEAD}.{name}"))
    graph.node.append(helper.make_node("Gather", [layer_output(LAYER), "rows"], [f"{HEAD}.state"], axis=1))
    graph.node.append(helper.make_node("MatMul", [f"{HEAD}.state", f"{HEAD}.weight"], [f"{HEAD}.product"]))
    graph.node.append(helper.make_node("Add", [f"{HEAD}.product", f"{HEAD}.bias"], [OUTPUT]))
    graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, "words", len(bias)]))
    onnx.checker.check_model(model)


def make(weights: Path, version: str) -> dict[str, float]:
    """Work the head out and write the files; gives what it was made of."""
    card = json.loads((weights / "reader.json").read_text(encoding="utf-8"))
    model = onnx.load(str(weights / "reader.onnx"))
    rows = triggers_of(model, Tokenizer.from_file(str(weights / "tokenizer.json")), card["max_pieces"])
    turned, bias = main_directions(rows, SIZE)
    scale = scale_of(rows, turned, bias)
    add_head(model, turned, bias)
    onnx.save(model, str(weights / "reader.onnx"))
    card["version"] = version
    labels = [f"direction {n}" for n in range(SIZE)]
    card["heads"][HEAD] = {"labels": labels, "outputs": [OUTPUT], "settings": {"scale": scale}}
    card["sha256"]["reader.onnx"] = hashlib.sha256((weights / "reader.onnx").read_bytes()).hexdigest()
    (weights / "reader.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return {"triggers": len(rows), "scale": scale}


def main() -> None:
    """Read the command line and make the head."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder with reader.onnx, reader.json")
    parser.add_argument("--version", default=f"{datetime.now(UTC):%Y.%m.%d}")
    options = parser.parse_args()
    print(json.dumps(make(options.weights, options.version)))


if __name__ == "__main__":
    main()
