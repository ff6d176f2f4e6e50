"""A figure corrected by the words that it stands in: its bounds and what it counts are those that these words give."""

import json
import re
from dataclasses import replace

from sayso.model import Claim, Mentions, Money, Quantity, Span
from sayso.model.adapters import adapter

PATH = re.compile(r"(quantities|money)\.(\d+)\.(span|low|high)")
Amount = Quantity | Money


def by_words(claim: Claim, path: str, value: str, words: Span, mentions: Mentions) -> tuple[str, str]:
    """The field and the value, as JSON, that a person corrects by choosing words.

    New words of a figure bring what was read in them: bounds and what is counted, so the whole figure is corrected. A
    bound is the one that these words give. Raises ValueError, in words, where they hold no figure, money for a count
    (or the other way round), or count something else.
    """
    found = PATH.fullmatch(path)
    held = amount_at(claim, path)
    if found is None or held is None:
        return path, value
    kind, number, part = found.groups()
    amounts: dict[str, tuple[Amount, ...]] = {"quantities": mentions.quantities, "money": mentions.money}
    read = amount_in(words, amounts[kind])
    other = amount_in(words, amounts["money" if kind == "quantities" else "quantities"])
    if read is None and other is not None:
        raise ValueError(f"“{words.text}” counts {counts(other)}, the figure counts {counts(held)}")
    if part == "span":
        if read is None:
            raise ValueError(f"no figure was read in “{words.text}”; correct its bounds and what is counted one by one")
        span = words if words.covers(read.span) else read.span  # "10," of "10,000 men" means all of it
        whole = replace(read, span=span, reasons=())
        made = adapter(whole.__class__).dump_python(whole, mode="json")
        return f"{kind}.{number}", json.dumps(made, ensure_ascii=False)
    if read is None:
        return path, value
    if unit_of(read) and unit_of(held) and unit_of(read) != unit_of(held):
        raise ValueError(
            f"“{words.text}” counts {counts(read)}, the figure counts {counts(held)}; correct the words of the figure, "
            "which brings what is counted, or what is counted first"
        )
    low, high = (read.low, read.high) if part == "low" else (read.high, read.low)
    return path, json.dumps(high if low is None else low)


def amount_at(claim: Claim, path: str) -> Amount | None:
    """The figure that a field path is of; None where there is none."""
    kind, number, *_ = (*path.split("."), "", "")
    held: tuple[Amount, ...] = {"quantities": claim.quantities, "money": claim.money}.get(kind, ())  # type: ignore[assignment]
    return held[int(number)] if number.isdigit() and int(number) < len(held) else None


def amount_in(words: Span, amounts: tuple[Amount, ...]) -> Amount | None:
    """The figure that most of some words belong to; None where they touch none."""
    touched = [amount for amount in amounts if amount.span.overlaps(words)]
    return max(touched, key=lambda a: min(a.span.end, words.end) - max(a.span.start, words.start), default=None)


def unit_of(amount: Amount) -> str | None:
    """What is counted, or the currency; None where the text does not tell."""
    if isinstance(amount, Money):
        return None if amount.currency == "XXX" else amount.currency
    return amount.unit


def counts(amount: Amount) -> str:
    """What is counted, in words."""
    return f"`{unit_of(amount)}`" if unit_of(amount) else "something that is not told"
