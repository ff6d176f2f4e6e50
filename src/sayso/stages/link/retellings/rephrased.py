"""What a retelling made of a phrase that no claim holds: what an amount is per, what a share is of, and whether a thing
may have happened or has.

Each phrase is found by its own words in both texts. It is held against the source's only where the two sentences are
about the same thing: they share enough words, or the phrase's verb or number is met once in the source.
"""

import re
from collections.abc import Iterator

from sayso.model import Change, Money, Quantity, Reading, Span
from sayso.stages.link.retellings.otherwise import END, NAME, found_in, likeness_of, told_otherwise
from sayso.stages.link.wording import content_words
from sayso.stages.link.wordlists import listed

SHARE_ALIKE = 0.05
"""Lowest likeness of two sentences that give a share of something."""
PER = re.compile(
    r"(?:\W+[\w’'-]+){0,4}?\W+(?:an?|per|each|every)\s+(day|week|month|year|head|man|person|recruit|family)\b"
    r"|(?:\W+[\w’'-]+){0,2}?\W+(daily|weekly|monthly|yearly|annually)\b"
)
"""What stands behind a number and says what it is per, within a few words."""
ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
HEADS = listed("head man person recruit")
IN_ALL = re.compile(r"\b(?:since|in all|in total|altogether|so far|overall|over the|within|between)\b")
"""Words that tell that a number is of a whole time."""
AMOUNT = 100
"""Numbers below this are not held against each other by what they are per."""
SHARE = re.compile(
    r"\b((?:an?|one|two|three)[ -](?:half|third|quarter|fifth|tenth)s?|half|\d{1,2}(?:\.\d)? ?(?:%|per ?cent)"
    r"|one in \w+)"
    r"\s+of\s+"
    rf"({NAME}){END}",
    re.IGNORECASE,
)
VERB = r"([a-z]{2,}(?:ed|en|wn|nt|lt|ught|ied))"
MODAL = re.compile(
    rf"\b(may|might|could)\s+(?:well\s+|already\s+|also\s+)?(?:have\s+(?:been\s+)?|be\s+){VERB}\b"
    r"|\b(?:is|are|was|were)\s+(?:\w+\s+)?(believed|thought|presumed|feared|alleged|suspected|understood|said)\s+to\s+"
    rf"have\s+(?:been\s+)?{VERB}\b"
    rf"|\b(reportedly|allegedly|possibly|perhaps|probably|apparently)\s+(?:been\s+)?{VERB}\b"
)
"""A thing that may have happened."""
FIRMLY = r"\b(?:has|have|had|was|were|is|are)\s+(?:\w+ly\s+|already\s+|also\s+|now\s+)?(?:been\s+)?{verb}\b"
SOFT = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|allegedly|reportedly|probably|presumed|feared|believed|suspected|likely"
    r"|apparently|said to|whether|if|unclear|would)\b"
)
VERB_ALIKE = 0.15
"""Lowest likeness of two sentences of one verb of which one hedges."""


def rephrased(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document made of phrases of the one that it follows."""
    found = [*_per(parent, child), *_shares(parent, child), *_modals(parent, child)]
    return tuple({(c.now.start, c.now.end, c.what): c for c in found}.values())


def _per(parent: Reading, child: Reading) -> Iterator[Change]:
    """A number that is per something else than in the source, or is per something though the source gives it in all."""
    before = list(_numbers(parent))
    for value, now, period in _numbers(child):
        same = [(span, told) for number, span, told in before if number == value]
        if period is None or not same or any(told == period or {told, period} <= HEADS for _, told in same):
            continue
        was = next((each for each in same if each[1] is not None), same[0])
        whole = next((s for s in parent.sentences if s.covers(was[0])), None)
        if was[1] is None and (whole is None or IN_ALL.search(whole.text) is None):
            continue
        detail = f"“{was[0].text}” is per {was[1] or 'no period'}, “{now.text}” per {period}"
        yield told_otherwise("rephrased", parent, child, was[0], now, "figure", detail)


def _numbers(reading: Reading) -> Iterator[tuple[float, Span, str | None]]:
    """Value, words, and what it is per, of each larger number: also of those that were not read as amounts."""
    text = reading.document.text
    seen: set[int] = set()
    amounts: list[Quantity | Money] = [*reading.mentions.quantities, *reading.mentions.money]
    for amount in amounts:
        top = amount.high if amount.high is not None else amount.low
        if top is not None and top >= AMOUNT:
            seen.update(range(amount.span.start, amount.span.end))
            yield _number(text, top, amount.span)
    for match in PLAIN_NUMBER.finditer(text):
        value = float(match.group().replace(",", ""))
        if match.start() not in seen and value >= AMOUNT and not ("," not in match.group() and 1900 <= value <= 2100):
            yield _number(text, value, Span(start=match.start(), end=match.end(), text=match.group()))


PLAIN_NUMBER = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:,\d{3})+|\d{3,9})(?![\w.,/]?\d)")


def _number(text: str, value: float, words: Span) -> tuple[float, Span, str | None]:
    """A number with what it is per, where the words in it or behind it say so."""
    stop = re.compile(r"[.;:()\n]").search(text, words.end)
    inside = PER.search(words.text)
    found = inside or PER.match(text, words.end, min(stop.start() if stop else len(text), words.end + 50))
    told = (found.group(1) or found.group(2)) if found else None
    last = words.end if inside or found is None else found.end()
    return value, Span(start=words.start, end=last, text=text[words.start : last]), ADVERBS.get(told or "", told)


def _shares(parent: Reading, child: Reading) -> Iterator[Change]:
    """A share of another whole: "a third of those asked" that became "a third of the men at the front"."""
    before = [
        (m.group(1).lower(), found_in(s, m, 2), s)
        for s in parent.sentences
        for m in SHARE.finditer(s.text)
        if not any(ch.isdigit() for ch in m.group(2))
    ]
    for sentence in child.sentences:
        for match in SHARE.finditer(sentence.text):
            same = [
                whole
                for share, whole, where in before
                if share == match.group(1).lower() and likeness_of(where, sentence) >= SHARE_ALIKE
            ]
            words = set(content_words(match.group(2)))
            numbered = any(ch.isdigit() for ch in match.group(2))
            if len(same) == 1 and words and not numbered and not words & set(content_words(same[0].text)):
                now = found_in(sentence, match, 2)
                yield told_otherwise(
                    "rephrased", parent, child, same[0], now, "object", f"of “{same[0].text}” became of “{now.text}”"
                )


def _modals(parent: Reading, child: Reading) -> Iterator[Change]:
    """ "May have been enlisted" that became "have been enlisted": one verb in two sentences that tell one thing."""
    for was in parent.sentences:
        for match in MODAL.finditer(was.text):
            doubt, verb = (found for found in match.groups() if found)
            firmly = re.compile(FIRMLY.format(verb=verb))
            told = [s for s in child.sentences if firmly.search(s.text) and SOFT.search(s.text) is None]
            hedged = any(verb in s.text and SOFT.search(s.text) for s in child.sentences)
            sure = any(s is not was and firmly.search(s.text) and SOFT.search(s.text) is None for s in parent.sentences)
            if hedged or sure or not told:
                continue
            alike, now = max(((likeness_of(was, s), s) for s in told), key=lambda each: (each[0], -each[1].start))
            if alike >= VERB_ALIKE:
                found = firmly.search(now.text)
                assert found is not None
                yield told_otherwise(
                    "rephrased",
                    parent,
                    child,
                    found_in(was, match, 0),
                    found_in(now, found, 0),
                    "hedge",
                    f"“{doubt}” is gone",
                )
