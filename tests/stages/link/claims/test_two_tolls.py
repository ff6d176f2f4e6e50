"""Counts that lie too far apart for one event keep two claims apart, unless a place or a day says that it is one."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, reading

from sayso.model import Reading
from sayso.stages.link import link

HEADS = {"a": "Raids on the Sundvik hills", "b": "The guards of Sundvik and the hills they hold"}
ENDS = {
    "a": "Villagers fled the hills for the coast, and the harbour of Sundvik took them in.",
    "b": "Sundvik has denied it. The council of the hill villages wants judges to look into what the guards did there.",
}


def told(name: str, day: str, text: str, clause: str, words: str, figure: tuple[float, float]) -> Reading:
    of = document(name, f"{HEADS[name]}\n{text}\n{ENDS[name]}", day=day, outlet=name)
    made = claim(
        of,
        clause,
        "killed",
        event_type="KILL",
        roles=[("killer", "Sundvik guards", "E:guards"), ("victim", words, None)],
        figure=(*figure, "person"),
    )
    return reading(of, made)


def propositions(day: str, second: str, many: int = 1000) -> int:
    first = "Sundvik guards killed 300 hill villagers in raids."
    one = told("a", "2024-03-02", first, first[:-1], "300 hill villagers", (300, 300))
    other = told("b", day, second, second[:-1], f"{many} hill villagers", (many, many))
    return len(link((one, other)).propositions)


def test_one_day_can_have_two_tolls() -> None:
    assert propositions("2024-03-03", "Sundvik guards killed 1000 hill villagers in raids.") == 1


def test_a_toll_of_another_month_that_is_three_times_as_high_is_of_another_event() -> None:
    assert propositions("2024-05-20", "Sundvik guards killed 1000 hill villagers in raids.") == 2


@pytest.mark.parametrize("many", [310, 500])
def test_a_toll_that_grows_stays_with_its_event(many: int) -> None:
    assert propositions("2024-05-20", f"Sundvik guards killed {many} hill villagers in raids.", many) == 1
