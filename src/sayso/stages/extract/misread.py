"""Verbs, and their subjects and objects, that the tagger or parser takes for something else, read as what they are."""

from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns

if TYPE_CHECKING:
    from sayso.stages.extract.tree import Tree

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


def _figure_after(tree: "Tree", i: int) -> int | None:
    """The head of the figure that begins right behind a token: "over 200", "at least 60 people", "scores"."""
    k = i + 1
    while k < len(tree.words) and tree.words[k] in QUANTIFIERS:
        k += 1
    if k == len(tree.words) or not (tree.tags[k] == "CD" or tree.words[k] in COUNTS):
        return None
    head = tree.heads[k]
    return head if tree.deps[k] == "nummod" and head > k and tree.tags[head].startswith("NN") else k


def lost_subject(tree: "Tree", i: int) -> None:
    """A noun that the parser hung on a verb as if that were a noun: "when 150 Norwegians attack a rally"."""
    left = [c for c in tree.kids(i, "amod", "nummod", "compound", "nmod", "det", "poss") if c < i]
    if not left or left[-1] != i - 1 or not tree.tags[i - 1].startswith("NN") or tree.kids(i, "nsubj", "nsubjpass"):
        return
    for c in left[:-1]:
        tree.move(c, i - 1, tree.deps[c])
    tree.move(i - 1, i, "nsubj")


def lost_object(tree: "Tree", i: int) -> None:
    """A noun that the parser took for the subject of the participle behind it: "gave it to men held there"."""
    nouns = (k for k in range(i + 1, min(i + 12, len(tree.words))) if tree.lefts[k] == i + 1)
    noun = next((k for k in nouns if tree.deps[k] in ("nsubj", "nsubjpass") and tree.tags[k][:2] in ("NN", "CD")), None)
    if noun is None:
        return
    verb = tree.heads[noun]
    if verb < noun or tree.tags[verb] not in ("VBD", "VBN") or tree.kids(verb, "aux", "auxpass", "mark", "dobj"):
        return
    if tree.deps[verb] not in ("advcl", "ccomp") or tree.heads[verb] == verb:
        return
    tree.move(noun, i, "pobj")
    tree.move(verb, noun, "acl")
    tree.tags[verb] = "VBN"


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


def second_subject(tree: "Tree", i: int) -> None:
    """Nothing has two subjects: one is whom it is done to ("Berg asks Dahl, a former minister, to form").

    Or it has a participle of its own: "with 52 killed by snipers, and 100 injured".
    """
    subjects = tree.kids(i, "nsubj")
    if len(subjects) > 1 and subjects[1] < i and any(tree.tags[c] == "VBN" for c in tree.kids(subjects[0], "acl")):
        tree.deps[subjects[0]] = "meta"
    if len(subjects) > 1 and subjects[0] < i and tree.lefts[subjects[1]] == i + 1 and tree.kid(i, "dobj") is None:
        tree.deps[subjects[1]] = "dobj"


OPENING = frozenset({"as", "while", "after", "before", "since", "until", "when"})
"""Words that open a clause and that the parser often takes for prepositions."""


def last_of_list(tree: "Tree", i: int) -> None:
    """The subjects of "as Norway, Sweden and Denmark vote to", of which the parser leaves the verb only the last."""
    name, last = tree.heads[i], tree.kid(i, "nsubj")
    if tree.deps[i] != "conj" or tree.tags[name] != "NNP" or last is None or tree.tags[last] not in ("NNP", "NNPS"):
        return
    first = name
    while tree.deps[first] == "conj" and tree.tags[tree.heads[first]] == "NNP":
        first = tree.heads[first]
    mark, cc = tree.heads[first], tree.lefts[last] - 1
    if (
        tree.deps[first] != "pobj"
        or tree.words[mark] not in OPENING
        or tree.words[cc] != "and"
        or tree.heads[cc] != name
    ):
        return
    tree.move(i, mark, "pcomp")
    tree.move(last, name, "conj")
    tree.move(first, i, "nsubj")


def marked_subject(tree: "Tree", i: int) -> None:
    """The subject that the parser hangs on the conjunction: "as the separatists in the hall voted"."""
    verb, noun = tree.heads[i], tree.kid(i, "pobj")
    if noun is not None and noun < verb and tree.is_verb(verb) and not tree.kids(verb, "nsubj", "nsubjpass"):
        tree.move(noun, verb, "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj")


def garden_path(tree: "Tree", i: int) -> None:
    """The main verb of "leaders gathered in Oslo condemned it", whose subject the parser gives to a participle."""
    if tree.tags[i] not in ("VBD", "VBZ", "VBP") or tree.kids(i, "nsubj", "nsubjpass", "csubj", "expl", "auxpass"):
        return
    first = tree.kid(i, "ccomp")
    if first is None or first > i or tree.tags[first] not in ("VBD", "VBN"):
        return
    if tree.kids(first, "aux", "auxpass", "dobj"):
        return
    subject = tree.kid(first, "nsubj")
    if subject is None or subject > first or not tree.tags[subject].startswith("NN") or tree.rights[first] != i - 1:
        return
    if any(tree.tags[k] in (",", ":", "``", "''") for k in range(first, i)):
        return
    for c in [c for c in tree.children[first] if c < subject]:
        tree.move(c, i, tree.deps[c])
    tree.move(subject, i, "nsubj")
    tree.move(first, subject, "acl")
    tree.tags[first] = "VBN"


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


def stolen_subject(tree: "Tree", i: int) -> None:
    """The subject that the parser coordinates with whoever did what the clause before tells.

    "Five were killed by troops and President Berg says": Berg says it and killed nobody. Where a verb goes on without a
    subject of its own, its "and" stands right before it.
    """
    last = i - 1
    if tree.tags[i] not in ("VBZ", "VBD", "VBP") or tree.deps[i] != "conj" or tree.kids(i, "nsubj", "nsubjpass"):
        return
    name = next((c for c in range(last, tree.heads[i], -1) if tree.rights[c] == last and tree.deps[c] == "conj"), None)
    if name is None or not tree.tags[name].startswith("NN") or tree.lefts[name] < 1:
        return
    joined = tree.words[tree.lefts[name] - 1] in ("and", "but") and tree.heads[name] < name
    apart = tree.deps[tree.heads[name]] in ("pobj", "dobj") and tree.heads[name] > tree.heads[i]
    agrees = tree.tags[i] == "VBD" or (tree.tags[i] == "VBZ") == (tree.tags[name] in ("NN", "NNP"))
    if joined and apart and agrees:
        tree.move(name, i, "nsubj")


def counted_subject(tree: "Tree", i: int) -> None:
    """The figure right before a plural subject belongs to it: "said 131 villagers died"."""
    figure = i - 1
    if tree.deps[i] not in ("nsubj", "nsubjpass") or tree.tags[i] not in ("NNS", "NNPS") or tree.tags[figure] != "CD":
        return
    if tree.heads[figure] == tree.heads[i] and not tree.kids(i, "nummod", "det", "poss"):
        tree.move(figure, i, "nummod")


STANDING = frozenset({"wait", "stand", "sit", "sleep", "queue", "live", "work", "walk", "shop", "pray", "play"})
"""What bystanders do: behind a noun for people their participle tells of them, and not of the verb's subject."""


def bystanders(tree: "Tree", i: int) -> None:
    """Who waits in "a bombing at a queue of men waiting to join": the men, and not the bombers."""
    noun = i - 1
    if tree.deps[i] != "advcl" or tree.tags[i] != "VBG" or tree.lemmas[i] not in STANDING or noun <= tree.heads[i]:
        return
    if tree.deps[noun] in ("pobj", "dobj") and tree.lemmas[noun] in load_nouns().actors:
        tree.move(i, noun, "acl")


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
