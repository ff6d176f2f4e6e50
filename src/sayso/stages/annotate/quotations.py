"""Find passages in quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Block, Quotation, Span

MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚‛'″〝〞〟＂❝❞]")
"""Every sign that can open or close a quotation, an apostrophe included."""

# Families of marks: which sign opens, and which may close what it opened.
CLOSES = {
    "“": "”“″\"❞", "„": "“”‟\"", "‟": "”", "«": "»", "»": "«", "‹": "›", "‘": "’", "‚": "‘’", "‛": "’",
    '"': '"”″', "″": '″"', "``": "''\"”", "〝": "〞〟", "＂": "＂", "❝": "❞", "'": "'", "''": "''",
}  # fmt: skip
SINGLE = frozenset("'‘‚‛")
STRAIGHT = frozenset(['"', "″", "＂", "''"])
CUT_WORD = re.compile(r"(?:\d\ds?\b|em\b|tis\b|twas\b|til\b|till\b|cause\b|cos\b|bout\b|n['’]|round\b)", re.IGNORECASE)
"""What an apostrophe stands before when it replaces letters: '90s, 'em, 'til."""
OPENING_BEFORE = frozenset("([{-–—/…:,;“„«‘\"'")
ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=\S)")
SAYING = (
    r"(?:sa(?:id|ys?|ying)|told|tells?|wr(?:ote|ites?|iting)|tweet(?:ed|s|ing)?"
    r"|ask(?:ed|s)|replied|added|shouted|chanted)"
)
SAYING_BEFORE = re.compile(rf"\b{SAYING}(?:\s+\w+){{0,2}}\s*$")
SAYING_AFTER = re.compile(rf",?\s*(?:\w+\s+){{0,3}}{SAYING}\b")
LEADS_IN = frozenset(',:.!?…—“‘«"')
DEEPEST = 4
"""Marks that would open a fifth quotation inside one another are noise."""
SCARE_WORDS = 5
"""A quotation of at most so many words, in the middle of a sentence, marks words rather than reports speech."""


@dataclass(slots=True)
class _Passage:
    """A quotation in the making."""

    start: int
    end: int
    depth: int
    closed: bool


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    mark: str
    start: int
    place: int  # where in the list of the block's quotations it will stand


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """Quotations of the text, outer ones before the ones inside them.

    Knows straight, curly, low-high, angle, double-prime and single marks, tells apostrophes from single marks, and
    joins what goes on in the next paragraph when that one opens again. A mark without partner costs its own block
    only: what it opens runs to the block's end with `closed=False`; where an opening mark is missing, the quotation
    starts after the previous one, or with the block. Without blocks every line is one. Linear in the text's length.

    >>> [q.span.text for q in find_quotations("“No,” he said. ‘Soldiers’ wives’ wept.", ())]
    ['“No,”', '‘Soldiers’ wives’']
    """
    found: list[_Passage] = []
    waiting: _Passage | None = None  # what the next paragraph may take up
    for start, end in _pieces(text, blocks):
        here = _in_block(text, start, end)
        if waiting is not None and here and _takes_up(text, waiting, here[0], start):
            first = here.pop(0)
            waiting.end, waiting.closed = first.end, first.closed
        else:
            waiting = None
        found.extend(here)
        unclosed = [p for p in here if not p.closed and p.depth == 0 and p.end >= end]
        waiting = unclosed[-1] if unclosed else waiting if waiting and not waiting.closed else None
    found.sort(key=lambda p: (p.start, -p.end))
    return tuple(_quotation(text, passage) for passage in found)


def _quotation(text: str, passage: _Passage) -> Quotation:
    span = Span(start=passage.start, end=passage.end, text=text[passage.start : passage.end])
    scare = passage.closed and _is_scare(text, span)
    return Quotation(span=span, depth=passage.depth, closed=passage.closed, scare=scare)


def _pieces(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Blocks without the white space at their ends; lines where there are no blocks."""
    bounds = [(b.start, b.end) for b in blocks] or [m.span() for m in re.finditer(r"[^\n]+", text)]
    for start, end in bounds:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end


def _takes_up(text: str, before: _Passage, first: _Passage, start: int) -> bool:
    """Whether a block opens with the mark of the quotation that the block before left open."""
    return first.start == start and first.depth == 0 and text[before.start] == text[start]


def _in_block(text: str, start: int, end: int) -> list[_Passage]:
    """The quotations of one block, in the order in which they open."""
    marks = [(m.group(), m.start(), m.end()) for m in MARK.finditer(text, start, end)]
    ahead = _closers_ahead(text, marks, start, end)
    quotations: list[_Passage | None] = []
    stack: list[_Open] = []
    for number, (mark, at, after) in enumerate(marks):
        partner = _partner(text, stack, mark, at, after, end, ahead[number + 1])
        if partner is not None:
            opened = stack[partner]
            quotations[opened.place] = _Passage(opened.start, after, partner, True)
            _give_up(text, stack[partner + 1 :], quotations, at, depth=partner + 1)
            del stack[partner:]
        elif len(stack) < DEEPEST and _opens(text, mark, at, after, start, end, more=ahead[number + 1], stack=stack):
            stack.append(_Open(mark, at, len(quotations)))
            quotations.append(None)
        elif not stack and _is_stray_closer(text, mark, at, after, start, end):
            _mend(text, quotations, start, after)
    _give_up(text, stack, quotations, end, depth=0, at_end=True, block=start)
    return [q for q in quotations if q is not None]


def _closers_ahead(text: str, marks: Sequence[tuple[str, int, int]], start: int, end: int) -> list[int]:
    """For each mark: how many single marks from it on could close (stands after a word, not inside one)."""
    counts = [0] * (len(marks) + 1)
    for i in range(len(marks) - 1, -1, -1):
        mark, at, after = marks[i]
        counts[i] = counts[i + 1] + (mark in "'’" and _could_close(text, at, after, start, end))
    return counts


def _could_close(text: str, at: int, after: int, start: int, end: int) -> bool:
    follows = after < end and text[after].isalnum()
    return at > start and not text[at - 1].isspace() and not follows


def _partner(
    text: str, stack: Sequence[_Open], mark: str, at: int, after: int, end: int, closers_after: int
) -> int | None:
    """Index in the stack of what the mark closes; None when it closes nothing."""
    if mark in "'’" and (after < end and text[after].isalnum() and text[at - 1].isalnum()):
        return None  # an apostrophe inside a word
    for i in range(len(stack) - 1, -1, -1):
        if mark not in CLOSES[stack[i].mark]:
            continue
        if text[at - 1].isspace() and after < end and not text[after].isspace():
            return None  # looks like an opening mark
        if mark in "'’" and _is_possessive(text, at, after, end) and closers_after:
            return None
        return i
    return None


def _is_possessive(text: str, at: int, after: int, end: int) -> bool:
    """`soldiers’ wives`: after an s, before a word in lower case."""
    return text[at - 1] in "sS" and after + 1 < end and text[after] == " " and text[after + 1].islower()


def _opens(
    text: str, mark: str, at: int, after: int, start: int, end: int, *, more: int, stack: Sequence[_Open]
) -> bool:
    if mark not in CLOSES or after >= end or text[after].isspace():
        return False
    free = at == start or text[at - 1].isspace() or text[at - 1] in OPENING_BEFORE
    if mark in SINGLE:
        cut = CUT_WORD.match(text, after)
        return free and not cut and (more > 0 or (at == start and mark == "‘"))
    if mark in STRAIGHT or mark == "»":
        return free
    return mark not in ("“",) or not (stack and stack[-1].mark == "“" and not free)


def _is_stray_closer(text: str, mark: str, at: int, after: int, start: int, end: int) -> bool:
    """A closing double mark after punctuation, though nothing is open."""
    ends = after == end or text[after].isspace()
    return mark in ("”", '"', "»") and at > start and text[at - 1] in ",.!?…" and ends


def _mend(text: str, quotations: list[_Passage | None], start: int, after: int) -> None:
    """Put in the quotation whose opening mark is missing: see `find_quotations`."""
    last = next((p for p in reversed(quotations) if p is not None and p.depth == 0), None)
    if last is None:
        quotations.insert(0, _Passage(start, after, 0, False))
        return
    ended = re.search(r"[.!?…][\"”’'»]+$", text[max(last.start, last.end - 4) : last.end])
    if ended and re.match(r"\s+[\[(]?[^\W\d_a-z]", text[last.end : last.end + 8]):
        last.end, last.closed = after, False
        return
    sentence = ENDS_SENTENCE.search(text, last.end, after)
    if sentence and sentence.end() < after:
        quotations.append(_Passage(sentence.end(), after, 0, False))


def _give_up(
    text: str,
    opened: Sequence[_Open],
    quotations: list[_Passage | None],
    end: int,
    *,
    depth: int,
    at_end: bool = False,
    block: int = 0,
) -> None:
    """End what was never closed: at the end of the block or of what it stands in. Lone single marks are dropped."""
    for level, one in enumerate(opened, start=depth):
        if one.mark in SINGLE and not (at_end and one.start == block):
            continue
        stop = end
        while stop > one.start + 1 and text[stop - 1].isspace():
            stop -= 1
        quotations[one.place] = _Passage(one.start, stop, level, False)


def _is_scare(text: str, span: Span) -> bool:
    """Few words in the middle of a sentence, neither led in nor followed by words of saying."""
    inside = span.text.strip("“”„‟«»‹›‘’‚‛'\"″`〝〞＂❝❞ ")
    if len(inside) > 60 or len(inside.split()) > SCARE_WORDS or inside[-1:] in ("!", "?"):
        return False
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    stripped = before.rstrip()
    if not stripped or "\n" in before[len(stripped) :] or stripped[-1] in LEADS_IN:
        return False
    return not SAYING_BEFORE.search(before.lower()) and not SAYING_AFTER.match(after.lower())
