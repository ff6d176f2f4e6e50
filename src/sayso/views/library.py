"""Readings and relations, indexed for the questions that views ask."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from sayso.model import (
    Change,
    Claim,
    Derivation,
    Document,
    Grade,
    OriginCount,
    Reading,
    Relations,
    Span,
)
from sayso.views.records import Citation
from sayso.views.wording import named_voice

TITLE_WORDS = 12


class Library:
    """What the documents say and how they hang together, held in memory for one answer."""

    def __init__(self, readings: Iterable[Reading], relations: Relations, grades: Iterable[Grade] = ()) -> None:
        self.readings = {r.document.id: r for r in sorted(readings, key=_by_date)}
        self.relations = relations
        self.numbers = {id_: n for n, id_ in enumerate(self.readings, start=1)}
        self.claims: dict[str, Claim] = {}
        self.document_of: dict[str, str] = {}
        for reading in self.readings.values():
            for claim in reading.claims:
                self.claims[claim.id] = claim
                self.document_of[claim.id] = reading.document.id
        self.propositions = {p.id: p for p in relations.propositions}
        self.proposition_of = {c: p.id for p in relations.propositions for c in p.claims}
        self.against = frozenset(c for p in relations.propositions for c in p.against)
        self.origins = {o.id: o for o in relations.origins}
        self.origin_of = {c: o for o in relations.origins for c in o.claims}
        self.placed = {d.document: d for d in relations.documents}
        self.grades = {(g.subject, g.scale): g for g in grades}
        self.changes: dict[str, list[Change]] = {}
        for change in relations.changes:
            self.changes.setdefault(change.child, []).append(change)
        self.derived: dict[str, list[Derivation]] = {}
        for derivation in relations.derivations:
            self.derived.setdefault(derivation.right, []).append(derivation)
        self._starts: dict[str, Sequence[int]] = {}

    def document(self, id_: str) -> Document:
        """The document with this id; raises KeyError for one that is not held."""
        return self.readings[id_].document

    def published(self, id_: str) -> date | None:
        """First possible day of its publication."""
        published = self.document(id_).published
        return published.start if published else None

    def changes_of(self, documents: Iterable[str]) -> list[Change]:
        """What these documents changed of those that they were taken from."""
        return [change for id_ in documents for change in self.changes.get(id_, ())]

    def cite(self, document: str, span: Span, claim: str | None = None) -> Citation:
        """The citation of some words of a document."""
        return Citation(
            document=document,
            sentence=self._sentence_at(document, span.start),
            start=span.start,
            end=span.end,
            quote=span.text,
            claim=claim,
        )

    def _sentence_at(self, document: str, at: int) -> int:
        """The number of the sentence that a code point stands in; 0 for none."""
        sentences = self.readings[document].sentences
        if document not in self._starts:
            self._starts[document] = [sentence.start for sentence in sentences]
        number = bisect_right(self._starts[document], at)
        return number if number and at < sentences[number - 1].end else 0

    def cite_claim(self, claim_id: str) -> Citation:
        """The citation of the words that make a claim."""
        return self.cite(self.document_of[claim_id], self.claims[claim_id].content, claim_id)

    def cite_claims(self, claim_ids: Iterable[str], limit: int | None = None) -> tuple[Citation, ...]:
        """Citations of claims, one a document first, so that a long one does not crowd out the others."""
        held = [c for c in dict.fromkeys(claim_ids) if c in self.claims]
        seen: set[str] = set()
        first: list[str] = []
        later: list[str] = []
        for claim in held:
            (later if self.document_of[claim] in seen else first).append(claim)
            seen.add(self.document_of[claim])
        return tuple(self.cite_claim(c) for c in (first + later)[:limit])

    def count_origins(self, claim_ids: Iterable[str]) -> OriginCount:
        """How many independent origins stand behind claims of several propositions together.

        At least: the most that any one proposition has. At most: all distinct known origins, unknown ones not counted.
        Who denies it is none.
        """
        claims = {c for c in claim_ids if c not in self.against}
        known = {o.id for c in claims if (o := self.origin_of.get(c)) and o.kind != "unknown"}
        counts = [self.propositions[p].origins.at_least for p in {self.proposition_of.get(c) for c in claims} if p]
        at_least = min(max(counts, default=0), len(known))
        return OriginCount(at_least=at_least or min(1, len(known)), at_most=len(known))

    def speaker(self, claim_id: str) -> str:
        """Who says it: the voice that it is put down to, the chain in words, or the outlet's own voice."""
        origin = self.origin_of.get(claim_id)
        voice = origin.name if origin and origin.kind not in ("unknown", "own_reporting") else None
        return named_voice(self.claims[claim_id].chain, voice, self.document(self.document_of[claim_id]).outlet)

    def title_of(self, document: Document) -> str:
        """The headline, or the first words of the text."""
        return document.title or " ".join(document.text.split()[:TITLE_WORDS])


def _by_date(reading: Reading) -> tuple[bool, date, str]:
    published = reading.document.published
    return (published is None, published.start if published else date.max, reading.document.id)
