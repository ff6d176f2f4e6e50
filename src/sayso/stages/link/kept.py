"""Sets that many records share, each kept once."""

from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")
NONE: frozenset[Any] = frozenset()
"""The one empty set: Python makes a new one of 216 bytes each time, and a claim has a dozen."""


def kept(held: frozenset[T]) -> frozenset[T]:
    """The same set, kept once however many records have it: sets take most of a claim's memory otherwise.

    >>> kept(frozenset("ab")) is kept(frozenset("ba")), kept(frozenset()) is NONE
    (True, True)
    """
    return _kept(held) if held else NONE


@lru_cache(maxsize=100_000)
def _kept(held: frozenset[Any]) -> frozenset[Any]:
    return held
