"""Check a briefing's own sentences against ICD 203: no sentence states a likelihood and a confidence level together."""

import re

LIKELIHOOD = re.compile(
    r"\b(almost no chance|remote|(very |highly )?(unlikely|improbable|likely|probable)|roughly even (chance|odds)"
    r"|almost certain(ly)?|nearly certain|possible)\b",
    re.IGNORECASE,
)
CONFIDENCE = re.compile(r"\b(low|moderate|high)(-| )confidence\b|\bconfidence\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”")
SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]?")


def mixed(text: str) -> list[str]:
    """Sentences that put a likelihood and a confidence level together; quoted words are not ours and do not count.

    Source: ICD 203, Analytic Standards (2015), D.6.e.(2)(a).

    >>> mixed("It is likely, and we say so with high confidence. It is likely.")
    ['It is likely, and we say so with high confidence.']
    """
    own = QUOTED.sub("“”", text)
    found = (match.group().strip() for match in SENTENCE.finditer(own))
    return [sentence for sentence in found if LIKELIHOOD.search(sentence) and CONFIDENCE.search(sentence)]
