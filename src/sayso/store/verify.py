"""Whether the ledger is whole: bytes against their hashes, spans against their texts, indexes against their tables."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from sayso.errors import EvidenceError
from sayso.model import Document, Happening, Problem, Proposition, Reading, Relations, Span
from sayso.model._record import record
from sayso.store import evidence, guards, removing, tables
from sayso.store.load import plain


@record
class Verified:
    """What was checked, and what was found wrong."""

    documents: int
    evidence: int
    """Files re-hashed."""
    spans: int
    """Passages compared with their text."""
    removed: int
    """Documents that were taken out, each with a trace of it."""
    problems: tuple[Problem, ...]


UNCHECKED = Problem(
    severity="note",
    code="verify.unchecked",
    where="the full-text indexes",
    found="SQLite checks them only in a file that it may write.",
    advice="Copy the ledger to where you may write to have them checked too.",
)


def check_file(connection: Connection) -> Iterator[Problem]:
    """SQLite's own checks: pages, references between tables, full-text indexes, triggers."""
    for row in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if row != "ok":
            yield _problem("verify.file", "the file", f"SQLite reports: {row}.")
    for broken in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield _problem("verify.reference", str(broken[0]), f"row {broken[1]} refers to a missing {broken[2]}.")
    for name in guards.SEARCHED:
        index = f"{name}_text"
        try:
            connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except DatabaseError as error:
            if "readonly" in str(error.orig):
                yield UNCHECKED
                break
            yield _problem("verify.index", index, "the full-text index does not match its table.")
    for statement in guards.missing(connection):
        yield _problem("verify.guard", " ".join(statement.split()[:3]), "the ledger has lost this safeguard.")


def check_evidence(connection: Connection, folder: Path) -> Iterator[tuple[str, Problem | None]]:
    """Each kept file's hash, with a Problem where the bytes are missing or changed."""
    column = tables.document.c.evidence_sha256
    for sha256 in connection.execute(select(column).where(column.is_not(None)).distinct()).scalars():
        try:
            evidence.fetch(folder, sha256)
        except EvidenceError as error:
            yield sha256, error.as_problem()
        else:
            yield sha256, None


def check_removed(connection: Connection, folder: Path) -> Iterator[Problem]:
    """Documents that went without a trace, and bytes of removed ones that are still there."""
    for (key,) in plain(connection, LOST):
        found = "the chain of custody says that this document was put in; it is not there, and was not removed."
        yield _problem("verify.lost", key, found)
    for place in removing.leftovers(connection, folder):
        yield Problem(
            severity="error",
            code="verify.not_cleaned",
            where=str(place),
            found="the bytes of a removed document are still here.",
            advice="Run `sayso remove` with its id again: it finishes what was interrupted.",
        )


LOST = """
SELECT DISTINCT subject FROM custody AS one WHERE action = 'ingest' AND subject NOT IN (SELECT id FROM document)
AND (SELECT action FROM custody AS c WHERE c.subject = one.subject ORDER BY number DESC LIMIT 1) != 'remove'
"""


def spans_in(value: Any) -> Iterator[Span]:
    """Every span of a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def check_spans(document: Document, spans: Iterator[Span]) -> Iterator[Problem | None]:
    """For each span None, or a Problem where it is not what the text says there."""
    for span in spans:
        if document.text[span.start : span.end] == span.text and span.start < span.end:
            yield None
        else:
            held, where = document.text[span.start : span.end][:80], f"{document.id} {span.start}-{span.end}"
            yield _problem("verify.span", where, f"the row says {span.text[:80]!r}, the text {held!r}.")


def check_reading(reading: Reading) -> Iterator[Problem | None]:
    """The same for all spans of a reading."""
    yield from check_spans(reading.document, spans_in(reading))


def check_relations(relations: Relations, documents: dict[str, Document]) -> Iterator[Problem | None]:
    """The same for the passages that relations cite; those of documents that are not held have no text to look at."""
    for change in relations.changes:
        yield from _at(documents, change.parent, iter((change.was,)))
        yield from _at(documents, change.child, iter((change.now,)))
    for derivation in relations.derivations:
        yield from _at(documents, derivation.right, (passage.right for passage in derivation.evidence))
        lefts = (passage.left for passage in derivation.evidence if passage.left)
        yield from _at(documents, derivation.left, lefts)
    for proposition in relations.propositions:
        for figure in proposition.figures:
            yield from _at(documents, figure.document, iter((figure.span,)))


def check_happenings(happenings: Iterable[Happening], documents: dict[str, Document]) -> Iterator[Problem | None]:
    """The same for the words that tell of events. The sentences of an event's reasons are among them."""
    for happening in happenings:
        for telling in happening.tellings:
            yield from _at(documents, telling.document, iter((telling.trigger, telling.sentence)))


def check_events(happenings: Iterable[Happening], propositions: Iterable[Proposition]) -> Iterator[Problem]:
    """Events whose propositions are not there, or that name claims which none of these makes."""
    claims = {each.id: frozenset(each.claims) for each in propositions}
    for happening in happenings:
        lost = [id_ for id_ in happening.propositions if id_ not in claims]
        own = frozenset().union(*(claims.get(id_, frozenset()) for id_ in happening.propositions))
        strange = [each.claim for each in happening.tellings if each.claim not in own]
        if lost or strange:
            found = f"the event names {', '.join((*lost, *strange)[:5])}, which is none of its own."
            yield _problem("verify.event", happening.id, found)


def _at(documents: dict[str, Document], key: str | None, spans: Iterator[Span]) -> Iterator[Problem | None]:
    document = documents.get(key or "")
    if document is not None:
        yield from check_spans(document, spans)


def _problem(code: str, where: str, found: str) -> Problem:
    advice = "Restore the ledger from a copy, or ingest the originals into a new one; please report how it came about."
    return Problem(severity="error", code=code, where=where, found=found, advice=advice)
