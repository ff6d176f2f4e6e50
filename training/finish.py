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

from sayso.tools.encoder import Encoder
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
    torch_reader,
)
from training.export import quantise, write_card, write_onnx, write_tokenizer
from training.network import Network
from training.table import RUNS


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
    facts: Mapping[str, Any]
    """Whatever else the record of the run should hold."""


def finish(network: Network, tokenizer: Tokenizer, plan: Finish, *, data: Path, out: Path) -> dict[str, Any]:
    """Write the model's files into `out` and its record into `training/runs/`; gives the record."""
    out.mkdir(parents=True, exist_ok=True)
    scorer, rows = load_scorer(data), read_rows(data / "dev.jsonl.gz")
    floats = score(read_part(torch_reader(network, tokenizer, max_pieces=plan.max_pieces), rows, scorer), scorer)
    print(
        f"float: joint {floats['attributions']['joint']} content {floats['attributions']['content']['f1']}", flush=True
    )
    write_tokenizer(tokenizer, out)
    write_onnx(network, out / "float.onnx")
    quantise(out / "float.onnx", out / "reader.onnx", reduce_range=plan.reduce_range)
    (out / "float.onnx").unlink()
    _card(network, plan, out, PLAIN, 0.0)
    predictions = read_part(Encoder.load(out).run, rows, scorer)
    points = curve(predictions, scorer)
    threshold = default_threshold(points, plan.target_precision)
    record = _record(plan, floats, predictions, points, threshold, scorer, data / "dev.jsonl.gz")
    _card(network, plan, out, calibration_of(predictions), threshold)
    (RUNS / f"{plan.name}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(record, indent=1))
    return record


def default_threshold(points: Sequence[Mapping[str, float]], target: float) -> float:
    """The lowest threshold whose joint precision reaches the target, or the last one.

    >>> default_threshold([{"threshold": 0.0, "precision": 0.7}, {"threshold": 0.5, "precision": 0.9}], 0.8)
    0.5
    """
    return next((p["threshold"] for p in points if p["precision"] >= target), points[-1]["threshold"])


def _card(network: Network, plan: Finish, out: Path, calibration: Mapping[str, float], threshold: float) -> None:
    head = attribution_head(network, calibration, threshold)
    write_card(out, version=plan.version, max_pieces=plan.max_pieces, heads={head.name: head}, facts={"run": plan.name})


def _record(
    plan: Finish,
    floats: Mapping[str, Any],
    predictions: Sequence[Prediction],
    points: Sequence[Mapping[str, float]],
    threshold: float,
    scorer: ModuleType,
    dev: Path,
) -> dict[str, Any]:
    return {
        "name": plan.name,
        "note": plan.note,
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "float": short(floats),
        "int8": short(score(predictions, scorer)),
        "default": next(point for point in points if point["threshold"] == threshold),
        "curve": points,
        "reliability": reliability(predictions),
        "max_pieces": plan.max_pieces,
        "reduce_range": plan.reduce_range,
        "dev_sha256": hashlib.sha256(dev.read_bytes()).hexdigest(),
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
        "tokens": {role: report["tokens"][role]["f1"] for role in ("source", "cue", "content")},
        "exact": {role: report["spans"][role]["exact"]["f1"] for role in ("source", "cue", "content")},
        "kinds": {kind: values["joint"] for kind, values in report["recall"].items()},
    }
