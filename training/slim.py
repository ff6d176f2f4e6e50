"""Make the file that ships smaller and faster without training it again, then calibrate and record it.

    python -m training.slim --data DIR --weights DIR --out DIR [--keep 0.75] [--max-pieces 144]

Two changes to the graph, neither of which needs gradients:

- **Inner units.** Each layer's inner product has 1,536 units, and many hardly vary. With the activations of some
  articles of the train part, a unit's worth is the variance of what it gives times the square of what the next product
  makes of it (the diagonal of the optimal brain surgeon: Hassibi and Stork 1993; for transformers Kwon et al. 2022).
  The units of least worth over all layers go; what they gave on average is added to the bias.
- **Last layer.** Only the first piece of a word is asked for its scores, so after its attention the last layer is
  worked out for those pieces alone: an input `rows` names them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from sayso.tools.encoder import Encoder, Head, cut, mark_ids, window_input
from training.card import write_model_card
from training.evaluate import PLAIN, calibration_of, curve, load_scorer, read_part, read_rows, reliability, score
from training.export import write_card
from training.finish import default_point, short
from training.table import RUNS

LAYERS = 6
ROUND = 32
"""Units are kept in groups of so many, which is what the run time's kernels work on."""
ARTICLES = 60
"""Articles of the train part whose activations are looked at."""

Arrays = dict[str, NDArray[Any]]


def inner(layer: int) -> str:
    """The tensor that a layer's inner units give, after their activation."""
    return f"/encoder/layers.{layer}/Mul_4_output_0"


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What the inner units of a layer gave over some articles: one value a unit."""

    mean: NDArray[np.float64]
    variance: NDArray[np.float64]


def windows(texts: Iterable[str], tokenizer: Tokenizer, max_pieces: int) -> Iterable[NDArray[np.int64]]:
    """What the encoder is shown for some texts, a window at a time."""
    cls, sep = mark_ids(tokenizer)
    for text in texts:
        at, paragraphs = 0, []
        for line in text.split("\n"):
            if line.strip():
                paragraphs.append((at, at + len(line)))
            at += len(line) + 1
        pieces = cut(text, paragraphs, tokenizer, max_pieces=max_pieces)
        for window in range(int(pieces.windows[-1]) + 1 if len(pieces.windows) else 0):
            yield window_input(pieces, window, cls=cls, sep=sep)[0]


def statistics(model: onnx.ModelProto, shown: Iterable[NDArray[np.int64]]) -> list[Seen]:
    """What each layer's inner units give."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    names = [inner(layer) for layer in range(LAYERS)]
    watched.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    session = InferenceSession(watched.SerializeToString(), SessionOptions(), providers=["CPUExecutionProvider"])
    sums: list[Any] = [0.0] * LAYERS
    squares: list[Any] = [0.0] * LAYERS
    count = 0
    for ids in shown:
        count += len(ids)
        for layer, given in enumerate(session.run(names, {"ids": ids[None, :]})):
            values = np.asarray(given, dtype=np.float64)[0]
            sums[layer], squares[layer] = sums[layer] + values.sum(axis=0), squares[layer] + (values**2).sum(axis=0)
    return [Seen(mean=s / count, variance=q / count - (s / count) ** 2) for s, q in zip(sums, squares, strict=True)]


def initial(model: onnx.ModelProto) -> Arrays:
    """The graph's constants by name."""
    return {held.name: numpy_helper.to_array(held) for held in model.graph.initializer}


def weights_of(model: onnx.ModelProto, layer: int, part: str) -> str:
    """Name of the weights of a product, without its ending."""
    node = next(n for n in model.graph.node if n.name == f"/encoder/layers.{layer}/{part}/MatMul_quant")
    return str(node.input[1]).removesuffix("_quantized")


def kept_of(worth: Sequence[NDArray[np.float64]], keep: float) -> list[NDArray[np.int64]]:
    """Which of each layer stay: those of most worth over all layers, each layer's number rounded up."""
    bar = np.quantile(np.concatenate(worth), 1 - keep)
    found = []
    for values in worth:
        number = max(ROUND, int(np.ceil((values >= bar).sum() / ROUND) * ROUND))
        found.append(np.sort(np.argsort(values)[::-1][:number]))
    return found


def full(arrays: Arrays, name: str) -> NDArray[np.float32]:
    """A product's weights in floats."""
    return np.asarray(arrays[f"{name}_quantized"].astype(np.float32) * arrays[f"{name}_scale"][None, :])


def drop_rows(arrays: Arrays, name: str, bias: str, kept: NDArray[np.int64], mean: NDArray[np.float64]) -> None:
    """Take inputs of a product away; what they gave on average goes to its bias."""
    gone = np.setdiff1d(np.arange(len(mean)), kept)
    arrays[bias] = arrays[bias] + (mean[gone] @ full(arrays, name)[gone]).astype(np.float32)
    arrays[f"{name}_quantized"] = arrays[f"{name}_quantized"][kept]


def drop_columns(arrays: Arrays, name: str, bias: str, kept: NDArray[np.int64]) -> None:
    """Take outputs of a product away."""
    arrays[bias] = arrays[bias][kept]
    arrays[f"{name}_quantized"] = arrays[f"{name}_quantized"][:, kept]
    for end in ("scale", "zero_point"):
        arrays[f"{name}_{end}"] = arrays[f"{name}_{end}"][kept]


def thin(model: onnx.ModelProto, seen: Sequence[Seen], keep: float) -> list[int]:
    """Take inner units out of the graph; gives how many each layer keeps."""
    arrays = initial(model)
    down = [weights_of(model, layer, "down") for layer in range(LAYERS)]
    worth = [seen[n].variance * (full(arrays, down[n]) ** 2).sum(axis=1) for n in range(LAYERS)]
    kept = kept_of(worth, keep)
    for n, units in enumerate(kept):
        drop_rows(arrays, down[n], f"encoder.layers.{n}.down.bias", units, seen[n].mean)
        drop_columns(arrays, weights_of(model, n, "up"), f"encoder.layers.{n}.up.bias", units)
    replace(model, arrays)
    return [len(units) for units in kept]


def replace(model: onnx.ModelProto, arrays: Arrays) -> None:
    """Write the constants back."""
    made = [numpy_helper.from_array(np.array(value, order="C"), name) for name, value in arrays.items()]
    del model.graph.initializer[:]
    model.graph.initializer.extend(made)
    del model.graph.value_info[:]  # shapes that were inferred from the old ones


def only_rows(model: onnx.ModelProto) -> None:
    """Work the last layer out for the positions in a new input `rows` alone, from its attention's output on."""
    last = LAYERS - 1
    for tensor, users in (
        (f"/encoder/layers.{last}/MultiHeadAttention_output_0", None),
        (f"/encoder/layers.{last - 1}/norm_down/LayerNormalization_output_0", f"/encoder/layers.{last}/Add_1"),
    ):
        chosen = tensor + "_rows"
        for node in model.graph.node:
            if users is None or node.name == users:
                for number, name in enumerate(node.input):
                    if name == tensor:
                        node.input[number] = chosen
        place = next(n for n, node in enumerate(model.graph.node) if tensor in node.output)
        model.graph.node.insert(place + 1, helper.make_node("Gather", [tensor, "rows"], [chosen], axis=1))
    model.graph.input.append(helper.make_tensor_value_info("rows", TensorProto.INT64, ["words"]))
    for output in model.graph.output:
        output.type.tensor_type.shape.dim[1].dim_param = "words"


def slim(weights: Path, data: Path, out: Path, *, keep: float, max_pieces: int) -> list[int]:
    """Write the slimmer graph and tokenizer into `out`; gives how many inner units each layer keeps."""
    model = onnx.load(str(weights / "reader.onnx"))
    with gzip.open(data / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, ARTICLES)]
    shown = windows(texts, Tokenizer.from_file(str(weights / "tokenizer.json")), max_pieces)
    kept = thin(model, statistics(model, shown), keep)
    only_rows(model)
    onnx.checker.check_model(model)
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(out / "reader.onnx"))
    shutil.copy(weights / "tokenizer.json", out / "tokenizer.json")
    return kept


def record_of(weights: Path, data: Path, out: Path, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Calibrate the slimmer file on dev, write its `reader.json` and card; gives the record of the run."""
    given = json.loads((weights / "reader.json").read_text(encoding="utf-8"))
    before = json.loads((RUNS / f"{given['run']}.json").read_text(encoding="utf-8"))
    head = given["heads"]["attribution"]

    def card(calibration: Mapping[str, float], threshold: float) -> None:
        settings = {**head["settings"], "outside_bias": facts["outside_bias"]}
        settings |= {"calibration": dict(calibration), "threshold": threshold}
        made = Head(name="attribution", labels=head["labels"], outputs=head["outputs"], settings=settings)
        version, run = facts["version"], {"run": facts["name"]}
        write_card(out, version=version, max_pieces=facts["max_pieces"], heads={"attribution": made}, facts=run)

    card(PLAIN, 0.0)
    scorer, rows = load_scorer(data), read_rows(data / "dev.jsonl.gz")
    predictions = read_part(Encoder.load(out).run, rows, scorer)
    points = curve(predictions)
    default = default_point(points, facts["target_precision"])
    card(calibration_of(predictions), default["threshold"])
    measured = {"int8": short(score(predictions, scorer)), "reliability": reliability(predictions)}
    return {**before, **facts, **measured, "default": default, "curve": points}


def main() -> None:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of PolNeAR as JSON lines")
    parser.add_argument("--weights", type=Path, required=True, help="folder with reader.onnx, reader.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="slim", help="what the run is called in the table")
    parser.add_argument("--note", default="", help="what the run tried, for the table")
    parser.add_argument("--version", default=f"{datetime.now(UTC):%Y.%m.%d}")
    parser.add_argument("--keep", type=float, default=0.75, help="share of the inner units that stay")
    parser.add_argument("--max-pieces", type=int, default=144, help="window size when reading")
    parser.add_argument("--outside-bias", type=float, default=-0.6, help="how far the tag O is held down")
    parser.add_argument("--target-precision", type=float, default=0.82, help="joint precision of the threshold")
    options = parser.parse_args()
    kept = slim(options.weights, options.data, options.out, keep=options.keep, max_pieces=options.max_pieces)
    names = ("name", "note", "version", "max_pieces", "outside_bias", "target_precision")
    facts = {name: getattr(options, name) for name in names} | {
        "inner_units": kept,
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
    }
    record = record_of(options.weights, options.data, options.out, facts)
    (RUNS / f"{options.name}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    write_model_card(record, options.out)
    print(json.dumps({name: record[name] for name in ("name", "inner_units", "int8", "default")}, indent=1))


if __name__ == "__main__":
    main()
