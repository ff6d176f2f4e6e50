"""Claims of one proposition that cannot both be so, or that differ in a way worth looking at."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, hypot, radians
from typing import Literal

from sayso.model import Claim, Contradiction, Figure, Place, Reason
from sayso.stages.link.claims.answering import (
    DENIED_PART,
    answers,
    doubts_actor,
    is_as_wide,
    is_denied,
    is_of_outcome,
    names_doubted,
)
from sayso.stages.link.claims.article import POOLS
from sayso.stages.link.claims.conflicts import NOBODY, conflicts, mismatches
from sayso.stages.link.claims.differing import differing_figures
from sayso.stages.link.claims.gist import ELSEWHERE, LOCATING, Gist, fit
from sayso.stages.link.claims.occasion import are_two
from sayso.stages.link.claims.same_claim import fit_of
from sayso.stages.link.nations import named_nations
from sayso.stages.link.wording import content_words, likeness

MOST = 24
"""Claims of one proposition that are compared with each other, earliest first: more add nothing that is not shown."""
ACTING = frozenset(
    {"actor", "recruiter", "source", "force", "payer", "trainer", "attacker", "agent", "subject", "organiser"}
)


def find_contradictions(
    claims: Sequence[Claim], figures: Sequence[Figure], gists: Mapping[str, Gist], texts: Mapping[str, str]
) -> tuple[Contradiction, ...]:
    """What claims of one proposition disagree on: polarity and actors first, then figures, then days and towns.

    Each pair of values is named once.

    `texts` holds the text of each claim's document, by claim id: it tells whether a denier is close to the accused.
    """
    by_id = {claim.id: claim for claim in claims}
    return (
        *_polarity(claims, gists, texts),
        *differing_figures(figures, by_id, gists),
        *_settings(claims, gists),
    )


def _polarity(claims: Sequence[Claim], gists: Mapping[str, Gist], texts: Mapping[str, str]) -> Iterator[Contradiction]:
    """Each claim that denies, against the firm one that affirms most nearly the same."""
    affirmed = [
        c for c in claims if c.polarity == "positive" and c.factuality not in ("negated", "counterfactual", "asked")
    ]
    affirmed = [c for c in affirmed if not doubts_actor(c)]
    denied = [c for c in claims if answers(c)]
    for claim in denied[:MOST]:
        answered = [
            c
            for c in affirmed
            if _is_answered(gists[c.id], gists[claim.id])
            and not _is_one_word(c, claim, gists)
            and not _sets_apart(c, claim)
            and not _sets_apart(claim, c)
            and names_doubted(c, claim)
            and not is_of_outcome(c, claim)
            and is_as_wide(c, claim)
        ]
        if answered:
            yield _denial(_nearest(claim, answered), claim, texts.get(claim.id, ""))


SHARED_WORDS = 2
"""Words that a denial shares with what it denies, at least: one name alone ("Russia's aggression") is another topic."""
LATEST = 62
"""Days after which an undated denial is of something newer; recruiting goes on for years."""
MUCH_ALIKE = 0.5
"""Likeness of words from which on a denial may name those who take part otherwise: "the firm" for its name."""


def _is_answered(affirmed: Gist, denied: Gist) -> bool:
    """Whether a denial is of what another claim affirms, and not of the next case of its kind.

    Claims of one proposition are often held together by others; these two have to fit by themselves.
    """
    if are_two(affirmed.occasion, denied.occasion) or conflicts(affirmed, denied):
        return False
    if affirmed.told and denied.told and affirmed.family not in ELSEWHERE and not (affirmed.period and denied.period):
        late = abs((affirmed.told - denied.told).days) > LATEST
        if late:
            return False
    if len(affirmed.words.keys() & denied.words.keys()) < min(SHARED_WORDS, len(denied.words)):
        return False
    if _tell_apart(affirmed, denied):
        return False
    agreeing = _agreeing_roles(affirmed, denied)
    if agreeing < min(TWO_ROLES, sum(bool(words) for words in denied.fillers.values())):
        return False
    strange = mismatches(affirmed, denied)
    return strange == 0 or agreeing > strange or likeness(affirmed.words, denied.words) >= MUCH_ALIKE


def _is_one_word(affirmed: Claim, denied: Claim, gists: Mapping[str, Gist]) -> bool:
    """Whether both are what one document says in its own voice: it tells of a plan and of what came of it."""
    return not affirmed.chain and not denied.chain and gists[affirmed.id].document == gists[denied.id].document


COMING = frozenset({"origin", *POOLS})
"""Roles that say whence people are taken."""
OTHERS = re.compile(r"(?:^|\b(?:from|of|in) )(?:other|another|different)\b", re.IGNORECASE)
REACH = 40
"""Code points behind a participant that still tell which ones: "women from other countries, including Chad"."""


def _sets_apart(one: Claim, other: Claim) -> bool:
    """Whether a claim speaks of others than those whom the other claim names: "women from other countries" beside
    "Saudi women"."""
    for argument in one.arguments:
        told = argument.span.text + one.sentence.text[argument.span.end - one.sentence.start :][:REACH]
        if OTHERS.search(told) is None:
            continue
        theirs = [a for a in other.arguments if a.role == argument.role or {a.role, argument.role} <= COMING]
        named = named_nations(told)
        if any(nations and not nations & named for a in theirs if (nations := named_nations(a.span.text))):
            return True
    return False


TWO_ROLES = 2
"""Roles that a denial and what it denies fill alike, where the denial fills so many: "allegations against the mayor"
are not what a man denies who "did not accuse the mayor"."""


def _agreeing_roles(affirmed: Gist, denied: Gist) -> int:
    """How many of those whom a denial names the other claim names too, in whichever role, or has one of their country
    in the same."""
    return sum(
        bool(words & affirmed.words.keys())
        or any(words & others for others in affirmed.fillers.values())
        or bool(denied.nations.get(role, NOBODY) & affirmed.nations.get(role, NOBODY))
        for role, words in denied.fillers.items()
    )


def _tell_apart(one: Gist, other: Gist) -> bool:
    """Whether both name some of one sort in a role, and other ones: "Saudi women", "women from other countries"."""
    for role, words in one.fillers.items():
        others = other.fillers.get(role, NOBODY)
        known = fit(one.roles.get(role, NOBODY), other.roles.get(role, NOBODY))
        if not known and words & others and words - others and others - words:
            return True
    return False


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

    def fit(other: Claim) -> tuple[bool, float, float, str]:
        theirs = content_words(other.content.text)
        entity = len(entities & {a.entity for a in other.arguments if a.entity})
        shared = sum(weight for word, weight in words.items() if word in theirs)
        return other.factuality == "asserted", shared + 0.5 * entity, likeness(words, theirs), other.id

    return max(others, key=fit)


NEAR = 60
"""Code points between a speaker's name and the name of the one accused: "Prigozhin, who founded Wagner"."""


def is_by_accused(claim: Claim, text: str) -> bool:
    """Whether the one who denies is the one who is said to have done it, or stands close to it in the text.

    Close is: "his company", "we"; a name of both in one; or the speaker's last name beside the doer's name.
    """
    if not claim.chain:
        return False
    group = claim.chain[-1].kind == "group"  # "eleven men whom we met in Kazan" are called by no last word
    speaker = claim.chain[-1].name.lower()
    for doer in (a for a in claim.arguments if a.role in ACTING):
        words = doer.span.text.lower()
        if words.split()[0] in ("his", "her", "its", "their", "our", "my", "we", "he", "she", "it", "they"):
            return True
        name = (doer.value or words).lower()
        if name in speaker or speaker in name:
            return True
        if not group and _beside(speaker.split()[-1], name.split()[0], text.lower()):
            return True
    return False


def _beside(speaker: str, doer: str, text: str) -> bool:
    """Whether two names stand within a few words of each other."""
    if len(speaker) < 4 or len(doer) < 4:
        return False
    one, other = re.escape(speaker), re.escape(doer)
    return bool(re.search(rf"\b{one}\b[^.]{{0,{NEAR}}}\b{other}\b|\b{other}\b[^.]{{0,{NEAR}}}\b{one}\b", text))


def _settings(claims: Sequence[Claim], gists: Mapping[str, Gist]) -> list[Contradiction]:
    """Claims that tell one event but for its day or its town."""
    settled = [c for c in claims if not is_denied(c) and c.factuality != "asked" and _is_set(c)][:MOST]
    found = []
    seen: set[tuple[str, str]] = set()
    for left, right in combinations(settled, 2):
        against = conflicts(gists[left.id], gists[right.id])
        if against not in (["period"], ["place"]) or fit_of(gists[left.id], gists[right.id]) is None:
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
