"""Score chains, kinds and details of sources against our own marked passages (chains_dev.jsonl, chains_test.jsonl).

A gold attribution is found when a predicted content has at least half of its words in common (Dice) and the innermost
link names the same source; of several such the one with the likest content counts. Names agree when they share three
fifths of their words (Dice), articles aside; the names of `passive` links are not compared. Of what is found:

    chain    all links right: names and kinds, in order
    links    names in order, kinds aside
    kind     kind of the innermost link
    details  share of the details that the gold states (role, nationality, former, count, anonymity ...)

`false` counts outermost predictions whose content is like no gold content of the passage.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sayso.model import Attribution

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W_]+")
Words = frozenset[tuple[int, int]]


def read_gold(part: str) -> list[dict[str, Any]]:
    """The passages of a part, `dev` or `test`."""
    lines = (HERE / f"chains_{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def score(
    gold: Iterable[dict[str, Any]], read: Callable[[str], Sequence[Attribution]], wrong: list[str] | None = None
) -> dict[str, float]:
    """Figures over passages; what is wrong is described in `wrong` where a list is given."""
    counts: Counter[str] = Counter()
    for passage in gold:
        _count(passage, read(passage["text"]), counts, wrong if wrong is not None else [])
    found = counts["found"]
    return {
        "gold": counts["gold"],
        "found": _share(found, counts["gold"]),
        "chain": _share(counts["chain"], counts["gold"]),
        "links": _share(counts["links"], counts["gold"]),
        "kind": _share(counts["kind"], found),
        "details": _share(counts["detail_right"], counts["details"]),
        "false": counts["false"],
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _count(passage: dict[str, Any], predicted: Sequence[Attribution], counts: Counter[str], wrong: list[str]) -> None:
    text = passage["text"]
    liked: set[str] = set()
    for gold in passage["attributions"]:
        content = _located(text, gold["content"])
        like = sorted(((_dice(content, _words(p)), p) for p in predicted), key=lambda pair: -pair[0])
        like = [(value, p) for value, p in like if value >= 0.5]
        liked.update(p.id for _, p in like)
        own = gold["chain"][-1]
        match = next((p for _, p in like if p.chain and _same_name(own, p.chain[-1].name, p.chain[-1].kind)), None)
        counts["gold"] += 1
        counts["details"] += len(gold.get("details", {}))
        if match is None:
            held = [[f"{link.name}~{link.kind}" for link in p.chain] for _, p in like]
            wrong.append(f"{passage['id']} NOT FOUND {_shown(gold)} | {held} | {text}")
            continue
        counts["found"] += 1
        names = [_same_name(g, p.name, p.kind) for g, p in zip(gold["chain"], match.chain, strict=False)]
        aligned = len(gold["chain"]) == len(match.chain) and all(names)
        kinds = [g["kind"] == p.kind for g, p in zip(gold["chain"], match.chain, strict=False)]
        counts.update(
            links=aligned, chain=aligned and all(kinds), kind=kinds[-1] if aligned else _last_kind(gold, match)
        )
        if not (aligned and all(kinds)):
            wrong.append(
                f"{passage['id']} CHAIN {_shown(gold)} | {[f'{x.name}~{x.kind}' for x in match.chain]} | {text}"
            )
        for name, value in gold.get("details", {}).items():
            given = detail(match, name)
            right = _same_detail(value, given)
            counts["detail_right"] += right
            if not right:
                wrong.append(f"{passage['id']} DETAIL {name}: {value!r} but {given!r} | {text}")
    outermost = [p for p in predicted if p.within is None and p.source_kind != "article"]
    for p in outermost:
        if p.id not in liked and not p.claims_nothing:
            counts["false"] += 1
            wrong.append(f"{passage['id']} FALSE {[s.text for s in (*p.source, *p.cue, *p.content)]} | {text}")


def detail(found: Attribution, name: str) -> Any:
    """A detail by the name that the gold gives it."""
    if name == "claims_nothing":
        return found.claims_nothing
    value = getattr(found.voice, name)
    return value.text if hasattr(value, "text") else value


def _same_detail(gold: Any, given: Any) -> bool:
    if isinstance(gold, str) and isinstance(given, str):
        return gold == given or _dice(_bag(gold), _bag(given)) >= 0.6
    return bool(gold == given)


def _last_kind(gold: dict[str, Any], match: Attribution) -> bool:
    return bool(gold["chain"][-1]["kind"] == match.chain[-1].kind)


def _same_name(gold: dict[str, Any], name: str, kind: str) -> bool:
    if "passive" in (gold["kind"], kind):
        return bool(gold["kind"] == kind)
    return _dice(_bag(gold["name"]), _bag(name)) >= 0.6


def _bag(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(name.lower())) - {"the", "a", "an"}


def _dice(one: frozenset[Any], other: frozenset[Any]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _words(attribution: Attribution) -> Words:
    return frozenset(
        (m.start() + s.start, m.end() + s.start) for s in attribution.content for m in WORD.finditer(s.text)
    )


def _located(text: str, fragments: Sequence[str]) -> Words:
    at, found = 0, set[tuple[int, int]]()
    for fragment in fragments:
        start = text.index(fragment, at)
        at = start + len(fragment)
        found.update((m.start() + start, m.end() + start) for m in WORD.finditer(fragment))
    return frozenset(found)


def _shown(gold: dict[str, Any]) -> str:
    return " > ".join(f"{link['name']}~{link['kind']}" for link in gold["chain"]) + f" : {gold['content']}"
