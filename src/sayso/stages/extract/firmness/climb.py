"""How firmly a source commits to an event: layers of words from the sentence's root down to the trigger.

From the trigger the rule climbs the parse. At each step it notes what stands beside the word (modals, negation,
adverbs) and what the word above makes of what it governs (`lexicon/firmness.toml`). It stops where the event is taken
for granted
(relative clauses, participles before a noun, "after", "because") and at a verb of saying: above that, it is the chain's
business. Source: FactBank (Saurí and Pustejovsky 2009) for the values; Karttunen 1971 for the composition.
"""

from sayso.lexicon.firmness import Signature, load_firmness
from sayso.model import span_of
from sayso.stages.extract.firmness.beside import denied_noun, note_beside, note_beside_noun, note_condition, note_report
from sayso.stages.extract.firmness.fates import either_fate
from sayso.stages.extract.firmness.negation import is_imperative, ruling_out
from sayso.stages.extract.firmness.notes import Firm, Note, fold, layer_of
from sayso.stages.extract.firmness.questions import has_to, open_how
from sayso.stages.extract.firmness.upward import up
from sayso.stages.extract.firmness.verdicts import Verdict, verdict_on
from sayso.stages.extract.parse.tree import Tree

MAX_STEPS = 12
FEARED = frozenset({"arrest", "detention", "deportation", "execution", "death", "expulsion", "torture", "imprisonment"})
"""What has not come to those who face it."""


def firmness_of(tree: Tree, trigger: int, anchor: int, *, text: str, settled: bool = False) -> Firm:
    """The firmness of an event by its trigger token; `anchor` is the light verb over it, else the same token.

    `settled`: the negation beside the trigger is part of what names the event ("has not been heard from").
    """
    notes, hedges = climb(tree, trigger, anchor, settled=settled)
    factuality, polarity = fold(notes)
    either = None if polarity == "negative" else either_fate(tree, trigger)
    if either is not None:
        notes.append(Note(effect="possible", sort="hedge", tokens=(either,), name="one or the other"))
        factuality, polarity = fold(notes)
    layers = tuple(layer_of(tree, note, text) for note in reversed(notes) if note.sort not in ("speech",))
    spans = tuple(span_of(text, tree.starts[h], tree.ends[h]) for h in sorted(hedges))
    return Firm(factuality=factuality, polarity=polarity, layers=layers, hedges=spans, notes=tuple(notes))


def climb(tree: Tree, trigger: int, anchor: int, *, settled: bool = False) -> tuple[list[Note], set[int]]:
    """Notes from the trigger upwards, innermost first, and the author's hedges on the way."""
    tables = load_firmness()
    notes: list[Note] = []
    hedges: set[int] = set()
    governs: Signature | None
    if anchor != trigger:
        note_beside_noun(tree, trigger, notes)
        if tree.lemmas[anchor] == "face" and tree.lemmas[trigger] in FEARED:
            notes.append(Note(effect="possible", sort="modal", tokens=(anchor,), name="face"))
        here = anchor
    else:
        here = trigger
    if not tree.is_verb(here) and not tree.tags[here].startswith("JJ"):
        note_beside_noun(tree, here, notes)
    negated = note_beside(tree, here, tables, notes, hedges)
    if settled:
        notes[:], negated = [note for note in notes if note.effect != "not"], False
    note_condition(tree, here, notes)
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
            step = up(tree, here, tables, notes)
            if step is None:
                break
            above, governs = step
        before = len(notes)
        denied_itself = listed and tree.deps[here] == "conj" and tree.heads[here] == above
        negated = note_beside(tree, above, tables, notes, hedges, below=here)
        if negated and denied_itself:  # "not serving drinks and not hiring women": either has a "not" of its own
            notes[before:] = [n for n in notes[before:] if n.effect != "not"]
            negated = False
        listed = negated or denied_itself
        if not negated and tree.tags[above].startswith("NN"):
            negated = denied_noun(tree, above, notes)
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
        note_report(tree, above, notes)
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
    return tree.deps[i] in ("xcomp", "ccomp") and has_to(tree, i) and tree.lemmas[above] in TELLING_TO


def _drop_charge(report: int, verdict: Verdict, notes: list[Note]) -> None:
    """Once it is said whether a claim is true, it no longer matters what it was called ("denied false reports")."""
    if verdict.signature.name in ("falsity", "truth"):
        while notes and (notes[-1].tokens == (report,) or notes[-1].name.endswith(" report")):
            notes.pop()


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
