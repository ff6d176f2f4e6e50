"""Which document retells which in other words, without sharing runs of text.

Likeness of words alone does not show it: two reporters on one story are as alike. So something else has to speak for
it: that
the later one cites the earlier one's outlet, that both have it from the same outlet, or that they share a quotation.
One that credits nobody and shows no reporting of its own retells the earlier one whose telling figures it has.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain

from sayso.model import Derivation, Passage, Reason, Span
from sayso.model._record import record
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.texts.held import Held
from sayso.stages.link.texts.lineage import days_between, is_before, root_of
from sayso.stages.link.texts.pairs import Likenesses
from sayso.stages.link.voices.leaning import observes
from sayso.stages.link.voices.openings import opening_end
from sayso.stages.link.voices.sourcing import apart
from sayso.stages.link.wording import content_words, likeness
from sayso.stages.link.wordlists import MONTHS

CITING = 0.12
"""Lowest likeness of words where the later document cites the earlier one's outlet."""
CITED = 0.2
"""The same without more; below it a sentence of the earlier document has to be told again: who cites an outlet does not
retell whatever it wrote that month."""
RETOLD = 0.35
"""Likeness of such a sentence to the earlier one."""
FOLLOWING = 0.25
"""Lowest likeness where both cite one outlet or share a quotation."""
RETELLS = 0.43
"""Lowest score at which the earlier document that is not cited is taken for the one retold."""
TIE = 0.1
"""Two sources whose scores differ by no more than this are equally likely."""
UNSAID = 0.2
"""Lowest likeness of words where a document without any credit shares telling figures with an earlier one: tried on
stories of our own (docs/method/origins.md)."""
WITHIN = 30
"""Days within which it follows."""
FIGURE = 0.05
"""What each shared figure speaks for the earlier document, up to three of them."""
MOST = 8
"""Earlier documents that one is compared with claim by claim, the most alike ones."""


@record
class Retelling:
    """Two documents of which the right one may follow the left one."""

    left: int
    right: int
    score: float
    cites: bool
    """Whether the right one names the left one's outlet as its source."""
    shared: tuple[str, ...]
    """Outlets that both have it from."""
    quoted: bool


def find_retellings(
    held: Held, likenesses: Likenesses, quoted: Iterable[Derivation], over: Over = in_turn
) -> list[Retelling]:
    """Every two documents that tell one report, the earlier one on the left, the most alike first for each right
    one."""
    quotes = {(held.number[d.left], held.number[d.right]) for d in quoted if d.left is not None}
    likely = likenesses.at_least(CITING)

    def among(start: int) -> list[Retelling]:
        ordered = ((*_order(held, a, b), score) for (a, b), score in likely.some(start))
        quoting = ((left, right, s, (left, right) in quotes or (right, left) in quotes) for left, right, s in ordered)
        return [made for each in quoting if (made := _retelling(held, *each)) is not None]

    found: dict[int, list[Retelling]] = defaultdict(list)
    for made in chain.from_iterable(over(among, likely.starts())):
        found[made.right].append(made)
    return [each for right in sorted(found) for each in sorted(found[right], key=lambda r: (-r.score, r.left))[:MOST]]


def _order(held: Held, a: int, b: int) -> tuple[int, int]:
    """The earlier one first; a document without a date, or on the same day, comes after the one that it cites."""
    before = is_before(held.documents[a], held.documents[b])
    if before is None and _cites(held, a, b) and not _cites(held, b, a):
        return b, a
    return (b, a) if before is False else (a, b)


def _cites(held: Held, right: int, left: int) -> bool:
    key = held.keys[left]
    return key is not None and any(c.key == key for c in held.citations[right])


def _retelling(held: Held, left: int, right: int, score: float, quoted: bool) -> Retelling | None:
    cites = _cites(held, right, left)
    common = {c.key for c in held.citations[left]} & {c.key for c in held.citations[right]}
    if not ((common or quoted) and score >= FOLLOWING) and not (cites and _is_told(held, left, right, score)):
        return None
    total = score + 0.3 * cites + 0.1 * bool(common) + 0.1 * quoted
    return Retelling(
        left=left,
        right=right,
        score=round(min(1.0, total), 4),
        cites=cites,
        shared=tuple(sorted(common)),
        quoted=quoted,
    )


def _is_told(held: Held, left: int, right: int, score: float) -> bool:
    """Whether a document that cites another one's outlet is like enough to it to have that from it. Sentences are laid
    beside each other only where that decides: it takes longer than all else of two documents."""
    return score >= CITED or (score >= CITING and bool(alike_sentences(held, left, right, at_least=RETOLD)))


def rewrites(held: Held, retellings: Sequence[Retelling]) -> list[Derivation]:
    """One derivation for each document that retells an earlier one: the one it fits best, copies left out."""
    found: dict[int, list[Retelling]] = defaultdict(list)
    for each in retellings:
        copied = each.right in held.parents or root_of(each.left, held.parents) == root_of(each.right, held.parents)
        if not copied and (each.cites or each.score >= RETELLS):
            found[each.right].append(each)
    return [_derivation(held, _source(found[right])) for right in sorted(found)]


def _source(choices: Sequence[Retelling]) -> Retelling:
    """The best of the earlier documents; of those that are nearly as good, the first: others may retell it
    themselves."""
    best = max(each.score for each in choices)
    near = [each for each in choices if each.score >= best - TIE]
    return min(near, key=lambda each: each.left)


def find_unsaid(
    held: Held, likenesses: Likenesses, sources: Mapping[int, Collection[int]], over: Over = in_turn
) -> list[tuple[Retelling, frozenset[float]]]:
    """For documents that credit nobody, the earlier one that each seems to retell, with the figures that show it.

    `sources` are those that are known of a document: it has another one for figures that none of them has. Who saw or
    found something himself, or follows an outlet, is left out: two reporters at one press conference share figures
    too, so what rests on this alone is never taken for certain.
    """
    likely = likenesses.at_least(UNSAID)
    figures = cache(lambda number: telling_figures(held.documents[number].text))
    around = lru_cache(maxsize=5000)(partial(_around, held))

    def shared(left: int, right: int) -> frozenset[float]:
        """The figures that the later one has from the earlier one."""
        if not _follows_soon(held, left, right) or _credits(held, right):
            return frozenset()
        both = (figures(left) & figures(right)).difference(*map(figures, sources.get(right, ())))
        if not both or observes(held.documents[right]):
            return frozenset()
        return frozenset(figure for figure in both if _is_retold(around, left, right, figure))

    def among(start: int) -> list[tuple[Retelling, frozenset[float]]]:
        ordered = ((*_order(held, a, b), score) for (a, b), score in likely.some(start))
        return [(_silent(*each, len(has)), has) for each in ordered if (has := shared(*each[:2]))]

    found: dict[int, list[tuple[Retelling, frozenset[float]]]] = defaultdict(list)
    for made, has in chain.from_iterable(over(among, likely.starts())):
        found[made.right].append((made, has))
    chosen = []
    for right in sorted(found):
        best = _source([each for each, _ in found[right]])
        chosen.append(next(pair for pair in found[right] if pair[0] == best))
    return chosen


def _silent(left: int, right: int, score: float, figures: int) -> Retelling:
    total = round(min(1.0, score + FIGURE * min(figures, 3)), 4)
    return Retelling(left=left, right=right, score=total, cites=False, shared=(), quoted=False)


def unsaid(held: Held, found: Sequence[tuple[Retelling, frozenset[float]]]) -> list[Derivation]:
    """One derivation for each of these, less sure than those that rest on a credit."""
    return [_derivation(held, each, tuple(f"{figure:,.0f}" for figure in sorted(shared))) for each, shared in found]


def _credits(held: Held, number: int) -> bool:
    """Whether a document says that it has its matter from an outlet: in its opening, by a credit, or twice."""
    found = apart(held.citations[number])
    opening = opening_end(held.documents[number]) if found else 0
    return len(found) > 1 or any(c.how == "credit" or c.span.start < opening for c in found)


def _follows_soon(held: Held, left: int, right: int) -> bool:
    one, other = held.documents[left], held.documents[right]
    elsewhere = one.outlet is None or one.outlet != other.outlet
    return elsewhere and is_before(one, other) is True and days_between(one, other) <= WITHIN


SURE = 0.7
"""What has to speak for a shared figure: how telling it is, and how alike the sentences are that it stands in. Set so
that of eight such pairs among real notes on one war (timelines, dev) those that share nothing but "1,000" fall away."""
BY_DIGITS = (0.0, 0.3, 0.6, 1.0)
"""How telling a number is by its digits without closing zeros: one, two, three or more."""


Beside = list[tuple[Mapping[str, float], frozenset[str]]]
"""Of each sentence in which a figure stands, the content words without numbers, and those beside it."""


def _is_retold(around: Callable[[int, float], Beside], left: int, right: int, figure: float) -> bool:
    """Whether a shared figure stands in like sentences, or is too odd to be met by chance."""
    digits = len(f"{figure:.0f}".rstrip("0"))
    telling = BY_DIGITS[min(digits, 3)]
    if telling >= SURE:
        return True
    before, after = (around(number, figure) for number in (left, right))
    return any(
        telling + likeness(was, now) + BESIDE * bool(near & close) >= SURE
        for was, near in before
        for now, close in after
    )


BESIDE = 0.2
"""What it speaks for a shared figure that a word beside it is shared too."""
CLOSE = 30
"""Code points on either side of a figure in which a word stands beside it."""


def _around(held: Held, number: int, figure: float) -> Beside:
    written = re.compile(rf"(?<![\d,]){figure:,.0f}(?![\d,]*\d)|(?<![\d,]){figure:.0f}(?!\d)")
    found = []
    for span in _sentences(held, number):
        match = written.search(span.text)
        if match is not None:
            beside = span.text[max(0, match.start() - CLOSE) : match.end() + CLOSE]
            found.append((_without_numbers(span.text), frozenset(_without_numbers(beside))))
    return found


def _without_numbers(text: str) -> Mapping[str, float]:
    return {word: weight for word, weight in content_words(text).items() if not word[0].isdigit()}


FIGURES = re.compile(r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})+|\d{2,9})(?![\w.]?\d)(?!-year|-day|th\b|st\b|nd\b|rd\b|s\b|%)")
TELLING = 30
"""A smaller number is a day, an age or a count that many articles have."""
AGE = re.compile(r"[A-Z][\w’'-]+, $")


def telling_figures(text: str) -> frozenset[float]:
    """The numbers of a text that two reports of different things seldom share: no years, days and ages.

    >>> sorted(telling_figures("In May 2024, Ann Lee, 41, said on 31 May that 288 men had gone, for 195,000 rupees."))
    [288.0, 195000.0]
    """
    found = set()
    for match in FIGURES.finditer(text):
        value = float(match.group().replace(",", ""))
        year = "," not in match.group() and 1900 <= value <= 2100
        before, after = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 12].lower()
        near = re.findall(r"[a-z]+", before.lower())[-1:] + re.findall(r"[a-z]+", after)[:1]
        dated = value <= 31 and any(word in MONTHS for word in near)
        aged = value < 100 and AGE.search(before) is not None and after[:1] in (",", ".")
        if value >= TELLING and not (year or dated or aged):
            found.add(value)
    return frozenset(found)


def _derivation(held: Held, each: Retelling, figures: Sequence[str] = ()) -> Derivation:
    why = [f"words alike {each.score:.2f}"]
    why += [f"credits nobody and has the same figures: {', '.join(figures)}"] if figures else []
    why += ["cites its outlet"] if each.cites else []
    why += [f"both have it from {', '.join(each.shared)}"] if each.shared else []
    why += ["shares a quotation"] if each.quoted else []
    return Derivation(
        left=held.documents[each.left].id,
        left_name=held.documents[each.left].outlet,
        right=held.documents[each.right].id,
        kind="rewrite",
        evidence=alike_sentences(held, each.left, each.right),
        score=round(min(0.95, 0.3 + each.score), 3) if each.cites else round(min(0.8, 0.1 + each.score), 3),
        reasons=(Reason(rule="derivation.rewrite", detail="; ".join(why), score=each.score),),
    )


def alike_sentences(held: Held, left: int, right: int, *, at_least: float = 0.3) -> tuple[Passage, ...]:
    """Sentences of the right document with the ones of the left that they retell, the most alike first; at most six."""
    before = [(s, content_words(s.text)) for s in _sentences(held, left)]
    found = []
    for span in _sentences(held, right):
        words = content_words(span.text)
        scored = [(likeness(words, other), -n) for n, (_, other) in enumerate(before)]
        if scored and max(scored)[0] >= at_least:
            score, number = max(scored)
            found.append((score, Passage(left=before[-number][0], right=span)))
    found.sort(key=lambda f: (-f[0], f[1].right.start))
    return tuple(passage for _, passage in found[:6])


def _sentences(held: Held, number: int) -> list[Span]:
    words = held.words[number]
    return [words.span(first, end - 1) for first, end in words.sentences if end - first > 3]
