"""What a retelling made of a claim: firmer or weaker, another doer, another thing."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from sayso.model import Argument, Change, Claim, Figure, Mention, Money, Quantity, Reading, Reason, Span
from sayso.stages.link.claims.differing import FATES
from sayso.stages.link.claims.figures import drift, same_amount, same_unit_of_people, unit_of, unit_with_rate
from sayso.stages.link.retellings.retelling import TELLING
from sayso.stages.link.voices.openings import headline_end
from sayso.stages.link.wording import content_words, likeness
from sayso.stages.link.wordlists import BOUNDS, HEDGES, PERSONS, SMALL, listed

FIRMNESS = {
    "asserted": 3,
    "negated": 3,
    "planned": 3,
    "probable": 2,
    "possible": 1,
}
"""How much a source commits to; what is planned is not hedged. Other values are not compared."""
ALIKE = 0.3
"""Lowest likeness of two claims whose participants are compared."""
DOERS = listed(
    "recruiter payer trainer approacher offerer authority attacker actor agent organiser denier source accuser"
)
"""Roles of whoever does it: another filler is another actor. In all other roles it is another object."""


def retold(parent: str, child: str, before: Sequence[Claim], after: Sequence[Claim]) -> tuple[Change, ...]:
    """What the child's claims changed of the parent's claims of the same proposition; each is held against its
    likest."""
    found: list[Change] = []
    for now in after:
        rivals = [was for was in before if was.polarity == now.polarity and was.event_type == now.event_type]
        words = content_words(now.content.text)
        ranked = sorted((likeness(content_words(was.content.text), words), was.id, was) for was in rivals)
        if ranked:
            alike, _, was = ranked[-1]
            found += _firmness(parent, child, was, now)
            found += _participants(parent, child, was, now) if alike >= ALIKE else []
    return tuple(found)


def _firmness(parent: str, child: str, was: Claim, now: Claim) -> list[Change]:
    """A hedge lost or added: one source's "may" became "will"."""
    known = was.factuality in FIRMNESS and now.factuality in FIRMNESS
    if not known or FIRMNESS[was.factuality] == FIRMNESS[now.factuality]:
        return []
    detail = f"{was.factuality} became {now.factuality}"
    return [_change(parent, child, was.content, now.content, "hedge", detail)]


def _participants(parent: str, child: str, was: Claim, now: Claim) -> list[Change]:
    found = []
    for role in dict.fromkeys(a.role for a in now.arguments):
        before = [a for a in was.arguments if a.role == role]
        after = [a for a in now.arguments if a.role == role]
        other = [a for a in after if before and not any(same_filler(b, a) for b in before)]
        if other and (len(other) == len(after) or len(after) > len(before)):
            what = "actor" if role in DOERS else "object"
            detail = f"{role}: “{before[0].span.text}” became “{other[0].span.text}”"
            found.append(_change(parent, child, before[0].span, other[0].span, what, detail))
    return found


def retold_figures(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a retelling made of figures, and of sentences with one figure, also of those that belong to no claim.

    Two sentences are held against each other when they share words, or an amount that is one after conversion, or a
    figure.
    """
    left, right = parent.document.id, child.document.id
    before = [(s, content_words(s.text), held) for s in parent.sentences if (held := _figures_in(parent, s))]
    known = {_plain(f) for _, _, held in before for f in held}
    found: list[Change] = []
    told = [(s, held) for s in child.sentences if (held := _figures_in(child, s))] if before else []
    for sentence, after in told:
        words = content_words(sentence.text)
        ranked = [(likeness(was, words) + _shared(held, after), -n) for n, (_, was, held) in enumerate(before)]
        score, number = max(ranked)
        if score >= ALIKE and not _are_of_two_fates(before[-number][0], sentence):
            was, _, held = before[-number]
            new = [f for f in after if _plain(f) not in known]
            found += [change for change in drift(left, right, held, new) if not _told_by_both(change, parent, child)]
            found += _modals(left, right, was, sentence) if _shared(held, after) else []
            found += _doers(parent, child, was, sentence) if _shared(held, after) else []
    found += _of_one_number(parent, child, before, told)
    return tuple({(c.now.start, c.now.end, c.what): c for c in found}.values())


def _are_of_two_fates(was: Span, now: Span) -> bool:
    """Whether two sentences tell of the dead here and of the wounded there: their figures are not one."""
    one, other = ({fate for fate, words in FATES.items() if words.search(each.text)} for each in (was, now))
    return bool(one) and bool(other) and not one & other


def _told_by_both(change: Change, parent: Reading, child: Reading) -> bool:
    """Whether one of the two texts has both figures, which then count different things ("seventeen, of whom nine"), or
    whether they are too unlike to be one figure that was miscopied."""
    if change.what != "figure":
        return False
    values = [
        {v for f in _figures_in(reading, _whole(reading)) for v in (f.low, f.high)} for reading in (parent, child)
    ]
    was = {v for f in _figures_in(parent, change.was) for v in (f.low, f.high) if v is not None}
    now = {v for f in _figures_in(child, change.now) for v in (f.low, f.high) if v is not None}
    if not was or not now:
        return False
    unlike = max(now) / max(max(was), 1e-9)
    return now <= values[0] or was <= values[1] or not 1 / MISCOPIED <= unlike <= MISCOPIED


MISCOPIED = 30
"""Times by which a figure may have grown or shrunk on the way: a digit more or less, a month's pay for a year's."""


def _whole(reading: Reading) -> Span:
    return Span(start=0, end=len(reading.document.text), text="")


def _of_one_number(
    parent: Reading,
    child: Reading,
    before: Sequence[tuple[Span, Mapping[str, float], Sequence[Figure]]],
    after: Sequence[tuple[Span, Sequence[Figure]]],
) -> list[Change]:
    """What was changed about a number that itself stayed: whom it counts, its hedge, what it is per.

    Only for numbers that stand in one sentence of the source below its headline: these need no likeness of words to be
    told again.
    """
    top = headline_end(parent.document)
    held = [(sentence, figure) for sentence, _, figures in before for figure in figures if figure.span.start >= top]
    found: list[Change] = []
    for sentence, figures in after:
        for now in figures:
            same = [(s, was) for s, was in held if _is_one_number(was, now)]
            if len({(s.start, s.end) for s, _ in same}) != 1:
                continue
            where, was = same[0]
            found += _recounted(parent, child, was, now)
            found += _unhedged(parent, child, (where, was), (sentence, now))
            found += _without_period(parent, child, was, (sentence, now))
            found += _in_other_coin(parent, child, was, now)
            found += _made_exact(parent, child, was, now)
    bounded = [figure for _, figure in held]
    return found + _unbounded(parent, child, bounded, [figure for _, figures in after for figure in figures])


def _unbounded(parent: Reading, child: Reading, before: Sequence[Figure], after: Sequence[Figure]) -> list[Change]:
    """ "Up to 2,000 citizens" that became "2,000 citizens", "between 600 and 800" that became "800": a number that the
    source gives as a bound of one sort only, and never by itself."""
    found = []
    for now in after:
        if now.low is None or now.low != now.high or now.low < TELLING:
            continue
        same = [was for was in before if now.low in (was.low, was.high) and _can_count_one(was, now)]
        if same and all(was.low != was.high and not _is_vague(was) for was in same):
            detail = f"“{same[0].span.text}” became “{now.span.text}”: its bound is gone"
            found.append(_change(parent.document.id, child.document.id, same[0].span, now.span, "bound", detail))
    return found


def _is_vague(figure: Figure) -> bool:
    """Whether a figure is one of size only: "thousands", "millions of dollars"."""
    return bool(figure.low and figure.high and figure.high >= 9 * figure.low)


def _can_count_one(was: Figure, now: Figure) -> bool:
    units = [(figure.unit or "").split("/")[0] or None for figure in (was, now)]
    coins = [unit is not None and len(unit) == 3 and unit.isupper() for unit in units]
    return units[0] == units[1] if any(coins) else same_unit_of_people(*units)


def _is_one_number(was: Figure, now: Figure) -> bool:
    """Whether two figures have the same bounds, large enough to be told again and not met by chance."""
    top = was.high if was.high is not None else was.low
    return (was.low, was.high) == (now.low, now.high) and top is not None and top >= TELLING


STATUS: tuple[frozenset[str], ...] = (
    listed("soldier serviceman troop trooper commando military"),
    listed("fighter combatant militant gunman jihadist rebel"),
    listed("mercenary"),
    listed("deserter defector"),
    listed("volunteer"),
    listed("conscript draftee"),
    listed("prisoner convict inmate detainee captive"),
    listed("student pupil"),
    listed("worker labourer helper employee migrant"),
    listed("civilian"),
    listed("officer commander"),
    listed("child minor teenager boy"),
    listed("terrorist"),
)
"""Nouns that say what people are; words of one line mean the same."""


def _recounted(parent: Reading, child: Reading, was: Figure, now: Figure) -> list[Change]:
    """The same number of people of another sort, which the source never calls them by: "72 retired soldiers" that
    became "72 deserters"."""
    sort, before = _status(now.span.text), _status(was.span.text)
    if sort is None or sort == before or not (_counts_persons(was) and _counts_persons(now)):
        return []
    words = set(re.findall(r"[a-z]+", parent.document.text.lower()))
    if any(word in words or f"{word}s" in words or _plural(word) in words for word in STATUS[sort]):
        return []
    detail = f"“{was.span.text}” became “{now.span.text}”"
    return [_change(parent.document.id, child.document.id, was.span, now.span, "object", detail)]


def _counts_persons(figure: Figure) -> bool:
    return "person" in unit_of(figure) or _status(figure.span.text) is not None


@lru_cache(maxsize=20_000)
def _status(words: str) -> int | None:
    """Which line of STATUS the last noun of some words is of."""
    for word in reversed(re.findall(r"[a-z]+", words.lower())):
        for number, line in enumerate(STATUS):
            if word in line or word.removesuffix("s") in line or any(word == _plural(each) for each in line):
                return number
    return None


def _plural(word: str) -> str:
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


SMALL_WORD = re.compile(r"\b[a-z]+\b")
"""A word in small letters: "May" is a month."""
BEHIND = 6
"""Words behind a figure in which a "may" is of it."""


def _unhedged(parent: Reading, child: Reading, before: tuple[Span, Figure], after: tuple[Span, Figure]) -> list[Change]:
    """ "288 men may have gone" that became "288 men have gone", or the other way."""
    (first, was), (second, now) = before, after
    weak = [bool(WEAK & set(_words_behind(sentence, figure))) for sentence, figure in (before, after)]
    hedged = [bool((WEAK | HEDGES) & set(SMALL_WORD.findall(sentence.text))) for sentence in (first, second)]
    lost = weak[0] and not hedged[1] and bool(FIRM & set(_words_behind(second, now)))
    added = weak[1] and not hedged[0] and bool(FIRM & set(_words_behind(first, was)))
    if not (lost or added):
        return []
    detail = "a hedge stands behind the figure in one of the two only"
    return [_change(parent.document.id, child.document.id, first, second, "hedge", detail)]


def _words_behind(sentence: Span, figure: Figure) -> list[str]:
    behind = sentence.text[figure.span.end - sentence.start :]
    return re.findall(r"\w+", re.split(r"[,;:.]", behind, maxsplit=1)[0])[:BEHIND]


PERIODIC = listed("month monthly week weekly year yearly annual annually day daily salary wage wages pay paid pension")
"""Words that tell that an amount comes again and again."""


def _without_period(parent: Reading, child: Reading, was: Figure, after: tuple[Span, Figure]) -> list[Change]:
    """An amount a month of which only the amount is left."""
    sentence, now = after
    if "/" not in (was.unit or "") or "/" in (now.unit or "") or (was.unit or "").split("/")[0] != now.unit:
        return []
    if PERIODIC & set(re.findall(r"[a-z]+", sentence.text.lower())):
        return []
    detail = f"“{was.span.text}” became “{now.span.text}”: what it is per is gone"
    return [_change(parent.document.id, child.document.id, was.span, now.span, "figure", detail)]


def _in_other_coin(parent: Reading, child: Reading, was: Figure, now: Figure) -> list[Change]:
    """One number in two currencies: "195,000 rupees" that became "195,000 roubles"."""
    coins = [(figure.unit or "").split("/")[0] for figure in (was, now)]
    money = all(len(coin) == 3 and coin.isupper() for coin in coins)
    words = [set(re.findall(r"[a-z]{4,}", figure.span.text.lower())) - PERIODIC - NUMBERS for figure in (was, now)]
    if not money or coins[0] == coins[1] or words[0] & words[1]:
        return []
    detail = f"{coins[0]} became {coins[1]}, and the number stayed"
    return [_change(parent.document.id, child.document.id, was.span, now.span, "currency", detail)]


NUMBERS = listed("hundred thousand million billion lakh crore hundreds thousands millions billions") | SMALL.keys()
"""Words of a number: "two million roubles" and "two million francs" have only these in common."""
ABOUT = frozenset(word for word, kind in BOUNDS.items() if kind == "about")


def _made_exact(parent: Reading, child: Reading, was: Figure, now: Figure) -> list[Change]:
    """ "Some 300" that became "300"."""
    blurred, exact = (_is_blurred(parent, was), not _is_blurred(child, now))
    if not (blurred and exact):
        return []
    detail = f"“{was.span.text}” became “{now.span.text}”: no longer about"
    return [_change(parent.document.id, child.document.id, was.span, now.span, "bound", detail)]


def _is_blurred(reading: Reading, figure: Figure) -> bool:
    before = reading.document.text[max(0, figure.span.start - 20) : figure.span.start]
    words = re.findall(r"[a-z]+", before.split("\n")[-1].lower())[-2:]
    return bool(ABOUT & {*words, *re.findall(r"[a-z]+", figure.span.text.lower())})


def _plain(figure: Figure) -> tuple[float | None, float | None, str]:
    """A figure without what it is per."""
    return figure.low, figure.high, unit_of(figure).split("/")[0]


def _shared(before: Sequence[Figure], after: Sequence[Figure]) -> float:
    """What a common figure speaks for two sentences: much, when it is large or an amount of money."""
    for was in before:
        for now in after:
            top = was.high if was.high is not None else was.low
            if same_amount(was, now):
                return 0.5
            if top is not None and top >= 100 and top == (now.high if now.high is not None else now.low):
                return 0.5 if unit_of(was) == unit_of(now) or None in (was.unit, now.unit) else 0.2
    return 0.0


WEAK = listed("may might could would possibly perhaps likely probably potentially")
FIRM = listed("will shall is are was were has have")


def _modals(parent: str, child: str, was: Span, now: Span) -> list[Change]:
    """ "May" that became "will", or the other way, in two sentences about one figure."""
    first, second = (set(SMALL_WORD.findall(span.text)) for span in (was, now))
    if bool(first & WEAK) == bool(second & WEAK) or not ((first | second) & {"will", "shall"}):
        return []
    return [_change(parent, child, was, now, "hedge", "a hedge stands in one of two sentences about one figure")]


def _doers(parent: Reading, child: Reading, was: Span, now: Span) -> list[Change]:
    """Governments, forces and bodies that stand beside one figure in one text and not in the other."""
    first, second = _actors(parent, was), _actors(child, now)
    named = {m.entity for m in parent.mentions.actors}
    voices = {name for a in child.attributions for link in a.chain for name in (link.name, link.span.text)}
    added = [m for id_, m in second.items() if id_ not in named and not _is_met(m, parent, voices)]
    missing = [m for id_, m in first.items() if id_ not in second]
    if not added or not first:
        return []
    gone = missing[0].span if missing else next(iter(first.values())).span
    kind = "object" if added[0].kind in ("force", "group") else "actor"
    detail = f"“{added[0].span.text}” stands beside the figure, and not in the source"
    return [_change(parent.document.id, child.document.id, gone, added[0].span, kind, detail)]


def _is_met(mention: Mention, parent: Reading, voices: Collection[str]) -> bool:
    """Whether somebody who stands beside a figure only says it, or is in the source under other words."""
    words = mention.span.text
    if words in voices or any(words in voice for voice in voices):
        return True
    telling = [word for word in re.findall(r"[A-Z]\w{3,}", words) if word.lower() not in STATUS_WORDS]
    return bool(telling) and any(word in parent.document.text for word in telling)


STATUS_WORDS = frozenset(word for line in STATUS for word in line)


def _actors(reading: Reading, sentence: Span) -> dict[str, Mention]:
    kinds = ("government", "force", "group")
    found: dict[str, Mention] = {}
    for mention in reading.mentions.actors:
        if mention.entity and mention.kind in kinds and mention.form != "pronoun" and sentence.covers(mention.span):
            found.setdefault(mention.entity, mention)
    return found


def _figures_in(reading: Reading, sentence: Span) -> list[Figure]:
    amounts: list[Quantity | Money] = [*reading.mentions.quantities, *reading.mentions.money]
    day = reading.document.published.start if reading.document.published else None
    return [
        Figure(
            low=amount.low,
            high=amount.high,
            unit=unit_with_rate(amount),
            span=amount.span,
            claim="",
            document=reading.document.id,
            published=day,
            factuality="asserted",
            origin=None,
        )
        for amount in amounts
        if sentence.covers(amount.span) and (amount.low is not None or amount.high is not None)
    ]


def same_sort_of_people(one: str, other: str) -> bool:
    """Whether two descriptions are of one sort of people: "a broker" and "a man", but no mercenary and no officer."""
    sorts = _status(one), _status(other)
    return None not in sorts and sorts[0] == sorts[1]


def same_filler(left: Argument, right: Argument) -> bool:
    """Whether two participants can be the same: one entity, words in common, both mere persons, or a pronoun."""
    if any(c.isdigit() for c in left.span.text + right.span.text):
        return True  # a figure is compared as a figure
    if left.entity and right.entity:
        return left.entity == right.entity or left.entity[:3] == right.entity[:3]
    first, second = content_words(left.span.text), content_words(right.span.text)
    if not first or not second or set(first) & set(second):
        return True
    if not (left.entity or right.entity) and None in (_status(left.span.text), _status(right.span.text)):
        return True  # "a man", "an agent", "a broker": one may be called by each
    return bool(set(first) & PERSONS_STEMS) and bool(set(second) & PERSONS_STEMS)


PERSONS_STEMS = frozenset(stem for word in PERSONS for stem in content_words(word))


def _change(parent: str, child: str, was: Span, now: Span, what: str, detail: str) -> Change:
    reason = Reason(rule=f"retold.{what}", detail=detail, spans=(was, now))
    return Change(parent=parent, child=child, was=was, now=now, what=what, reasons=(reason,))  # type: ignore[arg-type]
