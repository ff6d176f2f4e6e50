"""Who denies what an article tells of a drive: "Moscow denies hiring foreigners", "the ministry denied it".

A claim that somebody denies is read as negated in the article's own voice where the denier is its subject and no source
of it; and what "it" leads back to is no claim at all. Both are the denier's word against the drive.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.lexicon.deniers import DENIAL, DENIED, DENIER, denier_of
from sayso.model import Claim, Link, Reading, Span
from sayso.model._record import record
from sayso.stages.link.claims.outright import NOTHING, Telling
from sayso.stages.link.voices.making import publishing_body
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.voices.tellers import teller_of

REFERS = re.compile(
    r"^\W*\w+\W+(?:\w+ly\s+)?(?:(?:it|this|that|everything|so)(?=\s*(?:[.,;:!?”\"]|$|on\s|in\s|and\s|as\s|at\s))"
    r"|any(?:thing)?\s+(?:such|of\s+the\s+kind|involvement|role|knowledge|part)\b"
    r"|(?:the|these|those|such|all|any)\s+(?:\w+\s+){0,2}?(?:reports?|claims?|allegations?|accusations?|charges?"
    r"|stor(?:y|ies)|account|suggestions?|recruitment|recruiting|hiring)\b(?!\s+(?:that|of|about)\b))",
    re.IGNORECASE,
)
"""What is denied where it is told before."""
TAKING_WORDS = re.compile(
    r"\b(?:recruit(?:ed|ing|ment|s)?|enlist\w*|mercenar\w+|conscript\w*|draft(?:ed|ing)|press-?gang\w*|forced|tricked|deceived|coerced"
    r"|coercion|lured|sign(?:ed|ing)? up|fight(?:s|ing)? for|fighters|fighting in|join(?:ed|ing)? (?:the|its|their))\b",
    re.IGNORECASE,
)
"""Words of taking people, in what is denied without being a claim of its own."""
UNSAID = frozenset({"asked", "possible", "unknown", "planned", "counterfactual"})
"""How a denial is told that nobody made, or may not have: "if the ministry denies"."""
TAKING = "RECRUIT"
NEAR = 400
"""Code points back to what "it" denies."""
TOLD_WITH = frozenset(
    {"RECRUIT", "DEPLOY", "TRANSFER", "TRAIN", "OFFER", "CONTACT", "KILL", "WOUND", "DETAIN", "ACCUSE"}
)
"""Event types that may be told between a claim of taking people and its denial."""


@record
class Denial:
    """A denial of what an article told before."""

    claim: Claim
    about: Telling
    """What is denied."""
    event_type: str
    """Its event type."""
    by: Teller
    told: str = ""
    """The sentence that tells it, where a release rejects "these allegations"."""


def denials(reading: Reading, told: Mapping[str, Telling]) -> tuple[dict[str, Teller | None], list[Denial]]:
    """Claim id -> who denies it, None where that is its source; and denials of what was told before."""
    claims = sorted(reading.claims, key=lambda claim: claim.trigger.start)
    deniers: dict[str, Teller | None] = {}
    found = []
    for claim in claims:
        if claim.event_type != DENIAL or claim.polarity == "negative" or claim.factuality in UNSAID:
            continue
        link = _denier(claim, reading)
        issuer = publishing_body(reading.document) if link is None and _refers(claim) else None
        near = _before(claim, claims) if issuer is not None else []
        if issuer is not None and near and all(each.event_type in TOLD_WITH for each in near):
            told_of = near[-1].sentence.text
            found.append(Denial(claim=claim, about=NOTHING, event_type=TAKING, by=issuer, told=told_of))
        if link is None:
            continue
        by = teller_of(replace(claim, chain=(link,), attribution=None), reading, {}, (), via=None, via_name=None)
        denied = [each for each in claims if _is_denied_in(each, claim, link)]
        deniers |= {each.id: None if each.chain else by for each in denied}
        if not denied and _is_of_taking(claim):
            found.append(Denial(claim=claim, about=NOTHING, event_type=TAKING, by=by))
        elif not denied and (before := _told_before(claim, claims, told)) is not None:
            found.append(Denial(claim=claim, about=told[before.id], event_type=before.event_type, by=by))
    return deniers, found


def _is_denied_in(claim: Claim, denial: Claim, denier: Link) -> bool:
    """Whether a claim is what somebody denies in one sentence: what is negated there, or put down to who denies
    ("denies a report that it hires Swedes")."""
    if claim.sentence.start != denial.sentence.start or claim.trigger.start <= denial.trigger.start:
        return False
    negated = claim.polarity == "negative" or claim.factuality == "negated"
    return negated or (bool(claim.chain) and claim.chain[-1].span.overlaps(denier.span))


def _is_of_taking(denial: Claim) -> bool:
    """Whether what is denied tells by itself that people are taken, or how: "reports of mercenaries in its ranks"."""
    return any(TAKING_WORDS.search(_in_full(a.span, denial)) for a in denial.arguments if a.role == DENIED)


CONTENT = re.compile(r",\s+that\b[^.;]*")
"""What an account tells, behind an aside: "the account of a man, who had fled, that others were forced"."""


def _in_full(denied: Span, denial: Claim) -> str:
    """The words that tell what is denied, with those of a clause that stands apart from them."""
    sentence, end = denial.sentence.text, denied.end - denial.sentence.start
    behind = CONTENT.match(sentence, max(end, 0))
    return denied.text + (behind.group() if behind else "")


def _told_before(denial: Claim, claims: Sequence[Claim], told: Mapping[str, Telling]) -> Claim | None:
    """The claim of taking people that a denial of "it" or "the report" leads back to: the last one before it, with
    nothing but what goes with it between."""
    if not _refers(denial):
        return None
    before = _before(denial, claims)
    taking = [each for each in before if told[each.id].taking != "no"]
    between = [each for each in before if taking and each.trigger.start > taking[-1].trigger.start]
    return taking[-1] if taking and all(each.event_type in TOLD_WITH for each in between) else None


def _refers(denial: Claim) -> bool:
    """Whether what is denied is told before: "denied it", "these allegations are baseless"."""
    told = f"{denial.trigger.text} {_behind(denial)}"
    return REFERS.search(told) is not None or any(
        THESE.match(a.span.text) for a in denial.arguments if a.role == DENIED
    )


THESE = re.compile(
    r"(?:these|those|such|the|this|that)\s+(?:\w+\s+)?(?:allegations?|accusations?|claims?|reports?|charges?)$", re.I
)
"""What a release rejects that it has told before."""


def _before(denial: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """The claims told shortly before a denial."""
    at = denial.trigger.start
    return [each for each in claims if at - NEAR <= each.trigger.start < at and each.event_type != DENIAL]


def _behind(denial: Claim) -> str:
    return denial.sentence.text[denial.trigger.end - denial.sentence.start :][:60]


def _denier(claim: Claim, reading: Reading) -> Link | None:
    """Who denies, as a source; of "that is a lie", who says so."""
    if any(a.role == DENIER for a in claim.arguments):
        return denier_of(claim.arguments, reading.mentions.actors)
    return claim.chain[-1] if claim.chain else None
