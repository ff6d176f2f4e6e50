"""What a format's reader gives, before it becomes a Document."""

import re
from collections.abc import Iterable
from dataclasses import replace

from sayso.model import Block, BlockKind, Problem, Published
from sayso.model._record import record


@record
class Piece:
    """A stretch of text that stands on its own, not yet placed in a document."""

    kind: BlockKind
    text: str


@record
class Draft:
    """Text, blocks and what the file says about itself. Each field as in `Document`."""

    text: str = ""
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: Published | None = None
    url: str | None = None
    links: tuple[str, ...] = ()
    declared: str | None = None
    """Language that the file declares, as an ISO 639-1 code; a hint only."""
    problems: tuple[Problem, ...] = ()


INVISIBLE = re.compile("[\u0000\u00ad\u200b\u2060\ufeff]")
BLANKS = re.compile(r"\s+")


def plain(text: str | None) -> str:
    """The text on one line: white space runs become one space, soft hyphens and zero-width spaces go.

    The zero-width joiner and non-joiner stay: Persian and Hindi words need them.

    >>> plain(" Kabul\\u00a0\\n fell ")
    'Kabul fell'
    """
    return BLANKS.sub(" ", INVISIBLE.sub("", text or "")).strip()


def lay_out(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """One text of all pieces that hold words, a line each, with their blocks.

    >>> lay_out([Piece(kind="title", text="Men wanted"), Piece(kind="paragraph", text="He left.")])[0]
    'Men wanted\\nHe left.'
    """
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        text = plain(piece.text)
        if text:
            blocks.append(Block(kind=piece.kind, start=at, end=at + len(text)))
            lines.append(text)
            at += len(text) + 1
    return "\n".join(lines), tuple(blocks)


def headed(draft: Draft, title: str) -> Draft:
    """The draft with its headline in front where its text has none: a headline reports as the text below it does.

    >>> headed(Draft(text="He left."), "Men wanted").text
    'Men wanted\\n\\nHe left.'
    """
    if any(block.kind == "title" for block in draft.blocks):
        return draft
    ahead = len(title) + 2
    blocks = (replace(block, start=block.start + ahead, end=block.end + ahead) for block in draft.blocks)
    title_block = Block(kind="title", start=0, end=len(title))
    return replace(draft, text=f"{title}\n\n{draft.text}", blocks=(title_block, *blocks))
