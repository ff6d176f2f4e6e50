"""An officer whom a first sentence leaves without a name, and the next one names."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import teller

from sayso.model import Span
from sayso.stages.link.voices.ranked import named_next
from sayso.stages.link.voices.teller import Teller


def at(start: int, words: str) -> Span:
    return Span(start=start, end=start + len(words), text=words)


def officer(name: str = "Bo Aas", role: str = "general", start: int = 150, mentioned: bool = False) -> Teller:
    return teller(name, "person", role=role, office=True, span=at(start, name), mentioned=mentioned)


def first(name: str = "former deputy chief of the army staff") -> Teller:
    return teller(name, "unnamed", former=True, span=at(60, name))


def test_the_officer_named_right_below_is_the_one_told_by_his_rank() -> None:
    found = named_next(first(), [officer(), officer("Per Dahl", "colonel", start=300)])
    assert found is not None
    assert found.name == "Bo Aas"


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        (first("former army officers"), [officer()]),  # several
        (first("senior diplomat"), [officer()]),
        (first(), [officer(role="second general")]),  # another one
        (first(), [officer(role="minister")]),
        (first(), [officer(start=900)]),  # far below
        (first(), [officer(start=10)]),  # above
        (first(), [officer("Ann Lee", "mayor"), officer(start=300)]),  # somebody else is named first
        (first(), [officer(mentioned=True)]),
        (first(), []),
    ],
)
def test_nobody_else_is_taken_for_him(lead: Teller, named: list[Teller]) -> None:
    assert named_next(lead, named) is None
