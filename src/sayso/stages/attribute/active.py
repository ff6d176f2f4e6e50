"""What an active verb attributes: clause, infinitive, object, prepositional phrase."""

from sayso.stages.attribute.draft import Draft, with_words
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import Tokens, noun_phrase, trim, without

BORDERS = frozenset({",", ".", "”", '"', "''", "’", "—", "–", "--", ";", "?", "!", ":", "\n", "\n\n", "“"})
"""What stands on both sides of a verb of saying that is set into what it reports."""
ADJUNCTS = frozenset({"prep", "advmod", "npadvmod", "dobj", "dative", "mark", "advcl"})
"""What belongs to the verb of saying and not to what is said."""
LONG_ADJUNCT = 25
"""From so many tokens on, what looks like an adjunct is a parsing error."""
FAR = 60


def active(grammar: Grammar, draft: Draft) -> bool:
    """Give the draft its construction and content; False where none fits."""
    rules = (_clause, _around, _told_of, _small_clause, _infinitive, _object, _preposition)
    return any(rule(grammar, draft) for rule in rules)


def _clause(grammar: Grammar, draft: Draft) -> bool:
    """`said that ...`, `..., he said`: a complement clause on either side."""
    verb = draft.head
    clause = grammar.child(verb, "ccomp")
    if clause is None:
        return False
    span = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
    if clause < verb:
        draft.construction = "inverted"
        draft.content = _outside(grammar, draft, (span[0], max(span[1], verb)))
        return bool(draft.content)
    finite = grammar.tags[clause] not in ("VB", "VBG") or any(
        grammar.deps[c] in ("aux", "mark") and grammar.words[c] != "to" for c in grammar.children[clause]
    )
    draft.construction = "clause" if finite else "bare_clause"
    early = draft.source is not None and span[0] < draft.source[0]  # "which the mayor says is a lie"
    draft.content = _outside(grammar, draft, span) if early else [span]
    return bool(draft.content)


def _around(grammar: Grammar, draft: Draft) -> bool:
    """`The road, he said, was cut`: the verb is set into the clause that it reports."""
    verb = draft.head
    head, dep = grammar.heads[verb], grammar.deps[verb]
    if dep not in ("parataxis", "ccomp", "advcl") or head == verb or draft.source is None:
        return False
    if dep == "ccomp" and not _set_off(grammar, draft):
        return False
    if dep == "advcl" and not (_set_off(grammar, draft) and _mark(grammar, verb) in ("", "as")):
        return False
    if grammar.child(verb, "dobj", "xcomp") is not None and dep != "parataxis":
        return False
    first, last = grammar.lefts[head], grammar.rights[head]
    draft.construction = "around"
    draft.content = _outside(grammar, draft, (first, last))
    return bool(draft.content)


def _mark(grammar: Grammar, verb: int) -> str:
    mark = grammar.child(verb, "mark")
    return grammar.words[mark] if mark is not None else ""


def _set_off(grammar: Grammar, draft: Draft) -> bool:
    first = min(draft.cue[0], draft.source[0]) if draft.source else draft.cue[0]
    last = max(draft.cue[1], draft.source[1]) if draft.source else draft.cue[1]
    before = grammar.words[first - 1] if first else ","
    after = grammar.words[last + 1] if last + 1 < len(grammar.words) else "."
    return before in BORDERS and after in BORDERS


def _outside(grammar: Grammar, draft: Draft, span: Tokens) -> list[Tokens]:
    """What a span holds besides source, cue and the cue's own adjuncts."""
    verb = draft.head
    holes = [draft.cue]
    if draft.source is not None and abs(draft.source[0] - verb) < FAR:
        holes.append(draft.source)
    for child in grammar.children[verb]:
        edges = (grammar.lefts[child], grammar.rights[child])
        if grammar.deps[child] in ADJUNCTS and edges[1] - edges[0] < LONG_ADJUNCT:
            holes.append(edges)
    return with_words(grammar, without(span, holes))


TELLS = frozenset({"tell", "inform", "notify", "remind", "warn"})
"""Verbs whose object is the hearer, with "of" or "about" before what is told."""


def _told_of(grammar: Grammar, draft: Draft) -> bool:
    """`told the agency of a wage`: what is told stands behind "of", which the parser hangs on the hearer as well."""
    verb = draft.head
    hearer = grammar.child(verb, "dobj", "dative")
    if grammar.lemmas[verb] not in TELLS or hearer is None or hearer < verb:
        return False
    for prep in (*grammar.children[verb], *grammar.children[hearer]):
        told = grammar.child(prep, "pobj", "pcomp") if grammar.words[prep] in ("of", "about") else None
        if told is not None and prep > hearer:
            draft.construction = "prep:of"
            draft.content = [trim(grammar, grammar.lefts[told], grammar.rights[told])]
            return True
    return False


def _small_clause(grammar: Grammar, draft: Draft) -> bool:
    """`called it a disgrace`, `described him as a hero`, `accused them of theft`."""
    verb = draft.head
    target = grammar.child(verb, "dobj")
    oprd = grammar.child(verb, "oprd")
    if oprd is not None and oprd > verb:
        draft.construction = "naming"
        spans = [(grammar.lefts[oprd], grammar.rights[oprd])]
        if target is not None:
            spans.append(noun_phrase(grammar, target))
        draft.content = spans
        return True
    if target is None or target < verb:
        return False
    for prep in grammar.children[verb]:
        if grammar.deps[prep] == "prep" and prep > target and grammar.words[prep] in ("as", "of", "for"):
            first, _ = noun_phrase(grammar, target)
            draft.construction = f"object_{grammar.words[prep]}"
            draft.content = [trim(grammar, first, grammar.rights[prep])]
            return True
    return False


def _infinitive(grammar: Grammar, draft: Draft) -> bool:
    """`promised to leave`, `urged them to leave`."""
    verb = draft.head
    clause = next((c for c in grammar.children[verb] if grammar.deps[c] == "xcomp" and c > verb), None)
    if clause is None:
        return False
    draft.construction = "infinitive" if grammar.tags[clause] == "VB" else "participle"
    draft.content = [trim(grammar, grammar.lefts[clause], grammar.rights[clause])]
    return True


def _object(grammar: Grammar, draft: Draft) -> bool:
    """`denied the charges`."""
    verb = draft.head
    target = next((c for c in grammar.children[verb] if grammar.deps[c] == "dobj" and c > verb), None)
    if target is None:
        return False
    draft.construction = "object"
    draft.content = [trim(grammar, grammar.lefts[target], grammar.rights[target])]
    return True


def _preposition(grammar: Grammar, draft: Draft) -> bool:
    """`called for talks`, `warned of attacks`."""
    verb = draft.head
    for prep in grammar.children[verb]:
        if grammar.deps[prep] not in ("prep", "agent") or prep < verb:
            continue
        target = grammar.child(prep, "pobj", "pcomp")
        if target is None:
            continue
        draft.construction = f"prep:{grammar.words[prep]}"
        if prep == draft.cue[1] + 1:
            draft.cue = (draft.cue[0], prep)
        draft.content = [trim(grammar, grammar.lefts[target], grammar.rights[target])]
        return True
    return False
