"""Words that packed columns have numbers for."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from sayso.store.load import plain

Term = tuple[str, str]
"""Field and text."""


def term_numbers(connection: Connection, terms: Iterable[Term]) -> dict[Term, int]:
    """The number of each term; new ones get one."""
    wanted = json.dumps(sorted(terms))
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO term (field, text) "
        "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)",
        (wanted,),
    )
    found = plain(
        connection,
        "SELECT term.field, term.text, term.id FROM json_each(:wanted) AS given JOIN term "
        "ON term.field = json_extract(given.value, '$[0]') AND term.text = json_extract(given.value, '$[1]')",
        {"wanted": wanted},
    )
    return {(field, text): number for field, text, number in found}
