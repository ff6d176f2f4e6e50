"""Which sentences of a later text tell what stands together in an earlier one."""

from collections import defaultdict
from collections.abc import Mapping

from sayso.model._record import record
from sayso.stages.link.retellings.sheets import NAME, Sheet, weight_of

SENTENCE = 2.7
"""What has to speak for a sentence to count."""
LIKELY = 4
"""Places of the earlier document that a sentence is held against: those with most of its figures and names."""
MOST_NAMES = 4.0
"""Most that names speak for one passage: "Ann Lee of the Harbour Board" is one thing that both know."""


@record
class Match:
    """A sentence of a later document and what of an earlier one it fits best."""

    score: float
    window: int
    sentence: int
    figures: tuple[str, ...]
    names: tuple[str, ...]


def matches_of(one: Sheet, other: Sheet) -> list[Match]:
    """For each sentence of a later document what of an earlier one it fits best, where it does, those first for which
    most speaks. A figure or name speaks once."""
    shared = one.marks.keys() & other.marks.keys()
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    for mark in shared:
        weight = weight_of(mark) if mark[0] == "#" else NAME
        for now in other.marks[mark]:
            if now not in other.explained:
                weights = beside[now]
                for number in one.marks[mark]:
                    weights[number] = weights.get(number, 0.0) + weight
                    if number:
                        weights[number - 1] = weights.get(number - 1, 0.0) + weight
    found: list[Match] = []
    for now, weights in beside.items():
        words = other.sentences[now]
        likely = sorted(weights, key=lambda where: (-weights[where], where))[:LIKELY]
        fits = [match for where in likely if (match := _match(one.windows[where], words, where, now))]
        if fits:
            found.append(max(fits, key=lambda match: match.score))
    found.sort(key=lambda match: (-match.score, match.sentence))
    told: set[str] = set()
    kept = []
    for match in found:
        again = sum(weight_of(mark) for mark in match.figures if mark in told)
        again += NAME * len(told.intersection(match.names))
        if match.score - again >= SENTENCE:
            kept.append(match)
            told.update(match.figures, match.names)
    return kept


def _match(was: Mapping[str, float], now: Mapping[str, float], window: int, sentence: int) -> Match | None:
    shared = [(word, min(now[word], was[word])) for word in now.keys() & was.keys()]
    figures = [word for word, _ in shared if word[0] == "#"]
    names = [word for word, weight in shared if word[0] != "#" and weight >= NAME]
    if not figures and not names:
        return None
    score = min(NAME * len(names), MOST_NAMES)
    score += sum(weight for word, weight in shared if word[0] == "#" or weight < NAME)
    if score < SENTENCE:
        return None
    return Match(
        score=round(score, 2),
        window=window,
        sentence=sentence,
        figures=tuple(sorted(figures)),
        names=tuple(sorted(names)),
    )
