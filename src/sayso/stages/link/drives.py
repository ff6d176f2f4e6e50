"""Whose men are taken for whose war: what an article on a recruitment drive is about, by its headline and opening.

An article says once that Norway's army hires Swedes and then goes on with "they" and "the men". A claim of recruiting
without a country of its own is about the drive that its article is about.
"""

import re
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.model import Document
from sayso.model._record import record
from sayso.stages.link.wordlists import PERSONS, listed

OPENING = 800
"""Code points of a text, its headline among them, that tell what an article is about."""
TAKEN = frozenset({"RECRUIT", "DEPLOY"})
"""Event types by which people are taken for a war."""
POOLS = ("recruit_pool", "deployed")
"""Roles of those who are taken."""
ARMED = (
    r"(?:army|armed\s+forces|forces|ranks|military|side|war|troops|legion|front|front\s+line|invasion|campaign"
    r"|mercenar\w+|defen[cs]e\s+ministry|ministry\s+of\s+defen[cs]e|service)"
)
NAME = r"((?:[A-Z][\w’'-]+\s+){0,2}[A-Z][\w’'-]+?)"
SIDE = re.compile(
    rf"\b{NAME}(?:['’]s)?(?:-[A-Z]\w+)?(?:\s+[a-z]+)?\s+{ARMED}\b|\b(?:for|by|join(?:s|ed|ing)?)\s+{NAME}(?:['’]s)?\b"
)
"""The side that somebody fights for: "the Norwegian army", "Norway's war", "fight for Norway"."""
PEOPLE = re.compile(
    rf"\b{NAME}(?:['’]s)?(?:\s+[\w-]+)?\s+(?:[\w-]*soldiers?|fighters?|nationals?|citizens?|recruits?|men|women|youths?"
    r"|volunteers?|mercenar(?:y|ies)|veterans?|servicemen|personnel|commandos?|migrants?|workers?|students?|corporal"
    r"|sergeant|soldiers|rebels?|militants?|troops|corps|prisoners?|jihadists?)\b"
)
"""Those who are taken, with their country: "Swedish men", "Swedish ex-soldiers"."""


@record
class Drive:
    """ISO 3166 codes."""

    pool: frozenset[str] = frozenset()
    """Of those who are taken."""
    side: frozenset[str] = frozenset()
    """Of those for whom they fight."""


NO_DRIVE = Drive()


def drive_of(document: Document) -> Drive:
    """The drive that an article's headline and opening are about; empty where they tell of none."""
    title = document.title or ""
    opening = document.text[:OPENING]
    return _told(opening if title in opening else f"{title}\n{opening}")


@lru_cache(maxsize=20_000)
def _told(words: str) -> Drive:
    side = _most_named([name for match in SIDE.finditer(words) for name in match.groups() if name])
    if not side:
        return NO_DRIVE
    named = [match.group(1) for match in PEOPLE.finditer(words)]
    hits = [hit for hit in load_aliases().find(words) if hit.form.sort == "people"]
    pool = _counted(named)
    for hit in hits:
        for code in hit.form.targets:
            pool[code] = pool.get(code, 0) + 1
    if len(side) > 1:  # a country's own army is named as well as the one that takes its people
        side = frozenset(code for code in side if code not in pool) or side
    for code in side:
        pool.pop(code, None)
    most = max(pool.values(), default=0)
    return Drive(pool=frozenset(code for code, count in pool.items() if count == most), side=side)


def _most_named(names: list[str]) -> frozenset[str]:
    counts = _counted(names)
    most = max(counts.values(), default=0)
    return frozenset(code for code, count in counts.items() if count == most)


def _counted(names: list[str]) -> dict[str, int]:
    from sayso.stages.link.gist import named_nations

    found: dict[str, int] = {}
    for name in names:
        for code in named_nations(name):
            found[code] = found.get(code, 0) + 1
    return found


PLAIN = PERSONS | listed(
    "they them who he she him her you people others one ones husband son sons brother father boys boy youths youth "
    "nationals citizens members veterans ex-soldiers ex-soldier ex-servicemen servicemen soldiers retired former "
    "dozens hundreds thousands soldier student students"
)


def is_plain(words: str) -> bool:
    """Whether those who are taken are told as people or soldiers, and not as nurses or welders.

    >>> is_plain("72 retired soldiers"), is_plain("our nurses"), is_plain("91 Indians")
    (True, False, True)
    """
    held = set(re.findall(r"[a-z-]+", words.lower()))
    if held & PLAIN or {word.removesuffix("s") for word in held} & PLAIN or not held:
        return True
    return any(hit.form.sort in ("people", "adjective") for hit in load_aliases().find(words))
