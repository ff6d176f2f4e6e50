"""The ledger: documents, what was found in them and between them, and what people decided about it."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, func, insert, select, update

import sayso
from sayso.errors import LedgerError
from sayso.model import Document, Grade, Happening, Judgement, Problem, Reading, Relations, digest
from sayso.model.features import Features, NewEvents
from sayso.store import (
    connect,
    drawn,
    driven,
    evidence,
    find,
    linking,
    load,
    migrate,
    query,
    removing,
    shape,
    summaries,
    tables,
    write,
)
from sayso.store import verify as checks
from sayso.store.asked import ClaimFilter
from sayso.store.drawn import DrawnClaim
from sayso.store.driven import AboutRow, DriveRow, MadeDrive
from sayso.store.journal import Custody, Removal, Run
from sayso.store.query import ClaimRow, Shown, SourceRow, content_digest, records_digest, relations_digest
from sayso.store.verify import Verified

T = TypeVar("T")
TOOL = f"sayso {sayso.__version__}"


def now() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


def not_a_file(folder: Path) -> LedgerError:
    """The complaint about a folder that is given as a ledger, with the ledgers that lie in it."""
    inside = sorted(str(path) for path in folder.glob("*.db"))[:5]
    advice = f"Name a file in it: {', '.join(inside)}." if inside else "There is no ledger in it: name the file, or"
    return LedgerError(
        "this is a folder; a ledger is a file.",
        where=str(folder),
        advice=advice if inside else f"{advice} make one with `sayso ingest FILES --ledger {folder / 'sayso.db'}`.",
        code="ledger.folder",
    )


class Ledger:
    """One SQLite file and the evidence folder beside it. Use it as a context manager, or call `close`.

    Every method that writes does so in one transaction: after a crash it was done or it was not. Several processes
    can use one ledger; a write waits up to half a minute for another's. All raise LedgerError with advice when the
    disk is full, the file is locked, damaged or of a newer version.
    """

    def __init__(self, path: Path, engine: Engine, clock: Callable[[], datetime]) -> None:
        self.path, self.evidence, self._engine, self._clock = path, evidence.folder_of(path), engine, clock

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = True,
        clock: Callable[[], datetime] = now,
        progress: summaries.Progress | None = None,
    ) -> Self:
        """Open a ledger, made when missing unless `create` is False; an older version is brought to the newest.

        That can take a minute on a large ledger: `progress` is told how many documents are done, and of how many.
        """
        place = Path(path)
        if not create and not place.exists():
            raise LedgerError(
                "there is no ledger here.",
                where=str(place),
                advice="Make one with `sayso ingest FILES`, or name yours with --ledger.",
                code="ledger.missing",
            )
        if place.is_dir():
            raise not_a_file(place)
        engine = connect.connect(place)
        try:
            migrate.upgrade(engine, str(place), progress)
        except BaseException:
            engine.dispose()
            raise
        return cls(place, engine, clock)

    @staticmethod
    def is_older(path: str | Path) -> bool:
        """Whether there is a ledger here that opening must bring to this version first."""
        place = Path(path)
        if not place.is_file():
            return False
        engine = connect.connect(place)
        try:
            return migrate.is_older(engine, str(place))
        finally:
            engine.dispose()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _read(self) -> AbstractContextManager[Connection]:
        return connect.reading(self._engine, str(self.path))

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """A transaction that writes; what pages are answered from is brought up to it before it ends."""
        with connect.writing(self._engine, str(self.path)) as connection:
            yield connection
            summaries.refresh(connection)

    # --- documents and readings -----------------------------------------------------------------------------------

    def add(self, document: Document, data: bytes | None = None) -> bool:
        """Keep a document and its bytes; False, and nothing changes, when it is held already."""
        if data is not None:
            evidence.keep(self.evidence, data)
        with self._write() as connection:
            new = write.put_document(connection, document)
            if new:
                sha256 = document.evidence.sha256 if document.evidence else None
                self._note(connection, "ingest", document.id, after=sha256)
        return new

    def put_reading(self, reading: Reading) -> bool:
        """Replace all that machines found in a document that is held; judgements stay. False when nothing changed."""
        after = content_digest(reading)
        with self._write() as connection:
            held = tables.reading.c
            before = connection.execute(select(held.digest).where(held.document == reading.document.id)).scalar()
            if before == after:
                return False
            write.put_reading(connection, reading, after)
            self._note(connection, "read", reading.document.id, before=before, after=after)
        return True

    def document(self, key: str) -> Document | None:
        """The document with this id; None when it is not held."""
        with self._read() as connection:
            return load.get_document(connection, key)

    def documents(self) -> Iterator[Document]:
        """All documents, by day of publication, undated ones last."""
        for key in self.document_ids():
            document = self.document(key)
            if document is not None:
                yield document

    def document_ids(self) -> list[str]:
        """Their ids, in the same order."""
        held = tables.document.c
        with self._read() as connection:
            order = (held.published_start.nulls_last(), held.id)
            return list(connection.execute(select(held.id).order_by(*order)).scalars())

    def unread(self, read_by: str) -> list[str]:
        """Ids of the documents that were never read, or read by another version than this."""
        held, document = tables.reading.c, tables.document.c
        query = select(document.id).outerjoin(tables.reading, held.document == document.id)
        with self._read() as connection:
            return list(connection.execute(query.where(held.read_by.is_distinct_from(read_by))).scalars())

    def holds(self, sha256: str) -> bool:
        """Whether a document came as the bytes of this hash."""
        held = tables.document.c
        with self._read() as connection:
            return connection.execute(select(held.id).where(held.evidence_sha256 == sha256)).first() is not None

    def holds_address(self, url: str) -> bool:
        """Whether a document was fetched from this web address."""
        held = tables.document.c
        with self._read() as connection:
            return connection.execute(select(held.id).where(held.evidence_name == url)).first() is not None

    def bytes_of(self, document: Document) -> bytes | None:
        """The bytes it came as; None when it came without. Raises EvidenceError when they are not what they were."""
        return evidence.fetch(self.evidence, document.evidence.sha256) if document.evidence else None

    def reading(self, key: str) -> Reading | None:
        """All that was found in a document; None when it is not held or not read yet."""
        with self._read() as connection:
            return load.get_reading(connection, key)

    def slim_readings(self, keys: Iterable[str], *, problems: bool = False) -> list[Reading]:
        """Readings of some documents as far as relating looks at them: without reasons, most layers and, unless they
        are asked for, problems."""
        with self._read() as connection:
            return load.get_slim(connection, keys, problems=problems)

    def readings(self) -> Iterator[Reading]:
        """All readings, one at a time, in the order of `documents`."""
        for key in self.document_ids():
            reading = self.reading(key)
            if reading is not None:
                yield reading

    def problems(self) -> tuple[Problem, ...]:
        """What could not be done: in documents, and with files of any run."""
        held = tables.problem
        with self._read() as connection:
            found = load.rows(connection, select(held).order_by(held.c.number))
            return tuple(shape.rebuild(Problem, row) for row in found)

    # --- between documents ----------------------------------------------------------------------------------------

    def put_relations(self, relations: Relations) -> bool:
        """Replace all that machines found between documents; False when nothing changed. Raises LedgerError where a
        document was removed meanwhile."""
        after = relations_digest(relations)
        with self._write() as connection:
            removing.refuse_removed(connection, (place.document for place in relations.documents))
            before = self._last(connection, "relate")
            if before != after:
                write.put_relations(connection, relations)
            self._note(connection, "relate", "relations", before=before, after=after)
        return before != after

    def relations(self) -> Relations:
        """All that was found between documents; empty before the first `relate`. Recruitment drives are among it as far
        as they are worked out (`sayso.run.drives`)."""
        with self._read() as connection:
            return replace(load.get_relations(connection), drives=driven.drives(connection))

    def put_happenings(self, happenings: Sequence[Happening]) -> None:
        """Replace the events that several propositions tell of; all related documents were held against theirs."""
        after = records_digest(happenings)
        with self._write() as connection:
            removing.refuse_removed(connection, {key for happening in happenings for key in happening.documents})
            before = self._last(connection, "events")
            write.put_happenings(connection, happenings, linking.placed(connection))
            self._note(connection, "events", "events", before=before, after=after)

    def forget_happenings(self) -> None:
        """Leave out all events: those of an earlier relating say nothing of this one."""
        with self._write() as connection:
            write.forget_happenings(connection)

    def happenings(self) -> tuple[Happening, ...]:
        """The events that several propositions tell of, earliest first."""
        with self._read() as connection:
            return load.get_happenings(connection)

    def eventless(self) -> int:
        """How many related documents wait to be held against their story for events."""
        with self._read() as connection:
            return len(linking.eventless(connection))

    def put_drive_rows(self, found: Iterable[DriveRow]) -> None:
        """Replace what all documents tell of recruitment drives: these are worked out when they are asked for next."""
        with self._write() as connection:
            before, after = self._last(connection, "drives"), driven.put_rows(connection, found, anew=True)
            self._note(connection, "drives", "drives", before=before, after=after)

    def put_drives(self, made: Sequence[MadeDrive], gone: Iterable[str], seen: Sequence[AboutRow]) -> bool:
        """Write drives that were worked out from what documents told when that was seen; False where it is different by
        now, and nothing is written."""
        with self._write() as connection:
            return driven.put_drives(connection, made, gone, seen)

    def lacks_drives(self) -> bool:
        """Whether documents are related and it was never noted what they tell of drives: the ledger is of an older
        version."""
        with self._read() as connection:
            return linking.related(connection) > 0 and self._last(connection, "drives") is None

    def put_features(self, features: Iterable[Features], *, anew: bool) -> None:
        """Keep what documents are found by when one more is related; `anew` forgets what was kept before."""
        with self._write() as connection:
            if anew:
                linking.forget(connection)
            linking.keep(connection, features)

    def count_related(self) -> int:
        """How many documents are kept with what they are found by: those that were related."""
        with self._read() as connection:
            return linking.related(connection)

    def unrelated(self) -> list[str] | None:
        """Documents that were read since all were related; None where more has changed, so that all is to be related
        anew: a reading replaced, a judgement, another version of Sayso."""
        held = tables.custody.c
        tool = select(held.tool).where(held.action == "relate").order_by(held.number.desc()).limit(1)
        with self._read() as connection:
            return linking.unrelated(connection) if connection.execute(tool).scalar() == TOOL else None

    def replace_relations(
        self,
        features: Features,
        *,
        documents: Iterable[str],
        propositions: Iterable[str],
        rows: Relations,
        grades: Sequence[Grade],
        events: NewEvents,
        drives: Iterable[DriveRow],
        last: bool,
    ) -> None:
        """Put rows in the place of those of some documents and propositions, and keep what the new document is found
        by. `last`: no more documents wait to be related."""
        of = tuple(documents)
        with self._write() as connection:
            removing.refuse_removed(connection, {features.document, *of})
            linking.move_firsts(connection, features)
            linking.replace_rows(connection, of, tuple(propositions), rows, grades)
            linking.keep(connection, [features])
            linking.replace_events(connection, events)
            driven.put_rows(connection, drives, anew=False)
            if last:
                before = self._last(connection, "relate")
                after = digest([before, relations_digest(rows)], length=64)
                self._note(connection, "relate", "relations", before=before, after=after)

    def needs_relating(self) -> bool:
        """Whether something was read, judged or removed since documents were last related."""
        held = tables.custody.c
        latest = (
            select(held.action)
            .where(held.action.in_(("read", "judge", "remove", "relate")))
            .order_by(held.number.desc())
            .limit(1)
        )
        with self._read() as connection:
            return connection.execute(latest).scalar() in ("read", "judge", "remove")

    def put_grades(self, grades: Iterable[Grade]) -> None:
        """Replace the grades that written rules gave; people's are judgements and stay. They are taken one by one."""
        with self._write() as connection:
            write.put_grades(connection, grades)

    def grades(self) -> tuple[Grade, ...]:
        """The grades that written rules gave."""
        with self._read() as connection:
            return load.get_grades(connection)

    def put_drawn(self, made: Iterable[tuple[Document, Sequence[DrawnClaim]]], drawn_by: str) -> None:
        """Write what the claims of some documents put into the picture, as people left them, in one transaction;
        `drawn_by` names the facets."""
        with self._write() as connection:
            for document, claims in made:
                drawn.put(connection, document, claims, drawn_by)

    # --- questions ------------------------------------------------------------------------------------------------

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

    # --- people ---------------------------------------------------------------------------------------------------

    def judge(self, judgement: Judgement) -> None:
        """Append a decision. It is never changed; `undo` appends another that takes it back."""
        with self._write() as connection:
            write.many(connection, tables.judgement, [shape.flatten(judgement, Judgement)])
            self._note(connection, "judge", judgement.subject, after=content_digest(judgement), actor=judgement.by)

    def judgements(self, subject: str | None = None) -> tuple[Judgement, ...]:
        """Decisions about a row, or all of them, oldest first."""
        with self._read() as connection:
            return load.get_judgements(connection, None if subject is None else (subject,))

    # --- taking out -----------------------------------------------------------------------------------------------

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

    # --- the ledger about itself ----------------------------------------------------------------------------------

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

    def _note(
        self,
        connection: Connection,
        action: str,
        subject: str,
        *,
        before: str | None = None,
        after: str | None = None,
        actor: str = "sayso",
    ) -> None:
        entry = Custody(
            at=self._clock(), actor=actor, action=action, subject=subject, tool=TOOL, before=before, after=after
        )
        connection.execute(insert(tables.custody), [shape.flatten(entry, Custody)])

    def _last(self, connection: Connection, action: str) -> str | None:
        held = tables.custody.c
        query = select(held.after).where(held.action == action).order_by(held.number.desc()).limit(1)
        return connection.execute(query).scalar()
