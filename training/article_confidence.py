"""Fit how sure a claim is on claims of real articles that people judged: the layer *articles* of `claim_weights.json`.

    python -m training.article_confidence PATH/TO/corpora                   # cross-validate and write the weights
    python -m training.article_confidence PATH/TO/corpora --part check      # what today's weights make of another part

A ridge logistic model over what the layer below looks at, its own value (`first`), the signs (`extract/signs.py`), the
type, and the trigger's word where two verdicts or more have it. An event is right here where its type, its participants
and its firmness are: a source, a place and a date are not the event's (`EVENT_FAULTS`). Fitted on the part `fit` alone,
which holds only texts that weights may be fitted on. Folds are whole stories; the second cross-validation leaves out
whole corpora. Without the encoder the same is fitted without its head. Minutes on a CPU; the same weights each time.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from sayso.settings import Settings
from sayso.stages.annotate import annotate
from sayso.stages.attribute import attribute
from sayso.stages.compose import compose
from sayso.stages.extract import found_in
from sayso.stages.extract.confidence import weighed
from sayso.stages.extract.firmness.climb import firmness_of
from sayso.stages.normalise import normalise
from sayso.tools import Tools, load_tools
from training.claim_confidence import Floats, order
from training.claim_verdicts import PARTS, Verdict, find_again, load_verdicts, texts

LEXICON = Path(__file__).parent.parent / "src" / "sayso" / "lexicon"
EVENT_FAULTS = frozenset({"type", "no event", "participant", "entity", "firmness"})
FOLDS = 8
RIDGE = 300.0
"""Weight of the squared weights of signs, which are scaled to a spread of one. Chosen, with NAMED, by the second
cross-validation and the part `check` among twelve settings."""
NAMED = 12.0
"""The same for types and words, which are not scaled: a few verdicts of a word should say something."""
FREE = 0.01
"""The same for the layer below: what our own sentences taught is kept as it is."""
LEAST = 2
"""Verdicts that a word needs to have a weight of its own."""
NAMES = ("type ", "word ")
SHARES = (0.25, 0.4, 0.6, 0.85)
"""Shares of the claims that are kept, the surest first, when models are compared."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """A judged claim with what its event's confidence is made of."""

    verdict: Verdict
    seen: Mapping[str, float]
    source: float
    """Confidence of its attribution; 1 in the article's own voice."""
    of_field: bool
    """Whether its type is a field's own."""

    @property
    def event_right(self) -> float:
        """1 where what the event is made of is right."""
        return float(self.verdict.cause not in EVENT_FAULTS)


def looked_at(corpora: Path, part: str, tools: Tools) -> list[Looked]:
    """The judged claims of a part that are still made and still stand as they were judged."""
    found = []
    for document, verdicts in texts(corpora, load_verdicts(part)):
        with tools.nlp.memory_zone():
            parsed = annotate(document, tools.nlp)
            mentions = normalise(parsed, gazetteer=tools.gazetteer, aliases=tools.aliases)
            given = attribute(parsed, mentions, cues=tools.cues, encoder=tools.encoder, threshold=tools.threshold)
            events, sureness = found_in(parsed, given, mentions, packs=tools.packs, encoder=tools.encoder)
            claims = compose(parsed, tuple(event for _, _, event in events), given, mentions, tools.packs)
            by_place = {(e.trigger.start, e.event_type): (m, f, e) for m, f, e in events}
            sources = {attribution.id: attribution.confidence for attribution in given}
            for one in find_again(verdicts, claims):
                if one.claim is None or not one.holds:
                    continue
                match, fillers, _ = by_place[one.claim.trigger.start, one.claim.event_type]
                firm = firmness_of(sureness.tree, match.token, match.frame.anchor, text=document.text)
                found.append(
                    Looked(
                        verdict=one.verdict,
                        seen=sureness.seen(match, fillers, firm)[0],
                        source=sources.get(one.claim.attribution or "", 1.0),
                        of_field=sureness.is_of_field(one.claim.event_type),
                    )
                )
    return found


def story_of(verdict: Verdict) -> str:
    """What is left out together: a story of our own, else a document."""
    return verdict.corpus if verdict.corpus.startswith("story:") else f"{verdict.corpus} {verdict.document}"


def corpus_of(verdict: Verdict) -> str:
    """The corpus; all our own stories are one."""
    return verdict.corpus.partition(":")[0]


def without_head(seen: Mapping[str, float]) -> dict[str, float]:
    """What would be looked at without the encoder."""
    left = {name: value for name, value in seen.items() if not name.startswith("head ") and name != "first"}
    return left | {"first": weighed(left, "sentences", head=False)}


def fit(rows: Sequence[Mapping[str, float]], right: Floats) -> dict[str, Any]:
    """Bias and weights by name, for values as they are; Newton's steps."""
    counts = Counter(name for row in rows for name in row if name.startswith(NAMES))
    signs = sorted({name for row in rows for name in row if not name.startswith(NAMES)})
    named = sorted(name for name, count in counts.items() if count >= LEAST)
    table = np.array([[row.get(name, 0.0) for name in (*signs, *named)] for row in rows])
    mean, spread = table.mean(axis=0), table.std(axis=0)
    mean[len(signs) :], spread[len(signs) :] = 0.0, 1.0
    spread[spread < 1e-9] = 1.0
    held = np.column_stack([(table - mean) / spread, np.ones(len(rows))])
    ridge = np.diag([*(FREE if name == "first" else RIDGE for name in signs), *[NAMED] * len(named), 1e-6])
    found = np.zeros(held.shape[1])
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-(held @ found)))
        bend = (held * (p * (1 - p))[:, None]).T @ held + ridge
        found = found + np.linalg.solve(bend, held.T @ (right - p) - ridge @ found)
    weights = found[:-1] / spread
    bias = float(found[-1] - weights @ mean)
    kept = {n: round(float(w), 4) for n, w in zip((*signs, *named), weights, strict=True) if abs(w) >= 5e-5}
    return {"bias": round(bias, 4), "weights": kept}


def log_odds(model: Mapping[str, Any], row: Mapping[str, float]) -> float:
    """What a fitted model gives a row."""
    return float(model["bias"] + sum(model["weights"].get(name, 0.0) * value for name, value in row.items()))


def chances(values: Floats) -> Floats:
    """Log odds as chances."""
    found: Floats = 1.0 / (1.0 + np.exp(-values))
    return found


def cross_validated(looked: Sequence[Looked], rows: Sequence[Mapping[str, float]], groups: Sequence[str]) -> Floats:
    """The chance of each event by a model that saw no claim of its group."""
    folds = np.array([crc32(group.encode("utf-8")) % FOLDS for group in groups])
    if len(set(groups)) <= FOLDS:
        folds = np.unique(groups, return_inverse=True)[1]
    right, found = np.array([one.event_right for one in looked]), np.zeros(len(looked))
    for fold in sorted(set(folds.tolist())):
        model = fit([row for row, k in zip(rows, folds, strict=True) if k != fold], right[folds != fold])
        found[folds == fold] = [log_odds(model, row) for row, k in zip(rows, folds, strict=True) if k == fold]
    return chances(found)


def compared(looked: Sequence[Looked], events: Floats) -> dict[str, Any]:
    """How well chances of events, times those of their sources, order claims: area under the curve, and what share is
    wrong of the surest so many, of a field's own types and of the others."""
    right = np.array([float(one.verdict.right) for one in looked])
    scores = events * np.array([one.source for one in looked])
    own = np.array([one.of_field for one in looked])
    found: dict[str, Any] = {"claims": len(looked)}
    for name, part in (("all", own | ~own), ("field", own), ("general", ~own)):
        ranked = right[part][np.argsort(-scores[part], kind="stable")]
        found[name] = {
            "claims": int(part.sum()),
            "wrong": round(float(1 - right[part].mean()), 3),
            "order": round(order(scores[part], right[part]), 3),
            "wrong_among": {str(s): round(float(1 - ranked[: int(s * len(ranked))].mean()), 3) for s in SHARES},
        }
    return found


def trained(looked: Sequence[Looked]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two models of the layer, and what cross-validation says of them beside the layer below."""
    right = np.array([one.event_right for one in looked])
    layer, measured = {}, {}
    for name, rows in (
        ("with head", [one.seen for one in looked]),
        ("without head", [without_head(one.seen) for one in looked]),
    ):
        layer[name] = fit(rows, right)
        stories, corpora = [story_of(one.verdict) for one in looked], [corpus_of(one.verdict) for one in looked]
        measured[name] = {
            "layer below": compared(looked, chances(np.array([row["first"] for row in rows]))),
            "by story": compared(looked, cross_validated(looked, rows, stories)),
            "by corpus": compared(looked, cross_validated(looked, rows, corpora)),
        }
    return layer, measured


def shipped(looked: Sequence[Looked]) -> Floats:
    """What the weights that ship make of events: for parts that they were not fitted on."""
    return chances(np.array([weighed(one.seen, "articles", head="head own" in one.seen) for one in looked]))


def main() -> None:
    """Read the command line, and fit or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="folder of the labelled corpora")
    parser.add_argument(
        "--part", choices=PARTS, default="fit", help="`fit` writes the weights, the others measure them"
    )
    parser.add_argument("--lexicon", type=Path, default=LEXICON, help="folder of claim_weights.json")
    options = parser.parse_args()
    looked = looked_at(options.corpora, options.part, load_tools(Settings(all_claims=True)))
    if options.part != "fit":
        print(json.dumps(compared(looked, shipped(looked)), indent=1))
        return
    layer, measured = trained(looked)
    path = options.lexicon / "claim_weights.json"
    held = json.loads(path.read_text(encoding="utf-8")) | {"articles": layer}
    path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(measured, indent=1))


if __name__ == "__main__":
    main()
