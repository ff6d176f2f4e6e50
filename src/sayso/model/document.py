"""A published report and the bytes that it came as."""

from typing import Literal

from sayso.model._record import record
from sayso.model.period import Published

BlockKind = Literal["title", "heading", "paragraph", "item", "quote", "caption", "table", "boilerplate"]


@record
class Block:
    """A piece of a document's text that stands on its own; no sentence runs from one block into the next."""

    kind: BlockKind
    """What the piece is. `boilerplate` (newsletter boxes, cookie notes, author lines) is kept but not read."""
    start: int
    """First code point of the block in `Document.text`."""
    end: int
    """First code point after it."""


@record
class Evidence:
    """The bytes a document came as, kept unchanged under their SHA-256."""

    sha256: str
    """Hexadecimal digest of the bytes: their name in the evidence folder."""
    size_bytes: int
    """How many bytes."""
    media_type: str
    """`text/html`, `application/pdf`, `message/rfc822`, ... as recognised from the bytes, not from the name."""
    name: str
    """File name or address it was read from, without the folder."""


@record
class Document:
    """One published report. Its text never changes after ingest."""

    id: str
    """`doc-` and the first 16 hexadecimal digits of the SHA-256 of the evidence: same bytes, same document."""
    given_id: str | None = None
    """The `id` of a JSON Lines input; None for files."""
    title: str | None = None
    """Headline; None when the file names none. When it also stands in the text, it is the block of kind `title`."""
    byline: str | None = None
    """Author line as printed, without "By"."""
    outlet: str | None = None
    """Who published it; None when that cannot be told."""
    published: Published | None = None
    """When; None when the file does not say. Never taken from the file's own time stamps."""
    url: str | None = None
    """Canonical address: http(s) only, without tracking parameters."""
    language: str = "und"
    """ISO 639-1 code, `und` when too short to tell. Only `en` is read; other languages are kept and marked."""
    text: str
    """All of the text, blocks separated by line breaks. Offsets everywhere count its code points."""
    blocks: tuple[Block, ...] = ()
    """The text's pieces in order, not overlapping."""
    links: tuple[str, ...] = ()
    """Addresses that the body links to, in order, each once: a hyperlink can be a citation."""
    evidence: Evidence | None = None
    """The bytes behind it; None for text that came from a program (JSON Lines read without a ledger)."""
