"""Which named voice an unnamed one can be, by its description."""

import re

from sayso.lexicon.aliases import load_aliases
from sayso.stages.link.voices.apart import PRIVATE, are_different
from sayso.stages.link.voices.bodies import of_two_nations, words_of
from sayso.stages.link.voices.describing import SORTS, description
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import listed


def can_be_of_one_sort(a: Teller, b: Teller) -> bool:
    """Whether the sorts of two unnamed voices leave it open that they are one."""
    if not a.sort or not b.sort or a.sort == b.sort:
        return True
    return "soldier" in (a.sort, b.sort) and frozenset((a.sort, b.sort)) <= {"soldier", "official", "recruit"}


def describes(unnamed: Teller, person: Teller) -> bool:
    """Whether an unnamed voice of an article can be the person whom it names: an official or officer for one with an
    office or rank, a recruit or villager for one without; somebody of no sort for whoever is described alike."""
    if are_different(unnamed, person):
        return False
    if unnamed.sort == "soldier" and not person.office and person.body is None:
        return is_one_man(unnamed)
    if specific := offices_in(unnamed.name or ""):
        return bool(specific & offices_in(f"{person.role} {person.name or ''}"))
    if unnamed.sort in ("official", "soldier"):
        if "spokes" in person.role and not unnamed.words & person.told_as:
            return False  # she is called the ministry, and below an official may speak without a name
        return person.office and (
            not person.told_as or len(unnamed.words & person.told_as) > 0 or len(unnamed.words) <= 1
        )
    if unnamed.sort in PRIVATE:
        several = (unnamed.sort == "local" and not is_one_man(unnamed)) or is_counted(unnamed)
        return not person.office and person.body is None and not several
    return bool(unnamed.words & description(person.role))


OFFICES = listed(
    "president minister premier chancellor king ambassador senator governor mayor general colonel captain major "
    "lieutenant admiral brigadier prosecutor judge commander envoy"
)
"""Offices by which one holder is told from another."""


def offices_in(words: str) -> frozenset[str]:
    """The offices that some words name, in the singular.

    >>> sorted(offices_in("the former Norwegian generals"))
    ['general']
    """
    return frozenset(word.removesuffix("s") for word in words_of(words)) & OFFICES


COUNTED = re.compile(
    r"(?:all |some |about |at least )*"
    r"(?:\d+(?!-)|(?:twen|thir|for|fif|six|seven|eigh|nine)(?:ty|teen)(?:-\w+)?|fourteen|dozens?|scores|hundreds"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|several)\b",
    re.IGNORECASE,
)
"""Words that say how many people speak: "eleven former soldiers", of whom no one man is all."""
MANY = listed("men women people persons both two three four five six seven eight nine ten dozen several many some")


def is_one_man(unnamed: Teller) -> bool:
    """Whether a voice is one person by its description."""
    return is_of_one(unnamed.name or "")


def is_of_one(description_: str) -> bool:
    """Whether a description is of one person.

    >>> is_of_one("captured soldier"), is_of_one("soldiers"), is_of_one("sister of two recruits")
    (True, False, True)
    """
    name = re.split(r"\b(?:of|from|in|who\w*|that|with)\b|,", description_.lower())[0].split()
    several = COUNTED.match(description_) is not None or bool(MANY & set(name))
    return bool(name) and not name[-1].endswith("s") and not several


def is_counted(unnamed: Teller) -> bool:
    """Whether a description tells how many people they are."""
    return COUNTED.match(unnamed.name or "") is not None


PLAIN = frozenset(
    stem(word)
    for word in {"man", "woman", "person", "citizen", "recruit", "fighter", "soldier", "witness", "national"}
    | SORTS["kin"]
)


def is_left_nameless(unnamed: Teller, person: Teller) -> bool:
    """Whether a voice may be told without its name in a retelling: nothing but "the man", "a recruit" or "his widow",
    and no holder of an office."""
    nation = nation_words(unnamed)
    private = not person.office and person.body is None and unnamed.sort in ("", "recruit", "kin")
    return private and unnamed.words - nation <= PLAIN and not are_different(unnamed, person)


def nation_words(unnamed: Teller) -> frozenset[str]:
    """Stems of the words of a description that name a country or a body known by name."""
    name = unnamed.name or ""
    return frozenset(w for hit in load_aliases().find(name) for w in description(name[hit.start : hit.end]))


def is_group_of(unnamed: Teller, person: Teller) -> bool:
    """Whether a voice is told as several of what a named person is: "three former generals", one of whom is General
    Lee."""
    head = re.split(r"\b(?:of|from|in|who|with)\b|,", (unnamed.name or "").lower())[0].split()
    single = head[-1].removesuffix("s").removeprefix("ex-") if head and head[-1].endswith("s") else ""
    return bool(single) and single in words_of(person.role) and not of_two_nations(unnamed, person)


FORMER = frozenset({"former", "country", "ex"})
CHIEFS = frozenset(stem(word) for word in ("chief", "head", "director", "boss"))


def _one_word_for_heads(words: frozenset[str]) -> frozenset[str]:
    """Stems with one for whoever heads a body: retellings change "deputy director" to "deputy head"."""
    return (words - CHIEFS) | {"head"} if words & CHIEFS else words


def is_told_as(unnamed: Teller, person: Teller) -> bool:
    """Whether an unnamed voice is described in the words by which a person is introduced elsewhere: an office and what
    it is for ("the envoy for the islands"), which no two hold at a time."""
    words = _one_word_for_heads(unnamed.words) - FORMER
    told = person.told_as | description(person.body or "") if person.told_as else person.told_as
    return (
        (unnamed.sort == "official" or (unnamed.sort == "" and bool(unnamed.words & CHIEFS)))
        and any(len(w) >= 2 and w <= _one_word_for_heads(told) for w in (words, words - nation_words(unnamed)))
        and not are_different(unnamed, person)
    )
