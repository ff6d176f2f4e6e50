"""Which language a text is in, or that it cannot be told."""

import math
import re
from typing import Any

from py3langid import langid

LANGID: Any = langid  # carries no types
SAMPLE = 1500
LETTERS = re.compile(r"[^\W\d_]")
MIN_LETTERS = 12
SURE = 1.0
"""Lead of the best language over the next, in log-odds divided by the root of the number of bytes."""
SLIGHT = 0.2
"""Enough of a lead for English in Latin letters, when nothing else is nearer."""
NEAR = 2.0
"""Within this lead of the best one, English is still possible."""
COMMON = """
the of and to in is was for that on with as by at from it be are were has have had he she they his their its this not
but who which will would said says after before over under between into than an or if when while
"""
ENGLISH = frozenset(COMMON.split())
"""Words that English cannot do without; among the most frequent of any English count."""
PASSED_OVER = frozenset({"pcm", "zxx", "la", "eo", "vo", "ia", "ie", "io", "jbo", "sco", "ang", "lfn", "nov"})
"""Codes that no news is in, or that English headlines are mistaken for."""
WORD = re.compile(r"[A-Za-z']+")
LATIN = re.compile(r"[A-Za-z]")


def detect(text: str, *, declared: str | None = None) -> str:
    """ISO 639-1 code of the language of `text`; `und` when it is too short or too unclear to tell.

    A short text needs a clear lead, or English function words, or a declaration by the file that agrees with a near
    guess. Otherwise it is `und`: better unread than read in the wrong language.

    >>> detect("The former commandos were told that they would be paid in dollars.")
    'en'
    >>> detect("12.10.2022")
    'und'
    """
    sample = text[:SAMPLE]
    letters = len(LETTERS.findall(sample))
    if letters < MIN_LETTERS:
        return _by_words(sample) if letters else "und"
    scores = [(code, score) for code, score in LANGID.rank(sample) if code not in PASSED_OVER]
    best, top = scores[0]
    scale = math.sqrt(len(sample.encode("utf-8", "replace")) or 1)
    gaps = {code: float(top - score) / scale for code, score in scores[:12]}
    if float(top - scores[1][1]) / scale >= SURE:
        return str(best) if best != "en" or _is_latin(sample, letters) else "und"
    if _is_latin(sample, letters) and gaps.get("en", NEAR + 1) <= NEAR:
        lead = float(top - scores[1][1]) / scale
        if _english_share(sample) >= 0.15 or (best == "en" and lead >= SLIGHT):
            return "en"
    if declared and gaps.get(declared, NEAR + 1) <= NEAR:
        return declared
    return str(best) if len(sample) > 400 else "und"


def _by_words(sample: str) -> str:
    return "en" if _english_share(sample) >= 0.3 else "und"


def _is_latin(sample: str, letters: int) -> bool:
    return len(LATIN.findall(sample)) >= 0.6 * letters


def _english_share(sample: str) -> float:
    words = WORD.findall(sample.lower())
    return sum(word in ENGLISH for word in words) / len(words) if words else 0.0
