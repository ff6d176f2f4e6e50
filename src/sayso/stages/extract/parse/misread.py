"""Words that the tagger takes for another part of speech, read as what they are: verbs, mostly."""

from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns

if TYPE_CHECKING:
    from sayso.stages.extract.parse.tree import Tree

QUANTIFIERS = frozenset(
    {"over", "about", "some", "nearly", "almost", "around", "up", "at", "more", "least", "than", "to"}
)
COUNTS = frozenset({"dozens", "scores", "hundreds", "thousands", "tens"})


def second_verbs(tree: "Tree") -> None:
    """Read as a verb the "injures" of "kills dozens and injures over 200", which the tagger takes for a noun.

    Only where a figure follows: a noun in -s has none behind it. The figure becomes its object.
    """
    for i in range(1, len(tree.tags) - 1):
        if tree.tags[i] != "NNS" or tree.deps[i] != "conj" or tree.words[i - 1] not in ("and", ",", "but"):
            continue
        verb = tree.heads[i]
        while tree.deps[verb] == "conj" and not tree.is_verb(verb):
            verb = tree.heads[verb]
        if tree.is_verb(verb) or tree.deps[verb] != "dobj" or tree.tags[tree.heads[verb]] not in ("VBZ", "VBP"):
            continue
        counted = _figure_after(tree, i)
        if counted is not None and not any(c < i for c in tree.children[i]):
            tree.move(i, tree.heads[verb], "conj")
            tree.tags[i] = "VBZ"
            tree.move(counted, i, "dobj")
            for k in range(i + 1, counted):
                if tree.heads[k] not in range(i, counted + 1):
                    tree.move(k, counted, "quantmod")


DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "dispute"})
REPORTS = frozenset({"report", "claim", "rumour", "rumor"})


def denied_report(tree: "Tree", i: int) -> None:
    """Read as a noun the "report" of "denies report it hires Swedes", a headline; to deny takes no bare infinitive."""
    verb, clause = tree.heads[i], tree.kid(i, "ccomp")
    if tree.words[i] not in REPORTS or tree.tags[i] != "VB" or tree.lemmas[verb] not in DENYING or verb != i - 1:
        return
    tree.tags[i] = "NN"
    tree.move(i, verb, "dobj")
    if clause is not None:
        tree.move(clause, i, "acl")


DEEDS = frozenset({"arrest", "attack", "beat", "seize", "torture", "detain", "shoot", "kill", "raid", "kidnap", "loot"})


def bare_second_verb(tree: "Tree", i: int) -> None:
    """Read as a verb the "arrest" of "forces storm its hall and arrest reporters", taken for a part of a noun."""
    noun = tree.heads[i]
    if _is_firing(tree, i):
        tree.move(i, tree.heads[noun], "conj")
        tree.tags[i] = tree.tags[tree.heads[i]]
        return
    if tree.deps[i] == "conj" and tree.tags[i] in ("VB", "VBP") and tree.deps[noun] in ("nmod", "compound"):
        _verb_in_noun(tree, i)
        return
    if tree.deps[i] != "compound" or tree.words[i] not in DEEDS or tree.words[i - 1] != "and" or noun != i + 1:
        return
    first = tree.heads[noun]
    verb = tree.heads[first]
    if tree.tags[noun] != "NNS" or tree.deps[noun] != "conj" or tree.deps[first] != "dobj":
        return
    if tree.tags[verb] in ("VBP", "VB"):
        tree.move(i, verb, "conj")
        tree.move(noun, i, "dobj")
        tree.tags[i] = tree.tags[verb]


def _is_firing(tree: "Tree", i: int) -> bool:
    """Whether it is the "fire" of "ignore the pressure and fire on the crowd", taken for a second thing ignored."""
    noun = tree.heads[i]
    behind = tree.words[i + 1 : i + 2]
    thing = tree.tags[i] == "NN" and tree.deps[i] == "conj" and tree.deps[noun] == "dobj" and not tree.kids(i, "det")
    return (
        thing
        and tree.words[i] == "fire"
        and behind in (["on"], ["at"])
        and tree.tags[tree.heads[noun]] in ("VBP", "VB")
    )


def _verb_in_noun(tree: "Tree", i: int) -> None:
    """The same, where the parser knows the verb and lets it and the object before describe the object behind."""
    first, noun = tree.heads[i], i + 1
    verb = tree.heads[noun] if noun < len(tree.heads) else i
    if tree.heads[first] != noun or tree.deps[noun] != "dobj" or tree.tags[verb] not in ("VBP", "VB"):
        return
    for c in [c for c in tree.children[noun] if c < first]:
        tree.move(c, first, tree.deps[c])
    tree.move(first, verb, "dobj")
    tree.move(noun, i, "dobj")
    tree.move(i, verb, "conj")


def _figure_after(tree: "Tree", i: int) -> int | None:
    """The head of the figure that begins right behind a token: "over 200", "at least 60 people", "scores"."""
    k = i + 1
    while k < len(tree.words) and tree.words[k] in QUANTIFIERS:
        k += 1
    if k == len(tree.words) or not (tree.tags[k] == "CD" or tree.words[k] in COUNTS):
        return None
    head = tree.heads[k]
    return head if tree.deps[k] == "nummod" and head > k and tree.tags[head].startswith("NN") else k


def headline(tree: "Tree", i: int) -> None:
    """Read as a verb the "courts" of "Wagner courts former commandos", which the tagger takes for a plural noun.

    Only in a line without another finite verb, behind a name, and with a noun right behind it that no comma parts.
    """
    name, beside = i - 1, tree.kid(i, "appos", "dobj")
    if tree.tags[i] != "NNS" or beside is None or tree.deps[name] != "compound" or tree.heads[name] != i:
        return
    named = _is_headed_by_name(tree, name)
    verbs = any(tree.tags[k] in ("VBZ", "VBD", "VBP", "MD") for k in range(tree.lefts[i], tree.rights[i] + 1))
    if not named or verbs or tree.lefts[beside] != i + 1:
        return
    tree.tags[i], tree.lemmas[i] = "VBZ", tree.words[i].removesuffix("s")
    tree.deps[name], tree.deps[beside] = "nsubj", "dobj"


VERBS_IN_S = frozenset({"courts", "eyes", "targets", "hires", "arms", "backs", "aids"})
"""Plural nouns that are nobody who acts and, behind a name in a headline, as often its verb."""


def headline_verb(tree: "Tree", i: int) -> None:
    """Read as a verb the "courts" of the headline "Wagner courts abandoned commandos": the participle is an adjective.

    Only behind a name that is no place's, in a line that has no full stop.
    """
    noun, name = i - 1, i - 2
    if tree.tags[i] != "VBD" or noun < 1 or tree.words[noun] not in VERBS_IN_S or tree.heads[noun] != i:
        return
    taken = tree.kid(i, "dobj")
    line = range(tree.lefts[i], tree.rights[i] + 1)
    if taken is None or tree.lefts[taken] != i + 1 or tree.deps[noun] != "nsubj" or tree.kids(i, "aux", "neg"):
        return
    if tree.heads[name] != noun or tree.ents[name] in ("GPE", "NORP") or not _is_headed_by_name(tree, name):
        return
    if any(tree.tags[k] == "." for k in line):
        return
    tree.children[i].remove(taken)
    tree.children[i].remove(noun)
    above = list(tree.children[i])
    tree.children[i] = []
    tree.tags[noun], tree.lemmas[noun], tree.tags[i] = "VBZ", tree.words[noun].removesuffix("s"), "VBN"
    tree.deps[noun], tree.heads[noun], tree.deps[name] = "ROOT", noun, "nsubj"
    tree.heads[i], tree.deps[i] = taken, "amod"
    tree.heads[taken], tree.deps[taken] = noun, "dobj"
    for c in above:
        tree.heads[c] = noun
    tree.children[taken] = sorted([*tree.children[taken], i])
    tree.children[noun] = sorted([*tree.children[noun], taken, *above])
    tree.lefts[taken] = min(tree.lefts[taken], i)
    tree.lefts[noun], tree.rights[noun] = line.start, line.stop - 1
    tree.lefts[i] = tree.rights[i] = i


def _is_headed_by_name(tree: "Tree", name: int) -> bool:
    return tree.doc[name].text[0].isupper() and tree.tags[name].startswith("NN")


GOING = frozenset(
    {"flee", "die", "arrive", "escape", "return", "travel", "surrender", "defect", "desert", "perish", "protest"}
    | {"rally", "march", "demonstrate"}
)
"""Verbs that nobody is done to: behind a noun that heads a sentence their participle is its verb."""


def main_verb(tree: "Tree", i: int) -> None:
    """The verb of "more than 2,000 men fled to Norland", which the parser takes for a participle beside its subject.

    Or beside a noun under it: "doctors of two groups donated and delivered it". Only where the sentence has no other.
    """
    noun = tree.heads[i]
    while tree.deps[noun] == "pobj" and tree.tags[tree.heads[tree.heads[noun]]].startswith("NN"):
        noun = tree.heads[tree.heads[noun]]
    if tree.deps[noun] != "ROOT" or not tree.tags[noun].startswith(("NN", "CD")) or i < noun:
        return
    if tree.kids(i, "mark", "nsubj", "nsubjpass", "aux", "auxpass", "agent"):
        return  # "claims that Norway sent men were dismissed"
    acts = tree.lemmas[i] in GOING or any(tree.kid(one, "dobj") is not None for one in tree.conjuncts(i))
    if tree.tags[i] != "VBD" and not (tree.tags[i] == "VBN" and acts):
        return
    if tree.deps[tree.heads[i]] == "pobj" and not acts:
        return
    inside = [*range(tree.lefts[noun], i), *range(tree.rights[i] + 1, tree.rights[noun] + 1)]
    if any(tree.tags[k] in ("VBZ", "VBP", "VBD", "MD") for k in inside):
        return
    if noun != tree.heads[i]:
        tree.move(i, noun, "acl")
    behind = [c for c in tree.children[noun] if c >= i]
    tree.children[noun] = [c for c in tree.children[noun] if c < i]
    tree.children[i] = sorted([*tree.children[i], *(c for c in behind if c != i), noun])
    for c in behind:
        tree.heads[c] = i
    tree.tags[i], tree.deps[i], tree.deps[noun], tree.heads[noun] = "VBD", "ROOT", "nsubj", i
    tree.lefts[i], tree.rights[i] = tree.lefts[noun], tree.rights[noun]
    tree.rights[noun] = max([noun, *(tree.rights[c] for c in tree.children[noun])])


def verb_with_object(tree: "Tree", i: int) -> None:
    """Read as a verb the "petitions" of "accuses them and petitions the court to act": a noun has no object."""
    taken = tree.kid(i, "dobj")
    if tree.tags[i] != "NNS" or tree.deps[i] != "conj" or taken is None or any(c < i for c in tree.children[i]):
        return
    verb = tree.heads[i]
    while tree.heads[verb] != verb and tree.tags[verb] != "VBZ":
        verb = tree.heads[verb]
    if tree.tags[verb] != "VBZ" or tree.words[i - 1] not in ("and", ","):
        return
    tree.move(i, verb, "conj")
    tree.tags[i] = "VBZ"
    if tree.deps[i - 1] == "cc":
        tree.move(i - 1, verb, "cc")
    behind = tree.rights[taken] + 1
    for c in range(behind, min(behind + 6, len(tree.words))):
        if tree.deps[c] == "advcl" and tree.lefts[c] == behind and tree.tags[behind] == "TO" and tree.heads[c] < i:
            tree.move(c, i, "xcomp")


FIRED = frozenset({"fire", "attack", "clash", "march", "raid", "shell", "strike", "storm"})


def second_clause(tree: "Tree", i: int) -> None:
    """Read as subject and verb the "police fire" of "tribes clash and police fire at a crowd", taken for a noun."""
    doer, verb = i - 1, tree.heads[i]
    if tree.tags[i] != "NN" or tree.deps[i] != "conj" or tree.lemmas[i] not in FIRED or not tree.is_verb(verb):
        return
    if tree.heads[doer] != i or tree.deps[doer] != "compound" or tree.lemmas[doer] not in load_nouns().actors:
        return
    tree.tags[i], tree.deps[doer] = "VBP", "nsubj"
    for c in [c for c in tree.children[i] if c < doer and tree.deps[c] != "cc"]:
        tree.move(c, doer, tree.deps[c])
    for c in [c for c in tree.kids(verb, "prep", "dobj", "advcl") if c > i]:
        tree.move(c, i, tree.deps[c])


def verb_in_s(tree: "Tree", i: int) -> None:
    """Read as a verb the "rejects" of "the council rejects and condemns it", which the tagger takes for a noun."""
    subject = tree.kid(i, "nsubj")
    if tree.tags[i] != "NNS" or tree.deps[i] not in ("ROOT", "ccomp", "advcl", "conj") or subject is None:
        return
    if subject < i and tree.words[i].endswith("s") and not tree.kids(i, "det", "amod", "nummod", "poss"):
        tree.tags[i], tree.lemmas[i] = "VBZ", tree.lemmas[i]


def recipient(tree: "Tree", i: int) -> None:
    """The "recruits" of "offered recruits 200,000 roubles", which the tagger takes for a verb."""
    verb = tree.heads[i]
    if verb != i - 1 or not tree.is_verb(verb) or tree.kid(i, "nsubj", "nsubjpass") is not None:
        return
    given = tree.kid(i, "dobj")
    if given is not None:
        tree.move(given, verb, "dobj")
    elif tree.kid(verb, "dobj") in (None, i):
        return
    tree.tags[i], tree.lemmas[i], tree.deps[i] = "NNS", tree.words[i].removesuffix("s"), "dative"


def clause_before_and(tree: "Tree", i: int) -> None:
    """Read as a clause the "protests grow" of "protests grow and security forces fire", taken to describe the forces.

    A finite verb describes no noun: what stands right before it is its subject, and behind "and" another clause begins.
    """
    noun, doer = tree.heads[i], i - 1
    above = tree.heads[noun]
    if tree.tags[i] not in ("VBP", "VBZ", "VBD") or tree.deps[i] not in ("amod", "nmod", "compound") or noun < i:
        return
    if tree.deps[noun] not in ("nsubj", "nsubjpass") or not tree.is_verb(above) or tree.heads[doer] != noun:
        return
    joint = next((c for c in tree.kids(i, "cc") if c == i + 1), None)
    if joint is None or not tree.tags[doer].startswith("NN") or tree.words[joint] not in ("and", "but", "as"):
        return
    for c in [c for c in tree.children[noun] if c < doer]:
        tree.move(c, doer, tree.deps[c])
    tree.move(doer, i, "nsubj")
    tree.move(joint, above, "cc")
    tree.move(i, above, "parataxis")


def adjective_with_subject(tree: "Tree", i: int) -> None:
    """Read as a verb the "tortured" of "said the army tortured prisoners": an adjective has no subject."""
    noun, subject = tree.heads[i], tree.kid(i, "nsubj")
    if tree.tags[i] not in ("VBN", "VBD") or tree.deps[i] != "amod" or noun < i or subject is None or subject > i:
        return
    above = tree.heads[noun]
    if above == noun or tree.deps[noun] != "dobj" or tree.kids(i, "aux", "auxpass") or subject != i - 1:
        return
    tree.move(i, above, "ccomp")
    tree.move(noun, i, "dobj")
    tree.tags[i] = "VBD"
