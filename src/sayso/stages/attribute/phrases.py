"""Cut a parse into phrases: whole noun phrases, verb groups, clauses; as pairs of first and last token."""

from collections.abc import Iterable

from sayso.stages.attribute.grammar import Grammar, Range

Tokens = tuple[int, int]
"""First and last token, both included."""

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
LOOSE = frozenset(",;:.-–—") | {"--", "―", "..."}
"""Marks that belong to nothing at the edge of a span."""
LONGEST = 60
"""How many tokens a phrase may reach before and behind its noun; beyond, the parse is wrong."""
VERB_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})


def noun_phrase(grammar: Grammar, noun: int) -> Tokens:
    """A noun with all that identifies it; clauses and phrases set off by a comma after an apposition are left out."""
    first, last = grammar.lefts[noun], grammar.rights[noun]
    for child in grammar.children[noun]:
        dep = grammar.deps[child]
        if child < noun:
            continue
        set_off = (
            grammar.words[grammar.lefts[child] - 1] in (",", "—", "–", "--", "―") if grammar.lefts[child] else False
        )
        if (dep in ("relcl", "acl", "advcl", "prep") and set_off) or dep in ("ccomp", "parataxis"):
            last = min(last, grammar.lefts[child] - 1)
            break
    return trim(grammar, max(first, noun - LONGEST), min(last, noun + LONGEST))


def trim(grammar: Grammar, first: int, last: int) -> Tokens:
    """The same without loose punctuation and white space at the edges (one token is always left)."""
    while first < last and (grammar.words[first] in LOOSE or grammar.words[first].isspace()):
        first += 1
    while first < last and (grammar.words[last] in LOOSE or grammar.words[last].isspace()):
        last -= 1
    return first, last


def verb_group(grammar: Grammar, verb: int) -> Tokens:
    """A verb with auxiliaries, negation, adverbs between them, and particle, as one run."""
    parts = {verb}
    for child in grammar.children[verb]:
        if grammar.deps[child] in VERB_GROUP or (grammar.deps[child] == "advmod" and abs(child - verb) <= 2):
            parts.add(child)
    first = last = verb
    while first - 1 in parts:
        first -= 1
    while last + 1 in parts:
        last += 1
    return first, last


def subject_of(grammar: Grammar, verb: int, depth: int = 0) -> int | None:
    """The noun that does what a verb says, through coordination, participles, infinitives; None for none."""
    own = grammar.child(verb, *SUBJECTS)
    if own is not None:
        return own
    if grammar.child(verb, *PASSIVE_SUBJECTS) is not None:
        return _agent(grammar, verb)
    head, dep = grammar.heads[verb], grammar.deps[verb]
    if head == verb or depth > 4:
        return None
    if dep == "acl" and grammar.tags[verb] == "VBG":
        return head
    if dep == "acl" and grammar.tags[verb] == "VBN":
        return _agent(grammar, verb)
    if dep == "pcomp" and grammar.words[head] == "as":
        quoted = grammar.heads[head]
        return grammar.child(quoted, "dobj", *PASSIVE_SUBJECTS)
    if dep in ("conj", "xcomp", "advcl", "pcomp") and grammar.tags[head].startswith("V"):
        passive = grammar.child(head, *PASSIVE_SUBJECTS)
        return passive if passive is not None else subject_of(grammar, head, depth + 1)
    if dep == "pcomp" and grammar.deps[head] == "prep":
        up = grammar.heads[head]
        return subject_of(grammar, up, depth + 1) if grammar.tags[up].startswith("V") else None
    if dep in ("conj", "xcomp") and grammar.tags[head].startswith("J"):
        return subject_of(grammar, head, depth + 1)
    return None


def _agent(grammar: Grammar, verb: int) -> int | None:
    by = grammar.child(verb, "agent")
    return grammar.child(by, "pobj") if by is not None else None


def ranges(grammar: Grammar, spans: Iterable[Tokens]) -> tuple[Range, ...]:
    """Code points of token spans, touching ones joined, in text order."""
    joined: list[Tokens] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(grammar.text_range(*trim(grammar, first, last)) for first, last in joined)


def without(span: Tokens, holes: Iterable[Tokens]) -> list[Tokens]:
    """What is left of a token span when others are cut out of it."""
    left, at = [], span[0]
    for first, last in sorted(holes):
        if last < at or first > span[1]:
            continue
        if first > at:
            left.append((at, first - 1))
        at = max(at, last + 1)
    if at <= span[1]:
        left.append((at, span[1]))
    return left
