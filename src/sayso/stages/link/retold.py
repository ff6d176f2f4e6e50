"""What a retelling made of a claim: firmer or weaker, another doer, another thing."""

import re
from collections.abc import Sequence

from sayso.model import Argument, Change, Claim, Figure, Mention, Money, Quantity, Reading, Reason, Span
from sayso.stages.link.figures import drift, same_amount, unit_of, unit_with_rate
from sayso.stages.link.gist import content_words, likeness
from sayso.stages.link.wordlists import PERSONS, listed

FIRMNESS = {
    "asserted": 3,
    "negated": 3,
    "planned": 3,
    "probable": 2,
    "possible": 1,
}
"""How much a source commits to; what is planned is not hedged. Other values are not compared."""
ALIKE = 0.3
"""Lowest likeness of two claims whose participants are compared."""
DOERS = listed(
    "recruiter payer trainer approacher offerer authority attacker actor agent organiser denier source accuser"
)
"""Roles of whoever does it: another filler is another actor. In all other roles it is another object."""


def retold(parent: str, child: str, before: Sequence[Claim], after: Sequence[Claim]) -> tuple[Change, ...]:
    """What the child's claims changed of the parent's claims of the same proposition; each is held against its
    likest."""
    found: list[Change] = []
    for now in after:
        rivals = [was for was in before if was.polarity == now.polarity and was.event_type == now.event_type]
        words = content_words(now.content.text)
        ranked = sorted((likeness(content_words(was.content.text), words), was.id, was) for was in rivals)
        if ranked:
            alike, _, was = ranked[-1]
            found += _firmness(parent, child, was, now)
            found += _participants(parent, child, was, now) if alike >= ALIKE else []
    return tuple(found)


def _firmness(parent: str, child: str, was: Claim, now: Claim) -> list[Change]:
    """A hedge lost or added: one source's "may" became "will"."""
    known = was.factuality in FIRMNESS and now.factuality in FIRMNESS
    if not known or FIRMNESS[was.factuality] == FIRMNESS[now.factuality]:
        return []
    detail = f"{was.factuality} became {now.factuality}"
    return [_change(parent, child, was.content, now.content, "hedge", detail)]


def _participants(parent: str, child: str, was: Claim, now: Claim) -> list[Change]:
    found = []
    for role in dict.fromkeys(a.role for a in now.arguments):
        before = [a for a in was.arguments if a.role == role]
        after = [a for a in now.arguments if a.role == role]
        other = [a for a in after if before and not any(same_filler(b, a) for b in before)]
        if other and (len(other) == len(after) or len(after) > len(before)):
            what = "actor" if role in DOERS else "object"
            detail = f"{role}: “{before[0].span.text}” became “{other[0].span.text}”"
            found.append(_change(parent, child, before[0].span, other[0].span, what, detail))
    return found


def retold_figures(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a retelling made of figures, and of sentences with one figure, also of those that belong to no claim.

    Two sentences are held against each other when they share words, or an amount that is one after conversion, or a
    figure.
    """
    left, right = parent.document.id, child.document.id
    before = [(s, content_words(s.text), held) for s in parent.sentences if (held := _figures_in(parent, s))]
    known = {_plain(f) for _, _, held in before for f in held}
    found: list[Change] = []
    for sentence in child.sentences:
        after = _figures_in(child, sentence)
        if not after or not before:
            continue
        words = content_words(sentence.text)
        ranked = [(likeness(was, words) + _shared(held, after), -n) for n, (_, was, held) in enumerate(before)]
        score, number = max(ranked)
        if score >= ALIKE:
            was, _, held = before[-number]
            new = [f for f in after if _plain(f) not in known]
            found += drift(left, right, held, new)
            found += _modals(left, right, was, sentence) if _shared(held, after) else []
            found += _doers(parent, child, was, sentence) if _shared(held, after) else []
    return tuple({(c.now.start, c.now.end, c.what): c for c in found}.values())


def _plain(figure: Figure) -> tuple[float | None, float | None, str]:
    """A figure without what it is per."""
    return figure.low, figure.high, unit_of(figure).split("/")[0]


def _shared(before: Sequence[Figure], after: Sequence[Figure]) -> float:
    """What a common figure speaks for two sentences: much, when it is large or an amount of money."""
    for was in before:
        for now in after:
            top = was.high if was.high is not None else was.low
            if same_amount(was, now):
                return 0.5
            if top is not None and top >= 100 and top == (now.high if now.high is not None else now.low):
                return 0.5 if unit_of(was) == unit_of(now) or None in (was.unit, now.unit) else 0.2
    return 0.0


WEAK = listed("may might could would possibly perhaps likely probably potentially")
FIRM = listed("will shall is are was were has have")


def _modals(parent: str, child: str, was: Span, now: Span) -> list[Change]:
    """ "May" that became "will", or the other way, in two sentences about one figure."""
    first, second = (set(re.findall(r"[a-z]+", span.text.lower())) for span in (was, now))
    if bool(first & WEAK) == bool(second & WEAK) or not ((first | second) & {"will", "shall"}):
        return []
    return [_change(parent, child, was, now, "hedge", "a hedge stands in one of two sentences about one figure")]


def _doers(parent: Reading, child: Reading, was: Span, now: Span) -> list[Change]:
    """Governments, forces and bodies that stand beside one figure in one text and not in the other."""
    first, second = _actors(parent, was), _actors(child, now)
    named = {m.entity for m in parent.mentions.actors}
    added = [m for id_, m in second.items() if id_ not in named]
    missing = [m for id_, m in first.items() if id_ not in second]
    if not added or not first:
        return []
    gone = missing[0].span if missing else next(iter(first.values())).span
    kind = "object" if added[0].kind in ("force", "group") else "actor"
    detail = f"“{added[0].span.text}” stands beside the figure, and not in the source"
    return [_change(parent.document.id, child.document.id, gone, added[0].span, kind, detail)]


def _actors(reading: Reading, sentence: Span) -> dict[str, Mention]:
    kinds = ("government", "force", "group", "organisation")
    found: dict[str, Mention] = {}
    for mention in reading.mentions.actors:
        if mention.entity and mention.kind in kinds and mention.form != "pronoun" and sentence.covers(mention.span):
            found.setdefault(mention.entity, mention)
    return found


def _figures_in(reading: Reading, sentence: Span) -> list[Figure]:
    amounts: list[Quantity | Money] = [*reading.mentions.quantities, *reading.mentions.money]
    day = reading.document.published.start if reading.document.published else None
    return [
        Figure(
            low=amount.low,
            high=amount.high,
            unit=unit_with_rate(amount),
            span=amount.span,
            claim="",
            document=reading.document.id,
            published=day,
            factuality="asserted",
            origin=None,
        )
        for amount in amounts
        if sentence.covers(amount.span) and (amount.low is not None or amount.high is not None)
    ]


def same_filler(left: Argument, right: Argument) -> bool:
    """Whether two participants can be the same: one entity, words in common, both mere persons, or a pronoun."""
    if any(c.isdigit() for c in left.span.text + right.span.text):
        return True  # a figure is compared as a figure
    if left.entity and right.entity:
        return left.entity == right.entity or left.entity[:3] == right.entity[:3]
    first, second = content_words(left.span.text), content_words(right.span.text)
    if not first or not second or set(first) & set(second):
        return True
    return bool(set(first) & PERSONS_STEMS) and bool(set(second) & PERSONS_STEMS)


PERSONS_STEMS = frozenset(stem for word in PERSONS for stem in content_words(word))


def _change(parent: str, child: str, was: Span, now: Span, what: str, detail: str) -> Change:
    reason = Reason(rule=f"retold.{what}", detail=detail, spans=(was, now))
    return Change(parent=parent, child=child, was=was, now=now, what=what, reasons=(reason,))  # type: ignore[arg-type]
