"""What `link` works out of one or two texts or claims alone, remembered while it is asked again with a few more."""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
Memory = dict[tuple[str, ...], Any]
"""By what it is and the ids of what it was worked out of: the same readings must stand behind the ids throughout."""


def once(memory: Memory | None, key: tuple[str, ...], make: Callable[[], T]) -> T:
    """What is remembered under a key, made when it is not there yet; without a memory, always made.

    >>> memory: Memory = {}
    >>> once(memory, ("words", "d-1"), lambda: 3), once(memory, ("words", "d-1"), lambda: 4)
    (3, 3)
    """
    if memory is None:
        return make()
    if key not in memory:
        memory[key] = make()
    made: T = memory[key]
    return made
