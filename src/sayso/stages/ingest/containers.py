"""Files that hold others: what is attached to a letter, the letters of a mailbox, and what a ZIP archive packs."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator

from sayso.model import Document, Ingested, Problem
from sayso.stages.ingest.kinds import ENVELOPE, recognise
from sayso.stages.ingest.mail import attached
from sayso.stages.ingest.problems import problem, refusal

DEEPEST = 4
"""So many files may lie in each other: a PDF in a letter in a letter in an archive."""
MAX_MEMBERS = 10_000
ARTICLES = ("html", "mhtml", "pdf", "docx", "eml", "markdown", "text")
"""What is read of what is attached to a letter."""
SHORT_BYTES = 200
"""Texts shorter than this are signatures and notices, not articles."""

QUOTED_FROM = re.compile(rb"^>(>*From )", re.M)
"""How a mailbox writes a line of a letter that begins as the line above each letter does."""

Kept = tuple[Document, bytes]
Read = Callable[[bytes, str], Ingested]
"""Reads bytes that were found in a file, under a name."""


def with_attachments(letter: Ingested, data: bytes, *, name: str, read: Read) -> Ingested:
    """A letter's document after those of the articles attached to it.

    The letter comes last: a ledger that holds it, and so passes over its file, holds them all. One without words of its
    own is no error where an article is attached.
    """
    documents, problems, passed_over = list[Kept](), list[Problem](), list[str]()
    for inner, held in attached(data, where=name):
        kind = recognise(held)
        if kind not in ARTICLES or (kind == "text" and len(held) < SHORT_BYTES):
            passed_over.append(inner)
            continue
        made = read(held, f"{name}/{inner}")
        documents += made.documents
        problems += made.problems
    if passed_over:
        found = f"{len(passed_over)} attachments: {', '.join(passed_over[:5])}"
        problems.append(problem("eml.attachment", where=name, found=found))
    own = [p for p in letter.problems if not (documents and p.code == "ingest.no_text")]
    return Ingested(documents=(*documents, *letter.documents), problems=(*own, *problems))


def letters_in(data: bytes, *, name: str, read: Read) -> Ingested:
    """The documents of the letters in a mailbox (mbox), in its order."""
    starts = list(ENVELOPE.finditer(data))
    documents, problems = list[Kept](), list[Problem]()
    for number, start in enumerate(starts, start=1):
        end = starts[number].start() if number < len(starts) else len(data)
        made = read(QUOTED_FROM.sub(rb"\1", data[start.end() : end]), f"{name}/{number}.eml")
        documents += made.documents
        problems += made.problems
    return Ingested(documents=tuple(documents), problems=tuple(problems))


def unpacked(data: bytes, *, name: str, max_bytes: int, read: Read) -> Ingested:
    """The documents of the files in an archive, in the order of their names; hidden ones are passed over.

    It may unpack to `max_bytes` at most, so that no small archive fills the memory. Raises IngestError for one that is
    damaged or larger.
    """
    documents, problems = list[Kept](), list[Problem]()
    for inner, held in _members(data, name, max_bytes):
        if isinstance(held, Problem):
            problems.append(held)
            continue
        made = read(held, f"{name}/{inner}")
        documents += made.documents
        problems += made.problems
    if not documents and not problems:
        raise refusal("ingest.empty", where=name, found="the archive holds no file, or hidden ones only")
    return Ingested(documents=tuple(documents), problems=tuple(problems))


def _members(data: bytes, name: str, max_bytes: int) -> Iterator[tuple[str, bytes | Problem]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = sorted((m for m in archive.infolist() if _is_shown(m)), key=lambda member: member.filename)
            size = sum(member.file_size for member in members)
            if size > max_bytes or len(members) > MAX_MEMBERS:
                found = f"unpacks to {size:,} bytes in {len(members):,} files; at most {max_bytes:,} are opened"
                raise refusal("ingest.too_large", where=name, found=found)
            for member in members:
                yield member.filename, _content(archive, member, name)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise refusal("ingest.unreadable", where=name, found=f"damaged or cut-off archive: {error}") from error


def _is_shown(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a file that a person sees: none with a dot in front, none of what macOS puts beside files."""
    parts = member.filename.split("/")
    hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
    return not member.is_dir() and not hidden


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes | Problem:
    """A member's bytes: no more than it says it has, so that a lie about the size ends as a damaged file."""
    where = f"{name}/{member.filename}"
    if ".." in member.filename.split("/"):
        return problem("ingest.unreadable", where=where, found="its name leads out of the archive; it was not opened")
    try:
        with archive.open(member) as file:
            return file.read(member.file_size + 1)
    except RuntimeError as error:  # a password
        return problem("ingest.unreadable", where=where, found=f"cannot be unpacked: {error}")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        return problem("ingest.unreadable", where=where, found=f"damaged in its archive: {error}")
