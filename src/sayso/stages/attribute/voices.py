"""Who the source of each attribution is, with what the document says about it elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.lexicon.aliases import load_aliases
from sayso.model import Mention, SourceKind, Span, Voice, span_of
from sayso.stages.attribute.antecedents import Person, lead_back
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.circumstances import anonymity, knowing
from sayso.stages.attribute.describe import RELATIVE, SINGULAR, Description, describe, tokens_of
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.phrases import noun_phrase
from sayso.stages.attribute.witnessing import RULE as WITNESSED


def voice_of(
    candidate: Candidate,
    *,
    text: str,
    grammar: Grammar,
    earlier: Sequence[Person],
    speaker: Person | None,
    quoted: bool,
    mentions: Mapping[Range, Mention],
    article_words: frozenset[str],
) -> tuple[Voice, Person | None]:
    """The voice of an attribution, and the person it leads to (None when the text names nobody)."""
    if not candidate.source:
        return _nobody(candidate, text, grammar, article_words), None
    span = _main(text, candidate.source)
    described = describe(text, grammar, span)
    phrase = text[span[0] : span[1]]
    if (
        candidate.rule == "attribute.turn"
        and described.kind in ("unknown", "named_organisation")
        and span not in mentions
    ):
        described = replace(described, name=phrase, kind="named_person", is_name=True)
    if described.is_pronoun and described.head in SINGULAR:  # "he" is no body that the parser takes for a person
        earlier = [p for p in earlier if (known := mentions.get(p.span)) is None or known.kind not in BODIES]
    found = _relative(described, span, text=text, grammar=grammar) or lead_back(
        described, span, grammar=grammar, earlier=earlier, speaker=speaker, quoted=quoted, person_phrase=phrase
    )
    own = None if described.is_pronoun else mentions.get(span)  # who speaks is better told here than by names nearby
    mention = own or (mentions.get(found.span) if found else None)
    whole = found.described if found else described
    person = Person(span=found.span if found else span, described=whole, phrase=found.phrase if found else phrase)
    hidden, hidden_reason = anonymity(text, grammar, candidate)
    kind = _by_mention(mention, described, whole)
    voice = Voice(
        name=_name(mention, described, whole, kind),
        kind=kind,
        entity=mention.entity if mention is not None and kind in _NAMED else None,
        antecedent=_antecedent(text, found, mention, span),
        count=described.count or whole.count,
        role=described.role or whole.role,
        organisation=described.organisation or whole.organisation,
        nationality=described.nationality
        or whole.nationality
        or (mention.country if mention and described.is_name else None),
        former=described.former if described.former is not None else whole.former,
        anonymous=hidden,
        anonymity_reason=hidden_reason,
        knows="saw" if candidate.rule == WITNESSED else knowing(text, candidate, span),
    )
    return voice, person


BODIES = ("organisation", "government", "force", "group", "outlet")
"""Kinds of known actors that are no person."""
_NAMED = ("named_person", "named_organisation", "outlet", "group", "document")


def _main(text: str, source: Sequence[Range]) -> Range:
    return max(source, key=lambda r: (r[1] - r[0], -r[0]))


def _nobody(candidate: Candidate, text: str, grammar: Grammar, article_words: frozenset[str]) -> Voice:
    word = candidate.word or grammar.lemmas[tokens_of(grammar, candidate.cue[0])[1]] if candidate.cue else ""
    kind = "article" if word in article_words else "passive"
    cue = " ".join(" ".join(text[s:e] for s, e in candidate.cue).split())
    return Voice(name=cue, kind="article" if kind == "article" else "passive")


def _relative(described: Description, span: Range, *, text: str, grammar: Grammar) -> Person | None:
    """The noun that `who` or `which` stands for, from the parse."""
    if not (described.is_pronoun and described.head in RELATIVE):
        return None
    token = grammar.token_at(span[0])
    verb = grammar.heads[token]
    for _ in range(4):
        if grammar.deps[verb] == "relcl":
            break
        verb = grammar.heads[verb]
    noun = grammar.heads[verb]
    if grammar.deps[verb] != "relcl" or grammar.starts[noun] >= span[0]:
        return None
    if described.head in ("who", "whom") and grammar.entities[noun] in PLACED:
        noun = _who_is_there(grammar, noun, token)
    first, last = noun_phrase(grammar, noun)
    last = min(last, token - 1)
    while last > first and grammar.words[last] in (",", "—", "–", "(", "-"):
        last -= 1
    whole = grammar.text_range(first, last)
    return Person(span=whole, described=describe(text, grammar, whole), phrase=text[whole[0] : whole[1]])


PLACED = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
"""What nobody is: "a captain, now in hiding in Kabul, who said"."""


def _who_is_there(grammar: Grammar, noun: int, who: int) -> int:
    """The noun that a place stands beside, or the object or subject of the verb that it hangs on; itself where there is
    none before `who`."""
    here = noun
    for _ in range(6):
        here = grammar.heads[here]
        if grammar.tags[here] in ("NN", "NNS") and not grammar.words[here].endswith("ing"):
            return here
        if grammar.tags[here].startswith("VB"):
            kids = [t for t in grammar.children[here] if t < min(who, noun)]
            for dep in ("dobj", "nsubjpass", "nsubj"):
                found = [t for t in kids if grammar.deps[t] == dep]
                if found:
                    return found[-1]
            return noun
    return noun


def _by_mention(mention: Mention | None, described: Description, whole: Description) -> SourceKind:
    """The kind that the words give, unless a known actor says otherwise."""
    if mention is not None and mention.kind == "outlet" and (described.is_name or described.is_pronoun):
        return "outlet"
    known = mention is not None and mention.entity is not None and (described.is_name or described.is_pronoun)
    if known and mention is not None:
        if mention.kind == "person":
            return "named_person"
        # the language model takes many bodies for persons; the table of known actors does not
        listed = mention.entity in load_aliases().actors
        kept = ("outlet", "document") if listed else ("named_person", "outlet", "document")
        if mention.kind in ("organisation", "government", "force", "group") and whole.kind not in kept:
            return "named_organisation"
    return whole.kind


def _name(mention: Mention | None, described: Description, whole: Description, kind: str) -> str:
    led = mention is not None and mention.entity is not None and mention.form in ("short", "pronoun", "nominal")
    if led and mention is not None and kind in _NAMED and not whole.is_name:
        return mention.name
    return whole.name


def _antecedent(text: str, found: Person | None, mention: Mention | None, span: Range) -> Span | None:
    if found is not None and found.span != span:
        return span_of(text, *(found.described.at or found.span))
    return mention.antecedent if mention is not None and mention.span.start == span[0] else None
