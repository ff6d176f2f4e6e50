"""Parse a document so that sentences end where blocks end."""

from typing import TYPE_CHECKING

from sayso.model import Document, Parsed, Span, span_of
from sayso.stages.annotate.quotations import find_quotations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

UNREAD = frozenset({"boilerplate", "caption", "table"})
"""Blocks that give no claims."""


def annotate(document: Document, nlp: "Language") -> Parsed:
    """Parse the document's text.

    Token offsets are document offsets. Every block starts a sentence, so a headline is never glued to what follows it.
    """
    doc = nlp.make_doc(document.text)
    for token in doc:
        token.is_sent_start = None
    for block in document.blocks:
        first = doc.char_span(block.start, block.start + 1, alignment_mode="expand")
        if first is not None:
            first[0].is_sent_start = True
    doc = nlp(doc)
    return Parsed(
        document=document,
        doc=doc,
        sentences=sentences_of(document, doc),
        quotations=find_quotations(document.text, document.blocks),
    )


def sentences_of(document: Document, doc: "Doc") -> tuple[Span, ...]:
    """The sentences of all blocks that are read, without the white space around them."""
    read = [block for block in document.blocks if block.kind not in UNREAD]
    found = []
    for sent in doc.sents:
        if not sent.text.strip():
            continue
        span = span_of(document.text, sent.start_char, sent.end_char)
        if any(block.start <= span.start < block.end for block in read):
            found.append(span)
    return tuple(found)
