"""The figures of a proposition as charts: one for each unit that has two or more."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from sayso.exports.figures_svg import Lane, draw_figures
from sayso.model import Change
from sayso.views import wording
from sayso.views.desk.propositions import FigureRow

MOST = 40
"""Lanes of a chart, the earliest; the table has all."""


def charts(rows: Sequence[FigureRow], changes: Sequence[Change]) -> list[Markup]:
    """The charts as SVG, the unit with most figures first."""
    by_unit: dict[str, list[FigureRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.figure.published or date.max, row.figure.document)):
        if row.figure.low is not None or row.figure.high is not None:
            by_unit[row.figure.unit or "things"].append(row)
    units = sorted((unit for unit, held in by_unit.items() if len(held) > 1), key=lambda unit: -len(by_unit[unit]))
    return [Markup(draw_figures(lanes(by_unit[unit][:MOST], changes), unit)) for unit in units]


def lanes(rows: Sequence[FigureRow], changes: Sequence[Change]) -> list[Lane]:
    """A lane for each figure, with the copy's step where one changed it."""
    made = []
    for row in rows:
        parent, changed = step_of(row, rows, changes)
        figure = row.figure
        made.append(
            Lane(
                low=figure.low, high=figure.high, factuality=figure.factuality,
                name=f"{row.outlet or row.title}, {wording.day(figure.published)}", words=figure.span.text,
                link=f"/documents/{figure.document}#{figure.claim}", parent=parent, changed=changed,
            )
        )  # fmt: skip
    return made


def step_of(row: FigureRow, rows: Sequence[FigureRow], changes: Sequence[Change]) -> tuple[int | None, str]:
    """Number of the row that this one was copied from and changed, and what changed; None where no copy did."""
    for change in changes:
        if change.child == row.figure.document and change.now.overlaps(row.figure.span):
            for number, other in enumerate(rows):
                if other.figure.document == change.parent and change.was.overlaps(other.figure.span):
                    return number, change.what
    return None, ""
