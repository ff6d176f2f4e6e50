"""Which document that credits nobody has its matter from which earlier one, where neither figures nor quotations tell.

A tabloid, a radio bulletin and a blog tell anew what stood in a report of the day before and name nobody. That one is
looked for only where a document shows no reporting of its own: it cites no outlet, nobody speaks in it whom the earlier
one does not name, and its people saw nothing. What speaks for a source are the names, figures and days that stand
together in both (`echoes.py`) and the runs of words that both have. Such derivations are unsure, and put no words down
to the source. Only reports of people taken for a war, and articles on war after them, are looked at: without that these
rules found a source for eleven of 300 notes on wars of our open corpora (timelines, dev), none of which had one.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping

from sayso.model import Derivation, Reading, Reason
from sayso.model._record import record
from sayso.stages.link.claims.article import TAKING
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.retellings.passages import matches_of
from sayso.stages.link.retellings.retelling import alike_sentences
from sayso.stages.link.retellings.sheets import sheet_at
from sayso.stages.link.texts.held import Held
from sayso.stages.link.texts.lineage import days_between, is_before
from sayso.stages.link.texts.pairs import Likenesses
from sayso.stages.link.voices.channels import told_itself
from sayso.stages.link.voices.leaning import observes

INTO = re.compile(r"\b(?:in|into|for)\s+(?:the\s+)?(?:\w+\s+)?(?:army|ranks|forces|military|war)\b", re.IGNORECASE)
"""Where people are taken, in words that many use of them: "drawn into the Norwegian army"."""
AT_WAR = re.compile(
    rf"{TAKING.pattern}|\b(?:army|armed forces|troops|soldiers?|fighters?|front|military|wars?)\b", re.IGNORECASE
)
"""Words of war, without which an article is on no recruiting."""
WITHIN = 7
"""Days within which such a document follows."""
LIKENESS = 0.1
"""Lowest likeness of words of two documents that are looked at."""
ENOUGH = 3.3
"""What has to speak for a source: its four best passages, and runs of words. Tried on seven stories of our own."""
BEST = 4
"""Passages that are added up."""
RUN = 5
"""Words in a row that both have."""
BY_RUN, MOST_RUNS = 1.5, 4
"""What each run speaks, and how many count."""
LIKELY = 4
"""Earlier documents that one is held against: the most alike ones."""


@record
class Uncredited:
    """Two documents of which the right one may be told after the left one."""

    left: int
    right: int
    score: float


def find_uncredited(
    held: Held,
    readings: Mapping[str, Reading],
    likenesses: Likenesses,
    known: Mapping[int, Collection[int]],
    over: Over = in_turn,
) -> list[Uncredited]:
    """For each document that shows no source and no reporting of its own the earlier one for which most speaks."""
    earlier: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), alike in likenesses.at_least(LIKENESS).items():
        left, right = (a, b) if is_before(held.documents[b], held.documents[a]) is not True else (b, a)
        if right not in known and right not in held.parents and _follows(held, left, right):
            earlier[right].append((alike, left))
    made = over(lambda right: _source_of(held, readings, right, earlier[right]), sorted(earlier))
    return [each for each in made if each is not None]


def _source_of(
    held: Held, readings: Mapping[str, Reading], right: int, earlier: Collection[tuple[float, int]]
) -> Uncredited | None:
    """The earlier document for which most speaks, with how alike each is; None where too little does."""
    if AT_WAR.search(held.documents[right].text) is None or not _is_of_nobody(held, right):
        return None
    telling = (
        each for each in earlier if _is_on_recruiting(held.documents[each[1]].text) and _has_all(held, each[1], right)
    )
    likely = sorted(telling, key=lambda each: (-each[0], each[1]))[:LIKELY]
    fits = [(_score(held, readings, left, right), alike, -left) for alike, left in likely]
    score, _, left = max(fits, default=(0.0, 0.0, 0))
    return Uncredited(left=-left, right=right, score=round(score, 2)) if score >= ENOUGH else None


def _is_on_recruiting(text: str) -> bool:
    return TAKING.search(text) is not None or INTO.search(text) is not None


def _follows(held: Held, left: int, right: int) -> bool:
    one, other = held.documents[left], held.documents[right]
    elsewhere = one.outlet is None or one.outlet != other.outlet
    return elsewhere and is_before(one, other) is True and days_between(one, other) <= WITHIN


def _is_of_nobody(held: Held, number: int) -> bool:
    """Whether a document cites no outlet and shows nothing that its own people saw or were told."""
    document = held.documents[number]
    if held.citations[number] or observes(document) or told_itself(document.text, document.outlet):
        return False
    initials = "".join(word[0] for word in (document.outlet or "").split() if word[:1].isupper())
    seen = rf"\b(?:told|seen by|obtained by|reviewed by|asked by|questions by)\s+(?:the\s+)?{initials}\b"
    return len(initials) < len("AP") or re.search(seen, document.text) is None


def _has_all(held: Held, left: int, right: int) -> bool:
    """Whether the earlier document names everybody by name who speaks in the later one."""
    text = held.documents[left].text
    return all(word in text for name in held.heard[right] for word in name.split())


def _score(held: Held, readings: Mapping[str, Reading], left: int, right: int) -> float:
    sheets = [sheet_at(held, readings, number) for number in (left, right)]
    passages = sum(match.score for match in matches_of(*sheets)[:BEST])
    before, after = (_runs(held, number) for number in (left, right))
    return passages + BY_RUN * min(len(before & after), MOST_RUNS)


def _runs(held: Held, number: int) -> frozenset[tuple[str, ...]]:
    tokens = held.words[number].tokens
    return frozenset(tuple(tokens[n : n + RUN]) for n in range(len(tokens) - RUN + 1))


def uncredited(held: Held, found: Collection[Uncredited]) -> list[Derivation]:
    """One derivation for each of these."""
    return [
        Derivation(
            left=held.documents[each.left].id,
            left_name=held.documents[each.left].outlet,
            right=held.documents[each.right].id,
            kind="rewrite",
            evidence=alike_sentences(held, each.left, each.right, at_least=0.15),
            score=0.35,
            reasons=(
                Reason(
                    rule="derivation.uncredited",
                    detail="shows no source and no reporting of its own, and has names, figures or runs of words of a"
                    " report of the days before",
                    score=each.score,
                ),
            ),
        )
        for each in found
    ]
