"""What an author passes on without telling whose word it is: `reportedly`, `the alleged deal`, `is said to`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.lexicon.sources import load_source_words
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.draft import Draft, around
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.nominal import clause_head
from sayso.stages.attribute.phrases import PASSIVE_SUBJECTS, SUBJECTS, Tokens, noun_phrase, trim, without

HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
"""Adverbs by which nobody says something."""
SEEMING = frozenset({"apparently"})
"""Adverbs by which an author leaves open how it is known."""
EPITHETS = frozenset({"alleged", "reported", "purported", "rumoured", "rumored", "unconfirmed", "claimed", "suspected"})
"""What stands before a noun for what nobody vouches for."""
REDUCED = frozenset({"believe", "think", "suspect", "report", "understand", "allege", "presume", "rumour", "rumor"})
"""Verbs that, past participle and infinitive, tell what others say of the noun before: "a man believed to be"."""
SEEMS = frozenset({"seem", "appear"})
"""Verbs whose subject is whom it seems of: "Berg appears to have left"."""
BEING = frozenset({"be", "have"})
OWN_ONLY = frozenset({"attribute.seeming", "attribute.epithet", "attribute.noun_that_nobody"})
"""Rules by which the author leaves it open whose word it is; what somebody else says so is that one's word."""


def hearsay_draft(grammar: Grammar, token: int) -> Draft | None:
    """`reportedly`, `apparently`: somebody unnamed says the clause, or the phrase that the adverb stands in."""
    sort = "seeming" if grammar.words[token] in SEEMING else "adverb"
    pieces = _of_noun(grammar, token) or _of_phrase(grammar, token) or _of_clause(grammar, token)
    return Draft(grammar.words[token], sort, token, None, (token, token), pieces) if pieces else None


def _of_clause(grammar: Grammar, token: int) -> list[Tokens]:
    head = clause_head(grammar, grammar.heads[token])
    if head == -1 or grammar.child(head, *SUBJECTS, *PASSIVE_SUBJECTS) is None:
        return []
    return around(grammar, head, (token, token))


def _of_noun(grammar: Grammar, token: int) -> list[Tokens]:
    """`men allegedly recruited by a broker`: the noun with the participle that the adverb stands beside."""
    verb = grammar.heads[token]
    if grammar.tags[verb] not in ("VBN", "VBG") or grammar.deps[verb] != "acl" or grammar.heads[verb] >= verb:
        return []
    noun = grammar.heads[verb]
    span = trim(grammar, grammar.lefts[noun], min(noun_phrase(grammar, noun)[1], grammar.lefts[verb] - 1))
    phrase = without((grammar.lefts[verb], grammar.rights[verb]), [(token, token)])
    return [span, *(trim(grammar, *piece) for piece in phrase)]


def _of_phrase(grammar: Grammar, token: int) -> list[Tokens]:
    """`killed, reportedly by mortar fire`: where it opens a phrase with a preposition, that phrase alone."""
    prep = token + 1
    if prep == len(grammar.words) or grammar.deps[prep] not in ("prep", "agent") or grammar.heads[prep] >= token:
        return []
    last = next((noun_phrase(grammar, c)[1] for c in grammar.children[prep] if grammar.deps[c] == "pobj"), None)
    return [trim(grammar, prep, grammar.rights[prep] if last is None else last)]


def epithet_draft(grammar: Grammar, token: int) -> Draft | None:
    """`the alleged recruitment of foreigners`: nobody who is named says that it was; None before a word for people,
    since "a suspected recruiter" is somebody."""
    noun = grammar.heads[token]
    words = load_source_words()
    people = words.person | words.official | words.military | words.recruit | words.organisation | words.local
    if grammar.deps[token] != "amod" or noun < token or grammar.lemmas[noun] in people:
        return None
    if not grammar.tags[noun].startswith("NN") or grammar.entities[noun] in ("PERSON", "NORP"):
        return None
    if grammar.lemmas[noun].endswith(AGENTS) and grammar.lemmas[noun] not in DEEDS:
        return None
    return Draft(
        grammar.words[token], "epithet", token, None, (token, token), [(token + 1, noun_phrase(grammar, noun)[1])]
    )


AGENTS = ("er", "or", "ist", "ian", "ee")
"""Endings of nouns for people."""
DEEDS = frozenset({"transfer", "murder", "offer", "order", "slaughter", "takeover", "barter", "encounter", "terror"})
"""Nouns of what is done that end like them."""


def as_hearsay(grammar: Grammar, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The attributions, with nobody as source where the verb tells what is said of its subject and not by it.

    "It is alleged that": `it` is nobody. "A man believed to be a broker", "Army said to hire divers" (a headline): it
    is told of the noun, which so belongs to the content.
    """
    for candidate in found:
        cue = grammar.token_at(candidate.cue[0][1] - 1) if candidate.cue else -1
        if cue < 0 or not candidate.source:
            yield candidate
        elif _is_dummy(grammar, cue, candidate):
            yield replace(candidate, source=())
        elif grammar.lemmas[cue] in SEEMS and grammar.words[cue + 1 : cue + 2] == ["to"]:
            yield replace(candidate, source=(), content=(*candidate.source, *candidate.content))
        elif _is_reduced(grammar, cue, candidate):
            yield replace(candidate, source=(), content=(_told_of(grammar, cue, candidate), *candidate.content))
        else:
            yield candidate


def _is_dummy(grammar: Grammar, verb: int, candidate: Candidate) -> bool:
    """Whether the source is the `it` that a passive verb with a clause has for a subject."""
    subject = grammar.child(verb, *PASSIVE_SUBJECTS)
    return (
        subject is not None
        and grammar.words[subject] == "it"
        and grammar.starts[subject] == candidate.source[0][0]
        and grammar.child(verb, "ccomp") is not None
    )


def _is_reduced(grammar: Grammar, verb: int, candidate: Candidate) -> bool:
    """Whether a participle without a word of being before it has an infinitive behind it, and the source right before.

    Doctors also "said to wait": `said` counts behind a comma, or in a line without full stop, before `be` or `have`.
    """
    words = grammar.words
    if grammar.tags[verb] not in ("VBN", "VBD") or grammar.child(verb, "aux", "auxpass") is not None:
        return False
    if words[verb + 1 : verb + 2] != ["to"] or grammar.tags[verb + 2 : verb + 3] != ["VB"]:
        return False
    last = grammar.token_at(candidate.source[-1][1] - 1)
    comma = words[last + 1] == ","
    if last + 1 + comma != verb:
        return False
    if grammar.lemmas[verb] in REDUCED:
        return True
    return grammar.lemmas[verb] == "say" and (_is_headline(grammar, verb) or (comma and words[verb + 2] in BEING))


def _told_of(grammar: Grammar, verb: int, candidate: Candidate) -> Range:
    """The noun that a participle tells of: `men` of "police held men thought to have ..."."""
    noun = grammar.heads[verb]
    if grammar.deps[verb] != "acl" or noun > verb:
        return candidate.source[0]
    first, last = noun_phrase(grammar, noun)
    return grammar.text_range(*trim(grammar, first, min(last, verb - 1)))


def _is_headline(grammar: Grammar, token: int) -> bool:
    first, end = grammar.bounds[grammar.sentences[token]]
    while end - 1 > token and grammar.words[end - 1].isspace():
        end -= 1
    opens = first == 0 or "\n" in grammar.words[first - 1]
    return opens and grammar.words[end - 1] not in (".", "!", "?", "”", '"')


def without_others(found: Sequence[Candidate]) -> list[Candidate]:
    """The attributions without an `apparently`, `alleged` and the like in what somebody says or denies."""
    held = [span for c in found if c.rule not in OWN_ONLY for span in c.content]
    return [
        c for c in found if c.rule not in OWN_ONLY or not any(s <= c.cue[0][0] and c.cue[0][1] <= e for s, e in held)
    ]
