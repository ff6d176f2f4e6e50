"""Plain text: the first line may be the headline, the next ones may name author, outlet and day."""

from dataclasses import replace

from sayso.lexicon.escapes import opened
from sayso.model import Block
from sayso.stages.ingest.charset import decode
from sayso.stages.ingest.draft import Draft, plain
from sayso.stages.ingest.heads import MENU_LINES, Head, above, asking, read_foot, read_head, unread, without_outlet
from sayso.stages.ingest.lines import blocks_of, same_words, unwrap

TITLE_LINES = 3
"""So many lines may the title of a printed page take."""


def read_plain(data: bytes, *, where: str) -> Draft:
    """The draft of a text file: the text to the letter but for line ends, written out too, NULs and hard wrapping."""
    decoded = decode(data, where=where)
    draft = from_text(unwrap(opened(decoded.text)))
    return replace(draft, problems=decoded.problems)


def from_text(text: str, *, title: str | None = None, outlet_line: bool = True, begins: int = 0) -> Draft:
    """The draft of some text whose first lines may name title, author, outlet and day. Offsets are those of `text`.

    What stands before `begins`, or before the lines that are `title`, is no reporting: a menu, a note about cookies, a
    letter around the article.

    `outlet_line` allows "Kestrel Daily, 28 October 2022"; false for text of unknown make, where such a line may as
    well be a heading ("Battle of Kursk, 5 July 1943").
    """
    masthead = above(text[begins:]) if outlet_line and title is None else Head()
    begins += masthead.ends
    printed = title or asking(text[begins:])
    blocks = blocks_of(text[begins:], title=printed)
    blocks = tuple(Block(kind=b.kind, start=b.start + begins, end=b.end + begins) for b in blocks)
    before, blocks = _below_title(text, blocks, title) if title else ((), blocks)
    before = (*blocks_of(text[:begins]), *before)
    head = read_head(text, blocks, outlet_line=outlet_line)
    foot = read_foot(text, blocks) if outlet_line else Head()
    first = next((b for b in blocks if b.kind == "title"), None)
    title = masthead.title or head.title or title or (text[first.start : first.end] if first else None)
    outlet = head.outlet or masthead.outlet
    title, outlet = without_outlet(plain(title), outlet) if outlet_line else (plain(title), outlet)
    used = {*head.used, *foot.used}
    return Draft(
        text=text,
        blocks=(*unread(before, {b.start for b in before}), *unread(blocks, used)),
        title=title or None,
        byline=head.byline or masthead.byline,
        outlet=outlet or foot.outlet,
        published=head.published or masthead.published or foot.published,
        url=head.url or masthead.url or foot.url,
    )


def _below_title(text: str, blocks: tuple[Block, ...], title: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks above the title's lines, and the others with the title marked; all in the second where it is not
    found among the first lines."""
    for first in range(min(len(blocks), MENU_LINES)):
        for count in range(1, TITLE_LINES + 1):
            printed = blocks[first : first + count]
            if printed and same_words(text[printed[0].start : printed[-1].end], title):
                marked = tuple(Block(kind="title", start=b.start, end=b.end) for b in printed)
                return blocks[:first], (*marked, *blocks[first + count :])
    return (), blocks
