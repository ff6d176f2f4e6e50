"""What a passive verb attributes, to its agent or to nobody."""

from sayso.stages.attribute.draft import Draft, with_words
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import PASSIVE_SUBJECTS, Tokens, noun_phrase, trim, without

SORTS = {"xcomp": "infinitive", "ccomp": "clause", "oprd": "naming"}
"""What the complement of a passive verb makes of the construction."""

DEEDS = frozenset(
    {"recruit", "hire", "enlist", "conscript", "train", "pay", "arm", "equip", "deploy", "send", "lure", "traffic"}
    | {"smuggle", "transport", "sign", "draft", "mobilise", "mobilize", "fly", "take", "bring", "trick", "employ"}
)
"""Verbs for what is done to people, behind whose passive "for" tells what they are meant for."""


def passive(grammar: Grammar, draft: Draft) -> bool:
    """`it is believed that`, `were expected to leave`, `was criticised for`: False where nothing is attributed."""
    verb = draft.head
    subject = grammar.child(verb, *PASSIVE_SUBJECTS)
    about = noun_phrase(grammar, subject) if subject is not None else None
    by = "by_" if draft.source is not None else ""
    clause = next((c for c in grammar.children[verb] if grammar.deps[c] in (*SORTS, "advcl") and c > verb), None)
    if clause is not None and grammar.deps[clause] in SORTS:
        sort = SORTS[grammar.deps[clause]]
        dummy = subject is not None and grammar.words[subject] in ("it", "there")
        span = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
        draft.construction = f"passive_{by}{sort}"
        draft.content = [span] if about is None or dummy or sort == "clause" else [about, span]
        return True
    if about is None:
        return False
    if (before := _clause_before(grammar, draft)) is not None:
        draft.construction, draft.content = "passive_clause", before
        return True
    extra = _complement(grammar, verb)
    if extra and grammar.words[extra[0]] == "for" and grammar.lemmas[verb] in DEEDS:
        return False  # "were recruited by the Guards for the war": done, and not said
    draft.construction = f"passive_{by}object" + (f"_{grammar.words[extra[0]]}" if extra else "")
    draft.content = [about, *([_without_with(grammar, extra)] if extra else [])]
    return True


def _clause_before(grammar: Grammar, draft: Draft) -> list[Tokens] | None:
    """`The road was cut, it is believed`: the clause before or around; None where `it` is no such subject."""
    verb = draft.head
    subject = grammar.child(verb, *PASSIVE_SUBJECTS)
    clause = grammar.child(verb, "ccomp")
    if subject is None or grammar.words[subject] != "it" or grammar.words[subject - 1] != ",":
        return None
    if clause is None or clause > verb:
        return None
    return with_words(grammar, without((grammar.lefts[verb], grammar.rights[verb]), [(subject, draft.cue[1])]))


def _complement(grammar: Grammar, verb: int) -> Tokens | None:
    """`accused of treason`, `blamed for the attack`, `described as a hero`."""
    for child in grammar.children[verb]:
        if child > verb and grammar.deps[child] == "prep" and grammar.words[child] in ("as", "of", "for"):
            return trim(grammar, child, grammar.rights[child])
    return None


def _without_with(grammar: Grammar, piece: Tokens) -> Tokens:
    """A phrase up to `, with ... claiming`, which is somebody else's."""
    for token in range(piece[0] + 1, piece[1]):
        if grammar.words[token] == "," and grammar.words[token + 1] == "with":
            return trim(grammar, piece[0], token - 1)
    return piece
