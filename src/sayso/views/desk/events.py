"""Events: propositions that tell of one happening, with the pair of sentences that speaks for it most."""

from collections.abc import Iterable, Mapping

from sayso.model import Happening, Judgement, Span, Telling
from sayso.model._record import record
from sayso.stages.judge import EVENT, about_claims, taken_back
from sayso.store import desk, happened
from sayso.store.ledger import Ledger
from sayso.views.desk.paging import Paging


@record
class EventRow:
    """An event as a list shows it."""

    id: str
    propositions: tuple[desk.PropositionRow, ...]
    """Those told in most reports first."""
    documents: int
    claims: int


@record
class EventsPage:
    """A page of events."""

    text: str | None
    rows: tuple[EventRow, ...]
    paging: Paging
    waiting: int
    """Documents that were related and not held against their story for events."""


@record
class Quoted:
    """A sentence with where it stands."""

    document: str
    """Document id."""
    title: str
    outlet: str | None
    claim: str
    """Claim id."""
    trigger: str
    """The words that name the happening."""
    sentence: str


@record
class Join:
    """Why a further proposition is of the event."""

    proposition: str
    """Id of the further proposition."""
    words: str
    """What was compared."""
    chance: float | None
    """How probable it is that the two sentences tell one event, from 0 to 1."""
    sentences: tuple[Quoted, ...]
    """The pair that speaks for it most."""


@record
class Event:
    """One event, whole."""

    id: str
    propositions: tuple[desk.PropositionRow, ...]
    """Those told in most reports first."""
    joins: tuple[Join, ...]


@record
class EventPage:
    """The page of one event."""

    event: Event
    told: tuple[tuple[str, tuple[Quoted, ...]], ...]
    """For each proposition its id, and the sentences that tell it, earliest document first."""
    decided: tuple[Judgement, ...]
    """What people decided about which propositions tell of it, and what took that back, oldest first."""
    undone: tuple[str, ...]
    """Ids of those that were taken back."""
    waiting: bool
    """Whether one of its documents waits to be held against its story."""


def events_page(ledger: Ledger, *, text: str | None, limit: int, offset: int) -> EventsPage:
    """Events, those told in most documents first."""
    held = ledger.ask(happened.events, text=text, limit=limit, offset=offset)
    named = propositions_of(ledger, held)
    return EventsPage(
        text=text,
        rows=tuple(
            EventRow(
                id=each.id,
                propositions=most_told(each, named),
                documents=len(each.documents),
                claims=len(each.tellings),
            )
            for each in held
        ),
        paging=Paging(total=ledger.ask(happened.count_events, text=text), limit=limit, offset=offset),
        waiting=ledger.eventless(),
    )


def event_page(ledger: Ledger, key: str) -> EventPage | None:
    """One event; None when there is none with this id."""
    found = ledger.ask(happened.events_by_id, [key])
    if not found:
        return None
    happening = found[0]
    event = whole(ledger, happening)
    places = ledger.ask(desk.where_told, [each.claim for each in happening.tellings])
    of = ledger.ask(desk.propositions_of, [each.claim for each in happening.tellings])
    told = tuple(
        (row.id, tuple(quoted(each, places) for each in happening.tellings if of.get(each.claim) == row.id))
        for row in event.propositions
    )
    claims = frozenset(each.claim for each in happening.tellings)
    decided = about_claims(ledger.ask(desk.judgements_by, ("same", "not_same", "undo")), claims, EVENT)
    undone = tuple(sorted(taken_back(decided)))
    return EventPage(
        event=event, told=told, decided=decided, undone=undone, waiting=ledger.ask(happened.waits, happening.documents)
    )


def event_of(ledger: Ledger, proposition: str) -> Event | None:
    """The event that a proposition and others tell of."""
    happening = ledger.ask(happened.event_of, proposition)
    return whole(ledger, happening) if happening else None


def whole(ledger: Ledger, happening: Happening) -> Event:
    """An event with the titles of its propositions and the sentences that brought them together."""
    places = ledger.ask(desk.where_told, [each.claim for each in happening.tellings])
    by_place = {each.sentence: each for each in happening.tellings}
    joins = tuple(
        Join(
            proposition=proposition,
            words=reason.detail,
            chance=reason.score,
            sentences=tuple(pair(reason.spans, by_place, places)),
        )
        for proposition, reason in zip(happening.propositions[1:], happening.reasons, strict=False)
    )
    named = propositions_of(ledger, [happening])
    return Event(id=happening.id, propositions=most_told(happening, named), joins=joins)


def pair(spans: Iterable[Span], tellings: Mapping[Span, Telling], places: Mapping[str, desk.Told]) -> Iterable[Quoted]:
    """The sentences of a reason, each once, with where they stand."""
    for span in dict.fromkeys(spans):
        if span in tellings:
            yield quoted(tellings[span], places)


def quoted(telling: Telling, places: Mapping[str, desk.Told]) -> Quoted:
    """Where a claim tells of the event."""
    place = places.get(telling.claim)
    return Quoted(
        document=telling.document,
        title=place.title if place else telling.document,
        outlet=place.outlet if place else None,
        claim=telling.claim,
        trigger=telling.trigger.text,
        sentence=telling.sentence.text,
    )


def propositions_of(ledger: Ledger, happenings: Iterable[Happening]) -> dict[str, desk.PropositionRow]:
    """The propositions of some events by their ids."""
    ids = [id_ for each in happenings for id_ in each.propositions]
    return {row.id: row for row in ledger.ask(desk.proposition_rows, ids=ids, limit=len(ids) or 1)}


def most_told(happening: Happening, named: Mapping[str, desk.PropositionRow]) -> tuple[desk.PropositionRow, ...]:
    """The propositions of an event, those told in most reports first."""
    held = [named[id_] for id_ in happening.propositions if id_ in named]
    return tuple(sorted(held, key=lambda row: (-row.reports, row.title, row.id)))
