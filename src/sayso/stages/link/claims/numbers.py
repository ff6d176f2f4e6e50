"""How many people a claim tells of, and whether that is all of them: only such numbers are held against each other."""

import re
from collections.abc import Sequence

from sayso.model import Argument, Claim, Figure, Span
from sayso.model._record import record
from sayso.stages.link.claims.answering import is_denied
from sayso.stages.link.claims.cues import is_of_minors
from sayso.stages.link.nations import named_nations

BLURRED = 0.15
"""Share by which "about 90" may be more or less."""
UP_TO = 0.25
"""Share of N that "up to N" tells of at least: set by hand, so that "up to 300" and "fewer than a dozen" differ."""


@record
class Number:
    """How many people a claim tells of."""

    low: float | None
    """At least, as the words say it; None where they give no lower bound."""
    high: float | None
    """At most; None where they give no upper bound, and of what is only known so far."""
    blurred: bool = False
    """Whether it is told as "about"."""
    whole: bool
    """Whether it is of all people of the drive, and not of a group, a place or a month."""
    older: bool = False
    """Whether it is told to have been given before: "he said last year that"."""

    @property
    def least(self) -> float | None:
        """What it may be at least; who says "up to 300" has some in mind."""
        if self.low is None:
            return self.high * UP_TO if self.high is not None else None
        return self.low * (1 - BLURRED) if self.blurred else self.low

    @property
    def most(self) -> float | None:
        """What it may be at most."""
        return self.high * (1 + BLURRED) if self.high is not None and self.blurred else self.high

    @property
    def value(self) -> float:
        """The number itself."""
        return self.low if self.low is not None else self.high or 0.0


KNOWN_OF = re.compile(
    r"\b(?:establish|identif|confirm|verif|document|register|trac|record|found|counted|list)\w*\b"
    r"|\b(?:aware|know[ns]?|heard|learn\w*|list|names|cases|word|records?) of\b",
    re.IGNORECASE,
)
"""Words of who tells what he knows: there may be more."""
NO_MORE = re.compile(
    r"\bno (?:more|others?)\b|\bonly\b|\bnot more\b|\bnobody else\b|\bin all\b|\bin total\b|\baltogether\b",
    re.IGNORECASE,
)
"""Words that say that there are not."""
GROUPED = re.compile(
    r"\b(?:group|batch|contingent|flight|busload|platoon|unit|squad|company|team|convoy|wave|other|others|another|more|new|further"
    r"|first|second|third|last|latest|remaining|rest)\b|\bof (?:them|those|these|the|us|his|her|their|its|my|our)\b"
    r"(?! (?:\w+ )?(?:compatriots?|countrymen|citizens|nationals)\b)",
    re.IGNORECASE,
)
"""Words for some of those who were taken: "a second group of nine", "two of them"."""
NARROWED = re.compile(
    r"\b(?:from|in|of|at|near) (?:his|her|their|my|our|the same|that|this) (?:[\w’'-]+ )?"
    r"(?:village|town|district|province|region|county|family|school|unit|platoon|squad|company|group|battalion|camp"
    r"|house|street)\b"
    r"|\b(?:with|beside|alongside|before|after) (?:him|her|me|them|us)\b"
    r"|\b(?:last|this|that) (?:week|month|day|night)\b"
    r"|\bin (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:yesterday|today|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?! (?:said|told))",
    re.IGNORECASE,
)
"""Words by which a number is of one place, one month or of those around a witness."""
OLDER = re.compile(
    r"\b(?:said|told|reported|estimated|put|claimed|announced|disclosed|spoke|counted)\b[^.;:]{0,40}?"
    r"\b(?:last|earlier|previously|in (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:19|20)\d\d)|(?:weeks|months|a (?:week|month|year)|years) ago)\b(?! (?:night|\w+day)\b)",
    re.IGNORECASE,
)
"""Words of a sentence that repeats what somebody said before."""
FROM = re.compile(r"^\W*(?:men |people |boys |youths |students |citizens )?(?:from|of) (?:the )?([A-Z][\w’'-]+)")
BEHIND = 60
"""Code points behind a number that still tell of whom it is."""


def number_of(claim: Claim, taken: Sequence[Argument]) -> Number | None:
    """How many people a claim says were taken, sent, hurt or held; None where it does not give one number of them.

    `taken` are the arguments for those people.
    """
    held = {(q.low, q.high): q for q in claim.quantities if any(counts(q.span, a.span) for a in taken)}
    if len(held) != 1:
        return None
    quantity = next(iter(held.values()))
    if any(is_of_minors(a.span.text) for a in taken if counts(quantity.span, a.span)):
        return None  # "boys of 15" are not fifteen
    sentence = claim.sentence.text
    high = None if is_known_so_far(claim) else quantity.high
    if quantity.low is None and high is None:
        return None
    return Number(
        low=quantity.low,
        high=high,
        blurred=quantity.approximate,
        whole=is_whole(claim, quantity.span, taken) and quantity.of is None,
        older=OLDER.search(sentence) is not None,
    )


def counts(figure: Span, taken: Span) -> bool:
    """Whether a figure counts those who are taken: "two citizens", "two of our citizens"."""
    return taken.covers(figure) or 0 <= taken.start - figure.end <= len(" of ") or figure.covers(taken)


def is_known_so_far(claim: Claim) -> bool:
    """Whether a claim's number is of those whom somebody knows of, while there may be more."""
    sentence = claim.sentence.text
    return KNOWN_OF.search(sentence) is not None and NO_MORE.search(sentence) is None


def is_whole(claim: Claim, figure: Span, taken: Sequence[Argument]) -> bool:
    """Whether nothing beside a number tells that it is of some of those who are `taken` only."""
    told = " ".join((figure.text, *(a.span.text for a in taken if counts(figure, a.span))))
    if GROUPED.search(told.replace("more than", "")) is not None:
        return False
    behind = claim.sentence.text[max(figure.end - claim.sentence.start, 0) : claim.content.end - claim.sentence.start]
    home = FROM.match(behind)
    if home is not None and not named_nations(home.group(1)):
        return False
    if any(a.role == "origin" and not named_nations(a.span.text) for a in claim.arguments):
        return False
    return NARROWED.search(behind[:BEHIND]) is None


def is_denied_or_of_others(one: tuple[Claim, Figure], other: tuple[Claim, Figure]) -> bool:
    """Whether one of two figures is denied ("not one fighter"), counts some of whom the other counts, or is another
    man's pay."""
    return (
        _are_two_mens(one[0], other[0])
        or is_denied(one[0])
        or is_denied(other[0])
        or _is_part_of(one, other)
        or _is_part_of(other, one)
    )


ONE_MAN = re.compile(r"(?:him|her|me|he|she|I|his|my)$", re.IGNORECASE)


def _are_two_mens(one: Claim, other: Claim) -> bool:
    """Whether both tell what one man was paid, by a pronoun, and no one source says both: two voices' "him"."""
    him = all(any(a.role == "recipient" and ONE_MAN.match(a.span.text) for a in c.arguments) for c in (one, other))
    said = [c.chain[-1].name if c.chain else "" for c in (one, other)]
    return him and bool(one.money and other.money) and (said[0] != said[1] or not said[0])


def _is_part_of(less: tuple[Claim, Figure], more: tuple[Claim, Figure]) -> bool:
    """Whether a smaller figure is told to be of one place or group only, or of those known, and the larger one of all:
    "fourteen from Malmo", "forty in all"."""
    (part, figure), (claim, whole) = less, more
    if (figure.high or figure.low or 0.0) >= (whole.low or whole.high or 0.0):
        return False
    return is_known_so_far(part) > is_known_so_far(claim) or (
        is_whole(claim, whole.span, claim.arguments) > is_whole(part, figure.span, part.arguments)
    )
