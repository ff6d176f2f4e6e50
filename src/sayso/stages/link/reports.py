"""Short notes that tell one report in other words."""

from collections.abc import Mapping

from sayso.stages.link.documents import Held


def same_reports(held: Held) -> Mapping[int, int]:
    """Number of each document -> number of the earliest one that gives the same report."""
    return {number: number for number in range(len(held.documents))}
