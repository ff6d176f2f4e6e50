"""Under which words those who are taken stand in a picture: one entry for one sort of people.

Articles tell one pool in many ways ("some 3,000 of Afghanistan's elite former commandos", "ex-commandos of the Afghan
army", "the abandoned commandos"). How many they are, how good, and who left them tell nothing of who is looked for;
whose people they are, and whether they served before, does.
"""

import re

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.countries import load_countries
from sayso.lexicon.phrases import named
from sayso.model import Argument

COUNTS = (
    r"about|around|some|roughly|approximately|almost|nearly|over|under|perhaps|maybe|only|just|another|other|more than"
    r"|less than|fewer than|up to|as many as|at least|at most|no more than|no fewer than|close to|an? (?:few|couple)"
    r"|several|many|most|all|both|any|enough|dozens|scores|hundreds|(?:tens of |hundreds of )?thousands|half|a dozen"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|\d[\d,.]*"
)
COUNTED = re.compile(
    rf"\A(?:(?:{COUNTS})[\s-]+(?:of\s+)?(?:the\s+|these\s+|those\s+|its\s+|his\s+|their\s+)?)+", re.IGNORECASE
)
"""How many they are, in front."""
PRAISE = re.compile(
    r"\b(?:elite|crack|hardened|battle-hardened|highly|well|abandoned|desperate|stranded|experienced|seasoned|skilled"
    r"|so-called|fearsome|tough|loyal|disgruntled|embittered|[\w.]+-(?:trained|hardened|tested|backed|armed|funded))\s+",
    re.IGNORECASE,
)
"""What is said of how good or how badly off they are."""
LEFT = re.compile(r"\A\W*(?:but|and|yet|or|though)\s+", re.IGNORECASE)
"""What joined two words of praise: "well-trained but desperate divers"."""
BEFORE = re.compile(r"\b(?:ex[\s-]|ancient\s|erstwhile\s|onetime\s|one-time\s|once\s)", re.IGNORECASE)
"""Other words for "former"."""
POSSESSIVE = re.compile(r"(?P<land>(?:[A-Z][\w.]*\s)*[A-Z][\w.]*)['’]s?\s")
OF_ARMY = re.compile(
    r"\s(?:of|from|in)\s(?:the\s)?(?P<whose>[A-Z][\w.]*)\s(?:national\s)?"
    r"(?:army|armed forces|military|security forces)\Z",
    re.IGNORECASE,
)
"""Whose army they served in."""
SEVERAL = re.compile(r"(?:[a-z-]+s|men|women|people|troops|police|infantry|youth|crew)\Z")
PEOPLE_AT_ALL = frozenset({"people", "persons", "men", "women", "recruits", "troops", "such"})
"""Words that tell nothing of who they are where they stand alone."""


def pool(argument: Argument) -> str | None:
    """The words for those who are taken; the entity's name where the words name a body; None where they name nobody.

    >>> from sayso.model import Span
    >>> def of(words): return pool(Argument(role="recruit_pool", span=Span(start=0, end=len(words), text=words)))
    >>> of("some 3,000 of Afghanistan's elite commandos"), of("ancient commandos of the Afghan army"), of("such people")
    ('Afghan commandos', 'former Afghan commandos', None)
    """
    words = named(COUNTED.sub("", argument.span.text, count=1))
    if argument.entity and argument.value and not (words and SEVERAL.search(_core(words))):
        return argument.value
    return words and told_plainly(words)


def _core(words: str) -> str:
    """The words without what stands behind the people: "commandos" of "commandos who fled"."""
    return re.split(r",|\s(?:of|from|in|who|that|with|living|trained|now)\s", words)[0]


def told_plainly(words: str) -> str | None:
    """Words for people without their number and praise, with whose they are as one adjective in front.

    >>> told_plainly("former members of Afghanistan's U.S.-trained special forces"), told_plainly("12 people")
    ('former members of Afghan special forces', None)
    """
    plain = COUNTED.sub("", words, count=1)
    plain = POSSESSIVE.sub(lambda m: _adjective(m.group("land"), m.group(0)), plain)
    if (
        (served := OF_ARMY.search(plain)) is not None
        and _is_adjective(served.group("whose"))
        and "members" not in plain
    ):
        plain = f"{served.group('whose')} {plain[: served.start()]}"
    plain = LEFT.sub("", PRAISE.sub("", BEFORE.sub("former ", plain))).strip(" ,")
    if (former := re.search(r"\bformer\s", plain)) is not None and former.start():
        first = plain.split()[0]
        if _is_adjective(first):
            plain = f"former {plain[: former.start()]}{plain[former.end() :]}"
    return None if not plain or set(plain.lower().split()) <= PEOPLE_AT_ALL else plain


def _adjective(land: str, whole: str) -> str:
    """ "Afghan " for "Afghanistan's "; the words as they are where they name no country."""
    codes = {code for hit in load_aliases().find(land) if hit.form.sort == "country" for code in hit.form.targets}
    country = load_countries().get(codes.pop()) if len(codes) == 1 else None
    return f"{country.adjectives[0]} " if country and country.adjectives else whole


def _is_adjective(word: str) -> bool:
    return any(hit.form.sort == "adjective" for hit in load_aliases().find(word))
