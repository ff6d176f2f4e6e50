"""What an amount is per, told otherwise by a document that credits another: "800 euros for each delivery" that became
"800 euros a month", "90,000 once" that became "90,000 every month", "5,000 to each family", "5,000 to every boy".

What it is per is read behind the amount, in it and before it in its clause. `rephrased.py` holds larger numbers against
each other by what stands behind them, without a credit.
"""

import re
from collections.abc import Iterator

from sayso.model import Change, Money, Reading, Span
from sayso.model._record import record
from sayso.stages.link.retellings.fillers import plural
from sayso.stages.link.retellings.one_number import PERIODIC
from sayso.stages.link.retellings.otherwise import told_otherwise
from sayso.stages.link.wordlists import PERSONS, listed

TIMES = listed("hour day night week fortnight month quarter year")
ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annual": "year", "annually": "year",
}  # fmt: skip
"""Words for what an amount is per -> the time."""
ONCE = re.compile(
    r"\b(?:once|one-off|one-time|single payment|lump sum|in all|in total|altogether|on signing|sign(?:ing|-on|-up)"
    r"(?: bonus| fee)?|when (?:he|she|they) signed|upfront|up front|down payment)\b"
)
"""Words that tell that an amount is not paid again."""
UNIT = re.compile(r"\b(each|every|an?|per)\s+(?:[a-z]+ed\s+|new\s+|single\s+)?([a-z]{3,})\b")
"""Who or what gets it, or for what it is given: "each family", "a man"."""
EACH = re.compile(r"\b(?:for|to) each\b|\bapiece\b|\beach\W*$")
"""Each of some people, by itself."""
ALL_TIMES = re.compile(rf"\b(?:an?|each|every|per|by the)\s+({'|'.join(sorted(TIMES))})\b|\b({'|'.join(ADVERBS)})\b")
BEFORE, BEHIND = 60, 45
"""Code points on either side of an amount, within its clause, that are looked at."""
STOP = re.compile(r"[.;:()\n“”\"]|,\s|\s(?:and|but|while|of which)\s")
PEOPLE = (
    PERSONS
    | {plural(word) for word in PERSONS}
    | listed("head heads boy boys girl girls child men women doctor nurse pilot")
)
"""Words that all stand for one person each."""
FEW = 3
"""Times that an amount stands in one text at most."""
OCCASIONS = listed("flight trip rotation tour shift mission delivery family household village body")
"""What an amount can be for with "a" before it."""
NO_UNIT = listed("time few lot little couple total part half third group number way result bid move sum amount")
"""Words behind "each" and "every" that name nothing."""


@record
class _Rate:
    span: Span
    per: frozenset[str]
    """Times, "once", "person", and nouns of what it is for."""
    sentence: Span


def rated(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """Amounts of money that both have, and that are per something else in the second document."""
    return tuple({(c.now.start, c.now.end): c for c in _found(parent, child)}.values())


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    before, after = _rates(parent), _rates(child)
    for key in [each for each in after if each in before]:
        known = frozenset[str]().union(*(each.per for each in before[key]))
        if len(before[key]) > FEW:
            continue
        for now in after[key]:
            if not now.per or now.per & known:
                continue
            was = next((each for each in before[key] if each.per), before[key][0])
            if not known and (not now.per & TIMES or any(_is_paid_again(parent, each) for each in before[key])):
                continue
            detail = f"per {', '.join(sorted(known)) or 'nothing that is named'}, and per {', '.join(sorted(now.per))}"
            yield _change(parent, child, was.span, now.span, detail)


Amount = tuple[float | None, float | None, str | None]


def _rates(reading: Reading) -> dict[Amount, list[_Rate]]:
    """What each amount of a text is per, by its ends and currency."""
    found: dict[Amount, list[_Rate]] = {}
    for money in reading.mentions.money:
        sentence = next((s for s in reading.sentences if s.covers(money.span)), None)
        if sentence is not None:
            rate = _Rate(span=money.span, per=_per(sentence, money), sentence=sentence)
            found.setdefault((money.low, money.high, money.currency), []).append(rate)
    return found


def _per(sentence: Span, money: Money) -> frozenset[str]:
    """What an amount is per, by the words of its clause; whether it is paid once, by those around."""
    at = money.span.start - sentence.start
    behind = STOP.split(sentence.text[at + len(money.span.text) :][:BEHIND])[0]
    before = STOP.split(sentence.text[max(0, at - BEFORE) : at])[-1]
    words = f"{money.span.text}{behind}".lower()
    around = f"{before.lower()} {words}"
    found = {time or ADVERBS[adverb] for time, adverb in ALL_TIMES.findall(around)}
    found |= {money.per} if money.per else set()
    found |= {"once"} if ONCE.search(sentence.text[max(0, at - BEFORE) : at + len(money.span.text) + BEHIND]) else set()
    found |= {"person" if noun in PEOPLE else noun for mark, noun in UNIT.findall(around) if _is_unit(mark, noun)}
    found |= {"person"} if not found & TIMES and any(map(EACH.search, (before.lower(), words))) else set()
    return frozenset(found)


def _is_unit(mark: str, noun: str) -> bool:
    """Whether an amount can be for each of what a noun names: of few after "a", of nearly all after "each"."""
    return noun in PEOPLE or noun in OCCASIONS or (mark not in ("a", "an") and noun not in TIMES | NO_UNIT)


def _is_paid_again(reading: Reading, rate: _Rate) -> bool:
    """Whether words of wages stand in the sentence of an amount or beside it."""
    near = next(n for n, s in enumerate(reading.sentences) if s.start == rate.sentence.start)
    words = " ".join(s.text for s in reading.sentences[max(0, near - 1) : near + 2]).lower()
    return bool(PERIODIC & set(re.findall(r"[a-z]+", words)))


def _change(parent: Reading, child: Reading, was: Span, now: Span, detail: str) -> Change:
    return told_otherwise("rated", parent, child, was, now, "figure", detail)
