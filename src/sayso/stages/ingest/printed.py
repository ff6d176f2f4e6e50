"""A PDF as it was printed: the picture of a page, and where on its pages some words of the document stand.

`read_pdf` puts lines together, drops running heads and joins broken words, so a document's offsets are none of the
file's. The two are laid beside each other by their letters alone, in order; words that are not found again have no box.
"""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

import pypdfium2
from pypdfium2 import raw

from sayso.model._record import record
from sayso.stages.ingest.problems import refusal

PDF: Any = pypdfium2  # carries no types
PDFIUM: Any = raw
MOST_PIXELS = 1600
"""Longer side of a picture: a page can be declared as large as a house."""
SHARP = 2.0
"""Pixels a point; a point is 1/72 inch."""
AHEAD = 4000
"""How many letters are looked through for a word that does not follow at once: a page's running heads, a table."""
KEY, SHORT_KEY = 24, 10
"""So many letters in a row tell a place; the shorter key is for the end of the text."""
Sides = tuple[float, float, float, float]
"""Left, bottom, right, top in the file's own points, which count from below."""
FINE = 10
"""Device units a point when places are asked for."""


@record
class Box:
    """A rectangle on a page, in points from its upper left corner."""

    page: int
    """1 for the first."""
    x: float
    y: float
    width: float
    height: float


@record
class Size:
    """Width and height of a page, in points."""

    width: float
    height: float


@record
class Printed:
    """The letters of a PDF: `letters[i]` stands on page `pages[i]` (1 is the first) as its character `chars[i]`."""

    sizes: tuple[Size, ...]
    letters: str
    pages: tuple[int, ...]
    chars: tuple[int, ...]


def page_picture(data: bytes, number: int, *, where: str) -> bytes:
    """A page as PNG, its longer side at most 1600 pixels; 1 is the first. Raises IngestError when it cannot
    be drawn."""
    document = _open(data, where)
    try:
        if not 1 <= number <= len(document):
            raise refusal("ingest.unreadable", where=where, found=f"it has no page {number}")
        page = document[number - 1]
        scale = min(SHARP, MOST_PIXELS / max(*page.get_size(), 1))
        picture = page.render(scale=scale).to_pil()
        held = BytesIO()
        picture.save(held, "PNG")
        return held.getvalue()
    except PDF.PdfiumError as error:
        raise refusal("ingest.unreadable", where=where, found=f"page {number} cannot be drawn: {error}") from error
    finally:
        document.close()


def printed(data: bytes, *, where: str) -> Printed:
    """The letters and digits of all pages in the order of the file. Raises IngestError for a damaged file."""
    sizes: list[Size] = []
    letters: list[str] = []
    pages: list[int] = []
    chars: list[int] = []
    document = _open(data, where)
    try:
        for number in range(1, len(document) + 1):
            page = document[number - 1]
            sizes.append(Size(width=page.get_width(), height=page.get_height()))
            text = page.get_textpage()
            for index, letter in _letters(text):
                letters.append(letter)
                pages.append(number)
                chars.append(index)
            text.close()
            page.close()
    except PDF.PdfiumError as error:
        raise refusal("ingest.unreadable", where=where, found=f"damaged or cut off: {error}") from error
    finally:
        document.close()
    return Printed(sizes=tuple(sizes), letters="".join(letters), pages=tuple(pages), chars=tuple(chars))


def placed(found: Printed, text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """For each span `[start, end)` of the document's text, which of the printed letters are its own; none when lost."""
    at = list(_aligned(found.letters, text))
    return tuple(tuple(place for place in at[start:end] if place is not None) for start, end in spans)


def boxes(data: bytes, found: Printed, letters: Sequence[Sequence[int]], page: int, *, where: str) -> list[list[Box]]:
    """For each group of printed letters, a box for each of its lines that stands on the page. A word cut in two by the
    end of a line has two."""
    document = _open(data, where)
    try:
        sheet = document[page - 1]
        text = sheet.get_textpage()
        try:
            groups = ([found.chars[n] for n in group if found.pages[n] == page] for group in letters)
            return [list(_lines(sheet, text, group, page)) for group in groups]
        finally:
            text.close()
    except PDF.PdfiumError as error:
        raise refusal("ingest.unreadable", where=where, found=f"page {page} cannot be read: {error}") from error
    finally:
        document.close()


def _open(data: bytes, where: str) -> Any:
    try:
        return PDF.PdfDocument(data)
    except PDF.PdfiumError as error:
        raise refusal("ingest.unreadable", where=where, found=f"damaged or cut off: {error}") from error


def _letters(text: Any) -> Iterator[tuple[int, str]]:
    letter_at = PDFIUM.FPDFText_GetUnicode
    for index in range(text.count_chars()):
        letter = chr(letter_at(text, index) or 0xFFFD)
        if letter.isalnum():
            yield index, letter


def _aligned(letters: str, text: str) -> Iterator[int | None]:
    """For each character of the text the printed letter that it is; None for blanks, marks, and what was not found.

    The text is the letters with some left out, so each stretch is looked for from where the last one ended.
    """
    ours = [(n, c) for n, c in enumerate(text) if c.isalnum()]
    plain = "".join(c for _, c in ours)
    places: list[int | None] = [None] * len(text)
    at, done = 0, 0
    while done < len(plain):
        if at < len(letters) and letters[at] == plain[done]:
            places[ours[done][0]] = at
            at, done = at + 1, done + 1
            continue
        key = plain[done : done + KEY]
        found = letters.find(key, at, at + AHEAD)
        if found < 0 and len(plain) - done > SHORT_KEY:
            found = letters.find(key[:SHORT_KEY], at, at + AHEAD)
        if found < 0:
            done += 1
        else:
            at = found
    yield from places


def _lines(page: Any, text: Any, chars: Iterable[int], number: int) -> Iterator[Box]:
    """The characters' boxes, those of one line as one."""
    line: Sides | None = None
    for index in chars:
        try:
            left, bottom, right, top = text.get_charbox(index, loose=True)
        except PDF.PdfiumError:
            continue  # a letter without a place
        if line and min(line[3], top) - max(line[1], bottom) > 0.5 * (top - bottom) and left >= line[0]:
            line = (line[0], min(line[1], bottom), max(line[2], right), max(line[3], top))
            continue
        if line:
            yield _box(page, line, number)
        line = (left, bottom, right, top)
    if line:
        yield _box(page, line, number)


def _box(page: Any, sides: Sides, number: int) -> Box:
    """The box as the page is shown: turned and cropped, from its upper left corner."""
    left, bottom, right, top = sides
    corners = [_to_device(page, left, top), _to_device(page, right, bottom)]
    (x, right), (y, bottom) = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return Box(page=number, x=x, y=y, width=round(right - x, 1), height=round(bottom - y, 1))


def _to_device(page: Any, x: float, y: float) -> tuple[float, float]:
    width, height = (round(side * FINE) for side in page.get_size())
    on_x, on_y = ctypes.c_int(), ctypes.c_int()
    PDFIUM.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, on_x, on_y)
    return on_x.value / FINE, on_y.value / FINE
