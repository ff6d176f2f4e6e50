"""Fit the weights of `sayso.stages.extract.score` by ridge regression on the train split of UDS-IH2.

    python training/firmness.py PATH/TO/factuality_uds/dev.jsonl.gz src/sayso/lexicon/firmness_weights.json

Only rows with split `train` are read. Seedless: the solution is exact. Takes a minute on a laptop.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

LEAST = 12
"""A feature must be seen in so many predicates."""
RIDGE = 20.0


def load(path: str) -> list[dict[str, Any]]:
    """Rows of the train split."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["split"] == "train"]


def fit(names: list[list[str]], values: list[float]) -> dict[str, Any]:
    """Weights by feature, with the bias."""
    counts = Counter(name for row in names for name in row)
    kept = sorted(name for name, count in counts.items() if count >= LEAST)
    index = {name: i for i, name in enumerate(kept)}
    gram = np.zeros((len(kept) + 1, len(kept) + 1))
    right = np.zeros(len(kept) + 1)
    for row, value in zip(names, values, strict=True):
        at = [index[name] for name in row if name in index] + [len(kept)]
        gram[np.ix_(at, at)] += 1.0
        right[at] += value
    gram[np.arange(len(kept)), np.arange(len(kept))] += RIDGE
    solved = np.linalg.solve(gram, right)
    weights = {name: round(float(solved[i]), 4) for name, i in index.items() if abs(solved[i]) >= 0.005}
    return {
        "source": "UDS-IH2, train split, ridge regression by training/firmness.py",
        "bias": round(float(solved[-1]), 4),
        "weights": weights,
    }


def main(source: str, target: str) -> None:
    """Fit and write."""
    import spacy

    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "quality"))
    from measure_factuality import token_at

    from sayso.settings import Settings
    from sayso.stages.extract.parse.tree import Tree
    from sayso.stages.extract.score import features

    nlp = spacy.load(Settings().language_model, exclude=["senter"])
    rows = load(source)
    names, values = [], []
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        tree = Tree(doc)
        for event in row["events"]:
            token = token_at(tree, event["start"], event["end"])
            if token is not None:
                names.append(features(tree, token))
                values.append(event["factuality"])
    Path(target).write_text(json.dumps(fit(names, values), indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
