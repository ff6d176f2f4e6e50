"""How well attributions are found: PolNeAR dev by rules and by the model; chains by our own passages."""

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from chains import read_gold, score

from factory import make_document
from sayso.lexicon.cues import load_cues
from sayso.model import Attribution, Mentions, Parsed
from sayso.settings import Settings
from sayso.stages.annotate import annotate
from sayso.stages.attribute import attribute
from sayso.tools.load import threshold_of
from shared import ROOT, scorer


def articles(limit: int | None = None) -> Iterator[dict[str, Any]]:
    """PolNeAR dev."""
    with gzip.open(ROOT / "corpora" / "polnear" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)


def as_offsets(found: tuple[Attribution, ...]) -> list[dict[str, Any]]:
    """What the scorer wants."""
    return [
        {role: [[s.start, s.end] for s in getattr(a, role)] for role in ("source", "cue", "content")} for a in found
    ]


def default(encoder: Any) -> float:
    """The threshold that reading uses."""
    return threshold_of(Settings(), encoder)


def polnear(nlp: Any, encoder: Any = None, *, limit: int | None = None) -> dict[str, float]:
    """Joint and content scores, outermost attributions only, and the time of the stage against that of spaCy."""
    scoring = scorer("attribution")
    pattern = scoring.re.compile(scoring.TOKEN)
    total: Counter[Any] = Counter()
    parsing = reading = 0.0
    for row in articles(limit):
        begun = time.process_time()
        parsed = annotate(make_document(row["text"]), nlp)
        parsing += time.process_time() - begun
        begun = time.process_time()
        found = attribute(parsed, Mentions(), cues=load_cues(), encoder=encoder, threshold=default(encoder))
        reading += time.process_time() - begun
        total += scoring.count_article(row, {"attributions": as_offsets(found)}, pattern, True)
    scores = scoring.report(total)["attributions"]
    figures = {
        f"{kind} {name}": scores[kind][name] for kind in ("joint", "content") for name in ("precision", "recall", "f1")
    }
    return {**figures, "time against annotate": round(reading / parsing, 3)}


def passages(nlp: Any, part: str, encoder: Any = None, wrong: list[str] | None = None) -> dict[str, float]:
    """Scores on our own marked passages."""

    def read(text: str) -> tuple[Attribution, ...]:
        parsed: Parsed = annotate(make_document(text), nlp)
        return attribute(parsed, Mentions(), cues=load_cues(), encoder=encoder, threshold=default(encoder))

    return score(read_gold(part), read, wrong)


def load_model() -> Any:
    """The trained reader, or None while no weights ship."""
    from sayso.tools.encoder import WEIGHTS, load_encoder

    return load_encoder() if (WEIGHTS / "reader.json").exists() else None


def measure() -> dict[str, Any]:
    """All figures by way of finding attributions."""
    import spacy

    nlp = spacy.load(Settings().language_model, exclude=["senter"])
    ways = {"rules": None, "model": load_model()}
    return {
        f"{way}: {name}": figures
        for way, encoder in ways.items()
        if way == "rules" or encoder is not None
        for name, figures in (
            ("PolNeAR dev", polnear(nlp, encoder)),
            ("passages dev", passages(nlp, "dev", encoder)),
            ("passages test", passages(nlp, "test", encoder)),
        )
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
