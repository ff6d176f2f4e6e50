"""Voices that add nothing to a count: who looks on from outside, who denies, papers of nobody."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, Protocol

from sayso.model import Document, Factuality
from sayso.stages.link.voices.bodies import same_body
from sayso.stages.link.voices.papers import is_named
from sayso.stages.link.voices.teller import Teller

ONLOOKER = re.compile(
    r"\b(?:analyst|expert|professor|prof|lecturer|historian|commentator|columnist|academic|scholar|sociologist|economist"
    r"|political scientist|essayist|playwright|fellow (?:at|with|of)|think[- ]tank"
    r"|researcher (?:at|with) (?:the )?[\w ]*(?:university|institut\w*|college|council|academy)"
    r"|who (?:follows|studies|researches|tracks|covers|writes about|comments on|teaches|lectures))\b",
    re.IGNORECASE,
)
"""Who judges what others found out."""
TELLING_PAPER = re.compile(
    r"\b(?:ministry|army|government|police|court|judgment|verdict|indictment|embassy|intelligence|authorities|prosecut\w+)\b",
    re.I,
)
"""Words of a paper that tell whose it is, though no name does."""
JUDGING = re.compile(
    r"\b(?:Institute|Centre|Center|Forum|Studies|Think ?Tank|Strategic|Strategy|Check|Verify|Fact\w*)\b"
)
"""Words in the name of an outlet that weighs what others report."""
VERDICT = re.compile(
    r"(?i)\bfact[- ]?check\b|\b(?:verdict|conclusion|rating|in short)\b\W{0,4}(?:false|true|misleading|fake)\b"
)


def _judges(document: Document) -> bool:
    """Whether a document is a note of an institute or a check of facts, which have what they weigh from others."""
    return bool(JUDGING.search(document.outlet or "")) or _has_verdict(document.text)


@lru_cache(maxsize=20_000)
def _has_verdict(text: str) -> bool:
    return VERDICT.search(text) is not None


FOOTNOTE = re.compile(r"(?<=[\w.,;:!?”\"’)])\[\d{1,3}\]")
FOOTNOTES = 3
"""Marks of footnotes from which on a text is a note that puts others' findings together."""


@lru_cache(maxsize=20_000)
def _has_footnotes(text: str) -> bool:
    return len(FOOTNOTE.findall(text)) >= FOOTNOTES


OPINION = re.compile(
    r"(?:^|\n)\W*(?:(?:opinion|op-ed|essay|comment(?:ary)?|column|viewpoint|perspective|editorial"
    r"|guest (?:essay|column|post))\W*(?:[|:–—\n]| by\b)|the (?:writer|author) is\b)",
    re.IGNORECASE,
)
"""A line near the top of a piece that says what its writer thinks."""
VIEWS = re.compile(
    r"\bviews (?:expressed )?(?:(?:here|above|in this \w+) )?"
    r"(?:are|is) (?:personal|his|hers?|their|the (?:writer|author)['’]s|those of)\b",
    re.IGNORECASE,
)
MY_VIEW = re.compile(r"\b(?:my own view|in my (?:own )?(?:view|opinion)|my view(?: is)?,)", re.IGNORECASE)
"""Words of somebody who writes what he thinks, outside quotation marks."""
IN_QUOTES = re.compile(r"[“\"][^“”\"\n]*[”\"]")
TOP = 300
"""Code points from the start in which such a line stands; as many from the end on for whose views they are."""


@lru_cache(maxsize=20_000)
def is_opinion(text: str) -> bool:
    """Whether a text is the opinion of who wrote it, by what it says of itself.

    >>> is_opinion("OPINION | Our boys\\n\\nBy Ann Lee"), is_opinion("Ann Lee, whose opinion is asked: No.")
    (True, False)
    """
    if MY_VIEW.search(text) and MY_VIEW.search(IN_QUOTES.sub(" ", text)):
        return True
    return OPINION.search(text, 0, TOP) is not None or VIEWS.search(text, max(0, len(text) - TOP)) is not None


def looks_on(teller: Teller, text: str) -> bool:
    """Whether a person judges from outside what others found out, by his role or the words beside his name."""
    name = teller.name or ""
    if ONLOOKER.search(teller.role) or ONLOOKER.match(name):
        return True
    return ONLOOKER.search(_beside(name, text)) is not None


@lru_cache(maxsize=20_000)
def _beside(name: str, text: str) -> str:
    """The words around the first place in a text where a name stands: ahead of it in its sentence, and sixty code
    points at most behind it from a comma on; empty where it stands nowhere.

    >>> _beside("Ann Lee", "Two spoke. The analyst Ann Lee (Oslo), who writes on ports, said no.")
    ' The analyst  , who writes on ports, said no'
    """
    at = text.find(name) if name else -1
    if at < 0:
        return ""
    start = AHEAD.search(text, max(0, at - ASIDE), at).start()  # type: ignore[union-attr]  # matches no words too
    while (again := text.find(name, at + 1, start + ASIDE + len(name))) >= 0 and BREAK.search(text, at, again) is None:
        at = again
    behind = BEHIND.match(text, at + len(name))
    return f"{text[start:at]} {(behind and behind.group(1)) or ''}"


ASIDE = 40
"""Code points ahead of a name in which it is told who that is."""
BREAK = re.compile(r"[.;\n]")
AHEAD = re.compile(r"[^.;\n]*\Z")
BEHIND = re.compile(r"(?:,? ?\([^)]*\))?(, [^.;“”\"\n]{0,60})?")


def why_idle(teller: Teller, document: Document) -> str | None:
    """Why a voice adds nothing to what it tells in a document; None where it does."""
    name = teller.name or ""
    if teller.kind == "own_reporting" and _judges(document):
        return f"{name}: weighs what others have found out"
    if teller.kind == "own_reporting" and is_opinion(document.text):
        return f"{name}: a piece of opinion, which has it from others"
    if teller.kind == "organisation" and name and name in (document.outlet or "") and _has_footnotes(document.text):
        return f"{name}: a note with footnotes, which has it from what it cites"
    if teller.kind == "unnamed" and _judges(document):
        return f"{name}: told where {document.outlet or 'the document'} weighs what others have found out"
    if teller.kind == "document" and not is_named(name) and not TELLING_PAPER.search(name):
        return f"“{name}”: nobody tells whose paper it is"
    if teller.kind == "person" and looks_on(teller, document.text):
        return f"{name}: looks on from outside, and has it from others"
    return None


class Said(Protocol):
    """What is looked at of a claim."""

    @property
    def id(self) -> str:
        """Claim id."""

    @property
    def event_type(self) -> str:
        """As `Claim.event_type`."""

    @property
    def factuality(self) -> Factuality:
        """As `Claim.factuality`."""

    @property
    def polarity(self) -> Literal["positive", "negative"]:
        """As `Claim.polarity`."""


class Printed(Protocol):
    """What is looked at of a document."""

    @property
    def id(self) -> str:
        """Document id."""


TAKING = frozenset({"RECRUIT", "DEPLOY", "TRAIN"})
"""Event types by which somebody admits that people were taken."""


def deniers(
    opposed: Sequence[Said], affirmed: Sequence[Said], of: Mapping[str, Teller], documents: Mapping[str, Printed]
) -> frozenset[str]:
    """Ids of the voices that tell a part only in documents in which they deny one, and of the bodies that they are of.
    `of` and `documents` go by claim id.

    Who denies nothing but pay, and tells beside it how men were taken and trained or sent, is none.
    """
    admitted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for c in affirmed:
        if c.event_type in TAKING and c.factuality == "asserted":
            admitted[(of[c.id].id, documents[c.id].id)].add(c.event_type)
    denied = [
        c
        for c in opposed
        if c.polarity == "negative"
        and c.factuality == "negated"
        and not (c.event_type == "OFFER" and len(admitted[(of[c.id].id, documents[c.id].id)]) > 1)
    ]
    where: dict[str, set[str]] = defaultdict(set)
    for claim in denied:
        where[of[claim.id].id].add(documents[claim.id].id)
    bodies = [body for claim in denied if (body := of[claim.id].body)]
    told: dict[str, set[str]] = defaultdict(set)
    named: dict[str, Teller] = {}
    for claim in affirmed:
        told[of[claim.id].id].add(documents[claim.id].id)
        named[of[claim.id].id] = of[claim.id]
    found = set()
    for id_, teller in named.items():
        beside = teller.kind == "organisation" and any(same_body(body, teller.name or "") for body in bodies)
        own = teller.kind in ("own_reporting", "outlet", "unknown")
        if beside or (not own and where.get(id_) and told[id_] <= where[id_]):
            found.add(id_)
    return frozenset(found)
