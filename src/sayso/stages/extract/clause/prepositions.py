"""What prepositions bring into a frame: the noun under each, and the steps of a route."""

from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.clause.frame import Frame
from sayso.stages.extract.firmness.negation import is_put_right
from sayso.stages.extract.parse.tree import Tree


def add_preposition(tree: Tree, frame: Frame, prep: int, *, weak: bool) -> None:
    """The noun under a preposition; "out of" and "according to" count under their last word."""
    word = tree.words[prep]
    if word == "according" or any(tree.ents[c] in ("DATE", "TIME") for c in tree.kids(prep, "pobj")):
        return
    passed = _passed(tree, prep)
    if passed:
        frame.add("via", passed, weak=weak)
        frame.words.update(() if weak else ("via",))
        return
    if word == "with" and (_is_in_front(tree, prep) or _is_absolute(tree, prep)):
        return
    if not weak:
        frame.words.add(word)
    ruled_out = any(tree.words[c] == "not" for c in tree.kids(prep, "neg"))
    for c in tree.children[prep]:
        dep = tree.deps[c]
        if (dep == "pobj" and ruled_out) or (dep == "conj" and is_put_right(tree, c)):
            continue  # "not by the navy, but by the army"
        if dep == "pobj" and (
            tree.lemmas[c] not in load_nouns().frozen
            or (tree.lemmas[c] == "front" and word != "in")
            or (tree.lemmas[c] == "line" and tree.words[c - 1] == "front")
        ):
            slot = "subject" if not weak and (tree.deps[prep] == "agent" or (frame.passive and word == "by")) else word
            frame.add(slot, tree.conjuncts(c), weak=weak)
        elif dep == "pcomp" and tree.is_verb(c) and not weak:
            frame.gerunds.append(c)
        elif dep == "prep" or (dep == "conj" and tree.deps[c] == "conj" and tree.children[c]):
            add_preposition(tree, frame, c, weak=weak)


STOPS = frozenset({"stopover", "layover", "stop", "changeover"})


def _passed(tree: Tree, prep: int) -> list[int]:
    """Where somebody passes in so many words: "by way of Doha", "with a stopover in Doha", "after a stop in Doha"."""
    found = []
    for noun in tree.kids(prep, "pobj"):
        way = tree.words[prep] == "by" and tree.words[noun] == "way"
        stop = tree.words[prep] in ("with", "after") and tree.lemmas[noun] in STOPS
        for below in tree.kids(noun, "prep") if way or stop else []:
            if tree.words[below] in (("of",) if way else ("in", "at")):
                found += [one for c in tree.kids(below, "pobj") for one in tree.conjuncts(c)]
    return found


def _is_in_front(tree: Tree, prep: int) -> bool:
    """Whether it stands before the subject of its verb, and tells the circumstances: "with the tribes against him,"."""
    verb = tree.heads[prep]
    return tree.deps[prep] == "prep" and any(c > prep for c in tree.kids(verb, "nsubj", "nsubjpass"))


def _is_absolute(tree: Tree, prep: int) -> bool:
    """Whether a "with" behind a comma opens a clause of its own: ", with organisers arguing that"."""
    if prep == 0 or tree.words[prep - 1] != ",":
        return False
    return any(tree.tags[v] in ("VBG", "VBN") for c in tree.kids(prep, "pobj") for v in tree.kids(c, "acl"))


def add_prepositions(tree: Tree, frame: Frame, head: int, *, weak: bool) -> None:
    """The prepositions that hang on a word; as `weak` also those of its participle: "restrictions imposed on"."""
    for c in tree.children[head]:
        if tree.deps[c] in ("prep", "agent") and (not weak or tree.words[c] != "of"):
            add_preposition(tree, frame, c, weak=weak)
        elif weak and tree.deps[c] == "acl" and tree.tags[c] == "VBN":  # "restrictions imposed on", "proposals made by"
            for one in tree.kids(c, "prep", "agent"):
                if tree.words[one] in ("on", "against", "by", "to", "from"):
                    _add_reduced(tree, frame, one)


def _add_reduced(tree: Tree, frame: Frame, prep: int) -> None:
    for c in tree.kids(prep, "pobj"):
        if tree.ents[c] not in ("DATE", "TIME"):
            frame.add(tree.words[prep], tree.conjuncts(c), weak=True)


STEPPING = frozenset({",", "and", "then", "onward", "onwards", "finally", "later", "from", "there", "on"})
"""Words between two steps of a route: "to Tehran, and from there on to Russia"."""


def add_chained(tree: Tree, frame: Frame, prep: str) -> None:
    """The second step of "to Tehran and then to Russia", wherever the parser hung it."""
    heads = frame.slots.get(prep)
    if not heads:
        return
    i = tree.rights[heads[-1]] + 1
    seen_and = False
    while i < len(tree.words) and tree.words[i] in STEPPING:
        seen_and = True
        i += 1
    if seen_and and i < len(tree.words) and tree.words[i] == prep and tree.deps[i] in ("prep", "conj"):
        heads.extend(c for c in tree.kids(i, "pobj") if c not in heads)
