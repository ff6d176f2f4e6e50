"""What a person does or did, told otherwise by a document that credits another: a translator who became an official, a
quartermaster who became the commander, a Colombian colonel who became an Ecuadorean one.

Both texts name the person in full or the second one by the last name. What is said of each stands right before the name
or between commas behind it, and is compared by sorts of work (`WORK`), as one is called by many words.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sayso.model import Change, Reading, Span
from sayso.stages.link.nations import named_nations
from sayso.stages.link.retellings.otherwise import told_otherwise

LEADING = "leading"
OFFICIAL = "official"
WORK: Mapping[str, str] = {
    LEADING: r"directors?|managers?|heads?|chiefs?|boss|owner|leader|chairm[ae]n|chairwoman|chair|president|founder"
    r"|commander|minister|governor|mayor|rector|secretary",
    OFFICIAL: r"officials?|civil servant|officer|ambassador|consul|diplomat|attach[eé]|envoy|spokes(?:man|woman|person)"
    r"|adviser|advisor|inspector|prosecutor",
    "soldier": r"soldier|serviceman|fighter|recruit|sergeant|corporal|lieutenant|captain|major|colonel|general"
    r"|commando|veteran|officer|commander|volunteer|private",
    "mercenary": r"mercenary",
    "stores": r"quartermaster|storekeeper|clerk|accountant|bookkeeper|cashier",
    "language": r"translator|interpreter",
    "health": r"doctor|medic|surgeon|physician|nurse|paramedic",
    "law": r"lawyer|attorney|counsel|advocate|barrister|solicitor|judge|prosecutor",
    "agent": r"agent|broker|recruiter|middleman|fixer|intermediary|go-between|trafficker|smuggler",
    "press": r"journalist|reporter|correspondent|editor|blogger|activist|campaigner",
    "law-making": r"lawmaker|legislator|senator|congressm[ae]n|deputy|member",
    "learned": r"researcher|analyst|expert|professor|academic|historian|lecturer|teacher",
    "trade": r"businessman|businesswoman|trader|dealer|merchant|shopkeeper|farmer|owner|founder|director|manager",
    "hands": r"driver|cook|guard|mechanic|builder|labourer|worker|cleaner|electrician|welder|plumber|barber|pilot"
    r"|engineer",
    "faith": r"priest|imam|bishop|pastor|cleric|monk",
    "study": r"student|pupil|graduate",
}
"""Sorts of what people do, with words for them; a word may be of two."""
SORTS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in WORK.items()}
NAME = re.compile(r"\b[A-Z][\w’'-]+(?: (?:bin|al|de|van|von|ibn|el))?(?: [A-Z][\w’'-]+){1,2}\b")
BEFORE = re.compile(
    r"(?:^|[,.;:(“\"]\s*|\b(?:the|an?|its|his|her|their|by|and|that)\s)((?:[\w’'-]+\s){0,6}[\w’'-]+)"
    r"(?:,|\s(?:named|called|by the name of))?\s$"
)
BEHIND = re.compile(
    r"(?: \([^)]*\))?,(?: \d\d,)? ((?:an?|the|its|his|her|their|who (?:is|was|works as|worked as))\b[^,.;:\n]{3,70})"
)
REACH = 70
"""Code points before a name that are looked at."""
Told = tuple[frozenset[str], frozenset[str], Span]
"""Sorts of work, countries, and where they stand."""


def described(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """Persons whom both name and of whom the second document says that they do something else, or for another
    country."""
    return tuple(_found(parent, child))


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    before, after = _persons(parent.document.text), _persons(child.document.text)
    for name in [each for each in after if each in before]:
        sorts = frozenset[str]().union(*(told[0] for told in before[name]))
        nations = frozenset[str]().union(*(told[1] for told in before[name]))
        for now_sorts, now_nations, now in after[name]:
            was = before[name][0][2]
            if sorts and now_sorts and not sorts & now_sorts and not _is_wider(sorts, now_sorts):
                yield _change(parent, child, was, now)
                break
            if nations and now_nations and not nations & now_nations:
                yield _change(parent, child, was, now)
                break


def _is_wider(before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether the second one may be a wider word: a minister and a deputy are officials, a colonel leads."""
    state = {LEADING, OFFICIAL, "law", "law-making", "soldier"}
    return bool(before & state and after & state)


@lru_cache(maxsize=2000)
def _persons(text: str) -> Mapping[str, tuple[Told, ...]]:
    """By last name what a text says of each person whom it names in full; no name that two have."""
    found: dict[str, list[Told]] = {}
    full: dict[str, set[str]] = {}
    for match in NAME.finditer(text):
        last = match.group().split()[-1]
        full.setdefault(last, set()).add(match.group().split()[0])
        for span in _phrases(text, match):
            sorts = _sorts(span.text)
            if sorts:
                found.setdefault(last, []).append((sorts, named_nations(span.text), span))
    return {last: tuple(told) for last, told in found.items() if len(full[last]) == 1}


HEAD = re.compile(r"\s(?:of|in|at|for|with|from|who|on|to)\s")
"""What ends the words for what somebody does."""


SAYING = re.compile(r"^.*\b(?:according to|says?|said|told|tells|adds?|added|asked|by|that|and)\s+")


def _sorts(phrase: str) -> frozenset[str]:
    """Sorts of work by the last noun that a phrase is headed by."""
    relative = re.match(r"who (?:is|was|works as|worked as) ", phrase)
    words = HEAD.split(SAYING.sub("", phrase[relative.end() if relative else 0 :]))[0].split()
    return frozenset(name for name, work in SORTS.items() if words and work.fullmatch(words[-1]))


def _phrases(text: str, name: re.Match[str]) -> Iterator[Span]:
    """What stands right before a name, and between commas behind it."""
    start = max(0, name.start() - REACH)
    before = BEFORE.search(text[start : name.start()].split("\n")[-1])
    if before is not None:
        at = name.start() - len(before.group()) + before.start(1) - before.start()
        yield Span(start=at, end=at + len(before.group(1)), text=before.group(1))
    behind = BEHIND.match(text, name.end())
    if behind is not None:
        yield Span(start=behind.start(1), end=behind.end(1), text=behind.group(1))


def _change(parent: Reading, child: Reading, was: Span, now: Span) -> Change:
    return told_otherwise("described", parent, child, was, now, "object", f"“{was.text}” became “{now.text}”")
