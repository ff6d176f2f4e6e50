"""Whether two articles that tell it otherwise are shown to disagree, and none are that agree or tell of two things.

    python tests/quality/measure_disagreements.py                        # both parts
    python tests/quality/measure_disagreements.py --show --part tune     # with what was shown of each that is wrong

`disagreements.jsonl` has 59 pairs of short articles of our own, under outlets and names that are invented: of 35 the
two articles disagree (a denial, a number, of their own will or forced, a place, a route, a day, who did it, what the
men were told), of 24 they do not, though they look like it (no answer, a later number, a part and the whole, two men's
wages, two groups). They were written on 2026-11-29 from a list of kinds before it was looked at how they are read and
related. Every third one is for deciding: rules are made on the others, and of these only totals are looked at.

`against` has the numbers of the articles that disagree, in pairs; it is empty where nobody does.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.model import Contradiction, Reading, Relations
from sayso.pipeline import read, relate
from sayso.settings import Settings
from sayso.stages.ingest import from_record
from sayso.tools import Tools, load_tools

PAIRS = Path(__file__).with_name("disagreements.jsonl")
Row = dict[str, Any]


def rows(part: str | None = None) -> list[Row]:
    """The pairs of articles, of one part or all."""
    held = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    return [row for row in held if part is None or row["part"] == part]


def related(row: Row, tools: Tools) -> tuple[tuple[Reading, ...], Relations]:
    """The articles of a row as they are read, and what is told of them together."""
    documents = [from_record({"id": f"{row['id']}-{n}", **each})[0] for n, each in enumerate(row["docs"])]
    readings = tuple(read(document, tools) for document in documents)
    return readings, relate(readings)


def shown(relations: Relations) -> list[Contradiction]:
    """What is shown as a disagreement of propositions and drives; that one number brings another up to date is none."""
    found = [c for p in relations.propositions for c in p.contradictions]
    found += [c for d in relations.drives for c in d.contradictions]
    return [each for each in found if each.difference != "update"]


def is_right(row: Row, readings: tuple[Reading, ...], relations: Relations) -> bool:
    """Whether the articles that disagree are told to, or none where none do."""
    number = {claim.id: n for n, reading in enumerate(readings) for claim in reading.claims}
    pairs = {frozenset((number[each.left], number[each.right])) for each in shown(relations)}
    if not row["against"]:
        return not pairs
    return any(frozenset(pair) in pairs for pair in row["against"])


def measure(part: str | None = None, tools: Tools | None = None) -> dict[str, dict[str, int]]:
    """By part: pairs that disagree and those of them told so; pairs that do not, and those of which nothing is told."""
    total: dict[str, dict[str, int]] = {}
    for row, right in judged(part, tools or load_tools(Settings())):
        counts = total.setdefault(row["part"], dict.fromkeys(("against", "told", "others", "quiet"), 0))
        counts["against" if row["against"] else "others"] += 1
        counts["told" if row["against"] else "quiet"] += right
    return total


def judged(part: str | None, tools: Tools, *, show: bool = False) -> Iterator[tuple[Row, bool]]:
    """Each row with whether it is right; `show` prints those that are not."""
    for row in rows(part):
        readings, relations = related(row, tools)
        right = is_right(row, readings, relations)
        if show and not right:
            print(printed(row, readings, relations), end="\n\n")
        yield row, right


def printed(row: Row, readings: tuple[Reading, ...], relations: Relations) -> str:
    """A row that is not right, with its claims and what was shown."""
    words = {c.id: c.trigger.text for reading in readings for c in reading.claims}
    lines = [row["id"]]
    for each, reading in zip(row["docs"], readings, strict=True):
        lines.append(f"   {each['published']} {each['text']}")
        for claim in reading.claims:
            chain = " < ".join(link.name for link in reversed(claim.chain)) or "own voice"
            roles = "; ".join(f"{a.role}: {a.span.text}" for a in claim.arguments)
            lines.append(f"      {claim.event_type} [{claim.trigger.text}] {claim.factuality} ({chain}) {roles}")
    lines += [f"   drive: {drive.title}" for drive in relations.drives]
    lines += [f"   shown: {c.about} {words[c.left]} / {words[c.right]}" for c in shown(relations)]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("tune", "decide"))
    parser.add_argument("--show", action="store_true", help="print those that are wrong, with what was read of them")
    options = parser.parse_args()
    total: dict[tuple[str, str], list[bool]] = {}
    for row, right in judged(options.part, load_tools(Settings()), show=options.show):
        total.setdefault((row["part"], row["kind"]), []).append(right)
    for (part, kind), held in sorted(total.items()):
        print(f"{part}, {kind}: {sum(held)} of {len(held)}")
    for part in sorted({part for part, _ in total}):
        for sort, told in (("told", False), ("quiet", True)):
            held = [
                r for (p, kind), rights in total.items() if p == part and kind.startswith("no ") == told for r in rights
            ]
            print(f"{part}, {sort}: {sum(held)} of {len(held)}")


if __name__ == "__main__":
    main()
