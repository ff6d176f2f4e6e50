"""How well PLOVER types and roles are found. Nothing of plv, plover_gsr or roles is trained on."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from coder import code

from factory import make_document
from sayso.lexicon.packs import Pack, load_packs
from sayso.model import Parsed
from sayso.stages.annotate import annotate
from shared import scorer, shared


def rows_of(corpus: str, limit: int | None = None) -> list[dict[str, Any]]:
    lines = shared(f"corpora/{corpus}/dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[:limit]]


def record_of(row: dict[str, Any], parsed: Parsed, *, packs: Sequence[Pack], marked: bool) -> dict[str, Any]:
    """The one record that the scorer wants; where the corpus marks the actors, the act between them."""
    return {"id": row["id"], **code(parsed, packs, row.get("actors", ()) if marked else ())}


def measure_corpus(corpus: str, *, nlp: Any, limit: int | None = None) -> dict[str, Any]:
    """The scorer's result on one corpus's dev part."""
    score = scorer("events")
    rows = rows_of(corpus, limit)
    packs = load_packs([])
    found = {}
    for row in rows:
        parsed = annotate(make_document(row["text"]), nlp)
        found[row["id"]] = record_of(row, parsed, packs=packs, marked=corpus == "plv")
    rename = {"CONCEDE": "YIELD", "RETREAT": "YIELD"} if corpus == "plv" else {}
    result: dict[str, Any] = score.record_mode({row["id"]: row for row in rows}, found, rename, 0.5)
    return result


def measure(limit: int | None = None) -> dict[str, float]:
    """The three figures of the quality table, on the dev parts."""
    import spacy

    from sayso.settings import Settings

    nlp = spacy.load(Settings().language_model, exclude=["senter"])
    plv = measure_corpus("plv", nlp=nlp, limit=limit)
    gsr = measure_corpus("plover_gsr", nlp=nlp, limit=limit)
    roles = measure_corpus("roles", nlp=nlp, limit=limit)
    return {
        "plv macro-F1": round(plv["type"]["macro_f1"], 4),
        "plover_gsr accuracy": round(gsr["type"]["accuracy"], 4),
        "roles overlap F1": round(roles["actors"]["all/overlap"]["f1"], 4),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
