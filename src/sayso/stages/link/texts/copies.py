"""Which documents are copies of which, and what each copy changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from sayso.model import Change, Derivation, Span
from sayso.model.features import Beyond
from sayso.stages.link.memory import once
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.texts.align import Alignment, Laid, Text, align
from sayso.stages.link.texts.changes import find_changes
from sayso.stages.link.texts.families import Families
from sayso.stages.link.texts.held import Held
from sayso.stages.link.texts.lineage import Edge, Parent, find_parents, find_seconds, is_before
from sayso.stages.link.texts.signatures import index_of, pairs, signature

CANDIDATE = 0.08
"""Lowest share of sampled shingles for two documents to be laid beside each other."""
NOISY = 0.02
"""Share of misprinted words from which on a text counts as damaged."""


def find_copies(held: Held, beyond: Beyond | None = None, over: Over = in_turn) -> None:
    """Lay candidates beside each other and choose parents; fills `held.alignments` and `held.parents`.

    With `beyond`, documents that keep their parents are laid beside these alone, and beside other candidates of a
    document whose parent is looked for.

    Documents that are no candidates of each other, by whatever steps, cannot be kin: each group is worked through by
    itself, and of its alignments only those of copies with their parents are kept.
    """
    index = index_of(signature(d.text) for d in held.documents)
    found = pairs(index, at_least=CANDIDATE)
    groups = joined(_open(held, found, beyond) if beyond else found)
    for parents, seconds, kept in over(partial(_kin, held), groups):
        held.parents |= parents
        held.seconds |= seconds
        for (left, right), laid in kept.items():
            held.alignments[left, right] = Alignment.of(laid, held.words[left], held.words[right])


def _kin(held: Held, edges: Sequence[Edge]) -> tuple[dict[int, Parent], dict[int, int], dict[Edge, Laid]]:
    """Of one group the parents, the second sources, and how these texts lie."""
    laid = _aligned(held, edges)
    parents = find_parents(held.documents, laid, cites=held.cites, credited=held.credited, oddness=held.oddness)
    seconds = find_seconds(held.documents, laid, parents)
    kept = [*((p.left, right) for right, p in parents.items()), *((left, right) for right, left in seconds.items())]
    return parents, seconds, {edge: laid[edge].laid for edge in kept}


def _open(held: Held, found: Iterable[tuple[int, int, float]], beyond: Beyond) -> Iterator[tuple[int, int, float]]:
    """The candidates by which parents that are looked for are told, and the known parents with their copies."""
    edges = list(found)
    unsettled = {held.number[id_] for id_ in beyond.unsettled}
    near = unsettled.union(*((left, right) for left, right, _ in edges if left in unsettled or right in unsettled))
    known = {
        frozenset((held.number[child], held.number[parent]))
        for child, parent in beyond.parents.items()
        if child in held.number and parent in held.number
    }
    for left, right, share in edges:
        if (left in near and right in near) or frozenset((left, right)) in known:
            yield left, right, share


def joined(found: Iterable[tuple[int, int, float]]) -> list[list[Edge]]:
    """Candidates in groups that are connected, each in the order given."""
    edges = [(left, right) for left, right, _ in found]
    families = Families(edges)
    groups: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[families.of(edge[0])].append(edge)
    return list(groups.values())


def _aligned(held: Held, edges: Sequence[Edge]) -> dict[Edge, Alignment]:
    """The right texts laid beside the left ones, both ways where time does not say which was first."""
    found: dict[Edge, Alignment] = {}
    texts = {number: Text(held.words[number]) for edge in edges for number in edge}
    for left, right in edges:
        before = is_before(held.documents[left], held.documents[right])
        if before is not False:
            found[left, right] = _laid(held, texts, left, right)
        if before is not True:
            found[right, left] = _laid(held, texts, right, left)
    return found


def _laid(held: Held, texts: Mapping[int, Text], left: int, right: int) -> Alignment:
    key = ("laid", held.documents[left].id, held.documents[right].id)
    return once(held.memory, key, lambda: align(texts[left], held.words[right]))


def copies(held: Held) -> list[Derivation]:
    """One derivation for each copy, with the passages that show it."""
    found = []
    for right, parent in sorted(held.parents.items()):
        laid = held.alignments[parent.left, right]
        left = held.documents[parent.left]
        found.append(
            Derivation(
                left=left.id,
                left_name=left.outlet,
                right=held.documents[right].id,
                kind="copy",
                evidence=laid.passages(),
                score=round(min(1.0, parent.score), 3),
                reasons=parent.reasons,
            )
        )
    return found


def changes(held: Held, of: frozenset[str] | None = None, over: Over = in_turn) -> list[Change]:
    """What each copy changed of its parent, and in what was stitched in of the document that this comes from; with
    `of`, only what these documents changed."""
    copied = [right for right in sorted(held.parents) if of is None or held.documents[right].id in of]
    return list(chain.from_iterable(over(partial(_changed, held), copied)))


def _changed(held: Held, right: int) -> list[Change]:
    parent = held.parents[right]
    found = [*_changes_of(held, parent.left, right)]
    if right in held.seconds:
        laid = held.alignments[parent.left, right]
        stitched = _changes_of(held, held.seconds[right], right)
        found += [change for change in stitched if not _is_laid(laid, change.now)]
    return found


def _changes_of(held: Held, left: int, right: int) -> tuple[Change, ...]:
    return find_changes(
        held.alignments[left, right],
        held.documents[left].id,
        held.documents[right].id,
        noisy=held.oddness(right) > NOISY,
    )


def _is_laid(laid: Alignment, span: Span) -> bool:
    """Whether a passage lies in a sentence that has words of the left text."""
    return any(
        laid.right.starts[first] <= span.start < laid.right.ends[end - 1]
        and any(laid.same[n] >= 0 for n in range(first, end))
        for first, end in laid.right.sentences
    )
