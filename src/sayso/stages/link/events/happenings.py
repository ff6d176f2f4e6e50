"""Which propositions tell of one happening: the third layer, over propositions and without changing them.

Claims are mentions of happenings; `mentions.py` says how probable it is that two mentions are of one. Two propositions
are as much alike as their mentions are on the mean, within the stories that both are told in; they are apart where the
typed fields of two of their claims forbid it (another town, day or doer). Groups are made by average link.
States are left out: they do not happen. What people decide about two propositions wins over what is found.
Method and numbers: docs/method/events-across-documents.md.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from sayso.model import Claim, Happening, Judgement, Proposition, Reading, Reason, Sameness, Telling, digest
from sayso.model._record import record
from sayso.model.features import Spread
from sayso.stages.link.claims.conflicts import forbidden, mismatches
from sayso.stages.link.claims.gist import Gist, family_of, gist_of
from sayso.stages.link.claims.occasion import told_on
from sayso.stages.link.claims.story import Topic, topic_of
from sayso.stages.link.claims.unlike import is_tied, places_of, unlike
from sayso.stages.link.events.compared import Mention, Rarity, roots_of
from sayso.stages.link.events.mentions import ALIKE, FAINT, event_stories, scored
from sayso.stages.link.kept import kept
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.packed import claims_of, documents_of
from sayso.stages.link.texts.held import by_date
from sayso.stages.link.texts.likeness import alike, average_link, vectors
from sayso.stages.link.texts.words import words_of
from sayso.stages.link.wording import likeness

SURE = 0.6
"""Lowest mean chance of two propositions on one happening. Higher than `events.SAME_EVENT`, which weighs wrong and
missed alike: a wrong join costs a reader more. On ECB+ it brings 83 of 100 joined pairs right instead of 70
(tests/quality/measure_events_across.py)."""
APART = -1.0
"""Counts as the mean of two propositions that typed fields keep apart: a third that fits both must not join them."""
AT_HAND = 20_000
"""Propositions whose typed fields are kept at hand: those of one story are compared one after the other."""
COMPARED = 12
"""Claims of a proposition whose typed fields are laid beside another's at most: the earliest ones."""


@record
class Best:
    """The pair of mentions that speaks most for two propositions' being one happening."""

    chance: float
    left: int
    """Number of a mention."""
    right: int


class Mentions:
    """The mentions of happenings in some readings, in the order of dates. Lives only inside `find_happenings`.

    Of claims is kept where they stand: those of a hundred thousand documents, unpacked, are two gigabytes.
    """

    def __init__(self, readings: Sequence[Reading], propositions: Sequence[Proposition]) -> None:
        documents = documents_of(readings)
        numbers = sorted(range(len(documents)), key=lambda n: by_date(documents[n]))
        self._readings, self._numbers = readings, numbers
        self.documents = [documents[number] for number in numbers]
        self.order = {document.id: n for n, document in enumerate(self.documents)}
        self.number_of = {claim: number for number, each in enumerate(propositions) for claim in each.claims}
        of = self.number_of
        self.places: list[Mention] = []
        self._nth: list[tuple[int, ...]] = []
        self.meanings: list[bytes | None] = []
        self.propositions: list[list[int]] = []
        self.families: list[frozenset[str]] = []
        for number, place in enumerate(numbers):
            told: dict[Mention, list[tuple[int, Claim]]] = defaultdict(list)
            for nth, claim in enumerate(claims_of(readings, place)):
                if claim.sort != "state" and claim.id in of:
                    told[number, claim.trigger.start, claim.trigger.end].append((nth, claim))
            for mention in sorted(told):
                claims = [claim for _, claim in told[mention]]
                self.places.append(mention)
                self._nth.append(tuple(nth for nth, _ in told[mention]))
                self.meanings.append(claims[0].meaning)
                self.propositions.append(sorted({of[claim.id] for claim in claims}))
                self.families.append(kept(frozenset(family_of(claim.event_type) for claim in claims)))
        self.of_proposition: dict[int, list[int]] = defaultdict(list)
        for number, theirs in enumerate(self.propositions):
            for each in theirs:
                self.of_proposition[each].append(number)
        self.topics: dict[str, Topic] = {}

    def claims(self, number: int) -> list[Claim]:
        """The claims of a mention."""
        held = claims_of(self._readings, self._numbers[self.places[number][0]])
        return [held[nth] for nth in self._nth[number]]

    def tellings(self, proposition: int, known: frozenset[str]) -> Iterator[Telling]:
        """The places of a proposition's claims."""
        for number in self.of_proposition[proposition]:
            document = self.documents[self.places[number][0]].id
            for claim in self.claims(number):
                if claim.id in known:
                    yield Telling(claim=claim.id, document=document, trigger=claim.trigger, sentence=claim.sentence)

    def may_join(self, left: int, right: int) -> bool:
        """Whether two mentions are of one kind and of two propositions."""
        alone = self.propositions[left] == self.propositions[right] and len(self.propositions[left]) == 1
        return not alone and not self.families[left].isdisjoint(self.families[right])

    def agree(self, left: int, right: int, told: Sequence[Gist], also: Sequence[Gist]) -> bool:
        """Whether two propositions have in common what tellings of one happening have: a word that tells both, a town
        or a figure, or, where no document tells of both, who takes part. An article that tells twice of killing mostly
        tells of two."""
        one, other = set(self.of_proposition[left]), set(self.of_proposition[right])
        if one & other:
            return True
        together = {self.places[n][0] for n in one} & {self.places[n][0] for n in other}
        pairs = [(a, b) for a in told for b in also if a.family == b.family]
        return any(_share_a_field(a, b) or (not together and _share_a_part(a, b)) for a, b in pairs)

    def gists(self, proposition: int, known: frozenset[str]) -> list[Gist]:
        """What the earliest claims of a proposition say in their typed fields."""
        own = ((n, c) for n in self.of_proposition[proposition] for c in self.claims(n) if c.id in known)
        return [self._gist(self.places[n][0], claim) for n, claim in islice(own, COMPARED)]

    def _gist(self, number: int, claim: Claim) -> Gist:
        document = self.documents[number]
        if document.id not in self.topics:
            self.topics[document.id] = topic_of(document)
        return gist_of(claim, document.id, told=told_on(document), topic=self.topics[document.id])


class Decided:
    """What people decided about the events of some propositions. Lives only inside `find_happenings`."""

    def __init__(self, held: Mentions, decided: Sameness | None) -> None:
        self.same = self._pairs(held, decided.same if decided else {})
        self.apart = self._pairs(held, decided.apart if decided else {})

    @staticmethod
    def _pairs(held: Mentions, pairs: Mapping[tuple[str, str], Judgement]) -> dict[tuple[int, int], Judgement]:
        """The decisions by the numbers of the propositions; those on claims that are not there, or that tell of no
        event, are left out."""
        found = {(held.number_of.get(a, -1), held.number_of.get(b, -1)): by for (a, b), by in pairs.items()}
        return {
            (a, b): by
            for (a, b), by in found.items()
            if a != b and a in held.of_proposition and b in held.of_proposition
        }

    def applied(self, groups: Iterable[Sequence[int]]) -> list[list[int]]:
        """The groups as people left them. A proposition that is said to tell of another event stands alone, and all
        else of its group stays. Groups of which two are said to tell of one event become one, in the order of the
        decisions, but for those in which somebody keeps two apart."""
        of = {number: group for group in map(set, groups) for number in group}
        for moved, other in self.apart:
            if other in of[moved]:
                of[moved].discard(moved)
                of[moved] = {moved}
        for left, right in self.same:
            one, two = of[left], of[right]
            if one is not two and not any((a, b) in self.apart or (b, a) in self.apart for a in one for b in two):
                one |= two
                of |= dict.fromkeys(two, one)
        return [sorted(group) for group in {id(group): group for group in of.values()}.values()]

    def of_pair(self, left: int, right: int) -> Judgement | None:
        """The decision that two propositions tell of one event."""
        return self.same.get((left, right)) or self.same.get((right, left))


def of_several(happenings: Iterable[Happening]) -> Iterator[Happening]:
    """Those that several propositions tell of: what the ledger keeps. A proposition's page is that of any other."""
    return (each for each in happenings if len(each.propositions) > 1)


def find_happenings(
    readings: Sequence[Reading],
    propositions: Sequence[Proposition],
    spread: Callable[[Iterable[str]], Spread] | None = None,
    decided: Sameness | None = None,
    over: Over = in_turn,
) -> tuple[Happening, ...]:
    """The happenings that at least two claims tell of, earliest first.

    A proposition that nothing else tells of is a happening by itself where it has several claims. `spread` tells how
    rare stems are over all documents, where the readings are a part of more; `decided` is what people said of which
    claims tell of one event; `over` is how what does not rest on each other is worked through.
    """
    held = Mentions(readings, propositions)
    known = [frozenset(each.claims) for each in propositions]
    means, best = _means(held, spread, over)
    gists = lru_cache(maxsize=AT_HAND)(lambda number: held.gists(number, known[number]))

    def may_be_one(pair: tuple[int, int]) -> bool:
        one, other = map(gists, pair)
        return not _are_apart(one, other) and held.agree(*pair, one, other)

    both = over(may_be_one, list(means))
    chances = {pair: mean if fits else APART for (pair, mean), fits in zip(means.items(), both, strict=True)}
    groups: dict[int, list[int]] = defaultdict(list)
    for number, first in enumerate(average_link(len(propositions), chances, at_least=SURE)):
        if number in held.of_proposition:
            groups[first].append(number)
    people = Decided(held, decided)
    made = [_happening(group, held, propositions, known, best, people) for group in people.applied(groups.values())]
    found = [each for each in made if len(each.tellings) > 1]
    return tuple(
        sorted(found, key=lambda each: (held.order[each.documents[0]], each.tellings[0].trigger.start, each.id))
    )


def _means(
    held: Mentions, spread: Callable[[Iterable[str]], Spread] | None, over: Over
) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], Best]]:
    """For two propositions (smaller number first) the mean chance over the pairs of their mentions in one story, and
    the surest pair. Pairs that are no candidates count as 0; one place that tells both, as 1."""
    texts = [words_of(document) for document in held.documents]
    likenesses = alike(vectors(texts, spread), at_least=ALIKE, over=over)
    rarity = Rarity((roots_of(words) for words in texts), spread)
    stories = event_stories(len(texts), likenesses)
    sums: dict[tuple[int, int], float] = defaultdict(float)
    best: dict[tuple[int, int], Best] = {}

    def add(left: int, right: int, chance: float) -> None:
        for a in held.propositions[left]:
            for b in held.propositions[right]:
                if a != b:
                    pair = (min(a, b), max(a, b))
                    sums[pair] += chance
                    if pair not in best or best[pair].chance < chance:
                        best[pair] = Best(chance=chance, left=left, right=right)

    for number, theirs in enumerate(held.propositions):
        if len(theirs) > 1:
            add(number, number, 0.5)  # each of two orders
    wanted = held.may_join
    for _, pairs, chances in scored(held.places, texts, stories, likenesses, wanted, rarity, held.meanings, over):
        for (left, right), chance in zip(pairs, chances.tolist(), strict=True):
            if chance > FAINT:
                add(left, right, chance)
    counts = {n: Counter(stories[held.places[m][0]] for m in theirs) for n, theirs in held.of_proposition.items()}
    return {(a, b): total / _together(counts[a], counts[b]) for (a, b), total in sums.items()}, best


def _together(left: Counter[int], right: Counter[int]) -> int:
    """How many pairs of mentions two propositions have in one story."""
    return max(sum(number * right[story] for story, number in left.items()), 1)


def _are_apart(left: Sequence[Gist], right: Sequence[Gist]) -> bool:
    """Whether typed fields keep two propositions apart: no claims of one kind, a field that forbids it, roles that are
    filled with nothing in common by every two of their claims, or documents of two stories with nothing of the claims'
    own that ties them (a day and a town, a name)."""
    pairs = [(a, b) for a in left for b in right]
    akin = [(a, b) for a, b in pairs if a.family == b.family]
    tied = sum(is_tied(a, b, likeness(a.words, b.words)) for a, b in akin)
    return (
        2 * tied <= len(akin)
        or any(forbidden(a, b) or unlike(a, b) for a, b in pairs)
        or all(mismatches(a, b) for a, b in akin)
    )


def _share_a_field(left: Gist, right: Gist) -> bool:
    """Whether two claims have a town or a figure in common."""
    return bool(places_of(left) & places_of(right) or left.figures & right.figures)


def _share_a_part(left: Gist, right: Gist) -> bool:
    """Whether one word fills a role of both."""
    return any(not words.isdisjoint(right.fillers.get(role, ())) for role, words in left.fillers.items())


def _happening(
    group: Sequence[int],
    held: Mentions,
    propositions: Sequence[Proposition],
    known: Sequence[frozenset[str]],
    best: dict[tuple[int, int], Best],
    people: Decided,
) -> Happening:
    tellings = sorted(
        (telling for each in group for telling in held.tellings(each, known[each])),
        key=lambda each: (held.order[each.document], each.trigger.start, each.claim),
    )
    return Happening(
        id="e-" + digest([tellings[0].claim]),
        propositions=tuple(propositions[each].id for each in group),
        documents=tuple(dict.fromkeys(each.document for each in tellings)),
        tellings=tuple(tellings),
        reasons=tuple(_reasons(group, held, best, people)),
    )


def _reasons(
    group: Sequence[int], held: Mentions, best: dict[tuple[int, int], Best], people: Decided
) -> Iterator[Reason]:
    """For each proposition but the first, who said that it is of the event, or the surest pair with one that stands
    before it."""
    for at, number in enumerate(group[1:], start=1):
        before, others = group[:at], [other for other in group if other != number]
        said = [(other, by) for other in before if (by := people.of_pair(number, other))]
        pairs = [(min(number, other), max(number, other)) for other in before]
        found = [best[pair] for pair in pairs if pair in best] or [
            best[pair] for other in others if (pair := (min(number, other), max(number, other))) in best
        ]
        if said:
            yield _said(held, number, *said[0])
        elif found:
            yield _found(held, max(found, key=lambda each: each.chance))
        else:  # its part of the group came in by a decision on another proposition of it
            yield next(_said(held, a, b, by) for (a, b), by in people.same.items() if {a, b} <= set(group))


def _said(held: Mentions, number: int, other: int, by: Judgement) -> Reason:
    """What a person decided."""
    left, right = (held.claims(held.of_proposition[each][0])[0] for each in (other, number))
    why = f": {by.reason}" if by.reason else ""
    detail = f"{by.by} said so on {by.at:%Y-%m-%d}{why}"
    return Reason(rule="judge.same_event", detail=detail, spans=(left.sentence, right.sentence))


def _found(held: Mentions, surest: Best) -> Reason:
    """What the words of two mentions gave."""
    left, right = (held.claims(n)[0] for n in (surest.left, surest.right))
    if surest.left == surest.right:
        detail = f'"{left.trigger.text}" tells both'
    else:
        detail = f'"{left.trigger.text}" and "{right.trigger.text}" in documents on one story'
    chance = 1.0 if surest.left == surest.right else round(surest.chance, 3)
    return Reason(rule="same_event.trees", detail=detail, spans=(left.sentence, right.sentence), score=chance)
