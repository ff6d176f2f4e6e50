"""A document's words as numbers to compare with."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from sys import intern

from sayso.model import Document, Span
from sayso.model._record import record

WORD = re.compile(r"\d[\d,.]*\d|\w+(?:['’]\w+)*|[$£€₽%]")
END = re.compile(r"[.!?][\"”’')\]]*\s+|\n+")


@record
class Words:
    """The words of a text, lower case, with where they stand."""

    text: str
    tokens: tuple[str, ...]
    starts: Sequence[int]
    """First code point of each word."""
    ends: Sequence[int]
    """First code point after each word."""
    sentences: tuple[tuple[int, int], ...]
    """Half-open ranges of words; a rough cut at full stops and line breaks, enough to align by."""

    def span(self, first: int, last: int) -> Span:
        """From word `first` to word `last`, both included."""
        start, end = self.starts[first], self.ends[last]
        return Span(start=start, end=end, text=self.text[start:end])


EMPTY = Words(text="", tokens=(), starts=(), ends=(), sentences=())


def words_of(document: Document) -> Words:
    """Cut a document's text into words.

    >>> words_of(Document(id="d", text="He said: 1,500 men. Then he left.")).tokens[:4]
    ('he', 'said', '1,500', 'men')
    """
    text = document.text
    spans = [match.span() for match in WORD.finditer(text)]
    low = text.lower()
    if len(low) == len(text):
        words = [low[start:end] for start, end in spans]
    else:  # a letter that has two in lower case: the Turkish dotted I
        words = [text[start:end].lower() for start, end in spans]
    size = "H" if len(text) < 1 << 16 else "i"  # arrays: a twentieth of the memory of tuples
    starts = array(size, [start for start, _ in spans])
    return Words(
        text=text,
        tokens=tuple(map(intern, words)),
        starts=starts,
        ends=array(size, [end for _, end in spans]),
        sentences=tuple(_sentences(text, starts)),
    )


LONGEST = 60
"""Words: a longer run without a full stop is cut, so that no alignment is of more than this many words at once."""


def _sentences(text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    cuts = {bisect_left(starts, match.end()) for match in END.finditer(text)}
    found, first = [], 0
    for cut in sorted(cuts | {len(starts)}):
        while cut - first > LONGEST:
            found.append((first, first + LONGEST))
            first += LONGEST
        if cut > first:
            found.append((first, cut))
            first = cut
    return found
