"""Text that was encoded twice ("itâ€™s", "JosÃ©"), as it was meant.

Pages and exports are written as UTF-8, read as Windows-1252 and written again. The library ftfy (Robyn Speer) knows
which runs of letters no language has and gives them back. It is asked line by line, so that one torn line costs no
other. Known mistakes: a capital whose second byte is no letter ("ÃŽle") stays as it is where it stands alone.
"""

import re

import ftfy

from sayso.model._record import record

CLOSING = re.compile("â€(?=[\\s.,;:!?)\\]]|$)")
"""A closing quotation mark of which the last byte, no character in Windows-1252, was dropped on the way."""


@record
class Mended:
    """A text, and what was done to it."""

    text: str
    lines: int
    """How many lines were changed."""
    was: str = ""
    """The first word that was changed, as it stood."""
    now: str = ""


def mended(text: str) -> Mended:
    """The text without what was encoded twice; the same text where nothing was.

    >>> mended("JosÃ© said itâ€™s fine.").text
    'José said it’s fine.'
    >>> mended("NÃO, naïve Étienne").lines
    0
    """
    if text.isascii():
        return Mended(text=text, lines=0)
    lines = text.split("\n")
    made = [line if line.isascii() else _line(line) for line in lines]
    changed = [(was, now) for was, now in zip(lines, made, strict=True) if was != now]
    if not changed:
        return Mended(text=text, lines=0)
    was, now = _first_word(*changed[0])
    return Mended(text="\n".join(made), lines=len(changed), was=was, now=now)


def _line(line: str) -> str:
    if "â€œ" in line:
        line = CLOSING.sub("”", line)
    return ftfy.fix_encoding(line)


def _first_word(was: str, now: str) -> tuple[str, str]:
    """The first words in which two lines differ."""
    pairs = zip(re.split(r"[\s<>]+", was), re.split(r"[\s<>]+", now), strict=False)
    return next((pair for pair in pairs if pair[0] != pair[1]), (was[:20], now[:20]))
