"""The smallest real things to test with."""

import re
from typing import Any

from sayso.model import Block, Document, Parsed, digest


def make_document(text: str, **fields: Any) -> Document:
    """A document in English whose paragraphs are the lines of `text`."""
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    values = {"id": "doc-" + digest(text), "language": "en", "text": text, "blocks": blocks} | fields
    return Document(**values)


def make_parsed(text: str, nlp: Any, **fields: Any) -> Parsed:
    """The same, parsed."""
    from sayso.stages.annotate import annotate

    return annotate(make_document(text, **fields), nlp)
