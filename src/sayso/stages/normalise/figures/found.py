"""Which numbers of a text count or measure something: no dates, labels, scores or phone numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.stages.normalise.figures.counted import names_something
from sayso.stages.normalise.figures.ground import Figure, Ground
from sayso.stages.normalise.figures.money import currency_after, currency_before
from sayso.stages.normalise.figures.units import TIMES, unit_at
from sayso.stages.normalise.numbers import Number, find_numbers

if TYPE_CHECKING:
    pass

_BEHIND_NO = re.compile(
    r"(?:st|nd|rd|th)(?!\w)|:\d|\s?[ap]\.?\s?m(?:\.|(?!\w))|\s?o['’]clock|[/]\d|[A-Za-z_@]"
    r"|\.\d|\)\s?\d{3}|\s?(?:GMT|UTC|BST|EST|EDT|BC|BCE|AD|CE)(?!\w)"
    r"|-\d+-\d|['’]s(?=\s)(?<=\d0['’]s)|-?[A-Z]\w*\d"
)


_BEFORE_NO = re.compile(r"(?:\d[:./]|[A-Za-z]\.|(?<!\d)[A-Za-z][-–‑/]|[@#&_]|\w['’]|\d-\d+-|[”’\"'?!,;]\b|\w[”\"?!])$")


_LABEL = re.compile(
    r"(?:\b(?:no|nos|pp?|art|sec|fig|vol|ch|para)\.|\b(?:number|page|pages|chapter|article"
    r"|articles|section|sections|part|resolution|room|route|flight|highway|line|grade|"
    r"phase|group|level|type|model|mark|version|figure|table|item|paragraph|act|law|season|episode|channel|gate|"
    r"platform|block|building|apartment|question|step|point|rule|decree|order|week|day|game"
    r"|round|track|unit|district|school|checkpoint|class|category|tier|article|amendment"
    r"|clause|"
    r"lot|pier|appendix|annex|exhibit|protocol|dial|call|ext|extension|top|bottom|fortune|s&p"
    r"|sp|nasdaq|ftse|stoxx|size|under-|A\.D\.|AD))\s$",
    re.IGNORECASE,
)


_LEADING = re.compile(r"(?:\.|\)|\.\d+\.?)\s+(?=[A-Z“\"])")


_YEARISH = re.compile(r"(?:1[0-9]|20)\d\d(?![\d,.]\d)")


def figures_in(ground: Ground, taken: tuple[tuple[int, int], ...]) -> Iterator[Figure]:
    """The numbers that may count something, each with the currency or unit written at it."""
    at = 0
    for number in find_numbers(ground.text):
        while at < len(taken) and taken[at][1] <= number.start:
            at += 1
        if at < len(taken) and taken[at][0] < number.end:
            continue
        figure = _dress(ground.text, number)
        if figure is not None and _counts(figure, ground):
            yield figure


_AGE = re.compile(
    r"(?:[\s-](?P<unit>year|month|week|day)s?[\s-]olds?(?!\w)|[\s-](?P<of>year|month|week"
    r"|day)s?\sof\sage(?!\w)|\s?y\.?/?o\.?(?=[\s,.;)]))"
)


AGED = re.compile(r"\b(?:aged|ages?|age\sof|ages\sof|aged\sabout|aged\sbetween|ages\sfrom)\s$", re.IGNORECASE)


def _dress(text: str, number: Number) -> Figure | None:
    """Put currency or unit to a number; None where the characters around it say that it is none."""
    before = currency_before(text, number.start)
    if number.letter in ("m", "b", "t", "k", "B") and not before:
        undone = _undo_letter(text, number)
        if undone is not None:
            number = undone
    if before:
        after = currency_after(text, number.end)
        end = after[1] if after and after[0] == before[0] else number.end
        return Figure(number=number, start=before[1], end=end, currency=before[0])
    age = _AGE.match(text, number.end)
    if age:
        return Figure(
            number=number, start=number.start, end=age.end(), unit=f"{age['unit'] or age['of'] or 'year'} of age"
        )
    after = currency_after(text, number.end, scaled=number.scale >= 1e6)
    if after:
        return Figure(number=number, start=number.start, end=after[1], currency=after[0])
    unit = unit_at(text, number.end) if number.form != "part" or text[number.end : number.end + 1] == " " else None
    if unit:
        return Figure(number=number, start=number.start, end=unit[1], unit=unit[0])
    if number.form == "digits" and _BEHIND_NO.match(text, number.end):
        return None
    return Figure(number=number, start=number.start, end=number.end)


_METRES = re.compile(
    r"\s?[(-]|\s(?:long|high|wide|deep|tall|thick|away|apart|above|below|behind|beyond|off|north|south|east|west|"
    r"sprint|race|freestyle|hurdles|final|relay)(?!\w)"
)


_SIZE = re.compile(
    (
        r"\b(?:heights?|lengths?|widths?|depths?|distance|range|outreach|altitude|within|diameter"
        r"|x|by)\b[^.;\d]*$"
    ),
    re.IGNORECASE,
)


def _undo_letter(text: str, number: Number) -> Number | None:
    """ "37m" as 37 metres where nothing that is counted follows; "35m people", "12.3m of the tonnes" stay millions."""
    if number.letter == "t":  # tonnes, unless money stands before it
        value = number.low / number.scale
        return replace(number, end=number.end - 1, low=value, high=value, scale=1, letter="")
    sized = _SIZE.search(text[max(0, number.start - 30) : number.start]) or _METRES.match(text, number.end)
    if number.letter == "m" and sized:
        value = number.low / number.scale
        return replace(number, end=number.end - 1, low=value, high=value, scale=1, letter="")
    return None


_IN_BRACKETS = re.compile(r"\(\d+\)")


_SPELT = re.compile(
    r"(?:ty|teen|[a-z](?:one|two|three|four|five|six|seven|eight|nine)|hundred|thousand|twelve|ten|eleven)\s\($",
    re.IGNORECASE,
)
"""A number written out before its digits: "forty-five (45) days"."""


def _counts(figure: Figure, ground: Ground) -> bool:
    """Whether a figure can be a count, by what stands around it."""
    number, text = figure.number, ground.text
    before = text[max(0, figure.start - 24) : figure.start]
    if figure.currency:
        return True
    if number.form == "digits":
        if _BEFORE_NO.search(before) and not figure.unit:
            return False
        if text[number.start] in "-−" and not figure.unit and re.search(r"\w\s?$", before):
            return False  # "COVID -19", "Soyuz -5"
        line_start = not before or before.endswith("\n")
        if line_start and figure.unit is None and _LEADING.match(text, number.end):
            return False
        if text[number.start - 1 : number.start] == "[" and text[number.end : number.end + 1] == "]":
            return False
    if (figure.unit is None or figure.unit in TIMES) and _LABEL.search(before):
        return False
    if figure.unit is not None:
        return True
    if (
        before.endswith("(")
        and text[number.end : number.end + 1] == ")"
        and not re.search(r"[a-z] \($", before.lower())
    ):
        return False
    if _IN_BRACKETS.match(text, figure.start - 1) and not _SPELT.search(before):
        return False
    return not names_something(
        ground.token(number.start), ground.token(number.end - 1), number.form, text[number.start : number.end]
    )
