"""Claims of one proposition that cannot both be so, or that differ in a way worth looking at."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from sayso.model import Claim, Contradiction, Figure, Reason
from sayso.stages.link.figures import firmness, same_amount, unit_of

MOST = 24
"""Claims of one proposition that are compared with each other, earliest first: more add nothing that is not shown."""
UPDATE_DAYS = 2
"""Days between two publications from which on a larger figure counts as an update of a smaller one."""
ACTING = frozenset(
    {"actor", "recruiter", "source", "force", "payer", "trainer", "attacker", "agent", "subject", "organiser"}
)


def find_contradictions(
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    published: Mapping[str, date | None],
    origin: Mapping[str, str | None],
) -> tuple[Contradiction, ...]:
    """What claims of one proposition disagree on, polarity first, then figures; each pair of values once."""
    return (*_polarity(claims), *_figures(figures))


def _polarity(claims: Sequence[Claim]) -> list[Contradiction]:
    """A claim that denies against the earliest firm one that affirms."""
    affirmed = [
        c for c in claims if c.polarity == "positive" and c.factuality not in ("negated", "counterfactual", "asked")
    ]
    denied = [c for c in claims if c.polarity == "negative" or c.factuality in ("negated", "counterfactual")]
    if not affirmed:
        return []
    found = []
    for claim in denied[:MOST]:
        accused = is_by_accused(claim)
        detail = f"{affirmed[0].factuality} against {claim.factuality}, {claim.polarity}"
        reason = Reason(rule="contradiction.polarity", detail=detail, spans=(affirmed[0].content, claim.content))
        found.append(
            Contradiction(
                left=affirmed[0].id,
                right=claim.id,
                about="polarity",
                difference="fact",
                denial=accused,
                reasons=(reason,),
            )
        )
    return found


def is_by_accused(claim: Claim) -> bool:
    """Whether the one who denies is the one who is said to have done it."""
    if not claim.chain:
        return False
    speaker = claim.chain[-1].name.lower()
    doers = [a for a in claim.arguments if a.role in ACTING]
    return any(
        (a.value or a.span.text).lower() in speaker or speaker in (a.value or a.span.text).lower() for a in doers
    )


def _figures(figures: Sequence[Figure]) -> list[Contradiction]:
    """Figures of one unit and one firmness that do not overlap."""
    found = []
    seen: set[tuple[str, str]] = set()
    for left, right in combinations(figures[:MOST], 2):
        pair = (_shown(left), _shown(right))
        if pair in seen or not _comparable(left, right) or _overlap(left, right) or same_amount(left, right):
            continue
        seen |= {pair, pair[::-1]}
        difference = _difference(left, right)
        detail = f"{_shown(left)} against {_shown(right)} {left.unit or ''}".strip()
        reason = Reason(rule=f"contradiction.figure.{difference}", detail=detail, spans=(left.span, right.span))
        found.append(
            Contradiction(left=left.claim, right=right.claim, about="figure", difference=difference, reasons=(reason,))
        )
    return found


def _comparable(left: Figure, right: Figure) -> bool:
    return (
        left.unit is not None
        and unit_of(left) == unit_of(right)
        and firmness(left) == firmness(right)
        and left.claim != right.claim
    )


def _overlap(left: Figure, right: Figure) -> bool:
    low = max(
        left.low if left.low is not None else float("-inf"), right.low if right.low is not None else float("-inf")
    )
    high = min(
        left.high if left.high is not None else float("inf"), right.high if right.high is not None else float("inf")
    )
    return low <= high * 1.001


def _shown(figure: Figure) -> str:
    return f"{figure.low}-{figure.high}"


def _difference(left: Figure, right: Figure) -> Literal["fact", "update", "scope"]:
    """An update when the later report, days on, gives another actual figure on the same voice or a larger one."""
    if left.published and right.published and abs((right.published - left.published).days) >= UPDATE_DAYS:
        earlier, later = (left, right) if left.published <= right.published else (right, left)
        same_voice = left.origin is not None and left.origin == right.origin
        if firmness(left) == "actual" and (same_voice or _middle(later) > _middle(earlier)):
            return "update"
    return "fact"


def _middle(figure: Figure) -> float:
    held = [v for v in (figure.low, figure.high) if v is not None]
    return sum(held) / len(held) if held else 0.0
