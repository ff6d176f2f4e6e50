"""A document as the stages see it: text, grammar and quotations. Lives only inside `read`."""

from typing import TYPE_CHECKING

from sayso.model._record import record
from sayso.model.document import Document
from sayso.model.reading import Quotation
from sayso.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


@record
class Parsed:
    """A document with its parse. Token offsets are document offsets; only white space may be other in `doc.text`."""

    document: Document
    doc: "Doc"
    """spaCy's parse of the whole text; sentences end where blocks end. For reading only: nothing is stored on it."""
    sentences: tuple[Span, ...]
    """Of the blocks that are read (not boilerplate, tables or captions), in order."""
    quotations: tuple[Quotation, ...]
    paragraphs: tuple[tuple[int, int], ...]
    """Bounds of the blocks that are read, without the white space at their ends."""
