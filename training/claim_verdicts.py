"""Claims of real articles that a person judged: references only, found again in the texts that they stand in.

    python -m training.claim_verdicts PATH/TO/corpora [--part fit]      # how many are found again, what was found

`training/verdicts/PART.tsv` has a row a claim: corpus and document, the code point where its trigger begins, its type,
a digest of how it was told (`digest_of`; noughts where rules of the same day had taken it away before that was worked
out), and what is wrong first, empty for a claim that is right. No text is kept: whoever has the corpora finds the
claims again, whoever has not has only the stories of our own (`story:NAME`, in the repository).

The parts: `fit` is what a model may be fitted on, and holds only texts whose licence allows that (`TRAINABLE`); `check`
is looked at while features and bounds are chosen; `decide` was judged after them and decides. How they were drawn and
read: training/verdicts/README.md.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sayso.model import Claim, Document
from sayso.stages.ingest import from_record

FOLDER = Path(__file__).parent / "verdicts"
STORIES = Path(__file__).parent.parent / "tests" / "stages" / "link" / "stories"
PARTS = ("fit", "check", "decide")
TRAINABLE = frozenset({"polnear", "ecbplus", "re3d", "places_geovirus", "dates_wikiwars", "factuality_uds"})
"""Corpora on whose text weights that ship may be fitted (their README); of `re3d` not what is for no commerce. Our own
stories may be too."""
CLOSED = "-NC"
"""What the licence of a document (`re3d`) has that may not be fitted on."""
CAUSES = ("type", "no event", "participant", "entity", "place or figure", "firmness", "source")
"""What was wrong, the first of these that is."""
OF_KIND = frozenset({"type", "no event"})
"""Causes that a claim keeps however its participants are told now."""
FILES = ("dev.jsonl", "dev.jsonl.gz", "train.jsonl.gz")

State = Literal["same", "otherwise", "gone"]
"""Of a judged claim today: told as it was, told otherwise, or not made."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What a reader found of one claim."""

    corpus: str
    document: str
    """The id that the corpus gives it."""
    start: int
    """First code point of the trigger."""
    event_type: str
    digest: str
    """Of how the claim was told."""
    right: bool
    cause: str
    """One of CAUSES; empty for a claim that is right."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A verdict with the claim that it is of, as it is read today."""

    verdict: Verdict
    claim: Claim | None
    """None where no such claim is made any more."""
    state: State

    @property
    def holds(self) -> bool:
        """Whether the verdict still says something: a claim told otherwise may have lost what was wrong in it."""
        return self.state == "same" or (
            self.state == "otherwise" and (self.verdict.right or self.verdict.cause in OF_KIND)
        )


def load_verdicts(part: str) -> list[Verdict]:
    """The verdicts of a part; raises ValueError, naming file and line, for a row that may not be there."""
    path = FOLDER / f"{part}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            _verdict(row, f"{path}, line {n}", part) for n, row in enumerate(csv.DictReader(lines, delimiter="\t"), 2)
        ]


def _verdict(row: Mapping[str, str], where: str, part: str) -> Verdict:
    cause = row["cause"]
    if cause and cause not in CAUSES:
        raise ValueError(f"{where}: cause {cause!r} is none of {', '.join(CAUSES)}")
    if part == "fit" and row["corpus"] not in TRAINABLE and not row["corpus"].startswith("story:"):
        raise ValueError(f"{where}: no weights may be fitted on {row['corpus']}; move the row to another part")
    return Verdict(
        corpus=row["corpus"],
        document=row["document"],
        start=int(row["start"]),
        event_type=row["type"],
        digest=row["digest"],
        right=not cause,
        cause=cause,
    )


def digest_of(claim: Claim) -> str:
    """Eight digits that change with anything that a claim says of participants, places, times, figures, firmness and
    sources."""
    told = [
        claim.event_type,
        [[a.role, a.span.start, a.span.end, a.value] for a in claim.arguments],
        [[p.span.start, p.name, p.role] for p in claim.places],
        [str(claim.period.start), str(claim.period.end)] if claim.period else [],
        [[q.low, q.high, q.unit] for q in claim.quantities],
        [[m.low, m.high, m.currency] for m in claim.money],
        [claim.sort, claim.factuality, claim.polarity],
        [link.name for link in claim.chain],
    ]
    return hashlib.sha256(json.dumps(told).encode("utf-8")).hexdigest()[:8]


def find_again(verdicts: Iterable[Verdict], claims: Sequence[Claim]) -> list[Found]:
    """Verdicts of one document with the claims of its reading."""
    by_place = {(claim.trigger.start, claim.event_type): claim for claim in claims}
    found = []
    for verdict in verdicts:
        claim = by_place.get((verdict.start, verdict.event_type))
        state: State = "gone" if claim is None else "same" if digest_of(claim) == verdict.digest else "otherwise"
        found.append(Found(verdict=verdict, claim=claim, state=state))
    return found


def texts(corpora: Path, verdicts: Sequence[Verdict]) -> Iterator[tuple[Document, list[Verdict]]]:
    """Every document that has verdicts, with them; raises ValueError where a corpus has no such document."""
    wanted: dict[str, dict[str, list[Verdict]]] = {}
    for verdict in verdicts:
        wanted.setdefault(verdict.corpus, {}).setdefault(verdict.document, []).append(verdict)
    for corpus, documents in wanted.items():
        left = set(documents)
        for row in rows_of(corpora, corpus):
            if (known := str(row["id"])) in left:
                left.remove(known)
                yield document_of(row), documents[known]
        if left:
            raise ValueError(
                f"{corpus} has no document {sorted(left)[0]!r} (and {len(left) - 1} more): another version?"
            )


def rows_of(corpora: Path, corpus: str) -> Iterator[dict[str, Any]]:
    """The rows of a corpus, or of a story of our own."""
    story = corpus.removeprefix("story:")
    paths = [STORIES / f"{story}.jsonl"] if story != corpus else [corpora / corpus / name for name in FILES]
    present = [path for path in paths if path.exists()]
    if not present:
        raise ValueError(f"no corpus {corpus!r}: none of {', '.join(map(str, paths))} is there")
    for path in present:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        yield from (json.loads(line) for line in content.decode("utf-8").split("\n") if line.strip())


def document_of(row: Mapping[str, Any]) -> Document:
    """The document of a row, with the day that it was published on where the corpus tells one."""
    published = row.get("date") or row.get("published")
    return from_record({"id": str(row["id"]), "text": row["text"], "published": published})[0]


def may_be_fitted_on(corpus: str, row: Mapping[str, Any]) -> bool:
    """Whether the licence of a corpus, and of the document in it, lets weights that ship be fitted on it."""
    return corpus.startswith("story:") or (corpus in TRAINABLE and CLOSED not in str(row.get("licence", "")))


def counted(found: Sequence[Found]) -> list[str]:
    """Lines that say how many verdicts are found again, and by corpus how many of them are wrong."""
    states = Counter(one.state for one in found)
    lines = [f"{len(found)} verdicts: " + ", ".join(f"{states[s]} {s}" for s in ("same", "otherwise", "gone"))]
    for corpus in sorted({one.verdict.corpus for one in found}):
        held = [one.verdict for one in found if one.verdict.corpus == corpus]
        causes = Counter(v.cause for v in held if not v.right)
        told = ", ".join(f"{cause} {causes[cause]}" for cause in CAUSES if causes[cause])
        lines.append(f"{corpus:<22}{len(held):5d}{sum(causes.values()):5d} wrong  {told}")
    return lines


def main() -> None:
    """Read the command line, read the documents anew, and print what is found again."""
    from sayso.pipeline import read
    from sayso.settings import Settings
    from sayso.tools import load_tools

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="folder of the labelled corpora")
    parser.add_argument("--part", choices=PARTS, action="append", help="default: all")
    options = parser.parse_args()
    tools = load_tools(Settings(all_claims=True))
    for part in options.part or PARTS:
        found = [
            one
            for document, verdicts in texts(options.corpora, load_verdicts(part))
            for one in find_again(verdicts, read(document, tools).claims)
        ]
        print(f"== {part}")
        print("\n".join(counted(found)))


if __name__ == "__main__":
    main()
