"""Which recruitment drive each document is about, by what all of them tell together.

A document on one drive names the countries of others: the enemy, the country on the way, peoples that others tell of.
Such a pair of countries stands beside another one in nearly every document that has it, and is the likeliest one of
few: its standing is low, however large the ledger. Measured on the stories of the tests: docs/method/drives.md.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from math import sqrt

import numpy as np

from sayso.model._record import record
from sayso.stages.link.claims.taking import Pair

Profile = Mapping[str, float]
"""Country -> how much documents name it; as a vector of length one."""
LIKELY = 4
"""Power by which the likelier of two drives of a document counts more: .8 of the weight is .4 of the count."""
ROUNDS = 6
"""How often standing is worked out from the drives that documents are held to be about, and these from it."""
DOUBT = 1.0
"""Documents besides those that are seen, in which a drive that is not common is named in vain: one proves little."""
COMMON = 1.5
"""Documents from which on others that only name both countries are looked at too."""
NAMED = 2
"""Times that a document names the people of a drive, at least, to be about it because others are."""
ALIKE = 0.85
"""Likeness of what is named in the documents of two drives of one people from which on they may be one."""


@record
class Subject:
    """What drives a document may be about."""

    document: str
    """Document id."""
    pairs: Mapping[Pair, int]
    """How much it tells of each, of those that weigh enough; empty where it tells of none by itself."""
    named: Mapping[str, int]
    """Country -> how often it is named; empty where the document has no words of war."""
    sides: frozenset[str] = frozenset()
    """Countries that it says somebody fights for, or of whose army or war it speaks."""
    places: frozenset[str] = frozenset()
    """Sides of its pairs that it only tells as the place of the war: "the Norway war"."""
    persons: frozenset[str] = frozenset()
    """Full names of those whom it names, without persons whom every reader knows."""
    tells: bool
    """Whether it has claims that can be parts of a drive."""
    told: frozenset[Pair] = frozenset()
    """Drives that its claims tell of by themselves, outright or beside one that is."""
    passing: frozenset[tuple[Pair, Pair]] = frozenset()
    """Of people whom one country takes for another's war: the pair with the one, the pair with the other."""
    follows: frozenset[str] = frozenset()
    """Documents that it copies, retells, quotes or credits."""
    called: Mapping[str, int] = field(default_factory=dict)
    """Country -> how often its people are spoken of as people, where it has pairs."""


def choose(subjects: Iterable[Subject]) -> dict[str, Pair | None]:
    """Document id -> the drive that it is about; None for none. The order of the subjects does not matter.

    Of the drives that a document tells of by itself, that which weighs most, times its standing. Where no other
    document tells of that one, or where a document tells of none by itself, a common drive both of whose countries it
    names, and whose documents name the same countries as it does.
    """
    held = sorted(subjects, key=lambda each: each.document)
    standing, counted = _standing([each for each in held if each.pairs])
    common = {pair for pair, count in counted.items() if count >= COMMON}
    found = {each.document: _right_way(_own(each.pairs, standing), counted) for each in held}
    found |= _turned(held, found, counted)
    backed = _backed(held, counted, common)
    found |= _drawn(held, found, {pair for _, pair in backed})
    common |= {pair for _, pair in backed}
    sure = [(each, own) for each in held if (own := found[each.document]) in common]
    profiles = _profiles([*sure, *backed])
    by_people: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted(profiles):
        by_people[pair[0]].append(pair)
    for each in held:
        own = found[each.document]
        if own not in common and each.tells:
            found[each.document] = _commoner(each, own, by_people, profiles) or own
        elif own is not None and own[1] in each.places:
            found[each.document] = _for_whom(each, own, by_people, counted)
    settled = _for_those_who_take(held, _by_persons(held, _with_stragglers(held, found)))
    return _joined(held, _by_sources(held, settled))


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


STRAGGLERS = 2
"""Documents of a drive that may be of a commoner one."""
FAR_COMMONER = 4
"""Times that this one has as many."""


def _with_stragglers(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
    """One or two documents on another people for the same side ("US-trained commandos") go to a drive that is commoner
    by far, where they name that one's people half as often as their own."""
    sizes = Counter(pair for pair in found.values() if pair is not None)
    by_side: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted(sizes):
        by_side[pair[1]].append(pair)
    settled = dict(found)
    for each in held:
        own = found[each.document]
        if own is None or sizes[own] > STRAGGLERS:
            continue
        enough = max(NAMED, each.named.get(own[0], 0) / 2)
        fits = [
            p for p in by_side[own[1]] if sizes[p] >= FAR_COMMONER * sizes[own] and each.named.get(p[0], 0) >= enough
        ]
        settled[each.document] = max(fits, key=lambda pair: (sizes[pair], pair), default=own)
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


def _for_those_who_take(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
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


KNOWN = 200
"""Documents from which on a person whom they name tells of no one drive."""
BY_NAMES = 2
"""Documents of one drive that name a person whom a document on a kindred one names, at least, to draw it over; one
draws in a document of none."""


def _by_persons(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
    """A document goes with those that name the same persons: where it tells of no drive by itself, or of a kindred one
    that fewer of them are about."""
    naming: dict[str, list[str]] = defaultdict(list)
    for each in held:
        for name in each.persons:
            naming[name].append(each.document)
    naming = {name: documents for name, documents in naming.items() if len(documents) <= KNOWN}
    settled = dict(found)
    for each in held:
        own = found[each.document]
        beside = {other for name in each.persons for other in naming.get(name, ()) if other != each.document}
        votes = Counter(pair for other in beside if (pair := found[other]) is not None)
        if not votes:
            continue
        pair, times = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
        drawn = times >= BY_NAMES and times > votes[own] and _akin(pair, own) if own else bool(each.named)
        if drawn:
            settled[each.document] = pair
    return settled


def _by_sources(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
    """A document that tells of no drive by itself is about that of most documents that it follows or that follow it:
    those who retell a mother's tale say whose war it was."""
    beside: dict[str, set[str]] = defaultdict(set)
    for each in held:
        for source in each.follows:
            beside[each.document].add(source)
            beside[source].add(each.document)
    settled = dict(found)
    for each in held:
        if found[each.document] is None and each.tells:
            votes = Counter(pair for other in beside[each.document] if (pair := found.get(other)) is not None)
            settled[each.document] = max(votes, key=lambda pair: (votes[pair], pair), default=None)
    return settled


def _own(pairs: Mapping[Pair, int], standing: Mapping[Pair, float]) -> Pair | None:
    return max(pairs, key=lambda pair: (pairs[pair] * standing[pair], pair), default=None)


def _right_way(own: Pair | None, counted: Mapping[Pair, float]) -> Pair | None:
    """The reverse of a common drive where more documents are about that: "Russia offers our men" names both as either.
    One that is not common goes by what its document names (`_commoner`)."""
    if own is None or counted[own] < COMMON:
        return own
    reverse = (own[1], own[0])
    return reverse if counted.get(reverse, 0.0) > counted[own] else own


def _standing(held: Sequence[Subject]) -> tuple[dict[Pair, float], dict[Pair, float]]:
    """Pair -> the share of its documents that are about it, about from 0 to 1; and how many they are."""
    if not held:
        return {}, {}
    known = sorted({pair for each in held for pair in each.pairs})
    number = {pair: n for n, pair in enumerate(known)}
    pair = np.array([number[p] for each in held for p in each.pairs])
    weight = np.array([w for each in held for w in each.pairs.values()], dtype=float)
    sizes = np.array([len(each.pairs) for each in held])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    weight /= np.repeat(np.maximum.reduceat(weight, starts), sizes)
    named = np.bincount(pair, weight, len(known))
    share = np.ones(len(known))
    for _ in range(ROUNDS):
        fit = weight * share[pair]
        fit = (fit / np.repeat(np.maximum.reduceat(fit, starts), sizes)) ** LIKELY
        about = np.bincount(pair, fit / np.repeat(np.add.reduceat(fit, starts), sizes), len(known))
        share = about / (named + np.where(about < COMMON, DOUBT, 0.0))
    return dict(zip(known, share.tolist(), strict=True)), dict(zip(known, about.tolist(), strict=True))


def _profiles(sure: Iterable[tuple[Subject, Pair]]) -> dict[Pair, Profile]:
    """Which countries the documents of each drive name, each document counting the same."""
    summed: dict[Pair, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for subject, pair in sure:
        many = sum(subject.named.values())
        for code, count in subject.named.items():
            summed[pair][code] += count / many
    return {pair: _scaled(named) for pair, named in summed.items()}


def _scaled(named: Mapping[str, float]) -> Profile:
    length = sqrt(sum(value * value for value in named.values())) or 1.0
    return {code: value / length for code, value in named.items()}


def _likeness(left: Profile, right: Profile) -> float:
    return sum(value * right.get(code, 0.0) for code, value in left.items())


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
        if named.get(pair[1]) and (own is None or _akin(pair, own)) and named[code] >= _enough(pair, own, most)
    ]
    if not fits:
        return None
    profile = _scaled(named)
    same = own[1] if own else None
    return max(
        fits, key=lambda pair: (pair[1] in subject.sides, pair[1] == same, _likeness(profile, profiles[pair]), pair)
    )


def _akin(pair: Pair, own: Pair) -> bool:
    return pair[0] == own[0] or pair[1] == own[1] or pair == (own[1], own[0])


def _enough(pair: Pair, own: Pair | None, most: Sequence[tuple[str, int]]) -> int:
    """How often a document has to name the people of a drive: once where it is about the reverse by itself, or where
    no third country is named more often. `most` are the three countries named most."""
    third = next((count for code, count in most if code not in pair), 0)
    people = next((count for code, count in most if code == pair[0]), 0)
    return 1 if own == (pair[1], pair[0]) or third <= people else NAMED


def _joined(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
    """The same with two drives of one people as one, where the documents of the smaller name the side of the larger as
    often as its own: one article says "for Syria", where they fight, the other "for Iran", which pays."""
    of: dict[Pair, list[Subject]] = defaultdict(list)
    for each in held:
        if (pair := found[each.document]) is not None:
            of[pair].append(each)
    profiles = _profiles((each, pair) for pair, members in of.items() for each in members)
    larger: dict[str, list[Pair]] = defaultdict(list)
    into: dict[Pair, Pair] = {}
    for pair in sorted(of, key=lambda pair: (-len(of[pair]), pair)):
        fits = (each for each in larger[pair[0]] if _is_told_as(of[pair], pair, each, profiles))
        if (wider := next(fits, None)) is not None:
            into[pair] = wider
        larger[pair[0]].append(pair)
    return {document: _end(pair, into) for document, pair in found.items()}


def _is_told_as(members: Sequence[Subject], small: Pair, large: Pair, profiles: Mapping[Pair, Profile]) -> bool:
    if large not in profiles or small not in profiles or _likeness(profiles[small], profiles[large]) < ALIKE:
        return False
    as_often = sum(each.named.get(large[1], 0) >= max(1, each.named.get(small[1], 0)) for each in members)
    return 2 * as_often > len(members)


def _end(pair: Pair | None, into: Mapping[Pair, Pair]) -> Pair | None:
    while pair is not None and pair in into:
        pair = into[pair]
    return pair
