"""Where claims stand, for citations: document, place and number of the sentence."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection

from sayso.store.load import plain


class Place(NamedTuple):
    """The words that make a claim."""

    document: str
    start: int
    """First code point in the document's text."""
    end: int
    """First code point after them."""
    quote: str


def places(connection: Connection, claims: Iterable[str]) -> dict[str, Place]:
    """Where claims stand, those that people added too; ids that are not held are left out."""
    given = {"wanted": json.dumps(sorted(set(claims)))}
    return {key: Place(*rest) for question in (ADDED, READ) for key, *rest in plain(connection, question, given)}


READ = """
SELECT id, document, content_start, content_end, content_text FROM claim
WHERE id IN (SELECT value FROM json_each(:wanted))
"""
ADDED = """
SELECT subject, document, anchor_start, anchor_end, anchor_text FROM judgement
WHERE action = 'add' AND subject IN (SELECT value FROM json_each(:wanted)) AND anchor_text IS NOT NULL
"""


def sentences(connection: Connection, documents: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Bounds of the sentences of some documents, in their order."""
    given = {"wanted": json.dumps(sorted(set(documents)))}
    return {
        key: [(one["start"], one["end"]) for one in json.loads(held)]
        for key, held in plain(connection, SENTENCES, given)
    }


SENTENCES = "SELECT document, sentences FROM reading WHERE document IN (SELECT value FROM json_each(:wanted))"


def documents_of(connection: Connection) -> dict[str, str]:
    """Claim -> its document, for all claims."""
    added = "SELECT subject, document FROM judgement WHERE action = 'add' AND document IS NOT NULL"
    return dict(plain(connection, f"{added} UNION ALL SELECT id, document FROM claim"))
