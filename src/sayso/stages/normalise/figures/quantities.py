"""Figures as intervals with what they count, and money with its currency."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns
from sayso.model import Money, Parsed, Quantity, Reason, span_of
from sayso.stages.normalise.dates.timexes import Timex, read_timexes
from sayso.stages.normalise.figures.bounds import Bound, bound_before, bound_behind
from sayso.stages.normalise.figures.counted import counted_noun, per_what
from sayso.stages.normalise.figures.found import AGED, figures_in
from sayso.stages.normalise.figures.ground import Ground, Reach
from sayso.stages.normalise.figures.reaches import reaches_in
from sayso.stages.normalise.figures.units import TIMES

if TYPE_CHECKING:
    pass


def read_quantities(parsed: Parsed) -> tuple[Quantity, ...]:
    """Every figure of the text that is no money, in order, as an interval.

    Dates, clock times, scores, section numbers, phone numbers and names such as "T-72" are no quantities.
    """
    return read_figures(parsed, taken=dates_in(read_timexes(parsed)))[0]


def read_money(parsed: Parsed) -> tuple[Money, ...]:
    """Every amount of money of the text, in order, as an interval in units of its currency."""
    return read_figures(parsed, taken=dates_in(read_timexes(parsed)))[1]


def dates_in(timexes: Iterable[Timex]) -> tuple[tuple[int, int], ...]:
    """The passages that are dates, clock times or frequencies, where no number counts anything; durations may count."""
    return tuple((t.span.start, t.span.end) for t in timexes if t.type != "DURATION" and t.value not in _LENGTHS)


_LENGTHS = frozenset({"XXXX-XX-XXTXX", "PAST_REF", "PRESENT_REF", "FUTURE_REF"})
"""Values of "six minutes later" and the like, whose numbers count."""


def read_figures(
    parsed: Parsed, *, taken: Iterable[tuple[int, int]] = ()
) -> tuple[tuple[Quantity, ...], tuple[Money, ...]]:
    """Quantities and money in one pass. `taken` are passages that are dates, in order: numbers in them do not count."""
    ground = Ground(text=parsed.document.text, doc=parsed.doc, starts=[token.idx for token in parsed.doc])
    if not ground.starts:
        return (), ()
    quantities: list[Quantity] = []
    money: list[Money] = []
    for reach in reaches_in(ground.text, list(figures_in(ground, tuple(taken)))):
        for made in _amounts(reach, ground):
            if isinstance(made, Money):
                money.append(made)
            else:
                quantities.append(made)
    return _elided(_both_bounds(quantities, ground.text), ground), tuple(money)


_CORE = frozenset({"nsubj", "nsubjpass", "dobj"})


def _elided(quantities: Sequence[Quantity], ground: Ground) -> tuple[Quantity, ...]:
    """The same, where a bare figure takes over what the one before it counts: "killed two soldiers, wounded five".

    Only a figure that is subject or object by itself, of a verb coordinated with or relative to one that the last
    figure of people takes part in; else what it counts stays open.
    """
    found: list[Quantity] = []
    for quantity in quantities:
        before = found[-1] if found else None
        if (
            quantity.unit is None
            and before is not None
            and before.unit is not None
            and quantity.of is None
            and _continues(before, quantity, ground)
        ):
            detail = f'as before it: "{before.span.text}"'
            reason = Reason(rule="quantities.elided", detail=detail, spans=(before.span,))
            quantity = replace(quantity, unit=before.unit, reasons=(*quantity.reasons, reason))
        found.append(quantity)
    return tuple(found)


def _continues(before: Quantity, bare: Quantity, ground: Ground) -> bool:
    """Whether a bare figure stands in a clause that goes on from one that counts people."""
    last = ground.token(bare.span.end - 1)
    counted = ground.token(before.span.end - 1)
    if last.sent != counted.sent or counted.lemma_.lower() not in load_nouns().actors | {"people", "person"}:
        return False
    if last.dep_ not in _CORE or counted.dep_ not in _CORE or last.head.pos_ != "VERB":
        return False
    if "lose" in (last.head.lemma_, counted.head.lemma_):
        return False  # "killed 12 rebels and lost 3": others are counted
    verb, other = last.head, counted.head
    if verb.dep_ == "relcl":
        whom = any(child.lower_ == "whom" for child in ground.doc[counted.i : last.i])
        return whom and verb.head.i == counted.i
    while verb.dep_ in ("conj", "advcl") and verb.head.i != verb.i and verb.i > other.i:
        verb = verb.head
        if verb.i == other.i:
            return True
    return False


_BUT = re.compile(r"\s?(?:,\s)?(?:and|but|yet|,)\s")


def _both_bounds(quantities: list[Quantity], text: str) -> tuple[Quantity, ...]:
    """ "At least 20 but no more than 30" is one interval, not two."""
    out: list[Quantity] = []
    for quantity in quantities:
        last = out[-1] if out else None
        if last is None or not _complete(last, quantity, text):
            out.append(quantity)
            continue
        lows = [q.low for q in (last, quantity) if q.low is not None]
        highs = [q.high for q in (last, quantity) if q.high is not None]
        span = span_of(text, last.span.start, quantity.span.end)
        reasons = (*last.reasons, *quantity.reasons)
        out[-1] = replace(
            quantity, low=lows[0], high=highs[0], unit=quantity.unit or last.unit, span=span, reasons=reasons
        )
    return tuple(out)


def _complete(a: Quantity, b: Quantity, text: str) -> bool:
    """Whether `b` gives the bound that `a`, right before it, leaves open."""
    if not _BUT.fullmatch(text[a.span.end : b.span.start]) or (a.unit and b.unit and a.unit != b.unit):
        return False
    if a.high is None and b.low is None and a.low is not None and b.high is not None:
        return a.low < b.high
    if a.low is None and b.high is None and a.high is not None and b.low is not None:
        return b.low < a.high
    return False


_BLUR = re.compile(r"about|around|some|roughly|estimated", re.IGNORECASE)


def _amounts(reach: Reach, ground: Ground) -> Iterator[Quantity | Money]:
    """The record of a reach; none where it turns out to count nothing."""
    text, number = ground.text, reach.last.number
    before = bound_before(text, reach.start)
    if before.side and _is_duration_over(before, reach, ground):
        before = Bound(side="", about=before.about, start=reach.start, end=reach.start)
    if _is_about_them(text[before.start : reach.start]):
        before = Bound(side="", about=False, start=reach.start, end=reach.start)
    behind = bound_behind(text, reach.last.end if reach.last.unit or reach.last.currency else number.end)
    opener = text[reach.start : reach.first.start]
    currency = reach.last.currency or reach.first.currency
    end = max(reach.last.end, behind.end)
    noun = (
        None
        if currency or reach.last.unit
        else counted_noun(ground.token(number.end - 1), ground.token(reach.first.number.start))
    )
    if noun is not None and not re.search(r"\d", text[end : noun.end]):
        end = max(end, noun.end)
        if not before.side and behind.end == number.end:
            behind = bound_behind(text, end)  # "300 men, at least"
            end = behind.end
    low, high = _bounded(reach, before.side or behind.side)
    approximate = before.about or behind.about or number.vague or bool(_BLUR.search(opener))
    per, end = per_what(text, end)
    aged = _is_age(reach, noun is not None, before, ground)
    span = span_of(text, before.start, end)
    reason = _reason(reach, before, behind, text)
    if currency:
        yield Money(
            low=low, high=high, currency=currency, span=span, approximate=approximate, per=per, reasons=(reason,)
        )
    else:
        if noun is not None and noun.name in ("decade", "century"):
            return  # a stretch of time, told by the dates
        unit = "year of age" if aged else reach.last.unit or (noun.name if noun else None)
        if reach.rule == "share" or number.form == "part":
            unit = f"share of {unit}" if unit else "share"
        yield Quantity(
            low=low,
            high=high,
            unit=unit,
            span=span,
            approximate=approximate,
            of=reach.of,
            per=per,
            reasons=(reason,),
        )


def _is_age(reach: Reach, counted: bool, before: Bound, ground: Ground) -> bool:
    """Whether a bare number is an age: "aged 25", "under the age of 5", "Ivan Petrov, 25, said"."""
    text = ground.text
    lead = text[max(0, before.start - 24) : reach.start]
    if reach.last.unit in (None, "year") and (
        AGED.search(lead) or text[before.start : reach.start].strip().lower().endswith("age of")
    ):
        return True
    number = reach.last.number
    if (
        reach.last.unit
        or counted
        or reach.first is not reach.last
        or number.form != "digits"
        or not 5 <= number.low <= 110
    ):
        return False
    if (
        text[reach.start - 2 : reach.start] != ", "
        or text[number.end : number.end + 1] not in (",", ".", ";")
        or reach.start < 3
    ):
        return False
    return ground.token(reach.start - 3).ent_type_ == "PERSON"


def _bounded(reach: Reach, side: str) -> tuple[float | None, float | None]:
    """The interval with a bound word applied: "up to" drops the lower end, "at least" the upper one."""
    low, high = min(reach.low, reach.high), max(reach.low, reach.high)
    if side == "most":
        return None, high
    if side == "least":
        return low, None
    return low, high


ABOUT_THEM = re.compile(r"(?:over|about|around|under|beyond)\s+the\s+$", re.IGNORECASE)


def _is_about_them(before: str) -> bool:
    """Whether "over" or "about" leads to so many: "a complaint over the 17 men", where a bound has no article."""
    return ABOUT_THEM.match(before) is not None


def _is_duration_over(bound: Bound, reach: Reach, ground: Ground) -> bool:
    """Whether "over" means during: "over five weeks" is five weeks, "over 40 miles" more than 40."""
    words = ground.text[bound.start : reach.start].lower().split()
    return (
        words in (["over"], ["over", "a"], ["over", "the"])
        and reach.last.unit in TIMES
        and (len(words) > 1 or ground.token(bound.start).dep_ == "prep")
    )


def _reason(reach: Reach, before: Bound, behind: Bound, text: str) -> Reason:
    parts = [text[before.start : reach.start].strip(), text[behind.start : behind.end].strip()]
    words = ", ".join(f'"{part}"' for part in parts if part)
    detail = f'{reach.rule} "{text[reach.first.number.start : reach.last.number.end]}"' + (
        f" with {words}" if words else ""
    )
    side = before.side or behind.side
    return Reason(rule=f"quantities.{ {'most': 'at_most', 'least': 'at_least'}.get(side, reach.rule) }", detail=detail)
