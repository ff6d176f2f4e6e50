"""What a ledger holds of documents: their bytes, what was read in them, what could not be done."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select

from sayso.model import Document, Problem, Reading
from sayso.store import (
    evidence,
    load,
    shape,
    tables,
    write,
)
from sayso.store.opened import Opened
from sayso.store.query import content_digest


class Documents(Opened):
    """Documents and readings of a ledger."""

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
