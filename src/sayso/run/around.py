"""What is held and related already, asked of a ledger piece by piece while one more document is related."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.model import Claim, Document, DocumentRelation, Proposition, Reading, Sameness
from sayso.model.features import Kind, Spread
from sayso.stages.judge import EVENT, by_subject, entity_map, judged_reading, sameness
from sayso.stages.link.slim import slim
from sayso.store import Ledger, linking


class AroundLedger:
    """`sayso.stages.link.Around` of a ledger. Readings are read once and remembered while it lives."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.judgements = ledger.judgements()
        self._judged, self._entities = by_subject(self.judgements), entity_map(self.judgements)
        self._readings: dict[str, Reading] = {}
        self._outlets: frozenset[str] | None = None

    def reading(self, document: str) -> Reading | None:
        """One of `readings`; None for a document that is not read."""
        found = self.readings([document])
        return found[0] if found else None

    def remembered(self) -> Sequence[Reading]:
        """All readings that were asked for."""
        return tuple(self._readings.values())

    def readings(self, documents: Iterable[str]) -> Sequence[Reading]:
        """As `Around.readings`."""
        wanted = sorted(documents)
        for found in self.ledger.slim_readings(id_ for id_ in wanted if id_ not in self._readings):
            judged = judged_reading(found, self._judged, self._entities) if self.judgements else found
            self._readings[found.document.id] = slim(judged)
        return [self._readings[id_] for id_ in wanted if id_ in self._readings]

    def documents(self, ids: Iterable[str]) -> Sequence[Document]:
        """As `Around.documents`."""
        wanted = sorted(ids)
        read = [self._readings[id_].document for id_ in wanted if id_ in self._readings]
        return [*read, *self.ledger.ask(linking.documents, (id_ for id_ in wanted if id_ not in self._readings))]

    def decided(self) -> Sameness:
        """As `Around.decided`."""
        return sameness(self.judgements)

    def decided_events(self) -> Sameness:
        """As `AroundEvents.decided_events`."""
        return sameness(self.judgements, EVENT)

    def outlets(self) -> frozenset[str]:
        """As `Around.outlets`."""
        if self._outlets is None:
            named = self.ledger.ask(linking.outlets)
            self._outlets = named | {name.removeprefix("The ") for name in named}
        return self._outlets

    def spread(self, words: Iterable[str]) -> Spread:
        """As `Around.spread`."""
        return self.ledger.ask(linking.spread, words)

    def documents_by(self, kind: Kind, keys: Sequence[int]) -> Mapping[str, int]:
        """As `Around.documents_by`."""
        return self.ledger.ask(linking.documents_by, kind, keys) if keys else {}

    def claims_by(self, keys: Sequence[int]) -> Mapping[str, int]:
        """As `Around.claims_by`."""
        return self.ledger.ask(linking.claims_by, keys)

    def claims(self, ids: Iterable[str]) -> Sequence[tuple[str, Claim]]:
        """As `Around.claims`."""
        return self.ledger.ask(linking.claims, ids)

    def alike(self, words: Sequence[str], *, most: int, outlet: int | None = None) -> Sequence[str]:
        """As `Around.alike`."""
        return self.ledger.ask(linking.alike, words, most=most, outlet=outlet)

    def naming(self, words: str, *, most: int) -> Sequence[str]:
        """As `Around.naming`."""
        return self.ledger.ask(linking.naming, words, most=most)

    def first_of(self, outlet: int) -> str | None:
        """As `Around.first_of`."""
        return self.ledger.ask(linking.first_of, outlet)

    def standing(self, documents: Iterable[str]) -> Sequence[DocumentRelation]:
        """As `Around.standing`."""
        return self.ledger.ask(linking.standing, documents)

    def group(self, clusters: Iterable[str]) -> frozenset[str]:
        """As `Around.group`."""
        return self.ledger.ask(linking.group, clusters)

    def sources(self, documents: Iterable[str], kinds: Sequence[str]) -> frozenset[str]:
        """As `Around.sources`."""
        return self.ledger.ask(linking.sources, documents, kinds)

    def propositions(self, claims: Iterable[str]) -> frozenset[str]:
        """As `Around.propositions`."""
        return self.ledger.ask(linking.propositions, claims)

    def members(self, propositions: Iterable[str]) -> Mapping[str, tuple[str, str]]:
        """As `Around.members`."""
        return self.ledger.ask(linking.members, propositions)

    def of_story(self, story: str, *, most: int) -> frozenset[str]:
        """As `AroundEvents.of_story`."""
        return self.ledger.ask(linking.of_story, story, most=most)

    def told_in(self, documents: Iterable[str]) -> frozenset[str]:
        """As `AroundEvents.told_in`."""
        return self.ledger.ask(linking.told_in, documents)

    def events_of(self, propositions: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """As `AroundEvents.events_of`."""
        return self.ledger.ask(linking.events_of, propositions)

    def whole_propositions(self, ids: Iterable[str]) -> Sequence[Proposition]:
        """As `AroundEvents.whole_propositions`."""
        return self.ledger.ask(linking.whole_propositions, ids)
