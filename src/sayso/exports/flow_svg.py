"""Draw the flows of a picture as SVG: one column a facet, widths by independent origins and never by articles."""

from collections.abc import Mapping, Sequence
from html import escape
from textwrap import wrap

from sayso.model._record import record
from sayso.views.records import Flow

COLUMN, GAP, NODE, TOP = 170, 70, 30, 34
LINE, BETWEEN = 17, 12
"""Height of each further line of a name, and the space between two boxes."""
LABEL = 21
"""Letters a line."""
MOST_ENTRIES = 9
"""Entries a column; the table beside the diagram has them all."""


@record
class Box:
    """A drawn entry."""

    x: int
    y: int
    lines: tuple[str, ...]
    """Its whole name."""

    @property
    def height(self) -> int:
        """As many lines as the name needs."""
        return NODE + LINE * (len(self.lines) - 1)

    @property
    def middle(self) -> int:
        """Where lines come in and go out."""
        return self.y + self.height // 2


def draw(flows: Sequence[Flow], titles: Mapping[str, str], links: Mapping[str, str], *, name: str = "flow") -> str:
    """An SVG image as text; empty when there is nothing to draw. `name` tells it from others on the page.

    `titles` gives the heading of each facet in order of columns, `links` the address of each claim's sentence.
    Colours come from the page's CSS variables, so that it follows dark mode.
    """
    boxes = place(flows, titles)
    if not boxes:
        return ""
    shown = [f for f in flows if (f.left_facet, f.left) in boxes and (f.right_facet, f.right) in boxes]
    columns = [facet for facet in titles if any(key[0] == facet for key in boxes)]
    width = len(columns) * COLUMN + (len(columns) - 1) * GAP
    height = max(box.y + box.height for box in boxes.values()) + BETWEEN
    parts = [
        f'<svg class="flow" viewBox="0 0 {width} {height}" role="group" aria-labelledby="{name}-title">',
        f'<title id="{name}-title">Recruitment picture; the table below holds the same entries with their sources'
        "</title>",
        *(heading(n, titles[facet]) for n, facet in enumerate(columns)),
        *(edge(f, boxes, links) for f in sorted(shown, key=lambda f: f.origins.at_most)),
        *(node(box) for box in boxes.values()),
        "</svg>",
    ]
    return "\n".join(parts)


def place(flows: Sequence[Flow], titles: Mapping[str, str]) -> dict[tuple[str, str], Box]:
    """Where each entry stands: columns in order of facets, rows by how much stands behind them."""
    weight: dict[tuple[str, str], int] = {}
    for flow in flows:
        for key in ((flow.left_facet, flow.left), (flow.right_facet, flow.right)):
            weight[key] = weight.get(key, 0) + 100 * flow.origins.at_least + 10 * flow.origins.at_most + flow.reports
    columns = [facet for facet in titles if any(key[0] == facet for key in weight)]
    boxes = {}
    for n, facet in enumerate(columns):
        entries = sorted((k for k in weight if k[0] == facet), key=lambda k: (-weight[k], k[1]))
        y = TOP
        for key in entries[:MOST_ENTRIES]:
            boxes[key] = Box(x=n * (COLUMN + GAP), y=y, lines=tuple(wrap(key[1], LABEL)) or ("",))
            y += boxes[key].height + BETWEEN
    return boxes


def heading(column: int, title: str) -> str:
    """The facet's name over its column."""
    return f'<text class="flow-heading" x="{column * (COLUMN + GAP)}" y="16">{escape(title)}</text>'


def node(box: Box) -> str:
    """A box with its whole name, over as many lines as that takes."""
    lines = "".join(
        f'<tspan x="{box.x + 8}" y="{box.y + 20 + LINE * n}">{escape(line)} </tspan>'
        for n, line in enumerate(box.lines)
    )
    return (
        f'<g class="flow-node"><rect x="{box.x}" y="{box.y}" width="{COLUMN}" height="{box.height}" rx="5"/>'
        f"<text>{lines}</text></g>"
    )


def edge(flow: Flow, boxes: Mapping[tuple[str, str], Box], links: Mapping[str, str]) -> str:
    """A curve that leads to the first sentence behind it; dashed while no known voice stands behind it."""
    left, right = boxes[flow.left_facet, flow.left], boxes[flow.right_facet, flow.right]
    x1, y1, x2, y2 = left.x + COLUMN, left.middle, right.x, right.middle
    middle = (x1 + x2) // 2
    count = flow.origins
    words = (
        f"{flow.left} → {flow.right}: {count.at_least} to {count.at_most} independent origins, {flow.reports} reports"
    )
    style = (
        f'stroke-width="{2 + 3 * min(count.at_least, 4)}"'
        if count.at_most
        else 'stroke-width="2" stroke-dasharray="4 4"'
    )
    curve = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
    path = f'<path class="flow-edge" d="{curve}" {style}><title>{escape(words)}</title></path>'
    address = next((links[c] for c in flow.claims if c in links), None)
    return f'<a href="{escape(address)}" aria-label="{escape(words)}">{path}</a>' if address else path
