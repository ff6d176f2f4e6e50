"""DOCX: paragraphs by style, core properties, footnote marks left out."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from sayso.model import BlockKind
from sayso.stages.ingest.address import canonical
from sayso.stages.ingest.draft import Draft, Piece, lay_out, plain
from sayso.stages.ingest.heads import asking, read_foot, read_head, unread
from sayso.stages.ingest.lines import BOILERPLATE, kind_of, looks_like_title, same_words
from sayso.stages.ingest.problems import refusal

MAX_RATIO = 150
"""Compressed text does not shrink to less than a hundredth; a bomb does, a thousandfold."""
SMALL_BYTES = 1_000_000
MAX_MEMBERS = 5000
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"),
    ("subtitle", "heading"),
    ("heading", "heading"),
    ("list", "item"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("caption", "caption"),
    ("footnote", "boilerplate"),
    ("header", "boilerplate"),
    ("footer", "boilerplate"),
)
NO_AUTHOR = frozenset({"python-docx", "unknown", "user", "author", "admin", "administrator", ""})


def read_docx(data: bytes, *, where: str, max_bytes: int) -> Draft:
    """The draft of a Word document. Raises IngestError for an archive that is damaged or hostile.

    The day is taken from a date line in the text alone: the properties say when the file was made, not published.
    """
    _check(data, where, max_bytes)
    try:
        document = docx.Document(io.BytesIO(data))
        pieces = list(_pieces(document))
        properties = document.core_properties
        named, author = plain(properties.title), plain(properties.author)
        links = _links(document)
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, AttributeError, SyntaxError) as error:
        raise refusal("ingest.unreadable", where=where, found=f"damaged Word document: {error}") from error
    pieces, title = _titled(pieces, named)
    text, blocks = lay_out(pieces)
    head = read_head(text, blocks)
    foot = read_foot(text, blocks)
    blocks = unread(blocks, {*head.used, *foot.used})
    return Draft(
        text=text,
        blocks=blocks,
        title=title or head.title,
        byline=head.byline or (author if author.casefold() not in NO_AUTHOR else None),
        outlet=head.outlet or foot.outlet,
        published=head.published or foot.published,
        url=head.url or foot.url,
        links=links,
    )


def _check(data: bytes, where: str, max_bytes: int) -> None:
    """Refuse an archive that unpacks to more than its setting allows, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            size = sum(member.file_size for member in members)
            worst = max(
                (m.file_size / max(m.compress_size, 1) for m in members if m.file_size > SMALL_BYTES), default=0
            )
            if size > max_bytes or worst > MAX_RATIO or len(members) > MAX_MEMBERS:
                raise refusal("docx.bomb", where=where, found=f"unpacks to {size:,} bytes in {len(members)} parts")
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    with archive.open(member) as part:
                        if ENTITIES.search(part.read(4096)):
                            raise refusal("docx.entities", where=where, found=f"entities in {member.filename}")
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, KeyError) as error:
        raise refusal("ingest.unreadable", where=where, found=f"damaged or cut-off archive: {error}") from error


def _pieces(document: Any) -> Iterator[Piece]:
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                yield Piece(kind="table", text=" | ".join(dict.fromkeys(plain(cell.text) for cell in row.cells)))
        else:
            text = plain(_words(part))
            yield Piece(kind=_kind(part, text), text=text)


def _words(paragraph: Any) -> str:
    """The paragraph's text without raised digits, which are footnote marks; links included."""
    words = []
    for run in paragraph._p.iter(qn("w:r")):
        raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
        text = "".join(_bit(bit) for bit in run)
        if (
            raised is not None
            and raised.get(qn("w:val")) == "superscript"
            and re.fullmatch(r"\[?\d{1,3}\]?", text.strip())
        ):
            continue
        words.append(text)
    return "".join(words)


def _bit(element: Any) -> str:
    if element.tag == qn("w:t"):
        return str(element.text or "")
    return {qn("w:tab"): " ", qn("w:br"): " ", qn("w:noBreakHyphen"): "-"}.get(element.tag, "")


def _kind(paragraph: Any, text: str) -> BlockKind:
    if BOILERPLATE.match(text):
        return "boilerplate"
    style = (paragraph.style.name or "" if paragraph.style is not None else "").lower()
    named = next((kind for start, kind in STYLES if style.startswith(start)), None)
    if named:
        return named
    shape = kind_of(text, followed=True) if text else "paragraph"
    return "item" if shape == "item" else "paragraph"


def _titled(pieces: list[Piece], title: str) -> tuple[list[Piece], str | None]:
    """The pieces with the headline marked: by style, by the title in the properties, or by the shape of the first."""
    held = [piece for piece in pieces if piece.text]
    for number, piece in enumerate(held[:3]):
        if piece.kind == "title" or (title and same_words(piece.text, title)):
            held[number] = Piece(kind="title", text=piece.text)
            return held, piece.text
    shaped = len(held) > 1 and (looks_like_title(held[0].text) or asking("\n".join(p.text for p in held[:2])))
    if shaped and held[0].kind in ("paragraph", "heading"):
        held[0] = Piece(kind="title", text=held[0].text)
        return held, held[0].text
    return held, title or None


def _links(document: Any) -> tuple[str, ...]:
    targets = (
        rel.target_ref for rel in document.part.rels.values() if rel.is_external and rel.reltype.endswith("/hyperlink")
    )
    return tuple(dict.fromkeys(link for link in map(canonical, targets) if link))
