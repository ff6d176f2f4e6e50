"""What the lines of a plain text are: title, heading, item, paragraph, or matter that is not read."""

import re
from collections.abc import Iterator

from sayso.model import Block, BlockKind

LINE = re.compile(r"[^\n]*\S[^\n]*")
ITEM = re.compile(r"\s*(?:[-*•‣◦–—·]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
ENDS = re.compile(r"""[.!?:;,…。؟।]["'”’»)\]]*(?:\[?\d{1,3}\]?)?\s*$""")
"""How a line of running text ends, a footnote digit allowed after it."""
QUOTED_END = re.compile(r"""["”»]\s*$""")
BOILERPLATE = re.compile(
    r"""\s*(?:
      by\s+(?-i:(?:the\s+)?[A-Z][\w.'’-]*(?:,?\s+(?:and|in|of|for|the|de|al|van|bin|our|staff|desk|reporters?|correspondents?|[A-Z]\S*)){0,10})
    | (?:first\s+|last\s+)?(?:published|updated|posted)(?::|\s+(?:on|at|by))?\s.{0,60}\d{4}.{0,30}
    | \(?(?:reporting|writing|editing|additional\s+reporting)\s+by\s+.{1,160}
    | advertisement | (?:share|tweet|print|e-?mail)(?:\s*(?:[|·/]|on\s|this\s).{1,60})?
    | related(?:\s+(?:articles|stories|topics))?(?:\s*:.{0,120})? | footnotes? | translated\s+(?:from|by)\b.{0,60}
    | (?:photo(?:graph)?s?|picture|image)(?:\s+by)?\s*:.{0,120}
    | (?:title|headline|author|byline|date|published|outlet|publisher|publication|newspaper|magazine|website
        |source|url|link|language)\s*:\s*\S.{0,200}
    )(?<![.!?;])\s*$
    |\s*(?:(?:we|this\s+(?:web)?site|our\s+partners)\b.{0,80}\bcookies?\b.{0,200}
    | (?:accept|reject|manage)\s+(?:all|cookies?)(?:\s+cookies?)?
    | (?:video\s+loading|watch\s+(?:next|this\s+video)|skip\s+to\s+(?:main\s+)?content)\b.{0,100})$
    |\s*(?:(?:sign\s+up|subscribe)\s+(?:to|for|now|here)\b.{0,160} | (?:read|see)\s+(?:more|also|next)\b.{0,160}
    | (?:©|\(c\)|copyright\s+(?:©|\(c\)|\d)).{0,160} | (?:.{0,80}\s)?all\s+rights\s+reserved.{0,80})$""",
    re.I | re.X,
)
"""Lines that are no reporting: author lines, share buttons, notices. None of the first group ends like a sentence."""
TEASERS = re.compile(
    r"\s*(?:related(?:\s+(?:articles|stories|topics|news))?|most\s+(?:read|popular|viewed|shared)|(?:read|see)\s+(?:more|also|next)"
    r"|more\s+(?:on\s+this(?:\s+story)?|news|stories)|trending|recommended|you\s+may\s+also\s+like|editor.?s.?\s+picks)\s*:?\s*",
    re.I,
)
"""A line above headlines of other articles."""
TITLE_WORDS = 32
TEASER_WORDS = 60
"""Several headlines may have come to stand in one line."""
HEADING_WORDS = 14
MIN_WRAPPED = 2
MAX_WIDTH = 110


def blocks_of(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """One block for each line that is not empty, with its kind by shape. The text is taken to the letter.

    The first line is the title when it equals `title`, or when it is shaped like a headline and more follows.

    >>> [b.kind for b in blocks_of("The men left.\\nRead more\\nPirates seize tanker\\nThe men came back.")]
    ['paragraph', 'boilerplate', 'boilerplate', 'paragraph']
    >>> [b.kind for b in blocks_of("Men for hire\\nThe men were hired in Herat, he said.\\n- one, two")]
    ['title', 'paragraph', 'item']
    """
    found = tuple(LINE.finditer(text))
    blocks = []
    teasers = False
    for number, match in enumerate(found):
        line = match.group()
        kind = kind_of(line, followed=number + 1 < len(found))
        # headlines of other articles have no full stop: the list ends where a line runs on
        teasers = bool(TEASERS.fullmatch(line)) or (
            teasers and not _runs_on(line) and len(line.split()) <= TEASER_WORDS
        )
        if teasers:
            kind = "boilerplate"
        named = title is not None and number < 3 and same_words(line, title)
        if named or (number == 0 and title is None and len(found) > 1 and looks_like_title(line)):
            kind = "title"
        elif kind == "heading" and number + 1 < len(found) and not _leads(found[number + 1].group()):
            kind = "paragraph"
        start = match.start() + len(line) - len(line.lstrip())
        blocks.append(Block(kind=kind, start=start, end=match.start() + len(line.rstrip())))
    return tuple(blocks)


def kind_of(line: str, *, followed: bool) -> BlockKind:
    """What a line is by its shape; `followed` says whether another line comes after it."""
    if BOILERPLATE.match(line):
        return "boilerplate"
    if ITEM.match(line):
        return "item"
    words = line.split()
    if followed and len(words) <= HEADING_WORDS and not _runs_on(line) and line.lstrip()[:1].isupper():
        return "heading"
    return "paragraph"


def looks_like_title(line: str) -> bool:
    """Whether a first line is shaped like a headline: not too long, no full stop, no bullet."""
    return (
        len(line.split()) <= TITLE_WORDS
        and not _runs_on(line)
        and not ITEM.match(line)
        and not BOILERPLATE.match(line)
        and any(c.isalpha() for c in line)
    )


def asks(line: str) -> bool:
    """Whether a line is shaped like a headline but for the mark of a question or a quotation at its end.

    >>> asks("Whose sons are they?"), asks('"I had no choice"'), asks('"I had no choice," he said.')
    (True, True, False)
    """
    return bool(re.search(r"[?\"'”’»]$", line.strip())) and looks_like_title(re.sub(r"[?\"'”’»\s]+$", "", line))


def same_words(left: str, right: str) -> bool:
    """Whether two lines differ in nothing but white space, case, and the look of quotation marks and dashes."""
    return _bare(left) == _bare(right) != ""


def _bare(line: str) -> str:
    return re.sub(r"[\W_]+", " ", line).strip().casefold()


def _runs_on(line: str) -> bool:
    # "… said one" in quotation marks alone may be a heading or a speech: taken for a paragraph, which is read
    return bool(ENDS.search(line)) or bool(QUOTED_END.search(line))


def _leads(following: str) -> bool:
    """Whether a heading may stand before this line: running text or a list, not another short line."""
    return bool(ITEM.match(following)) or len(following.split()) > HEADING_WORDS or bool(ENDS.search(following))


def unwrap(text: str) -> str:
    """The text with hard-wrapped lines joined by one space where their paragraph goes on; else the same text.

    A line break is replaced by a space, one for one, so that offsets stay. Wrapped means: a line ends where the next
    word would no longer have fitted, in nearly all places where two lines touch.

    >>> unwrap("He said so.\\n\\nShe did not.")
    'He said so.\\n\\nShe did not.'
    """
    lines = text.split("\n")
    width = max((len(line.rstrip()) for line in lines), default=0)
    touching = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    if width > MAX_WIDTH or width < 40 or len(touching) < MIN_WRAPPED:
        return text
    full = {n for n in touching if _is_full(lines[n], lines[n + 1], width)}
    lower = sum(lines[n + 1].lstrip()[:1].islower() for n in full)
    if len(full) < 0.6 * len(touching) or lower < (0.3 if len(full) > MIN_WRAPPED else 0.5) * len(full):
        return text
    return "".join(_joined(lines, full))


def _joined(lines: list[str], full: set[int]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield line
        if number + 1 < len(lines):
            yield " " if number in full else "\n"


def _is_full(line: str, following: str, width: int) -> bool:
    if ITEM.match(following) and not following[:1].isalpha():
        return False
    word = following.split(None, 1)[0]
    return len(line.rstrip()) + 1 + len(word) > width - max(3, width // 12)
