"""Outlets between a voice and the reader: who was told, who quoted, whose dispatch it is."""

from sayso.lexicon.datelines import DATELINE
from sayso.lexicon.sources import load_source_words
from sayso.model import Document, Link, Parsed, span_of
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.describe import Description, describe, governments, tokens_of
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.phrases import noun_phrase, ranges

TELLING = frozenset(
    {
        "tell",
        "speak",
        "interview",
        "say",
        "talk",
        "quote",
        "cite",
        "confirm",
        "write",
        "explain",
        "add",
        "describe",
        "recall",
    }
)
LEADING = frozenset({"to", "with", "by", "on", "for", "from", "via", "through"})


def credit_of(document: Document) -> Link | None:
    """The agency that a dispatch names before its first words: `KABUL (AP) - `; None where it is the outlet itself."""
    for block in document.blocks[:4]:
        match = DATELINE.match(document.text[block.start : min(block.end, block.start + 90)])
        if match is None or match["agency"] is None:
            continue
        name = match["agency"]
        if document.outlet is not None and name.lower() in document.outlet.lower():
            return None
        start = block.start + match.start("agency")
        return Link(name=name, kind="outlet", span=span_of(document.text, start, start + len(name)))
    return None


def heard_by(parsed: Parsed, grammar: Grammar, candidate: Candidate) -> Link | None:
    """The outlet that a source spoke to: `told Foreign Policy`, `in an interview with the BBC`; never the article's."""
    if not candidate.cue or not candidate.source:
        return None
    text = parsed.document.text
    first, last = tokens_of(grammar, candidate.cue[0])
    verb = next((t for t in range(first, last + 1) if grammar.lemmas[t] in TELLING), None)
    if verb is None:
        return None
    for span in _addressees(grammar, verb):
        if any(s < span[1] and span[0] < e for s, e in (*candidate.content, *candidate.source)):
            continue
        told = describe(text, grammar, span)
        if (told.kind == "outlet" or _likely_outlet(grammar, span, told)) and not _is_own(parsed.document, told.name):
            return Link(name=told.name, kind="outlet", span=span_of(text, *span))
    return None


def _likely_outlet(grammar: Grammar, span: Range, told: Description) -> bool:
    """Whether a name nobody knows, of two words or more, is told something: in news that is nearly always an outlet."""
    first, last = tokens_of(grammar, span)
    low = told.name.lower().removeprefix("the ")
    words = load_source_words()
    known = low in governments() or low in words.assemblies or set(low.split()) & words.organisation
    person = any(grammar.entities[t] in ("PERSON", "GPE", "NORP") for t in range(first, last + 1))
    return told.is_name and " " in low and not known and not person


def _addressees(grammar: Grammar, verb: int) -> list[Range]:
    """Noun phrases that a verb of telling is addressed to, directly or by a preposition, two steps deep."""
    found = []
    for child in grammar.children[verb]:
        if grammar.deps[child] in ("dobj", "dative", "ccomp", "oprd") and grammar.tags[child].startswith("NN"):
            found.append(noun_phrase(grammar, child))
        if grammar.deps[child] in ("prep", "agent", "dative", "dobj", "advcl"):
            found.extend(_below(grammar, child, steps=4))
    return [r for span in found for r in ranges(grammar, [span])]


def _below(grammar: Grammar, token: int, *, steps: int) -> list[tuple[int, int]]:
    found = []
    for child in grammar.children[token]:
        if grammar.deps[child] == "pobj" and grammar.words[token] in LEADING:
            found.append(noun_phrase(grammar, child))
        if steps and grammar.deps[child] in ("prep", "pobj", "dobj", "pcomp"):
            found.extend(_below(grammar, child, steps=steps - 1))
    return found


def _is_own(document: Document, name: str) -> bool:
    own = (document.outlet or "").lower().removeprefix("the ")
    return bool(own) and (own in name.lower() or name.lower().removeprefix("the ") in own)
