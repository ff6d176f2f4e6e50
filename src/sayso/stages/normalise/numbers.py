"""Numbers as a text writes them: "1,500", "1.5 million", "twenty-three", "half a dozen", "several hundred"."""

import re
from collections.abc import Iterator

from sayso.model._record import record

UNITS = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], range(1, 10), strict=True))
TEENS = dict(
    zip(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        range(10, 20),
        strict=True,
    )
)
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
SMALL = UNITS | TEENS | TENS | {"zero": 0}
SCALES = {
    "dozen": 12,
    "lakh": 100_000,
    "crore": 10_000_000,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
ABBREVIATED = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mil": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
VAGUE = {"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
SEVERAL = (3, 9)
"""What "several" and "a few" stand for before a scale: three to nine of it."""

_SMALL = (
    rf"(?:(?:{'|'.join(TENS)})(?:[-‑ ](?:{'|'.join(UNITS)}))?|{'|'.join(TEENS)}|"
    r"one|two|three|four|five|six(?!ty)|seven(?!ty)|eight(?!y)|nine(?!ty)|zero)(?![a-z])"
)
_SCALE = rf"(?:{'|'.join(SCALES)})(?![a-z])"
_DIGITS = (
    r"(?:\d{1,3}(?:(?:[\u00a0\u202f\u2009]\d{3})+|(?:\s\d{3})*\s000"
    r"|(?: \d{3}){2,})(?![\d,.]\d|\d)(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
)
_SHORT = r"(?:\s?(?:bn|bln|mn|mln|mio|tn|trn)|mil|k|m|b|t|(?-i:\s[MB]))(?![\w²³/])"
_WORDS = (
    rf"(?:{_SMALL}(?:[\s-]{_SCALE})*|(?:half[\s-]|(?:a\s)?quarter\s(?:of\s)?)?an?[\s-]{_SCALE}(?:\s{_SCALE})*"
    r"|(?:half|(?:a\s)?quarter)[\s-](?:million|billion|thousand|dozen)(?![a-z]))"
    rf"(?:(?<=hundred|housand|million|billion)(?:\s+and)?\s+{_SMALL}(?!\s+(?:{_SCALE}))|"
    rf"(?<=thousand|.million|.billion)(?:\s+and)?\s+{_SMALL}\s+hundred(?:\s+thousand)?(?![a-z]))*"
)
_PARTS = "halves|half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?"
NUMBER = re.compile(
    r"(?:(?<![\w@#&_^\\])|(?<=\bRM)|(?<=\bPS)|(?<=USD)|(?<=EUR)"
    r"|(?<=\bRs))(?P<minus>minus[\s-](?=[\d.]|[a-z]+\s(?:per\s?cent|degrees)))?(?:"
    rf"(?P<some>several|(?:a\s+|only\s+a\s+)?few|many|a\s+couple(?:\s+of)?)\s+(?P<of>{_SCALE}"
    rf"|dozens|hundreds|thousands|millions|billions)(?![a-z])"
    r"|(?P<vague>(?:tens|hundreds|scores|dozens|thousands|millions|billions)(?:\s+(?:of|and"
    r"|upon)\s+(?:thousands|millions|billions|hundreds)(?=\W|$))?)(?![a-z])"
    rf"|(?P<part>(?:(?:one|two|three|four|five|seven|nine"
    rf"|a)[\s-](?:{_PARTS}))(?![a-z])(?!\s(?:of\sa\s)?(?:million|billion)))"
    rf"|(?P<digits>[-−]?{_DIGITS})(?:(?P<fraction>\s\d{{1,2}}[/⁄]\d{{1,2}}|[½¼¾]"
    rf"|[/⁄]\d{{1,2}}(?![\d/]))|(?P<short>{_SHORT})|(?P<scale>(?:[\s-]{_SCALE})+))?"
    rf"|(?P<words>{_WORDS})(?P<half>\sand\sa\shalf(?:\s{_SCALE})?)?(?P<dozens>\sdozens(?![a-z]))?"
    r"|(?P<bare>half|[½¼¾])(?![a-z-])"
    r")",
    re.IGNORECASE,
)
_GLYPH = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@record
class Number:
    """A number in a text, as an interval: a point unless its words are vague."""

    start: int
    """First code point."""
    end: int
    """First code point after it."""
    low: float
    """Lowest value the words allow."""
    high: float
    """Highest value the words allow; never below `low`."""
    vague: bool = False
    """Whether the words give an order of magnitude only: dozens, several hundred."""
    form: str = "digits"
    """`digits`, `words`, `vague` or `part` (a half, two thirds)."""
    scale: float = 1
    """What a scale word or letter multiplied it by: 1e6 in "3 million"; lends itself to the other end of a range."""
    letter: str = ""
    """The scale letter in "12m", which may be a unit instead."""


def find_numbers(text: str) -> Iterator[Number]:
    """Every number in `text`, in order, not overlapping. Says nothing about what is counted.

    >>> [(n.low, n.high) for n in find_numbers("1.5 million, twenty-three and dozens")]
    [(1500000.0, 1500000.0), (23, 23), (12, 120)]
    """
    for m in NUMBER.finditer(text):
        number = _read(m)
        if number is not None:
            yield number


def _read(m: re.Match[str]) -> Number | None:
    start, end = m.span()
    if m["some"]:
        return _several(m)
    if m["vague"]:
        words = re.findall(r"[a-z]+", m["vague"].lower())
        size = VAGUE[words[0]] * (VAGUE[words[-1]] if len(words) > 1 and words[1] == "of" else 1)
        return Number(start=start, end=end, low=size, high=10 * size, vague=True, form="vague")
    if m["part"] or m["bare"]:
        value = _part(m["part"] or m["bare"])
        return Number(start=start, end=end, low=value, high=value, form="part")
    if m["words"]:
        value, scale = _words(m["words"]), _last_scale(m["words"])
        if m["dozens"]:
            value *= 12
        if m["minus"]:
            value = -value
        if m["half"]:
            extra = _last_scale(m["half"])
            value, scale = (value + 0.5 * scale) * extra, scale * extra
        return Number(start=start, end=end, low=value, high=value, form="words", scale=scale)
    return _digits(m)


def _several(m: re.Match[str]) -> Number:
    start, end = m.span()
    word = m["of"].lower()
    size = SCALES.get(word) or VAGUE[word]
    least, most = SEVERAL
    if "couple" in m["some"].lower():
        return Number(start=start, end=end, low=2 * size, high=2 * size, vague=True, form="words", scale=size)
    return Number(start=start, end=end, low=least * size, high=most * size, vague=True, form="vague")


def _part(words: str) -> float:
    """The value of "two thirds", "a quarter", "half" or a fraction sign."""
    if words in _GLYPH:
        return _GLYPH[words]
    *count, part = re.split(r"[\s-]+", words.lower())
    size = 2 if part in ("half", "halves") else PARTS[part.removesuffix("s")]
    return (UNITS.get(count[0], 1) if count else 1) / size


def _digits(m: re.Match[str]) -> Number | None:
    start, end = m.span()
    written = re.sub(r"[,\s]", "", m["digits"]).replace("−", "-")
    if len(written) > 18:  # no count; and floats stop being exact
        return None
    value, scale = float(written), 1.0
    if m["minus"]:
        value = -value
    if m["fraction"]:
        rest = m["fraction"].strip()
        if rest in _GLYPH:
            value += _GLYPH[rest]
        else:
            top, bottom = re.split(r"[/⁄]", rest)
            if not int(bottom):
                return None
            value = value + int(top) / int(bottom) if top else value / int(bottom)
    letter = (m["short"] or "").strip()
    if letter:
        scale = ABBREVIATED[letter.lower()]
    elif m["scale"]:
        scale = float(_words("one" + m["scale"]))
    return Number(start=start, end=end, low=value * scale, high=value * scale, scale=scale, letter=letter)


def _words(phrase: str) -> float:
    """The value of number words: "three hundred and two", "half a million".

    >>> _words("half a million")
    500000.0
    """
    total: float = 0
    current: float = 0
    words = re.findall(r"[a-z]+", phrase.lower())
    half = 0.5 if words[:1] == ["half"] else 0.25 if "quarter" in words[:2] else 1
    for word in words:
        if word in SMALL:
            current += SMALL[word]
        elif word in ("hundred", "dozen"):
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total = (total + (current or 1)) * SCALES[word] if not total else total + (current or 1) * SCALES[word]
            current = 0
    return (total + current) * half


def _last_scale(phrase: str) -> float:
    """The product of the scale words at the end of a number: 1000 in "five thousand", 1 in "five"."""
    size: float = 1
    for word in reversed(re.findall(r"[a-z]+", phrase.lower())):
        if word not in SCALES:
            break
        size *= SCALES[word]
    return size
