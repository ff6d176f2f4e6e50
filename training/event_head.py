"""Train the head for events over the encoder that ships, and the confidence of claims on top of it.

    python -m training.event_head [--weights src/sayso/weights] [--lexicon src/sayso/lexicon]

Run after `training.reader` and `training.slim`; minutes on a CPU, and the same files each time. Of our own labelled
sentences (`training/data/events`) and nothing else are made

- the head *events* in `reader.onnx`: for every word one score a type and one for none, a linear function of the states
  of two layers for the word itself, and of the last layer for its objects and for what stands beside it. The encoder
  stays as it is, so attributions do not change;
- `claim_weights.json`: a logistic model of whether an event that the rules find has the label's type and no wrong
  participant. Its chances of the head are those of folds that had not seen the sentence.

The layer of that file that articles taught (`training.article_confidence`) rests on this one: fit it anew afterwards.

Folds are whole blocks of neighbouring sentences (`training/event_split.py`). The record goes to `training/runs`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from sayso.lexicon.packs import load_packs
from sayso.model import Block, Document
from sayso.settings import Settings
from sayso.stages.annotate import annotate
from sayso.stages.extract.confidence import HEAD, NONE, beside, objects_of
from sayso.stages.extract.parse.tree import Tree
from sayso.tools.encoder import WEIGHTS, cut, mark_ids, window_input
from training.card import write_model_card
from training.check_events import read_sentences, roles_by_type
from training.claim_confidence import (
    FOLDS,
    OUTPUTS,
    Floats,
    confidence_model,
    head_of,
    is_candidate,
    judged_events,
    place,
)
from training.event_split import fold_of
from training.graph import layer_output
from training.table import RUNS

LEXICON = Path(__file__).parent.parent / "src" / "sayso" / "lexicon"
OWN_LAYERS = (2, 4)
"""Layers, counted from 1, whose states tell what a word names by itself: chosen with LAST among seven settings by
cross-validation on the sentences."""
LAST = 6
DECAY = 2e-3
"""Weight of the squared weights beside the mean cross entropy."""
STEPS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A labelled sentence with its parse and the states of its words."""

    row: Mapping[str, Any]
    tree: Tree
    starts: NDArray[np.int64]
    """First code point of the encoder's words."""
    states: NDArray[np.float32]
    """Word, layer (as in STATES), width."""

    def at(self, token: int) -> NDArray[np.float32]:
        """The states of the word in which a token begins."""
        row = int(np.searchsorted(self.starts, self.tree.starts[token], side="right")) - 1
        return self.states[max(row, 0)]

    def mean(self, tokens: Sequence[int]) -> NDArray[np.float32]:
        """The mean of the last layer's states; zeros for none."""
        if not tokens:
            return np.zeros(self.states.shape[2], dtype=np.float32)
        found: NDArray[np.float32] = np.mean([self.at(token)[-1] for token in tokens], axis=0)
        return found


def with_states(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph with the wanted layers' states of the asked words as outputs, for training."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    for layer in (*OWN_LAYERS, LAST):
        name = f"state{layer}"
        watched.graph.node.append(asked(layer, name))
        watched.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    return watched


def asked(layer: int, name: str) -> onnx.NodeProto:
    """A node that gives a layer's states of the asked words; the last layer is worked out for those alone."""
    if layer == LAST:
        return helper.make_node("Identity", [layer_output(layer)], [name])
    return helper.make_node("Gather", [layer_output(layer), "rows"], [name], axis=1)


def read_all(model: onnx.ModelProto, tokenizer: Tokenizer, max_pieces: int) -> list[Sentence]:
    """All sentences that the reader reads; what it takes for boilerplate of a page is left out."""
    import spacy

    nlp = spacy.load(Settings().language_model, exclude=["senter"])
    session = InferenceSession(with_states(model).SerializeToString(), providers=["CPUExecutionProvider"])
    found = []
    for row in read_sentences():
        text = row["text"]
        block = Block(kind="paragraph", start=0, end=len(text))
        parsed = annotate(Document(id=row["id"], language="en", text=text, blocks=(block,)), nlp)
        if parsed.paragraphs:
            starts, states = states_of(session, tokenizer, text, parsed.paragraphs, max_pieces)
            found.append(Sentence(row=row, tree=Tree(parsed.doc), starts=starts, states=states))
    return found


def states_of(
    session: InferenceSession, tokenizer: Tokenizer, text: str, paragraphs: Sequence[tuple[int, int]], max_pieces: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """First code points of the words, and their states in the wanted layers."""
    pieces = cut(text, paragraphs, tokenizer, max_pieces=max_pieces)
    cls, sep = mark_ids(tokenizer)
    names = [f"state{layer}" for layer in (*OWN_LAYERS, LAST)]
    parts = []
    for window in range(int(pieces.windows[-1]) + 1):
        shown, places = window_input(pieces, window, cls=cls, sep=sep)
        rows = np.flatnonzero((places >= 0) & pieces.opens_word[places])
        given = session.run(names, {"ids": shown[None, :], "rows": rows})
        parts.append(np.stack([np.asarray(one)[0] for one in given], axis=1))
    return pieces.starts[pieces.opens_word], np.concatenate(parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What the head learns from: parallel arrays, one row a word."""

    inputs: NDArray[np.float32]
    labels: NDArray[np.int64]
    folds: NDArray[np.int64]
    where: Mapping[tuple[int, int], int]
    """(sentence, token) -> row."""


def words_of(sentences: Sequence[Sentence], kinds: Sequence[str]) -> Words:
    """Every verb, noun and adjective, and every labelled trigger."""
    inputs, labels, folds, where = [], [], [], {}
    for number, sentence in enumerate(sentences):
        tree, text = sentence.tree, sentence.row["text"]
        named: dict[int, str] = {}
        for event in sentence.row["events"]:
            token = head_of(tree, place(text, event["trigger"], event.get("at")))
            if token is not None:
                named.setdefault(token, event["type"])
        for token in range(len(tree.words)):
            if token in named or is_candidate(tree, token):
                where[number, token] = len(inputs)
                own = [sentence.at(token)[k] for k in range(len(OWN_LAYERS))]
                others = [sentence.mean(objects_of(tree, token)), sentence.mean(beside(tree, token))]
                inputs.append(np.concatenate([*own, *others]))
                labels.append(kinds.index(named.get(token, NONE)))
                folds.append(fold_of(sentence.row, FOLDS))
    return Words(inputs=np.array(inputs), labels=np.array(labels), folds=np.array(folds), where=where)


def fit_head(inputs: NDArray[np.float32], labels: NDArray[np.int64], count: int) -> tuple[Floats, Floats]:
    """Weights and biases of a softmax regression on the inputs as they are; scaled inside."""
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-6
    shown, wanted = torch.tensor((inputs - mean) / spread), torch.tensor(labels)
    layer = torch.nn.Linear(inputs.shape[1], count)
    torch.nn.init.zeros_(layer.weight)
    torch.nn.init.zeros_(layer.bias)
    optimizer = torch.optim.LBFGS(layer.parameters(), max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = torch.nn.functional.cross_entropy(layer(shown), wanted) + DECAY * (layer.weight**2).sum() / 2
        value.backward()
        return value

    optimizer.step(loss)  # type: ignore[arg-type]
    weights = layer.weight.detach().numpy().astype(float) / spread
    return weights, layer.bias.detach().numpy().astype(float) - weights @ mean


def softmax(scores: Floats) -> Floats:
    """Rows of scores as chances."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Floats = raised / raised.sum(axis=1, keepdims=True)
    return found


def cross_validated(words: Words, count: int) -> Floats:
    """Each word's chances by weights that saw no sentence of its block."""
    found = np.zeros((len(words.labels), count))
    for fold in range(FOLDS):
        out = words.folds == fold
        weights, bias = fit_head(words.inputs[~out], words.labels[~out], count)
        found[out] = softmax(words.inputs[out] @ weights.T + bias)
    return found


def foretold(
    sentences: Sequence[Sentence], words: Words, chances: Floats
) -> Iterator[tuple[Mapping[str, Any], Tree, Mapping[int, Floats]]]:
    """Each sentence with its parse and the chances of its words by token."""
    by_sentence: dict[int, dict[int, Floats]] = {}
    for (number, token), row in words.where.items():
        by_sentence.setdefault(number, {})[token] = chances[row]
    for number, sentence in enumerate(sentences):
        yield sentence.row, sentence.tree, by_sentence.get(number, {})


def head_figures(words: Words, chances: Floats) -> dict[str, Any]:
    """How good the head is by itself: at the type of a labelled trigger, and as a finder of events."""
    labelled = words.labels > 0
    best, surest = chances[:, 1:].argmax(axis=1) + 1, chances[:, 1:].max(axis=1)
    figures: dict[str, Any] = {
        "type_of_trigger": round(float((best == words.labels)[labelled].mean()), 3),
        "finder": [],
    }
    for least in (0.3, 0.5, 0.7, 0.9):
        hits = float(((best == words.labels) & (surest >= least)).sum())
        found = float((surest >= least).sum())
        figures["finder"].append(
            {"least": least, "precision": round(hits / found, 3), "recall": round(hits / float(labelled.sum()), 3)}
        )
    return figures


def add_head(model: onnx.ModelProto, weights: Floats, bias: Floats) -> None:
    """Put the head into the graph; one that is there is taken out first."""
    graph = model.graph
    for held in (graph.node, graph.initializer, graph.output):
        for entry in [e for e in held if (e.output[0] if held is graph.node else e.name).startswith("events.")]:
            held.remove(entry)
    parts = np.split(weights.astype(np.float32), len(OWN_LAYERS) + 2, axis=1)
    for name, part in zip((*(f"own{layer}" for layer in OWN_LAYERS), "objects", "subjects"), parts, strict=True):
        graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(part.T), f"events.{name}.weight"))
    graph.initializer.append(numpy_helper.from_array(bias.astype(np.float32), "events.bias"))
    summed = "events.bias"
    for layer in OWN_LAYERS:
        last = layer == OWN_LAYERS[-1]
        graph.node.append(asked(layer, f"events.state{layer}"))
        product = [f"events.state{layer}", f"events.own{layer}.weight"]
        graph.node.append(helper.make_node("MatMul", product, [f"events.product{layer}"]))
        total = OUTPUTS[0] if last else f"events.sum{layer}"
        graph.node.append(helper.make_node("Add", [f"events.product{layer}", summed], [total]))
        summed = total
    for output in OUTPUTS[1:]:
        graph.node.append(helper.make_node("MatMul", [layer_output(LAST), f"{output}.weight"], [output]))
    shape = [1, "words", len(bias)]
    graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in OUTPUTS)
    onnx.checker.check_model(model)


def ship(model: onnx.ModelProto, card: dict[str, Any], weights: Path, *, kinds: Sequence[str], version: str) -> None:
    """Write the graph with the head, and `reader.json` that tells of it."""
    onnx.save(model, str(weights / "reader.onnx"))
    card["version"], card["heads"][HEAD] = version, {"labels": kinds, "outputs": OUTPUTS, "settings": {}}
    card["sha256"]["reader.onnx"] = hashlib.sha256((weights / "reader.onnx").read_bytes()).hexdigest()
    (weights / "reader.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def train(weights: Path, lexicon: Path, version: str) -> dict[str, Any]:
    """Train and write all files; gives what was measured."""
    torch.manual_seed(0)
    kinds = (NONE, *sorted(roles_by_type()))
    card = json.loads((weights / "reader.json").read_text(encoding="utf-8"))
    model = onnx.load(str(weights / "reader.onnx"))
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    sentences = read_all(model, tokenizer, card["max_pieces"])
    words = words_of(sentences, kinds)
    chances = cross_validated(words, len(kinds))
    events = judged_events(foretold(sentences, words, chances), kinds, load_packs(Settings().packs))
    with_head, measured_with = confidence_model(events, head=True)
    without_head, measured_without = confidence_model(events, head=False)
    add_head(model, *fit_head(words.inputs, words.labels, len(kinds)))
    ship(model, card, weights, kinds=kinds, version=version)
    source = (
        "sentences: our own labelled sentences (training/data/events), training/event_head.py; articles: claims of "
        "articles judged by hand (training/verdicts/fit.tsv), training/article_confidence.py; logistic regression both"
    )
    path = lexicon / "claim_weights.json"
    held = json.loads(path.read_text(encoding="utf-8"))  # the layer of articles rests on it: fit that anew as well
    held |= {"source": source, "sentences": {"with head": with_head, "without head": without_head}}
    path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    record = {
        "version": version,
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "sentences": len(sentences),
        "words": len(words.labels),
        "triggers": int((words.labels > 0).sum()),
        "head": head_figures(words, chances),
        "confidence_with_head": measured_with,
        "confidence_without_head": measured_without,
    }
    run_path = RUNS / f"{card['run']}.json"
    run = json.loads(run_path.read_text(encoding="utf-8")) | {"events": record}
    run_path.write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")
    write_model_card(run, weights)
    return record


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder with reader.onnx, reader.json")
    parser.add_argument("--lexicon", type=Path, default=LEXICON, help="folder for claim_weights.json")
    parser.add_argument("--version", default=f"{datetime.now(UTC):%Y.%m.%d}")
    options = parser.parse_args()
    print(json.dumps(train(options.weights, options.lexicon, options.version), indent=1))


if __name__ == "__main__":
    main()
