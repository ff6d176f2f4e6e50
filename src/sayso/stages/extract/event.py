"""A match with its participants, scope and firmness as the record of an event."""

from collections.abc import Sequence

from sayso.model import Event, Parsed, RawArgument, Reason, Span, span_of
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.confidence import Chances, Sureness
from sayso.stages.extract.firmness.climb import firmness_of
from sayso.stages.extract.firmness.notes import Firm
from sayso.stages.extract.firmness.verdicts import tells_that
from sayso.stages.extract.parse.tree import Tree


def make_event(
    parsed: Parsed,
    tree: Tree,
    match: Match,
    fillers: Sequence[Filler],
    scope: tuple[Span, ...],
    own: tuple[Span, ...] = (),
    sureness: Sureness | None = None,
) -> Event:
    """One event as a record; an empty scope means the trigger's own words, no sureness that no encoder was asked."""
    text = parsed.document.text
    trigger = trigger_span(tree, match, fillers, text)
    firm = firmness_of(tree, match.token, match.frame.anchor, text=text, settled=match.trigger.settles)
    confidence, chances = (sureness or Sureness(tree)).judge(match, fillers, firm)
    sort = match.trigger.sort
    if sort == "event" and firm.factuality == "planned":
        sort = "plan"
    return Event(
        event_type=match.trigger.event_type,
        trigger=trigger,
        arguments=tuple(raw_argument(tree, filler, text) for filler in fillers),
        scope=scope or (trigger,),
        own=own,
        sentence=_sentence(parsed, tree, match.token),
        sort=sort,
        factuality=firm.factuality,
        polarity=firm.polarity,
        layers=firm.layers,
        hedges=firm.hedges,
        confidence=confidence,
        reasons=_reasons(text, tree, match, fillers, firm, trigger, chances),
    )


def trigger_span(tree: Tree, match: Match, fillers: Sequence[Filler], text: str) -> Span:
    """The trigger's words: the head, with a particle or an object of the phrase when it stands close by."""
    heads = {filler.head for filler in fillers}
    first = last = match.token
    for token in match.consumed:
        if abs(token - match.token) <= 3 and token not in heads:
            first, last = min(first, token), max(last, token)
    for c in tree.kids(match.token, "prt"):
        if c == last + 1:
            last = c
    return span_of(text, tree.starts[first], tree.ends[last])


def raw_argument(tree: Tree, filler: Filler, text: str) -> RawArgument:
    """A participant as a record."""
    clause = is_clause(tree, filler.head) or (filler.role in HOLDING and tree.tags[filler.head] == "VBG")
    first, last = clause_bounds(tree, filler.head) if clause else tree.noun_bounds(filler.head)
    if filler.role in HOLDING:
        last = max(last, _end_of_content(tree, filler.head))
        first += 2 if tree.words[first] == "as" and first + 2 <= filler.head else 0  # "dismissed as false a report"
    while last > first and tree.deps[last] in ("case", "punct"):
        last -= 1
    if tree.deps[filler.head] == "compound":  # "direct government investment": the investment is direct
        while first < filler.head and tree.tags[first].startswith("JJ") and not tree.ents[first]:
            first += 1
    while first < last and tree.words[first] in ("[", "(", "“", '"', "'", "‘"):
        first += 1
    if first < filler.head and filler.role in HOLDING and tree.words[first] == "no":
        first += 1  # "found no evidence": the claim is denied already, and of evidence
    if text[tree.starts[first] : tree.ends[last]].count('"') % 2 and tree.words[last + 1 : last + 2] == ['"']:
        last += 1  # the "foreign legion": with its closing mark
    return RawArgument(role=filler.role, span=span_of(text, tree.starts[first], tree.ends[last]), order=filler.order)


SAYING = frozenset({"say", "add", "insist", "maintain", "stress", "call", "state", "claim", "argue"})
HOLDING = frozenset({"denied", "verified"})
"""Roles that are filled with what somebody tells: its words go on to the end of what is told."""
PARTS = frozenset({"role", "part", "involvement", "participation", "hand", "link", "tie", "responsibility", "presence"})
"""Nouns for somebody's part in what stands behind them."""
MAX_CONTENT = 30
"""Tokens behind a report up to which its content is taken along."""


def _end_of_content(tree: Tree, head: int) -> int:
    """The last token of what a report or a proof is of: "claims that it had bombed a school", "signs of fighting"."""
    told = [
        c
        for c in tree.kids(head, "acl", "relcl", "ccomp")
        if c > head and (tells_that(tree, c) or _is_in_which(tree, c))
    ]
    told += [c for c in tree.kids(tree.heads[head], "ccomp") if c > head and tree.words[tree.lefts[c]] == "that"]
    preps = ("of", "about", "in", "to", "with") if tree.lemmas[head] in PARTS else ("of", "about")
    told += [c for c in tree.kids(head, "prep") if tree.words[c] in preps and c > head]
    if preps[2:] and head + 1 < len(tree.words) and tree.deps[head + 1] == "prep":
        told.append(head + 1)  # "denied any part in it", which the parser hangs on the verb
    ends = [_before_as(tree, head, tree.rights[c]) for c in told if tree.rights[c] - head <= MAX_CONTENT]
    return max(ends, default=head)


def _before_as(tree: Tree, head: int, end: int) -> int:
    """The end of a content without the verdict behind it: "[rumours of a camp] as groundless"."""
    verdict = next((k for k in range(max(head + 1, end - 3), end) if tree.words[k] == "as"), None)
    return end if verdict is None else verdict - 1


def _is_in_which(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what an account says: "an account in which they were hired as cooks"."""
    first = tree.lefts[clause]
    return (tree.words[first], *tree.words[first + 1 : first + 2]) in (("in", "which"), ("according", "to"))


def is_clause(tree: Tree, head: int) -> bool:
    """Whether a participant is what a clause tells: "denied that it had hired foreigners"."""
    return (
        tree.deps[head] in ("ccomp", "acl")
        and tree.is_verb(head)
        and bool(tree.kids(head, "nsubj", "nsubjpass", "expl"))
    )


def clause_bounds(tree: Tree, head: int) -> tuple[int, int]:
    """First and last token of a clause, without the "that" before it, marks at its ends and what goes on behind it.

    In "denies that it cheats anyone and says that", the parser hangs "says" on the cheating.
    """
    first, last = tree.lefts[head], tree.rights[head]
    goes_on = [c for c in tree.kids(head, "conj") if tree.lemmas[c] in SAYING and not tree.kids(c, "nsubj")]
    if goes_on:
        last = max(k for k in range(head, tree.lefts[goes_on[0]]) if tree.words[k] not in ("and", "but", ","))
    while first < head and (tree.words[first] == "that" or not tree.words[first].isalnum()):
        first += 1
    while last > head and not any(c.isalnum() for c in tree.words[last]):
        last -= 1
    return first, last


def _sentence(parsed: Parsed, tree: Tree, token: int) -> Span:
    words = [one for one in parsed.doc[token].sent if not one.is_space]
    return span_of(parsed.document.text, words[0].idx, words[-1].idx + len(words[-1]))


def _reasons(
    text: str, tree: Tree, match: Match, fillers: Sequence[Filler], firm: Firm, trigger: Span, chances: Chances | None
) -> tuple[Reason, ...]:
    """The way from the words to the event."""
    entry = match.trigger
    detail = f"{entry.pos} `{entry.words}` names {entry.event_type}"
    if chances is not None:
        detail += f"; the encoder gives that {chances.own:.2f}, no event {chances.none:.2f}"
    found = [Reason(rule="extract.trigger", detail=detail, spans=(trigger,))]
    for filler in fillers:
        span = span_of(text, tree.starts[filler.head], tree.ends[filler.head])
        how = "in the event's own frame" if filler.strong else "on the event's object"
        found.append(
            Reason(rule="extract.role", detail=f"{filler.role}: {tree.deps[filler.head]} {how}", spans=(span,))
        )
    for layer, note in zip(firm.layers, [n for n in reversed(firm.notes) if n.sort != "speech"], strict=True):
        found.append(Reason(rule="extract.firmness", detail=f"{note.name}: {note.effect}", spans=(layer.span,)))
    return tuple(found)
