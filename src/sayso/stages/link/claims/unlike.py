"""What keeps two claims apart though their words are alike: another fate, doer, number, place or year than the other's,
or nothing that ties it to the other's story.

A news report says "12 people were killed" of any attack. Two such claims of different stories are one only where
something of their own ties them; else nothing is said of them. Read on real folders: docs/method/link.md.
"""

import re
from collections.abc import Iterator, Mapping

from sayso.stages.link.claims.gist import ELSEWHERE, Gist
from sayso.stages.link.claims.rivals import Count, exclude
from sayso.stages.link.claims.setting import FATES, HURTFUL
from sayso.stages.link.claims.story import STORY, nearness
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import PERSONS, listed

FATE = "<fate>"
NUMBER = "<number>"
SIDE = "<side>"
TAKEN = "<taken>"


def kept_apart_by(gist: Gist) -> Mapping[str, frozenset[str]]:
    """What claims that are one agree in, as roles with what fills them: what became of people, how many they were, and
    who did it and who suffered it."""
    if gist.family not in HURTFUL:
        return {}
    found = {f"<{who}>": frozenset({part}) for who, part in gist.setting.parts}
    if gist.event_type in FATES:
        found[FATE] = frozenset({gist.event_type})
    if gist.setting.number:
        found[NUMBER] = frozenset({gist.setting.number})
    if gist.setting.side:
        found[SIDE] = frozenset({gist.setting.side})
    if gist.setting.taken:
        found[TAKEN] = gist.setting.taken
    return found


def unlike(left: Gist, right: Gist) -> str | None:
    """What tells by the words around them that two claims are of two things; None where nothing does."""
    return next(_against(left, right), None)


def _against(left: Gist, right: Gist) -> Iterator[str]:
    one, other = kept_apart_by(left), kept_apart_by(right)
    yield from (key.strip("<>") for key in one if key in other and not one[key] & other[key])
    if _years_apart(left, right) or _years_apart(right, left):
        yield "year"
    if left.family in HURTFUL and _counts_otherwise(left, right):
        yield "time"
    if are_two_tolls(left, right):
        yield "count"


def are_two_tolls(left: Gist, right: Gist) -> bool:
    """Whether two claims count so differently that they count two events, where nothing says that it is one: 300 killed
    in March and 1,000 in May; one place, one day, or two voices in one document can be of one event."""
    one, other = left.setting.count, right.setting.count
    if one is None or other is None or left.event_type != right.event_type or not _are_far_apart(one, other):
        return False
    if places_of(left) and places_of(right):
        return not places_of(left) & places_of(right)
    if left.document == right.document:
        return one.speaker == other.speaker and not (one.definite and other.definite)
    if _days(left) <= LONGEST and _days(right) <= LONGEST:
        return _are_at_two_times(left, right)
    return left.told is not None and right.told is not None and abs((left.told - right.told).days) > NEWS


TOLLS = 3
"""How many times the one count is the other, from which on they are no two tolls of one event."""


def _are_far_apart(one: Count, other: Count) -> bool:
    """Whether the counts exclude each other by far, at the bounds where they are nearest."""
    if not exclude(one, other):
        return False
    below, above = sorted((one, other), key=lambda count: (count.low or 0.0, count.high or 0.0))
    return bool(below.high and above.low and above.low >= TOLLS * below.high)


def _are_at_two_times(left: Gist, right: Gist) -> bool:
    """Whether the periods of two claims, both with bounds, share no day."""
    one, other = left.period, right.period
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return False
    return bool(one.end < other.start or other.end < one.start)  # type: ignore[operator]


def _years_apart(left: Gist, right: Gist) -> bool:
    """Whether the years that one names are not those of the other: those that it names, or that it was told in."""
    if not left.setting.years:
        return False
    others = right.setting.years or _of_period(right)
    if others:
        return not left.setting.years & others
    if left.family in ELSEWHERE or right.told is None:
        return False
    return min(abs(year - right.told.year) for year in left.setting.years) > 1


def _of_period(gist: Gist) -> frozenset[int]:
    period = gist.period
    if period is None or period.start is None or period.end is None or period.end.year - period.start.year > LONG:
        return frozenset()
    return frozenset(range(period.start.year, period.end.year + 1))


LONG = 20
"""Years of a period from which on it tells no year."""
TOTALS = re.compile(
    r"^(?:since|so far|to date|(?:every|each|per|a) \w+|daily|annually|in total|altogether"
    r"|overall|up to .*|[rb]\w+ the .*)$"
)
"""Marks of a count over a stretch of time."""


def _counts_otherwise(left: Gist, right: Gist) -> bool:
    """Whether one tells of a stretch of time and the other does not; in one document also of another time than the
    news, or of another such event."""
    one, other = left.setting.marks, right.setting.marks
    if left.document != right.document:
        one, other = ({mark for mark in marks if TOTALS.match(mark)} for marks in (one, other))  # type: ignore[assignment]
    return bool(one) != bool(other) or bool(one and not one & other)


GENERAL = frozenset(
    stem(word)
    for word in (
        *PERSONS,
        *listed(
            """people kill killed die dead death murder execute shoot shot wound wounded injure injured hurt arrest
            detain capture seize attack strike fight fighting force forces report group country government official
            one two three four five six seven eight nine ten dozen hundred thousand week month year day monday tuesday
            wednesday thursday friday saturday sunday"""
        ),
    )
)
"""Stems of words that are said of any event of its kind."""
SAME_WAR = 0.04
"""Nearness from which on two documents can be of one recruitment drive: reports on one share few names but those of
countries (half of the pairs in stories of our own lie above .07)."""
HALF = 0.5
"""Likeness of words from which on claims of recruiting need no more."""
PLAINLY = 0.8
"""Likeness of words from which on claims of two stories are one, where both have many words: a repeated headline."""
MANY_WORDS = 5
NAMED = 0.25
"""The same where they share the name of a person, unit or place in it."""


def is_tied(left: Gist, right: Gist, words: float) -> bool:
    """Whether two claims can be of one story, or something of their own ties them, and more than words that are said of
    any event of its kind.

    True of two stories where the documents are not known.
    """
    if _is_empty(left, right):
        return False
    near = near_to(left, right)
    if near is None or near >= STORY:
        return True
    shared = left.words.keys() & right.words.keys()
    if words >= PLAINLY and len(shared) >= MANY_WORDS:
        return True
    if left.family in ELSEWHERE and (near >= SAME_WAR or words >= HALF or nations_of(left) & nations_of(right)):
        return True
    named = bool(left.setting.names & right.setting.names)
    placed = bool(places_of(left) & places_of(right))
    dated = left.period is not None and right.period is not None and _days(left) <= LONGEST and _days(right) <= LONGEST
    figure = any(value >= TELLING for value in left.figures & right.figures)
    return (named and words >= NAMED) or (placed and (dated or figure)) or (dated and figure)


def nations_of(gist: Gist) -> frozenset[str]:
    """Countries of those who take part in a claim of recruiting, by its words or by what its article is about."""
    return frozenset(code for codes in gist.nations.values() for code in codes) | gist.drive.pool | gist.drive.side


LONGEST = 31
"""Days of a period up to which it ties two claims that are both dated."""
TELLING = 13
"""A smaller figure is shared by chance."""


def _days(gist: Gist) -> float:
    period = gist.period
    if period is None or period.start is None or period.end is None:
        return float("inf")
    return (period.end - period.start).days


def near_to(left: Gist, right: Gist) -> float | None:
    """How near their documents are; None where that is not known."""
    if left.document == right.document:
        return 1.0
    if left.topic is None or right.topic is None:
        return None
    return nearness(left.topic, right.topic)


def places_of(gist: Gist) -> frozenset[str]:
    """Towns that a claim, else its sentence, names, with its exact places."""
    return (gist.towns or gist.setting.towns) | gist.places


def _is_empty(left: Gist, right: Gist) -> bool:
    """Whether nothing but words that are said of any event of its kind speaks for two claims: "people were killed"."""
    if left.family in ELSEWHERE:
        return False
    shared = {word for word in left.words.keys() & right.words.keys() if not word[0].isdigit()}
    if shared - GENERAL or left.figures & right.figures or left.entities & right.entities:
        return False
    return not (places_of(left) & places_of(right))


def are_rivals(left: Gist, right: Gist) -> bool:
    """Whether two claims give other figures for one event, each on its own word.

    Stories that are not known are taken for one.
    """
    one, other = left.setting.count, right.setting.count
    if one is None or other is None or left.event_type != right.event_type or not exclude(one, other):
        return False
    near = near_to(left, right)  # not known where one more document only asks what it may touch
    if (near is not None and near < STORY) or unlike(left, right) or one.speaker == other.speaker:
        return False
    if left.document == right.document and one.sentence == other.sentence:
        return one.contrast
    shared = (one.words & other.words) - GENERAL
    placed = bool(places_of(left) & places_of(right))
    if left.document == right.document:
        return (one.definite and other.definite) or (placed and len(shared) >= 2) or len(shared) >= SPECIFIC
    return _is_one_news(left, right) and (placed or (one.definite and other.definite)) and len(shared) >= SPECIFIC


SPECIFIC = 3
"""Words that two sentences on one event share at least, those left out that are said of any."""
NEWS = 3
"""Days between two reports of one event where neither says when it was."""


def _is_one_news(left: Gist, right: Gist) -> bool:
    if (left.period and right.period) or left.told is None or right.told is None:
        return True
    return abs((left.told - right.told).days) <= NEWS
