"""Fit the weights of `sayso.stages.link.events` on ECB+ (CC BY 3.0) by logistic regression.

    python -m training.events PATH/TO/ecbplus/dev.jsonl src/sayso/lexicon/events_weights.json

Prints CoNLL F1 with gold mentions and predicted stories, cross-validated: no topic is scored by weights that saw it.
Rows whose official split is `test` are left out. Seedless: the folds are fixed and the solution is exact.
"""

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.model import Document
from sayso.stages.link.events import FEATURES, Telling, candidates, group, table, tellings
from sayso.stages.link.likeness import alike, vectors
from sayso.stages.link.reports import SAME_STORY, same_stories
from sayso.stages.link.words import words_of

Floats = NDArray[np.float64]
RIDGE = 3.0
"""Pull of the standardised weights towards none."""
FOLDS = 5
STEPS = 12
"""Newton steps; the solution stands still long before."""


class Corpus:
    """Mentions of the corpus with their pairs and labels."""

    def __init__(self, path: Path) -> None:
        rows = [row for row in load(path) if row["official_split"] != "test"]
        found = [(n, m) for n, row in enumerate(rows) for m in row["mentions"] if m["kind"] == "event"]
        self.ids = [f"{rows[n]['id']}:{m['start']}-{m['end']}" for n, m in found]
        self.chains = [m["chain"] for _, m in found]
        self.topics = [int(rows[n]["topic"]) for n, _ in found]
        texts = [words_of(Document(id=row["id"], text=row["text"])) for row in rows]
        likenesses = alike(vectors(texts), at_least=SAME_STORY / 3)
        stories = same_stories(len(rows), likenesses)
        self.held: list[Telling] = tellings([(n, m["start"], m["end"]) for n, m in found], texts, stories)
        self.pairs = candidates(self.held)
        self.table = table(self.held, self.pairs, likenesses)
        self.same = np.array([self.chains[a] == self.chains[b] for a, b in self.pairs], dtype=np.float64)


def load(path: Path) -> list[dict[str, Any]]:
    """Rows of a corpus; a part that was set aside is refused by its name."""
    if any(word in path.name.lower() for word in ("test", "held")):
        raise SystemExit(f"{path.name}: weights are never fitted on a part that was set aside; give dev.jsonl.")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def fit(rows: Floats, same: Floats) -> tuple[Floats, float]:
    """Weights for the features as they are, and the bias."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    held = np.column_stack([(rows - mean) / spread, np.ones(len(rows))])
    found = np.zeros(held.shape[1])
    for _ in range(STEPS):
        p = 1.0 / (1.0 + np.exp(-(held @ found)))
        slope = held.T @ (same - p) - RIDGE * found
        bend = (held * (p * (1 - p))[:, None]).T @ held + RIDGE * np.eye(len(found))
        found = found + np.linalg.solve(bend, slope)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def cross_validated(corpus: Corpus) -> Floats:
    """Each pair's probability by weights that saw neither of its two topics."""
    topics = sorted(set(corpus.topics))
    of = np.array([[corpus.topics[a], corpus.topics[b]] for a, b in corpus.pairs])
    scores = np.zeros(len(of))
    for fold in range(FOLDS):
        left_out = np.isin(of, topics[fold::FOLDS])
        seen = ~left_out.any(axis=1)
        weights, bias = fit(corpus.table[seen], corpus.same[seen])
        scored = left_out[:, 0]
        scores[scored] = 1.0 / (1.0 + np.exp(-(corpus.table[scored] @ weights + bias)))
    return scores


def conll(corpus: Corpus, found: list[Any], path: Path) -> float:
    """CoNLL F1 by the scorer that lies beside the corpora."""
    spec = importlib.util.spec_from_file_location("score_clusters", path.resolve().parents[1] / "score_clusters.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = dict(zip(corpus.ids, corpus.chains, strict=True))
    return float(scorer.score(gold, dict(zip(corpus.ids, found, strict=True)))["conll_f1"])


def results(path: Path) -> dict[str, float]:
    """CoNLL F1: same trigger word in one story, cross-validated, and on the topics that were fitted on."""
    corpus = Corpus(path)
    weights, bias = fit(corpus.table, corpus.same)
    seen = 1.0 / (1.0 + np.exp(-(corpus.table @ weights + bias)))
    count = len(corpus.held)
    return {
        "same_word_in_story": conll(corpus, [(each.story, each.root) for each in corpus.held], path),
        "cross_validated": conll(corpus, group(count, corpus.pairs, cross_validated(corpus)), path),
        "fitted_on_these": conll(corpus, group(count, corpus.pairs, seen), path),
    }


def main(source: str, target: str) -> None:
    """Measure, fit on all that may be used, and write."""
    path = Path(source)
    for name, value in results(path).items():
        print(f"{name:20s} CoNLL F1 {value:.4f}")
    corpus = Corpus(path)
    weights, bias = fit(corpus.table, corpus.same)
    shipped = {
        "source": "ECB+ (Cybulska and Vossen 2014, CC BY 3.0), official train and dev topics of the open half; "
        "logistic regression by training/events.py",
        "bias": round(bias, 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)},
    }
    Path(target).write_text(json.dumps(shipped, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
