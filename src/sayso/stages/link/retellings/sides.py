"""Two sides of a change: the words that differ, with the sentences, numbers and fates around them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.model import Money, Quantity, Reading, Span
from sayso.model._record import record
from sayso.stages.link.claims.differing import FATES
from sayso.stages.link.wording import content_words
from sayso.stages.link.wordlists import SMALL


@record
class Side:
    """One side of a change: the words that differ, and the sentence or sentences in which they stand."""

    reading: Reading
    span: Span
    sentence: Span
    amounts: tuple[Quantity | Money, ...]
    """Of the span; where it has none, none."""


def side(reading: Reading, span: Span) -> Side:
    """A span with its surroundings."""
    around = [s for s in reading.sentences if s.start < span.end and span.start < s.end]
    start = min([span.start, *(s.start for s in around)])
    end = max([span.end, *(s.end for s in around)])
    amounts: list[Quantity | Money] = [*reading.mentions.quantities, *reading.mentions.money]
    inside = [a for a in amounts if a.span.start < span.end and span.start < a.span.end]
    return Side(
        reading=reading,
        span=span,
        sentence=Span(start=start, end=end, text=reading.document.text[start:end]),
        amounts=tuple(a for a in inside if a.low is not None or a.high is not None),
    )


@lru_cache(maxsize=20_000)
def without_numbers(text: str) -> Mapping[str, float]:
    """The content words of some text, without digits and number words. Kept for the next figure of the sentence, and
    the next document that follows its: never changed."""
    return {
        word: weight for word, weight in content_words(text).items() if not word[0].isdigit() and word not in NUMBERS
    }


def words_around(reading: Reading, span: Span) -> Mapping[str, float]:
    """The content words of the sentence in which a span begins and of those before and behind it, without numbers."""
    sentences = reading.sentences
    at = next((n for n, s in enumerate(sentences) if s.start <= span.start < s.end), 0)
    return without_numbers(" ".join(each.text for each in sentences[max(0, at - 1) : at + 2]))


NUMBERS = frozenset(stem for word in (*SMALL, "percent", "cent") for stem in content_words(word))


def values(amounts: Sequence[Quantity | Money]) -> set[float]:
    """The ends of some amounts."""
    return {v for a in amounts for v in (a.low, a.high) if v is not None}


def around(each: Side) -> set[float]:
    """The numbers of a sentence."""
    amounts: list[Quantity | Money] = [*each.reading.mentions.quantities, *each.reading.mentions.money]
    return values([a for a in amounts if each.sentence.covers(a.span)])


TOLLS = ("dead", "hurt", "held")
"""Fates whose numbers grow from report to report."""


def fates(each: Side) -> set[str]:
    """What has become of people in a sentence, of `TOLLS`."""
    return {fate for fate in TOLLS if FATES[fate].search(each.sentence.text)}
