"""Phrases that open a sentence and say on whose word the rest of it stands: `From what he hears, ...`, `By her account,
...`, `As they tell it, ...`. Features have these where agencies have `he said`. With a name ("by Ann Lee's count") they
tell of one figure more often than of a tale, and are left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model import Parsed
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.grammar import Range

RULE = "attribute.opener"
SURE = 0.9
"""Chance of these phrases, which say so outright."""
WHO, WHOM = r"(?P<who>he|she|they)", r"(?P<who>him|her|them)"
WHOSE = r"(?P<who>his|her|their) (?:own )?"
TELLING = r"(?:account|telling|reckoning|estimate|version|recollection|description|words|count|calculations?)"
OPENERS = tuple(
    re.compile(rf"(?P<cue>{pattern})(?:, |(?=:)|\s(?=[a-z]))")
    for pattern in (
        rf"(?:By|In|On|From) {WHOSE}{TELLING}(?: of (?:it|things|events|what happened))?",
        rf"(?:As|The way) {WHO} (?:tells?|told|recalls?|recalled|remembers?|remembered|describes?|described|recounts?"
        r"|recounted|explains?|explained|puts?|sees?|saw) (?:it|things|the story|events)",
        rf"From (?:what|all that|everything(?: that)?|what little) {WHO} (?:hears?|heard|knows?|knew|gathers?|gathered"
        r"|understands?|understood|(?:has|have|had) (?:heard|gathered|been told|learn(?:ed|t)|seen)"
        r"|(?:was|were|is|are) told)",
        rf"To hear {WHOM} tell (?:it|the story)",
        rf"(?:As|So) far as {WHO} (?:knows?|knew|can tell|could tell|can say|is aware|was aware)",
    )
)
"""`who` is whose word it is. A comma, a colon or the clause itself follows."""
LEADING = re.compile(r"[“\"'‘]?(?:(?:And|But|Yet|Still|So|Now),? )?", re.IGNORECASE)
"""What may stand before such a phrase at the beginning of a sentence."""
OWN_ACCOUNT = re.compile(rf"(?:his|her|their) (?:own )?{TELLING}$", re.IGNORECASE)
"""A source that is somebody's telling: "according to his account" is on his word."""


def with_openers(parsed: Parsed, found: Sequence[Candidate]) -> list[Candidate]:
    """Attributions with those that sentences open with, in the place of what was made of the phrase itself ("he tells
    it"); and with the teller as source where that was his telling: "according to his account"."""
    text = parsed.document.text
    more = list(_opened(parsed, found))
    phrases = [candidate.cue[0] for candidate in more]
    left = [c for c in found if not any(s < end and at < e for s, e in c.cue for at, end in phrases)]
    return [_of_teller(text, candidate) for candidate in (*left, *more)]


def _opened(parsed: Parsed, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """None where somebody else's word is told around the same phrase."""
    text = parsed.document.text
    for sentence in parsed.sentences:
        match = _opener(text[sentence.start : sentence.end])
        if match is None:
            continue
        cue = (sentence.start + match.start("cue"), sentence.start + match.end("cue"))
        content = (sentence.start + match.end(), _end(text, sentence.start + match.end(), sentence.end))
        if content[1] - content[0] < SHORTEST or any(_tells(c, cue, content) for c in found):
            continue
        who = (sentence.start + match.start("who"), sentence.start + match.end("who"))
        yield Candidate(
            source=(who,), cue=(cue,), content=(content,), rule=RULE, word=match.group("cue").lower(), confidence=SURE,
            looked_at="the phrase that opens the sentence",
        )  # fmt: skip


SHORTEST = 15
"""Code points of what is told, at least."""


def _opener(sentence: str) -> re.Match[str] | None:
    leading = LEADING.match(sentence)
    start = leading.end() if leading else 0
    capital = f"{sentence[:start]}{sentence[start : start + 1].upper()}{sentence[start + 1 :]}"
    return next((match for pattern in OPENERS if (match := pattern.match(capital, start))), None)


def _end(text: str, start: int, end: int) -> int:
    """Where what is told ends: with the sentence, without its full stop."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".!?”\"’'"):
        end -= 1
    return end


def _tells(candidate: Candidate, cue: Range, content: Range) -> bool:
    """Whether an attribution that is told in what follows takes in the phrase: "So far as she knows, Ann Lee said"."""
    inside = any(content[0] <= start < content[1] for start, _ in candidate.cue)
    return inside and any(start <= cue[0] < end for start, end in candidate.content)


def _of_teller(text: str, candidate: Candidate) -> Candidate:
    if len(candidate.source) != 1:
        return candidate
    start, end = candidate.source[0]
    if OWN_ACCOUNT.match(text[start:end]) is None:
        return candidate
    return replace(candidate, source=((start, start + len(text[start:end].split()[0])),))
