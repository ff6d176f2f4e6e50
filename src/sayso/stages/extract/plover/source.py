"""Who acts, as a coder reads it: whoever says it, where the sentence is told by somebody."""

from collections.abc import Sequence

from sayso.lexicon.firmness import load_firmness
from sayso.stages.extract.clause.subjects import subjects_of
from sayso.stages.extract.parse.tree import Tree

PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i", "its", "their", "his", "her"})


def sayer(tree: Tree, i: int) -> list[int]:
    """Who says it, when it stands under a verb of saying; empty otherwise."""
    speech = load_firmness().speech
    for _ in range(8):
        dep, head = tree.deps[i], tree.heads[i]
        if dep == "ROOT" or head == i or dep == "relcl":
            return []
        if tree.lemmas[head] in speech and dep in ("ccomp", "parataxis"):
            return [s for s in subjects_of(tree, head) if tree.words[s] not in PRONOUNS]
        if dep in ("acl", "ccomp") and tree.tags[head].startswith("NN") and tree.deps[head] == "dobj":
            verb = tree.heads[head]  # "issued a reminder to Norland that it must"
            return [s for s in subjects_of(tree, verb) if tree.words[s] not in PRONOUNS]
        i = head
    return []


def source_or_sayer(tree: Tree, anchor: int, source: Sequence[int]) -> list[int]:
    """The source, or who says it in its place: "the envoy said that they", "the envoy said that his forces"."""
    said_by = sayer(tree, anchor)
    meek = bool(source) and all(tree.words[s] in PRONOUNS for s in source)
    if said_by and (not source or meek or _speaks_for(tree, said_by, source)):
        return said_by
    return list(source)


def main_subject(tree: Tree, anchor: int) -> list[int]:
    """Whom a pronoun takes up in a clause beside the main one: "Berg ends his trip in Oslo, where he met"."""
    for _ in range(8):
        if tree.heads[anchor] == anchor:
            break
        anchor = tree.heads[anchor]
        subjects = tree.kids(anchor, "nsubj", "nsubjpass") if tree.is_verb(anchor) else []
        named = [s for s in subjects if tree.words[s] not in PRONOUNS and tree.tags[s].startswith("NN")]
        if named:
            return tree.conjuncts(named[0])
    return []


def _speaks_for(tree: Tree, said_by: Sequence[int], source: Sequence[int]) -> bool:
    """Whether the speaker comes first and tells of their own side."""
    if said_by[0] > source[0]:
        return False
    return any(tree.words[c] in PRONOUNS | {"the"} for s in source for c in tree.kids(s, "poss", "det"))


def subject_above(tree: Tree, i: int) -> list[int]:
    """Who does what the verb over a noun says: "submitted a list of petitions to the council"; not in a passive."""
    for _ in range(8):
        if tree.is_verb(i):
            return [] if tree.is_passive(i) else subjects_of(tree, i)
        if tree.deps[i] not in ("dobj", "pobj", "attr", "prep", "compound", "conj", "oprd"):
            return []
        i = tree.heads[i]
    return []
