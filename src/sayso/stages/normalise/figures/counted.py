"""What a number counts, from the parse: the noun it belongs to."""

import re
from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns
from sayso.model._record import record
from sayso.stages.normalise.figures.units import UNIT_OF

if TYPE_CHECKING:
    from spacy.tokens import Token


@record
class Noun:
    """The counted noun."""

    name: str
    """Singular, lower case."""
    end: int
    """First code point after it, when it stands right behind the number's phrase."""


_NOUNS = frozenset({"NOUN", "PROPN"})
_PASS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB", "CCONJ", "PART", "DET", "PUNCT", "NUM"})


def counted_noun(last: "Token", first: "Token") -> Noun | None:
    """The noun that a number ending in `last` counts; None when the text names none.

    "300,000 reservists" -> reservist; "dozens of civilians" -> civilian; "57." -> None.
    """
    joined = _joined_noun(last)
    if joined is not None:
        return joined if joined.name != "strong" else None
    for head in (_of_noun(last), _head_noun(last), _head_noun(first), _next_noun(last)):
        if head is not None and head.i > last.i and head.text[:1].isalnum() and not _apart(last, head):
            joint = _joint(head)
            if len(joint) > 1:
                return _of_all(joint)
            name = _singular(head)
            return Noun(name=name, end=head.idx + len(head)) if name != "other" else None
    return None


def _joint(noun: "Token") -> "list[Token]":
    """The nouns that a number counts together, that noun first: "36 officers and cadets".

    That noun alone where the number counts no other: "9 officers and 30 cadets".
    """
    found = [noun]
    while noun.tag_ in PLURALS and (after := _next_of_row(noun)) is not None:
        noun = after
        found.append(noun)
    links = noun.doc[found[-2].i + 1 : noun.i] if len(found) > 1 else ()
    return found if any(word.lower_ in ("and", "or") for word in links) else found[:1]


def _next_of_row(noun: "Token") -> "Token | None":
    """The plural noun coordinated with one right behind it, which no number, article or owner keeps apart."""
    for other in noun.children:
        if other.dep_ == "conj" and other.tag_ in PLURALS and noun.i < other.i <= noun.i + ROW:
            apart = any(k.dep_ in ("det", "nummod", "poss", "quantmod") for k in other.children)
            return None if apart else other
    return None


PLURALS = frozenset({"NNS", "NNPS"})
ROW = 4
"""Tokens within which the next noun of a row stands: "soldiers and former soldiers"."""


def _of_all(nouns: "list[Token]") -> Noun | None:
    """What a number counts that counts several sorts together: people, where all of them are; else none of them."""
    people = load_nouns().actors - load_nouns().bodies
    peoples = nouns[0].ent_type_ == "NORP"
    if not all(
        noun.lemma_.lower().removeprefix("ex-") in people or (peoples and noun.tag_ == "NNPS") for noun in nouns
    ):
        return None
    names, end = {_singular(noun) for noun in nouns}, nouns[-1].idx + len(nouns[-1])
    return Noun(name=names.pop() if len(names) == 1 else "person", end=end)


def _apart(number: "Token", noun: "Token") -> bool:
    """Whether the end of a sentence or clause stands between a number and a noun."""
    return any(token.text in _STOPS or token.is_sent_start for token in number.doc[number.i + 1 : noun.i + 1])


_STOPS = frozenset({".", ";", ":", "(", ")", "\n", "\n\n", "”", '"'})


def _joined_noun(token: "Token") -> Noun | None:
    """The noun hyphened to a number: "member" in "a 12-member panel", "strong" in "a 1,200-strong force"."""
    if token.whitespace_:
        return None
    behind = token.doc[token.i + 1 : token.i + 1 + _BEHIND].text  # that of the whole document is put together anew
    m = _JOINED.match(behind)
    if not m or m[1] in _HYPHENED:
        return None
    after = token.nbor(2) if token.i + 2 < len(token.doc) else token
    name = _singular(after) if after.text == m[1] else m[1]
    return Noun(name=name, end=token.idx + len(token) + m.end())


_JOINED = re.compile(r"[-‑]([a-z]+)(?![\w])")
_BEHIND = 8
"""Tokens in which the noun ends: it and its hyphen are two or three."""
_HYPHENED = frozenset(
    [
        "odd",
        "plus",
        "some",
        "to",
        "or",
        "and",
        "ish",
        "year",
        "month",
        "day",
        "week",
        "hour",
        "minute",
        "mile",
        "metre",
        "meter",
        "foot",
    ]
)


def _of_noun(token: "Token") -> "Token | None":
    """The noun behind "of": "dozens of civilians", "300 of the fighters"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is None or after.lower_ != "of":
        return None
    for child in after.children:
        if child.dep_ == "pobj" and child.pos_ in _NOUNS | {"PRON"}:
            return child if child.pos_ in _NOUNS else None
    return None


def _head_noun(token: "Token") -> "Token | None":
    head = token
    for _ in range(3):
        if (
            head.dep_ in ("nummod", "compound", "quantmod", "amod", "advmod", "npadvmod", "det", "predet", "conj")
            and head.head.i != head.i
        ):
            head = head.head
            if head.i > token.i and head.pos_ in _NOUNS and head.i - token.i < 8:
                between = token.doc[token.i + 1 : head.i]
                return None if any(other.lower_ in _NOT_COUNTED for other in between) else head
        else:
            break
    return None


_NOT_COUNTED = frozenset(["last", "next", "this", "ago", "later", "earlier", "past", "same", "previous", "following"])


def _next_noun(token: "Token") -> "Token | None":
    """The last noun of the words right behind the number, as long as only adjectives and nouns stand there."""
    found = None
    for other in token.doc[token.i + 1 : token.i + 5]:
        if other.is_sent_start or other.lower_ in _NOT_COUNTED or other.pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
        if other.pos_ == "NOUN" or other.ent_type_ == "NORP":
            found = other
    return found


def _singular(token: "Token") -> str:
    lemma = MISREAD.get(token.lower_, token.lemma_) if token.pos_ == "NOUN" else token.text
    if token.tag_ == "NNPS":
        lemma = lemma.removesuffix("s")
    name = lemma.lower()
    return UNIT_OF.get(name, name) if name in ("people", "persons") else name


MISREAD = {"bases": "base", "axes": "axe"}
"""Plurals of two nouns of which the language model takes the wrong one: the bases that are counted are stormed."""
_NAMES = frozenset({"PRODUCT", "ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "GPE", "LOC"})


def names_something(first: "Token", last: "Token", form: str, words: str) -> bool:
    """Whether a number is part of a name, a date word or a pronoun rather than a count."""
    if form == "words" and words.lower() == "one":
        return not _one_counts(last)
    if form == "part":
        return _part_names(first, last, words)
    if form == "vague":
        return first.pos_ == "VERB" or (words.lower() in ("scores", "tens", "thousands") and not _vague_counts(last))
    before = first.nbor(-1) if first.i and not first.is_sent_start else None
    after = last.nbor(1) if last.i + 1 < len(last.doc) and not last.nbor(1).is_sent_start else None
    counts = (
        after is not None
        and (after.pos_ in ("NOUN", "ADJ") or after.lower_ in ("of", "per"))
        and after.text[:1].islower()
    )
    if form == "digits" and not counts and re.fullmatch(r"(?:1[5-9]|20|21)\d\d", words):
        return True
    if before is not None and before.text[:1].isalpha() and any(map(str.isupper, before.text)):
        if form == "digits" and (before.pos_ == "PROPN" or not before.is_title) and (not counts or not before.is_title):
            return True
        if form == "words" and words[:1].isupper() and before.text[:1].isupper():
            return True
        if last.ent_type_ in _NAMES and last.ent_iob_ == "I" and before.ent_type_ == last.ent_type_:
            return True
    return form == "digits" and words.startswith("0") and words.isdigit() and len(words) > 1


def _one_counts(token: "Token") -> bool:
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    before = token.nbor(-1) if token.i else None
    if before is not None and before.lower_ in (
        "no",
        "not",
        "any",
        "every",
        "each",
        "this",
        "that",
        "the",
        "which",
        "another",
        "some",
        "-",
        "a",
        "day",
    ):
        return False
    if after is None or after.lower_ in ("another", "day", "-", "who", "time", "thing"):
        return False
    if after.lower_ == "of":
        return True
    if after.lower_ in ("out", "in"):  # "one in five", "one out of three"
        return any(token.doc[i].like_num for i in range(token.i + 2, min(token.i + 4, len(token.doc))))
    return token.tag_ == "CD" and token.dep_ == "nummod" and token.head.pos_ == "NOUN"


_HALVED = frozenset(["of", "the", "its", "their", "our", "his", "her", "all", "a", "an"])


def _part_names(first: "Token", last: "Token", words: str) -> bool:
    """Whether "half" or "third" is no share: "the first half", "a third man", "half-staff"."""
    before = first.nbor(-1) if first.i else None
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if before is not None and before.lower_ in (
        "first",
        "second",
        "other",
        "latter",
        "last",
        "this",
        "that",
        "a",
        "and",
        "the",
        "-",
        "better",
        "in",
        "time",
    ):
        return True
    if words.lower() == "half":
        return after is None or not (after.tag_ == "NNS" or after.lower_ in _HALVED)
    return after is None or after.lower_ not in ("of", "the", "its", "their", "all")


def _vague_counts(token: "Token") -> bool:
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and (
        after.lower_ in ("of", "more", "were", "are", "have", "had")
        or token.text[:1].islower() is False
        or token.text.lower() == "thousands"
    )


_PER = re.compile(
    r"(?:\s|-)(?:per|an?|each|every|for each|for every|/)(?:\s|-)(?P<unit>[a-z]+)(?!\w)"
    r"|\s?/\s?(?P<slash>[a-z]+)(?!\w)|\s(?P<each>apiece|each|annually|monthly|daily"
    r"|weekly)(?=[\s.,;)])"
)
LAPSE = re.compile(r"\s(?:ago|earlier|later|before|after|after that|on)\b")
"""What makes "a week" the time since or till: "the arrest of five a week earlier"."""
PER_UNITS = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "person",
        "people",
        "head",
        "capita",
        "share",
        "barrel",
        "gallon",
        "litre",
        "liter",
        "tonne",
        "ton",
        "kilo",
        "kilogram",
        "kg",
        "pound",
        "ounce",
        "piece",
        "unit",
        "household",
        "family",
        "soldier",
        "man",
        "vehicle",
        "mile",
        "kilometre",
        "kilometer",
        "km",
        "acre",
        "hectare",
        "foot",
        "metre",
        "meter",
        "million",
        "ticket",
        "child",
        "student",
        "trip",
        "shift",
        "game",
        "capita",
    ]
)
_EACH = {"annually": "year", "monthly": "month", "daily": "day", "weekly": "week", "apiece": "piece", "each": "piece"}


def per_what(text: str, at: int) -> tuple[str | None, int]:
    """What a figure that ends at `at` is per, and where that ends.

    >>> per_what("£1,300-a-month salary", 6)
    ('month', 14)
    """
    m = _PER.match(text, at)
    if not m:
        return None, at
    if m["each"]:
        return _EACH[m["each"]], m.end()
    unit = m["unit"] or m["slash"]
    if unit not in PER_UNITS or LAPSE.match(text, m.end()):
        return None, at
    return unit, m.end()
