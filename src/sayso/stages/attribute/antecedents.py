"""Lead pronouns and short names back to their person within the document."""

import re
from collections.abc import Callable, Sequence

from sayso.model._record import record
from sayso.stages.attribute.describe import FIRST, PLURAL, RELATIVE, SINGULAR, Description
from sayso.stages.attribute.grammar import Grammar, Range

REACH = 1500
"""How many characters back a pronoun may lead."""
NEAR = 400
"""The same for `they`, which is rarely the same ones two paragraphs on."""
FEMALE = re.compile(
    r"\b(?:mrs?s|ms|mrs|she|her|woman|mother|wife|widow|daughter|sister|spokeswoman|girl|female|aunt)\b", re.IGNORECASE
)
MALE = re.compile(
    r"\b(?:mr|he|him|his|man|father|husband|son|brother|spokesman|boy|male|uncle|gen|captain|commando"
    r"|soldier|fighter|bodyguard|sergeant|recruit)\b",
    re.IGNORECASE,
)


@record
class Person:
    """Somebody met in the text so far."""

    span: Range
    described: Description
    phrase: str
    aside: bool = False
    """Whether it stands where nobody is likely to speak next: "Berg's parents", "they freed Berg", "Berg was shot"."""


def lead_back(
    described: Description,
    span: Range,
    *,
    grammar: Grammar,
    earlier: Sequence[Person],
    speaker: Person | None,
    quoted: bool,
    person_phrase: str = "",
) -> Person | None:
    """Who a pronoun, a short name or a definite description stands for; None when nobody fits.

    `earlier` are the persons before the span in text order; `speaker` is who speaks the words that the span stands in,
    and `quoted` whether to the letter: then `he` is somebody else.
    """
    word = described.head
    if described.is_pronoun:
        if word in FIRST and speaker is not None:
            return speaker
        if word in RELATIVE:
            return _before_relative(span, earlier)
        if word in SINGULAR:
            fit = [p for p in earlier if is_single(p) and _same_gender(word, p) and not (quoted and _same(p, speaker))]
            return _latest(span, fit, lambda p: not p.aside)
        if word in PLURAL:
            return None if quoted else _latest(span, earlier, _is_many, reach=NEAR)
        if word == "it" and speaker is not None and not quoted:
            return speaker if _is_thing(speaker) else None  # "the group says that it believes"
        return _latest(span, earlier, _is_thing) if word == "it" else None
    if described.is_name:
        return _full_name(described, span, earlier)
    if AGED.match(person_phrase):
        return _latest(span, earlier, lambda p: p.described.kind == "named_person" and not p.aside)
    definite = person_phrase.lower().startswith(("the ", "this ", "that ")) and " " in person_phrase
    if definite and described.kind.startswith("unnamed_") and described.count is None:
        told = _told_of(person_phrase, word)
        return _latest(
            span,
            earlier,
            lambda p: (
                _has_trade(p, word) and is_single(p) and p.phrase != person_phrase and _shares(p, told, described)
            ),
        )
    return None


AGED = re.compile(r"the \d{2}-year-old\b(?! \w)", re.IGNORECASE)
"""How reports call a second time whom they have just named."""
PLAIN = frozenset({"same", "said", "unnamed", "anonymous", "young", "old"})
"""What a definite description adds without telling anything that was not told before."""


def _told_of(phrase: str, lemma: str) -> frozenset[str]:
    """What a definite description says of somebody besides his trade: "provincial" of "the provincial official"."""
    words = re.findall(r"[\w'’-]+", phrase.lower())[1:]
    before = words[: next((n for n, word in enumerate(words) if word.startswith(lemma)), 0)]
    return frozenset(before) - PLAIN


def _shares(person: Person, told: frozenset[str], described: Description) -> bool:
    """Whether something that a description tells was told of the person before, if it tells anything: the former
    provincial official is not the official of a ministry who spoke above."""
    if not told or (described.nationality is not None and described.nationality == person.described.nationality):
        return True
    return bool(told & set(re.findall(r"[\w'’-]+", person.phrase.lower())))


def _has_trade(person: Person, lemma: str) -> bool:
    """Whether a person was introduced with the noun of a definite description: `an army general`, `the general`."""
    return bool(re.search(rf"\b{re.escape(lemma)}\b", person.phrase, re.IGNORECASE))


def _same(person: Person, other: Person | None) -> bool:
    return other is not None and person.span == other.span


def _latest(
    span: Range, earlier: Sequence[Person], fits: Callable[[Person], bool], reach: int = REACH
) -> Person | None:
    for person in reversed(earlier):
        if span[0] - person.span[1] > reach:
            return None
        if person.span[1] <= span[0] and fits(person):
            return person
    return None


def is_single(person: Person) -> bool:
    """Whether it is one person, by name or not."""
    kind, head = person.described.kind, person.described
    if kind == "named_person":
        return True
    return kind.startswith("unnamed_") and head.count is None and not _plural(person)


def _plural(person: Person) -> bool:
    return bool(
        re.search(
            r"\b(?:officials|sources|soldiers|residents|witnesses|recruits|authorities|men|women|people|officers|commanders|\w+ers|\w+ors|\w+ists|\w+ians)\b",
            person.phrase.split(", ")[0].split(" who ")[0],
        )
    )


def _is_many(person: Person) -> bool:
    return person.described.kind in ("group", "public") or (
        person.described.kind.startswith("unnamed_") and _plural(person)
    )


def _is_thing(person: Person) -> bool:
    return person.described.kind in ("named_organisation", "outlet", "document")


def _same_gender(word: str, person: Person) -> bool:
    female, male = bool(FEMALE.search(person.phrase)), bool(MALE.search(person.phrase))
    if word in ("she", "her", "herself"):
        return female or not male
    return male or not female


def _before_relative(span: Range, earlier: Sequence[Person]) -> Person | None:
    return next((p for p in reversed(earlier) if 0 <= span[0] - p.span[1] <= 3), None)


def _full_name(described: Description, span: Range, earlier: Sequence[Person]) -> Person | None:
    """An earlier, longer name that ends or starts with this one."""
    short = _bare(described.name)
    for person in earlier:
        if person.span[1] > span[0] or not person.described.is_name:
            continue
        if person.described.kind != described.kind and not (
            len(short) == 1 and person.described.kind == "named_person"
        ):
            continue
        full = _bare(person.described.name)
        longer = len(full) > len(short) or (full == short and person.described.kind != described.kind)
        if longer and (full[-len(short) :] == short or full[: len(short)] == short):
            return person
    return None


def _bare(name: str) -> list[str]:
    words = re.findall(r"[\w'’-]+", name.lower())
    return [
        w for w in words if w not in ("mr", "mrs", "ms", "dr", "gen", "col", "the", "general", "president", "minister")
    ]
