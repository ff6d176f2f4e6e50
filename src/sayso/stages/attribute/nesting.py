"""Which attribution stands inside which."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.grammar import Range


def clean(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates in text order whose contents overlap neither their own source nor cue; empty ones left out."""
    found = []
    for candidate in candidates:
        content = cut(candidate.content, (*candidate.source, *candidate.cue))
        if content and candidate.cue:
            found.append(replace(candidate, content=content))
    return sorted(found, key=lambda c: (c.start, -c.end, c.cue))


def cut(spans: Sequence[Range], holes: Sequence[Range]) -> tuple[Range, ...]:
    """What is left of spans when others are taken out.

    >>> cut([(0, 10)], [(4, 6)])
    ((0, 4), (6, 10))
    """
    left = list(spans)
    for low, high in holes:
        left = [
            piece
            for start, end in left
            for piece in ((start, min(end, low)), (max(start, high), end))
            if piece[0] < piece[1]
        ]
    return tuple(sorted(set(left)))


def parents(candidates: Sequence[Candidate]) -> list[int | None]:
    """For each candidate the index of the one whose content holds it: source, cue and most of its content; else None.

    Where several do, the tightest. Never a circle: a parent's content is always longer.
    """
    found: list[int | None] = []
    for number, inner in enumerate(candidates):
        best, best_size = None, 0
        if inner.outer_cue is not None:
            same = (i for i, c in _near(candidates, number) if c.cue[:1] == (inner.outer_cue,) and c.outer_cue is None)
            found.append(next(same, None))
            continue
        for other, outer in _near(candidates, number):
            if _holds(outer, inner) and not (_holds(inner, outer) and other > number):
                size = sum(end - start for start, end in outer.content)
                if best is None or size < best_size:
                    best, best_size = other, size
        found.append(best)
    return found


WINDOW = 30
"""How many neighbours in text order may hold a candidate: nesting is local, and this keeps the search linear."""


def _near(candidates: Sequence[Candidate], number: int) -> list[tuple[int, Candidate]]:
    low, high = max(0, number - WINDOW), min(len(candidates), number + WINDOW)
    return [(i, candidates[i]) for i in range(low, high) if i != number]


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether cue and source of one lie in the content of the other, with its content, and it is not the same words."""
    own = (*inner.cue, *inner.source)
    if not all(any(s <= a and b <= e for s, e in outer.content) for a, b in own):
        return False
    inside = sum(_shared(piece, outer.content) for piece in inner.content)
    return 2 * inside > sum(end - start for start, end in inner.content)


def _shared(piece: Range, spans: Sequence[Range]) -> int:
    return sum(max(0, min(piece[1], end) - max(piece[0], start)) for start, end in spans)
