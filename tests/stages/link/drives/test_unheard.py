"""Private persons without a name whom no outlet is told to have heard."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, on, teller

from sayso.stages.link.claims.gist import gist_of
from sayso.stages.link.drives.parts import Part, part_of
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.drives.unheard import without_unheard
from sayso.stages.link.voices.teller import Particulars, Teller


def told(name: str, day: str, voice: Teller, *, heard: bool) -> tuple[Part, DriveReport]:
    """A part that a voice tells in an article of that day."""
    of = document(name, "They recruited us for the war.", day=day, outlet=f"Outlet {name}")
    made = claim(of, "They recruited us", "recruited")
    part = replace(part_of(made, gist_of(made, of), voice, of), heard=heard)
    report = DriveReport(id=of.id, outlet=of.outlet, published=on(day), sees=False, names=(), parts=(part,))
    return part, report


NED = teller("Ned Roe", "person", sort="recruit", told=Particulars(age=24))


def recruit(name: str, *, age: int | None = None, sort: str = "recruit") -> Teller:
    """Somebody without a name."""
    return teller(name, "unnamed", sort=sort, told=Particulars(age=age))


@pytest.mark.parametrize(
    ("voice", "day", "heard", "is_kept"),
    [
        (recruit("recruit"), "2026-01-05", False, False),
        (recruit("24-year-old", age=24), "2026-01-05", False, False),
        # somebody spoke to that outlet
        (recruit("recruit"), "2026-01-05", True, True),
        # an article of the same day or an earlier one has it from nobody
        (recruit("recruit"), "2026-01-01", False, True),
        # more is told of him than of the other: an age, a place, whose kin
        (recruit("31-year-old", age=31), "2026-01-05", False, True),
        (recruit("baker from Bergen"), "2026-01-05", False, True),
        (recruit("widow", sort="kin"), "2026-01-05", False, True),
        # who holds an office is heard by many
        (recruit("officials", sort="official"), "2026-01-05", False, True),
    ],
)
def test_who_spoke_to_nobody_may_be_who_was_told_of_before(voice: Teller, day: str, heard: bool, is_kept: bool) -> None:
    first, before = told("a", "2026-01-03", NED, heard=True)
    then, after = told("b", day, voice, heard=heard)
    kept, reasons = without_unheard(
        [NED, voice], [first, then], {first.id: NED, then.id: voice}, {first.id: before, then.id: after}
    )
    assert [each.name for each in kept] == ["Ned Roe", *([voice.name] if is_kept else [])]
    assert len(reasons) == 1 - is_kept
