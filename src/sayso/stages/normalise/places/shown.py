"""What the words around a name show: that it is a place though the language model takes it for something else."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.lexicon.placing import load_placing
from sayso.stages.normalise.names.names import Name
from sayso.stages.normalise.places.around import (
    beside_place,
    comes_from,
    goes,
    on_a_way,
    passes,
    placed,
    told_by_verb,
)
from sayso.tools.gazetteer import Candidate, Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token


WORDS = load_placing()
KNOWN = 50_000
"""Population from which a town that the language model misses may still be found by its name alone."""
CIVIC = re.compile(
    r"[’']?s?\s+(?:Mayor|mayor|Council|council|Police|police|residents?|suburbs?|area|county|county's|city|town|"
    r"province|district|"
    r"region|station|railway|prison|port|barracks|border|governor|Governor|City|businesses|neighbou?rhoods?|airport|Airport|Sheriff|"
    r"hospital|University|High School|Superior Court)\b"
)
"""What stands behind a place name."""


def is_of_note(places: Sequence[Candidate]) -> bool:
    """Whether a name is a place's own, or another name of one with many people."""
    return any(place.own == 2 or place.population >= NOTED for place in places)


NOTED = 20_000

THE = re.compile(r"\b[Tt]he $")


def is_shown(
    text: str,
    name: Name,
    root: "Token",
    places: Sequence[Candidate],
    gazetteer: Gazetteer,
    persons: Mapping[str, int],
) -> bool:
    """Whether the words around a name that the model takes for something else show that it is a place."""
    if name.text.casefold() in WORDS.no_place:
        return False
    before = text[max(0, name.start - 40) : name.start]
    if SETTLED.search(before) or beside_place(root):
        return True
    if not places:
        return False
    first = fold(name.text.split(" ")[0])
    single = name.label != "PERSON" or " " not in name.text or first not in GIVEN
    in_place = single and (placed(root) or (told_by_verb(root) and name.text not in persons))
    if in_place or (single and name.text not in persons and goes(root) and _is_large(places)):
        return True
    if single and name.text not in persons and fold(name.text) not in GIVEN and (comes_from(root) or on_a_way(root)):
        return True
    if single and name.text not in persons and first not in GIVEN and passes(root) and _is_known_abroad(places):
        return True
    if THE.search(before) and any(place.kind in ("water", "area") and place.own == 2 for place in places):
        return True  # "the Danube"
    return TAKEN.search(before) is not None or _held(text, name, places, gazetteer)


GIVEN = load_name_words().given


def _is_known_abroad(places: Sequence[Candidate]) -> bool:
    """Whether a name is a great town's own, where families are not called after towns."""
    return any(p.own == 2 and p.population >= GREAT and p.kind == "town" and p.country not in ENGLISH for p in places)


GREAT = 300_000
ENGLISH = frozenset(("US", "CA", "GB", "AU", "NZ", "IE"))
SETTLED = re.compile(r"\b(?:towns?|villages?|city|cities|suburbs?|hamlet|outskirts) of (?:the )?$")
TAKEN = re.compile(
    r"(?:\b[Nn]ear (?:the )?|-held |\b(?:liberation|siege|battle|fall|recapture|retaking|bombardment|residents|"
    r"north|south|east|west|"
    r"northeast|northwest|southeast|southwest|part|parts|portion|control|province|district|governorate|"
    r"governor|mayor|commissioner|valleys?|plains?|hills|streets|gates|bazaars?|markets|mountains|villages) of |"
    r"\bby way of |\bparliament for |\bMPs? (?:for|from) |"
    r"\b(?:bus|buses|train|flights?|ferry|plane|convoy) (?:to|from|for) |"
    r"\b(?:way|road|headed|return|returned|moved) to |\b(?:assault|attacks?|strikes?|airstrikes?|advance) on )"
    r"(?:eastern |western |northern |southern )?$"
)


def _held(text: str, name: Name, places: Sequence[Candidate], gazetteer: Gazetteer) -> bool:
    """Whether what stands behind a name shows a place: "Tabriz residents", "Hugo, Oklahoma"."""
    if CIVIC.match(text, name.end):
        return True
    match = AFTER_COMMA.match(text, name.end)
    holders = gazetteer.lookup(match.group(1)) if match is not None else ()
    return any(
        place.country == holder.country and (holder.kind == "country" or place.admin1 == holder.admin1)
        for holder in holders
        if holder.kind in ("country", "region")
        for place in places
    )


AFTER_COMMA = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)")


def prominent(words: str, gazetteer: Gazetteer) -> bool:
    """Whether a name alone, without what stands around it, brings a well-known place to mind."""
    if len(words) < 4 or words.casefold() in WORDS.no_place:
        return False
    return any(
        place.own == 2 and (place.population >= KNOWN or place.kind in ("area", "water")) and place.kind != "district"
        for place in gazetteer.lookup(words)
    )


def _is_large(places: Sequence[Candidate]) -> bool:
    """Whether a name has a reading that is a town or region of many people."""
    return any(place.population >= KNOWN and place.kind in ("town", "region") for place in places)
