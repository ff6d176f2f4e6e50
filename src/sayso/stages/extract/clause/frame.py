"""Who stands where around a word that may name an event: its subject, objects, prepositions, complements.

Dependency labels are spaCy's English ones (ClearNLP). Relative pronouns are taken through to what they stand for; whose
act a verb without a subject tells is found in `subjects`.
"""

from sayso.lexicon.control import load_control
from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.clause.subjects import antecedent, has_to, is_oblique, shared_subject, subjects_of
from sayso.stages.extract.firmness.negation import is_put_right
from sayso.stages.extract.parse.misread import GOING
from sayso.stages.extract.parse.tree import RELATIVES, Tree


class Frame:
    """Token heads by slot. `weak` holds prepositions that hang on the object and may belong to the event."""

    __slots__ = ("anchor", "clausal", "gerunds", "infinitives", "passive", "slots", "weak", "words")

    def __init__(self, anchor: int) -> None:
        self.anchor = anchor
        self.slots: dict[str, list[int]] = {}
        self.weak: dict[str, list[int]] = {}
        self.words: set[str] = set()
        self.infinitives: list[int] = []
        self.gerunds: list[int] = []
        self.clausal: list[int] = []
        self.passive = False

    def add(self, slot: str, heads: list[int], *, weak: bool = False) -> None:
        """Put heads into a slot, each once."""
        held = (self.weak if weak else self.slots).setdefault(slot, [])
        held.extend(h for h in heads if h not in held)


def verb_frame(tree: Tree, i: int) -> Frame:
    """The frame of a verb."""
    frame = Frame(i)
    frame.passive = tree.is_passive(i)
    if tree.deps[i] == "ROOT" and has_to(tree, i) and any(c < i for c in tree.kids(i, "ccomp")):
        return frame  # "men fight police in Oslo, Bergen and Moss to demand": the parse has lost the main clause
    for c in tree.children[i]:
        _add_child(tree, frame, i, c)
    _add_relative(tree, frame, i)
    if "subject" not in frame.slots and not frame.passive:
        frame.add("subject", subjects_of(tree, i))
    if frame.passive and "object" not in frame.slots:
        frame.add("object", subjects_of(tree, i))
    elif frame.passive and tree.deps[i] == "xcomp" and not tree.kids(i, "nsubjpass"):
        given = frame.slots.pop("object")  # "was to be paid a wage": who is paid stands with the verb above
        frame.add("object", [*subjects_of(tree, i), *given])
    if (
        frame.passive
        and tree.lemmas[i] in load_control().minded
        and "to" in frame.slots
        and tree.deps[i] not in ("acl", "amod")
    ):
        frame.passive = False  # "is opposed to": its subject is of that mind
        frame.add("subject", frame.slots.pop("object", []))
    if not frame.slots.get("object"):
        frame.add("object", _exposed(tree, i))
        shared = None if frame.passive else tree.shared_object(i)
        frame.add("object", tree.conjuncts(shared) if shared is not None else [])
    if _is_blamed(tree, i):
        frame.add("object", frame.slots.pop("subject", []))
    for head in [] if tree.deps[i] == "amod" else list(frame.slots.get("object", ())):
        _add_prepositions(tree, frame, head, weak=True)
        for c in tree.kids(head, "acl", "relcl"):
            if tree.lemmas[c] == "do" and has_to(tree, c):  # "has nothing to do with the agents"
                _add_prepositions(tree, frame, c, weak=True)
    for prep in ("from", "into", "to", "through", "via"):
        _add_chained(tree, frame, prep)
    return frame


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
        _add_preposition(tree, frame, c, weak=False)
    elif dep in ("prt", "advmod"):
        frame.words.add(word)
        if word in WAYS:
            _add_prepositions(tree, frame, c, weak=False)
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
        _add_prepositions(tree, frame, c, weak=False)
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


def _add_complement(tree: Tree, frame: Frame, c: int) -> None:
    for one in tree.conjuncts(c):
        if tree.tags[one] == "VBG":
            frame.gerunds.append(one)
        elif tree.tags[one].startswith("VB"):
            frame.infinitives.append(one)
        elif tree.tags[one].startswith("JJ"):
            frame.words.add(tree.words[one])


def _add_preposition(tree: Tree, frame: Frame, prep: int, *, weak: bool) -> None:
    """The noun under a preposition; "out of" and "according to" count under their last word."""
    word = tree.words[prep]
    if word == "according" or any(tree.ents[c] in ("DATE", "TIME") for c in tree.kids(prep, "pobj")):
        return
    passed = _passed(tree, prep)
    if passed:
        frame.add("via", passed, weak=weak)
        frame.words.update(() if weak else ("via",))
        return
    if word == "with" and (_is_in_front(tree, prep) or _is_absolute(tree, prep)):
        return
    if not weak:
        frame.words.add(word)
    ruled_out = any(tree.words[c] == "not" for c in tree.kids(prep, "neg"))
    for c in tree.children[prep]:
        dep = tree.deps[c]
        if (dep == "pobj" and ruled_out) or (dep == "conj" and is_put_right(tree, c)):
            continue  # "not by the navy, but by the army"
        if dep == "pobj" and (
            tree.lemmas[c] not in load_nouns().frozen
            or (tree.lemmas[c] == "front" and word != "in")
            or (tree.lemmas[c] == "line" and tree.words[c - 1] == "front")
        ):
            slot = "subject" if not weak and (tree.deps[prep] == "agent" or (frame.passive and word == "by")) else word
            frame.add(slot, tree.conjuncts(c), weak=weak)
        elif dep == "pcomp" and tree.is_verb(c) and not weak:
            frame.gerunds.append(c)
        elif dep == "prep" or (dep == "conj" and tree.deps[c] == "conj" and tree.children[c]):
            _add_preposition(tree, frame, c, weak=weak)


STOPS = frozenset({"stopover", "layover", "stop", "changeover"})


def _passed(tree: Tree, prep: int) -> list[int]:
    """Where somebody passes in so many words: "by way of Doha", "with a stopover in Doha", "after a stop in Doha"."""
    found = []
    for noun in tree.kids(prep, "pobj"):
        way = tree.words[prep] == "by" and tree.words[noun] == "way"
        stop = tree.words[prep] in ("with", "after") and tree.lemmas[noun] in STOPS
        for below in tree.kids(noun, "prep") if way or stop else []:
            if tree.words[below] in (("of",) if way else ("in", "at")):
                found += [one for c in tree.kids(below, "pobj") for one in tree.conjuncts(c)]
    return found


def _is_in_front(tree: Tree, prep: int) -> bool:
    """Whether it stands before the subject of its verb, and tells the circumstances: "with the tribes against him,"."""
    verb = tree.heads[prep]
    return tree.deps[prep] == "prep" and any(c > prep for c in tree.kids(verb, "nsubj", "nsubjpass"))


def _is_absolute(tree: Tree, prep: int) -> bool:
    """Whether a "with" behind a comma opens a clause of its own: ", with organisers arguing that"."""
    if prep == 0 or tree.words[prep - 1] != ",":
        return False
    return any(tree.tags[v] in ("VBG", "VBN") for c in tree.kids(prep, "pobj") for v in tree.kids(c, "acl"))


def _add_prepositions(tree: Tree, frame: Frame, head: int, *, weak: bool) -> None:
    for c in tree.children[head]:
        if tree.deps[c] in ("prep", "agent") and (not weak or tree.words[c] != "of"):
            _add_preposition(tree, frame, c, weak=weak)
        elif weak and tree.deps[c] == "acl" and tree.tags[c] == "VBN":  # "restrictions imposed on", "proposals made by"
            for one in tree.kids(c, "prep", "agent"):
                if tree.words[one] in ("on", "against", "by", "to", "from"):
                    _add_reduced(tree, frame, one)


def _add_reduced(tree: Tree, frame: Frame, prep: int) -> None:
    for c in tree.kids(prep, "pobj"):
        if tree.ents[c] not in ("DATE", "TIME"):
            frame.add(tree.words[prep], tree.conjuncts(c), weak=True)


STEPPING = frozenset({",", "and", "then", "onward", "onwards", "finally", "later", "from", "there", "on"})
"""Words between two steps of a route: "to Tehran, and from there on to Russia"."""


def _add_chained(tree: Tree, frame: Frame, prep: str) -> None:
    """The second step of "to Tehran and then to Russia", wherever the parser hung it."""
    heads = frame.slots.get(prep)
    if not heads:
        return
    i = tree.rights[heads[-1]] + 1
    seen_and = False
    while i < len(tree.words) and tree.words[i] in STEPPING:
        seen_and = True
        i += 1
    if seen_and and i < len(tree.words) and tree.words[i] == prep and tree.deps[i] in ("prep", "conj"):
        heads.extend(c for c in tree.kids(i, "pobj") if c not in heads)


def _add_relative(tree: Tree, frame: Frame, i: int) -> None:
    """The noun that a relative clause or a participle stands beside, in the slot of its pronoun or gap."""
    if tree.deps[i] not in ("relcl", "acl"):
        return
    heads = [antecedent(tree, i)]
    if tree.deps[i] == "acl":
        if tree.kids(i, "mark", "nsubj", "nsubjpass"):
            return  # "the claim that it was shot down"
        if tree.tags[i] in ("VBN", "VBD"):  # the tagger often takes the participle for a past tense
            minded = tree.lemmas[i] in load_control().minded and any(
                tree.words[c] == "to" for c in tree.kids(i, "prep")
            )
            acts = minded or tree.lemmas[i] in GATHERING or tree.has_own_object(i)
            frame.add("subject" if acts else "object", heads)
        elif tree.tags[i] == "VBG":
            frame.add("subject", subjects_of(tree, i))
        return
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


def noun_frame(tree: Tree, i: int) -> Frame:
    """The frame of an event noun, with what a light verb over it adds ("launched an attack on")."""
    frame = Frame(i)
    for c in tree.children[i]:
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
                _add_preposition(tree, frame, c, weak=False)  # "blamed the attack on the rebels": they did it
            if tree.words[c] == "of":
                _add_low_agent(tree, frame, c)
        elif dep in ("acl", "relcl"):
            if dep == "acl" and has_to(tree, c):
                frame.infinitives.extend(tree.conjuncts(c))
            elif tree.lemmas[c] in ("involve", "carry", "conduct", "launch", "mount", "lead") or dep == "acl":
                _add_participle(tree, frame, c)
            if dep == "relcl" or tree.kid(c, "mark") is not None:
                frame.clausal.append(c)
        elif dep == "ccomp":
            frame.clausal.append(c)
    above = tree.heads[tree.heads[i]] if tree.deps[i] == "pobj" and tree.words[tree.heads[i]] == "of" else i
    if above != i and tree.lemmas[above] in load_nouns().amounts:  # "cases of recruitment of ... into ..."
        for c in tree.kids(above, "prep"):
            if tree.words[c] != "of":
                _add_preposition(tree, frame, c, weak=False)
    _add_happening(tree, frame, i)
    frame.add("bearer", _bearers(tree, i))
    whole = _whole_of(tree, i)
    if whole is not None:
        for c in tree.kids(whole, "prep"):
            _add_preposition(tree, frame, c, weak=False)
        for c in tree.kids(whole, "poss"):
            frame.add("poss", tree.conjuncts(c))
    _add_light_verb(tree, frame, i if whole is None else whole)
    return frame


def _add_low_agent(tree: Tree, frame: Frame, of: int) -> None:
    """Who does it, where the parser hangs "by" on whom it is done to: "criticism of the judges by the union"."""
    for held in tree.kids(of, "pobj"):
        for by in tree.kids(held, "prep"):
            if tree.words[by] == "by":
                _add_preposition(tree, frame, by, weak=True)


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
                _add_preposition(tree, frame, c, weak=False)


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
            _add_preposition_as(tree, frame, one, "subject")
        elif tree.deps[one] == "dobj" and tree.lemmas[c] == "involve":
            frame.add("subject", tree.conjuncts(one))


def _add_preposition_as(tree: Tree, frame: Frame, prep: int, slot: str) -> None:
    for c in tree.kids(prep, "pobj"):
        frame.add(slot, tree.conjuncts(c))


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
        named = tree.lemmas[head] == "give" and any(tree.words[c] == "as" for c in tree.kids(head, "prep"))
        return None if named else head  # "gave the coup as an example"
    if dep == "pobj" and tree.words[head] == "in" and tree.deps[tree.heads[head]] == "dobj":
        given = tree.heads[head]  # "announced 33 million dollars in aid"
        above = tree.heads[given]
        if (tree.tags[given] == "CD" or tree.ents[given] == "MONEY") and tree.lemmas[above] in nouns.light_verbs:
            return above
    if dep == "pobj" and tree.words[head] in ("in", "into", "on", "under", "to", "out"):
        above = tree.heads[head]
        if tree.is_verb(above) and tree.lemmas[above] in (
            "engage",
            "involve",
            "participate",
            "take",
            "enter",
            "join",
            "go",
            "come",
        ):
            return above
    return None


def _add_light_verb(tree: Tree, frame: Frame, i: int) -> None:
    verb = light_verb_of(tree, i)
    if verb is None:
        return
    slot = (
        "object"
        if tree.lemmas[verb] in load_nouns().passive_light_verbs
        or (tree.lemmas[verb] == "come" and tree.deps[i] == "pobj")
        else "subject"
    )
    above = verb_frame(tree, verb)
    frame.anchor = verb
    own = {i, *tree.conjuncts(i)}
    if above.slots.get("subject") and all(tree.tags[p] == "PRP$" for p in frame.slots.get("poss", ())):
        frame.slots.pop("poss", None)  # "mounted its invasion": whose it is, the verb's subject tells
    if tree.deps[i] != "dobj" or slot == "subject" or not above.passive:
        frame.add(slot, [h for h in above.slots.get("subject", ()) if h not in own])
    for prep, heads in above.slots.items():
        if prep not in ("subject", "object", "dative", "predicate"):
            frame.add(prep, [h for h in heads if h not in own])
    if "dative" in above.slots:
        frame.add("dative", above.slots["dative"])


def adjective_frame(tree: Tree, i: int) -> Frame:
    """The frame of a predicate adjective: "is ready to", "is close to", "is hostile towards"."""
    frame = Frame(i)
    for c in tree.children[i]:
        dep = tree.deps[c]
        if dep == "nummod":
            frame.add("count", [c])  # "a list of 67 dead"
        elif dep == "prep":
            _add_preposition(tree, frame, c, weak=False)
        elif dep in ("xcomp", "ccomp", "advcl"):
            (frame.infinitives if has_to(tree, c) else frame.clausal).append(c)
    head = tree.heads[i]
    if tree.deps[i] == "oprd":
        frame.words.add(tree.lemmas[head])  # "are feared dead"
    if tree.deps[i] in ("acomp", "attr", "oprd", "xcomp") or (
        tree.deps[i] == "conj" and tree.tags[head].startswith("JJ")
    ):
        frame.add("subject", subjects_of(tree, i))
        frame.anchor = head
        for c in tree.children[head]:
            if tree.deps[c] == "xcomp" and c > i:
                frame.infinitives.append(c)
            elif tree.deps[c] == "prep" and c > i:
                _add_preposition(tree, frame, c, weak=True)
    elif tree.deps[i] == "ROOT":
        frame.add("subject", subjects_of(tree, i))
    elif tree.deps[i] == "amod":
        frame.add("subject", [c for c in tree.conjuncts(head) if i < head or c < i])
    return frame
