"""Attributions that the trained reader finds, joined with those that rules find inside them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.model import Parsed, Quotation
from sayso.stages.attribute.accusing import RULE as ACCUSED
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.decode import decode
from sayso.stages.attribute.grammar import Range
from sayso.stages.attribute.hearsay import OWN_ONLY
from sayso.stages.attribute.witnessing import RULE as WITNESSED

SURE_ALONE = frozenset({"attribute.according", "attribute.adverb", "attribute.silence", WITNESSED}) | OWN_ONLY
"""Rules that are believed outside the model's contents too."""
UNCLOSED = 600
"""Characters that a quotation without a closing mark is believed to go on for at most."""
SURE = 0.85
"""Chance from which any rule is, where the model sees nothing."""
SURE_BEHIND = 0.7
"""The same for "..., the Headquarters for the Treatment of Prisoners of War said": the model does not see long names of
bodies. On PolNeAR dev it adds one attribution of 2,466."""
SAYING = frozenset({"say", "report", "announce", "state", "tell", "add"})


def find_by_model(parsed: Parsed, encoder: Any, *, threshold: float) -> list[Candidate]:
    """The outermost attributions as the trained reader sees them."""
    text, paragraphs = parsed.document.text, parsed.paragraphs
    found = decode(text, paragraphs, encoder.run(text, paragraphs), threshold=threshold)
    long = [q for q in parsed.quotations if q.depth == 0 and _is_whole(q)]
    return [
        Candidate(
            source=tuple(_bare(text, *span) for span in raw.source),
            cue=raw.cue,
            content=tuple(_whole(piece, raw.cue, long) for piece in raw.content),
            rule="attribute.reader",
            confidence=round(raw.confidence, 3),
            looked_at=", ".join(f"{name} {value:.2f}" for name, value in raw.reasons),
        )
        for raw in found
        if not _is_name(text, raw.cue)
    ]


def _is_whole(quotation: Quotation) -> bool:
    """Whether a content is made as long as its quotation: one over lines, or one whose closing mark was lost near by.

    Behind an opening mark that nobody closes for pages the quotation has long ended.
    """
    if quotation.closed:
        return "\n" in quotation.span.text
    return quotation.span.end - quotation.span.start <= UNCLOSED


def _is_name(text: str, cue: Sequence[Range]) -> bool:
    """Whether a cue is the second half of a name: "the port of Port Said"."""
    if len(cue) != 1:
        return False
    start, end = cue[0]
    before = text[:start].rstrip()[-20:].split()
    follows_name = bool(before) and before[-1][:1].isupper() and before[-1][-1:].isalpha()
    behind = text[end:].lstrip()[:1]
    return (
        text[start:end] == "Said" and follows_name and (behind.islower() or behind in ",.;)")
    )  # no headline in capitals


def _whole(piece: Range, cue: Sequence[Range], long: Sequence[Quotation]) -> Range:
    """A piece of content with the whole quotation that it stands in, where paragraphs or a lost mark cut it.

    A cue inside the quotation leaves the piece as it is: then somebody is quoted there.
    """
    for quotation in long:
        start, end = quotation.span.start, quotation.span.end
        if start <= piece[0] < end and not any(start <= at < end for at, _ in cue):
            return min(piece[0], start), max(piece[1], end)
    return piece


def _bare(text: str, start: int, end: int) -> Range:
    """A source without the comma or dash that it was cut with."""
    while end - start > 1 and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    return start, end


def join(paragraphs: Sequence[Range], by_model: Sequence[Candidate], by_rules: Sequence[Candidate]) -> list[Candidate]:
    """The model's attributions, and those of the rules that stand wholly inside one of their contents.

    The corpus that the model is trained on marks the outermost attribution only, so what nests is left to rules.
    """
    turned = [c for c in by_rules if c.rule == ACCUSED]
    by_model = [c for c in by_model if not any(_touches(c.cue, rule.cue) for rule in turned)]
    by_model = [*_sources_of_rules(by_model, by_rules, paragraphs), *turned]
    ordered = sorted(by_model, key=lambda candidate: candidate.start)
    starts = [candidate.start for candidate in ordered]
    added = []
    for candidate in by_rules:
        last = bisect_right(starts, candidate.cue[0][1])
        near = ordered[max(0, last - NEIGHBOURS) : last]
        if _touches(candidate.cue, [cue for outer in near for cue in outer.cue]):
            continue
        if _is_sure(candidate) or any(_inside(candidate, outer) for outer in near):
            added.append(candidate)
    return [*by_model, *added]


def _sources_of_rules(
    by_model: Sequence[Candidate], by_rules: Sequence[Candidate], paragraphs: Sequence[Range]
) -> list[Candidate]:
    """Where the model's source after `according to` runs on past a comma, that of the rule, with its content.

    `According to officials, the group, which ...`: grammar tells better than tags where the source ends. And where the
    model sees a cue without a source, that of the rule with the same cue: "raised pay, warning that ...". Likewise
    where it looks for the source in the paragraph or headline before, though the cue has a subject of its own.
    """
    ruled = {c.cue[0]: c for c in by_rules if c.rule == "attribute.according"}
    sourced = {c.cue[0]: c.source for c in by_rules if c.cue and c.source}
    found = []
    for candidate in by_model:
        if candidate.cue and candidate.cue[0] in sourced and _is_sourced_elsewhere(candidate, paragraphs):
            candidate = replace(candidate, source=sourced[candidate.cue[0]])
        rule = ruled.get(candidate.cue[0]) if candidate.cue else None
        if rule is not None and candidate.source and rule.source:
            (start, end), (begun, ended) = rule.source[0], candidate.source[0]
            if start == begun and end < ended:
                candidate = replace(candidate, source=rule.source, content=rule.content)
        found.append(candidate)
    return found


def _is_sourced_elsewhere(candidate: Candidate, paragraphs: Sequence[Range]) -> bool:
    """Whether an attribution has no source, or one that stands in a paragraph before the cue's."""
    if not candidate.source:
        return True
    number = bisect_right(paragraphs, (candidate.cue[0][0], 1 << 60)) - 1
    return number > 0 and candidate.source[0][1] <= paragraphs[number][0]


NEIGHBOURS = 40
"""How many of the model's attributions that begin before a cue may hold it: this keeps the search linear."""


def _is_sure(candidate: Candidate) -> bool:
    """Whether a rule is believed where the model sees nothing."""
    passive = candidate.rule.startswith("attribute.passive")
    behind = candidate.rule == "attribute.inverted" and candidate.word in SAYING and bool(candidate.source)
    return candidate.rule in SURE_ALONE or passive or candidate.confidence >= (SURE_BEHIND if behind else SURE)


def _touches(spans: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)


def _inside(inner: Candidate, outer: Candidate) -> bool:
    return all(
        any(low <= start and end <= high for low, high in outer.content) for start, end in (*inner.cue, *inner.source)
    )
