"""Who paid for a thing, and with whom a contract was made, told otherwise than in the source.

Each phrase is found by its own words in both texts. Two payers are held against each other where both texts tell once
who paid, where the two sentences share words enough, or where it is one kind of thing that was paid for (`THINGS`:
journeys, wages, lawyers) and the source has one payer of that kind only.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.model import Change, Reading, Span
from sayso.model._record import record
from sayso.model.relation import What
from sayso.stages.link.nations import named_nations
from sayso.stages.link.retellings.fillers import same_sort_of_people
from sayso.stages.link.retellings.otherwise import END, NAME, found_in, likeness_of, told_otherwise
from sayso.stages.link.wording import content_words, stem
from sayso.stages.link.wordlists import listed

PAID = r"(?:paid(?:\s+for)?|financed|funded|bankrolled|covered|bought|settled|footed|borne|sponsored)"
HOW_PAID = r"entirely|partly|largely|mostly|in cash|in full|in advance|up front|each month|every month|monthly"
MONEY = r"(?:wages?|salar(?:y|ies)|money|bonus(?:es)?|cash|stipends?|payments?)"
WHO_PAID = (
    re.compile(rf"\b{PAID}(?:\s+(?:{HOW_PAID}))?(?:,[^,.;:]{{3,40}},)?\s+(?:by|from)\s+({NAME}){END}"),
    re.compile(r"\b(?:at|out of|from)\s+((?:his|her|their)\s+own\s+(?:costs?|expense|pockets?|savings|money))\b"),
    re.compile(rf"\b(?:that|which)\s+((?:the|a|an)\s+(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+)\s+(?:had\s+|has\s+)?{PAID}\b"),
    re.compile(rf"\b{MONEY}\s+(?:came\s+|comes\s+|were\s+paid\s+|was\s+paid\s+)?from\s+({NAME}){END}"),
    re.compile(rf"\b(?:at\s+the\s+expense|courtesy|on\s+the\s+account)\s+of\s+({NAME}){END}"),
    re.compile(
        r"(?:^|[.;:,]\s+|\b(?:that|and|but)\s+)"
        r"((?:(?:[Tt]he|[Aa]n?|[Tt]heir|[Hh]is|[Ii]ts)\s+[\w’'-]+|[A-Z][\w’'-]+)(?:\s+[\w’'-]+){0,3}?)\s+(?:ha[sd]\s+|have\s+)?"
        r"(?:paid\s+for|foot(?:ed|s)\s+the\s+bills?|bought|bore|covered|covers|pays\s+for)\s+(?:the|his|her|their|its|all|a|an)\b"
    ),
    re.compile(
        r"(?:^|[.;:,]\s+|\b(?:that|and|but)\s+)"
        r"((?:(?:the|a|an)\s+)?(?:[A-Z][\w’'-]+|[a-z][\w’'-]+)(?:\s+[\w’'-]+){0,3}?)\s+(?:(?:ha[sd]|have|is|was)\s+)?"
        r"(?:paid|pays|paying)\s+(?:him\b|her\b|them\b|us\b|me\b|each\b|every\b|\$|€|£|\d)"
    ),
)
CONTRACT = (re.compile(rf"\b(?:contracts?|agreements?)\s+(?:[\w-]+\s+)?with\s+({NAME}){END}"),)
PARTIES: tuple[tuple[str, What, Sequence[re.Pattern[str]]], ...] = (
    ("payer", "actor", WHO_PAID),
    ("other party", "object", CONTRACT),
)
"""What is looked for: name, what a difference of it is called, and its phrases with the party in a group."""
NO_PARTY = listed(
    "him her them us me you it themselves himself herself someone somebody nobody anyone he she they we i who had has "
    "have been was were is are being each every holding"
)
"""Words of no payer: of nobody by name, or of what was misread for one."""
THINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        ("journey", r"tickets?|flights?|fares?|airfares?|journeys?|trips?|travel|passage|planes?|way"),
        ("pay", r"wages?|salar(?:y|ies)|pay|bonus(?:es)?|stipends?|earn(?:s|ed|ings)?"),
        ("lawyer", r"lawyers?|defence|fees|bail"),
        ("bills", r"bills?|costs?|expenses?|invoices?"),
        ("papers", r"visas?|passports?|papers|documents"),
        ("lodging", r"hotels?|flats?|rent|lodgings?|hostels?|housing|rooms?"),
        ("training", r"training|courses?|lessons|instructors?"),
        ("burial", r"burials?|funerals?|coffins?|graves?"),
        ("arms", r"weapons|arms|rifles|ammunition|equipment|uniforms|drones"),
    )
)
"""Kinds of thing that are paid for, with words for them."""
RELATIVE = re.compile(r"\s(?:they|he|she|we|I|known|called|whom?|which|that)\b")
"""What tells which one it is: "the man they knew as Lee"."""
ALIKE = 0.12
"""Lowest likeness of two sentences of which parties are compared."""


@record
class _Phrase:
    span: Span
    sentence: Span
    thing: str | None
    """Which kind of thing is paid for, of `THINGS`."""
    place: str | None
    """The name behind it: "a firm in Harby"."""


def parties(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """Other payers and other parties of contracts than in the document that this one follows."""
    return tuple({(c.now.start, c.now.end, c.what): c for c in _changed(parent, child)}.values())


def _changed(parent: Reading, child: Reading) -> Iterator[Change]:
    for name, what, patterns in PARTIES:
        before = _found(parent, patterns)
        after = _found(child, patterns) if before else []
        for now in after:
            ranked = [(likeness_of(was.sentence, now.sentence), -was.span.start, was) for was in before]
            alike, _, was = max(ranked, key=lambda each: each[:2], default=(0.0, 0, None))
            same = [each for each in before if each.thing == now.thing is not None]
            if len({each.span.text.lower() for each in same}) == 1:
                was = same[0]
            elif was is None or (alike < ALIKE and len(before) + len(after) > 2):
                continue
            if any(_is_one_party(each, now) for each in before) and not _is_elsewhere(was, now, parent):
                continue
            rule = "paid" if same and was is same[0] else "rephrased"
            detail = f"{name}: “{was.span.text}” became “{now.span.text}”"
            yield told_otherwise(rule, parent, child, was.span, now.span, what, detail)


def _found(reading: Reading, patterns: Sequence[re.Pattern[str]]) -> list[_Phrase]:
    made = []
    for sentence in reading.sentences:
        for pattern in patterns:
            for match in pattern.finditer(sentence.text):
                span = found_in(sentence, match, 1)
                cut = RELATIVE.search(span.text)
                span = (
                    Span(start=span.start, end=span.start + cut.start(), text=span.text[: cut.start()]) if cut else span
                )
                if not NO_PARTY.intersection(span.text.lower().split()) and not any(ch.isdigit() for ch in span.text):
                    made.append(
                        _Phrase(
                            span=span, sentence=sentence, thing=_thing(sentence, match), place=_place(sentence, span)
                        )
                    )
    return made


def _thing(sentence: Span, match: re.Match[str]) -> str | None:
    """What kind of thing is paid for: the one that stands nearest to the phrase in its sentence."""
    near = [
        (max(match.start() - found.end(), found.start() - match.end(), 0), name)
        for name, words in THINGS
        for found in words.finditer(sentence.text)
        if not match.start(1) <= found.start() < match.end(1)
    ]
    return min(near)[1] if near else None


PLACE = re.compile(r"\s(?:in|of|from)\s(?:the\s)?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")


def _place(sentence: Span, party: Span) -> str | None:
    match = PLACE.match(sentence.text, party.end - sentence.start)
    return match.group(1) if match else None


def _is_elsewhere(was: _Phrase, now: _Phrase, parent: Reading) -> bool:
    """Whether two parties of one kind have two places by name, the second of which the source never names."""
    return (
        was.place is not None
        and now.place is not None
        and now.place not in parent.document.text
        and was.place not in now.sentence.text
    )


def _is_one_party(before: _Phrase, after: _Phrase) -> bool:
    """Whether two parties can be one: one head noun, or one name for a country's state."""
    was, now = before.span.text, after.span.text
    heads = [_head(words) for words in (was, now)]
    words = [frozenset(content_words(each)) for each in (was, now)]
    if heads[0] == heads[1] or words[0] <= words[1] or words[1] <= words[0] or same_sort_of_people(was, now):
        return True
    states = [
        named_nations(words) if head in STATE or named_nations(head) else frozenset()
        for words, head in zip((was, now), heads, strict=True)
    ]
    return bool(states[0] & states[1])


STATE = frozenset(stem(word) for word in ("government", "state", "ministry", "authorities", "kremlin"))


def _head(words: str) -> str:
    """The stem of the noun that a phrase is headed by."""
    named = re.split(r"\s(?:of|they|he|she|known|called)\b", words, maxsplit=1)[0].split()
    return stem(named[-1].lower().removesuffix("’s").removesuffix("'s")) if named else ""
