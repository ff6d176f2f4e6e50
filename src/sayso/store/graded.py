"""The grades of claims: credibility of what is said, by written rules, and reliability of the source, by a person.

The two are kept apart, as the Admiralty code asks: neither is worked out from the other, and no sum is made of them.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

import numpy as np
from sqlalchemy import Connection

from sayso.model._record import record
from sayso.store import judged
from sayso.store.columns import GRADES
from sayso.store.load import plain

UNGRADED = "F"
"""Reliability that cannot be judged: nobody has graded the origin."""


@record
class Grades:
    """The grades of a claim."""

    credibility: str | None
    """1 to 6, of its proposition; None for a claim that is in none, or was not assessed yet."""
    reliability: str | None
    """A to F, of its origin; None for a claim without one."""


def grades_of(connection: Connection, claims: Iterable[str]) -> dict[str, Grades]:
    """Claim id -> its grades."""
    found = plain(connection, OF_CLAIMS, {"wanted": json.dumps(list(claims))})
    people = judged.reliabilities(connection, {row[3] for row in found if row[3]})
    return {claim: Grades(credibility=c, reliability=_letter(o, people)) for claim, _, c, o in found}


def pack(connection: Connection, documents: Iterable[str]) -> None:
    """Write the grades of documents' claims beside their cells, in the same order."""
    wanted = sorted(documents)
    for start in range(0, len(wanted), AT_ONCE):
        _pack(connection, wanted[start : start + AT_ONCE])


AT_ONCE = 1000
"""Documents whose claims are fetched with one question: those of a million claims would fill half a gigabyte."""


def _pack(connection: Connection, documents: Sequence[str]) -> None:
    found = plain(connection, OF_DOCUMENTS, {"wanted": json.dumps(documents)})
    people = judged.reliabilities(connection, {row[3] for row in found if row[3]})
    for document, rows in groupby(found, key=lambda row: row[1]):
        codes = [(ord(c) if c else 0, ord(_letter(o, people) or "\0")) for _, _, c, o in rows]
        given = {"document": document, "grades": np.array(codes, GRADES).tobytes()}
        connection.exec_driver_sql("UPDATE document_cells SET grades = :grades WHERE document = :document", given)


def _letter(origin: str | None, people: dict[str, str]) -> str | None:
    return people.get(origin, UNGRADED) if origin else None


GRADED = """
SELECT claim.id, claim.document, min(grade.value), min(own.origin)
FROM json_each(:wanted) AS one CROSS JOIN claim ON {which} = one.value
LEFT JOIN proposition_claims AS of ON of.value = claim.id
LEFT JOIN grade ON grade.subject = of.proposition AND grade.scale = 'credibility'
LEFT JOIN origin_claims AS own ON own.value = claim.id
GROUP BY claim.document, claim.n ORDER BY claim.document, claim.n
"""
OF_CLAIMS = GRADED.format(which="claim.id")
OF_DOCUMENTS = GRADED.format(which="claim.document")
