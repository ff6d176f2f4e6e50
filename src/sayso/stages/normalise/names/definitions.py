"""Short forms that a text defines itself: "the Redeemed Soldiers Association (RSA)" or the other way round.

What a text defines goes before what the tables know of the same letters. Method after Schwartz and Hearst (2003), cut
down to first letters of words, since news text defines hardly any other.
"""

import re
from collections.abc import Iterator

from sayso.model._record import record

BRACKETED = re.compile(r"\s?[(\[](?:the )?[\"“'‘]?([A-Z][A-Za-z&.-]{1,9})[\"”'’]?[,;)\]]")
OR = re.compile(r", or (?:the )?([A-Z]{2,6})\b(?=[,.;])")
WORDS = re.compile(r"[^\W_][\w’'&.-]*")
LINKS = frozenset(("of", "for", "the", "and", "in", "to", "on", "de", "del", "des", "du", "la", "al", "e", "y"))
SPELLED = re.compile(r"\b([A-Z]{2,6}) \((?:the )?([A-Z][^()\n]{6,80})\)")


@record
class Definition:
    """A short form and the name that the text gives it."""

    short: str
    start: int
    """First code point of the name."""
    end: int
    """One past its last."""


def defined(text: str) -> list[Definition]:
    """The short forms that a text defines, in text order of the names."""
    found = [*_behind(text, BRACKETED), *_behind(text, OR), *_before(text)]
    return sorted(found, key=lambda d: d.start)


def _behind(text: str, pattern: re.Pattern[str]) -> Iterator[Definition]:
    """Names in front of their short forms."""
    for match in pattern.finditer(text):
        short = match.group(1)
        letters = [c for c in short if c.isupper()]
        start = _start_of(text, match.start(), "".join(letters)) if len(letters) > 1 else None
        if start is not None:
            yield Definition(short=short, start=start, end=match.start())


def _before(text: str) -> Iterator[Definition]:
    """Names in brackets behind their short forms."""
    for match in SPELLED.finditer(text):
        if _start_of(text, match.end(2), match.group(1)) == match.start(2):
            yield Definition(short=match.group(1), start=match.start(2), end=match.end(2))


def _start_of(text: str, end: int, letters: str) -> int | None:
    """Where the words before `end` begin whose first letters spell a short form; None where none do.

    Small linking words may give a letter or not; all others have a capital and must give one.
    """
    line = text.rfind("\n", 0, end) + 1
    words: list[re.Match[str]] = []
    after = end
    for word in reversed(list(WORDS.finditer(text, max(line, end - 120), end))):
        if text[word.end() : after].strip(" -") or not (word.group()[0].isupper() or word.group().lower() in LINKS):
            break
        words.append(word)
        after = word.start()
    return _spelled(words, letters)


def _spelled(words: list[re.Match[str]], letters: str) -> int | None:
    """Where the first of some words (given last word first) begins when they spell the letters; else None."""
    if not words or not letters:
        return None
    word, gives = words[0], words[0].group()[0].upper() == letters[-1]
    if gives and len(letters) == 1:
        return word.start() if word.group()[0].isupper() else None
    found = _spelled(words[1:], letters[:-1]) if gives else None
    return _spelled(words[1:], letters) if found is None and word.group()[0].islower() else found
