"""Draw places and routes on a map, and periods on a line of time, as SVG: sizes by independent origins.

The map shows land alone. Borders are not drawn: which of them holds is not for Sayso to say. The projection is
equirectangular with the middle parallel true to length, so that anyone can read a coordinate off it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from html import escape
from itertools import pairwise
from math import cos, radians, sqrt

from sayso.model._record import record


@record
class Sheet:
    """What a drawing is made for: its units are pixels where it is shown as wide as it is drawn."""

    name: str
    """Class of the drawing, and the beginning of the ids in it."""
    width: int
    tallest: int
    lowest: int
    """Bounds of a map's height."""
    labels: int
    """Names on a map at most."""
    above: bool
    """Whether the words of a line of time stand above its bars, for want of room beside them."""


WIDE = Sheet(name="wide", width=1000, tallest=620, lowest=320, labels=28, above=False)
NARROW = Sheet(name="narrow", width=400, tallest=460, lowest=280, labels=14, above=True)
"""For a telephone: the whole map at once, with names that can be read."""
LEAST_SPAN = 16.0
"""Degrees that are shown at least, so that one town is not all there is."""
MARGIN = 0.12
"""Share of the shown stretch that is left free on each side."""
EXACT = frozenset({"point", "town"})
SMALL = frozenset({"district", "region"})


@record
class Mark:
    """A place to be drawn."""

    name: str
    lat: float
    lon: float
    exact: str
    """Its precision class: `point` and `town` are dots, `district` and `region` rings, wider ones broken rings."""
    weight: int
    """At most so many independent origins."""
    link: str


@record
class Way:
    """A route to be drawn: latitude and longitude of its places in order."""

    points: tuple[tuple[float, float], ...]
    name: str
    weight: int
    link: str


@record
class View:
    """The part of the world that is shown, in degrees, and how it lies on the picture."""

    west: float
    north: float
    scale: float
    """Pixels a degree of latitude."""
    squeeze: float
    """Length of a degree of longitude in degrees of latitude, at the middle parallel."""
    width: int
    height: int

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        return round((lon - self.west) * self.squeeze * self.scale, 1), round((self.north - lat) * self.scale, 1)


def view_of(points: Sequence[tuple[float, float]], sheet: Sheet = WIDE) -> View:
    """The view that holds some points (latitude, longitude); the whole world where there are none."""
    lats = [lat for lat, _ in points] or [-55.0, 75.0]
    lons = [lon for _, lon in points] or [-170.0, 170.0]
    low, high, west, east = min(lats), max(lats), min(lons), max(lons)
    squeeze = max(0.3, cos(radians((low + high) / 2)))
    tall = max(high - low, LEAST_SPAN) * (1 + 2 * MARGIN)
    wide = max((east - west) * squeeze, LEAST_SPAN) * (1 + 2 * MARGIN)
    tall = min(max(tall, wide * sheet.lowest / sheet.width), 170)
    wide = max(wide, tall * sheet.width / sheet.tallest)
    scale = sheet.width / wide
    return View(
        west=(west + east) / 2 - wide / squeeze / 2,
        north=(low + high) / 2 + tall / 2,
        scale=scale,
        squeeze=squeeze,
        width=sheet.width,
        height=round(tall * scale),
    )


def draw_map(marks: Sequence[Mark], ways: Sequence[Way], *, land: str | None, sheet: Sheet = WIDE) -> str:
    """The map as SVG. `land` is the address of a drawing of all land in degrees (x east, y south); None: no land.

    Colours come from the page's CSS variables. Every mark is a link with a name; the page has the same as a table.
    """
    view = view_of([(m.lat, m.lon) for m in marks] + [point for way in ways for point in way.points], sheet)
    tip = f"{sheet.name}-tip"
    parts = [
        f'<svg class="map {sheet.name}" viewBox="0 0 {view.width} {view.height}" role="group" '
        f'aria-label="Map of {len(marks)} places and {len(ways)} routes; the tables below hold the same">',
        f'<defs><marker id="{tip}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        'markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>',
        f'<rect class="sea" width="{view.width}" height="{view.height}"/>',
    ]
    if land:
        shift = f"scale({view.scale * view.squeeze:.4f} {view.scale:.4f}) translate({-view.west:.4f} {view.north:.4f})"
        parts.append(f'<use class="land" href="{escape(land)}#land" transform="{shift}"/>')
    parts += _grid(view)
    parts += [_way(way, view, tip) for way in sorted(ways, key=lambda way: way.weight)]
    parts += [_mark(mark, view) for mark in sorted(marks, key=lambda mark: -mark.weight)]
    return "\n".join([*parts, *_labels(marks, view, sheet.labels), "</svg>"])


def _grid(view: View) -> list[str]:
    step = next(s for s in (5, 10, 20, 30, 60) if s * view.scale * view.squeeze > 70 or s == 60)
    east, south = view.west + view.width / view.scale / view.squeeze, view.north - view.height / view.scale
    lines = []
    for lon in range(-180, 181, step):
        if view.west < lon < east:
            x = view.at(0, lon)[0]
            lines.append(f'<path class="grid" d="M{x} 0V{view.height}"/>')
    for lat in range(-90, 91, step):
        if south < lat < view.north:
            lines.append(f'<path class="grid" d="M0 {view.at(lat, 0)[1]}H{view.width}"/>')
    return lines


def radius(weight: int) -> float:
    """Of a mark: its area grows with the number of independent origins.

    >>> radius(0) < radius(1) < radius(4)
    True
    """
    return round(4 + 3.2 * sqrt(max(0, weight)), 1)


def _mark(mark: Mark, view: View) -> str:
    x, y = view.at(mark.lat, mark.lon)
    kind = kind_of(mark)
    return (
        f'<a href="{escape(mark.link)}"><title>{escape(mark.name)}</title>'
        f'<circle class="spot {kind}" cx="{x}" cy="{y}" r="{size_of(mark)}"/></a>'
    )


def kind_of(mark: Mark) -> str:
    """How a mark looks: `exact`, `ring` or `wide`."""
    return "exact" if mark.exact in EXACT else "ring" if mark.exact in SMALL else "wide"


def size_of(mark: Mark) -> float:
    """Radius of a mark, in pixels; what is less exact is drawn wider."""
    return radius(mark.weight) + {"exact": 0, "ring": 4, "wide": 9}[kind_of(mark)]


def _way(way: Way, view: View, tip: str) -> str:
    points = [view.at(lat, lon) for lat, lon in way.points]
    path = f"M{points[0][0]} {points[0][1]}"
    for (x0, y0), (x1, y1) in pairwise(points):
        bend = 0.16
        middle = (round((x0 + x1) / 2 + (y1 - y0) * bend, 1), round((y0 + y1) / 2 - (x1 - x0) * bend, 1))
        path += f"Q{middle[0]} {middle[1]} {x1} {y1}"
    width = 1.5 + 1.5 * max(0, way.weight)
    return (
        f'<a href="{escape(way.link)}"><title>{escape(way.name)}</title>'
        f'<path class="way" d="{path}" stroke-width="{min(width, 9)}" marker-end="url(#{tip})"/></a>'
    )


def _labels(marks: Sequence[Mark], view: View, most: int) -> list[str]:
    """Names of the places with most behind them, where they do not run into one another."""
    taken: list[tuple[float, float, float, float]] = []
    made = []
    for mark in sorted(marks, key=lambda mark: -mark.weight)[:most]:
        x, y = view.at(mark.lat, mark.lon)
        wide = 7.2 * len(mark.name)
        left = x + size_of(mark) + 4
        if left + wide > view.width:
            left = x - size_of(mark) - 4 - wide
        box = (left, y - 9, left + wide, y + 9)
        if not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            taken.append(box)
            made.append(f'<text class="map-name" x="{left:.1f}" y="{y + 4:.1f}">{escape(mark.name)}</text>')
    return made


@record
class Bar:
    """A period to be drawn: half-open in days, None where it is open."""

    start: date | None
    end: date | None
    name: str
    count: str
    """What stands behind it, in words."""
    link: str


BAR, LANE, SIDE, RIGHT = 12, 26, 190, 150
TWO_LINES = 40
"""Height of a lane whose words stand above its bar."""
LETTER = 7.8
"""Width of a letter of a label at most, on the mean, in units of the drawing."""
DAYS: Mapping[str, int] = {"day": 1, "week": 7, "month": 31, "year": 366}


def length_of(bar: Bar) -> str:
    """How finely it is dated: `day`, `week`, `month`, `year`, `years`, or `open`.

    >>> length_of(Bar(start=date(2022, 8, 1), end=date(2022, 9, 1), name="", count="", link=""))
    'month'
    """
    if bar.start is None or bar.end is None:
        return "open"
    days = (bar.end - bar.start).days
    return next((name for name, most in DAYS.items() if days <= most), "years")


TICKS = 8
"""About so many marks on the axis of a wide drawing at most."""


def ticks(first: date, last: date, most: int = TICKS) -> list[tuple[date, str]]:
    """Beginnings of months, or of years where there are too many of those, with their names.

    >>> ticks(date(2022, 8, 1), date(2022, 10, 1))[-1]
    (datetime.date(2022, 10, 1), 'October 2022')
    """
    months = [date(m // 12, m % 12 + 1, 1) for m in range(_month(first), _month(last) + 1)]
    if len(months) <= 2 * most:
        return [(day, f"{day:%B %Y}") for day in months[:: -(-len(months) // most)]]
    years = [day for day in months if day.month == 1]
    return [(day, str(day.year)) for day in years[:: -(-len(years) // (2 * most))]]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


@record
class Scale:
    """Where a line of time lies on its drawing."""

    first: date
    days: int
    left: int
    room: int
    """Units from its first day to its last."""

    def at(self, day: date) -> float:
        """Units from the left edge."""
        return round(self.left + self.room * (day - self.first).days / max(1, self.days), 1)


def draw_time(bars: Sequence[Bar], *, sheet: Sheet = WIDE) -> str:
    """Periods under one another on a line of time; empty where there is none."""
    ends = [day for bar in bars for day in (bar.start, bar.end) if day is not None]
    if not ends:
        return ""
    first, last = min(ends).replace(day=1), max(max(ends), min(ends) + timedelta(days=30))
    left = 12 if sheet.above else max(SIDE, round(LETTER * max(len(bar.name) for bar in bars)) + 16)
    room = sheet.width - left - (12 if sheet.above else RIGHT)
    scale = Scale(first=first, days=(last - first).days, left=left, room=room)
    lane = TWO_LINES if sheet.above else LANE
    height = lane * len(bars) + 34
    parts = [
        f'<svg class="time {sheet.name}" viewBox="0 0 {sheet.width} {height}" role="group" '
        f'aria-label="{len(bars)} periods on a line of time; the table below holds the same">'
    ]
    for day, words in ticks(first, last, TICKS if not sheet.above else 3):
        x = scale.at(day)
        parts.append(f'<path class="grid" d="M{x} 20V{height}"/><text class="axis" x="{x + 3}" y="14">{words}</text>')
    parts += [_bar(bar, scale, 28 + lane * n, sheet, last) for n, bar in enumerate(bars)]
    return "\n".join([*parts, "</svg>"])


def _bar(bar: Bar, scale: Scale, top: int, sheet: Sheet, last: date) -> str:
    """A period with its words: on both sides of it, or above."""
    left, right = scale.at(bar.start or scale.first), scale.at(bar.end or last)
    wide = max(4.0, round(right - left, 1))
    name, count = escape(bar.name), escape(bar.count)
    lane = f'<path class="hit" d="M0 {top - 6}H{sheet.width}v{TWO_LINES if sheet.above else LANE}H0z"/>'
    if sheet.above:
        first = count.partition(",")[0]
        told = f'{name}: <tspan class="lane soft">{first}</tspan>'
        words = f'<text class="lane" x="{scale.left}" y="{top + 10}">{told}</text>'
        top += 16
    else:
        words = (
            f'<text class="lane" x="{scale.left - 10}" y="{top + 10}" text-anchor="end">{name}</text>'
            f'<text class="lane soft" x="{sheet.width - RIGHT + 8}" y="{top + 10}">{count}</text>'
        )
    return (
        f'<a href="{escape(bar.link)}"><title>{name}: {count}</title>{lane}{words}'
        f'<rect class="bar {length_of(bar)}" x="{left}" y="{top}" width="{wide}" height="{BAR}" rx="2"/>'
        f"{_open_ends(bar, left, left + wide, top)}</a>"
    )


def _open_ends(bar: Bar, left: float, right: float, top: int) -> str:
    """An arrow where nobody says when it began, or whether it ended."""
    before = f'<path class="tip" d="M{left} {top - 2}l-9 {BAR / 2 + 2} 9 {BAR / 2 + 2}z"/>' if bar.start is None else ""
    after = f'<path class="tip" d="M{right} {top - 2}l9 {BAR / 2 + 2} -9 {BAR / 2 + 2}z"/>' if bar.end is None else ""
    return before + after
