"""Who is suspected of what a gerund tells, and whose the infinitive behind a holding or leaving verb is."""

from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.parse.tree import Tree

SUSPICIONS = frozenset({"suspicion", "charge", "allegation", "accusation", "count"})
"""Nouns for what somebody is held or tried on."""
LEAVING = frozenset({"quit", "flee", "cross", "enter", "reach"})
"""Verbs whose object does nothing: "crossed the border to fight"."""


def suspects_of(tree: Tree, noun: int, verb: int) -> list[int]:
    """Those of whom a verb tells on what they are held: "police arrested five people on suspicion of recruiting"."""
    if tree.deps[noun] != "pobj" or tree.lemmas[noun] not in SUSPICIONS:
        return []
    held = tree.kids(verb, "dobj")
    return tree.conjuncts(held[0]) if held else []


def is_left_behind(tree: Tree, verb: int, objects: list[int]) -> bool:
    """Whether a verb's object is a place that its subject leaves or comes to: "left the country to fight"."""
    if tree.lemmas[verb] in LEAVING:
        return True
    places = any(tree.lemmas[c] in load_nouns().places or tree.ents[c] == "GPE" for c in objects)
    return tree.lemmas[verb] == "leave" and places
