"""What the first and the last lines of a text say of it, and where its headline stands."""

import re
from collections.abc import Collection
from dataclasses import fields

from sayso.lexicon.outlets import in_a_masthead, is_person, is_place, names_an_outlet
from sayso.model import Block, Published
from sayso.model._record import record
from sayso.stages.ingest import dates
from sayso.stages.ingest.draft import plain
from sayso.stages.ingest.head_lines import ADDRESS, LONGEST, NAME, Said, names_of, read_line, shaped_as_name
from sayso.stages.ingest.lines import BOILERPLATE, ENDS, LINE, asks, looks_like_title

HEAD_LINES, FOOT_LINES = 10, 4
MENU_LINES = 40
"""So many lines may stand above the title of a page."""
SHORT_WORDS = 12
"""Lines up to this long may stand between headline and date line: a translator's note, a section's name."""
FIRST_CHARS = 2000
"""Where the first two lines end at the latest."""
HEADLINE_WORDS = 3
"""A line with fewer words above another that could be a headline is a menu's or a section's."""
OUTLET_WORDS = 8
SUFFIX = re.compile(r"(?P<title>\S.{10,})(?:\s+\|\s*|\s+[–—-]\s+)(?P<outlet>\S[^|]{1,60})")
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d)?(?:\s*[–-]\s*(?:19|20)\d\d)?,?\s*(?P<outlet>[^\W\d][^.|©]{1,60}?)"
    r"(?:,?\s*(?:19|20)\d\d)?(?:\s*[.|,]\s*.{0,80})?",
    re.I,
)


@record
class Head:
    """What the lines around a text say about it, and which of them say nothing else."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: Published | None = None
    url: str | None = None
    used: tuple[int, ...] = ()
    """Starts of the lines used, to be marked as boilerplate."""
    ends: int = 0
    """Where lines above the headline end; 0 where there are none."""


class Held:
    """What has been found so far; what was said first stays."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.used: list[int] = []
        self.names: list[tuple[int, str]] = []
        """Names alone on a line, with where it starts."""

    def take(self, said: Said, start: int) -> None:
        """Keep what the line at `start` says."""
        told = {f.name: value for f in fields(said) if f.name != "name" and (value := getattr(said, f.name))}
        self.values = told | self.values
        self.used.append(start)
        if said.name:
            self.names.append((start, said.name))

    def name(self, outlet: str, start: int) -> None:
        """Keep the name at `start` for the outlet's."""
        self.values.setdefault("outlet", plain(outlet))
        self.used.append(start)

    def head(self, *, ends: int = 0) -> Head:
        """All of it."""
        return Head(used=tuple(self.used), ends=ends, **self.values)  # type: ignore[arg-type]


def above(text: str) -> Head:
    """Lines above the headline: an address, an outlet's name, a day, a menu; none where no line shaped like a headline
    follows them.

    >>> above("https://example.org/a\\nPirates seize tanker\\nThe men came back.").url
    'https://example.org/a'
    >>> above("Pirates seize tanker\\nThe men came back.").ends
    0
    """
    lines = [match for match, _ in zip(LINE.finditer(text), range(MENU_LINES + 1), strict=False)]
    said = [read_line(match.group()) for match in lines]
    number = _headline([match.group().strip() for match in lines], said)
    if not number:
        return Head()
    held = Held()
    for match, told in zip(lines[:number], said[:number], strict=True):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        if told:
            held.take(told, start)
        else:
            held.names.extend((start, name) for name in names_of(match.group()))
    for sure in (names_an_outlet, in_a_masthead):
        for start, name in held.names:
            if "outlet" not in held.values and sure(name):
                held.name(name, start)
    return held.head(ends=lines[number].start())


def _headline(lines: list[str], said: list[Said | None]) -> int:
    """Which line is the headline, 0 for the first; 0 as well when what stands above it may be part of the report."""
    number = 0
    for number, line in enumerate(lines):
        if said[number] is None and not _aside(line, lines[number + 1 : number + 2]):
            break
    else:
        return 0
    if said[number] is not None or not (looks_like_title(lines[number]) or asks(lines[number])):
        return 0
    return _below_masthead(lines, said, number) or number


def asking(text: str) -> str | None:
    """A first line that is a headline though it ends like a question or a quotation: an empty line, an author's or a
    date line stands below it.

    >>> asking("Whose sons are they?\\n\\nThe men left."), asking("Whose sons are they?\\nNobody knows who they are.")
    ('Whose sons are they?', None)
    """
    first, second, _ = [*LINE.finditer(text[:FIRST_CHARS]), None, None, None][:3]
    if not first or not second or not asks(first.group()):
        return None
    apart = text[first.end() : second.start()].count("\n") > 1
    said = apart or read_line(second.group()) or BOILERPLATE.match(second.group()) or [*names_of(second.group())]
    return first.group().strip() if said else None


def _below_masthead(lines: list[str], said: list[Said | None], number: int) -> int:
    """The headline below a line that is a publisher's name, with nothing between but a day; 0 where it is none."""
    if not is_masthead(lines[number]):
        return 0
    below = next((n for n in range(number + 1, len(lines)) if said[n] is None), 0)
    told = [*said[number + 1 : below], *said[below + 1 : below + 4]]
    if not below or not any(each and (each.published or each.byline) for each in told):
        return 0
    line = lines[below]
    longer = len(line.split()) >= HEADLINE_WORDS or not shaped_as_name(line)
    return below if longer and (looks_like_title(line) or asks(line)) else 0


def _aside(line: str, following: list[str]) -> bool:
    """Whether a line above a headline is a menu's, a section's, or an outlet's name."""
    if BOILERPLATE.match(line):
        return True
    heads = bool(following) and (looks_like_title(following[0]) or asks(following[0]) or bool(read_line(following[0])))
    if not heads or ENDS.search(line):
        return False
    return names_an_outlet(line) or (len(line.split()) < HEADLINE_WORDS and shaped_as_name(line))


def is_masthead(line: str) -> bool:
    """Whether a line may be a publisher's name and holds nothing else."""
    return len(line.split()) <= OUTLET_WORDS and any(in_a_masthead(name) for name in names_of(line))


def read_head(text: str, blocks: tuple[Block, ...], *, outlet_line: bool = True) -> Head:
    """Author, outlet, day and address from the first lines, up to the first one that is running text.

    `outlet_line` allows "Kestrel Daily, 28 October 2022"; false for text of unknown make.
    """
    held = Held()
    alone: list[tuple[Block, str]] = []
    titled = any(block.kind == "title" for block in blocks)
    for block in blocks[:HEAD_LINES]:
        line = text[block.start : block.end]
        said = read_line(line, headline=titled) if block.kind != "title" else _labelled_title(line)
        if said and (outlet_line or _unmistakable(said, line)):
            held.take(said, block.start)
        elif outlet_line and block.kind != "title" and (names := list(names_of(line))):
            alone.append((block, names[0]))
        elif block.kind != "title" and (ENDS.search(line) or len(line.split()) > SHORT_WORDS):
            break
    _lone_outlet(held, alone, text)
    return held.head()


def unread(blocks: tuple[Block, ...], used: Collection[int]) -> tuple[Block, ...]:
    """The blocks, those that start at `used` as boilerplate."""
    return tuple(Block(kind="boilerplate", start=b.start, end=b.end) if b.start in used else b for b in blocks)


def _labelled_title(line: str) -> Said | None:
    said = read_line(line)
    return said if said and said.title else None


def _unmistakable(said: Said, line: str) -> bool:
    """Whether a line may be taken where a heading could look the same: one that names no outlet, or has a label."""
    return said.outlet is None or ":" in line or "|" in line


def _lone_outlet(held: Held, alone: list[tuple[Block, str]], text: str) -> None:
    """A name by itself is the outlet's where author or day stand beside it, and may be a heading elsewhere."""
    if not held.used or "outlet" in held.values:
        return
    beside = [(block, name) for block, name in alone if block.start < max(held.used) + LONGEST]
    named = "byline" in held.values
    for sure in (names_an_outlet, in_a_masthead, lambda name: named and _unlisted(name)):
        for block, name in beside:
            if sure(name) and "outlet" not in held.values:
                held.name(name, block.start)
    if "byline" not in held.values:
        persons = [(b, n) for b, n in beside if b.start not in held.used and NAME.fullmatch(n) and len(n.split()) > 1]
        for block, name in persons[:1]:
            if is_person(name) and text[block.start : block.end] == name:
                held.values["byline"] = name
                held.used.append(block.start)


def _unlisted(name: str) -> bool:
    """Whether a name below an author's and beside a day is no person's, no place's and no section's."""
    return len(name.split()) > 1 and not is_person(name) and not is_place(name)


def read_foot(text: str, blocks: tuple[Block, ...]) -> Head:
    """Outlet, day and address from the last lines: "Source: https://...", "© 2022 The Varn Gazette"."""
    held = Held()
    for block in reversed(blocks[-FOOT_LINES:]):
        line = text[block.start : block.end].strip()
        rights = RIGHTS.fullmatch(line)
        said = read_line(line)
        if rights and shaped_as_name(plain(rights["outlet"])):
            held.name(rights["outlet"], block.start)
        elif said and (said.url or said.outlet or BOILERPLATE.match(line)):
            held.take(said, block.start)
        elif ENDS.search(line) or len(line.split()) > SHORT_WORDS:
            break
    return held.head()


def without_outlet(title: str, outlet: str | None) -> tuple[str, str | None]:
    """A headline without the outlet behind it, and that outlet: "Men for hire | Kabul Courier".

    >>> without_outlet("Rebels hire men in Varn | The Varn Gazette", None)
    ('Rebels hire men in Varn', 'The Varn Gazette')
    >>> without_outlet("Rebels hired as guards in Varn - officer", None)[1] is None
    True
    """
    found = SUFFIX.fullmatch(title)
    if not found or len(found["title"].split()) < HEADLINE_WORDS:
        return title, outlet
    named = plain(found["outlet"])
    if named == outlet or names_an_outlet(named) or (shaped_as_name(named) and in_a_masthead(named)):
        return found["title"].strip(), named
    return title, outlet


DATED_PATH = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3})/(?P<day>\d{1,2})(?=/|$)|/(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?=[/_-]|$)",
    re.I,
)


def day_of_address(url: str | None) -> Published | None:
    """The day that the path of an address writes out, year first; None where it writes none.

    News sites put the day on which an article first stood there into its address and never change it.

    >>> str(day_of_address("https://varn.example/world/2022/oct/25/men-for-hire").start)
    '2022-10-25'
    >>> day_of_address("https://varn.example/men-for-hire-20221025") is None
    True
    """
    found = DATED_PATH.search(url or "") if ADDRESS.match(url or "") else None
    if not found:
        return None
    if found["iso"]:
        return dates.published(found["iso"], basis="address")
    month = found["month"].lower()
    number = dates.MONTHS.get(month, 0) if month.isalpha() else int(month)
    return dates.published(f"{found['year']}-{number:02}-{int(found['day']):02}", basis="address")
