"""Expressions that count from a day: "last month", "two weeks ago", "the next day", "the end of the year"."""

import re

from sayso.stages.normalise.dates.forms import CLOCK
from sayso.stages.normalise.dates.moment import SEASONS, Moment, day_of, shift
from sayso.stages.normalise.dates.seasons import season_year
from sayso.stages.normalise.dates.state import Match, Reading, State, clock_of, dated_as
from sayso.stages.normalise.dates.values import (
    coarse,
    count_of,
    duration_value,
    grain_of,
    grain_precision,
    unknown,
    vague,
)

_TURNS = {
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "past": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
    "subsequent": 1,
}


def read_relative(m: Match, state: State) -> Reading | None:
    """A stretch by its place: "last month", "the following year", "that day", "this week"."""
    words = m["rel"].lower().split()
    rel = next((w for w in words if w in _TURNS), "")
    turn = _TURNS.get(rel, 0)
    unit = m["unit"]
    clock = clock_of(m) or CLOCK.get(unit, "")
    grain = grain_of(unit)
    deictic = words[0] in ("last", "next") or (words[0] == "this" and words[-1] not in ("same", "very"))
    deictic = deictic or (words[0] == "the" and rel in ("last", "past", "coming"))
    if deictic:
        anchor = state.anchor
    elif rel in ("previous", "preceding") or words[-1] in ("current", "present"):
        anchor = state.told(grain) or state.anchor
    else:
        anchor = state.told(grain)
    moment = shift(anchor, grain, turn) if anchor is not None else None
    if moment is None:
        return dated_as(m, None, value=unknown(grain, anchor) + clock, precision=grain_precision(grain), clock=clock)
    basis = (
        state.basis
        if deictic and not state.narrative
        else (f"dated by {anchor.value} earlier in the text" if anchor else "")
    )
    return dated_as(m, moment, basis=basis, clock=clock)


def read_day_after(m: Match, state: State) -> Reading | None:
    """The day, week, ... after or before the one told last; "the day before yesterday"."""
    if m["what"]:
        turn = -2 if m["what"] == "yesterday" else 2
        base = day_of(state.published) if state.published else None
        moment = shift(base, "day", turn) if base else None
        return dated_as(m, moment, value=None if moment else "XXXX-XX-XX", basis=state.basis, precision="day")
    turn = -1 if m["side"] in ("before", "earlier", "prior") else 1
    grain = grain_of(m["unit"])
    clock = CLOCK.get(m["unit"], "")
    base = state.told(grain)
    moment = shift(base, grain, turn) if base else None
    ahead = m.string[m.end() : m.end() + 2]
    if m["side"] in ("before", "after") and ahead[:1] == " " and ahead[1:2].isalpha():
        moment = None  # "the day before his son was found": the event is not dated here
    if moment is None:
        value = unknown(grain, base) + clock
        return dated_as(m, None, value=value, precision=grain_precision(grain), clock=clock)
    return dated_as(m, moment, basis=f"dated by {base.value} earlier in the text" if base else "", clock=clock)


OPENS_SENTENCE = re.compile(r"(?:^|[.!?]\s|\n\s*)$")
"""What stands before an expression that opens its sentence: "Two days later the army fled"."""


def read_ago(m: Match, state: State) -> Reading | None:
    """A stretch by its distance: "two weeks ago", "three days later"."""
    unit = m["unit"].removesuffix("s") if m["unit"] != "centuries" else "century"
    side = m["side"]
    number = count_of(m["count"])
    if "half" in m.group() and number is not None and "and a half" in m.group():
        number += 0.5
    back = side in ("ago", "earlier", "before", "previously", "back", "prior")
    deictic = side in ("ago", "back", "hence") and not state.narrative
    anchor = state.anchor if deictic else state.told(unit)
    if side == "on":
        return Reading(start=m.start(), end=m.end() - 3, type="DURATION", value=duration_value(number, unit))
    opens = side in ("earlier", "later") and OPENS_SENTENCE.search(m.string[max(0, m.start() - 3) : m.start()])
    behind = r"\sthan\b" if opens else r"\s(?:than|the|a|his|they|it)\b"
    if side in ("earlier", "later", "before", "after") and re.match(behind, m.string[m.end() : m.end() + 6]):
        end = m.end() - len(side) - 1  # "a month earlier than usual" is a length, not a date
        start = m.start() + len(m["about"] or "")
        return Reading(start=start, end=end, type="DURATION", value=duration_value(number, unit, era=state.narrative))
    if number is None or anchor is None or unit in ("second", "minute", "hour"):
        near = anchor if state.narrative else None
        precision = None if unit in ("second", "minute", "hour") else coarse(unit)
        return dated_as(m, None, value=vague(unit, near), precision=precision)
    if unit in ("decade", "century"):
        number, unit = number * (10 if unit == "decade" else 100), "year"
    grain = grain_of(unit)
    if unit == "fortnight":
        number *= 2
    count = -number if back else number
    if count != int(count):
        if grain == "year":
            grain, count = "month", count * 12
        else:
            return dated_as(m, None, value=vague(unit, anchor), precision=coarse(unit))
    moment = shift(anchor, grain, int(count))
    if moment is None:
        return dated_as(m, None, value=vague(unit, anchor), precision=coarse(unit))
    return dated_as(
        m, moment, basis=state.basis if anchor == state.anchor else f"dated by {anchor.value} earlier in the text"
    )


def read_endof(m: Match, state: State) -> Reading | None:
    """A part of a stretch: "the end of the year", "later that month". It is dated by the whole stretch."""
    unit, mod = m["unit"], m["mod"].lower()
    rel = (m["rel"] or "").lower()
    told = state.narrative or rel in ("that", "the same", "the following", "the next", "the previous")
    anchor = state.told(unit) if told else state.anchor
    turn = -1 if rel in ("last", "the previous") else 1 if rel in ("next", "the following", "the next") else 0
    if mod in ("early", "mid") and unit == "day":
        return None
    if unit in SEASONS:
        part, code = SEASONS[unit]
        year = season_year(part, rel, state)
        return (
            dated_as(m, Moment(unit="season", year=year, part=part), basis=state.basis)
            if year is not None
            else dated_as(m, None, value=f"XXXX-{code}", precision="season")
        )
    moment = shift(anchor, grain_of(unit), turn) if anchor is not None else None
    if moment is None:
        return dated_as(m, None, value=unknown(unit), precision=grain_precision(unit))
    return dated_as(m, moment, basis=state.basis)


def read_deictic(m: Match, state: State) -> Reading | None:
    """ "Yesterday", "today", "tomorrow", "tonight", "overnight"."""
    word = m["word"].lower()
    turn = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    clock = clock_of(m) or {"tonight": "TNI", "overnight": "TNI"}.get(word, "")
    if word == "today" and (state.narrative or _today_is_era(m)):
        return Reading(start=m.start(), end=m.end(), type="DATE", value="PRESENT_REF")
    if state.narrative or state.published is None:
        return dated_as(m, None, value="XXXX-XX-XX" + clock, precision="day", clock=clock)
    moment = shift(day_of(state.published), "day", turn)
    return dated_as(m, moment, basis=state.basis, clock=clock)


def _today_is_era(m: Match) -> bool:
    """Whether "today" means nowadays: "today's world", "than can be done today"."""
    before = m.string[max(0, m.start() - 60) : m.start()].lower()
    return bool(
        re.search(r"\b(?:than|as|even|still|until|of|world|exist\w*|remain\w*|are|is)\b[^.]*$", before)
    ) and m.string[m.end() : m.end() + 2] not in ("'s", "’s")
