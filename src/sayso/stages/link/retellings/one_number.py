"""What was changed about a number that itself stayed: whom it counts, its hedge, what it is per, its bound."""

import re
from collections.abc import Mapping, Sequence

from sayso.model import Change, Figure, Reading, Span
from sayso.stages.link.claims.figures import same_unit_of_people, unit_of
from sayso.stages.link.retellings.fillers import STATUS, change_of, plural, status_of
from sayso.stages.link.retellings.retelling import TELLING
from sayso.stages.link.voices.openings import headline_end
from sayso.stages.link.wordlists import BOUNDS, HEDGES, SMALL, listed


def of_one_number(
    parent: Reading,
    child: Reading,
    before: Sequence[tuple[Span, Mapping[str, float], Sequence[Figure]]],
    after: Sequence[tuple[Span, Sequence[Figure]]],
) -> list[Change]:
    """What was changed about a number that itself stayed: whom it counts, its hedge, what it is per.

    Only for numbers that stand in one sentence of the source below its headline: these need no likeness of words to be
    told again.
    """
    top = headline_end(parent.document)
    held = [(sentence, figure) for sentence, _, figures in before for figure in figures if figure.span.start >= top]
    found: list[Change] = []
    for sentence, figures in after:
        for now in figures:
            same = [(s, was) for s, was in held if _is_one_number(was, now)]
            if len({(s.start, s.end) for s, _ in same}) != 1:
                continue
            where, was = same[0]
            found += _recounted(parent, child, was, now)
            found += _unhedged(parent, child, (where, was), (sentence, now))
            found += _without_period(parent, child, was, (sentence, now))
            found += _in_other_coin(parent, child, was, now)
            found += _made_exact(parent, child, was, now)
    bounded = [figure for _, figure in held]
    return found + _unbounded(parent, child, bounded, [figure for _, figures in after for figure in figures])


def _unbounded(parent: Reading, child: Reading, before: Sequence[Figure], after: Sequence[Figure]) -> list[Change]:
    """ "Up to 2,000 citizens" that became "2,000 citizens", "between 600 and 800" that became "800": a number that the
    source gives as a bound of one sort only, and never by itself."""
    found = []
    for now in after:
        if now.low is None or now.low != now.high or now.low < TELLING:
            continue
        same = [was for was in before if now.low in (was.low, was.high) and can_count_one(was, now)]
        if same and all(was.low != was.high and not _is_vague(was) for was in same):
            detail = f"“{same[0].span.text}” became “{now.span.text}”: its bound is gone"
            found.append(change_of(parent.document.id, child.document.id, same[0].span, now.span, "bound", detail))
    return found


def _is_vague(figure: Figure) -> bool:
    """Whether a figure is one of size only: "thousands", "millions of dollars"."""
    return bool(figure.low and figure.high and figure.high >= 9 * figure.low)


def can_count_one(was: Figure, now: Figure) -> bool:
    """Whether two figures can count the same: sums of one currency, people, one unit, or one without a unit."""
    units = [(figure.unit or "").split("/")[0] or None for figure in (was, now)]
    coins = [unit is not None and len(unit) == 3 and unit.isupper() for unit in units]
    return units[0] == units[1] if any(coins) else same_unit_of_people(*units)


def _is_one_number(was: Figure, now: Figure) -> bool:
    """Whether two figures have the same bounds, large enough to be told again and not met by chance."""
    top = was.high if was.high is not None else was.low
    return (was.low, was.high) == (now.low, now.high) and top is not None and top >= TELLING


def _recounted(parent: Reading, child: Reading, was: Figure, now: Figure) -> list[Change]:
    """The same number of people of another sort, which the source never calls them by: "72 retired soldiers" that
    became "72 deserters"."""
    sort, before = status_of(now.span.text), status_of(was.span.text)
    if sort is None or sort == before or not (_counts_persons(was) and _counts_persons(now)):
        return []
    words = set(re.findall(r"[a-z]+", parent.document.text.lower()))
    if any(word in words or f"{word}s" in words or plural(word) in words for word in STATUS[sort]):
        return []
    detail = f"“{was.span.text}” became “{now.span.text}”"
    return [change_of(parent.document.id, child.document.id, was.span, now.span, "object", detail)]


def _counts_persons(figure: Figure) -> bool:
    return "person" in unit_of(figure) or status_of(figure.span.text) is not None


SMALL_WORD = re.compile(r"\b[a-z]+\b")
"""A word in small letters: "May" is a month."""
BEHIND = 6
"""Words behind a figure in which a "may" is of it."""


def _unhedged(parent: Reading, child: Reading, before: tuple[Span, Figure], after: tuple[Span, Figure]) -> list[Change]:
    """ "288 men may have gone" that became "288 men have gone", or the other way."""
    (first, was), (second, now) = before, after
    weak = [bool(WEAK & set(_words_behind(sentence, figure))) for sentence, figure in (before, after)]
    hedged = [bool((WEAK | HEDGES) & set(SMALL_WORD.findall(sentence.text))) for sentence in (first, second)]
    lost = weak[0] and not hedged[1] and bool(FIRM & set(_words_behind(second, now)))
    added = weak[1] and not hedged[0] and bool(FIRM & set(_words_behind(first, was)))
    if not (lost or added):
        return []
    detail = "a hedge stands behind the figure in one of the two only"
    return [change_of(parent.document.id, child.document.id, first, second, "hedge", detail)]


def _words_behind(sentence: Span, figure: Figure) -> list[str]:
    behind = sentence.text[figure.span.end - sentence.start :]
    return re.findall(r"\w+", re.split(r"[,;:.]", behind, maxsplit=1)[0])[:BEHIND]


PERIODIC = listed("month monthly week weekly year yearly annual annually day daily salary wage wages pay paid pension")
"""Words that tell that an amount comes again and again."""


def _without_period(parent: Reading, child: Reading, was: Figure, after: tuple[Span, Figure]) -> list[Change]:
    """An amount a month of which only the amount is left."""
    sentence, now = after
    if "/" not in (was.unit or "") or "/" in (now.unit or "") or (was.unit or "").split("/")[0] != now.unit:
        return []
    if PERIODIC & set(re.findall(r"[a-z]+", sentence.text.lower())):
        return []
    detail = f"“{was.span.text}” became “{now.span.text}”: what it is per is gone"
    return [change_of(parent.document.id, child.document.id, was.span, now.span, "figure", detail)]


def _in_other_coin(parent: Reading, child: Reading, was: Figure, now: Figure) -> list[Change]:
    """One number in two currencies: "195,000 rupees" that became "195,000 roubles"."""
    coins = [(figure.unit or "").split("/")[0] for figure in (was, now)]
    money = all(len(coin) == 3 and coin.isupper() for coin in coins)
    words = [set(re.findall(r"[a-z]{4,}", figure.span.text.lower())) - PERIODIC - NUMBERS for figure in (was, now)]
    if not money or coins[0] == coins[1] or words[0] & words[1]:
        return []
    detail = f"{coins[0]} became {coins[1]}, and the number stayed"
    return [change_of(parent.document.id, child.document.id, was.span, now.span, "currency", detail)]


NUMBERS = listed("hundred thousand million billion lakh crore hundreds thousands millions billions") | SMALL.keys()
"""Words of a number: "two million roubles" and "two million francs" have only these in common."""
ABOUT = frozenset(word for word, kind in BOUNDS.items() if kind == "about")


def _made_exact(parent: Reading, child: Reading, was: Figure, now: Figure) -> list[Change]:
    """ "Some 300" that became "300"."""
    blurred, exact = (_is_blurred(parent, was), not _is_blurred(child, now))
    if not (blurred and exact):
        return []
    detail = f"“{was.span.text}” became “{now.span.text}”: no longer about"
    return [change_of(parent.document.id, child.document.id, was.span, now.span, "bound", detail)]


def _is_blurred(reading: Reading, figure: Figure) -> bool:
    before = reading.document.text[max(0, figure.span.start - 20) : figure.span.start]
    words = re.findall(r"[a-z]+", before.split("\n")[-1].lower())[-2:]
    return bool(ABOUT & {*words, *re.findall(r"[a-z]+", figure.span.text.lower())})


WEAK = listed("may might could would possibly perhaps likely probably potentially")
FIRM = listed("will shall is are was were has have")
