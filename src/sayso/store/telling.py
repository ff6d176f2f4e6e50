"""Which documents tell of some types of event."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from sayso.store.load import plain


def telling(connection: Connection, types: Iterable[str]) -> list[str]:
    """Ids of documents with a claim of one of these types, and of those in which a person judged something: a claim
    that was added or whose type was corrected is in no row of claims."""
    return [key for (key,) in plain(connection, TELLING, {"types": json.dumps(sorted(types))})]


TELLING = """
SELECT document FROM claim WHERE event_type IN (SELECT value FROM json_each(:types))
UNION SELECT document FROM judgement WHERE document IN (SELECT id FROM document)
ORDER BY 1
"""
