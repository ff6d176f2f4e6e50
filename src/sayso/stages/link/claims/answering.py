"""Which claims deny what others say, or doubt somebody's part in it, and whom they answer.

What stopped, failed or could not be confirmed denies nothing; a denial of a part answers claims of that part.
"""

import re
from functools import lru_cache

from sayso.model import Claim
from sayso.stages.link.claims.cues import is_of_minors, is_of_own_will, will_of
from sayso.stages.link.wording import content_words, stem

PART = r"\b(?:role|involvement|participation|hand in|part in|involved|behind)\b"
DOUBTED = re.compile(
    r"\b(?:no|less|little|scant|insufficient|hardly any|not enough)\s+(?:\w+\s+){0,3}?"
    r"(?:evidence|proof|signs?|indications?)\b[^.;]{0,60}?" + PART,
    re.IGNORECASE,
)
"""Words that doubt an actor's part in an event, and not the event: "found less evidence for the firm's role"."""
BEFORE = 12
"""Code points between such words and the claim that they are of: "no sign of Vidar behind [efforts to hire men]"."""
DENIED_PART = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es|ed|ing)|not|never|n['’]t)\b[^.;]{0,40}?" + PART,
    re.IGNORECASE,
)
"""The same of a claim that is denied: "was not involved"."""


def is_denied(claim: Claim) -> bool:
    """Whether a claim says that it is not so."""
    if claim.factuality in ("unknown", "asked", "planned", "possible"):
        return False  # "asked them to stop recruiting", "may not have been at one place": nobody says that it is not so
    return claim.polarity == "negative" or claim.factuality in ("negated", "counterfactual")


PREVENTED = re.compile(
    r"\b(?:foil|thwart|prevent|avert|repuls|repell?|fend|ward|intercept|forestall|pre-?empt)(?:e[ds]?|ing|s)?\b",
    re.IGNORECASE,
)
"""What came to nothing because somebody stepped in: no denial of the attempt."""


ENDING = re.compile(
    r"\b(?:stop|ceas|halt|quit|end|suspend|postpon|delay|interrupt|discontinu|fail|refus|declin|avoid)\w*\b",
    re.IGNORECASE,
)
"""What came to an end, failed, or somebody would not do: no denial."""
UNANSWERING = frozenset({"VERIFY", "REQUEST"})
"""Event types whose denial answers nobody: who could not confirm a thing does not say that it is false."""


CALLED_FALSE = re.compile(
    r"\b(?:rumou?rs?|reports?|claims?|allegations?|assertions?|stories|talk)\s+(?:of|that|about|on)\b([^;:”\"]*?)"
    r"\b(?:is|are|was|were)\s+(?:[\w-]+\s+){0,2}?(?:nonsense|false|untrue|baseless|unfounded|groundless|lies|a lie"
    r"|provocations?|slander|inventions?|fabricat\w+|fairy ?tales?|disinformation|fakes?|fantasy|propaganda|rubbish)\b",
    re.IGNORECASE,
)
"""A verdict on rumours, with what they tell of: "rumours of men sent to Norway are complete nonsense"."""


def is_called_false(claim: Claim) -> bool:
    """Whether a claim is what rumours tell of that its sentence calls false."""
    found = CALLED_FALSE.search(claim.sentence.text)
    at = claim.trigger.start - claim.sentence.start
    return found is not None and found.start(1) <= at < found.end(1)


NOT_RULED_OUT = re.compile(
    r"(?:\b(?:stop|fall|fell)\w*\s+short\s+of|\b(?:without|not|never|cannot)|n['’]t|\bdeclin\w+\s+to|\brefus\w+\s+to)\s+(?:\w+\s+)?"
    r"(?:rul(?:e|ing)\s+out|exclud(?:e|ing)|deny(?:ing)?)\b",
    re.IGNORECASE,
)
"""Words by which something is left open: "stopped short of ruling out that some had gone"."""


UNPROVED = re.compile(
    r"(?:\b(?:not|never|nor|cannot|nobody|no one|hardly)|n['’]t)\s+(?:\w+\s+){0,3}?"
    r"(?:prov(?:e[dn]?|ing)|show[ns]?|establish\w*|certain|clear|sure|convinced|believe[ds]?|the case|true|so)"
    r"\s+that\b",
    re.IGNORECASE,
)
"""Words by which it is said that something is not known to be so, or is not so: "it is not proved that nobody was"."""


NOT_TOLD = re.compile(
    r"(?:\b(?:not|never|nor|declin\w+\s+to|refus\w+\s+to|without)|n['’]t)\s+(?:\w+\s+){0,2}?"
    r"(?:address|say|explain|disclos|specif|answer|discuss|mention|tell|clarif|comment|elaborat|ask|know|remember)\w*\b[^.;]{0,30}?"
    r"\b(?:how|why|whether|if|where|when)\b"
    r"|\b(?:announc|publish|issu|post|advertis)\w*\s+no\b",
    re.IGNORECASE,
)
"""Words by which somebody says nothing of it: "did not address how the men were hired", "has announced no hiring"."""
BY_WAY = re.compile(
    r"\b(?:wages?|pay|salary|salaries|sums?|money|jobs?|work|bonus|price)\s+(?:that|which)\s+(?:no ?one|nobody)\b",
    re.IGNORECASE,
)
"""Nobody in a clause that only describes: "a wage that nobody here earns"."""


def is_left_open(claim: Claim) -> bool:
    """Whether the words before a claim leave it open, or tell nothing of it, rather than deny it."""
    before = claim.sentence.text[: max(claim.trigger.start - claim.sentence.start, 0)]
    return any(words.search(before) is not None for words in (NOT_RULED_OUT, NOT_TOLD, BY_WAY)) or (
        UNPROVED.search(before) is not None and _is_negative(claim)
    )


NEGATIVE = re.compile(r"\b(?:no|not|never|none|nobody|no one|nothing)\b|n['’]t\b", re.IGNORECASE)


def _is_negative(claim: Claim) -> bool:
    """Whether a claim's own words hold a negation: "that nobody was forced"."""
    return NEGATIVE.search(claim.content.text) is not None


def ended(claim: Claim) -> bool:
    """Whether a claim is negated only by what has stopped or failed: "stopped paying the men", "failed to return"."""
    negating = [layer for layer in claim.layers if layer.factuality == "negated"]
    return bool(negating) and all(ENDING.search(layer.span.text) for layer in negating)


def answers(claim: Claim) -> bool:
    """Whether a claim denies what others say, or doubts an actor's part in it; not that an attempt was foiled or that
    something stopped."""
    if doubts_actor(claim):
        return True
    if claim.event_type in UNANSWERING or not is_denied(claim) or ended(claim) or is_left_open(claim):
        return False
    return PREVENTED.search(claim.sentence.text) is None


def is_as_wide(affirmed: Claim, denied: Claim) -> bool:
    """Whether a denial reaches what is affirmed: of minors, of people who were forced or of those who came by their own
    will it answers only what is said of such."""
    told, answer = affirmed.sentence.text, denied.sentence.text
    if is_of_minors(answer) and not is_of_minors(told):
        return False
    if is_of_own_will(answer[max(denied.trigger.start - denied.sentence.start, 0) :]):
        return will_of(told) == "free"
    return will_of(denied.content.text, denied=True) != "forced" or will_of(told) == "forced"


EXPLICIT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*|rebut\w*|disput\w*|contradict\w*|false|untrue|baseless|groundless"
    r"|unfounded|lies?|fabricat\w*)\b",
    re.IGNORECASE,
)
"""Words by which somebody denies; without them "planned" and "did not happen" are a plan and what came of it."""


def is_of_outcome(affirmed: Claim, denied: Claim) -> bool:
    """Whether one tells a plan or an attempt, and the other, in an article's own voice, what came of it."""
    return affirmed.factuality == "planned" and not denied.chain and EXPLICIT.search(denied.sentence.text) is None


@lru_cache(maxsize=20_000)
def _doubt_in(text: str) -> re.Match[str] | None:
    """Where some words doubt somebody's part: kept, as each claim is asked half a dozen times."""
    return DOUBTED.search(text)


def doubts_actor(claim: Claim) -> bool:
    """Whether a claim's own words, or those right before them, doubt an actor's part in the event: it does not stand
    for the event's having that actor."""
    if _doubt_in(claim.content.text) is not None:
        return True
    found, start = _doubt_in(claim.sentence.text), claim.content.start - claim.sentence.start
    if found is None or not 0 <= start - found.end() <= BEFORE:
        return False
    return not set(",;:") & set(claim.sentence.text[found.end() : start])


NAME = re.compile(r"\b[A-Z][\w’'-]+")


def doubted_names(claim: Claim) -> frozenset[str]:
    """Stems of the names of those whose part a claim doubts; empty where it doubts nobody's part.

    "There was no sign of the Norse Group behind it" doubts the Norse Group's.
    """
    found = _doubt_in(claim.content.text) or _doubt_in(claim.sentence.text)
    if found is None:
        return frozenset()
    names = frozenset(stem(re.sub(r"['’]s$", "", word).lower()) for word in NAME.findall(found.group()))
    return names - {stem("group"), stem("company")}


def names_doubted(claim: Claim, doubting: Claim) -> bool:
    """Whether a claim names one of those whose part another one doubts; always where that doubts nobody's part by
    name."""
    names = doubted_names(doubting) if doubts_actor(doubting) else frozenset[str]()
    return not names or not names.isdisjoint(content_words(claim.sentence.text))
