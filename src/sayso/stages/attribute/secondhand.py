"""Attributions that rest on another one: `citing three generals`; and what stands before or behind a colon."""

from collections.abc import Iterator, Sequence

from sayso.model import Parsed
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.colons import before_colons
from sayso.stages.attribute.describe import describe
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import noun_phrase, ranges, subject_of, trim, verb_group
from sayso.stages.attribute.quotes import Quotes
from sayso.stages.attribute.verbs import CITING

REPORTING = frozenset(
    {"report", "say", "write", "claim", "add", "note", "announce", "warn", "reveal", "tell", "suggest"}
)


def secondhand(parsed: Parsed, grammar: Grammar, quotes: Quotes, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What can only be seen with the first attributions at hand."""
    yield from _cited(parsed.document.text, grammar, found)
    yield from before_colons(parsed, grammar, quotes, found)


def _cited(text: str, grammar: Grammar, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """`The AP reported, citing three generals, that ...`: the generals say it, and the AP says that they do."""
    for token, word in enumerate(grammar.words):
        if word not in CITING:
            continue
        noun = next(
            (c for c in grammar.children[token] if grammar.deps[c] in ("dobj", "pobj", "ccomp") and c > token), None
        )
        outer = _outer(grammar, token, found) or _cut_in_two(grammar, token)
        if noun is None or outer is None:
            continue
        source = ranges(grammar, [noun_phrase(grammar, noun)])[0]
        if describe(text, grammar, source).kind == "unknown" or source == outer.cue[0]:
            continue
        if any(s < source[1] and source[0] < e for s, e in outer.source):
            continue
        if outer.rule == "attribute.citing_clause":
            yield outer
        yield Candidate(
            source=(source,),
            cue=(grammar.text_range(token, token),),
            content=outer.content,
            rule="attribute.citing",
            word="cite",
            confidence=min(0.9, outer.confidence),
            outer_cue=outer.cue[0],
        )


def _outer(grammar: Grammar, token: int, found: Sequence[Candidate]) -> Candidate | None:
    """The attribution that a `citing` belongs to: the one with the nearest cue in its sentence."""
    first, last = grammar.bounds[grammar.sentences[token]]
    low, high, at = grammar.starts[first], grammar.ends[last - 1], grammar.starts[token]
    inside = [c for c in found if c.cue and low <= c.cue[0][0] < high and not c.cue[0][0] <= at < c.cue[0][1]]
    inside = [c for c in inside if c.source and not any(s <= at < e for s, e in c.source)]
    return min(inside, key=lambda c: (abs(c.cue[0][0] - at), c.cue), default=None)


def _cut_in_two(grammar: Grammar, token: int) -> Candidate | None:
    """`reported, citing X, that ...` where the parser gives the clause to `citing`."""
    verb, clause = grammar.heads[token], grammar.child(token, "ccomp")
    subject = subject_of(grammar, verb)
    if grammar.lemmas[verb] not in REPORTING or clause is None or subject is None:
        return None
    return Candidate(
        source=ranges(grammar, [noun_phrase(grammar, subject)]),
        cue=ranges(grammar, [verb_group(grammar, verb)]),
        content=ranges(grammar, [trim(grammar, grammar.lefts[clause], grammar.rights[clause])]),
        rule="attribute.citing_clause",
        word=grammar.lemmas[verb],
        confidence=0.8,
    )
