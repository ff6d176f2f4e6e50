"""Documents that go with others: those that name the same persons, that they follow, or of a far commoner drive."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.subject import Subject

NAMED = 2
"""Times that a document names the people of a drive, at least, to be about it because others are."""
STRAGGLERS = 2
"""Documents of a drive that may be of a commoner one."""
FAR_COMMONER = 4
"""Times that this one has as many."""


def with_stragglers(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
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


KNOWN = 200
"""Documents from which on a person whom they name tells of no one drive."""
BY_NAMES = 2
"""Documents of one drive that name a person whom a document on a kindred one names, at least, to draw it over; one
draws in a document of none."""


def by_persons(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
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
        drawn = times >= BY_NAMES and times > votes[own] and are_akin(pair, own) if own else bool(each.named)
        if drawn:
            settled[each.document] = pair
    return settled


def by_sources(held: Sequence[Subject], found: Mapping[str, Pair | None]) -> dict[str, Pair | None]:
    """A document that tells of no drive by itself is about that of most documents that it follows or that follow it:
    those who retell a mother's tale say whose war it was. One that seems to be on the same people for another side goes
    with those that it follows, where far more are about theirs: who trained or left them is named beside the takers.
    """
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
    sizes = Counter(pair for pair in found.values() if pair is not None)
    for each in held:
        own = found[each.document]
        if own is not None and own not in each.told:
            settled[each.document] = _of_those_it_follows(each, own, found, sizes) or own
    return settled


FOLLOWED = 3
"""Times as many documents that are about a drive as about another one on the same people, for a document to go with
those that it follows."""


def _of_those_it_follows(
    subject: Subject, own: Pair, found: Mapping[str, Pair | None], sizes: Mapping[Pair, int]
) -> Pair | None:
    """The drive of the same people, or of any where no other document is about its own one, that most documents which
    it follows are about, where it names that one's countries half as often as its own one's; None where there is none.
    """
    alone = sizes[own] == 1
    votes = Counter(
        pair for other in subject.follows if (pair := found.get(other)) is not None and (alone or pair[0] == own[0])
    )
    least = [max(1.0, subject.named.get(code, 0) / 2) for code in own]
    fits = [
        pair
        for pair in votes
        if sizes[pair] >= FOLLOWED * sizes[own]
        and all(subject.named.get(code, 0) >= enough for code, enough in zip(pair, least, strict=True))
    ]
    return max(fits, key=lambda pair: (votes[pair], pair), default=None)


def are_akin(pair: Pair, own: Pair) -> bool:
    """Whether two drives are of one people or for one side, or each is the other's reverse."""
    return pair[0] == own[0] or pair[1] == own[1] or pair == (own[1], own[0])
