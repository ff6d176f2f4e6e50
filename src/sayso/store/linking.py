"""What one more document is related by: look-ups that touch little.

`link_key` holds numbers that stand for shingles, quotations, outlets and claims' features. A number that very many
have leads to the first of them only, as in `sayso.stages.link.texts.signatures`, so no look-up grows with the ledger.
"""

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

import numpy as np
from sqlalchemy import Connection, func, select

from sayso.model import (
    Claim,
    Document,
    DocumentRelation,
    Proposition,
)
from sayso.model.features import Features, Spread
from sayso.store import shape, tables
from sayso.store.load import NOT_OF_CLAIM, conditions, nested, plain, rows

CODES: Mapping[str, int] = {
    "claim": 1, "text": 2, "quotation": 3, "outlet": 4, "cites": 5, "address": 6, "links": 7, "small claim": 8,
}  # fmt: skip
"""Kinds of keys as they are written. A claim with few features is found by one shared key, others by two."""
SMALL = 12
"""Keys below which a claim is a small one."""
COMMON, FIRST = 48, 12
"""A key that more than `COMMON` own leads to the `FIRST` ones only."""


def unrelated(connection: Connection) -> list[str] | None:
    """Documents read since all were related last; None where other things changed, so that all is to be related anew.

    Such are: a reading that was replaced, a person's judgement, a document that was removed, or a ledger related before
    these tables were there.
    """
    ((related_, placed),) = plain(connection, COUNTS)
    since = plain(connection, SINCE)
    if related_ != placed or any(action != "read" or before is not None for action, before in since):
        return None
    return [key for (key,) in plain(connection, NEW)]


LAST = "SELECT coalesce(max(number), 0) FROM custody WHERE action = 'relate'"
SINCE = f"SELECT DISTINCT action, before FROM custody WHERE number > ({LAST}) AND action IN ('read', 'judge', 'remove')"
COUNTS = "SELECT (SELECT count(*) FROM link_document), (SELECT count(*) FROM document_relation)"
NEW = f"""
SELECT DISTINCT d.id FROM custody AS c JOIN document AS d ON d.id = c.subject
WHERE c.number > ({LAST}) AND c.action = 'read'
AND NOT EXISTS (SELECT 1 FROM link_document AS l WHERE l.document = d.id)
ORDER BY d.published_start IS NULL, d.published_start, d.id
"""


def related(connection: Connection) -> int:
    """How many documents are related."""
    return int(connection.execute(select(func.count()).select_from(tables.link_document)).scalar_one())


def forget(connection: Connection) -> None:
    """Empty what documents are found by, to be built anew."""
    for name in ("link_key", "link_document", "link_word"):
        connection.exec_driver_sql(f"DELETE FROM {name}")


def keep(connection: Connection, many_features: Iterable[Features]) -> None:
    """Keep what some documents are found by. Each must have been read, and be kept once only."""
    kinds: dict[int, tuple[array[int], array[int]]] = {code: (array("q"), array("i")) for code in CODES.values()}
    words: Counter[str] = Counter()
    documents = []
    for features in many_features:
        for code, held, owner in _owned(connection, features):
            keys, owned = kinds[code]
            keys.extend(held)
            owned.extend([owner] * len(held))
        words.update(features.words)
        documents.append((features.document,))
    cursor = connection.connection.cursor()
    try:
        for code in sorted(kinds):
            cursor.executemany(PUT_KEY, _in_order(code, *kinds.pop(code)))  # type: ignore[arg-type]  # it takes any rows
        cursor.executemany(PUT_WORD, sorted(words.items()))
        cursor.executemany(PUT_DOCUMENT, documents)
    finally:
        cursor.close()


def _owned(connection: Connection, features: Features) -> Iterator[tuple[int, tuple[int, ...], int]]:
    """Code of the kind, keys, and the row that they belong to."""
    given = {"id": features.document}
    ((row,),) = plain(connection, "SELECT row FROM document WHERE id = :id", given)
    claims = dict(plain(connection, "SELECT id, row FROM claim WHERE document = :id", given))
    for kind, held in features.keys.items():
        yield CODES[kind], held, row
    for claim, held in features.claims.items():
        if claim in claims:  # not one that a person added
            yield CODES["claim" if len(held) >= SMALL else "small claim"], held, claims[claim]


def _in_order(code: int, keys: "array[int]", owned: "array[int]") -> Iterator[tuple[int, int, int]]:
    """Rows of one kind in the order of the table: written so, it grows at its end."""
    if not keys:
        return
    held, owners = np.frombuffer(keys, dtype=np.int64), np.frombuffer(owned, dtype=np.int32)
    order = np.lexsort((owners, held))
    for start in range(0, len(order), PART):
        part = order[start : start + PART]
        yield from zip(repeat(code), held[part].tolist(), owners[part].tolist(), strict=False)


PART = 200_000
PUT_KEY = "INSERT OR IGNORE INTO link_key (kind, key, owner) VALUES (?, ?, ?)"
PUT_WORD = (
    "INSERT INTO link_word (word, documents) VALUES (?, ?) "
    "ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents"
)
PUT_DOCUMENT = "INSERT INTO link_document (document, digest) SELECT document, digest FROM reading WHERE document = ?"

AMONG = "IN (SELECT value FROM json_each(:wanted))"


def listed(values: Iterable[Any]) -> dict[str, str]:
    """Values as one parameter."""
    return {"wanted": json.dumps(sorted(values))}


def outlets(connection: Connection) -> frozenset[str]:
    """Names under which documents were published."""
    return frozenset(name for (name,) in plain(connection, "SELECT DISTINCT outlet FROM document") if name)


def spread(connection: Connection, words: Iterable[str]) -> Spread:
    """In how many documents stems stand."""
    found = plain(connection, WORDS, listed(words))
    return Spread(documents=related(connection), of=dict(found))


WORDS = "SELECT word, documents FROM link_word WHERE word IN (SELECT value FROM json_each(:wanted))"


def owners(connection: Connection, code: int, keys: Sequence[int]) -> Counter[int]:
    """Rows that share keys, with how many."""
    found: Counter[int] = Counter()
    cursor = connection.connection.cursor()
    try:
        for key in keys:
            cursor.execute(OWNERS, (code, key, COMMON + 1))
            held = cursor.fetchall()
            found.update(row for (row,) in (held if len(held) <= COMMON else held[:FIRST]))
    finally:
        cursor.close()
    return found


OWNERS = "SELECT owner FROM link_key WHERE kind = ? AND key = ? ORDER BY owner LIMIT ?"


def documents_by(connection: Connection, kind: str, keys: Sequence[int]) -> dict[str, int]:
    """Documents that share keys, with how many."""
    found = owners(connection, CODES[kind], keys)
    ids = plain(connection, f"SELECT row, id FROM document WHERE row {AMONG}", listed(found))
    return {id_: found[row] for row, id_ in ids}


def claims_by(connection: Connection, keys: Sequence[int]) -> dict[str, int]:
    """Claims that share keys, with how many: two at least, but for claims with few keys."""
    found = owners(connection, CODES["claim"], keys)
    if len(keys) >= SMALL:
        found = Counter({row: count for row, count in found.items() if count >= 2})
    found += owners(connection, CODES["small claim"], keys)
    ids = plain(connection, f"SELECT row, id FROM claim WHERE row {AMONG}", listed(found))
    return {id_: found[row] for row, id_ in ids}


def claims(connection: Connection, ids: Iterable[str]) -> list[tuple[str, Claim]]:
    """Claims with the documents they stand in; without reasons, hedges and layers but conditions."""
    held, wanted = tables.claim.c, sorted(ids)
    of = dict(plain(connection, f"SELECT id, document FROM claim WHERE id {AMONG}", listed(wanted)))
    ids_ = select(held.id).where(held.id.in_(wanted))
    query = select(tables.claim).where(held.id.in_(wanted)).order_by(held.document, held.n)
    found = nested(connection, tables.claim, Claim, query, ids_, without=NOT_OF_CLAIM, kept=conditions)
    return [(of[claim.id], claim) for claim in found]


def documents(connection: Connection, ids: Iterable[str]) -> list[Document]:
    """Documents by their ids, in the order of these; those that are not held are left out."""
    held = tables.document
    found = rows(connection, select(held).where(held.c.id.in_(sorted(ids))).order_by(held.c.id))
    return [shape.rebuild(Document, row) for row in found]


def alike(connection: Connection, words: Sequence[str], *, most: int, outlet: int | None = None) -> list[str]:
    """Documents with most of some words, by the full-text index; of one outlet, where its key is given."""
    if not words:
        return []
    match = " OR ".join(f'"{word}"' for word in words)
    question = ALIKE if outlet is None else ALIKE_OF_OUTLET
    return [id_ for (id_,) in plain(connection, question, {"match": match, "most": most, "key": outlet})]


ALIKE = """
SELECT d.id FROM document_text AS t JOIN document AS d ON d.row = t.rowid
WHERE document_text MATCH :match ORDER BY t.rank LIMIT :most
"""
ALIKE_OF_OUTLET = f"""
SELECT d.id FROM document_text AS t JOIN document AS d ON d.row = t.rowid
JOIN link_key AS k ON k.kind = {CODES["outlet"]} AND k.key = :key AND k.owner = d.row
WHERE document_text MATCH :match ORDER BY t.rank LIMIT :most
"""


def naming(connection: Connection, words: str, *, most: int) -> list[str]:
    """Documents in whose text words stand beside each other."""
    phrase = '"' + words.replace('"', " ") + '"'
    return [id_ for (id_,) in plain(connection, NAMING, {"match": "text : " + phrase, "most": most})]


NAMING = """
SELECT d.id FROM document_text AS t JOIN document AS d ON d.row = t.rowid
WHERE document_text MATCH :match LIMIT :most
"""


def first_of(connection: Connection, outlet: int) -> str | None:
    """The earliest related document of an outlet, by its key."""
    found = plain(connection, FIRST_OF, {"key": outlet})
    return found[0][0] if found else None


FIRST_OF = f"""
SELECT d.id FROM link_key AS k JOIN document AS d ON d.row = k.owner WHERE k.kind = {CODES["outlet"]} AND k.key = :key
ORDER BY d.published_start IS NULL, d.published_start, d.id LIMIT 1
"""


def standing(connection: Connection, documents: Iterable[str]) -> tuple[DocumentRelation, ...]:
    """Where documents stand."""
    held = tables.document_relation
    found = rows(connection, select(held).where(held.c.document.in_(sorted(documents))).order_by(held.c.n))
    return tuple(shape.rebuild(DocumentRelation, row) for row in found)


def group(connection: Connection, clusters: Iterable[str]) -> frozenset[str]:
    """All documents of some clusters."""
    question = f"SELECT document FROM document_relation WHERE cluster {AMONG}"
    return frozenset(id_ for (id_,) in plain(connection, question, listed(clusters)))


def sources(connection: Connection, documents: Iterable[str], kinds: Sequence[str]) -> frozenset[str]:
    """Held documents that these were taken from, by derivations of some kinds."""
    given = listed(documents) | {"kinds": json.dumps(list(kinds))}
    return frozenset(id_ for (id_,) in plain(connection, SOURCES, given))


SOURCES = """
SELECT DISTINCT "left" FROM derivation WHERE "right" IN (SELECT value FROM json_each(:wanted)) AND "left" IS NOT NULL
AND kind IN (SELECT value FROM json_each(:kinds))
"""


def propositions(connection: Connection, claims: Iterable[str]) -> frozenset[str]:
    """The propositions that claims belong to."""
    question = f"SELECT DISTINCT proposition FROM proposition_claims WHERE value {AMONG}"
    return frozenset(id_ for (id_,) in plain(connection, question, listed(claims)))


def members(connection: Connection, wanted: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Claim -> its proposition and its document, for all claims of some propositions."""
    found = plain(connection, MEMBERS, listed(wanted))
    return {claim: (proposition, document) for claim, proposition, document in found}


MEMBERS = """
SELECT of.value, of.proposition, claim.document FROM proposition_claims AS of JOIN claim ON claim.id = of.value
WHERE of.proposition IN (SELECT value FROM json_each(:wanted))
"""


def of_story(connection: Connection, story: str, *, most: int) -> frozenset[str]:
    """Documents on a story; no more than `most`."""
    question = "SELECT document FROM document_relation WHERE story = :story LIMIT :most"
    return frozenset(id_ for (id_,) in plain(connection, question, {"story": story, "most": most}))


def told_in(connection: Connection, documents: Iterable[str]) -> frozenset[str]:
    """The propositions of which documents tell something."""
    question = f"""
SELECT DISTINCT of.proposition FROM claim JOIN proposition_claims AS of ON of.value = claim.id
WHERE claim.document {AMONG}
"""
    return frozenset(id_ for (id_,) in plain(connection, question, listed(documents)))


def placed(connection: Connection) -> list[str]:
    """All documents that are related."""
    return [id_ for (id_,) in plain(connection, "SELECT document FROM document_relation")]


def eventless(connection: Connection) -> list[str]:
    """Related documents that wait to be held against their story for events."""
    question = "SELECT document FROM document_relation WHERE document NOT IN (SELECT document FROM event_document)"
    return [id_ for (id_,) in plain(connection, question)]


def events_of(connection: Connection, wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Events that hold any of some propositions, each with all of its own."""
    found: dict[str, tuple[str, ...]] = {}
    for event, proposition in plain(connection, EVENTS, listed(wanted)):
        found[event] = (*found.get(event, ()), proposition)
    return found


EVENTS = f"""
SELECT happening, value FROM happening_propositions WHERE happening IN (
    SELECT happening FROM happening_propositions WHERE value {AMONG}) ORDER BY happening, n
"""


def whole_propositions(connection: Connection, wanted: Iterable[str]) -> tuple[Proposition, ...]:
    """Propositions by their ids, in the order of these."""
    held, ids = tables.proposition, sorted(wanted)
    chosen = select(held.c.id).where(held.c.id.in_(ids))
    query = select(held).where(held.c.id.in_(ids)).order_by(held.c.id)
    return nested(connection, held, Proposition, query, chosen)
