"""Who says what in one document, on whose word."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from sayso.lexicon.sources import load_source_words
from sayso.model import Attribution, Mentions, Parsed
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.chains import with_chains
from sayso.stages.attribute.colons import without_labels
from sayso.stages.attribute.grammar import Grammar, Range, grammar_of, with_persons
from sayso.stages.attribute.hearsay import as_hearsay, without_others
from sayso.stages.attribute.narration import without_narration
from sayso.stages.attribute.nesting import clean
from sayso.stages.attribute.openers import with_openers
from sayso.stages.attribute.quotes import Quotes, quotes_of
from sayso.stages.attribute.rules import CueCounts, find_by_rules
from sayso.stages.attribute.secondhand import secondhand
from sayso.stages.attribute.witnessing import RULE as WITNESSED

RULES_LOWEST = 0.5
"""Lowest chance of what rules add to a model's attributions, however low the threshold."""
ONESELF = re.compile(
    r"(?:had |has |have )?(?:ask|request|want|wish|prefer|declin|refus)\w* "
    r"(?:not |that (?:his|her|their) names? not )?(?:to )?"
    r"(?:be (?:named|identified|quoted)|give (?:his|her|their)|anonymity|remain anonymous)"
    r"|(?:identif(?:y|ies|ied)|describe[sd]?|introduce[sd]?|call(?:s|ed)?) (?:him|her|them)sel(?:f|ves)\b",
    re.IGNORECASE,
)


class Reader(Protocol):
    """What is asked of the trained encoder."""

    def run(self, text: str, paragraphs: Sequence[Range]) -> object:
        """Scores for every piece of the paragraphs."""


def attribute(
    parsed: Parsed, mentions: Mentions, *, cues: CueCounts, encoder: Reader | None = None, threshold: float = 0.5
) -> tuple[Attribution, ...]:
    """Every attribution of the document in text order, nested ones with the id of the one they stand in.

    With an encoder the trained reader finds the outermost attributions and rules what stands inside them; without one,
    rules find both. `threshold`, from 0 to 1, is the lowest confidence that is kept. What comes after is the same for
    both: nesting, voices, chains. Words outside `parsed.sentences` are not read.
    """
    if not parsed.sentences:
        return ()
    grammar = with_persons(grammar_of(parsed.doc), mentions)
    quotes = quotes_of(grammar, parsed.quotations)
    by_rules = find_by_rules(
        grammar, quotes, cues, lowest=threshold if encoder is None else max(threshold, RULES_LOWEST)
    )
    found = by_rules if encoder is None else _with_model(parsed, grammar, quotes, encoder, by_rules, threshold)
    found = without_labels(parsed.document.text, grammar, quotes, clean(as_hearsay(grammar, found)))
    more = list(secondhand(parsed, grammar, quotes, found))
    found = with_openers(parsed, [*_without(found, more), *more])
    found = _read_only(parsed, clean(without_others(found)))
    return with_chains(parsed, grammar, quotes, mentions, found, words=load_source_words())


def _with_model(
    parsed: Parsed, grammar: Grammar, quotes: Quotes, encoder: Reader, by_rules: Sequence[Candidate], threshold: float
) -> list[Candidate]:
    from sayso.stages.attribute.trained import find_by_model, join

    by_model = find_by_model(parsed, encoder, threshold=threshold)
    by_model = list(without_narration(parsed.document.text, grammar, quotes, by_model))
    return join(parsed.paragraphs, by_model, by_rules)


def _without(found: Sequence[Candidate], more: Sequence[Candidate]) -> list[Candidate]:
    """Those whose cue none of the later ones has: what a model makes of `citing` is told better by the rule."""
    cues = {cue[0] for candidate in more for cue in candidate.cue}
    return [c for c in found if not any(start <= at < end for start, end in c.cue for at in cues)]


def _read_only(parsed: Parsed, found: Sequence[Candidate]) -> list[Candidate]:
    """Those whose cue stands in a sentence that is read."""
    spans = [(s.start, s.end) for s in parsed.sentences]
    read = [c for c in found if _inside(c.cue[0][0] if c.cue else c.start, spans)]
    return [c for c in read if not _about_oneself(parsed, c) and not _is_own_people(parsed, c)]


def _is_own_people(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether it is the article's own outlet whose people saw it: that is told in its own voice."""
    own = (parsed.document.outlet or "").lower().removeprefix("the ")
    text = parsed.document.text
    return candidate.rule == WITNESSED and bool(own) and any(own in text[s:e].lower() for s, e in candidate.source)


def _about_oneself(parsed: Parsed, candidate: Candidate) -> bool:
    """`who asked not to be named`, `identified himself as`: about the source, and no claim."""
    if not candidate.cue:
        return False
    words = parsed.document.text[candidate.cue[0][0] : min(candidate.content[-1][1], candidate.cue[0][0] + 120)]
    return ONESELF.match(words) is not None


def _inside(at: int, spans: Sequence[Range]) -> bool:
    i = bisect_right(spans, (at, 1 << 60)) - 1
    return i >= 0 and spans[i][0] <= at < spans[i][1]
