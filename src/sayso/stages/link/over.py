"""How a step works through things that can be looked at one by one: here in turn, or elsewhere in several processes."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Over(Protocol):
    """Does a work on each of some things and gives the results in their order.

    The work only looks at what is at hand and changes nothing: it may be done in a process that is a copy of this one.
    Its results are brought back as bytes, so that they are equal to what was made, and not the same objects.
    """

    def __call__(self, work: Callable[[T], R], things: Sequence[T], /) -> Iterator[R]:
        """The results."""


def in_turn(work: Callable[[T], R], things: Sequence[T], /) -> Iterator[R]:
    """One thing after the other, in this process.

    >>> list(in_turn(len, ["a", "bc"]))
    [1, 2]
    """
    return map(work, things)
