"""Taking a document out of the ledger, so that none of its words stay in the file.

Decision 22 tells what goes and what stays. All functions but `leftovers` work inside a transaction of their caller.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, select

from sayso.errors import LedgerError
from sayso.model import Document, Relations
from sayso.store import driven, evidence, linking, load, shape, summaries, tables, write
from sayso.store.journal import Removal
from sayso.store.load import plain


def take_out(connection: Connection, document: Document, removal: Removal) -> None:
    """Delete a document with all that was made of it; the chain of custody must say `remove` already.

    What stood between documents goes as a whole, since titles and reasons of other rows can quote it: the ledger is to
    be related anew.
    """
    own = only_here(connection, document.id)
    write.many(connection, tables.removal, [shape.flatten(removal, Removal)])
    given = {"wanted": json.dumps(removal.judgements)}
    connection.exec_driver_sql(f"DELETE FROM judgement WHERE id {AMONG}", given)
    connection.exec_driver_sql(UNNAMED, {"wanted": json.dumps(own["entity"])})
    _forget_relations(connection)
    _forget_names(connection, document)
    connection.execute(delete(tables.document).where(tables.document.c.id == document.id))
    _forget_words(connection)


AMONG = "IN (SELECT value FROM json_each(:wanted))"
UNNAMED = f"UPDATE custody SET subject = 'removed' WHERE action = 'judge' AND subject {AMONG}"


# --- what goes with it ------------------------------------------------------------------------------------------------


def only_here(connection: Connection, document: str) -> dict[str, list[str]]:
    """Ids of rows that stand in a document or rest on it alone, by kind."""
    given = {"document": document}
    return {kind: [id_ for (id_,) in plain(connection, question, given)] for kind, question in ONLY_HERE.items()}


OF_DOCUMENT = "SELECT id FROM claim WHERE document = :document"
RESTING = """
SELECT {parent} FROM {table} WHERE value IN ({own}) EXCEPT SELECT {parent} FROM {table} WHERE value NOT IN ({own})
"""
NAMED = """
SELECT {column} FROM {table} WHERE document = :document AND {column} IS NOT NULL
EXCEPT SELECT {column} FROM {table} WHERE document != :document
"""
ONLY_HERE = {
    "document": "SELECT :document",
    "claim": f"{OF_DOCUMENT} UNION SELECT subject FROM judgement WHERE document = :document AND action = 'add'",
    "attribution": "SELECT id FROM attribution WHERE document = :document",
    "proposition": RESTING.format(parent="proposition", table="proposition_claims", own=OF_DOCUMENT),
    "origin": RESTING.format(parent="origin", table="origin_claims", own=OF_DOCUMENT)
    + " UNION SELECT id FROM origin WHERE document = :document",
    "entity": NAMED.format(column="entity", table="entity_document")
    + " UNION"
    + NAMED.format(column="entity", table="voice_document")
    + " EXCEPT SELECT entity FROM entity_document WHERE document != :document",
}


def judgements_on(connection: Connection, document: str) -> tuple[str, ...]:
    """Ids of the judgements that go with a document: on its rows or what rests on it alone, that say that these are the
    same as others, and that take such judgements back."""
    gone = {id_ for ids in only_here(connection, document).values() for id_ in ids}
    found: set[str] = set()
    while True:
        given = {"document": document, "wanted": json.dumps(sorted(gone | found))}
        more = {id_ for (id_,) in plain(connection, JUDGED, given)}
        if more == found:
            return tuple(sorted(found))
        found = more


JUDGED = f"SELECT id FROM judgement WHERE document = :document OR subject {AMONG} OR value {AMONG}"


# --- leaving nothing --------------------------------------------------------------------------------------------------


def _forget_relations(connection: Connection) -> None:
    """Leave out all that was found between documents."""
    write.put_relations(connection, Relations())
    connection.execute(delete(tables.grade))
    linking.forget(connection)
    driven.forget(connection)


def _forget_names(connection: Connection, document: Document) -> None:
    """Leave out the names under which its file was given: in what runs noted, and what they could not do."""
    if document.evidence is None:
        return
    name = document.evidence.name
    given = {"name": name, "document": document.id}
    connection.exec_driver_sql(NAMED_PROBLEMS, given)
    for key, inputs in plain(connection, "SELECT id, inputs FROM run WHERE instr(inputs, :name)", given):
        kept = ["removed" if value.endswith(name) else value for value in json.loads(inputs)]
        connection.exec_driver_sql(
            "UPDATE run SET inputs = :inputs WHERE id = :id", {"inputs": json.dumps(kept), "id": key}
        )


NAMED_PROBLEMS = """
DELETE FROM problem WHERE "where" IN (:name, :document) OR substr("where", 1, length(:name) + 1) = :name || ' '
"""


def _forget_words(connection: Connection) -> None:
    """Work out anew what holds words apart from the rows that they stand in: full-text indexes, numbers for words,
    names and counts, pictures."""
    for index in ("document_text", "claim_text"):
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    for table in SUMMARIES:
        connection.execute(delete(table))
    connection.exec_driver_sql("DELETE FROM stale")
    connection.exec_driver_sql("INSERT INTO stale SELECT 'picture', document FROM reading")
    summaries.note_all(connection)


SUMMARIES = (
    tables.term, tables.document_cells, tables.document_links, tables.entity_document, tables.entity_total,
    tables.voice_document, tables.voice_total, tables.drawn_document,
)  # fmt: skip


# --- what is known of removed ones ------------------------------------------------------------------------------------


def removals(connection: Connection) -> tuple[Removal, ...]:
    """All removals, oldest first."""
    found = load.rows(connection, select(tables.removal).order_by(tables.removal.c.number))
    return tuple(shape.rebuild(Removal, row) for row in found)


def last_of(connection: Connection, document: str) -> Removal | None:
    """The latest removal of a document, by its id; None where it was never removed."""
    held = tables.removal
    chosen = select(held).where(held.c.document == document).order_by(held.c.number.desc()).limit(1)
    found = load.rows(connection, chosen)
    return shape.rebuild(Removal, found[0]) if found else None


def refuse_removed(connection: Connection, documents: Iterable[str]) -> None:
    """Raise LedgerError where one of some documents was removed while others worked on it: what they found of it is not
    to be written."""
    given = {"wanted": json.dumps(sorted(documents))}
    gone = plain(connection, REMOVED_AMONG, given)
    if gone:
        raise LedgerError(
            f"the document was removed on {gone[0][1][:10]} while it was being related.",
            where=gone[0][0],
            advice="Nothing of it was written. Run `sayso relate` to relate what is left.",
            code="ledger.removed_meanwhile",
        )


REMOVED_AMONG = f"""
SELECT document, at FROM removal WHERE document {AMONG} AND document NOT IN (SELECT id FROM document)
ORDER BY number LIMIT 1
"""


def copies_of(connection: Connection, document: str) -> list[tuple[str, str | None]]:
    """Ids and titles of held documents that are copies, retellings or models of a document: they stay."""
    return [(id_, title) for id_, title in plain(connection, KIN, {"document": document})]


KIN = """
SELECT DISTINCT d.id, d.title FROM derivation AS k JOIN document AS d ON d.id IN (k."left", k."right")
WHERE :document IN (k."left", k."right") AND d.id != :document
ORDER BY d.published_start IS NULL, d.published_start, d.id
"""


def leftovers(connection: Connection, folder: Path) -> list[Path]:
    """Files that hold the bytes of documents that were removed and are not held again."""
    found: list[Any] = plain(connection, GONE)
    places = (evidence.place(folder, sha256) for (sha256,) in found)
    return [place for place in places if place.exists()]


GONE = """
SELECT DISTINCT sha256 FROM removal WHERE sha256 IS NOT NULL
AND sha256 NOT IN (SELECT evidence_sha256 FROM document WHERE evidence_sha256 IS NOT NULL)
"""
