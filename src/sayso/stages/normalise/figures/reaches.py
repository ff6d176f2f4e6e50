"""One figure or two that make a range or a share: "200 to 350", "26 of 34"."""

import re
from collections.abc import Iterator

from sayso.stages.normalise.figures.ground import Figure, Reach

_LINK = re.compile(
    (
        r"(?P<to>\s(?:to|through|up\sto)\s(?:about\s|around\s|some\s|roughly\s|nearly\s|perhaps\s"
        r"|possibly\s|as\smany\sas\s)?|\s?(?:-|–|—|‑)\s?(?:to-)?|-to-)|(?P<or>,?-?\s(?:or"
        r"|or\seven)\s)|(?P<and>\sand\s(?:about\s|around\s|some\s|roughly\s|nearly\s|perhaps\s"
        r"|possibly\s|as\smany\sas\s|up\sto\s)?)"
    ),
    re.IGNORECASE,
)


_BETWEEN = re.compile(
    r"(?<!\w)(?:in\s|anywhere\s|somewhere\s)?between(?:\s(?:the|about|around|some|roughly|an?\sestimated))?\s$",
    re.IGNORECASE,
)


_FROM = re.compile(r"(?<!\w)(?:anywhere\s)?from(?:\s(?:about|around|some|roughly))?\s$", re.IGNORECASE)


_OF = re.compile(
    r"\s(?:of|out\sof)(?:\s(?:the|its|their|his|her|our|all|those|these|about|some))?\s$"
    r"|\sout\sof\s(?:every\s)?$|\sin\s(?:every\s)?$"
)


def reaches_in(text: str, figures: list[Figure]) -> Iterator[Reach]:
    """Points and ranges, in order: neighbours joined by "to", a dash, "or", "between ... and"."""
    at = 0
    while at < len(figures):
        joined = _range(text, figures[at], figures[at + 1]) if at + 1 < len(figures) else None
        if joined is None and at + 1 < len(figures):
            joined = _share(text, figures[at], figures[at + 1])
        if joined is not None:
            yield joined
            at += 2
        else:
            if not _stray(text, figures, at):
                yield _point(figures[at])
            at += 1


def _point(figure: Figure) -> Reach:
    number = figure.number
    rule = "vague" if number.vague else "point"
    return Reach(first=figure, last=figure, low=number.low, high=number.high, rule=rule, start=figure.start)


def _share(text: str, first: Figure, last: Figure) -> Reach | None:
    """ "26 of 34" as 26 with its whole, "one in five" as a fifth; None where the words do not say so."""
    m = _OF.fullmatch(text[first.end : last.start])
    if not m or first.unit or first.currency or last.currency or first.number.vague or last.number.vague:
        return None
    part, whole = first.number.low, last.number.low
    if first.number.form == "part":  # "half of the 60 recruits"
        if " of" not in m.group() or last.number.form == "part":
            return None
        return Reach(first=first, last=last, low=part, high=part, rule="share", start=first.start, of=whole)
    ratio = "in" in m.group() or (part == 1 and "out" in m.group())
    if not 0 < part < whole or (ratio and (whole > 20 or last.unit or (part > 1 and whole > 10))):
        return None
    if ratio:
        return Reach(first=first, last=last, low=part / whole, high=part / whole, rule="share", start=first.start)
    return Reach(first=first, last=last, low=part, high=part, rule="of", start=first.start, of=whole)


def _stray(text: str, figures: list[Figure], at: int) -> bool:
    """Whether a bare number is half of a score or code such as "3-1": joined by a dash to another bare number."""
    figure = figures[at]
    if figure.unit or figure.currency or figure.number.form != "digits":
        return False
    behind = re.match(r"[-–](?=\d)", text[figure.end : figure.end + 2])
    ahead = re.search(r"\d[-–]$", text[max(0, figure.start - 2) : figure.start])
    return bool(behind or ahead)


def _range(text: str, first: Figure, last: Figure) -> Reach | None:
    """Two figures as one interval; None where the words between them do not join them or they run downwards."""
    gap = text[first.end : last.start]
    if len(gap) > 20 or (m := _LINK.fullmatch(gap)) is None:
        return None
    before = text[max(0, first.start - 40) : first.start]
    between, opened = _BETWEEN.search(before), _FROM.search(before)
    if m["and"] and not between:
        return None
    low, high = _shared_scale(first, last)
    if (first.unit and last.unit and first.unit != last.unit) or (
        first.currency and last.currency and first.currency != last.currency
    ):
        return None
    if (first.unit and not last.unit) or low >= high or first.number.vague != last.number.vague:
        return None
    if m["or"] and not _close(first, last, gap):
        return None
    if m["to"] and re.search(r"\bby\s(?:about\s|some\s|around\s)?$", before) and "-" not in gap:
        return None  # "rose by 3 to 20": a step and where it led
    if opened and m["to"] and low and _changes(before[: opened.start()]):
        return None
    words = between or opened
    start = first.start - len(words.group().lstrip()) if words else first.start
    return Reach(first=first, last=last, low=low, high=last.number.high, rule="range", start=start)


def _shared_scale(first: Figure, last: Figure) -> tuple[float, float]:
    """Both ends, with the scale of the last lent to the first: "three to five thousand", "$3-5 billion"."""
    low, high, scale = first.number.low, last.number.low, last.number.scale
    if first.number.scale == 1 and scale > 1 and low * scale < high and low < 1000:
        return low * scale, high
    return low, high


def _close(first: Figure, last: Figure, gap: str) -> bool:
    """Whether "a or b" gives two ends of one estimate (four or five, 30 or 40) rather than two cases (7- or 8-inch)."""
    a, b = first.number, last.number
    if first.currency or last.currency or a.form != b.form or a.form == "part" or a.letter or gap.strip() != "or":
        return False
    return 0 < a.low < b.low <= 1.5 * a.low


_CHANGE = re.compile(
    r"\b(?:cut|r[ia]se[ns]?|rising|grow[ns]?|grew|growing|f[ae]ll(?:en|s|ing)?|drop(?:s|ped"
    r"|ping)?|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|"
    r"lower(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|went|go(?:es|ne|ing)?"
    r"|chang(?:e[sd]?|ing)|shr[aiu]nk|shrinking|rais(?:e[sd]?|ing)|doubled|tripled"
    r"|declin(?:e[sd]?|ing)|"
    r"slow(?:s|ed|ing)?|up|down|plunged?|soared?|swell(?:ed)?|slashed|surged?|expand(?:ed)?"
    r"|dwindled?|revised|moved?|boost(?:ed)?)\b[^.;:]*$",
    re.IGNORECASE,
)


def _changes(before: str) -> bool:
    """Whether "from a to b" tells a change, hence two figures, rather than a range."""
    return bool(_CHANGE.search(before))
