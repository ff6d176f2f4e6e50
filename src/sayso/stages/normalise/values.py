"""Figures, money and periods of a text in one pass: the dates are read once and kept out of the figures."""

from sayso.model import Money, Parsed, Period, Quantity
from sayso.stages.normalise.dates import read_timexes
from sayso.stages.normalise.periods import periods_of
from sayso.stages.normalise.quantities import dates_in, read_figures


def read_values(parsed: Parsed) -> tuple[tuple[Quantity, ...], tuple[Money, ...], tuple[Period, ...]]:
    """Quantities, money and periods, each in text order: what the three readers give, at the price of one."""
    timexes = read_timexes(parsed)
    quantities, money = read_figures(parsed, taken=dates_in(timexes))
    return quantities, money, periods_of(timexes, parsed.document.text)
