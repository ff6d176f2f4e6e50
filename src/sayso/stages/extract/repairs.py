"""Attachments that the parser gets wrong again and again, put right before any rule looks at the tree."""

from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns

if TYPE_CHECKING:
    from sayso.stages.extract.tree import Tree

QUANTIFIERS = frozenset(
    {"over", "about", "some", "nearly", "almost", "around", "up", "at", "more", "least", "than", "to"}
)
COUNTS = frozenset({"dozens", "scores", "hundreds", "thousands", "tens"})
THEN = frozenset({"and", "then", ",", "onward", "onwards", "finally", "later", "from", "there"})


def repair(tree: "Tree") -> None:
    """Put right what the rules below know of."""
    _second_verbs(tree)
    _second_parties(tree)
    for i in range(1, len(tree.words)):
        if tree.tags[i] in ("VB", "VBP", "VBZ", "VBD"):
            _lost_subject(tree, i)
        if tree.deps[i] in ("prep", "dative", "agent") and not tree.children[i]:
            _lost_object(tree, i)
        if tree.words[i] == ":":
            _speaker_in_front(tree, i)
        if tree.deps[i] == "prep":
            _counted_object(tree, i)
            _from_doer(tree, i)
            _next_stop(tree, i)
        elif tree.deps[i] == "conj":
            _second_name(tree, i)
        elif tree.deps[i] == "nmod":
            _first_name(tree, i)
        elif tree.deps[i] == "relcl":
            _whose_clause(tree, i)
        elif tree.deps[i] == "acl":
            _main_verb(tree, i)
        elif tree.tags[i] == "VBZ" and tree.deps[i] in ("ccomp", "dobj"):
            _recipient(tree, i)
        elif tree.deps[i] == "ROOT":
            _headline(tree, i)


def _second_verbs(tree: "Tree") -> None:
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


def _second_parties(tree: "Tree") -> None:
    """Hang the second party of "between forces loyal to the king and tribesmen" on the first, not on the king."""
    for i, word in enumerate(tree.words):
        party = tree.kid(i, "pobj") if word == "between" else None
        if party is None or tree.kids(party, "conj"):
            continue
        seconds = [
            k
            for k in range(party + 1, tree.rights[party] + 1)
            if tree.deps[k] == "conj" and tree.deps[tree.heads[k]] == "pobj" and tree.tags[k].startswith("NN")
        ]
        if seconds:
            tree.move(seconds[-1], party, "conj")


def _lost_subject(tree: "Tree", i: int) -> None:
    """A noun that the parser hung on a verb as if that were a noun: "when 150 Norwegians attack a rally"."""
    left = [c for c in tree.kids(i, "amod", "nummod", "compound", "nmod", "det", "poss") if c < i]
    if not left or left[-1] != i - 1 or not tree.tags[i - 1].startswith("NN") or tree.kids(i, "nsubj", "nsubjpass"):
        return
    for c in left[:-1]:
        tree.move(c, i - 1, tree.deps[c])
    tree.move(i - 1, i, "nsubj")


def _lost_object(tree: "Tree", i: int) -> None:
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


def _headline(tree: "Tree", i: int) -> None:
    """Read as a verb the "courts" of "Wagner courts former commandos", which the tagger takes for a plural noun.

    Only in a line without another finite verb, behind a name, and with a noun right behind it that no comma parts.
    """
    name, beside = i - 1, tree.kid(i, "appos", "dobj")
    if tree.tags[i] != "NNS" or beside is None or tree.deps[name] != "compound" or tree.heads[name] != i:
        return
    named = tree.doc[name].text[0].isupper() and tree.tags[name].startswith("NN")
    verbs = any(tree.tags[k] in ("VBZ", "VBD", "VBP", "MD") for k in range(tree.lefts[i], tree.rights[i] + 1))
    if not named or verbs or tree.lefts[beside] != i + 1:
        return
    tree.tags[i], tree.lemmas[i] = "VBZ", tree.words[i].removesuffix("s")
    tree.deps[name], tree.deps[beside] = "nsubj", "dobj"


def _speaker_in_front(tree: "Tree", colon: int) -> None:
    """What a headline names before a colon takes no part in the clause behind it: "Minister: Rebels took the town"."""
    verb = tree.heads[colon]
    first = next((c for c in tree.kids(verb, "nsubj", "dep", "npadvmod") if tree.rights[c] == colon - 1), None)
    behind = [c for c in tree.kids(verb, "nsubj", "nsubjpass") if c > colon]
    if first is not None and behind and colon < verb and tree.tags[first].startswith("NN"):
        tree.deps[first] = "meta"


def _from_doer(tree: "Tree", i: int) -> None:
    """The start of a route that the parser hangs on the doer: "flown by Wagner from Oslo to Bergen"."""
    doer = tree.heads[i]
    by = tree.heads[doer]
    if tree.words[i] != "from" or tree.deps[by] != "agent" or not tree.is_verb(tree.heads[by]):
        return
    end = tree.rights[i] + 1
    if (
        end < len(tree.words)
        and tree.words[end] in ("to", "into", "via", "through")
        and tree.heads[end] == tree.heads[by]
    ):
        tree.move(i, tree.heads[by], "prep")


def _counted_object(tree: "Tree", i: int) -> None:
    """An object that the parser takes for where: "freed between 30 and 40 hostages"."""
    verb, counted = tree.heads[i], tree.kid(i, "pobj")
    if tree.words[i] != "between" or counted is None or verb != i - 1 or not tree.is_verb(verb):
        return
    number = tree.kid(counted, "nummod")
    if number is None or not tree.kids(number, "cc") or tree.kids(verb, "dobj", "auxpass"):
        return
    if tree.tags[counted] == "NNS" and tree.lemmas[counted] in load_nouns().actors:
        tree.move(counted, verb, "dobj")
        tree.move(i, counted, "quantmod")


def _whose_clause(tree: "Tree", i: int) -> None:
    """ "Who" stands for the people right before it: "clashes between police and men who threw stones"."""
    who = next((c for c in tree.kids(i, "nsubj", "nsubjpass") if tree.words[c] == "who"), None)
    if who is None or who != tree.lefts[i] or who == 0:
        return
    noun, near = tree.heads[i], who - 1
    if near == noun or not tree.tags[near].startswith("NN") or tree.deps[near] not in ("conj", "pobj"):
        return
    people = tree.lemmas[near] in load_nouns().actors
    if people and (tree.deps[near] == "conj" or tree.lemmas[noun] not in load_nouns().actors):
        tree.move(i, near, "relcl")


GOING = frozenset({"flee", "die", "arrive", "escape", "return", "travel", "surrender", "defect", "desert", "perish"})
"""Verbs that nobody is done to: behind a noun that heads a sentence their participle is its verb."""


def _main_verb(tree: "Tree", i: int) -> None:
    """The verb of "more than 2,000 men fled to Norland", which the parser takes for a participle beside its subject."""
    noun = tree.heads[i]
    if tree.deps[noun] != "ROOT" or not tree.tags[noun].startswith("NN") or i < noun:
        return
    if tree.tags[i] != "VBD" and not (tree.tags[i] == "VBN" and tree.lemmas[i] in GOING):
        return
    inside = range(tree.lefts[noun], tree.rights[noun] + 1)
    if any(tree.tags[k] in ("VBZ", "VBP", "VBD", "MD") and k != i for k in inside):
        return
    behind = [c for c in tree.children[noun] if c >= i]
    tree.children[noun] = [c for c in tree.children[noun] if c < i]
    tree.children[i] = sorted([*tree.children[i], *(c for c in behind if c != i), noun])
    for c in behind:
        tree.heads[c] = i
    tree.tags[i], tree.deps[i], tree.deps[noun], tree.heads[noun] = "VBD", "ROOT", "nsubj", i
    tree.lefts[i], tree.rights[i] = tree.lefts[noun], tree.rights[noun]
    tree.rights[noun] = max([noun, *(tree.rights[c] for c in tree.children[noun])])


def _recipient(tree: "Tree", i: int) -> None:
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


def _next_stop(tree: "Tree", i: int) -> None:
    """The second step of "flown to Tehran and then to Russia" belongs to the verb of the first."""
    before = i - 1
    while before > 0 and tree.words[before] in THEN:
        before -= 1
    between = tree.words[before + 1 : i]
    stop = tree.heads[before]
    if not ({"and", "then"} & set(between)) or tree.deps[before] != "pobj" or tree.words[stop] != tree.words[i]:
        return
    verb = tree.heads[stop]
    if tree.is_verb(verb) and verb != tree.heads[i] and tree.deps[stop] == "prep":
        tree.move(i, verb, "prep")


def _second_name(tree: "Tree", i: int) -> None:
    """A name that the parser coordinates with an amount far in front: "cases of service in the army and PMC Wagner"."""
    amount = tree.heads[i]
    if tree.tags[i] not in ("NNP", "NNPS") or tree.lemmas[amount] not in load_nouns().amounts:
        return
    cc = tree.lefts[i] - 1
    near = cc - 1
    if cc < 0 or tree.words[cc] not in ("and", "or") or tree.deps[near] != "pobj":
        return
    if tree.lefts[amount] <= near <= tree.rights[amount] and tree.tags[near].startswith("NN"):
        tree.move(i, near, "conj")
        tree.move(cc, near, "cc")


def _first_name(tree: "Tree", i: int) -> None:
    """Two names of which the first hangs on the second as if it described it: "the SAS and Navy Seals"."""
    head = tree.heads[i]
    ands = [c for c in tree.kids(i, "cc", "conj") if tree.words[c] == "and"]
    if not ands or tree.tags[i] != "NNP" or tree.tags[head] not in ("NNP", "NNPS") or head < i or tree.kids(i, "conj"):
        return
    if tree.in_one_entity(i, head):
        return
    above, dep = tree.heads[head], tree.deps[head]
    if above == head:
        return
    for c in [c for c in tree.children[head] if c < i]:
        tree.move(c, i, tree.deps[c])
    tree.move(i, above, dep)
    tree.move(head, i, "conj")
