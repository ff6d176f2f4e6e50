"""Persons under the full names that any of some documents gives them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from sayso.model import Reading
from sayso.stages.link.voices.persons import person_key
from sayso.stages.link.voices.teller import Teller


def persons_in(reading: Reading) -> frozenset[str]:
    """Names of the persons whose words a document gives, and full names of those whom it mentions."""
    links = (link for attribution in reading.attributions for link in attribution.chain)
    names = {link.name for link in links if link.kind == "named_person"}
    mentions = (m for m in reading.mentions.actors if m.kind == "person" and m.form == "name")
    return frozenset(names | {m.span.text for m in mentions if " " in m.span.text})


def full_names(names: Iterable[str]) -> Mapping[str, str]:
    """Short name -> the one longer name of a person among some, where it is a part of that one only.

    >>> full_names(["Lee", "Ann L.", "Ann Lee", "Bo Ek", "Bo Aas", "Bo"])
    {'Lee': 'Ann Lee'}
    """
    words = {name: frozenset(person_key(name).split()) for name in sorted(names)}
    having: dict[str, set[str]] = {}
    for name, held in words.items():
        for word in held:
            having.setdefault(word, set()).add(name)
    found = {}
    for name, own in words.items():
        if not own:
            continue
        longer = [o for o in set.intersection(*(having[word] for word in own)) if own < words[o]]
        if longer:
            longest = max(longer, key=lambda o: (len(words[o]), len(o), o))
            if all(_is_part(words[o], words[longest]) for o in longer):
                found[name] = longest
    return found


def _is_part(short: frozenset[str], long: frozenset[str]) -> bool:
    """Whether one name is another one or a part of it, also with initials for parts."""
    return all(any(stands_for_name(one, other) for other in long) for one in short)


def in_full(teller: Teller, names: Mapping[str, str]) -> Teller:
    """A person under the full name that other documents give."""
    fuller = names.get(teller.name or "") if teller.kind == "person" else None
    return replace(teller, name=fuller) if fuller else teller


def same_person(a: str, b: str) -> bool:
    """Whether one name can be the other's short form."""
    first, second = person_key(a).split(), person_key(b).split()
    if not first or not second:
        return True
    short, long = sorted((first, second), key=len)
    if set(short) & set(long) and all(any(stands_for_name(each, other) for other in long) for each in short):
        return True
    return set(short) <= set(long) or {skeleton(w) for w in short} <= {skeleton(w) for w in long}


def stands_for_name(one: str, other: str) -> bool:
    """Whether two parts of names are one, or one the other's initial.

    >>> stands_for_name("m", "mohsen"), stands_for_name("moh", "mohsen")
    (True, False)
    """
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


SOUNDS = str.maketrans({"c": "k", "q": "k", "z": "s", "v": "w", "y": "i", "j": "i"})


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """A name's first letter and the consonants after it, by which two spellings from another script may be one.

    >>> skeleton("farooqui") == skeleton("faruqi"), skeleton("alexei") == skeleton("aleksey")
    (True, True)
    >>> skeleton("ivanov") == skeleton("ivanenko")
    False
    """
    sounds = name.replace("x", "ks").replace("ph", "f").replace("gh", "g").replace("kh", "h").translate(SOUNDS)
    return re.sub(r"(.)\1+", r"\1", sounds[:1] + re.sub(r"[aeiou]", "", sounds[1:]))


def is_short_form(a: str, b: str) -> bool:
    """Whether one name is the other's surname, or the other without some of its parts or with initials for them.

    >>> is_short_form("Haider M.", "Haider Mohsen"), is_short_form("Haider", "Haider Mohsen")
    (True, False)
    >>> is_short_form("Bo Ek", "Ek")
    True
    >>> is_short_form("Farid Karimi", "Fareed Karimy")
    True
    """
    short, long = sorted((person_key(a).split(), person_key(b).split()), key=len)
    if len(short) > 1 and set(short) <= set(long):
        return True  # two given names, the surname kept back
    if len(short) > 1 and [skeleton(word) for word in short] == [skeleton(word) for word in long]:
        return True  # one name in two spellings
    if not short or not stands_for_name(short[-1], long[-1]):
        return False
    spelt = set(short) & set(long)
    return bool(spelt) and all(any(stands_for_name(each, other) for other in long) for each in short)
