"""Passages that tell anew what stands in an earlier document, though the later one credits nobody for them.

A background paragraph, a roundup and a feature take from several sources at once, so each passage is looked at by
itself: figures and names that stand close together in both texts speak for it, with the words around them. Figures are
compared by value ("a hundred and forty-six", 146). What a word weighs depends on the two texts alone, so that a
document more or less in the ledger changes nothing.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from sayso.model import Derivation, Passage, Reading, Reason, Span
from sayso.model._record import record
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.retellings.passages import Match, matches_of
from sayso.stages.link.retellings.sheets import WINDOW, Sheet, figures_in, sheet_at, weight_of
from sayso.stages.link.texts.held import Held
from sayso.stages.link.texts.lineage import days_between, is_before
from sayso.stages.link.texts.pairs import Likenesses
from sayso.stages.link.texts.quotations import ALIKE, telling
from sayso.stages.link.texts.words import Words
from sayso.stages.link.wording import likeness, stem

ENOUGH = 7.5
"""What has to speak for it that a document has passages from an earlier one, all its sentences together: set on four
stories of our own."""
FIGURES = 2.0
"""What shared figures have to speak of it: two articles on one body or person share names and business."""
MOST_SENTENCES = 4
"""Sentences that are added up, those first for which most speaks."""
NEAR = 0.7
"""Share of the best score of a sentence from which on an earlier document is as likely its source; the first of them is
taken."""
PART = 4.5
"""What has to speak for each source of a document that has its passages from several."""
OWN_WORDS = 2
"""Quotations of its own from which on a document that names the same witness has heard him itself."""
BESIDE = 250
"""Later documents whose earlier ones are looked at as one piece of work: neighbours share these."""
SHEETS = 2000
"""Documents whose sheets are kept at hand: they come in the order of their days, and each takes some 40 kB."""
WITHIN = 60
"""Days within which a passage follows: background paragraphs come later than retellings of the news."""
LIKENESS = 0.1
"""Lowest likeness of words of two documents that are looked at."""


@record
class Echo:
    """Two documents of which the right one has passages from the left one."""

    left: int
    right: int
    score: float
    """Of all these passages together."""
    shared: tuple[str, ...]
    """Figures and names that stand together there."""
    passages: tuple[Passage, ...]


def could_echo(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two documents share figures enough for a passage."""
    return sum(map(weight_of, left & right)) >= FIGURES


def find_echoes(
    held: Held,
    readings: Mapping[str, Reading],
    likenesses: Likenesses,
    known: Mapping[int, Collection[int]],
    over: Over = in_turn,
) -> list[Echo]:
    """For each document that is no copy the earlier ones that passages of it come from, without those that are known.

    A sentence that a source that is cited has nearly as well is put down to that one.
    """

    @lru_cache(maxsize=SHEETS)
    def sheet(number: int) -> Sheet:
        return sheet_at(held, readings, number)

    earlier: dict[int, list[int]] = defaultdict(list)
    for left, right in _could_be(held, readings, likenesses, over):
        earlier[right].append(left)
    later = sorted(earlier)

    def fits_of(start: int) -> list[dict[int, list[Match]]]:
        return [
            {n: matches_of(sheet(n), sheet(right)) for n in sorted({*earlier[right], *known.get(right, ())})}
            for right in later[start : start + BESIDE]
        ]

    found: list[Echo] = []
    sources = {right: set(lefts) for right, lefts in known.items()}
    for right, fits in zip(later, chain.from_iterable(over(fits_of, range(0, len(later), BESIDE))), strict=True):
        made = _of_one(held, fits, frozenset(known.get(right, ())), right, sources)
        sources.setdefault(right, set()).update(each.left for each in made)
        found += made
    return found


def _could_be(
    held: Held, readings: Mapping[str, Reading], likenesses: Likenesses, over: Over
) -> Iterator[tuple[int, int]]:
    """(earlier, later) documents of which the later one is no copy and shares figures enough."""
    likely = likenesses.at_least(LIKENESS)
    figures = cache(lambda number: figures_in(readings[held.documents[number].id]))

    def among(start: int) -> list[tuple[int, int]]:
        ordered = (_ordered(held, *pair) for pair, _ in likely.some(start))
        apart = ((a, b) for a, b in ordered if b not in held.parents and _follows(held, a, b))
        return [(left, right) for left, right in apart if could_echo(figures(left), figures(right))]

    return chain.from_iterable(over(among, likely.starts()))


def _ordered(held: Held, a: int, b: int) -> tuple[int, int]:
    return (a, b) if is_before(held.documents[b], held.documents[a]) is not True else (b, a)


def _follows(held: Held, left: int, right: int) -> bool:
    one, other = held.documents[left], held.documents[right]
    elsewhere = one.outlet is None or one.outlet != other.outlet
    return elsewhere and is_before(one, other) is True and days_between(one, other) <= WITHIN


def _of_one(
    held: Held,
    found: Mapping[int, Sequence[Match]],
    known: frozenset[int],
    right: int,
    sources: Mapping[int, Collection[int]],
) -> list[Echo]:
    """The sources of one document's passages: for each sentence of those for whose source enough speaks, the first of
    the documents that have it nearly as well as the best one, if it cites none of these. What an earlier document has
    from another one of these speaks for it too."""
    cited = {
        left for left in known if held.keys[left] in {c.key for c in (*held.citations[right], *held.mentions[right])}
    }
    by_sentence: dict[int, dict[int, Match]] = defaultdict(dict)
    for left, matches in found.items():
        for match in matches:
            by_sentence[match.sentence][left] = match
    wanted: set[int] = set()
    for left, matches in found.items():
        family = [match for each in _with_sources(left, sources) for match in found.get(each, ())]
        if left not in known and _is_enough(_best_each(family)) and not _heard_too(held, left, right, matches):
            wanted |= {match.sentence for match in family}
    chosen: dict[int, list[Match]] = defaultdict(list)
    for sentence in sorted(wanted):
        fits = by_sentence[sentence]
        best = max(match.score for match in fits.values())
        near = [left for left, match in fits.items() if match.score >= NEAR * best]
        if min(near) not in known and not cited.intersection(near):
            chosen[min(near)].append(fits[min(near)])
    return [
        _echo(held, left, right, sorted(chosen[left], key=_surest_first))
        for left in sorted(chosen)
        if sum(match.score for match in chosen[left]) >= PART
    ]


def _with_sources(left: int, sources: Mapping[int, Collection[int]]) -> set[int]:
    found, last = {left}, {left}
    while last:
        last = {source for each in last for source in sources.get(each, ())} - found
        found |= last
    return found


def _surest_first(match: Match) -> tuple[float, int]:
    return -match.score, match.sentence


def _best_each(matches: Sequence[Match]) -> list[Match]:
    """Of several documents' matches the best for each sentence, those first for which most speaks."""
    best: dict[int, Match] = {}
    for match in sorted(matches, key=_surest_first):
        best.setdefault(match.sentence, match)
    return sorted(best.values(), key=_surest_first)


INTERVIEW = re.compile(r"(?m)^[*_]*(?:[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4}|[A-Z]{1,3}[.:])[*_]*: ")
ANSWERS = 4
"""Lines that begin with who speaks, from which on a text is an interview."""


def _heard_too(held: Held, left: int, right: int, matches: Sequence[Match]) -> bool:
    """Whether the later document has its own words of somebody whom both name: he spoke to both."""
    if len(INTERVIEW.findall(held.documents[right].text)) >= ANSWERS:
        return True
    names = {name for match in matches for name in match.names}
    heard = {stem(word) for name in held.heard[right] for word in re.findall(r"\w+", name.lower())}
    if not names & heard:
        return False
    before = [words for _, words in telling(held.quotations.get(held.documents[left].id, ()))]
    own = [words for _, words in telling(held.quotations.get(held.documents[right].id, ()))]
    return sum(all(likeness(words, was) < ALIKE for was in before) for words in own) >= OWN_WORDS


def _is_enough(matches: Sequence[Match]) -> bool:
    best = matches[:MOST_SENTENCES]
    figures = {figure for match in best for figure in match.figures}
    return sum(match.score for match in best) >= ENOUGH and sum(map(weight_of, figures)) >= FIGURES


def _echo(held: Held, left: int, right: int, found: Sequence[Match]) -> Echo:
    figures = (f"{float(mark[1:]):,.10g}" for match in found for mark in match.figures if " " not in mark)
    marks = (*figures, *(name for match in found for name in match.names))
    return Echo(
        left=left,
        right=right,
        score=round(sum(match.score for match in found[:MOST_SENTENCES]), 2),
        shared=tuple(dict.fromkeys(marks)),
        passages=tuple(
            Passage(
                left=_span(held.words[left], match.window, WINDOW), right=_span(held.words[right], match.sentence, 1)
            )
            for match in found
        ),
    )


def _span(words: Words, sentence: int, count: int) -> Span:
    last = min(sentence + count, len(words.sentences)) - 1
    return words.span(words.sentences[sentence][0], words.sentences[last][1] - 1)


SUREST = 14.0
"""Score from which on more speaks for no passage."""


def echoed(held: Held, found: Sequence[Echo]) -> list[Derivation]:
    """One derivation for each two of these documents, less sure than those that rest on a credit."""
    return [
        Derivation(
            left=held.documents[each.left].id,
            left_name=held.documents[each.left].outlet,
            right=held.documents[each.right].id,
            kind="rewrite",
            evidence=each.passages,
            score=round(0.3 + 0.4 * min(each.score / SUREST, 1.0), 3),
            reasons=(
                Reason(
                    rule="derivation.passage",
                    detail=f"credits nobody for passages in which the same stands together: {', '.join(each.shared)}",
                    score=each.score,
                    spans=tuple(passage.right for passage in each.passages),
                ),
            ),
        )
        for each in found
    ]
