"""Claims of a document that retell claims of the document that it follows."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.model import Reason
from sayso.stages.link.claims.conflicts import forbidden
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.claims.same_claim import SameClaim
from sayso.stages.link.claims.setting import HURTFUL
from sayso.stages.link.claims.unlike import unlike
from sayso.stages.link.wording import likeness

RETOLD = 0.3
"""Lowest score at which a claim of a document is taken for a claim of the document that it retells."""


def find_retold(before: Sequence[Gist], after: Sequence[Gist]) -> list[SameClaim]:
    """Claims of a document that retell claims of an earlier one, each with the one it fits best and that fits it best.

    Documents known to follow one another need less shared wording than any two: the same figure or the same
    participants with some words in common are enough.
    """
    scores = {(a.claim, b.claim): score for a in before for b in after if (score := retold_score(a, b)) >= RETOLD}
    best: dict[str, float] = defaultdict(float)
    for (a, b), score in scores.items():
        best[a], best[b] = max(best[a], score), max(best[b], score)
    return [
        SameClaim(
            left=a,
            right=b,
            score=round(min(0.99, score), 4),
            reasons=(
                Reason(
                    rule="same_claim.retold",
                    detail="fits best among the claims of a document that it follows",
                    score=round(min(score, 1.0), 3),
                ),
            ),
        )
        for (a, b), score in sorted(scores.items())
        if score == best[a] == best[b]
    ]


def retold_score(left: Gist, right: Gist) -> float:
    """How well one claim retells another, 0 when a field forbids it or neither type nor figure is shared."""
    figure = bool(left.figures & right.figures)
    if left.family != right.family and (not figure or {left.family, right.family} & HURTFUL):
        return 0.0
    if forbidden(left, right) is not None or unlike(left, right):
        return 0.0
    shared = bool(left.entities & right.entities)
    if left.state != right.state:
        return 0.0
    same_type = left.event_type == right.event_type
    return likeness(left.words, right.words) + 0.3 * figure + 0.1 * shared + 0.05 * same_type
