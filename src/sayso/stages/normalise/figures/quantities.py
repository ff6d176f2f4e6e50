"""Figures as intervals with what they count, and money with its currency."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns
from sayso.model import Money, Parsed, Quantity, Reason, span_of
from sayso.model._record import record
from sayso.stages.normalise.dates.timexes import Timex, read_timexes
from sayso.stages.normalise.figures.bounds import Bound, bound_before, bound_behind
from sayso.stages.normalise.figures.counted import counted_noun, names_something, per_what
from sayso.stages.normalise.figures.money import currency_after, currency_before
from sayso.stages.normalise.figures.units import TIMES, unit_at
from sayso.stages.normalise.numbers import Number, find_numbers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@record
class Figure:
    """A number with what stands right at it, before bounds and ranges are read."""

    number: Number
    start: int
    """First code point, currency sign included."""
    end: int
    """First code point after it, unit or currency included."""
    unit: str | None = None
    """Unit of measure written at the number; None when none is."""
    currency: str | None = None
    """ISO 4217 code; None when it is no money."""


@record
class Reach:
    """One or two figures read as an interval."""

    first: Figure
    last: Figure
    low: float
    high: float
    rule: str
    """`point`, `range` or `vague`."""
    start: int
    """First code point: of "between" where that opens it."""
    of: float | None = None
    """The whole, in "26 of 34"."""


@record
class Ground:
    """The text with its tokens by offset."""

    text: str
    doc: "Doc"
    starts: list[int]

    def token(self, at: int) -> "Token":
        """The token that covers the code point `at`."""
        return self.doc[max(0, bisect_right(self.starts, at) - 1)]


def read_quantities(parsed: Parsed) -> tuple[Quantity, ...]:
    """Every figure of the text that is no money, in order, as an interval.

    Dates, clock times, scores, section numbers, phone numbers and names such as "T-72" are no quantities.
    """
    return read_figures(parsed, taken=dates_in(read_timexes(parsed)))[0]


def read_money(parsed: Parsed) -> tuple[Money, ...]:
    """Every amount of money of the text, in order, as an interval in units of its currency."""
    return read_figures(parsed, taken=dates_in(read_timexes(parsed)))[1]


def dates_in(timexes: Iterable[Timex]) -> tuple[tuple[int, int], ...]:
    """The passages that are dates, clock times or frequencies, where no number counts anything; durations may count."""
    return tuple((t.span.start, t.span.end) for t in timexes if t.type != "DURATION" and t.value not in _LENGTHS)


_LENGTHS = frozenset({"XXXX-XX-XXTXX", "PAST_REF", "PRESENT_REF", "FUTURE_REF"})
"""Values of "six minutes later" and the like, whose numbers count."""


def read_figures(
    parsed: Parsed, *, taken: Iterable[tuple[int, int]] = ()
) -> tuple[tuple[Quantity, ...], tuple[Money, ...]]:
    """Quantities and money in one pass. `taken` are passages that are dates, in order: numbers in them do not count."""
    ground = Ground(text=parsed.document.text, doc=parsed.doc, starts=[token.idx for token in parsed.doc])
    if not ground.starts:
        return (), ()
    quantities: list[Quantity] = []
    money: list[Money] = []
    for reach in _reaches(ground.text, list(_figures(ground, tuple(taken)))):
        for made in _amounts(reach, ground):
            if isinstance(made, Money):
                money.append(made)
            else:
                quantities.append(made)
    return _elided(_both_bounds(quantities, ground.text), ground), tuple(money)


_CORE = frozenset({"nsubj", "nsubjpass", "dobj"})


def _elided(quantities: Sequence[Quantity], ground: Ground) -> tuple[Quantity, ...]:
    """The same, where a bare figure takes over what the one before it counts: "killed two soldiers, wounded five".

    Only a figure that is subject or object by itself, of a verb coordinated with or relative to one that the last
    figure of people takes part in; else what it counts stays open.
    """
    found: list[Quantity] = []
    for quantity in quantities:
        before = found[-1] if found else None
        if (
            quantity.unit is None
            and before is not None
            and before.unit is not None
            and quantity.of is None
            and _continues(before, quantity, ground)
        ):
            detail = f'as before it: "{before.span.text}"'
            reason = Reason(rule="quantities.elided", detail=detail, spans=(before.span,))
            quantity = replace(quantity, unit=before.unit, reasons=(*quantity.reasons, reason))
        found.append(quantity)
    return tuple(found)


def _continues(before: Quantity, bare: Quantity, ground: Ground) -> bool:
    """Whether a bare figure stands in a clause that goes on from one that counts people."""
    last = ground.token(bare.span.end - 1)
    counted = ground.token(before.span.end - 1)
    if last.sent != counted.sent or counted.lemma_.lower() not in load_nouns().actors | {"people", "person"}:
        return False
    if last.dep_ not in _CORE or counted.dep_ not in _CORE or last.head.pos_ != "VERB":
        return False
    if "lose" in (last.head.lemma_, counted.head.lemma_):
        return False  # "killed 12 rebels and lost 3": others are counted
    verb, other = last.head, counted.head
    if verb.dep_ == "relcl":
        whom = any(child.lower_ == "whom" for child in ground.doc[counted.i : last.i])
        return whom and verb.head.i == counted.i
    while verb.dep_ in ("conj", "advcl") and verb.head.i != verb.i and verb.i > other.i:
        verb = verb.head
        if verb.i == other.i:
            return True
    return False


_BUT = re.compile(r"\s?(?:,\s)?(?:and|but|yet|,)\s")


def _both_bounds(quantities: list[Quantity], text: str) -> tuple[Quantity, ...]:
    """ "At least 20 but no more than 30" is one interval, not two."""
    out: list[Quantity] = []
    for quantity in quantities:
        last = out[-1] if out else None
        if last is None or not _complete(last, quantity, text):
            out.append(quantity)
            continue
        lows = [q.low for q in (last, quantity) if q.low is not None]
        highs = [q.high for q in (last, quantity) if q.high is not None]
        span = span_of(text, last.span.start, quantity.span.end)
        reasons = (*last.reasons, *quantity.reasons)
        out[-1] = replace(
            quantity, low=lows[0], high=highs[0], unit=quantity.unit or last.unit, span=span, reasons=reasons
        )
    return tuple(out)


def _complete(a: Quantity, b: Quantity, text: str) -> bool:
    """Whether `b` gives the bound that `a`, right before it, leaves open."""
    if not _BUT.fullmatch(text[a.span.end : b.span.start]) or (a.unit and b.unit and a.unit != b.unit):
        return False
    if a.high is None and b.low is None and a.low is not None and b.high is not None:
        return a.low < b.high
    if a.low is None and b.high is None and a.high is not None and b.low is not None:
        return b.low < a.high
    return False


# What no number of a count looks like: judged by the characters around it.
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


def _figures(ground: Ground, taken: tuple[tuple[int, int], ...]) -> Iterator[Figure]:
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
_AGED = re.compile(r"\b(?:aged|ages?|age\sof|ages\sof|aged\sabout|aged\sbetween|ages\sfrom)\s$", re.IGNORECASE)


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


def _reaches(text: str, figures: list[Figure]) -> Iterator[Reach]:
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


_BLUR = re.compile(r"about|around|some|roughly|estimated", re.IGNORECASE)


def _amounts(reach: Reach, ground: Ground) -> Iterator[Quantity | Money]:
    """The record of a reach; none where it turns out to count nothing."""
    text, number = ground.text, reach.last.number
    before = bound_before(text, reach.start)
    if before.side and _is_duration_over(before, reach, ground):
        before = Bound(side="", about=before.about, start=reach.start, end=reach.start)
    behind = bound_behind(text, reach.last.end if reach.last.unit or reach.last.currency else number.end)
    opener = text[reach.start : reach.first.start]
    currency = reach.last.currency or reach.first.currency
    end = max(reach.last.end, behind.end)
    noun = (
        None
        if currency or reach.last.unit
        else counted_noun(ground.token(number.end - 1), ground.token(reach.first.number.start))
    )
    if noun is not None and not re.search(r"\d", text[end : noun.end]):
        end = max(end, noun.end)
        if not before.side and behind.end == number.end:
            behind = bound_behind(text, end)  # "300 men, at least"
            end = behind.end
    low, high = _bounded(reach, before.side or behind.side)
    approximate = before.about or behind.about or number.vague or bool(_BLUR.search(opener))
    per, end = per_what(text, end)
    aged = _is_age(reach, noun is not None, before, ground)
    span = span_of(text, before.start, end)
    reason = _reason(reach, before, behind, text)
    if currency:
        yield Money(
            low=low, high=high, currency=currency, span=span, approximate=approximate, per=per, reasons=(reason,)
        )
    else:
        if noun is not None and noun.name in ("decade", "century"):
            return  # a stretch of time, told by the dates
        unit = "year of age" if aged else reach.last.unit or (noun.name if noun else None)
        if reach.rule == "share" or number.form == "part":
            unit = f"share of {unit}" if unit else "share"
        yield Quantity(
            low=low,
            high=high,
            unit=unit,
            span=span,
            approximate=approximate,
            of=reach.of,
            per=per,
            reasons=(reason,),
        )


def _is_age(reach: Reach, counted: bool, before: Bound, ground: Ground) -> bool:
    """Whether a bare number is an age: "aged 25", "under the age of 5", "Ivan Petrov, 25, said"."""
    text = ground.text
    lead = text[max(0, before.start - 24) : reach.start]
    if reach.last.unit in (None, "year") and (
        _AGED.search(lead) or text[before.start : reach.start].strip().lower().endswith("age of")
    ):
        return True
    number = reach.last.number
    if (
        reach.last.unit
        or counted
        or reach.first is not reach.last
        or number.form != "digits"
        or not 5 <= number.low <= 110
    ):
        return False
    if (
        text[reach.start - 2 : reach.start] != ", "
        or text[number.end : number.end + 1] not in (",", ".", ";")
        or reach.start < 3
    ):
        return False
    return ground.token(reach.start - 3).ent_type_ == "PERSON"


def _bounded(reach: Reach, side: str) -> tuple[float | None, float | None]:
    """The interval with a bound word applied: "up to" drops the lower end, "at least" the upper one."""
    low, high = min(reach.low, reach.high), max(reach.low, reach.high)
    if side == "most":
        return None, high
    if side == "least":
        return low, None
    return low, high


def _is_duration_over(bound: Bound, reach: Reach, ground: Ground) -> bool:
    """Whether "over" means during: "over five weeks" is five weeks, "over 40 miles" more than 40."""
    words = ground.text[bound.start : reach.start].lower().split()
    return (
        words in (["over"], ["over", "a"], ["over", "the"])
        and reach.last.unit in TIMES
        and (len(words) > 1 or ground.token(bound.start).dep_ == "prep")
    )


def _reason(reach: Reach, before: Bound, behind: Bound, text: str) -> Reason:
    parts = [text[before.start : reach.start].strip(), text[behind.start : behind.end].strip()]
    words = ", ".join(f'"{part}"' for part in parts if part)
    detail = f'{reach.rule} "{text[reach.first.number.start : reach.last.number.end]}"' + (
        f" with {words}" if words else ""
    )
    side = before.side or behind.side
    return Reason(rule=f"quantities.{ {'most': 'at_most', 'least': 'at_least'}.get(side, reach.rule) }", detail=detail)
