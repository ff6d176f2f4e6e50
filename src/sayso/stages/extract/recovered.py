"""Clauses that the parser loses inside a noun phrase or hangs on the wrong verb, put right before any rule looks."""

from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns

if TYPE_CHECKING:
    from sayso.stages.extract.tree import Tree

GIVING = frozenset({"give", "hand", "grant", "deny", "refuse", "offer"})
TERMS = frozenset({"life", "bail", "parole", "asylum"})
"""What a court or a state gives somebody, and what no person's noun before it makes one thing with."""


def recipient_of_term(tree: "Tree", i: int) -> None:
    """Whom "gave the agent life" is about: the parser makes "agent life" one noun."""
    if tree.deps[i] != "dobj" or tree.lemmas[i] not in TERMS or tree.lemmas[tree.heads[i]] not in GIVING:
        return
    person, det = i - 1, tree.kid(i, "det")
    if tree.heads[person] != i or tree.deps[person] != "compound" or det is None or det > person:
        return
    if tree.lemmas[person] not in load_nouns().actors:
        return
    for c in [c for c in tree.children[i] if c < person]:
        tree.move(c, person, tree.deps[c])
    tree.move(person, tree.heads[i], "dative")


def found_guilty(tree: "Tree", i: int) -> None:
    """Who is found guilty in "a court found him guilty": the parser makes a clause of the last two words."""
    verb = tree.heads[i]
    if tree.words[i] not in ("guilty", "innocent") or tree.deps[i] != "ccomp" or tree.lemmas[verb] != "find":
        return
    person = tree.kid(i, "nsubj")
    if person is not None and not tree.kids(i, "cop", "aux", "mark") and tree.kid(verb, "dobj") is None:
        tree.move(person, verb, "dobj")
        tree.deps[i] = "oprd"


def made_it_home(tree: "Tree", i: int) -> None:
    """Who "made it home": the parser makes "it home" a clause, and "home" its verb."""
    it = tree.kid(i, "nsubj")
    if tree.words[i] not in ("home", "back", "out") or tree.deps[i] != "ccomp" or tree.lemmas[tree.heads[i]] != "make":
        return
    if it is not None and tree.words[it] == "it" and it == i - 1:
        tree.move(it, tree.heads[i], "dobj")
        tree.deps[i] = "advmod"


def put_in_touch(tree: "Tree", i: int) -> None:
    """The "in touch" of "put young men who wanted to join the army in touch with": it belongs to who puts them so."""
    noun = tree.kid(i, "pobj")
    if tree.words[i] != "in" or noun is None or tree.words[noun] not in ("touch", "contact"):
        return
    above = tree.heads[i]
    while above != tree.heads[above] and tree.lemmas[above] != "put":
        above = tree.heads[above]
    held = tree.kid(above, "dobj")
    if tree.lemmas[above] == "put" and tree.heads[i] != above and held is not None and held < i:
        tree.move(i, above, "prep")


def sent_out(tree: "Tree", i: int) -> None:
    """The "out of the country" that the parser hangs on an age: "sent men between the ages of 19 and 27 out of it"."""
    verb = tree.heads[i]
    if tree.words[i] != "out" or tree.lemmas[verb] != "age" or tree.deps[i] != "prep":
        return
    while verb != tree.heads[verb] and not tree.is_verb(verb):
        verb = tree.heads[verb]
    if tree.is_verb(verb):
        tree.move(i, verb, "prep")


DO = frozenset({"did", "does", "do"})
FRONTED = frozenset({"never", "nor", "neither", "not", "no", "once", "rarely", "seldom", "hardly"})
"""Words one of which stands before an inverted "did"."""


def inverted_clause(tree: "Tree", i: int) -> None:
    """The verb of "at no time did the ministry recruit foreigners", which the parser takes for a noun among three.

    Only behind a fronted negation, where "did" has no other verb.
    """
    if tree.words[i] not in DO or tree.deps[i] != "ROOT" or any(tree.is_verb(c) for c in tree.children[i]):
        return
    if FRONTED.isdisjoint(tree.words[tree.lefts[i] : i]):
        return
    done_to = next((c for c in tree.kids(i, "nsubj") if c > i), None)
    verb = -1 if done_to is None else done_to - 1
    if done_to is None or tree.heads[verb] != done_to or tree.deps[verb] != "compound" or tree.deps[verb - 1] not in (
        "compound", "nmod", "amod", "poss"
    ):  # fmt: skip
        return
    if verb - 1 <= i or tree.heads[verb - 1] != done_to or not tree.tags[verb - 1].startswith("NN"):
        return
    tree.tags[verb] = "VB"
    _become_head(tree, verb, done_to)
    tree.deps[done_to] = "dobj"
    for c in [c for c in tree.children[done_to] if c < verb - 1]:
        tree.move(c, verb - 1, tree.deps[c])
    tree.move(verb - 1, verb, "nsubj")


def verb_in_compound(tree: "Tree", i: int) -> None:
    """The verb of "not once did the agency recruit fighters", which the parser hangs on its object as a noun.

    What has a subject and a "did" of its own is a verb.
    """
    noun = tree.heads[i]
    if tree.deps[i] != "compound" or noun <= i or tree.deps[noun] != "ROOT" or tree.kid(i, "nsubj") is None:
        return
    helper = tree.kid(i, "aux")
    if helper is None or tree.words[helper] not in DO:
        return
    tree.tags[i] = "VB"
    _become_head(tree, i, noun)
    tree.deps[noun] = "dobj"
    for c in list(tree.children[helper]):
        tree.move(c, i, tree.deps[c])


def _become_head(tree: "Tree", verb: int, noun: int) -> None:
    """Turn a word and the noun it hangs on round; what hung on the noun as a clause's part, or the "did", goes along."""
    above = tree.heads[noun]
    root = above == noun or tree.words[above] in DO
    tree.children[noun].remove(verb)
    if above == noun:
        tree.heads[verb], tree.deps[verb] = verb, "ROOT"
    elif root:  # "did" was the root
        tree.heads[verb], tree.deps[verb] = verb, "ROOT"
        tree.children[above].remove(noun)
        for c in list(tree.children[above]):
            tree.heads[c] = verb
            tree.children[verb] = sorted([*tree.children[verb], c])
        tree.children[above] = []
        tree.heads[above], tree.deps[above] = verb, "aux"
        tree.children[verb] = sorted([*tree.children[verb], above])
        tree.lefts[above] = tree.rights[above] = above
    for c in [c for c in tree.children[noun] if tree.deps[c] in ("punct", "nsubj", "aux", "neg", "advmod")]:
        tree.children[noun].remove(c)
        tree.heads[c] = verb
        tree.children[verb] = sorted([*tree.children[verb], c])
    tree.heads[noun] = verb
    tree.children[verb] = sorted([*tree.children[verb], noun])
    for one in (noun, verb):
        tree.lefts[one] = min([one, *(tree.lefts[c] for c in tree.children[one])])
        tree.rights[one] = max([one, *(tree.rights[c] for c in tree.children[one])])
