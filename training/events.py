"""Fit the trees of `sayso.stages.link.events.chances` on ECB+ (CC BY 3.0) by boosting.

    python -m training.events PATH/TO/ecbplus/dev.jsonl src/sayso/lexicon/events_trees.json

Prints CoNLL F1 with gold mentions and predicted stories, cross-validated: no topic is scored by trees that saw it, and
the two thresholds of its fold are those that do best on the other folds. Rows whose official split is `test` are left
out. Seedless: the folds are fixed and no chance is drawn.
"""

import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.model import Document, span_of
from sayso.stages.compose.meaning import meaning_of
from sayso.stages.link.events.candidates import candidates
from sayso.stages.link.events.chances import Trees, probabilities
from sayso.stages.link.events.compared import Compared, compared
from sayso.stages.link.events.features import FEATURES, OF_MEANING, table
from sayso.stages.link.events.happenings import SURE
from sayso.stages.link.events.mentions import ALIKE, OF_INSIDE, ONE_STORY, SAME_EVENT, group
from sayso.stages.link.events.trees import Tree
from sayso.stages.link.texts.likeness import alike, average_link, vectors
from sayso.stages.link.texts.words import words_of
from sayso.tools.encoder import load_encoder
from training.boosting import boost

Floats = NDArray[np.float64]
FOLDS = 5
SHARES = (0.0, 0.45, 0.5, 0.55, 0.6, 0.65)
"""What `OF_INSIDE` is chosen from; with 0 nothing but the likeness of two groups counts."""
CHANCES = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
"""What `SAME_EVENT` is chosen from."""


class Corpus:
    """Mentions of the corpus, and the groups that its annotators made of them."""

    def __init__(self, path: Path) -> None:
        self.rows = [row for row in load(path) if row["official_split"] != "test"]
        found = [(n, m) for n, row in enumerate(self.rows) for m in row["mentions"] if m["kind"] == "event"]
        self.mentions = [(n, m["start"], m["end"]) for n, m in found]
        self.ids = [f"{self.rows[n]['id']}:{m['start']}-{m['end']}" for n, m in found]
        self.chains = [m["chain"] for _, m in found]
        self.topics = [int(self.rows[n]["topic"]) for n, _ in found]
        self.texts = [words_of(Document(id=row["id"], text=row["text"])) for row in self.rows]
        self.likenesses = alike(vectors(self.texts), at_least=ALIKE)
        topics = sorted(set(self.topics))
        self.folds = [frozenset(topics[fold::FOLDS]) for fold in range(FOLDS)]
        self.score = _scorer(path)
        self.meanings = _meanings(self.rows, self.mentions)

    @cache  # noqa: B019  # there is one corpus a run
    def stories(self, share: float) -> list[int]:
        """For each document the first one on its story."""
        return average_link(len(self.rows), self.likenesses, at_least=ONE_STORY, of_inside=share)

    def conll(self, found: Sequence[Any], topics: frozenset[int] | None = None) -> float:
        """CoNLL F1 of groups of mentions, of some topics or of all."""
        kept = [n for n, topic in enumerate(self.topics) if topics is None or topic in topics]
        gold = {self.ids[n]: self.chains[n] for n in kept}
        return float(self.score(gold, {self.ids[n]: found[n] for n in kept})["conll_f1"])

    def elsewhere(self, fold: int) -> frozenset[int]:
        """The topics of all other folds."""
        return frozenset().union(*(topics for n, topics in enumerate(self.folds) if n != fold))


class Pairs:
    """The pairs of mentions that are compared where stories are told apart in one way."""

    def __init__(self, corpus: Corpus, share: float, *, meanings: bool = True) -> None:
        """Without `meanings` as where documents were read without the encoder."""
        meant = corpus.meanings if meanings else None
        stories = corpus.stories(share)
        self.held: list[Compared] = compared(corpus.mentions, corpus.texts, stories, corpus.likenesses, meanings=meant)
        self.pairs = candidates(self.held)
        self.table = table(self.held, self.pairs, corpus.likenesses)
        self.same = np.array([corpus.chains[a] == corpus.chains[b] for a, b in self.pairs], dtype=np.float64)
        self.topics = np.array([[corpus.topics[a], corpus.topics[b]] for a, b in self.pairs])
        self.weights = balanced(self.pairs)

    def fit(self, seen: NDArray[np.bool_]) -> Trees:
        """Trees from some of the pairs: those that ask for meanings, or those that do not."""
        if np.isnan(self.table[:, -1]).any():
            known = self.table[seen][:, :-OF_MEANING]
            return Trees(known=(), unknown=boost(known, self.same[seen], self.weights[seen]))
        return Trees(known=boost(self.table[seen], self.same[seen], self.weights[seen]), unknown=())


def _meanings(rows: Sequence[dict[str, Any]], mentions: Sequence[tuple[int, int, int]]) -> list[bytes | None]:
    """What the mentions mean by the encoder that ships, as where a document is read: a line is a paragraph."""
    encoder = load_encoder()
    encoded = []
    for row in rows:
        lines = re.finditer(r"[^\n]*\S[^\n]*", row["text"])
        encoded.append(encoder.run(row["text"], [line.span() for line in lines]))
    return [meaning_of(span_of(rows[n]["text"], start, end), encoded[n]) for n, start, end in mentions]


def balanced(pairs: Sequence[tuple[int, int]]) -> Floats:
    """Weights that keep mentions with many pairs from outvoting the rest, 1 on average."""
    count = Counter(n for pair in pairs for n in pair)
    weights = np.array([(count[a] * count[b]) ** -0.5 for a, b in pairs])
    return np.asarray(weights / weights.mean())


def load(path: Path) -> list[dict[str, Any]]:
    """Rows of a corpus; a part that was set aside is refused by its name."""
    if any(word in path.name.lower() for word in ("test", "held")):
        raise SystemExit(f"{path.name}: weights are never fitted on a part that was set aside; give dev.jsonl.")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _scorer(path: Path) -> Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]]:
    """The scorer that lies beside the corpora."""
    spec = importlib.util.spec_from_file_location("score_clusters", path.resolve().parents[1] / "score_clusters.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer.score  # type: ignore[no-any-return]


@cache
def _roots(corpus: Corpus) -> list[str]:
    """The root of each mention's trigger."""
    held = compared(corpus.mentions, corpus.texts, corpus.stories(OF_INSIDE), corpus.likenesses)
    return [each.root for each in held]


def best_share(corpus: Corpus, topics: frozenset[int]) -> float:
    """The share with whose stories the same word alone does best on some topics."""
    roots = _roots(corpus)

    def by_word(share: float) -> float:
        stories = corpus.stories(share)
        return corpus.conll([(stories[m[0]], root) for m, root in zip(corpus.mentions, roots, strict=True)], topics)

    return max(SHARES, key=by_word)


@cache
def left_out(corpus: Corpus, share: float, meanings: bool) -> tuple[Pairs, Floats]:
    """The pairs where stories are told apart in one way, and each one's probability by trees that saw neither of its
    two topics. Kept, so that all that is measured on them fits them once."""
    pairs = Pairs(corpus, share, meanings=meanings)
    scores = np.zeros(len(pairs.pairs))
    for topics in corpus.folds:
        out = np.isin(pairs.topics, list(topics))
        scored = out[:, 0]
        scores[scored] = probabilities(pairs.table[scored], pairs.fit(~out.any(axis=1)))
    return pairs, scores


def cross_validated(corpus: Corpus, *, meanings: bool = True) -> tuple[list[Any], list[tuple[float, float]]]:
    """Groups of mentions, and the share and the threshold of each fold, both chosen on the other folds."""
    shares = [best_share(corpus, corpus.elsewhere(fold)) for fold in range(FOLDS)]
    found: list[Any] = [None] * len(corpus.mentions)
    chosen = [0.0] * FOLDS
    for share in set(shares):
        pairs, scores = left_out(corpus, share, meanings)
        grouped = {chance: group(len(found), pairs.pairs, scores, chance) for chance in CHANCES}
        for fold in (n for n, each in enumerate(shares) if each == share):
            others = corpus.elsewhere(fold)
            chosen[fold] = max(CHANCES, key=lambda chance: corpus.conll(grouped[chance], others))
            for n, topic in enumerate(corpus.topics):
                if topic in corpus.folds[fold]:
                    found[n] = (fold, grouped[chosen[fold]][n])
    return found, list(zip(shares, chosen, strict=True))


def joined(corpus: Corpus, scores: Floats, pairs: Pairs, at_least: float) -> tuple[float, float]:
    """Of all two mentions that are joined, the share that is right; and the share of the right ones that is found."""
    found = group(len(corpus.mentions), pairs.pairs, scores, at_least)
    together, right, wanted = (
        sum(n * (n - 1) // 2 for n in Counter(keys).values())
        for keys in (found, list(zip(found, corpus.chains, strict=True)), corpus.chains)
    )
    return right / together, right / wanted


def results(path: Path) -> dict[str, float]:
    """CoNLL F1: same trigger word in one story (wide and narrow stories, and the corpus's own), cross-validated; then
    how many of the joined pairs are right, at two thresholds; then what the folds chose."""
    corpus = Corpus(path)
    pairs, scores = left_out(corpus, OF_INSIDE, True)
    roots = [each.root for each in pairs.held]

    def by_word(stories: Sequence[Any]) -> float:
        return corpus.conll([(stories[m[0]], root) for m, root in zip(corpus.mentions, roots, strict=True)])

    found, chosen = cross_validated(corpus)
    even, sure = (joined(corpus, scores, pairs, at_least) for at_least in (SAME_EVENT, SURE))
    return {
        "same_word_in_wide_story": by_word(average_link(len(corpus.rows), corpus.likenesses, at_least=0.145)),
        "same_word_in_story": by_word(corpus.stories(OF_INSIDE)),
        "same_word_in_own_subtopic": by_word([row["subtopic"] for row in corpus.rows]),
        "cross_validated": corpus.conll(found),
        "cross_validated_without_meanings": corpus.conll(cross_validated(corpus, meanings=False)[0]),
        "pairs_right": even[0],
        "pairs_found": even[1],
        "pairs_right_where_sure": sure[0],
        "pairs_found_where_sure": sure[1],
        **{f"fold_{n}_of_inside": share for n, (share, _) in enumerate(chosen)},
        **{f"fold_{n}_same_event": chance for n, (_, chance) in enumerate(chosen)},
    }


def written(trees: Trees) -> dict[str, Any]:
    """What ships, as plain values."""
    return {
        "source": "ECB+ (Cybulska and Vossen 2014, CC BY 3.0), official train and dev topics of the open half; "
        "boosted by training/events.py",
        "trees": [_plain(tree) for tree in trees.known],
        "without_meanings": [_plain(tree) for tree in trees.unknown],
    }


def _plain(tree: Tree) -> dict[str, Any]:
    return {
        "asks": [FEATURES[n] for n in tree.features],
        "above": [round(v, 6) for v in tree.above],
        "values": [round(v, 5) for v in tree.values],
    }


def main(source: str, target: str) -> None:
    """Measure, fit on all that may be used, and write."""
    path = Path(source)
    for name, value in results(path).items():
        print(f"{name:28s} {value:.4f}")
    corpus = Corpus(path)
    pairs = Pairs(corpus, OF_INSIDE)
    bare = Pairs(corpus, OF_INSIDE, meanings=False)
    every, of_bare = (np.ones(len(each.pairs), dtype=np.bool_) for each in (pairs, bare))
    trees = Trees(known=pairs.fit(every).known, unknown=bare.fit(of_bare).unknown)
    seen = group(len(corpus.mentions), pairs.pairs, probabilities(pairs.table, trees), SAME_EVENT)
    print(f"{'fitted_on_these':28s} {corpus.conll(seen):.4f}")
    Path(target).write_text(shipped(trees), encoding="utf-8")


def shipped(trees: Trees) -> str:
    """What ships as JSON, a tree a line."""
    parts = [
        f"{json.dumps(name)}: " + (json.dumps(held) if isinstance(held, str) else _lines(held))
        for name, held in written(trees).items()
    ]
    return "{" + ",\n".join(parts) + "}\n"


def _lines(trees: Sequence[dict[str, Any]]) -> str:
    return "[\n" + ",\n".join(json.dumps(tree) for tree in trees) + "\n]"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
