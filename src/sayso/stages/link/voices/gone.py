"""Whose word it is what the dead and the far away have told: that of the relative whom they told."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.lexicon.folding import fold
from sayso.model import Claim, Document, Link, Span
from sayso.stages.link.voices.apart import is_private
from sayso.stages.link.voices.making import named_teller, unknown_teller
from sayso.stages.link.voices.speaking import is_heard
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wording import is_edge

DIED = r"(?:is|was|lies) (?:now )?dead|(?:was|were|had been|has been) killed|(?:has |had )?died|fell (?:at|near|in)"
LEFT = r"death|killing|funeral|body|remains|coffin|grave|burial|widow"

HEARER = re.compile(
    r"\b(?:[Hh]e|[Ss]he) (?:\w+ )?(?:told|wrote to|rang|called|phoned|texted|messaged) "
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b"
)
"""To whom he said it: "he told Ned that they had been handed over"."""
NEAR = 400
"""Code points before his words in which that stands."""


def told_by_kin(teller: Teller, named: Sequence[Teller], document: Document) -> Teller:
    """A named person whom an article tells to be dead, as the relative who speaks there: of several the one who is
    told to be his, else whom he told by name; nobody whose word it could be where there is none. Others as they are."""
    if teller.kind != "person" or teller.office or not is_dead(teller.name or "", document.text):
        return teller
    kin = {t.id: t for t in named if (t.sort == "kin" or t.told.of) and t.id != teller.id}
    own = {id_: t for id_, t in kin.items() if any(each in fold(teller.name or "") for each in t.told.of)}
    fits = own or kin
    if len(fits) == 1:
        return next(iter(fits.values()))
    start = teller.span.start if teller.span else 0
    if (heard := HEARER.search(document.text, max(0, start - NEAR), start)) is not None:
        span = Span(start=heard.start(1), end=heard.end(1), text=heard.group(1))
        return named_teller(Link(name=span.text, kind="named_person", span=span), None, document, teller.via)
    return unknown_teller(document, f"“{teller.name}”: is dead, and nobody tells to whom he said it")


@lru_cache(maxsize=20_000)
def is_dead(name: str, text: str) -> bool:
    """Whether a text tells that a named person is dead.

    >>> is_dead("Ned Roe", "His brother, Ned Roe, 24, who is dead, wrote to him.")
    True
    >>> is_dead("Ann Roe", "Ann Roe said that her son was killed."), is_dead("Ann Roe", "The Ann Roe Prize died.")
    (False, False)
    """
    start = text.find(name) if name else -1
    while start >= 0:  # no pattern of the name itself: making one takes longer than all of this
        end = start + len(name)
        if is_edge(text, start) and (IS_DEAD.match(text, end) or WHOSE.match(text, end)):
            return True
        if is_edge(text, end) and OF_WHOM.search(text[max(0, start - WHAT) : start]):
            return True
        start = text.find(name, start + 1)
    return False


IS_DEAD = re.compile(rf"(?:,? \(?\d{{2}}\)?)?(?:, [^,.;:\n]{{1,60}},|,)? (?:who )?(?:{DIED})\b")
WHOSE = re.compile(rf"['’]s (?:{LEFT})\b")
OF_WHOM = re.compile(rf"\b(?:{LEFT}) of \Z")
WHAT = 30
"""Code points before a name in which "the funeral of" stands: longer than any of these words."""


TOLD_HER = re.compile(
    r"(?:^|[.;“\"] ?)(?:He|She|[A-Z][\w’'-]+) (?:\w+ )?told (?:her|him) that\b"
    r"|, (?:he|she|the \w+|[A-Z][\w’'-]+) (?:\w+ )?told (?:her|him)\b"
)
"""How a sentence gives what somebody told the one on whose word the article has it: "..., the caller told her"."""


def told_to_her(teller: Teller, claim: Claim, named: Sequence[Teller], document: Document) -> Teller:
    """The one private person who is heard in an article, where a sentence gives what somebody told her; the voice
    itself for all others, and where two may be meant."""
    if TOLD_HER.search(claim.sentence.text) is None:
        return teller
    heard = {
        t.id: t
        for t in named
        if t.kind == "person" and (is_private(t) or t.sort == "kin") and is_heard(t.name or "", document.text)
    }
    return next(iter(heard.values())) if len(heard) == 1 else teller
