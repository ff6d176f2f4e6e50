"""What a retelling put in the place of something of its kind: another force, work or body, people of one country for
those of many, all for a part.

Two sentences that tell one thing are found by their words or by a number that both have; what differs is found by lists
of sorts (`SORTS`), of which each sentence names one. None of it is told where the source names the new sort too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.model import Change, Money, Quantity, Reading, Span
from sayso.model._record import record
from sayso.stages.link.nations import named_nations
from sayso.stages.link.retellings.otherwise import found_in, told_otherwise
from sayso.stages.link.retellings.retelling import TELLING
from sayso.stages.link.wording import content_words, likeness
from sayso.stages.link.wordlists import SMALL

ALIKE = 0.3
"""Lowest likeness of two sentences in which one sort stands in the place of another."""
GREAT = 1000
"""A number from which on two sentences tell one thing by it alone, where each text has it once."""
Sort = tuple[str, re.Pattern[str]]


def _sorts(**words: str) -> tuple[Sort, ...]:
    return tuple((name, re.compile(rf"\b(?:{each})\b", re.IGNORECASE)) for name, each in words.items())


SORTS: tuple[tuple[Sort, ...], ...] = (
    _sorts(
        commandos=r"commandos?|special (?:forces|operations)|elite (?:units?|troops|forces)",
        mercenaries=r"mercenar(?:y|ies)|private military compan(?:y|ies)|private (?:army|military contractors?)",
        police=r"police(?:men|man)?|gendarmes?|gendarmerie",
        army=r"army|armed forces|ground forces|infantry",
        navy=r"navy|marines?|fleet",
        security=r"security forces|security services",
        militia=r"militias?|militiamen|paramilitar(?:y|ies)",
        borders=r"border guards?|frontier guards?|coast guard",
        intelligence=r"intelligence (?:services?|agency|agencies)|secret services?",
    ),
    _sorts(
        fighting=r"front(?: lines?)?|frontlines?|combat|assaults?|trench(?:es)?",
        guarding=r"guard duty|guards?|guarding|sentr(?:y|ies)|watchm[ae]n",
        building=r"construction|builders?|building sites?",
        driving=r"drivers?|driving",
        serving=r"cooks?|kitchens?|cleaners?|catering|warehouses?",
        making=r"factor(?:y|ies)|assembly lines?|workshops?",
        studying=r"stud(?:y|ies|ying)|universit(?:y|ies)|scholarships?|courses?",
    ),
    _sorts(
        storming=r"storm(?:s|ed|ing)?|attack(?:s|ed|ing)?|assault(?:s|ed|ing)?|raid(?:s|ed|ing)?",
        digging=r"dig(?:s|ging)?|dug",
        hauling=r"(?:un)?load(?:s|ed|ing)?|haul(?:s|ed|ing)?|carr(?:y|ies|ied|ying)",
        mending=r"repair(?:s|ed|ing)?|mend(?:s|ed|ing)?",
        clearing=r"clear(?:s|ed|ing)?",
        watching=r"watch(?:es|ed|ing)?|patrol(?:s|led|ling)?",
    ),
)
"""Kinds of thing, each with its sorts: forces, work, and what is done at the front."""
FATES: tuple[Sort, ...] = (
    *_sorts(
        stranded=r"stranded|stuck",
        missing=r"missing|unaccounted for",
        dead=r"dead|killed|died",
        hurt=r"wounded|injured|hurt",
        held=r"captured|imprisoned|detained|held",
    ),
)
"""What has become of people. Two sentences of one story tell of two fates more often than of one that was changed, so
only as many "more" are held against each other."""
ONE_OF_ANOTHER = (frozenset({"security", "police"}), frozenset({"security", "army"}), frozenset({"army", "commandos"}))
"""Sorts by which one force can be called by two people."""


@record
class _Sentence:
    span: Span
    numbers: frozenset[float]
    words: dict[str, float]


def swapped(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document put in the place of sorts, people and parts of the one that it follows."""
    before, after = _sentences(parent), _sentences(child)
    pairs = [(was, now) for now in after if (was := _source(now, before, after)) is not None]
    found = [
        *(change for was, now in pairs for change in _of_kind(parent, child, was, now)),
        *_others(parent, child),
        *_of_one_country(parent, child),
        *_all_of_them(parent, child, before, after),
    ]
    return tuple({(c.now.start, c.now.end, c.what): c for c in found}.values())


def _sentences(reading: Reading) -> list[_Sentence]:
    amounts: list[Quantity | Money] = [*reading.mentions.quantities, *reading.mentions.money]
    return [
        _Sentence(
            span=sentence,
            numbers=frozenset(v for a in amounts if sentence.covers(a.span) for v in (a.low, a.high) if v is not None),
            words={w: n for w, n in content_words(sentence.text).items() if not w[0].isdigit()},
        )
        for sentence in reading.sentences
    ]


def _source(now: _Sentence, before: list[_Sentence], after: list[_Sentence]) -> _Sentence | None:
    """The sentence that another one retells: the likest, or the only one with a great number that only this one has."""
    for number in sorted(now.numbers, reverse=True):
        held = [each for each in before if number in each.numbers]
        if number >= GREAT and len(held) == 1 and sum(number in each.numbers for each in after) == 1:
            return held[0]
    ranked = [(likeness(each.words, now.words), -each.span.start, each) for each in before]
    alike, _, best = max(ranked, key=lambda each: each[:2], default=(0.0, 0, None))
    return best if alike >= ALIKE else None


def _of_kind(parent: Reading, child: Reading, was: _Sentence, now: _Sentence) -> Iterator[Change]:
    """One sort in the place of another, which the source does not name: where each stands behind a great number that
    both sentences have, not in that place; else nowhere."""
    great = max(was.numbers & now.numbers, default=0) >= GREAT
    for kind in SORTS:
        for only_behind in (True, False) if great else (False,):
            first, second = (_named(kind, each, only_behind=only_behind) for each in (was, now))
            if len(first) != 1 or len(second) != 1 or first.keys() & second.keys():
                continue
            (old, left), (new, right) = *first.items(), *second.items()
            named = dict(kind)[new].search(parent.document.text) is not None
            if only_behind or not (named or frozenset({old, new}) in ONE_OF_ANOTHER):
                told = found_in(was.span, left), found_in(now.span, right)
                yield told_otherwise("swapped", parent, child, *told, "object", f"{old} became {new}")
                break


def _named(kind: tuple[Sort, ...], sentence: _Sentence, *, only_behind: bool) -> dict[str, re.Match[str]]:
    """Which sorts a sentence names; `only_behind`: behind a number and a preposition, "$90 billion on commandos"."""
    text = sentence.span.text
    found = _sorts_in(kind, text)
    return {name: m for name, m in found if not only_behind or PREPOSED.search(text[: m.start()])}


@lru_cache(maxsize=20_000)
def _sorts_in(kind: tuple[Sort, ...], text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """Which sorts some words name, with the first place of each: kept, as one document is followed by several."""
    return tuple((name, match) for name, words in kind if (match := words.search(text)))


PREPOSED = re.compile(r"\d[\d,.]*\s*(?:[a-z]+\s+){0,4}?(?:on|for|to|into|against)\b[^.;:,]{0,50}$")


MORE = re.compile(
    r"\b(\w+|\d[\d,]*)\s+(?:more|others)\s+(?:men\s+|people\s+)?(?:are|were|is|was|have been|went)\s+(\w+)", re.I
)


def _others(parent: Reading, child: Reading) -> Iterator[Change]:
    """Something else that has become of as many others: "five more are stranded" that became "five more are dead"."""
    before = {match.group(1).lower(): (s, match) for s in parent.sentences for match in MORE.finditer(s.text)}
    for sentence in child.sentences:
        for match in MORE.finditer(sentence.text):
            if match.group(1).lower() not in before:
                continue
            where, same = before[match.group(1).lower()]
            fates = [next((n for n, w in FATES if w.fullmatch(m.group(2))), None) for m in (same, match)]
            if None in fates or fates[0] == fates[1]:
                continue
            now = dict(FATES)[fates[1] or ""]
            if now.search(where.text) is None:
                detail = f"{fates[0]} became {fates[1]}"
                yield told_otherwise(
                    "swapped", parent, child, found_in(where, same), found_in(sentence, match), "object", detail
                )


MANY = re.compile(r"\b(?:countries|nationalities|nations|foreign\w*|continents?)\b", re.IGNORECASE)
NEAR = 45
"""Code points behind a number within which it is told that they come from many countries."""


def _of_one_country(parent: Reading, child: Reading) -> Iterator[Change]:
    """As many people of one country as the source has of many: "210 citizens of nine countries", "210 Swedes"."""
    counts = [q for q in parent.mentions.quantities if q.low is not None and q.low >= TELLING]
    for now in child.mentions.quantities:
        nations = named_nations(now.span.text)
        same = [was for was in counts if (was.low, was.high) == (now.low, now.high) or was.low == now.low == now.high]
        wide = [was for was in same if MANY.search(_behind(parent, was.span))]
        held = any(nations & named_nations(_behind(parent, was.span)) for was in wide)
        if len(nations) == 1 and wide and len(wide) == len(same) and not held:
            detail = "the source counts people of many countries"
            yield told_otherwise("swapped", parent, child, wide[0].span, now.span, "object", detail)


def _behind(reading: Reading, span: Span) -> str:
    return reading.document.text[span.start : span.end + NEAR].split("\n")[0]


ALL = re.compile(r"\b[Aa]ll\s+(?:of\s+)?(?:the\s+)?(\d[\d,]*|[a-z]+)\b(?!\s+of\s+(?:which|whom))")


def _all_of_them(parent: Reading, child: Reading, before: list[_Sentence], after: list[_Sentence]) -> Iterator[Change]:
    """All of some people where the source has a part of them, and the rest elsewhere: "nine from Harby and one from
    Alby", "all ten from Harby"."""
    for now in after:
        names = {word for word, weight in now.words.items() if weight > 1}
        for match in ALL.finditer(now.span.text):
            whole = _value(match.group(1))
            parts = [each for each in before if names & each.words.keys() and _are_parts(each, whole)]
            if whole is not None and len(parts) == 1:
                start = now.span.start + match.start()
                told = Span(start=start, end=now.span.end, text=child.document.text[start : now.span.end])
                yield told_otherwise(
                    "swapped", parent, child, parts[0].span, told, "figure", "a part became all of them"
                )


def _are_parts(sentence: _Sentence, whole: float | None) -> bool:
    """Whether two numbers of a sentence add up to one that it does not have."""
    told = {v for word in re.findall(r"\d[\d,]*|[a-z]+", sentence.span.text.lower()) if (v := _value(word))}
    return whole not in told and any(a != b and a + b == whole for a in told for b in told)


def _value(word: str) -> float | None:
    """The number that a word is."""
    return float(word.replace(",", "")) if word[0].isdigit() else SMALL.get(word)
