"""What nouns, adjectives and `according to` attribute."""

from sayso.stages.attribute.draft import Draft, around
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import Tokens, noun_phrase, subject_of, trim, verb_group

LIGHT = frozenset({"make", "have", "give", "express", "issue", "offer", "hold", "voice", "repeat", "raise", "release"})
"""Verbs that lend their subject to the noun after them: "made the claim that"."""
STEPS = 40


def noun_draft(grammar: Grammar, noun: int) -> Draft | None:
    """`his claim that ...`, `the belief of many that ...`: a noun with a clause or infinitive of its own."""
    clause = next((c for c in grammar.children[noun] if c > noun and _is_own_clause(grammar, c)), None)
    if clause is None:
        return None
    source = _owner(grammar, noun)
    span = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
    kind = "noun_to" if grammar.words[grammar.lefts[clause]] == "to" else "noun_that"
    return Draft(grammar.lemmas[noun], kind if source else kind + "_nobody", noun, source, (noun, noun), [span])


def _is_own_clause(grammar: Grammar, clause: int) -> bool:
    """Whether a clause says what the noun is about: not `the claim that he made`."""
    opening = grammar.lefts[clause]
    if grammar.deps[clause] == "relcl":
        return grammar.words[opening] == "that" and grammar.deps[opening] == "mark"
    return grammar.deps[clause] in ("acl", "ccomp") and grammar.words[opening] in ("that", "to", "whether")


def _owner(grammar: Grammar, noun: int) -> Tokens | None:
    """Whose claim it is: possessor, `by` or `of` somebody, or the subject of a light verb."""
    poss = grammar.child(noun, "poss")
    source = (grammar.lefts[poss], grammar.rights[poss]) if poss is not None else _by_or_of(grammar, noun)
    up = grammar.heads[noun]
    if source is None and grammar.deps[noun] == "dobj" and grammar.lemmas[up] in LIGHT:
        subject = subject_of(grammar, up)
        source = noun_phrase(grammar, subject) if subject is not None else None
    if source is not None and grammar.tags[source[1]] == "POS" and source[1] > source[0]:
        return source[0], source[1] - 1
    return source


def _by_or_of(grammar: Grammar, noun: int) -> Tokens | None:
    for prep in grammar.children[noun]:
        if prep > noun and grammar.words[prep] in ("by", "of", "from"):
            target = grammar.child(prep, "pobj")
            if target is not None:
                return noun_phrase(grammar, target)
    return None


def adjective_draft(grammar: Grammar, adjective: int) -> Draft | None:
    """`officials are fearful that ...`: an adjective of mind with a clause."""
    clause = grammar.child(adjective, "ccomp", "xcomp")
    verb = grammar.heads[adjective]
    if clause is None or clause < adjective or grammar.deps[adjective] not in ("acomp", "conj", "oprd"):
        return None
    subject = subject_of(grammar, verb)
    if subject is None or grammar.words[subject] in ("it", "there"):
        return None
    sort = "adjective_that" if grammar.deps[clause] == "ccomp" else "adjective_to"
    first = verb_group(grammar, verb)[0]
    cue = (first, adjective) if adjective - first < 8 else (adjective, adjective)
    span = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
    return Draft(grammar.lemmas[adjective], sort, adjective, noun_phrase(grammar, subject), cue, [span])


def according_draft(grammar: Grammar, token: int) -> Draft | None:
    """`according to officials, ...`: the content is the clause that it hangs on."""
    to = grammar.child(token, "prep")
    if to is None and grammar.words[token + 1 : token + 2] == ["to"]:
        to = token + 1
    noun = grammar.child(to, "pobj", "pcomp") if to is not None else None
    if to is None or noun is None or grammar.heads[token] == token:
        return None
    top = clause_head(grammar, grammar.heads[token])
    source = noun_phrase(grammar, noun)
    pieces = around(grammar, top, (token, max(source[1], to))) if top != -1 else []
    return Draft("according", "according", token, source, (token, to), pieces) if pieces else None


def clause_head(grammar: Grammar, token: int) -> int:
    """The verb of the clause a token stands in; -1 when it stands in none."""
    steps = 0
    while steps < STEPS:
        if grammar.tags[token].startswith("V") and grammar.deps[token] not in ("amod", "compound", "aux", "auxpass"):
            return token
        up = grammar.heads[token]
        if up == token:
            return token
        token, steps = up, steps + 1
    return -1
