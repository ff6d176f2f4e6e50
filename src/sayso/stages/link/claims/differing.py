"""Figures of one proposition that cannot both be so, or of which one brings the other up to date.

Two numbers contradict each other only where they count the same thing of the same event: most pairs of figures in
reports of one story do not. What is asked of a pair is told beside each rule; docs/method/stance.md has what readings
of real articles found.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import floor, log10
from typing import Literal

from sayso.model import Claim, Contradiction, Figure, Reason
from sayso.stages.link.claims.conflicts import PERSON_STEMS, conflicts, mismatches
from sayso.stages.link.claims.figures import firmness, same_amount, same_unit_of_people, unit_of
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.claims.numbers import BLURRED, is_denied_or_of_others
from sayso.stages.link.claims.occasion import are_two
from sayso.stages.link.claims.setting import side_of
from sayso.stages.link.claims.unlike import are_rivals
from sayso.stages.link.wording import likeness, stem

MOST = 24
"""Figures of one proposition that are compared with each other, earliest first: more add nothing that is not shown."""
UPDATE_DAYS = 2
"""Days between two publications from which on a larger figure counts as an update of a smaller one."""
SAME_NEWS = 3
"""Most days between the publications of two undated reports of an event of a kind that comes again and again, where
they share a place or half of their words; else it is the day after."""
ALIKE = 0.3
"""Likeness of the words of two claims, figures left out, from which on they can count the same; set by hand."""
MUCH_ALIKE = 0.5
"""The same, from which on they need no place in common."""
SHARED_WORDS = 3
"""Words that they then share at least."""
Difference = Literal["fact", "update", "scope"]


def differing_figures(
    figures: Sequence[Figure], claims: Mapping[str, Claim], gists: Mapping[str, Gist]
) -> list[Contradiction]:
    """Figures of one thing and one firmness that do not overlap; each pair of values is named once."""
    found = []
    seen: set[tuple[str, str]] = set()
    held = figures[:MOST]
    told: dict[str, set[float]] = {}
    days: dict[str, frozenset[str]] = {}
    for figure in held:
        told.setdefault(figure.document, set()).update(v for v in (figure.low, figure.high) if v is not None)
        named = named_days(claims[figure.claim].sentence.text)
        days[figure.document] = days.get(figure.document, frozenset()) | named

    def _days(claim: Claim, figure: Figure) -> frozenset[str]:
        """What days the figure's sentence names, else those that its document names with its other figures."""
        return named_days(claim.sentence.text) or days[figure.document]

    for left, right in combinations(held, 2):
        if (left.low, left.high) == (right.low, right.high) and (left.high is None or left.high >= 0):
            continue  # most of them
        pair = (_shown(left), _shown(right))
        if pair in seen or _overlap(left, right) or same_amount(left, right):
            continue
        one, other = claims[left.claim], claims[right.claim]
        if is_denied_or_of_others((one, left), (other, right)):
            continue
        rivals = are_rivals(gists[one.id], gists[other.id]) and same_unit_of_people(left.unit, right.unit)
        if not rivals and (not _comparable(left, right) or _is_of_others(one, left) != _is_of_others(other, right)):
            continue
        if one.event_type != other.event_type and not rivals:
            continue  # a dozen who were signed up, eleven at the airport
        if not rivals and (_tells(told[left.document], one, right) or _tells(told[right.document], other, left)):
            continue  # a whole and its part, the dead and the wounded, the old toll and the new: nobody disagrees
        of_one = rivals or _are_of_one(gists[one.id], gists[other.id], (_days(one, left), _days(other, right)))
        if not of_one or not _counts_alike(one, left, other, right):
            continue
        seen |= {pair, pair[::-1]}
        difference = _difference(left, one, right, other, gists)
        detail = f"{_shown(left)} against {_shown(right)} {left.unit or ''}".strip()
        reason = Reason(rule=f"contradiction.figure.{difference}", detail=detail, spans=(left.span, right.span))
        found.append(
            Contradiction(left=left.claim, right=right.claim, about="figure", difference=difference, reasons=(reason,))
        )
    return found


OTHERS = re.compile(r"\b(?:other|another|others)\b", re.IGNORECASE)


def _is_of_others(claim: Claim, figure: Figure) -> bool:
    """Whether a sentence speaks of others before it comes to a figure ("one of the other hostages, for whom ...") or
    counts them ("eighteen other soldiers")."""
    told = claim.sentence.text[: max(figure.span.end - claim.sentence.start, 0) + len(" others ")]
    return OTHERS.search(told) is not None


def _tells(told: set[float], claim: Claim, figure: Figure) -> bool:
    """Whether a document gives both bounds of a figure: in its claims of the proposition, or in the claim's
    sentence."""
    numbers = told | {float(found.replace(",", "")) for found in NUMBER.findall(claim.sentence.text)}
    numbers |= {float(value) for word, value in ORDINALS.items() if re.search(rf"\b{word}\b", claim.sentence.text)}
    return all(value is None or value in numbers for value in (figure.low, figure.high))


NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?![\w,]*\d)")


ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
"""With the one that they count how many there are: "two car bombs, and a third one"."""


AGE = "year of age"
"""How old people are tells who they are: two ages are two people, if not one misprint."""


def _comparable(left: Figure, right: Figure) -> bool:
    """Whether two figures are of one unit and firmness, and not one voice's in one document."""
    return (
        left.unit is not None
        and unit_of(left) == unit_of(right)
        and firmness(left) == firmness(right)
        and left.unit != AGE
        and left.claim != right.claim
        and not (left.document == right.document and left.origin == right.origin)
    )


def _overlap(left: Figure, right: Figure) -> bool:
    """Whether one value can be both, rounding allowed for."""
    low = max(
        left.low if left.low is not None else float("-inf"), right.low if right.low is not None else float("-inf")
    )
    high = min(
        left.high if left.high is not None else float("inf"), right.high if right.high is not None else float("inf")
    )
    return low <= high * 1.001 or _is_rounded(left, right) or _is_rounded(right, left) or _is_about(left, right)


BLUR = re.compile(r"(?:about|around|some|roughly|nearly|almost|close to|approximately|an estimated|or so)\b", re.I)


def _is_about(left: Figure, right: Figure) -> bool:
    """Whether one figure is told as "about" and the other one lies near it."""
    if left.low is None or left.low != left.high or right.low is None or right.low != right.high:
        return False
    less, more = sorted((left.low, right.low))
    return any(BLUR.match(f.span.text) for f in (left, right)) and 0 <= more - less <= BLURRED * more


def _is_rounded(exact: Figure, rounded: Figure) -> bool:
    """Whether a figure is another one with fewer digits, two at least: 2.16 and 2.2 billion, 24,865 and 25,000."""
    if exact.low is None or exact.low != exact.high or rounded.low is None or rounded.low != rounded.high:
        return False
    if exact.low <= 0 or rounded.low <= 0:
        return False
    digits = max(len(f"{rounded.low:.0f}".rstrip("0")), 2)
    places = digits - 1 - floor(log10(exact.low))
    return round(exact.low, places) == rounded.low


FATES = {
    "dead": re.compile(
        r"\b(?:kill\w*|dead|die[sd]?|dying|deaths?|slain|massacred?|fatal\w*|murder\w*|executed?)\b", re.I
    ),
    "hurt": re.compile(r"\b(?:wound\w*|injur\w*|hurt|hospitali[sz]\w*)\b", re.I),
    "held": re.compile(
        r"\b(?:arrest\w*|detain\w*|captur\w*|abduct\w*|kidnap\w*|hostages?|imprison\w*|jail\w*)\b", re.I
    ),
    "freed": re.compile(r"\b(?:freed|releas\w*|exchanged?|swapped)\b", re.I),
    "gone": re.compile(r"\b(?:missing|fled|flee\w*|displaced|evacuat\w*|desert\w*)\b", re.I),
}
"""What has become of people, by the words that say so: the dead of one report are not the wounded of another."""


@lru_cache(maxsize=20_000)
def fates_in(text: str) -> frozenset[str]:
    """What some words say has become of people: kept, as a sentence is held against many."""
    return frozenset(fate for fate, words in FATES.items() if words.search(text))


REACH = 45
"""Code points around a figure in which such a word is looked for."""


def _counts_alike(one: Claim, left: Figure, other: Claim, right: Figure) -> bool:
    """Whether two figures can count the same: people of one fate, not soldiers here and rebels or civilians there."""
    fates = (_fate(one, left), _fate(other, right))
    if None not in fates and fates[0] != fates[1]:
        return False
    if (fates[0] is None) != (fates[1] is None) and not (_is_part(one, left) and _is_part(other, right)):
        return False  # "left three wounded and sent hundreds of students running"
    sides = (_side(one, left), _side(other, right))
    return None in sides or sides[0] == sides[1]


def _is_part(claim: Claim, figure: Figure) -> bool:
    """Whether a figure counts who takes part in what its claim tells."""
    starts = (figure.span.start - a.span.start for a in claim.arguments if a.span.covers(figure.span))
    return any(start <= len("more than the ") for start in starts)


def _fate(claim: Claim, figure: Figure) -> str | None:
    """What has become of those counted: the word nearest to the figure; one behind it counts as a little nearer."""
    text, start = claim.sentence.text, figure.span.start - claim.sentence.start
    end = start + len(figure.span.text)
    if not 0 <= start <= len(text):
        return None
    found = []
    for fate, words in FATES.items():
        for match in words.finditer(text):
            apart = match.start() - end if match.start() >= end else start - match.end()
            between = text[min(end, match.end()) : max(start, match.start())]
            if -1 <= apart <= REACH and not re.search(r"[,;]| and | while ", between):
                found.append((apart, fate))
    return min(found)[1] if found else None


def _side(claim: Claim, figure: Figure) -> str | None:
    """Whether those counted are of an army, irregulars, police or bear no arms; None for words that leave it open
    ("people", "recruits")."""
    start = figure.span.start - claim.sentence.start
    after = claim.sentence.text[max(start, 0) : start + len(figure.span.text) + 25].lower()
    return side_of(re.split(r"[,;.]| and | in | at ", after)[0])


def _are_of_one(one: Gist, other: Gist, days: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether two claims can be of one event: near in time where such events come again and again, of one place where
    both name one, of the same participants, and alike in words that are not said of any such event."""
    if are_two(one.occasion, other.occasion) or conflicts(one, other) or mismatches(one, other):
        return False
    if one.towns and other.towns and not one.towns & other.towns:
        return False
    if days[0] and days[1] and not days[0] & days[1]:
        return False
    words = [{w: n for w, n in gist.words.items() if not w[0].isdigit()} for gist in (one, other)]
    alike, shared = likeness(*words), words[0].keys() & words[1].keys()
    placed = bool(one.places & other.places or one.towns & other.towns)
    if one.occasion and other.occasion and one.told and other.told and not (one.period and other.period):
        close = placed or (alike >= MUCH_ALIKE and len(shared) >= SHARED_WORDS)
        if abs((one.told - other.told).days) > (SAME_NEWS if close else 1):
            return False
    return alike >= ALIKE and (placed or bool(one.entities & other.entities) or bool(shared - GENERAL))


GENERAL = PERSON_STEMS | frozenset(
    stem(word)
    for word in [
        "people",
        "kill",
        "die",
        "dead",
        "death",
        "wound",
        "injure",
        "hurt",
        "arrest",
        "detain",
        "capture",
        "attack",
        "strike",
    ]
)
"""Stems of words that are said of any event of its kind."""
DAY = re.compile(
    r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})|(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\b"  # noqa: E501
)


def named_days(text: str) -> frozenset[str]:
    """Days of the week, or of the month where such are named, that a sentence names: they tell one raid from the next
    where no date is known.

    >>> sorted(named_days("On Jan. 8 they struck")), sorted(named_days("captured on Saturday"))
    (['Jan 8'], ['Satur'])
    """
    found = [match.groups() for match in DAY.finditer(text)]
    dates = frozenset(f"{a or d} {b or c}" for _, a, b, c, d in found if a or d)
    return dates or frozenset(week for week, *_ in found if week)


def _shown(figure: Figure) -> str:
    low, high = (
        f"{value:g}" if value is not None and value < 1e6 else str(value) for value in (figure.low, figure.high)
    )
    return f"{low}-{high}"


RUNNING_TOTAL = re.compile(
    r"\b(?:total|so far|since|to date|up to \d{1,2} [A-Z]|altogether|overall|have (?:now )?been|has (?:now )?been"
    r"|over the (?:last|past)|in the (?:last|past)|per (?:day|week|month|year)|a (?:day|week|month|year)|every|more)\b"
)
"""Words that make a figure one of a stretch of time, or of a further batch."""


def _difference(left: Figure, one: Claim, right: Figure, other: Claim, gists: Mapping[str, Gist]) -> Difference:
    """Of scope when one counts over a stretch of time or in one town and the other does not; an update when the later
    report, days on, gives another actual figure on the same voice or a larger one; of fact otherwise."""
    stretches = [bool(RUNNING_TOTAL.search(_around(claim, figure))) for claim, figure in ((one, left), (other, right))]
    otherwise = stretches[0] != stretches[1] or bool(gists[one.id].towns) != bool(gists[other.id].towns)
    if otherwise and not are_rivals(gists[one.id], gists[other.id]):
        return "scope"
    if left.published and right.published and abs((right.published - left.published).days) >= UPDATE_DAYS:
        earlier, later = (left, right) if left.published <= right.published else (right, left)
        same_voice = left.origin is not None and left.origin == right.origin
        if firmness(left) == "actual" and (same_voice or _middle(later) > _middle(earlier)):
            return "update"
    return "fact"


def _around(claim: Claim, figure: Figure) -> str:
    """The words of a claim, its figure left out: "more than 40" is a bound, "40 more" a further batch."""
    start = figure.span.start - claim.content.start
    text = claim.content.text
    if not 0 <= start <= len(text):
        return text
    return f"{text[:start]}#{text[start + len(figure.span.text) :]}"


def _middle(figure: Figure) -> float:
    held = [v for v in (figure.low, figure.high) if v is not None]
    return sum(held) / len(held) if held else 0.0
