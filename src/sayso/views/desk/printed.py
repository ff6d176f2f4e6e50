"""A PDF's page as it was printed, with the words of its claims marked on it."""

from functools import lru_cache

from sayso.model import Document
from sayso.model._record import record
from sayso.stages.ingest.printed import Box, Printed, Size, boxes, page_picture, placed, printed
from sayso.store import desk
from sayso.store.ledger import Ledger
from sayso.views.desk.people import added_rows, claim_rows

PDF = "application/pdf"


@record
class Mark:
    """A claim's words on the page."""

    claim: str
    event_type: str
    words: str
    boxes: tuple[Box, ...]
    """One a line, in points from the page's upper left corner."""


@record
class PrintedPage:
    """One page of a PDF."""

    document: Document
    number: int
    """1 for the first."""
    pages: int
    """How many there are."""
    size: Size
    marks: tuple[Mark, ...]
    """Claims whose words stand on this page, in the order of the text."""


@lru_cache(maxsize=4)
def _printed(data: bytes) -> Printed:
    """The letters of a file: half a second for a report of a hundred pages, so those just read are remembered."""
    return printed(data, where="the kept file")


def forget_printed() -> None:
    """Forget the letters of files just read: one of them was removed."""
    _printed.cache_clear()


def printed_page(ledger: Ledger, key: str, number: int) -> PrintedPage | None:
    """A page with its claims; None when the document is not held, is no PDF, or has no such page."""
    held = _pdf(ledger, key)
    if held is None:
        return None
    document, data = held
    found = _printed(data)
    if not 1 <= number <= len(found.sizes):
        return None
    marks = _marks(ledger, document, data, found, number)
    return PrintedPage(
        document=document, number=number, pages=len(found.sizes), size=found.sizes[number - 1], marks=marks
    )


def printed_picture(ledger: Ledger, key: str, number: int) -> bytes | None:
    """The page as PNG; None as for `printed_page`."""
    held = _pdf(ledger, key)
    if held is None or not 1 <= number <= len(_printed(held[1]).sizes):
        return None
    return page_picture(held[1], number, where=key)


def _pdf(ledger: Ledger, key: str) -> tuple[Document, bytes] | None:
    document = ledger.document(key)
    if document is None or document.evidence is None or document.evidence.media_type != PDF:
        return None
    data = ledger.bytes_of(document)
    return None if data is None else (document, data)


def _marks(ledger: Ledger, document: Document, data: bytes, found: Printed, number: int) -> tuple[Mark, ...]:
    reading = ledger.reading(document.id)
    judgements = ledger.ask(desk.judgements_in, document.id)
    rows = [
        *claim_rows(ledger, [claim.id for claim in reading.claims] if reading else []),
        *added_rows(ledger, document.id, judgements),
    ]
    claims = sorted((row.claim for row in rows), key=lambda claim: claim.content.start)
    letters = placed(found, document.text, [(claim.content.start, claim.content.end) for claim in claims])
    lines = boxes(data, found, letters, number, where=document.id)
    return tuple(
        Mark(claim=claim.id, event_type=claim.event_type, words=claim.content.text, boxes=tuple(on_page))
        for claim, on_page in zip(claims, lines, strict=True)
        if on_page
    )
