"""Why a voice adds nothing to a drive by one claim, though it may by another."""

import re
from collections.abc import Sequence

from sayso.model import Argument, Claim
from sayso.stages.link.voices.teller import Teller

FATES = frozenset({"KILL", "WOUND", "DETAIN", "MISSING"})
"""What became of those who were taken: a part of it where it is said of the people of the drive."""


def why_aside(claim: Claim, taken: Sequence[Argument], teller: Teller) -> str | None:
    """Why a claim's voice adds nothing by it; None where it does. `taken` are those who are taken, sent or hurt."""
    return (
        _only_counts(claim, taken)
        or _only_warns(claim)
        or _names_no_side(claim)
        or _only_trained(claim)
        or _knows_nothing(claim, teller)
        or _keeps_in_touch(claim, teller)
        or _judges_reports(claim, teller)
        or _only_says_so(claim, teller)
        or _was_told(claim, teller)
    )


COUNTRYMEN = re.compile(r"\b(?:compatriots?|countrymen)\b", re.IGNORECASE)


def _only_counts(claim: Claim, taken: Sequence[Argument]) -> str | None:
    """Why who tells how many compatriots are hurt or held adds no voice: that says neither whose war it is nor who took
    them, and is kept to be held against other counts."""
    if claim.event_type in FATES and taken and all(COUNTRYMEN.search(a.span.text) for a in taken):
        return "tells only how many compatriots are hurt or held"
    return None


WARNING = re.compile(
    r"\bwarn(?:s|ed|ing|ings)?\b|\bwould (?:expose|leave|put|push|drive) "
    r"|\bcould (?:yet |still |easily |well )?(?:end up|fall|turn)\b",
    re.IGNORECASE,
)
"""Words under which it is only thought of: "this would expose the men to recruiting"."""


OPEN_TO = re.compile(
    r"\b(?:be|become|remain|are|is)\s+(?:\w+\s+)?(?:open|vulnerable|susceptible|ripe|exposed|targets?|prey)\s+(?:to|for|of)\b",
    re.IGNORECASE,
)
"""Words for what others may try: "they could be open to recruitment"."""


MIGHT = re.compile(r"\b(?:could|might|may|would)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _only_warns(claim: Claim) -> str | None:
    """Why who warns of what might happen adds no voice: that tells of nobody who was taken."""
    before = claim.sentence.text[: claim.trigger.start - claim.sentence.start]
    open_ = OPEN_TO.search(before)
    thought = claim.factuality in ("possible", "planned", "unknown") and (WARNING.search(before) or open_)
    if thought or (claim.event_type == "RECRUIT" and open_ and MIGHT.search(before[: open_.start()])):
        return "warns of what might happen, and tells of nobody who was taken"
    return None


TAKERS = ("recruiter", "force", "payer", "deployer", "offerer", "mover", "approacher")
VAGUE = re.compile(
    r"(?:\b(?:rivals?|enem(?:y|ies)|adversar(?:y|ies)|foes?)|\b(?:hostile|opposing|unfriendly|malign|foreign)\s+"
    r"(?:powers?|forces?|states?|countries|governments?|actors?))$",
    re.IGNORECASE,
)
"""Whoever it may be that takes them: "America's rivals", "hostile powers"."""


def _names_no_side(claim: Claim) -> str | None:
    """Why who says that some rival or hostile power takes them adds no voice: he does not say whose war it is."""
    by = [a.span.text for a in claim.arguments if a.role in TAKERS]
    if by and all(VAGUE.search(words) for words in by):
        return "says of nobody by name that he takes them"
    return None


ANYBODY = re.compile(r"(?:anybody|anyone|nobody|somebody|someone|who|those|whoever)$", re.IGNORECASE)


def _only_trained(claim: Claim) -> str | None:
    """Why who speaks of whoever trained them once adds no voice by that: it tells of nobody who was taken."""
    by = [a.span.text for a in claim.arguments if a.role == "trainer"]
    if claim.event_type == "TRAIN" and by and all(ANYBODY.match(words) for words in by):
        return "speaks of whoever trained them, and tells of nobody who was taken"
    return None


IGNORANT = re.compile(
    r"\b(?:no|not (?:any|have)|without|lack\w*)\b[^.;]{0,12}? [“\"]?"
    r"(?:findings?|knowledge|information|details?|records?|indications?|insights?)\b"
    r"[^.;]{0,24}? (?:about|of|on|that|regarding|concerning)\b",
    re.IGNORECASE,
)
"""Words by which somebody says that he knows nothing of it: "has no findings of its own about the hiring of"."""


def _knows_nothing(claim: Claim, teller: Teller) -> str | None:
    """Why who says that he knows nothing of it adds no voice."""
    before = claim.sentence.text[: claim.trigger.start - claim.sentence.start]
    if teller.kind in ("own_reporting", "outlet") or IGNORANT.search(before) is None:
        return None
    return f"{teller.name or '?'}: says that nothing is known of it"


SPEAKERS_OWN = re.compile(r"(?:he|she|I|we|it|they)$", re.IGNORECASE)
TAKES_ON = re.compile(
    r"\b(?:recruit\w*|enlist\w*|hir(?:e[sd]?|ing)|sign(?:s|ed|ing)? up|contracts?|offer\w*|jobs?)\b", re.I
)

MANY = 10
"""People with whom somebody is in touch, from which on he knows what becomes of them."""


def _keeps_in_touch(claim: Claim, teller: Teller) -> str | None:
    """Why who tells that he himself writes to those people adds no voice by that: he takes nobody. Who is in touch with
    ten of them or more knows what becomes of them, as a friend of a few does not."""
    if claim.event_type != "CONTACT" or teller.kind in ("own_reporting", "outlet", "unknown"):
        return None
    by = [a.span.text for a in claim.arguments if a.role == "approacher"]
    own = bool(by) and all(SPEAKERS_OWN.match(words) or words == teller.name for words in by)
    if not own or TAKES_ON.search(claim.sentence.text) or any((q.low or 0) >= MANY for q in claim.quantities):
        return None
    return f"{teller.name or '?'}: is in touch with them, and takes nobody"


CALLED_SO = re.compile(
    r"\bcall(?:s|ed|ing)?\b[^.;:“”\"]*\b(?:claims?|reports?|rumou?rs?|stor(?:y|ies)|allegations?|accounts?|talk)\b[^.;]{0,80}",
    re.IGNORECASE,
)
"""Where somebody says what he thinks of reports: "calls the hiring claims a tale for children"."""
NO_PART = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|disclaim\w*|disput\w*)\b[^.;]{0,30}?"
    r"\b(?:part|role|involvement|hand|knowledge|connections?|links?|ties|responsibility)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
"""Words behind which stands what somebody has no part in: "denied any role in the hiring of"."""


def _judges_reports(claim: Claim, teller: Teller) -> str | None:
    """Why who calls reports this or that, or has no part in what they tell, adds no voice."""
    if teller.kind in ("own_reporting", "unknown"):
        return None
    at = claim.trigger.start - claim.sentence.start
    judged = (m for m in CALLED_SO.finditer(claim.sentence.text) if m.start() <= at < m.end())
    if any(judged):
        return f"{teller.name or '?'}: says what to think of reports, and tells nothing"
    if NO_PART.search(claim.sentence.text[:at]):
        return f"{teller.name or '?'}: denies a part in it, and tells nothing"
    return None


SPEAKING_OF_US = re.compile(r"(?:we|I|us|somebody|someone|nobody|everybody|everyone)$", re.IGNORECASE)


def _only_says_so(claim: Claim, teller: Teller) -> str | None:
    """Why who says that "we" promised them something, and not what, adds no voice: he speaks of his own country."""
    if claim.event_type != "OFFER" or claim.money or teller.kind in ("own_reporting", "outlet", "unknown"):
        return None
    by = [a.span.text for a in claim.arguments if a.role in ("offerer", "payer")]
    if not by or any(a.role == "offer" for a in claim.arguments) or not all(SPEAKING_OF_US.match(w) for w in by):
        return None
    return f"{teller.name or '?'}: says that a promise was made, and not which"


THEY_SAID = re.compile(r"^[“\"'‘]?They (?:said|told (?:me|us|her|him)|called|rang)\b")
"""How a sentence begins in which somebody gives what others told her."""


def _was_told(claim: Claim, teller: Teller) -> str | None:
    """Why who tells that "they" said that somebody fell adds no voice by that: it is the word of those who told him."""
    if claim.event_type not in FATES or teller.kind not in ("person", "unnamed"):
        return None
    return f"{teller.name or '?'}: was told so by others" if THEY_SAID.match(claim.sentence.text) else None
