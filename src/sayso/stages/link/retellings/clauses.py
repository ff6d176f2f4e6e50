"""Clauses of two documents that tell one thing in other words: what they share has to be rare in the source.

What a word weighs depends on the source alone, so that a document more or less in the ledger changes nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from sayso.model import Reading, Span
from sayso.stages.link.wording import content_words

CLAUSE = re.compile(
    r"[;:.!?\n“”\"()]+\s*|,\s|\s[–—-]\s|\s(?:and|but|while|whereas|which|who|although|though|because)\s"
)
SHORTEST = 8
"""Code points of a clause that are too few to tell anything."""
FREQUENT = ((2, 1.0), (4, 0.6))
"""What a word weighs that stands in so many sentences of the source at most."""
COMMON = 0.25
"""What any other one of the source weighs."""
NEW, LEAST = 1.0, 0.5
"""What a word that the source lacks weighs in the follower's clause, and what each word weighs there at least."""
NAMED = 1.3
"""Times a name or number weighs."""
ENOUGH = 2.4
"""What the shared words of two clauses that tell one thing have to weigh."""
PLAIN = 2
"""Words besides names and numbers among them at least."""
SHARE = 0.4
"""Share that they have of the follower's clause at least."""


def clauses_of(sentence: Span, ends: re.Pattern[str] = CLAUSE) -> Iterator[Span]:
    """The clauses of a sentence."""
    at = 0
    marks = [(match.start(), match.end()) for match in ends.finditer(sentence.text)]
    for end, after in (*marks, (len(sentence.text), len(sentence.text))):
        if end - at > SHORTEST:
            yield Span(start=sentence.start + at, end=sentence.start + end, text=sentence.text[at:end])
        at = after


def weights_of(reading: Reading) -> Mapping[str, float]:
    """What each word of the source weighs, by how many of its sentences have it."""
    often: dict[str, int] = {}
    for sentence in reading.sentences:
        for word in content_words(sentence.text):
            often[word] = often.get(word, 0) + 1
    return {word: next((w for most, w in FREQUENT if n <= most), COMMON) for word, n in often.items()}


def shared_weight(told: Iterable[str], words: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What the words weigh that a clause has in common with one of the source."""
    shared = words.keys() & set(told)
    return round(sum(weights[word] * (NAMED if words[word] > 1 else 1.0) for word in shared), 3)


def whole_weight(told: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What all words of a follower's clause weigh."""
    return sum(max(weights.get(word, NEW), LEAST) * (NAMED if weight > 1 else 1.0) for word, weight in told.items())
