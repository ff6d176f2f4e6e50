"""Figures as people read them: ranges by what is counted and how firmly, never mixed."""

from collections.abc import Iterable

from sayso.lexicon.phrases import interval
from sayso.model import Figure

POTENTIAL = frozenset({"possible", "probable", "asked", "unknown"})


def ranges(figures: Iterable[Figure]) -> Iterable[str]:
    """For each firmness the ranges, one a unit: what is counted in different things is never put into one range."""
    told: dict[str, list[str]] = {}
    for (unit, firmness), held in grouped(figures).items():
        if bounds := numbers(held):
            told.setdefault(firmness, []).append(interval(min(bounds), max(bounds), unit))
    for firmness, each in told.items():
        yield f"{firmness}: {'; '.join(each)}"


def told_apart(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The ranges in which two figures of one unit and firmness differ; one that is an interval by itself is none."""
    return tuple(
        interval(min(bounds), max(bounds), unit)
        for (unit, _), held in grouped(figures).items()
        if len({(f.low, f.high) for f in held}) > 1 and min(bounds := numbers(held)) < max(bounds)
    )


def grouped(figures: Iterable[Figure]) -> dict[tuple[str | None, str], list[Figure]]:
    """Figures by what they count and how firmly."""
    groups: dict[tuple[str | None, str], list[Figure]] = {}
    for f in figures:
        groups.setdefault((f.unit, firmness_of(f)), []).append(f)
    return groups


def numbers(figures: Iterable[Figure]) -> list[float]:
    """All bounds that figures have."""
    return [bound for f in figures for bound in (f.low, f.high) if bound is not None]


def firmness_of(figure: Figure) -> str:
    """`actual`, `potential` or `planned`: these are never mixed."""
    return "planned" if figure.factuality == "planned" else "potential" if figure.factuality in POTENTIAL else "actual"
