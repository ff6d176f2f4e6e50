"""Attributions by rules alone: grammar, quotation marks and a counted lexicon of cues."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol

from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.constructions import drafts
from sayso.stages.attribute.draft import Draft
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import Tokens, ranges
from sayso.stages.attribute.quotes import Quotes, follows

SPEECH = frozenset({"quoted", "inverted", "around", "clause", "naming", "object", "object_as"})
"""Constructions whose speaker may go on in the next quotation."""


class CueCounts(Protocol):
    """What the rules ask of the lexicon."""

    lemmas: frozenset[str]

    def chance(self, lemma: str, construction: str) -> float:
        """How often the pair was an attribution, from 0 to 1."""

    def evidence(self, lemma: str, construction: str) -> str:
        """The counts behind it, in words."""


def find_by_rules(grammar: Grammar, quotes: Quotes, cues: CueCounts, *, lowest: float) -> list[Candidate]:
    """Every construction whose chance in the lexicon is at least `lowest`, in text order, nested ones included."""
    believed = believe(drafts(grammar, quotes, cues.lemmas), cues, lowest=lowest)
    shouted: dict[int, bool] = {}
    believed = [(d, chance) for d, chance in believed if chance >= IN_CAPITALS or not _in_capitals(grammar, d, shouted)]
    go_on(grammar, quotes, [draft for draft, _ in believed])
    return [_candidate(grammar, draft, chance, cues) for draft, chance in believed]


IN_CAPITALS = 0.8
"""Lowest chance in lines Where Most Words Have Capitals, whose parse is worth little."""


def _in_capitals(grammar: Grammar, draft: Draft, known: dict[int, bool]) -> bool:
    """Whether a cue's sentence is a headline in capitals."""
    number = grammar.sentences[draft.head]
    if number not in known:
        long = [
            token
            for token in range(*grammar.bounds[number])
            if grammar.ends[token] - grammar.starts[token] > 3 and grammar.words[token].isalpha()
        ]
        known[number] = len(long) > 3 and 3 * sum(grammar.capitals[t] for t in long) > 2 * len(long)
    return known[number]


def believe(tries: Iterable[Draft], cues: CueCounts, *, lowest: float) -> list[tuple[Draft, float]]:
    """The drafts whose chance is at least `lowest`, in text order; of those whose cues share a word the likeliest."""
    believed = [(d, chance) for d in tries if (chance := cues.chance(d.lemma, d.construction)) >= lowest]
    best: dict[int, tuple[Draft, float]] = {}
    for draft, chance in sorted(believed, key=lambda pair: (-pair[1], pair[0].head)):
        held = range(draft.cue[0], draft.cue[1] + 1)
        if not any(token in best for token in held):
            best.update((token, (draft, chance)) for token in held)
    return sorted({id(pair[0]): pair for pair in best.values()}.values(), key=lambda pair: pair[0].head)


def go_on(grammar: Grammar, quotes: Quotes, held: Sequence[Draft]) -> None:
    """Add to each draft's content the quotations that follow in its paragraph before anybody else speaks.

    A quotation goes on when it opens a sentence and at most one sentence end lies between it and what it goes on from.
    """
    taken = _taken(quotes, held)
    speakers = sorted((d for d in held if d.construction in SPEECH), key=lambda d: d.head)
    for number, (first, _) in enumerate(quotes.spans):
        if number in taken or quotes.scare[number]:
            continue
        speaker = _last_before(speakers, first)
        if speaker is None or quotes.holder[speaker.head] != -1:
            continue
        reached = max(speaker.cue[1], *(last for _, last in speaker.content), (speaker.source or speaker.cue)[1])
        if reached < first and follows(grammar, reached, first):
            speaker.content.append(quotes.spans[number])
            taken.add(number)


def _taken(quotes: Quotes, held: Iterable[Draft]) -> set[int]:
    """Numbers of the quotations that are somebody's content, or hold a whole attribution's words."""
    return {
        quotes.holder[token]
        for draft in held
        if quotes.holder[draft.head] == -1
        for span in draft.content
        for token in span
        if quotes.holder[token] != -1
    }


def _last_before(speakers: Sequence[Draft], token: int) -> Draft | None:
    at = bisect_left(speakers, token, key=lambda draft: draft.head)
    return speakers[at - 1] if at else None


def _candidate(grammar: Grammar, draft: Draft, chance: float, cues: CueCounts) -> Candidate:
    source: list[Tokens] = [draft.source] if draft.source is not None else []
    return Candidate(
        source=ranges(grammar, source),
        cue=ranges(grammar, [draft.cue]),
        content=ranges(grammar, draft.content),
        rule=f"attribute.{draft.construction}",
        word=draft.lemma,
        confidence=round(chance, 3),
        looked_at=cues.evidence(draft.lemma, draft.construction),
    )
