"""Parse a document so that sentences end where blocks end."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon.datelines import DATELINE
from sayso.lexicon.escapes import opened
from sayso.model import Document, Parsed, Span, span_of
from sayso.stages.annotate.boilerplate import unread_blocks
from sayso.stages.annotate.quotations import find_quotations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CHUNK = 60_000
"""Code points that are parsed at once: a parse of a whole book at once would take gigabytes."""
DATELINE_REACH = 90
"""Longest dateline, in code points."""
COMPOUND = re.compile(
    r"\b(?:(?:[Ee]x|[Cc]o|[Nn]eo)-[A-Za-z]\w+|[Rr]e-elect\w+"
    r"|[A-Z]\w+-(?:on|upon|sur|sous|in|an|am|de|la|le|les|des|du|na|nad)-[A-Z]\w+)"
)
"""`ex-captain`, `co-operation` and `Rostov-on-Don` are one word; the tokenizer cuts them in pieces and the parser then
loses the noun."""


def annotate(document: Document, nlp: "Language") -> Parsed:
    """Parse the document's text.

    Token offsets are document offsets. Every block starts a sentence, so a headline is never glued to what follows it.
    Sentences of blocks that are not read (boilerplate, captions, tables, and what plain text has of them) are left out.
    """
    doc = _parse(document, nlp)
    paragraphs = paragraphs_of(document)
    return Parsed(
        document=document,
        doc=doc,
        sentences=sentences_of(document, doc, paragraphs),
        quotations=find_quotations(document.text, document.blocks),
        paragraphs=paragraphs,
    )


def paragraphs_of(document: Document) -> tuple[tuple[int, int], ...]:
    """Bounds of the blocks that are read, without the white space at their ends; known before anything is parsed."""
    text, found = document.text, []
    for block, unread in zip(document.blocks, unread_blocks(document), strict=True):
        words = text[block.start : block.end]
        if not unread and words.strip():
            start = block.start + len(words) - len(words.lstrip())
            found.append((start, start + len(words.strip())))
    return tuple(found)


def _parse(document: Document, nlp: "Language") -> "Doc":
    from spacy.tokens import Doc

    pieces = list(_pieces(document))
    docs = [_parse_piece(document, nlp, start, end) for start, end in pieces]
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def _pieces(document: Document) -> Iterator[tuple[int, int]]:
    """The text cut where blocks start, in pieces of about CHUNK; a longer block is cut at blanks."""
    size, start = len(document.text), 0
    starts = sorted({block.start for block in document.blocks if block.start > 0})
    for here, after in pairwise([*starts, size]):
        if after - start > CHUNK and here > start:
            yield from _cut(document.text, start, here)
            start = here
    yield from _cut(document.text, start, size)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > 2 * CHUNK:
        blank = text.find(" ", start + CHUNK, start + 2 * CHUNK)
        stop = blank + 1 if blank >= 0 else start + 2 * CHUNK
        yield start, stop
        start = stop
    yield start, end


def _parse_piece(document: Document, nlp: "Language", start: int, end: int) -> "Doc":
    text = document.text[start:end]
    doc = nlp.tokenizer(opened(text))
    _join_compounds(doc, text)
    for block in document.blocks:
        if start <= block.start < end:
            _open_sentence(doc, block.start - start)
            dateline = DATELINE.match(document.text[block.start : min(block.end, block.start + DATELINE_REACH)])
            if dateline is not None:
                _open_sentence(doc, block.start - start + dateline.end())
    return nlp(doc)


def _open_sentence(doc: "Doc", offset: int) -> None:
    first = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if first is not None and not first.text.isspace():
        first[0].is_sent_start = True
        number = first[0].i
        if (first[0].like_num or first[0].is_title) and number + 1 < len(doc) and doc[number + 1].is_alpha:
            doc[
                number + 1
            ].is_sent_start = False  # "500 Yemenis", "Ann Lee": the parser takes the first for a heading's


def _join_compounds(doc: "Doc", text: str) -> None:
    found = [doc.char_span(*match.span()) for match in COMPOUND.finditer(text)]
    if any(span is not None and len(span) > 1 for span in found):
        with doc.retokenize() as retokenizer:
            for span in found:
                if span is not None and len(span) > 1:
                    retokenizer.merge(span)


def sentences_of(document: Document, doc: "Doc", paragraphs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The sentences of all blocks that are read, without the white space around them."""
    found, at = [], 0
    for sent in doc.sents:
        if not sent.text.strip():
            continue
        words = [token for token in sent if not token.is_space]
        span = span_of(document.text, words[0].idx, words[-1].idx + len(words[-1]))
        while at < len(paragraphs) and paragraphs[at][1] <= span.start:
            at += 1
        if at < len(paragraphs) and paragraphs[at][0] <= span.start:
            found.append(span)
    return tuple(found)
