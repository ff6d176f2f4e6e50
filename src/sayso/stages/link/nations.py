"""Which countries and towns some words or an entity stand for."""

import re
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.stages.link.wordlists import MONTHS

NATIONAL = frozenset({"country", "adjective", "people", "capital", "seat"})
"""Sorts of name that stand for a country."""
BY_ANOTHER = re.compile(
    r"[-‑](?:trained|schooled|educated|mentored|taught|equipped|armed|made|built|supplied|designed|style)\b"
    r"|(?:['’]s?)?\s+(?:\w+\s+)?(?:rivals?|enem(?:y|ies)|adversar(?:y|ies)|foes?|opponents?)\b"
)
"""What stands behind a country whose people those are not: "US-trained commandos", "America's rivals"."""


@lru_cache(maxsize=50_000)
def named_nations(words: str) -> frozenset[str]:
    """ISO 3166 codes of the countries that some words name, by country, adjective, people or capital.

    >>> sorted(named_nations("members of Afghanistan's commando corps")), sorted(named_nations("the men"))
    (['AF'], [])
    >>> sorted(named_nations("Sweden's Norwegian-trained rangers"))
    ['SE']
    >>> sorted(named_nations("Sweden's old rivals")), sorted(named_nations("rivals of Sweden"))
    ([], ['SE'])
    """
    hits = [hit for hit in load_aliases().find(words) if not BY_ANOTHER.match(words, hit.end)]
    codes = {code for hit in hits if hit.form.sort in NATIONAL for code in hit.form.targets}
    return frozenset(codes | {c for hit in hits for t in hit.form.targets if (c := nation_of(t))})


@lru_cache(maxsize=50_000)
def nation_of(entity: str) -> str | None:
    """ISO 3166 code of the country that an entity belongs to; None when not known.

    >>> nation_of("ru-government"), nation_of("wagner-group"), nation_of("ua-armed-forces")
    ('RU', 'RU', 'UA')
    """
    actor = load_aliases().actors.get(entity)
    if actor is not None:
        return actor.country
    prefix, _, rest = entity.partition("-")
    of_nation = rest in ("government", "people", "military") or rest.endswith("forces")
    return prefix.upper() if len(prefix) == 2 and of_nation else None


PLACED = re.compile(r"\b(in|from|near)\s+(?:the\s+)?((?:[A-Z][\w’'-]+)(?:\s+(?:(?:al|ez|es|el|as)-)?[A-Z][\w’'-]+)*)")
"""A name where something is done, or where people come from."""


def towns_in(words: str, *, only_from: bool = False) -> frozenset[str]:
    """Names, in small letters, in which words place something; countries, capitals, months and days are left out.

    >>> sorted(towns_in("Norway hired 300 men from Homs in May, and 20 in Sweden"))
    ['homs']
    """
    found = (match for match in PLACED.finditer(words) if match.group(1) == "from" or not only_from)
    names = (match.group(2) for match in found)
    return frozenset(
        name.lower() for name in names if name.split()[0].lower() not in MONTHS and not load_aliases().find(name)
    )
