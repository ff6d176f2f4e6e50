"""TIMEX3 values of lengths, and of stretches that cannot be told."""

from typing import cast

from sayso.model import Precision
from sayso.stages.normalise.dates.forms import LETTER
from sayso.stages.normalise.dates.moment import Moment, Unit
from sayso.stages.normalise.numbers import find_numbers

_GRAIN: dict[str, Unit] = {
    "night": "day",
    "morning": "day",
    "afternoon": "day",
    "evening": "day",
    "fortnight": "week",
}


def grain_of(unit: str) -> Unit:
    """The calendar unit that a word counts in: days for nights and mornings."""
    return _GRAIN.get(unit) or cast(Unit, unit)


def unknown(unit: str, near: Moment | None = None) -> str:
    """The TIMEX3 value of a stretch that cannot be told, as far as the story around it is known: `1980-XX-XX`."""
    year, month = "XXXX", "XX"
    if near is not None and near.unit not in ("decade", "century"):
        year = f"{near.year:04d}" if near.year >= 0 else f"BC{-near.year:04d}"
        month = f"{near.month:02d}" if near.month else "XX"
    shapes = {
        "day": f"{year}-{month}-XX",
        "week": f"{year}-WXX",
        "weekend": f"{year}-WXX-WE",
        "month": f"{year}-XX",
        "quarter": f"{year}-QX",
        "decade": "XXX",
        "century": "XX",
    }
    return shapes.get(unit, "XXXX")


def grain_precision(unit: str) -> Precision:
    """The precision of words that count in this unit."""
    return {"weekend": "days", "half": "months"}.get(unit, unit)  # type: ignore[return-value]


def count_of(words: str) -> float | None:
    """The number of a count; None for a vague one."""
    words = words.lower().strip()
    if words in ("a", "an", "one", "a single"):
        return 1
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return 2
    found = next(find_numbers(words), None)
    return None if found is None or found.low != found.high else found.low


def _amount(number: float | None) -> str:
    if number is None:
        return "X"
    return str(int(number)) if number == int(number) else f"{number:g}".lstrip("0")


def duration_value(number: float | None, unit: str, *, era: bool = False) -> str:
    """TIMEX3's value of a length; with `era` decades and centuries keep their own letters, as in TIMEX2."""
    unit = {"centuries": "century"}.get(unit, unit.removesuffix("s"))
    if unit == "fortnight" and number is not None:
        number *= 2
    if unit == "quarter" and number is not None:
        number, unit = number * 3, "month"
    if unit in ("decade", "century") and not era and number is not None:
        number, unit = number * (10 if unit == "decade" else 100), "year"
    letter = LETTER[unit]
    return f"PT{_amount(number)}{letter[1:]}" if letter.startswith("T") else f"P{_amount(number)}{letter}"


def vague(unit: str, near: Moment | None = None) -> str:
    """The TIMEX3 value of a distance that cannot be told, as far as the story is known."""
    if unit in ("second", "minute", "hour"):
        return "XXXX-XX-XXTXX"
    return unknown({"night": "day", "fortnight": "week"}.get(unit, unit), near)


def coarse(unit: str) -> Precision:
    """The precision of words that count in this unit, days for hours and nights."""
    return {
        "second": "day",
        "minute": "day",
        "hour": "day",
        "night": "day",
        "fortnight": "week",
        "weekend": "days",
    }.get(unit, unit)  # type: ignore[return-value]
