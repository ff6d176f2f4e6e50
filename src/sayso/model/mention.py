"""What the words of a text denote: figures, money, places, actors."""

from typing import Literal

from sayso.model._record import record
from sayso.model.period import Period
from sayso.model.reason import Reason
from sayso.model.span import Span


@record
class Quantity:
    """A figure as an interval. A point has `low == high`; never `low > high`."""

    low: float | None
    """Lower bound; None when the text gives none ("up to 30,000")."""
    high: float | None
    """Upper bound; None when the text gives none ("at least 12")."""
    unit: str | None
    """What is counted, singular and lower case ("soldier", "day", "%"); None when the text does not say."""
    span: Span
    """Number, bound words and unit: "as many as 10,000 men"."""
    approximate: bool = False
    """Whether the words blur it: about, some, nearly, dozens."""
    of: float | None = None
    """The whole, in "26 of 34"."""
    per: str | None = None
    """What it is per: "month", "day"; None for none."""
    reasons: tuple[Reason, ...] = ()


@record
class Money:
    """An amount of money as an interval."""

    low: float | None
    """Lower bound in units of the currency; None when the text gives none."""
    high: float | None
    """Upper bound; None when the text gives none."""
    currency: str
    """ISO 4217 code; `XXX` when the text does not tell which."""
    span: Span
    """Amount, bound words and currency."""
    approximate: bool = False
    """Whether the words blur it."""
    per: str | None = None
    """"month" in "$1,500 a month"; None for none."""
    reasons: tuple[Reason, ...] = ()


PlaceClass = Literal["point", "town", "district", "region", "country", "area", "water", "unknown"]
"""How exact a place is; `area` for continents and lands across borders."""

PlaceRole = Literal["location", "origin", "transit", "destination"]


@record
class Place:
    """A toponym and where it is. Words that name a place but stand for a government are no Place but a Mention."""

    span: Span
    """The toponym."""
    name: str
    """Name of the resolved place; the toponym itself when unresolved."""
    geonames_id: int | None = None
    """GeoNames id; None when the place is not known or not certain enough."""
    lat: float | None = None
    """Degrees north, WGS 84."""
    lon: float | None = None
    """Degrees east, WGS 84."""
    country: str | None = None
    """ISO 3166 alpha-2 code."""
    precision: PlaceClass = "unknown"
    """What sort of place it is, hence how exact the coordinates can be."""
    role: PlaceRole | None = None
    """Its role in the claim that cites it; None in a reading's own list of places."""
    reasons: tuple[Reason, ...] = ()


EntityKind = Literal[
    "person", "organisation", "government", "force", "group", "outlet", "place", "nationality", "other"
]


@record
class Mention:
    """A name, short name, nominal, demonym, metonym or pronoun that leads to an actor."""

    span: Span
    """The words."""
    entity: str | None
    """Id of the entity, stable across documents for what the alias table knows (`wagner-group`), else made of the name;
    None when it leads nowhere certain."""
    name: str
    """The entity's name in full."""
    kind: EntityKind
    """What sort of actor."""
    form: Literal["name", "short", "acronym", "nominal", "demonym", "metonym", "pronoun"]
    """How the words name it."""
    country: str | None = None
    """ISO 3166 alpha-2 code of its country."""
    sector: str | None = None
    """PLOVER sector: GOV, MIL, REB, OPP, PTY, COP, JUD, LEG, SPY, PRM, UAF, CVL, REF, UNK ..."""
    antecedent: Span | None = None
    """The fuller mention it leads back to; None when it names itself."""
    reasons: tuple[Reason, ...] = ()


@record
class Mentions:
    """Everything denoted in one document, each list in text order."""

    quantities: tuple[Quantity, ...] = ()
    money: tuple[Money, ...] = ()
    periods: tuple[Period, ...] = ()
    """Each with its span."""
    places: tuple[Place, ...] = ()
    actors: tuple[Mention, ...] = ()
