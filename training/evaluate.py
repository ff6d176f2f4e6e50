"""Score a reader on PolNeAR dev, fit its confidences, and find its default threshold."""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.stages.attribute.decode import RawAttribution, decode, odds
from sayso.tools.encoder import Encoded, Encoder, Head, cut, mark_ids, value_at, window_input
from training.network import Network
from training.polnear import Range, paragraphs_of, refuse_held_out
from training.tasks import ATTRIBUTION, FACTUALITY
from training.uds import read_sentences

Reader = Callable[[str, Sequence[Range]], Encoded]
SIGNS = (
    "source_tags",
    "cue_tags",
    "content_tags",
    "no_source",
    "length",
    "source_link",
    "source_rival",
    "content_link",
)
PLAIN = {"": 0.0, "source_tags": 1.0, "cue_tags": 1.0, "content_tags": 1.0, "source_link": 1.0, "content_link": 1.0}
OUTSIDE_BIAS = -0.4
"""Added to the score of "outside": below 0 more spans are found, and confidence sorts them out."""
"""A calibration to start from: any that orders attributions."""
FOLDS = 5
THRESHOLDS = np.concatenate([np.arange(0, 0.3, 0.05), np.arange(0.3, 0.7, 0.01), np.arange(0.7, 0.96, 0.05)])
RIDGE = 1e-2


@dataclass(frozen=True, kw_only=True, slots=True)
class Prediction:
    """What was read in one dev article, and which of it is right."""

    article: Mapping[str, Any]
    found: tuple[RawAttribution, ...]
    matched: tuple[bool, ...]
    """The content matches that of a gold attribution, by the scorer's pairing."""
    right: tuple[bool, ...]
    """The source matches too."""
    gold: int
    """Gold attributions that have content."""


def load_scorer(data: Path, name: str = "score_attribution") -> ModuleType:
    """The module of this name that lies beside the corpus folder."""
    spec = importlib.util.spec_from_file_location(name, data.parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Gold articles as they are in the file."""
    with gzip.open(refuse_held_out(path), "rt", encoding="utf-8") as lines:
        return list(map(json.loads, lines))


def score_values(encoder: Encoder, path: Path) -> dict[str, Any]:
    """Factuality on the published dev split of UDS-IH2, by the scorer beside it."""
    scorer = load_scorer(path.parent, "score_factuality")
    gold = {row["id"]: row for row in read_rows(path) if row["split"] == "dev"}
    found = {}
    for sentence in read_sentences(path, "dev"):
        encoded = encoder.run(sentence.text, paragraphs_of(sentence.text))
        values = [value_at(encoded, FACTUALITY.name, start) for start, _ in sentence.events]
        spans = ((event["start"], event["end"]) for event in gold[sentence.id]["events"])
        events = [{"start": a, "end": b, "factuality": v} for (a, b), v in zip(spans, values, strict=True)]
        found[sentence.id] = {"events": events}
    return dict(scorer.score(gold, found))


def torch_reader(network: Network, tokenizer: Tokenizer, *, max_pieces: int) -> Reader:
    """Read with the network as it was trained, to score it before it is exported."""
    network.eval()
    head = attribution_head(network, PLAIN, 0.0)
    cls, sep = mark_ids(tokenizer)

    def read(text: str, paragraphs: Sequence[Range]) -> Encoded:
        pieces = cut(text, paragraphs, tokenizer, max_pieces=max_pieces)
        parts = []
        for window in range(int(pieces.windows[-1]) + 1):
            shown, places = window_input(pieces, window, cls=cls, sep=sep)
            with torch.no_grad():
                given = network(torch.from_numpy(shown[None]))
            words = (places >= 0) & pieces.opens_word[places]
            parts.append([array[0].numpy()[words] for array in given])
        scores = dict(zip(network.output_names(), map(np.concatenate, zip(*parts, strict=True)), strict=True))
        return Encoded(pieces=pieces, scores=scores, heads={"attribution": head})

    return read


def attribution_head(network: Network, calibration: Mapping[str, float], threshold: float) -> Head:
    """The attribution head's card entry for a network."""
    distance = network.heads["attribution"].distance.detach()
    return Head(
        name="attribution",
        labels=ATTRIBUTION.labels,
        outputs=("attribution.tags", "attribution.child", "attribution.parent"),
        settings={
            "distance": [round(float(value), 5) for value in distance],
            "calibration": dict(calibration),
            "threshold": threshold,
            "outside_bias": OUTSIDE_BIAS,
        },
    )


def read_part(reader: Reader, rows: Sequence[Mapping[str, Any]], scorer: ModuleType) -> list[Prediction]:
    """Everything that a reader finds in the articles, whatever its confidence."""
    predictions = []
    for row in rows:
        paragraphs = paragraphs_of(row["text"])
        found = decode(row["text"], paragraphs, reader(row["text"], paragraphs), threshold=0.0)
        predictions.append(judged(row, found, scorer))
    return predictions


def judged(row: Mapping[str, Any], found: Sequence[RawAttribution], scorer: ModuleType) -> Prediction:
    """Which attributions of an article are right."""
    tokens = [match.span() for match in re.finditer(scorer.TOKEN, row["text"])]

    def sets(attributions: Sequence[Mapping[str, Any]]) -> list[dict[str, frozenset[int]]]:
        return [{role: scorer.token_set(a[role], tokens) for role in scorer.ROLES} for a in attributions]

    gold = [a for a in sets(row["attributions"]) if a["content"]]
    own = sets([as_json(a) for a in found])
    matched, right = [False] * len(own), [False] * len(own)
    for _, i, j in scorer.pair_up(gold, own, scorer.attribution_score):
        matched[j], right[j] = True, scorer.agree(gold[i]["source"], own[j]["source"])
    return Prediction(article=row, found=tuple(found), matched=tuple(matched), right=tuple(right), gold=len(gold))


def as_json(attribution: RawAttribution) -> dict[str, Any]:
    """An attribution as the scorer reads it."""
    return {role: [list(r) for r in getattr(attribution, role)] for role in ("source", "cue", "content")}


def score(
    predictions: Sequence[Prediction], scorer: ModuleType, keep: Sequence[Sequence[bool]] | None = None
) -> dict[str, Any]:
    """The scorer's report. `keep` says which attributions count, article by article; None: all."""
    return scorer.report(sum(article_counts(predictions, scorer, keep), Counter()))


def article_counts(
    predictions: Sequence[Prediction], scorer: ModuleType, keep: Sequence[Sequence[bool]] | None = None
) -> list[Counter]:
    """The scorer's counts, one an article."""
    pattern = re.compile(scorer.TOKEN)
    counted = []
    for i, prediction in enumerate(predictions):
        kept = [a for j, a in enumerate(prediction.found) if keep is None or keep[i][j]]
        counted.append(scorer.count_article(prediction.article, {"attributions": list(map(as_json, kept))}, pattern))
    return counted


def signs_of(predictions: Sequence[Prediction]) -> NDArray[np.float64]:
    """Log odds of the signs, one row for each attribution, a 1 for the intercept first."""
    rows = [[1.0, *(odds(dict(a.reasons)[sign]) for sign in SIGNS)] for p in predictions for a in p.found]
    return np.array(rows)


def fit_confidence(signs: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights of a logistic model, by Newton's method with a small ridge."""
    weights = np.zeros(signs.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (right - chance) - RIDGE * weights
        curve = (signs * (chance * (1 - chance))[:, None]).T @ signs + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def crossed_confidence(predictions: Sequence[Prediction]) -> list[NDArray[np.float64]]:
    """Each article's confidences from weights fitted without it, so that a threshold's scores are fair."""
    signs, right = signs_of(predictions), np.concatenate([p.right for p in predictions])
    article = np.repeat(np.arange(len(predictions)), [len(p.found) for p in predictions])
    values = np.zeros(len(right))
    for fold in range(FOLDS):
        inside = article % FOLDS == fold
        weights = fit_confidence(signs[~inside], right[~inside])
        values[inside] = 1 / (1 + np.exp(-signs[inside] @ weights))
    return [values[article == i] for i in range(len(predictions))]


def curve(predictions: Sequence[Prediction]) -> list[dict[str, float]]:
    """Scores at each threshold, with cross-fitted confidences; pairs with gold are those of all the attributions."""
    confidences = np.concatenate(crossed_confidence(predictions))
    right = np.concatenate([p.right for p in predictions])
    matched = np.concatenate([p.matched for p in predictions])
    gold = sum(p.gold for p in predictions)
    rows = []
    for threshold in THRESHOLDS:
        kept = confidences >= threshold
        count, joint, content = int(kept.sum()), int(right[kept].sum()), int(matched[kept].sum())
        rows.append(
            {
                "threshold": round(float(threshold), 2),
                "kept": count,
                "precision": round(joint / max(1, count), 4),
                "recall": round(joint / gold, 4),
                "joint": round(2 * joint / (count + gold), 4),
                "content": round(2 * content / (count + gold), 4),
            }
        )
    return rows


def calibration_of(predictions: Sequence[Prediction]) -> dict[str, float]:
    """Weights fitted on all the articles, by sign; the intercept is under ""."""
    right = np.concatenate([p.right for p in predictions])
    weights = fit_confidence(signs_of(predictions), right)
    return {name: round(float(weight), 4) for name, weight in zip(("", *SIGNS), weights, strict=True)}


def reliability(predictions: Sequence[Prediction]) -> list[dict[str, float]]:
    """How often attributions of a confidence are right, by tenths, with cross-fitted confidences."""
    values = np.concatenate(crossed_confidence(predictions))
    right = np.concatenate([p.right for p in predictions])
    bins = [
        (low, values[inside], right[inside])
        for low in np.arange(0, 1, 0.1)
        if (inside := (values >= low) & (values < low + 0.1)).any()
    ]
    return [
        {
            "from": round(float(low), 1),
            "count": len(v),
            "mean": round(float(v.mean()), 3),
            "right": round(float(r.mean()), 3),
        }
        for low, v, r in bins
    ]
