"""The claims of a ledger as columns: filtered, ordered and counted without looking at a row.

SQLite keeps rows, and counts the values of five facets over 100,000 of them in a second at best. So each document's
claims are also kept packed (`store/summaries.py` packs them whenever they change): one cell a claim, in the order of
the text, with a number in place of every word. Put together, these answer any filter within milliseconds and without
a copy in memory between two questions. `claim.row` leads back to the rows that are shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from sayso.store import judged, tables
from sayso.store.arrays import distinct
from sayso.store.asked import ClaimFilter, Facet, Order, Review
from sayso.store.load import plain

CELL = np.dtype(
    [
        ("row", "<i8"), ("event_type", "<u4"), ("factuality", "<u4"), ("sort", "<u4"),
        ("start", "<i4"), ("end", "<i4"), ("confidence", "<f8"),
    ]
)  # fmt: skip
"""A claim: its row, numbers of its words (`term`), first day and the day after its last one as day numbers, and how
sure the reader is of it."""
LINK = np.dtype([("claim", "<u4"), ("term", "<u4")])
"""A claim (its place in the document) has a term, each once."""
GRADES = np.dtype([("credibility", "u1"), ("reliability", "u1")])
"""A claim's grades as the codes of their characters, 0 for none."""
OPEN_START, OPEN_END = -(2**31), 2**31 - 1
"""Days of a period that has no beginning or no end. One who has no period has them the other way round, so that no
time that is asked for overlaps it."""
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Documents:
    """The documents that have claims, by day of publication, undated ones last."""

    outlets: list[str | None]
    lengths: NDArray[np.int64]
    """Claims in each."""
    published: list[str | None]
    """First possible day of each, ISO."""
    place: dict[str, int]
    """Document id -> its place here."""


class Columns:
    """All claims by day of publication, document and place in it; a question loads only the columns that it needs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        found = plain(connection, CELLS)
        self.cells: NDArray[Any] = np.frombuffer(b"".join(row[3] for row in found), CELL)
        self.documents = Documents(
            outlets=[row[1] for row in found],
            lengths=np.array([len(row[3]) // CELL.itemsize for row in found], np.int64),
            published=[row[2] for row in found],
            place={row[0]: n for n, row in enumerate(found)},
        )
        self.grades: NDArray[Any] = np.frombuffer(b"".join(row[4] for row in found), GRADES)
        """For each claim its grades."""
        self._links: dict[str, tuple[NDArray[np.int64], NDArray[np.int64]]] = {}

    def __len__(self) -> int:
        return len(self.cells)

    @cached_property
    def document(self) -> NDArray[np.int64]:
        """For each claim the place of its document."""
        return np.repeat(np.arange(len(self.documents.lengths)), self.documents.lengths)

    @cached_property
    def firsts(self) -> NDArray[np.int64]:
        """For each document the number of its first claim."""
        return np.concatenate(([0], np.cumsum(self.documents.lengths)[:-1])).astype(np.int64)

    def links(self, field: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Numbers of claims, and beside each the number of a term that it has in this field."""
        if field not in self._links:
            found = plain(self._connection, LINKS, {"field": field})
            pairs = np.frombuffer(b"".join(row[1] for row in found), LINK)
            first = self.firsts[np.array([self.documents.place[row[0]] for row in found], np.int64)]
            starts = np.repeat(first, [len(row[1]) // LINK.itemsize for row in found])
            self._links[field] = (pairs["claim"] + starts).astype(np.int64), pairs["term"].astype(np.int64)
        return self._links[field]

    # --- which claims ---------------------------------------------------------------------------------------------

    def mask(self, wanted: ClaimFilter) -> Mask:
        """For each claim whether the filter asks for it."""
        kept = self._scalars(wanted)
        if wanted.outlet:
            like = wanted.outlet.lower()
            kept &= np.array([like in (o or "").lower() for o in self.documents.outlets], bool)[self.document]
        if wanted.text:
            kept &= self.among(self._search(wanted.text))
        if wanted.actor:
            named = self.having("actor", self._like("actor", wanted.actor))
            kept &= named | self.with_terms("entity", (wanted.actor, *wanted.merged))
        if wanted.place:
            kept &= self._place(wanted.place)
        if wanted.source:
            named = self.having("source", self._like("source", wanted.source))
            kept &= named | self.with_terms("source_kind", (wanted.source,))
        if wanted.reviewed:
            kept &= self.reviewed()[wanted.reviewed]
        return kept

    def with_terms(self, field: str, texts: Iterable[str]) -> Mask:
        """For each claim whether it has one of some terms."""
        return self.having(field, self._terms(field, texts))

    def used(self, field: str) -> set[int]:
        """Numbers of the terms that some claim has."""
        return set(np.flatnonzero(np.bincount(self.links(field)[1])).tolist())

    def counts(self, field: str, groups: Sequence[Iterable[int]]) -> list[tuple[int, int]]:
        """How many claims, in how many documents, have one of each group of terms; a term is in one group at most."""
        coded = {term: n for n, terms in enumerate(groups) for term in terms}
        claims, held = self.links(field)
        group = np.full(max(int(held.max()) if len(held) else 0, *coded, 0) + 1, -1, np.int64)
        group[list(coded)] = list(coded.values())
        kept = group[held] >= 0
        of, claims = group[held[kept]], claims[kept]
        in_claims, in_documents = distinct(of, claims, len(groups)), distinct(of, self.document[claims], len(groups))
        return list(zip(in_claims.tolist(), in_documents.tolist(), strict=True))

    def _scalars(self, wanted: ClaimFilter) -> Mask:
        """What the cells alone tell."""
        cells, kept = self.cells, np.ones(len(self.cells), bool)
        if wanted.event_type:
            kept &= np.isin(cells["event_type"], self._terms("event_type", (wanted.event_type.upper(),)))
        if wanted.factuality:
            kept &= np.isin(cells["factuality"], self._terms("factuality", (wanted.factuality,)))
        for field, grade in (("credibility", wanted.credibility), ("reliability", wanted.reliability)):
            if grade:
                kept &= self.grades[field] == ord(grade)
        if wanted.document:
            kept &= self.document == self.documents.place.get(wanted.document, -1)
        if wanted.until:
            kept &= cells["start"] < wanted.until.toordinal()
        if wanted.since:
            kept &= cells["end"] > wanted.since.toordinal()
        return kept

    def having(self, field: str, terms: list[int]) -> Mask:
        """Whether a claim has one of some terms."""
        kept = np.zeros(len(self.cells), bool)
        if not terms:
            return kept
        claims, held = self.links(field)
        if len(held):
            wanted = np.zeros(max(int(held.max()), *terms) + 1, bool)
            wanted[terms] = True
            kept[claims[wanted[held]]] = True
        return kept

    def among(self, rows: Iterable[int]) -> Mask:
        """Whether a claim's row is among some."""
        wanted = np.fromiter(rows, np.int64)
        if not len(wanted) or not len(self.cells):
            return np.zeros(len(self.cells), bool)
        held = np.zeros(max(int(wanted.max()), int(self.cells["row"].max())) + 1, bool)
        held[wanted] = True
        found: Mask = held[self.cells["row"]]
        return found

    def _search(self, words: str) -> Iterable[int]:
        """Rows of the claims in which all the words stand, by the full-text index."""
        return (row for (row,) in plain(self._connection, *matching("claim", words)))

    def _terms(self, field: str, texts: Iterable[str]) -> list[int]:
        """Numbers of some terms of a field."""
        held = tables.term.c
        asked = select(held.id).where(held.field == field, held.text.in_(tuple(texts)))
        return list(self._connection.execute(asked).scalars())

    def _like(self, field: str, words: str) -> list[int]:
        """Numbers of the terms of a field that have some words in them; A to Z as a to z."""
        escaped = words.replace("/", "//").replace("%", "/%").replace("_", "/_")
        return [term for (term,) in plain(self._connection, LIKE, {"field": field, "like": f"%{escaped}%"})]

    def _place(self, words: str) -> Mask:
        """Whether a claim has a place with this GeoNames id, country's code, or part of a name."""
        if words.isdigit():
            return self.with_terms("geonames", (words,))
        if len(words) == 2 and words.isupper():
            return self.with_terms("country", (words,))
        return self.having("place", self._like("place", words))

    def reviewed(self) -> dict[Review, Mask]:
        """For each way of having been judged, whether a claim was."""
        rows = judged.rows_by_review(self._connection)
        kept: dict[Review, Mask] = {way: self.among(found) for way, found in rows.items()}
        return kept | {"unreviewed": ~kept["reviewed"]}

    # --- in which order, and how many -----------------------------------------------------------------------------

    def page(self, kept: Mask, wanted: ClaimFilter) -> list[int]:
        """Rows of the claims on the page that is asked for."""
        chosen = self.ordered(kept, wanted.order)
        return self.cells["row"][chosen[wanted.offset : wanted.offset + wanted.limit]].tolist()  # type: ignore[no-any-return]

    def ordered(self, kept: Mask, order: Order) -> NDArray[np.int64]:
        """Numbers of the claims that were kept, in order; ties by day, document and place in it."""
        chosen = np.flatnonzero(kept)
        if order == "newest":
            days = np.array(
                [-date.fromisoformat(d).toordinal() if d else 1 for d in self.documents.published], np.int64
            )
            return chosen[np.argsort(days[self.document[chosen]], kind="stable")]
        if order in ("surest", "least_sure"):
            sure = self.cells["confidence"][chosen]
            return chosen[np.argsort(-sure if order == "surest" else sure, kind="stable")]
        if order == "type":
            types = self.cells["event_type"][chosen]
            names = sorted(self._words(np.flatnonzero(np.bincount(types)).tolist()).items(), key=lambda term: term[1])
            rank = np.zeros(max((term for term, _ in names), default=0) + 1, np.int64)
            rank[[term for term, _ in names]] = np.arange(len(names))
            return chosen[np.argsort(rank[types], kind="stable")]
        return chosen

    def facet(self, name: Facet, kept: Mask, limit: int) -> list[tuple[str, int]]:
        """The most frequent values among the claims that were kept, with the number of claims of each."""
        if name == "outlet":
            return self._outlets(kept, limit)
        if name in ("credibility", "reliability"):
            return self._graded(name, kept)
        if name in ("event_type", "factuality", "sort"):
            terms = self.cells[name][kept]
        else:
            claims, held = self.links(name)
            terms = held[kept[claims]]
        counts = np.bincount(terms) if len(terms) else np.zeros(0, np.int64)
        words = self._words(np.flatnonzero(counts).tolist())
        return _most(((word, int(counts[term])) for term, word in words.items()), limit)

    def _outlets(self, kept: Mask, limit: int) -> list[tuple[str, int]]:
        by_document = np.bincount(self.document[kept], minlength=len(self.documents.outlets)).tolist()
        counts: dict[str, int] = {}
        for outlet, claims in zip(self.documents.outlets, by_document, strict=True):
            if outlet is not None and claims:
                counts[outlet] = counts.get(outlet, 0) + claims
        return _most(counts.items(), limit)

    def _graded(self, name: Facet, kept: Mask) -> list[tuple[str, int]]:
        """Grades from the best on: there are six at most."""
        counts = np.bincount(self.grades[name][kept], minlength=1)
        return [(chr(code), int(counts[code])) for code in np.flatnonzero(counts).tolist() if code]

    def _words(self, terms: list[int]) -> dict[int, str]:
        held = tables.term.c
        found = self._connection.execute(select(held.id, held.text).where(held.id.in_(terms)))
        return {row[0]: row[1] for row in found}


def _most(counts: Iterable[tuple[str, int]], limit: int) -> list[tuple[str, int]]:
    return sorted(counts, key=lambda held: (-held[1], held[0]))[:limit]


CELLS = """
SELECT document, outlet, published, cells, grades FROM document_cells
ORDER BY published IS NULL, published, document
"""
LIKE = "SELECT id FROM term WHERE field = :field AND text LIKE :like ESCAPE '/'"
LINKS = "SELECT document, links FROM document_links WHERE field = :field"


def matching(table: str, words: str) -> tuple[str, dict[str, str]]:
    """The question for the rows of a searched table that hold all the words, given in any order."""
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    return f"SELECT rowid FROM {table}_text WHERE {table}_text MATCH :words", {"words": quoted}
