"""Which claims people have judged, and how: what `sayso.model.standing` says of one claim, for all at once."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, select

from sayso.model import Claim, Judgement
from sayso.model.standing import standing, taken_back
from sayso.store import load, tables
from sayso.store.asked import Review
from sayso.store.load import plain


class Judged(NamedTuple):
    """One judgement, as far as it counts here."""

    id: str
    row: int | None
    """Row of the claim; None where that is not held, or for what is no claim."""
    action: str
    field: str | None
    value: str | None
    by: str
    at: str
    subject: str


def rows_by_review(connection: Connection) -> dict[Review, list[int]]:
    """Rows of claims by how they were judged; `unreviewed` is left out. As many as people judged, not as there are."""
    judgements = [Judged(*row) for row in plain(connection, JUDGED)]
    undone = taken_back(judgements)
    verdicts: dict[int, dict[str, str]] = defaultdict(dict)
    values: dict[int, dict[str, dict[str, str | None]]] = defaultdict(lambda: defaultdict(dict))
    for one in judgements:
        if one.id in undone or one.row is None:
            continue
        if one.action in ("accept", "reject"):
            verdicts[one.row][one.by] = one.action
        elif one.action == "correct" and one.field and one.value is not None:
            values[one.row][one.field][one.by] = one.value
    told = {row: set(by_person.values()) for row, by_person in verdicts.items()}
    differ = {row for row, fields in values.items() if any(len(set(f.values())) > 1 for f in fields.values())}
    return {
        "reviewed": sorted({*told, *values}),
        "accepted": [row for row, said in told.items() if said == {"accept"}],
        "rejected": [row for row, said in told.items() if said == {"reject"}],
        "corrected": list(values),
        "disputed": sorted(differ | {row for row, said in told.items() if len(said) > 1}),
    }


def reliabilities(connection: Connection, origins: Iterable[str]) -> dict[str, str]:
    """Origin id -> the reliability in force: the latest grade that a person gave it and nobody took back."""
    judgements = [Judged(*row) for row in plain(connection, GRADED, {"origins": json.dumps(list(origins))})]
    undone = taken_back(judgements)
    return {
        one.subject: one.value for one in judgements if one.action == "grade" and one.id not in undone and one.value
    }


def corrected(connection: Connection, document: str) -> dict[str, Claim]:
    """Claim id -> the claim with the corrections in force, of those claims of a document that have any."""
    made: dict[str, list[Judgement]] = defaultdict(list)
    ids = [key for (key,) in plain(connection, CORRECTED, {"document": document})]
    for judgement in load.get_judgements(connection, ids) if ids else ():
        made[judgement.subject].append(judgement)
    held = tables.claim.c
    claims = load.get_claims(connection, select(held.id).where(held.id.in_(ids))) if ids else ()
    return {claim.id: standing(claim, made[claim.id])[0] for claim in claims}


CORRECTED = """
SELECT DISTINCT claim.id FROM claim JOIN judgement ON judgement.subject = claim.id
WHERE claim.document = :document AND judgement.action = 'correct'
"""
JUDGED = """
SELECT j.id, claim."row", j.action, j.field, j.value, j.by, j.at, j.subject
FROM judgement AS j LEFT JOIN claim ON claim.id = j.subject
WHERE j.action IN ('accept', 'reject', 'correct', 'undo') ORDER BY j.at, j.id
"""
GRADED = """
SELECT id, NULL, action, field, value, "by", at, subject FROM judgement
WHERE action IN ('grade', 'undo') AND subject IN (SELECT value FROM json_each(:origins)) ORDER BY at, id
"""
