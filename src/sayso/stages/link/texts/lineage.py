"""From which earlier document each copy was taken, and the groups that this makes.

A document has one parent at most: the earlier one that explains most of its words. So an article that quotes a
passage of
another story's article stays with the text that most of it comes from, and two stories are not glued together by one
document that mixes them.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from sayso.model import Document, Published, Reason
from sayso.model._record import record
from sayso.stages.link.texts.align import Alignment

Edge = tuple[int, int]
"""Number of the earlier document, number of the later one."""

Credited = Callable[[int, Sequence[int]], tuple[frozenset[int], frozenset[int]]]
"""Gives for a document and some earlier ones those that it credits, and those that have its credit to the letter."""

COPY = 0.42
"""Lowest share of a text that comes from another for it to count as its copy."""
NOTE = 35
"""Words below which a text is a note."""
COPY_OF_NOTE = 0.8
"""The same for a note."""
FEWEST = 12
"""Shared words at least, whatever their share."""
REVERTED = 4.0
"""What a word weighs that the child shares with the grandparent but not with the parent: copies do not repair
copies."""
CITED = 0.1
"""What a parent gains, as a share of the text, when the child credits its outlet in its opening or closing words, or
has such a credit from the parent."""
MISREAD = 0.9
"""What a word counts that is the parent's one misread: a copy has its parent's misprints to the letter."""
SOON = 3
"""Days within which a copy usually follows."""
LATE = 0.05
"""What a parent loses, as a share of the text, when the child follows later than that: enough to settle a tie. Chosen
on synthetic reprints, which all follow their parents within three days."""


@record
class Parent:
    """The document that another was taken from."""

    left: int
    right: int
    score: float
    """Share of the right text that comes from the left one."""
    cited: bool
    """Whether the right one names the left one's outlet in its opening or closing words."""
    reasons: tuple[Reason, ...]


class Dated(Protocol):
    """Something published."""

    @property
    def published(self) -> Published | None:
        """As `Document.published`."""


def is_before(left: Dated, right: Dated) -> bool | None:
    """Whether the left one was published on an earlier day; None when that cannot be told."""
    a, b = left.published, right.published
    if a is None or b is None:
        return None
    if a.end <= b.start:
        return True
    return False if b.end <= a.start else None


def find_parents(
    documents: Sequence[Document],
    alignments: Mapping[Edge, Alignment],
    *,
    cites: Callable[[int, int], bool],
    credited: Credited = lambda _right, _choices: (frozenset(), frozenset()),
    oddness: Callable[[int], float],
) -> dict[int, Parent]:
    """Choose each document's parent.

    `alignments` holds, for two candidates, the right text laid beside the left one, in one or both directions.
    `cites(right, left)` tells whether the right one names the left one's outlet, `credited(right, lefts)` which of
    several it credits in its own words and which have that credit to the letter; `oddness` how many words of a document
    no other has (misprints), which tells the copy where both were published on one day.
    """
    allowed = _allowed(documents, alignments, cites, oddness)
    by_child: dict[int, list[int]] = defaultdict(list)
    for left, right in allowed:
        by_child[right].append(left)
    found: dict[int, Parent] = {}
    for child in sorted(by_child, key=lambda n: _order(documents[n])):
        choices = sorted(by_child[child])
        speaking = credited(child, choices)
        parent = max(choices, key=lambda left: _rank(left, child, documents, alignments, allowed, by_child, speaking))
        found[child] = _parent(alignments[parent, child], parent, child, cites(child, parent), len(choices))
    return _without_cycles(found)


def _order(document: Document) -> tuple[int, str]:
    return (document.published.start.toordinal() if document.published else 0, document.id)


def _allowed(
    documents: Sequence[Document],
    alignments: Mapping[Edge, Alignment],
    cites: Callable[[int, int], bool],
    oddness: Callable[[int], float],
) -> frozenset[Edge]:
    """The directions in which a text can have gone: forward in time; where time is silent, the likelier one."""
    found = set()
    for (left, right), laid in alignments.items():
        if not is_shared_text(laid):
            continue
        before = is_before(documents[left], documents[right])
        if before or (before is None and _is_copy(left, right, alignments, cites, oddness)):
            found.add((left, right))
    return frozenset(found)


def is_shared_text(laid: Alignment) -> bool:
    """Whether two texts share enough words for one to be the other's copy.

    A short note must be nearly all there, as stock phrases make up much of one ("killed by security forces"); a
    longer text may also take in a whole other one and add to it.
    """
    held, size = laid.matched.bit_count() + len(laid.near), len(laid.right.tokens)
    if held < FEWEST:
        return False
    if size < NOTE:
        return laid.cover >= COPY_OF_NOTE
    return laid.cover >= COPY or (laid.kept >= COPY and laid.cover >= 0.15 and held >= NOTE)


def _is_copy(
    left: int,
    right: int,
    alignments: Mapping[Edge, Alignment],
    cites: Callable[[int, int], bool],
    oddness: Callable[[int], float],
) -> bool:
    """Without dates to go by: the one that cites is the copy, else the shorter one, else the one with misprints."""
    forth, back = cites(right, left), cites(left, right)
    if forth != back:
        return forth
    there, other = alignments[left, right], alignments.get((right, left))
    lengths = len(there.left.tokens), len(there.right.tokens)
    if other is not None and abs(there.cover - other.cover) > 0.03:
        return there.cover > other.cover
    if abs(oddness(left) - oddness(right)) > 0.01:
        return oddness(right) > oddness(left)
    return lengths > (lengths[1], lengths[0]) or (lengths[0] == lengths[1] and left < right)


Rank = tuple[float, bool, bool, float, int]


def _rank(
    left: int,
    child: int,
    documents: Sequence[Document],
    alignments: Mapping[Edge, Alignment],
    allowed: frozenset[Edge],
    by_child: Mapping[int, Sequence[int]],
    credited: tuple[frozenset[int], frozenset[int]],
) -> Rank:
    """What speaks for a candidate: the words that it explains, less those that only an older one does, and a credit. A
    tie goes to one that has the credit to the letter, then to one that is no copy itself."""
    named, alike = credited
    laid = alignments[left, child]
    older = [n for n in by_child[child] if n != left and (n, left) in allowed]
    reverted = max(((alignments[n, child].matched & ~laid.matched).bit_count() for n in older), default=0)
    words = laid.matched.bit_count() + MISREAD * len(laid.near) - REVERTED * reverted
    score = words / max(len(laid.right.tokens), 1) + CITED * (left in named or left in alike)
    score -= LATE * (days_between(documents[left], documents[child]) > SOON)
    return round(score, 4), left in alike, left not in by_child, laid.kept, -left


STITCHED = 6
"""Words of a document's sentences, none of them the parent's, from which on another document counts as their source."""


def find_seconds(
    documents: Sequence[Document], alignments: Mapping[Edge, Alignment], parents: Mapping[int, Parent]
) -> dict[int, int]:
    """For copies, the earlier document that most of what the parent does not have was stitched in from."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (left, right), laid in alignments.items():
        parent = parents.get(right)
        if parent is not None and left != parent.left and is_before(documents[left], documents[right]):
            words = (laid.matched & ~alignments[parent.left, right].matched).bit_count()
            if words >= STITCHED:
                found[right].append((-words, left))
    return {right: min(choices)[1] for right, choices in found.items()}


def days_between(left: Document, right: Document) -> int:
    """Days from one publication to another; 0 where one is not known."""
    if left.published is None or right.published is None:
        return 0
    return (right.published.start - left.published.start).days


def _parent(laid: Alignment, left: int, child: int, cited: bool, choices: int) -> Parent:
    longest = laid.passages(1)
    shared = laid.matched.bit_count() + len(laid.near)
    said = f"{shared} of {len(laid.right.tokens)} words come from it; {choices} earlier held"
    reasons = [
        Reason(
            rule="lineage.most_words",
            detail=said,
            spans=tuple(p.right for p in longest),
            score=round(laid.cover, 3),
        )
    ]
    if cited:
        reasons.append(Reason(rule="lineage.cites_outlet", detail="its opening or closing words name the outlet"))
    return Parent(left=left, right=child, score=laid.cover, cited=cited, reasons=tuple(reasons))


def _without_cycles(parents: dict[int, Parent]) -> dict[int, Parent]:
    """Drop the weakest step of every circle: documents of unknown or equal date can all seem to copy each other."""
    kept = dict(parents)
    done: set[int] = set()
    for start in parents:
        path: list[int] = []
        at = start
        while at in kept and at not in done and at not in path:
            path.append(at)
            at = kept[at].left
        if at in path:
            circle = path[path.index(at) :]
            del kept[min(circle, key=lambda n: (kept[n].score, n))]
        done.update(path)
    return kept


def root_of(number: int, parents: Mapping[int, Parent]) -> int:
    """The earliest ancestor that is held."""
    while number in parents:
        number = parents[number].left
    return number
