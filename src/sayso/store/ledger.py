"""The ledger: documents, what was found in them and between them, and what people decided about it."""

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select, update

from sayso.model import Document, Judgement, Problem, digest
from sayso.store import (
    connect,
    evidence,
    find,
    load,
    query,
    removing,
    shape,
    tables,
    write,
)
from sayso.store import verify as checks
from sayso.store.asked import ClaimFilter
from sayso.store.between import Between
from sayso.store.documents import Documents
from sayso.store.journal import Custody, Removal, Run
from sayso.store.opened import TOOL
from sayso.store.query import ClaimRow, Shown, SourceRow, content_digest
from sayso.store.verify import Verified

T = TypeVar("T")


class Ledger(Documents, Between):
    """One SQLite file and the evidence folder beside it. Use it as a context manager, or call `close`.

    Every method that writes does so in one transaction: after a crash it was done or it was not. Several processes
    can use one ledger; a write waits up to half a minute for another's. All raise LedgerError with advice when the
    disk is full, the file is locked, damaged or of a newer version.
    """

    # --- questions ----------------------------------------------------------------------------------------------------

    def claims(self, wanted: ClaimFilter | None = None) -> tuple[ClaimRow, ...]:
        """The claims that a filter asks for, a page at a time, by day of publication and place in the document."""
        with self._read() as connection:
            return query.find_claims(connection, wanted or ClaimFilter())

    def count_claims(self, wanted: ClaimFilter | None = None) -> int:
        """How many claims a filter asks for over all pages."""
        with self._read() as connection:
            return query.count_claims(connection, wanted or ClaimFilter())

    def sources(
        self,
        *,
        name: str | None = None,
        kind: str | None = None,
        outlet: str | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[SourceRow, ...]:
        """The voices that are cited, those with most claims first."""
        with self._read() as connection:
            return query.find_sources(connection, name=name, kind=kind, outlet=outlet, limit=limit, offset=offset)

    def show(self, key: str) -> Shown:
        """One row by its id or the beginning of it, with the judgements on it."""
        with self._read() as connection:
            return find.find(connection, key, str(self.path))

    def counts(self) -> dict[str, int]:
        """How many documents, readings, attributions, claims, propositions and judgements there are."""
        counted = (
            tables.document, tables.reading, tables.attribution, tables.claim, tables.proposition, tables.judgement,
        )  # fmt: skip
        with self._read() as connection:
            return {
                table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
                for table in counted
            }

    def ask(self, question: Callable[..., T], *values: Any, **named: Any) -> T:
        """Put one of the store's questions (`sayso.store.desk`) to the ledger."""
        with self._read() as connection:
            return question(connection, *values, **named)

    # --- people -------------------------------------------------------------------------------------------------------

    def judge(self, judgement: Judgement) -> None:
        """Append a decision. It is never changed; `undo` appends another that takes it back."""
        with self._write() as connection:
            write.many(connection, tables.judgement, [shape.flatten(judgement, Judgement)])
            self._note(connection, "judge", judgement.subject, after=content_digest(judgement), actor=judgement.by)

    def judgements(self, subject: str | None = None) -> tuple[Judgement, ...]:
        """Decisions about a row, or all of them, oldest first."""
        with self._read() as connection:
            return load.get_judgements(connection, None if subject is None else (subject,))

    # --- taking out ---------------------------------------------------------------------------------------------------

    def remove(self, key: str, *, by: str, reason: str) -> Removal | None:
        """Take a document out, with its bytes and all that was made of it; what stays is the removal that is given
        (decision 22). None, and nothing changes, where it is not held. Call `clean` next, and relate anew.
        """
        with self._write() as connection:
            document = load.get_document(connection, key)
            if document is None:
                return None
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
            removal = self._removal(connection, document, by=by, reason=reason)
            self._note(connection, "remove", key, before=removal.sha256, actor=by)
            removing.take_out(connection, document, removal)
        return removal

    def clean(self) -> bool:
        """Delete the bytes of removed documents and write the file anew without what was deleted from it; False where
        another process is reading just now and the log of writes could not be emptied."""
        with self._read() as connection:
            left = removing.leftovers(connection, self.evidence)
        for place in left:
            evidence.discard(place)
        return connect.wipe(self._engine, str(self.path))

    def removals(self) -> tuple[Removal, ...]:
        """Documents that were taken out, oldest first."""
        with self._read() as connection:
            return removing.removals(connection)

    def removal_of(self, key: str) -> Removal | None:
        """The latest removal of a document by its id; None where it was never removed."""
        with self._read() as connection:
            return removing.last_of(connection, key)

    def _removal(self, connection: Connection, document: Document, *, by: str, reason: str) -> Removal:
        held, claims = tables.custody.c, tables.claim.c
        came = select(func.max(held.at)).where(held.subject == document.id, held.action == "ingest")
        added = connection.execute(came).scalar()
        count = select(func.count()).where(claims.document == document.id)
        return Removal(
            document=document.id,
            sha256=document.evidence.sha256 if document.evidence else None,
            size_bytes=document.evidence.size_bytes if document.evidence else None,
            added=datetime.fromisoformat(added) if added else None,
            at=self._clock(),
            by=by,
            reason=reason,
            claims=connection.execute(count).scalar_one(),
            judgements=removing.judgements_on(connection, document.id),
            tool=TOOL,
        )

    # --- the ledger about itself --------------------------------------------------------------------------------------

    def begin_run(self, inputs: Iterable[str]) -> str:
        """Note that an ingest begins; gives its id."""
        started = self._clock()
        key = "r-" + digest([started.isoformat(), os.getpid()])
        noted = Run(id=key, started=started, tool=TOOL, inputs=tuple(inputs))
        with self._write() as connection:
            write.many(connection, tables.run, [shape.flatten(noted, Run)])
        return key

    def note(self, problems: Iterable[Problem], *, run: str, document: str | None = None) -> None:
        """Note what a run could not do, with a file or with a document that is held; the same is noted once."""
        with self._write() as connection:
            write.put_problems(connection, problems, run=run, document=document)

    def end_run(self, key: str, *, documents: int) -> None:
        """Note that it has ended, and how many documents were new."""
        values = {"ended": self._clock().isoformat(), "documents": documents}
        with self._write() as connection:
            connection.execute(update(tables.run).where(tables.run.c.id == key).values(values))

    def runs(self) -> tuple[Run, ...]:
        """All runs of ingest, oldest first."""
        with self._read() as connection:
            found = load.rows(connection, select(tables.run).order_by(tables.run.c.started))
            return tuple(shape.rebuild(Run, row) for row in found)

    def custody(self, subject: str | None = None) -> tuple[Custody, ...]:
        """Who did what to a row, or to all of them, oldest first."""
        held = tables.custody
        chosen = select(held).order_by(held.c.number)
        if subject is not None:
            chosen = chosen.where(held.c.subject == subject)
        with self._read() as connection:
            return tuple(shape.rebuild(Custody, row) for row in load.rows(connection, chosen))

    def verify(self) -> Verified:
        """Re-hash all evidence, compare every span with its text, and let SQLite check its file."""
        with self._write() as connection:
            problems = list(checks.check_file(connection))
        with self._read() as connection:
            hashes = list(checks.check_evidence(connection, self.evidence))
            problems += checks.check_removed(connection, self.evidence)
            removed = len(removing.removals(connection))
        problems += [problem for _, problem in hashes if problem]
        documents = {document.id: document for document in self.documents()}
        spans = [found for reading in self.readings() for found in checks.check_reading(reading)]
        relations, happenings = self.relations(), self.happenings()
        spans += checks.check_relations(relations, documents)
        spans += checks.check_happenings(happenings, documents)
        problems += [problem for problem in spans if problem]
        problems += checks.check_events(happenings, relations.propositions)
        return Verified(
            documents=len(documents),
            evidence=len(hashes),
            spans=len(spans),
            removed=removed,
            problems=tuple(problems),
        )
