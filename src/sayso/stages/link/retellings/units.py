"""The same number of something else than in the source: "four days" that became "four weeks", "twelve nurses" that
became "twelve soldiers", "six cases" that became "six men".

Of small numbers one article has many, so the sentences have to share words that are rare in the source,
and the source has to count something else with every mention of the number. One kind of people may be called by many
words: another one is told only where the source never uses the follower's word, and has a telling one itself.
"""

import re
from collections.abc import Iterator, Mapping

from sayso.model import Change, Quantity, Reading, Span
from sayso.stages.link.nations import named_nations
from sayso.stages.link.retellings.fillers import plural
from sayso.stages.link.retellings.otherwise import told_otherwise
from sayso.stages.link.retellings.restated import PAPERS, PEOPLE, is_person, kinds_of
from sayso.stages.link.retellings.sides import without_numbers
from sayso.stages.link.wording import content_words
from sayso.stages.link.wordlists import listed

TIMES = listed("second minute hour day night week fortnight month year decade")
SMALLEST = 2
VAGUE = 9
"""Times between the ends of a number that tells of size only: "hundreds"."""
MOST = 2
"""Times that the number stands in one text at most."""
ENOUGH, OF_FEW = 0.9, 1.6
"""What the shared words of the two sentences have to weigh; and beside numbers of things that are met often."""
FEW = 11
"""Numbers below this are met often, unless they last some time."""
NOUN = 2
"""Letters by which a unit is met in the words of its number."""
FREQUENT = ((2, 1.0), (4, 0.6))
"""What a word weighs that stands in so many sentences of the source at most."""
COMMON = 0.25
"""What any other one of the source weighs."""
NAMED = 1.3
"""Times a name or number weighs."""
ANYBODY = listed(
    "person people man men woman women individual member citizen national recruit youth native resident other victim"
    " compatriot countryman figure soul survivor case part time"
)
"""Words that everybody may be called by."""


def units(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """Numbers that a document has of something else than the one that it follows."""
    return tuple({(c.now.start, c.now.end): c for c in _found(parent, child)}.values())


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    before, after = _counts(parent), _counts(child)
    weights = weights_of(parent) if before.keys() & after.keys() else {}
    for value in [each for each in after if each in before]:
        if len(before[value]) > MOST or len(after[value]) > MOST:
            continue
        for now in after[value]:
            if all(_is_other(parent, was, child, now) for was in before[value]):
                ranked = [(_weight(parent, was, child, now, weights), was) for was in before[value]]
                weight, was = max(ranked, key=lambda each: each[0])
                if weight >= (OF_FEW if (was.high or 0) < FEW and _word(was.unit or "") not in TIMES else ENOUGH):
                    yield _change(parent, child, was.span, now.span, weight)


Ends = tuple[float | None, float | None]


def _counts(reading: Reading) -> dict[Ends, list[Quantity]]:
    """Numbers with what they count or last, by their ends."""
    found: dict[Ends, list[Quantity]] = {}
    for quantity in reading.mentions.quantities:
        top = quantity.high if quantity.high is not None else quantity.low
        if top is not None and top >= SMALLEST and not (quantity.low and top >= VAGUE * quantity.low):
            found.setdefault((quantity.low, quantity.high), []).append(quantity)
    return found


def _is_other(parent: Reading, was: Quantity, child: Reading, now: Quantity) -> bool:
    """Whether two quantities of one number count things that cannot be one."""
    if (
        was.unit is None
        or now.unit is None
        or was.per
        or now.per
        or "old" in (was.unit, now.unit)
        or "-old" in was.span.text
    ):
        return False
    if not all(_word(each.unit or "")[:NOUN] in each.span.text.lower() for each in (was, now)):
        return False  # the unit was guessed from what follows
    if not all(re.search(rf"\b{re.escape(_word(each.unit or '')[:NOUN])}", each.span.text) for each in (was, now)):
        return False  # a name: "twelve Europeans"
    old, new = (_word(quantity.unit or "") for quantity in (was, now))
    if old in TIMES or new in TIMES:
        return old in TIMES and new in TIMES and old != new
    if named_nations(was.span.text) or named_nations(now.span.text):
        return False
    people = [_is_of_people(reading, quantity) for reading, quantity in ((parent, was), (child, now))]
    if people == [True, True]:
        told = parent.document.text.lower()
        if not all(is_person(word) or is_person(word.removesuffix("s")) for word in (old, new)):
            return False  # subscribers and followers
        return new not in told and plural(new) not in told and not {old, new} & ANYBODY and old != new
    if people == [False, True]:
        return old not in LIKE_PEOPLE and PAPERS not in kinds_of(parent, was.span)
    kinds = kinds_of(parent, was.span), kinds_of(child, now.span)
    return people == [False, False] and all(kinds) and not kinds[0] & kinds[1]


LIKE_PEOPLE = listed(
    "family household relative brother sister son daughter cousin nephew uncle husband wife father mother"
    " parent child kid kin friend colleague neighbour survivor spouse sibling widow orphan team group couple pair head"
)
"""Words that stand for people, or for as many of them."""
OF_PEOPLE = ("er", "or", "ist", "ian", "ant", "ee", "man", "men", "ese", "eer")
"""Endings of nouns for persons."""


def _is_of_people(reading: Reading, quantity: Quantity) -> bool:
    word = _word(quantity.unit or "")
    return PEOPLE in kinds_of(reading, quantity.span) or word in LIKE_PEOPLE or word.endswith(OF_PEOPLE)


def _word(unit: str) -> str:
    return unit.lower().split("/")[0].split(" ")[-1]


def _weight(parent: Reading, was: Quantity, child: Reading, now: Quantity, weights: Mapping[str, float]) -> float:
    """What the words weigh that the two sentences have in common, besides numbers and units."""
    words = [without_numbers(_sentence(*each)) for each in ((parent, was.span), (child, now.span))]
    return shared_weight(words[1], words[0], weights)


def weights_of(reading: Reading) -> Mapping[str, float]:
    """What each word of the source weighs, by how many of its sentences have it."""
    often: dict[str, int] = {}
    for sentence in reading.sentences:
        for word in content_words(sentence.text):
            often[word] = often.get(word, 0) + 1
    return {word: next((w for most, w in FREQUENT if n <= most), COMMON) for word, n in often.items()}


def shared_weight(told: Mapping[str, float], words: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What the words weigh that a clause has in common with one of the source."""
    shared = words.keys() & told.keys()
    return round(sum(weights[word] * (NAMED if words[word] > 1 else 1.0) for word in shared), 3)


def _sentence(reading: Reading, span: Span) -> str:
    sentence = next((s for s in reading.sentences if s.start <= span.start < s.end), span)
    at = span.start - sentence.start
    return f"{sentence.text[: max(at, 0)]} {sentence.text[at + len(span.text) :]}"


def _change(parent: Reading, child: Reading, was: Span, now: Span, weight: float) -> Change:
    detail = f"“{was.text}” became “{now.text}”"
    return told_otherwise("units", parent, child, was, now, "object", detail, weight)
