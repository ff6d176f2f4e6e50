"""Persons under the full names that any of some documents gives them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.model import Reading
from sayso.stages.link.voices.apart import stands_for_name
from sayso.stages.link.voices.tellers import Teller, person_key


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
