"""What an article says in its own voice, and when that adds no voice: beside a named one, or after others had it.

An origin that nobody can tell is never one more (ARCHITECTURE.md, invariant 5). An article that states in its own voice
what others have reported before, and shows nothing that it saw itself, does not tell whence it knows.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from sayso.model import Document, Reason
from sayso.stages.link.texts.lineage import Dated, is_before
from sayso.stages.link.voices.bodies import same_body
from sayso.stages.link.voices.idle import Said, deniers
from sayso.stages.link.voices.teller import Teller

SAW = (
    r"(?:saw|seen|visited|met|watched|witnessed|counted|found|established|reviewed|verified|obtained|learned"
    r"|interviewed)"
)
WE = rf"\b(?:we|I|our (?:own )?(?:reporters?|correspondents?|journalists?|teams?))\s+(?:\w+\s+)?{SAW}\b"
KEPT = r"(?:logged|recorded|documented|registered|tallied|compiled)"
KEEPERS = r"(?:volunteers?|staff|desk|hotline|monitors?|field ?workers?)"
KEEPING = (
    rf"\b(?:we|our (?:own )?{KEEPERS})(?:['’]ve|\s+have|\s+has)?\s+(?:(?:\w+ly|also|now|so far)\s+)?{KEPT}\b"
    rf"|\b(?:told|informed|called|phoned|rang|contacted)\s+our\s+(?:own\s+)?{KEEPERS}\b"
)
"""Words by which a body that publishes itself says that it keeps count of what it hears ("told our own desk")."""
REPORTERS = rf"\b(?:reporters?|correspondents?|journalists?)\s+(?:\w+\s+){{0,6}}?{SAW}\b"
OBSERVED = re.compile(rf"(?:{WE}|{KEEPING}|{REPORTERS})(?!\s+(?:no|nobody|none|nothing|neither)\b)", re.IGNORECASE)
"""Words by which an article says that its own people saw something."""


QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"]")


def observes(document: Document) -> bool:
    """Whether an article says that its own people saw or found something out, and not a voice that it quotes."""
    return _observes(document.text, (document.outlet or "").removeprefix("The "))


@lru_cache(maxsize=20_000)
def _observes(text: str, outlet: str) -> bool:
    if OBSERVED.search(text) and OBSERVED.search(QUOTED.sub(" ", text)):
        return True
    return bool(outlet) and _of_own(outlet).search(text) is not None


@lru_cache(maxsize=2000)
def _of_own(outlet: str) -> re.Pattern[str]:
    """Words by which an article says that the outlet of this name saw something."""
    name = re.escape(outlet)
    own = rf"\b{name}\s+(?:has\s+|have\s+|was able to\s+)?{SAW}\b|\b{SAW}\s+by\s+(?:the\s+)?{name}\b"
    return re.compile(own, re.IGNORECASE)


class Printed(Dated, Protocol):
    """What is looked at of a document."""

    @property
    def id(self) -> str:
        """Document id."""

    @property
    def outlet(self) -> str | None:
        """As `Document.outlet`."""


D = TypeVar("D", bound=Printed)
S = TypeVar("S", bound=Said)


def voices_that_count(
    claims: Sequence[S],
    tellers: Mapping[str, Teller],
    documents: Mapping[str, D],
    *,
    against: Sequence[S],
    around: Sequence[D] = (),
    sees: Callable[[D], bool],
    idle: Callable[[S], str | None],
) -> tuple[list[Teller], list[Reason]]:
    """The voices behind the claims of one proposition, without what articles say in their own voice and have from
    elsewhere, with a reason for each that is left out. `tellers` and `documents` go by claim id.

    `around` are further documents on the same matter, which may have had it before; `sees` says whether a document's
    own people saw something. Left out too is what a voice allows for in the article in which it denies the thing
    (`against`).
    """
    found: list[Teller] = []
    reasons: dict[tuple[str, str], Reason] = {}
    denying = {(tellers[c.id].name, documents[c.id].id): tellers[c.id] for c in against}
    speaking = {documents[c.id].id for c in claims if tellers[c.id].span is not None and idle(c) is None}
    others = [*(documents[c.id] for c in claims), *around]
    for claim in claims:
        teller, document = tellers[claim.id], documents[claim.id]
        why = _leans(document, speaking, others, sees) if _is_own(teller, document) else None
        denies = any(_is_one(teller, each) for (_, where), each in denying.items() if where == document.id)
        if denies and claim.factuality != "asserted":
            detail = f"{teller.name or '?'} denies it in the same article"
            reasons.setdefault((document.id, detail), Reason(rule="origins.denies", detail=detail))
        elif why is None:
            found.append(teller)
        else:
            detail = f"{teller.name or '?'}, in its own voice: {why}, so it adds no voice"
            reasons.setdefault((document.id, why), Reason(rule="origins.leans", detail=detail))
    kept, left_out = _without_idle(found, claims, tellers, deniers(against, claims, tellers, documents), idle)
    return (kept, [*reasons.values(), *left_out]) if kept else (found, list(reasons.values()))


def _without_idle(
    found: Sequence[Teller],
    claims: Sequence[S],
    tellers: Mapping[str, Teller],
    denying: frozenset[str],
    idle: Callable[[S], str | None],
) -> tuple[list[Teller], list[Reason]]:
    """Voices without those that look on from outside or deny what they tell of; a reason for each of these."""
    reasons: dict[str, Reason] = {}
    for claim in claims:
        teller = tellers[claim.id]
        if teller.id not in reasons and (why := idle(claim)) is not None:
            reasons[teller.id] = Reason(rule="origins.looks_on", detail=why)
    for teller in found:
        if teller.id in denying and teller.id not in reasons:
            detail = f"{teller.name or '?'}: denies it, and tells a part only where it does"
            reasons[teller.id] = Reason(rule="origins.denies", detail=detail)
    kept = [teller for teller in found if teller.id not in reasons]
    here = {teller.id for teller in found}
    return kept, [reason for id_, reason in reasons.items() if id_ in here]


def _has_before(left: Printed, right: Printed) -> bool:
    return bool(is_before(left, right)) and left.outlet != right.outlet


def _is_one(teller: Teller, denying: Teller) -> bool:
    """Whether a voice is the one that denies, also under a shorter name: "the embassy"."""
    if teller.kind == denying.kind == "organisation":
        return same_body(teller.name or "", denying.name or "")
    return teller.id == denying.id


def _is_own(teller: Teller, document: Printed) -> bool:
    """Whether a claim is the document's own word, not a copy of somebody else's."""
    return teller.kind == "own_reporting" and teller.document == document.id


def _leans(
    document: D, speaking: frozenset[str] | set[str], others: Sequence[D], sees: Callable[[D], bool]
) -> str | None:
    """Why the own word of a document adds no voice; None when it does."""
    if sees(document):
        return None
    if document.id in speaking:
        return "the same article names a voice for it"
    if any(_has_before(each, document) for each in others):
        return "others had reported it on an earlier day, and nothing in it shows how it knows"
    return None
