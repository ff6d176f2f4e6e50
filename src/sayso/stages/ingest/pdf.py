"""PDF: text in reading order, without running heads, page numbers, footnote marks and line-end hyphens."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from sayso.model import Problem
from sayso.model._record import record
from sayso.stages.ingest.charset import clean
from sayso.stages.ingest.draft import INVISIBLE, Draft, plain
from sayso.stages.ingest.lines import BOILERPLATE, ITEM, LINE
from sayso.stages.ingest.plain import from_text
from sayso.stages.ingest.problems import problem, refusal

PDF: Any = pypdfium2  # carries no types
PDFIUM: Any = raw
HYPHENS = "-\u2010\u00ad\ufffe\u0002"
HYPHENATED = re.compile(rf"(?P<front>[^\W\d_]{{2,}})[{HYPHENS}]\n(?P<back>[^\W\d_][\w’']*)")
PREFIXES = """
well ex self anti pro non co pre post high low long short half mid multi cross counter vice so then pan semi first
second third one two three four five six ten all under
"""
KEEPS_HYPHEN = frozenset(PREFIXES.split())
PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:page|p\.|seite|стр\.)?\s*\d{1,4}(?:\s*(?:of|/|из)\s*\d{1,4})?\s*(?:[-–—|])?\s*", re.I
)
RUNNING_LINES = 2
SENTENCE_END = re.compile(r"""[.!?:…]["'”’»)\]]*\s*$""")
SMALL = 0.8
"""A digit printed smaller than this share of the line's type is a footnote mark."""
MAX_PAGES = 2000


@record
class Page:
    """The lines of one page, and whether anything is drawn on it."""

    lines: tuple[str, ...]


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
    text = clean(_paragraphs(_dehyphenated(_without_running_lines(pages))))
    draft = from_text(text, title=title if title and title.casefold() in plain(text[:600]).casefold() else None)
    from dataclasses import replace

    return replace(draft, problems=tuple(problems))


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
        text = _characters(text_page)
    finally:
        text_page.close()
        page.close()
    lines = (line.strip(" \t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return Page(lines=tuple(line for line in lines if line.strip(" \t\ufffe\u0002")))


def _characters(text_page: Any) -> str:
    """The page's text without the digits that are printed raised, as footnote marks are."""
    size = PDFIUM.FPDFText_GetFontSize
    letters: list[str] = []
    usual = 0.0
    for index in range(text_page.count_chars()):
        letter = chr(PDFIUM.FPDFText_GetUnicode(text_page, index) or 0xFFFD)
        height = size(text_page, index) if letter.isalnum() else 0.0
        raised = letter.isdigit() and 0 < height < SMALL * usual
        if raised and letters and not letters[-1].isspace():
            continue
        if height:
            usual = height
        letters.append(letter)
    return "".join(letters)


def _without_running_lines(pages: list[Page]) -> str:
    """The lines of all pages. A line at the top or bottom of most pages, numbers aside, is a running head."""
    seen = Counter(key for page in pages for key in {_shape(line) for line in _edges(page)})
    often = {key for key, times in seen.items() if len(pages) > 1 and times > max(1, len(pages) // 2)}
    kept: list[str] = []
    for page in pages:
        edges = set(_edges(page))
        for line in page.lines:
            if line in edges and (_shape(line) in often or PAGE_NUMBER.fullmatch(line)):
                continue
            kept.append(line)
    return "\n".join(kept)


def _edges(page: Page) -> tuple[str, ...]:
    return page.lines[:RUNNING_LINES] + page.lines[-RUNNING_LINES:]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", plain(line)).casefold()


def _dehyphenated(text: str) -> str:
    """Words put together again that were broken at the end of a line.

    A hyphen stays where the document writes the word with it elsewhere, where the second half is a name
    ("Soviet-Afghan"), or after a prefix that keeps it ("well-trained").
    """
    written = Counter(re.findall(r"\w+-\w+", text.casefold()))

    def joined(match: "re.Match[str]") -> str:
        front, back = match["front"], match["back"]
        keeps = front.casefold() in KEEPS_HYPHEN or back[0].isupper() or written[f"{front}-{back}".casefold()]
        return f"{front}-{back}" if keeps else front + back

    return HYPHENATED.sub(joined, text)


def _paragraphs(text: str) -> str:
    """Printed lines joined into paragraphs: a paragraph ends where a line ends a sentence well before the margin."""
    lines = [match.group() for match in LINE.finditer(INVISIBLE.sub("", text))]
    widths = sorted(len(line) for line in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    return "\n".join(_joined(lines, width))


def _joined(lines: list[str], width: int) -> Iterator[str]:
    held = ""
    for number, line in enumerate(lines):
        held = f"{held} {line}" if held else line
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if not following or _ends_paragraph(line, following, width, alone=held == line):
            yield plain(held)
            held = ""


def _ends_paragraph(line: str, following: str, width: int, *, alone: bool) -> bool:
    if ITEM.match(following) or BOILERPLATE.match(following) or (alone and BOILERPLATE.match(line)):
        return True
    would_fit = len(line) + 1 + len(following.split(None, 1)[0]) < width * 0.88
    if SENTENCE_END.search(line):
        return would_fit
    # a short line without a full stop, before a capital: a headline or heading, which stands alone
    return alone and would_fit and not following[:1].islower() and len(line.split()) <= 30


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
