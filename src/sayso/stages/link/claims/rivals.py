"""Other figures for one event: "100 were killed, an officer said", "the spokesman spoke of 12".

Such claims share few words, so wording does not bring them together. What does: one fate, one story, no field against
it, and that both sentences speak of one event: of one place, of "the attack", or in words that few events share. Two
figures of one voice are two things; the voice is what tells rivals from parts. Read by hand: docs/method/stance.md.
"""

import re
from functools import lru_cache

from sayso.model import Claim
from sayso.model._record import record
from sayso.stages.link.wording import content_words

COUNTED = frozenset({"KILL", "WOUND", "DETAIN"})
"""Event types of which the number of people is counted."""
SUFFERERS = frozenset({"victim", "detained"})
DEFINITE = re.compile(
    r"\bthe (?:[\w-]+ ){0,2}(?:attack|explosion|blast|bombing|bomb|raid|clash|assault|shooting|crash|strike|airstrike"
    r"|siege|massacre|ambush|incident|fire|quake|earthquake|collapse|sinking)\b",
    re.IGNORECASE,
)
"""One event that is known to the reader."""
PART = re.compile(
    r"\b(?:among|including|of (?:whom|them|those)|mostly|another|others?|further|more than half"
    r"|at least (?:one|two) of)\b",
    re.IGNORECASE,
)
"""What is counted is a part of others, or comes on top of them."""
CONTRAST = re.compile(r"\b(?:although|though|while|whereas|but|however|compared|instead of|rather than|against)\b")
AROUND = 30
"""Code points on either side of a figure in which such words are looked for."""


@record
class Count:
    """How many people something was done to, by whose word."""

    low: float | None
    high: float | None
    speaker: str
    """Name of the innermost source in small letters; empty in the article's own voice."""
    sentence: int
    """Where its sentence starts."""
    words: frozenset[str]
    """Stems of its sentence."""
    definite: bool
    """Whether its sentence speaks of an event that the reader knows."""
    contrast: bool
    """Whether its sentence sets one thing against another."""


def count_of(claim: Claim) -> Count | None:
    """The one figure of those whom a claim tells as killed, hurt or held; None where it has none, several, or a part of
    others."""
    if claim.event_type not in COUNTED or claim.sort != "event" or claim.polarity != "positive":
        return None
    if claim.factuality not in ("asserted", "probable"):
        return None
    spans = [each.span for each in claim.arguments if each.role in SUFFERERS]
    found = [q for q in claim.quantities if any(span.start <= q.span.start < span.end for span in spans)]
    if len(found) != 1 or (found[0].low or found[0].high or 0) < 2:
        return None
    text, at = claim.sentence.text, found[0].span.start - claim.sentence.start
    if not 0 <= at <= len(text) or PART.search(text[max(at - AROUND, 0) : at + len(found[0].span.text) + AROUND]):
        return None
    return Count(
        low=found[0].low,
        high=found[0].high,
        speaker=claim.chain[-1].name.lower() if claim.chain else "",
        sentence=claim.sentence.start,
        words=_words(text),
        definite=DEFINITE.search(text) is not None,
        contrast=CONTRAST.search(text) is not None,
    )


@lru_cache(maxsize=20_000)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(word for word in content_words(sentence) if not word[0].isdigit())


def exclude(left: Count, right: Count) -> bool:
    """Whether no number can be both."""
    low = max(left.low or 0.0, right.low or 0.0)
    infinite = float("inf")
    high = min(left.high if left.high is not None else infinite, right.high if right.high is not None else infinite)
    return low > high
