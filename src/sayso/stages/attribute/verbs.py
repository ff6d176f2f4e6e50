"""The attribution that a verb would make."""

from sayso.stages.attribute.accusing import accusing_draft
from sayso.stages.attribute.active import active
from sayso.stages.attribute.draft import Draft, meet
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.passive import passive
from sayso.stages.attribute.phrases import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    Tokens,
    noun_phrase,
    subject_of,
    trim,
    verb_group,
)
from sayso.stages.attribute.quotes import Quotes, quote_beside, widen
from sayso.stages.attribute.witnessing import witnessed_draft

FINITE = frozenset({"VBD", "VBZ", "VBP"})
MAIN = frozenset({"ROOT", "ccomp", "parataxis", "conj", "csubj", "aux", "auxpass"})
OPENS_NOUN = frozenset({"DT", "NNP", "JJ", "NN", "NNS", "PRP$", "CD"})
IMPERSONAL = frozenset({"seem", "appear", "look", "sound", "happen", "turn"})
"""Verbs whose `it` is nobody."""
CITING = frozenset({"citing", "quoting"})
"""Participles whose object is a source: see secondhand.py."""
TURNING = frozenset({"say", "add", "write", "report", "note", "explain", "announce", "claim", "warn", "recall"})
"""Verbs that stand before their subject after what was said."""
ANSWERING = frozenset({"respond", "reply", "comment"})
NEAR = 25
"""How many tokens a subject that the parser does not give may have."""


def verb_draft(grammar: Grammar, verb: int, quotes: Quotes) -> Draft | None:
    """The attribution by the first construction that fits; None where nothing could be its content."""
    if grammar.words[verb] in CITING or (grammar.words[verb] == "asked" and grammar.deps[verb] == "advcl"):
        return None
    special = accusing_draft(grammar, verb) or witnessed_draft(grammar, verb)
    if special is not None:
        return special
    is_passive = _is_passive(grammar, verb)
    turned = None if is_passive else _turned(grammar, verb)
    subject = turned[0] if turned is not None else subject_of(grammar, verb)
    source = _whole_subject(grammar, verb, subject) if subject is not None else None
    draft = Draft(grammar.lemmas[verb], "", verb, source, verb_group(grammar, verb))
    if source is None and not is_passive:
        source = draft.source = _near_subject(grammar, quotes, verb, draft.cue)
    beside = quote_beside(grammar, quotes, source, draft.cue, verb) if source and not is_passive else None
    if turned is not None and beside is None:
        draft.construction, draft.content = "inverted", [turned[1]]
    elif beside is not None:
        _quoted(grammar, draft, quotes.spans[beside])
    elif not (passive if is_passive else active)(grammar, draft):
        return None
    draft.content = widen(quotes, draft.content, draft.cue)
    return _checked(grammar, draft)


def _is_passive(grammar: Grammar, verb: int) -> bool:
    """By its subject; a past participle that hangs on a noun or another verb is passive without one."""
    if grammar.child(verb, *PASSIVE_SUBJECTS) is not None:
        return True
    bare = grammar.tags[verb] == "VBN" and grammar.deps[verb] in ("acl", "advcl")
    return bare and grammar.child(verb, "aux", *SUBJECTS) is None


def _checked(grammar: Grammar, draft: Draft) -> Draft | None:
    """The draft with nobody for an empty `it`, its content off its source; None for `you` and where nothing is left."""
    if draft.source is not None and draft.source[0] == draft.source[1]:
        only = grammar.words[draft.source[0]]
        if only == "you":
            return None
        if only in ("it", "there") and draft.lemma in IMPERSONAL:
            draft.source = None
    if draft.lemma in ANSWERING and grammar.child(draft.head, "neg") is not None:
        draft.construction = "silence"
    if draft.source is not None:
        draft.content = [piece for piece in draft.content if not meet(piece, draft.source)]
    return draft if draft.content else None


def _whole_subject(grammar: Grammar, verb: int, subject: int) -> Tokens:
    """The subject's phrase; of two subjects in a row (`news agency`, `RIA`) both."""
    first, last = noun_phrase(grammar, subject)
    for other in grammar.children[verb]:
        if other > last and grammar.deps[other] in SUBJECTS and grammar.lefts[other] == last + 1 and other < verb:
            last = noun_phrase(grammar, other)[1]
    return first, last


def _near_subject(grammar: Grammar, quotes: Quotes, verb: int, cue: Tokens) -> Tokens | None:
    """What stands between quotation and verb, where the parser finds no subject: `“...”, the chief, told`."""
    if quotes.holder[verb] != -1 or grammar.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    first = cue[0]
    while (
        first > 0
        and cue[0] - first < NEAR
        and quotes.holder[first - 1] == -1
        and not grammar.words[first - 1].isspace()
    ):
        first -= 1
    nouns = any(grammar.tags[t].startswith(("NN", "PRP")) for t in range(first, cue[0]))
    verbs = any(grammar.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, cue[0]))
    if first == 0 or quotes.holder[first - 1] == -1 or not nouns or verbs or first == cue[0]:
        return None
    return trim(grammar, first, cue[0] - 1)


def _turned(grammar: Grammar, verb: int) -> tuple[int, Tokens] | None:
    """`The trio left, said a colleague ...`, whatever the parser made of it: the noun behind, and the clause before.

    None unless verb of saying and comma stand so, the noun is the verb's own and a finite main verb stands before.
    """
    words, tags = grammar.words, grammar.tags
    if grammar.lemmas[verb] not in TURNING or verb < 3 or words[verb - 1] != "," or verb + 1 >= len(words):
        return None
    if tags[verb] not in FINITE or tags[verb + 1] not in OPENS_NOUN:
        return None
    noun = next((c for c in grammar.children[verb] if c > verb and grammar.lefts[c] == verb + 1), None)
    if (
        noun is None
        or not tags[noun].startswith("N")
        or grammar.deps[noun] not in ("nsubj", "dobj", "attr", "npadvmod")
    ):
        return None
    first = grammar.bounds[grammar.sentences[verb]][0]
    relative = any(tags[t] in ("WP", "WDT") for t in range(first, verb - 1))
    main = any(
        (tags[t] in FINITE and (grammar.deps[t] in MAIN or not relative)) or tags[t] == "MD"
        for t in range(first, verb - 1)
    )
    return (noun, trim(grammar, first, verb - 1)) if main else None


def _quoted(grammar: Grammar, draft: Draft, quote: Tokens) -> None:
    """`“...,” he said`: the quotation, with what its own sentence says outside it on the same side."""
    clause = grammar.child(draft.head, "ccomp")
    first, last = quote
    if clause is not None and (clause < draft.head) == (first < draft.head):
        own = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
        if first > draft.head:
            last = max(last, own[1])
        if own[0] < first and _free(own[0], first, draft):
            first = own[0]
    draft.construction = "quoted"
    draft.content = [(first, last)]


def _free(first: int, last: int, draft: Draft) -> bool:
    """Whether neither source nor cue lies between two tokens."""
    held = [draft.cue, *([draft.source] if draft.source else [])]
    return not any(meet((first, last), one) for one in held)
