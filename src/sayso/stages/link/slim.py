"""Readings without what relating never looks at, so that a hundred thousand of them fit into memory."""

from dataclasses import replace
from sys import intern

from sayso.model import (
    Argument,
    Attribution,
    Claim,
    Link,
    Mention,
    Mentions,
    Money,
    Period,
    Place,
    Quantity,
    Reading,
    Span,
)

CONDITION = "condition"
"""The sort of layer that linking looks at; of others only those that negate: "stopped paying" denies nothing."""
NEGATED = "negated"


def slim(reading: Reading) -> Reading:
    """The reading without reasons, layers, problems, gists' ids, and the words of roles that no link looks at. Layers
    of a condition stay, as who tells what would follow does not say that it is so (`propositions.stand_of`), and those
    that negate, by which a denial is told from what has stopped (`claims.answering`).

    Names and ids that many readings share, and spans that several rows of one reading share, are kept once. Relations
    made of slim readings are those of the full ones.
    """
    made = _Slim()
    return replace(
        reading,
        sentences=tuple(made.span(each) for each in reading.sentences),
        attributions=tuple(made.attribution(each) for each in reading.attributions),
        mentions=made.mentions(reading.mentions),
        claims=tuple(made.claim(each) for each in reading.claims),
        problems=(),
    )


SHORT = 24
"""Code points up to which the words of a span are kept once for all readings: names, cues and figures come again."""


class _Slim:
    """What the rows of one reading share."""

    def __init__(self) -> None:
        self.spans: dict[tuple[int, int], Span] = {}
        self.amounts: dict[tuple[int, int, str], Quantity | Money] = {}
        self.chains: dict[tuple[Link, ...], tuple[Link, ...]] = {}

    def span(self, of: Span) -> Span:
        known = self.spans.get((of.start, of.end))
        if known is None:
            words = intern(of.text) if len(of.text) <= SHORT else of.text
            known = Span(start=_number(of.start), end=_number(of.end), text=words)
            self.spans[of.start, of.end] = known
        return known

    def attribution(self, of: Attribution) -> Attribution:
        """Without the source's words: whose word a sentence is, and by what cue, tells what a copy changed."""
        cue, content = (tuple(self.span(each) for each in spans) for spans in (of.cue, of.content))
        voice = replace(of.voice, entity=_once(of.voice.entity), name=intern(of.voice.name))
        return replace(of, source=(), cue=cue, content=content, voice=voice, chain=self.chain(of.chain), reasons=())

    def chain(self, of: tuple[Link, ...]) -> tuple[Link, ...]:
        known = self.chains.get(of)
        if known is None:
            known = tuple(replace(link, span=self.span(link.span)) for link in of)
            self.chains[of] = known
        return known

    def claim(self, of: Claim) -> Claim:
        return replace(
            of,
            gist_id="",
            event_type=intern(of.event_type),
            trigger=self.span(of.trigger),
            content=self.span(of.content),
            sentence=self.span(of.sentence),
            chain=self.chain(of.chain),
            arguments=tuple(self.argument(each) for each in of.arguments),
            quantities=tuple(self.quantity(each) for each in of.quantities),
            money=tuple(self.amount(each) for each in of.money),
            places=tuple(self.place(each) for each in of.places),
            layers=tuple(y for y in of.layers if y.sort == CONDITION or y.factuality == NEGATED),
            hedges=(),
            reasons=(),
        )

    def argument(self, of: Argument) -> Argument:
        span = self.span(of.span)
        return Argument(role=intern(of.role), span=span, entity=_once(of.entity), value=_once(of.value), order=of.order)

    def quantity(self, of: Quantity) -> Quantity:
        slimmed = replace(of, unit=_once(of.unit), span=self.span(of.span), reasons=())
        key = (of.span.start, of.span.end, repr((of.low, of.high, of.unit, of.per, of.of, of.approximate)))
        return self.amounts.setdefault(key, slimmed)  # type: ignore[return-value]

    def amount(self, of: Money) -> Money:
        return replace(of, span=self.span(of.span), reasons=())

    def place(self, of: Place) -> Place:
        name, country = intern(of.name), _once(of.country)
        return replace(of, span=self.span(of.span), name=name, country=country, reasons=())

    def mention(self, of: Mention) -> Mention:
        entity, name = _once(of.entity), intern(of.name)
        return replace(of, span=self.span(of.span), entity=entity, name=name, antecedent=None, reasons=())

    def period(self, of: Period) -> Period:
        return replace(of, span=self.span(of.span) if of.span else None, basis=intern(of.basis))

    def mentions(self, of: Mentions) -> Mentions:
        """The figures, days and actors: a retelling's sentences are held against its source's by them."""
        return Mentions(
            periods=tuple(self.period(each) for each in of.periods if each.precision == "day"),
            quantities=tuple(self.quantity(each) for each in of.quantities),
            money=tuple(self.amount(each) for each in of.money),
            actors=tuple(self.mention(each) for each in of.actors),
        )


OFFSETS = tuple(range(1 << 16))
"""Offsets of most spans, each kept once: Python makes a new number for each otherwise."""


def _number(offset: int) -> int:
    return OFFSETS[offset] if offset < len(OFFSETS) else offset


def _once(words: str | None) -> str | None:
    return None if words is None else intern(words)
