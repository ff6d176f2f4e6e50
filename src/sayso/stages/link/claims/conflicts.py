"""What two claims fill with different things, and when a day or a town may differ all the same."""

from collections.abc import Sequence

from sayso.model import Period
from sayso.stages.link.claims.gist import ELSEWHERE, Gist, fit
from sayso.stages.link.wording import likeness, stem
from sayso.stages.link.wordlists import PERSONS


def mismatches(left: Gist, right: Gist) -> int:
    """How many roles that both fill are filled with nothing in common; words for persons in general do not count."""
    found = 0
    for role, words in left.fillers.items():
        others = right.fillers.get(role)
        if (
            words
            and others
            and words.isdisjoint(others)
            and not fit(left.roles.get(role, NOBODY), right.roles.get(role, NOBODY))
        ):
            found += words.isdisjoint(PERSON_STEMS) and others.isdisjoint(PERSON_STEMS)
    return found


NOBODY: frozenset[str] = frozenset()
PERSON_STEMS = frozenset(stem(word) for word in PERSONS)


def forbidden(left: Gist, right: Gist) -> str | None:
    """Which typed field says that two claims are about different things; None when none does."""
    return next(iter(conflicts(left, right)), None)


def conflicts(left: Gist, right: Gist) -> list[str]:
    """The typed fields that two claims fill with different things: roles, then `place`, `country`, `period`."""
    found = []
    for role, ids in left.roles.items():
        other = right.roles.get(role)
        if ids and other:
            if ids is not other and not fit(ids, other):
                found.append(role)
        elif _are_of_two(left.nations.get(role), right.nations.get(role)):
            found.append(role)
    for role, codes in left.nations.items():
        if role not in left.roles and _are_of_two(codes, right.nations.get(role)):
            found.append(role)
    if is_of_places(left) and is_of_places(right):
        if left.places and right.places:
            found += ["place"] * (not left.places & right.places)
        elif (towns := towns_of(left)) and (others := towns_of(right)) and not towns & others:
            found.append("place")
    if left.family not in ELSEWHERE and _are_of_two(countries_of(left), countries_of(right)):
        found.append("country")
    if left.period and right.period and are_apart(left.period, right.period):
        found.append("period")
    return found


def _are_of_two(left: frozenset[str] | None, right: frozenset[str] | None) -> bool:
    return bool(left and right) and left.isdisjoint(right)  # type: ignore[union-attr, arg-type]


def towns_of(gist: Gist) -> frozenset[str]:
    """The towns that a claim names, else those that its sentence names."""
    return gist.towns or gist.setting.towns


def countries_of(gist: Gist) -> frozenset[str]:
    """The countries that a claim, else its sentence, places what it tells in."""
    return gist.countries or gist.setting.countries


def is_of_places(gist: Gist) -> bool:
    """Whether a claim's town tells it from others: men are recruited in many towns at once, and only where they are
    counted in each, these are two things."""
    return gist.family not in ELSEWHERE or bool(gist.figures)


def are_apart(a: Period, b: Period) -> bool:
    """Whether one period ends before the other begins."""
    return bool((a.end and b.start and a.end <= b.start) or (b.end and a.start and b.end <= a.start))


OTHERWISE_SAME = 0.6
"""Likeness of words from which on two claims can be one although their day or town differs: set by hand, on the side of
keeping apart, since armies and recruiters do the same thing again elsewhere the next day."""
APART_DAYS = 31
"""Most days between two datings of what is otherwise one event."""


def is_same_but_for(left: Gist, right: Gist, against: Sequence[str]) -> bool:
    """Whether two claims tell one event although its day, or its town within one country, differs.

    Nothing else may differ, and a figure and an entity in its role have to be shared: two raids on following days have
    a doer and many words in common, but seldom the same toll.
    """
    if list(against) not in (["place"], ["period"]) or left.event_type != right.event_type:
        return False
    if "place" in against and (left.family in ELSEWHERE or not (left.countries & right.countries)):
        return False  # recruiters take as many men in the next town
    if "period" in against and not _days_apart(left, right) <= APART_DAYS:
        return False
    return is_otherwise_same(left, right)


def is_otherwise_same(left: Gist, right: Gist) -> bool:
    """Whether two claims share a figure, an entity in its role and most words, and fill no role differently."""
    in_role = any(ids & right.roles.get(role, NOBODY) for role, ids in left.roles.items())
    return (
        in_role
        and bool(left.figures & right.figures)
        and mismatches(left, right) == 0
        and likeness(left.words, right.words) >= OTHERWISE_SAME
    )


def _days_apart(left: Gist, right: Gist) -> float:
    """Days between two datings to the day; infinite where one is not to the day."""
    a, b = left.period, right.period
    if not (a and b and a.start and b.start and a.precision == b.precision == "day"):
        return float("inf")
    return abs((a.start - b.start).days)
