"""Another number in the place of one of the source, told by what stands around it: "61 men by November" that became "90
men by November".

Each figure of the follower that the source lacks is held against each of the source that the follower lacks. The
words beside the two, their sentences and what stands before and behind these speak for one thing counted, and so does
a number that looks like the other one miscopied: a nought more or less, two digits changed round, "fifteen" and
"fifty". The weights were fitted (logistic regression) on figures that a follower kept, of twelve stories of our own,
against figures of other things in the same articles; docs/method/changes.md.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.model import Change, Figure, Reading, Span
from sayso.model._record import record
from sayso.stages.link.claims.differing import AGE
from sayso.stages.link.claims.figures import unit_of
from sayso.stages.link.retellings.fillers import figures_within
from sayso.stages.link.retellings.one_number import can_count_one
from sayso.stages.link.retellings.otherwise import told_otherwise
from sayso.stages.link.retellings.sides import without_numbers
from sayso.stages.link.wording import content_words, likeness

ALIKE, AROUND = 2.0, 2.0
"""What the likeness of the two sentences speaks, and that of these with the sentences before and behind."""
NEAR, MOST_NEAR = 0.65, 4.0
"""What a word speaks that stands beside both figures, and how many of them at most."""
SHARED, MOST_SHARED = 0.1, 10.0
"""The same for a word of the sentences around."""
ONE_UNIT, PEOPLE, NO_UNIT = 1.65, 0.9, 0.4
"""What it speaks that both count one thing by name, people, or nothing named."""
ENOUGH = 3.9
"""What has to speak for it together."""
KEPT = 2.5
"""What it speaks that the number is the same: both have it, and another one beside it counts something else."""
MARGIN = 0.5
"""By how much a pair has to fit better than the next one of either figure."""
BESIDE = 45
"""Code points on either side of a figure in which a word stands beside it."""
COMMON, LITTLE = 3, 0.4
"""Sentences of the source from which on a word is everywhere in it, and what such a word counts."""
MISCOPIED, MISCOPIED_ROUND = 2.0, 1.0
"""What it speaks that one number is the other one miscopied, and where that has one digit and noughts."""
FEWEST = 2.0
"""Words of one sentence that both have at least, where the two do not count one thing by name."""
OTHERWISE = 0.3
"""Lowest likeness of the sentences of two numbers of which neither looks miscopied."""
UNLIKE = 100
"""Times from which on two numbers are not one that was miscopied."""
SMALLEST = 2


@record
class _Place:
    """A figure with what stands around it."""

    figure: Figure
    beside: Mapping[str, float]
    sentence: Mapping[str, float]
    around: Mapping[str, float]


def miscounted(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """Figures of a document that stand where the one that it follows has another one."""
    left, right = _places(parent), _places(child)
    if not left or not right:
        return ()
    often = Counter(word for sentence in parent.sentences for word in content_words(sentence.text))
    best: dict[Figure, tuple[float, Figure]] = {}
    for n, was in enumerate(left):
        if _is_among(was.figure, right):
            continue  # it is kept, wherever it stands
        for m, now in enumerate(right):
            one, other = was.figure, now.figure
            if _is_among(other, left) or not _can_be_one(one, other) or not _is_alike(was, now):
                continue
            score = _fit(was, now, often)
            if score >= ENOUGH and _fits_best(score, n, m, left, right, often):
                best[other] = max(best.get(other, (0.0, one)), (score, one), key=lambda each: each[0])
    return tuple(_change(parent, child, was, now, score) for now, (score, was) in best.items())


def _is_among(figure: Figure, places: Sequence[_Place]) -> bool:
    """Whether a text has a number that can count what a figure counts."""
    return any(_values(figure) == _values(p.figure) and can_count_one(figure, p.figure) for p in places)


def _is_alike(was: _Place, now: _Place) -> bool:
    """Whether two figures share anything but the texts: one unit, or words of their sentences."""
    return was.figure.unit == now.figure.unit or not was.sentence.keys().isdisjoint(now.sentence)


def _fits_best(
    score: float, n: int, m: int, left: Sequence[_Place], right: Sequence[_Place], often: Mapping[str, int]
) -> bool:
    """Whether two figures fit each other better than any other number fits one of them."""
    was, now = left[n], right[m]
    rivals = [(was, other) for other in right if _values(other.figure) != _values(now.figure)]
    rivals += [(other, now) for other in left if _values(other.figure) != _values(was.figure)]
    return all(_fit(*pair, often) <= score - MARGIN for pair in rivals if _can_be_one(pair[0].figure, pair[1].figure))


def _whole(reading: Reading) -> Span:
    return Span(start=0, end=len(reading.document.text), text="")


def _values(figure: Figure) -> frozenset[float]:
    return frozenset(value for value in (figure.low, figure.high) if value is not None)


def _places(reading: Reading) -> list[_Place]:
    """Figures that count something, with their surroundings; no ages, years and sizes ("thousands")."""
    text, sentences = reading.document.text, reading.sentences
    found = []
    for figure in figures_within(reading, _whole(reading)):
        at = next((n for n, s in enumerate(sentences) if s.start <= figure.span.start < s.end), None)
        if at is None or not _is_count(figure):
            continue
        start = max(sentences[at].start, figure.span.start - BESIDE)
        end = min(sentences[at].end, figure.span.end + BESIDE)
        near = " ".join(each.text for each in sentences[max(0, at - 1) : at + 2])
        found.append(
            _Place(
                figure=figure,
                beside=without_numbers(text[start:end]),
                sentence=without_numbers(sentences[at].text),
                around=without_numbers(near),
            )
        )
    return found


def _is_count(figure: Figure) -> bool:
    top = max(_values(figure))
    year = figure.unit is None and 1900 <= top <= 2100 and top == min(_values(figure))
    vague = bool(figure.low and figure.high and figure.high >= 9 * figure.low)
    return top >= SMALLEST and figure.unit != AGE and not year and not vague and top == int(top)


def _can_be_one(was: Figure, now: Figure) -> bool:
    """Whether two figures can count one thing and are as large as one that was miscopied."""
    tops = sorted(max(_values(figure)) for figure in (was, now))
    timed = any((figure.unit or "").split("/")[0] in TIMES for figure in (was, now))
    return can_count_one(was, now) and tops[1] <= UNLIKE * tops[0] and (not timed or was.unit == now.unit)


TIMES = frozenset({"hour", "day", "week", "month", "year"})


def _fit(was: _Place, now: _Place, often: Mapping[str, int]) -> float:
    """What speaks for two figures that the second one stands in the first one's place; 0 where nothing counts."""
    alike = likeness(was.sentence, now.sentence)
    slip = _slip(was.figure, now.figure)
    units = {was.figure.unit, now.figure.unit}
    kept = bool(_values(was.figure) & _values(now.figure))
    likely = slip and (len(units) == 1 or _shared(was.sentence, now.sentence, often) >= FEWEST)
    if not (kept or likely or (alike >= OTHERWISE and units != {None})):
        return 0.0  # another number of something, that looks like none of the source
    score = ALIKE * alike + AROUND * likeness(was.around, now.around)
    score += NEAR * min(_shared(was.beside, now.beside, often), MOST_NEAR)
    score += SHARED * min(_shared(was.around, now.around, often), MOST_SHARED)
    if was.figure.unit is None and now.figure.unit is None:
        score += NO_UNIT
    elif unit_of(was.figure) == unit_of(now.figure):
        score += PEOPLE if unit_of(was.figure) == "person" else ONE_UNIT
    if kept:
        return score + KEPT
    return score + (MISCOPIED if slip and was.figure.unit == now.figure.unit and _is_money(now.figure) else slip)


def _slip(was: Figure, now: Figure) -> float:
    return looks_miscopied(max(_values(was)), max(_values(now)))


def _is_money(figure: Figure) -> bool:
    """Whether a figure is a sum of money: few of these stand in one article."""
    coin = (figure.unit or "").split("/")[0]
    return len(coin) == 3 and coin.isupper()


def _shared(one: Mapping[str, float], other: Mapping[str, float], often: Mapping[str, int]) -> float:
    return sum(one[word] * (1.0 if often[word] <= COMMON else LITTLE) for word in one.keys() & other.keys())


def looks_miscopied(was: float, now: float) -> float:
    """What it speaks for two numbers that one is the other one with a slip of the pen or the ear.

    >>> [looks_miscopied(*pair) for pair in ((2200, 22000), (15, 50), (158, 185), (2000, 20000), (61, 90))]
    [2.0, 2.0, 2.0, 1.0, 0.0]
    """
    first, second = (f"{value:.0f}" for value in (was, now))
    if first.rstrip("0") == second.rstrip("0"):
        return MISCOPIED if len(first.rstrip("0")) > 1 else MISCOPIED_ROUND * (abs(len(first) - len(second)) == 1)
    small, large = sorted((was, now))
    if 13 <= small <= 19 and large == 10 * (small - 10):
        return MISCOPIED
    if 3 <= small <= 9 and large in (small + 10, 10 * small):
        return MISCOPIED_ROUND  # "six", "sixteen", "sixty"
    plain = [each.rstrip("0") for each in (first, second)]
    if len(first) == len(second) and min(map(len, plain)) > 1 and sorted(first) == sorted(second):
        return MISCOPIED
    short, long = sorted(plain, key=len)
    dropped = len(long) >= len("000") and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
    return MISCOPIED if dropped else 0.0


def _change(parent: Reading, child: Reading, was: Figure, now: Figure, score: float) -> Change:
    detail = f"“{now.span.text}” stands where the source has “{was.span.text}”"
    rule = f"miscounted.{'slip' if _slip(was, now) else 'figure'}"
    return told_otherwise(rule, parent, child, was.span, now.span, "figure", detail, round(score, 2))
