"""Claims of one proposition that cannot both be so, or that differ in a way worth looking at."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import cos, hypot, radians
from typing import Literal

from sayso.model import Claim, Contradiction, Figure, Place, Reason
from sayso.stages.link.figures import firmness, same_amount, unit_of
from sayso.stages.link.gist import LOCATING, content_words, gist_of, likeness
from sayso.stages.link.same_claim import compare, conflicts

MOST = 24
"""Claims of one proposition that are compared with each other, earliest first: more add nothing that is not shown."""
UPDATE_DAYS = 2
"""Days between two publications from which on a larger figure counts as an update of a smaller one."""
ACTING = frozenset(
    {"actor", "recruiter", "source", "force", "payer", "trainer", "attacker", "agent", "subject", "organiser"}
)


def find_contradictions(
    claims: Sequence[Claim], figures: Sequence[Figure], texts: Mapping[str, str]
) -> tuple[Contradiction, ...]:
    """What claims of one proposition disagree on: polarity and actors first, then figures, then days and towns.

    Each pair of values is named once.

    `texts` holds the text of each claim's document, by claim id: it tells whether a denier is close to the accused.
    """
    return (*_polarity(claims, texts), *_figures(figures), *_settings(claims))


def _polarity(claims: Sequence[Claim], texts: Mapping[str, str]) -> list[Contradiction]:
    """Each claim that denies, against the firm one that affirms most nearly the same."""
    affirmed = [
        c for c in claims if c.polarity == "positive" and c.factuality not in ("negated", "counterfactual", "asked")
    ]
    affirmed = [c for c in affirmed if not doubts_actor(c)]
    denied = [c for c in claims if is_denied(c) or doubts_actor(c)]
    return [_denial(_nearest(claim, affirmed), claim, texts.get(claim.id, "")) for claim in denied[:MOST] if affirmed]


PART = r"\b(?:role|involvement|participation|hand in|part in|involved|behind)\b"
DOUBTED = re.compile(
    r"\b(?:no|less|little|scant|insufficient|hardly any|not enough)\s+(?:\w+\s+){0,3}?"
    r"(?:evidence|proof|signs?|indications?)\b[^.;]{0,60}?" + PART,
    re.IGNORECASE,
)
"""Words that doubt an actor's part in an event, and not the event: "found less evidence for the firm's role"."""
DENIED_PART = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es|ed|ing)|not|never|n['’]t)\b[^.;]{0,40}?" + PART,
    re.IGNORECASE,
)
"""The same of a claim that is denied: "was not involved"."""


def is_denied(claim: Claim) -> bool:
    """Whether a claim says that it is not so."""
    if claim.factuality in ("unknown", "asked", "planned"):
        return False  # "asked them to stop recruiting", "warned men not to enlist": nobody says that it is not so
    return claim.polarity == "negative" or claim.factuality in ("negated", "counterfactual")


def doubts_actor(claim: Claim) -> bool:
    """Whether a claim's own words doubt an actor's part in the event: it does not stand for the event's having that
    actor."""
    return DOUBTED.search(claim.content.text) is not None


def _denial(left: Claim, right: Claim, text: str) -> Contradiction:
    about: Literal["actor", "polarity"] = (
        "actor" if doubts_actor(right) or DENIED_PART.search(right.content.text) else "polarity"
    )
    detail = f"{left.factuality} against {right.factuality}, {right.polarity}"
    return Contradiction(
        left=left.id,
        right=right.id,
        about=about,
        difference="fact",
        denial=is_by_accused(right, text),
        reasons=(Reason(rule=f"contradiction.{about}", detail=detail, spans=(left.content, right.content)),),
    )


def _nearest(claim: Claim, others: Sequence[Claim]) -> Claim:
    """The firmest of the claims that share most words and entities with this one."""
    words = content_words(claim.content.text)
    entities = {a.entity for a in claim.arguments if a.entity}

    def fit(other: Claim) -> tuple[bool, float, str]:
        shared = len(entities & {a.entity for a in other.arguments if a.entity})
        alike = likeness(words, content_words(other.content.text))
        return other.factuality == "asserted", alike + 0.2 * shared, other.id

    return max(others, key=fit)


NEAR = 60
"""Code points between a speaker's name and the name of the one accused: "Prigozhin, who founded Wagner"."""


def is_by_accused(claim: Claim, text: str) -> bool:
    """Whether the one who denies is the one who is said to have done it, or stands close to it in the text.

    Close is: "his company", "we"; a name of both in one; or the speaker's last name beside the doer's name.
    """
    if not claim.chain:
        return False
    speaker = claim.chain[-1].name.lower()
    for doer in (a for a in claim.arguments if a.role in ACTING):
        words = doer.span.text.lower()
        if words.split()[0] in ("his", "her", "its", "their", "our", "my", "we", "he", "she", "it", "they"):
            return True
        name = (doer.value or words).lower()
        if name in speaker or speaker in name or _beside(speaker.split()[-1], name.split()[0], text.lower()):
            return True
    return False


def _beside(speaker: str, doer: str, text: str) -> bool:
    """Whether two names stand within a few words of each other."""
    if len(speaker) < 4 or len(doer) < 4:
        return False
    one, other = re.escape(speaker), re.escape(doer)
    return bool(re.search(rf"\b{one}\b[^.]{{0,{NEAR}}}\b{other}\b|\b{other}\b[^.]{{0,{NEAR}}}\b{one}\b", text))


def _figures(figures: Sequence[Figure]) -> list[Contradiction]:
    """Figures of one unit and one firmness that do not overlap."""
    found = []
    seen: set[tuple[str, str]] = set()
    for left, right in combinations(figures[:MOST], 2):
        pair = (_shown(left), _shown(right))
        if pair in seen or not _comparable(left, right) or _overlap(left, right) or same_amount(left, right):
            continue
        seen |= {pair, pair[::-1]}
        difference = _difference(left, right)
        detail = f"{_shown(left)} against {_shown(right)} {left.unit or ''}".strip()
        reason = Reason(rule=f"contradiction.figure.{difference}", detail=detail, spans=(left.span, right.span))
        found.append(
            Contradiction(left=left.claim, right=right.claim, about="figure", difference=difference, reasons=(reason,))
        )
    return found


def _comparable(left: Figure, right: Figure) -> bool:
    return (
        left.unit is not None
        and unit_of(left) == unit_of(right)
        and firmness(left) == firmness(right)
        and left.claim != right.claim
    )


def _overlap(left: Figure, right: Figure) -> bool:
    low = max(
        left.low if left.low is not None else float("-inf"), right.low if right.low is not None else float("-inf")
    )
    high = min(
        left.high if left.high is not None else float("inf"), right.high if right.high is not None else float("inf")
    )
    return low <= high * 1.001


def _shown(figure: Figure) -> str:
    return f"{figure.low}-{figure.high}"


def _difference(left: Figure, right: Figure) -> Literal["fact", "update", "scope"]:
    """An update when the later report, days on, gives another actual figure on the same voice or a larger one."""
    if left.published and right.published and abs((right.published - left.published).days) >= UPDATE_DAYS:
        earlier, later = (left, right) if left.published <= right.published else (right, left)
        same_voice = left.origin is not None and left.origin == right.origin
        if firmness(left) == "actual" and (same_voice or _middle(later) > _middle(earlier)):
            return "update"
    return "fact"


def _middle(figure: Figure) -> float:
    held = [v for v in (figure.low, figure.high) if v is not None]
    return sum(held) / len(held) if held else 0.0


def _settings(claims: Sequence[Claim]) -> list[Contradiction]:
    """Claims that tell one event but for its day or its town."""
    settled = [c for c in claims if not is_denied(c) and c.factuality != "asked" and _is_set(c)][:MOST]
    gists = {c.id: gist_of(c, "") for c in settled}
    found = []
    seen: set[tuple[str, str]] = set()
    for left, right in combinations(settled, 2):
        against = conflicts(gists[left.id], gists[right.id])
        if against not in (["period"], ["place"]) or compare(gists[left.id], gists[right.id]) is None:
            continue
        made = _other_day(left, right) if against == ["period"] else _other_town(left, right)
        detail = made.reasons[0].detail or ""
        values = (made.about, detail)
        if values not in seen:
            seen.add(values)
            found.append(made)
    return found


def _is_set(claim: Claim) -> bool:
    return claim.period is not None or any(p.precision in LOCATING for p in claim.places)


def _other_day(left: Claim, right: Claim) -> Contradiction:
    """An update where one tells the plan and the other what happened; of fact otherwise."""
    days = [str(c.period.start) for c in (left, right) if c.period]
    spans = tuple(c.period.span or c.content for c in (left, right) if c.period)
    updated = (left.factuality == "planned") != (right.factuality == "planned")
    difference: Literal["fact", "update"] = "update" if updated else "fact"
    reason = Reason(rule=f"contradiction.date.{difference}", detail=" against ".join(days), spans=spans)
    return Contradiction(left=left.id, right=right.id, about="date", difference=difference, reasons=(reason,))


def _other_town(left: Claim, right: Claim) -> Contradiction:
    """Of scope where one place can lie in the other or they are neighbours; of fact otherwise."""
    one, other = (next(p for p in c.places if p.precision in LOCATING) for c in (left, right))
    difference: Literal["fact", "scope"] = "scope" if _can_be_one(one, other) else "fact"
    reason = Reason(
        rule=f"contradiction.place.{difference}",
        detail=f"{one.name} against {other.name}",
        spans=(one.span, other.span),
    )
    return Contradiction(left=left.id, right=right.id, about="place", difference=difference, reasons=(reason,))


NEIGHBOURS = 0.3
"""Degrees of latitude, about 33 km, within which two named places can be one event's: a village and its town."""


def _can_be_one(one: Place, other: Place) -> bool:
    if one.precision != other.precision:
        return True
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return bool(hypot(one.lat - other.lat, east) <= NEIGHBOURS)
