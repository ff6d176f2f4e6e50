"""The same number with another thing said of those counted: "69 men await their discharge" that became "69 men are
fighting", "14 families say that" that became "14 men".

A number of two digits stands for a sentence better than its words do. So what the follower says behind it is held
against all that the source says in the sentences that have it: a state of people that none of these names is another
act, and people in the place of those who tell of them are other people.
"""

import re
from collections.abc import Iterator, Mapping

from sayso.model import Change, Reading, Span
from sayso.stages.link.claims.figures import COUNTED
from sayso.stages.link.retellings.fillers import status_of
from sayso.stages.link.retellings.otherwise import told_otherwise
from sayso.stages.link.wordlists import PERSONS

SMALLEST = 11
"""A smaller number stands in many sentences of one article."""
STATES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in (
        ("asked", r"approach\w*|contacted|offered|invited|asked|sounded out|courted"),
        ("taken", r"recruit\w*|hired|enlist\w*|sign(?:s|ed)|joined|enrol\w*|taken on|registered"),
        ("gone", r"left|travel\w*|flown|flew|sent|gone|went|go(?:es)?|going|departed|departures?"),
        (
            "at war",
            r"(?<!fire )(?<!fire-)fighting|fought|(?:to|who|that|they|still|now) fight|front(?: lines?)?|frontlines?"
            r"|trench(?:es)?|combat|deployed",
        ),
        (
            "waiting",
            r"await\w*|waiting|wait|stranded|stuck|seek(?:s|ing)?|pleading|plead(?:ed)?|(?:asked|appealed|called) for"
            r"|(?:want|hope|ask)(?:s|ed|ing)? to (?:return|come|go|leave|be)",
        ),
        (
            "home",
            r"return(?:ed|ees)|(?:come|came) (?:back|home)|back (?:home|in)|discharged|releas\w*|freed|repatriated"
            r"|rescued",
        ),
        ("missing", r"missing|vanished|disappeared|lost (?:contact|touch)|unaccounted for|not been heard of"),
        ("dead", r"kill\w*|dead|die[sd]?|dying|deaths?|fell|fallen|bodies|buried"),
        ("hurt", r"wound\w*|injur\w*|hurt|maimed"),
        ("held", r"captur\w*|captiv\w*|detain\w*|prison\w*|jail\w*|arrest\w*|custody|held hostage"),
        ("trained", r"train\w*|instruct\w*"),
    )
}
"""What becomes of people, each with words that tell of it."""
ON_THE_WAY = frozenset({"asked", "taken", "gone", "trained"})
"""States of which one article tells this and the next that, of the same men; other rules look at them."""
TELLERS = re.compile(
    r"\b(?:families|relatives|mothers|fathers|parents|wives|widows|households|callers|witnesses|villagers|neighbours)\b",
    re.IGNORECASE,
)
"""Those who tell of others."""
PEOPLE, PAPERS = "people", "papers"
THINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("those who tell of people", TELLERS),
    *(
        (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
        for name, words in (
            (
                "cases",
                r"cases?|instances?|incidents?|complaints?|reports?|allegations?|files?|dossiers?|appeals?|petitions?",
            ),
            (
                PAPERS,
                r"contracts?|visas?|passports?|tickets?|permits?|certificates?|applications?|names?|invitations?|letters?"
                r"|consignments?|shipments?|deliveries|accounts?|messages?|calls?|photographs?|photos?|videos?",
            ),
            (
                "places",
                r"villages?|towns?|districts?|provinces?|cities|countries|camps?|bases?|schools?|barracks|hospitals?",
            ),
            ("vehicles", r"lorry|lorries|trucks?|bus(?:es)?|vans?|cars?|tanks?|vehicles?|boats?|ships?"),
            ("aircraft", r"planes?|aircraft|helicopters?|flights?|drones?|missiles?"),
            ("groups", r"groups?|battalions?|companies|brigades?|squads?|firms?|agencies|parties"),
        )
    ),
)
"""What else than people may be counted."""
CLAUSE = re.compile(
    r"[;:.!?]\s|,|\s[–—-]\s|\b(?:and|but|while|whereas|of (?:whom|which|these)|including|after|before)\b"
)
BEFORE, BEHIND = 30, 70
"""Code points on either side of a number that are looked at, within its clause."""


def restated(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document says otherwise of as many people as the one that it follows."""
    return tuple({(c.now.start, c.now.end): c for c in _found(parent, child)}.values())


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    before, after = _counts(parent), _counts(child)
    for value in sorted(before.keys() & after.keys()):
        if len(before[value]) > MOST or len(after[value]) > MOST:
            continue
        known: str | None = None
        for now in after[value]:
            if (other := _counted_otherwise(parent, before[value], child, now)) is not None:
                yield told_otherwise("restated", parent, child, before[value][0], now, "object", other)
            if not (here := _states(_clause(child, now))):
                continue
            if known is None:
                known = " ".join(_sentence(parent, span).text for span in before[value])
            was, states = before[value][0], {name for name in here if not STATES[name].search(known)}
            alone = len(states) == 1 and not states <= ON_THE_WAY
            told = {name for span in before[value] for name in _states(_clause(parent, span))} if alone else None
            if told:
                yield told_otherwise(
                    "restated", parent, child, was, now, "act", f"{', '.join(sorted(told))} became {min(states)}"
                )
            elif all(_tell(parent, span) for span in before[value]) and _is_of_people(child, now):
                yield told_otherwise(
                    "restated", parent, child, was, now, "object", "those who tell of people became these people"
                )


OF_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "%", "metre", "kilometre"})
MOST = 3
"""Times that a number stands in one text at most."""


def _counts(reading: Reading) -> dict[float, list[Span]]:
    """Exact numbers of people or of nothing that is named, with where they stand."""
    found: dict[float, list[Span]] = {}
    for quantity in reading.mentions.quantities:
        exact = quantity.low is not None and quantity.low == quantity.high and quantity.low >= SMALLEST
        if (
            exact
            and quantity.per is None
            and quantity.unit not in OF_TIME
            and not (quantity.unit is None and 1900 <= (quantity.low or 0) <= 2100)
        ):
            found.setdefault(float(quantity.low or 0), []).append(quantity.span)
    return found


def _sentence(reading: Reading, span: Span) -> Span:
    return next((s for s in reading.sentences if s.start <= span.start < s.end), span)


def _clause(reading: Reading, span: Span) -> str:
    """The words around a number within its clause."""
    sentence = _sentence(reading, span)
    before = sentence.text[: span.start - sentence.start][-BEFORE:]
    behind = sentence.text[span.end - sentence.start :][:BEHIND]
    return f"{CLAUSE.split(before)[-1]}{span.text}{CLAUSE.split(behind)[0]}"


def _states(clause: str) -> set[str]:
    return {name for name, words in STATES.items() if words.search(clause)}


def _tell(reading: Reading, span: Span) -> bool:
    return TELLERS.search(_head(reading, span)) is not None


def _is_of_people(reading: Reading, span: Span) -> bool:
    """Whether people by a plain word are counted, who tell of nobody."""
    head = _head(reading, span)
    words = re.findall(r"[a-z]+", head.lower())
    people = status_of(head) is not None or any(word in PERSONS or word.removesuffix("s") in PERSONS for word in words)
    return people and TELLERS.search(head) is None


def _counted_otherwise(parent: Reading, before: list[Span], child: Reading, now: Span) -> str | None:
    """What became what, where all mentions of a number in the source count another kind of thing by name."""
    now_kinds = kinds_of(child, now)
    if not now_kinds:
        return None
    all_before = [kinds_of(parent, span) for span in before]
    kinds = frozenset[str]().union(*all_before)
    if not all(all_before) or now_kinds & kinds or THINGS[0][0] in kinds | now_kinds:
        return None
    if PEOPLE in kinds or kinds | now_kinds == {PEOPLE, PAPERS}:
        return None  # a ticket, a call or a complaint stands for each of some people
    return f"{', '.join(sorted(kinds))} became {', '.join(sorted(now_kinds))}"


def kinds_of(reading: Reading, span: Span) -> frozenset[str]:
    """Which kinds of thing a number counts, by the words of it and behind it."""
    head = _head(reading, span)
    found = {name for name, words in THINGS if words.search(head)}
    return frozenset(found | {PEOPLE for word in re.findall(r"[a-z]+", head.lower()) if is_person(word)})


def is_person(word: str) -> bool:
    """Whether a noun in small letters names a person by what he is or does."""
    return status_of(word) is not None or word in COUNTED or word.removesuffix("s") in COUNTED


def _head(reading: Reading, span: Span) -> str:
    """A number with the two words behind it."""
    behind = reading.document.text[span.end : span.end + 30]
    return span.text + (match.group() if (match := re.match(r"(?:\s[\w’'-]+){0,2}", behind)) else "")
