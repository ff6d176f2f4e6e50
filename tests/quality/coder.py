"""One PLOVER record for a sentence, as an event coder writes it: from Sayso's events to the scorer's records.

The corpora want one event a sentence, always; Sayso gives several or none. The adapter takes the uppermost act of the
sentence (between the marked actors where the corpus marks them), lets "it" and "they" after a verb of saying be the
speaker,
and falls back, when no role names the target, on who stands in the words of the theme, on whom the verb above acts on,
on the next actor behind the act in its clause, and on the place.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.lexicon.firmness import load_firmness
from sayso.lexicon.packs import Pack
from sayso.lexicon.triggers import parse_trigger
from sayso.model import Event, Mentions, Parsed
from sayso.model._record import record
from sayso.stages.extract import make_event
from sayso.stages.extract.arguments import Denoted, fillers_of
from sayso.stages.extract.frame import light_verb_of, subjects_of, verb_frame
from sayso.stages.extract.match import Match, find_matches
from sayso.stages.extract.plover import coded_type
from sayso.stages.extract.tree import Tree

PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i", "its", "their", "his", "her"})
WIDE = ("prep",)
WIDE_PREPOSITIONS = frozenset(
    {
        "in",
        "from",
        "of",
        "on",
        "at",
        "to",
        "near",
        "between",
        "against",
        "with",
        "by",
        "around",
        "over",
        "into",
        "about",
        "for",
    }
)
PARTY_PREPOSITIONS = frozenset({"against", "by", "on"})
ABOUT_PEOPLE = frozenset({"AGREE", "CONCEDE", "REQUEST"})
"""Types whose theme is never their recipient."""
RECIPROCAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "REJECT"})
PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "on", "around", "across", "throughout", "inside", "outside", "from", "to", "into"}
)


@record
class Candidate:
    """An act of the sentence with who takes part."""

    match: Match
    event: Event
    source: tuple[int, ...]
    target: tuple[int, ...]
    also: tuple[int, ...] = ()


def code(parsed: Parsed, packs: Sequence[Pack], gold: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """`type` and `actors` of the best act; empty when there is none. `gold` gives marked actors, without type."""
    tree = Tree(parsed.doc)
    denoted = Denoted(tree, Mentions())
    matches = find_matches(tree, range(len(tree.words)), packs)
    consumed = {token for match in matches for token in match.consumed}
    found = [candidate(parsed, tree, m, denoted) for m in matches if m.token not in consumed and is_act(tree, m)]
    found = [with_below(c, found) for c in found]
    found += modal_acts(parsed, tree, denoted, packs)
    if not found:
        return {}
    best = min(found, key=lambda c: rank(tree, c, gold))
    pairs = (("source", best.source), ("target", best.target))
    talks = best.match.trigger.words.startswith(("hold @talks", "talk with", "conduct @talks"))
    if talks or (
        len(best.source) > 1
        and best.event.event_type in RECIPROCAL
        and not any(denoted.is_actor(t) for t in best.target)
    ):
        pairs = (("related", best.source), ("related", ()))
    actors = [
        {"role": role, "start": start, "end": end, "text": parsed.document.text[start:end]}
        for role, heads in pairs
        for start, end in (wide_span(tree, head) for head in heads)
    ]
    return {"type": coded_type(best.event), "actors": actors}


def candidate(parsed: Parsed, tree: Tree, match: Match, denoted: Denoted) -> Candidate:
    fillers = fillers_of(tree, match, denoted)
    source = [f.head for f in fillers if f.role == "source"]
    target = [f.head for f in fillers if f.role == "target"]
    if not target:
        themes = [f.head for f in fillers if f.role == "theme" and not f.consumed]
        themes = [head for head in themes if tree.ents[head] not in ("DATE", "TIME")]
        target = party_in(tree, themes, source, denoted) or above_object(tree, match, source, denoted)
        if not target and match.trigger.event_type not in ABOUT_PEOPLE:
            target = themes[:1]
    said_by = sayer(tree, match.frame.anchor)
    if said_by and (not source or all(tree.words[s] in PRONOUNS for s in source) or speaks_for(tree, said_by, source)):
        source = said_by
    place = [] if target else next_actor(tree, match, source, denoted) or place_of(tree, match, denoted)
    if match.frame.passive and not source and target:
        source = place_of(tree, match, denoted)
    return Candidate(
        match=match,
        event=make_event(parsed, tree, match, fillers, ()),
        source=tuple(source),
        target=tuple(target or place),
    )


def party_in(tree: Tree, themes: Sequence[int], source: Sequence[int], denoted: Denoted) -> list[int]:
    """Who stands in the words for what it is about: "import limits on Norland", "the rules imposed by the council"."""
    for theme in themes:
        for i in range(theme + 1, tree.rights[theme] + 1):
            if (
                tree.deps[i] == "pobj"
                and tree.words[tree.heads[i]] in PARTY_PREPOSITIONS
                and i not in source
                and denoted.is_actor(i)
            ):
                return tree.conjuncts(i)
    return []


def above_object(tree: Tree, match: Match, source: Sequence[int], denoted: Denoted) -> list[int]:
    """Whom the verb above acts on for that purpose: "summoned the envoy to complain"."""
    anchor = match.frame.anchor
    if tree.deps[anchor] not in ("xcomp", "advcl") or tree.tags[anchor] not in ("VB", "VBG"):
        return []
    objects = tree.kids(tree.heads[anchor], "dobj")
    return [one for head in objects for one in tree.conjuncts(head) if denoted.is_actor(one) and one not in source]


def next_actor(tree: Tree, match: Match, source: Sequence[int], denoted: Denoted) -> list[int]:
    """The first actor behind the act in its clause that is not the source: how CAMEO's coders read a target."""
    anchor = match.frame.anchor
    for i in range(match.token + 1, tree.rights[anchor] + 1):
        if i in source or tree.words[i] in PRONOUNS or tree.deps[i] not in ("pobj", "poss", "dative"):
            continue
        if not denoted.is_actor(i) or tree.tags[i] == "CD":
            continue
        if tree.deps[i] == "poss":
            return [tree.heads[i]]
        return tree.conjuncts(i)
    return []


def speaks_for(tree: Tree, said_by: Sequence[int], source: Sequence[int]) -> bool:
    """Whether the speaker comes first and tells of their own side: "the envoy said that his forces"."""
    if said_by[0] > source[0]:
        return False
    return any(tree.words[c] in PRONOUNS | {"the"} for s in source for c in tree.kids(s, "poss", "det"))


def is_act(tree: Tree, match: Match) -> bool:
    hyphenated = tree.deps[match.token] == "amod" and match.token > 0 and tree.words[match.token - 1] in ("-", "–")
    return tree.tags[match.token] not in ("NNP", "NNPS") and not hyphenated


def with_below(c: Candidate, found: Sequence[Candidate]) -> Candidate:
    """An act of speech or will takes over who the act under it is aimed at: "is willing to withdraw from the town"."""
    below = {i for top in (*c.match.frame.infinitives, *c.match.frame.gerunds) for i in (top,)}
    under = [f for f in found if f is not c and (f.match.token in below or f.match.frame.anchor in below)]
    if not under or c.match.trigger.pos == "noun":
        return c
    extra = tuple(h for f in under for h in f.target if h not in c.target and h not in c.source)
    return replace(c, target=c.target or extra[:3], also=extra)


def modal_acts(parsed: Parsed, tree: Tree, denoted: Denoted, packs: Sequence[Pack]) -> list[Candidate]:
    """What "the envoy said that they must disarm" demands and "says it will not accept" refuses (CAMEO 10, 12)."""
    found = []
    for i, word in enumerate(tree.words):
        if tree.tags[i] != "MD" or tree.deps[i] != "aux":
            continue
        verb = tree.heads[i]
        negated = tree.kid(verb, "neg") is not None
        if word in ("must", "should", "ought"):
            kind, source, target = "REQUEST", sayer(tree, verb), subjects_of(tree, verb)
        elif word in ("will", "wo", "would") and negated:
            kind, target = (
                "REJECT",
                [h for s in ("object", "to", "with", "for", "from") for h in verb_frame(tree, verb).slots.get(s, ())][
                    :2
                ],
            )
            source = subjects_of(tree, verb)
            if source and all(tree.words[s] in PRONOUNS for s in source):
                source = sayer(tree, verb) or source
        else:
            continue
        if source:
            trigger = parse_trigger(tree.lemmas[verb], event_type=kind, pos="verb", slots={}, classes={})
            match = Match(token=verb, trigger=trigger, frame=verb_frame(tree, verb), consumed=())
            event = replace(make_event(parsed, tree, match, (), ()), polarity="positive", layers=())
            found.append(Candidate(match=match, event=event, source=tuple(source), target=tuple(target)))
    return found


def sayer(tree: Tree, i: int) -> list[int]:
    """Who says it, when it stands under a verb of saying."""
    speech = load_firmness().speech
    for _ in range(8):
        dep, head = tree.deps[i], tree.heads[i]
        if dep == "ROOT" or head == i or dep in ("relcl",):
            return []
        if tree.lemmas[head] in speech and dep in ("ccomp", "parataxis"):
            return [s for s in subjects_of(tree, head) if tree.words[s] not in PRONOUNS]
        i = head
    return []


def place_of(tree: Tree, match: Match, denoted: Denoted) -> list[int]:
    """The last place that the clause names, when nobody is the target."""
    anchor = match.frame.anchor
    for i in range(tree.rights[anchor], tree.lefts[anchor] - 1, -1):
        if (
            tree.deps[i] == "pobj"
            and tree.words[tree.heads[i]] in PLACE_PREPOSITIONS
            and tree.ents[i] in ("GPE", "LOC", "FAC", "NORP")
        ):
            return [i]
    return []


def rank(tree: Tree, c: Candidate, gold: Sequence[dict[str, Any]]) -> tuple[Any, ...]:
    """Lower is better: holds the marked actors, stands high in the sentence, is no bare noun, comes first."""
    misses = 0.0
    for actor in gold:
        if actor.get("start") is None:
            continue
        heads = c.source if actor["role"] == "source" else (*c.target, *c.also)
        others = c.target if actor["role"] == "source" else c.source
        if any(inside(tree, h, actor) for h in heads):
            continue
        misses += 0.5 if any(inside(tree, h, actor) for h in others) else 1
    missing = (not c.source) + (not c.target)
    return (misses, depth(tree, c.match) + 1.0 * missing, c.match.token)


def inside(tree: Tree, head: int, actor: dict[str, Any]) -> bool:
    start, end = wide_span(tree, head)
    return start < actor["end"] and actor["start"] < end


def depth(tree: Tree, match: Match) -> float:
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
        if dep in ("advcl", "relcl", "acl", "pcomp", "xcomp"):
            steps += 1.0
        elif dep in ("ccomp", "parataxis"):
            steps += 0.0 if tree.lemmas[head] in speech else 1.0
        elif dep == "conj":
            steps += 0.5
        elif dep in ("amod", "poss", "compound"):
            steps += 2.0
        i = head
    return steps


def wide_span(tree: Tree, head: int) -> tuple[int, int]:
    """Offsets of a participant as these corpora mark it: with what follows the noun, a name in apposition too."""
    first, last = tree.noun_bounds(head)
    for c in tree.children[head]:
        if c < last:
            continue
        comma = any(tree.words[k] in (",", "-", "–", "--") for k in range(last + 1, tree.lefts[c]))
        if tree.deps[c] in WIDE and not comma and tree.lefts[c] == last + 1:
            if tree.words[c] not in WIDE_PREPOSITIONS or any(
                tree.ents[k] in ("DATE", "TIME") for k in tree.kids(c, "pobj")
            ):
                break
            last = max(last, tree.rights[c])
        elif tree.deps[c] == "appos":
            last = max(last, tree.noun_bounds(c)[1])
        elif tree.deps[c] == "punct":
            continue
        else:
            break
    while last > first and tree.words[last] in (",", ".", "''", '"'):
        last -= 1
    return tree.starts[first], tree.ends[last]
