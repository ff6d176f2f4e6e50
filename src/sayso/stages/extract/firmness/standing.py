"""What stands firm although the word above it would make it open: a sentence of its own before a colon, what is done.

Read off claims that were judged by hand (docs/method/claims-read-by-hand.md).
"""

from sayso.stages.extract.parse.tree import Tree

CHARGES = frozenset({"charge", "allegation", "accusation", "suspicion", "claim", "count"})
"""Nouns for what is laid to somebody."""
WITHSTOOD = frozenset({"resist", "repel", "repulse", "withstand", "fend", "beat"})
"""Verbs for meeting an attack, which was made."""
ATTACKS = frozenset(
    {"attack", "assault", "offensive", "raid", "invasion", "onslaught", "advance", "strike", "incursion"}
)
GATHERING = frozenset({"gather", "march", "rally", "demonstrate", "protest", "assemble", "converge", "picket", "camp"})
DEMANDING = frozenset({"demand", "denounce", "condemn", "oppose", "urge"})
"""What people do by gathering."""
FEARS = frozenset({"afraid", "sorry", "sure"})
COMMA_SPLICE = frozenset({"allow", "permit", "let", "free", "able", "invite", "need"})
"""Verbs under which a clause never stands before them: that is a sentence of its own."""


def stands_by_itself(tree: Tree, i: int, head: int) -> bool:
    """Whether a clause is a sentence of its own that the parser hangs on what comes after it.

    Before a colon or semicolon, before "I'm afraid", before a comma and another main clause: "They came to Oslo: what
    counts isn't conviction", "we invited them, they are allowed to be here".
    """
    if tree.deps[i] not in ("ccomp", "parataxis") or i > head:
        return False
    between = tree.words[i:head]
    if ";" in between or (":" in between and tree.kids(i, "nsubj", "nsubjpass")):
        return True
    if tree.lemmas[head] == "be" and any(tree.words[c] in FEARS for c in tree.kids(head, "acomp")):
        return any(tree.words[c] == "i" for c in tree.kids(head, "nsubj"))
    if (
        tree.deps[head] == "ROOT"
        and tree.tags[head] == "VB"
        and [tree.words[c] for c in tree.kids(head, "aux")] == ["to"]
    ):
        return True  # "men fight police in Oslo and Moss to demand": the parse has lost the main clause
    return tree.lemmas[head] in COMMA_SPLICE and "," in between and bool(tree.kids(head, "nsubj", "nsubjpass"))


def is_done(tree: Tree, i: int, head: int) -> bool:
    """Whether what the word above governs has happened all the same.

    "The first to have come home"; an assault that is resisted; who was let go from his job; whose annexation is called
    a tragedy.
    """
    perfect = tree.tags[i] == "VBN" and [tree.words[c] for c in tree.kids(i, "aux")][:2] == ["to", "have"]
    if perfect and tree.lemmas[head] in ("be", "become") and tree.deps[i] == "xcomp":
        return True
    if tree.lemmas[head] in WITHSTOOD and tree.deps[i] in ("dobj", "nsubjpass") and tree.lemmas[i] in ATTACKS:
        return True
    if tree.lemmas[head] == "let" and tree.words[head + 1 : head + 2] == ["go"]:
        return True
    if tree.lemmas[i] in DEMANDING and tree.lemmas[head] in GATHERING and tree.deps[i] in ("advcl", "xcomp"):
        return True  # "marched to demand his release": they do demand it
    if tree.deps[i] == "xcomp" and tree.lemmas[head] == "be" and _is_among_the_first(tree, head, i):
        return True
    if tree.lemmas[i] == "bury":
        return True  # "gather to bury those killed": whoever is buried is dead
    if tree.lemmas[head] == "break" and any(tree.lemmas[c] == "silence" for c in tree.kids(head, "dobj")):
        return True  # "broke his silence to deny it": he has denied it
    named = tree.lemmas[head] == "call" and tree.tags[i].startswith("NN") and tree.deps[i] in ("oprd", "dobj", "nsubj")
    behind = tree.words[tree.rights[i] - 1 : tree.rights[i] + 3]
    return named and (bool({'"', "“", "``"} & set(behind)) or len(tree.kids(head, "oprd", "dobj", "ccomp")) > 1)


def _is_among_the_first(tree: Tree, be: int, i: int) -> bool:
    """Whether it is what somebody is among the first to do: "are among the first to be granted citizenship"."""
    for prep in tree.kids(be, "prep"):
        for noun in tree.kids(prep, "pobj"):
            if tree.words[prep] == "among" and noun < i and tree.words[noun] in ("first", "last"):
                return True
    return False


def charged_with(tree: Tree, i: int, noun: int) -> bool:
    """Whether a clause right behind a noun for a charge tells what is laid to somebody: "on charges he killed two"."""
    if tree.deps[i] not in ("acl", "relcl") or tree.lemmas[noun] not in CHARGES or tree.lefts[i] != noun + 1:
        return False
    subject = tree.kid(i, "nsubj", "nsubjpass")
    return (
        subject is not None and tree.lefts[subject] == noun + 1 and tree.words[subject] not in ("which", "that", "who")
    )


def too_much_to(tree: Tree, i: int, head: int) -> bool:
    """Whether something is too bad to be done: "it is too dangerous for him to travel"."""
    if not any(tree.words[c] == "to" for c in tree.kids(i, "aux")) or tree.deps[i] not in ("xcomp", "advcl", "ccomp"):
        return False
    over = [head, *tree.kids(head, "acomp", "attr")]
    return any(tree.words[c] == "too" for a in over if a < i for c in tree.kids(a, "advmod"))
