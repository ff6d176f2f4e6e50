"""Pronouns where a subject would stand: whom one takes up, and which can be none."""

from sayso.stages.extract.parse.tree import Tree

PLURAL = frozenset({"they"})
OBLIQUE = frozenset({"me", "him", "her", "us", "them"})
SINGULAR = frozenset({"he", "she", "it"})


def shared_subject(tree: Tree, verb: int, pronoun: int) -> list[int]:
    """Whom a pronoun at the head of a coordinated clause names: the subject before it, where number and sort agree.

    "The two states paid for the corps, yet they abandoned it." Empty when it may be somebody else: another noun that
    agrees as well stands between as a subject, or the first subject is itself a pronoun.
    """
    word = tree.words[pronoun]
    if tree.deps[verb] != "conj" or word not in PLURAL | SINGULAR:
        return []
    head = tree.heads[verb]
    subjects = [one for c in tree.kids(head, "nsubj", "nsubjpass") for one in tree.conjuncts(c)]
    if not subjects or any(tree.tags[s][:2] != "NN" for s in subjects):
        return []
    plural = len(subjects) > 1 or tree.tags[subjects[0]] in ("NNS", "NNPS")
    person = tree.ents[subjects[0]] == "PERSON"
    if plural != (word in PLURAL) or (word in ("he", "she")) != person:
        return []
    return subjects


def is_oblique(tree: Tree, i: int, subject: int) -> bool:
    """Whether it cannot be the subject of a finite verb: "a man who tried to protect her is killed"."""
    pronoun = tree.tags[subject] == "PRP" and tree.words[subject] in OBLIQUE  # "the US" is none
    return pronoun and tree.tags[i] in ("VBZ", "VBD", "VBP", "VBN")
