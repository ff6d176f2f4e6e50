"""How a claim of a type reads in a line: phrases with parts that are left out when their role is not filled."""

import re
from collections.abc import Mapping

PRONOUNS = (
    "i me we us you he him she her it they them who whom which what that this these those one ones some others another "
    "himself herself itself themselves everyone anyone someone nobody none both each all many most several"
)
POINTING = frozenset(PRONOUNS.split())
"""Words that name nobody by themselves: pronouns and their like."""
ELSEWHERE = re.compile(
    r"(?:its?|his|her|their|our|my|your|this|that|these|those|when|whose|who|some|others?)\b", re.IGNORECASE
)
"""How words begin that point at something told elsewhere: "whose boy", "its own commandos"."""
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
ROLE = re.compile(r"\{(\w+)\}")
PART = re.compile(r"\[([^\[\]]*)\]")


def named(words: str) -> str | None:
    """The words on one line without an article in front, nor a quotation mark that has no partner; None for words that
    name nobody by themselves.

    >>> named("the abandoned  commandos"), named("They"), named("whose boy"), named("Russia’s “foreign legion")
    ('abandoned commandos', None, None, 'Russia’s foreign legion')
    """
    plain = balanced(ARTICLE.sub("", " ".join(words.split())))
    return None if plain.lower() in POINTING or ELSEWHERE.match(plain) or not plain else plain


def balanced(words: str) -> str:
    """Words cut out of a quotation without the mark that stands alone then.

    >>> balanced('"They took him out'), balanced("sold as “meat”")
    ('They took him out', 'sold as “meat”')
    """
    if words.count("“") != words.count("”"):
        words = words.replace("“", "").replace("”", "")
    return words.replace('"', "") if words.count('"') % 2 else words


def roles_of(phrase: str) -> set[str]:
    """The roles that a phrase names.

    >>> sorted(roles_of("Recruitment[ by {recruiter}][ of {recruit_pool}]"))
    ['recruit_pool', 'recruiter']
    """
    return set(ROLE.findall(phrase))


def fill(phrase: str, fillers: Mapping[str, str]) -> str:
    """The phrase with its roles filled; a part in square brackets is left out when a role of it is not filled.

    >>> fill("Recruitment[ by {recruiter}][ of {recruit_pool}]", {"recruit_pool": "miners"})
    'Recruitment of miners'
    """

    def part(match: re.Match[str]) -> str:
        return match.group(1) if roles_of(match.group(1)) <= fillers.keys() else ""

    return ROLE.sub(lambda match: fillers.get(match.group(1), ""), PART.sub(part, phrase))


def number(value: float) -> str:
    """A number without a needless fraction.

    >>> number(30000.0), number(1.5)
    ('30,000', '1.5')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def interval(low: float | None, high: float | None, unit: str | None = None) -> str:
    """A figure's bounds in words; an upper case unit of three letters is a currency.

    >>> interval(None, 30000, "soldier")
    'at most 30,000 (soldier)'
    >>> interval(1500, 1500, "USD")
    'USD 1,500'
    """
    if low is None and high is None:
        words = "an unstated number"
    elif low is None:
        words = f"at most {number(high or 0)}"
    elif high is None:
        words = f"at least {number(low)}"
    elif low == high:
        words = number(low)
    else:
        words = f"{number(low)} to {number(high)}"
    if unit and len(unit) == 3 and unit.isupper():
        return f"{unit} {words}" if low == high else f"{words} {unit}"
    return f"{words} ({unit})" if unit else words
