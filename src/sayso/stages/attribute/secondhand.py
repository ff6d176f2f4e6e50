"""Attributions that rest on another one: `citing three generals`, a headline's `: report`, a name and a colon."""

import re
from collections.abc import Iterator, Sequence

from sayso.lexicon.datelines import DATELINE
from sayso.lexicon.sources import load_source_words
from sayso.model import Parsed
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.describe import describe
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.phrases import noun_phrase, ranges, subject_of, trim, verb_group
from sayso.stages.attribute.quotes import Quotes
from sayso.stages.attribute.verbs import CITING

REPORTING = frozenset(
    {"report", "say", "write", "claim", "add", "note", "announce", "warn", "reveal", "tell", "suggest"}
)
LISTING = REPORTING | frozenset(
    {"list", "count", "find", "document", "describe", "accuse", "deny", "confirm", "identify"}
)
"""What those do who are heard in a headline."""
HEADLINE_END = re.compile(r"^(?P<content>.{12,}?)\s?(?P<cue>:|–|—|\s-)\s(?P<source>(?:[\w’'.-]+\s){0,4}[\w’'.-]+)$")
HEADLINE_START = re.compile(r"^(?P<source>(?:[\w’'.-]+\s){0,5}[\w’'.-]+)(?P<cue>:)\s+(?P<content>\S.{8,})$", re.DOTALL)
LONG = 120
"""Characters from which a line with a full stop is a paragraph: one name before its colon is a dateline ("Oslo: ")."""
TITLES = frozenset({"title", "heading"})
MAX_LINE = 400


def secondhand(parsed: Parsed, grammar: Grammar, quotes: Quotes, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What can only be seen with the first attributions at hand."""
    text = parsed.document.text
    yield from _cited(text, grammar, found)
    taken = [c.cue[0] for c in found if c.cue]
    for block in parsed.document.blocks:
        if block.end - block.start < MAX_LINE and ":" in (line := text[block.start : block.end]):
            yield from _headline(line, block.start, text=text, grammar=grammar, taken=taken)


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


def _headline(line: str, offset: int, *, text: str, grammar: Grammar, taken: Sequence[Range]) -> Iterator[Candidate]:
    """`Hundreds recruited: report`, `Kremlin: no losses`: a colon between who and what, in a line without full stop."""
    stripped = line.strip()
    start = offset + line.index(stripped)
    for pattern in (HEADLINE_END, HEADLINE_START):
        match = pattern.match(stripped)
        if match is None or (pattern is HEADLINE_END and stripped[-1] in ".!?"):
            continue
        source, cue, content = ((start + match.start(k), start + match.end(k)) for k in ("source", "cue", "content"))
        if any(s <= cue[0] < e for s, e in taken) or not _names_somebody(text, grammar, source):
            continue
        opens = DATELINE.match(stripped + " ") or (len(stripped) > LONG and stripped[-1] in '.”"')
        if pattern is HEADLINE_START and (
            (opens and " " not in text[slice(*source)]) or _is_topic(text, grammar, source, content)
        ):
            continue
        yield Candidate(
            source=(source,), cue=(cue,), content=(content,), rule="attribute.headline", word=":", confidence=0.8
        )
        return


def _is_topic(text: str, grammar: Grammar, source: Range, content: Range) -> bool:
    """Whether what stands before a colon is what the line is about: several people, and behind it somebody else acts.

    "Lured and left: group lists dozens": what follows tells of another one; "Relatives: they were lured" does not.
    """
    told = describe(text, grammar, source)
    if told.kind in ("named_person", "named_organisation", "government", "outlet", "document"):
        return False
    first, last = grammar.token_at(content[0]), grammar.token_at(content[1] - 1)
    verb = next(
        (t for t in range(first, last + 1) if grammar.lemmas[t] in LISTING and grammar.tags[t][:2] == "VB"), None
    )
    return verb is not None and subject_of(grammar, verb) is not None


def _names_somebody(text: str, grammar: Grammar, source: Range) -> bool:
    """Whether a few words before or after a colon are a source by their kind, and no clause."""
    first, last = grammar.token_at(source[0]), grammar.token_at(source[1] - 1)
    if first == last and text[slice(*source)].lower() in load_source_words().document | load_source_words().official:
        return True
    if any(grammar.tags[t] in ("VBD", "VBZ", "VBP", "MD", "VB", "CD") for t in range(first, last + 1)):
        return False
    return describe(text, grammar, source).kind != "unknown"
