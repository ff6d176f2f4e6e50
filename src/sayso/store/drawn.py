"""The picture of all claims as columns: what each claim puts into it, and what stands behind that.

`sayso.run.drawing` works out the entries of a document's claims, as people left them, after it was read or judged;
`sayso.store.summaries` keeps their origins beside them. Here they are counted, over all time or a part of it.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert

from sayso.model import Document, Factuality
from sayso.model._record import record
from sayso.store import tables
from sayso.store.arrays import NONE, Numbers, distinct, numbered
from sayso.store.load import plain
from sayso.store.terms import Term, term_numbers

ENTRY = np.dtype([("claim", "<u4"), ("facet", "<u4"), ("fold", "<u4"), ("name", "<u4")])
"""A claim (its place among the document's) and numbers of the facet, of the entry without capitals, and as spelled."""
BACKING = np.dtype([("origin", "<u4"), ("known", "?"), ("at_least", "<u4")])
"""A claim's origin (0 for none), whether it is a known one that says so and does not deny it, and the fewest origins of
the claim's proposition (0 of a claim that denies it)."""
FIRMNESS: tuple[Factuality, ...] = get_args(Factuality)
UNSAID = tuple(FIRMNESS.index(firmness) for firmness in ("negated", "counterfactual", "asked"))
"""Numbers of the firmnesses of claims that say of nothing that it is so."""
Mask = NDArray[np.bool_]
"""For each claim, or each entry of one, whether it is meant."""
CLAIMS = 3
"""So many claims of an entry or an edge are named."""


@record
class DrawnClaim:
    """What a claim puts into the picture."""

    id: str
    factuality: Factuality
    entries: tuple[tuple[str, str], ...]
    """Facet and name."""


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


@record
class DrawnFlow:
    """An edge between two entries that claims name together."""

    left_facet: str
    left: str
    right_facet: str
    right: str
    reports: int
    at_least: int
    at_most: int
    claims: tuple[str, ...]
    """Ids of the earliest of its claims."""


def waiting(connection: Connection, drawn_by: str) -> tuple[str, ...]:
    """Ids of documents whose part of the picture is not drawn yet, or drawn from other facets than these."""
    return tuple(sorted({key for (key,) in plain(connection, WAITING, {"by": drawn_by})}))


WAITING = """
SELECT key FROM stale WHERE kind = 'picture' UNION ALL SELECT document FROM drawn_document WHERE drawn_by < :by
UNION ALL SELECT document FROM drawn_document WHERE drawn_by > :by
"""
"""Every reading is noted when it comes, so that documents drawn as they should be are not looked at one by one: which
is why this has no order of its own, for which SQLite would walk through all of them."""


def put(connection: Connection, document: Document, claims: Sequence[DrawnClaim], drawn_by: str) -> None:
    """Write what the claims of a document put into the picture; it waits no longer."""
    held, stale = tables.drawn_document, tables.stale
    words: set[Term] = set()
    for claim in claims:
        for facet, name in claim.entries:
            words |= {("facet", facet), ("picture", name), (f"picture:{facet}", name.casefold())}
    numbers = term_numbers(connection, words)
    entries = {
        (n, numbers["facet", facet], numbers[f"picture:{facet}", name.casefold()]): numbers["picture", name]
        for n, claim in enumerate(claims)
        for facet, name in reversed(claim.entries)
    }
    published = document.published
    row = {
        "document": document.id,
        "drawn_by": drawn_by,
        "first_day": published.start.isoformat() if published else None,
        "day_after": published.end.isoformat() if published else None,
        "claims": json.dumps([claim.id for claim in claims]),
        "firmness": bytes(FIRMNESS.index(claim.factuality) for claim in claims),
        "entries": np.array([(*key, name) for key, name in sorted(entries.items())], ENTRY).tobytes(),
        "backing": b"",
    }
    connection.execute(delete(held).where(held.c.document == document.id))
    connection.execute(insert(held), [row])
    connection.execute(delete(stale).where(stale.c.kind == "picture", stale.c.key == document.id))
    connection.exec_driver_sql("INSERT OR IGNORE INTO stale VALUES ('backing', ?)", (document.id,))


def back(connection: Connection, document: str) -> None:
    """Write beside a document's drawn claims what stands behind each."""
    rows = plain(connection, BEHIND, {"document": document})
    numbers = term_numbers(connection, {("origin", row[1]) for row in rows if row[1]})
    made = [
        (
            numbers["origin", o] if o else 0,
            o is not None and kind != "unknown" and not against,
            0 if against else n or 0,
        )
        for _, o, kind, n, against in rows
    ]
    given = {"document": document, "backing": np.array(made, BACKING).tobytes()}
    connection.exec_driver_sql("UPDATE drawn_document SET backing = :backing WHERE document = :document", given)


BEHIND = """
SELECT one.key, min(origin.id), origin.kind, max(told.origins_at_least),
    max(one.value IN (SELECT value FROM json_each(coalesce(told.against, '[]'))))
FROM drawn_document AS d JOIN json_each(d.claims) AS one
LEFT JOIN origin_claims AS own ON own.value = one.value LEFT JOIN origin ON origin.id = own.origin
LEFT JOIN proposition_claims AS of ON of.value = one.value LEFT JOIN proposition AS told ON told.id = of.proposition
WHERE d.document = :document GROUP BY one.key ORDER BY one.key
"""


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
            chosen += [(facet, entry, name) for entry, name in self._first(own, ranks, limit, offset)]
        words = self._cited([entry for _, entry, _ in chosen])
        return [
            DrawnEntry(
                facet=facet, name=name, reports=int(reports[e]), claims=int(claims[e]), at_least=int(at_least[e]),
                at_most=int(at_most[e]), firmness=tuple(f for n, f in enumerate(FIRMNESS) if firm[e] >> n & 1),
                cited=words[e],
            )
            for facet, e, name in chosen
        ]  # fmt: skip

    def _first(self, entries: Numbers, ranks: Sequence[Numbers], limit: int, offset: int) -> list[tuple[int, str]]:
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

    # --- flows ----------------------------------------------------------------------------------------------------

    def flows(self, drawn: Sequence[str], unsayable: Iterable[Factuality], *, entries: int) -> list[DrawnFlow]:
        """Edges between entries of neighbouring drawn facets: the so many entries of each with most behind their edges.

        Where a claim says nothing of a facet in between, the edge passes over it. Claims of some firmnesses draw none.
        """
        edges = self._edges(*self._pairs(drawn, [FIRMNESS.index(firmness) for firmness in unsayable]))
        weight = np.zeros(len(self), np.int64)
        for end in (edges.left, edges.right):
            np.add.at(weight, end, 100 * edges.at_least + 10 * edges.at_most + edges.reports)
        keys: dict[int, tuple[int, str]] = {}
        for n, facet in enumerate(drawn):
            own = self.facets.get(facet, NONE)
            own = own[weight[own] > 0]
            keys |= {entry: (n, name) for entry, name in self._first(own, (weight[own],), entries, 0)}
        ends = list(zip(edges.left.tolist(), edges.right.tolist(), strict=True))
        shown = [n for n, (left, right) in enumerate(ends) if left in keys and right in keys]
        shown.sort(key=lambda n: (keys[ends[n][0]], keys[ends[n][1]]))
        first = {n: np.sort(edges.claim[edges.of == n])[:CLAIMS].tolist() for n in shown}
        told = self.told([claim for claims in first.values() for claim in claims])
        made = []
        for n in shown:
            (left, left_name), (right, right_name) = keys[ends[n][0]], keys[ends[n][1]]
            made.append(
                DrawnFlow(
                    left_facet=drawn[left], left=left_name, right_facet=drawn[right], right=right_name,
                    reports=int(edges.reports[n]), at_least=int(edges.at_least[n]), at_most=int(edges.at_most[n]),
                    claims=tuple(told[claim].claim for claim in first[n] if claim in told),
                )
            )  # fmt: skip
        return made

    def _edges(self, left: Numbers, right: Numbers, claim: Numbers) -> "Edges":
        """The pairs that claims make, as edges with what stands behind each."""
        many = max(1, len(self))
        codes, of = np.unique(left * many + right, return_inverse=True)
        reports, at_least, at_most = self.behind(of, claim, len(codes))
        return Edges(codes // many, codes % many, reports, at_least, at_most, claim, of)

    def _pairs(self, drawn: Sequence[str], unsayable: Sequence[int]) -> tuple[Numbers, Numbers, Numbers]:
        """Entries left and right, and the claim, of every edge of every claim."""
        place = np.full(len(self), -1, np.int64)
        for n, facet in enumerate(drawn):
            place[self.facets.get(facet, NONE)] = n
        kept = (place[self.of] >= 0) & ~np.isin(self.firmness[self.claim], unsayable)
        of, claim = self.of[kept], self.claim[kept]
        order = np.lexsort((of, place[of], claim))
        of, claim = of[order], claim[order]
        if not len(of):
            return NONE, NONE, NONE
        # Runs of mentions by one claim in one column; each mention is paired with all of the next run of its claim.
        changed = (np.diff(claim) != 0) | (np.diff(place[of]) != 0)
        starts = np.flatnonzero(np.concatenate(([True], changed)))
        sizes = np.diff(np.append(starts, len(of)))
        goes_on = np.append(claim[starts[1:]] == claim[starts[:-1]], False)
        partners = np.repeat(np.where(goes_on, np.append(sizes[1:], 0), 0), sizes)
        begins = np.repeat(np.append(starts[1:], 0), sizes)
        left = np.repeat(np.arange(len(of)), partners)
        within = np.arange(len(left)) - np.repeat(np.cumsum(partners) - partners, partners)
        return of[left], of[np.repeat(begins, partners) + within], claim[left]


class Edges(NamedTuple):
    """Edges of the picture; the last two fields have one item for each claim of an edge."""

    left: Numbers
    """Entry."""
    right: Numbers
    reports: Numbers
    at_least: Numbers
    at_most: Numbers
    claim: Numbers
    of: Numbers
    """The edge of the claim."""


def drawn(
    connection: Connection,
    facets: Mapping[str, bool],
    *,
    of: "Pictured",
    since: date | None,
    until: date | None,
    only: str | None,
    limit: int,
    offset: int,
    entries: int,
    unsayable: Iterable[Factuality],
) -> tuple[list[DrawnEntry], list[DrawnFlow], dict[str, int]]:
    """Rows and flows of the picture, and how many entries each facet has; `facets` says which of them are drawn.

    `of` says whose picture; `only` asks for the rows of one facet and for no flows.
    """
    within = None if of.rest else of.documents
    held = Drawn(connection, {*facets, ALONE, BESIDE}, since=since, until=until, documents=within)
    held.keep(_belonging(held, of))
    rows = held.rows([only] if only else list(facets), limit=limit, offset=offset)
    columns = [name for name, is_drawn in facets.items() if is_drawn]
    flows = [] if only else held.flows(columns, unsayable, entries=entries)
    return rows, flows, {name: len(held.facets.get(name, ())) for name in facets}


ALONE, BESIDE = "picture:alone", "picture:beside"
"""Facets of the claims that fill a picture by themselves, and of those that do beside another claim of their document,
whose number is their name there (`sayso.stages.picture.scope`)."""


@record
class Pictured:
    """Whose picture it is: one drive's, or of what belongs to no drive."""

    claims: frozenset[str] = frozenset()
    """Claims of the drive; those of all drives for the rest."""
    documents: frozenset[str] = frozenset()
    """Where these stand."""
    rest: bool = True
    """Whether what is left beside the drives is asked for."""


def _belonging(held: Drawn, of: Pictured) -> Mask:
    """Which claims fill the picture that is asked for."""
    named = held.places_of(of.claims, of.documents)
    alone = np.zeros(len(named), bool)
    alone[held.claim[np.isin(held.of, held.facets.get(ALONE, NONE))]] = True
    base = alone & ~named if of.rest else named
    beside = held.facets.get(BESIDE, NONE)
    mentions = np.flatnonzero(np.isin(held.of, beside))
    places = np.zeros(max(1, len(held)), np.int64)
    for entry, name in held.names(beside.tolist()).items():
        places[entry] = int(name)
    others = held.firsts[held.document[held.claim[mentions]]] + places[held.of[mentions]]
    found = base.copy()
    found[held.claim[mentions[base[others]]]] = True
    return found


FACETS = "SELECT id FROM term WHERE field = 'facet' AND text IN (SELECT value FROM json_each(:names))"
DRAWN = """
SELECT document, firmness, entries, backing FROM drawn_document
WHERE (:all OR (day_after > :since AND first_day < :until))
AND (:every OR document IN (SELECT value FROM json_each(:keys))) ORDER BY first_day IS NULL, first_day, document
"""
WORDS = "SELECT id, text FROM term WHERE id IN (SELECT value FROM json_each(:ids))"
IDS = "SELECT document, claims FROM drawn_document WHERE document IN (SELECT value FROM json_each(:keys))"
QUOTES = "SELECT id, content_text FROM claim WHERE id IN (SELECT value FROM json_each(:ids))"
ADDED = """
SELECT subject, anchor_text FROM judgement WHERE action = 'add' AND subject IN (SELECT value FROM json_each(:ids))
AND anchor_text IS NOT NULL
"""


class OneEntry(NamedTuple):
    """What a claim puts into the picture."""

    document: str
    claim: str
    facet: str
    name: str


def entries_of(connection: Connection, documents: Iterable[str]) -> list[OneEntry]:
    """What the claims of some documents put into the picture, by document and place in it."""
    given = {"keys": json.dumps(sorted(documents))}
    rows = plain(connection, ENTRIES, given)
    held = [(document, json.loads(ids), np.frombuffer(entries, ENTRY)) for document, ids, entries in rows]
    numbers = {int(n) for *_, entries in held for field in ("facet", "name") for n in np.unique(entries[field])}
    words = dict(plain(connection, WORDS, {"ids": json.dumps(sorted(numbers))}))
    return [
        OneEntry(document, ids[entry["claim"]], words[int(entry["facet"])], words[int(entry["name"])])
        for document, ids, entries in held
        for entry in entries
    ]


ENTRIES = """
SELECT document, claims, entries FROM drawn_document
WHERE document IN (SELECT value FROM json_each(:keys)) ORDER BY document
"""
