"""Which claims say the same: wording proposes, the typed fields decide."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from typing import NamedTuple

import numpy as np

from sayso.model import Period, Reason
from sayso.model._record import record
from sayso.stages.link.claims.gist import ELSEWHERE, Gist, fit
from sayso.stages.link.claims.occasion import Occasion, are_two, around, runs_too_long
from sayso.stages.link.claims.setting import HURTFUL
from sayso.stages.link.claims.unlike import are_rivals, is_tied, kept_apart_by, unlike
from sayso.stages.link.memory import Memory, once
from sayso.stages.link.texts.signatures import Hashes, hashed, index_of, pairs
from sayso.stages.link.wording import likeness, stem
from sayso.stages.link.wordlists import PERSONS

ENOUGH = 0.42
"""Lowest score at which two claims are one: set by hand on made-up rewrites, on the side of keeping apart."""
FEATURES = 7
"""How many features of a claim are looked up in pairs."""


@record
class SameClaim:
    """Two claims that say the same."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...]


def claim_signature(gist: Gist) -> Hashes:
    """What a claim is found by: its family with every two of its most telling features."""
    names = sorted(gist.entities | gist.places)
    words = sorted(gist.words, key=lambda w: (-gist.words[w], -len(w), w))
    figures = [f"{v:g}" for v in sorted(gist.figures)]
    features = list(dict.fromkeys([*names[:3], *figures[:2], *words]))[:FEATURES]
    keys = [f"{gist.family}|{min(a, b)}|{max(a, b)}" for a, b in combinations(features, 2)]
    keys += _between_nations(gist)
    keys += [f"{a}~{b}|{n}" for a in sorted(gist.drive.pool) for b in sorted(gist.drive.side) for n in (1, 2, 3)]
    if gist.setting.count is not None:  # other figures for one event share few words
        keys += [f"{gist.event_type}|{gist.document}|{n}" for n in (1, 2, 3)]
    return np.array(sorted({hashed(key) for key in keys}), dtype=np.uint64)


class Fit(NamedTuple):
    """How well two claims that say the same fit."""

    score: float
    words: float
    in_role: int
    akin: int
    place: bool
    figure: bool
    driven: bool
    against: Sequence[str]


def compare(left: Gist, right: Gist) -> SameClaim | None:
    """Whether two claims say the same; None when a typed field forbids it or too little speaks for it.

    Polarity, factuality and the figures themselves do not keep claims apart: a denial and another number are about the
    same thing, and are shown as a contradiction.
    """
    fits = fit_of(left, right)
    if fits is None:
        return None
    detail = (
        f"{left.event_type} / {right.event_type}; same entity in {fits.in_role} roles; words {fits.words:.2f}"
        + (f"; people or bodies of one country in {'a role' if fits.akin == 1 else 'several roles'}" * (fits.akin > 0))
        + ("; shared place" if fits.place else "")
        + ("; shared figure" if fits.figure else "")
        + ("; one drive: the same people taken for the same war" if fits.driven else "")
        + (f"; the same but for the {fits.against[0]}" if fits.against else "")
    )
    reason = Reason(rule="same_claim.fields", detail=detail, score=round(fits.score, 3))
    return SameClaim(left=left.claim, right=right.claim, score=round(fits.score, 4), reasons=(reason,))


def fit_of(left: Gist, right: Gist) -> Fit | None:
    """What speaks for it that two claims say the same, without the words for it; None as for `compare`."""
    if left.family != right.family or left.state != right.state:
        return None
    if _are_of_two_drives(left, right):
        return None
    against = conflicts(left, right)
    if against and not is_same_but_for(left, right, against):
        return None
    words = likeness(left.words, right.words)
    in_role = sum(not ids.isdisjoint(right.roles.get(role, NOBODY)) for role, ids in left.roles.items())
    akin = _akin(left, right)
    place = not left.places.isdisjoint(right.places) or not left.countries.isdisjoint(right.countries)
    figure = not left.figures.isdisjoint(right.figures)
    if are_two(left.occasion, right.occasion) and not _is_told_again(left, right, words):
        return None
    strange = mismatches(left, right)
    if strange >= 2:
        return None
    driven = not strange and is_one_drive(left, right)
    score = (
        -0.15 * strange
        + 0.6 * words
        + 0.16 * min(in_role, 2)
        + AKIN * min(akin, 2 - min(in_role, 2))
        + 0.06 * (not left.entities.isdisjoint(right.entities))
        + 0.06 * place
        + 0.1 * figure
        + 0.06 * (left.event_type == right.event_type)
    )
    rivals = not strange and are_rivals(left, right)
    if driven or rivals:
        score = max(score, DRIVEN)
    elif score < ENOUGH or not (words >= 0.2 or in_role >= 2):
        return None
    if unlike(left, right) or not (driven or rivals or is_tied(left, right, words)):
        return None
    score = min(score, 0.999)  # below what the same words in parent and copy score
    return Fit(score, words, in_role, akin, place, figure, driven, against)


DRIVEN = 0.43
"""Score of two claims that the same people are taken for the same war, however they are told: just enough, so that what
is said in like words comes together first."""


def _are_of_two_drives(left: Gist, right: Gist) -> bool:
    """Whether two claims take the same people for two sides, or other people for one side."""
    if not left.drive.pool or not right.drive.pool or is_one_drive(left, right):
        return False
    return bool(left.drive.pool & right.drive.pool or left.drive.side & right.drive.side)


def is_one_drive(left: Gist, right: Gist) -> bool:
    """Whether two claims are about one recruitment drive, by their own words or by what their articles are about."""
    return bool(left.drive.pool & right.drive.pool and left.drive.side & right.drive.side)


TOLD_AGAIN = 0.8
"""Likeness of words from which on an event of long before is told again; `OTHERWISE_SAME` where a figure is shared."""


MANY_WORDS = 4
"""Words from which on that counts: "the killing of protesters" is said of many killings."""


def _is_told_again(left: Gist, right: Gist, words: float) -> bool:
    """Whether a report is of an event of long before, and not of the next of its kind: by its figure and its place or
    most of its words."""
    if words >= TOLD_AGAIN and min(len(left.words), len(right.words)) >= MANY_WORDS:
        return True
    placed = bool(left.places & right.places or left.towns & right.towns)
    return bool(left.figures & right.figures) and (placed or words >= OTHERWISE_SAME)


AKIN = 0.13
"""What a role speaks for that both fill with people or bodies of one country, not with the same."""


SIDE = ("recruiter", "force", "payer")
"""Roles of those for whom men are taken: "Wagner recruits them", "they are asked to fight for Russia"."""


def _akin(left: Gist, right: Gist) -> int:
    """In how many roles the fillers are of one country without being known as one entity.

    Where one claim says who recruits and the other for whom, these two count as one role.
    """
    found = sum(
        not codes.isdisjoint(right.nations.get(role, NOBODY))
        and left.roles.get(role, NOBODY).isdisjoint(right.roles.get(role, NOBODY))
        for role, codes in left.nations.items()
    )
    if not any(role in left.nations and role in right.nations for role in SIDE):
        found += bool(_side(left) & _side(right))
    return found


def _side(gist: Gist) -> frozenset[str]:
    return frozenset(code for role in SIDE for code in gist.nations.get(role, NOBODY))


def _between_nations(gist: Gist) -> list[str]:
    """Keys of a claim in general terms, without figure and place: people of which country are taken for which.

    Three times each: one shared key of the twenty would not bring two claims together.
    """
    if gist.figures or gist.places or gist.family not in ELSEWHERE:
        return []
    taken = {c for role, codes in gist.nations.items() if role not in SIDE for c in codes}
    return [f"{gist.family}|{a}>{b}|{n}" for a in sorted(taken) for b in sorted(_side(gist)) for n in (1, 2, 3)]


def mismatches(left: Gist, right: Gist) -> int:
    """How many roles that both fill are filled with nothing in common; words for persons in general do not count."""
    found = 0
    for role, words in left.fillers.items():
        others = right.fillers.get(role)
        if (
            words
            and others
            and words.isdisjoint(others)
            and not fit(left.roles.get(role, NOBODY), right.roles.get(role, NOBODY))
        ):
            found += words.isdisjoint(PERSON_STEMS) and others.isdisjoint(PERSON_STEMS)
    return found


NOBODY: frozenset[str] = frozenset()
PERSON_STEMS = frozenset(stem(word) for word in PERSONS)


def forbidden(left: Gist, right: Gist) -> str | None:
    """Which typed field says that two claims are about different things; None when none does."""
    return next(iter(conflicts(left, right)), None)


def conflicts(left: Gist, right: Gist) -> list[str]:
    """The typed fields that two claims fill with different things: roles, then `place`, `country`, `period`."""
    found = []
    for role, ids in left.roles.items():
        other = right.roles.get(role)
        if ids and other:
            if ids is not other and not fit(ids, other):
                found.append(role)
        elif _are_of_two(left.nations.get(role), right.nations.get(role)):
            found.append(role)
    for role, codes in left.nations.items():
        if role not in left.roles and _are_of_two(codes, right.nations.get(role)):
            found.append(role)
    if _is_of_places(left) and _is_of_places(right):
        if left.places and right.places:
            found += ["place"] * (not left.places & right.places)
        elif (towns := towns_of(left)) and (others := towns_of(right)) and not towns & others:
            found.append("place")
    if left.family not in ELSEWHERE and _are_of_two(countries_of(left), countries_of(right)):
        found.append("country")
    if left.period and right.period and are_apart(left.period, right.period):
        found.append("period")
    return found


def _are_of_two(left: frozenset[str] | None, right: frozenset[str] | None) -> bool:
    return bool(left and right) and left.isdisjoint(right)  # type: ignore[union-attr, arg-type]


def towns_of(gist: Gist) -> frozenset[str]:
    """The towns that a claim names, else those that its sentence names."""
    return gist.towns or gist.setting.towns


def countries_of(gist: Gist) -> frozenset[str]:
    """The countries that a claim, else its sentence, places what it tells in."""
    return gist.countries or gist.setting.countries


def _is_of_places(gist: Gist) -> bool:
    """Whether a claim's town tells it from others: men are recruited in many towns at once, and only where they are
    counted in each, these are two things."""
    return gist.family not in ELSEWHERE or bool(gist.figures)


def are_apart(a: Period, b: Period) -> bool:
    """Whether one period ends before the other begins."""
    return bool((a.end and b.start and a.end <= b.start) or (b.end and a.start and b.end <= a.start))


OTHERWISE_SAME = 0.6
"""Likeness of words from which on two claims can be one although their day or town differs: set by hand, on the side of
keeping apart, since armies and recruiters do the same thing again elsewhere the next day."""
APART_DAYS = 31
"""Most days between two datings of what is otherwise one event."""


def is_same_but_for(left: Gist, right: Gist, against: Sequence[str]) -> bool:
    """Whether two claims tell one event although its day, or its town within one country, differs.

    Nothing else may differ, and a figure and an entity in its role have to be shared: two raids on following days have
    a doer and many words in common, but seldom the same toll.
    """
    if list(against) not in (["place"], ["period"]) or left.event_type != right.event_type:
        return False
    if "place" in against and (left.family in ELSEWHERE or not (left.countries & right.countries)):
        return False  # recruiters take as many men in the next town
    if "period" in against and not _days_apart(left, right) <= APART_DAYS:
        return False
    return _is_otherwise_same(left, right)


def _is_otherwise_same(left: Gist, right: Gist) -> bool:
    """Whether two claims share a figure, an entity in its role and most words, and fill no role differently."""
    in_role = any(ids & right.roles.get(role, NOBODY) for role, ids in left.roles.items())
    return (
        in_role
        and bool(left.figures & right.figures)
        and mismatches(left, right) == 0
        and likeness(left.words, right.words) >= OTHERWISE_SAME
    )


def _days_apart(left: Gist, right: Gist) -> float:
    """Days between two datings to the day; infinite where one is not to the day."""
    a, b = left.period, right.period
    if not (a and b and a.start and b.start and a.precision == b.precision == "day"):
        return float("inf")
    return abs((a.start - b.start).days)


RETOLD = 0.3
"""Lowest score at which a claim of a document is taken for a claim of the document that it retells."""


def find_retold(before: Sequence[Gist], after: Sequence[Gist]) -> list[SameClaim]:
    """Claims of a document that retell claims of an earlier one, each with the one it fits best and that fits it best.

    Documents known to follow one another need less shared wording than any two: the same figure or the same
    participants with some words in common are enough.
    """
    scores = {(a.claim, b.claim): score for a in before for b in after if (score := retold_score(a, b)) >= RETOLD}
    best: dict[str, float] = defaultdict(float)
    for (a, b), score in scores.items():
        best[a], best[b] = max(best[a], score), max(best[b], score)
    return [
        SameClaim(
            left=a,
            right=b,
            score=round(min(0.99, score), 4),
            reasons=(
                Reason(
                    rule="same_claim.retold",
                    detail="fits best among the claims of a document that it follows",
                    score=round(min(score, 1.0), 3),
                ),
            ),
        )
        for (a, b), score in sorted(scores.items())
        if score == best[a] == best[b]
    ]


def retold_score(left: Gist, right: Gist) -> float:
    """How well one claim retells another, 0 when a field forbids it or neither type nor figure is shared."""
    figure = bool(left.figures & right.figures)
    if left.family != right.family and (not figure or {left.family, right.family} & HURTFUL):
        return 0.0
    if forbidden(left, right) is not None or unlike(left, right):
        return 0.0
    shared = bool(left.entities & right.entities)
    if left.state != right.state:
        return 0.0
    same_type = left.event_type == right.event_type
    return likeness(left.words, right.words) + 0.3 * figure + 0.1 * shared + 0.05 * same_type


class Alike(NamedTuple):
    """Two claims that say the same by themselves; `compare` says why."""

    left: str
    right: str
    score: float


def find_same(gists: Sequence[Gist], *, at_least: float = 0.09, memory: Memory | None = None) -> Iterator[Alike]:
    """Every two claims that say the same, near-linear in their number: only those that share features are compared."""
    index = index_of(once(memory, ("signature", g.claim), partial(claim_signature, g)) for g in gists)
    for left, right, _ in pairs(index, at_least=at_least):
        one, other = gists[left], gists[right]
        fits = once(memory, ("same", one.claim, other.claim), partial(fit_of, one, other))
        if fits is not None:
            yield Alike(one.claim, other.claim, round(fits.score, 4))


DECIDED = 2.0
"""Score of a link that a person made: it comes before all others, and no field forbids it."""


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
    head: dict[str, str] = {id_: id_ for id_ in gists}
    members: dict[str, list[str]] = {id_: [id_] for id_ in gists}
    known: dict[str, dict[str, frozenset[str]]] = {}
    times = _Times(gists)
    of_two_towns: set[str] = set()  # their second town opens them to no other claims of either town
    for left, right, score in kept.put_off(links):
        a, b = head[left], head[right]
        if a == b or kept.forbid(members[a], members[b]) or (score < 1.0 and times.forbid(a, b, left, right)):
            continue
        for each in (a, b):
            if each not in known:
                known[each] = _known(gists[each])
        if len(members[a]) < len(members[b]):
            a, b = b, a
        agree = score >= 1.0 or _agree(known[a], known[b]) or _agree_but_for_a_stray(gists, members[a], members[b])
        if not agree or (score < 1.0 and (a in of_two_towns or b in of_two_towns)):
            settled = [gists[id_] for id_ in members[b] if gists[id_].places]
            if not _agree_but_for_place(gists[left], gists[right], known[a], known[b]) or not all(
                _is_otherwise_same(gists[left], other) for other in settled
            ):
                continue
            of_two_towns.add(a)
        of_two_towns |= {a} if b in of_two_towns else set()
        for each in members[b]:
            head[each] = a
        times.join(a, b)
        members[a] += members.pop(b)
        known[a] = {
            key: known[a].get(key, frozenset()) | known[b].get(key, frozenset()) for key in {*known[a], *known[b]}
        }
    return [tuple(ids) for ids in members.values()]


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
    found = {**gist.roles, **kept_apart_by(gist)}
    if gist.places and _is_of_places(gist):
        found[PLACE] = gist.places
    if (towns := towns_of(gist)) and _is_of_places(gist):
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
    same = _is_otherwise_same(one, other) if not against else is_same_but_for(one, other, against)
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
