"""Sets that many records share, each kept once, and records that wait, packed."""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Mapping
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


class Packed(Mapping[str, T]):
    """Records by their ids that are made early and looked at late, at a tenth of their memory: each look unpacks one.

    Only for records that nothing tells apart by identity.

    >>> held = Packed([("a", frozenset("a")), ("b", None)])
    >>> list(held), held["a"] == frozenset("a"), held["a"] is held["a"]
    (['a'], True, False)
    """

    def __init__(self, records: Iterable[tuple[str, T | None]] = ()) -> None:
        self._held: dict[str, bytes] = {}
        for key, each in records:
            self.add(key, each)

    def add(self, key: str, record: T | None) -> None:
        """Keep a record; None is not kept."""
        if record is not None:
            self._held[key] = zlib.compress(pickle.dumps(record, pickle.HIGHEST_PROTOCOL), 1)

    def __getitem__(self, key: str) -> T:
        made: T = pickle.loads(zlib.decompress(self._held[key]))
        return made

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)
