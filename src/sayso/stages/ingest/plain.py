"""Plain text: the first line may be the headline, the next ones may name author, outlet and day."""

import re
from dataclasses import replace

from sayso.lexicon.escapes import opened
from sayso.lexicon.outlets import names_an_outlet
from sayso.model import Block, Published
from sayso.model._record import record
from sayso.stages.ingest import dates
from sayso.stages.ingest.charset import decode
from sayso.stages.ingest.draft import Draft, plain
from sayso.stages.ingest.lines import ENDS, LINE, blocks_of, looks_like_title, same_words, unwrap

HEAD_LINES = 8
MENU_LINES, TITLE_LINES = 40, 3
"""So many lines may stand above the title of a printed page, and so many may it take."""
OUTLET_WORDS = 6
MASTHEAD_LINES = 3
"""Lines above a headline that may hold address, outlet and day, one each."""
ADDRESS = re.compile(r"https?://\S+", re.I)
SHORT_WORDS = 12
"""Lines up to this long may stand between headline and date line: a translator's note, a section's name."""
FIELD = re.compile(
    r"(?P<field>title|headline|author|byline|by|date|published|outlet|publisher|publication|newspaper|magazine|website|source|url|link)(?::\s*|(?<=by)\s+)(?P<value>\S.*)",
    re.I,
)
DATE_LINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted)(?:\s+on)?:?\s+)?(?P<date>.{4,60}?)(?:\s*[|·]\s*(?P<outlet>\S.{0,60}))?", re.I
)
OUTLET_LINE = re.compile(
    r"(?:published\s+(?:by|in)\s+|from\s+|in\s+)?(?P<outlet>[^\W\d][^|·,\d]{1,60}?)\s*(?:[|·,]|\s[–—-]\s|\s(?:on\s+)?(?=\d))\s*(?P<date>\S.{3,40})",
    re.I,
)
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:[\s,&]+(?:and\s+)?[^\W\d_][\w.'’-]*){0,9}")
FIELDS = {
    "headline": "title",
    "author": "byline",
    "by": "byline",
    "date": "published",
    "source": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "newspaper": "outlet",
    "magazine": "outlet",
    "website": "outlet",
    "link": "url",
}


@record
class Head:
    """What the first lines of a text say about it, and which of them say nothing else."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: Published | None = None
    url: str | None = None
    used: tuple[int, ...] = ()
    """Starts of the lines used, to be marked as boilerplate."""
    ends: int = 0
    """Where lines above the headline end; 0 where there are none."""


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
    above_title = masthead(text) if outlet_line and title is None and not begins else Head()
    begins = begins or above_title.ends
    blocks = blocks_of(text[begins:], title=title)
    blocks = tuple(Block(kind=b.kind, start=b.start + begins, end=b.end + begins) for b in blocks)
    above, blocks = _below_title(text, blocks, title) if title else ((), blocks)
    above = (*blocks_of(text[:begins]), *above)
    head = read_head(text, blocks, outlet_line=outlet_line)
    first = next((b for b in blocks if b.kind == "title"), None)
    title = head.title or title or (text[first.start : first.end] if first else None)
    placed = tuple(Block(kind="boilerplate", start=b.start, end=b.end) if b.start in head.used else b for b in blocks)
    return Draft(
        text=text,
        blocks=(*(Block(kind="boilerplate", start=b.start, end=b.end) for b in above), *placed),
        title=plain(title) or None,
        byline=head.byline,
        outlet=head.outlet or above_title.outlet,
        published=head.published or above_title.published,
        url=head.url or above_title.url,
    )


def masthead(text: str) -> Head:
    """Lines above the headline that hold an address, an outlet's name or a day and nothing else; none where no line
    shaped like a headline follows them.

    >>> masthead("https://example.org/a\\nPirates seize tanker\\nThe men came back.").url
    'https://example.org/a'
    >>> masthead("Pirates seize tanker\\nThe men came back.").ends
    0
    """
    found: dict[str, object] = {}
    for match in list(LINE.finditer(text))[: MASTHEAD_LINES + 1]:
        line = match.group().strip()
        said = _alone(line)
        if said and len(found) < MASTHEAD_LINES:
            found = said | found
        elif found and looks_like_title(line):
            return Head(ends=match.start(), **found)  # type: ignore[arg-type]
        else:
            break
    return Head()


def _alone(line: str) -> dict[str, object]:
    """What a line says that holds an address, an outlet's name or a day and nothing else."""
    if ADDRESS.fullmatch(line):
        return {"url": line}
    if names_an_outlet(line):
        return {"outlet": plain(line)}
    found = DATE_LINE.fullmatch(line)
    stated = _day(found["date"]) if found and not found["outlet"] else None
    return {"published": stated} if stated else {}


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


def read_head(text: str, blocks: tuple[Block, ...], *, outlet_line: bool = True) -> Head:
    """Author, outlet, day and address from the first lines, up to the first one that is running text."""
    found: dict[str, object] = {}
    used: list[int] = []
    alone: list[Block] = []
    for block in blocks[:HEAD_LINES]:
        line = text[block.start : block.end]
        said = {} if len(line) > 200 else _fields_of(line, titled=block.kind == "title", outlet_line=outlet_line)
        if said:
            used.append(block.start)
            found = said | found
        elif outlet_line and block.kind != "title" and len(line.split()) <= OUTLET_WORDS and names_an_outlet(line):
            alone.append(block)
        elif block.kind != "title" and (ENDS.search(line) or len(line.split()) > SHORT_WORDS):
            break
    # a name by itself is the outlet's where author or day stand beside it, and may be a heading elsewhere
    if used and alone and "outlet" not in found:
        found["outlet"] = plain(text[alone[0].start : alone[0].end])
        used.append(alone[0].start)
    return Head(used=tuple(used), **found)  # type: ignore[arg-type]


def _fields_of(line: str, *, titled: bool, outlet_line: bool) -> dict[str, object]:
    field = FIELD.fullmatch(line.strip())
    if field:
        return _one(FIELDS.get(field["field"].lower(), field["field"].lower()), field["value"].strip(), line)
    if titled:
        return {}
    forms = (DATE_LINE, OUTLET_LINE) if outlet_line else (DATE_LINE,)
    for form in forms:
        found = form.fullmatch(_bare(line))
        stated = _day(found["date"]) if found else None
        if found and stated:
            said = _outlet_and_author(found["outlet"])
            if len(said.get("outlet", "").split()) <= OUTLET_WORDS:
                return {"published": stated, **said}
    return {}


def _bare(line: str) -> str:
    """A line without white space and the brackets around all of it."""
    line = line.strip()
    return line[1:-1].strip() if line[:1] == "(" and line.find(")") == len(line) - 1 else line


def _outlet_and_author(words: str | None) -> dict[str, str]:
    """Outlet and author of what stands beside a day: "Harbour Gazette | Mara Ellison", in either order."""
    parts = [part for part in (plain(part) for part in re.split(r"\s*[|·]\s*", words or "")) if part]
    if not parts:
        return {}
    outlet = next((part for part in parts if names_an_outlet(part)), parts[0])
    authors = [part for part in parts if part != outlet and NAME.fullmatch(part) and not names_an_outlet(part)]
    return {"outlet": outlet} | ({"byline": authors[0].removeprefix("By ")} if authors else {})


def _day(words: str) -> Published | None:
    """A day; a year or month alone on a line is a heading as often as a date line."""
    stated = dates.published(words.strip(), basis="date line")
    return stated if stated and stated.precision == "day" else None


def _one(field: str, value: str, line: str) -> dict[str, object]:
    if field == "published":
        stated = dates.published(value, basis="date line")
        return {"published": stated} if stated else {}
    if field == "byline" and not NAME.fullmatch(value.rstrip(".")):
        return {}
    # "Source: three officials say ..." is running text
    return {field: value} if field in {"title", "url"} or len(value.split()) <= 8 else {}
