"""Which claims people hold to say the same, or to tell of one event, and which not."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.model import Judgement, Sameness
from sayso.model.standing import taken_back

CLAIM = "claim"
"""The field of `same` and `not_same` that are of claims; those of entities have none, or `name`."""
EVENT = "event"
"""The field of those that are of the events that two claims tell of."""


def sameness(judgements: Sequence[Judgement], of: str = CLAIM) -> Sameness:
    """What `same` and `not_same` on claims come to; `of` says whether as to what they say or the event they tell of.

    A person's later decision on a pair replaces that person's earlier one. Where two people differ on a pair neither
    holds, and what the machine found stays. A decision on propositions is one on the earliest claim of each.
    """
    undone = taken_back(judgements)
    pairs: dict[frozenset[str], dict[str, Judgement]] = defaultdict(dict)
    for judgement in judgements:
        if judgement.id not in undone and is_of_claims(judgement, of):
            pairs[frozenset((judgement.subject, judgement.value or ""))][judgement.by] = judgement
    agreed = [held for held in pairs.values() if len({j.action for j in held.values()}) == 1]
    latest = sorted((max(held.values(), key=lambda j: (j.at, j.id)) for held in agreed), key=lambda j: (j.at, j.id))
    return Sameness(
        same={(j.subject, j.value or ""): j for j in latest if j.action == "same"},
        apart={(j.subject, j.value or ""): j for j in latest if j.action == "not_same"},
    )


def is_of_claims(judgement: Judgement, of: str = CLAIM) -> bool:
    """Whether a judgement says that two claims do or do not say the same, or tell of one event."""
    return judgement.action in ("same", "not_same") and judgement.field == of and bool(judgement.value)


def about_claims(judgements: Sequence[Judgement], claims: frozenset[str], of: str = CLAIM) -> tuple[Judgement, ...]:
    """Decisions that bring any of some claims together with others or keep them apart, with what took them back."""
    own = {j.id for j in judgements if is_of_claims(j, of) and claims & {j.subject, j.value}}
    return tuple(j for j in judgements if j.id in own or (j.action == "undo" and j.value in own))
