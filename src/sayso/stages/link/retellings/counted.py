"""Whether a figure beside another one is a retelling's change of it, or counts something else."""

import re
from math import floor, log10

from sayso.model import Change, Money, Quantity
from sayso.stages.link.claims.differing import AGE
from sayso.stages.link.claims.setting import side_of
from sayso.stages.link.nations import named_nations
from sayso.stages.link.retellings.retelling import TELLING
from sayso.stages.link.retellings.rivals import are_known, are_of_one, are_rivals, voices_of
from sayso.stages.link.retellings.sides import Side, around, fates, values, without_numbers
from sayso.stages.link.texts.lineage import days_between
from sayso.stages.link.wordlists import NEGATIONS, listed

OTHER_VALUE, OTHER_VALUE_UNSAID = 0.33, 0.5
"""Lowest likeness of two sentences, their numbers left out, in which a number became another one: where the follower
credits the source's outlet, and where it does not."""
BOUNDED, ACTED = 0.4, 0.1
"""The same where a bound was put to a number, and where another thing was done to as many."""
EXCHANGED, CONVERTED = 0.3, 0.1
"""The same for two amounts in two currencies, and for two that are both per month, or both per head."""
SAME_NEWS = 3
"""Most days between two reports of which the later one credits nobody: after that a number is likely a newer one."""
LARGE = 1000
"""A number from which on nothing else needs to be shared."""
MET, SMALL_NUMBER = 0.2, 0.3
"""The lowest likeness beside a number below that, and below `TELLING`."""


def is_sound_figure(change: Change, was: Side, now: Side, alike: float, *, credited: bool, whole: bool) -> bool:
    """Whether a change of a figure, bound, currency or act is one of a retelling. `alike`: likeness of the sentences
    without their numbers; `credited` and `whole` as in `guards.is_sound`."""
    if any(_is_no_count(each) for each in (was, now)) or _counts_other_things(was, now):
        return False
    if any(map(_is_vague, (was, now))) and alike < OTHER_VALUE_UNSAID:
        return False
    voices = voices_of(was.reading, was.span, outlets=True), voices_of(now.reading, now.span)
    if not (credited or are_known(voices[1], was.reading)):
        return False
    before, after = values(was.amounts), values(now.amounts)
    if change.what == "act":
        return alike >= ACTED and not are_rivals(*voices)
    if not before or not after or (change.what == "figure" and before & after):
        return not are_rivals(*voices) and _denies(now) == _denies(was)  # what it is per
    if change.what == "currency" and before & after:
        return (
            not are_rivals(*voices) and _denies(now) == _denies(was) and (credited or whole or alike >= EXCHANGED / 2)
        )
    if before & after:
        of_two = are_rivals(*voices) if credited else not are_of_one(*voices)
        return not of_two and _is_sound_bound(was, now, alike, credited=credited, whole=whole)
    if change.what == "currency":
        per = {a.per for a in (*was.amounts, *now.amounts)}
        enough = CONVERTED if len(per) == 1 and per != {None} else EXCHANGED
        return alike >= enough and not _stands_in_brackets(now) and not are_rivals(*voices)
    if not are_of_one(*voices) or _is_explained(was, now, before, after):
        return False
    if change.what == "figure" and _is_within(was, now):
        return False
    if not credited and (_is_share(was) or days_between(was.reading.document, now.reading.document) > SAME_NEWS):
        return False
    easily = credited and not _is_vague(was) and not _is_share(was)
    return alike >= (OTHER_VALUE if easily else OTHER_VALUE_UNSAID)


def is_in_its_place(was: Side, now: Side, *, credited: bool, miscopied: bool) -> bool:
    """Whether a number that stands where the source has another one (`miscounted.py`) is a change of that one. One that
    does not look miscopied may be another body's count, or a new one: then a credit is asked for, and one voice."""
    if any(_is_no_count(each) or _is_vague(each) or _is_share(each) for each in (was, now)):
        return False
    if _counts_other_things(was, now) or _denies(was) != _denies(now) or _stands_in_brackets(now):
        return False
    voices = voices_of(was.reading, was.span, outlets=True), voices_of(now.reading, now.span)
    if not are_of_one(*voices, of_one_state=miscopied) or not (credited or miscopied):
        return False
    if not credited and not are_known(voices[1], was.reading):
        return False
    before, after = values(was.amounts), values(now.amounts)
    if not before or not after or _is_within(was, now) or _is_within(now, was):
        return False
    if _is_sum(max(after), was) or _is_sum(max(before), now) or _is_about(max(before), max(after), now):
        return False
    return any(isinstance(a, Money) for a in now.amounts) or not _is_later_toll(was, now, before, after)


WITHIN = 1.2
"""Times by which an exact number may lie above or below a bound that is told of it."""


def _is_within(one: Side, other: Side) -> bool:
    """Whether the second figure is a bound or range that holds the first: "more than 150" for 158."""
    exact = values(one.amounts)
    return any(
        (amount.low is None or amount.low <= value <= amount.low * WITHIN or amount.high is not None)
        and (amount.high is None or amount.high / WITHIN <= value <= amount.high or amount.low is not None)
        and (amount.low or 0) <= value <= (amount.high or value)
        for amount in other.amounts
        if _ends(amount) != EXACT
        for value in exact
    )


def _is_sound_bound(was: Side, now: Side, alike: float, *, credited: bool, whole: bool) -> bool:
    """Whether a number that stayed is told otherwise: it is large enough or the sentences are alike, and it is neither
    denied nor turned round."""
    if _denies(now) != _denies(was):
        return False
    bounds = [{_ends(a) for a in each.amounts} for each in (was, now)]
    gained = EXACT in bounds[0] and EXACT not in bounds[1]
    unnamed = any(isinstance(a, Quantity) and a.unit is None for a in (*was.amounts, *now.amounts))
    if gained and (alike < BOUNDED or ((fates(now) or unnamed) and not credited)):
        return False
    if {LOWER, UPPER} <= bounds[0] ^ bounds[1] and not (credited or whole):
        return False  # "10,000 or less", "more than 10,000"
    if bounds[0] == bounds[1] != {EXACT} or any(_stands_in_brackets(each) for each in (was, now)):
        return False
    if any(COMPARED.search(each.span.text) for each in (was, now)) or _limits(now) or _is_bounded_behind(now):
        return False
    same = max(values(was.amounts) & values(now.amounts))
    if alike >= SMALL_NUMBER or (same >= TELLING and (credited or whole)):
        return True
    odd = _is_odd(same)
    return (same >= LARGE and (odd or _names_one_thing(was, now))) or (same >= TELLING and odd and alike >= MET)


COMPARED = re.compile(r"\b(?:than|below|above|under|over) the\b")
"""A number that another one is held against: "less than the 184 million that were reported"."""
LIMITED = re.compile(r"\blimit(?:s|ed|ing)?\b")


def _limits(each: Side) -> bool:
    """Whether a number is a limit: then no "up to" was lost."""
    return LIMITED.search(each.sentence.text) is not None


BOUND_BEHIND = re.compile(
    r"\W+(?:tops|at (?:the )?(?:most|least|very most)|max(?:imum)?|minimum|or (?:more|fewer|less|so))\b"
)
BEHIND = 12
"""Code points behind a number in which it begins."""


def _is_bounded_behind(each: Side) -> bool:
    """Whether a bound stands behind a number: "two hundred tops"."""
    return BOUND_BEHIND.search(each.reading.document.text[each.span.start : each.span.end + BEHIND]) is not None


def _is_odd(value: float) -> bool:
    """Whether a number has two digits or more without its closing zeros: 1,000 and 5,000 are met by chance."""
    return len(f"{value:.0f}".rstrip("0")) > 1


def _names_one_thing(was: Side, now: Side) -> bool:
    """Whether two figures count what has one name or people of one country."""
    words = [without_numbers(each.span.text).keys() for each in (was, now)]
    return bool(words[0] & words[1] or named_nations(was.span.text) & named_nations(now.span.text))


EXACT, LOWER, UPPER, RANGE = "exact", "lower", "upper", "range"


def _ends(amount: Quantity | Money) -> str:
    """Which ends of an amount are known."""
    if amount.low is None:
        return UPPER
    if amount.high is None:
        return LOWER
    return EXACT if amount.low == amount.high else RANGE


def _is_share(each: Side) -> bool:
    """Whether an amount is in per cent: polls and rates have many of them."""
    return any(isinstance(a, Quantity) and a.unit == "%" for a in each.amounts)


def _is_vague(each: Side) -> bool:
    """Whether an amount is one of size only: "thousands", "millions of dollars"."""
    return any(a.low and a.high and a.high >= 9 * a.low for a in each.amounts)


DIALLED = re.compile(r"\d[ ()-]{1,3}\d")
CALLED = re.compile(r"\b(?:call|phone|tel|telephone|hotline|helpline|lifeline|dial)\b", re.IGNORECASE)


def _is_no_count(each: Side) -> bool:
    """Whether a figure is an age, or part of a telephone number."""
    young = max(values(each.amounts), default=100) < 100
    ages = any(isinstance(a, Quantity) and a.unit == AGE for a in each.amounts)
    ages = ages or (young and AGED.search(each.sentence.text) is not None)
    around = each.reading.document.text[max(0, each.span.start - 4) : each.span.end + 4]
    dialled = bool(DIALLED.search(around)) and bool(CALLED.search(each.sentence.text))
    return ages or dialled


AGED = re.compile(r"\b(?:ages?|aged|years? old)\b", re.IGNORECASE)
FURTHER = listed("other others another additional further remaining rest more")
BOUNDING = re.compile(r"\b(?:more|fewer|less) than\b|\b(?:or|once|no|any) more\b|\bmore (?:or less|and more)\b", re.I)


def _counts_other_things(was: Side, now: Side) -> bool:
    """Whether one figure counts others ("ten more", "another 30"), or people of another side."""
    further = [
        bool(FURTHER & set(re.findall(r"[a-z]+", BOUNDING.sub("", _beside(each)).lower()))) for each in (was, now)
    ]
    sides = [side_of(each.span.text) for each in (was, now)]
    return further[0] != further[1] or (None not in sides and sides[0] != sides[1])


def _beside(each: Side) -> str:
    """A figure with the word before it and the two behind it."""
    text = each.reading.document.text
    before = re.search(r"[\w’'-]*\W?$", text[max(0, each.span.start - 15) : each.span.start])
    behind = re.match(r"(?:\W?[\w’'-]+){0,2}", text[each.span.end : each.span.end + 30])
    return f"{before.group() if before else ''}{each.span.text}{behind.group() if behind else ''}"


def _denies(each: Side) -> bool:
    """Whether a figure is denied by the words just before it."""
    before = each.reading.document.text[max(each.sentence.start, each.span.start - 25) : each.span.start]
    return bool(NEGATIONS & set(re.findall(r"[\w’']+", re.split(r"[,;:.]", before)[-1].lower())))


def _stands_in_brackets(each: Side) -> bool:
    """Whether an amount is put behind another one in brackets, as what it is worth."""
    before = each.reading.document.text[max(0, each.span.start - 25) : each.span.start]
    return re.search(r"\([^()]*$", before) is not None


def _is_explained(was: Side, now: Side, before: set[float], after: set[float]) -> bool:
    """Whether another number is no change of the first: both texts have one of them, it is a sum or rounded, counts no
    unit, or is a later toll."""
    everywhere = [values([*s.reading.mentions.quantities, *s.reading.mentions.money]) for s in (was, now)]
    if after <= everywhere[0] or before <= everywhere[1]:
        return True
    if _is_sum(max(after), was) or _is_sum(max(before), now) or _is_about(max(before), max(after), now):
        return True
    if any(value >= LISTED for value in around(was) & around(now)):
        return False  # a list of which another number stayed
    if all(isinstance(a, Quantity) and a.unit is None for a in (*was.amounts, *now.amounts)):
        return True
    return _is_later_toll(was, now, before, after)


def _is_sum(value: float, each: Side) -> bool:
    """Whether a number is the sum of two numbers of the other sentence, or the difference of them."""
    told = sorted(around(each))
    pairs = [(a, b) for n, a in enumerate(told) for b in told[n + 1 :]]
    return any(value in (a + b, b - a) for a, b in pairs)


LISTED = 10
"""A smaller number is shared by chance."""
ROUGH = listed("about around some nearly almost roughly approximately approx circa close")
NEAR = 0.1
"""How far, as a share, a number that is called a rough one may lie from the exact one."""


def _is_about(exact: float, rough: float, now: Side) -> bool:
    """Whether a number is another one rounded: to fewer digits, or by a word that says so."""
    if not (exact > 0 and rough > 0):
        return False
    if ROUGH & set(re.findall(r"[a-z]+", _beside(now).lower())) and abs(exact - rough) <= NEAR * exact:
        return True
    digits = max(len(f"{rough:.0f}".rstrip("0")), 2)
    return round(exact, digits - 1 - floor(log10(exact))) == rough


TOLL = re.compile(r"\btolls?\b|\bnow\b|\bso far\b|\b(?:has|have|had) (?:risen|climbed|reached)\b", re.IGNORECASE)


def _is_later_toll(was: Side, now: Side, before: set[float], after: set[float]) -> bool:
    """Whether a later report counts more of the dead, wounded or held."""
    days = [s.reading.document.published for s in (was, now)]
    later = days[0] is None or days[1] is None or days[0].start != days[1].start
    return later and max(after) > max(before) and (bool(fates(now)) or TOLL.search(now.sentence.text) is not None)
