"""Infinitives that tell what something is for, and those that tell who did it first."""

from sayso.lexicon.firmness import Signature, load_firmness
from sayso.stages.extract.firmness.questions import has_to
from sayso.stages.extract.firmness.verdicts import is_report
from sayso.stages.extract.parse.tree import Tree


def is_aim(tree: Tree, i: int) -> bool:
    """Whether an infinitive tells what the noun before it is for: "measures to press him", "in order to take it back".

    Not "the first to leave", who has left, nor a noun that says itself what becomes of the act ("refusal to leave").
    """
    noun = tree.heads[i]
    if tree.deps[i] not in ("acl", "relcl") or not has_to(tree, i) or not tree.tags[noun].startswith("NN"):
        return False
    if tree.lemmas[noun] == "order" and tree.words[tree.heads[noun]] == "in":
        return True
    sign = load_firmness().signatures.get(("noun", tree.lemmas[noun]))
    if (sign is not None and sign.plain != "same") or is_report(tree, noun):
        return False
    return not is_ranked(tree, noun)


def after_aim(tree: Tree, i: int) -> tuple[int, Signature | None] | None:
    """Where the climb goes on above an aim; what is done "in order to" is another act."""
    noun = tree.heads[i]
    return None if tree.lemmas[noun] == "order" and tree.words[tree.heads[noun]] == "in" else (noun, None)


def is_ranked(tree: Tree, noun: int) -> bool:
    """Whether a noun has a place in a row: "the first state to", "the latest town to", "the only man to"."""
    return any(
        tree.ents[c] == "ORDINAL" or tree.words[c] in RANKED or tree.tags[c] == "JJS"
        for c in tree.kids(noun, "amod", "nummod", "advmod")
    )


RANKED = frozenset({"first", "last", "only", "latest", "next", "second", "third", "sole"})
