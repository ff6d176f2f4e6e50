"""Which document retells which in other words, without sharing runs of text.

Likeness of words alone does not show it: two reporters on one story are as alike. So something else has to speak for
it: that
the later one cites the earlier one's outlet, that both have it from the same outlet, or that they share a quotation.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model import Derivation, Passage, Reason, Span
from sayso.model._record import record
from sayso.stages.link.documents import Held
from sayso.stages.link.gist import content_words, likeness
from sayso.stages.link.lineage import is_before, root_of

CITING = 0.12
"""Lowest likeness of words where the later document cites the earlier one's outlet."""
FOLLOWING = 0.25
"""Lowest likeness where both cite one outlet or share a quotation."""
RETELLS = 0.43
"""Lowest score at which the earlier document that is not cited is taken for the one retold."""
TIE = 0.1
"""Two sources whose scores differ by no more than this are equally likely."""
MOST = 8
"""Earlier documents that one is compared with claim by claim, the most alike ones."""


@record
class Retelling:
    """Two documents of which the right one may follow the left one."""

    left: int
    right: int
    score: float
    cites: bool
    """Whether the right one names the left one's outlet as its source."""
    shared: tuple[str, ...]
    """Outlets that both have it from."""
    quoted: bool


def find_retellings(
    held: Held, likenesses: Mapping[tuple[int, int], float], quoted: Iterable[Derivation]
) -> list[Retelling]:
    """Every two documents that tell one report, the earlier one on the left, the most alike first for each right
    one."""
    quotes = {(held.number[d.left], held.number[d.right]) for d in quoted if d.left is not None}
    found: dict[int, list[Retelling]] = defaultdict(list)
    for (a, b), score in likenesses.items():
        left, right = _order(held, a, b)
        made = _retelling(held, left, right, score, (left, right) in quotes or (right, left) in quotes)
        if made is not None:
            found[right].append(made)
    return [each for right in sorted(found) for each in sorted(found[right], key=lambda r: (-r.score, r.left))[:MOST]]


def _order(held: Held, a: int, b: int) -> tuple[int, int]:
    """The earlier one first; a document without a date, or on the same day, comes after the one that it cites."""
    before = is_before(held.documents[a], held.documents[b])
    if before is None and _cites(held, a, b) and not _cites(held, b, a):
        return b, a
    return (b, a) if before is False else (a, b)


def _cites(held: Held, right: int, left: int) -> bool:
    key = held.keys[left]
    return key is not None and any(c.key == key for c in held.citations[right])


def _retelling(held: Held, left: int, right: int, score: float, quoted: bool) -> Retelling | None:
    cites = _cites(held, right, left)
    common = {c.key for c in held.citations[left]} & {c.key for c in held.citations[right]}
    if not ((cites and score >= CITING) or ((common or quoted) and score >= FOLLOWING)):
        return None
    total = score + 0.3 * cites + 0.1 * bool(common) + 0.1 * quoted
    return Retelling(
        left=left,
        right=right,
        score=round(min(1.0, total), 4),
        cites=cites,
        shared=tuple(sorted(common)),
        quoted=quoted,
    )


def rewrites(held: Held, retellings: Sequence[Retelling]) -> list[Derivation]:
    """One derivation for each document that retells an earlier one: the one it fits best, copies left out."""
    found: dict[int, list[Retelling]] = defaultdict(list)
    for each in retellings:
        copied = each.right in held.parents or root_of(each.left, held.parents) == root_of(each.right, held.parents)
        if not copied and (each.cites or each.score >= RETELLS):
            found[each.right].append(each)
    return [_derivation(held, _source(found[right])) for right in sorted(found)]


def _source(choices: Sequence[Retelling]) -> Retelling:
    """The best of the earlier documents; of those that are nearly as good, the first: others may retell it
    themselves."""
    best = max(each.score for each in choices)
    near = [each for each in choices if each.score >= best - TIE]
    return min(near, key=lambda each: each.left)


def _derivation(held: Held, each: Retelling) -> Derivation:
    why = [f"words alike {each.score:.2f}"]
    why += ["cites its outlet"] if each.cites else []
    why += [f"both have it from {', '.join(each.shared)}"] if each.shared else []
    why += ["shares a quotation"] if each.quoted else []
    return Derivation(
        left=held.documents[each.left].id,
        left_name=held.documents[each.left].outlet,
        right=held.documents[each.right].id,
        kind="rewrite",
        evidence=alike_sentences(held, each.left, each.right),
        score=round(min(0.95, 0.3 + each.score), 3) if each.cites else round(min(0.8, 0.1 + each.score), 3),
        reasons=(Reason(rule="derivation.rewrite", detail="; ".join(why), score=each.score),),
    )


def alike_sentences(held: Held, left: int, right: int, *, at_least: float = 0.3) -> tuple[Passage, ...]:
    """Sentences of the right document with the ones of the left that they retell, the most alike first; at most six."""
    before = [(s, content_words(s.text)) for s in _sentences(held, left)]
    found = []
    for span in _sentences(held, right):
        words = content_words(span.text)
        scored = [(likeness(words, other), -n) for n, (_, other) in enumerate(before)]
        if scored and max(scored)[0] >= at_least:
            score, number = max(scored)
            found.append((score, Passage(left=before[-number][0], right=span)))
    found.sort(key=lambda f: (-f[0], f[1].right.start))
    return tuple(passage for _, passage in found[:6])


def _sentences(held: Held, number: int) -> list[Span]:
    words = held.words[number]
    return [words.span(first, end - 1) for first, end in words.sentences if end - first > 3]
