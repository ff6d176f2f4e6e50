"""Whom a state calls up at home is no part of a drive for another people."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document

from sayso.stages.link.drives.levy import is_own_levy
from sayso.stages.link.drives.reports import can_be_part


@pytest.mark.parametrize(
    ("sentence", "trigger", "taken", "own"),
    [
        ("Oslo called up 80,000 men in the autumn", "called up", "80,000 men", True),
        ("The army sent 400 reservists to the north", "sent", "400 reservists", True),
        ("The company recruited some 2,000 convicts", "recruited", "some 2,000 convicts", True),
        ("The company recruited convicts, nine Zambians among them", "recruited", "convicts", False),
        ("The company recruited Zambian prisoners", "recruited", "Zambian prisoners", False),
        ("The army called them up", "called them up", "them", False),
        ("The company recruited former divers", "recruited", "former divers", False),
    ],
)
def test_reservists_and_convicts_of_no_people_are_a_states_own(
    sentence: str, trigger: str, taken: str, own: bool
) -> None:
    text = document("a", f"{sentence}.")
    told = claim(text, sentence, trigger, roles=[("recruit_pool", taken, None)])
    assert is_own_levy(told) is own
    assert can_be_part(told) is not own
