"""Bytes to documents: recognise, read by format, name what was found."""

from hashlib import sha256

from sayso.errors import IngestError
from sayso.model import Document, Evidence, Ingested
from sayso.stages.ingest.address import canonical, outlet_of
from sayso.stages.ingest.charset import decode
from sayso.stages.ingest.containers import DEEPEST, Read, letters_in, unpacked, with_attachments
from sayso.stages.ingest.draft import Draft
from sayso.stages.ingest.heads import day_of_address
from sayso.stages.ingest.kinds import CONTROL, MEDIA_TYPES, Kind, recognise
from sayso.stages.ingest.language import detect
from sayso.stages.ingest.problems import problem, refusal
from sayso.stages.ingest.records import read_lines


def ingest(
    data: bytes, *, name: str, max_bytes: int, address: str | None = None, charset: str | None = None
) -> Ingested:
    """The documents that some bytes hold, each with the bytes it came as, and the problems met on the way.

    The sort of file is told from the bytes; `name` is for messages and for `Evidence.name`. `address` is
    where the bytes were found on the web, for a page that does not name its own; `charset` is the encoding that the
    server named. Never raises for what the
    bytes hold: what cannot be read gives no document and a Problem of severity `error`. Pure: no clock, no files.

    >>> made = ingest(b"Men for hire\\nThe men were hired in Herat, he said.", name="a.txt", max_bytes=1000)
    >>> made.documents[0][0].title
    'Men for hire'
    """
    return _held(data, name, max_bytes, address, charset)


def _held(
    data: bytes, name: str, max_bytes: int, address: str | None = None, charset: str | None = None, deep: int = 0
) -> Ingested:
    try:
        return _ingest(data, name, max_bytes, address, charset, deep)
    except IngestError as error:
        return Ingested(problems=(error.as_problem(),))


def _ingest(data: bytes, name: str, max_bytes: int, address: str | None, charset: str | None, deep: int) -> Ingested:
    if len(data) > max_bytes:
        raise refusal("ingest.too_large", where=name, found=f"{len(data):,} bytes; at most {max_bytes:,} are opened")
    kind = recognise(data)
    if kind == "empty":
        raise refusal("ingest.empty", where=name, found="the file is empty")
    if kind == "unknown":
        raise refusal("ingest.unsupported", where=name, found=f"not an article in a form that is read ({_look(data)})")
    if kind == "jsonl":
        decoded = decode(data, where=name, mend=False)  # the letters of records are their writer's
        made = read_lines(decoded.text, where=name)
        return Ingested(documents=made.documents, problems=decoded.problems + made.problems)
    if kind == "zip":
        return unpacked(data, name=name, max_bytes=max_bytes, read=_inside(name, max_bytes, deep))
    if kind == "mbox":
        return letters_in(data, name=name, read=_inside(name, max_bytes, deep))
    draft = _draft(kind, data, name, max_bytes, address, charset)
    made = _one(draft, kind=kind, data=data, name=name, address=address)
    return with_attachments(made, data, name=name, read=_inside(name, max_bytes, deep)) if kind == "eml" else made


def _inside(name: str, max_bytes: int, deep: int) -> Read:
    """Reads what lies in a file; raises IngestError where too many lie in each other."""
    if deep >= DEEPEST:
        raise refusal("ingest.nested", where=name, found=f"{DEEPEST} files lie in each other around it")
    return lambda data, inner: _held(data, inner, max_bytes, deep=deep + 1)


def _draft(kind: Kind, data: bytes, name: str, max_bytes: int, address: str | None, charset: str | None) -> Draft:
    # Each reader is imported when it is first needed: together they take more than a second.
    if kind == "html":
        from sayso.stages.ingest.html import read_html

        return read_html(data, where=name, address=address, charset=charset)
    if kind == "pdf":
        from sayso.stages.ingest.pdf import read_pdf

        return read_pdf(data, where=name)
    if kind == "docx":
        from sayso.stages.ingest.word import read_docx

        return read_docx(data, where=name, max_bytes=max_bytes)
    if kind == "eml":
        from sayso.stages.ingest.mail import read_eml

        return read_eml(data, where=name)
    if kind == "mhtml":
        from sayso.stages.ingest.mhtml import read_mhtml

        return read_mhtml(data, where=name)
    if kind == "markdown":
        from sayso.stages.ingest.markdown import read_markdown

        return read_markdown(data, where=name)
    from sayso.stages.ingest.plain import read_plain

    return read_plain(data, where=name)


def _one(draft: Draft, *, kind: Kind, data: bytes, name: str, address: str | None) -> Ingested:
    problems = list(draft.problems)
    if not draft.text.strip():
        if not any(p.severity == "error" for p in problems):
            problems.append(problem("ingest.no_text", where=name, found="no text was found in the file"))
        return Ingested(problems=tuple(problems))
    stated = canonical(draft.url)
    if draft.url and stated is None:
        problems.append(problem("url.refused", where=name, found=f"not an http(s) address: {draft.url[:60]!r}"))
    hash_ = sha256(data).hexdigest()
    document = Document(
        id=f"doc-{hash_[:16]}",
        title=draft.title,
        byline=draft.byline,
        outlet=draft.outlet or outlet_of(stated or canonical(address), draft.text),
        published=draft.published or day_of_address(stated),
        url=stated or canonical(address),
        language=detect(draft.text, declared=draft.declared),
        text=draft.text,
        blocks=draft.blocks,
        links=draft.links,
        evidence=Evidence(sha256=hash_, size_bytes=len(data), media_type=MEDIA_TYPES[kind], name=name),
    )
    return Ingested(documents=((document, data),), problems=tuple(problems))


SORTS = (
    (b"{\\rtf", "Rich Text: save it as DOCX or text"),
    (b"PK\x03\x04", "a damaged ZIP archive, or an ODT, EPUB or spreadsheet: save it as DOCX or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file: save it as DOCX"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file: unpack it"),
    (b"SQLite format 3", "a database, perhaps a ledger: give it with `--ledger`"),
)
"""First bytes of files that people give all the same."""
OUTLOOK = "__substg1.0_".encode("utf-16-le")
"""What the parts of a letter of Outlook are called in its file."""


def _look(data: bytes) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0") and OUTLOOK in data:
        return "a letter as Outlook keeps it (MSG): save it as EML, or as HTML"
    sort = next((named for start, named in SORTS if data.startswith(start)), None)
    if sort:
        return sort
    if not CONTROL.search(data[:8]) and (stray := CONTROL.search(data)):
        return f"byte {stray.start()} is {stray.group()[0]:02x}, which no text has"
    return "starts with " + " ".join(f"{byte:02x}" for byte in data[:8])
