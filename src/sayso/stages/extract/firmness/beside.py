"""What stands beside a word: modals, negation, adverbs, adjectives, the condition that it hangs on."""

from sayso.lexicon.firmness import Effect, Firmness
from sayso.stages.extract.firmness.negation import denying_word, only_until
from sayso.stages.extract.firmness.notes import Note
from sayso.stages.extract.firmness.verdicts import described, is_report
from sayso.stages.extract.parse.tree import Tree


def note_report(tree: Tree, noun: int, notes: list[Note]) -> None:
    """Note "false reports that", "unconfirmed reports of"."""
    there = tree.deps[noun] == "attr" and tree.kid(tree.heads[noun], "expl") is not None
    if there and is_report(tree, noun):
        notes.append(Note(effect="probable", sort="hedge", tokens=(noun,), name="there are reports"))
    found = described(tree, noun) if is_report(tree, noun) else None
    if found is not None and found[1].plain != "same":
        word, sign = found
        notes.append(Note(effect=sign.plain, sort=sign.sort, tokens=(word,), name=f"{sign.name} report"))


def denied_noun(tree: Tree, i: int, notes: list[Note]) -> bool:
    """Note "no evidence", "no plan"; True when it is there."""
    for c in tree.children[i]:
        if tree.deps[c] in ("det", "neg") and tree.words[c] in ("no", "neither", "little", "not"):
            notes.append(Note(effect="not", sort="negation", tokens=(c,), name="no"))
            return True
    return False


def note_beside(
    tree: Tree, i: int, tables: Firmness, notes: list[Note], hedges: set[int], *, below: int | None = None
) -> bool:
    """Note modals, negation and adverbs beside a verb or adjective; True when it is negated.

    `below` is the word that the climb comes from: its own "no" has been noted already ("there was no truth in").
    """
    negation, negated = [], False
    modal: list[Note] = []
    have = any(tree.deps[c] == "aux" and tree.lemmas[c] == "have" for c in tree.children[i])
    for c in tree.children[i]:
        dep, word = tree.deps[c], tree.words[c]
        if dep == "neg" and any(tree.words[a] in MANNERS and a > i for a in tree.kids(i, "advmod")):
            continue  # "did not join voluntarily": joined, and not of free will
        if dep == "aux" and word in ("'d", "’d") and tree.tags[i] == "VBN" and not have:
            continue  # "they'd gone": they had
        if dep == "aux" and tree.tags[c] == "MD":
            modal.append(_modal(tree, i, c, word, have, tables))
        elif dep == "neg" or (dep == "advmod" and tables.adverbs.get(word) == "negative"):
            negated = True
            negation.append(c)
        elif dep == "advmod" and word == "once" and tree.kids(c, "neg"):
            negated = True  # "not once did the agency recruit"
            negation.append(tree.kids(c, "neg")[0])
        elif dep == "prep" and (no := _never(tree, c)) is not None:
            negated = True
            negation.append(no)
        elif dep in ("advmod", "acomp") and word in tables.adverbs:
            if tables.adverbs[word] == "hedge":
                hedges.add(c)
            else:
                notes.append(Note(effect=tables.adverbs[word], sort="hedge", tokens=(c,), name="adverb"))  # type: ignore[arg-type]
        elif dep in ("nsubj", "nsubjpass", "dobj", "attr") and c != below and _is_none(tree, c):
            negated = True
            negation.append(_word_for_none(tree, c))
        elif dep == "aux" and tree.lemmas[c] == "go" and tree.tags[c] == "VBG":
            modal.append(Note(effect="planned", sort="future", tokens=(c,), name="going to"))
    other = denying_word(tree, i)
    if other is not None and not negated:
        negated = True
        negation.append(other)
    if negated and only_until(tree, i):
        negated = False
    cannot = [m for m in modal if tree.words[m.tokens[0]] in ("can", "could", "ca", "would", "will", "wo", "'ll")]
    if tree.deps[i] == "relcl" and not negated and _is_none(tree, tree.heads[i]):  # "found nobody who had met one"
        negated = True
        negation.append(_word_for_none(tree, tree.heads[i]))
    if negated and cannot:  # "cannot", "will not": the negation takes the modal along
        tokens = tuple(sorted((*cannot[0].tokens, *negation[:1])))
        notes.append(Note(effect="not", sort="negation", tokens=tokens, name="negation"))
        return True
    if negated:
        notes.append(Note(effect="not", sort="negation", tokens=tuple(negation[:1]), name="negation"))
    notes.extend(modal)
    return negated


NEVER = frozenset({"time", "point", "stage", "moment", "way", "circumstance", "condition", "account", "case", "mean"})
"""Lemmas that deny a whole clause with a preposition and "no": "at no time", "by no means"."""


def _never(tree: Tree, preposition: int) -> int | None:
    """The "no" of "at no time", "under no circumstances"; not that of "in no time", which is soon."""
    for noun in tree.kids(preposition, "pobj"):
        no = next((c for c in tree.children[noun] if tree.words[c] == "no"), None)
        if (
            no is not None
            and tree.lemmas[noun] in NEVER
            and (tree.words[preposition], tree.lemmas[noun]) != ("in", "time")
        ):
            return no
    return None


MANNERS = frozenset({"voluntarily", "willingly", "freely", "alone", "knowingly", "gladly", "openly"})
"""Adverbs that take a negation upon themselves."""


def _is_none(tree: Tree, i: int) -> bool:
    if tree.words[i] in ("nobody", "none", "nothing", "no-one", "neither"):
        return True
    return denying_word(tree, i) is not None or any(
        tree.deps[c] in ("det", "neg") and tree.words[c] in ("no", "neither") for c in tree.children[i]
    )


def _word_for_none(tree: Tree, i: int) -> int:
    """The word that denies: "no" of "no soldiers", else the pronoun itself."""
    other = denying_word(tree, i)
    return next((c for c in tree.children[i] if tree.words[c] in ("no", "neither")), i if other is None else other)


def note_beside_noun(tree: Tree, i: int, notes: list[Note]) -> None:
    """Note the "no", the "without" and the adjectives of an event that is a noun ("a possible attack")."""
    for c in tree.children[i]:
        word = tree.words[c]
        if tree.deps[c] in ("det", "neg") and word in ("no", "neither"):
            notes.append(Note(effect="not", sort="negation", tokens=(c,), name="no"))
        elif tree.deps[c] in ("amod", "compound") and word in NOUN_MODIFIERS:
            notes.append(Note(effect=NOUN_MODIFIERS[word], sort="modal", tokens=(c,), name="adjective"))
    if tree.deps[i] == "pobj" and tree.words[tree.heads[i]] == "without":
        notes.append(Note(effect="not", sort="negation", tokens=(tree.heads[i],), name="without"))


NOUN_MODIFIERS: dict[str, Effect] = {
    "possible": "possible", "potential": "possible", "alleged": "possible", "suspected": "probable", "planned":
    "planned", "proposed": "planned", "attempted": "planned", "threatened": "planned", "imminent": "planned",
    "future": "planned",
    "apparent": "probable", "likely": "probable", "feared": "possible", "hypothetical": "counterfactual",
    "expected": "planned", "upcoming": "planned", "looming": "planned", "would-be": "planned", "any": "possible",
    "further": "same", "foiled": "not", "failed": "not", "thwarted": "not", "cancelled": "not",
    "canceled": "not", "aborted": "not", "abortive": "not", "averted": "not", "scrapped": "not", "shelved": "not",
    "postponed": "planned", "delayed": "planned", "purported": "possible", "eventual":
    "planned",
}  # fmt: skip


def _modal(tree: Tree, i: int, c: int, word: str, have: bool, tables: Firmness) -> Note:
    if word in ("would", "'d", "’d"):
        if have:
            return Note(effect="counterfactual", sort="condition", tokens=(c,), name="would have")
        told = _under_speech(tree, i, tables)
        return Note(
            effect="planned" if told else "possible", sort="future" if told else "modal", tokens=(c,), name="would"
        )
    kind = tables.modals.get(word, "possible")
    if kind == "future":
        return Note(effect="planned", sort="future", tokens=(c,), name="future")
    if word == "must" and have:
        return Note(effect="probable", sort="modal", tokens=(c,), name="must have")
    if word in ("should", "ought") and have:
        return Note(effect="counterfactual", sort="modal", tokens=(c,), name="should have")
    return Note(effect=kind, sort="modal", tokens=(c,), name=f"modal {kind}")  # type: ignore[arg-type]


def _under_speech(tree: Tree, i: int, tables: Firmness) -> bool:
    return tree.deps[i] in ("ccomp", "conj") and tree.lemmas[tree.heads[i]] in tables.speech


ANNOUNCING = frozenset({"threaten", "warn", "promise", "vow", "demand", "pledge"})
"""Words that announce what comes if something is not done, behind which a condition is theirs."""


def note_condition(tree: Tree, i: int, notes: list[Note]) -> None:
    """Note the condition that an event hangs on: "unless the army leaves, they will attack".

    With "were" beside "would" it is contrary to fact; "even if" and "as if" set no condition.
    """
    for clause in tree.kids(i, "advcl"):
        for c in tree.kids(clause, "mark"):
            if tree.words[c] not in ("if", "unless", "provided", "providing"):
                continue
            if c and tree.words[c - 1] in ("even", "as", "only"):
                continue
            if tree.lemmas[i] in ANNOUNCING:
                continue  # "threatened to strike if they did not leave": threatened he has
            if i < c and any(tree.lemmas[k] in ANNOUNCING and tree.tags[k] == "VBG" for k in range(i + 1, c)):
                continue  # "vetoed a text threatening sanctions if it did not stop"
            unreal = _is_unreal(tree, clause) and any(
                tree.words[k] in ("would", "'d", "could") for k in tree.kids(i, "aux")
            )
            effect: Effect = "counterfactual" if unreal and tree.words[c] == "if" else "possible"
            notes.append(Note(effect=effect, sort="condition", tokens=(c,), name="on condition"))
            return


def _is_unreal(tree: Tree, i: int) -> bool:
    """Whether a condition is put as contrary to fact: "if it were higher", "if he were to come"."""
    were = [i, *tree.kids(i, "aux", "auxpass")]
    subject = tree.kid(i, "nsubj", "nsubjpass")
    plural = subject is None or tree.tags[subject] in ("NNS", "NNPS") or tree.words[subject] in ("we", "they", "you")
    to = any(tree.words[c] == "were" and tree.words[c + 1 : c + 2] == ["to"] for c in were)
    return to or (not plural and any(tree.words[c] == "were" for c in were))
