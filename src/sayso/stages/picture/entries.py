"""Entries of one claim: recruiters, pools, channels, routes, offers, numbers."""

import re
from collections.abc import Sequence

from sayso.lexicon.facets import Facet
from sayso.lexicon.phrases import interval, named
from sayso.model import Argument, Claim, Money
from sayso.stages.picture.approach import approaches
from sayso.stages.picture.pools import pool

DURATIONS = frozenset({"year", "year of age", "month", "week", "day", "hour", "minute", "time", "%"})
"""Units that count no people or things."""
UNSAYABLE = frozenset({"negated", "counterfactual"})
"""Claims of these firmnesses draw no edge: what is denied is no part of the picture, but a disagreement."""

NOBODY = re.compile(
    r"(?:anybody|anyone|somebody|someone|recruits|such (?:men|people)"
    r"|(?:(?:a |the )?(?:few|dozen|other|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten) )?"
    r"(?:man|men|people|persons?|wom[ae]n|boys?|guys?)"
    r"|(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|both|several|many|most)"
    r"(?: of (?:them|us|you|those|these|the (?:men|group))\b.*)?)\Z",
    re.IGNORECASE,
)
"""Words that say how many at most: "three men", "one of them"."""

SHARED = re.compile(
    r"\b(?:rupees?|rials?|riyals?|dinars?|francs?|pesos?|shillings?|kroner?|manats?|soms?|sums?|le[ui])\b",
    re.IGNORECASE,
)
"""Names of currencies that several countries have."""


def names(claim: Claim, facet: Facet) -> list[str]:
    """What a claim puts into a facet; empty when the facet is not about its type."""
    if (facet.types and claim.event_type not in facet.types) or not approaches(claim):
        return []
    if facet.kind == "quantity" and RESETTLED.search(claim.trigger.text):
        return []
    if facet.kind == "quantity":
        return [interval(q.low, q.high, q.unit) for q in claim.quantities if q.unit and q.unit not in DURATIONS]
    if facet.kind == "route":
        return [] if RESETTLED.search(claim.trigger.text) else route(claim.arguments, facet.roles)
    if facet.kind == "pool":
        return [name for a in claim.arguments if a.role in facet.roles and (name := pool(a)) and not is_nobody(name)]
    sums = claim.money if facet.kind == "offer" else ()
    found = [
        name
        for a in claim.arguments
        if a.role in facet.roles and not any(m.span.overlaps(a.span) for m in sums) and (name := label(a))
    ]
    if facet.kind == "offer":
        found += [sum_of(m) + (f" a {m.per}" if m.per else "") for m in claim.money]
    return found


def sum_of(money: Money) -> str:
    """An amount with its currency's code; with the noun of the text where that may be several countries' ("rupees").

    >>> from sayso.model import Span
    >>> words = Span(text="20,000 rupees", start=0, end=13)
    >>> sum_of(Money(low=20000, high=20000, currency="XXX", span=words))
    '20,000 rupees'
    """
    if money.currency != "XXX":
        return interval(money.low, money.high, money.currency)
    noun = SHARED.search(money.span.text)
    amount = interval(money.low, money.high)
    return f"{amount} {noun.group().lower()}" if noun else f"{amount} in a currency that is not told"


RESETTLED = re.compile(
    r"\b(?:relocat\w*|resettl\w*|evacuat\w*|airlift\w*|rescu\w*|repatriat\w*|deport\w*|extradit\w*|return\w*"
    r"|(?:brought|bring|flew|flown|sent|went|gone|came) (?:home|back|out))\b",
    re.IGNORECASE,
)
"""Journeys that lead nobody to a war: home, or to safety."""
NO_PLACES = ("-government", "-armed-forces", "-people")
"""Ends of ids of entities that are bodies of a country and no place on the way."""


def route(arguments: Sequence[Argument], roles: frozenset[str]) -> list[str]:
    """The stops of a route in order, as one entry; a single stop is one too."""
    stops = [a for a in arguments if a.role in roles and not (a.entity or "").endswith(NO_PLACES)]
    stops.sort(key=lambda a: (a.order if a.order is not None else len(stops), a.span.start))
    names_ = list(dict.fromkeys(name for a in stops if (name := label(a))))
    return [" → ".join(names_)] if names_ else []


STATES = ("-government", "-people")
STATE = re.compile(r"^(?:Government|People) of (?:the )?")


def label(argument: Argument) -> str | None:
    """The entity's name, or the words; None where they name nobody by themselves. A state and its people, where they do
    something ("the Russians recruit them"), stand under the country's name: a picture has one line for both."""
    if argument.entity and argument.value:
        return STATE.sub("", argument.value) if argument.entity.endswith(STATES) else argument.value
    words = named(argument.span.text)
    return words if words and not is_nobody(words) else None


def is_nobody(words: str) -> bool:
    """Whether words name nobody without what stands before them.

    >>> is_nobody("whose boy"), is_nobody("three men"), is_nobody("One of them"), is_nobody("three retired officers")
    (True, True, True, False)
    """
    return named(words) is None or NOBODY.match(words) is not None
