"""Two drives that are one: of one people, for the side that fights and the place where it does."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.profiles import Profile, likeness, profiles_of
from sayso.stages.link.drives.subject import Subject

ALIKE = 0.85
"""Likeness of what is named in the documents of two drives of one people from which on they may be one."""


def for_those_who_take(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
    """The same with a drive that most of its documents tell by the place of the war alone ("Swedes in the Norway war")
    as the one of that people whose side is fought for, where half of the documents name that side: the larger of two.
    """
    of: dict[Pair, list[Subject]] = defaultdict(list)
    for each in held:
        if (pair := found[each.document]) is not None:
            of[pair].append(each)
    placed = {pair for pair, members in of.items() if _is_told_by_place(pair, members)}
    into: dict[Pair, Pair] = {}
    for pair in placed:
        fits = [
            other
            for other in of
            if other[0] == pair[0]
            and other not in placed
            and 2 * sum(other[1] in each.named for each in of[pair]) >= len(of[pair])
        ]
        if fits:
            into[pair] = max(fits, key=lambda other: (len(of[other]), other))
    return {document: _end(pair, into) for document, pair in found.items()}


def _is_told_by_place(pair: Pair, members: Sequence[Subject]) -> bool:
    own = [each for each in members if pair in each.pairs]
    return 2 * sum(pair[1] in each.places and pair not in each.told for each in own) > len(own)


def joined(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
    """The same with two drives of one people as one, where the documents of the smaller name the side of the larger as
    often as its own: one article says "for Syria", where they fight, the other "for Iran", which pays."""
    of: dict[Pair, list[Subject]] = defaultdict(list)
    for each in held:
        if (pair := found[each.document]) is not None:
            of[pair].append(each)
    profiles = profiles_of((each, pair) for pair, members in of.items() for each in members)
    larger: dict[str, list[Pair]] = defaultdict(list)
    into: dict[Pair, Pair] = {}
    for pair in sorted(of, key=lambda pair: (-len(of[pair]), pair)):
        fits = (each for each in larger[pair[0]] if _is_told_as(of[pair], pair, each, profiles))
        if (wider := next(fits, None)) is not None:
            into[pair] = wider
        larger[pair[0]].append(pair)
    return {document: _end(pair, into) for document, pair in found.items()}


def _is_told_as(members: Sequence[Subject], small: Pair, large: Pair, profiles: Mapping[Pair, Profile]) -> bool:
    if large not in profiles or small not in profiles or likeness(profiles[small], profiles[large]) < ALIKE:
        return False
    as_often = sum(each.named.get(large[1], 0) >= max(1, each.named.get(small[1], 0)) for each in members)
    return 2 * as_often > len(members)


CLEARLY = 2
"""Times that one of two peoples is spoken of as people more often than the other, to be the one that is taken."""
BOTH = 0.5
"""Share of the documents on each of two drives that name both of their peoples, at least."""


def told_by_takers(held: Sequence[Subject], found: Mapping[Pair, Mapping[str, bool]]) -> dict[Pair, Pair]:
    """A drive that is told as of those who take people ("the Danish company", "Danish-held villages") -> that of the
    people whom they take, for the same side: most documents on either name both countries, and those on the first
    speak of the other's people as people, and hardly of its own."""
    by_id = {each.document: each for each in held}
    on = {pair: [by_id[id_] for id_, mainly in told.items() if mainly] for pair, told in found.items()}
    by_side: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted(on):
        if len(on[pair]) > 1:
            by_side[pair[1]].append(pair)
    into = {}
    for pairs in by_side.values():
        for small in pairs:
            fits = [large for large in pairs if large != small and _takes(small, large, on)]
            if fits:
                into[small] = max(fits, key=lambda pair: (len(on[pair]), pair))
    return into


def _takes(small: Pair, large: Pair, on: Mapping[Pair, Sequence[Subject]]) -> bool:
    own, other = small[0], large[0]
    if not all(_name_both(on[pair], own, other) for pair in (small, large)):
        return False
    return all(
        sum(each.called.get(other, 0) for each in members)
        >= CLEARLY * max(1, sum(e.called.get(own, 0) for e in members))
        for members in (on[small], [*on[small], *on[large]])
    )


def _name_both(members: Sequence[Subject], one: str, other: str) -> bool:
    return sum(bool(each.named.get(one) and each.named.get(other)) for each in members) >= BOTH * len(members)


def _end(pair: Pair | None, into: Mapping[Pair, Pair]) -> Pair | None:
    while pair is not None and pair in into:
        pair = into[pair]
    return pair
