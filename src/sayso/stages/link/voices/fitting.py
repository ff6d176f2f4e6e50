"""Which named voice an unnamed one can be, by its description."""

import re

from sayso.lexicon.aliases import load_aliases
from sayso.stages.link.voices.apart import PRIVATE, are_different
from sayso.stages.link.voices.bodies import of_two_nations, words_of
from sayso.stages.link.voices.describing import SORTS, description
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wording import stem


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
    if unnamed.sort in ("official", "soldier"):
        return person.office and (
            not person.told_as or len(unnamed.words & person.told_as) > 0 or len(unnamed.words) <= 1
        )
    if unnamed.sort in PRIVATE:
        return not person.office and person.body is None
    return bool(unnamed.words & description(person.role))


PLAIN = frozenset(
    stem(word)
    for word in {"man", "woman", "person", "citizen", "recruit", "fighter", "soldier", "witness", "national"}
    | SORTS["kin"]
)


def is_left_nameless(unnamed: Teller, person: Teller) -> bool:
    """Whether a voice may be told without its name in a retelling: nothing but "the man", "a recruit" or "his widow",
    and no holder of an office."""
    hits = load_aliases().find(unnamed.name or "")
    nation = {word for hit in hits for word in description((unnamed.name or "")[hit.start : hit.end])}
    private = not person.office and person.body is None and unnamed.sort in ("", "recruit", "kin")
    return private and unnamed.words - nation <= PLAIN and not are_different(unnamed, person)


def is_group_of(unnamed: Teller, person: Teller) -> bool:
    """Whether a voice is told as several of what a named person is: "three former generals", one of whom is General
    Lee."""
    head = re.split(r"\b(?:of|from|in|who|with)\b|,", (unnamed.name or "").lower())[0].split()
    single = head[-1].removesuffix("s").removeprefix("ex-") if head and head[-1].endswith("s") else ""
    return bool(single) and single in words_of(person.role) and not of_two_nations(unnamed, person)


def is_told_as(unnamed: Teller, person: Teller) -> bool:
    """Whether an unnamed voice is described in the words by which a person is introduced elsewhere: an office and what
    it is for ("the envoy for the islands"), which no two hold at a time."""
    words = unnamed.words - {"former"}
    return (
        len(words) >= 2
        and unnamed.sort == "official"
        and words <= person.told_as
        and not are_different(unnamed, person)
    )
