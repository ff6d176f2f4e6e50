"""From trained weights to the files that ship: score, calibrate, choose the threshold, export, record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from tokenizers import Tokenizer

from sayso.tools.encoder import Encoder, Head
from training.card import write_model_card
from training.evaluate import (
    PLAIN,
    Prediction,
    attribution_head,
    calibration_of,
    curve,
    load_scorer,
    read_part,
    read_rows,
    reliability,
    score,
    score_values,
    torch_reader,
)
from training.export import quantise, write_card, write_onnx, write_tokenizer
from training.network import Network
from training.table import RUNS
from training.tasks import FACTUALITY


@dataclass(frozen=True, kw_only=True, slots=True)
class Finish:
    """How trained weights become a model."""

    name: str
    note: str
    version: str
    max_pieces: int
    """Window size when reading, joining marks included."""
    target_precision: float
    """The default threshold is the lowest that reaches this joint precision on dev, with cross-fitted confidences."""
    reduce_range: bool
    floats: tuple[str, ...]
    """Parts of the encoder that keep 32 bits, by a piece of their names."""
    facts: Mapping[str, Any]
    """Whatever else the record of the run should hold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sources:
    """Where the development parts lie."""

    polnear: Path
    uds: Path | None
    """None: the network has no factuality head."""


def finish(network: Network, tokenizer: Tokenizer, plan: Finish, sources: Sources, out: Path) -> dict[str, Any]:
    """Write the model's files and its card into `out` and its record into `training/runs/`; gives the record."""
    out.mkdir(parents=True, exist_ok=True)
    dev = sources.polnear / "dev.jsonl.gz"
    scorer, rows = load_scorer(sources.polnear), read_rows(dev)
    floats = score(read_part(torch_reader(network, tokenizer, max_pieces=plan.max_pieces), rows, scorer), scorer)
    write_tokenizer(tokenizer, out)
    write_onnx(network, out / "float.onnx")
    quantise(out / "float.onnx", out / "reader.onnx", reduce_range=plan.reduce_range, floats=plan.floats)
    (out / "float.onnx").unlink()
    _card(network, plan, out, PLAIN, 0.0)
    encoder = Encoder.load(out)
    predictions = read_part(encoder.run, rows, scorer)
    points = curve(predictions)
    default = default_point(points, plan.target_precision)
    _card(network, plan, out, calibration_of(predictions), default["threshold"])
    record = {
        **_record(plan, floats, predictions, scorer),
        "default": default,
        "curve": points,
        "dev_sha256": hashlib.sha256(dev.read_bytes()).hexdigest(),
        "factuality": score_values(encoder, sources.uds) if sources.uds else None,
    }
    (RUNS / f"{plan.name}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    write_model_card(record, out)
    print(json.dumps({key: record[key] for key in ("name", "float", "int8", "default", "factuality")}, indent=1))
    return record


def default_point(points: Sequence[Mapping[str, float]], target: float) -> Mapping[str, float]:
    """The point of the curve with the lowest threshold whose joint precision reaches the target, or the last one.

    >>> default_point([{"threshold": 0.0, "precision": 0.7}, {"threshold": 0.5, "precision": 0.9}], 0.8)["threshold"]
    0.5
    """
    return next((point for point in points if point["precision"] >= target), points[-1])


def _card(network: Network, plan: Finish, out: Path, calibration: Mapping[str, float], threshold: float) -> None:
    heads = {"attribution": attribution_head(network, calibration, threshold)}
    if FACTUALITY in network.plans:
        heads["factuality"] = Head(
            name="factuality", labels=FACTUALITY.labels, outputs=("factuality.tags",), settings={"low": -3, "high": 3}
        )
    write_card(out, version=plan.version, max_pieces=plan.max_pieces, heads=heads, facts={"run": plan.name})


def _record(
    plan: Finish, floats: Mapping[str, Any], predictions: Sequence[Prediction], scorer: ModuleType
) -> dict[str, Any]:
    return {
        "name": plan.name,
        "note": plan.note,
        "version": plan.version,
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "float": short(floats),
        "int8": short(score(predictions, scorer)),
        "reliability": reliability(predictions),
        "max_pieces": plan.max_pieces,
        "floats": plan.floats,
        "bits": 7 if plan.reduce_range else 8,
        **plan.facts,
    }


def short(report: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers of a scorer's report that the table and the card show."""
    found = report["attributions"]
    return {
        "joint": found["joint"]["f1"],
        "precision": found["joint"]["precision"],
        "recall": found["joint"]["recall"],
        "content": found["content"]["f1"],
        "content_precision": found["content"]["precision"],
        "tokens": {role: report["tokens"][role]["f1"] for role in ("source", "cue", "content")},
        "exact": {role: report["spans"][role]["exact"]["f1"] for role in ("source", "cue", "content")},
        "kinds": {kind: values["joint"] for kind, values in report["recall"].items()},
    }
