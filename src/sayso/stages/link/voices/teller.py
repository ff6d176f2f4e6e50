"""A voice behind a claim, as it is held against others."""

from sayso.model import Reason, Span
from sayso.model._record import record


@record
class Particulars:
    """What a text tells of a private person, that stays the same from article to article."""

    age: int | None = None
    """In years; None when not told."""
    kin: str = ""
    """Which relative of somebody who was taken; empty when not told, or for "relatives" and "family"."""
    of: frozenset[str] = frozenset()
    """Whose relative, by folded name."""
    traits: frozenset[str] = frozenset()
    """Stems of home and trade."""


@record
class Teller:
    """A voice behind a claim, with what tells it from others."""

    id: str
    """Origin id."""
    kind: str
    """As `Origin.kind`."""
    name: str | None
    via: str | None
    """Key of the outlet that has it at first hand; None when not known."""
    sort: str
    """Sort of an unnamed voice (`official`, `soldier`, `recruit`, `local`, `kin`); empty for others or when anything
    goes."""
    words: frozenset[str] = frozenset()
    """Stems of its description."""
    former: bool | None = None
    nationality: str | None = None
    body: str | None = None
    """Whom it speaks for; None when not said."""
    role: str = ""
    """Office or trade of a named person, as written; empty when not said."""
    told_as: frozenset[str] = frozenset()
    """Stems of the words beside a person's name that say who that is: "the envoy for the islands, Ann Lee"."""
    office: bool = False
    """Whether a person is named with an office or rank: such a one is no recruit and no villager."""
    also: str | None = None
    """Key of another outlet that it is said to have spoken to as well; None when not said."""
    mentioned: bool = False
    """Whether an article only names it, and does not quote it."""
    count: int = 1
    """How many persons speak, where the text says that each spoke alone."""
    told: Particulars = Particulars()
    """What is told of a private person."""
    document: str
    """Where it is met."""
    span: Span | None = None
    reason: Reason


OWN_WORDS = frozenset({"outlet", "own_reporting", "unknown"})
"""Kinds whose first voice is not told: it may be any."""
