"""Contradictions of day, town and actor: found where all else is the same, and not where it is not."""

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import at, claim, document, reading

from sayso.model import Contradiction, Document, Layer, Period, Place, Proposition, Reading
from sayso.stages.link import link

NEPALIS = ("recruit_pool", "Nepali recruits", "np-people")


def dated(of: Document, words: str, day: str, precision: Any = "day", days: int = 1) -> Period:
    """A dating of some words."""
    start = date.fromisoformat(day)
    return Period(
        start=start, end=start + timedelta(days=days), precision=precision, basis="stated", span=at(of.text, words)
    )


def town(of: Document, name: str, lat: float, lon: float, precision: Any = "town") -> Place:
    """A place in Russia."""
    return Place(span=at(of.text, name), name=name, country="RU", lat=lat, lon=lon, precision=precision)


def told(
    name: str, text: str, *, day: str = "", place: tuple[Any, ...] = (), toll: int = 12, when: Any = None, **fields: Any
) -> Reading:
    """An article of one sentence with one claim: so many Nepali recruits were killed."""
    of = document(name, text, day="2024-01-20", outlet=f"Outlet {name}")
    stated = when or (dated(of, day, fields.pop("iso")) if day else None)
    return reading(
        of,
        claim(
            of,
            text.rstrip("."),
            "killed",
            event_type="KILLED",
            roles=[NEPALIS],
            figure=(toll, toll, "recruit"),
            period=stated,
            places=(town(of, *place),) if place else (),
            **fields,
        ),
    )


def between(*readings: Reading) -> tuple[list[Contradiction], list[Proposition]]:
    """The contradictions found, and the propositions."""
    propositions = link(readings).propositions
    return [c for p in propositions for c in p.contradictions], list(propositions)


FIRST = "Shelling killed 12 Nepali recruits of the battalion on 3 January."
OTHER_DAY = "Shelling killed 12 Nepali recruits of the battalion on 5 January."


def test_another_day_for_one_event_is_shown() -> None:
    found, propositions = between(
        told("a", FIRST, day="3 January", iso="2024-01-03"), told("b", OTHER_DAY, day="5 January", iso="2024-01-05")
    )
    assert [(c.about, c.difference) for c in found] == [("date", "fact")]
    assert [s.text for s in found[0].reasons[0].spans] == ["3 January", "5 January"]
    assert len(propositions) == 1


def test_a_proposition_of_two_days_is_dated_from_the_first_to_the_last() -> None:
    _, propositions = between(
        told("a", FIRST, day="3 January", iso="2024-01-03"), told("b", OTHER_DAY, day="5 January", iso="2024-01-05")
    )
    (period,) = [p.period for p in propositions]
    assert period is not None
    assert (period.start, period.end, period.precision) == (date(2024, 1, 3), date(2024, 1, 6), "days")


def test_a_day_within_a_month_dates_the_proposition() -> None:
    text = "Shelling killed 12 Nepali recruits of the battalion in January."
    month = dated(document("b", text), "January", "2024-01-01", "month", 31)
    _, propositions = between(told("a", FIRST, day="3 January", iso="2024-01-03"), told("b", text, when=month))
    (period,) = [p.period for p in propositions]
    assert period is not None
    assert (period.start, period.precision) == (date(2024, 1, 3), "day")


def test_an_event_told_of_two_towns_draws_in_no_other_event_of_either() -> None:
    said = "Shelling killed {} Nepali recruits of the battalion {} {}."
    belgorod, kursk = ("Belgorod", 50.6, 36.6), ("Kursk", 51.73, 36.19)
    _, propositions = between(
        told("a", said.format(12, "near", "Belgorod"), place=belgorod),
        told("b", said.format(12, "near", "Kursk"), place=kursk),
        told("c", said.format(31, "resting outside", "Kursk"), place=kursk, toll=31),
        told("d", said.format(12, "again near", "Kursk"), place=kursk),
    )
    assert sorted(sorted(p.documents) for p in propositions) == [["a", "b", "d"], ["c"]]


def test_another_day_for_a_plan_is_an_update() -> None:
    found, _ = between(
        told("a", FIRST, day="3 January", iso="2024-01-03", factuality="planned"),
        told("b", OTHER_DAY, day="5 January", iso="2024-01-05"),
    )
    assert [(c.about, c.difference) for c in found] == [("date", "update")]


def test_another_toll_on_another_day_is_another_event() -> None:
    other = OTHER_DAY.replace("12", "31")
    found, propositions = between(
        told("a", FIRST, day="3 January", iso="2024-01-03"),
        told("b", other, day="5 January", iso="2024-01-05", toll=31),
    )
    assert not found
    assert len(propositions) == 2


def test_a_month_does_not_contradict_a_day_in_it() -> None:
    text = "Shelling killed 12 Nepali recruits of the battalion in January."
    of = document("b", text)
    found, propositions = between(
        told("a", FIRST, day="3 January", iso="2024-01-03"),
        told("b", text, when=dated(of, "January", "2024-01-01", "month", 31)),
    )
    assert not found
    assert len(propositions) == 1


@pytest.mark.parametrize(
    ("place", "difference"),
    [
        (("Kursk", 51.73, 36.19), "fact"),
        (("Shebekino", 50.41, 36.91), "scope"),
        (("Grayvoronsky", 50.48, 35.67, "district"), "scope"),
    ],
)
def test_another_town_for_one_event_is_shown(place: tuple[Any, ...], difference: str) -> None:
    said = "Shelling killed 12 Nepali recruits of the battalion near {}."
    found, propositions = between(
        told("a", said.format("Belgorod"), place=("Belgorod", 50.6, 36.6)),
        told("b", said.format(place[0]), place=place),
    )
    assert [(c.about, c.difference) for c in found] == [("place", difference)]
    assert len(propositions) == 1


def test_a_doubted_role_is_a_contradiction_of_actor_and_no_origin() -> None:
    force = ("recruiter", "Wagner Group", "wagner-group")
    pool = ("recruit_pool", "Afghan commandos", "afghan-commandos")
    affirming = document("a", "The Wagner Group is recruiting Afghan commandos in Iran.", outlet="Hill Gazette")
    doubting = document(
        "b",
        "Investigators found less evidence for the role of the Wagner Group in recruiting Afghan commandos in Iran.",
        outlet="Harbour Post",
    )
    found, propositions = between(
        *(
            reading(of, claim(of, of.text.rstrip("."), "recruiting", roles=[force, pool]))
            for of in (affirming, doubting)
        )
    )
    assert [(c.about, c.difference) for c in found] == [("actor", "fact")]
    assert propositions[0].reports == 1
    assert propositions[0].origins.at_most == 1
    assert propositions[0].against == (propositions[0].claims[1],)


def test_others_than_those_named_are_not_denied() -> None:
    hires = ("recruit_pool", "women", None)
    refuses = ("recruit_pool", "Omani women", None)
    firm = ("recruiter", "Oman Wings", "oman-wings")
    made = []
    for name, text, pool, fields in (
        ("a", "Oman Wings hires women from other countries as cabin crew.", hires, {}),
        (
            "b",
            "Oman Wings hires no Omani women as cabin crew.",
            refuses,
            {"polarity": "negative", "factuality": "negated"},
        ),
    ):
        of = document(name, text, day="2024-01-20", outlet=f"Outlet {name}")
        one = claim(of, text.rstrip("."), "hires", event_type="RECRUIT", roles=[firm, pool], **fields)
        made.append(reading(of, one))
    assert not [c for p in link(made).propositions for c in p.contradictions]


def test_ages_do_not_contradict_each_other() -> None:
    made = []
    for name, age in (("a", 26), ("b", 40)):
        text = f"The {age}-year-old Nepali recruits were killed near Donetsk."
        of = document(name, text, day="2024-01-20", outlet=f"Outlet {name}")
        one = claim(
            of,
            text.rstrip("."),
            "killed",
            event_type="KILL",
            roles=[("victim", "Nepali recruits", "np-people")],
            figure=(age, age, "year of age"),
        )
        made.append(reading(of, one))
    assert not [c for p in link(made).propositions for c in p.contradictions]


SHELL = [("victim", "villagers", None), ("killer", "Norse Legion", "norse-legion")]


def denied(words: str, event_type: str = "KILL", affirmed: str = "asserted", **fields: Any) -> list[str]:
    """What is found between "The Norse Legion killed villagers at Vik bridge" and an answer to it."""
    first = document("a", "The Norse Legion killed villagers at Vik bridge.", day="2024-01-20", outlet="Outlet a")
    answer = document("b", words, day="2024-01-21", outlet="Outlet b")
    values = {"polarity": "negative", "factuality": "negated"} | fields
    made = [
        reading(
            first, claim(first, first.text[:-1], "killed", event_type=event_type, roles=SHELL, factuality=affirmed)
        ),
        reading(answer, claim(answer, words[:-1], "kill", event_type=event_type, roles=SHELL, **values)),
    ]
    return [c.about for c in between(*made)[0]]


def layer(of: str, words: str) -> tuple[Layer, ...]:
    return (Layer(factuality="negated", sort="implicative", span=at(of, words)),)


def test_a_denial_of_the_same_is_shown() -> None:
    assert denied("The Norse Legion did not kill villagers at Vik bridge.") == ["polarity"]


def test_what_stopped_or_failed_denies_nothing() -> None:
    for words, cue in (
        ("The Norse Legion stopped to kill villagers at Vik bridge.", "stopped"),
        ("The Norse Legion failed to kill villagers at Vik bridge.", "failed"),
    ):
        assert denied(words, layers=layer(words, cue)) == []


def test_who_could_not_confirm_denies_nothing() -> None:
    words = "The Norse Legion did not kill villagers at Vik bridge."
    assert denied(words, event_type="VERIFY") == []


def test_what_came_of_a_plan_does_not_contradict_it_unless_somebody_denies_it() -> None:
    assert denied("The Norse Legion did not kill villagers at Vik bridge.", affirmed="planned") == []
    words = "The Norse Legion denied that it was to kill villagers at Vik bridge."
    assert denied(words, affirmed="planned") == ["polarity"]


@pytest.mark.parametrize(
    ("words", "toll", "found"),
    [
        ("Shelling killed 18 Nepali recruits of the battalion near Vik on Monday.", 18, ["figure"]),
        ("Shelling killed 18 other Nepali recruits of the battalion near Vik on Monday.", 18, []),
        ("Shelling killed 11 Nepali recruits and then a twelfth of the battalion near Vik on Monday.", 11, ["figure"]),
        ("Shelling killed 2 Nepali recruits and then a third of the battalion near Vik on Monday.", 2, []),
    ],
)
def test_figures_of_others_and_a_further_one_do_not_contradict(words: str, toll: int, found: list[str]) -> None:
    first = 3 if "third" in words else 12
    shelling = f"Shelling killed {first} Nepali recruits of the battalion near Vik on Monday."
    assert [c.about for c in between(told("a", shelling, toll=first), told("b", words, toll=toll))[0]] == found
