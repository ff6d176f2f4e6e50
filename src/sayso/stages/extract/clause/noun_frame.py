"""The frame of an event noun, with the light verb over it and the clauses beside it."""

from sayso.lexicon.control import load_control
from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.clause.frame import Frame
from sayso.stages.extract.clause.prepositions import add_preposition
from sayso.stages.extract.clause.subjects import has_to, subjects_of
from sayso.stages.extract.clause.verb_frame import verb_frame
from sayso.stages.extract.parse.tree import Tree

DOING = frozenset(
    {
        "involve",
        "lead",
        "perpetrate",
        "orchestrate",
        "wage",
        "broker",
        "mediate",
        "sponsor",
        "host",
        "do",
        "inflict",
        "drive",
    }
)
"""Verbs besides the light ones whose agent does what a noun before them names."""


def noun_frame(tree: Tree, i: int) -> Frame:
    """The frame of an event noun, with what a light verb over it adds ("launched an attack on")."""
    frame = Frame(i)
    for c in tree.children[i]:
        _add_child(tree, frame, i, c)
    _add_amount(tree, frame, i)
    _add_happening(tree, frame, i)
    frame.add("bearer", _bearers(tree, i))
    whole = _whole_of(tree, i)
    if whole is not None:
        for c in tree.kids(whole, "prep"):
            add_preposition(tree, frame, c, weak=False)
        for c in tree.kids(whole, "poss"):
            frame.add("poss", tree.conjuncts(c))
    _add_light_verb(tree, frame, i if whole is None else whole)
    return frame


def _add_child(tree: Tree, frame: Frame, i: int, c: int) -> None:
    """What hangs on the noun itself."""
    dep = tree.deps[c]
    if dep == "poss":
        frame.add("poss", tree.conjuncts(c))
    elif dep == "nummod":
        frame.add("count", [c])
    elif dep in ("amod", "compound", "nmod"):
        frame.add("modifier", [c])
        if dep != "amod" or tree.tags[c] == "VBN":
            frame.words.add(tree.lemmas[c])
    elif dep in ("prep", "agent"):
        if not (tree.words[c] == "on" and tree.deps[i] == "dobj" and tree.lemmas[tree.heads[i]] == "blame"):
            add_preposition(tree, frame, c, weak=False)  # "blamed the attack on the rebels": they did it
        if tree.words[c] == "of":
            _add_low_agent(tree, frame, c)
    elif dep in ("acl", "relcl"):
        _add_clause(tree, frame, c)
    elif dep == "ccomp":
        frame.clausal.append(c)


def _add_clause(tree: Tree, frame: Frame, c: int) -> None:
    """What a clause beside the noun adds: "a plan to", "an attack that involved", "claims that"."""
    dep = tree.deps[c]
    if dep == "acl" and has_to(tree, c):
        frame.infinitives.extend(tree.conjuncts(c))
    elif tree.lemmas[c] in ("involve", "carry", "conduct", "launch", "mount", "lead") or dep == "acl":
        _add_participle(tree, frame, c)
    if dep == "relcl" or tree.kid(c, "mark") is not None:
        frame.clausal.append(c)


def _add_amount(tree: Tree, frame: Frame, i: int) -> None:
    """What hangs on the amount before the noun: "cases of recruitment of ... into ..."."""
    of = tree.heads[i]
    if tree.deps[i] != "pobj" or tree.words[of] != "of":
        return
    above = tree.heads[of]
    if above != i and tree.lemmas[above] in load_nouns().amounts:
        for c in tree.kids(above, "prep"):
            if tree.words[c] != "of":
                add_preposition(tree, frame, c, weak=False)


def _add_low_agent(tree: Tree, frame: Frame, of: int) -> None:
    """Who does it, where the parser hangs "by" on whom it is done to: "criticism of the judges by the union"."""
    for held in tree.kids(of, "pobj"):
        for by in tree.kids(held, "prep"):
            if tree.words[by] == "by":
                add_preposition(tree, frame, by, weak=True)


HAPPENING = frozenset(
    {
        "rage",
        "erupt",
        "break",
        "continue",
        "resume",
        "flare",
        "begin",
        "start",
        "intensify",
        "escalate",
        "occur",
        "happen",
    }
    | {"ensue", "go"}
)
"""Verbs that say no more of an event noun than that it is so: "fighting raged between"."""
SIDES = frozenset({"between", "with", "against", "among"})


def _add_happening(tree: Tree, frame: Frame, i: int) -> None:
    """The sides that hang on the verb of happening over an event noun."""
    verb = tree.heads[i]
    if tree.deps[i] == "nsubj" and tree.lemmas[verb] in HAPPENING:
        for c in tree.kids(verb, "prep"):
            if tree.words[c] in SIDES:
                add_preposition(tree, frame, c, weak=False)


def _bearers(tree: Tree, i: int) -> list[int]:
    """Of whom a noun is said: "is a member of", "Omar, a member of", "a group with ties to"; empty otherwise."""
    dep, head = tree.deps[i], tree.heads[i]
    if dep == "attr":
        return subjects_of(tree, head) if tree.lemmas[head] in load_control().copulas else []
    if dep == "appos":
        return [head]
    if dep == "pobj" and tree.words[head] == "with":
        near = head - 1 if tree.is_verb(tree.heads[head]) else tree.heads[head]
        return [near] if tree.tags[near].startswith("NN") else []
    if dep == "pobj" and tree.words[head] == "of":  # "suspects the bandits of ties to"
        above = tree.heads[head]
        verb = above if tree.is_verb(above) else tree.heads[above]
        return tree.kids(verb, "dobj", "nsubjpass") if tree.lemmas[verb] in ("suspect", "accuse", "convict") else []
    return []


def _whole_of(tree: Tree, i: int) -> int | None:
    """The noun after an event noun that stands in the sentence for it: the "effort" of "a mediation effort"."""
    head = tree.heads[i]
    return head if tree.deps[i] == "compound" and head > i and tree.lemmas[head] in load_nouns().wholes else None


def _add_participle(tree: Tree, frame: Frame, c: int) -> None:
    """ "Attacks carried out by X", "talks involving X"; who bans or condemns an attack does not carry it out."""
    if tree.lemmas[c] not in load_nouns().light_verbs | DOING:
        return
    for one in tree.children[c]:
        if tree.deps[one] == "agent":
            for held in tree.kids(one, "pobj"):
                frame.add("subject", tree.conjuncts(held))
        elif tree.deps[one] == "dobj" and tree.lemmas[c] == "involve":
            frame.add("subject", tree.conjuncts(one))


def light_verb_of(tree: Tree, i: int) -> int | None:
    """The verb of which an event noun is the content ("launched" over "attack"); None when there is none."""
    nouns = load_nouns()
    dep, head = tree.deps[i], tree.heads[i]
    for _ in range(3):  # "a series of attacks", "attacks and raids"
        if dep == "conj" or (
            dep == "pobj" and tree.words[head] == "of" and tree.lemmas[tree.heads[head]] in nouns.amounts
        ):
            i = head if dep == "conj" else tree.heads[head]
            dep, head = tree.deps[i], tree.heads[i]
    if dep in ("dobj", "nsubjpass") and tree.lemmas[head] in nouns.light_verbs:
        named = tree.lemmas[head] in ("give", "see") and any(tree.words[c] == "as" for c in tree.kids(head, "prep"))
        return None if named else head  # "gave the coup as an example", "analysts see the recruitment as a sign"
    if dep == "pobj" and tree.words[head] == "in" and tree.deps[tree.heads[head]] == "dobj":
        given = tree.heads[head]  # "announced 33 million dollars in aid"
        above = tree.heads[given]
        if (tree.tags[given] == "CD" or tree.ents[given] == "MONEY") and tree.lemmas[above] in nouns.light_verbs:
            return above
    if dep == "pobj" and tree.words[head] in ("in", "into", "on", "under", "to", "out"):
        above = tree.heads[head]
        if tree.is_verb(above) and tree.lemmas[above] in ENGAGING:
            return above
    return None


ENGAGING = frozenset({"engage", "involve", "participate", "take", "enter", "join", "go", "come"})
"""Verbs of which an event noun under a preposition is the content: "engaged in raids", "went into battle"."""


def _add_light_verb(tree: Tree, frame: Frame, i: int) -> None:
    """Who does and undergoes what the noun names, by the light verb over it."""
    verb = light_verb_of(tree, i)
    if verb is None:
        return
    undergone = tree.lemmas[verb] in load_nouns().passive_light_verbs or (
        tree.lemmas[verb] == "come" and tree.deps[i] == "pobj" and tree.words[tree.heads[i]] != "to"
    )  # "came under attack"; who comes to the rescue rescues
    above = verb_frame(tree, verb)
    frame.anchor = verb
    own = {i, *tree.conjuncts(i)}
    if above.slots.get("subject") and all(tree.tags[p] == "PRP$" for p in frame.slots.get("poss", ())):
        frame.slots.pop("poss", None)  # "mounted its invasion": whose it is, the verb's subject tells
    if tree.deps[i] != "dobj" or not undergone or not above.passive:
        frame.add("object" if undergone else "subject", [h for h in above.slots.get("subject", ()) if h not in own])
    for prep, heads in above.slots.items():
        if prep not in ("subject", "object", "dative", "predicate"):
            frame.add(prep, [h for h in heads if h not in own])
    if "dative" in above.slots:
        frame.add("dative", above.slots["dative"])
