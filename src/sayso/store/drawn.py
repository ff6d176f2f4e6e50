"""The picture of all claims as columns: what each claim puts into it, and what stands behind that.

`sayso.run.drawing` works out the entries of a document's claims, as people left them, after it was read or judged
(`picture_rows`); `sayso.store.summaries` keeps their origins beside them. Here they are counted, over all time or a
part of it.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from sayso.model import Factuality
from sayso.model._record import record
from sayso.store.arrays import NONE, Numbers, distinct, numbered
from sayso.store.load import plain
from sayso.store.picture_rows import BACKING, ENTRY, FIRMNESS, IDS

UNSAID = tuple(FIRMNESS.index(firmness) for firmness in ("negated", "counterfactual", "asked"))
"""Numbers of the firmnesses of claims that say of nothing that it is so."""
Mask = NDArray[np.bool_]
"""For each claim, or each entry of one, whether it is meant."""
CLAIMS = 3
"""So many claims of an entry or an edge are named."""


@record
class Cited:
    """Words that an entry rests on."""

    document: str
    claim: str
    quote: str


@record
class DrawnEntry:
    """One entry of the picture: a recruiter, a pool, a channel, ..."""

    facet: str
    name: str
    """As the earliest claim spells it."""
    reports: int
    """Documents that say so."""
    claims: int
    """Claims that say so."""
    at_least: int
    at_most: int
    """Bounds of its independent origins."""
    firmness: tuple[Factuality, ...]
    """Every firmness with which it is said."""
    cited: tuple[Cited, ...]
    """Some of the words, one a document first."""


class Drawn:
    """The picture of the documents published in a time, as columns; claims by day, document and place in it.

    Only entries of the given facets are held: the map's are as many as all others.
    """

    def __init__(
        self,
        connection: Connection,
        facets: Iterable[str],
        *,
        since: date | None,
        until: date | None,
        documents: Collection[str] | None = None,
    ) -> None:
        self._connection = connection
        found = plain(
            connection,
            DRAWN,
            {"since": since.isoformat() if since else "", "until": until.isoformat() if until else "~",
             "all": since is None and until is None, "every": documents is None,
             "keys": json.dumps(sorted(documents or ()))},
        )  # fmt: skip
        self.documents = [row[0] for row in found]
        lengths = [len(row[1]) for row in found]
        self.firmness = np.frombuffer(b"".join(row[1] for row in found), np.uint8)
        self.firsts: Numbers = np.cumsum([0, *lengths])
        self.document = np.repeat(np.arange(len(found)), lengths)
        self.backing = np.frombuffer(
            b"".join(r[3] if len(r[3]) == BACKING.itemsize * n else bytes(BACKING.itemsize * n)
                     for r, n in zip(found, lengths, strict=True)),
            BACKING,
        )  # fmt: skip
        self.entries = np.frombuffer(b"".join(row[2] for row in found), ENTRY)
        counts = [len(row[2]) // ENTRY.itemsize for row in found]
        self.claim: Numbers = self.entries["claim"] + np.repeat(self.firsts[:-1], counts)
        """For each entry of a claim the claim's number."""
        self._keep(np.isin(self.entries["facet"], self._facet_terms(facets)))

    def _keep(self, entries: Mask) -> None:
        self.entries, self.claim = self.entries[entries], self.claim[entries]
        self.first, self.of = numbered(self.entries["fold"])
        """For each entry of the picture its first mention, and for each mention the entry."""
        self.__dict__.pop("facets", None)  # it is worked out from these

    def keep(self, claims: Mask) -> None:
        """Leave out what other claims put into the picture."""
        self._keep(claims[self.claim])

    def __len__(self) -> int:
        return len(self.first)

    def _facet_terms(self, facets: Iterable[str]) -> list[int]:
        return [row[0] for row in plain(self._connection, FACETS, {"names": json.dumps(list(facets))})]

    def behind(self, group: Numbers, claim: Numbers, many: int) -> tuple[Numbers, Numbers, Numbers]:
        """For each of `many` groups of claims: documents, and at least and at most how many independent origins.

        At least: the most that any one proposition of theirs has. At most: their distinct known origins. Who denies a
        thing is no origin of it, and no report where another one makes it.
        """
        reports = self._reports(group, claim, many)
        known = self.backing["known"][claim]
        at_most = distinct(group[known], self.backing["origin"][claim[known]].astype(np.int64), many)
        fewest = np.zeros(many, np.int64)
        np.maximum.at(fewest, group, self.backing["at_least"][claim].astype(np.int64))
        at_least = np.minimum(fewest, at_most)
        return reports, np.where(at_least == 0, np.minimum(1, at_most), at_least), at_most

    def _reports(self, group: Numbers, claim: Numbers, many: int) -> Numbers:
        """For each group how many documents say so; how many deny it or ask where none does."""
        says = ~np.isin(self.firmness[claim], UNSAID)
        saying = distinct(group[says], self.document[claim[says]], many)
        return np.where(saying > 0, saying, distinct(group, self.document[claim], many))

    def names(self, entries: Iterable[int]) -> dict[int, str]:
        """Entry -> how its earliest claim spells it."""
        wanted = list(entries)
        terms = dict(zip(wanted, self.entries["name"][self.first[wanted]].tolist(), strict=True)) if wanted else {}
        words = self._words(terms.values())
        return {entry: words[term] for entry, term in terms.items()}

    def places_of(self, claims: Collection[str], documents: Collection[str]) -> Mask:
        """Which claims are among these, that stand in some documents."""
        at = {document: n for n, document in enumerate(self.documents)}
        found = np.zeros(len(self.firmness), bool)
        for document, ids in plain(self._connection, IDS, {"keys": json.dumps(sorted(documents))}):
            if document in at:
                first = int(self.firsts[at[document]])
                found[[first + n for n, id_ in enumerate(json.loads(ids)) if id_ in claims]] = True
        return found

    def _words(self, terms: Iterable[int]) -> dict[int, str]:
        given = {"ids": json.dumps(sorted(set(terms)))}
        return dict(
            plain(self._connection, "SELECT id, text FROM term WHERE id IN (SELECT value FROM json_each(:ids))", given)
        )

    @cached_property
    def facets(self) -> dict[str, Numbers]:
        """Facet -> its entries."""
        of = self.entries["facet"][self.first]
        return {
            name: np.flatnonzero(of == term)
            for term, name in self._words(np.flatnonzero(np.bincount(of)).tolist()).items()
        }

    # --- rows -----------------------------------------------------------------------------------------------------

    def rows(self, facets: Sequence[str], *, limit: int, offset: int = 0) -> list[DrawnEntry]:
        """Entries of some facets, most independent origins first, so many of each."""
        reports, at_least, at_most = self.behind(self.of, self.claim, len(self))
        claims = np.bincount(self.of, minlength=len(self))
        firm = np.zeros(len(self), np.int64)
        np.bitwise_or.at(firm, self.of, 1 << self.firmness[self.claim].astype(np.int64))
        chosen: list[tuple[str, int, str]] = []
        for facet in facets:
            own = self.facets.get(facet, NONE)
            ranks = (reports[own], at_most[own], at_least[own])
            chosen += [(facet, entry, name) for entry, name in self.first_of(own, ranks, limit, offset)]
        words = self._cited([entry for _, entry, _ in chosen])
        return [
            DrawnEntry(
                facet=facet, name=name, reports=int(reports[e]), claims=int(claims[e]), at_least=int(at_least[e]),
                at_most=int(at_most[e]), firmness=tuple(f for n, f in enumerate(FIRMNESS) if firm[e] >> n & 1),
                cited=words[e],
            )
            for facet, e, name in chosen
        ]  # fmt: skip

    def first_of(self, entries: Numbers, ranks: Sequence[Numbers], limit: int, offset: int) -> list[tuple[int, str]]:
        """A page of entries with their names: highest ranks first (the last rank counts most), ties by name.

        Names are looked up only for those that could be on the page.
        """
        order = np.lexsort([-rank for rank in ranks])
        end = min(offset + limit, len(order))
        if end:
            last = order[end - 1]
            tied = np.all([rank == rank[last] for rank in ranks], axis=0)
            order = order[: max(end, int(np.flatnonzero(tied[order]).max()) + 1)]
        names = self.names(entries[order].tolist())
        keyed = sorted((*(-int(rank[at]) for rank in reversed(ranks)), names[int(entries[at])], at) for at in order)
        return [(int(entries[at]), names[int(entries[at])]) for *_, at in keyed[offset:end]]

    def _cited(self, entries: Sequence[int]) -> dict[int, tuple[Cited, ...]]:
        """The first words behind some entries, one a document first."""
        order = np.argsort(self.of, kind="stable")
        bounds = np.cumsum(np.bincount(self.of, minlength=len(self)))
        picked: dict[int, list[int]] = {}
        for entry in entries:
            claims = self.claim[order[(bounds[entry - 1] if entry else 0) : bounds[entry]]]
            new = np.concatenate(([True], np.diff(self.document[claims]) > 0))
            picked[entry] = [*claims[new][:CLAIMS].tolist(), *claims[~new][:CLAIMS].tolist()][:CLAIMS]
        told = self.told([claim for claims in picked.values() for claim in claims])
        return {entry: tuple(told[c] for c in claims if c in told) for entry, claims in picked.items()}

    def told(self, claims: Iterable[int]) -> dict[int, Cited]:
        """Claims with their words; those that are no longer there are left out."""
        wanted = {claim: int(self.document[claim]) for claim in claims}
        keys = json.dumps(sorted({self.documents[at] for at in wanted.values()}))
        held = {key: json.loads(ids) for key, ids in plain(self._connection, IDS, {"keys": keys})}
        ids = {c: held[self.documents[at]][c - int(self.firsts[at])] for c, at in wanted.items()}
        given = {"ids": json.dumps(sorted(ids.values()))}
        quotes = dict(plain(self._connection, ADDED, given)) | dict(plain(self._connection, QUOTES, given))
        return {
            c: Cited(document=self.documents[wanted[c]], claim=key, quote=quotes[key])
            for c, key in ids.items()
            if key in quotes
        }


FACETS = "SELECT id FROM term WHERE field = 'facet' AND text IN (SELECT value FROM json_each(:names))"
DRAWN = """
SELECT document, firmness, entries, backing FROM drawn_document
WHERE (:all OR (day_after > :since AND first_day < :until))
AND (:every OR document IN (SELECT value FROM json_each(:keys))) ORDER BY first_day IS NULL, first_day, document
"""
QUOTES = "SELECT id, content_text FROM claim WHERE id IN (SELECT value FROM json_each(:ids))"
ADDED = """
SELECT subject, anchor_text FROM judgement WHERE action = 'add' AND subject IN (SELECT value FROM json_each(:ids))
AND anchor_text IS NOT NULL
"""
