"""Fit how likely participants are in their roles on judged claims of articles and our own labelled sentences.

    python -m training.role_confidence PATH/TO/corpora      # writes src/sayso/lexicon/role_weights.json

A row is one participant of an event whose type is right. Of articles: every participant of the verdicts in the part
`fit` that still stand, wrong where `training/verdicts/participants.tsv` names it, right elsewhere; of our own
sentences: right where a label has the role on these words. These weigh `SENTENCES` of an article's row and have a
constant of their own, since their labels are strict and their telling is varied. Folds are whole corpora, all our
stories one; sentences are in every fold. Printed is how the chances order the participants of claims that are kept: how
many are left out at each bound, and how many of those are wrong. Minutes on a CPU; the same weights each time.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from sayso.model import Block, Document, Event
from sayso.settings import Settings
from sayso.stages.annotate import annotate
from sayso.stages.attribute import attribute
from sayso.stages.compose import compose
from sayso.stages.extract import found_in
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.event import raw_argument
from sayso.stages.extract.parse.tree import Tree
from sayso.stages.extract.participants import signs_of
from sayso.stages.normalise import normalise
from sayso.tools import Tools, load_tools
from training.article_confidence import LEXICON, chances, corpus_of, log_odds
from training.check_events import read_sentences
from training.claim_confidence import Floats, order, overlaps, place
from training.claim_verdicts import FOLDER, OF_KIND, Verdict, find_again, load_verdicts, texts

PREFIXES = ("role ", "slot ", "type ", "word ", "dep ", "event ", "over ", "tag ", "entity ")
"""Signs with a name in them: not scaled, and weighed from LEAST rows on."""
RIDGE, NAMED, LEAST = 60.0, 8.0, 3
"""Weights of the squared weights of scaled signs and of named ones, and the rows that a named one needs. Chosen by
cross-validation among six."""
SENTENCES = 0.4
OWN = "own sentence"
"""The sign that a row is of our own sentences; reading never has it."""
KEPT = 0.7
"""Confidence from which on general claims are kept (`least_confidence` of the pack `plover`)."""
BOUNDS = (0.6, 0.65, 0.7, 0.75, 0.8, 0.85)

Fault = tuple[str, str, int, str, str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A participant with whether he has the role that he was given."""

    seen: Mapping[str, float]
    right: bool
    corpus: str
    kept: bool
    """Whether his claim is sure enough to be kept."""


def faults() -> set[Fault]:
    """Which participants of judged claims are in a role that they do not have."""
    with (FOLDER / "participants.tsv").open(encoding="utf-8", newline="") as lines:
        return {
            (r["corpus"], r["document"], int(r["start"]), r["type"], r["role"], int(r["participant"]))
            for r in csv.DictReader(lines, delimiter="\t")
        }


def of_articles(corpora: Path, part: str, tools: Tools) -> Iterator[Judged]:
    """The participants of judged claims that still stand as they were judged, and whose type is right."""
    known = faults()
    for document, verdicts in texts(corpora, load_verdicts(part)):
        parsed = annotate(document, tools.nlp)
        mentions = normalise(parsed, gazetteer=tools.gazetteer, aliases=tools.aliases)
        given = attribute(parsed, mentions, cues=tools.cues, encoder=tools.encoder, threshold=tools.threshold)
        events, sureness = found_in(parsed, given, mentions, packs=tools.packs, encoder=tools.encoder)
        claims = compose(parsed, tuple(event for _, _, event in events), given, mentions, tools.packs)
        by_place = {(e.trigger.start, e.event_type): (m, f, e) for m, f, e in events}
        denoted = Denoted(sureness.tree, mentions)
        for one in find_again(verdicts, claims):
            if one.claim is None or not one.holds or one.verdict.cause in OF_KIND:
                continue
            if one.verdict.cause == "participant" and not _is_told_of(one.verdict, known):
                continue  # nobody has said yet which participant it is
            match, fillers, event = by_place[one.claim.trigger.start, one.claim.event_type]
            kept = sureness.is_of_field(event.event_type) or event.confidence >= KEPT
            for filler, seen in _seen(sureness.tree, match, fillers, event, denoted):
                argument = raw_argument(sureness.tree, filler, document.text)
                at = _fault(one.verdict, argument.role, argument.span.start)
                corpus = corpus_of(one.verdict)
                yield Judged(seen=seen, right=at not in known, corpus=corpus, kept=kept)


def _is_told_of(verdict: Verdict, known: set[Fault]) -> bool:
    """Whether it is known which participant of a claim is in a role that he does not have."""
    claim = (verdict.corpus, verdict.document, verdict.start, verdict.event_type)
    return any(fault[:4] == claim for fault in known)


def _fault(verdict: Verdict, role: str, start: int) -> Fault:
    return (verdict.corpus, verdict.document, verdict.start, verdict.event_type, role, start)


def _seen(
    tree: Tree, match: Match, fillers: Sequence[Filler], event: Event, denoted: Denoted
) -> Iterator[tuple[Filler, dict[str, float]]]:
    for filler in fillers:
        yield filler, signs_of(tree, match, fillers, filler, denoted, event.confidence)


def of_sentences(tools: Tools) -> Iterator[Judged]:
    """The participants of events in our own sentences whose type a label has on their words."""
    for row in read_sentences():
        text = row["text"]
        block = Block(kind="paragraph", start=0, end=len(text))
        parsed = annotate(Document(id=row["id"], language="en", text=text, blocks=(block,)), tools.nlp)
        mentions = normalise(parsed, gazetteer=tools.gazetteer, aliases=tools.aliases)
        events, sureness = found_in(parsed, (), mentions, packs=tools.packs, encoder=tools.encoder)
        denoted = Denoted(sureness.tree, mentions)
        for match, fillers, event in events:
            wanted = labelled(row, event)
            for filler, seen in _seen(sureness.tree, match, fillers, event, denoted) if wanted is not None else ():
                span = raw_argument(sureness.tree, filler, text).span
                right = any(filler.role == r and overlaps((span.start, span.end), at) for r, at in wanted or ())
                yield Judged(seen=seen | {OWN: 1.0}, right=right, corpus=OWN, kept=False)


def labelled(row: Mapping[str, Any], event: Event) -> list[tuple[str, tuple[int, int]]] | None:
    """Roles and words of the label that has the event's type on its trigger; None without one."""
    trigger = (event.trigger.start, event.trigger.end)
    for one in row["events"]:
        if one["type"] == event.event_type and overlaps(trigger, place(row["text"], one["trigger"], one.get("at"))):
            return [(a["role"], place(row["text"], a["text"], a.get("at"))) for a in one["arguments"]]
    return None


def fit(rows: Sequence[Judged]) -> dict[str, Any]:
    """Bias and weights by name, for values as they are; Newton's steps."""
    counts = Counter(name for row in rows for name in row.seen)
    signs = sorted(name for name in counts if not name.startswith(PREFIXES))
    named = sorted(name for name, count in counts.items() if name.startswith(PREFIXES) and count >= LEAST)
    table = np.array([[row.seen.get(name, 0.0) for name in (*signs, *named)] for row in rows])
    right = np.array([float(row.right) for row in rows])
    share = np.array([SENTENCES if row.corpus == OWN else 1.0 for row in rows])
    mean, spread = table.mean(axis=0), table.std(axis=0)
    mean[len(signs) :], spread[len(signs) :] = 0.0, 1.0
    spread[spread < 1e-9] = 1.0
    held = np.column_stack([(table - mean) / spread, np.ones(len(rows))])
    ridge = np.diag([*[RIDGE] * len(signs), *[NAMED] * len(named), 1e-6])
    found = np.zeros(held.shape[1])
    for _ in range(25):
        p = 1.0 / (1.0 + np.exp(-(held @ found)))
        bend = (held * (share * p * (1 - p))[:, None]).T @ held + ridge
        found = found + np.linalg.solve(bend, held.T @ (share * (right - p)) - ridge @ found)
    weights = found[:-1] / spread
    kept = {n: round(float(w), 4) for n, w in zip((*signs, *named), weights, strict=True) if abs(w) >= 5e-5}
    kept.pop(OWN, None)
    return {"bias": round(float(found[-1] - weights @ mean), 4), "weights": kept}


def cross_validated(articles: Sequence[Judged], sentences: Sequence[Judged]) -> Floats:
    """The chance of each participant of articles by a model that saw nothing of his corpus."""
    found = np.zeros(len(articles))
    for corpus in sorted({one.corpus for one in articles}):
        model = fit([*(one for one in articles if one.corpus != corpus), *sentences])
        here = [i for i, one in enumerate(articles) if one.corpus == corpus]
        found[here] = [log_odds(model, articles[i].seen) for i in here]
    return chances(found)


def measured(rows: Sequence[Judged], given: Floats) -> dict[str, Any]:
    """Of the participants of kept claims: how they are ordered, and what each bound leaves out."""
    kept = np.array([one.kept for one in rows])
    right = np.array([float(one.right) for one in rows])[kept]
    scores = given[kept]
    left = {str(b): [int((right[scores < b] == 0).sum()), int((scores < b).sum())] for b in BOUNDS}
    counts = {"participants": len(right), "wrong": int((right == 0).sum())}
    return counts | {"order": round(order(scores, right), 3), "left out: wrong, all": left}


def main() -> None:
    """Read the command line, fit and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="folder of the labelled corpora")
    parser.add_argument("--lexicon", type=Path, default=LEXICON, help="folder that role_weights.json goes to")
    options = parser.parse_args()
    tools = load_tools(Settings(all_claims=True))
    articles, check = (list(of_articles(options.corpora, part, tools)) for part in ("fit", "check"))
    sentences = list(of_sentences(tools))
    model = fit([*articles, *sentences])
    path = options.lexicon / "role_weights.json"
    path.write_text(json.dumps(model, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    told = {
        "by corpus": measured(articles, cross_validated(articles, sentences)),
        "check": measured(check, chances(np.array([log_odds(model, one.seen) for one in check]))),
    }
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
