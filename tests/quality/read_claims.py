"""Claims of real articles to be read by hand: a seeded sample, or what a change of the rules did to them.

    python tests/quality/read_claims.py timelines --claims 60 --documents 80 --seed 3
    python tests/quality/read_claims.py timelines --documents 400 --save before.jsonl     # then change a rule
    python tests/quality/read_claims.py timelines --documents 400 --against before.jsonl --claims 40
    python tests/quality/read_claims.py timelines --claims 100 --documents 300 --seed 5 --unread 3:80 4:300
    python tests/quality/read_claims.py timelines --claims 100 --documents 300 --seed 5 --wrong 7,31  # once read
    python tests/quality/read_claims.py re3d:20,polnear:14,fnc:13 --part 2/3 --seed 5                 # of several

Documents and claims are drawn at random from the corpus's dev part with the seed: another reader draws the same. Each
claim is printed with its sentence, the trigger in brackets, type, roles, places, period, figures, firmness and chain.
`--against` prints claims that the file of an earlier `--save` has otherwise or not at all (`-` was, `+` is), by
sentence. `--unread` leaves out every document of the days that earlier readings drew from (seed:documents, with a +
behind it where that reading left out those named before it), so that rules mended after them are not read on the text
they were mended for. Several corpora may be named, each with how many claims are drawn from it; `--part K/N` takes one
document in N, by a digest of what it tells with others (its cluster, topic or id), so that what is read while rules are
made and what decides afterwards never share a story. `--wrong` takes the numbers of the claims that were found wrong
and prints how many are left, and how many of them wrong, above each bound of confidence.
How claims are judged, and what readings found, is told in docs/method/claims-read-by-hand.md. The output is for the
eyes of whoever reads: text of the corpora is not kept in the repository.
"""

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sayso.model import Claim, Document, Money, Quantity
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.stages.ingest import from_record
from sayso.tools import Tools, load_tools
from shared import shared

Shown = dict[str, Any]
"""A claim as it is printed and saved: strings, and its confidence, which is not printed: who reads must not see it."""


def documents_of(
    corpus: str, count: int, seed: int, unread: Sequence[tuple[int, int, bool]] = (), part: tuple[int, int] = (0, 1)
) -> list[Document]:
    """So many documents of the corpus's dev part, packed or not, drawn at random from that part of it (which, of how
    many), without those that earlier draws were told with."""
    folder = shared(f"corpora/{corpus}")
    plain = folder / "dev.jsonl"
    content = plain.read_bytes() if plain.exists() else gzip.decompress((folder / "dev.jsonl.gz").read_bytes())
    rows = [json.loads(line) for line in content.decode("utf-8").split("\n") if line.strip()]
    rows = [row for row in rows if crc32(told_with(row).encode("utf-8")) % part[1] == part[0]]
    read_before: set[str] = set()
    for drawn, size, after in unread:
        again = [row for row in shuffled(rows, drawn) if not after or told_with(row) not in read_before]
        read_before |= {told_with(row) for row in again[:size]}
    left = [row for row in shuffled(rows, seed) if told_with(row) not in read_before]
    records = ({"id": row["id"], "text": row["text"], "published": row.get("date")} for row in left)
    return [from_record(record)[0] for record, _ in zip(records, range(count), strict=False)]


def shuffled(rows: Sequence[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """The rows in the seed's order."""
    found = list(rows)
    random.Random(seed).shuffle(found)
    return found


def told_with(row: dict[str, Any]) -> str:
    """What rows that tell the same share: the cluster of their day, or their topic, where the corpus gives one."""
    return str(row.get("cluster") or row.get("topic") or row["id"])


def by_bound(claims: Sequence[Shown], wrong: set[int], own: set[str]) -> list[str]:
    """A line a bound: how many claims have at least that confidence, and how many of them are wrong, of a field's own
    types and of the others."""
    lines = ["bound  own types: kept wrong   general: kept wrong"]
    for bound in (0.0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        kept = [(c["type"] in own, n in wrong) for n, c in enumerate(claims, 1) if c["confidence"] >= bound]
        counts = [(sum(o == side for o, _ in kept), sum(w for o, w in kept if o == side)) for side in (True, False)]
        lines.append(f"{bound:.2f}   " + "   ".join(f"{n:10d} {w:5d}" for n, w in counts))
    return lines


def claims_of(documents: Sequence[Document], tools: Tools) -> Iterator[Shown]:
    """The claims of the documents, in order."""
    for document in documents:
        for claim in read(document, tools).claims:
            yield shown(document, claim)


def shown(document: Document, claim: Claim) -> Shown:
    """A claim in words."""
    text, sentence, trigger = document.text, claim.sentence, claim.trigger
    return {
        "where": f"{document.given_id or document.id} {sentence.start}",
        "sentence": f"{text[sentence.start : trigger.start]}[{trigger.text}]{text[trigger.end : sentence.end]}",
        "type": claim.event_type,
        "roles": [f"{a.role}: {a.span.text}" + (f" -> {a.value}" if a.value else "") for a in claim.arguments],
        "places": [f"{p.span.text} -> {p.name}" + (f" ({p.role})" if p.role else "") for p in claim.places],
        "period": f"{claim.period.start} to {claim.period.end}, {claim.period.basis}" if claim.period else "",
        "figures": [figure(q) for q in (*claim.quantities, *claim.money)],
        "firmness": " ".join([claim.sort, claim.factuality, claim.polarity, *(one.text for one in claim.hedges)]),
        "confidence": claim.confidence,
        "chain": [f"{link.name} ({link.kind})" for link in claim.chain],
    }


def figure(one: Quantity | Money) -> str:
    """A figure or sum with its bounds."""
    unit = one.unit if isinstance(one, Quantity) else one.currency
    return f"{one.span.text} [{one.low} to {one.high} {unit}]"


def printed(number: int, claim: Shown) -> str:
    """A claim as text, one line a field, what is empty left out."""
    lines = [f"{number}. {claim['where']}: {claim['sentence'].strip()}"]
    fields = ("type", "roles", "places", "period", "figures", "firmness", "chain")
    parts = [(name, claim[name] if isinstance(claim[name], str) else "; ".join(claim[name])) for name in fields]
    return "\n".join([*lines, *(f"   {name:<9}{value}" for name, value in parts if value)])


def changes(before: Sequence[Shown], after: Sequence[Shown]) -> list[str]:
    """What is told otherwise, one passage a sentence: lines that were (`-`) and that are (`+`)."""
    old, new = by_sentence(before), by_sentence(after)
    found = []
    for where in sorted({*old, *new}):
        was, now = old.get(where, {}), new.get(where, {})
        lines = [f"   - {brief(was[key])}" for key in was if key not in now]
        lines += [f"   + {brief(now[key])}" for key in now if key not in was]
        if lines:
            some = next(iter((was or now).values()))
            found.append("\n".join([f"{where}: {some['sentence'].replace('[', '').replace(']', '').strip()}", *lines]))
    return found


def by_sentence(claims: Sequence[Shown]) -> dict[str, dict[str, Shown]]:
    """Sentence -> what is told of each claim -> claim."""
    found: dict[str, dict[str, Shown]] = {}
    for claim in claims:
        found.setdefault(claim["where"], {})[brief(claim)] = claim
    return found


def brief(claim: Shown) -> str:
    """A claim in one line."""
    trigger = claim["sentence"][claim["sentence"].index("[") :].split("]")[0] + "]"
    rest = [*claim["roles"], *claim["places"], *claim["figures"], claim["period"], claim["firmness"], *claim["chain"]]
    return f"{claim['type']} {trigger} " + "; ".join(part for part in rest if part)


def load(path: Path) -> list[Shown]:
    """Claims of an earlier `--save`."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "corpora", help="folders of shared/corpora with dev.jsonl and texts, with commas, each with :claims behind it"
    )
    parser.add_argument("--documents", type=int, default=80, help="how many documents of each are read")
    parser.add_argument("--part", default="0/1", help="K/N: only one document in N, K from 0")
    parser.add_argument("--claims", type=int, default=60, help="how many claims, or changes, are printed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--unread", nargs="*", default=[], help="earlier draws, seed:documents, whose days are left out"
    )
    parser.add_argument(
        "--wrong", help="numbers of the claims that were found wrong, with commas: prints by confidence"
    )
    parser.add_argument("--rules", action="store_true", help="attributions by rules: faster, and coarser")
    parser.add_argument("--save", type=Path, help="write all claims to this file (JSON Lines) and print none")
    parser.add_argument("--against", type=Path, help="print what differs from the claims in this file")
    options = parser.parse_args()
    tools = load_tools(Settings(attribution="rules" if options.rules else "model"))
    which, parts = map(int, options.part.split("/"))
    named = [(*one.removesuffix("+").split(":"), one.endswith("+")) for one in options.unread]
    unread = [(int(seed), int(size), after) for seed, size, after in named]
    corpora = [
        (name, int(claims or options.claims))
        for name, _, claims in (one.partition(":") for one in options.corpora.split(","))
    ]
    draw, claims, drawn, documents = random.Random(options.seed), [], [], []
    for corpus, wanted in corpora:
        read_now = documents_of(corpus, options.documents, options.seed, unread, (which, parts))
        found = list(claims_of(read_now, tools))
        documents += read_now
        claims += found
        if not options.against:
            drawn += draw.sample(found, min(wanted, len(found)))
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(claims)} claims of {len(documents)} documents, {1000 * len(claims) / words:.1f} per 1,000 words")
    if options.save:
        options.save.write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")
        return
    if options.against:
        changed = changes(load(options.against), claims)
        print(f"{len(changed)} sentences are told otherwise")
        print("\n".join(draw.sample(changed, min(options.claims, len(changed)))))
        return
    if options.wrong is not None:
        own = {kind.name for pack in tools.packs for kind in pack.types if kind.name != kind.parent}
        print("\n".join(by_bound(drawn, {int(number) for number in options.wrong.split(",") if number}, own)))
        return
    for number, claim in enumerate(drawn, 1):
        print(printed(number, claim))


if __name__ == "__main__":
    main()
