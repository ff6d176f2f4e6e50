"""Seasons, quarters and halves of a year."""

import re
from dataclasses import replace

from sayso.stages.normalise.dates.moment import SEASONS, Moment, Unit
from sayso.stages.normalise.dates.state import STATED, Match, Reading, State, borrowed, dated_as, group, year_of

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "latter": 2}


def read_quarter(m: Match, state: State) -> Reading | None:
    """A quarter or half of a year: "the first quarter of 2023", "Q1"."""
    size: Unit = "half" if m["h"] or m["size"] == "half" else "quarter"
    number = int(m["q"] or m["h"] or _NTH[m["nth"].lower()])
    if size == "half" and number == 4:
        number = 2
    year, basis = year_of(m), STATED
    if year is None:
        anchor = state.anchor
        turn = {"last": -1, "next": 1}.get(group(m, "rel").split(" ")[0], 0)
        if anchor is None or (size == "half" and not m["rel"]):
            return (
                dated_as(m, None, value=f"XXXX-{size[0].upper()}{number}", precision="quarter")
                if size == "quarter"
                else None
            )
        year, basis = anchor.year + turn, state.basis
        if not m["rel"] and state.lean != "future" and not state.narrative:
            found = Moment(unit=size, year=year, part=number).days
            if found and state.published and found[0] > state.published:
                year -= 1
    return dated_as(m, Moment(unit=size, year=year, part=number), basis=basis)


def read_season(m: Match, state: State) -> Reading | None:
    """A season: "the spring of 1862", "last summer", "the winter"."""
    part, code = SEASONS[m["season"].lower()]
    year, basis = year_of(m), STATED
    if year is None and m["first"]:
        year = int(m["first"])
    if year is None:
        year = borrowed(m, state)
    rel = group(m, "rel").lower()
    if year is None:
        year, basis = season_year(part, rel, state), state.basis
    if year is None or (m["season"] == "winter" and _generic(m, rel)):
        return dated_as(m, None, value=f"XXXX-{code}", precision="season")
    moment = Moment(unit="season", year=year, part=part)
    if (
        part == 3
        and basis != STATED
        and state.narrative
        and state.anchor is not None
        and state.anchor.first_month >= 9
        and not rel.endswith(("last", "next"))
    ):
        return dated_as(m, moment, value=replace(moment, year=year + 1).value, basis=basis)  # named after its January
    return dated_as(m, moment, basis=basis)


def _generic(m: Match, rel: str) -> bool:
    """Whether "winter" is no winter in particular: winter quarters, winter clothes."""
    return (
        not rel
        and not m["mod"]
        and bool(re.match(r"\s[a-z]+", m.string[m.end() : m.end() + 4]))
        and m.string[m.end() + 1 : m.end() + 4] not in ("and", "of ", "or ", "in ", "the")
    )


def season_year(part: int, rel: str, state: State) -> int | None:
    """The year of a season that states none. The winter of a story at its year's end is that of the next year."""
    anchor = state.anchor
    if anchor is None:
        return None
    if state.narrative and rel not in ("last", "next"):
        return anchor.year + {"the following": 1, "the next": 1, "the previous": -1}.get(rel, 0)
    coarse = anchor.unit in ("year", "decade", "century")
    now = -1 if coarse else (anchor.first_month - 3) // 3 % 4
    year = anchor.year - (1 if now == 3 and anchor.first_month < 3 else 0)  # winter began in the year before
    if rel in ("last", "the past", "the previous"):
        return year - 1 if part >= now else year
    if rel in ("next", "the next", "the following", "the coming"):
        return year + 1 if part <= now else year
    if rel.startswith("this") and part == 3 and now == 0:
        return year - 1
    if rel:
        return year if rel.startswith("this") and part == now else anchor.year
    if state.lean == "future":
        return year + 1 if part < now else year
    return year - 1 if part > now else year
