"""Ministries, governments and those who speak for them: each is one voice."""

import re
from collections.abc import Mapping
from functools import lru_cache

from sayso.model import Voice
from sayso.stages.link.nations import named_nations
from sayso.stages.link.voices.bodies import (
    CIVIL,
    ENVOYS,
    EXECUTIVE,
    MISSION,
    OFFICIAL,
    is_country,
    nations,
    of_two_nations,
    owners,
    parts_of_body,
    words_of,
)
from sayso.stages.link.voices.describing import description
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wordlists import listed


def leads(unnamed: Teller, body: Teller) -> bool:
    """Whether an office is that of a body's head: "the foreign minister" for the foreign ministry."""
    words, nation = parts_of_body(unnamed.name or "")
    others, foreign = parts_of_body(body.name or "")
    if "minist" not in {w[:6] for w in words} or (nation and foreign and not nation & foreign):
        return False
    return {("ministry" if w[:6] == "minist" else w) for w in words} == {
        ("ministry" if w[:6] == "minist" else w) for w in others
    }


DOMAINS: Mapping[str, frozenset[str]] = {
    "foreign": listed("foreign external"),
    "defence": listed("defence defense"),
    "interior": listed("interior internal home"),
    "justice": listed("justice"),
    "labour": listed("labour labor employment"),
    "education": listed("education"),
    "health": listed("health"),
}
"""What a ministry is for -> words by which its name and its offices tell it."""


BENCH = listed("court tribunal judge judges judiciary judicial")
"""A country's courts speak of a case with one voice: the court, its judges, the council of the judiciary."""


POLICE = listed("police constabulary investigators detectives superintendent inspector")


CRIMINAL = listed("criminal bureau")
"""With "investigation" they name police of the state: "Central Bureau of Investigation"."""


CHIEFS = listed("chiefs bosses brass")
"""Words by which the popular press calls a ministry: "defence chiefs in Oslo"."""


UNOFFICIAL = listed("official officials officer officers source sources diplomat diplomats aide former ex")
"""Words of those who may speak for themselves, though they work or worked there."""


@lru_cache(maxsize=50_000)
def domain(words: str) -> str | None:
    """What the ministry is for that a body is, or that an office speaks for; None for all others.

    >>> domain("India's external affairs minister"), domain("Ministry of Foreign Affairs"), domain("a defence official")
    ('foreign', 'foreign', None)
    >>> domain("National Bureau of Investigation"), domain("Bureau of Statistics")
    ('police', None)
    """
    held = words_of(words.replace("’s", "").replace("'s", ""))
    if held & (MISSION | ENVOYS):
        return "foreign" if not held & UNOFFICIAL else None
    if "presidency" in held or ("presidential" in held and held & OFFICIAL):
        return "presidency"
    if held & POLICE or ("investigation" in held and held & CRIMINAL) or "cid" in held:
        return "police" if not held & UNOFFICIAL else None
    if held & BENCH and not held & UNOFFICIAL:
        return "court"
    if not held & (OFFICIAL | CHIEFS) or held & UNOFFICIAL:
        return None
    return next((name for name, telling in DOMAINS.items() if held & telling), None)


def is_of_one_ministry(a: Teller, b: Teller) -> bool:
    """Whether two voices speak openly for one ministry: itself, its minister, its secretary, its spokesman."""
    one, other = (domain(f"{t.name or ''} {t.body or ''} {t.role}") for t in (a, b))
    if one is None or one != other or of_two_nations(a, b):
        return False
    missions = [bool(words_of(f"{t.name or ''} {t.role}") & (MISSION | ENVOYS)) for t in (a, b)]
    known = [bool(nations(t) or owners(t.name or "")) for t in (a, b)]
    return not any(missions) or all(known)


def is_the_government(teller: Teller) -> bool:
    """Whether a body's name is a whole country or government, or its officials without more: it may be any part of
    it."""
    words, own = parts_of_body(teller.name or "")
    if teller.kind == "unnamed":
        return bool(own) and OFFICIALS.search(teller.name or "") is not None and words <= SOME_OFFICIALS
    if teller.kind != "organisation":
        return False
    return words <= {"government", "govern", "authority", "authoriti", "state"}


OFFICIALS = re.compile(r"\bofficials$|\b(?:government|state) (?:officials?|sources?)$")


SOME_OFFICIALS = description("officials official government state sources source two three four five several some")


def is_paper_of_government(document: Teller, government: Teller) -> bool:
    """Whether a paper is told to be of a country's authorities or of a part of its executive."""
    whole = nations(government) | owners(government.name or "")
    of = nations(document)
    return (not of or bool(of & whole)) and bool(words_of(document.name or "") & (EXECUTIVE if of else {"ministry"}))


def is_part_of_government(held: Teller, government: Teller) -> bool:
    """Whether a voice is an open one of that government: a ministry, a body of the executive, or who speaks for one."""
    open_ = words_of(f"{held.name or ''} {held.body or ''} {held.role}")
    if open_ & CIVIL or (held.kind == "unnamed" and open_ & UNOFFICIAL):
        return False
    own, whole = nations(held), nations(government) | owners(government.name or "")
    if "embassy" in open_ and not own:
        return False
    openly = domain(f"{held.name or ''} {held.body or ''}") is not None and "government" in words_of(
        government.name or ""
    )
    if not own and whole and not is_country(government.name or "") and not openly:
        return False  # "Norwegian officials" are no part of a body of which nobody says whose it is
    return bool(open_ & (EXECUTIVE | OFFICIAL | HEADS)) and (not own or not whole or bool(own & whole))


HEADS = listed("president premier prime chancellor king parliament presidency kremlin")


ENVOY = re.compile(r"\b(?:ambassador|consul|attach[eé]|envoy)s?\b", re.IGNORECASE)


def told_nation(voice: Voice, words: str) -> str | None:
    """The country that a voice is told to be of; of an ambassador that which stands before his office, as the other is
    that of his seat: "the ambassador of the country in Oslo"."""
    if voice.nationality is None or ENVOY.search(words) is None:
        return voice.nationality
    own = re.split(r"\s(?:in|to|at)\s", words, maxsplit=1)[0]
    return voice.nationality if voice.nationality in named_nations(own) else None
