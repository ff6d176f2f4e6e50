"""Past tenses that the tagger takes for nouns or for words that describe one, read as the verbs they are."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.stages.extract.parse.tree import Tree

PASTS = {
    "retook": "retake", "overran": "overrun", "overthrew": "overthrow", "withdrew": "withdraw", "fled": "flee",
    "sought": "seek", "fought": "fight", "brought": "bring", "caught": "catch", "taught": "teach", "threw": "throw",
    "drew": "draw", "gave": "give", "stole": "steal", "wrote": "write", "began": "begin", "became": "become",
    "undertook": "undertake", "overtook": "overtake", "took": "take", "knew": "know", "swore": "swear",
}  # fmt: skip
"""Past tenses that are no nouns -> the verb; the tagger takes them for nouns, or the lemmatiser leaves them."""
DESCRIBING = ("det", "amod", "nummod", "compound", "nmod", "poss")
TELLING = ("npadvmod", "prep", "advmod", "advcl", "punct")


def past_tenses(tree: "Tree") -> None:
    """Read as a verb the "retook" of "when rebels retook control", which the tagger takes for a noun before a noun."""
    for i in range(1, len(tree.tags)):
        noun = tree.heads[i]
        if tree.words[i] not in PASTS or not tree.tags[i].startswith("NN") or tree.deps[i] != "compound":
            continue
        if noun > i and tree.tags[i - 1].startswith("NN") and not tree.children[i]:
            _make_verb(tree, i, noun)


def nouns_with_subjects(tree: "Tree") -> None:
    """Read as a verb the "fight" of the headline "400 Swedes fight for Norway": no noun has a subject."""
    for i in range(1, len(tree.tags)):
        subject = tree.kid(i, "nsubj")
        if tree.tags[i] != "NN" or tree.deps[i] != "ROOT" or subject != i - 1 or tree.kids(i, "aux", "cop", "det"):
            continue
        if tree.tags[subject] in ("NNS", "NNPS"):
            tree.tags[i] = "VBP"


def bare_participles(tree: "Tree") -> None:
    """Read as verbs participles before a bare plural that nothing but they can tell something of.

    "They came by ship and signed contracts", "Some 400 Nepalese signed contracts": the parser takes "signed" for a word
    that describes the contracts, though a verb before the "and" wants a second one, or the sentence has no verb at all.
    """
    for i in range(1, len(tree.tags)):
        noun = tree.heads[i]
        if tree.tags[i] not in ("VBN", "VBD") or tree.deps[i] != "amod" or noun < i or tree.children[i]:
            continue
        if tree.tags[noun] != "NNS":
            continue
        above = tree.heads[noun]
        second = tree.deps[noun] == "conj" and tree.lefts[noun] == i and tree.tags[above] in ("VBD", "VBZ", "VBP")
        if (second and tree.words[i - 1] == "and") or _lacks_verb(tree, i, noun):
            _make_verb(tree, i, noun)


def _lacks_verb(tree: "Tree", i: int, noun: int) -> bool:
    """Whether a noun heads a sentence that has no verb but a participle, behind the name of a people or body."""
    inside = range(tree.lefts[noun], tree.rights[noun] + 1)
    verbs = (k for k in inside if k != i and tree.tags[k] in ("VBZ", "VBP", "VBD", "VBN", "MD"))
    if tree.deps[noun] != "ROOT" or tree.lefts[noun] == i or next(verbs, None) is not None:
        return False
    return tree.tags[i - 1] in ("JJ", "NNP", "NNPS") and tree.ents[i - 1] == "NORP" and tree.heads[i - 1] == noun


def _make_verb(tree: "Tree", i: int, noun: int) -> None:
    """Put a word that describes a noun in that noun's place, as the verb whose object it is."""
    above, dep, subject = tree.heads[noun], tree.deps[noun], i - 1
    first, last = tree.lefts[noun], tree.rights[noun]
    others = [c for c in tree.children[noun] if c != i]
    named = [c for c in others if c < i and tree.deps[c] in DESCRIBING]
    told = [c for c in others if c < i and c not in named] + [c for c in others if c > noun and tree.deps[c] in TELLING]
    tree.tags[i], tree.deps[i], tree.heads[i] = "VBD", dep, (i if above == noun else above)
    if above != noun:
        tree.children[above] = sorted(i if c == noun else c for c in tree.children[above])
    tree.children[noun] = [c for c in others if c not in named and c not in told]
    tree.heads[noun], tree.deps[noun] = i, "dobj"
    tree.lefts[noun] = min([noun, *(tree.lefts[c] for c in tree.children[noun])])
    tree.rights[noun] = max([noun, *(tree.rights[c] for c in tree.children[noun])])
    tree.children[i] = sorted([noun, *told])
    if named:
        _make_subject(tree, subject, i, named)
        tree.children[i] = sorted([*tree.children[i], subject])
    for c in tree.children[i]:
        tree.heads[c] = i
    tree.lefts[i], tree.rights[i] = first, last


def _make_subject(tree: "Tree", subject: int, verb: int, named: list[int]) -> None:
    """Make the word before a verb its subject, with what described the noun behind."""
    tree.deps[subject], tree.heads[subject] = "nsubj", verb
    if tree.tags[subject] == "JJ":
        tree.tags[subject] = "NNPS"  # "400 Nepalese"
    for c in named:
        if c != subject:
            tree.heads[c] = subject
    tree.children[subject] = sorted({*tree.children[subject], *(c for c in named if c != subject)})
    tree.lefts[subject] = min([subject, *(tree.lefts[c] for c in tree.children[subject])])
