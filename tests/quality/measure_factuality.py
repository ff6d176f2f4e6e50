"""How well firmness is read. The weights of the score were fitted on the train split of UDS-IH2 alone."""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sayso.stages.extract.parse.tree import Tree
from sayso.stages.extract.score import commitment_score, factuality_score
from shared import scorer, shared


def rows_of(corpus: str, split: str | None = None) -> list[dict[str, Any]]:
    with gzip.open(shared(f"corpora/{corpus}/dev.jsonl.gz"), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row for row in rows if split is None or row["split"] == split]


def token_at(tree: Tree, start: int, end: int) -> int | None:
    """The token that a labelled span means: the last verb of it, else its last word."""
    inside = [i for i in range(len(tree.words)) if tree.starts[i] < end and start < tree.ends[i]]
    verbs = [i for i in inside if tree.is_verb(i)]
    return (verbs or inside or [None])[-1]


def predict(row: dict[str, Any], tree: Tree, *, committed: bool) -> dict[str, Any]:
    score = commitment_score if committed else factuality_score
    events = []
    for event in row["events"]:
        token = token_at(tree, event["start"], event["end"])
        if token is not None:
            events.append({"start": event["start"], "end": event["end"], "factuality": score(tree, token)})
    return {"id": row["id"], "events": events}


def measure_corpus(corpus: str, *, nlp: Any, split: str | None = None, limit: int | None = None) -> dict[str, Any]:
    rows = rows_of(corpus, split)[:limit]
    committed = corpus == "factuality_meantime"
    docs = nlp.pipe(row["text"] for row in rows)
    found = {row["id"]: predict(row, Tree(doc), committed=committed) for row, doc in zip(rows, docs, strict=True)}
    result: dict[str, Any] = scorer("factuality").score({row["id"]: row for row in rows}, found)
    return result


def measure() -> dict[str, float]:
    """The figures of the quality table and the verb table's; of UDS the dev split: train was fitted on."""
    import spacy

    from sayso.settings import Settings

    nlp = spacy.load(Settings().language_model, exclude=["senter"])
    uds = measure_corpus("factuality_uds", nlp=nlp, split="dev")
    meantime = measure_corpus("factuality_meantime", nlp=nlp)
    verbs = measure_corpus("factuality_megaveridicality", nlp=nlp)
    return {
        "uds r, dev split": uds["r"],
        "meantime macro-F1": meantime["macro f1"],
        "megaveridicality r": verbs["r"],
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
