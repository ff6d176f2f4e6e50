"""Passages that tell anew what stands in an earlier document, though the later one credits nobody for them.

A background paragraph, a roundup and a feature take from several sources at once, so each passage is looked at by
itself: figures and names that stand close together in both texts speak for it, with the words around them. Figures are
compared by value ("a hundred and forty-six", 146). What a word weighs depends on the two texts alone, so that a
document more or less in the ledger changes nothing.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from sayso.model import Derivation, Money, Passage, Quantity, Reading, Reason, Span
from sayso.model._record import record
from sayso.stages.link.claims.differing import AGE
from sayso.stages.link.nations import named_nations
from sayso.stages.link.texts.documents import Held
from sayso.stages.link.texts.lineage import days_between, is_before
from sayso.stages.link.texts.quotations import ALIKE, telling
from sayso.stages.link.texts.words import Words
from sayso.stages.link.voices.leaning import OBSERVED
from sayso.stages.link.wording import likeness, stem
from sayso.stages.link.wordlists import HEDGES, MONTHS, PERSONS, SMALL, STOPWORDS

ENOUGH = 7.5
"""What has to speak for it that a document has passages from an earlier one, all its sentences together: set on four
stories of our own."""
FIGURES = 2.0
"""What shared figures have to speak of it: two articles on one body or person share names and business."""
SENTENCE = 2.7
"""What has to speak for a sentence to count."""
MOST_SENTENCES = 4
"""Sentences that are added up, those first for which most speaks."""
NEAR = 0.7
"""Share of the best score of a sentence from which on an earlier document is as likely its source; the first of them is
taken."""
PART = 4.5
"""What has to speak for each source of a document that has its passages from several."""
OWN_WORDS = 2
"""Quotations of its own from which on a document that names the same witness has heard him itself."""
LIKELY = 4
"""Places of the earlier document that a sentence is held against: those with most of its figures and names."""
SHEETS = 2000
"""Documents whose sheets are kept at hand: they come in the order of their days, and each takes some 40 kB."""
WITHIN = 60
"""Days within which a passage follows: background paragraphs come later than retellings of the news."""
LIKENESS = 0.1
"""Lowest likeness of words of two documents that are looked at."""
WORD, NAME, NATION = 0.7, 2.0, 0.5
"""What a shared word speaks for a passage: a plain word, a name, a country or its people, which every report on a war
has."""
DAY = 2.0
"""What a shared day of the month speaks, with the names that stand beside it: "left on 2 September"."""
MOST_NAMES = 4.0
"""Most that names speak for one passage: "Ann Lee of the Harbour Board" is one thing that both know."""
BY_DIGITS = (0.0, 1.0, 2.0, 4.0)
"""What a shared figure speaks by its digits without closing zeros."""
OF_ONE = 1.0
"""What it speaks besides that a figure counts the same thing in both: "10,000 commandos"."""
COUNTED = 30
"""Above this; a smaller number of days or children is everybody's."""
FEW, YEAR = 0.7, 0.5
"""The same for a count up to ten, and for a number that can be a year."""
WINDOW = 2
"""Sentences in a row of the earlier document that one sentence of the later one is held against: who retells is
brief."""


@record
class Sheet:
    """What a document is compared by."""

    sentences: tuple[Mapping[str, float], ...]
    """For each sentence its stems, names and figures ("#146") with what they weigh."""
    windows: tuple[Mapping[str, float], ...]
    """For each sentence what it and the next one have."""
    marks: Mapping[str, tuple[int, ...]]
    """Figures and names -> the sentences that have them."""
    explained: frozenset[int]
    """Sentences that are put down to an outlet, or to what the document's own people saw."""


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


def sheet_of(words: Words, reading: Reading, outlets: frozenset[int] = frozenset()) -> Sheet:
    """Cut a text into what its passages are compared by. `outlets` are code points at which an outlet is named: who
    cites it too is not told by that."""
    small = {token for token, start in zip(words.tokens, words.starts, strict=True) if words.text[start].islower()}
    known = {
        start
        for mention in reading.mentions.actors
        if mention.kind in ("nationality", "government")
        for start in range(mention.span.start, mention.span.end)
    }
    figures = _figures(reading)
    sentences: list[dict[str, float]] = []
    for first, end in words.sentences:
        held: dict[str, float] = {}
        for n in range(first, end):
            token, start = words.tokens[n], words.starts[n]
            held.update(figures.get(start, {}))
            if len(token) > 2 and token[0].isalpha() and token not in PLAIN and start not in outlets:
                plain = stem(token.removesuffix("'s").removesuffix("’s"))
                weight = WORD
                if words.text[start].isupper() and token not in small:
                    weight = NATION if start in known or _is_nation(token) else NAME
                held[plain] = max(held.get(plain, 0.0), weight)
        sentences.append(held)
    explained = set()
    marks: dict[str, list[int]] = defaultdict(list)
    for number, (first, end) in enumerate(words.sentences):
        inside = range(words.starts[first], words.ends[end - 1])
        if not outlets.isdisjoint(inside) or OBSERVED.search(words.text[inside.start : inside.stop]):
            explained.add(number)
    for number, sentence in enumerate(sentences):
        for word, weight in sentence.items():
            if word[0] == "#" or weight >= NAME:
                marks[word].append(number)
    return Sheet(
        sentences=tuple(sentences),
        windows=tuple(_joined(sentences[n : n + WINDOW]) for n in range(len(sentences))),
        marks={mark: tuple(where) for mark, where in marks.items()},
        explained=frozenset(explained),
    )


PLAIN = STOPWORDS | HEDGES | MONTHS | SMALL.keys()


def _joined(sentences: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    return {word: weight for each in sentences for word, weight in each.items()}


def _figures(reading: Reading) -> Mapping[int, dict[str, float]]:
    """What the figures of a text weigh, by where their words begin, and those that count the same thing once more; none
    that are blurred ("dozens"), and not one."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for period in reading.mentions.periods:
        if period.precision == "day" and period.start and period.span and any(ch.isdigit() for ch in period.span.text):
            found[period.span.start][f"@{period.start:%m-%d}"] = DAY
    amounts: list[Quantity | Money] = [*reading.mentions.quantities, *reading.mentions.money]
    for amount in amounts:
        if amount.approximate and amount.low != amount.high:
            continue
        unit = amount.unit if isinstance(amount, Quantity) else amount.currency
        for value in {v for v in (amount.low, amount.high) if v is not None and v >= 2}:
            held = found[amount.span.start]
            held[f"#{value:g}"] = _by_digits(value)
            if unit and value > COUNTED and unit not in PERSONS and unit != AGE:
                held[f"#{value:g} {unit}"] = OF_ONE
    return found


def _by_digits(value: float) -> float:
    if value <= 10:
        return FEW
    if 1900 <= value <= 2100:
        return YEAR
    return BY_DIGITS[min(len(f"{value:.0f}".rstrip("0")), 3)]


@lru_cache(maxsize=20_000)
def _is_nation(token: str) -> bool:
    return bool(named_nations(token.title()))


def figures_in(reading: Reading) -> frozenset[str]:
    """The figures of a document, as marks."""
    return frozenset(mark for marks in _figures(reading).values() for mark in marks if mark[0] == "#")


def could_echo(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two documents share figures enough for a passage."""
    return sum(map(_weight, left & right)) >= FIGURES


def _weight(figure: str) -> float:
    return OF_ONE if " " in figure else _by_digits(float(figure[1:]))


def sheet_at(held: Held, readings: Mapping[str, Reading], number: int) -> Sheet:
    """A document cut up, the outlets that it names marked."""
    named = (*held.citations[number], *held.mentions[number])
    outlets = frozenset(start for c in named for start in range(c.span.start, c.span.end))
    return sheet_of(held.words[number], readings[held.documents[number].id], outlets)


def find_echoes(
    held: Held,
    readings: Mapping[str, Reading],
    likenesses: Mapping[tuple[int, int], float],
    known: Mapping[int, Collection[int]],
) -> list[Echo]:
    """For each document that is no copy the earlier ones that passages of it come from, without those that are known.

    A sentence that a source that is cited has nearly as well is put down to that one.
    """

    @lru_cache(maxsize=SHEETS)
    def sheet(number: int) -> Sheet:
        return sheet_at(held, readings, number)

    figures: dict[int, frozenset[str]] = {}
    earlier: dict[int, list[int]] = defaultdict(list)
    for (a, b), alike in likenesses.items():
        left, right = (a, b) if is_before(held.documents[b], held.documents[a]) is not True else (b, a)
        if alike >= LIKENESS and right not in held.parents and _follows(held, left, right):
            for number in (left, right):
                if number not in figures:
                    figures[number] = figures_in(readings[held.documents[number].id])
            if could_echo(figures[left], figures[right]):
                earlier[right].append(left)
    found: list[Echo] = []
    sources = {right: set(lefts) for right, lefts in known.items()}
    for right in sorted(earlier):
        fits = {n: matches(sheet(n), sheet(right)) for n in sorted({*earlier[right], *known.get(right, ())})}
        made = _of_one(held, fits, frozenset(known.get(right, ())), right, sources)
        sources.setdefault(right, set()).update(each.left for each in made)
        found += made
    return found


def _follows(held: Held, left: int, right: int) -> bool:
    one, other = held.documents[left], held.documents[right]
    elsewhere = one.outlet is None or one.outlet != other.outlet
    return elsewhere and is_before(one, other) is True and days_between(one, other) <= WITHIN


@record
class Match:
    """A sentence of a later document and what of an earlier one it fits best."""

    score: float
    window: int
    sentence: int
    figures: tuple[str, ...]
    names: tuple[str, ...]


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
    return sum(match.score for match in best) >= ENOUGH and sum(map(_weight, figures)) >= FIGURES


def matches(one: Sheet, other: Sheet) -> list[Match]:
    """For each sentence of a later document what of an earlier one it fits best, where it does, those first for which
    most speaks. A figure or name speaks once."""
    shared = one.marks.keys() & other.marks.keys()
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    for mark in shared:
        weight = _weight(mark) if mark[0] == "#" else NAME
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
        again = sum(_weight(mark) for mark in match.figures if mark in told)
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
