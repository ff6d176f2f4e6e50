"""Who accuses and who is accused, where a passive, a relative or `with` turns them round.

Who accuses is the source; who is accused stands in the content with what of: `the army, accused by locals of looting`.
"""

from sayso.stages.attribute.draft import Draft
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import PASSIVE_SUBJECTS, SUBJECTS, Tokens, noun_phrase, trim

ACCUSING = frozenset({"accuse", "blame"})
CHARGES = frozenset({"of", "for", "on"})
"""Prepositions before what somebody is accused of, or before who is blamed."""
SORT = "accused"
RULE = "attribute.accused"


def accusing_draft(grammar: Grammar, verb: int) -> Draft | None:
    """Source, cue and content of an accusation that is turned round; None where it stands as usual."""
    if grammar.lemmas[verb] not in ACCUSING:
        return None
    return _by_somebody(grammar, verb) or _whom_somebody(grammar, verb) or _with_somebody(grammar, verb)


def _by_somebody(grammar: Grammar, verb: int) -> Draft | None:
    """`was accused by residents of looting`, `accused by residents of looting, the army`: the parser hangs `of` on
    whoever accuses."""
    by = grammar.child(verb, "agent")
    accuser = grammar.child(by, "pobj") if by is not None else None
    accused = _accused(grammar, verb)
    if by is None or accuser is None or accused is None:
        return None
    charge = _charge(grammar, accuser) or _charge(grammar, verb)
    first, last = noun_phrase(grammar, accuser)
    if charge is not None and charge[0] > accuser:
        last = min(last, charge[0] - 1)
    being = grammar.child(verb, "auxpass")
    cue = (being if being is not None and verb - being < 4 else verb, by)
    content = [accused, charge] if charge is not None else [accused]
    return Draft(grammar.lemmas[verb], SORT, verb, trim(grammar, first, last), cue, content)


def _accused(grammar: Grammar, verb: int) -> Tokens | None:
    """The passive subject, or the noun that a participle hangs on, up to the participle."""
    subject = grammar.child(verb, *PASSIVE_SUBJECTS)
    if subject is not None:
        relative = grammar.tags[subject] in ("WDT", "WP")
        return _relative_head(grammar, verb) if relative else noun_phrase(grammar, subject)
    if grammar.deps[verb] == "acl" and grammar.tags[verb] == "VBN" and grammar.heads[verb] < verb:
        first, last = noun_phrase(grammar, grammar.heads[verb])
        return trim(grammar, first, min(last, verb - 1))
    return None


def _relative_head(grammar: Grammar, verb: int) -> Tokens | None:
    if grammar.deps[verb] != "relcl" or grammar.heads[verb] >= verb:
        return None
    first, last = noun_phrase(grammar, grammar.heads[verb])
    return trim(grammar, first, min(last, grammar.lefts[verb] - 1))


def _whom_somebody(grammar: Grammar, verb: int) -> Draft | None:
    """`Chad, which Niger accuses of arming rebels`."""
    accused = _relative_head(grammar, verb)
    whom = next((c for c in grammar.children[verb] if c < verb and grammar.tags[c] in ("WDT", "WP")), None)
    accuser = _nearest_subject(grammar, verb)
    charge = _charge(grammar, verb)
    if accused is None or whom is None or charge is None or accuser is None or accuser <= whom:
        return None
    return Draft(grammar.lemmas[verb], SORT, verb, noun_phrase(grammar, accuser), (verb, verb), [accused, charge])


def _with_somebody(grammar: Grammar, verb: int) -> Draft | None:
    """`with the mayor blaming the army and residents blaming brokers`: each accuses whom he stands before."""
    accuser = _nearest_subject(grammar, verb)
    if accuser is None and grammar.deps[verb] == "acl":
        accuser = grammar.heads[verb]
    accused = grammar.child(verb, "dobj")
    if grammar.tags[verb] != "VBG" or accuser is None or accused is None or not _is_beside(grammar, accuser, verb):
        return None
    if not _opened_by_with(grammar, verb):
        return None
    first, last = noun_phrase(grammar, accused)
    last = min([last, *(grammar.lefts[t] - 1 for t in range(accused + 1, last + 1) if _is_accuser(grammar, t))])
    charge = _charge(grammar, verb) or _charge(grammar, accused)
    while last > first and grammar.words[last] in ("and", "while", ","):
        last -= 1
    source = trim(grammar, grammar.lefts[accuser], accuser)
    pieces = [(first, last)] if charge is None or charge[0] <= last else [(first, last), charge]
    return Draft(grammar.lemmas[verb], SORT, verb, source, (verb, verb), pieces)


def _is_accuser(grammar: Grammar, token: int) -> bool:
    """Whether a word is the subject of another accusation, or has it as a participle."""
    below = any(grammar.lemmas[c] in ACCUSING and grammar.tags[c] == "VBG" for c in grammar.children[token])
    return below or (grammar.deps[token] in SUBJECTS and grammar.lemmas[grammar.heads[token]] in ACCUSING)


def _opened_by_with(grammar: Grammar, verb: int) -> bool:
    first = max(grammar.bounds[grammar.sentences[verb]][0], verb - WITHIN)
    return "with" in grammar.words[first:verb]


WITHIN = 30
"""How many tokens before an accusing participle its `with` may stand."""


def _is_beside(grammar: Grammar, accuser: int, verb: int) -> bool:
    """Whether no other noun or verb stands between."""
    return not any(grammar.tags[t].startswith(("V", "N")) for t in range(accuser + 1, verb))


def _nearest_subject(grammar: Grammar, verb: int) -> int | None:
    """The subject right before a verb, where the parser gives it several."""
    before = [c for c in grammar.children[verb] if grammar.deps[c] in SUBJECTS and c < verb]
    before = [c for c in before if grammar.tags[c] not in ("WDT", "WP")]
    return before[-1] if before else None


def _charge(grammar: Grammar, head: int) -> Tokens | None:
    """`of looting`, `for the raid`, `on the rebels` behind a verb, or anywhere in whoever accuses: the parser hangs it
    there. `residents of the town` is no charge."""
    if grammar.tags[head].startswith("V"):
        found = [c for c in grammar.children[head] if c > head and grammar.words[c] in CHARGES]
    else:
        inside = range(head + 1, min(grammar.rights[head], head + WITHIN) + 1)
        found = [t for t in inside if grammar.words[t] in CHARGES and grammar.child(t, "pcomp") is not None]
        found = found or [t for t in inside if grammar.words[t] in CHARGES - {"of"} and grammar.heads[t] == head]
    prep = next((t for t in found if grammar.deps[t] == "prep"), None)
    return trim(grammar, prep, grammar.rights[prep]) if prep is not None else None
