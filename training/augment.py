"""The same article in another typographer's hand: quotation marks change, offsets and words do not.

PolNeAR's seven publishers quote in two ways; reports from elsewhere use single quotes and guillemets, and lose marks
on the way. Every change replaces one character by one, so gold offsets hold.
"""

from __future__ import annotations

import random
import re

OPENING, CLOSING = "“", "”"
STYLES = (
    {"“": '"', "”": '"', "‘": "'", "’": "'"},
    {"“": "‘", "”": "’", "‘": "“", "’": "’"},
    {"“": "'", "”": "'", "‘": "'", "’": "'"},
    {"“": "«", "”": "»"},
    {"“": "„", "”": "“"},
)
STRAIGHT = re.compile('"')
MARK = re.compile('[“”"«»„]')


def requote(text: str, chance: random.Random, *, rate: float, loss: float) -> str:
    """The text with another style of quotes in `rate` of the calls, and each mark blanked with probability `loss`.

    >>> requote("“No,” he said.", random.Random(0), rate=0, loss=0)
    '“No,” he said.'
    """
    if chance.random() < rate:
        text = curl(text).translate(str.maketrans(chance.choice(STYLES)))
    if loss and chance.random() < rate:
        text = MARK.sub(lambda mark: " " if chance.random() < loss else mark.group(), text)
    return text


def curl(text: str) -> str:
    """Straight double quotes made into opening and closing ones, by turns within a line.

    >>> curl('"No," he said.')
    '“No,” he said.'
    """
    return "\n".join(_curl_line(line) for line in text.split("\n"))


def _curl_line(line: str) -> str:
    marks = iter(range(len(line)))
    return STRAIGHT.sub(lambda _: OPENING if next(marks) % 2 == 0 else CLOSING, line)
