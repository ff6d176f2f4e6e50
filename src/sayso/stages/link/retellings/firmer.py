"""What a retelling says firmly though the source leaves it open or has it only planned: "plans to send 300 men" that
became "has sent 300 men".

The verb behind the words of doubt has to stand in both sentences, firmly in the second one; and the source has to say
it firmly nowhere.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sayso.model import Change, Reading, Span
from sayso.model.relation import What
from sayso.stages.link.retellings.guards import DOUBT, OPEN
from sayso.stages.link.retellings.otherwise import told_otherwise
from sayso.stages.link.retellings.rivals import voices_of
from sayso.stages.link.wording import content_words, likeness, stem
from sayso.stages.link.wordlists import NEGATIONS, STOPWORDS, listed

ALIKE = 0.3
"""Lowest likeness of two sentences of which one is firm."""
SHARED = 3
"""Words that the two have in common, the verb with them."""
BEHIND = 4
"""Words behind a word of doubt among which its verb is looked for."""
NO_VERB = listed("seem seems unclear potential potentially fear fears feared alleged suspected presumed")
"""Words of doubt behind which an adjective or a noun stands as often as a verb."""
KEPT = 5_000
"""Sentences of which is kept what they say firmly: one document is followed by several."""
AUXILIARY = listed("open willing be been being have has had also already soon well now then to not")


def firmer(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document says firmly of which the one that it follows does not."""
    return tuple({(c.now.start, c.now.end): c for c in _found(parent, child)}.values())


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    doubted = list(_doubted(parent))
    if not doubted:
        return
    firm = [(s, content_words(s.text), _stems(s.text)) for s in child.sentences if is_firm(s.text)]
    for was, doubt, verb in doubted:
        words = content_words(was.text)
        ranked = [
            (likeness(words, told), -s.start, s, stems[verb])
            for s, told, stems in firm
            if verb in stems and len(words.keys() & told.keys()) >= SHARED
        ]
        if ranked and max(ranked, key=lambda each: each[:2])[0] >= ALIKE:
            _, _, sentence, at = max(ranked, key=lambda each: each[:2])
            if doubt.group().endswith("ly") and voices_of(child, _word(sentence, at), outlets=True):
                continue  # "allegedly" for "the police say"
            yield _change(parent, child, _upto(was, doubt), _word(sentence, at), doubt.group())


def _doubted(reading: Reading) -> Iterator[tuple[Span, re.Match[str], str]]:
    """A document's words of doubt with their sentences and the stems of their verbs, which it says firmly nowhere."""
    doubted = [
        (sentence, doubt, verb)
        for sentence in reading.sentences
        for doubt in (*DOUBT.finditer(sentence.text), *PROMISED.finditer(sentence.text))
        if (verb := _verb(sentence.text[doubt.end() :])) is not None
        and doubt.group() not in NO_VERB
        and not _is_ability(sentence, doubt)
    ]
    surely = [_stems(s.text).keys() if is_firm(s.text) else _done(s) for s in reading.sentences] if doubted else []
    return (each for each in doubted if not any(each[2] in stems for stems in surely))


PROMISED = re.compile(
    r"\b(?:agree[ds]|promise[ds]|pledge[ds]|vow(?:s|ed)|undertook|decided|ordered|threatened|offered) to\b"
)
"""Words behind which something is still to be done."""
DONE = re.compile(r"\b(?:has|have|had|was|were)\s+(?:already\s+|now\s+|also\s+)?(?:been\s+)?([a-z]{3,})")


def _done(sentence: Span) -> frozenset[str]:
    """Stems of verbs that a sentence says of something done, though it leaves something else open."""
    return frozenset(
        same_verb(stem(match.group(1)))
        for match in DONE.finditer(sentence.text)
        if DOUBT.search(sentence.text[max(0, match.start() - NEAR) : match.end()]) is None
    )


NEAR = 25
"""Code points before such a verb within which no word of doubt stands."""


def _is_ability(sentence: Span, doubt: re.Match[str]) -> bool:
    """Whether a word tells what somebody is able or not able to do: "could not be reached", "so that she could"."""
    before, behind = sentence.text[max(0, doubt.start() - NEAR) : doubt.start()], sentence.text[doubt.end() :]
    return re.match(r"\W*not\b|n[’']t\b", behind) is not None or re.search(r"\bso\b", before) is not None


@lru_cache(maxsize=KEPT)
def is_firm(sentence: str) -> bool:
    """Whether a sentence leaves nothing open and denies nothing."""
    if NEGATIONS & set(re.findall(r"[a-z’']+", sentence.lower())):
        return False
    return DOUBT.search(sentence) is None and OPEN.search(sentence) is None


BEING = re.compile(r"\b(?:is|are|was|were|been|be|[Aa]m)\s+(?:\w+\s+){0,2}$|[’'](?:re|m)\s+$")
"""What stands before a form in -ing that is a verb: "is sending", not "the sending"."""


INFINITIVE = re.compile(r"\bto\s+(?:be\s+)?(?:\w+ly\s+)?$")
"""What stands before a verb that tells of no deed: "offered to send"."""


WITHIN = 80
"""Code points before a word within which what stands before it is looked for: a long sentence would be walked through
anew for each of its words."""


@lru_cache(maxsize=KEPT)
def _stems(sentence: str) -> Mapping[str, int]:
    """The stems of a sentence's words, each with where it begins in it; no infinitives, and of forms in
    -ing only verbs."""
    found = {}
    for match in re.finditer(r"[A-Za-z]{3,}", sentence):
        at = max(0, match.start() - WITHIN), match.start()
        if INFINITIVE.search(sentence, *at):
            continue
        if not match.group().endswith("ing") or BEING.search(sentence, *at):
            found[same_verb(stem(match.group().lower()))] = match.start()
    return found


def _verb(text: str) -> str | None:
    """The stem of the verb behind a word of doubt; None where none follows soon."""
    clause = re.split(r"[,;:.]", text, maxsplit=1)[0]
    for word in re.findall(r"[a-z]+", clause)[:BEHIND]:
        if word not in AUXILIARY and word not in STOPWORDS and not word.endswith("ly"):
            return same_verb(stem(word))
    return None


DEATH = frozenset(
    stem(word) for word in ("die", "died", "dies", "dead", "dying", "killed", "kills", "killing", "death")
)


def same_verb(word: str) -> str:
    """The stem that stands for a stem and those that mean the same: who "may have died" and "was killed"."""
    return "die" if word in DEATH else word


def _upto(sentence: Span, doubt: re.Match[str]) -> Span:
    """From the word of doubt to the end of its clause."""
    rest = re.split(r"[,;:.]", sentence.text[doubt.end() :], maxsplit=1)[0]
    text = sentence.text[doubt.start() : doubt.end() + len(rest)]
    return Span(start=sentence.start + doubt.start(), end=sentence.start + doubt.start() + len(text), text=text)


def _word(sentence: Span, at: int) -> Span:
    """From the clause's beginning to the verb, which says it firmly."""
    before = re.split(r"[,;:.]\s*", sentence.text[:at])[-1]
    verb = re.match(r"[A-Za-z]+", sentence.text[at:])
    text = before + (verb.group() if verb else "")
    start = sentence.start + at - len(before)
    return Span(start=start, end=start + len(text), text=text)


def _change(parent: Reading, child: Reading, was: Span, now: Span, doubt: str) -> Change:
    what: What = "act" if PROMISED.fullmatch(doubt) else "hedge"
    return told_otherwise("firmer", parent, child, was, now, what, f"“{doubt}” is gone")
