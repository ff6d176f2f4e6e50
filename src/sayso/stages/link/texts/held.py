"""The documents at hand with what is worked out of each text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol

from sayso.model import Attribution, Change, Derivation, Document, DocumentRelation, Quotation, Reading
from sayso.model._record import record
from sayso.stages.link.kept import kept
from sayso.stages.link.memory import Memory, once
from sayso.stages.link.packed import bare_reading
from sayso.stages.link.texts.align import Alignment
from sayso.stages.link.texts.citations import Citation, find_citations, find_mentions
from sayso.stages.link.texts.credits import EDGES, Credit, credits_of, has_alike, put_there, was_there
from sayso.stages.link.texts.lineage import Dated, Edge, Parent, is_before
from sayso.stages.link.texts.outlets import names_in, outlet_key
from sayso.stages.link.texts.words import Words, words_of


@record
class DocumentLinks:
    """What `link_documents` gives."""

    documents: tuple[DocumentRelation, ...]
    """Where each document stands, in the order of dates."""
    derivations: tuple[Derivation, ...]
    changes: tuple[Change, ...]


class Held:
    """Documents in the order of their dates, with what has been worked out about each. Lives only inside `link`."""

    def __init__(
        self,
        documents: Iterable[Document],
        readings: Mapping[str, Reading] | None = None,
        outlets: frozenset[str] = frozenset(),
        memory: Memory | None = None,
    ) -> None:
        self.memory = memory
        self.documents = sorted(documents, key=by_date)
        self.number = {document.id: n for n, document in enumerate(self.documents)}
        self.words: list[Words] = [once(memory, ("words", d.id), partial(words_of, d)) for d in self.documents]
        self.quotations: dict[str, Sequence[Quotation]] = {}
        names = names_in(self.documents) | outlets
        self.heard: list[frozenset[str]] = []
        """Names of the persons whose words a document gives."""
        self.citations: list[tuple[Citation, ...]] = []
        for document in self.documents:
            reading = bare_reading(readings, document.id) if readings else None
            spoken = reading.attributions if reading else ()
            self.quotations[document.id] = reading.quotations if reading else ()
            self.heard.append(_heard(spoken))
            self.citations.append(find_citations(document, spoken, held=names))
        self.mentions: list[tuple[Citation, ...]] = [
            find_mentions(document, names, found)
            for document, found in zip(self.documents, self.citations, strict=True)
        ]
        """Outlets at hand that a document names without citing them in one of the usual forms."""
        self.keys = [outlet_key(document.outlet) if document.outlet else None for document in self.documents]
        self.of_outlet: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self.keys):
            if key is not None:
                self.of_outlet[key].append(number)
        self.first_cited: dict[str, date] = {}
        for document, citations in zip(self.documents, self.citations, strict=True):
            for citation in citations if document.published else ():
                self.first_cited.setdefault(citation.key, document.published.start)  # type: ignore[union-attr]
        self.alignments: dict[Edge, Alignment] = {}
        self.parents: dict[int, Parent] = {}
        self.seconds: dict[int, int] = {}
        """Number of a copy -> the document that passages of it come from which its parent does not have."""

    def cites(self, right: int, left: int) -> bool:
        """Whether a document names another one's outlet in its opening or closing words."""
        outlet = self.documents[left].outlet
        if outlet is None or outlet == self.documents[right].outlet:
            return False
        key, size = outlet_key(outlet), len(self.documents[right].text)
        return any(c.key == key and (c.span.start < EDGES or c.span.end > size - EDGES) for c in self.citations[right])

    def credited(self, right: int, choices: Sequence[int]) -> tuple[frozenset[int], frozenset[int]]:
        """Of some documents, those whose outlet a document credits, and those that have such a credit to the letter."""
        own = self.keys[right]
        keys = {n: key for n in choices if (key := self.keys[n]) is not None and key != own}
        put = put_there(self._credits(right), frozenset(keys.values()))
        to = {each.key for each in put}
        named = frozenset(n for n, key in keys.items() if key in to and not self._found_before(n, put, choices))
        return named, frozenset(n for n in choices if put and has_alike(self._credits(n), put))

    def _found_before(self, left: int, put: Sequence[Credit], choices: Sequence[int]) -> bool:
        """Whether a credit to a document's outlet stood in one of some documents before that document was there."""
        to = [each for each in put if each.key == self.keys[left]]
        older = (n for n in choices if n != left and is_before(self.documents[n], self.documents[left]))
        return any(was_there(self.documents[n].text, self.citations[n], to) for n in older)

    def _credits(self, number: int) -> tuple[Credit, ...]:
        return credits_of(self.documents[number].text, self.citations[number])

    def let_go(self) -> None:
        """Forget the words, once copies, retellings and changes are found: of an alignment, only which word stands
        where is looked at after that, and the words of a hundred thousand documents are half a gigabyte."""
        self.words = [replace(words, tokens=(), ends=(), sentences=()) for words in self.words]
        for left, right in list(self.alignments):
            laid = self.alignments[left, right] = copy(self.alignments[left, right])  # the memory keeps its own
            laid.left, laid.right, laid.blocks = self.words[left], self.words[right], []

    def oddness(self, number: int) -> float:
        """Share of words that look misprinted."""
        tokens = self.words[number].tokens
        return sum(map(is_odd, tokens)) / max(len(tokens), 1)


def _heard(spoken: Iterable[Attribution]) -> frozenset[str]:
    """Names of the persons whose words these are."""
    voices = (each.chain[-1] for each in spoken if each.chain)
    return kept(frozenset(voice.name for voice in voices if voice.kind == "named_person"))


class DatedById(Dated, Protocol):
    """Something published, with an id."""

    @property
    def id(self) -> str:
        """Document id."""


def by_date(document: DatedById) -> tuple[int, str]:
    """Sort key: first possible day of publication, unknown days last; then the id."""
    return (document.published.start.toordinal() if document.published else 10**7, document.id)


ODD = re.compile(
    r"(?=.*\d)(?=.*[a-z])(?!\d+(?:st|nd|rd|th|s|m|k|bn|km|mm|am|pm|million|billion)$).*|[bcdfghj-np-tv-z]{4,}|[b-hj-z]"
)


def is_odd(token: str) -> bool:
    """Whether a word looks like a misprint: digits among letters, no vowel, a single letter.

    >>> [w for w in ("soluti0ns", "10th", "the", "l", "nthn") if is_odd(w)]
    ['soluti0ns', 'l', 'nthn']
    """
    return ODD.fullmatch(token) is not None
