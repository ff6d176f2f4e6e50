"""Names of bodies: which may be one, whose they are, which tell nothing but a kind."""

import re
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.stages.link.nations import NATIONAL, named_nations
from sayso.stages.link.voices.describing import description
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wordlists import listed

EXECUTIVE = listed(
    "ministry department government army military police intelligence office agency embassy prosecutor navy service "
    "council administration authorities headquarters directorate investigation"
)


CIVIL = listed("rights observatory monitor watchdog charity foundation ngo hospital union association")
"""Words of bodies outside the state: an official of a ministry does not speak for them."""


SOCIETIES = CIVIL | listed("alliance network society forum club committee league circle")
"""Words of bodies that are none of a state, whatever country they name."""


def is_common(name: str) -> bool:
    """Whether a body is called by a common noun, and not by its name.

    >>> is_common("a Yemeni rights group"), is_common("Rights Observatory")
    (True, False)
    """
    return bool(name) and name.split()[-1].islower()


GROUP = listed(
    "group organisation organization charity ngo watchdog monitor body centre center institute think-tank association"
)


NAMED_GROUPS = SOCIETIES | GROUP | listed("families voice")
"""Words of the names of such groups."""


ONE_GROUP = re.compile(
    r"(?:^|\b(?:war|conflict|rights|human rights|monitoring) )(?:monitor|watchdog|group|ngo|charity)$", re.I
)
"""A body that is told like a person: "a war monitor said"."""


def is_some_group(name: str) -> bool:
    """Whether a body is called nothing but some group, as headlines and first sentences have it.

    >>> is_some_group("a rights group"), is_some_group("group that counts the dead"), is_some_group("Rights Group")
    (True, True, False)
    """
    head = re.split(r",? (?:that|which|who|of|for|in|from|based)\b", name, maxsplit=1)[0].split()
    return bool(head) and head[-1] in GROUP


def is_any_of(body: Teller, held: Teller) -> bool:
    """Whether a body is called by nothing that tells which one of its kind it is, and another one is of that kind: "a
    rights group" beside one that is named, "the ministry" beside a ministry."""
    name = body.name or ""
    if is_some_group(name):
        return (
            not is_executive(held)
            and not is_some_group(held.name or "")
            and bool(words_of(held.name or "") & NAMED_GROUPS)
        )
    return is_common(name) and " " not in name.removeprefix("the ") and name.split()[-1] in words_of(held.name or "")


def is_executive(body: Teller) -> bool:
    """Whether a body is one of a state."""
    return bool(words_of(body.name or "") & (EXECUTIVE | OFFICIAL)) or is_country(body.name or "")


def is_told(name: str) -> bool:
    """Whether a body's name tells which one: a name of its own, or whose it is ("Kenya's foreign ministry")."""
    return not is_common(name) or bool(owners(name) and description(name))


def is_country(name: str) -> bool:
    """Whether a body's name is nothing but a country's or capital's, as headlines have it."""
    words, own = parts_of_body(name)
    return bool(own) and not words


def is_part_of(body: Teller, country: Teller) -> bool:
    """Whether a body is one of a country's own."""
    return not is_country(body.name or "") and bool(nations(body) & nations(country))


STATE_NOUNS = listed("ministry department government army police embassy court prosecutor")
"""Nouns of bodies of a state."""


def stands_for(common: Teller, body: Teller) -> bool:
    """Whether a common noun can be the body that the same article names: a word in common, or nothing but the noun."""
    if is_common(body.name or "") and not description(common.name or "") < description(body.name or ""):
        return False  # no more telling itself
    if any(hit.form.sort == "actor" for hit in load_aliases().find(common.name or "")):
        return False  # a known body by its usual name: "the ministry of defence of ..."
    words = description(common.name or "")
    if words_of(common.name or "") & STATE_NOUNS and not is_executive(body):
        return False  # "the foreign ministry" is not the "Association of Foreign Traders"
    alone = len((common.name or "").split()) == 1 and not body.mentioned
    return not of_two_nations(common, body) and (alone or bool(words & description(body.name or "")))


def words_of(text: str) -> frozenset[str]:
    """The words of a name in small letters, parts of hyphened ones by themselves."""
    return frozenset(fold(text).replace("-", " ").split())


def of_two_nations(a: Teller, b: Teller) -> bool:
    """Whether a voice of one country and a voice or document of another are told apart by these."""
    left, right = nations(a), nations(b)
    return bool(left and right and not left & right)


def nations(teller: Teller) -> frozenset[str]:
    """Countries of a voice: by its description, by the body that it speaks for or was issued by, or by its own name.

    An embassy is its own country's and not that of its seat. The name of a person tells nothing, and of an office only
    the first words do: "the US envoy for Yemen".
    """
    if teller.nationality:
        return frozenset({teller.nationality})
    name = teller.name or "" if teller.kind in ("organisation", "document") else ""
    if teller.kind == "organisation" and ((own := owners(name)) or words_of(name) & MISSION):
        return own
    office = " ".join(teller.role.removeprefix("the ").removeprefix("The ").split()[:2])
    return named_nations(f"{teller.body or ''}; {name}; {office}")


def initials(name: str) -> frozenset[str]:
    """By which initials a body's name may be called: of its words with a capital, three or more.

    >>> sorted(initials("Criminal Investigation Department"))
    ['CID']
    """
    capitals = re.findall(r"\b[A-Z]", name)
    return frozenset({"".join(capitals)}) if len(capitals) > 2 else frozenset()


def same_body(a: str, b: str) -> bool:
    """Whether two names can be one body: one within the other, or the same words and no two countries.

    >>> same_body("Uzbek prosecutor general's office", "the prosecutor general's office in Tashkent")
    True
    """
    if a in initials(b) or b in initials(a):
        return True
    first, second = fold(a), fold(b)
    (words, nations_), (others, foreign) = parts_of_body(a), parts_of_body(b)
    if nations_ and foreign and not nations_ & foreign:
        return False  # "Havana" is no part of the "US embassy in Havana"
    if (not words or not others) and words_of(f"{a} {b}") & SOCIETIES:
        return fold(a) == fold(b)  # "Norway" is no part of the "Union of Norwegians Abroad"
    if first in second or second in first:
        return True
    if (not words or not others) and nations_ & foreign:
        return True  # "Havana" for the government, of which the other is a part
    return len(words) >= 2 and words == others


MISSION = listed("embassy consulate")
"""A mission abroad is a part of its country's foreign ministry."""


ENVOYS = listed("ambassador ambassadors consul")
"""Those who head one."""


OFFICIAL = listed("ministry minister ministers secretary spokesman spokeswoman spokesperson department")
"""Words of a ministry and of those who speak for it openly."""


NO_TELLING = frozenset({"affair", "affairs"})
"""Words of a body's name without which it is the same: the ministry of foreign affairs, the foreign ministry."""


SPELLED = {"defenc": "defens", "defence": "defens", "defense": "defens"}


@lru_cache(maxsize=50_000)
def parts_of_body(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of a body's name, and the countries that it names by name, adjective or capital."""
    hits = [h for h in load_aliases().find(name) if h.form.sort in NATIONAL]
    plain = name
    for hit in reversed(hits):
        plain = plain[: hit.start] + plain[hit.end :]
    words = frozenset(SPELLED.get(w, w) for w in description(plain) if w not in NO_TELLING)
    return words, owners(name)


@lru_cache(maxsize=50_000)
def owners(name: str) -> frozenset[str]:
    """The countries that a body belongs to: an embassy in a capital is not the capital's."""
    own = re.split(r"\s(?:in|to)\s", name, maxsplit=1)[0]
    hits = [h for h in load_aliases().find(own) if h.form.sort in NATIONAL]
    hits = hits or [h for h in load_aliases().find(name) if h.form.sort in NATIONAL]
    return frozenset(code for h in hits for code in h.form.targets)
