"""How many origins are left when voices are withdrawn."""

import pytest

from sayso.model import OriginCount, Reason
from sayso.stages.assess import remaining

COUNT = OriginCount(
    at_least=2,
    at_most=3,
    reasons=(
        Reason(rule="origins.at_least", detail="cannot be the same: Ann Lee; recruit"),
        Reason(rule="origins.at_most", detail="might all differ: Ann Lee; official; recruit"),
        Reason(rule="origins.taken_for_one", detail="Harbour Wire is taken for official: the channel"),
        Reason(rule="origins.leans", detail="Daily Blog, in its own voice: others had it, so it adds no voice"),
    ),
)
EVERYBODY = ["Ann Lee", "recruit", "official", "Harbour Wire", "Daily Blog"]


@pytest.mark.parametrize(
    ("gone", "interval"),
    [
        ([], (2, 3)),
        (["Harbour Wire"], (2, 3)),  # a channel: the official was counted, and still says so
        (["Daily Blog"], (2, 3)),  # its own words had added no voice
        (["Port Authority"], (2, 3)),  # a denier was none of them
        (["official"], (2, 3)),  # the outlet still says so, and nobody knows whether from him alone
        (["official", "Harbour Wire"], (2, 2)),
        (["Ann Lee"], (1, 2)),
        (["Ann Lee", "recruit", "official", "Harbour Wire"], (0, 1)),  # one is left, of which nobody knows the source
        (EVERYBODY, (0, 0)),
    ],
)
def test_only_a_voice_that_was_counted_lowers_the_interval(gone: list[str], interval: tuple[int, int]) -> None:
    found = remaining(COUNT, gone, [name for name in EVERYBODY if name not in gone])
    assert (found.at_least, found.at_most) == interval


def test_two_voices_of_one_name_fall_one_by_one() -> None:
    reason = Reason(rule="origins.at_most", detail="might all differ: official; official")
    count = OriginCount(at_least=1, at_most=2, reasons=(reason,))
    found = remaining(count, ["official"], ["official"])
    assert (found.at_least, found.at_most) == (1, 1)
