"""PDF: text in reading order, without running heads, page numbers, footnote marks and line-end hyphens."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pypdfium2
from pypdfium2 import raw

from sayso.model import Problem
from sayso.model._record import record
from sayso.stages.ingest.charset import clean
from sayso.stages.ingest.draft import Draft, plain
from sayso.stages.ingest.lines import BOILERPLATE, ITEM
from sayso.stages.ingest.plain import from_text
from sayso.stages.ingest.problems import problem, refusal

PDF: Any = pypdfium2  # carries no types
PDFIUM: Any = raw
HYPHENS = "-\u2010\u00ad\ufffe\u0002"
HYPHENATED = re.compile("(?P<front>[^\\W\\d_]{2,})(?:[-\u2010\u00ad]\n|[\ufffe\u0002]\n?)(?P<back>[^\\W\\d_][\\w’']*)")
"""pdfium puts U+0002 or U+FFFE for a hyphen at a line's end, and runs the lines together."""
PREFIXES = """
well ex self anti pro non co pre post high low long short half mid multi cross counter vice so then pan semi first
second third one two three four five six ten all under
"""
KEEPS_HYPHEN = frozenset(PREFIXES.split())
COMPOUND = re.compile(r"\w+-\w+")
PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:page|p\.|seite|стр\.)?\s*\d{1,4}(?:\s*(?:of|/|из)\s*\d{1,4})?\s*(?:[-–—|])?\s*", re.I
)
DAY_ALONE = re.compile(r"\s*(?:\d{4}-\d\d-\d\d|\d{1,2}\.? [^\W\d_]+\.?,? \d{4}|[^\W\d_]+\.? \d{1,2}, \d{4})\s*")
RUNNING_LINES = 2
SENTENCE_END = re.compile(r"""[.!?:…]["'”’»)\]]*\s*$""")
SMALL = 0.8
"""A digit printed smaller than this share of the line's type is a footnote mark."""
BOLD = re.compile("bold|black|heavy", re.I)
FONT_NAME = 128
"""Bytes of a font's name that are looked at."""
MAX_PAGES = 2000
OPENING = 1500
"""Letters in which the title of a file is looked for; a printed web page has its menu above it."""


@record
class Line:
    """A printed line, or two that a word broken at the end of the first holds together."""

    text: str
    size: float = 0.0
    """Height of its type, in the file's own units; 0 when not known."""
    top: float = 0.0
    """Distance of its upper edge from the foot of the page, in points."""
    foot: float = 0.0
    """The same of its last letter, which stands lower where the line is two."""
    left: float = 0.0
    """Distance of its first letter from the left edge of the page, in points."""
    right: float = 0.0
    """Distance of the end of its last letter or digit from there."""
    is_bold: bool = False
    """Whether it begins and ends in a bold font."""


@record
class Page:
    """The printed lines of one page, in reading order."""

    lines: tuple[Line, ...]


def read_pdf(data: bytes, *, where: str) -> Draft:
    """The draft of a PDF.

    Lines that open or close most pages are running heads and are left out, page numbers too. Pages without any
    character are pictures: said, not guessed. The file's creation date is not taken for the day of publication.
    Raises IngestError for a file that is encrypted, cut off or all pictures.
    """
    pages = _pages(data, where)
    empty = [number for number, page in enumerate(pages, start=1) if not page.lines]
    if len(empty) == len(pages):
        raise refusal("pdf.no_text", where=where, found=f"{len(pages)} pages and not one character of text")
    problems: list[Problem] = []
    if empty:
        problems.append(problem("pdf.some_pages", where=where, found=f"no text on pages {_listed(empty)}"))
    title = _meta_title(data)
    paragraphs = _paragraphs(_without_running_lines(pages))
    written = Counter(word for lines in paragraphs for line in lines for word in COMPOUND.findall(line.text.casefold()))
    text = clean(
        "\n".join(plain(_dehyphenated("\n".join(line.text for line in lines), written)) for lines in paragraphs)
    )
    title, outlet = _printed_title(title, text)
    draft = from_text(text, title=title)
    return replace(draft, outlet=draft.outlet or outlet, problems=tuple(problems))


def _printed_title(stated: str | None, text: str) -> tuple[str | None, str | None]:
    """The title that the file states, if it is printed near the beginning, and the outlet that stands behind it: "Men
    for hire | Kabul Courier"."""
    head, _, tail = (stated or "").rpartition(" | ")
    opening = plain(text[:OPENING]).casefold()
    for title, outlet in ((stated, None), (head, tail.strip() or None)):
        if title and title.casefold() in opening:
            return title, outlet
    return None, None


def _open(data: bytes, where: str) -> Any:
    try:
        return PDF.PdfDocument(data)
    except PDF.PdfiumError as error:
        code = "pdf.encrypted" if "password" in str(error).lower() else "ingest.unreadable"
        found = "it asks for a password" if code == "pdf.encrypted" else f"damaged or cut off: {error}"
        raise refusal(code, where=where, found=found) from error


def _pages(data: bytes, where: str) -> list[Page]:
    document = _open(data, where)
    try:
        count = min(len(document), MAX_PAGES)
        if not count:
            raise refusal("ingest.unreadable", where=where, found="it holds no pages; it may be cut off")
        return [_page(document, number) for number in range(count)]
    finally:
        document.close()


def _page(document: Any, number: int) -> Page:
    try:
        page = document[number]
        text_page = page.get_textpage()
    except PDF.PdfiumError:
        return Page(lines=())  # a page that cannot be drawn counts as one without text, and is reported
    try:
        return Page(lines=tuple(line for line in _lines(text_page) if line.text.strip(f" \t{HYPHENS}")))
    finally:
        text_page.close()
        page.close()


def _lines(text_page: Any) -> Iterator[Line]:
    """The page's lines without the digits that are printed raised, as footnote marks are."""
    height, letter_at = PDFIUM.FPDFText_GetFontSize, PDFIUM.FPDFText_GetUnicode
    letters: list[str] = []
    usual, first, last, sizes = 0.0, -1, -1, Counter[float]()
    for index in range(text_page.count_chars()):
        letter = chr(letter_at(text_page, index) or 0xFFFD)
        if letter in "\r\n":
            yield _line(text_page, letters, (first, last), sizes)
            letters, first, last, sizes = [], -1, -1, Counter()
            continue
        size = height(text_page, index) if letter.isalnum() else 0.0
        if letter.isdigit() and letters and not letters[-1].isspace() and 0 < size < SMALL * usual:
            continue
        if size:
            usual, first, last = size, index if first < 0 else first, index
            sizes[size] += 1
        letters.append(letter)
    yield _line(text_page, letters, (first, last), sizes)


def _line(text_page: Any, letters: list[str], ends: tuple[int, int], sizes: "Counter[float]") -> Line:
    """A line; `ends` are the places of its first and last letter or digit on the page."""
    text = "".join(letters).strip(" \t")
    if ends[0] < 0:
        return Line(text=text)
    left, _, _, top = text_page.get_charbox(ends[0], loose=True)
    _, _, right, foot = text_page.get_charbox(ends[1], loose=True)
    is_bold = all(BOLD.search(_font(text_page, index)) for index in ends)
    size = sizes.most_common(1)[0][0]
    return Line(text=text, size=size, top=top, foot=foot, left=left, right=right, is_bold=is_bold)


def _font(text_page: Any, index: int) -> str:
    """The name of the font in which a letter is printed; empty where the file gives none."""
    name, flags = ctypes.create_string_buffer(FONT_NAME), ctypes.c_int()
    PDFIUM.FPDFText_GetFontInfo(text_page, index, name, FONT_NAME, flags)
    return name.value.decode("utf-8", "replace")


def _without_running_lines(pages: list[Page]) -> list[Line]:
    """The lines of all pages. A line at the top or bottom of most pages, numbers aside, is a running head."""
    seen = Counter(key for page in pages for key in {_shape(line.text) for line in _edges(page)})
    often = {key for key, times in seen.items() if len(pages) > 1 and times > len(pages) / 2}
    kept: list[Line] = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        for line in page.lines:
            runs = id(line) in edges and (_shape(line.text) in often or PAGE_NUMBER.fullmatch(line.text))
            if not runs:
                kept.append(line)
    return kept or [line for page in pages for line in page.lines]


def _edges(page: Page) -> tuple[Line, ...]:
    return page.lines[:RUNNING_LINES] + page.lines[-RUNNING_LINES:]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", plain(line)).casefold()


def _dehyphenated(text: str, written: "Counter[str]") -> str:
    """Words put together again that were broken at the end of a line.

    A hyphen stays where the document writes the word with it elsewhere (`written`), where the second half is a name
    ("Soviet-Afghan"), or after a prefix that keeps it ("well-trained").
    """

    def joined(match: "re.Match[str]") -> str:
        front, back = match["front"], match["back"]
        keeps = front.casefold() in KEEPS_HYPHEN or back[0].isupper() or written[f"{front}-{back}".casefold()]
        return f"{front}-{back}" if keeps else front + back

    return HYPHENATED.sub(joined, text)


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Printed lines put together by the room between them, their type, indent and length; by their words where the
    page or column changes."""
    pitch = _pitch(lines)
    widths = sorted(len(line.text) for line in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    found: list[list[Line]] = [[]]
    for at, line in enumerate(lines):
        found[-1].append(line)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following is not None and (
            _ends_paragraph(line, following, pitch, width) or _breaks_early(line, following, _edge(lines, at))
        ):
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def _pitch(lines: list[Line]) -> float:
    """How far apart the lines of running text stand, for type of size 1: where one runs on in the next, which begins
    small; of all lines where none does. Of a page with many headlines most lines stand apart."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.size and a.foot > b.top and _same_type(a, b)]
    running = [(a, b) for a, b in pairs if b.text[:1].islower() and not SENTENCE_END.search(a.text)]
    found = Counter(round((a.foot - b.top) / a.size, 1) for a, b in running or pairs).most_common(1)
    return found[0][0] if found else 0.0


def _same_type(left: Line, right: Line) -> bool:
    return abs(left.size - right.size) <= 0.08 * max(left.size, right.size)


JOINT = re.compile("[\ufffe\u0002]")
NEAR = 4
"""Lines before and after one whose right edge is looked at: beside a picture text is narrower for some lines."""
SLACK = 2.0
"""So many letters more than the next word has must have fitted."""
RUNS_ON = re.compile(
    r"(?:[,;:(–—-]|\b(?:an?|the|of|in|on|at|to|for|from|with|by|and|or|but|that|as|is|was|were|are))$", re.I
)


def _edge(lines: list[Line], at: int) -> float:
    """How far right the lines around one reach, of those of its type."""
    near = lines[max(0, at - NEAR) : at + NEAR + 1]
    return max(line.right for line in near if _same_type(line, lines[at]))


def _breaks_early(line: Line, following: Line, edge: float) -> bool:
    """Whether a line ends where the next word would have fitted, which begins anew: a headline in a list, an entry of a
    menu, the last line of a paragraph. What is printed large is left together, as its lines are evened out."""
    if not (line.size and following.size and line.right > line.left) or following.text[:1].islower():
        return False
    if line.is_bold and following.is_bold:  # a headline over several lines
        return False
    words = following.text.split(None, 1)
    letter = (line.right - line.left) / max(1, len(JOINT.split(line.text)[-1]))
    would_fit = line.right + (len(words[0]) + 1 + SLACK) * letter < edge if words else False
    return would_fit and not RUNS_ON.search(line.text)


def _ends_paragraph(line: Line, following: Line, pitch: float, width: int) -> bool:
    if not _same_type(line, following) or ITEM.match(following.text):
        return True
    if line.is_bold != following.is_bold and not following.text[:1].islower():
        return True  # a headline over its text, in type of one size
    if any(BOILERPLATE.match(each.text) or DAY_ALONE.fullmatch(each.text) for each in (line, following)):
        return True
    gap, usual = line.foot - following.top, pitch * line.size
    if 0 < gap <= 3 * usual:
        indented = following.left - line.left > 0.6 * usual and bool(SENTENCE_END.search(line.text))
        runs_on = following.text[:1].islower() and not SENTENCE_END.search(line.text)
        return gap > (1.8 if runs_on else 1.25) * usual or indented
    # the next line is on another page or in another column: the words decide
    would_fit = len(line.text) + 1 + len(following.text.split(None, 1)[0]) < width * 0.88
    return bool(SENTENCE_END.search(line.text)) and (would_fit or (not following.text[:1].islower() and gap > 0))


def _meta_title(data: bytes) -> str | None:
    document = PDF.PdfDocument(data)
    try:
        return plain(document.get_metadata_dict().get("Title")) or None
    except (PDF.PdfiumError, UnicodeError, ctypes.ArgumentError):
        return None
    finally:
        document.close()


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:12])) + (" ..." if len(numbers) > 12 else "")
