"""Choose a figure where reports differ, by a written rule."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from sayso.lexicon.profiles import FigureProfile, load_figure_profiles
from sayso.model import Change, Figure, Proposition, Reason
from sayso.model._record import record

Firmness = Literal["potential", "planned", "actual"]


@record
class FigureChoice:
    """What a profile makes of the figures of one unit and firmness."""

    proposition: str
    profile: str
    unit: str | None
    firmness: Firmness
    low: float | None
    """Lowest figure of any origin."""
    best: float | None
    """The figure that the profile chooses; None when it chooses none."""
    high: float | None
    """Highest figure of any origin."""
    origins: int
    """How many known origins gave a figure."""
    figures: tuple[Figure, ...]
    """Those it rests on: the latest of each origin."""
    reasons: tuple[Reason, ...]


def firmness_of(figure: Figure) -> Firmness:
    """Whether a figure is of what may be, of what is intended, or of what is said to be so."""
    if figure.factuality in ("possible", "probable", "asked", "unknown", "counterfactual"):
        return "potential"
    return "planned" if figure.factuality == "planned" else "actual"


NOT_ITS_OWN = frozenset({"figure", "bound", "currency", "hedge"})
"""Changes after which a figure is no longer its origin's, but the copy's."""


def own_figures(figures: Sequence[Figure], changes: Iterable[Change]) -> list[Figure]:
    """The figures that origins gave, without those that a copy or retelling made of them: "20,000" for the 2,000 of the
    article that it was taken from. A changed figure whose source is not among them stays."""
    held = list(figures)
    gone = {
        n
        for change in changes
        if change.what in NOT_ITS_OWN and any(f.document == change.parent and change.was.overlaps(f.span) for f in held)
        for n, f in enumerate(held)
        if f.document == change.child and change.now.overlaps(f.span)
    }
    return [f for n, f in enumerate(held) if n not in gone]


def choose_figures(proposition: Proposition, profile: str, changes: Iterable[Change] = ()) -> tuple[FigureChoice, ...]:
    """One choice for each unit and firmness that the profile lets in; empty when there is no figure.

    `changes` are those of the documents at hand: figures that copies changed are left out.

    Raises KeyError for a profile that is not shipped.
    """
    rules = load_figure_profiles()[profile]
    groups: dict[tuple[str | None, Firmness], list[Figure]] = defaultdict(list)
    for figure in own_figures(proposition.figures, changes):
        if firmness_of(figure) in rules.firmness:
            groups[figure.unit, firmness_of(figure)].append(figure)
    return tuple(
        _choice(proposition.id, profile, rules, unit, firm, latest_of_each(held))
        for (unit, firm), held in groups.items()
    )


def latest_of_each(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The latest figures of each origin: its earlier ones are superseded, and copies of it add nothing."""
    by_origin: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_origin[figure.origin or "unknown"].append(figure)
    found: list[Figure] = []
    for held in by_origin.values():
        last = max((f.published or date.min) for f in held)
        once = {(f.low, f.high): f for f in reversed(held) if (f.published or date.min) == last}
        found += once.values()
    return tuple(sorted(found, key=lambda f: (f.published or date.max, f.document, f.span.start)))


def _choice(
    proposition: str, name: str, rules: FigureProfile, unit: str | None, firm: Firmness, held: tuple[Figure, ...]
) -> FigureChoice:
    lows = [v for f in held if (v := f.low if f.low is not None else f.high) is not None]
    highs = [v for f in held if (v := f.high if f.high is not None else f.low) is not None]
    best = {"lowest": min(lows, default=None), "low_best_high": _best(held), "range": None}[rules.rule]
    reason = Reason(
        rule=f"assess.figures.{name}", detail=f"{rules.title}: {rules.rule}", spans=tuple(f.span for f in held)
    )
    return FigureChoice(
        proposition=proposition,
        profile=name,
        unit=unit,
        firmness=firm,
        low=min(lows, default=None),
        best=best,
        high=max(highs, default=None),
        origins=len({f.origin for f in held if f.origin}),
        figures=held,
        reasons=(reason,),
    )


def _best(held: Sequence[Figure]) -> float | None:
    """The figure with most origins behind it, the lower on a tie."""
    behind: dict[float, set[str | None]] = defaultdict(set)
    for figure in held:
        value = figure.low if figure.low is not None else figure.high
        if value is not None:
            behind[value].add(figure.origin)
    return min(behind, key=lambda v: (-len(behind[v]), v)) if behind else None
