"""Whether denials are read: what is denied, and by whom; and how many are read where nobody denies.

    python tests/quality/measure_denials.py                         # both parts
    python tests/quality/measure_denials.py --show                  # with what was read of each passage that is wrong
    python tests/quality/measure_denials.py --show --part tune      # the part that rules may be made on

`denials.jsonl` has 63 passages of our own that hold one denial and 30 that hold none ("denied entry", "neither
confirmed nor denied", questions), written on 2026-11-28 from a list of ways to deny before it was looked at how they
are read. Every third one is for deciding: rules are made on the others, and of these only totals are looked at.

`denied` are the words of what is denied as they stand in the text, of it with what it refers to where it is only "it"
or "the report"; `denier` those of who denies; `accusation` what it answers. `rival` marks another account that denies
without a word of denial ("they went of their own accord").
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.model import Claim, Reading
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.stages.ingest import from_record
from sayso.tools import Tools, load_tools

PASSAGES = Path(__file__).with_name("denials.jsonl")
DENIAL = "DENY"
CHECK = "VERIFY"
"""Who finds no proof says what was not found."""
REFUSALS = frozenset({"REJECT", "REQUEST"})
"""Acts that may be denied themselves without anybody denying what they are of: "has not ruled out sending"."""
Row = dict[str, Any]


def rows(part: str | None = None) -> list[Row]:
    """The passages, of one part or all."""
    held = [json.loads(line) for line in PASSAGES.read_text(encoding="utf-8").splitlines()]
    return [row for row in held if part is None or row["part"] == part]


def read_rows(held: Iterable[Row], tools: Tools) -> Iterator[tuple[Row, Reading]]:
    """Each passage with what is read of it."""
    for row in held:
        document, *_ = from_record({"id": row["id"], "text": row["text"], "published": "2026-03-02"})
        yield row, read(document, tools)


def place(row: Row, field: str) -> tuple[int, int]:
    """Where a field's words stand, as whole words; where they do several times, the last of what is denied."""
    found = [match.span() for match in re.finditer(rf"\b{re.escape(row[field])}(?!\w)", row["text"])]
    return found[-1 if field == "denied" else 0]


def meets(span: Any, at: tuple[int, int]) -> bool:
    return bool(span.start < at[1] and at[0] < span.end)


def denies(claim: Claim) -> bool:
    """Whether a claim tells that somebody denies: what is negated, or the denial itself."""
    if claim.event_type == DENIAL:
        return claim.polarity == "positive" and claim.factuality == "asserted"
    if claim.event_type in REFUSALS:
        return False
    return claim.factuality == "negated" or (claim.polarity == "negative" and claim.factuality == "asserted")


def tells(claim: Claim, row: Row) -> bool:
    """Whether a claim tells what is denied as denied."""
    at = place(row, "denied")
    if row.get("rival"):
        return meets(claim.trigger, at)
    if claim.event_type == DENIAL:
        denied = [a.span for a in claim.arguments if a.role == "denied"]
        return denies(claim) and (any(meets(span, at) for span in denied) or meets(claim.trigger, at))
    if claim.event_type == CHECK and any(meets(a.span, at) for a in claim.arguments if a.role == "verified"):
        return denies(claim)
    return denies(claim) and (meets(claim.trigger, at) or (meets(claim.content, at) and in_one(claim, at)))


def in_one(claim: Claim, at: tuple[int, int]) -> bool:
    """Whether a claim's participants are among the words of what is denied: "there are no Nigerians in our ranks"."""
    return any(meets(argument.span, at) for argument in claim.arguments)


def is_by(claim: Claim, row: Row) -> bool:
    """Whether a claim has the denier as its source or its actor."""
    at = place(row, "denier")
    actors = [a.span for a in claim.arguments if a.role in ("denier", "verifier")]
    return any(meets(span, at) for span in (*actors, *(link.span for link in claim.chain[-1:])))


def judged(row: Row, reading: Reading) -> dict[str, bool]:
    """What is right of a passage."""
    if "denied" not in row:
        at = place(row, "words")
        false = [c for c in reading.claims if denies(c) and (meets(c.sentence, at))]
        return {"quiet": not any(is_false(c, row) for c in false)}
    told = [claim for claim in reading.claims if tells(claim, row)]
    return {"told": bool(told), "by": any(is_by(claim, row) for claim in told)}


def is_false(claim: Claim, row: Row) -> bool:
    """Whether a claim of a passage without a denial makes one of it: a denial, or a negation that the words do not
    have ("never returned" has one)."""
    return claim.event_type == DENIAL or not row.get("negated", False)


def measure(part: str | None = None, tools: Tools | None = None) -> dict[str, dict[str, int]]:
    """By part: passages, those whose denial is told, with its denier; and those without one that stay quiet."""
    found: dict[str, dict[str, int]] = {}
    for row, reading in read_rows(rows(part), tools or load_tools(Settings())):
        total = found.setdefault(row["part"], dict.fromkeys(("denials", "told", "by", "others", "quiet"), 0))
        total["denials" if "denied" in row else "others"] += 1
        for name, right in judged(row, reading).items():
            total[name] += right
    return found


def shown(row: Row, claims: Sequence[Claim]) -> str:
    """A passage and what was read of it."""
    lines = [f"{row['id']} ({row.get('denier', '-')}: {row.get('denied', row.get('words'))})", f"   {row['text']}"]
    for claim in claims:
        chain = " < ".join(link.name for link in reversed(claim.chain)) or "own voice"
        roles = "; ".join(f"{a.role}: {a.span.text}" for a in claim.arguments)
        lines.append(
            f"   {claim.event_type} [{claim.trigger.text}] {claim.factuality}/{claim.polarity} ({chain}) {roles}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("tune", "decide"))
    parser.add_argument("--show", action="store_true", help="print passages that are not wholly right")
    options = parser.parse_args()
    tools = load_tools(Settings())
    if options.show:
        for row, reading in read_rows(rows(options.part), tools):
            if not all(judged(row, reading).values()):
                print(shown(row, reading.claims), end="\n\n")
    for part, total in measure(options.part, tools).items():
        print(part, *(f"{name} {value}" for name, value in total.items()))


if __name__ == "__main__":
    main()
