"""How a claim of a type reads in a line: phrases with parts that are left out when their role is not filled."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.model import Argument, Quantity

PRONOUNS = (
    "i me we us you he him she her it they them who whom which what that this these those one ones some others another "
    "himself herself itself themselves everyone anyone someone nobody none both each all many most several"
)
POINTING = frozenset(PRONOUNS.split())
"""Words that name nobody by themselves: pronouns and their like."""
ELSEWHERE = re.compile(
    r"(?:its?|his|her|their|our|my|your|this|that|these|those|when|whose|who|some(?! \d)|others?)\b", re.IGNORECASE
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


def counted_together(arguments: Sequence[Argument], quantities: Iterable[Quantity]) -> list[Argument]:
    """Participants, where a number counts several of one role together as one: "12 officers, sergeants and privates".

    Else a line would tell of twelve officers. Whom the text leads to an entity stays by himself.
    """
    found = list(arguments)
    for figure in quantities:
        row = [a for a in found if figure.span.covers(a.span)]
        if len(row) > 1 and not any(a.entity for a in row) and len({a.role for a in row}) == 1:
            at = found.index(row[0])
            found = [a for a in found if a not in row]
            found.insert(at, replace(row[0], span=figure.span, value=None))
    return found


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
    return f"{words} ({spelled(unit)})" if unit else words


@lru_cache(maxsize=2000)
def spelled(unit: str) -> str:
    """A unit with the capital of a people or a body.

    >>> spelled("zambian"), spelled("taliban"), spelled("soldier"), spelled("share of swede")
    ('Zambian', 'Taliban', 'soldier', 'share of Swede')
    """
    before, last = unit[: unit.rfind(" ") + 1], unit[unit.rfind(" ") + 1 :]
    name = last.capitalize()
    known = last.islower() and (
        name in OF_CAPITALS or any(h.start == 0 and h.end == len(name) for h in load_aliases().find(name))
    )
    return f"{before}{name}" if known else unit


OF_CAPITALS = frozenset(
    {"Taliban", "Kurd", "Arab", "Jew", "Muslim", "Christian", "Houthi", "Yazidi", "Hazara", "Gurkha"}
)
"""Peoples and bodies of no country's table."""
