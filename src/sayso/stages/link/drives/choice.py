"""Which recruitment drive each document is about, by what all of them tell together.

A document on one drive names the countries of others: the enemy, the country on the way, peoples that others tell of.
Such a pair of countries stands beside another one in nearly every document that has it, and is the likeliest one of
few: its standing is low, however large the ledger. Measured on the stories of the tests: docs/method/drives.md.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.beside import NAMED, are_akin, by_persons, by_sources, with_stragglers
from sayso.stages.link.drives.joined import for_those_who_take, joined
from sayso.stages.link.drives.profiles import Profile, likeness, profiles_of, scaled
from sayso.stages.link.drives.standing import COMMON, standing_of
from sayso.stages.link.drives.subject import Subject


def choose(subjects: Iterable[Subject]) -> dict[str, Pair | None]:
    """Document id -> the drive that it is about; None for none. The order of the subjects does not matter.

    Of the drives that a document tells of by itself, that which weighs most, times its standing. Where no other
    document tells of that one, or where a document tells of none by itself, a common drive both of whose countries it
    names, and whose documents name the same countries as it does.
    """
    held = sorted(subjects, key=lambda each: each.document)
    standing, counted = standing_of([each for each in held if each.pairs])
    common = {pair for pair, count in counted.items() if count >= COMMON}
    found = {each.document: _right_way(_own(each.pairs, standing), counted) for each in held}
    found |= _turned(held, found, counted)
    backed = _backed(held, counted, common)
    found |= _drawn(held, found, {pair for _, pair in backed})
    common |= {pair for _, pair in backed}
    sure = [(each, own) for each in held if (own := found[each.document]) in common]
    profiles = profiles_of([*sure, *backed])
    by_people: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted(profiles):
        by_people[pair[0]].append(pair)
    for each in held:
        own = found[each.document]
        if own not in common and each.tells:
            found[each.document] = _commoner(each, own, by_people, profiles) or own
        elif own is not None and own[1] in each.places:
            found[each.document] = _for_whom(each, own, by_people, counted)
    settled = for_those_who_take(held, by_persons(held, with_stragglers(held, found)))
    return joined(held, by_sources(held, settled))


CLEARLY = 2
"""Times that one of two peoples is spoken of more often than the other, to be the one that is taken."""


def _turned(
    held: Sequence[Subject], found: Mapping[str, Pair | None], counted: Mapping[Pair, float]
) -> dict[str, Pair | None]:
    """Documents about a pair of countries the wrong way round: the people are those of whom all documents that tell of
    either way speak far more often as people ("Swedes"), unless more documents tell that others are taken for them."""
    turned: dict[Pair, bool] = {}
    for pair in {pair for pair in found.values() if pair is not None and pair[::-1] in counted}:
        if any(other[1] == pair[1] and count > counted[pair] for other, count in counted.items()):
            continue
        on = [each for each in held if pair in each.pairs or pair[::-1] in each.pairs]
        people, side = (sum(each.called.get(code, 0) for each in on) for code in pair)
        turned[pair] = side >= CLEARLY * max(people, 1)
    return {id_: pair[::-1] for id_, pair in found.items() if pair is not None and turned.get(pair)}


BACKING = 4
"""Documents that tell of no drive by themselves and name a people most, from which on it has a drive of its own."""


def _backed(
    held: Sequence[Subject], counted: Mapping[Pair, float], common: Collection[Pair]
) -> list[tuple[Subject, Pair]]:
    """Drives that no document is about by itself beside another people's ("Swedish and Danish migrants"), with the
    documents that name their people most: for a side for which others are taken, and never of those whom it fights."""
    sides = {pair[1] for pair in common}
    places = {code for each in held for code in each.places}
    taken = {pair[0] for pair in common}
    known = {p for p in counted if p not in common and p[1] in sides and p[0] not in sides | places | taken}
    naming: dict[Pair, list[Subject]] = defaultdict(list)
    for each in held:
        if each.pairs or not each.tells:
            continue
        most = max((n for code, n in each.named.items() if code not in sides), default=0)
        for pair in known:
            if each.named.get(pair[0], 0) == most >= NAMED and pair[1] in each.named:
                naming[pair].append(each)
    return [(each, pair) for pair, found in sorted(naming.items()) if len(found) >= BACKING for each in found]


def _drawn(held: Iterable[Subject], found: Mapping[str, Pair | None], backed: Collection[Pair]) -> dict[str, Pair]:
    """Documents that tell of such a drive too and name its people no less than those of the one held for theirs."""
    settled = {}
    for each in held:
        own = found[each.document]
        least = each.named.get(own[0], 0) if own is not None else 0
        fits = [pair for pair in backed if pair in each.pairs and each.named.get(pair[0], 0) >= max(least, 1)]
        if own is not None and fits:
            settled[each.document] = max(fits, key=lambda pair: (each.named[pair[0]], pair))
    return settled


def _for_whom(
    subject: Subject, own: Pair, by_people: Mapping[str, Sequence[Pair]], counted: Mapping[Pair, float]
) -> Pair:
    """For a document that only tells where the war is the side that more documents on the same people tell of, where it
    names that one; where its people are the side of others ("Russians" in "Ukraine's war"), whom that one takes."""
    others = (pair for pair in by_people[own[0]] if pair != own and subject.named.get(pair[1]))
    fits = [pair for pair in others if counted[pair] >= counted[own]]
    if fits:
        return max(fits, key=lambda pair: (counted[pair], pair))
    taken = [p for code in subject.named for p in by_people.get(code, ()) if p[1] == own[0] and p[0] != own[1]]
    often = [p for p in taken if subject.named[p[0]] >= NAMED]
    return max(often, key=lambda pair: (subject.named[pair[0]], pair), default=own)


def _own(pairs: Mapping[Pair, int], standing: Mapping[Pair, float]) -> Pair | None:
    return max(pairs, key=lambda pair: (pairs[pair] * standing[pair], pair), default=None)


def _right_way(own: Pair | None, counted: Mapping[Pair, float]) -> Pair | None:
    """The reverse of a common drive where more documents are about that: "Russia offers our men" names both as either.
    One that is not common goes by what its document names (`_commoner`)."""
    if own is None or counted[own] < COMMON:
        return own
    reverse = (own[1], own[0])
    return reverse if counted.get(reverse, 0.0) > counted[own] else own


def _commoner(
    subject: Subject, own: Pair | None, by_people: Mapping[str, Sequence[Pair]], profiles: Mapping[Pair, Profile]
) -> Pair | None:
    """The drive of others that a document fits best: any whose countries it names where it has none of its own, else
    one that shares its own one's people or side, or is its reverse."""
    named = subject.named
    most = Counter(named).most_common(3)
    fits = [
        pair
        for code in named
        for pair in by_people.get(code, ())
        if named.get(pair[1]) and (own is None or are_akin(pair, own)) and named[code] >= _enough(pair, own, most)
    ]
    if not fits:
        return None
    profile = scaled(named)
    same = own[1] if own else None
    return max(
        fits, key=lambda pair: (pair[1] in subject.sides, pair[1] == same, likeness(profile, profiles[pair]), pair)
    )


def _enough(pair: Pair, own: Pair | None, most: Sequence[tuple[str, int]]) -> int:
    """How often a document has to name the people of a drive: once where it is about the reverse by itself, or where
    no third country is named more often. `most` are the three countries named most."""
    third = next((count for code, count in most if code not in pair), 0)
    people = next((count for code, count in most if code == pair[0]), 0)
    return 1 if own == (pair[1], pair[0]) or third <= people else NAMED
