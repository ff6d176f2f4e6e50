"""Which facts an analyst wants of a story are found: the facts of its truth file, with the claims on their sentences.

    python tests/quality/measure_facts.py STORY.jsonl [STORY.jsonl ...]          # totals, story by story
    python tests/quality/measure_facts.py STORY.jsonl --show                     # with every fact and its claims
    python tests/quality/measure_facts.py STORY.jsonl --show missing             # only facts without any claim

A story is a file with an article a line and, beside it, `STORY.truth.json` whose `facts` name an article, a sentence
and in words what an analyst wants from it. Counted is a sentence that has a claim; whether a claim is of a fitting
type, and whether its fields are right, is for a reader to say (`--show` prints them as `read_claims.py` does).
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from read_claims import printed, shown

from sayso.model import Claim, Document
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.stages.ingest import from_record
from sayso.tools import Tools, load_tools

Fact = Mapping[str, Any]
"""`article`, `sentence` as it stands in the article, and `fact` in words."""


def facts_of(story: Path) -> list[Fact]:
    """The facts of the truth file beside a story."""
    truth = json.loads(story.with_suffix(".truth.json").read_text(encoding="utf-8"))
    if not truth.get("facts"):
        raise ValueError(f'{story.with_suffix(".truth.json")}: no list "facts"; this story has none to measure')
    return list(truth["facts"])


def articles_of(story: Path) -> dict[str, Document]:
    """The story's articles by the id that it gives them."""
    rows = [json.loads(line) for line in story.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {row["id"]: from_record(row)[0] for row in rows}


def place_of(fact: Fact, document: Document) -> tuple[int, int]:
    """Where the fact's sentence stands, whatever blanks and line breaks it is written with."""
    flat = [(i, c) for i, c in enumerate(document.text) if not c.isspace()]
    wanted = "".join(c for c in fact["sentence"] if not c.isspace())
    at = "".join(c for _, c in flat).find(wanted)
    if at < 0:
        raise ValueError(f"article {fact['article']} has no sentence {fact['sentence']!r}")
    return flat[at][0], flat[at + len(wanted) - 1][0] + 1


def on(claims: Sequence[Claim], span: tuple[int, int]) -> list[Claim]:
    """Claims whose trigger lies in the sentence."""
    return [claim for claim in claims if span[0] <= claim.trigger.start < span[1]]


def found(story: Path, tools: Tools) -> Iterator[tuple[Fact, Document, list[Claim]]]:
    """Each fact with the claims on its sentence; an article is read once."""
    articles, facts = articles_of(story), facts_of(story)
    claims = {name: read(articles[name], tools).claims for name in dict.fromkeys(f["article"] for f in facts)}
    for fact in facts:
        document = articles[fact["article"]]
        yield fact, document, on(claims[fact["article"]], place_of(fact, document))


def told(number: int, fact: Fact, document: Document, claims: Sequence[Claim]) -> str:
    """A fact and its claims for a reader."""
    lines = [f"== {number}. {fact['article']}: {fact['fact']}", f"   {' '.join(fact['sentence'].split())}"]
    return "\n".join([*lines, *(printed(n, shown(document, claim)) for n, claim in enumerate(claims, 1)), ""])


STORIES = Path(__file__).resolve().parents[1] / "stages" / "link" / "stories"


def measure() -> dict[str, str]:
    """Facts that have a claim on their sentence, of each story in the repository that names its facts."""
    tools = load_tools(Settings())
    named = [s for s in sorted(STORIES.glob("*.jsonl")) if '"facts"' in s.with_suffix(".truth.json").read_text("utf-8")]
    rows = {story.stem: list(found(story, tools)) for story in named}
    return {name: f"{sum(bool(claims) for *_, claims in each)} of {len(each)}" for name, each in rows.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--show", nargs="?", const="all", choices=["all", "missing"])
    asked = parser.parse_args()
    tools = load_tools(Settings())
    for story in asked.stories:
        rows = list(found(story, tools))
        if asked.show:
            for number, (fact, document, claims) in enumerate(rows, 1):
                if asked.show == "all" or not claims:
                    print(told(number, fact, document, claims))
        print(f"{story.stem}: {sum(bool(claims) for *_, claims in rows)} of {len(rows)} facts have a claim")


if __name__ == "__main__":
    main()
