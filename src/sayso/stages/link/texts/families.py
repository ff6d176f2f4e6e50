"""Numbers that are connected, by whatever steps."""

from collections.abc import Iterable


class Families:
    """Which numbers are connected: grows pair by pair, near-linear in the pairs (union-find, paths made shorter)."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._head: dict[int, int] = {}
        for left, right in pairs:
            one, other = self.of(left), self.of(right)
            self._head[max(one, other)] = min(one, other)

    def of(self, number: int) -> int:
        """The smallest number that one is connected with; its own for one that stands in no pair.

        >>> held = Families([(1, 2), (4, 5), (2, 4)])
        >>> [held.of(number) for number in range(6)]
        [0, 1, 1, 3, 1, 1]
        """
        head = self._head
        while (above := head.get(number, number)) != number:
            head[number] = number = head.get(above, above)
        return number
