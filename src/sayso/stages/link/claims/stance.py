"""Whether a headline and an article take opposite sides on a report: one tells it, the other rebuts it.

A side is told by verdicts ("hoax", "the report is false", "turned out to be"), by denials in the lead, and by negated
sentences about what the headline says; own lists. Two texts laid
beside each other must already be on one claim (`likeness.py`). Numbers and mistakes: docs/method/stance.md.
"""

import re
from collections.abc import Mapping
from typing import Literal

from sayso.stages.link.wording import content_words, stem

Side = Literal["tells", "rebuts", "open"]
"""It is so; it is not so; it may be so, or others say so."""

LEAD = 4
"""Sentences of an article from its start that tell its side."""
FIRST = 2
"""Sentences from the start in which a denial by a party counts: further down it is the other side's word."""
REPORT = (
    r"(?:report|claim|stor(?:y|ie)|rumou?r|allegation|accusation|news|article|post|photo|picture|image|video|clip|quote"
    r"|letter|tweet|site|website|headline|account|statement|suggestion|speculation|theor(?:y|ie))s?"
)
"""Words for what somebody tells or shows."""
UNTRUE = (
    r"(?:false|fake|faked|untrue|bogus|a\s+(?:hoax|lie|myth|prank|fake|fabrication)|hoaxe?s?|lies|myths?|satir\w+|fiction\w*"
    r"|fabricated|invented|made[- ]up|photoshopped|doctored|staged|incorrect|inaccurate|misleading|baseless|unfounded"
    r"|groundless|erroneous|wrong|nonsense|mistaken|not\s+(?:true|real|so|the\s+case|accurate|correct)|old|dated)"
)
BE = r"(?:is|are|was|were|be|been|being|['’]s|['’]re|seems?|appears?|prove[sdn]?|turn(?:s|ed)\s+out|turned)"
BE_AFTER = r"(?:\s+(?:is|are|was|were|seems?|proved|turns?\s+out|turned\s+out)(?:\s+to\s+be)?|['’]s|['’]re)"
UNTRUE_REPORT = r"(?:false|fake|untrue|bogus|a\s+(?:hoax|lie|myth|prank|fabrication)|hoaxes|satire|fabricated|photoshopped|not\s+(?:true|real|so))"  # noqa: E501
VERDICT = re.compile(
    rf"""\b(?:
    hoax(?:es|ed)? | debunk\w* | disprov\w+ | discredit\w* | satir(?:e|ical) | photoshopp?\w*
    | fabricat\w+ | made[- ]up
    | pranks?(?:ters?|ed)? | misreport\w* | misquot\w* | retract(?:s|ed|ions?) | bogus | untrue | baseless | unfounded
    | groundless | (?:fell|falls?|fallen|falling)\s+for | duped | fooled | no\s+truth | never\s+happened
    | contrary\s+to\s+(?:\w+\s+){{0,2}}{REPORT} | (?:wrongly|mistakenly|falsely|erroneously|incorrectly)\s+\w+
    | alive\s+and\s+(?:well|kicking) | apologi[sz]\w+\s+for\s+(?:\w+\s+){{0,3}}(?:error|mistake|{REPORT})
    | no\s+such\s+(?:thing|plan|order|law|deal|offer|attack|incident|event)
    | (?:false|fake|faked|phony|fictional|fictitious)(?:ly)?\s+(?:\w+\s+)?{REPORT}
    | {REPORT}\s+(?:\w+\s+){{0,4}}?{BE}\s+(?:\w+ly\s+|to\s+be\s+|in\s+fact\s+|all\s+|just\s+|a\s+){{0,2}}{UNTRUE}
    | (?:it|this|that|they|which|these|those){BE_AFTER}\s+(?:\w+ly\s+|all\s+|just\s+|in\s+fact\s+){{0,2}}{UNTRUE_REPORT}
    | (?:greatly\s+|grossly\s+|wildly\s+)exaggerat\w+ | (?:internet|online|web)\s+rumou?rs?
    | not\s+(?:even\s+)?(?:remotely|exactly|quite|entirely|strictly)\s+(?:true|accurate|so|what\s+happened)
    | (?:did|has|have|was|were)(?:\s+not|n['’]t)\s+exactly | kind\s+of\s+true | despite\s+what\s+you
    | (?:totally|completely|entirely|clearly|obviously)\s+(?:fake|false|untrue|bogus|made[- ]up)
    | (?:people|everyone|everybody|media|internet|readers|users)\s+(?:\w+ly\s+)?(?:believed?|thinks?|fell|bought)
    | {BE}(?:n['’]t|\s+not|\s+never)\s+(?:actually\s+|even\s+|really\s+)?(?:true|real|the\s+case|accurate|correct)
    | turn(?:s|ed)?\s+out\s+(?:\w+\s+){{0,4}}?(?:{UNTRUE}|not)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a writer says of a report that does not hold."""
DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refut\w+|rebut\w*|disput(?:es|ed|ing)|contradict\w*"
    r"|(?:dismiss|reject)(?:es|ed|ing)?\s+(?:\w+\s+){0,3}?(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|story))\b"
    r"|\bno\s+(?:evidence|proof|sign|indication)\b|\bcast\w*\s+doubt\b",
    re.IGNORECASE,
)
"""What a party says against a report."""
NO_DENIAL = re.compile(
    r"\b(?:confirm\w*\s+(?:or|nor)\s+den\w+|den\w+\s+(?:or|nor)\s+confirm\w*|not\s+den(?:y|ied)|cannot\s+deny"
    r"|den(?:y|ies|ied)\s+(?:\w+\s+)?(?:entry|access|visas?|bail|bond|service|treatment|parole|asylum|permission))\b",
    re.IGNORECASE,
)
NEGATION = re.compile(
    r"\b(?:not|never|no\s+longer|(?:is|did|does|has|have|wo|was|were|are|do|ca|would|could|had)n[’']?t|cannot)\b",
    re.IGNORECASE,
)
NO_NEGATION = re.compile(
    r"\b(?:not\s+(?:only|just|to|yet|all|every\w*|clear|known|immediately|disclosed|say|said)|why\s+not|whether\s+or\s+not"
    r"|(?:i|you|we|they)\s+(?:do|did|ca|have|wo)n[’']?t|(?:^|[,;:]\s*)(?:do|please\s+do)n[’']?t|ca[’']?n[’']?t\s+wait)\b"
    r"|\bso\s+(?:that\s+)?(?:\w+\s+){1,3}?(?:wo|would|do|does|did|can|could)n[’']?t\b",
    re.IGNORECASE,
)
"""Negation that says nothing of the report: orders, asides, what is not known, what something is done to prevent."""
ANSWER = re.compile(
    r"^\W*(?:no|nope|sorry)\b\s*[,:.!–—-](?!\s*(?:this|that|it)(?:\s+is|[’']s)\s+not\s+a\s+(?:joke|prank|hoax))"
    r"|[?]\s*(?:no|nope|not\s+(?:so|really|quite))\b|\bstop\s+(?:shar|believ|spread)",
    re.IGNORECASE,
)
"""A headline or lead that answers: "No, the dam did not burst", "Dam burst? Not so"; not "No, this is not a joke"."""
DOUBTS = re.compile(
    r"\b(?:report(?:s|ed|edly)?|rumou?r\w*|claims?|claimed|unconfirmed|may|might|could|alleged(?:ly)?|apparent(?:ly)?"
    r"|said\s+to|supposedly|purported(?:ly)?|says|expected|possibl[ey])\b|\?",
    re.IGNORECASE,
)
"""A headline that leaves it open says nothing against an article that rebuts."""
MARKS = re.compile(r"[\"“”‘*_]|(?<!\w)['’]|['’](?!\w)")
"""Marks of quotation: "the story is 'not true'"."""
SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
SUBORDINATE = re.compile(r"\b(?:which|who|although|though|while|despite|even\s+as|whom)\b", re.IGNORECASE)


def side_of_headline(headline: str) -> Side:
    """Which side a headline takes on what it is about.

    >>> [side_of_headline(h) for h in ("Ministry denies camp was closed", "Camp closed", "Camp reportedly closed")]
    ['rebuts', 'tells', 'open']
    """
    bare = MARKS.sub("", headline)
    plain = NO_NEGATION.sub(" ", NO_DENIAL.sub(" ", bare))
    if any(words.search(plain) for words in (VERDICT, DENIES, NEGATION, NAMED)) or ANSWER.search(bare):
        return "rebuts"
    return "open" if DOUBTS.search(bare) else "tells"


NAMED = re.compile(r"\b(?:hoax|fake|false|myth|wrong|lie)\b", re.IGNORECASE)
"""One such word tells the side of a headline, which is short."""


def article_rebuts(text: str, headline: str = "", sentences: int = LEAD) -> bool:
    """Whether an article says that what a headline is about does not hold.

    A verdict counts wherever it stands, if it is on the topic; a denial in the first sentences; a negation where what
    is negated is in the headline.
    """
    parts = [MARKS.sub("", sentence) for sentence in SENTENCE.split(text.strip()) if sentence.strip()]
    topic = content_words(headline)
    for number, sentence in enumerate(parts):
        if VERDICT.search(sentence) and (number < sentences or _is_on(sentence, topic)):
            return True
        if number < FIRST and (_denies(sentence) or ANSWER.search(sentence)):
            return True
        if number < sentences and _negates(sentence, topic):
            return True
    return False


def _denies(sentence: str) -> bool:
    """Whether a sentence tells a denial, and not beside something else ("the offer, which he denies, ...")."""
    found = DENIES.search(NO_DENIAL.sub(" ", sentence))
    return found is not None and SUBORDINATE.search(sentence[: found.start()]) is None


ON_TOPIC = 2
"""Words that a sentence shares with the headline, at least."""


def _is_on(sentence: str, topic: Mapping[str, float]) -> bool:
    return not topic or len(content_words(sentence).keys() & topic.keys()) >= ON_TOPIC


NEAR = 40
"""Code points behind a negation in which the headline's verb or noun stands."""


def _negates(sentence: str, topic: Mapping[str, float]) -> bool:
    """Whether a sentence negates what the headline says: a word of it, no name, stands just behind the negation."""
    if not _is_on(sentence, topic):
        return False
    for found in NEGATION.finditer(NO_NEGATION.sub(lambda m: " " * len(m.group()), sentence)):
        behind = re.split(r"[,;:]", sentence[found.end() : found.end() + NEAR])[0]
        if any(word.islower() and stem(word) in topic for word in re.findall(r"\w+", behind)):
            return True
    return False


def disagrees(headline: str, text: str, sentences: int = LEAD) -> bool:
    """Whether a headline contradicts an article on the same claim.

    >>> disagrees("Camp closed after fire", "The ministry denied that the camp was closed.")
    True
    """
    side = side_of_headline(headline)
    return side != "open" and (side == "rebuts") != article_rebuts(text, headline, sentences)
