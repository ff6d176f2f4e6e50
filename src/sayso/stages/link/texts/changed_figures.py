"""Figures and bounds that stand in the same place of two texts with another value."""

import re
from itertools import pairwise, takewhile

from sayso.stages.link.texts.gaps import (
    LINKING,
    POWERS,
    Difference,
    Gap,
    cited,
    crosses,
    ends_a_date,
    is_by_figure,
    value_of,
    widened,
)
from sayso.stages.link.texts.words import Words
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import BOUNDS, CURRENCIES, MONTHS, PERSONS, listed

YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


def bounds_in(words: Words, part: range) -> frozenset[str]:
    """What the words of a gap that stand beside a figure make of it: those up to it, else those behind it."""
    size = len(words.tokens)
    stop = next((n for n in range(part.stop, min(size, part.stop + 3)) if words.tokens[n] not in LINKING), size)
    if stop < size and value_of(words.tokens[stop]) is not None:
        run = list(takewhile(lambda n: _is_bounding(words, n), reversed(part)))
    elif part.start and value_of(words.tokens[part.start - 1]) is not None:
        run = list(takewhile(lambda n: _is_bounding(words, n), part))
    else:
        return frozenset()
    return frozenset(_bound(words, n) for n in run) - {"", "about"}


GOING_WITH = {"up": (1, "to"), "most": (-1, "at"), "least": (-1, "at"), "many": (-1, "as")}
"""Words that bound a figure only with a certain word before (-1) or behind them (1): "up to", "at most"."""


def _bound(words: Words, number: int) -> str:
    """What a word makes of the figure that it stands beside."""
    token = words.tokens[number]
    step, wanted = GOING_WITH.get(token, (0, token))
    beside = words.tokens[number + step] if 0 <= number + step < len(words.tokens) else ""
    return BOUNDS.get(token, "") if beside == wanted else ""


def _is_bounding(words: Words, number: int) -> bool:
    return words.tokens[number] in BOUNDS or words.tokens[number] in LINKING or words.tokens[number] in CURRENCIES


def changed_figures(left: Words, right: Words, gap: Gap, *, noisy: bool) -> list[Difference]:
    """Figures that stand in the same place on both sides with another value; a range that lost an end is a bound."""
    was = [(n, v) for n in gap.left if (v := value_of(left.tokens[n])) is not None]
    now = [(n, v) for n in gap.right if (v := value_of(right.tokens[n])) is not None]
    if len(was) != len(now):
        one_end = _is_range(left, gap.left) if len(was) > len(now) else _is_range(right, gap.right)
        if one_end and is_by_figure(left, gap.left) and is_by_figure(right, gap.right):
            dated = ends_a_date(left, gap.left) or ends_a_date(right, gap.right)
            if noisy or dated or crosses(left, gap.left) or crosses(right, gap.right):
                return []
            return cited(left, right, widened(left, gap.left), widened(right, gap.right), "bound")
        return []
    found: list[Difference] = []
    for (a, before), (b, after) in zip(was, now, strict=True):
        old, new = left.tokens[a], right.tokens[b]
        if before == after or (noisy and _misread(old, new)) or _dating(left, a) != _dating(right, b):
            continue
        if {old, new} & POWERS or not _counts_alike(left, right, gap, a, b):
            continue
        dates = YEAR.match(old) and YEAR.match(new)
        found += cited(left, right, range(a, a + 1), range(b, b + 1), "date" if dates else "figure")
    return found


def _is_range(words: Words, part: range) -> bool:
    """Whether the figures in and beside some words are the two ends of one range: "600 to 800"."""
    stop = part.stop
    while stop < min(len(words.tokens), part.stop + 2) and words.tokens[stop] in LINKING:
        stop += 1
    wide = range(max(part.start - 1, 0), min(stop + 1, len(words.tokens)))
    values = [n for n in wide if value_of(words.tokens[n]) is not None]
    if wide.start and words.tokens[wide.start - 1] == "by":
        return False  # "rose by 122,000 to 3.84 million"
    return any(
        0 < b - a <= 3 and words.text[words.ends[a] : words.starts[b]].strip(" $£€₽") in ("to", "and", "or", "-", "–")
        for a, b in pairwise(values)
    )


def _counts_alike(left: Words, right: Words, gap: Gap, was: int, now: int) -> bool:
    """Whether two figures can count one thing: nothing else was changed around them, or what follows is the same."""
    if len(gap.left) <= 2 and len(gap.right) <= 2:
        return True
    behind = [_counted(words, n + 1) for words, n in ((left, was), (right, now))]
    return behind[0] == behind[1] or (was == gap.left.stop - 1 and now == gap.right.stop - 1)


def _counted(words: Words, number: int) -> str:
    """The stem of a word behind a figure; all words for persons are one."""
    plain = stem(words.tokens[number]) if number < len(words.tokens) else ""
    return "person" if plain in PERSON_STEMS else plain


PERSON_STEMS = frozenset(map(stem, PERSONS))
DATING = MONTHS | listed("in since until by from during of early late mid")


def _dating(words: Words, number: int) -> str:
    """`year` or `day` where a figure is one, else empty: no figure becomes a date, nor the other way."""
    token, before = words.tokens[number], words.tokens[number - 1] if number else ""
    if YEAR.match(token) is not None and before in DATING:
        return "year"
    return "day" if len(token) <= 2 and before in MONTHS else ""


def _misread(old: str, new: str) -> bool:
    """Whether two figures differ as a misprint would make them: a digit lost, gained or replaced by a look-alike."""
    old, new = re.sub(r"\D", "", old), re.sub(r"\D", "", new)
    if abs(len(old) - len(new)) == 1:
        long, short = (old, new) if len(old) > len(new) else (new, old)
        return len(long) > 2 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
    return False
