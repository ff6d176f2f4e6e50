"""Words that stand between two shared words: which they are, what stands beside them, how they are cited."""

import re
from collections.abc import Iterator
from typing import Literal

from sayso.model import Span
from sayso.model._record import record
from sayso.stages.link.texts.align import Alignment
from sayso.stages.link.texts.words import Words
from sayso.stages.link.wordlists import SMALL, listed

What = Literal["figure", "bound", "currency", "hedge", "object", "actor", "date", "place", "polarity", "wording"]

NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
WIDEST = 8
"""Most words on either side of a change; beyond that a passage was rewritten rather than changed."""


@record
class Gap:
    """Words of the left text and of the right one that stand between two shared words that are neighbours in
    neither."""

    left: range
    """Numbers of left words; empty when words were added."""
    right: range
    """Numbers of right words; empty when words were left out."""


Difference = tuple[Span, Span, What]


def gaps_of(laid: Alignment) -> Iterator[Gap]:
    """The gaps of an alignment in text order, none wider than `WIDEST` and none of words that are only misread."""
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


def sentence_of(words: Words, part: range) -> range:
    """The sentence in which some words stand."""
    first, end = next(((a, b) for a, b in words.sentences if a <= part.start < b), (part.start, part.stop))
    return range(first, min(max(end, part.stop), len(words.tokens)))


def words_in(words: Words, part: range) -> frozenset[str]:
    """Some words of a text, each once."""
    return frozenset(words.tokens[n] for n in part)


def value_of(token: str) -> float | None:
    """The number that a word is, in digits or letters; None where it is none."""
    if NUMBER.fullmatch(token):
        return float(token.replace(",", ""))
    return SMALL.get(token)


POWERS = listed("hundred thousand million billion trillion")
"""Words that belong to the figure before them: "$90 billion"."""
LINKING = listed("to than as at many up and least most more")
"""Words that may stand between a bound and its figure."""


def is_by_figure(words: Words, part: range) -> bool:
    """Whether a figure stands in these words or just beside them."""
    wide = widened(words, part)
    return any(value_of(words.tokens[n]) is not None for n in wide)


def ends_a_date(words: Words, part: range) -> bool:
    """Whether the figure before these words is the day of a date in digits ("2014-06-24")."""
    start = words.starts[part.start - 1] if part.start else 0
    return re.search(r"\d-\d\d?-$", words.text[max(start - 8, 0) : start]) is not None


def crosses(words: Words, part: range) -> bool:
    """Whether a sentence or line ends within these words."""
    between = words.text[words.ends[part.start - 1] : words.starts[part.stop]] if part.start else ""
    return "\n" in between or bool(re.search(r"[.!?]\s", between))


def is_of_two(words: Words, part: range) -> bool:
    """Whether a sentence ends inside some words, or they are whole sentences."""
    if not len(part):
        return False
    inside = words.text[words.starts[part.start] : words.ends[part.stop - 1]]
    before = words.text[words.ends[part.start - 1] : words.starts[part.start]] if part.start else "\n"
    behind = words.text[words.ends[part.stop - 1] : words.starts[part.stop]] if part.stop < len(words.tokens) else "\n"
    return ENDS.search(inside) is not None or bool(ENDS.search(before) and ENDS.search(behind))


ENDS = re.compile(r"\n|[.!?][\"”’']?\s")


def widened(words: Words, part: range) -> range:
    """These words up to the figure that they bound, a few linking words between; else with the figure before them."""
    stop, size = part.stop, len(words.tokens)
    while stop < min(size, part.stop + 3) and words.tokens[stop] in LINKING:
        stop += 1
    if stop < size and value_of(words.tokens[stop]) is not None:
        end = stop + 1
        while end < size and words.tokens[end] in POWERS:
            end += 1
        return range(part.start, end)
    if part.start > 0 and value_of(words.tokens[part.start - 1]) is not None:
        return range(part.start - 1, part.stop)
    return part


def cited(left: Words, right: Words, was: range, now: range, what: What) -> list[Difference]:
    """The difference with its words on both sides; a side without words is cited by its neighbours."""
    return [(span_of(left, was, what), span_of(right, now, what), what)]


def span_of(words: Words, part: range, what: What) -> Span:
    """Where some words stand; of a changed figure its digits alone, of no words at all their neighbours."""
    if not len(part):
        part = range(max(part.start - 1, 0), min(part.stop + 1, len(words.tokens)))
    span = words.span(part.start, part.stop - 1)
    if what == "figure" and (digits := NUMBER.search(span.text)):
        start = span.start + digits.start()
        return Span(start=start, end=span.start + digits.end(), text=digits.group())
    return span
