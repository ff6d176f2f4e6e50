"""Quotations that two documents share, also when one was translated and back."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from sayso.model import Document, Passage, Quotation, Span
from sayso.stages.link.texts.signatures import hashed, index_of, pairs
from sayso.stages.link.wording import content_words, likeness

SHORTEST = 4
"""Content words in a quotation that can show kinship: "no comment" is everybody's."""
ALIKE = 0.62
"""Lowest likeness of two quotations that are taken for one."""


def shared_quotations(
    documents: Sequence[Document], quotations: Mapping[str, Sequence[Quotation]]
) -> Iterator[tuple[int, int, tuple[Passage, ...], float]]:
    """Numbers of two documents, earlier first, the quotations they share and the likeness of the best."""
    held: list[tuple[int, Span, Mapping[str, float]]] = []
    for number, document in enumerate(documents):
        held += [(number, span, words) for span, words in telling(quotations.get(document.id, ()))]
    found: dict[tuple[int, int], list[tuple[float, Passage]]] = {}
    signatures = [np.unique(np.array(_keys(words), dtype=np.uint64)) for _, _, words in held]
    for a, b, _ in pairs(index_of(signatures), at_least=0.2):
        (left, was, first), (right, now, second) = held[a], held[b]
        alike = likeness(first, second)
        if left != right and alike >= ALIKE:
            (left, was), (right, now) = sorted(((left, was), (right, now)), key=lambda each: each[0])
            found.setdefault((left, right), []).append((alike, Passage(left=was, right=now)))
    for (left, right), shared in sorted(found.items()):
        shared.sort(key=lambda s: (-s[0], s[1].right.start))
        yield left, right, tuple(passage for _, passage in shared[:8]), shared[0][0]


def telling(quotations: Sequence[Quotation]) -> Iterator[tuple[Span, Mapping[str, float]]]:
    """The quotations that can show kinship, with their content words."""
    for quotation in quotations:
        words = content_words(quotation.span.text)
        if quotation.depth == 0 and not quotation.scare and len(words) >= SHORTEST:
            yield quotation.span, words


def quotation_keys(quotations: Sequence[Quotation]) -> Iterator[int]:
    """What a document's quotations are found by."""
    for _, words in telling(quotations):
        yield from _keys(words)


def _keys(words: Mapping[str, float]) -> list[int]:
    """The six longest words of a quotation in pairs."""
    chosen = sorted(words, key=lambda w: (-len(w), w))[:6]
    return [hashed(f"{min(a, b)}|{max(a, b)}") for n, a in enumerate(chosen) for b in chosen[n + 1 :]]
