"""What one more document makes of the events of its story: these are worked out anew, all others stay.

An event brings propositions together by the words of a whole story, so a claim more can join two of them that its own
proposition has no part in. Method and what is not brought up to date: docs/method/events-across-documents.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sayso.model import Proposition, Reading, Sameness
from sayso.model.features import NewEvents, Spread
from sayso.stages.link.events.happenings import find_happenings, of_several
from sayso.stages.link.incremental import Renewed

MOST = 80
"""Documents that are looked at at most; a quarter of a second. With more, those of the story wait until all is related
anew."""


class AroundEvents(Protocol):
    """What is held and related already, before the new document's rows are written."""

    def spread(self, words: Iterable[str]) -> Spread:
        """In how many documents these stems stand."""

    def readings(self, documents: Iterable[str]) -> Sequence[Reading]:
        """Readings as they are related: slim, with people's judgements over them."""

    def of_story(self, story: str, *, most: int) -> frozenset[str]:
        """Documents on a story, no more than `most`."""

    def told_in(self, documents: Iterable[str]) -> frozenset[str]:
        """The propositions of which documents tell something."""

    def events_of(self, propositions: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """Events that hold any of some propositions, each with all of its own."""

    def decided_events(self) -> Sameness:
        """What people said of which claims tell of one event."""

    def whole_propositions(self, ids: Iterable[str]) -> Sequence[Proposition]:
        """Propositions by their ids."""


def renewed_events(around: AroundEvents, document: str, renewed: Renewed) -> NewEvents:
    """The events that stand after a document more, in the place of those of its story and of what it changed."""
    story = _story(around, document, renewed)
    gone = renewed.propositions
    before = around.events_of(gone | around.told_in(story))
    held = (around.told_in(story) | {p for own in before.values() for p in own}) - gone
    propositions = (*renewed.rows.propositions, *around.whole_propositions(held))
    documents = story | {d for each in propositions for d in each.documents}
    if len(documents) > MOST:
        return events_put_off(around, document, renewed)
    readings = around.readings(documents)
    made = find_happenings(readings, propositions, around.spread, around.decided_events())
    return NewEvents(gone=frozenset(before), events=tuple(of_several(made)), held=story, waiting=frozenset())


def _story(around: AroundEvents, document: str, renewed: Renewed) -> frozenset[str]:
    """The new document and those on its story."""
    placed = {each.document: each.story for each in renewed.rows.documents}
    story = placed.get(document)
    now = frozenset(each for each, of in placed.items() if of == story)
    return now | {document} | (around.of_story(story, most=MOST + 1) if story else frozenset())


def events_put_off(around: AroundEvents, document: str, renewed: Renewed) -> NewEvents:
    """The events that stand where those of the story are not worked out: all but those of which a proposition is gone.

    The story waits, and so do the documents of an event that is left out.
    """
    lost = renewed.propositions - {each.id for each in renewed.rows.propositions}
    gone = around.events_of(lost)
    others = around.whole_propositions({p for own in gone.values() for p in own})
    waiting = _story(around, document, renewed) | {d for each in others for d in each.documents}
    return NewEvents(gone=frozenset(gone), events=(), held=frozenset(), waiting=waiting)
