"""Names of outlets: those that are cited most, and what the name of one that no list has looks like."""

import re
from collections.abc import Mapping
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.countries import rows, values
from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words

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


STAFF = frozenset(
    {"reporter", "reporters", "correspondent", "correspondents", "staff", "desk", "bureau", "team", "writer"}
)
"""Last words of who works for an outlet: "Tribune Reporters"."""
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
    ruled_out = STATE.search(name) or SECTION.fullmatch(name) or not STAFF.isdisjoint(name.lower().split()[-1:])
    return bool(named and LOOKS.search(name) and not ruled_out)


MASTHEAD = frozenset(
    (  # noqa: SIM905
        "morning evening sunday standard sentinel courant star sun globe mail express inquirer examiner record register"
        " argus advertiser bulletin echo pulse eagle mercury nation citizen guardian voice leader banner beacon"
        " messenger pioneer spectator statesman quarterly monthly digest insider outlook newswire newsroom notebook"
        " blog online matin soir monde quotidien zeitung tageblatt kurier presse ledger circular sheet newsletter"
        " podcast institute centre center foundation observatory watch monitor ministry office council commission"
        " secretariat group project network panel committee"
    ).split()
)
"""First and last words of publishers' names that say so only where such a name stands: alone, at an article's head."""
SECTIONS = frozenset(
    (  # noqa: SIM905
        "world news politics opinion comment analysis business economy sport sports culture health science technology"
        " tech home latest breaking exclusive investigation investigations feature features interview editorial"
        " obituary video live updates africa asia europe americas middle east north south west central international"
        " national local regional global development rights human security defence defense conflict war wars climate"
        " environment law society education lifestyle travel letters explainer review magazine crisis migration"
        " refugees"
    ).split()
)
"""Words of which headings of a page's parts are made."""


def in_a_masthead(name: str) -> bool:
    """Whether a name that stands where outlets' names do is likely one.

    >>> in_a_masthead("Varn Evening"), in_a_masthead("The Varn Companion"), in_a_masthead("Middle East")
    (True, True, False)
    >>> in_a_masthead("Red Sea Echo, Port Sudan"), in_a_masthead("Echo Reporters")
    (True, False)
    """
    words = re.findall(r"\w+", fold(_core(name)))
    listed = load_name_words()
    article = words[:1] == ["the"]
    if article or (words and words[0] in listed.articles):
        words = words[1:]
    if not words or words[-1] in STAFF or all(word in SECTIONS or word in ("and", "of", "in", "s") for word in words):
        return False
    ends = {words[0], words[-1]}
    if len(words) > 1 and (not MASTHEAD.isdisjoint(ends) or words[-1] in listed.outlets):
        return True
    return words[0] in listed.outlet_starts or (article and len(words) > 1 and not is_place(name))


def is_person(name: str) -> bool:
    """Whether a name is, by the lists of given names and titles, a person's, or says who works for an outlet.

    >>> is_person("Fatima Noor"), is_person("Kabul Evening"), is_person("Gazette Staff")
    (True, False, True)
    """
    words = re.findall(r"[\w'’-]+", fold(name))
    listed = load_name_words()
    return not words or words[-1] in STAFF or words[0] in (listed.given - listed.placelike) | listed.titles


def is_place(name: str) -> bool:
    """Whether a name ends with that of a country, a capital, a province or a region, outlets' towns aside.

    >>> is_place("Port Sudan"), is_place("Kabul Evening"), is_place("Red Sea Echo, Port Sudan")
    (True, False, False)
    """
    name = _core(name)
    return fold(name) in _places() or any(hit.end == len(name) for hit in load_aliases().find(name))


STAFF = frozenset(
    {"reporter", "reporters", "correspondent", "correspondents", "staff", "desk", "bureau", "team", "writer"}
)


def _core(name: str) -> str:
    """An outlet's name without its town: "Red Sea Echo" of "Red Sea Echo, Port Sudan"."""
    return re.split(r",|\s\(", name, maxsplit=1)[0].strip()


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Folded names of provinces, regions and areas."""
    held = (row for table in ("regions.tsv", "areas.tsv") for row in rows(table))
    return frozenset(fold(name) for row in held for name in (row["name"], *values(row["names"])) if name)
