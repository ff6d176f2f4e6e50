"""Which voices cannot be the same, by what is told of them: names, bodies, offices, nations, and their sort.

A voice that nothing sets apart from another may be the same one: silence never makes two of them.
"""

import re
from collections.abc import Callable, Mapping

from sayso.lexicon.folding import fold
from sayso.lexicon.sources import load_source_words
from sayso.stages.link.voices.bodies import (
    CIVIL,
    EXECUTIVE,
    is_common,
    is_country,
    is_executive,
    is_some_group,
    of_two_nations,
    same_body,
    words_of,
)
from sayso.stages.link.voices.describing import description
from sayso.stages.link.voices.names import same_person
from sayso.stages.link.voices.papers import are_of_one_issuer, is_named, is_of, issuer
from sayso.stages.link.voices.private import cannot_be_one
from sayso.stages.link.voices.teller import OWN_WORDS, Teller
from sayso.stages.link.wordlists import listed

PRIVATE = frozenset({"recruit", "local", "kin"})
"""Sorts of unnamed voice that hold no office and speak for no body."""


CLASHING = frozenset(
    frozenset(pair) for pair in (("official", "recruit"), ("official", "kin"), ("soldier", "kin"), ("recruit", "kin"))
)
"""Sorts that one person does not have as a witness of one thing: who tells of a son's recruitment is not the recruit.
A villager may be any of them, and a soldier an officer or a recruit."""


LAWMAKER = listed("lawmaker legislator mp senator congressman congresswoman parliamentarian opposition activist")
"""Roles of persons who do not speak for a body of the executive."""


ELDERS = listed("sheikh elder tribal chieftain mukhtar imam mullah priest pastor bishop monk nun rabbi teacher doctor")
"""Those whom a place or a faith listens to: none of them speaks for a ministry."""
HEADING = listed(
    "head director chief founder chairman chairwoman spokesman spokeswoman spokesperson coordinator member"
)
"""Roles within a body outside the state; a president is one of it unless he is told with his country."""


def are_different(a: Teller, b: Teller) -> bool:
    """Whether two voices cannot be the same: two nations, or what is told of two kinds of voice rules it out."""
    if a.kind in OWN_WORDS or b.kind in OWN_WORDS:
        return False
    left, right = sorted((a, b), key=lambda t: t.kind)
    if is_of_nations_and_one(left, right):
        return True
    return of_two_nations(left, right) or RULES.get((left.kind, right.kind), _may_be_one)(left, right)


INTERNATIONAL = re.compile(
    r"\b(?:United Nations|U\.?N\.?|UNHCR|OHCHR|UNICEF|European Union|EU|African Union|OSCE|NATO|Red Cross"
    r"|ICRC|Interpol)\b"
)
"""Bodies of many states."""


def is_of_nations_and_one(a: Teller, b: Teller) -> bool:
    """Whether one of two voices is of a body of many states, and the other holds an office of one or is its body."""
    first, second = (INTERNATIONAL.search(_as_told(t)) is not None for t in (a, b))
    if first == second:
        return False
    other = b if first else a
    if other.kind == "person":
        return (other.office and bool(other.told_as)) or is_private(other)
    return other.kind in ("organisation", "document") and is_executive(other)


def _as_told(teller: Teller) -> str:
    """All by which a voice is told."""
    return f"{teller.name or ''} {teller.body or ''} {teller.role}"


def _may_be_one(_a: Teller, _b: Teller) -> bool:
    return False


def _two_persons(a: Teller, b: Teller) -> bool:
    return not same_person(a.name or "", b.name or "")


def _two_bodies(a: Teller, b: Teller) -> bool:
    """Two names that cannot be one body's. "A rights group" may be any that is named elsewhere and is none of a state,
    another common noun one that it shares a word with; two common nouns with one head are two ("foreign ministry",
    "interior ministry")."""
    one, other = a.name or "", b.name or ""
    if same_body(one, other):
        return False
    if (is_some_group(one) and not is_executive(b)) or (is_some_group(other) and not is_executive(a)):
        return False
    plain = [is_common(name) for name in (one, other)]
    first, second = description(one), description(other)
    if not any(plain) or not first & second:
        return True
    return all(plain) and one.split()[-1] == other.split()[-1] and not (first <= second or second <= first)


def _body_and_person(body: Teller, person: Teller) -> bool:
    """A person is another voice than a body when he speaks for another one, or has an office that is none of it."""
    if fold(person.name or "") == fold(body.name or " "):
        return False
    if person.body is not None:
        return not same_body(person.body, body.name or "")
    if person.sort in PRIVATE or is_private(person):
        return True
    if words_of(person.role) & ELDERS and words_of(body.name or "") & EXECUTIVE:
        return True
    if person.office and words_of(body.name or "") & CIVIL:
        role = words_of(person.role)
        return not role & HEADING and ("president" not in role or person.nationality is not None)
    return bool(words_of(person.role) & LAWMAKER and words_of(body.name or "") & EXECUTIVE)


PRIVATE_TRADES = listed(
    "worker labourer laborer student graduate farmer driver mechanic electrician welder plumber carpenter mason "
    "bricklayer baker cook waiter waitress cleaner tailor fisherman miner butcher barber vendor trader hawker guard "
    "shopkeeper nurse cashier courier porter footballer boxer migrant refugee prisoner detainee captive returnee "
    "jobseeker pensioner housewife villager resident teenager"
)
"""Trades in which nobody speaks for a body."""


def is_private(person: Teller) -> bool:
    """Whether no article names an office or a body of a person, nor a trade in which one might speak for a body:
    reports name a spokesman's, so it is somebody who speaks for nobody."""
    trade = words_of(person.role)
    return not person.office and person.body is None and (not trade or bool(trade & PRIVATE_TRADES))


def _person_and_unnamed(person: Teller, unnamed: Teller) -> bool:
    """Recruits, villagers and families hold no office; a soldier is no minister."""
    if frozenset((person.sort, unnamed.sort)) in CLASHING or cannot_be_one(person.told, unnamed.told):
        return True
    if _of_two_ranks(person, unnamed):
        return True
    if unnamed.sort in PRIVATE:
        return person.body is not None or person.office
    return unnamed.sort == "soldier" and person.office and not words_of(person.role) & load_source_words().military


RANKS = listed("general colonel major captain lieutenant sergeant corporal admiral brigadier")


def _of_two_ranks(person: Teller, unnamed: Teller) -> bool:
    """Whether one is called a general and the other a captain."""
    one = words_of(person.role) & RANKS
    other = {word.removesuffix("s") for word in words_of(unnamed.name or "")} & RANKS
    return bool(one and other) and not one & other


def _body_and_unnamed(body: Teller, unnamed: Teller) -> bool:
    if unnamed.sort == "official" and words_of(body.name or "") & CIVIL:
        return bool(words_of(unnamed.name or "") & EXECUTIVE)
    return unnamed.sort in PRIVATE or unnamed.sort == "soldier"


def _document_and_unnamed(document: Teller, unnamed: Teller) -> bool:
    """A paper of a ministry or a court is none of a recruit's or a villager's."""
    return unnamed.sort in PRIVATE and bool(words_of(document.name or "") & EXECUTIVE)


COURTS = listed("court judgment verdict tribunal")


def _document_and_person(document: Teller, person: Teller) -> bool:
    """Nor is it a private person's."""
    private = person.sort in PRIVATE or is_private(person)
    return private and bool(words_of(document.name or "") & (EXECUTIVE | COURTS))


def _two_documents(a: Teller, b: Teller) -> bool:
    return a.id != b.id and is_named(a.name or "") and is_named(b.name or "") and not are_of_one_issuer(a, b)


def _two_unnamed(a: Teller, b: Teller) -> bool:
    """Apart when one person cannot be of both sorts; who once was a recruit may be an official by now."""
    if cannot_be_one(a.told, b.told):
        return True
    if frozenset((a.sort, b.sort)) not in CLASHING:
        return False
    return not (a.former and b.former and "recruit" in (a.sort, b.sort))


RULES: Mapping[tuple[str, str], Callable[[Teller, Teller], bool]] = {
    ("person", "person"): _two_persons,
    ("organisation", "organisation"): _two_bodies,
    ("organisation", "person"): _body_and_person,
    ("person", "unnamed"): _person_and_unnamed,
    ("organisation", "unnamed"): _body_and_unnamed,
    ("document", "organisation"): lambda a, b: _document_and_body(a, b),
    ("document", "unnamed"): _document_and_unnamed,
    ("document", "person"): lambda a, b: _document_and_person(a, b),
    ("document", "document"): _two_documents,
    ("unnamed", "unnamed"): _two_unnamed,
}
"""What sets two kinds of voice apart, kinds in the order of the alphabet; those that are not listed may be one."""


def _document_and_body(document: Teller, body: Teller) -> bool:
    """A paper of one body of a state is not another one's word."""
    whose = issuer(document.name or "")
    if whose is None or same_body(whose, body.name or "") or is_of(document, body) or is_country(body.name or ""):
        return False
    return bool(words_of(body.name or "") & EXECUTIVE) and bool(words_of(whose) & EXECUTIVE)
