"""Reasons as a person would say them: the rule's name and its shorthand in a sentence."""

import re
from collections import Counter
from collections.abc import Iterable

from sayso.lexicon.profiles import load_grade_profile
from sayso.model import Grade, OriginCount, Reason
from sayso.model._record import record
from sayso.views.desk.naming import iso_day, named


@record
class GradeWords:
    """A grade with its reason."""

    scale: str
    """Title of the profile."""
    value: str
    """The grade as the profile writes it."""
    words: str
    """The rule that held, in words."""


def grade_words(grade: Grade) -> GradeWords:
    """A grade of a proposition in words."""
    profile = load_grade_profile(grade.profile.split(" ", 1)[0])
    words = grade.reasons[0].detail if grade.reasons else ""
    return GradeWords(
        scale=profile.title, value=grade.value, words=re.sub(r" \(\d+ to \d+ independent.*\)$", "", words)
    )


def why_counted(count: OriginCount, reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Why a proposition has so many origins, and why its claims are one: sentences, each once."""
    told = Counter(sentence(reason, count) for reason in (*count.reasons, *reasons))
    return tuple(words + (f" ({times} times)" if times > 1 else "") for words, times in told.items())


def sentence(reason: Reason, count: OriginCount) -> str:
    """One reason as a sentence; of a rule that is not named here, what it said by itself.

    >>> one = OriginCount(at_least=1, at_most=1)
    >>> sentence(Reason(rule="origins.at_most", detail="might all differ: Steppe Wire"), one)
    'Most there can be: 1, counting each of these by itself: Steppe Wire.'
    >>> sentence(Reason(rule="same_claim.fields", detail="AID / BAN; same entity in 2 roles; words 0.37"), one)
    'Two claims count as one: Aid and Ban, with the same names in 2 roles, and 37 % alike in words.'
    """
    detail = reason.detail
    names = detail.split(": ", 1)[-1]
    match reason.rule:
        case "origins.at_least" if detail.startswith("cannot be the same"):
            return f"Fewest there can be: {count.at_least}, as these cannot be the same: {names}."
        case "origins.at_least":
            return "Fewest there can be: 1, as nothing shows that two of the voices differ."
        case "origins.at_most":
            return f"Most there can be: {count.at_most}, counting each of these by itself: {names}."
        case "origins.taken_for_one":
            return taken_for_one(detail)
        case "origins.unknown":
            return f"Not counted, as the origin is unknown: {detail.removesuffix(': not counted')}."
        case "same_claim.copied":
            return "Two claims count as one: the same words stand in a document and in its copy."
        case "same_claim.retold":
            return "Two claims count as one: one document follows the other, and they fit each other best in it."
        case "judge.same":
            return decided_so(detail)
        case "same_claim.fields":
            return same_fields(detail)
    return f"{detail[:1].upper()}{detail[1:]}{'' if detail.endswith('.') else '.'}"


def decided_so(detail: str) -> str:
    """Two claims that a person brought together.

    >>> decided_so("Ana, 2026-11-28: one drive")
    'Two claims count as one: Ana decided so on 28 November 2026: one drive.'
    """
    by, _, rest = detail.rpartition(", ") if ": " not in detail else detail.partition(": ")[0].rpartition(", ")
    day, why = rest[:10], detail.partition(": ")[2]
    said = f"Two claims count as one: {by} decided so on {iso_day(day)}"
    return f"{said}: {why.rstrip('.')}." if why else f"{said}."


def taken_for_one(detail: str) -> str:
    """Two voices that are counted as one.

    >>> taken_for_one("the ministry is taken for Ann Lee: Ann Lee speaks for it")
    'The ministry and Ann Lee count as one: Ann Lee speaks for it.'
    >>> taken_for_one("Wire is taken for Wire: Wire is the channel through which that voice is known")
    'Two voices called Wire count as one: Wire is the channel through which that voice is known.'
    """
    found = re.fullmatch(r"(.+?) is taken for (.+?): (.+)", detail)
    if not found:
        return f"{detail}."
    left, right, why = found.groups()
    both = f"Two voices called {left}" if left == right else f"{left[:1].upper()}{left[1:]} and {right}"
    return f"{both} count as one: {why}."


FIELDS = re.compile(r"(\w+) / (\w+); same entity in (\d+) roles; words ([\d.]+)(.*)")


def same_fields(detail: str) -> str:
    """Two claims that are alike in their parts."""
    found = FIELDS.fullmatch(detail)
    if not found:
        return f"Two claims count as one: {detail}."
    left, right, roles, words, rest = found.groups()
    kinds = f"both {named(left)}" if left == right else f"{named(left)} and {named(right)}"
    alike = f"with the same names in {roles} role{'' if roles == '1' else 's'}, " if roles != "0" else ""
    more = "".join(f", and {part.replace('shared', 'a shared', 1)}" for part in rest.split("; ") if part)
    return f"Two claims count as one: {kinds}, {alike}and {float(words):.0%} alike in words{more}.".replace("%", " %")
