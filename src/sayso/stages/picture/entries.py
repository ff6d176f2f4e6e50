"""Entries of one claim: recruiters, pools, channels, routes, offers, numbers."""

import re
from collections.abc import Sequence

from sayso.lexicon.facets import Facet
from sayso.lexicon.phrases import ARTICLE, counted_together, interval, named
from sayso.model import Argument, Claim, Money
from sayso.stages.picture.approach import approaches
from sayso.stages.picture.pools import pool

DURATIONS = frozenset({"year", "year of age", "month", "week", "day", "hour", "minute", "time", "%"})
"""Units that count no people or things."""
UNSAYABLE = frozenset({"negated", "counterfactual"})
"""Claims of these firmnesses draw no edge: what is denied is no part of the picture, but a disagreement."""

NOBODY = re.compile(
    r"(?:anybody|anyone|somebody|someone|recruits|such (?:men|people)"
    r"|(?:(?:about |some |around |nearly |almost |over |more than |at least |up to |only |just )?(?:a |the )?"
    r"(?:few|dozen|other|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten) )?"
    r"(?:man|men|people|persons?|wom[ae]n|boys?|guys?)(?: and (?:women|boys))?"
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
        counts = (q for q in claim.quantities if q.unit and q.unit not in DURATIONS and (q.low, q.high) != (1, 1))
        return [interval(q.low, q.high, q.unit) for q in counts]
    if facet.kind == "route":
        return [] if RESETTLED.search(claim.trigger.text) else route(claim.arguments, facet.roles)
    if facet.kind == "pool":
        taken = counted_together([a for a in claim.arguments if a.role in facet.roles], claim.quantities)
        return [name for a in taken if (name := pool(a)) and not is_nobody(name)]
    sums = claim.money if facet.kind == "offer" else ()
    held = [a for a in claim.arguments if a.role in facet.roles and not any(m.span.overlaps(a.span) for m in sums)]
    found = [
        called(name, a, claim) if a.role == "channel" else name
        for a in counted_together(held, claim.quantities)
        if (name := label(a)) and name.casefold() not in SAYS_NOTHING.get(a.role, ())
    ]
    if facet.name == "channels":  # "a job advert on Instagram" has both as its words
        found = [one for one in found if not any(other != one and other.endswith(f" on {one}") for other in found)]
    if facet.kind == "offer":
        found += [sum_of(m) + (f" a {m.per}" if m.per else "") for m in claim.money]
    return found


SAYS_NOTHING = {
    "recruiter": frozenset({"recruiter", "recruiters"}),
    "approacher": frozenset({"recruiter", "recruiters"}),
    "channel": frozenset(
        {
            "recruiter",
            "recruiters",
            "group",
            "channel",
            "page",
            "site",
            "account",
            "app",
            "platform",
            "message",
            "messages",
        }
    ),
}
"""Role -> words for it that any system of recruitment has: recruiters recruit, and by some channel."""
CALLED = re.compile(
    r",? (?:named|called|known as|titled|dubbed|by the name of) [\"“‘']?"
    r"(?P<name>[^\W\d_a-zà-ÿ][\w’'-]*(?: (?:(?:of|in|the|and|for|to) )?[^\W\d_a-zà-ÿ][\w’'-]*)*)"
)
"""How a channel is named behind its noun: "a Telegram channel named Iron Path"."""
ON = re.compile(r" (?:on|in|over|via) (?P<name>[^\W\d_a-zà-ÿ]\w+)")
"""On what a video or a post is: "a video on TikTok"."""
SHOWN = re.compile(
    r"\b(?:videos?|posts?|ads?|adverts?|advertisements?|pages?|groups?|channels?|clips?|reels?|messages?)$"
)


def called(name: str, argument: Argument, claim: Claim) -> str:
    """A channel with the name that the sentence gives it behind its noun, or with what it is on."""
    behind = claim.sentence.text[argument.span.end - claim.sentence.start :]
    if argument.entity is None and (match := CALLED.match(behind)):
        return f"{name} {match['name']}"
    if SHOWN.search(name) and (match := ON.match(behind)):
        return f"{name} on {match['name']}"
    return name


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


NO_STOP = re.compile(
    r"\b(?:regiment|brigade|division|battalion|corps|army|legion|unit|company|platoon|squad|forces?|militia|front"
    r"|front ?lines?|frontlines?|camps?|bases?|barracks|trench(?:es)?|war)$",
    re.IGNORECASE,
)
"""Ends of what people are sent to and what is no place on a map."""


def is_stop(argument: Argument) -> bool:
    """Whether it is a place by name: no regiment, and no "training camp" or "front" that nobody finds on a map."""
    if (argument.entity or "").endswith(NO_PLACES):
        return False
    words = ARTICLE.sub("", argument.span.text)
    return (
        argument.entity is not None and not NO_STOP.search(words) if words[:1].islower() else not NO_STOP.search(words)
    )


def route(arguments: Sequence[Argument], roles: frozenset[str]) -> list[str]:
    """The stops of a route in order, as one entry; a single stop is one too."""
    stops = [a for a in arguments if a.role in roles and is_stop(a)]
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
