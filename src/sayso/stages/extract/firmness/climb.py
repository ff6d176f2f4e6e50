"""How firmly a source commits to an event: layers of words from the sentence's root down to the trigger.

From the trigger the rule climbs the parse. At each step it notes what stands beside the word (modals, negation,
adverbs) and what the word above makes of what it governs (`lexicon/firmness.toml`). It stops where the event is taken
for granted
(relative clauses, participles before a noun, "after", "because") and at a verb of saying: above that, it is the chain's
business. Source: FactBank (Saurí and Pustejovsky 2009) for the values; Karttunen 1971 for the composition.
"""

from collections.abc import Sequence

from sayso.lexicon.firmness import Effect, Firmness, Signature, load_firmness
from sayso.model import Factuality, Layer, Polarity, Span, span_of
from sayso.model._record import record
from sayso.stages.extract.firmness.negation import (
    denying_word,
    inverted_condition,
    is_imperative,
    only_until,
    ruling_out,
    supposed_day,
    untrue_to_say,
)
from sayso.stages.extract.firmness.verdicts import Verdict, described, is_report, tells_that, verdict_on
from sayso.stages.extract.parse.tree import RELATIVES, Tree

RANK: dict[str, int] = {
    "asserted": 0, "probable": 1, "planned": 2, "possible": 3, "unknown": 4, "counterfactual": 5, "asked": 6,
}  # fmt: skip
MAX_STEPS = 12


@record
class Note:
    """One thing found on the way up."""

    effect: Effect
    """What it makes of what is under it."""
    sort: str
    """As `Layer.sort`; `speech` for the verb of saying where the climb ended."""
    tokens: tuple[int, ...]
    """The words."""
    name: str
    """Which table or rule."""


@record
class Firm:
    """How firmly an event is told."""

    factuality: Factuality
    polarity: Polarity
    layers: tuple[Layer, ...]
    hedges: tuple[Span, ...]
    notes: tuple[Note, ...]
    """Innermost first; for scores and reasons."""


def firmness_of(tree: Tree, trigger: int, anchor: int, *, text: str, settled: bool = False) -> Firm:
    """The firmness of an event by its trigger token; `anchor` is the light verb over it, else the same token.

    `settled`: the negation beside the trigger is part of what names the event ("has not been heard from").
    """
    notes, hedges = climb(tree, trigger, anchor, settled=settled)
    factuality, polarity = fold(notes)
    layers = tuple(_layer(tree, note, text) for note in reversed(notes) if note.sort not in ("speech",))
    spans = tuple(span_of(text, tree.starts[h], tree.ends[h]) for h in sorted(hedges))
    return Firm(factuality=factuality, polarity=polarity, layers=layers, hedges=spans, notes=tuple(notes))


def fold(notes: Sequence[Note]) -> tuple[Factuality, Polarity]:
    """Factuality and polarity of all notes together, innermost first.

    The weakest layer decides; negation turns what is under it round ("does not plan to" is negated, "may not"
    possibly not).
    """
    value, negative = "asserted", False
    for note in notes:
        if note.effect == "known":
            break
        if note.effect == "not":
            negative = not negative
            if negative and RANK[value] in (1, 2, 3):
                value = "asserted"  # what is not planned, likely or possible is denied
        elif note.effect == "unlikely":
            value, negative = _weaker(value, "probable"), not negative
        elif note.effect != "same":
            value = _weaker(value, note.effect)
    if negative and value == "asserted":
        return "negated", "negative"
    return value, "negative" if negative else "positive"  # type: ignore[return-value]


def _weaker(a: str, b: str) -> str:
    return a if RANK[a] >= RANK[b] else b


def climb(tree: Tree, trigger: int, anchor: int, *, settled: bool = False) -> tuple[list[Note], set[int]]:
    """Notes from the trigger upwards, innermost first, and the author's hedges on the way."""
    tables = load_firmness()
    notes: list[Note] = []
    hedges: set[int] = set()
    governs: Signature | None
    if anchor != trigger:
        _beside_noun(tree, trigger, notes)
        here = anchor
    else:
        here = trigger
    if not tree.is_verb(here) and not tree.tags[here].startswith("JJ"):
        _beside_noun(tree, here, notes)
    negated = _beside(tree, here, tables, notes, hedges)
    if settled:
        notes[:], negated = [note for note in notes if note.effect != "not"], False
    _depends(tree, here, notes)
    listed = negated  # whether it has a "not" of its own in a list of verbs
    if is_imperative(tree, here):
        notes.append(Note(effect="unknown", sort="attitude", tokens=(here,), name="imperative"))
        return notes, hedges
    out = ruling_out(tree, here)
    if out is not None:
        notes.append(
            Note(effect="not", sort="negation", tokens=(out, out + 1), name=f"{tree.words[out]} {tree.words[out + 1]}")
        )
        return notes, hedges
    for _ in range(MAX_STEPS):
        asked = open_how(tree, here)
        if asked is not None:
            notes.append(Note(effect="known", sort="attitude", tokens=(asked,), name="how it was"))
            break
        verdict = verdict_on(tree, here)
        if verdict is not None:
            _drop_charge(here, verdict, notes)
            above, governs = verdict.above, verdict.signature
        else:
            step = _up(tree, here, tables, notes)
            if step is None:
                break
            above, governs = step
        before = len(notes)
        denied_itself = listed and tree.deps[here] == "conj" and tree.heads[here] == above
        negated = _beside(tree, above, tables, notes, hedges, below=here)
        if negated and denied_itself:  # "not serving drinks and not hiring women": either has a "not" of its own
            notes[before:] = [n for n in notes[before:] if n.effect != "not"]
            negated = False
        listed = negated or denied_itself
        if not negated and tree.tags[above].startswith("NN"):
            negated = _denied_noun(tree, above, notes)
        if governs is not None:
            beside = notes[before:]
            del notes[before:]
            if tree.lemmas[above] == "see" and any(n.sort in ("modal", "future") for n in beside):
                notes.extend(beside)  # "a plan which would see them leave": nobody has seen it
                here = above
                continue
            _govern(verdict.word if verdict else above, governs, negated, beside, notes)
            if governs.plain == "known" and notes[-1:] and notes[-1].effect == "known":
                break
        if verdict is not None and verdict.ends:
            break
        _described(tree, above, notes)
        here = above
        ends = bool(notes) and notes[-1].effect == "not" and notes[-1].sort == "implicative"
        if ends and (is_imperative(tree, here) or _is_told_to(tree, here)):
            notes.append(Note(effect="unknown", sort="attitude", tokens=(here,), name="told to stop"))
            break
    return notes, hedges


TELLING_TO = frozenset({"tell", "warn", "remind", "advise"})
"""Verbs of saying that with an object and an infinitive tell somebody what to do."""


def _is_told_to(tree: Tree, i: int) -> bool:
    """Whether a verb is what somebody is told to do: who is told to stop hiring men is not said to hire none."""
    above = tree.heads[i]
    return tree.deps[i] in ("xcomp", "ccomp") and _has_to(tree, i) and tree.lemmas[above] in TELLING_TO


LEFT_OPEN = frozenset(
    {"know", "sure", "clear", "unclear", "certain", "determine", "explain", "understand", "establish", "investigate"}
    | {"unknown", "unsure", "learn", "tell", "say"}
)
"""Words over a clause of which only how or why it was is left open."""


def open_how(tree: Tree, clause: int) -> int | None:
    """The "how" or "why" of "are not sure how he died": that he did is taken for granted; None elsewhere."""
    if tree.lemmas[tree.heads[clause]] not in LEFT_OPEN or tree.deps[clause] not in ("ccomp", "csubj", "advcl"):
        return None
    if _has_to(tree, clause) or not tree.is_verb(clause) or any(tree.tags[c] == "MD" for c in tree.children[clause]):
        return None
    for c in tree.children[clause]:
        last = c == tree.lefts[clause] and tree.words[c] in ("how", "why")
        if last and not any(tree.words[k] in ("many", "much", "few") for k in (c + 1, c + 2)):
            return c
    return None


def _drop_charge(report: int, verdict: Verdict, notes: list[Note]) -> None:
    """Once it is said whether a claim is true, it no longer matters what it was called ("denied false reports")."""
    if verdict.signature.name in ("falsity", "truth"):
        while notes and (notes[-1].tokens == (report,) or notes[-1].name.endswith(" report")):
            notes.pop()


def _described(tree: Tree, noun: int, notes: list[Note]) -> None:
    """Note "false reports that", "unconfirmed reports of"."""
    there = tree.deps[noun] == "attr" and tree.kid(tree.heads[noun], "expl") is not None
    if there and is_report(tree, noun):
        notes.append(Note(effect="probable", sort="hedge", tokens=(noun,), name="there are reports"))
    found = described(tree, noun) if is_report(tree, noun) else None
    if found is not None and found[1].plain != "same":
        word, sign = found
        notes.append(Note(effect=sign.plain, sort=sign.sort, tokens=(word,), name=f"{sign.name} report"))


def _denied_noun(tree: Tree, i: int, notes: list[Note]) -> bool:
    """Note "no evidence", "no plan"; True when it is there."""
    for c in tree.children[i]:
        if tree.deps[c] in ("det", "neg") and tree.words[c] in ("no", "neither", "little", "not"):
            notes.append(Note(effect="not", sort="negation", tokens=(c,), name="no"))
            return True
    return False


def _govern(above: int, sign: Signature, negated: bool, beside: list[Note], notes: list[Note]) -> None:
    """Note what a governing word does; its own negation is part of it, its other surroundings lie outside of it."""
    negations = [n for n in beside if n.effect == "not"]
    if negated and negations:
        if sign.negated != "same" or sign.plain != "same":
            words = (*negations[0].tokens, above)
            notes.append(
                Note(effect=sign.negated, sort=sign.sort, tokens=tuple(sorted(words)), name=f"not {sign.name}")
            )
        beside = [n for n in beside if n is not negations[0]]
    elif sign.plain not in ("same",):
        notes.append(Note(effect=sign.plain, sort=sign.sort, tokens=(above,), name=sign.name))
    notes.extend(beside)


def _beside(
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


def _beside_noun(tree: Tree, i: int, notes: list[Note]) -> None:
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


def _up(tree: Tree, i: int, tables: Firmness, notes: list[Note]) -> tuple[int, Signature | None] | None:
    """The word above and what it does to this one; None where the climb ends."""
    dep, head = tree.deps[i], tree.heads[i]
    if dep == "ROOT" or head == i:
        if tree.tags[i] == "VB" and _has_to(tree, i) and tree.kid(i, "nsubj") is not None:
            to = next(c for c in tree.children[i] if tree.words[c] == "to")
            notes.append(Note(effect="planned", sort="future", tokens=(to,), name="headline to"))
        _question(tree, i, notes)
        return None
    _whether(tree, i, head, notes)
    if dep == "advcl":
        return _up_adverbial(tree, i, head, tables, notes)
    if dep == "conj":
        return _up_conjunct(tree, i, head)
    if dep == "pcomp" or (dep == "pobj" and tree.deps[head] in ("prep", "dative", "agent")):
        return _up_preposition(tree, i, head, tables, notes)
    if dep == "relcl" and is_report(tree, head) and tells_that(tree, i):
        return _governor(
            tree, i, head, tables, notes
        )  # "the report that they left", which the parser takes for "which"
    if _is_aim(tree, i):
        to = next(c for c in tree.children[i] if tree.words[c] == "to")
        notes.append(Note(effect="planned", sort="plan", tokens=(to,), name="aim"))
        return _after_aim(tree, i)
    if dep == "relcl" and _is_denied_cleft(tree, head):
        notes.append(Note(effect="not", sort="negation", tokens=(tree.heads[head],), name="not he who"))
        return None
    if dep == "relcl" and (supposed := supposed_day(tree, i)) is not None:
        notes.append(Note(effect="unknown", sort="condition", tokens=(supposed,), name="on such a day"))
        return None
    if dep == "relcl" and (mark := _supposed(tree, head)) is not None:
        notes.append(Note(effect="possible", sort="condition", tokens=(mark,), name="somebody supposed"))
        return None
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
        _question(tree, tree.heads[head], notes)  # "Were students recruited?", as the parser has it
        return None
    if dep == "acl" and not _has_to(tree, i) and tree.kid(i, "mark") is None:
        return (head, None) if tree.tags[i] == "VBG" and tree.deps[head] == "pobj" else None
    if dep in ("nsubj", "nsubjpass", "csubj") and not tree.is_verb(i):
        if dep == "nsubjpass" and tree.lemmas[head] in UNDONE:
            return head, tables.signatures["verb", "prevent"]
        return None
    return _governor(tree, i, head, tables, notes)


def _is_aim(tree: Tree, i: int) -> bool:
    """Whether an infinitive tells what the noun before it is for: "measures to press him", "in order to take it back".

    Not "the first to leave", who has left, nor a noun that says itself what becomes of the act ("refusal to leave").
    """
    noun = tree.heads[i]
    if tree.deps[i] not in ("acl", "relcl") or not _has_to(tree, i) or not tree.tags[noun].startswith("NN"):
        return False
    if tree.lemmas[noun] == "order" and tree.words[tree.heads[noun]] == "in":
        return True
    sign = load_firmness().signatures.get(("noun", tree.lemmas[noun]))
    if (sign is not None and sign.plain != "same") or is_report(tree, noun):
        return False
    return not _is_ranked(tree, noun)


def _after_aim(tree: Tree, i: int) -> tuple[int, Signature | None] | None:
    """Where the climb goes on above an aim; what is done "in order to" is another act."""
    noun = tree.heads[i]
    return None if tree.lemmas[noun] == "order" and tree.words[tree.heads[noun]] == "in" else (noun, None)


def _is_ranked(tree: Tree, noun: int) -> bool:
    """Whether a noun has a place in a row: "the first state to", "the latest town to", "the only man to"."""
    return any(
        tree.ents[c] == "ORDINAL" or tree.words[c] in RANKED or tree.tags[c] == "JJS"
        for c in tree.kids(noun, "amod", "nummod", "advmod")
    )


RANKED = frozenset({"first", "last", "only", "latest", "next", "second", "third", "sole"})
ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "query", "question"})
OPEN_MARKS = frozenset({"ccomp", "csubj", "csubjpass", "xcomp", "pcomp", "acl", "nsubj", "attr", "parataxis"})
"""Relations under which "whether" asks; under others it sets a condition."""


def _whether(tree: Tree, i: int, head: int, notes: list[Note]) -> None:
    """Note an indirect question: "asked whether they left" asks, "it is unclear whether they left" leaves it open."""
    if tree.deps[i] not in OPEN_MARKS:
        return
    words = ("whether", "if") if tree.deps[i] == "ccomp" else ("whether",)
    mark = next((c for c in tree.children[i] if tree.deps[c] in ("mark", "advmod") and tree.words[c] in words), None)
    if mark is None:
        return
    governor = tree.heads[head] if tree.deps[i] == "pcomp" else head
    asks = tree.lemmas[governor] in ASKING
    notes.append(Note(effect="asked" if asks else "unknown", sort="question", tokens=(mark,), name="whether"))


def _depends(tree: Tree, i: int, notes: list[Note]) -> None:
    """Note the condition that an event hangs on: "unless the army leaves, they will attack".

    With "were" beside "would" it is contrary to fact; "even if" and "as if" set no condition.
    """
    for clause in tree.kids(i, "advcl"):
        for c in tree.kids(clause, "mark"):
            if tree.words[c] not in ("if", "unless", "provided", "providing"):
                continue
            if c and tree.words[c - 1] in ("even", "as", "only"):
                continue
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


ANSWERING = frozenset(
    {
        "approve",
        "accept",
        "support",
        "back",
        "endorse",
        "reject",
        "oppose",
        "refuse",
        "decline",
        "veto",
        "grant",
        "resist",
    }
)
ANSWERED = frozenset(
    {"request", "demand", "offer", "proposal", "call", "appeal", "plea", "accusation", "threat", "promise", "offensive"}
    | {"attack", "campaign", "war", "invasion", "crackdown", "operation", "strike", "raid", "blockade", "ultimatum"}
)


def _is_answered(tree: Tree, i: int, head: int) -> bool:
    """Whether it is somebody's act to which the verb above only answers: who rejects a request has been asked.

    "Approved Norway's request", "supports a US offensive": it needs a name for whose it is, since "rejects calls for
    an offensive" tells of none.
    """
    if (
        tree.lemmas[head] not in ANSWERING
        or tree.lemmas[i] not in ANSWERED
        or tree.deps[i] not in ("dobj", "nsubjpass")
    ):
        return False
    owners = tree.kids(i, "poss", "compound", "amod", "nmod")
    owners += [
        p for c in tree.kids(i, "prep", "agent") if tree.words[c] in ("by", "from") for p in tree.kids(c, "pobj")
    ]
    return any(tree.ents[c] in ("GPE", "NORP", "PERSON", "ORG") or tree.tags[c] == "PRP$" for c in owners)


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


def _governor(
    tree: Tree, i: int, head: int, tables: Firmness, notes: list[Note]
) -> tuple[int, Signature | None] | None:
    """The word above as governor; ends at a verb of saying."""
    lemma = tree.lemmas[head]
    if _is_answered(tree, i, head):
        return None
    if lemma in ENDING and tree.lemmas[i] in LASTING and tree.deps[i] in ("dobj", "nsubjpass"):
        return None
    kind = "verb" if tree.is_verb(head) else "adjective" if tree.tags[head].startswith("JJ") else "noun"
    told = tree.deps[i] in ("ccomp", "parataxis", "xcomp") and kind == "verb" and lemma in tables.speech
    untrue = untrue_to_say(tree, head) if kind == "verb" else None
    if untrue is not None:
        word, effect_of = untrue
        notes.append(Note(effect=effect_of, sort="attitude", tokens=(word,), name="untrue to say"))  # type: ignore[arg-type]
        return None
    if told and not _has_to(tree, i) and ("verb", lemma) not in SPEECH_WITH_FIRMNESS:
        negated = any(tree.deps[c] == "neg" for c in tree.children[head])
        effect: Effect = "unknown" if negated else "same"
        sort = "attitude" if negated else "speech"
        notes.append(Note(effect=effect, sort=sort, tokens=(head,), name=f"speech {lemma}"))
        return None
    whole = _with_particle(tree, head)
    sign = tables.signatures.get((kind, whole)) or tables.signatures.get((kind, lemma))
    if lemma == "set" and not (_has_to(tree, i) and whole in ("set", "set_out")):
        sign = None  # "set a record", "set up to train": done, where "set to leave" is to come
    if sign is None and told and lemma in HEARSAY and tree.deps[i] == "xcomp":
        notes.append(Note(effect="probable", sort="hedge", tokens=(head,), name=f"{lemma} to"))
        return head, None
    if kind == "verb" and lemma == "be":
        adjective = tree.kid(head, "acomp", "attr", "oprd")
        if adjective is not None and adjective != i:
            group = "adjective" if tree.tags[adjective].startswith("JJ") else "noun"
            sign = tables.signatures.get((group, tree.lemmas[adjective])) or sign
            if sign is not None:
                notes.append(Note(effect=sign.plain, sort=sign.sort, tokens=(adjective,), name=sign.name))
                return head, None
    if lemma == "go" and tree.tags[head] == "VBG" and _has_to(tree, i):
        notes.append(Note(effect="planned", sort="future", tokens=(head,), name="going to"))
        return head, None
    if lemma == "be" and sign is None and _has_to(tree, i) and tree.deps[i] == "xcomp":
        notes.append(Note(effect="planned", sort="future", tokens=(head,), name="be to"))
        return head, None
    if lemma == "have" and _has_to(tree, i) and tree.deps[i] == "xcomp":
        notes.append(Note(effect="unknown", sort="modal", tokens=(head,), name="have to"))
        return head, None
    return head, sign


def _with_particle(tree: Tree, verb: int) -> str:
    """A verb's lemma as the tables have it: `rule_out`."""
    particle = tree.kid(verb, "prt")
    return tree.lemmas[verb] if particle is None else f"{tree.lemmas[verb]}_{tree.words[particle]}"


ENDING = frozenset({"stop", "halt", "quell", "contain"})
LASTING = frozenset(
    {"crisis", "conflict", "war", "violence", "fighting", "bloodshed", "killing", "bombing", "shelling", "bombardment"}
    | {"occupation", "siege", "unrest", "fire", "hostility", "massacre", "slaughter", "genocide", "abuse", "riot"}
    | {"epidemic", "outbreak", "rebellion", "insurgency", "exodus", "advance", "offensive", "onslaught"}
)
"""What goes on already when somebody stops it or wants it stopped: "measures to stop the bloodshed"."""
UNDONE = frozenset(
    {"cancel", "postpone", "delay", "avert", "prevent", "foil", "thwart", "scrap", "shelve", "halt", "block"}
)
"""Verbs whose passive subject did not come about."""
HEARSAY = frozenset({"say", "claim", "report"})
"""Verbs of saying that with an infinitive leave open whether it is so: "is said to have left", "claims to have won"."""
SPEECH_WITH_FIRMNESS = frozenset({("verb", "suggest"), ("verb", "predict"), ("verb", "allege"), ("verb", "deny")})


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
    turned = inverted_condition(tree, i)
    if turned is not None:
        contrary = "possible" if tree.words[turned] == "should" else "counterfactual"
        notes.append(Note(effect=contrary, sort="condition", tokens=(turned,), name="inverted condition"))  # type: ignore[arg-type]
        return None
    if _has_to(tree, i):
        kind = "verb" if tree.is_verb(head) else "noun" if tree.tags[head].startswith("NN") else "adjective"
        sign = tables.signatures.get((kind, tree.lemmas[head]))
        if sign is not None and i > head:  # the parser often calls a complement an adverbial
            return head, sign
        if any(_is_ranked(tree, c) for c in tree.kids(head, "attr")):
            return head, None  # "became the first to leave", which the parser hangs on the verb
        to = next(c for c in tree.children[i] if tree.words[c] == "to")
        notes.append(Note(effect="planned", sort="plan", tokens=(to,), name="purpose"))
        return None
    if tree.tags[i] in ("VBG", "VBN") and tree.kid(i, "mark", "nsubj", "nsubjpass") is None:
        sign = tables.signatures.get(("verb", _with_particle(tree, head)))
        beside = (
            head < i and tree.tags[i] == "VBG" and tree.words[tree.lefts[i] - 1] in ("not", tree.words[head], "out")
        )
        if sign is not None and sign.plain == "not" and beside:
            return head, sign  # "has not ruled out sending them"
        return head, None  # ", killing five": as firm as what it hangs on
    return None


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
    above = head  # modals and negation of the first conjunct are its own; what governs both is not
    while tree.deps[above] == "conj":
        above = tree.heads[above]
    if tree.deps[above] in ("ccomp", "xcomp", "advcl", "acl", "pcomp") and not own:
        return above, None
    return None


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
    kind = "verb" if tree.is_verb(head) else "adjective" if tree.tags[head].startswith("JJ") else "noun"
    sign = tables.signatures.get((kind, tree.lemmas[head]))
    if kind == "noun" and word == "for" and tree.lemmas[head] in ASKED_FOR and not tree.is_verb(i):
        notes.append(Note(effect="unknown", sort="attitude", tokens=(head,), name="support for"))
        return head, None
    if kind == "verb" and tree.lemmas[head] == "ban" and word != "from":
        return None
    if (
        word in ("after", "before", "since", "during", "by", "while", "upon", "on", "at", "with")
        and tree.deps[i] == "pcomp"
    ):
        return (head, None) if word in ("by", "before") and kind == "verb" else None
    if tree.deps[i] == "pcomp" and kind == "verb" and sign is None:
        return None if word in ("after", "since", "during", "while", "upon", "despite", "besides") else (head, None)
    if sign is None and kind == "noun" and word in ("of", "about") and is_report(tree, head):
        return head, None
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


CAUSES = frozenset({"due", "because", "amid", "owing", "thanks"})
"""Prepositions of the ground for something, which is there whatever comes of it: "not to fly due to the strike"."""
ASKED_FOR = frozenset(
    {"support", "approval", "backing", "permission", "readiness", "preparation", "opposition", "warrant"}
)
"""Nouns whose "for" leads to what may or may not come about: "voiced support for the deployment"."""


def _question(tree: Tree, i: int, notes: list[Note]) -> None:
    end = tree.rights[i]
    for at in range(end, max(i, end - 3), -1):
        if tree.words[at] == "?":
            notes.append(Note(effect="asked", sort="question", tokens=(at,), name="question"))
            return


def _has_to(tree: Tree, i: int) -> bool:
    return any(tree.deps[c] == "aux" and tree.words[c] == "to" for c in tree.children[i])


FACTUALITY_OF: dict[str, Factuality] = {
    "not": "negated", "known": "asserted", "same": "asserted", "unlikely": "probable",
}  # fmt: skip


def _layer(tree: Tree, note: Note, text: str) -> Layer:
    first, last = min(note.tokens), max(note.tokens)
    if last - first > 4:
        first = last
    value: Factuality = FACTUALITY_OF.get(note.effect) or note.effect  # type: ignore[assignment]
    return Layer(factuality=value, sort=note.sort, span=span_of(text, tree.starts[first], tree.ends[last]))  # type: ignore[arg-type]
