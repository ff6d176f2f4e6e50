"""Which places are masked: all below the level of a country that the documents of a ledger name."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.lexicon.countries import load_countries, rows
from sayso.lexicon.folding import fold
from sayso.model import Place, Reading
from sayso.model._record import record
from sayso.views.masking.tokens import TIED, tokens_of

KEPT = ("country", "area", "water")
"""Sorts of places that stay: countries, and continents, lands across borders and seas."""


@record
class Toponym:
    """A place below the level of a country."""

    label: str
    """What stands for its name: `place 3`."""
    names: frozenset[tuple[str, ...]]
    """The words of each spelling, folded."""


def toponyms(readings: Sequence[Reading]) -> tuple[Toponym, ...]:
    """Places in the order in which the documents name them first, each with its spellings and what its people are
    called; a town that is called as a country is not among them."""
    spelled: dict[object, set[str]] = {}
    for place in (place for reading in readings for place in _places(reading)):
        if place.precision not in KEPT:
            spelled.setdefault(place.geonames_id or fold(place.name), set()).update((place.span.text, place.name))
    for mention in (m for reading in readings for m in reading.mentions.actors):
        if mention.kind == "place" or mention.span.text in _capitals():
            spelled.setdefault(_capitals().get(mention.span.text, fold(mention.span.text)), set()).add(
                mention.span.text
            )
    found: list[Toponym] = []
    for names in _merged(spelled.values()):
        words = {tuple(token.key for token in tokens_of(name)) for name in (*names, *_of_people(names))}
        if own := {each for each in words if each and " ".join(each) not in kept_names() and set(each) - TIED}:
            found.append(Toponym(label=f"place {len(found) + 1}", names=frozenset(own)))
    return tuple(found)


def _merged(spelled: Iterable[set[str]]) -> list[set[str]]:
    """Sets of spellings, those that share one brought together."""
    found: list[set[str]] = []
    for names in spelled:
        folded = {fold(name) for name in names}
        same = next((held for held in found if folded & {fold(name) for name in held}), None)
        if same is None:
            found.append(set(names))
        else:
            same.update(names)
    return found


def _places(reading: Reading) -> Sequence[Place]:
    """Those of the document, then those that only its claims have."""
    return (*reading.mentions.places, *(place for claim in reading.claims for place in claim.places))


def _of_people(names: Iterable[str]) -> Iterable[str]:
    """What the people of a place are called: "Kurdish" of Kurdistan."""
    wanted = {fold(name) for name in names}
    return (word for place, words in _demonyms().items() if place in wanted for word in words)


@lru_cache(maxsize=1)
def _demonyms() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows("local_demonyms.tsv"):
        found.setdefault(fold(row["place"]), []).extend(row["words"].split("|"))
    return {place: tuple(words) for place, words in found.items()}


@lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    """Names of capitals, which a text may have for a government too, folded."""
    return {name: fold(name) for country in load_countries().values() for name in country.capitals}


@lru_cache(maxsize=1)
def kept_names() -> frozenset[str]:
    """Folded names of countries, which stay."""
    return frozenset(fold(name) for country in load_countries().values() for name in (country.name, *country.names))
