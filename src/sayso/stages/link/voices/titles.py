"""The rank or office that stands as a title before a person's name."""

import re
from collections.abc import Mapping
from functools import lru_cache

from sayso.stages.link.voices.persons import ASIDE, KEPT, WORD_ENDS, is_office

RANKS: Mapping[str, str] = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain", "cmdr": "commander",
    "brig": "brigadier", "adm": "admiral", "sen": "senator", "rep": "representative", "gov": "governor",
    "amb": "ambassador", "min": "minister", "insp": "inspector",
}  # fmt: skip
"""Titles as reports shorten them."""


TITLE_WORDS = frozenset(
    {
        *RANKS.values(),
        "president",
        "secretary",
        "judge",
        "sheikh",
        "prosecutor",
        "marshal",
        "chancellor",
        "premier",
        "superintendent",
        "inspector",
        "commissioner",
        "constable",
    }
)


@lru_cache(maxsize=KEPT)
def titled(name: str, text: str) -> str:
    """The rank or office that stands as a title before a person's name somewhere in a text; empty where none does.

    >>> titled("Ann Lee", "“No,” said Brig. Gen. Ann Lee."), titled("Ann Lee", "Mrs. Ann Lee said no.")
    ('general', '')
    """
    first = name.split()[0].lower().rstrip(".") if " " in name else ""
    if first in TITLE_WORDS or first in RANKS:
        return RANKS.get(first, first)
    within = next((word for word in name.lower().split()[:-1] if word in TITLE_WORDS), "")
    if within:
        return within
    at = text.find(name) if name else -1
    while at >= 0:  # an expression for each name is dear
        whole = WORD_ENDS.match(text, at + len(name)) is not None
        found = BEFORE_NAME.search(text, max(0, at - ASIDE), at) if whole else None
        if found is not None:
            title = found.group(1).lower()
            return RANKS.get(title, title if title in TITLE_WORDS else "")
        lower = LOWER_BEFORE.search(text, max(0, at - ASIDE), at) if whole else None
        if lower is not None and is_office(lower.group(1)):
            return lower.group(1)
        at = text.find(name, at + 1)
    return ""


LOWER_BEFORE = re.compile(r"\b([a-z]{4,})\s+\Z")
"""An office that is written small right before a name: "opposition lawmaker Ann Lee"."""
POLICE_RANK = re.compile(
    r"\b(Inspector General|Superintendent(?: of Police)?|Commissioner of Police|Police (?:Commissioner|Chief))\s+\Z"
)


@lru_cache(maxsize=KEPT)
def police_rank(name: str, text: str) -> str:
    """The rank of the police that stands before a person's name somewhere in a text; empty where none does.

    >>> police_rank("Ann Lee", "“No,” said Deputy Inspector General Ann Lee."), police_rank("Ann Lee", "Ann Lee left.")
    ('police inspector general', '')
    """
    at = text.find(name) if name else -1
    while at >= 0:
        if (found := POLICE_RANK.search(text, max(0, at - ASIDE), at)) is not None:
            return f"police {found.group(1).lower().removeprefix('police ')}"
        at = text.find(name, at + 1)
    return ""


BEFORE_NAME = re.compile(r"\b([A-Z][a-z]+)\.?\s+\Z")
