"""What observers, correspondents and photographers saw themselves: `UN monitors saw soldiers take the boat`."""

from sayso.stages.attribute.draft import Draft
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import noun_phrase, subject_of, trim, verb_group

RULE = "attribute.witnessed"
PRESS = frozenset({"photographer", "correspondent", "reporter", "journalist", "cameraman"})
WATCHERS = frozenset({"monitor", "observer", "inspector", "witness", "eyewitness"})
"""Who is there to look: of a body ("UN monitors"), else anybody ("observers see a trend")."""
SEEING = frozenset({"see", "watch", "hear"})
"""Verbs that tell what was seen with a clause; an object alone may be no sight ("saw an opportunity")."""
RECORDING = frozenset({"witness", "count", "film", "photograph"})
"""Verbs that do with an object."""


def witnessed_draft(grammar: Grammar, verb: int) -> Draft | None:
    """Who looked on as the source, and what was seen as the content; None where it is somebody else or no sight."""
    lemma = grammar.lemmas[verb]
    if (
        lemma not in SEEING | RECORDING
        or grammar.tags[verb] not in ("VBD", "VBN")
        or grammar.child(verb, "neg") is not None
    ):
        return None
    if grammar.child(verb, "auxpass") is not None:
        return None
    subject = subject_of(grammar, verb)
    seen = grammar.child(verb, "ccomp", *(("dobj",) if lemma in RECORDING else ()))
    if subject is None or subject > verb or seen is None or seen < verb or not _looks_on(grammar, subject):
        return None
    content = trim(grammar, grammar.lefts[seen], grammar.rights[seen])
    return Draft(lemma, "witnessed", verb, noun_phrase(grammar, subject), verb_group(grammar, verb), [content])


def _looks_on(grammar: Grammar, noun: int) -> bool:
    """Whether it is one of the press, or an observer of whom the text tells of what body or country."""
    lemma = grammar.lemmas[noun]
    before = [c for c in grammar.children[noun] if c < noun]
    named = any(grammar.tags[c] == "NNP" or grammar.entities[c] in ("ORG", "NORP", "GPE") for c in before)
    return lemma in PRESS or (lemma in WATCHERS and (named or lemma.endswith("witness")))
