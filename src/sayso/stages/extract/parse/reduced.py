"""The main verb of "Swedes hired as guards were moved", lost behind a participle that looks finite."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.stages.extract.parse.tree import Tree

TAKEN_ON = frozenset(
    {"hire", "recruit", "enlist", "employ", "engage", "contract", "conscript", "lure", "train", "sign", "pay", "send"}
    | {"bring", "draft", "mobilise", "mobilize", "trick", "dupe", "promise", "enrol", "enroll"}
)
"""What is done to people who then are the subject of another verb."""
SUBJECTS = ("nsubj", "nsubjpass")
RELATIVES = frozenset({"who", "which", "that", "whom"})


def reduced_relative(tree: "Tree", verb: int) -> None:
    """Give a passive verb the people that the parser gave to the participle before it.

    Three ways of losing it: what they were hired as is taken for its subject ("citizens recruited as guards were
    moved"), the participle for its subject ("that Swedes recruited by a firm had been moved"), or for the main verb.
    """
    if tree.tags[verb] not in ("VBN", "VBD") or not tree.kids(verb, "auxpass"):
        return
    taken = _taken_on(tree, verb)
    if taken is None:
        return
    noun, marked = _people(tree, taken), _marked(tree, taken, verb)
    if noun is None or (tree.deps[taken] == "relcl" and marked is None):
        return
    if marked is not None:
        tree.move(marked[1], marked[0], "pobj")
        tree.move(marked[0], taken, "prep")
    if tree.heads[verb] == taken:
        _put_in_place_of(tree, verb, noun if tree.heads[taken] == noun else taken)
        if (
            tree.deps[verb] == "relcl"
        ):  # "established by the papers of the men that citizens hired as guards were moved"
            tree.move(verb, _main_verb(tree, verb), "ccomp")
    for c in [c for c in tree.children[taken] if c < noun]:
        tree.move(c, verb, "mark" if tree.words[c] == "that" else tree.deps[c])
    if tree.heads[noun] != verb or tree.deps[noun] not in SUBJECTS:
        tree.move(noun, verb, "nsubjpass")
    if tree.deps[taken] not in ("relcl", "acl") or tree.heads[taken] != noun:
        tree.move(taken, noun, "acl")
        tree.tags[taken] = "VBN"


BELIEVED = frozenset({"believe", "think", "suspect", "say", "report", "allege", "know", "rumour", "rumor"})


def believed_to_be(tree: "Tree", i: int) -> None:
    """Read "raiders believed to be rebels take a town" as raiders who take it: to believe is what others do of them.

    The parser takes "believed" for the main verb and the main verb for what is believed.
    """
    told, real = tree.kid(i, "xcomp"), tree.kid(i, "ccomp")
    subject = tree.kid(i, "nsubj")
    if tree.lemmas[i] not in BELIEVED or tree.heads[i] != i or told is None or real is None or subject is None:
        return
    plain = not tree.kids(i, "aux", "auxpass") and tree.words[i + 1 : i + 2] == ["to"] and subject < i < told < real
    finite = tree.tags[real] in ("VBZ", "VBP", "VBD", "VB") and not tree.kids(real, "nsubj", "nsubjpass", "mark", "aux")
    if not plain or not finite or not any(tree.words[c] == "be" for c in (told, *tree.children[told])):
        return
    tree.heads[real], tree.deps[real] = real, "ROOT"
    tree.tags[real] = "VBP" if tree.tags[real] == "VB" else tree.tags[real]
    tree.children[i].remove(real)
    tree.move(subject, real, "nsubj")
    for c in [c for c in tree.children[i] if c > real]:
        tree.move(c, real, tree.deps[c])
    tree.move_root(i, subject)
    tree.deps[i], tree.tags[i] = "acl", "VBN"


def _main_verb(tree: "Tree", verb: int) -> int:
    """The root of a verb's sentence."""
    above = verb
    while tree.heads[above] != above:
        above = tree.heads[above]
    return above


def _taken_on(tree: "Tree", verb: int) -> int | None:
    """The participle before a verb that stands in its way: above it, or in the place of its subject."""
    above = tree.heads[verb]
    under = [c for c in tree.kids(verb, *SUBJECTS, "csubj", "csubjpass") if tree.is_verb(c)]
    found = under[0] if under else above if tree.deps[verb] in ("advcl", "ccomp") and above < verb else None
    if found is None or tree.lemmas[found] not in TAKEN_ON or tree.tags[found] not in ("VBN", "VBD"):
        return None
    relative = tree.deps[found] == "relcl" and any(tree.kids(found, "auxpass"))
    if any(tree.words[c] != "that" for c in tree.kids(found, "dobj")) or (
        tree.kids(found, "aux", "auxpass") and not relative
    ):
        return None
    if any(tree.words[k] in (",", ";", ":", "“", '"') for k in range(found, verb)):
        return None
    own = [c for c in tree.kids(verb, *SUBJECTS) if not tree.is_verb(c)]
    return found if under or not own or _marked(tree, found, verb) else None


def _marked(tree: "Tree", taken: int, verb: int) -> tuple[int, int] | None:
    """The "as" and the noun behind it that were taken for the beginning of the verb's clause."""
    marks = [c for c in tree.kids(verb, "mark") if tree.words[c] == "as" and taken < c < verb]
    nouns = [c for c in tree.kids(verb, *SUBJECTS) if marks and marks[0] < c < verb]
    return (marks[0], nouns[0]) if marks and nouns else None


def _people(tree: "Tree", taken: int) -> int | None:
    """Who was taken on: the noun that a relative clause or participle hangs on, where that opens its clause, else the
    participle's subject."""
    own = tree.kid(taken, "nsubj")
    if tree.deps[taken] in ("relcl", "acl") and (own is None or tree.words[own] in RELATIVES):
        noun = tree.heads[taken]
        return noun if tree.tags[noun].startswith("NN") and tree.deps[noun] in ("ROOT", *SUBJECTS) else None
    noun = tree.kid(taken, *SUBJECTS) or 0
    found = tree.kid(taken, *SUBJECTS) is not None and noun < taken and tree.tags[noun][:2] in ("NN", "CD")
    return noun if found else None


def _put_in_place_of(tree: "Tree", verb: int, other: int) -> None:
    """Give a verb the place of a token above it."""
    head, dep = tree.heads[other], tree.deps[other]
    if head == other:
        above = tree.heads[verb]
        tree.children[above].remove(verb)
        tree.heads[verb], tree.deps[verb] = verb, "ROOT"
        tree.move_root(other, verb)
    else:
        tree.move(verb, head, dep)
