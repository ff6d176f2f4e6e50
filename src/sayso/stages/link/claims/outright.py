"""Which recruitment drives each claim of an article tells of: by its own words, then its sentence, then what is near.

An article may tell of several: Nepalis and Cubans for one side, Colombians for the other. And most articles that name
two countries and a war tell of none: a state's own troops abroad, a civil war, bodies that are flown home. So whose
people are taken for whose war is settled claim by claim, and only a claim that tells of taking people of one country
for another's war in so many words makes a drive. Method and numbers: docs/method/drives.md.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from sayso.model import Claim
from sayso.model._record import record
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.claims.taking import (
    POOL_ROLES,
    Countries,
    Pair,
    countries_in,
    is_half,
    is_said,
    paired,
    tells_of_taking,
)

Taking = Literal["outright", "half", "no"]
ANY = re.compile(
    r"\b(?:foreign\w*|mercenar\w+|anyone|anybody|people|fighters|men|citizens|nationals|recruits)\b", re.IGNORECASE
)
"""People of no country in particular: who denies taking them denies all drives for a side."""
GAP = 3
"""Code points between two sentences of one paragraph."""
NEIGHBOURS = 700
"""Code points back to a drive told outright from which the other country of a claim that names only one is taken."""


@record
class Telling:
    """What one claim tells of drives."""

    pairs: frozenset[Pair] = frozenset()
    """Those that it is about; empty where nothing in it or near it tells: then it is about what its article is."""
    passing: frozenset[Pair] = frozenset()
    """Of people whom one country takes for another's war: the same with the country that takes them."""
    taking: Taking = "no"
    """Whether it tells of taking one country's people for another's war in so many words (`outright`), or leaves
    the people or the side to what stands around it (`half`)."""
    side: frozenset[str] = frozenset()
    """The countries for which people are taken, by its own words."""


NOTHING = Telling()


def tellings(claims: Iterable[Claim], gists: Mapping[str, Gist]) -> dict[str, Telling]:
    """Claim id -> what it tells of drives, for the claims of one article. The order of the claims does not matter.

    A claim that names both countries is about these. One of taking a people that names no side has that of the claim
    before it. Another that names one country is about the drive with it that was told outright, of several the last
    before it; one that names none, about what its sentence tells. A denial that names only a side is about all for it.
    """
    held = sorted(claims, key=lambda claim: (claim.trigger.start, claim.id))
    named = {claim.id: countries_in(claim, gists[claim.id]) for claim in held}
    found = {claim.id: _by_itself(claim, named[claim.id]) for claim in held}
    for claim in held:
        if found[claim.id].taking == "half" and not named[claim.id].side:
            found[claim.id] = _with_side(claim, named, held, found)
    anchors = [(claim, found[claim.id].pairs) for claim in held if found[claim.id].taking == "outright"]
    for claim in held if anchors else ():
        if not found[claim.id].pairs and not named[claim.id].pairs:
            found[claim.id] = _beside(claim, named[claim.id], found[claim.id], anchors)
    return found


def _with_side(
    claim: Claim, named: Mapping[str, Countries], held: Sequence[Claim], found: Mapping[str, Telling]
) -> Telling:
    """A claim of taking a people, for the side of the last claim before it that tells one; unchanged where that is
    far."""
    at = claim.trigger.start
    alone = found[claim.id]
    before = [each for each in held if at - NEIGHBOURS <= each.trigger.start < at and is_said(each)]
    before = [each for each in before if tells_of_taking(each)]
    telling = [each for each in before if named[each.id].side or found[each.id].pairs]
    if not telling:
        return alone
    last = telling[-1].id
    sides = named[last].side or frozenset(side for _, side in found[last].pairs)
    if len(sides) > 1:
        return alone
    made = paired(named[claim.id].people, sides)
    return Telling(pairs=made, taking="outright") if made else alone


def _by_itself(claim: Claim, own: Countries) -> Telling:
    if not tells_of_taking(claim):
        return NOTHING
    taking: Taking = "outright" if own.pairs else "half" if is_half(claim, own) else "no"
    passing = paired(own.people, own.takers) if own.takers else frozenset[Pair]()
    return Telling(pairs=own.pairs, passing=passing, taking=taking if is_said(claim) else "no", side=own.side)


def _beside(claim: Claim, own: Countries, alone: Telling, anchors: Sequence[tuple[Claim, frozenset[Pair]]]) -> Telling:
    """What a claim that does not name both countries tells beside those that are told outright."""
    at = claim.trigger.start
    near = sorted(anchors, key=lambda each: (each[0].trigger.start > at, abs(each[0].trigger.start - at)))
    if not own.people and not own.side:
        same = [pairs for other, pairs in near if other.sentence.start == claim.sentence.start]
        return replace(alone, pairs=same[0]) if same else alone
    fitting = [
        (other, fits) for other, pairs in near if (fits := frozenset(pair for pair in pairs if _fits(pair, own)))
    ]
    if claim.polarity == "negative" and not own.people and _is_of_all(claim):
        return replace(alone, pairs=frozenset(pair for _, fits in fitting for pair in fits))
    if len({fits for _, fits in fitting}) > 1:  # of several drives for a side, the one told just before
        fitting = [(other, fits) for other, fits in fitting if own.people or _is_next(other, claim)]
    return replace(alone, pairs=fitting[0][1]) if fitting else alone


def _is_of_all(claim: Claim) -> bool:
    """Whether a claim speaks of taking people of no country in particular."""
    pools = [a for a in claim.arguments if a.role in POOL_ROLES]
    return all(ANY.search(a.span.text) for a in pools)


def _is_next(before: Claim, claim: Claim) -> bool:
    """Whether a claim stands in the sentence of another, or in the one behind it."""
    return 0 <= claim.sentence.start - before.sentence.start <= before.sentence.end - before.sentence.start + GAP


def _fits(pair: Pair, own: Countries) -> bool:
    return (
        (not own.told or not own.told.isdisjoint(pair))
        and (not own.people or pair[0] in own.people)
        and (not own.side or pair[1] in own.side)
    )
