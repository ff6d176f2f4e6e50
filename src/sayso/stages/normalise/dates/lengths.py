"""Durations, frequencies, clock times and "now": they are recognised, but few of them denote days."""

from dataclasses import replace

from sayso.stages.normalise.dates.absolute import day_reading
from sayso.stages.normalise.dates.forms import CLOCK, LETTER
from sayso.stages.normalise.dates.state import Match, Reading, State, clock_of, dated_as, month_number
from sayso.stages.normalise.dates.values import coarse, count_of, duration_value, grain_of, unknown, vague

_SETS = {
    "daily": "XXXX-XX-XX",
    "everyday": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "XXXX-WXX",
    "monthly": "XXXX-XX",
    "yearly": "XXXX",
    "annually": "XXXX",
    "annual": "XXXX",
    "hourly": "XXXX-XX-XXTXX",
}


def read_set(m: Match, state: State) -> Reading | None:
    """A frequency: "daily", "every week", "per month"."""
    word = m["set"].lower()
    if word in _SETS:
        return Reading(start=m.start(), end=m.end(), type="SET", value=_SETS[word])
    unit = m["unit"]
    if (word.startswith("per ") and unit in LETTER) or unit in ("second", "minute", "hour"):
        return Reading(
            start=m.start(),
            end=m.end(),
            type="SET" if not word.startswith("per") else "DURATION",
            value=duration_value(1, unit),
        )
    if unit in ("season", "winter"):
        return Reading(start=m.start(), end=m.end(), type="SET", value="XXXX-WI")
    if unit == "summer":
        return Reading(start=m.start(), end=m.end(), type="SET", value="XXXX-SU")
    grain = grain_of(unit)
    return Reading(start=m.start(), end=m.end(), type="SET", value=unknown(grain) + CLOCK.get(unit, ""))


def read_length(m: Match, state: State) -> Reading | None:
    """A length of time: "two years", "a 20-year", "half an hour"."""
    number = count_of(m["count"])
    unit = m["unit"]
    if "and a half" in m["count"] and number is not None and number == int(number):
        number += 0.5
    return Reading(
        start=m.start(), end=m.end(), type="DURATION", value=duration_value(number, unit, era=state.narrative)
    )


def read_plural(m: Match, state: State) -> Reading | None:
    """Vague lengths and distances: "for months", "recent weeks", "years later"."""
    unit = m["unit"]
    single = {"centuries": "century"}.get(unit, unit.removesuffix("s"))
    if m["side"]:
        near = state.told(single) if state.narrative else None
        return dated_as(m, None, value=vague(single, near), precision=coarse(single))
    return Reading(start=m.start(), end=m.end(), type="DURATION", value=duration_value(None, unit))


def read_yearlong(m: Match, state: State) -> Reading | None:
    """ "Year-long", "monthlong"."""
    return Reading(start=m.start(), end=m.end(), type="DURATION", value=duration_value(1, m["unit"]))


def read_clock(m: Match, state: State) -> Reading | None:
    """A clock time, on the day stated beside it or told last."""
    hour, half = int(m["hour"]), (m["ampm"] or "").strip().lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    clock = f"T{hour:02d}" + (f":{m['minute']}" if m["minute"] else "")
    near = next(
        (
            other
            for name, other in state.later[:1]
            if name in ("day_month", "month_day") and other.start() - m.end() < 20
        ),
        None,
    )
    if near is not None:
        inner = day_reading(near, state, month_number(near), int(near["day"]))
        base = inner.moment if inner else None
    else:
        base = state.last if state.narrative or state.last is not None else state.anchor
    if base is None or base.unit != "day":
        return Reading(start=m.start(), end=m.end(), type="TIME", value="XXXX-XX-XX" + clock)
    return dated_as(m, replace(base, clock=clock), basis=f"dated by {base.value} in the text")


def read_daypart(m: Match, state: State) -> Reading | None:
    """A part of the day: "that afternoon", "the morning", "at night"."""
    clock = clock_of(m)
    if m["rel"] and m["rel"].lower() in ("that", "the", "this") and state.last is not None and state.last.unit == "day":
        base = state.anchor if m["rel"].lower() == "this" and not state.narrative and state.anchor else state.last
        return dated_as(m, replace(base, clock=clock), basis=f"dated by {base.value} in the text")
    if m["rel"] and m["rel"].lower() == "this" and state.anchor and state.anchor.unit == "day":
        return dated_as(m, replace(state.anchor, clock=clock), basis=state.basis)
    return Reading(start=m.start(), end=m.end(), type="TIME", value="XXXX-XX-XX" + clock)


_PAST = ("recently", "former", "formerly", "recent", "the past", "previously", "lately")


def read_ref(m: Match, state: State) -> Reading | None:
    """ "Now", "recently", "former": times without days."""
    word = m["ref"].lower()
    if word in ("that time", "that period", "this period") and state.last is not None and state.narrative:
        return dated_as(m, state.last, basis=f"dated by {state.last.value} earlier in the text")
    value = "PAST_REF" if word in _PAST else "FUTURE_REF" if word == "future" else "PRESENT_REF"
    return Reading(start=m.start(), end=m.end(), type="DATE", value=value)
