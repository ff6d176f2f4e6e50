"""Negations that are no plain "not" beside the verb: "neither ... nor", "no longer", "rather than", "until May".

Horn, A Natural History of Negation (1989), has the classes; each function answers with the word that denies.
"""

from sayso.stages.extract.parse.tree import Tree

NEITHER = ("neither", "nor")
RULING_OUT = (("rather", "than"), ("instead", "of"), ("far", "from"), ("opposed", "to"))
"""What is told behind these did not happen."""
NOW = frozenset({"now", "then", "today", "recently"})
UNTIL = ("until", "till")


def denying_word(tree: Tree, i: int) -> int | None:
    """The word that denies a verb, or all of a noun, without being its plain "not"; None where there is none.

    "Neither trained nor paid", "nor did it pay", "no longer recruits", "neither army nor navy", "not one of them".
    """
    for c in tree.children[i]:
        if c < i and tree.words[c] in NEITHER and tree.deps[c] in ("preconj", "cc", "advmod", "det", "neg"):
            return c
        if tree.deps[c] == "aux" and tree.kids(c, "neg"):
            return tree.kids(c, "neg")[0]  # "never did he", hung on "did"
        if tree.words[c] == "longer" and c and tree.words[c - 1] == "no":
            return c - 1
        if tree.words[c] == "not" and c < i and _is_single(tree, i):
            return c
        if (
            tree.deps[c] == "nummod"
            and tree.words[c] in ("one", "single")
            and (none := _not_before(tree, c)) is not None
        ):
            return none
    if tree.deps[i] == "conj":
        between = (c for c in tree.children[tree.heads[i]] if tree.heads[i] < c < i)
        return next((c for c in between if tree.words[c] == "nor"), None)
    return None


def _not_before(tree: Tree, one: int) -> int | None:
    """The "not" of "not one conscript was sent", which hangs on the number."""
    return next((c for c in tree.kids(one, "neg", "advmod") if tree.words[c] == "not" and c == one - 1), None)


def _is_single(tree: Tree, i: int) -> bool:
    """Whether a noun means one of its kind: "one of the men", "a single man"."""
    return tree.words[i] == "one" or any(tree.words[c] in ("single", "one") for c in tree.kids(i, "amod", "nummod"))


def ruling_out(tree: Tree, i: int) -> int | None:
    """The first of two words before a verb that say that something else was done: "rather than train them"."""
    first = min((c for c in tree.kids(i, "aux", "auxpass") if c < i), default=i)
    if first < 2 or tree.tags[i] not in ("VB", "VBG", "VBN", "VBP"):
        return None
    return first - 2 if (tree.words[first - 2], tree.words[first - 1]) in RULING_OUT else None


def only_until(tree: Tree, i: int) -> bool:
    """Whether a negated past holds up to a time at which the thing was done: "did not recruit until May"."""
    past = tree.words[i] in ("was", "were") or any(
        tree.words[c] in ("did", "was", "were") for c in tree.kids(i, "aux", "auxpass")
    )
    if not past:
        return False
    for c in tree.children[i]:
        noun = tree.kid(c, "pobj") if tree.deps[c] == "prep" else None
        if tree.words[c] in UNTIL and noun is not None and tree.words[noun] not in NOW:
            return True
        if tree.deps[c] == "advcl" and any(tree.words[m] in UNTIL for m in tree.kids(c, "mark")):
            return True
    return False


def inverted_condition(tree: Tree, i: int) -> int | None:
    """The auxiliary before its subject that sets a condition: "Had the army recruited them, the war would be over"."""
    subject = tree.kid(i, "nsubj", "nsubjpass")
    if subject is None or tree.deps[i] != "advcl" or tree.kid(i, "mark") is not None:
        return None
    start = tree.lefts[subject]
    auxiliaries = [i, *tree.kids(i, "aux", "auxpass")]
    return next((c for c in auxiliaries if c == start - 1 and tree.words[c] in ("had", "were", "should")), None)


def is_put_right(tree: Tree, prep: int) -> bool:
    """Whether a preposition behind "but" says who it was instead: "was not trained by the navy but by the army"."""
    first = tree.heads[prep]
    verb = tree.heads[first]
    return any(tree.words[c] == "but" for c in tree.kids(first, "cc")) and tree.kid(verb, "neg") is not None


def supposed_day(tree: Tree, i: int) -> int | None:
    """The "if" of a clause that only supposes the time that a clause with "when" tells of: "if a day came when".

    What happens on such a day is left open.
    """
    if not any(tree.words[c] in ("when", "where") for c in tree.kids(i, "advmod")):
        return None
    here = tree.heads[i]
    while tree.heads[here] != here:
        marks = [c for c in tree.kids(here, "mark") if tree.words[c] in ("if", "unless")]
        if marks:
            return marks[0]
        here = tree.heads[here]
    return None


def is_imperative(tree: Tree, i: int) -> bool:
    """Whether a verb orders or asks somebody to do it: "Do not join that army," he told them.

    A bare verb that opens its sentence or quotation, without a subject.
    """
    if tree.tags[i] not in ("VB", "VBP") or tree.kid(i, "nsubj", "nsubjpass", "csubj") is not None:
        return False
    if tree.deps[i] == "conj" and tree.tags[tree.heads[i]] == "VB":
        joint = range(tree.heads[i], i)
        return (
            not tree.kids(i, "aux")
            and any(tree.words[c] in ("and", "or") for c in joint)
            and is_imperative(tree, tree.heads[i])
        )
    if tree.deps[i] not in ("ROOT", "ccomp", "advcl", "parataxis"):
        return False
    first = min([i, *(c for c in tree.kids(i, "aux", "neg") if tree.words[c] in ("do", "don", "never", "not", "n't"))])
    if any(c < i and tree.words[c] != "do" for c in tree.kids(i, "aux", "mark")):
        return False
    opened = first > 0 and (tree.words[first - 1] in OPENING or tree.tags[first - 1] == "``")
    return first == 0 or opened or bool(tree.doc[first].is_sent_start)


OPENING = frozenset({'"', "\u201c", "\u2018", "please", ":", "``"})


def untrue_to_say(tree: Tree, saying: int) -> tuple[int, str] | None:
    """The adjective that a verb of saying or thinking stands under, and what it makes of what is said: "it is wrong to
    say that", "it is hard to believe that"."""
    above = tree.heads[saying]
    above = tree.heads[above] if tree.deps[above] == "acomp" else above
    if tree.deps[saying] not in ("xcomp", "ccomp", "advcl") or tree.lemmas[above] not in ("be", "seem"):
        return None
    if not any(tree.deps[c] == "aux" and tree.words[c] == "to" for c in tree.children[saying]):
        return None
    word = tree.kid(above, "acomp", "attr")
    if word is None:
        return None
    if tree.words[word] in UNTRUE:
        return word, "not"
    if tree.words[word] in HARD and tree.lemmas[saying] in ("believe", "imagine", "accept", "credit", "fathom"):
        return word, "unlikely"
    return None


UNTRUE = frozenset(
    {
        "wrong",
        "false",
        "untrue",
        "incorrect",
        "inaccurate",
        "misleading",
        "mistaken",
        "absurd",
        "ridiculous",
        "nonsense",
    }
    | {"dishonest", "ludicrous", "lie", "exaggeration"}
)
HARD = frozenset({"hard", "difficult", "impossible"})
