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


BETWEEN = "\x1f"
"""ASCII's unit separator: in no id, and in no words of a text that a person wrote."""


def mention(entity: str, words: str, role: str) -> str:
    """An entity under the words that name it, in a role, as one term."""
    return BETWEEN.join((entity, role, words))


def mentions_of(connection: Connection, entities: Iterable[str]) -> dict[int, tuple[str, str, str]]:
    """Number of each such term -> entity, words, role; of those that some claim had once."""
    found = plain(connection, MENTIONS, {"entities": json.dumps(list(entities))})
    split = ((number, text.split(BETWEEN, 2)) for number, text in found)
    return {number: (entity, words, role) for number, (entity, role, words) in split}


MENTIONS = """
SELECT term.id, term.text FROM json_each(:entities) AS one CROSS JOIN term
ON term.field = 'mention' AND term.text >= one.value || char(31) AND term.text < one.value || char(32)
"""


def texts_of(connection: Connection, field: str) -> list[str]:
    """The words that a field of some claim has or had."""
    return [text for (text,) in plain(connection, "SELECT text FROM term WHERE field = :field", {"field": field})]
