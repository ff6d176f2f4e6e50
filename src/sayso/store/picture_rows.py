"""What each claim puts into the picture, and what stands behind it, as rows a document."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

import numpy as np
from sqlalchemy import Connection, delete, insert

from sayso.model import Document, Factuality
from sayso.model._record import record
from sayso.store import tables
from sayso.store.load import plain
from sayso.store.terms import Term, term_numbers

ENTRY = np.dtype([("claim", "<u4"), ("facet", "<u4"), ("fold", "<u4"), ("name", "<u4")])
"""A claim (its place among the document's) and numbers of the facet, of the entry without capitals, and as spelled."""
BACKING = np.dtype([("origin", "<u4"), ("known", "?"), ("at_least", "<u4")])
"""A claim's origin (0 for none), whether it is a known one that says so and does not deny it, and the fewest origins of
the claim's proposition (0 of a claim that denies it)."""
FIRMNESS: tuple[Factuality, ...] = get_args(Factuality)


@record
class DrawnClaim:
    """What a claim puts into the picture."""

    id: str
    factuality: Factuality
    entries: tuple[tuple[str, str], ...]
    """Facet and name."""


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
WORDS = "SELECT id, text FROM term WHERE id IN (SELECT value FROM json_each(:ids))"
IDS = "SELECT document, claims FROM drawn_document WHERE document IN (SELECT value FROM json_each(:keys))"


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


def joined_to(connection: Connection, documents: Iterable[str], facet: str) -> dict[str, set[str]]:
    """Claim -> claims of its document beside which it fills the picture (`sayso.store.pictured.BESIDE`)."""
    given = {"keys": json.dumps(sorted(documents))}
    found: dict[str, set[str]] = {}
    held = [(json.loads(ids), np.frombuffer(entries, ENTRY)) for _, ids, entries in plain(connection, ENTRIES, given)]
    numbers = {int(n) for _, entries in held for field in ("facet", "name") for n in np.unique(entries[field])}
    words = dict(plain(connection, WORDS, {"ids": json.dumps(sorted(numbers))}))
    for ids, entries in held:
        for entry in entries:
            if words[int(entry["facet"])] == facet:
                found.setdefault(ids[entry["claim"]], set()).add(ids[int(words[int(entry["name"])])])
    return found


ENTRIES = """
SELECT document, claims, entries FROM drawn_document
WHERE document IN (SELECT value FROM json_each(:keys)) ORDER BY document
"""
