"""What a copy changed of its parent: the words that differ between two passages that are otherwise the same."""

import re
from collections.abc import Iterator
from typing import Literal

from sayso.model import Change, Reason, Span
from sayso.model._record import record
from sayso.stages.link.texts.align import Alignment
from sayso.stages.link.texts.words import Words
from sayso.stages.link.wordlists import BOUNDS, CURRENCIES, HEDGES, MONTHS, NEGATIONS, SMALL, listed

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
    if _changed(was, now, CURRENCIES.keys()) and _by_figure(left, gap.left) and _by_figure(right, gap.right):
        return _cited(left, right, _widened(left, gap.left), _widened(right, gap.right), "currency")
    bounds = [{BOUNDS.get(w) for w in words} - {None, "", "about"} for words in (was, now)]
    swapped = was and now and not (bounds[0] and bounds[1])  # a synonym that the list does not have
    if bounds[0] != bounds[1] and not swapped and _by_figure(left, gap.left) and _by_figure(right, gap.right):
        return _cited(left, right, _widened(left, gap.left), _widened(right, gap.right), "bound")
    if bool(was & NEGATIONS) != bool(now & NEGATIONS) and _negations(left, gap.left) != _negations(right, gap.right):
        return _cited(left, right, gap.left, gap.right, "polarity")
    if _changed(was, now, HEDGES):
        return _cited(left, right, gap.left, gap.right, "hedge")
    if was and now and was <= MONTHS and now <= MONTHS:
        return _cited(left, right, gap.left, gap.right, "date")
    return _things(left, right, gap)


def _negations(words: Words, part: range) -> int:
    """How many words of a sentence deny: one that only moved to another place changes nothing."""
    first, end = next(((a, b) for a, b in words.sentences if a <= part.start < b), (part.start, part.stop))
    return sum(words.tokens[n] in NEGATIONS for n in range(first, min(end, len(words.tokens))))


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
        if (was and _by_figure(right, gap.right)) or (now and _by_figure(left, gap.left)):
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
        dates = YEAR.match(old) and YEAR.match(new)
        found += _cited(left, right, range(a, a + 1), range(b, b + 1), "date" if dates else "figure")
    return found


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
    if all(names):
        return _cited(left, right, gap.left, gap.right, "actor")
    return []


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
