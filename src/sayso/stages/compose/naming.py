"""Figures that count nothing an event is about: "Black Hundreds", "a three-star general", "pressure to half it"."""

import re

from sayso.model import Quantity

LABELS = re.compile(
    r"\w+[-‑](?:star|step|point|part|way|storey|story|page|party|state|nation|door|phase|stage|track|speed|wheel|tier"
    r"|pronged|sided|fold|piece|bedroom|lane|engine|seat|digit|run)\b",
    re.IGNORECASE,
)
"""Words that say of what sort one thing is: a four-step plan is one plan."""
BEFORE_NAME = re.compile(r"(?:^|[^\w.!?:;“\"'])(?P<word>[A-Z][a-z]+) $")
"""A word with a capital right before, inside a sentence."""
ARTICLES = frozenset(
    {"The", "A", "An", "At", "In", "On", "Over", "About", "Some", "Nearly", "Almost", "All", "Another"}
)
HALVED = re.compile(
    r"\b(?:pressure|pressures|call|calls|bid|vow|plan|plans|effort|efforts|promise|attempt) to $", re.IGNORECASE
)


EXCEPTED = re.compile(r"\b(?:all|none|everyone|everybody|nobody) (?:but|except)(?: for)? $", re.IGNORECASE)
"""Before how many are left out: "all but two of the men"."""


def counts_something(quantity: Quantity, text: str) -> bool:
    """Whether a figure tells how many or how much, and is no part of a name, of a label or a verb."""
    start, words = quantity.span.start, quantity.span.text
    if LABELS.match(words):
        return False
    before = text[max(0, start - 40) : start]
    if EXCEPTED.search(before):
        return False
    if words[:4].lower() == "half" and HALVED.search(before):
        return False  # "pressure to half the crackdown": a verb
    named = BEFORE_NAME.search(before)
    spelt = words[:1].isupper() and words[:1].isalpha()
    return not (spelt and named is not None and named["word"] not in ARTICLES)
