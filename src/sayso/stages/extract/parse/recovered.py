"""Clauses that the parser loses inside a noun phrase or hangs on the wrong verb, put right before any rule looks."""

from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns

if TYPE_CHECKING:
    from sayso.stages.extract.parse.tree import Tree

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


def number_as_subject(tree: "Tree", i: int) -> None:
    """The "three" of "from my own company three have been hired", which the parser gives to the noun before it."""
    noun = tree.heads[i]
    if tree.deps[i] != "nummod" or i <= noun or tree.rights[noun] != i or tree.deps[noun] != "pobj":
        return
    verb = tree.heads[tree.heads[noun]]
    behind = i + 1 < len(tree.words) and (i + 1 == verb or tree.heads[i + 1] == verb)
    if not behind or not tree.is_verb(verb) or verb < i or tree.kids(verb, "nsubj", "nsubjpass", "csubj", "expl"):
        return
    if tree.tags[i + 1] in ("VBD", "VBP", "VBZ", "MD"):
        tree.move(i, verb, "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj")


def figure_before_verb(tree: "Tree", i: int) -> None:
    """The second figure of "39 are in hospital and 28 are missing": it is the subject of the verb right behind it."""
    figure = i - 1
    verb = i if tree.is_verb(i) and tree.deps[i] not in ("aux", "auxpass") else tree.heads[i]
    if figure < 1 or tree.tags[figure] not in ("CD", "NNS") or tree.ents[figure] != "CARDINAL":
        return
    if tree.tags[i] not in ("VBD", "VBP", "VBZ") or tree.heads[figure] == verb or tree.kids(figure, "prep"):
        return
    joined = tree.words[figure - 1] in ("and", ",", "while", "but")
    if not joined or tree.deps[figure] not in ("conj", "appos", "npadvmod", "nummod", "dep", "nsubj"):
        return
    above = verb
    while above != tree.heads[above]:
        above = tree.heads[above]
        if above == figure:
            return  # the verb hangs on the figure: no second clause
    for c in tree.kids(verb, "nsubj", "nsubjpass"):
        if c > figure:
            return
        tree.deps[c] = "meta"
    tree.move(figure, verb, "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj")


MEANS = frozenset(
    {"land", "sea", "air", "road", "rail", "train", "bus", "boat", "car", "plane", "ship", "ferry", "lorry"}
)
"""By what people travel."""


def by_land(tree: "Tree", i: int) -> None:
    """The way of "crossed by land into Norland", "go by road to Oslo": land does nothing, the road leads nowhere.

    A participle that the parser hangs on those who travel so is theirs: "recruits crossing by land".
    """
    noun, verb = tree.kid(i, "pobj"), tree.heads[i]
    if tree.words[i] != "by" or noun is None or tree.lemmas[noun] not in MEANS or tree.kids(noun, "det", "amod"):
        return
    for c in tree.kids(noun, "prep"):
        if tree.words[c] in ("to", "into", "from", "through", "via", "across"):
            tree.move(c, verb, "prep")
    tree.deps[i] = "meta"
    if tree.deps[verb] == "acl" and tree.tags[verb] in ("VBN", "VBD"):
        tree.tags[verb] = "VBG"
    elif tree.tags[verb] == "VBN" and not tree.kids(verb, "auxpass", "aux"):
        tree.tags[verb] = "VBD"
        for c in tree.kids(verb, "nsubjpass"):
            tree.deps[c] = "nsubj"
