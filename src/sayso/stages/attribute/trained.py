"""Attributions that the trained reader finds, joined with those that rules find inside them."""

from collections.abc import Sequence
from typing import Any

from sayso.model import Parsed
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.decode import decode
from sayso.stages.attribute.grammar import Grammar, Range

SURE_ALONE = frozenset({"attribute.according", "attribute.adverb", "attribute.headline"})
"""Rules that are believed outside the model's contents too."""


def find_by_model(parsed: Parsed, encoder: Any, *, threshold: float) -> list[Candidate]:
    """The outermost attributions as the trained reader sees them."""
    text, paragraphs = parsed.document.text, read_paragraphs(parsed)
    found = decode(text, paragraphs, encoder.run(text, paragraphs), threshold=threshold)
    return [
        Candidate(
            source=raw.source,
            cue=raw.cue,
            content=raw.content,
            rule="attribute.reader",
            confidence=round(raw.confidence, 3),
            looked_at=", ".join(f"{name} {value:.2f}" for name, value in raw.reasons),
        )
        for raw in found
    ]


def read_paragraphs(parsed: Parsed) -> list[Range]:
    """The blocks whose sentences are read, without the white space at their ends."""
    found: list[Range] = []
    sentences = iter(parsed.sentences)
    sentence = next(sentences, None)
    for block in parsed.document.blocks:
        start = end = -1
        while sentence is not None and sentence.start < block.end:
            if sentence.start >= block.start:
                start, end = (sentence.start if start < 0 else start), min(sentence.end, block.end)
            sentence = next(sentences, None)
        if start >= 0:
            found.append((start, end))
    return found


def join(grammar: Grammar, by_model: Sequence[Candidate], by_rules: Sequence[Candidate]) -> list[Candidate]:
    """The model's attributions, and those of the rules that stand wholly inside one of their contents.

    The corpus that the model is trained on marks the outermost attribution only, so what nests is left to rules.
    """
    cues = [cue for candidate in by_model for cue in candidate.cue]
    added = [
        candidate
        for candidate in by_rules
        if not _touches(candidate.cue, cues)
        and (candidate.rule in SURE_ALONE or any(_inside(candidate, outer) for outer in by_model))
    ]
    return [*by_model, *added]


def _touches(spans: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)


def _inside(inner: Candidate, outer: Candidate) -> bool:
    return all(
        any(low <= start and end <= high for low, high in outer.content) for start, end in (*inner.cue, *inner.source)
    )
