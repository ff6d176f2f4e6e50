"""Attributions that the trained reader finds, joined with those that rules find inside them."""

from collections.abc import Sequence
from typing import Any

from sayso.model import Parsed
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.decode import decode
from sayso.stages.attribute.grammar import Grammar, Range

SURE_ALONE = frozenset({"attribute.according", "attribute.adverb", "attribute.silence"})
"""Rules that are believed outside the model's contents too."""
SURE = 0.85
"""Chance from which any rule is, where the model sees nothing."""


def find_by_model(parsed: Parsed, encoder: Any, *, threshold: float) -> list[Candidate]:
    """The outermost attributions as the trained reader sees them."""
    text, paragraphs = parsed.document.text, read_paragraphs(parsed)
    found = decode(text, paragraphs, encoder.run(text, paragraphs), threshold=threshold)
    return [
        Candidate(
            source=tuple(_bare(text, *span) for span in raw.source),
            cue=raw.cue,
            content=raw.content,
            rule="attribute.reader",
            confidence=round(raw.confidence, 3),
            looked_at=", ".join(f"{name} {value:.2f}" for name, value in raw.reasons),
        )
        for raw in found
    ]


def _bare(text: str, start: int, end: int) -> Range:
    """A source without the comma or dash that it was cut with."""
    while end - start > 1 and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    return start, end


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
    alone = [
        c for c in by_rules if c.rule in SURE_ALONE or c.rule.startswith("attribute.passive") or c.confidence >= SURE
    ]
    held = {id(candidate) for candidate in alone}
    added = [
        candidate
        for candidate in by_rules
        if not _touches(candidate.cue, cues)
        and (id(candidate) in held or any(_inside(candidate, outer) for outer in _around(candidate, by_model)))
    ]
    return [*by_model, *added]


def _around(candidate: Candidate, by_model: Sequence[Candidate]) -> list[Candidate]:
    """The model's attributions that may hold a cue: those that start at most so far before it."""
    at = candidate.cue[0][0]
    return [outer for outer in by_model if outer.start <= at < outer.end]


def _touches(spans: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)


def _inside(inner: Candidate, outer: Candidate) -> bool:
    return all(
        any(low <= start and end <= high for low, high in outer.content) for start, end in (*inner.cue, *inner.source)
    )
