"""The figures of a proposition, and where on the way from report to report one of them changed."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.rates import Rates, load_rates
from sayso.model import Change, Claim, Document, Figure, Money, Quantity, Reason
from sayso.stages.link.wordlists import PERSONS, listed

Firmness = Literal["potential", "planned", "actual"]

NEAR = 0.06
"""Largest difference, as a share, between two amounts of money that are one after conversion: rates move and get
rounded."""


def firmness(figure: Figure) -> Firmness:
    """Whether a figure is of what may be, of what is intended, or of what is said to be so."""
    if figure.factuality in ("possible", "probable", "asked", "unknown", "counterfactual"):
        return "potential"
    return "planned" if figure.factuality == "planned" else "actual"


def figures_of(
    claims: Sequence[Claim], documents: Mapping[str, Document], origin: Mapping[str, str | None]
) -> tuple[Figure, ...]:
    """All figures of some claims, earliest publication first; `documents` and `origin` go by claim id."""
    found = []
    for claim in claims:
        document = documents[claim.id]
        day = document.published.start if document.published else None
        amounts: tuple[Quantity | Money, ...] = (*claim.quantities, *claim.money)
        for amount in amounts:
            if amount.low is not None or amount.high is not None:
                found.append(_figure(claim, amount, document, day, origin.get(claim.id)))
    found.sort(key=lambda f: (f.published or date.max, f.document, f.span.start))
    return tuple(found)


def _figure(claim: Claim, amount: Quantity | Money, document: Document, day: date | None, origin: str | None) -> Figure:
    return Figure(
        low=amount.low,
        high=amount.high,
        unit=unit_with_rate(amount),
        span=amount.span,
        claim=claim.id,
        document=document.id,
        published=day,
        factuality=claim.factuality,
        origin=origin,
    )


def unit_with_rate(amount: Quantity | Money) -> str | None:
    """The unit or currency, with what it is per: `USD/month`."""
    unit = amount.currency if isinstance(amount, Money) else amount.unit
    return f"{unit or ''}/{amount.per}" if amount.per else unit


def same_amount(left: Figure, right: Figure, rates: Rates | None = None) -> bool:
    """Whether two amounts of money in different currencies are one after conversion at the rates of the time.

    False where a currency has no rate: nothing is guessed. Rates and their source are in lexicon/profiles/rates.tsv.
    """
    a, b = _currency(left), _currency(right)
    if a is None or b is None or a == b:
        return False
    table = rates or load_rates()
    day = left.published or right.published
    first, second = (table.in_dollars(_top(f), c, day) for f, c in ((left, a), (right, b)))
    if first is None or second is None or not max(first, second):
        return False
    return abs(first - second) / max(first, second) <= NEAR


def converted(was: Figure, now: Figure) -> str:
    """By which rates two amounts of money are one, for the reason of a change of currency."""
    table, day = load_rates(), was.published or now.published
    worth = [
        f"{code} at {rate:.4g} dollars"
        for code in (_currency(was), _currency(now))
        if code is not None and code != "USD" and (rate := table.in_dollars(1.0, code, day)) is not None
    ]
    return f"; one amount: {', '.join(worth)} (rates.tsv, {day:%B %Y})" if worth and day else ""


def _currency(figure: Figure) -> str | None:
    return _coin(figure.unit) if figure.unit else None


@lru_cache(maxsize=5000)
def _coin(unit: str) -> str | None:
    code = unit.split("/")[0]
    return code if len(code) == 3 and code.isupper() and code != "XXX" else None


def _top(figure: Figure) -> float:
    return figure.high if figure.high is not None else figure.low or 0.0


def drift(parent: str, child: str, before: Sequence[Figure], after: Sequence[Figure]) -> tuple[Change, ...]:
    """What a retelling made of its source's figures, within one proposition.

    A figure of the retelling that its source also has is no change; another one of the same unit is compared with
    the one of the source that is nearest to it.
    """
    found = []
    for now in after:
        rivals = [was for was in before if unit_of(was) == unit_of(now) or (_currency(was) and _currency(now))]
        rivals = rivals or [was for was in before if is_rounded(was, now) or _is_renamed(was, now)]
        if not rivals or any(_equal(was, now) for was in rivals):
            continue
        was = min(rivals, key=lambda f: (abs(_top(f) - _top(now)), f.span.start))
        what = _what(was, now)
        if what is not None:
            detail = f"{was.low}-{was.high} {was.unit or ''} became {now.low}-{now.high} {now.unit or ''}"
            detail += converted(was, now) if what == "currency" else ""
            reason = Reason(rule="figures.drift", detail=detail, spans=(was.span, now.span))
            found.append(Change(parent=parent, child=child, was=was.span, now=now.span, what=what, reasons=(reason,)))
    return tuple(found)


ROUNDED = 0.15
"""How far, as a share, the bound that a retelling rounds a figure to may lie from it."""
CASES = listed("case victim name record instance fate man woman")
"""Units that count people by what is on record of them."""


def is_rounded(was: Figure, now: Figure) -> bool:
    """Whether one figure is another one rounded to a bound, both of people: "more than 150 men" for 158 cases."""
    if was.low is None or was.low != was.high or was.low < 20 or not (_counts_people(was) and _counts_people(now)):
        return False
    if now.high is None and now.low is not None:
        return now.low < was.low <= now.low * (1 + ROUNDED)
    return now.low is None and now.high is not None and now.high * (1 - ROUNDED) <= was.low < now.high


def _is_renamed(was: Figure, now: Figure) -> bool:
    """Whether one large number counts the same under another name or none: "more than 1,200 of them"."""
    money = _currency(was) or _currency(now)
    return not money and _top(was) == _top(now) >= 100 and (None in (was.unit, now.unit) or _counts_people(now))


def _counts_people(figure: Figure) -> bool:
    return _is_of_people(figure.unit or "")


def same_unit_of_people(left: str | None, right: str | None) -> bool:
    """Whether two units can count the same people: equal, both of people, or one not told."""
    return (
        left is None or right is None or _unit(left) == _unit(right) or (_is_of_people(left) and _is_of_people(right))
    )


@lru_cache(maxsize=5000)
def _is_of_people(unit: str) -> bool:
    plain = _unit(unit)
    return (
        plain == "person"
        or plain.split(" ")[-1] in CASES
        or any(hit.form.sort in ("people", "adjective") for hit in load_aliases().find(plain.title()))
    )


def unit_of(figure: Figure) -> str:
    """The unit to compare by: all words for persons are one."""
    return _unit(figure.unit or "")


@lru_cache(maxsize=5000)
def _unit(unit: str) -> str:
    unit = unit.lower()
    head = unit.split("/")[0].split(" ")[-1] if unit else ""
    return "person" if head in COUNTED else unit


COUNTED = PERSONS | listed(
    "youth boy girl lad teenager adult doctor nurse surgeon miner sailor seaman pilot driver cook student policeman"
    " policewoman villager resident native labourer farmer fisherman engineer mechanic translator passenger"
    " victim survivor claimant applicant candidate trainee cadet instructor veteran hostage captive deserter"
)
"""Units that are persons, also by their work, age or fate."""


def _equal(was: Figure, now: Figure) -> bool:
    return (was.low, was.high, unit_of(was)) == (now.low, now.high, unit_of(now)) and firmness(was) == firmness(now)


def _what(was: Figure, now: Figure) -> Literal["figure", "bound", "currency", "hedge"] | None:
    if _currency(was) != _currency(now):
        one_number = (was.low, was.high) == (now.low, now.high)  # dollars that became as many euros
        return "currency" if one_number or same_amount(was, now) else "figure"
    if (was.low, was.high) == (now.low, now.high):
        return "hedge" if firmness(was) != firmness(now) else None
    shared = {was.low, was.high} & {now.low, now.high} - {None}
    return "bound" if shared or is_rounded(was, now) else "figure"
