"""Clauses that a text leaves open: what is planned, asked for or promised, and what somebody guesses.

Each begins at a word of wish or doubt and goes on to the end of its clause.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sayso.model import Span
from sayso.model._record import record
from sayso.stages.link.retellings.sides import NUMBERS
from sayso.stages.link.wording import content_words, stem
from sayso.stages.link.wordlists import MONTHS, PERSONS


def _before(words: str) -> str:
    """A pattern for a place that none of some words stands right before."""
    return "".join(rf"(?<!\b{word} )" for word in words.split())


WISHED = re.compile(
    _before("the an a their his her its of with by no")  # "with promises of money"
    + r"\b(?:plan(?:s|ned|ning)?(?: for)?(?= (?:an?|the|its|his|her|their|new|more|to)\b)|propos(?:es?|ed|ing)"
    r"|recommend(?:s|ed|ing)?|request(?:s|ed|ing)?|demand(?:s|ed|ing)?|urg(?:es?|ed|ing)|want(?:s|ed)?"
    r"|(?:ask|appeal|push|press|call)(?:s|es|ed|ing)? (?:\w+ )?(?:for|that|to)|appl(?:y|ies|ied) (?:for|to)"
    r"|lobb(?:ies|ied) (?:for|to)|wish(?:es|ed)?|seek(?:s|ing)?|sought|consider(?:s|ing|ed)?|discuss(?:es|ing|ed)?"
    r"|debat(?:es|ing|ed)|weigh(?:s|ing|ed)?|draft(?:s|ing|ed)?|mull(?:s|ing|ed)?"
    r"|agree[ds]? (?:in principle )?(?:to|on)|(?:promise|pledge)[ds]?|vow(?:s|ed)?|offer(?:s|ed)? to"
    r"|threaten(?:s|ed)? (?:to|with)|hop(?:es?|ed|ing) (?:for|to|that)|intend(?:s|ed|ing)?|aim(?:s|ed|ing)? (?:to|for)"
    r"|(?:is|are|was|were) (?:ready|due) to|(?:is|are) to(?= (?!be\b)[a-z]+)|(?:will|would|[’']ll)(?! not))\b"
)
"""Words behind which something is wished, asked for, promised or still to come."""
COMING = frozenset(("will", "would", "'ll", "’ll", "is to", "are to"))
"""Those of them that tell of what is to come, whoever wants it."""
SOMEBODY = r"(?:I|he|she|they|we|who|some|others)"
GUESSED = re.compile(
    r"\b(?:may|might|could(?= (?:be|have|well|soon|also)\b)|[Pp]erhaps|[Mm]aybe|[Pp](?:ossi|roba|resuma)bly"
    rf"|[Aa]pparently|(?:appear|seem)(?:s|ed)?|rumou?rs?|(?<!\bwhat )(?<!\bthat )(?<!\bwhich ){SOMEBODY} "
    r"(?:th(?:ink|inks|ought)|believe[ds]?|suppose[ds]?|guess(?:ed)?|assume[ds]?"
    r"|suspect(?:s|ed)?)"
    r"|took (?:him|her|them) for|(?:had|have|has|was|were) (?:been )?told that|not (?:sure|certain)"
    r"|(?:can ?not|could not|can[’']t|couldn[’']t) (?:say|tell)|(?:do(?:es)? not|don[’']t|doesn[’']t) know"
    r"|(?:is|are|was|were) (?:believed|thought|rumou?red|suspected|presumed))\b"
)
"""Words behind which something is somebody's guess or hearsay; no "reportedly", for which others name the report."""
CLAUSE_END = re.compile(
    r"[;:.!?](?!\S)|[—“\n]|,? (?:but|which|who|because|although|though|while|said|says|according)\b"
    r"|,? and (?:\w+ )?(?:has|have|had|is|are|was|were)\b|,[”\"]"
)
"""What ends the words that are open."""
GUESS_END = re.compile(rf",(?!\d)|{CLAUSE_END.pattern}")
"""The same for a guess, and for what is to come."""
MOST_WORDS = 16
"""Words behind a word of wish or doubt that are taken for what is left open."""


UNTELLING = NUMBERS | frozenset(map(stem, (*PERSONS, "people", "men", "women", "several")))
"""Stems that say little of what is left open: whoever it is, and numbers, which have rules of their own."""

DATES = frozenset(map(stem, MONTHS))
"""Stems that say little of a guess."""


@record
class Open:
    """A clause that is left open."""

    span: Span
    sentence: Span
    word: str
    """The word of wish or doubt."""
    wished: bool
    words: Mapping[str, float]
    """Content words behind it, with weights; of what is to come, also of whom or what."""


def open_clauses(sentence: Span) -> Iterator[Open]:
    """What a sentence leaves open, in text order."""
    for start, end, word, wished, words in _parts(sentence.text):
        text = sentence.text[start:end]
        span = Span(start=sentence.start + start, end=sentence.start + end, text=text)
        yield Open(span=span, sentence=sentence, word=word, wished=wished, words=words)


KEPT = 20_000
"""Sentences of which is kept what they leave open: one document is followed by several."""
Part = tuple[int, int, str, bool, Mapping[str, float]]


@lru_cache(maxsize=KEPT)
def _parts(sentence: str) -> tuple[Part, ...]:
    """For each clause that is left open where it begins and ends, its word, whether it is wished, and its words."""
    last = 0
    parts: list[Part] = []
    found = [(m, True) for m in WISHED.finditer(sentence)] + [(m, False) for m in GUESSED.finditer(sentence)]
    for match, wished in sorted(found, key=lambda each: each[0].start()):
        if match.start() < last:
            continue
        rest = sentence[match.end() :]
        ends = CLAUSE_END if wished and match.group() not in COMING else GUESS_END
        stop = ends.search(rest)
        words = list(re.finditer(r"\S+", rest[: stop.start()] if stop else rest))[:MOST_WORDS]
        if not words:
            continue
        last = match.end() + words[-1].end()
        whole = content_words(sentence)
        behind = content_words(_subject(sentence[: match.start()], match) + rest[: words[-1].end()])
        dull = UNTELLING if wished else UNTELLING | DATES
        told = {w: n for w, n in behind.items() if w in whole and w not in dull and not w.isdigit()}
        if told:
            parts.append((match.start(), last, match.group(), wished, told))
    return tuple(parts)


SUBJECT = 4
"""Words before a word of what is to come that tell of whom or what."""


def _subject(before: str, match: re.Match[str]) -> str:
    """Who or what will do something: "a second group is to fly"."""
    if match.group() not in COMING:
        return ""
    return " ".join(re.split(r"[,;:.]\s", before)[-1].split()[-SUBJECT:]) + " "


@lru_cache(maxsize=KEPT)
def without_open(sentence: str, *, wished: bool) -> str:
    """A sentence without what it leaves open; `wished`: also without what is only wished for."""
    left = sentence
    for start, end, _, is_wished, _ in _parts(sentence):
        left = left.replace(sentence[start:end], " ") if wished or not is_wished else left
    return left
