"""What laws forbid, where the parser loses the verb: "made it a crime to enlist", "a bill that punishes recruiting"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.stages.extract.parse.tree import Tree

CRIMES = frozenset({"crime", "offence", "offense", "felony"})
HELPING = frozenset(
    {"be", "have", "do", "get", "will", "can", "may", "must", "shall", "need", "dare", "let", "go", "keep"}
)
"""Lemmas of what can be an auxiliary."""


def made_a_crime(tree: "Tree", i: int) -> None:
    """The crime of "made it a crime to enlist": the parser makes a clause of it, or the subject of the infinitive."""
    if tree.lemmas[i] not in CRIMES or not any(tree.words[c] == "it" for c in tree.children[i]):
        return
    verb = tree.heads[i] if tree.deps[i] == "nsubj" else tree.kid(i, "acl")
    made = tree.heads[verb] if tree.deps[i] == "nsubj" and verb is not None else tree.heads[i]
    clause = verb if tree.deps[i] == "nsubj" else i
    if verb is None or clause is None or verb < i or tree.deps[clause] != "ccomp" or tree.lemmas[made] != "make":
        return
    tree.move(i, made, "dobj")
    tree.move(verb, made, "xcomp")


def no_auxiliary(tree: "Tree", i: int) -> None:
    """The finite verb of "a bill that punishes recruiting", which the parser takes for an auxiliary of the gerund."""
    gerund = tree.heads[i]
    if tree.deps[i] != "aux" or tree.tags[i] not in ("VBZ", "VBD", "VBP") or tree.lemmas[i] in HELPING:
        return
    if tree.tags[gerund] != "VBG" or gerund != i + 1 or tree.heads[gerund] == gerund:
        return
    above, dep = tree.heads[gerund], tree.deps[gerund]
    tree.move(i, above, dep)
    tree.lemmas[i] = _without_s(tree.words[i]) if tree.tags[i] == "VBZ" else tree.lemmas[i]
    for c in [c for c in tree.children[gerund] if c < i]:
        tree.move(c, i, tree.deps[c])
    tree.move(gerund, i, "dobj")


def _without_s(word: str) -> str:
    """The verb of a third person singular.

    >>> _without_s("punishes"), _without_s("bans")
    ('punish', 'ban')
    """
    return word[:-2] if word.endswith(("shes", "ches", "sses", "xes", "zes")) else word.removesuffix("s")


TEXTS = frozenset({"bill", "law", "amendment", "act", "motion", "draft", "proposal", "petition"})


def bill_before(tree: "Tree", i: int) -> None:
    """The subject of "a bill before parliament would punish recruiters": the parser takes the rest for a time."""
    text, verb = i - 1, tree.heads[i]
    house = tree.kid(verb, "nsubj")
    if tree.words[i] != "before" or tree.deps[i] != "mark" or text < 0 or tree.lemmas[text] not in TEXTS:
        return
    if tree.heads[text] != text or tree.heads[verb] != text or house is None or not i < house < verb:
        return
    if not any(tree.tags[c] == "MD" for c in tree.children[verb]):
        return
    tree.children[text].remove(verb)
    tree.heads[verb], tree.deps[verb] = verb, "ROOT"
    tree.move_root(text, verb)
    tree.deps[text] = "nsubj"
    tree.move(i, text, "prep")
    tree.move(house, i, "pobj")
    tree.tags[i] = "IN"
