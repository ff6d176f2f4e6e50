"""Counts and columns that pages are answered from, kept true by the same transaction that changed what they count.

Triggers (`store/guards.py`) note in `stale` what a change touched: a document whose claims or attributions changed, an
origin whose name did, a proposition whose claims or their origins did, a document whose claims may have another grade.
At the end of every transaction that writes, `refresh` works out anew what is noted there, from the rows themselves, so
that nothing can drift. Totals of origins alone are moved by a difference, of rows that are themselves worked out anew.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, insert

from sayso.model import Claim
from sayso.store import graded, judged, picture_rows, tables
from sayso.store.columns import CELL, GRADES, LINK, OPEN_END, OPEN_START
from sayso.store.load import plain
from sayso.store.terms import Term, mention, term_numbers

Progress = Callable[[int, int], None]
"""Told how many documents are done, and of how many."""


def refresh(connection: Connection, progress: Progress | None = None) -> None:
    """Bring the summaries up to what the transaction changed. Costs nothing worth naming when it changed nothing."""
    if not plain(connection, "SELECT 1 FROM stale WHERE kind != 'picture' LIMIT 1"):
        return
    noted = plain(connection, "SELECT kind, key FROM stale WHERE kind NOT IN ('picture', 'part', 'origin')")
    documents = [key for kind, key in noted if kind == "document"]
    if documents:
        entities: set[str] = set()
        voices: set[tuple[str, str]] = set()
        for done, key in enumerate(documents):
            if progress:
                progress(done, len(documents))
            pack(connection, key)
            entities |= count_entities(connection, key)
            voices |= count_voices(connection, key)
        _run(connection, ENTITY_TOTALS, json.dumps(sorted(entities)))
        _run(connection, VOICE_TOTALS, json.dumps(sorted(voices)))
    _run(connection, ORIGIN_TOTALS, None)
    for kind, key in noted:
        if kind == "backing":
            picture_rows.back(connection, key)
    graded.pack(connection, {key for kind, key in noted if kind in ("document", "backing", "grade")})
    stale = tables.stale
    connection.execute(delete(stale).where(stale.c.kind != "picture"))


def note_all(connection: Connection) -> None:
    """Note everything as stale: after a migration, which may have changed what is counted."""
    for question in (
        "INSERT OR IGNORE INTO stale SELECT DISTINCT 'document', document FROM claim",
        "INSERT OR IGNORE INTO stale SELECT DISTINCT 'document', document FROM attribution",
        "DELETE FROM origin_total",
        "DELETE FROM origin_part",
        "INSERT OR IGNORE INTO stale SELECT 'part', id FROM proposition",
        "INSERT OR IGNORE INTO stale SELECT 'part', value FROM origin_claims AS own "
        "WHERE NOT EXISTS (SELECT 1 FROM proposition_claims AS of WHERE of.value = own.value)",
    ):
        connection.exec_driver_sql(question)


# --- the columns of a document's claims ---------------------------------------------------------------------------


def pack(connection: Connection, document: str) -> None:
    """Write the cells and links of a document's claims."""
    given = {"document": document}
    corrected = judged.corrected(connection, document)
    claims = [_scalars(claim, corrected) for claim in plain(connection, CLAIMS, given)]
    place = {claim[0]: n for n, claim in enumerate(claims)}
    links = {field: found for field, found in linked(connection, given, place, corrected).items() if found}
    words = {(field, claim[n]) for claim in claims for n, field in ((2, "event_type"), (3, "factuality"), (4, "sort"))}
    words |= {term for found in links.values() for _, term in found}
    numbers = term_numbers(connection, words)
    for table in (tables.document_cells, tables.document_links):
        connection.execute(delete(table).where(table.c.document == document))
    if not claims:
        return
    cells = np.array([_cell(claim, numbers) for claim in claims], CELL)
    outlet, published = plain(connection, OUTLET, given)[0]
    row = {
        "document": document, "outlet": outlet, "published": published, "cells": cells.tobytes(),
        "grades": bytes(GRADES.itemsize * len(cells)),
    }  # fmt: skip
    connection.execute(insert(tables.document_cells), [row])
    packed = {
        field: np.array([(at, numbers[term]) for at, term in sorted(found)], LINK) for field, found in links.items()
    }
    if packed:
        rows = [{"document": document, "field": field, "links": held.tobytes()} for field, held in packed.items()]
        connection.execute(insert(tables.document_links), rows)


def _scalars(row: Sequence[Any], corrected: Mapping[str, Claim]) -> Sequence[Any]:
    """A row of CLAIMS with the values that a person gave in place of the machine's."""
    claim = corrected.get(row[0])
    if claim is None:
        return row
    period = claim.period
    days = [day.isoformat() if day else None for day in (period.start, period.end)] if period else [None, None]
    return (row[0], row[1], claim.event_type, claim.factuality, claim.sort, period is not None, *days, row[8])


def _cell(claim: Sequence[Any], numbers: dict[Term, int]) -> tuple[Any, ...]:
    _, row, event_type, factuality, sort, dated, start, end, confidence = claim
    first, after = OPEN_END, OPEN_START
    if dated:
        first, after = _day(start, OPEN_START), _day(end, OPEN_END)
    coded = (numbers["event_type", event_type], numbers["factuality", factuality], numbers["sort", sort])
    return (row, *coded, first, after, confidence)


def _day(value: str | None, default: int) -> int:
    return date.fromisoformat(value).toordinal() if value else default


def linked(
    connection: Connection, given: dict[str, str], place: dict[str, int], corrected: Mapping[str, Claim]
) -> dict[str, set[tuple[int, Term]]]:
    """By field the terms of each claim: a claim has each of them once, however often its words do.

    A claim that a person corrected has the corrected ones; but who it names (`entity`, `mention`) is a matter of
    same and not same, and stays.
    """
    made: dict[str, set[tuple[int, Term]]] = defaultdict(set)

    def add(field: str, claim: str, *texts: str | None) -> None:
        made[field] |= {(place[claim], (field, text)) for text in texts if text}

    def placed(claim: str, name: str, words: str, country: str | None, geonames: int | None) -> None:
        add("place", claim, name, words)
        add("country", claim, country)
        add("geonames", claim, None if geonames is None else str(geonames))

    for claim, entity, value, words, role in plain(connection, ARGUMENTS, given):
        if claim not in corrected:
            add("actor", claim, value, words)
        if entity:
            add("entity", claim, entity)
            add("mention", claim, mention(entity, words, role))
    for claim, name, words, country, geonames in plain(connection, PLACES, given):
        if claim not in corrected:
            placed(claim, name, words, country, geonames)
    for key, whole in corrected.items():
        for argument in whole.arguments:
            add("actor", key, argument.value, argument.span.text)
        for one in whole.places:
            placed(key, one.name, one.span.text, one.country, one.geonames_id)
    without = set(place)
    for claim, name, kind in plain(connection, CHAIN, given):
        without.discard(claim)
        add("source", claim, name)
        add("source_kind", claim, kind)
    for claim in without:
        add("source_kind", claim, "article")
    return made


CLAIMS = """
SELECT id, "row", event_type, factuality, sort, period_precision IS NOT NULL, period_start, period_end, confidence
FROM claim WHERE document = :document ORDER BY n
"""
OUTLET = "SELECT outlet, published_start FROM document WHERE id = :document"
ARGUMENTS = """
SELECT a.claim, a.entity, a.value, a.span_text, a.role
FROM claim AS c JOIN claim_arguments AS a ON a.claim = c.id WHERE c.document = :document
"""
PLACES = """
SELECT p.claim, p.name, p.span_text, p.country, p.geonames_id
FROM claim AS c JOIN claim_places AS p ON p.claim = c.id WHERE c.document = :document
"""
CHAIN = """
SELECT l.claim, l.name, l.kind FROM claim AS c JOIN claim_chain AS l ON l.claim = c.id WHERE c.document = :document
"""


# --- entities and voices: counted in each document, then over all --------------------------------------------------


def count_entities(connection: Connection, document: str) -> set[str]:
    """Count the claims of each entity in a document; the entities that it names now or named before."""
    return {key for (key,) in _counted(connection, "entity_document", "entity", ENTITIES, document)}


def count_voices(connection: Connection, document: str) -> set[tuple[str, str]]:
    """Count what each voice says in a document; the voices that it has now or had before."""
    return {(kind, name) for kind, name in _counted(connection, "voice_document", "kind, name", VOICES, document)}


def _counted(connection: Connection, table: str, keys: str, anew: str, document: str) -> set[tuple[Any, ...]]:
    given = {"document": document}
    held = f"SELECT {keys} FROM {table} WHERE document = :document"
    before = plain(connection, held, given)
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE document = :document", given)
    connection.exec_driver_sql(anew, given)
    return {*before, *plain(connection, held, given)}


def _run(connection: Connection, statements: Sequence[str], wanted: str | None) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement, {"wanted": wanted} if ":wanted" in statement else {})


ENTITIES = """
INSERT INTO entity_document (entity, document, name, roles, claims)
SELECT a.entity, c.document, max(a.value), json_group_array(DISTINCT a.role), count(DISTINCT a.claim)
FROM claim AS c JOIN claim_arguments AS a ON a.claim = c.id
WHERE c.document = :document AND a.entity IS NOT NULL GROUP BY a.entity
"""
ENTITY_TOTALS = (
    "DELETE FROM entity_total WHERE entity IN (SELECT value FROM json_each(:wanted))",
    """
INSERT INTO entity_total (entity, name, roles, claims, documents)
SELECT one.entity, coalesce(max(one.name), one.entity), (
    SELECT group_concat(role, ',') FROM (
        SELECT DISTINCT role.value AS role FROM entity_document AS of, json_each(of.roles) AS role
        WHERE of.entity = one.entity ORDER BY 1)), sum(one.claims), count(*)
FROM entity_document AS one WHERE one.entity IN (SELECT value FROM json_each(:wanted)) GROUP BY one.entity
""",
)
VOICES = """
INSERT INTO voice_document (kind, name, document, entity, attributions, claims)
SELECT voice_kind, voice_name, document, max(voice_entity), count(*),
    sum((SELECT count(*) FROM claim WHERE claim.attribution = attribution.id))
FROM attribution WHERE document = :document GROUP BY voice_kind, voice_name
"""
VOICE_TOTALS = (
    "DELETE FROM voice_total WHERE (kind, name) IN "
    "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:wanted))",
    """
INSERT INTO voice_total (kind, name, entity, attributions, claims, documents)
SELECT kind, name, max(entity), sum(attributions), sum(claims), count(*) FROM voice_document WHERE (kind, name) IN
(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:wanted)) GROUP BY kind, name
""",
)


# --- origins -------------------------------------------------------------------------------------------------------

STALE = "(SELECT key FROM stale WHERE kind = '{}')"
PARTS, ORIGINS = STALE.format("part"), STALE.format("origin")
COUNTS = ("claims", "propositions", "alone", "corroborated", "contradicted")
SUMS = ", ".join(f"sum(part.{name}) AS {name}" for name in COUNTS)
TAKEN = ", ".join(f"{name} = origin_total.{name} - gone.{name}" for name in COUNTS)
ADDED = ", ".join(f"{name} = {name} + excluded.{name}" for name in COUNTS)
ORIGIN_TOTALS = (
    f"INSERT OR IGNORE INTO stale SELECT 'origin', origin FROM origin_part WHERE part IN {PARTS}",
    f"""
UPDATE origin_total SET {TAKEN}
FROM (SELECT origin, {SUMS} FROM origin_part AS part WHERE part IN {PARTS} GROUP BY origin) AS gone
WHERE origin_total.origin = gone.origin
""",
    f"DELETE FROM origin_part WHERE part IN {PARTS}",
    f"""
INSERT INTO origin_part (part, origin, {", ".join(COUNTS)})
SELECT one.part, one.origin, count(*), told.id IS NOT NULL, coalesce(told.origins_at_most = 1, 0),
    coalesce(told.origins_at_least > 1, 0), sum(
        EXISTS (SELECT 1 FROM proposition_contradictions AS c WHERE c."left" = one.claim)
        OR EXISTS (SELECT 1 FROM proposition_contradictions AS c WHERE c."right" = one.claim))
FROM (
    SELECT of.proposition AS part, own.origin, own.value AS claim
    FROM proposition_claims AS of JOIN origin_claims AS own ON own.value = of.value WHERE of.proposition IN {PARTS}
    UNION SELECT own.value, own.origin, own.value FROM origin_claims AS own
    WHERE own.value IN {PARTS} AND NOT EXISTS (SELECT 1 FROM proposition_claims AS of WHERE of.value = own.value)
) AS one LEFT JOIN proposition AS told ON told.id = one.part GROUP BY one.part, one.origin
""",
    f"""
INSERT INTO origin_total (origin, name, kind, held, {", ".join(COUNTS)})
SELECT origin.id, origin.name, origin.kind, origin.held, {SUMS}
FROM origin_part AS part JOIN origin ON origin.id = part.origin WHERE part.part IN {PARTS} GROUP BY origin.id
ON CONFLICT (origin) DO UPDATE SET {ADDED}
""",
    f"DELETE FROM origin_total WHERE origin IN {ORIGINS} AND claims = 0",
    f"""
UPDATE origin_total SET name = origin.name, kind = origin.kind, held = origin.held FROM origin
WHERE origin.id = origin_total.origin AND origin_total.origin IN {ORIGINS}
""",
)
"""A large outlet has claims in very many propositions: only those that changed are counted, and its total moves by the
difference between them and what they were. Nothing can drift: what is taken away is the very row that was added."""
