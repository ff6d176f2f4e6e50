"""What a copy changed of its parent: the words that differ between two passages that are otherwise the same."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, takewhile
from typing import Literal

from rapidfuzz import fuzz

from sayso.model import Change, Reason, Span
from sayso.model._record import record
from sayso.stages.link.nations import named_nations
from sayso.stages.link.texts.align import Alignment
from sayso.stages.link.texts.words import Words
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import BOUNDS, CURRENCIES, MONTHS, NEGATIONS, PERSONS, SMALL, listed

What = Literal["figure", "bound", "currency", "hedge", "object", "actor", "date", "place", "polarity", "wording"]

NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
WIDEST = 8
"""Most words on either side of a change; beyond that a passage was rewritten rather than changed."""
BEFORE_OBJECT = listed("for of to by with from against into")
DETERMINERS = listed("the a an its his her their some")


@record
class Gap:
    """Words of the left text and of the right one that stand between two shared words that are neighbours in
    neither."""

    left: range
    """Numbers of left words; empty when words were added."""
    right: range
    """Numbers of right words; empty when words were left out."""


Difference = tuple[Span, Span, What]


def find_changes(laid: Alignment, parent: str, child: str, *, noisy: bool = False) -> tuple[Change, ...]:
    """What the right text changed of the left one, in text order.

    A changed figure is cited by its digits alone, a changed bound or currency together with the figure. `noisy` is for
    texts damaged by OCR: a figure that lost or gained one digit, or reads alike, is then taken for a misprint.
    """
    return tuple(
        Change(parent=parent, child=child, was=was, now=now, what=what, reasons=(_why(was, now),))
        for gap in _gaps(laid)
        for was, now, what in _differences(laid.left, laid.right, gap, noisy=noisy)
    )


def _why(was: Span, now: Span) -> Reason:
    return Reason(
        rule="changes.aligned", detail=f"“{was.text}” against “{now.text}” between shared words", spans=(now,)
    )


def _gaps(laid: Alignment) -> Iterator[Gap]:
    last: tuple[int, int] | None = None
    for right, left in enumerate(laid.same):
        if left < 0:
            continue
        if last is not None:
            wide, wide_left = right - last[0] - 1, left - last[1] - 1
            near = wide and all(n in laid.near for n in range(last[0] + 1, right))
            if (wide or wide_left) and 0 <= wide_left <= WIDEST and wide <= WIDEST and not near:
                yield Gap(left=range(last[1] + 1, left), right=range(last[0] + 1, right))
        last = (right, left)


def _differences(left: Words, right: Words, gap: Gap, *, noisy: bool) -> list[Difference]:
    """What kind of change a gap is, the first rule that fits; synonyms and the like give nothing."""
    if figures := _figures(left, right, gap, noisy=noisy):
        return figures
    was, now = _words(left, gap.left), _words(right, gap.right)
    by_figure = _by_figure(left, gap.left) and _by_figure(right, gap.right)
    if _changed(was, now, CURRENCIES.keys()) and by_figure and max(len(gap.left), len(gap.right)) <= FEW:
        return _cited(left, right, _widened(left, gap.left), _widened(right, gap.right), "currency")
    bounds = _bounds(left, gap.left), _bounds(right, gap.right)
    swapped = was and now and not (bounds[0] and bounds[1])
    if bounds[0] != bounds[1] and not swapped and by_figure:
        return _cited(left, right, _widened(left, gap.left), _widened(right, gap.right), "bound")
    if noisy or _is_of_two(left, gap.left) or _is_of_two(right, gap.right):
        return []
    if max(len(gap.left), len(gap.right)) <= FEW:
        if max(len(gap.left), len(gap.right)) < FEW and _differs_in(left, right, gap, _denies):
            return _cited(left, right, gap.left, gap.right, "polarity")
        if _differs_in(left, right, gap, _softens):
            return _cited(left, right, gap.left, gap.right, "hedge")
    if was and now and was <= MONTHS and now <= MONTHS and {w[:3] for w in was} != {w[:3] for w in now}:
        return _cited(left, right, gap.left, gap.right, "date")
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
    return not tells(other[0], _sentence(*other), True)


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


def _bounds(words: Words, part: range) -> frozenset[str]:
    """What the words of a gap that stand beside a figure make of it: those up to it, else those behind it."""
    size = len(words.tokens)
    stop = next((n for n in range(part.stop, min(size, part.stop + 3)) if words.tokens[n] not in LINKING), size)
    if stop < size and _value(words.tokens[stop]) is not None:
        run = list(takewhile(lambda n: _is_bounding(words, n), reversed(part)))
    elif part.start and _value(words.tokens[part.start - 1]) is not None:
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


def _sentence(words: Words, part: range) -> range:
    """The sentence in which some words stand."""
    first, end = next(((a, b) for a, b in words.sentences if a <= part.start < b), (part.start, part.stop))
    return range(first, min(max(end, part.stop), len(words.tokens)))


def _words(words: Words, part: range) -> frozenset[str]:
    return frozenset(words.tokens[n] for n in part)


def _changed(was: frozenset[str], now: frozenset[str], listed: object) -> bool:
    """Whether the two sides have different words of a list, and nothing but little else."""
    return {w for w in was if w in listed} != {w for w in now if w in listed}  # type: ignore[operator]


def _value(token: str) -> float | None:
    if NUMBER.fullmatch(token):
        return float(token.replace(",", ""))
    return SMALL.get(token)


def _figures(left: Words, right: Words, gap: Gap, *, noisy: bool) -> list[Difference]:
    """Figures that stand in the same place on both sides with another value; a range that lost an end is a bound."""
    was = [(n, v) for n in gap.left if (v := _value(left.tokens[n])) is not None]
    now = [(n, v) for n in gap.right if (v := _value(right.tokens[n])) is not None]
    if len(was) != len(now):
        one_end = _is_range(left, gap.left) if len(was) > len(now) else _is_range(right, gap.right)
        if one_end and _by_figure(left, gap.left) and _by_figure(right, gap.right):
            dated = _ends_a_date(left, gap.left) or _ends_a_date(right, gap.right)
            if noisy or dated or _crosses(left, gap.left) or _crosses(right, gap.right):
                return []
            return _cited(left, right, _widened(left, gap.left), _widened(right, gap.right), "bound")
        return []
    found: list[Difference] = []
    for (a, before), (b, after) in zip(was, now, strict=True):
        old, new = left.tokens[a], right.tokens[b]
        if before == after or (noisy and _misread(old, new)) or _dating(left, a) != _dating(right, b):
            continue
        if {old, new} & POWERS or not _counts_alike(left, right, gap, a, b):
            continue
        dates = YEAR.match(old) and YEAR.match(new)
        found += _cited(left, right, range(a, a + 1), range(b, b + 1), "date" if dates else "figure")
    return found


def _is_range(words: Words, part: range) -> bool:
    """Whether the figures in and beside some words are the two ends of one range: "600 to 800"."""
    stop = part.stop
    while stop < min(len(words.tokens), part.stop + 2) and words.tokens[stop] in LINKING:
        stop += 1
    wide = range(max(part.start - 1, 0), min(stop + 1, len(words.tokens)))
    values = [n for n in wide if _value(words.tokens[n]) is not None]
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


POWERS = listed("hundred thousand million billion trillion")
"""Words that belong to the figure before them: "$90 billion"."""
LINKING = listed("to than as at many up and least most more")
"""Words that may stand between a bound and its figure."""


def _by_figure(words: Words, part: range) -> bool:
    """Whether a figure stands in these words or just beside them."""
    wide = _widened(words, part)
    return any(_value(words.tokens[n]) is not None for n in wide)


def _ends_a_date(words: Words, part: range) -> bool:
    """Whether the figure before these words is the day of a date in digits ("2014-06-24")."""
    start = words.starts[part.start - 1] if part.start else 0
    return re.search(r"\d-\d\d?-$", words.text[max(start - 8, 0) : start]) is not None


def _crosses(words: Words, part: range) -> bool:
    """Whether a sentence or line ends within these words."""
    between = words.text[words.ends[part.start - 1] : words.starts[part.stop]] if part.start else ""
    return "\n" in between or bool(re.search(r"[.!?]\s", between))


def _is_of_two(words: Words, part: range) -> bool:
    """Whether a sentence ends inside some words, or they are whole sentences."""
    if not len(part):
        return False
    inside = words.text[words.starts[part.start] : words.ends[part.stop - 1]]
    before = words.text[words.ends[part.start - 1] : words.starts[part.start]] if part.start else "\n"
    behind = words.text[words.ends[part.stop - 1] : words.starts[part.stop]] if part.stop < len(words.tokens) else "\n"
    return ENDS.search(inside) is not None or bool(ENDS.search(before) and ENDS.search(behind))


ENDS = re.compile(r"\n|[.!?][\"”’']?\s")


def _widened(words: Words, part: range) -> range:
    """These words up to the figure that they bound, a few linking words between; else with the figure before them."""
    stop, size = part.stop, len(words.tokens)
    while stop < min(size, part.stop + 3) and words.tokens[stop] in LINKING:
        stop += 1
    if stop < size and _value(words.tokens[stop]) is not None:
        end = stop + 1
        while end < size and words.tokens[end] in POWERS:
            end += 1
        return range(part.start, end)
    if part.start > 0 and _value(words.tokens[part.start - 1]) is not None:
        return range(part.start - 1, part.stop)
    return part


def _things(left: Words, right: Words, gap: Gap) -> list[Difference]:
    """Another name, or another thing after a preposition ("for the security forces" -> "for the commandos")."""
    if not (0 < len(gap.left) <= 4 and 0 < len(gap.right) <= 4):
        return []
    names = [all(_is_name(words, n) for n in part) for words, part in ((left, gap.left), (right, gap.right))]
    within = any(_goes_on(words, part) for words, part in ((left, gap.left), (right, gap.right)))
    if all(names) and not within and not _is_one_name(left, right, gap):
        return _cited(left, right, gap.left, gap.right, "actor")
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
    was, now = _span(left, gap.left, "actor").text, _span(right, gap.right, "actor").text
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


def _cited(left: Words, right: Words, was: range, now: range, what: What) -> list[Difference]:
    """The difference with its words on both sides; a side without words is cited by its neighbours."""
    return [(_span(left, was, what), _span(right, now, what), what)]


def _span(words: Words, part: range, what: What) -> Span:
    if not len(part):
        part = range(max(part.start - 1, 0), min(part.stop + 1, len(words.tokens)))
    span = words.span(part.start, part.stop - 1)
    if what == "figure" and (digits := NUMBER.search(span.text)):
        start = span.start + digits.start()
        return Span(start=start, end=span.start + digits.end(), text=digits.group())
    return span
