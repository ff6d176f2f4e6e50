"""Of articles that credit another one and change much of it in words of their own: how many changes are found?

    python tests/quality/measure_drifts.py                # by kind
    python tests/quality/measure_drifts.py --part tune --show     # with what is found of each, and what is missed

`drifts.jsonl` has twelve articles of our own with a follower each (another outlet, two days later, that credits them),
written on 2026-11-29 before any rule was made on them, with eighty changes of the kinds that the stories' writers put
into theirs; what else the follower tells is told as the source has it. Each two are related by themselves. `others`
are changes shown on words that nobody changed. The rules that stood at noon of that day were made with all twelve in
view. Since then the second, fourth, sixth and so on are for deciding: of these only totals are looked at.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.model import Change
from sayso.pipeline import read, relate
from sayso.settings import Settings
from sayso.stages.ingest import from_record
from sayso.tools import Tools, load_tools

PAIRS = Path(__file__).with_name("drifts.jsonl")
DAYS = {"source": "2025-03-03", "follower": "2025-03-05"}
Row = dict[str, Any]


PARTS = ("tune", "decide")


def pairs(part: str | None = None) -> list[Row]:
    """The articles with their followers and what these changed, of one part or all."""
    held = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    return held if part is None else held[PARTS.index(part) :: len(PARTS)]


def changes_of(pair: Row, tools: Tools) -> tuple[Change, ...]:
    """What is told that a follower changed."""
    records = ({"id": side, "published": day, **pair[side]} for side, day in DAYS.items())
    return relate(tuple(read(from_record(record)[0], tools) for record in records)).changes


def is_of(change: Change, pair: Row, drift: Row) -> bool:
    """Whether a change is told of the words that were changed."""
    start = pair["follower"]["text"].index(drift["now"])
    return change.now.start < start + len(drift["now"]) and start < change.now.end


def measure(tools: Tools | None = None, part: str | None = None) -> dict[str, int]:
    """Changes that were made and that are found, by kind and in all, and others that are shown."""
    held, total = tools or load_tools(Settings()), Counter[str]()
    for pair in pairs(part):
        shown = changes_of(pair, held)
        for drift in pair["drifts"]:
            found = any(is_of(change, pair, drift) for change in shown)
            total.update({drift["kind"]: 1, "all": 1, f"{drift['kind']} found": found, "found": found})
        total["others"] += sum(not any(is_of(c, pair, d) for d in pair["drifts"]) for c in shown)
    return dict(total)


def lines(pair: Row, tools: Tools) -> Iterator[str]:
    """What is found of one follower, and what is missed."""
    shown = changes_of(pair, tools)
    yield f"== {pair['source']['outlet']} -> {pair['follower']['outlet']}"
    for drift in pair["drifts"]:
        rules = ", ".join(c.reasons[0].rule for c in shown if is_of(c, pair, drift))
        yield f"{rules or 'missed'}: {drift['kind']}: {drift['was']} -> {drift['now']}"
    for change in shown:
        if not any(is_of(change, pair, drift) for drift in pair["drifts"]):
            yield f"other: {change.reasons[0].rule}: {change.was.text} -> {change.now.text}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--show", action="store_true", help="print what is found of the tuning part")
    options = parser.parse_args()
    tools = load_tools(Settings())
    if options.show:
        for pair in pairs("tune"):
            print("\n".join(lines(pair, tools)))
    for part in [options.part] if options.part else PARTS:
        total = measure(tools, part)
        for kind in sorted({drift["kind"] for pair in pairs(part) for drift in pair["drifts"]}):
            print(f"{part}: {kind}: {total[f'{kind} found']} of {total[kind]}")
        print(f"{part}: all: {total['found']} of {total['all']}; {total['others']} others")


if __name__ == "__main__":
    main()
