"""Figures that a copy or retelling changed: they belong to the change, and are no word of the voice that was copied.

An officer said 400 and a copy has him say 700. The copy is a report of his, so that its claim stands on his word; the
700 does not. It is shown as what that outlet made of it, and whoever gives another number does not differ with him by
it.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from sayso.model import Change, Contradiction, Figure
from sayso.stages.assess.choose import NOT_ITS_OWN
from sayso.stages.link.claims.figures import same_unit_of_people

CHANGED = "changed by {}"
"""Whose a changed figure is."""


def is_slip(figure: Figure, changes: Iterable[Change]) -> bool:
    """Whether a document made this figure of another one that it took over."""
    return any(
        change.what in NOT_ITS_OWN and change.child == figure.document and change.now.overlaps(figure.span)
        for change in changes
    )


def changed_by(outlet: str | None) -> str:
    """Whose a changed figure is, for a line.

    >>> changed_by("Hill Gazette"), changed_by(None)
    ('changed by Hill Gazette', 'changed by a copy')
    """
    return CHANGED.format(outlet or "a copy")


def between_voices(
    contradictions: Iterable[Contradiction], figures: Sequence[Figure], changes: Sequence[Change]
) -> tuple[Contradiction, ...]:
    """The contradictions that are left where no figure counts that a copy changed: those of other things, and those of
    which both sides have another number by themselves."""
    return tuple(each for each in contradictions if each.about != "figure" or _is_own(each, figures, changes))


def _is_own(contradiction: Contradiction, figures: Sequence[Figure], changes: Sequence[Change]) -> bool:
    left, right = ([f for f in figures if f.claim == claim] for claim in (contradiction.left, contradiction.right))
    if not any(is_slip(f, changes) for f in (*left, *right)):
        return True
    return any(
        (a.low, a.high) != (b.low, b.high)
        and same_unit_of_people(a.unit, b.unit)
        and not is_slip(a, changes)
        and not is_slip(b, changes)
        for a, b in product(left, right)
    )
