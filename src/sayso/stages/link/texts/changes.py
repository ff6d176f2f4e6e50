"""What a copy changed of its parent: the words that differ between two passages that are otherwise the same."""

import re
from collections.abc import Callable

from rapidfuzz import fuzz

from sayso.model import Change, Reason, Span
from sayso.stages.link.nations import named_nations
from sayso.stages.link.texts.align import Alignment
from sayso.stages.link.texts.changed_figures import bounds_in, changed_figures
from sayso.stages.link.texts.gaps import (
    Difference,
    Gap,
    cited,
    gaps_of,
    is_by_figure,
    is_of_two,
    sentence_of,
    span_of,
    widened,
    words_in,
)
from sayso.stages.link.texts.words import Words
from sayso.stages.link.wordlists import CURRENCIES, MONTHS, NEGATIONS, listed

BEFORE_OBJECT = listed("for of to by with from against into")
DETERMINERS = listed("the a an its his her their some")


def find_changes(laid: Alignment, parent: str, child: str, *, noisy: bool = False) -> tuple[Change, ...]:
    """What the right text changed of the left one, in text order.

    A changed figure is cited by its digits alone, a changed bound or currency together with the figure. `noisy` is for
    texts damaged by OCR: a figure that lost or gained one digit, or reads alike, is then taken for a misprint.
    """
    return tuple(
        Change(parent=parent, child=child, was=was, now=now, what=what, reasons=(_why(was, now),))
        for gap in gaps_of(laid)
        for was, now, what in _differences(laid.left, laid.right, gap, noisy=noisy)
    )


def _why(was: Span, now: Span) -> Reason:
    return Reason(
        rule="changes.aligned", detail=f"“{was.text}” against “{now.text}” between shared words", spans=(now,)
    )


def _differences(left: Words, right: Words, gap: Gap, *, noisy: bool) -> list[Difference]:
    """What kind of change a gap is, the first rule that fits; synonyms and the like give nothing."""
    if figures := changed_figures(left, right, gap, noisy=noisy):
        return figures
    was, now = words_in(left, gap.left), words_in(right, gap.right)
    by_figure = is_by_figure(left, gap.left) and is_by_figure(right, gap.right)
    if _changed(was, now, CURRENCIES.keys()) and by_figure and max(len(gap.left), len(gap.right)) <= FEW:
        return cited(left, right, widened(left, gap.left), widened(right, gap.right), "currency")
    bounds = bounds_in(left, gap.left), bounds_in(right, gap.right)
    swapped = was and now and not (bounds[0] and bounds[1])
    if bounds[0] != bounds[1] and not swapped and by_figure:
        return cited(left, right, widened(left, gap.left), widened(right, gap.right), "bound")
    if noisy or is_of_two(left, gap.left) or is_of_two(right, gap.right):
        return []
    if max(len(gap.left), len(gap.right)) <= FEW:
        if max(len(gap.left), len(gap.right)) < FEW and _differs_in(left, right, gap, _denies):
            return cited(left, right, gap.left, gap.right, "polarity")
        if _differs_in(left, right, gap, _softens):
            return cited(left, right, gap.left, gap.right, "hedge")
    if was and now and was <= MONTHS and now <= MONTHS and {w[:3] for w in was} != {w[:3] for w in now}:
        return cited(left, right, gap.left, gap.right, "date")
    return _things(left, right, gap)


FEW = 4
"""Most words on either side of a change of a hedge, a denial or a currency: with more, a clause was told in other
words."""
NEGATIVE = NEGATIONS | listed(
    "denying denial instead fail fails failed failing refuse refuses refused refusing lack lacks lacked lacking unable "
    "reject rejects rejected rejecting rule ruled rules refrain prevent prevented stop stopped stops barely hardly "
    "dispute disputes disputed unlikely avoid avoided forbid forbids forbade forbidden ban banned bans bar barred bars"
)
"""Words by which a sentence denies, also without "not"."""
SOFT = listed(
    "may might could possibly perhaps maybe probably likely reportedly allegedly apparently supposedly seemingly "
    "purportedly presumably"
)
"""Words by which a sentence leaves open whether something is so."""
HELD_TO = listed("thought believed suspected presumed feared alleged understood rumoured rumored")
"""The same with "to" behind it: "is thought to have left"."""
OPEN = (
    SOFT
    | HELD_TO
    | listed(
        "if whether would can seem seems seemed appear appears appeared potential potentially possible probable "
        "alleges allege suspect suspects believe believes fear fears expected considering contemplate contemplating "
        "unconfirmed unverified claim claims claimed said say says saying think thinks assumed assume assumes hope "
        "hopes hopeful"
    )
)
"""Words besides with which a sentence that has none of these is not firm."""


def _differs_in(left: Words, right: Words, gap: Gap, tells: Callable[[Words, range, bool], bool]) -> bool:
    """Whether one side of a gap says by a word what the sentence of the other side does not say by any."""
    here = tells(left, gap.left, False), tells(right, gap.right, False)
    if here[0] == here[1]:
        return False
    other = (right, gap.right) if here[0] else (left, gap.left)
    return not tells(other[0], sentence_of(*other), True)


def _denies(words: Words, part: range, anyhow: bool) -> bool:
    """Whether some words deny; `anyhow`: be it without "not"."""
    return any(words.tokens[n] in (NEGATIVE if anyhow else NEGATIONS) for n in part)


def _softens(words: Words, part: range, anyhow: bool) -> bool:
    """Whether some words leave something open; `anyhow`: be it by "if" or "would". "May" is a month."""
    tokens = words.tokens
    return any(
        words.text[words.starts[n]].islower()
        and (tokens[n] in (OPEN if anyhow else SOFT) or (tokens[n] in HELD_TO and tokens[n + 1 : n + 2] == ("to",)))
        for n in part
    )


def _changed(was: frozenset[str], now: frozenset[str], listed: object) -> bool:
    """Whether the two sides have different words of a list, and nothing but little else."""
    return {w for w in was if w in listed} != {w for w in now if w in listed}  # type: ignore[operator]


def _things(left: Words, right: Words, gap: Gap) -> list[Difference]:
    """Another name, or another thing after a preposition ("for the security forces" -> "for the commandos")."""
    if not (0 < len(gap.left) <= 4 and 0 < len(gap.right) <= 4):
        return []
    names = [all(_is_name(words, n) for n in part) for words, part in ((left, gap.left), (right, gap.right))]
    within = any(_goes_on(words, part) for words, part in ((left, gap.left), (right, gap.right)))
    if all(names) and not within and not _is_one_name(left, right, gap):
        return cited(left, right, gap.left, gap.right, "actor")
    return []


def _goes_on(words: Words, part: range) -> bool:
    """Whether a name stands just before or behind some words: only a part of it was changed, or called otherwise."""
    before = part.start and words.text[words.ends[part.start - 1] : words.starts[part.start]] == " "
    behind = part.stop < len(words.tokens) and words.text[words.ends[part.stop - 1] : words.starts[part.stop]] == " "
    return bool(before and _is_name(words, part.start - 1)) or bool(behind and _is_name(words, part.stop))


ONE_NAME = 75.0
"""Likeness of spelling, in percent, from which on two names are one, misread or written otherwise."""


def _is_one_name(left: Words, right: Words, gap: Gap) -> bool:
    """Whether two names can be one: alike in spelling, the letters or the beginning of the other, one country's."""
    was, now = span_of(left, gap.left, "actor").text, span_of(right, gap.right, "actor").text
    plain = [re.sub(r"[^a-z ]", "", name.lower()) for name in (was, now)]
    apostrophe = "'" in (was + now).replace("’", "'")
    if apostrophe or not all(plain) or fuzz.ratio(*plain) >= ONE_NAME:
        return True
    short, long = sorted(plain, key=len)
    letters = "".join(word[0] for word in long.split())
    if long.startswith(short[:3]) or (len(short) <= 4 and letters.startswith(short[: len(letters)])):
        return True
    return bool(named_nations(was.replace(".", "")) & named_nations(now.replace(".", "")))


def _is_name(words: Words, number: int) -> bool:
    """Whether a word is written with a capital inside a sentence."""
    starts = {first for first, _ in words.sentences}
    return number not in starts and words.text[words.starts[number]].isupper()
