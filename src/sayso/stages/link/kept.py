"""Sets and small records that many records share, each kept once."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)
NONE: frozenset[Any] = frozenset()
"""The one empty set: Python makes a new one of 216 bytes each time, and a claim has a dozen."""


def kept(held: frozenset[T]) -> frozenset[T]:
    """The same set, kept once however many records have it: sets take most of a claim's memory otherwise.

    >>> kept(frozenset("ab")) is kept(frozenset("ba")), kept(frozenset()) is NONE
    (True, True)
    """
    return _kept(held) if held else NONE


@lru_cache(maxsize=50_000)
def kept_record(held: H) -> H:
    """The same record, kept once however many hold it; what it holds must be hashable, and not be told apart by
    identity."""
    return held


@lru_cache(maxsize=100_000)
def _kept(held: frozenset[Any]) -> frozenset[Any]:
    return held
