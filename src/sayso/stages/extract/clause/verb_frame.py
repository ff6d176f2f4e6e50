"""The frame of a verb: its subject, objects, prepositions, complements.

Relative pronouns are taken through to what they stand for; whose act a verb without a subject tells is found in
`subjects`.
"""

from sayso.lexicon.control import load_control
from sayso.stages.extract.clause.frame import Frame
from sayso.stages.extract.clause.prepositions import add_chained, add_preposition, add_prepositions
from sayso.stages.extract.clause.pronouns import is_oblique, shared_subject
from sayso.stages.extract.clause.subjects import antecedent, has_to, subjects_of
from sayso.stages.extract.parse.misread import GOING
from sayso.stages.extract.parse.tree import RELATIVES, Tree
from sayso.stages.extract.parse.undergone import HANDED


def verb_frame(tree: Tree, i: int) -> Frame:
    """The frame of a verb."""
    frame = Frame(i)
    frame.passive = tree.is_passive(i)
    if tree.deps[i] == "ROOT" and has_to(tree, i) and any(c < i for c in tree.kids(i, "ccomp")):
        return frame  # "men fight police in Oslo, Bergen and Moss to demand": the parse has lost the main clause
    for c in tree.children[i]:
        _add_child(tree, frame, i, c)
    _add_relative(tree, frame, i)
    _add_subjects_above(tree, frame, i)
    if _is_minded(tree, frame, i):
        frame.passive = False
        frame.add("subject", frame.slots.pop("object", []))
    if not frame.slots.get("object"):
        frame.add("object", _exposed(tree, i))
        shared = None if frame.passive else tree.shared_object(i)
        frame.add("object", tree.conjuncts(shared) if shared is not None else [])
    if _is_blamed(tree, i):
        frame.add("object", frame.slots.pop("subject", []))
    if tree.deps[i] != "amod":
        _add_beside_objects(tree, frame)
    for prep in ("from", "into", "to", "through", "via"):
        add_chained(tree, frame, prep)
    return frame


def _add_subjects_above(tree: Tree, frame: Frame, i: int) -> None:
    """Who does it, or whom it is done to, where the verb has no such word of its own."""
    if "subject" not in frame.slots and not frame.passive:
        frame.add("subject", subjects_of(tree, i))
    if frame.passive and "object" not in frame.slots:
        frame.add("object", subjects_of(tree, i))
    elif frame.passive and _is_given_below(tree, i):
        given = frame.slots.pop("object")  # "was to be paid a wage": who is paid stands with the verb above
        frame.add("object", [*subjects_of(tree, i), *given])


def _is_given_below(tree: Tree, i: int) -> bool:
    """Whether a passive verb has its subject from above: "was to be paid a wage", "were met and offered one"."""
    given = tree.deps[i] == "conj" and tree.lemmas[i] in HANDED and not tree.kids(i, "auxpass", "nsubj")
    return (tree.deps[i] == "xcomp" or given) and not tree.kids(i, "nsubjpass")


def _is_minded(tree: Tree, frame: Frame, i: int) -> bool:
    """Whether a passive tells what its subject's mind is: "is opposed to the draft"."""
    minded = frame.passive and tree.lemmas[i] in load_control().minded
    return minded and "to" in frame.slots and tree.deps[i] not in ("acl", "amod")


def _add_beside_objects(tree: Tree, frame: Frame) -> None:
    """Prepositions that hang on the objects and may belong to the event."""
    for head in list(frame.slots.get("object", ())):
        add_prepositions(tree, frame, head, weak=True)
        for c in tree.kids(head, "acl", "relcl"):
            if tree.lemmas[c] == "do" and has_to(tree, c):  # "has nothing to do with the agents"
                add_prepositions(tree, frame, c, weak=True)


EXPOSING = frozenset({"expose", "subject"})


def _exposed(tree: Tree, i: int) -> list[int]:
    """Whom a verb of exposing makes the object of what follows: "expose the men to recruiting by rivals"."""
    prep = tree.heads[i]
    verb = tree.heads[prep]
    if tree.deps[i] != "pcomp" or tree.words[prep] != "to" or tree.lemmas[verb] not in EXPOSING:
        return []
    exposed = tree.kid(verb, "dobj", "nsubjpass")
    return tree.conjuncts(exposed) if exposed is not None and exposed < i else []


def _is_blamed(tree: Tree, i: int) -> bool:
    """Whether it is the active infinitive of "somebody is to blame", whose subject bears the blame."""
    above = tree.heads[i]
    return (
        tree.lemmas[i] == "blame"
        and tree.deps[i] == "xcomp"
        and tree.lemmas[above] == "be"
        and tree.kid(i, "dobj") is None
        and has_to(tree, i)
    )


WAYS = frozenset("away back home over up down off out forward ahead together along ashore abroad aboard".split())  # noqa: SIM905
"""Adverbs whose preposition is the verb's: "walked away from the talks", "sent back to the camp"."""


def _add_child(tree: Tree, frame: Frame, i: int, c: int) -> None:
    dep, word = tree.deps[c], tree.words[c]
    if dep in ("nsubj", "nsubjpass") and is_oblique(tree, i, c):
        return
    if dep in ("nsubj", "csubj"):
        if word not in RELATIVES or tree.deps[i] != "relcl":
            undergone = tree.is_undergone(i) or (frame.passive and dep == "csubj")
            slot = "object" if undergone else "subject"
            frame.add(slot, shared_subject(tree, i, c) or _own_subjects(tree, c))
    elif dep in ("nsubjpass", "dobj"):
        if (word not in RELATIVES or tree.deps[i] != "relcl") and not _is_stray(tree, i, c):
            frame.add("object", tree.conjuncts(c))
    elif dep == "dative" and not tree.kids(c, "pobj"):
        frame.add("dative", tree.conjuncts(c))
    elif dep in ("prep", "agent", "dative"):
        add_preposition(tree, frame, c, weak=False)
    elif dep in ("prt", "advmod"):
        frame.words.add(word)
        if word in WAYS:
            add_prepositions(tree, frame, c, weak=False)
    elif dep == "xcomp" or (dep in ("advcl", "ccomp") and tree.tags[c] == "VB" and has_to(tree, c) and c > i):
        _add_complement(tree, frame, c)
        if dep == "ccomp" and tree.kids(c, "nsubj", "nsubjpass"):
            frame.clausal.append(c)  # "wants the embassy to leave": it is for the embassy to do
    elif dep == "ccomp":
        frame.clausal.append(c)
        if tree.tags[c] == "VBG":
            frame.gerunds.append(c)
        if has_to(tree, c):
            frame.infinitives.append(c)
    elif dep == "attr" and any(tree.words[e] == "there" for e in tree.kids(i, "expl")):
        frame.add("subject", tree.conjuncts(c))  # "there are Swedes in the brigade"
        add_prepositions(tree, frame, c, weak=False)
    elif dep in ("acomp", "oprd", "attr"):
        frame.words.add(word)
        frame.add("predicate", tree.conjuncts(c))


def _own_subjects(tree: Tree, c: int) -> list[int]:
    """A subject with what is coordinated, without what has a participle of its own: "60 killed and 80 wounded"."""
    every = tree.conjuncts(c)
    told = [v for v in tree.kids(c, "acl") if tree.tags[v] == "VBN"]
    if len(every) > 1 and told and told[0] < every[1] and tree.tags[every[1]] == "CD":
        return every[1:]
    return every


def _is_stray(tree: Tree, i: int, c: int) -> bool:
    """Whether it is a second object far behind the first, as the parser leaves over from a clause it has lost."""
    before = [one for one in tree.kids(i, "dobj") if one < c]
    if tree.deps[c] != "dobj" or not before:
        return False
    return any(before[-1] < k < c for k in tree.kids(i, "prep", "cc", "conj", "advcl"))


GATHERING = frozenset({"gather", "assemble"})
"""Verbs whose participle behind a noun tells what it did: "leaders gathered in Oslo"."""


def _add_complement(tree: Tree, frame: Frame, c: int) -> None:
    for one in tree.conjuncts(c):
        if tree.tags[one] == "VBG":
            frame.gerunds.append(one)
        elif tree.tags[one].startswith("VB"):
            frame.infinitives.append(one)
        elif tree.tags[one].startswith("JJ"):
            frame.words.add(tree.words[one])


def _add_relative(tree: Tree, frame: Frame, i: int) -> None:
    """The noun that a relative clause or a participle stands beside, in the slot of its pronoun or gap."""
    if tree.deps[i] not in ("relcl", "acl"):
        return
    if tree.deps[i] == "acl":
        _add_noun_above(tree, frame, i)
        return
    heads = [antecedent(tree, i)]
    for c in tree.children[i]:
        if tree.words[c] in RELATIVES and tree.deps[c] in ("nsubj", "nsubjpass", "dobj"):
            if tree.deps[c] == "dobj" and tree.lemmas[i] in GOING | {"go", "come"}:
                return  # "information that fighters went home": nobody goes information
            frame.add("subject" if tree.deps[c] == "nsubj" else "object", heads)
            return
    if any(tree.words[c] == "that" for c in tree.kids(i, "mark")):
        return  # "information that fighters went home": the noun has no part in what it tells
    if any(tree.words[p] == "whose" for c in tree.kids(i, "nsubj", "nsubjpass") for p in tree.kids(c, "poss")):
        return  # "a man whose family alleges": the noun is taken up by "whose"
    if (
        "subject" in frame.slots
        and "object" not in frame.slots
        and tree.words[tree.lefts[i]] not in ("where", "when", "why", "whereby", "wherein")
    ):
        frame.add("object", heads)


def _add_noun_above(tree: Tree, frame: Frame, i: int) -> None:
    """The noun beside which a participle stands: "men recruited in Oslo", "leaders gathered in Oslo"."""
    if tree.kids(i, "mark", "nsubj", "nsubjpass"):
        return  # "the claim that it was shot down"
    if tree.tags[i] in ("VBN", "VBD"):  # the tagger often takes the participle for a past tense
        minded = tree.lemmas[i] in load_control().minded and any(tree.words[c] == "to" for c in tree.kids(i, "prep"))
        acts = minded or tree.lemmas[i] in GATHERING or tree.has_own_object(i)
        frame.add("subject" if acts else "object", [antecedent(tree, i)])
    elif tree.tags[i] == "VBG":
        frame.add("subject", subjects_of(tree, i))
