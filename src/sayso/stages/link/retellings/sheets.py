"""A text cut into what its passages are compared by: figures, names, countries and words of each sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.model import Money, Quantity, Reading
from sayso.model._record import record
from sayso.stages.link.claims.differing import AGE
from sayso.stages.link.nations import named_nations
from sayso.stages.link.texts.held import Held
from sayso.stages.link.texts.words import Words
from sayso.stages.link.voices.leaning import OBSERVED
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import HEDGES, MONTHS, PERSONS, SMALL, STOPWORDS

WORD, NAME, NATION = 0.7, 2.0, 0.5
"""What a shared word speaks for a passage: a plain word, a name, a country or its people, which every report on a war
has."""
DAY = 2.0
"""What a shared day of the month speaks, with the names that stand beside it: "left on 2 September"."""
BY_DIGITS = (0.0, 1.0, 2.0, 4.0)
"""What a shared figure speaks by its digits without closing zeros."""
OF_ONE = 1.0
"""What it speaks besides that a figure counts the same thing in both: "10,000 commandos"."""
COUNTED = 30
"""Above this; a smaller number of days or children is everybody's."""
FEW, YEAR = 0.7, 0.5
"""The same for a count up to ten, and for a number that can be a year."""
WINDOW = 2
"""Sentences in a row of the earlier document that one sentence of the later one is held against: who retells is
brief."""


@record
class Sheet:
    """What a document is compared by."""

    sentences: tuple[Mapping[str, float], ...]
    """For each sentence its stems, names and figures ("#146") with what they weigh."""
    windows: tuple[Mapping[str, float], ...]
    """For each sentence what it and the next one have."""
    marks: Mapping[str, tuple[int, ...]]
    """Figures and names -> the sentences that have them."""
    explained: frozenset[int]
    """Sentences that are put down to an outlet, or to what the document's own people saw."""


def sheet_of(words: Words, reading: Reading, outlets: frozenset[int] = frozenset()) -> Sheet:
    """Cut a text into what its passages are compared by. `outlets` are code points at which an outlet is named: who
    cites it too is not told by that."""
    small = {token for token, start in zip(words.tokens, words.starts, strict=True) if words.text[start].islower()}
    known = {
        start
        for mention in reading.mentions.actors
        if mention.kind in ("nationality", "government")
        for start in range(mention.span.start, mention.span.end)
    }
    figures = _figures(reading)
    sentences: list[dict[str, float]] = []
    for first, end in words.sentences:
        held: dict[str, float] = {}
        for n in range(first, end):
            token, start = words.tokens[n], words.starts[n]
            held.update(figures.get(start, {}))
            if len(token) > 2 and token[0].isalpha() and token not in PLAIN and start not in outlets:
                plain = stem(token.removesuffix("'s").removesuffix("’s"))
                weight = WORD
                if words.text[start].isupper() and token not in small:
                    weight = NATION if start in known or _is_nation(token) else NAME
                held[plain] = max(held.get(plain, 0.0), weight)
        sentences.append(held)
    explained = set()
    marks: dict[str, list[int]] = defaultdict(list)
    for number, (first, end) in enumerate(words.sentences):
        inside = range(words.starts[first], words.ends[end - 1])
        if not outlets.isdisjoint(inside) or OBSERVED.search(words.text[inside.start : inside.stop]):
            explained.add(number)
    for number, sentence in enumerate(sentences):
        for word, weight in sentence.items():
            if word[0] == "#" or weight >= NAME:
                marks[word].append(number)
    return Sheet(
        sentences=tuple(sentences),
        windows=tuple(_joined(sentences[n : n + WINDOW]) for n in range(len(sentences))),
        marks={mark: tuple(where) for mark, where in marks.items()},
        explained=frozenset(explained),
    )


PLAIN = STOPWORDS | HEDGES | MONTHS | SMALL.keys()


def _joined(sentences: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    return {word: weight for each in sentences for word, weight in each.items()}


def _figures(reading: Reading) -> Mapping[int, dict[str, float]]:
    """What the figures of a text weigh, by where their words begin, and those that count the same thing once more; none
    that are blurred ("dozens"), and not one."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for period in reading.mentions.periods:
        if period.precision == "day" and period.start and period.span and any(ch.isdigit() for ch in period.span.text):
            found[period.span.start][f"@{period.start:%m-%d}"] = DAY
    amounts: list[Quantity | Money] = [*reading.mentions.quantities, *reading.mentions.money]
    for amount in amounts:
        if amount.approximate and amount.low != amount.high:
            continue
        unit = amount.unit if isinstance(amount, Quantity) else amount.currency
        for value in {v for v in (amount.low, amount.high) if v is not None and v >= 2}:
            held = found[amount.span.start]
            held[f"#{value:g}"] = _by_digits(value)
            if unit and value > COUNTED and unit not in PERSONS and unit != AGE:
                held[f"#{value:g} {unit}"] = OF_ONE
    return found


def _by_digits(value: float) -> float:
    if value <= 10:
        return FEW
    if 1900 <= value <= 2100:
        return YEAR
    return BY_DIGITS[min(len(f"{value:.0f}".rstrip("0")), 3)]


@lru_cache(maxsize=20_000)
def _is_nation(token: str) -> bool:
    return bool(named_nations(token.title()))


def figures_in(reading: Reading) -> frozenset[str]:
    """The figures of a document, as marks."""
    return frozenset(mark for marks in _figures(reading).values() for mark in marks if mark[0] == "#")


def weight_of(figure: str) -> float:
    """What a figure, as a mark of a sheet, speaks for a passage."""
    return OF_ONE if " " in figure else _by_digits(float(figure[1:]))


def sheet_at(held: Held, readings: Mapping[str, Reading], number: int) -> Sheet:
    """A document cut up, the outlets that it names marked."""
    named = (*held.citations[number], *held.mentions[number])
    outlets = frozenset(start for c in named for start in range(c.span.start, c.span.end))
    return sheet_of(held.words[number], readings[held.documents[number].id], outlets)
