"""What is said to have happened, on whose word, how firmly."""

from typing import Literal

from sayso.model._record import record
from sayso.model.attribution import Link
from sayso.model.mention import Money, Place, Quantity
from sayso.model.period import Period
from sayso.model.reason import Reason
from sayso.model.span import Span

Factuality = Literal["asserted", "probable", "possible", "planned", "counterfactual", "negated", "asked", "unknown"]
"""What the source commits to (after FactBank, Saurí and Pustejovsky 2009)."""

Polarity = Literal["positive", "negative"]


@record
class Layer:
    """One layer of firmness, outermost first: "are fearful that" over "as many as" over "may be eager to"."""

    factuality: Factuality
    """What this layer makes of what is under it."""
    sort: Literal["modal", "attitude", "hedge", "negation", "condition", "question", "plan", "implicative", "future"]
    """What sort of words do it."""
    span: Span
    """The words."""


@record
class RawArgument:
    """A participant as the words give it, before it leads to anyone."""

    role: str
    """Role name from the event type's definition: `recruiter`, `recruit_pool`, `force`, `source`, `target`, ..."""
    span: Span
    """The words."""
    order: int | None = None
    """Step of a route, from 0; None outside routes."""


@record
class Event:
    """An event or state found in the words, before values are put to it."""

    event_type: str
    """Type from the domain pack or PLOVER, upper case."""
    trigger: Span
    """The word or words that name the event."""
    arguments: tuple[RawArgument, ...]
    """Who and what take part, in text order."""
    scope: tuple[Span, ...]
    """The clause without clauses of other events: figures, dates and places in it belong to this event."""
    own: tuple[Span, ...] = ()
    """The places and figures of the scope that the parse ties to the event itself: where it happened, how many.
    Others only stand in its clause."""
    sentence: Span
    """The sentence it stands in."""
    sort: Literal["event", "state", "plan"]
    """Whether it happens, holds, or is intended."""
    factuality: Factuality
    """All layers of the source together."""
    polarity: Polarity
    """`negative` when the source says that it did not happen or does not hold."""
    layers: tuple[Layer, ...] = ()
    """What the factuality is made of, outermost first."""
    hedges: tuple[Span, ...] = ()
    """The author's own hedges ("reportedly", "allegedly"): they belong to the chain, not to the source."""
    confidence: float
    """From 0 to 1: that the text tells this event, with these participants; learned, see docs/method/confidence.md."""
    reasons: tuple[Reason, ...] = ()


@record
class Argument:
    """A participant of a claim."""

    role: str
    """As `RawArgument.role`."""
    span: Span
    """The words."""
    entity: str | None = None
    """Id of the entity they lead to; None when unknown."""
    value: str | None = None
    """What we take them to mean: the entity's name, or the normal form of an offer; None when not known."""
    order: int | None = None
    """Step of a route, from 0; None outside routes."""


@record
class Claim:
    """An event or state as one source tells it in one document."""

    id: str
    """`c-` and a digest of document, trigger, type, arguments and attribution: what is claimed, by whom, where."""
    gist_id: str
    """`g-` and a digest of type, entities, polarity and figures: what is claimed, whoever says it."""
    event_type: str
    """As `Event.event_type`."""
    trigger: Span
    """As `Event.trigger`."""
    content: Span
    """The words that make the claim: the clause from its first to its last word."""
    sentence: Span
    """The sentence it stands in."""
    attribution: str | None = None
    """Id of the innermost attribution whose content holds the trigger; None in the article's own voice."""
    chain: tuple[Link, ...] = ()
    """Sources outermost first; empty in the article's own voice. What somebody denies ends with who denies it, also
    where the attribution that holds the trigger is that of whoever told it."""
    arguments: tuple[Argument, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    money: tuple[Money, ...] = ()
    places: tuple[Place, ...] = ()
    period: Period | None = None
    """When it happened or holds; None when the text does not say."""
    sort: Literal["event", "state", "plan"] = "event"
    """As `Event.sort`."""
    factuality: Factuality
    """What the innermost source commits to."""
    polarity: Polarity
    """As `Event.polarity`."""
    layers: tuple[Layer, ...] = ()
    """What the factuality is made of, outermost first."""
    hedges: tuple[Span, ...] = ()
    """The author's own hedges."""
    confidence: float
    """From 0 to 1: that the text makes this claim: `Event.confidence` times that of its attribution."""
    reasons: tuple[Reason, ...] = ()
    """Path from words to row."""
    meaning: bytes | None = None
    """What its trigger means in its sentence, as directions of one signed byte each: claims near in them tell things
    of one kind. No number in it means anything by itself. None where it was read without the encoder, or by a version
    that did not keep it. See docs/method/events-across-documents.md."""
