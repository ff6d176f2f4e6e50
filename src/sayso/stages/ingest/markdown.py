"""Markdown, with or without front matter."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sayso.model import BlockKind
from sayso.stages.ingest import dates
from sayso.stages.ingest.address import canonical
from sayso.stages.ingest.charset import decode
from sayso.stages.ingest.draft import Draft, Piece, lay_out, plain
from sayso.stages.ingest.heads import read_head, unread
from sayso.stages.ingest.lines import BOILERPLATE, same_words
from sayso.stages.ingest.problems import problem

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.S | re.M)
FIELD = re.compile(r"^(?P<name>[A-Za-z_-]{2,30}):[ \t]*(?P<value>\S.*)$", re.M)
NAMES = {
    "title": "title", "headline": "title", "author": "byline", "authors": "byline", "byline": "byline",
    "date": "published", "published": "published", "pubdate": "published", "outlet": "outlet", "publisher": "outlet",
    "source": "outlet", "site": "outlet", "url": "url", "canonical": "url", "canonical_url": "url", "link": "url",
    "lang": "language", "language": "language",
}  # fmt: skip
NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
NOTE_TEXT = re.compile(r"^\[\^[^\]\s]{1,40}\]:", re.M)
RAISED = re.compile(r"<sup>\s*\[?(?:<a[^>]*>)?\d{1,3}(?:</a>)?\]?\s*</sup>", re.I)


def read_markdown(data: bytes, *, where: str) -> Draft:
    """The draft of a Markdown file: words without the marks, links kept aside, footnote marks left out."""
    decoded = decode(data, where=where)
    fields, body = _front_matter(decoded.text)
    body = NOTE_MARK.sub("", NOTE_TEXT.sub("Note:", RAISED.sub("", body)))
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(body)
    pieces = list(_pieces(tokens))
    title = fields.get("title") or next((p.text for p in pieces[:3] if p.kind == "title"), None)
    pieces = _titled(pieces, title)
    if title and fields.get("title") and not any(piece.kind == "title" for piece in pieces):
        pieces = [Piece(kind="title", text=title), *pieces]
    text, blocks = lay_out(pieces)
    head = read_head(text, blocks)
    stated = fields.get("published")
    day = dates.published(stated, basis="front matter date") if stated else head.published
    unclear = [problem("date.unclear", where=where, found=f"no day in {stated[:40]!r}")] if stated and not day else []
    return Draft(
        text=text,
        blocks=unread(blocks, head.used),
        title=plain(title) or None,
        byline=fields.get("byline") or head.byline,
        outlet=fields.get("outlet") or head.outlet,
        published=day,
        url=fields.get("url") or head.url,
        links=_links(tokens),
        declared=(fields.get("language") or "")[:2].lower() or None,
        problems=(*decoded.problems, *unclear),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Simple `name: value` fields between two lines of dashes; nested values are passed over."""
    front = FRONT.match(text)
    if front is None:
        return {}, text
    fields: dict[str, str] = {}
    for found in FIELD.finditer(front["fields"]):
        name = NAMES.get(found["name"].lower())
        value = _bare(found["value"].strip())
        if name and value:
            fields.setdefault(name, value)
    return fields, text[front.end() :]


def _bare(value: str) -> str:
    """A value of front matter without the marks of YAML around it: quotation marks that belong together, the brackets
    of a list.

    >>> _bare('"He said \\\\"no\\\\""'), _bare("'It''s war'"), _bare("'No,' he said")
    ('He said "no"', "It's war", "'No,' he said")
    """
    value = value.removeprefix("[").removesuffix("]").strip() if value.startswith("[") else value
    if len(value) > 1 and value[0] == value[-1] == '"':
        return re.sub(r"\\(.)", r"\1", value[1:-1]).strip()
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'").strip()
    return value


def _pieces(tokens: "list[Token]") -> Iterator[Piece]:
    open_: list[str] = []
    seen_title = False
    for token in tokens:
        if token.nesting == 1:
            open_.append(f"h{token.tag[1]}" if token.type == "heading_open" else token.type.removesuffix("_open"))
        elif token.nesting == -1 and open_:
            open_.pop()
        elif token.type == "inline":
            kind = _kind(open_, seen_title)
            seen_title = seen_title or kind == "title"
            for part in _words(token).split("\n"):
                yield Piece(kind="boilerplate" if BOILERPLATE.match(part) else kind, text=part)
        elif token.type in ("fence", "code_block"):
            yield Piece(kind="boilerplate", text=token.content)
        elif token.type == "html_block":
            yield Piece(kind="paragraph", text=re.sub(r"<[^<>]{0,2000}>", " ", token.content))


def _kind(open_: list[str], seen_title: bool) -> BlockKind:
    if open_ and open_[-1] == "h1" and not seen_title:
        return "title"
    if open_ and open_[-1][0] == "h" and open_[-1][1:].isdigit():
        return "heading"
    if "table" in open_:
        return "table"
    if "list_item" in open_:
        return "item"
    return "quote" if "blockquote" in open_ else "paragraph"


def _words(token: "Token") -> str:
    words = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            words.append(child.content)
        elif child.type == "softbreak":
            words.append(" ")
        elif child.type == "hardbreak":
            words.append("\n")
    return "".join(words)


def _titled(pieces: list[Piece], title: str | None) -> list[Piece]:
    return [
        Piece(kind="title", text=p.text) if number < 3 and title and same_words(p.text, title) else p
        for number, p in enumerate(pieces)
    ]


def _links(tokens: "list[Token]") -> tuple[str, ...]:
    children = (child for token in tokens for child in token.children or () if child.type == "link_open")
    found = (canonical(str(child.attrGet("href") or "")) for child in children)
    return tuple(dict.fromkeys(link for link in found if link))
