"""Check the labelled event sentences: words in their text, types and roles in the packs, ids and texts once.

Run as `python -m training.check_events`; it prints the counts that `training/data/events/README.md` shows.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SENTENCES = ROOT / "training" / "data" / "events"
PACKS = ROOT / "src" / "sayso" / "lexicon" / "packs"
PACK_NAMES = ("plover", "foreign_fighters")
FIRMNESS = ("asserted", "probable", "possible", "planned", "counterfactual", "negated", "asked", "unknown")

Row = Mapping[str, Any]


def roles_by_type(folder: Path = PACKS) -> dict[str, frozenset[str]]:
    """Every event type of the two packs with the roles that it declares."""
    declared: dict[str, frozenset[str]] = {}
    for name in PACK_NAMES:
        types = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))["types"]
        declared |= {kind: frozenset(entry["roles"]) for kind, entry in types.items()}
    return declared


def read_sentences(folder: Path = SENTENCES) -> list[dict[str, Any]]:
    """All sentences in the order of their files and lines."""
    parts = sorted(folder.glob("part-*.jsonl"))
    return [json.loads(line) for part in parts for line in part.read_text(encoding="utf-8").splitlines()]


def faults(rows: Sequence[Row], roles: Mapping[str, frozenset[str]]) -> list[str]:
    """What is wrong, one line each, with the id of the sentence; empty where all is well."""
    found = [f"{row['id']}: {fault}" for row in rows for fault in _row_faults(row, roles)]
    found += [f"{name}: id given twice" for name in _repeated(row["id"] for row in rows)]
    return found + [f"text given twice: {text}" for text in _repeated(_plain(row["text"]) for row in rows)]


def _row_faults(row: Row, roles: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for event in row["events"]:
        kind = event["type"]
        if kind not in roles:
            yield f"no such type: {kind}"
            continue
        if event["factuality"] not in FIRMNESS:
            yield f"no such factuality: {event['factuality']}"
        yield from _place_faults(row["text"], event["trigger"], event.get("at"))
        for argument in event["arguments"]:
            if argument["role"] not in roles[kind]:
                yield f"{kind} has no role {argument['role']}"
            yield from _place_faults(row["text"], argument["text"], argument.get("at"))
    keys = [(event["type"], event["trigger"], tuple(event.get("at") or ())) for event in row["events"]]
    if len(set(keys)) < len(keys):
        yield "the same event twice"


def _place_faults(text: str, words: str, at: Sequence[int] | None) -> Iterator[str]:
    """Words must stand at their offsets, or exactly once in the text where no offsets are given."""
    if at is None:
        if (times := text.count(words)) != 1:
            yield f"{words!r} occurs {times} times and has no offsets"
    elif text[at[0] : at[1]] != words:
        yield f"{words!r} is not at {list(at)}"


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _plain(text: str) -> str:
    """The words alone, so that case and punctuation do not hide a duplicate.

    >>> _plain("“Go,” he said.")
    'go he said'
    """
    return " ".join("".join(char if char.isalnum() else " " for char in text.lower()).split())


def counts(rows: Sequence[Row]) -> str:
    """The table of the README: how many sentences, of which kinds, of each type, how firm."""
    sizes = [len(row["events"]) for row in rows]
    kinds = Counter(kind for row in rows for kind in {event["type"] for event in row["events"]})
    firm = Counter(event["factuality"] for row in rows for event in row["events"])
    lines = ["| what | sentences |", "| --- | --- |", f"| all | {len(rows)} |", f"| no event | {sizes.count(0)} |"]
    lines += [f"| two or more events | {sum(size > 1 for size in sizes)} |"]
    lines += [f"| {kind} | {kinds[kind]} |" for kind in roles_by_type()]
    lines += ["", "| factuality | events |", "| --- | --- |"]
    return "\n".join(lines + [f"| {name} | {firm[name]} |" for name in FIRMNESS])


def main() -> int:
    """Print the counts, then the faults; 1 where there are any."""
    rows = read_sentences()
    print(counts(rows))
    found = faults(rows, roles_by_type())
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
