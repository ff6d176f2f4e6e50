"""Whether a headline and an article take opposite sides on a report: one tells it, the other rebuts it.

By words of rebuttal ("denies", "hoax", "not true") in the headline and in the lead of the article; own list. It does
not know *what* is rebutted: two texts laid beside each other must already be on one claim (`likeness.py`). Numbers and
mistakes: docs/method/stance.md.
"""

import re

LEAD = 4
"""Sentences of an article from its start that tell its side; chosen on the open half of `fnc`."""
REBUTS = re.compile(
    r"""\b(?:
    den(?:y|ies|ied|ying|ials?) | hoax(?:es)? | fakes? | faked | false(?:ly)? | untrue | debunk\w* | refut\w* | rebut\w*
    | retract\w* | disput\w* | dismiss\w* | bogus | satir\w+ | pranks?\w* | myths? | fabricat\w+ | made[- ]up
    | mislead\w* | misreport\w* | incorrect\w* | inaccurate\w* | baseless | unfounded | groundless | wrongly
    | erroneous\w* | not\ true | no\ truth | no\ evidence | never\ happened | not\ real | falls?\ for | fell\ for
    | fool(?:s|ed) | duped | photoshop\w* | contradict\w* | lies? | nonsense | discredit\w* | mistaken(?:ly)?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that say of a report that it does not hold."""
NEGATES = re.compile(
    r"\b(?:not|never|no longer|(?:is|did|does|has|have|wo|was|were|are|do|ca)n[’']?t|cannot)\b|^no[, ]", re.IGNORECASE
)
"""Negation: in a headline it is nearly always of the report, in running text seldom."""
DOUBTS = re.compile(
    r"\b(?:report(?:s|ed|edly)?|rumou?r\w*|claims?|unconfirmed|may|might|could|alleged(?:ly)?)\b|\?", re.IGNORECASE
)
"""A headline that leaves it open says nothing against an article that rebuts."""
SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


def headline_rebuts(headline: str) -> bool:
    """Whether a headline says that something is not so.

    >>> [headline_rebuts(h) for h in ("Ministry denies camp was closed", "Camp closed", "No, the camp was not closed")]
    [True, False, True]
    """
    return bool(REBUTS.search(headline) or NEGATES.search(headline))


def article_rebuts(text: str, sentences: int = LEAD) -> bool:
    """Whether the first sentences of an article say of a report that it does not hold."""
    lead = [sentence for sentence in SENTENCE.split(text.strip()) if sentence][:sentences]
    return any(REBUTS.search(sentence) for sentence in lead)


def disagrees(headline: str, text: str, sentences: int = LEAD) -> bool:
    """Whether a headline contradicts an article on the same claim.

    >>> disagrees("Camp closed after fire", "The ministry denied that the camp was closed.")
    True
    """
    rebutted = article_rebuts(text, sentences)
    if rebutted and DOUBTS.search(headline):
        return False
    return rebutted != headline_rebuts(headline)
