"""Draw the figures of a proposition as SVG: a lane each, in order of publication, with what a copy changed.

An interval is a bar, a single value a dot, a bound that the text does not give an arrow. Actual, planned and potential
figures are told apart by their form: full, hollow, broken.
"""

from collections.abc import Sequence
from html import escape
from math import floor, log10

from sayso.model import Factuality
from sayso.model._record import record

WIDTH, SIDE, RIGHT, LANE, TOP = 745, 235, 190, 32, 34
BESIDE = 27
"""Letters that have room at the right: a figure's words, and what a copy changed."""
SPREAD = 50.0
"""From this ratio of largest to smallest on, the axis is logarithmic."""
REACH = 0.06
"""Share of the axis that an arrow for a missing bound takes."""
FORMS: dict[Factuality, str] = {
    "asserted": "actual",
    "planned": "planned",
    "probable": "potential",
    "possible": "potential",
}
"""What is neither said to be so, nor planned, nor possible (denied, asked, unknown) is drawn as `other`."""


@record
class Lane:
    """One figure."""

    low: float | None
    """None: the text gives no lower bound."""
    high: float | None
    factuality: Factuality
    name: str
    """Whose figure and of which day."""
    words: str
    """As the text has it."""
    link: str
    parent: int | None = None
    """Number of the lane that a copy took it from and changed; None when it is not known to be changed."""
    changed: str = ""
    """What the copy changed."""


@record
class Axis:
    """Amounts laid along the picture."""

    low: float
    high: float
    is_log: bool

    def at(self, amount: float) -> float:
        """Pixels from the left."""
        if self.is_log:
            share = (log10(max(amount, self.low)) - log10(self.low)) / (log10(self.high) - log10(self.low))
        else:
            share = (amount - self.low) / (self.high - self.low)
        return round(SIDE + (WIDTH - SIDE - RIGHT) * (0.05 + 0.9 * min(1.0, max(0.0, share))), 1)


def axis_of(lanes: Sequence[Lane]) -> Axis:
    """An axis that holds every bound."""
    given = [bound for lane in lanes for bound in (lane.low, lane.high) if bound is not None] or [0.0, 1.0]
    least, most = min(given), max(given)
    if least == most:
        return Axis(low=min(0.0, 2 * least), high=max(2 * most, 1.0), is_log=False)
    if least > 0 and most / least >= SPREAD:
        return Axis(low=least, high=most, is_log=True)
    low = 0.0 if 0 <= least < 0.6 * most else least
    return Axis(low=low, high=most, is_log=False)


def ticks(axis: Axis) -> list[float]:
    """Round amounts within the axis, three to eight of them mostly.

    >>> ticks(Axis(low=0, high=30000, is_log=False))
    [0.0, 10000.0, 20000.0, 30000.0]
    """
    if axis.is_log:
        powers = range(floor(log10(axis.low)), floor(log10(axis.high)) + 1)
        return [10.0**n for n in powers[:: -(-len(powers) // 8)] if axis.low <= 10.0**n <= axis.high]
    room = axis.high - axis.low
    unit = 10 ** floor(log10(room))
    step = next(s * unit for s in (0.2, 0.5, 1, 2, 5) if room / (s * unit) <= 4)
    first = -(-axis.low // step) + 0.0  # no minus before a zero
    return [round((first + n) * step, 10) for n in range(int((axis.high - first * step) / step + 1e-9) + 1)]


def amount(value: float) -> str:
    """An amount as the axis names it.

    >>> amount(30000.0), amount(0.5), amount(1.5e6), amount(90e9)
    ('30,000', '0.5', '1.5 million', '90 billion')
    """
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.4g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


def draw_figures(lanes: Sequence[Lane], unit: str) -> str:
    """The chart as SVG. Colours come from the page's CSS variables; each lane is a link to its claim."""
    axis = axis_of(lanes)
    height = TOP + LANE * len(lanes) + 10
    kind = " on a logarithmic axis" if axis.is_log else ""
    parts = [
        f'<svg class="figures" viewBox="0 0 {WIDTH} {height}" role="group" '
        f'aria-label="{len(lanes)} figures in {escape(unit)}{kind}, by publication; the table below holds the same">',
        f'<text class="axis" x="10" y="16">{escape(unit)}{kind}</text>',
    ]
    for value in ticks(axis):
        x = axis.at(value)
        parts.append(
            f'<path class="grid" d="M{x} 22V{height}"/>'
            f'<text class="axis" x="{x}" y="16" text-anchor="middle">{amount(value)}</text>'
        )
    parts += [_step(lanes, n, axis) for n, lane in enumerate(lanes) if lane.parent is not None]
    parts += [_lane(lane, n, axis) for n, lane in enumerate(lanes)]
    return "\n".join([*parts, "</svg>"])


def _middle(lane: Lane, axis: Axis) -> float:
    bounds = [bound for bound in (lane.low, lane.high) if bound is not None]
    return round(sum(axis.at(bound) for bound in bounds) / len(bounds), 1) if bounds else SIDE


def _step(lanes: Sequence[Lane], number: int, axis: Axis) -> str:
    """A line from the figure that was copied to what the copy made of it."""
    lane = lanes[number]
    above = lanes[lane.parent or 0]
    top, bottom = TOP + LANE * (lane.parent or 0) + 16, TOP + LANE * number + 8
    return (
        f'<path class="change" d="M{_middle(above, axis)} {top}L{_middle(lane, axis)} {bottom}">'
        f"<title>{escape(lane.changed)}</title></path>"
    )


def _lane(lane: Lane, number: int, axis: Axis) -> str:
    y = TOP + LANE * number + 12
    note = f" Changed in copying: {lane.changed}." if lane.parent is not None else ""
    mark = f'<tspan class="changed"> ← {escape(lane.changed)}</tspan>' if lane.parent is not None else ""
    words = _cut(lane.words, BESIDE - len(f" ← {lane.changed}") if mark else BESIDE)
    return (
        f'<a href="{escape(lane.link)}"><title>{escape(lane.name)}: {escape(lane.words)}.{escape(note)}</title>'
        f'<text class="lane" x="10" y="{y + 4}">{escape(_cut(lane.name, 31))}</text>{_shape(lane, axis, y)}'
        f'<text class="lane soft" x="{WIDTH - RIGHT + 12}" y="{y + 4}">{escape(words)}{mark}</text></a>'
    )


def _shape(lane: Lane, axis: Axis, y: int) -> str:
    form = FORMS.get(lane.factuality, "other")
    reach = round((WIDTH - SIDE - RIGHT) * REACH, 1)
    if lane.low is None and lane.high is None:
        return ""
    if lane.low is None or lane.high is None:
        at = axis.at(lane.high if lane.low is None else lane.low)  # type: ignore[arg-type]  # one of them is given
        away = at - reach if lane.low is None else at + reach
        side = 8 if lane.low is None else -8
        return (
            f'<path class="bound {form}" d="M{at} {y - 7}V{y + 7}M{at} {y}H{away}"/>'
            f'<path class="head" d="M{away} {y}l{side} -5v10z"/>'
        )
    left, right = axis.at(lane.low), axis.at(lane.high)
    if lane.low == lane.high:
        return f'<circle class="value {form}" cx="{left}" cy="{y}" r="7"/>'
    return (
        f'<rect class="value {form}" x="{left}" y="{y - 7}" width="{max(4.0, right - left):.1f}" height="14" rx="2"/>'
    )


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
