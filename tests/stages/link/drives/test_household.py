"""Relatives whom an article tells by nothing but what they are."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import teller

from sayso.stages.link.drives.household import of_one_household
from sayso.stages.link.voices.teller import Particulars, Teller


def kin(name: str, relative: str, *, kind: str = "unnamed") -> Teller:
    """A relative as a voice."""
    return teller(name, kind, sort="kin", told=Particulars(kin=relative))


BO = kin("Bo Aas", "father", kind="person")


@pytest.mark.parametrize(
    ("voice", "others", "name"),
    [
        (kin("father", "father"), [BO], "Bo Aas"),
        (kin("son", "son"), [BO], "Bo Aas"),
        # of two that it may be, none
        (kin("father", "father"), [BO, kin("father from Bergen", "father")], "father"),
        # another relative, or one of whom something is told
        (kin("mother", "mother"), [BO], "mother"),
        (kin("father from Bergen", "father"), [BO], "father from Bergen"),
        (kin("father", "father"), [kin("mother from Bergen", "mother")], "father"),
    ],
)
def test_a_bare_relative_is_the_only_one_of_whom_more_is_told(voice: Teller, others: list[Teller], name: str) -> None:
    tellers = {str(n): each for n, each in enumerate([voice, *others])}
    found, reasons = of_one_household(tellers)
    assert found["0"].name == name
    assert bool(reasons) is (name != voice.name)
    assert [found[str(n)] for n in range(1, len(tellers))] == others
