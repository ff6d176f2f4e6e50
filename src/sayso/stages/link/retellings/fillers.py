"""Whether two figures or two participants of claims are one."""

import re
from functools import lru_cache

from sayso.model import Argument, Change, Figure, Money, Quantity, Reading, Reason, Span
from sayso.stages.link.claims.figures import unit_with_rate
from sayso.stages.link.wording import content_words
from sayso.stages.link.wordlists import PERSONS, listed

STATUS: tuple[frozenset[str], ...] = (
    listed("soldier serviceman troop trooper commando military"),
    listed("fighter combatant militant gunman jihadist rebel"),
    listed("mercenary"),
    listed("deserter defector"),
    listed("volunteer"),
    listed("conscript draftee"),
    listed("prisoner convict inmate detainee captive"),
    listed("student pupil"),
    listed("worker labourer helper employee migrant"),
    listed("civilian"),
    listed("officer commander"),
    listed("child minor teenager boy"),
    listed("terrorist"),
)
"""Nouns that say what people are; words of one line mean the same."""


@lru_cache(maxsize=20_000)
def status_of(words: str) -> int | None:
    """Which line of STATUS the last noun of some words is of."""
    for word in reversed(re.findall(r"[a-z]+", words.lower())):
        for number, line in enumerate(STATUS):
            if word in line or word.removesuffix("s") in line or any(word == plural(each) for each in line):
                return number
    return None


def plural(word: str) -> str:
    """The plural of a noun in small letters: "deserter", "serviceman", "deputy"."""
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def figures_within(reading: Reading, sentence: Span) -> list[Figure]:
    """The quantities and amounts of money in a sentence that have a bound, as figures of no claim."""
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


def same_sort_of_people(one: str, other: str) -> bool:
    """Whether two descriptions are of one sort of people: "a broker" and "a man", but no mercenary and no officer."""
    sorts = status_of(one), status_of(other)
    return None not in sorts and sorts[0] == sorts[1]


def same_filler(left: Argument, right: Argument) -> bool:
    """Whether two participants can be the same: one entity, words in common, both mere persons, or a pronoun."""
    if any(c.isdigit() for c in left.span.text + right.span.text):
        return True  # a figure is compared as a figure
    if left.entity and right.entity:
        return left.entity == right.entity or left.entity[:3] == right.entity[:3]
    first, second = content_words(left.span.text), content_words(right.span.text)
    if not first or not second or set(first) & set(second):
        return True
    if not (left.entity or right.entity) and None in (status_of(left.span.text), status_of(right.span.text)):
        return True  # "a man", "an agent", "a broker": one may be called by each
    return bool(set(first) & PERSONS_STEMS) and bool(set(second) & PERSONS_STEMS)


PERSONS_STEMS = frozenset(stem for word in PERSONS for stem in content_words(word))


def change_of(parent: str, child: str, was: Span, now: Span, what: str, detail: str) -> Change:
    """A change of one document's words into another's, with the rule that found it."""
    reason = Reason(rule=f"retold.{what}", detail=detail, spans=(was, now))
    return Change(parent=parent, child=child, was=was, now=now, what=what, reasons=(reason,))  # type: ignore[arg-type]
