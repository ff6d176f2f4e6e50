"""A document's words as numbers to compare with."""

import re
from array import array
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
    found = [(intern(m.group().lower()), m.start(), m.end()) for m in WORD.finditer(text)]
    size = "H" if len(text) < 1 << 16 else "i"  # arrays: a twentieth of the memory of tuples
    starts = array(size, [start for _, start, _ in found])
    return Words(
        text=text,
        tokens=tuple(word for word, _, _ in found),
        starts=starts,
        ends=array(size, [end for _, _, end in found]),
        sentences=tuple(_sentences(text, starts)),
    )


LONGEST = 60
"""Words: a longer run without a full stop is cut, so that no alignment is of more than this many words at once."""


def _sentences(text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    cuts = [m.end() for m in END.finditer(text)]
    found, first, cut = [], 0, 0
    for n, start in enumerate(starts):
        ended = cut < len(cuts) and start >= cuts[cut]
        while cut < len(cuts) and start >= cuts[cut]:
            cut += 1
        if (ended or n - first >= LONGEST) and n > first:
            found.append((first, n))
            first = n
    if first < len(starts):
        found.append((first, len(starts)))
    return found
