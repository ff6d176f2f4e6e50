"""What a retelling made of figures, and of sentences with one figure, also of those that belong to no claim."""

import re
from collections.abc import Collection, Sequence

from sayso.model import Change, Figure, Mention, Reading, Span
from sayso.stages.link.claims.differing import fates_in
from sayso.stages.link.claims.figures import drift, same_amount, unit_of
from sayso.stages.link.retellings.fillers import STATUS, change_of, figures_within
from sayso.stages.link.retellings.one_number import SMALL_WORD, WEAK, of_one_number
from sayso.stages.link.retellings.retold import ALIKE
from sayso.stages.link.wording import content_words, likeness


def retold_figures(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a retelling made of figures, and of sentences with one figure, also of those that belong to no claim.

    Two sentences are held against each other when they share words, or an amount that is one after conversion, or a
    figure.
    """
    left, right = parent.document.id, child.document.id
    before = [(s, content_words(s.text), held) for s in parent.sentences if (held := figures_within(parent, s))]
    known = {_plain(f) for _, _, held in before for f in held}
    found: list[Change] = []
    told = [(s, held) for s in child.sentences if (held := figures_within(child, s))] if before else []
    for sentence, after in told:
        words = content_words(sentence.text)
        ranked = [(likeness(was, words) + _shared(held, after), -n) for n, (_, was, held) in enumerate(before)]
        score, number = max(ranked)
        if score >= ALIKE and not _are_of_two_fates(before[-number][0], sentence):
            was, _, held = before[-number]
            new = [f for f in after if _plain(f) not in known]
            found += [change for change in drift(left, right, held, new) if not _told_by_both(change, parent, child)]
            found += _modals(left, right, was, sentence) if _shared(held, after) else []
            found += _doers(parent, child, was, sentence) if _shared(held, after) else []
    found += of_one_number(parent, child, before, told)
    return tuple({(c.now.start, c.now.end, c.what): c for c in found}.values())


def _are_of_two_fates(was: Span, now: Span) -> bool:
    """Whether two sentences tell of the dead here and of the wounded there: their figures are not one."""
    one, other = fates_in(was.text), fates_in(now.text)
    return bool(one) and bool(other) and not one & other


def _told_by_both(change: Change, parent: Reading, child: Reading) -> bool:
    """Whether one of the two texts has both figures, which then count different things ("seventeen, of whom nine"), or
    whether they are too unlike to be one figure that was miscopied."""
    if change.what != "figure":
        return False
    values = [
        {v for f in figures_within(reading, _whole(reading)) for v in (f.low, f.high)} for reading in (parent, child)
    ]
    was = {v for f in figures_within(parent, change.was) for v in (f.low, f.high) if v is not None}
    now = {v for f in figures_within(child, change.now) for v in (f.low, f.high) if v is not None}
    if not was or not now:
        return False
    unlike = max(now) / max(max(was), 1e-9)
    return now <= values[0] or was <= values[1] or not 1 / MISCOPIED <= unlike <= MISCOPIED


MISCOPIED = 30
"""Times by which a figure may have grown or shrunk on the way: a digit more or less, a month's pay for a year's."""


def _whole(reading: Reading) -> Span:
    return Span(start=0, end=len(reading.document.text), text="")


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


def _modals(parent: str, child: str, was: Span, now: Span) -> list[Change]:
    """ "May" that became "will", or the other way, in two sentences about one figure."""
    first, second = (set(SMALL_WORD.findall(span.text)) for span in (was, now))
    if bool(first & WEAK) == bool(second & WEAK) or not ((first | second) & {"will", "shall"}):
        return []
    return [change_of(parent, child, was, now, "hedge", "a hedge stands in one of two sentences about one figure")]


def _doers(parent: Reading, child: Reading, was: Span, now: Span) -> list[Change]:
    """Governments, forces and bodies that stand beside one figure in one text and not in the other."""
    first, second = _actors(parent, was), _actors(child, now)
    named = {m.entity for m in parent.mentions.actors}
    voices = {name for a in child.attributions for link in a.chain for name in (link.name, link.span.text)}
    added = [m for id_, m in second.items() if id_ not in named and not _is_met(m, parent, voices)]
    missing = [m for id_, m in first.items() if id_ not in second]
    if not added or not first:
        return []
    gone = missing[0].span if missing else next(iter(first.values())).span
    kind = "object" if added[0].kind in ("force", "group") else "actor"
    detail = f"“{added[0].span.text}” stands beside the figure, and not in the source"
    return [change_of(parent.document.id, child.document.id, gone, added[0].span, kind, detail)]


def _is_met(mention: Mention, parent: Reading, voices: Collection[str]) -> bool:
    """Whether somebody who stands beside a figure only says it, or is in the source under other words."""
    words = mention.span.text
    if words in voices or any(words in voice for voice in voices):
        return True
    telling = [word for word in re.findall(r"[A-Z]\w{3,}", words) if word.lower() not in STATUS_WORDS]
    return bool(telling) and any(word in parent.document.text for word in telling)


STATUS_WORDS = frozenset(word for line in STATUS for word in line)


def _actors(reading: Reading, sentence: Span) -> dict[str, Mention]:
    kinds = ("government", "force", "group")
    found: dict[str, Mention] = {}
    for mention in reading.mentions.actors:
        if mention.entity and mention.kind in kinds and mention.form != "pronoun" and sentence.covers(mention.span):
            found.setdefault(mention.entity, mention)
    return found
