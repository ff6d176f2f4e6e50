"""The path from words to a claim."""

from datetime import date
from typing import Any

from factory import make_document
from sayso.model import Argument, Money, Place, Published, Quantity, Span
from sayso.pipeline import read
from sayso.views.explained import Step, meaning, steps_of

SENTENCE = "Up to 40 recruits may have been flown by Wagner from Tehran to Moscow last month."


def steps(tools: Any) -> dict[str, list[Step]]:
    published = Published(start=date(2022, 10, 26), end=date(2022, 10, 27), precision="day", basis="given")
    reading = read(make_document(f"{SENTENCE}\nThe mercenary group denied it.", published=published), tools)
    claim = next(c for c in reading.claims if c.event_type in ("TRANSFER", "DEPLOY"))
    found: dict[str, list[Step]] = {}
    for step in steps_of(claim, reading):
        found.setdefault(step.field.split(".")[0], []).append(step)
    return found


def test_every_part_tells_its_rule_its_words_and_what_it_was_taken_for(tools: Any) -> None:
    found = steps(tools)
    assert next(iter(found)) == ""
    assert {"extract.trigger", "extract.role", "extract.firmness"} <= {step.reason.rule for step in found[""]}
    assert [step.means for step in found["quantities"]] == ["at most 40 (recruit)"]
    assert [step.reason.spans[0].text for step in found["quantities"]] == ["Up to 40 recruits"]
    assert {step.means for step in found["arguments"]} >= {"destination: Moscow"}
    assert any("wagner-group" in step.means for step in found["arguments"])
    assert any(step.means.startswith("Tehran, IR, town, GeoNames 112931") for step in found["places"])
    (period,) = found["period"]
    assert period.means == "from 2022-09-01 to before 2022-10-01, by month"
    assert period.reason.detail == "publication date 2022-10-26"
    assert all(step.reason.spans for parts in found.values() for step in parts if step.field)


def test_meanings_say_what_is_not_known() -> None:
    span = Span(start=0, end=3, text="him")
    assert meaning(Argument(role="recruiter", span=span)) == "recruiter: him"
    assert meaning(Place(span=span, name="Xyr")) == "Xyr, unknown, not in the gazetteer"
    assert meaning(Quantity(low=26, high=26, unit="hostage", of=34, span=span)) == "26 (hostage) of 34"
    assert meaning(Money(low=1500, high=1500, currency="USD", per="month", span=span)) == "USD 1,500 per month"
