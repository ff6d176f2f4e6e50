"""How claims stand to what they tell: say so, leave it open, deny it, ask."""

from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

from sayso.model import Claim
from sayso.stages.link.claims.answering import doubts_actor

T = TypeVar("T")

Stand = Literal["said", "open", "against", "asked"]
"""How a claim stands to what it tells: says so; could not confirm it, calls for it or tells what would follow; denies
or doubts it; asks."""


def stand_of(claim: Claim) -> Stand:
    """How a claim stands to what it tells."""
    if claim.factuality == "asked":
        return "asked"
    if claim.polarity == "negative" or claim.factuality in ("negated", "counterfactual") or doubts_actor(claim):
        return "against"
    return "open" if claim.factuality == "unknown" or any(y.sort == "condition" for y in claim.layers) else "said"


def best_standing(items: Sequence[T], stand: Callable[[T], Stand]) -> list[T]:
    """Those that say it is so; those that leave it open when none does; those that deny when all do.

    Who denies or asks a thing is no origin of it. Nor is who could not confirm it, took it back, only called for it or
    told what would follow if it were so, where somebody says that it is so.
    """
    stands: dict[Stand, list[T]] = {"said": [], "open": [], "against": [], "asked": []}
    for item in items:
        stands[stand(item)].append(item)
    return stands["said"] or stands["open"] or stands["against"] or stands["asked"]


def supporting(claims: Sequence[Claim]) -> list[Claim]:
    """The claims behind a proposition's count, as `best_standing`."""
    return best_standing(claims, stand_of)
