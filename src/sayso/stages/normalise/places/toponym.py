"""A word that names a place, and the tables of local peoples and abbreviated states."""

from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon.countries import rows, values
from sayso.model import Span
from sayso.model._record import record
from sayso.stages.normalise.places.uses import Use

if TYPE_CHECKING:
    pass


@record
class Toponym:
    """A word or words that name a place."""

    span: Span
    use: Use
    country: str | None = None
    """ISO code when the tables know the words as a country, its adjective, people or seat; None for other names."""
    capital: bool = False
    """Whether the words are a capital that the tables know to stand for its government."""
    place: str | None = None
    """Name of the place that a local demonym belongs to ("Chechen": Chechnya); None for other words."""
    label: str = ""
    """The language model's label; empty when it gave none."""


@lru_cache(maxsize=1)
def local_demonyms() -> dict[str, str]:
    """Words for the people of a region or town -> its name."""
    return {word: row["place"] for row in rows("local_demonyms.tsv") for word in values(row["words"])}


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, tuple[str, str]]:
    """Abbreviated states and provinces -> their name and country."""
    return {row["short"]: (row["name"], row["country"]) for row in rows("abbreviations.tsv")}
