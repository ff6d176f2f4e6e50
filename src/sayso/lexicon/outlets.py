"""Names of outlets: those that are cited most, and what the name of one that no list has looks like."""

import re
from collections.abc import Mapping
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold

AGENCIES: Mapping[str, tuple[str, ...]] = {
    "associated press": ("AP", "Associated Press", "The Associated Press"),
    "agence france presse": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "reuters": ("Reuters", "Thomson Reuters"),
    "tass": ("TASS", "Tass"),
    "interfax": ("Interfax",),
    "ria novosti": ("RIA", "RIA Novosti"),
    "xinhua": ("Xinhua",),
    "anadolu": ("Anadolu", "Anadolu Agency"),
    "dpa": ("dpa", "DPA"),
    "bloomberg": ("Bloomberg", "Bloomberg News"),
    "bbc": ("BBC", "BBC News", "BBC World Service"),
    "cnn": ("CNN",),
    "rfe rl": ("RFE/RL", "Radio Free Europe/Radio Liberty", "Radio Free Europe", "Radio Liberty", "RFE"),
    "radio azadi": ("Radio Azadi", "Azadi Radio"),
    "foreign policy": ("Foreign Policy", "Foreign Policy magazine"),
    "guardian": ("The Guardian", "Guardian"),
    "new york times": ("The New York Times", "New York Times", "NYT"),
    "washington post": ("The Washington Post", "Washington Post"),
    "wall street journal": ("The Wall Street Journal", "Wall Street Journal", "WSJ"),
    "al jazeera": ("Al Jazeera",),
    "financial times": ("Financial Times", "The Financial Times", "FT"),
    "telegraph": ("The Telegraph", "Daily Telegraph"),
}
"""Agencies and papers that others cite most, under the key that their names fold to. The alias table adds more."""

WORDS = (
    "Times|Post|News|Agency|Radio|TV|Television|Herald|Tribune|Journal|Gazette|Gazeta|Press|Magazine|Weekly|Daily|Today"
    "|Chronicle|Observer|Independent|Monitor|Telegraph|Broadcasting|Dispatch|Courier|Mirror|Wire|Review|Report"
)
LOOKS = re.compile(rf"(?:\b(?:{WORDS})\b|\.(?:com|ru|org|net|info)$)")
"""What the name of an outlet that no list knows looks like."""


STATE = re.compile(
    r"\b(?:[Mm]inistry|[Ee]mbassy|[Dd]epartment|[Pp]arliament|[Gg]overnment|[Pp]olice|[Aa]rmy|Rights|Observatory"
    r"|Senate|Congress|Assembly|Duma|Rada|Knesset|Bundestag|Majlis|Lok Sabha|Rajya Sabha)\b"
)
"""Words of bodies that are no outlets, though "Ministry of Foreign Affairs" and "Rights Monitor" end like one's
name."""


@lru_cache(maxsize=1)
def known_outlets() -> Mapping[str, str]:
    """Every listed name -> key; the alias table's outlets are keyed by their full name."""
    found = {name: key for key, names in AGENCIES.items() for name in names}
    for actor in load_aliases().actors.values():
        if actor.kind == "outlet":
            names = (actor.name, *actor.names, *actor.acronyms)
            key = next((found[name] for name in names if name in found), None)
            key = key or re.sub(r"[^\w]+", " ", fold(actor.name)).strip().removeprefix("the ")
            for name in names:
                found.setdefault(name, key)
    return found


SECTION = re.compile(
    r"(?:breaking|latest|top|world|local|national|international|regional|press|home|daily|weekly|more|related|politics|sports?|business)"
    r"\s+(?:news|report|review|release|briefing|today)|news|report|review|today|press\s+release",
    re.I,
)
"""Headings of a page's parts that are made of an outlet's words."""


def names_an_outlet(line: str) -> bool:
    """Whether a line holds the name of an outlet and nothing else, by the list or by its words.

    >>> names_an_outlet("AP"), names_an_outlet("Harbour Daily News"), names_an_outlet("Breaking News")
    (True, True, False)
    >>> names_an_outlet("Ministry of Press"), names_an_outlet("He read the Daily News")
    (False, False)
    """
    name = line.strip()
    if name in known_outlets():
        return True
    named = all(word[0].isupper() or word in ("of", "the", "and", "for") for word in name.split())
    return bool(named and LOOKS.search(name) and not STATE.search(name) and not SECTION.fullmatch(name))
