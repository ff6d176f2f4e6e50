"""Groups of claims that say the same: links are taken surest first, and none that a field forbids."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.model import Period
from sayso.stages.link.claims.conflicts import (
    APART_DAYS,
    conflicts,
    countries_of,
    is_of_places,
    is_otherwise_same,
    is_same_but_for,
    towns_of,
)
from sayso.stages.link.claims.gist import ELSEWHERE, Gist, fit
from sayso.stages.link.claims.occasion import Occasion, are_two, around, runs_too_long
from sayso.stages.link.claims.unlike import kept_apart_by

DECIDED = 2.0
"""Score of a link that a person made: it comes before all others, and no field forbids it."""
SURE = 1.0
"""Score from which on no field and no time forbids a link: the same words in parent and copy, or a person's word."""


def group(
    gists: Mapping[str, Gist],
    links: Iterable[tuple[str, str, float]],
    apart: Iterable[tuple[str, str]] = (),
) -> list[tuple[str, ...]]:
    """Groups of claims that say the same, single ones included; none that a field forbids.

    `links` are (left, right, score), surest first. Two groups are joined only when no role, place or country that both
    know differs: so a vague claim ("fighters are being recruited") does not join two groups that are about different
    fighters. The first claim of a pair of `apart` (a person's decision) is never in a group with the second: it is
    looked at last, so that it takes nothing with it.
    """
    kept = Apart((left, right) for left, right in apart if left in gists and right in gists)
    groups = _Groups(gists, kept)
    for left, right, score in kept.put_off(links):
        groups.link(left, right, score)
    return [tuple(ids) for ids in groups.members.values()]


class _Groups:
    """Groups while they grow, each by its head: one of its claims. Lives only inside `group`."""

    def __init__(self, gists: Mapping[str, Gist], kept: "Apart") -> None:
        self.gists = gists
        self.kept = kept
        self.times = _Times(gists)
        self.head: dict[str, str] = {id_: id_ for id_ in gists}
        self.members: dict[str, list[str]] = {id_: [id_] for id_ in gists}
        self.known: dict[str, Known] = {}
        self.of_two_towns: set[str] = set()  # their second town opens them to no other claims of either town

    def link(self, left: str, right: str, score: float) -> None:
        """Join the groups of two claims, unless people keep them apart or something that both know differs."""
        a, b = self.head[left], self.head[right]
        if a == b or self.kept.forbid(self.members[a], self.members[b]):
            return
        if score < SURE and self.times.forbid(a, b, left, right):
            return
        large, small = (a, b) if len(self.members[a]) >= len(self.members[b]) else (b, a)
        if score < SURE and not self._agree(large, small):
            if not self._agree_but_for_place(left, right, large, small):
                return
            self.of_two_towns.add(large)
        self._join(large, small)

    def _agree(self, large: str, small: str) -> bool:
        """Whether nothing keeps two groups apart that both know, but for what one claim of many adds."""
        if large in self.of_two_towns or small in self.of_two_towns:
            return False
        return _agree(self._known(large), self._known(small)) or _agree_but_for_a_stray(
            self.gists, self.members[large], self.members[small]
        )

    def _agree_but_for_place(self, left: str, right: str, large: str, small: str) -> bool:
        """Whether two claims and all placed ones of the smaller group tell one event, in two towns."""
        one = self.gists[left]
        placed = [self.gists[id_] for id_ in self.members[small] if self.gists[id_].places]
        return _agree_but_for_place(one, self.gists[right], self._known(large), self._known(small)) and all(
            is_otherwise_same(one, other) for other in placed
        )

    def _join(self, large: str, small: str) -> None:
        """Take the smaller group into the larger."""
        if small in self.of_two_towns:
            self.of_two_towns.add(large)
        self.times.join(large, small)
        self.known[large] = _joined([self._known(large), self._known(small)])
        for each in self.members[small]:
            self.head[each] = large
        self.members[large] += self.members.pop(small)

    def _known(self, head: str) -> "Known":
        if head not in self.known:
            self.known[head] = _known(self.gists[head])
        return self.known[head]


class Apart:
    """Claims that people keep apart. Lives only inside `group`."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.others: dict[str, set[str]] = {}
        self.moved: set[str] = set()
        for moved, other in pairs:
            self.moved.add(moved)
            self.others.setdefault(moved, set()).add(other)
            self.others.setdefault(other, set()).add(moved)

    def forbid(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Whether two groups hold claims that are kept apart."""
        if not self.others:
            return False
        small, large = sorted((left, right), key=len)
        barred = {other for claim in small for other in self.others.get(claim, ())}
        return bool(barred) and not barred.isdisjoint(large)

    def put_off(self, links: Iterable[tuple[str, str, float]]) -> Iterator[tuple[str, str, float]]:
        """The links in their order, those that the machine made of claims that are moved away at the end."""
        last = []
        for left, right, score in links:
            if score < DECIDED and (left in self.moved or right in self.moved):
                last.append((left, right, score))
            else:
                yield left, right, score
        yield from last


class _Times:
    """When the events of groups happened, group by its head. Lives only inside `group`."""

    def __init__(self, gists: Mapping[str, Gist]) -> None:
        self.gists = gists
        self.occasions: dict[str, Occasion | None] = {}
        self.periods: dict[str, list[Period]] = {}

    def forbid(self, a: str, b: str, left: str, right: str) -> bool:
        """Whether two groups that two claims would join are of different times."""
        one, other = self.gists[left].occasion, self.gists[right].occasion
        if not are_two(one, other) and runs_too_long(around((self._occasion(a), self._occasion(b)))):
            return True
        before, after = self._periods(a), self._periods(b)
        return bool(before and after) and all(_days_between(x, y) > APART_DAYS for x in before for y in after)

    def join(self, a: str, b: str) -> None:
        """Take the times of group `b` into group `a`."""
        self.occasions[a] = around((self._occasion(a), self._occasion(b)))
        held = self._periods(a)
        held += [period for period in self._periods(b) if period not in held]

    def _occasion(self, head: str) -> Occasion | None:
        return self.occasions.get(head, self.gists[head].occasion)

    def _periods(self, head: str) -> list[Period]:
        if head not in self.periods:
            own = self.gists[head].period
            self.periods[head] = [replace(own, span=None)] if own else []
        return self.periods[head]


def _days_between(a: Period, b: Period) -> int:
    """Days from the end of the earlier period to the start of the later one; 0 where they meet or one is open."""
    gaps = [(later.start - earlier.end).days for earlier, later in ((a, b), (b, a)) if later.start and earlier.end]
    return max(0, *gaps) if gaps else 0


Known = Mapping[str, frozenset[str]]
"""Role, `<place>` or `<country>` -> ids that a group of claims fills it with."""

PLACE = "<place>"
TOWN = "<town>"


def _known(gist: Gist) -> dict[str, frozenset[str]]:
    """What a claim brings into its group: what its roles are filled with, and what tells it from others."""
    found = {**gist.roles, **kept_apart_by(gist)}
    if gist.places and is_of_places(gist):
        found[PLACE] = gist.places
    if (towns := towns_of(gist)) and is_of_places(gist):
        found[TOWN] = towns
    if (countries := countries_of(gist)) and gist.family not in ELSEWHERE:
        found["<country>"] = countries
    if gist.event_type == JOURNEY and (bound := gist.nations.get("destination")):
        found["<destination>"] = bound
    return found


JOURNEY = "TRANSFER"
"""Of journeys the country of arrival tells one from another: those who came to one were caught on the way to the
next."""


def _agree_but_for_place(one: Gist, other: Gist, left: Known, right: Known) -> bool:
    """Whether two claims tell one event, in two towns or in the second town of one, and their groups differ in nothing
    else."""
    if one.family in ELSEWHERE:
        return False
    against = conflicts(one, other)
    same = is_otherwise_same(one, other) if not against else is_same_but_for(one, other, against)
    if not same or against not in ([], ["place"]):
        return False
    return _agree({key: ids for key, ids in left.items() if key not in (PLACE, TOWN)}, right)


MANY = 6
"""Claims from which on a group is held by most of them, and not by what one alone adds."""
STRAY = 0.25
"""Share of a large group's claims below which a role is not what the group is about."""


def _agree_but_for_a_stray(gists: Mapping[str, Gist], large: Sequence[str], small: Sequence[str]) -> bool:
    """Whether two groups differ only in a role that one single claim of many fills: most such fillers were misread.

    Never in places and countries, nor in who does it or to whom: those most claims of a large group fill.
    """
    if len(large) < MANY:
        return False
    filled = Counter(role for id_ in large for role in gists[id_].roles)
    rare = {role for role, count in filled.items() if count == 1 and count <= STRAY * len(large)}
    known = [_joined([_known(gists[id_]) for id_ in ids]) for ids in (large, small)]
    against = [key for key, ids in known[0].items() if key in known[1] and not fit(ids, known[1][key])]
    return len(against) == 1 and against[0] in rare


def _joined(parts: Sequence[Known]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for part in parts:
        for key, ids in part.items():
            found[key] = found.get(key, frozenset()) | ids
    return found


def _agree(left: Mapping[str, frozenset[str]], right: Mapping[str, frozenset[str]]) -> bool:
    return all(key not in right or fit(ids, right[key]) for key, ids in left.items())
