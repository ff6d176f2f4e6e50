"""The one record of a sentence: which of its acts, by whom, to whom."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from sayso.lexicon.firmness import load_firmness
from sayso.lexicon.packs import Pack
from sayso.lexicon.triggers import parse_trigger
from sayso.model import Event, Mentions, Parsed, Reason, Span, span_of
from sayso.model._record import record
from sayso.stages.extract.clause.arguments import fillers_of
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.match import Match, find_matches
from sayso.stages.extract.clause.noun_frame import light_verb_of
from sayso.stages.extract.clause.subjects import subjects_of
from sayso.stages.extract.clause.verb_frame import verb_frame
from sayso.stages.extract.event import make_event
from sayso.stages.extract.parse.tree import Tree
from sayso.stages.extract.plover.bounds import wide_bounds
from sayso.stages.extract.plover.source import PRONOUNS, main_subject, sayer, source_or_sayer, subject_above
from sayso.stages.extract.plover.target import GUESSES, Act, is_aside, last_place, parties_besides, target_of
from sayso.stages.extract.plover.types import COOPERATION, coded_type

RECIPROCAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "REJECT"})


@record
class CodedActor:
    """Who acts or is acted on, in a coder's record."""

    role: Literal["source", "target", "related"]
    """`related`: several who act with each other ("the two states signed"), nobody being acted on."""
    span: Span


@record
class CodedEvent:
    """A coder's record of a sentence."""

    event_type: str
    """PLOVER type, with future and refusal read as types of their own."""
    trigger: Span
    actors: tuple[CodedActor, ...]
    reasons: tuple[Reason, ...]
    """Which act was taken, and which rung gave the target."""


@record
class MarkedActor:
    """An actor that somebody has marked beforehand: the act between the marked actors is meant."""

    role: Literal["source", "target", "related"]
    start: int
    end: int


@record
class _Candidate:
    """An act of the sentence with who takes part."""

    match: Match
    event: Event
    source: tuple[int, ...]
    target: tuple[int, ...]
    rung: str
    aim_of: int | None = None
    """The verb whose aim or circumstance it tells: "marched to denounce"."""
    also: tuple[int, ...] = ()
    """Whom the act under it is aimed at."""


def code_sentence(parsed: Parsed, packs: Sequence[Pack], marked: Sequence[MarkedActor] = ()) -> CodedEvent | None:
    """The uppermost act of the text, or the one between the marked actors; None where no pack knows a word of it.

    The text is one sentence. Who is "it" or "they" after a verb of saying is the speaker.
    """
    tree = Tree(parsed.doc)
    denoted = Denoted(tree, Mentions())
    found = _candidates(parsed, tree, denoted, packs)
    if not found:
        return None
    best = _with_above(tree, min(found, key=lambda c: _rank(tree, c, marked)))
    pairs: tuple[tuple[Literal["source", "target", "related"], tuple[int, ...]], ...]
    pairs = (("source", best.source), ("target", best.target))
    drill = _is_joint_drill(tree, best)
    talks = best.match.trigger.words.startswith(("hold @talks", "talk with", "conduct @talks"))
    mutual = (
        best.rung != "named_target"
        and best.event.event_type in RECIPROCAL
        and not _is_judged_by_all(best)
        and (parties_besides(best.source, denoted, best.target) or _is_of_several(tree, best))
    )
    if talks or mutual or drill:
        pairs = (("related", best.source),)
    text = parsed.document.text
    actors = tuple(
        CodedActor(role=role, span=span_of(text, start, end))
        for role, heads in pairs
        for start, end in _phrases(tree, heads)
    )
    why = Reason(rule="plover.target", detail=best.rung, spans=tuple(a.span for a in actors if a.role == "target"))
    return CodedEvent(
        event_type="COOPERATE" if drill else _coded(tree, best),
        trigger=best.event.trigger,
        actors=actors,
        reasons=(*best.event.reasons, why),
    )


PENALTIES = frozenset({"sanction", "embargo", "boycott", "inquiry", "investigation", "probe", "prosecution"})


def _coded(tree: Tree, best: _Candidate) -> str:
    """The type in PLOVER's reading.

    Who says that others must do something demands it (CAMEO 10); who calls for sanctions or an inquiry against somebody
    accuses (CAMEO 113).
    """
    anchor = best.match.frame.anchor
    must = any(tree.tags[c] == "MD" and tree.words[c] in ("must", "should") for c in tree.kids(anchor, "aux"))
    if must and best.event.event_type in COOPERATION | {"AGREE"} and sayer(tree, anchor):
        return "REQUEST"
    kind = coded_type(best.event, past=any(tree.lemmas[c] == "have" for c in tree.kids(best.match.frame.anchor, "aux")))
    asked = (*best.match.frame.slots.get("for", ()), *best.match.frame.slots.get("object", ()))
    return "ACCUSE" if kind == "REQUEST" and any(tree.lemmas[h] in PENALTIES for h in asked) else kind


def _is_judged_by_all(best: _Candidate) -> bool:
    """Whether several say the same of a third thing, and nothing to each other: "both states welcomed the visit"."""
    judged = best.rung == "theme_itself" and best.event.event_type in ("SUPPORT", "REJECT")
    return judged and not best.match.consumed and best.match.trigger.pos == "verb"


def _is_of_several(tree: Tree, best: _Candidate) -> bool:
    """Whether the one phrase for who acts names several sides: "Norwegian and Swedish negotiators agreed"."""
    fights = tree.lemmas[best.match.token] in ("battle", "clash", "fight")
    if len(best.source) != 1 or not (fights or best.event.event_type in ("AGREE", "SUPPORT", "COOPERATE")):
        return False
    head = best.source[0]
    named = [c for c in tree.kids(head, "amod", "compound", "nmod") if tree.ents[c] in ("GPE", "NORP", "ORG")]
    if tree.tags[head] not in ("NNS", "NNPS"):
        return False
    if any(tree.words[c + 1] == "and" for c in named[:-1]):
        return True  # "UK and EU negotiators"
    return any(tree.ents[one] in ("GPE", "NORP", "ORG") for c in named for one in tree.conjuncts(c) if one != c)


DRILLS = frozenset({"exercise", "drill", "game", "manoeuvre", "maneuver", "wargame"})


def _is_joint_drill(tree: Tree, best: _Candidate) -> bool:
    """Whether several hold an exercise: PLOVER's COOPERATE; one alone shows its force (MOBILIZE)."""
    words = (best.match.token, *best.match.consumed)
    named = any(tree.lemmas[i] in DRILLS for i in words) or any(
        tree.lemmas[c] in DRILLS for i in words for p in tree.kids(i, "prep") for c in tree.kids(p, "pobj")
    )
    return best.event.event_type == "MOBILIZE" and len(best.source) > 1 and named


def _candidates(parsed: Parsed, tree: Tree, denoted: Denoted, packs: Sequence[Pack]) -> list[_Candidate]:
    matches = find_matches(tree, range(len(tree.words)), packs, denoted)
    consumed = {token for match in matches for token in match.consumed}
    found = [_candidate(parsed, tree, m, denoted) for m in matches if m.token not in consumed and _is_act(tree, m)]
    return _modal_acts(parsed, tree, packs) + [_with_below(c, found) for c in found]


def _candidate(parsed: Parsed, tree: Tree, match: Match, denoted: Denoted) -> _Candidate:
    fillers = fillers_of(tree, match, denoted)
    own = [f.head for f in fillers if f.role == "source"]
    source = source_or_sayer(tree, match.frame.anchor, own) if own or not _is_undergone(tree, match) else []
    act = Act(tree=tree, match=match, fillers=tuple(fillers), source=tuple(source), denoted=denoted)
    if not source and match.frame.passive and match.trigger.pos != "noun":
        source = _by_whom(tree, match) or _sent(match, denoted)
    target, rung = target_of(act)
    if match.frame.passive and not source and target and rung not in GUESSES:
        source = [place for place in last_place(act) if not is_aside(tree, place, match.frame.anchor)]
    return _Candidate(
        match=match,
        event=make_event(parsed, tree, match, fillers, ()),
        source=tuple(source),
        target=tuple(target),
        rung=rung,
        aim_of=_aim_of(tree, match.frame.anchor),
    )


def _aim_of(tree: Tree, anchor: int) -> int | None:
    """The verb over an infinitive or participle that stands as its adverb, through "and"."""
    while tree.deps[anchor] == "conj":
        anchor = tree.heads[anchor]
    free = tree.deps[anchor] in ("advcl", "xcomp") and tree.tags[anchor] in ("VB", "VBG")
    return tree.heads[anchor] if free else None


def _by_whom(tree: Tree, match: Match) -> list[int]:
    """Who stands behind "by" at a passive, whether or not they are known to act: "were eased by the palace"."""
    told = {role for role, _ in match.trigger.slots.get("subject", ())}
    agents = [p for c in tree.kids(match.frame.anchor, "agent") for p in tree.kids(c, "pobj")]
    return [one for p in agents for one in tree.conjuncts(p)] if "source" in told else []


def _sent(match: Match, denoted: Denoted) -> list[int]:
    """The forces themselves, where nobody is told to have sent them: "police were deployed across the capital"."""
    if match.trigger.event_type not in ("MOBILIZE", "RETREAT"):
        return []
    return [h for h in match.frame.slots.get("object", ()) if denoted.is_actor(h)]


DONE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def _is_undergone(tree: Tree, match: Match) -> bool:
    """Whether the act is told from the side of whom it is done to: who tells of it has not done it."""
    return match.frame.passive and match.trigger.event_type in DONE


def _is_act(tree: Tree, match: Match) -> bool:
    """Whether it tells of something: no part of a name, no "Norland-backed"."""
    hyphenated = tree.deps[match.token] == "amod" and match.token > 0 and tree.words[match.token - 1] in ("-", "–")
    return tree.tags[match.token] not in ("NNP", "NNPS") and not hyphenated


VOICED = frozenset({"ACCUSE", "REJECT", "REQUEST"})


def _is_aim(f: _Candidate, c: _Candidate) -> bool:
    """Whether an act is what others protest for: "marched to denounce the army", "rallied calling for a vote"."""
    return f is not c and f.aim_of == c.match.frame.anchor


def _with_below(c: _Candidate, found: Sequence[_Candidate]) -> _Candidate:
    """An act of speech or will takes over who the act under it is aimed at: "is willing to withdraw from the town"."""
    if c.event.event_type == "PROTEST" and (not c.target or c.rung in GUESSES):
        meant = [f for f in found if f.target and f.event.event_type in VOICED and _is_aim(f, c)]
        if meant:
            return replace(c, target=meant[0].target, rung="target of what they protest for")
    below = {*c.match.frame.infinitives, *c.match.frame.gerunds}
    under = [f for f in found if f is not c and (f.match.token in below or f.match.frame.anchor in below)]
    if not under or c.match.trigger.pos == "noun":
        return c
    extra = tuple(h for f in under for h in f.target if h not in c.target and h not in c.source)
    if c.target:
        return replace(c, also=extra)
    return replace(c, target=extra[:3], also=extra, rung=f"target of `{under[0].event.trigger.text}` under it")


def _with_above(tree: Tree, c: _Candidate) -> _Candidate:
    """Who acts, where the act does not name them: who does what the verb over a noun says, or whom "he" takes up."""
    if c.source and all(tree.words[s] in PRONOUNS for s in c.source):
        return replace(c, source=tuple(main_subject(tree, c.match.frame.anchor)) or c.source)
    if c.source or c.match.trigger.pos != "noun":
        return c
    return replace(c, source=tuple(h for h in subject_above(tree, c.match.token) if h not in c.target))


def _modal_acts(parsed: Parsed, tree: Tree, packs: Sequence[Pack]) -> list[_Candidate]:
    """What "the envoy said that they must disarm" demands and "says it will not accept" refuses (CAMEO 10, 12)."""
    found = []
    for i, word in enumerate(tree.words):
        if tree.tags[i] != "MD" or tree.deps[i] != "aux":
            continue
        verb = tree.heads[i]
        if word in ("must", "should", "ought"):
            kind, source, target = "REQUEST", sayer(tree, verb), subjects_of(tree, verb)
        elif word in ("will", "wo", "would") and tree.kid(verb, "neg") is not None:
            kind, source, target = "REJECT", _refuser(tree, verb), _refused(tree, verb)
        else:
            continue
        if source:
            found.append(_modal_act(parsed, tree, verb, kind, source, target))
    return found


def _refuser(tree: Tree, verb: int) -> list[int]:
    source = subjects_of(tree, verb)
    return sayer(tree, verb) or source if all(tree.words[s] in PRONOUNS for s in source) and source else source


def _refused(tree: Tree, verb: int) -> list[int]:
    slots = verb_frame(tree, verb).slots
    return [head for slot in ("to", "with", "for", "from") for head in slots.get(slot, ())][:2]


def _modal_act(
    parsed: Parsed, tree: Tree, verb: int, kind: str, source: Sequence[int], target: Sequence[int]
) -> _Candidate:
    trigger = parse_trigger(tree.lemmas[verb], event_type=kind, pos="verb", slots={}, classes={})
    match = Match(token=verb, trigger=trigger, frame=verb_frame(tree, verb), consumed=())
    event = replace(make_event(parsed, tree, match, (), ()), polarity="positive", layers=())
    return _Candidate(match=match, event=event, source=tuple(source), target=tuple(target), rung="modal")


def _rank(tree: Tree, c: _Candidate, marked: Sequence[MarkedActor]) -> tuple[float, float, int]:
    """Lower is better: holds the marked actors, stands high in the sentence, is no bare noun, comes first."""
    misses = 0.0
    for actor in marked:
        heads = c.source if actor.role == "source" else (*c.target, *c.also)
        others = c.target if actor.role == "source" else c.source
        if not any(_meets(tree, h, actor) for h in heads):
            misses += 0.5 if any(_meets(tree, h, actor) for h in others) else 1
    return (misses, _depth(tree, c.match) + _lacks(tree, c), c.match.token)


def _lacks(tree: Tree, c: _Candidate) -> float:
    """What an act lacks of a full record: a side counts one, a guessed target or a mere pronoun half."""
    lacks = float(not c.source) + float(not c.target)
    if c.target:
        lacks += 0.5 * (c.rung in GUESSES) + 0.5 * all(tree.words[t] in PRONOUNS for t in c.target)
    return lacks


def _meets(tree: Tree, head: int, actor: MarkedActor) -> bool:
    start, end = _offsets(tree, head)
    return start < actor.end and actor.start < end


def _phrases(tree: Tree, heads: Sequence[int]) -> list[tuple[int, int]]:
    """Offsets of the words for each, two bare nouns in a row as one phrase: "army helicopters and tanks"."""
    found: list[tuple[int, int]] = []
    for place, head in enumerate(heads):
        start, end = _offsets(tree, head)
        if len(heads) == 2 and place and tree.heads[head] == heads[0] and _is_bare(tree, head):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_bare(tree: Tree, head: int) -> bool:
    """Whether a noun behind "and" shares the article, figure or name before the first."""
    first = tree.heads[head]
    common = tree.tags[head] in ("NN", "NNS") and tree.tags[first] in ("NN", "NNS")
    shared = any(tree.words[c] != "the" for c in tree.kids(first, "det", "amod", "nummod", "poss", "compound"))
    own = tree.kids(head, "det", "nummod", "poss", "amod", "relcl")
    return tree.deps[head] == "conj" and common and shared and not own


def _offsets(tree: Tree, head: int) -> tuple[int, int]:
    first, last = wide_bounds(tree, head)
    return tree.starts[first], tree.ends[last]


STEPS = {"advcl": 1.0, "relcl": 1.0, "acl": 1.0, "pcomp": 1.0, "xcomp": 1.0, "conj": 0.5}
STEPS |= {"amod": 2.0, "poss": 2.0, "compound": 2.0}
"""How far down each relation leads; tried on the dev halves of plv and plover_gsr."""


def _depth(tree: Tree, match: Match) -> float:
    """How far below the sentence's main act it stands; verbs of saying do not count."""
    i = match.frame.anchor
    steps = 0.0
    if match.trigger.pos == "noun" and light_verb_of(tree, match.token) is None:
        steps += 2.0 if tree.deps[match.token] not in ("ROOT", "nsubj") else 0.8
    speech = load_firmness().speech
    for _ in range(12):
        dep, head = tree.deps[i], tree.heads[i]
        if dep == "ROOT" or head == i:
            break
        if dep in ("ccomp", "parataxis"):
            steps += 0.0 if tree.lemmas[head] in speech else 1.0
        steps += STEPS.get(dep, 0.0)
        i = head
    return steps
