"""Which places and figures of an event's clause are its own: where it happened, how many took part.

"They stormed a base in Oslo" happened in Oslo. "The police in Oslo disobeyed", "fighters who oppose the government in
Oslo", "he denied claims that agents act in Oslo" do not tell where. A place is believed only on a short way through
the parse from a preposition of place to the event; the rest is left out: no place is better than a wrong one. Likewise
a figure outside of the participants ("50 miles north", "after three weeks of shelling", "by a vote of 74 to 25").
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from sayso.lexicon.nouns import load_nouns
from sayso.lexicon.packs import Pack, event_type
from sayso.model import Mentions, Span
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.parse.tree import Tree

LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "within", "along", "off", "amid"}
)
AT_PLACE_NOUN = frozenset({"on", "over", "through"})
"""Prepositions of place only before a noun for one: "on the outskirts of Oslo", but not "the council met on Norway"."""
PARTS = frozenset(
    {
        *(
            "outskirt",
            "outskirts",
            "suburb",
            "part",
            "heart",
            "centre",
            "center",
            "edge",
            "side",
            "bank",
            "coast",
            "area",
        ),
        *(
            "district",
            "streets",
            "street",
            "square",
            "border",
            "interior",
            "vicinity",
            "gate",
            "enclave",
            "governorate",
        ),
        *("raion", "oblast", "county", "quarter"),
    }
)
"""Nouns for a part of what follows "of"."""
EDGES = frozenset({"border", "frontier"})
"""Nouns for where a land ends: what happens at them may happen on the other side."""
DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
"""With "the" parts of what follows; without it, outside of it: "the north of Norway", "north of Oslo"."""
BOUNDING = frozenset({"between", "over", "than", "to", "up", "about", "around", "under", "below", "above"})
"""What may stand before a count of the event itself: "between 14,000 and 15,000"."""
LASTING = frozenset({"over", "for", "during", "within", "in"})
"""What may stand before how long it took: "over a 20-year period"."""
WHEN = frozenset(
    {
        "in",
        "on",
        "during",
        "at",
        "since",
        "from",
        "by",
        "between",
        "until",
        "till",
        "over",
        "around",
        "within",
        "throughout",
    }
    | {"for", "to", "early", "late"}
)
"""Prepositions of a time at which, or for which, something happens or holds; not "before", "after", "ahead of"."""
TIMES = frozenset({"year", "month", "week", "day", "hour", "decade", "period", "minute"})
WORDS_ONLY = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "RECOGNISE"}
)
"""Types that happen in words: where the thing is that is spoken of, they do not happen."""
MAX_STEPS = 6


def own_spans(
    tree: Tree,
    matches: Sequence[Match],
    scoped: Mapping[int, Sequence[Span]],
    mentions: Mentions,
    packs: Sequence[Pack],
) -> dict[int, tuple[Span, ...]]:
    """Trigger token -> the places and figures of its scope that are the event's own."""
    places, figures = _Ordered(p.span for p in mentions.places), _Ordered(q.span for q in mentions.quantities)
    times = _Ordered(p.span for p in mentions.periods if p.span is not None)
    lands = {p.span for p in mentions.places if p.precision in ("country", "region", "area")}
    found = {}
    for match in matches:
        parts = scoped[match.token]
        where = [
            span
            for span in places.within(parts)
            if tells_where(tree, span, match, packs) and not (span in lands and _is_beside_land(tree, span))
        ]
        counts = [span for span in figures.within(parts) if is_counted(tree, span, match)]
        spoken = _is_in_words(match, packs)
        when = [
            span
            for span in times.within(parts)
            if tells_when(tree, span, match) and not (spoken and _is_ahead(tree, span))
        ]
        found[match.token] = (*where, *counts, *when)
    return found


class _Ordered:
    """Spans in text order, to be asked which of them lie in given passages."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans, key=lambda span: span.start)
        self.starts = [span.start for span in self.spans]

    def within(self, parts: Sequence[Span]) -> list[Span]:
        found = []
        for part in parts:
            for span in self.spans[bisect_left(self.starts, part.start) : bisect_left(self.starts, part.end)]:
                if part.covers(span):
                    found.append(span)
        return found


def is_counted(tree: Tree, span: Span, match: Match) -> bool:
    """Whether a figure outside of the participants tells how many or how long of the event itself."""
    i = _head_of(tree, span)
    event = {match.token, match.frame.anchor}
    for _ in range(MAX_STEPS):
        if i is None or i in event:
            break
        dep, head = tree.deps[i], tree.heads[i]
        if dep == "conj" and not tree.is_verb(i) and tree.is_verb(head):
            return False  # "were shot and fifteen others wounded": others, whom the parser hangs on the verb
        if dep in ("nummod", "quantmod", "amod", "compound", "nmod") or (dep == "conj" and not tree.is_verb(i)):
            i = head
        elif dep == "prep" and tree.words[i] in BOUNDING:  # the figure begins with it
            return head in event
        elif dep in ("pobj", "pcomp"):
            if tree.lemmas[i] in TIMES and tree.words[head] == "in" and _is_first_in(tree, head):
                return False
            words = LASTING if tree.lemmas[i] in TIMES else BOUNDING
            i = tree.heads[head]
            return tree.words[head] in words and (i in event or _is_beside(tree, i, event))
        elif dep in ("dobj", "nsubj", "nsubjpass") and tree.is_verb(head):
            return head in event or (dep == "nsubj" and _is_beside(tree, head, event))
        else:
            return False
    return i is not None


def _is_first_in(tree: Tree, prep: int) -> bool:
    """Whether a length of time says how rare a thing is: "the first such raid in two years"."""
    before = range(max(0, prep - 12), prep)
    return any(tree.words[k] in ("first", "only") or tree.tags[k] in ("JJS", "RBS") for k in before)


def tells_when(tree: Tree, span: Span, match: Match) -> bool:
    """Whether a date tells when the event of a match happened, and not when another noun's matter did.

    "The army used force on Monday" did so on Monday; "ahead of the January elections", "a referendum due in October",
    "the lessons of September 11" tell of something else.
    """
    i = _head_of(tree, span)
    event = {match.token, match.frame.anchor}
    before = bisect_left(tree.starts, span.start) - 1
    if before >= 0 and tree.deps[before] == "prep" and tree.words[before] in WHEN and tree.kid(before, "pobj") is None:
        return _shares_time(tree, tree.heads[before], event)  # "in May 2014 gunmen ...", where the month hangs on them
    for _ in range(MAX_STEPS):
        if i is None or i in event:
            break
        dep, head = tree.deps[i], tree.heads[i]
        if dep in ("pobj", "pcomp", "prep"):
            prep = i if dep == "prep" else head
            above = tree.heads[prep]
            if tree.words[prep] not in WHEN or _ends_another(tree, prep, above, event):
                return False
            return _shares_time(tree, above, event)
        if head in event:
            return dep in ("npadvmod", "advmod", "nummod", "amod", "compound", "nmod", "poss", "dep", "advcl")
        if dep in ("appos", "conj") or (tree.lemmas[head] in TIMES or tree.ents[head] in ("DATE", "TIME")):
            i = head
        elif dep in ("npadvmod", "advmod") and tree.is_verb(head):
            return _is_beside(tree, head, event)
        elif dep in ("npadvmod", "advmod"):
            i = head
        else:
            return False
    return i is not None


def _ends_another(tree: Tree, prep: int, above: int, event: set[int]) -> bool:
    """Whether "until" tells how long what stands right before it lasts: "took the tower and [shut the port until May]".

    That is so where the parser hangs it on the first verb and another one, or its object, is nearer.
    """
    if tree.words[prep] not in ("until", "till") or above not in event:
        return False
    return any(above < c < prep and tree.deps[c] == "conj" for c in tree.children[above]) or any(
        tree.deps[c] == "conj" and c < prep for o in tree.kids(above, "dobj") for c in tree.children[o]
    )


def _is_ahead(tree: Tree, span: Span) -> bool:
    """Whether a time is one until or by which: of an agreement or a call it tells what was agreed or asked for."""
    first = bisect_left(tree.starts, span.start)
    near = tree.words[max(0, first - 2) : first + 1]
    return any(word in ("until", "till", "by") for word in near)


def _shares_time(tree: Tree, above: int, event: set[int]) -> bool:
    """Whether what a preposition of time hangs on is the event or somebody in it: "killed 40 people in March"."""
    if above in event:
        return True
    if tree.is_verb(above):
        return _is_beside(tree, above, event)
    head = tree.heads[above]
    if tree.deps[above] in ("dobj", "nsubj", "nsubjpass", "attr", "npadvmod", "advmod"):
        return head in event
    if tree.deps[above] == "pobj":
        return tree.heads[head] in event
    return tree.deps[above] == "prep" and tree.heads[above] in event


def tells_where(tree: Tree, span: Span, match: Match, packs: Sequence[Pack]) -> bool:
    """Whether a place's name tells where the event of a match happened."""
    i = _head_of(tree, span)
    if i is None:
        return False
    event = {match.token, match.frame.anchor}
    i, named = _place_of(tree, i, event)
    if i in event:
        return tree.deps[_head_of(tree, span) or 0] == "compound"  # "the Oslo bombing"
    prep = tree.heads[i]
    if (
        tree.lemmas[i] in EDGES
        or _is_some_only(tree, prep)
        or (_is_outside(tree, prep) and (not named or tree.lemmas[i] in TOWNS))
    ):
        return False
    if tree.deps[i] != "pobj" or not (tree.words[prep] in LOCATIVE or (named and tree.words[prep] in AT_PLACE_NOUN)):
        return False
    return _leads_to(tree, tree.heads[prep], event, in_words=_is_in_words(match, packs))


def _is_beside_land(tree: Tree, span: Span) -> bool:
    """Whether it happened near a land, hence not in it; near a town is where a town's name is the best word for."""
    first = bisect_left(tree.starts, span.start)
    return any(word in ("near", "outside", "off", "along") for word in tree.words[max(0, first - 2) : first])


TOWNS = frozenset({"city", "town", "village", "capital", "region", "province", "district"})
"""Places outside of which it is somewhere else: "outside the city of Oslo"."""


def _is_outside(tree: Tree, prep: int) -> bool:
    """Whether a place only tells where it was not: "protests outside Oslo", but "a bomb outside a church in Oslo"."""
    return tree.words[prep] == "outside"


def _is_some_only(tree: Tree, prep: int) -> bool:
    """Whether a place is told of a part of those in the event: "killed 40, including 22 in Oslo"."""
    for i in range(prep - 1, max(-1, prep - 8), -1):
        if tree.words[i] in ("including", "included"):
            return True
        if tree.tags[i].startswith(("VB", ",")) or tree.words[i] == "and":
            return False
    return False


def _head_of(tree: Tree, span: Span) -> int | None:
    """The token of a name that stands highest in the parse."""
    at = bisect_left(tree.starts, span.start)
    inside = []
    while at < len(tree.starts) and tree.starts[at] < span.end:
        inside.append(at)
        at += 1
    return next(
        (i for i in inside if not span.start <= tree.starts[tree.heads[i]] < span.end or tree.heads[i] == i), None
    )


def _place_of(tree: Tree, i: int, event: set[int]) -> tuple[int, bool]:
    """The noun that a place's name helps to name ("the outskirts of Oslo", "the Oslo region"), and whether it does."""
    places = load_nouns().places
    named = False
    for _ in range(MAX_STEPS):
        dep, head = tree.deps[i], tree.heads[i]
        if dep in ("conj", "appos") and tree.tags[head].startswith("NN"):
            i = head
        elif dep in ("compound", "nmod") and tree.tags[head].startswith("NN"):
            if head not in event and not (_is_place_noun(tree, head) or tree.tags[head] in ("NNP", "NNPS")):
                break  # "US forces" are anywhere
            i, named = head, True
            if i in event:
                break
        elif dep == "poss" and (tree.lemmas[head] in places or tree.tags[head] in ("NNP", "NNPS")):
            i, named = head, True
        elif dep == "pobj" and tree.words[head] == "of" and _is_place_noun(tree, tree.heads[head]):
            i, named = tree.heads[head], True
        else:
            break
    return i, named


def _is_place_noun(tree: Tree, i: int) -> bool:
    if tree.lemmas[i] in DIRECTIONS:
        return tree.kid(i, "det") is not None
    return tree.tags[i].startswith("NN") and (tree.lemmas[i] in load_nouns().places or tree.lemmas[i] in PARTS)


def _leads_to(tree: Tree, above: int, event: set[int], *, in_words: bool) -> bool:
    """Whether what a preposition of place hangs on is the event, or takes part in it in a way that shares its place."""
    for _ in range(MAX_STEPS):
        if above in event:
            return True
        if tree.is_verb(above):
            return _is_beside(tree, above, event)
        if in_words or not tree.tags[above].startswith(("NN", "CD", "PRP")):
            return False
        dep, head = tree.deps[above], tree.heads[above]
        if any(tree.deps[e] in ("acl",) and tree.tags[e] == "VBG" and tree.heads[e] == above for e in event):
            return True  # "a church in Oslo, killing 21"
        if dep in ("dobj", "nsubjpass", "attr", "conj"):
            above = head
        elif dep == "nsubj":
            return _is_thing(tree, above) and head in event
        elif dep == "pobj" and tree.words[head] in ("by", "including"):
            return tree.words[head] == "by" and _is_thing(tree, above) and tree.heads[head] in event
        elif dep == "pobj" and (tree.words[head] != "of" or tree.lemmas[tree.heads[head]] in load_nouns().amounts):
            above = tree.heads[head]
        else:
            return False
    return False


def _is_beside(tree: Tree, verb: int, event: set[int]) -> bool:
    """Whether the event shares the clause of another verb: "destroy a post in Oslo, wounding one"."""
    for e in event:
        if tree.heads[e] != verb or tree.kid(e, "nsubj", "nsubjpass", "mark") is not None:
            continue
        if (
            tree.deps[e] == "xcomp"
            or (tree.deps[e] == "dobj" and tree.tags[e] == "VBG")
            or (tree.deps[e] == "advcl" and tree.tags[e] == "VBG")
        ):
            return True
    return False


def _is_thing(tree: Tree, i: int) -> bool:
    """Whether a subject is no actor: a bomb in Oslo kills in Oslo, the police of Oslo may be anywhere."""
    return tree.lemmas[i] not in load_nouns().actors and tree.tags[i] in ("NN", "NNS")


def _is_in_words(match: Match, packs: Sequence[Pack]) -> bool:
    kind = event_type(packs, match.trigger.event_type)
    return match.trigger.event_type in WORDS_ONLY or (kind is not None and kind.speech_act)
