"""Ways through the parse of a sentence, from a word up."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def way_up(low: "Token", high: "Token") -> "list[Token] | None":
    """The words from one up to right under another; None where it does not stand under it."""
    way: list[Token] = []
    for step in upwards(low):
        if step.i == high.i:
            return way
        way.append(step)
    return None


def upwards(token: "Token") -> "Iterator[Token]":
    """A token, the one above it, and so on to the root."""
    while True:
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def top_of(doc: "Doc", span: Span) -> "Token | None":
    """The word of a span that stands highest in the parse."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return None if found is None else found.root
