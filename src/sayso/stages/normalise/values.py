"""Figures, money and periods of a text in one pass: the dates are read once and kept out of the figures."""

from sayso.model import Money, Parsed, Period, Quantity
from sayso.stages.normalise.dates.periods import is_window, periods_of
from sayso.stages.normalise.dates.timexes import read_timexes
from sayso.stages.normalise.figures.quantities import dates_in, read_figures


def read_values(parsed: Parsed) -> tuple[tuple[Quantity, ...], tuple[Money, ...], tuple[Period, ...]]:
    """Quantities, money and periods, each in text order: what the three readers give, at the price of one."""
    timexes = read_timexes(parsed)
    document = parsed.document
    dates = [t for t in timexes if not is_window(t)]
    windows = tuple((t.span.start, t.span.end) for t in timexes if is_window(t))
    quantities, money = read_figures(parsed, taken=sorted((*dates_in(dates), *windows)))
    return quantities, money, periods_of(timexes, document.text, published=document.published)
