"""Whether a difference between two sentences is a change that the second one made in retelling the first.

Two sentences on one story differ for many reasons: they speak of two things, of two moments, or have it from two
voices. Only where none of these explains it, and the sentences are alike enough for what differs, is it told to the
reader. Which reasons are met on real articles: docs/method/changes.md.
"""

import re

from sayso.model import Change, Money, Quantity, Reading
from sayso.stages.link.claims.differing import named_days
from sayso.stages.link.nations import named_nations
from sayso.stages.link.retellings.counted import SAME_NEWS, is_in_its_place, is_sound_figure
from sayso.stages.link.retellings.retelling import TELLING
from sayso.stages.link.retellings.rivals import are_known, are_rivals, voices_of
from sayso.stages.link.retellings.sides import Side, around, fates, side, values, without_numbers
from sayso.stages.link.texts.lineage import days_between
from sayso.stages.link.wording import content_words, likeness

HEDGED, HEDGED_COUNT = 0.29, 0.2
"""Lowest likeness of two sentences, their numbers left out, of which one lost a hedge, and where they share a
number."""
SOFTENED, SOFTENED_UNSAID = 0.45, 0.6
"""The same where a hedge was put in: few retellings do that, and two reporters often differ so."""
DONE_UNSAID = 0.38
"""The same where something that was agreed or promised is told as done, without a credit."""
REACH = 60
"""Code points between a number and a word of doubt about it."""
SOME_OTHER, OF_ONE_THING = 0.3, 0.15
"""The same as the first where somebody else takes part, and where a phrase of its own tells it."""


def is_sound(change: Change, parent: Reading, child: Reading, *, credited: bool, whole: bool) -> bool:
    """Whether a change is told: not where two things, moments or voices explain it. `credited`: whether the follower
    credits the source's outlet; `whole`: whether all of it is told after that source, or it
    shares a quotation with it besides."""
    was, now = side(parent, change.was), side(child, change.now)
    alike = likeness(without_numbers(was.sentence.text), without_numbers(now.sentence.text))
    if change.reasons[0].rule == "settled.act":
        soon = days_between(parent.document, child.document) <= SAME_NEWS  # later, what was planned is often done
        voices = voices_of(parent, change.was, outlets=True), voices_of(child, change.now)
        return soon and (credited or whole) and not are_rivals(*voices)
    if _is_of_two_moments(was, now) or _is_of_two_fates(was, now):
        return False
    voices = voices_of(parent, change.was, outlets=True), voices_of(child, change.now)
    swapped = change.reasons[0].rule.startswith("swapped.")
    if change.reasons[0].rule.startswith("alone."):
        told = credited or (whole and change.reasons[0].rule != "alone.pay")
        return told and not are_rivals(*voices)
    if change.reasons[0].rule == "doubted.hedge":
        return not are_rivals(*voices) and (credited or are_known(voices[1], parent))
    if change.reasons[0].rule == "firmer.act":
        return alike >= (HEDGED if credited or whole else DONE_UNSAID) and not are_rivals(*voices)
    if change.reasons[0].rule == "restated.object":
        return credited and not are_rivals(*voices)
    if change.reasons[0].rule.startswith("firmer.") and not (credited or whole):
        return False  # two reporters on one story are as sure of it as they please
    if change.reasons[0].rule == "units.object":
        return (credited or are_known(voices[1], parent)) and not are_rivals(*voices)
    if change.reasons[0].rule == "paid.actor" and (credited or whole):
        return not are_rivals(*voices)
    if change.reasons[0].rule.startswith(("rated.", "described.", "settled.hedge", "raised.")):
        return (credited or whole) and not are_rivals(*voices)
    if change.reasons[0].rule.startswith("miscounted."):
        return is_in_its_place(was, now, credited=credited or whole, miscopied=change.reasons[0].rule.endswith(".slip"))
    if change.what in ("figure", "bound", "currency", "act") and not swapped:
        return is_sound_figure(change, was, now, alike, credited=credited, whole=whole)
    if are_rivals(*voices) or not (credited or are_known(voices[1], parent)):
        return False
    if swapped:
        return True
    if change.what == "hedge":
        return _is_sound_hedge(was, now, alike, credited=credited)
    if change.what in ("object", "actor") and change.reasons[0].rule.startswith("retold."):
        return _is_sound_participant(was, now, alike)
    return alike >= OF_ONE_THING or max(around(was) & around(now), default=0) >= TELLING


def _is_of_two_moments(was: Side, now: Side) -> bool:
    """Whether two sentences name days or years of which none is shared."""
    days = [named_days(each.sentence.text) for each in (was, now)]
    years = [frozenset(YEAR.findall(each.sentence.text)) for each in (was, now)]
    return any(a and b and not a & b for a, b in (days, years))


YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _is_of_two_fates(was: Side, now: Side) -> bool:
    """Whether one sentence tells of the dead and the other of the wounded."""
    one, other = fates(was), fates(now)
    return bool(one) and bool(other) and not one & other


DOUBT = re.compile(
    r"\b(?:may|might|could|(?:possibly|perhaps|maybe|probably|likely)(?!\W+(?:\w+\W+)?\d)|reportedly|allegedly"
    r"|apparently|supposedly|seemingly|purport(?:s|ed|ing|edly)|presumably|potential(?:ly)?|presumed|feared|suspected"
    r"|(?:believed|thought) (?:to|that)|unclear|consider(?:s|ing)?|weigh(?:s|ing)|contemplat(?:es|ing)|mull(?:s|ing)"
    r"|plan(?:s|ned|ning)? to|(?:are|is) planning|intend(?:s|ed|ing)? to|hop(?:es?|ing|ed) to|aim(?:s|ing)? to"
    r"|expect(?:s|ed) to|fears?|alleged|unconfirmed|seems?|appears? to"
    r"|(?:is|are|was|were) (?:ready|eager|set|poised|willing) to)\b"
)
"""Words that leave open whether a thing is so, or put it in the future of somebody's will: not those that make a number
a rough one, nor the month."""
SAID_TO = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly)\b")
HEARSAY = re.compile(
    r"\b(?:according to|(?:is|are|was|were)(?: \w+)? (?:reported|said)|reports? (?:that|by|of)|say|says|said|reports)\b"
)
"""Words of hearsay, and words by which a sentence is somebody's telling without them."""
OPEN = re.compile(
    r"\b(?:if|whether|would|can|alleges?|claims?|claimed|estimates?|estimated|rumou?r(?:s|ed)?|accused?|suspicion)\b"
)
"""Words with which a sentence is not firm either."""


def _is_sound_hedge(was: Side, now: Side, alike: float, *, credited: bool) -> bool:
    """Whether words of doubt stand in one of the sentences and none in the other, and they are otherwise alike; words
    of somebody in quotation marks are another voice's beside the reporter's."""
    lost, gained = (DOUBT.search(s.sentence.text) is not None for s in (was, now))
    other = was if gained else now
    hedged = now if gained else was
    if SAID_TO.search(hedged.sentence.text) and HEARSAY.search(other.sentence.text):
        return False  # "reportedly", "according to a report"
    if lost == gained or OPEN.search(other.sentence.text) or _is_spoken(was) != _is_spoken(now):
        return False
    before, after = values(was.amounts), values(now.amounts)
    if before and after and not before & after:
        return False
    shared = {value for value in around(was) & around(now) if value > 1}
    if shared and not _doubts(was if lost else now, shared):
        return False
    if gained:
        return alike >= (SOFTENED if credited else SOFTENED_UNSAID)
    return alike >= (HEDGED_COUNT if shared else HEDGED)


def _doubts(each: Side, shared: set[float]) -> bool:
    """Whether a word of doubt stands near one of some numbers: otherwise it is about something else in a long
    sentence."""
    start = each.sentence.start
    amounts: list[Quantity | Money] = [*each.reading.mentions.quantities, *each.reading.mentions.money]
    spans = [a.span for a in amounts if each.sentence.covers(a.span) and values([a]) & shared]
    words = [(start + m.start(), start + m.end()) for m in DOUBT.finditer(each.sentence.text)]
    return any(span.start - end < REACH and begin - span.end < REACH for span in spans for begin, end in words)


def _is_spoken(each: Side) -> bool:
    return any(q.span.start <= each.span.start and each.span.end <= q.span.end + 1 for q in each.reading.quotations)


FULL_NAME = re.compile(r"\b[A-Z][\w’'-]+ [A-Z][\w’'-]+")


def _is_sound_participant(was: Side, now: Side, alike: float) -> bool:
    """Whether somebody else takes part: told by a name or sort that the source has nowhere, in place of one that the
    retelling's sentence no longer has."""
    first, second = (frozenset(without_numbers(each.span.text)) for each in (was, now))
    counted = any(value >= TELLING for value in values(was.amounts) & values(now.amounts))
    if not (counted or alike >= SOME_OTHER) or not first or not second:
        return False
    if named_nations(was.span.text) & named_nations(now.span.text):
        return False
    names = [any(word[0].isupper() and word != "The" for word in each.span.text.split()) for each in (was, now)]
    persons = [FULL_NAME.search(each.span.text) is not None for each in (was, now)]
    if names[0] != names[1] or persons[0] != persons[1]:
        return False  # who is called by name here and described there can be one
    source = frozenset(content_words(was.reading.document.text))
    return not second <= source and not first & frozenset(content_words(now.sentence.text))
