"""An office that lost what makes it less: "a former deputy minister of labour" that became "the former minister".

Only where every mention of the office in the source has the word that is gone, none in the follower has it, and both
name the same person beside it: a second mention is shorter, and a ministry has a minister too.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sayso.model import Change, Reading, Span
from sayso.stages.link.nations import named_nations
from sayso.stages.link.retellings.otherwise import told_otherwise

OFFICES = (
    r"ministers?|presidents?|premiers?|governors?|mayors?|ambassadors?|consuls?|commanders?|chiefs?|chairmen|chairman"
    r"|directors?|secretary|secretaries|prosecutors?|heads?|commissioners?|inspectors?"
)
LESS = r"deputy|vice|assistant|acting|interim|junior"
GONE = r"former(?:ly)?|ex|then|one[- ]time|retired|late"
OFFICE = re.compile(rf"\b(?:{OFFICES})\b", re.IGNORECASE)
BEFORE = re.compile(
    rf"\b(?P<mods>(?:(?:{GONE}|{LESS})[\s-]+)*)"
    rf"(?P<of>(?:(?!(?:{GONE}|{LESS}|the|an?|his|her|its|their|our)\b)[a-z]+ ){{0,2}})"
    rf"(?:(?P<inner>{LESS})[\s-]+)?$",
    re.IGNORECASE,
)
"""What stands before the noun of an office: what makes it less, and of what it is."""
REACH = 60
"""Code points before the noun that are looked at."""
NAME = re.compile(r"[A-Z][\w’'-]{3,}")
NEAR = 50
"""Code points on either side of an office in which the person stands."""
Title = tuple[frozenset[str], Span]
"""The words that make an office less or a former one, and where it stands."""


def retitled(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """Offices of persons whom both name that the second document makes higher, or not a former one."""
    return tuple(_found(parent, child))


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    before, after = _titles(parent.document.text), _titles(child.document.text)
    for office in sorted(before.keys() & after.keys()):
        always = frozenset.intersection(*(mods for mods, _ in before[office]))
        ever = frozenset[str]().union(*(mods for mods, _ in after[office]))
        lost = always - ever
        if not lost:
            continue
        for _, now in after[office]:
            same = [was for _, was in before[office] if _names(parent, was) & _names(child, now)]
            if same:
                yield _change(parent, child, same[0], now, ", ".join(sorted(lost)))
                break


@lru_cache(maxsize=2000)
def _titles(text: str) -> Mapping[str, list[Title]]:
    found: dict[str, list[Title]] = {}
    for noun in OFFICE.finditer(text):
        start = max(0, noun.start() - REACH)
        match = BEFORE.search(text[start : noun.start()])
        if match is None:
            continue
        words = re.findall(r"[a-z]+", f"{match['mods']} {match['inner'] or ''}".lower())
        mods = frozenset("former" if re.fullmatch(GONE, word) else "lesser" for word in words)
        office = f"{match['of'].lower()}{noun.group().lower().removesuffix('s')}"
        span = Span(start=start + match.start(), end=noun.end(), text=text[start + match.start() : noun.end()])
        found.setdefault(office, []).append((mods, span))
    return found


def _names(reading: Reading, span: Span) -> frozenset[str]:
    around = reading.document.text[max(0, span.start - NEAR) : span.end + NEAR]
    return frozenset(name for name in NAME.findall(around) if name not in COMMON and not named_nations(name))


COMMON = frozenset(
    {"This", "That", "They", "There", "When", "While", "After", "Former", "Deputy", "Minister", "President"}
)
"""Words with a capital that are no names."""


def _change(parent: Reading, child: Reading, was: Span, now: Span, lost: str) -> Change:
    detail = f"“{was.text}” became “{now.text}”: no longer {lost}"
    return told_otherwise("retitled", parent, child, was, now, "object", detail)
