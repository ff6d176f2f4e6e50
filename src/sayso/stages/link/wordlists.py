"""Closed classes of English words that tell what kind of thing two texts differ in. Own lists, from grammars of
English."""


def listed(words: str) -> frozenset[str]:
    """The words of a list.

    >>> sorted(listed("may might"))
    ['may', 'might']
    """
    return frozenset(words.split())


STOPWORDS = listed(
    """a an and are as at be been being but by for from had has have he her hers him his i in into is it its itself
    me my
    of off on or our out over she so than that the their theirs them themselves then there these they this those to too
    up us was we were what when where which while who whom whose why will with would you your about after again against
    all also am any because before below between both can could did do does doing down during each few further how if
    just more most no nor not now only other own same should some such through under until very s t
    mr mrs ms said says say told according"""
)

BOUNDS = {
    "up": "most", "most": "most", "many": "most", "maximum": "most", "below": "most", "under": "most", "less": "most",
    "fewer": "most", "least": "least", "more": "least", "over": "least", "above": "least", "exceeding": "least",
    "minimum": "least", "between": "range", "nearly": "about", "almost": "about", "about": "about", "around": "about",
    "some": "about", "roughly": "about", "approximately": "about", "approx": "about", "estimated": "about", "only": "",
}  # fmt: skip
"""Words that bound or blur a figure -> what they make of it."""

HEDGES = listed(
    """may might could can will would shall should must likely unlikely probably possibly perhaps reportedly allegedly
    apparently supposedly seemingly certainly definitely eager willing ready set plan plans planned planning expected
    expects intends intended hope hopes hoped want wants wanted considering potential potentially possible probable
    confirmed alleged suspected believed rumoured rumored claimed fear fears fearful"""
)
"""Words of modality and hedging: FactBank's and the usual hedge lists' commonest."""

NEGATIONS = listed(
    "not no never none neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't "
    "haven't hadn't can’t won’t don’t doesn’t didn’t isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t denied denies deny"  # noqa: E501
)

MONTHS = listed(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow"
)
"""Words of dates."""

CURRENCIES = {
    "$": "USD", "£": "GBP", "€": "EUR", "₽": "RUB", "dollar": "USD", "dollars": "USD", "usd": "USD", "pound": "GBP",
    "pounds": "GBP", "gbp": "GBP", "euro": "EUR", "euros": "EUR", "eur": "EUR", "rouble": "RUB", "roubles": "RUB",
    "ruble": "RUB", "rubles": "RUB", "rub": "RUB", "lira": "TRY", "rupees": "XXX", "yuan": "CNY", "tenge": "KZT",
    "hryvnia": "UAH", "hryvnias": "UAH", "afghanis": "AFN",
}  # fmt: skip
"""Words and signs of money -> ISO 4217 code."""

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,  # noqa: E501
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip
"""Number words -> value."""

REFUTERS = listed(
    """deny denies denied denying denial refute refutes refuted debunk debunked debunks hoax hoaxes fake false falsely
    untrue fabricated fabricating bogus retract retracted retracts dismiss dismisses dismissed reject rejects rejected
    rebut rebuts rebutted doubt doubts doubted doubtful disproved disproves disprove wrong myth satire satirical prank
    incorrect inaccurate baseless unfounded contradict contradicts contradicted despite disputes disputed
    misleading misreported unsubstantiated discredited"""
)
"""Words by which a report says that another one is not so."""

PERSONS = listed(
    """person people man men woman women soldier troop troops fighter commando personnel member recruit mercenary
    volunteer
    officer serviceman servicemen trooper militant combatant contractor veteran warrior migrant citizen national force
    worker prisoner convict operative guard civilian"""
)
"""Words for counted persons: a figure keeps its sense when one of them takes another's place."""
