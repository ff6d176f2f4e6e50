"""Figures as people read them: ranges by what is counted and how firmly, never mixed."""

from collections.abc import Iterable

from sayso.lexicon.phrases import interval
from sayso.model import Figure

POTENTIAL = frozenset({"possible", "probable", "asked", "unknown"})


def ranges(figures: Iterable[Figure]) -> Iterable[str]:
    """The range of each unit and firmness: what is counted in different things is never put into one range."""
    groups: dict[tuple[str | None, str], list[float]] = {}
    for f in figures:
        held = groups.setdefault((f.unit, firmness_of(f)), [])
        held += [bound for bound in (f.low, f.high) if bound is not None]
    for (unit, firmness), bounds in groups.items():
        if bounds:
            yield f"{firmness}: {interval(min(bounds), max(bounds), unit)}"


def firmness_of(figure: Figure) -> str:
    """`actual`, `potential` or `planned`: these are never mixed."""
    return "planned" if figure.factuality == "planned" else "potential" if figure.factuality in POTENTIAL else "actual"
