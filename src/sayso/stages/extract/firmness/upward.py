"""One step up the parse: the word above, and what it does to the one below."""

from sayso.lexicon.firmness import Effect, Firmness, Signature
from sayso.stages.extract.firmness.aims import after_aim, is_aim, is_ranked
from sayso.stages.extract.firmness.gerunds import likened_to
from sayso.stages.extract.firmness.governing import UNDONE, governor, with_particle
from sayso.stages.extract.firmness.negation import inverted_condition, supposed_day
from sayso.stages.extract.firmness.notes import Note
from sayso.stages.extract.firmness.questions import has_to, note_question, note_whether
from sayso.stages.extract.firmness.standing import charged_with, is_done, stands_by_itself, too_much_to
from sayso.stages.extract.firmness.verdicts import is_report, tells_that
from sayso.stages.extract.parse.tree import RELATIVES, Tree


def up(tree: Tree, i: int, tables: Firmness, notes: list[Note]) -> tuple[int, Signature | None] | None:
    """The word above and what it does to this one; None where the climb ends."""
    dep, head = tree.deps[i], tree.heads[i]
    if dep == "ROOT" or head == i:
        if tree.tags[i] == "VB" and has_to(tree, i) and tree.kid(i, "nsubj") is not None:
            to = next(c for c in tree.children[i] if tree.words[c] == "to")
            notes.append(Note(effect="planned", sort="future", tokens=(to,), name="headline to"))
        note_question(tree, i, notes)
        return None
    note_whether(tree, i, head, notes)
    if notes and notes[-1].name == "whether" and tree.kid(head, "neg") is not None:
        return None  # "could not establish whether": as open as "it is not clear whether", and denied by nobody
    if stands_by_itself(tree, i, head) or is_done(tree, i, head):
        return None
    if charged_with(tree, i, head):
        return head, tables.signatures["verb", "charge"]
    if too_much_to(tree, i, head):
        return head, tables.signatures["verb", "prevent"]
    if dep == "advcl":
        return _up_adverbial(tree, i, head, tables, notes)
    if dep == "conj":
        return _up_conjunct(tree, i, head)
    if dep == "pcomp" or (dep == "pobj" and tree.deps[head] in ("prep", "dative", "agent")):
        return _up_preposition(tree, i, head, tables, notes)
    if dep in ("relcl", "acl") and is_report(tree, head) and tells_that(tree, i):
        return governor(tree, i, head, tables, notes)  # "the report that they left", which the parser takes for "which"
    if is_aim(tree, i):
        to = next(c for c in tree.children[i] if tree.words[c] == "to")
        notes.append(Note(effect="planned", sort="plan", tokens=(to,), name="aim"))
        return after_aim(tree, i)
    if dep == "relcl" and _is_denied_cleft(tree, head):
        notes.append(Note(effect="not", sort="negation", tokens=(tree.heads[head],), name="not he who"))
        return None
    if dep == "relcl" and (supposed := supposed_day(tree, i)) is not None:
        notes.append(Note(effect="unknown", sort="condition", tokens=(supposed,), name="on such a day"))
        return None
    if dep == "relcl" and (mark := _supposed(tree, head)) is not None:
        notes.append(Note(effect="possible", sort="condition", tokens=(mark,), name="somebody supposed"))
        return None
    if dep == "relcl" and has_to(tree, i) and not tree.kids(i, "nsubj", "nsubjpass"):
        return governor(tree, i, head, tables, notes)  # "their demand to ban them", as the parser has it
    if dep in ("relcl", "appos", "amod", "nmod", "poss", "compound", "prep", "npadvmod"):
        return None
    if dep == "acl" and tree.deps[head] == "pobj" and is_report(tree, tree.heads[tree.heads[head]]):
        return tree.heads[tree.heads[head]], None  # "reports of students injured"
    if (
        dep == "acl"
        and tree.deps[head] == "nsubj"
        and tree.lemmas[tree.heads[head]] == "be"
        and tree.heads[head] < head
    ):
        note_question(tree, tree.heads[head], notes)  # "Were students recruited?", as the parser has it
        return None
    if dep == "acl" and not has_to(tree, i) and tree.kid(i, "mark") is None:
        return (head, None) if tree.tags[i] == "VBG" and tree.deps[head] == "pobj" else None
    if dep in ("nsubj", "nsubjpass", "csubj") and not tree.is_verb(i):
        if dep == "nsubj" and tree.lemmas[i] in ARRANGED and tree.lemmas[head] in FAILING:
            return head, tables.signatures["verb", "prevent"]
        if (doubted := _unconfirmed(tree, i, head)) is not None:
            notes.append(Note(effect="possible", sort="hedge", tokens=(doubted,), name="unconfirmed"))
            return None
        if dep == "nsubj" and (modal := _only_thought_of(tree, i, head)) is not None:
            notes.append(Note(effect="possible", sort="modal", tokens=(modal,), name="such a one would"))
            return None
        if dep == "nsubjpass" and tree.lemmas[head] in UNDONE:
            return head, tables.signatures["verb", "prevent"]
        return None
    return governor(tree, i, head, tables, notes)


PROVEN = frozenset({"confirm", "verify", "corroborate", "substantiate", "establish"})


def _unconfirmed(tree: Tree, i: int, verb: int) -> int | None:
    """The word in "the deaths are unconfirmed", "the death could not be verified"; None elsewhere."""
    if tree.deps[i] == "nsubjpass":
        return verb if tree.lemmas[verb] in PROVEN and tree.kid(verb, "neg") is not None else None
    told = [c for c in tree.kids(verb, "acomp", "oprd", "attr") if tree.words[c] in OPEN]
    return told[0] if told else None


OPEN = frozenset({"unconfirmed", "unverified", "unproven", "unsubstantiated", "uncorroborated"})
BEING = frozenset({"be", "prove", "mean", "become", "have", "trigger", "lead", "cause", "spark", "bring", "make"})
"""Verbs of what comes of an event."""


def _only_thought_of(tree: Tree, i: int, verb: int) -> int | None:
    """The modal over "a takeover could prove disastrous": any such event, which nobody says took place; else None."""
    any_such = any(tree.words[c] in ("a", "an", "any", "another") for c in tree.kids(i, "det"))
    if not any_such or tree.lemmas[verb] not in BEING or any(tree.lemmas[c] == "have" for c in tree.kids(verb, "aux")):
        return None
    return next((c for c in tree.kids(verb, "aux") if tree.words[c] in ("could", "would", "might", "may", "can")), None)


ARRANGED = frozenset(
    {"ceasefire", "cease-fire", "truce", "armistice", "withdrawal", "pullout", "deal", "agreement", "pact"}
)
FAILING = frozenset({"collapse", "crumble", "unravel", "fail", "falter"})
"""What an arrangement does that does not hold: "the ceasefire collapses"."""


def _is_denied_cleft(tree: Tree, noun: int) -> bool:
    """ "It was not the army that attacked"."""
    be = tree.heads[noun]
    subject = tree.kid(be, "nsubj")
    return (
        tree.deps[noun] == "attr"
        and tree.lemmas[be] == "be"
        and subject is not None
        and tree.words[subject] == "it"
        and tree.kid(be, "neg") is not None
    )


def _supposed(tree: Tree, noun: int) -> int | None:
    """The "if" over "if a group that kills people asks you": such a group is only thought of; None elsewhere."""
    if not any(tree.words[c] in ("a", "an", "any", "some") for c in tree.kids(noun, "det")):
        return None
    verb = tree.heads[noun]
    return next((c for c in tree.kids(verb, "mark") if tree.words[c] == "if"), None)


def _up_adverbial(
    tree: Tree, i: int, head: int, tables: Firmness, notes: list[Note]
) -> tuple[int, Signature | None] | None:
    marks = [
        c for c in tree.children[i] if tree.deps[c] in ("mark", "advmod") and tree.words[c] in tables.conditional_marks
    ]
    if marks and tree.words[marks[0]] == "whether":
        notes.append(Note(effect="unknown", sort="question", tokens=(marks[0],), name="whether"))
        return None
    if marks:
        unreal = any(tree.deps[c] == "aux" and tree.words[c] in ("had", "were") for c in tree.children[i])
        effect: Effect = "counterfactual" if unreal and tree.words[marks[0]] == "if" else "possible"
        notes.append(Note(effect=effect, sort="condition", tokens=(marks[0],), name="condition"))
        return None
    awaited = _awaited(tree, i, head)
    if awaited is not None:
        notes.append(Note(effect="unknown", sort="condition", tokens=(awaited,), name="awaited"))
        return None
    turned = inverted_condition(tree, i)
    if turned is not None:
        contrary = "possible" if tree.words[turned] == "should" else "counterfactual"
        notes.append(Note(effect=contrary, sort="condition", tokens=(turned,), name="inverted condition"))  # type: ignore[arg-type]
        return None
    if has_to(tree, i):
        kind = "verb" if tree.is_verb(head) else "noun" if tree.tags[head].startswith("NN") else "adjective"
        sign = tables.signatures.get((kind, tree.lemmas[head]))
        if sign is not None and i > head:  # the parser often calls a complement an adverbial
            return head, sign
        if any(is_ranked(tree, c) for c in tree.kids(head, "attr")):
            return head, None  # "became the first to leave", which the parser hangs on the verb
        if is_paid_for(tree, head):
            return head, None
        to = next(c for c in tree.children[i] if tree.words[c] == "to")
        notes.append(Note(effect="planned", sort="plan", tokens=(to,), name="purpose"))
        return None
    if tree.tags[i] in ("VBG", "VBN") and tree.kid(i, "mark", "nsubj", "nsubjpass") is None:
        sign = tables.signatures.get(("verb", with_particle(tree, head)))
        beside = (
            head < i and tree.tags[i] == "VBG" and tree.words[tree.lefts[i] - 1] in ("not", tree.words[head], "out")
        )
        if sign is not None and sign.plain == "not" and beside:
            return head, sign  # "has not ruled out sending them"
        return head, None  # ", killing five": as firm as what it hangs on
    return None


PAYING = frozenset({"pay", "spend"})


def is_paid_for(tree: Tree, verb: int) -> bool:
    """Whether a sum was paid, so that what it was for was done: "paid 78 million dollars to train recruits".

    Not "paid a firm to recruit guards", which may have done nothing for it.
    """
    objects = tree.kids(verb, "dobj")
    return tree.lemmas[verb] in PAYING and bool(objects) and all(tree.ents[c] in ("MONEY", "CARDINAL") for c in objects)


COMING = frozenset({"arrive", "come", "travel", "fly", "gather", "return"})
"""Verbs of who comes for something, which is as much to come as he is."""
AWAITED = frozenset({"once", "until", "till", "unless", "when"})


def _awaited(tree: Tree, i: int, head: int) -> int | None:
    """The "once" of "a plan to take the town once the troops leave": they have not left; None elsewhere.

    In the present tense, beside what is itself still to come.
    """
    mark = next((c for c in tree.kids(i, "mark", "advmod") if tree.words[c] in AWAITED), None)
    present = tree.tags[i] in ("VBP", "VBZ") or any(tree.words[c] in ("is", "are") for c in tree.kids(i, "auxpass"))
    past = any(tree.words[c] in ("was", "were", "had", "has", "have") for c in tree.kids(i, "aux", "auxpass"))
    ahead = has_to(tree, head) or any(
        tree.words[c] in ("will", "would", "'ll", "shall") for c in tree.kids(head, "aux")
    )
    return mark if present and not past and ahead else None


def _up_conjunct(tree: Tree, i: int, head: int) -> tuple[int, Signature | None] | None:
    own = any(
        tree.deps[c] in ("nsubj", "nsubjpass", "aux") and tree.words[c] not in RELATIVES | {"to"}
        for c in tree.children[i]
    )
    if not own and tree.tags[i] == tree.tags[head]:
        return None if _goes_on_without_not(tree, i, head) else (head, None)
    if (
        not own
        and tree.tags[i] == "VBN"
        and tree.tags[head] == "VBG"
        and tree.tags[tree.heads[tree.heads[head]]] == "VBN"
    ):
        return None  # "are accused of being spies and detained": detained they are
    if not own and tree.tags[i] == "VBG" and tree.tags[head].startswith("NN"):
        return head, None  # "calls for hatred and killing people"
    if tree.tags[i] in ("VBZ", "VBD", "VBP") and tree.tags[head] == "VB":
        return None
    if _is_past_beside_infinitive(tree, i, head):
        return None
    above = head  # modals and negation of the first conjunct are its own; what governs both is not
    while tree.deps[above] == "conj":
        above = tree.heads[above]
    if tree.deps[above] in ("ccomp", "xcomp", "advcl", "acl", "pcomp") and not own:
        return above, None
    return None


def _is_past_beside_infinitive(tree: Tree, i: int, head: int) -> bool:
    """Whether it goes on with the verb above: "refused to give in and called on them", for the tagger done."""
    return tree.tags[i] == "VBN" and tree.tags[head] == "VB" and not tree.kids(i, "aux", "auxpass", "agent")


def _goes_on_without_not(tree: Tree, i: int, head: int) -> bool:
    """Whether a verb behind ", and" is free of the "not" before the first: "will not obey it, and urge them to"."""
    if tree.kid(head, "neg") is None or tree.kids(i, "neg"):
        return False
    ands = [c for c in tree.kids(head, "cc") if head < c < i and tree.words[c] == "and"]
    return any(tree.words[c - 1] == "," for c in ands) and len(tree.conjuncts(head)) == 2


def _up_preposition(
    tree: Tree, i: int, prep: int, tables: Firmness, notes: list[Note]
) -> tuple[int, Signature | None] | None:
    """What "fear of", "accused of", "interested in", "plans for" make of what follows."""
    word, head = tree.words[prep], tree.heads[prep]
    if word in CAUSES or (word == "to" and tree.words[head] == "due" and not tree.is_verb(i)):
        return None
    if word in ("without", "instead", "despite") or (word == "of" and tree.words[head] == "instead"):
        if word == "without" and tree.is_verb(i):
            notes.append(Note(effect="not", sort="negation", tokens=(prep,), name=word))
        return None
    if head == prep:
        return None
    if word == "by" and tree.lemmas[head] == "cause" and tree.is_passive(head) and not tree.is_verb(i):
        return head, None  # "whether the deaths were caused by a slaughter"
    kind = "verb" if tree.is_verb(head) else "adjective" if tree.tags[head].startswith("JJ") else "noun"
    sign = tables.signatures.get((kind, tree.lemmas[head]))
    if kind == "noun" and word == "for" and tree.lemmas[head] in ASKED_FOR and not tree.is_verb(i):
        notes.append(Note(effect="unknown", sort="attitude", tokens=(head,), name="support for"))
        return head, None
    if word == "for" and sign is None and tree.lemmas[head] in COMING and has_to(tree, head) and not tree.is_verb(i):
        return head, None  # "is due to arrive for a meeting": it is as much to come
    if kind == "verb" and tree.lemmas[head] == "ban" and word != "from":
        return None
    if tree.deps[i] == "pcomp" and (likened := likened_to(tree, i, prep)) is not None:
        return head, tables.signatures["verb", likened] if likened else None
    if (
        word in ("after", "before", "since", "during", "by", "while", "upon", "on", "at", "with")
        and tree.deps[i] == "pcomp"
    ):
        return (head, None) if word in ("by", "before") and kind == "verb" else None
    if tree.deps[i] == "pcomp" and kind == "verb" and sign is None:
        return None if word in ("after", "since", "during", "while", "upon", "despite", "besides") else (head, None)
    if sign is None and kind == "noun" and word in ("of", "about") and is_report(tree, head):
        return head, None
    if sign is None and word == "of" and tree.lemmas[head] in OUTCOMES and tree.deps[head] == "attr":
        return head, None  # "whether the deaths were the result of a massacre"
    if sign is not None and sign.name == "charge" and word == "over" and not tree.is_verb(i):
        return None  # "is investigated over the death of a man": that he died is known
    if sign is None or (
        kind == "verb"
        and word not in ("of", "from", "for", "in", "on", "to", "into", "about", "with", "against", "over")
    ):
        return None
    if (
        kind == "verb"
        and sign.name in ("factive", "implicative", "demand", "plan")
        and tree.deps[i] == "pobj"
        and word not in ("for", "on", "to", "against")
    ):
        return None
    return head, sign


OUTCOMES = frozenset({"result", "outcome", "consequence", "product", "work"})
"""Nouns that say what something else was: it is as much told as that is."""

CAUSES = frozenset({"due", "because", "amid", "owing", "thanks"})
"""Prepositions of the ground for something, which is there whatever comes of it: "not to fly due to the strike"."""


ASKED_FOR = frozenset(
    {"support", "approval", "backing", "permission", "readiness", "preparation", "opposition", "warrant"}
)
"""Nouns whose "for" leads to what may or may not come about: "voiced support for the deployment"."""
