"""The news of two reports: what each tells first of its kind, in its opening, is one event where both are of one story
and of the same days.

Outlets tell one event in other words: "three soldiers were caught at the border", "the men were taken into custody".
These share too little to be one by their words. What a news report opens with is its news (the inverted pyramid), so
two reports of one story whose openings tell the same kind of harm or arrest tell the same one, unless a field is
against it. Measured on ECB+: docs/method/link.md.
"""

from collections.abc import Iterable, Iterator, Mapping

from sayso.model import Claim, Reason
from sayso.stages.link.claims.conflicts import conflicts
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.claims.rivals import exclude
from sayso.stages.link.claims.same_claim import SameClaim
from sayso.stages.link.claims.setting import DOERS, HURTFUL, SUFFERERS
from sayso.stages.link.claims.story import nearness
from sayso.stages.link.claims.unlike import NEWS, nations_of, places_of, unlike
from sayso.stages.link.texts.signatures import index_of, pairs
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import PERSONS, listed

OPENING = 900
"""Code points within which a report tells its news: its headline and four or five sentences."""
NEAR = 0.3
"""Nearness of two documents from which on they are of one story without more: half more than `story.STORY`."""
SHARED = 0.1
"""Share of the telling words of the smaller document from which on two documents are compared."""
SCORE = 0.421
"""Score of such a link: below all others, so that what is said in like words comes together first."""
SAID = frozenset({"asserted", "probable"})
ANYBODY = frozenset(
    stem(word) for word in (*PERSONS, *listed("they them he she him her it trio duo pair group several others"))
)
"""Stems of words that can stand for any sufferers named before."""


def find_leads(claims: Mapping[str, Claim], gists: Mapping[str, Gist]) -> Iterator[SameClaim]:
    """Links between what reports of one story tell as their news."""
    leads: dict[str, list[Gist]] = {}
    for gist in _leads(claims, gists):
        leads.setdefault(gist.document, []).append(gist)
    told = list(leads.values())
    topics = (each[0].topic for each in told)
    for left, right, _ in pairs(index_of(topic.words for topic in topics if topic), at_least=SHARED):
        for one in told[left]:
            yield from (_link(one, other) for other in told[right] if is_one_news(one, other))


def _leads(claims: Mapping[str, Claim], gists: Mapping[str, Gist]) -> Iterable[Gist]:
    """The first claim of each type of harm or arrest in each document, where it stands in the opening."""
    first: dict[tuple[str, str], Claim] = {}
    for id_, gist in gists.items():
        if gist.family in HURTFUL and (claim := claims[id_]).trigger.start < OPENING:
            key = (gist.document, claim.event_type)
            if key not in first or claim.trigger.start < first[key].trigger.start:
                first[key] = claim
    return [gists[claim.id] for claim in first.values() if _is_news(claim, gists[claim.id])]


def _is_news(claim: Claim, gist: Gist) -> bool:
    """Whether a claim tells what happened just before its report: no state, no plan, nothing of another time."""
    if claim.sort != "event" or claim.polarity != "positive" or claim.factuality not in SAID:
        return False
    return None not in (gist.told, gist.occasion, gist.topic) and not gist.setting.marks


def is_one_news(left: Gist, right: Gist) -> bool:
    """Whether the news of two documents is one event."""
    if left.document == right.document or left.event_type != right.event_type or left.state != right.state:
        return False
    if left.topic is None or right.topic is None or nearness(left.topic, right.topic) < NEAR:
        return False
    if left.told is None or right.told is None or abs((left.told - right.told).days) > NEWS:
        return False
    if conflicts(left, right) or unlike(left, right):
        return False
    return _count_alike(left, right) and _suffer_alike(left, right)


def _count_alike(left: Gist, right: Gist) -> bool:
    """Whether both can be right on how many there were, or name one town."""
    one, other = left.setting.count, right.setting.count
    if one is None or other is None or not exclude(one, other):
        return True
    return bool(places_of(left) & places_of(right))


def _suffer_alike(left: Gist, right: Gist) -> bool:
    """Whether those to whom it was done can be the same: by a word, a name or a nation, or where one report leaves them
    unnamed and the doers are not others."""
    one, other = _stems(left, SUFFERERS), _stems(right, SUFFERERS)
    if one & other - ANYBODY or left.figures & right.figures or left.entities & right.entities:
        return True
    if not (one <= ANYBODY or other <= ANYBODY):
        return False
    did, done = _stems(left, DOERS), _stems(right, DOERS)
    return not (did and done) or bool(did & done) or bool(nations_of(left) & nations_of(right))


def _stems(gist: Gist, roles: Iterable[str]) -> frozenset[str]:
    return frozenset(word for role in roles for word in gist.fillers.get(role, ()) if not word[0].isdigit())


def _link(left: Gist, right: Gist) -> SameClaim:
    detail = f"{left.event_type}; the news of two reports of one story, at most {NEWS} days apart"
    reason = Reason(rule="same_claim.lead", detail=detail, score=SCORE)
    return SameClaim(left=left.claim, right=right.claim, score=SCORE, reasons=(reason,))
