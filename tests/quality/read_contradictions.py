"""Contradictions of real articles to be read by hand: a seeded sample, both sentences side by side.

    python tests/quality/read_contradictions.py timelines --documents 2040 --sample 60 --seed 1
    python tests/quality/read_contradictions.py timelines --about polarity actor
    python tests/quality/read_contradictions.py timelines --readings /tmp/timelines.pickle   # read once, relate again

The documents of the corpus's dev part are read and related together, as `relate` does with a ledger; each is its own
outlet. `--readings` keeps what was read in a file, so that a change of the linking rules is looked at without reading
anew. How contradictions are judged, and what readings found, is told in docs/method/stance.md. The output is for the
eyes of whoever reads: text of the corpora is not kept in the repository.
"""

import argparse
import pickle
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from read_claims import documents_of

from sayso.model import Claim, Contradiction, Document, Proposition, Reading
from sayso.pipeline import read, relate
from sayso.settings import Settings
from sayso.tools import load_tools


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """A contradiction with both of its claims and their documents."""

    proposition: Proposition
    contradiction: Contradiction
    sides: tuple[tuple[Claim, Document], tuple[Claim, Document]]


def readings_of(corpus: str, count: int, seed: int, kept: Path | None) -> list[Reading]:
    """What was read of so many documents; from the file where it is there, else read and written to it."""
    if kept is not None and kept.exists():
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]  # our own file, written below
    tools = load_tools(Settings())
    readings = [read(document, tools) for document in documents_of(corpus, count, seed)]
    if kept is not None:
        kept.write_bytes(pickle.dumps(readings))
    return readings


def pairs_of(readings: Sequence[Reading]) -> Iterator[Pair]:
    """Every contradiction that `relate` finds among them."""
    claims = {claim.id: (claim, reading.document) for reading in readings for claim in reading.claims}
    for proposition in relate(readings).propositions:
        for each in proposition.contradictions:
            yield Pair(proposition=proposition, contradiction=each, sides=(claims[each.left], claims[each.right]))


def printed(number: int, pair: Pair) -> str:
    """A contradiction as text: what it is about, then each side's document, day, sentence and main fields."""
    found = pair.contradiction
    detail = "; ".join(reason.detail or "" for reason in found.reasons)
    marks = f"{found.about} / {found.difference}" + (" / denied by the accused" if found.denial else "")
    lines = [f"{number}. {marks}: {detail}  [{pair.proposition.event_type}: {pair.proposition.title}]"]
    for claim, document in pair.sides:
        day = document.published.start if document.published else None
        chain = " < ".join(link.name for link in reversed(claim.chain)) or "own voice"
        sentence = document.text[claim.sentence.start : claim.sentence.end].strip()
        lines.append(f"   {document.given_id or document.id} {day} ({chain}; {claim.factuality}, {claim.polarity})")
        lines.append(f"      {' '.join(sentence.split())}")
        lines.append(f"      -> {' '.join(claim.content.text.split())}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", help="folder of shared/corpora with dev.jsonl and texts: timelines, wikievents, fnc")
    parser.add_argument("--documents", type=int, default=2040, help="how many documents are read")
    parser.add_argument("--sample", type=int, default=60, help="how many contradictions are printed")
    parser.add_argument("--about", nargs="*", help="only these: polarity, actor, figure, date, place")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readings", type=Path, help="file to keep what was read in, or to take it from")
    options = parser.parse_args()
    readings = readings_of(options.corpus, options.documents, options.seed, options.readings)
    found = [p for p in pairs_of(readings) if not options.about or p.contradiction.about in options.about]
    kinds = Counter(f"{p.contradiction.about}/{p.contradiction.difference}" for p in found)
    print(f"{len(found)} contradictions of {len(readings)} documents: {dict(sorted(kinds.items()))}")
    draw = random.Random(options.seed)
    for number, pair in enumerate(draw.sample(found, min(options.sample, len(found))), 1):
        print(printed(number, pair))


if __name__ == "__main__":
    main()
