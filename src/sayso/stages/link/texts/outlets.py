"""Which words name an outlet, and when two names are one outlet."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.lexicon.outlets import LOOKS, known_outlets
from sayso.model import Document
from sayso.stages.link.wordlists import listed

TAIL = re.compile(
    r"(?<=[A-Z])(?P<name>\w*)(?:\s+[a-z]+){0,3}"
    r"\s+(?:newspaper|paper|magazine|agency|newswire|broadcaster|website|channel|daily|weekly|portal)"
    r"(?:,?\s+(?:on the basis of|with reference to|citing|quoting)\b.*)?$|"
    r"(?<=\w)\s+(?:on the basis of|with reference to|citing|quoting)\b.*"
)
"""What an article says about an outlet behind its name, in small letters: "the Harbour Wire news agency"."""


def without_tail(name: str) -> str:
    """An outlet's name without what is said about it: "Harbour Wire" of "the Harbour Wire news agency".

    >>> without_tail("Harbour Wire news agency, citing officials"), without_tail("the agency")
    ('Harbour Wire', 'the agency')
    """
    return TAIL.sub(lambda match: match.group("name") or "", name).rstrip(" ,")


AHEAD = re.compile(
    r"^(?:the\s+|The\s+)?(?:[\w.-]+\s+){0,3}?(?:newspaper|magazine|monthly|weekly|daily|journal|paper|agency|broadcaster"
    r"|website|site|outlet|station|channel|tabloid|bulletin)\s+(?:The\s+)?(?=[A-Z])"
)
"""What stands before an outlet's name to say what it is, its noun in small letters: "the US monthly Steppe Courier"."""


def without_lead(name: str) -> str:
    """An outlet's name without what is said about it ahead of it.

    >>> without_lead("the news site Steppe Courier"), without_lead("The Valley Post")
    ('Steppe Courier', 'Valley Post')
    """
    return AHEAD.sub("", without_tail(name)).removeprefix("The ").removeprefix("the ")


@lru_cache(maxsize=50_000)
def outlet_key(name: str) -> str:
    """What an outlet's name folds to: one key for all its usual names.

    >>> outlet_key("The Associated Press") == outlet_key("AP")
    True
    >>> outlet_key("The Steppe Courier"), outlet_key("the Steppe Courier news agency"), outlet_key("the agency")
    ('steppe courier', 'steppe courier', 'agency')
    >>> outlet_key("the US monthly Steppe Courier"), outlet_key("Norwegian daily Fjord Post")
    ('steppe courier', 'fjord post')
    """
    plain = " ".join(name.replace("’s", "").replace("'s", "").split()).strip(" .,:;()\"“”'")
    plain = AHEAD.sub("", without_tail(plain))
    known = known_outlets().get(plain) or known_outlets().get(plain.removeprefix("the ").removeprefix("The "))
    if known:
        return known
    words = re.sub(r"[^\w]+", " ", fold(plain)).split()
    while words and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def known_names() -> frozenset[str]:
    """The names of all listed outlets."""
    return frozenset(known_outlets())


def names_in(documents: Iterable[Document]) -> frozenset[str]:
    """The names under which the documents at hand were published, with and without their article."""
    named = {document.outlet for document in documents if document.outlet}
    return frozenset(named | {name.removeprefix("The ") for name in named})


GENERIC = listed(
    "newspaper magazine paper agency outlet broadcaster website publication station channel daily weekly article report "  # noqa: E501
    "site newswire wire portal media newsletter service"
)
"""Nouns by which a text calls an outlet again that it has named."""


OPENING = frozenset({"Newspaper", "Magazine", "Paper", "Agency", "Broadcaster"})
"""Such a noun where it opens a headline: "Newspaper: men lured to war"."""


def is_generic(name: str) -> bool:
    """Whether a name is only a noun for an outlet: "the news agency".

    >>> is_generic("the news agency"), is_generic("Agency Herat"), is_generic("Newspaper")
    (True, False, True)
    """
    words = name.lower().split()
    return bool(words) and words[-1] in GENERIC and (name == name.lower() or name in OPENING)


UNNAMED = GENERIC | listed("agencies media press newspapers reports websites outlets sites papers channels stations")


REGIONAL = frozenset(
    {"Western", "Eastern", "Arab", "Arabic", "European", "African", "Asian", "Gulf", "Balkan", "Latin"}
)
"""Words for where some press or other is from: "Western press"."""


def is_unnamed_outlet(name: str) -> bool:
    """Whether a source is some outlet or other: "a US news site", "local media", "agencies".

    >>> is_unnamed_outlet("US news site"), is_unnamed_outlet("Western press"), is_unnamed_outlet("Press Agency Oslo")
    (True, True, False)
    """
    words = re.sub(r"^(?:an?|the|some|several)\s+", "", name.strip(), flags=re.IGNORECASE).split()
    if not words or words[-1] not in UNNAMED:
        return False
    return all(word.islower() or word in REGIONAL or load_aliases().find(word) for word in words)


def looks_like_outlet(name: str) -> bool:
    """Whether a name that no list has is made like an outlet's.

    >>> looks_like_outlet("Steppe Courier"), looks_like_outlet("General Arghandiwal")
    (True, False)
    """
    return bool(LOOKS.search(name))


TRADE = re.compile(r" (?:Agency|Service|Magazine|Newspaper|Website|Online)$|\s*\([^()]+\)$")
"""Words that a name has in full and loses in speech: "Harbour Press Agency", "Morning Brief (newsletter)"."""
PURPOSE = re.compile(r" (?:for|of|on) ")
"""What stands before the purpose of a body, which speech leaves out: "Fjord Centre for Sea Studies"."""
INITIALS = 3
"""Letters at least in initials that stand for an outlet."""


@lru_cache(maxsize=4)
def short_names(names: frozenset[str]) -> Mapping[str, str]:
    """Shorter names of outlets, initials among them -> the name that each is short for; none that two outlets share.

    >>> sorted(short_names(frozenset({"Harbour Press Agency", "Valley Post"})).items())
    [('HPA', 'Harbour Press Agency'), ('Harbour Press', 'Harbour Press Agency')]
    >>> short_names(frozenset({"Fjord Centre for Sea Studies"}))["Fjord Centre"]
    'Fjord Centre for Sea Studies'
    """
    found: dict[str, set[str]] = {}
    for name in names:
        plain = name.removeprefix("The ")
        for short in _shortened(plain):
            if short not in names and short not in known_outlets():
                found.setdefault(short, set()).add(plain)
    return {short: of.pop() for short, of in found.items() if len(of) == 1}


def _shortened(name: str) -> set[str]:
    words = TRADE.sub("", name).split()
    found = {" ".join(words)} if len(words) > 1 and len(words) < len(name.split()) else set()
    head = PURPOSE.split(name)[0].split()
    found |= {" ".join(head)} if 1 < len(head) < len(name.split()) else set()
    initials = "".join(word[0] for word in name.split())
    return found | ({initials} if len(initials) >= INITIALS and initials.isalpha() and initials.isupper() else set())


REST = re.compile(r"(?: (?:da|das|de|del|della|dell|des|di|do|dos|du|la|le|van|von|zu))+(?: [A-Z][\w’'-]*)+")
"""What is left of a name behind its first word where small words of another language stand in it."""


def completed(name: str, end: int, text: str) -> str:
    """A name with what stands behind it in a text (`end` is where it ends there) and belongs to it.

    >>> completed("Gazeta", 10, "The Gazeta do Porto wrote it.")
    'Gazeta do Porto'
    """
    rest = REST.match(text, end)
    return name + rest.group() if rest else name
