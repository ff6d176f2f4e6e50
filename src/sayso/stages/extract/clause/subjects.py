"""Who does what a verb without a subject of its own says.

A verb under another takes that one's object if it has one ("told them to leave"), else its subject ("want to leave");
coordinated verbs, participles and "by/before/after doing" take the subject of the verb they hang on (Chomsky 1981 for
control; de Marneffe and Manning 2008 for propagation in dependency parses). Where the way is doubtful, nobody is named:
claims read by hand showed that a subject taken over wrongly is the commonest of mistakes
(docs/method/claims-read-by-hand.md).
"""

from sayso.lexicon.control import load_control
from sayso.lexicon.firmness import load_firmness
from sayso.lexicon.heads import load_heads
from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.clause.pronouns import is_oblique
from sayso.stages.extract.clause.suspects import is_left_behind, suspects_of
from sayso.stages.extract.firmness.governing import ANSWERING
from sayso.stages.extract.firmness.negation import RULING_OUT, is_imperative
from sayso.stages.extract.parse.tree import RELATIVES, Tree

FINITE = frozenset({"VBZ", "VBD", "VBP"})


def has_to(tree: Tree, i: int) -> bool:
    """Whether it is an infinitive with "to"."""
    return any(tree.deps[c] == "aux" and tree.words[c] == "to" for c in tree.children[i])


def subjects_of(tree: Tree, i: int, depth: int = 0) -> list[int]:
    """Who does what a verb without a subject of its own says; empty when the sentence does not tell."""
    if depth > 6:
        return []
    own = [c for c in tree.children[i] if tree.deps[c] in ("nsubj", "nsubjpass") and tree.words[c] not in RELATIVES]
    if own:
        return [] if is_oblique(tree, i, own[0]) else tree.conjuncts(own[0])
    dep, head, tag = tree.deps[i], tree.heads[i], tree.tags[i]
    if tree.kids(i, "expl") or is_broken(tree, i) or is_imperative(tree, i):
        return []
    if dep == "acl" and tag == "VBG":
        return _subject_of_participle(tree, i, depth)
    if dep == "relcl" or (dep == "acl" and tag in ("VBN", "VBD")):
        return [antecedent(tree, i)]
    if dep == "amod" and tag == "VBN":
        return tree.conjuncts(head) if not tree.is_verb(head) else []
    if dep == "xcomp" or (dep in ("advcl", "ccomp") and has_to(tree, i)):
        return _subject_of_infinitive(tree, i, depth)
    if dep in ("conj", "advcl"):
        return _subject_of_clause(tree, i, depth)
    if dep == "dobj" and tag == "VBG":  # "spent millions training the guard"
        return subjects_of(tree, head, depth + 1)
    if dep == "pcomp":
        return _subject_through_preposition(tree, head, depth)
    if dep == "acl":  # "an opportunity to recruit": whoever has the opportunity
        return holder_of(tree, head, depth)
    if tag.startswith("JJ") or dep in ("acomp", "attr"):
        return _subject_of_predicate(tree, i, depth)
    return []


TAKING = frozenset(
    {"recruit", "hire", "enlist", "conscript", "sign", "raise", "send", "train", "draft", "lure", "pay", "mobilise"}
    | {"mobilize", "assemble", "gather", "muster", "employ", "contract", "dispatch", "fly", "bring"}
)
SERVING = frozenset(
    {"fight", "serve", "join", "work", "guard", "die", "defend", "dig", "drive", "cook", "carry"}
    | {"kill", "attack", "shoot", "bomb", "assassinate", "murder", "burn", "rob", "storm", "ambush", "kidnap"}
)
"""What those do who are taken on, and not who takes them: "signed up nine men, all of them Swedes, to fight"."""
HOLDING = frozenset({"arrest", "detain", "hold", "remand", "jail", "imprison", "charge", "sentence"})
"""What is done to suspects: an infinitive behind it belongs to what they are suspected of."""


def _subject_of_infinitive(tree: Tree, i: int, depth: int) -> list[int]:
    """Whom the verb above makes do it, or whoever does what that one says."""
    words, dep, head = load_control(), tree.deps[i], tree.heads[i]
    if tree.lemmas[head] == "be" and any(tree.words[c] == "it" for c in tree.kids(head, "nsubj")):
        return []  # "it was wrong to recruit them" does not tell who did
    if tree.lemmas[head] in HOLDING and any(c < i for c in tree.kids(head, "prep")):
        return []  # "arrested over the dispatch of men to fight": the fight is not that of who was arrested
    objects = [] if tree.lemmas[head] in words.wielding else tree.kids(head, "dobj", "nsubjpass")
    controls = _controls_object(tree, head) or (tree.lemmas[head] in TAKING and tree.lemmas[i] in SERVING)
    objects = [] if is_left_behind(tree, head, objects) else objects
    if objects and tree.lemmas[head] not in words.subject_control and (dep != "advcl" or controls):
        return tree.conjuncts(objects[0])
    preps = (c for c in tree.kids(head, "prep") if tree.words[c] in ("on", "upon", "to", "for"))
    asked = [p for c in preps for p in tree.kids(c, "pobj")]
    if asked and asked[0] < i and tree.ents[asked[0]] not in ("DATE", "TIME") and controls:
        return tree.conjuncts(asked[0])  # "called on the president to step down"
    return subjects_of(tree, head, depth + 1)


def _subject_of_clause(tree: Tree, i: int, depth: int) -> list[int]:
    """Whoever does what the verb says that a coordinated verb or a participle hangs on, where they share it."""
    dep, head, tag = tree.deps[i], tree.heads[i], tree.tags[i]
    if dep == "conj" and _is_out_of_passive(tree, i):
        return []
    if dep == "conj" and _is_behind_but(tree, i):
        agrees = _agrees(tree, i, subjects_of(tree, head, depth + 1))
        if agrees is False:
            return subjects_of(tree, tree.heads[head], depth + 1)
        if "," in tree.words[head:i]:
            return []
    if dep == "conj" and tag == "VB" and tree.tags[head] in ("VBZ", "VBD") and not tree.kids(i, "aux"):
        first = [k for k in range(head + 1, i) if tree.tags[k] == "VB" and has_to(tree, k)]
        return (
            subjects_of(tree, first[-1], depth + 1) if first else []
        )  # "a plan to end it, provide aid": no second verb
    if dep == "conj" and tag in FINITE:
        while tree.deps[head] in ("xcomp", "advcl", "acl", "conj") and tree.tags[head] == "VB":
            head = tree.heads[head]  # "urges them to leave and proposes": who urges, proposes
    crowd = _crowd_before(tree, i) if dep == "advcl" and tag == "VBG" else None
    if crowd is not None:
        return [crowd]
    result = tag == "VBG" and tree.lemmas[i] in load_control().results
    near = _clause_right_before(tree, i) if dep == "advcl" and tag == "VBG" else None
    if near is not None and (result or tree.words[tree.lefts[i] - 1] != ","):
        if not tree.is_passive(near):
            return subjects_of(tree, near, depth + 1)
        return [p for c in tree.kids(near, "agent") for p in tree.kids(c, "pobj")] if result else []
    if dep == "advcl" and result and tree.is_passive(head) and tree.deps[head] not in ("acl", "amod"):
        return [p for c in tree.kids(head, "agent") for p in tree.kids(c, "pobj")]  # "was shot down, killing nine"
    if dep == "advcl" and tag == "VBG" and _is_behind_picture(tree, i):
        return []
    if dep == "advcl" and tag == "VBG" and _is_thing(tree, head):
        return []  # "says its jet was hit, contradicting the claim": the jet does not speak
    if dep == "advcl" and _is_outside_quotation(tree, i):
        return subjects_of(tree, tree.heads[head], depth + 1)
    if tree.is_verb(head) or tree.deps[head] in ("ROOT", "conj"):
        return subjects_of(tree, head, depth + 1)
    return _subject_of_predicate(tree, i, depth) if tag.startswith("JJ") else []


PICTURES = frozenset({"video", "footage", "photo", "photograph", "picture", "image", "film", "tape", "clip"})


def _is_behind_picture(tree: Tree, i: int) -> bool:
    """Whether it may be somebody in a picture who does it: "released footage of a guard, pleading for his life"."""
    shown = [o for o in tree.kids(tree.heads[i], "dobj") if tree.lemmas[o] in PICTURES]
    of = any(tree.words[c] == "of" for o in shown for c in tree.kids(o, "prep"))
    return of and tree.words[tree.lefts[i] - 1] == ","


CROWDS = frozenset({"protester", "protestor", "demonstrator", "marcher", "crowd", "activist", "striker", "rioter"})
CALLING_FOR = frozenset({"demand", "call", "chant", "protest", "seek"})


def _crowd_before(tree: Tree, i: int) -> int | None:
    """The crowd that demands something where others fire on it: "fire on protesters in Oslo demanding his return"."""
    if tree.lemmas[i] not in CALLING_FOR or tree.words[tree.lefts[i] - 1] == ",":
        return None
    near = range(max(tree.heads[i], i - 5), i)
    return next((k for k in near if tree.lemmas[k] in CROWDS and tree.deps[k] in ("pobj", "dobj")), None)


def _clause_right_before(tree: Tree, i: int) -> int | None:
    """The verb of an adverbial clause that ends where a participle of the same verb begins.

    "The president spoke after guards fired on the crowd, killing two": the guards killed them.
    """
    ends = (tree.lefts[i] - 1, tree.lefts[i] - 2)
    clauses = [c for c in tree.kids(tree.heads[i], "advcl") if c < i and tree.kids(c, "nsubj", "nsubjpass")]
    return clauses[-1] if clauses and tree.rights[clauses[-1]] in ends else None


def _is_behind_but(tree: Tree, i: int) -> bool:
    """Whether a finite verb goes on behind "but" where a clause of content ended: "says that X acts, but is blamed"."""
    head = tree.heads[i]
    told = tree.deps[head] == "ccomp" and tree.is_verb(tree.heads[head]) and tree.kid(head, "nsubj", "nsubjpass")
    joined = any(tree.words[c] == "but" and c < i for c in tree.kids(head, "cc"))
    finite = tree.tags[i] in FINITE or any(tree.tags[c] in FINITE for c in tree.kids(i, "aux", "auxpass"))
    return bool(told) and joined and finite and not tree.kids(i, "nsubj", "nsubjpass")


def _agrees(tree: Tree, i: int, subjects: list[int]) -> bool | None:
    """Whether a verb agrees in number with somebody; None where its form does not tell."""
    forms = {tree.words[c] for c in (i, *tree.kids(i, "aux", "auxpass")) if tree.tags[c] in FINITE}
    if not subjects or not forms & {"is", "was", "has", "are", "were", "have"}:
        return None
    plural = len(subjects) > 1 or tree.tags[subjects[0]] in ("NNS", "NNPS")
    return plural == bool(forms & {"are", "were", "have"})


def _subject_of_predicate(tree: Tree, i: int, depth: int) -> list[int]:
    """Of whom an adjective or noun is said; behind no copula, the noun before it: "learns of troops ready to fight"."""
    if tree.deps[i] == "acomp" and tree.lemmas[tree.heads[i]] not in load_control().copulas:
        return tree.conjuncts(i - 1) if tree.tags[i - 1].startswith("NN") else []
    return subjects_of(tree, tree.heads[i], depth + 1)


def antecedent(tree: Tree, i: int) -> int:
    """The noun that a clause behind it describes.

    "That" takes up no name ("an office in Oslo that had been shut"), and a place kills nobody ("an attack at a cafe
    which killed nine"): the noun before them is meant.
    """
    noun = tree.heads[i]
    above = tree.heads[tree.heads[noun]]
    if tree.deps[i] != "relcl" or tree.deps[noun] != "pobj" or not tree.tags[above].startswith("NN"):
        return noun
    name = tree.ents[noun] in ("GPE", "LOC") and tree.tags[noun] in ("NNP", "NNPS")
    that = any(tree.words[c] == "that" and tree.deps[c] in ("nsubj", "nsubjpass", "dobj") for c in tree.children[i])
    place = name or tree.lemmas[noun] in load_nouns().places
    if any(tree.words[c] in ("who", "whom") for c in tree.children[i]) and _stands_behind_people(tree, noun, above):
        return above  # "people from 36 countries whom Norland has hired"
    kills = tree.lemmas[i] in load_control().results and any(tree.words[c] in RELATIVES for c in tree.kids(i, "nsubj"))
    blown = tree.lemmas[above] in ("explosion", "blast", "bombing", "detonation", "crash") and kills
    return above if (name and that) or (place and kills) or blown else noun


def _stands_behind_people(tree: Tree, noun: int, above: int) -> bool:
    """Whether a place stands behind people, who are more likely taken up by "who" than it is."""
    nouns = load_nouns()
    people = tree.lemmas[above] in nouns.actors and tree.lemmas[above] not in nouns.bodies
    return people and (tree.lemmas[noun] in nouns.places or tree.ents[noun] in ("GPE", "LOC"))


def is_broken(tree: Tree, i: int) -> bool:
    """Whether a finite verb without a subject hangs where it cannot share one, so that the parse has lost its own.

    A finite adverbial clause has a subject of its own; a coordinated verb has a conjunction between it and the one
    before, or behind it where a list goes on.
    """
    dep, head = tree.deps[i], tree.heads[i]
    if tree.kids(i, "nsubj", "nsubjpass", "csubj"):
        return False
    if dep == "advcl":
        return tree.tags[i] in ("VBZ", "VBP") and not has_to(tree, i)
    if dep != "conj" or tree.tags[i] not in FINITE | {"VBN"} or not tree.is_verb(head):
        return False
    rivals = [c for c in tree.kids(head, "conj") if c != i]
    first = max([head, *(c for c in rivals if c < i)])
    last = min([len(tree.words), *(c for c in rivals if c > i)])
    joints = [c for one in (head, i) for c in tree.kids(one, "cc") if first < c < last]
    return not joints and not any(tree.deps[c] == "conj" for c in tree.children[i]) and ";" not in tree.words[first:i]


def _is_thing(tree: Tree, verb: int) -> bool:
    """Whether a passive verb tells what is done to a thing: a vehicle, a weapon, a place."""
    kinds = load_heads().kinds
    subjects = tree.kids(verb, "nsubjpass")
    return bool(subjects) and all(
        kinds.get(tree.lemmas[c]) in ("vehicle", "platform", "weapon", "place") for c in subjects
    )


def _is_outside_quotation(tree: Tree, i: int) -> bool:
    """Whether a participle stands behind a quotation that its verb stands in: 'says "we will fight", denouncing X'."""
    head = tree.heads[i]
    closed = any(tree.tags[k] == "''" for k in range(head + 1, i))
    return closed and tree.deps[head] == "ccomp" and tree.is_verb(tree.heads[head])


def _is_out_of_passive(tree: Tree, i: int) -> bool:
    """Whether an active verb is coordinated with a passive one of a clause below: "said two were hit and fled".

    It may as well go on with the clause above, so its subject is not known.
    """
    head = tree.heads[i]
    below = tree.deps[head] in ("ccomp", "advcl", "relcl", "acl") and bool(tree.kids(head, "nsubjpass"))
    return below and not tree.is_passive(i) and bool(tree.kids(i, "dobj")) and not tree.kids(i, "aux")


TURNING_TO = frozenset({"consult", "contact", "call", "phone", "ring", "approach", "petition", "email", "visit", "see"})
ASKING = frozenset({"ask", "request", "urge", "demand", "seek", "beg", "plead"})
"""What one does who turns to somebody: "consulted the headmaster asking for leave"."""


def _subject_of_participle(tree: Tree, i: int, depth: int) -> list[int]:
    """Who does what a participle behind a noun says: the noun, but for utterances, places and times.

    "A bomb explodes outside a church killing nine": the church does not kill; the clause's subject does.
    """
    noun = tree.heads[i]
    if tree.lemmas[noun] in load_control().utterances:
        return holder_of(tree, noun, depth) or [noun]
    above = tree.heads[noun]
    if tree.deps[noun] == "dobj" and tree.lemmas[above] in TURNING_TO and tree.lemmas[i] in ASKING:
        return subjects_of(tree, above, depth + 1)
    listed = noun
    while tree.deps[noun] == "conj" and tree.tags[tree.heads[noun]].startswith("NN"):
        noun = tree.heads[noun]  # "in Oslo and other cities calling for"
    above = tree.heads[noun]
    is_where = tree.ents[noun] in ("GPE", "LOC", "FAC", "DATE", "TIME") or tree.lemmas[noun] in load_nouns().places
    if tree.deps[noun] != "pobj" or not is_where:
        return [listed]
    for _ in range(4):
        if tree.is_verb(above):
            return [] if tree.is_passive(above) else subjects_of(tree, above, depth + 1)
        if tree.deps[above] in ("nsubj", "nsubjpass"):
            return [above]
        above = tree.heads[above]
    return []


def _controls_object(tree: Tree, verb: int) -> bool:
    """Whether a verb's object is to do what its infinitive says: "petitioned the court to ban"."""
    sign = load_firmness().signatures.get(("verb", tree.lemmas[verb]))
    return sign is not None and sign.name in ("demand", "permission")


def _subject_through_preposition(tree: Tree, prep: int, depth: int) -> list[int]:
    above = tree.heads[prep]
    if tree.deps[prep] == "prep" and tree.deps[above] == "prep":
        above = tree.heads[above]
    if not tree.is_verb(above):
        verb = tree.heads[above]
        if (
            tree.words[prep] in load_control().circumstances
            and tree.deps[above] in ("dobj", "attr")
            and tree.is_verb(verb)
        ):
            if _is_ordered(tree, verb):
                return []
            return subjects_of(tree, verb, depth + 1)  # "ordered an inquiry after admitting": who orders, admits
        if tree.tags[above].startswith("JJ"):
            return subjects_of(tree, above, depth + 1)
        return holder_of(tree, above, depth)
    if tree.words[prep] in ("after", "before", "while", "since") and _is_ordered(tree, above):
        return []  # "petitioned the court to ban them after accusing": the parser hangs it on the nearest verb
    objects = tree.kids(above, "dobj", "nsubjpass")
    other = (tree.words[prep - 1], tree.words[prep]) if prep else None
    if objects and other not in RULING_OUT and tree.words[prep] in ("from", "of", "for", "into", "against"):
        return tree.conjuncts(objects[0])  # accuse X of doing, ban X from doing
    hindered = tree.words[prep] == "in" and tree.lemmas[above] in load_control().hindering
    if hindered and (objects or (tree.deps[prep - 1] == "pobj" and tree.tags[prep - 1].startswith("NN"))):
        return []  # "protest delays in putting him on trial", "protest against delays in putting"
    return subjects_of(tree, above, depth + 1)


def _is_ordered(tree: Tree, verb: int) -> bool:
    """Whether a verb is what somebody is asked or told to do, so that its subject is not that of the sentence."""
    head = tree.heads[verb]
    return (
        tree.deps[verb] in ("xcomp", "advcl")
        and has_to(tree, verb)
        and _controls_object(tree, head)
        and tree.is_verb(head)
    )


def holder_of(tree: Tree, noun: int, depth: int) -> list[int]:
    """Whose plan, right or opportunity it is: the noun's possessor, else the subject of the verb over it."""
    owner = tree.kid(noun, "poss")
    if owner is not None:
        return tree.conjuncts(owner)
    maker = [p for c in tree.kids(noun, "prep", "agent") if tree.words[c] == "by" for p in tree.kids(c, "pobj")]
    if maker:
        return tree.conjuncts(maker[0])  # "a request by Norland to leave"
    above = tree.heads[noun]
    whose = [c for c in tree.kids(noun, "amod", "compound", "nmod") if tree.ents[c] in ("GPE", "NORP")]
    if whose and tree.lemmas[noun] in ("decision", "plan", "bid", "attempt", "effort", "refusal", "threat", "pledge"):
        return whose[:1]  # "informed the Danish decision to go to war"
    if tree.deps[noun] in ("dobj", "attr", "pobj") and above != noun:
        if tree.deps[noun] == "pobj":
            above = tree.heads[above]
        if suspects := suspects_of(tree, noun, above):
            return suspects
        given = tree.kid(above, "dative")
        written = tree.lemmas[noun] in load_control().utterances  # "wrote him a letter asking": he does not ask
        if given is not None and not tree.kids(given, "pobj") and not written:
            return tree.conjuncts(given)  # "gave the police the power to detain"
        if tree.deps[noun] == "dobj" and tree.lemmas[above] in ANSWERING:
            named = [c for c in tree.kids(noun, "amod", "compound", "nmod") if tree.ents[c] in ("GPE", "NORP", "ORG")]
            return named[:1]  # "backed the Danish decision to invade": the Danes decided, if anybody
        if tree.is_verb(above) and (
            tree.lemmas[above] not in load_control().hindering or tree.lemmas[noun] in load_control().charges
        ):
            return subjects_of(tree, above, depth + 1)
    return []
