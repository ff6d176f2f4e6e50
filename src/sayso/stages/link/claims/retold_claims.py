"""Claims of a document that retell claims of the document that it follows."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from sayso.lexicon.countries import load_countries
from sayso.lexicon.packs import load_packs
from sayso.model import Reason
from sayso.stages.link.claims.article import NO_DRIVE, TAKEN
from sayso.stages.link.claims.conflicts import forbidden
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.claims.same_claim import SameClaim
from sayso.stages.link.claims.unlike import unlike
from sayso.stages.link.wording import likeness, stem
from sayso.stages.link.wordlists import MONTHS, PERSONS, SMALL

EMPTY: Mapping[str, Collection[str]] = MappingProxyType({})
RETOLD = 0.3
"""Lowest score at which a claim of a document is taken for a claim of the document that it retells."""


def find_retold(
    before: Sequence[Gist], after: Sequence[Gist], acts: Mapping[str, Collection[str]] = EMPTY
) -> list[SameClaim]:
    """Claims of a document that retell claims of an earlier one, each with the one it fits best and that fits it best.

    Documents known to follow one another need less shared wording than any two: the same figure, or the same
    participants or telling words with some words in common, are enough. `acts`: claim id -> the stems of its trigger.
    """
    scores = {
        (a.claim, b.claim): score
        for a in before
        for b in after
        if (score := retold_score(a, b, {*acts.get(a.claim, ()), *acts.get(b.claim, ())})) >= RETOLD
    }
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


BESIDE_EACH_OTHER = (frozenset({"RECRUIT", "TRANSFER", "DEPLOY", "TRAIN", "CONTACT"}), frozenset({"OFFER", "FINANCE"}))
"""Types of two families under which one thing is told: 288 who signed up and who went."""
TELLING_FIGURE = 10.0
"""From which on a figure shared by two types tells of one thing: six months and six men are everywhere."""


def retold_score(left: Gist, right: Gist, acts: Collection[str] = ()) -> float:
    """How well one claim retells another; 0 when a field forbids it, or when they share neither a figure, nor a person
    or body by name, nor a drive, nor a word that tells more than the act itself, whose country it is, and that there
    are people. `acts`: stems of the words by which they tell it."""
    same_type = left.event_type == right.event_type
    shared = _figures(left, right)
    if left.family != right.family and not shared:
        return 0.0
    if left.state != right.state or forbidden(left, right) is not None or unlike(left, right):
        return 0.0
    entities = left.entities & right.entities
    told = bool(shared) or any(map(_is_named, entities)) or _of_one_drive(left, right)
    if not told and not telling_words(left, right).difference(acts):
        return 0.0
    return likeness(left.words, right.words) + 0.3 * bool(shared) + 0.1 * bool(entities) + 0.05 * same_type


def _figures(left: Gist, right: Gist) -> frozenset[float]:
    """The figures by which both may tell one thing: of two types only telling ones, under types that go together."""
    shared, types = left.figures & right.figures, {left.event_type, right.event_type}
    if len(types) == 1:
        return shared
    beside = any(types <= kind for kind in BESIDE_EACH_OTHER)
    return frozenset(n for n in shared if n >= TELLING_FIGURE) if beside else frozenset()


def _of_one_drive(left: Gist, right: Gist) -> bool:
    """Whether both tell of taking one country's people for one war: an article says it once and goes on with "they"."""
    return left.drive == right.drive != NO_DRIVE and {left.event_type, right.event_type} <= TAKEN


STATES = ("-government", "-people", "-armed-forces")


def _is_named(entity: str) -> bool:
    return not entity.endswith(STATES) and not (len(entity) == 2 and entity.isalpha())


YEAR = re.compile(r"(?:19|20)\d\d")


def telling_words(left: Gist, right: Gist) -> frozenset[str]:
    """Stems that both have besides words for such acts, countries, days, small numbers, years and people at large."""
    both = left.words.keys() & right.words.keys()
    one = left.event_type == right.event_type
    shared = {word for word in both if not word[:1].isdigit() or (one and len(word) > 1 and not YEAR.fullmatch(word))}
    return frozenset(shared - _dull() - _acts(left.event_type) - _acts(right.event_type))


@lru_cache(maxsize=1)
def _dull() -> frozenset[str]:
    lands = (
        word
        for country in load_countries().values()
        for name in (country.name, *country.names, *country.adjectives, *country.people)
        for word in name.lower().split()
    )
    people = (*PERSONS, *DULL.split())
    return frozenset(stem(word) for word in (*lands, *people, *MONTHS, *SMALL))


DULL = """man men woman women people person persons boy boys month months year years day days week weeks time former
young old more least most much many few first last other another country state government group someone anyone"""
"""Words that are in every report of such things."""


@lru_cache(maxsize=128)
def _acts(event_type: str) -> frozenset[str]:
    """Stems of the words by which an event type is told in the packs that ship."""
    packs = load_packs(["foreign_fighters", "arms_transfers"])
    return frozenset(
        stem(lemma)
        for pack in packs
        for (_, lemma), triggers in pack.index.items()
        if any(trigger.event_type == event_type for trigger in triggers)
    )
