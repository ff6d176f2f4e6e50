"""From the form of a time expression to what it denotes, against the publication date or the narrative before it."""

from collections.abc import Callable

from sayso.stages.normalise.dates.absolute import (
    read_bc_lead,
    read_century,
    read_day_lead,
    read_day_month,
    read_day_tail,
    read_decade,
    read_holiday,
    read_iso,
    read_month,
    read_nth_day,
    read_numeric,
    read_weekday,
    read_year,
    read_year_tail,
)
from sayso.stages.normalise.dates.lengths import (
    read_clock,
    read_daypart,
    read_length,
    read_plural,
    read_ref,
    read_set,
    read_yearlong,
)
from sayso.stages.normalise.dates.relative import read_ago, read_day_after, read_deictic, read_endof, read_relative
from sayso.stages.normalise.dates.seasons import read_quarter, read_season
from sayso.stages.normalise.dates.state import STATED, Match, Reading, State


def resolve(
    name: str, m: Match, state: State, *, lean: str, later: list[tuple[str, Match]], aside: bool = False
) -> Reading | None:
    """What the match of a form denotes; None when it turns out to be no time. Remembers it in `state`."""
    state.lean, state.later, state.at = lean, tuple(later), m.start()
    reading = _READERS[name](m, state)
    if reading is not None and reading.moment is not None and reading.basis:
        state.near = reading.moment
        if not (aside and reading.basis == STATED):
            state.last, state.last_end = reading.moment, reading.end
    return reading


_READERS: dict[str, Callable[[Match, State], Reading | None]] = {
    "iso": read_iso,
    "day_month": read_day_month,
    "month_day": read_day_month,
    "month": read_month,
    "quarter": read_quarter,
    "season": read_season,
    "decade": read_decade,
    "century": read_century,
    "year": read_year,
    "weekday": read_weekday,
    "relative": read_relative,
    "day_after": read_day_after,
    "ago": read_ago,
    "endof": read_endof,
    "deictic": read_deictic,
    "holiday": read_holiday,
    "set": read_set,
    "length": read_length,
    "plural": read_plural,
    "yearlong": read_yearlong,
    "clock": read_clock,
    "daypart": read_daypart,
    "ref": read_ref,
    "day_tail": read_day_tail,
    "day_lead": read_day_lead,
    "year_tail": read_year_tail,
    "bc_lead": read_bc_lead,
    "nth_day": read_nth_day,
    "numeric": read_numeric,
}
