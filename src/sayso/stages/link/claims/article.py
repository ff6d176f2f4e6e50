"""Whose men are taken for whose war: what an article on a recruitment drive is about, by its headline and opening.

An article says once that Norway's army hires Swedes and then goes on with "they" and "the men". A claim of recruiting
without a country of its own is about the drive that its article is about.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.model import Document
from sayso.model._record import record
from sayso.stages.link.nations import named_nations
from sayso.stages.link.wordlists import PERSONS, listed

OPENING = 800
"""Code points of a text, its headline among them, that tell what an article is about."""
TAKEN = frozenset({"RECRUIT", "DEPLOY"})
"""Event types by which people are taken for a war."""
POOLS = ("recruit_pool", "deployed")
"""Roles of those who are taken."""
ARMED = (
    r"(?:army|armed\s+forces|forces|ranks|military|side|war|troops|legion|front|front\s+line|invasion|campaign"
    r"|mercenar\w+|defen[cs]e\s+ministry|ministry\s+of\s+defen[cs]e|service|barracks|trenches|lines|infantry)"
)
NAME = r"((?:[A-Z][\w’'-]+\s+){0,2}[A-Z][\w’'-]+?)"
SIDE = re.compile(rf"\b{NAME}(?:['’]s)?(?:-[A-Z]\w+)?(?:\s+[a-z]+)?\s+{ARMED}\b")
"""The side that somebody fights for, or any other: "the Norwegian army", "Norway's war"."""
BEFORE_ANOTHER = re.compile(
    r"\b(?:(?:train|drill|school|educat|mentor|taught|teach|instruct|equip|abandon)\w*|paces by|left(?: behind)? by"
    r"|(?:escape|departure|retreat|withdrawal|pull-?out) of)(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
AFTER_ANOTHER = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:left|leav(?:e|es|ing)|withdr[ae]w\w*|depart\w*|pull(?:ed|ing|s)?[- ]?out)\b", re.IGNORECASE
)
"""Words around an army that trained people once, or left them behind, and takes nobody for its war now."""
AT_SIDE = re.compile(rf"\b(?:for|by|join(?:s|ed|ing)?)\s+{NAME}(?:['’]s)?\b")
"""Beside whom somebody fights, in an opening: "for Norway"."""
HIRES = r"(?:recruit|hir|enlist|lur|woo|sign|court|press|draft|conscript|entic|tak|buy|poach|hoover)\w*"
FOUGHT_FOR = re.compile(
    rf"\b(?:fight|fights|fought|fighting|serve|serves|served|serving|die|died|dying|work|working)\s+(?:and\s+\w+\s+)?"
    rf"(?:alongside|for|on\s+behalf\s+of|with|beside)\s+(?:the\s+)?{NAME}(?:['’]s)?\b"
    rf"|\b(?:join|joins|joined|joining|sign\w*\s+(?:up\s+)?(?:with|for)|contracts?\s+with)\s+(?:the\s+)?{NAME}(?:['’]s)?\b"
    rf"|\b{HIRES}\s+(?:\w+\s+){{0,3}}?(?:by|for|into|in)\s+(?:the\s+)?{NAME}(?:['’]s)?\b"
    rf"|\b{NAME}\s+(?:is\s+|has\s+been\s+|has\s+|was\s+|seeks\s+to\s+|wants\s+to\s+)?(?:{HIRES}|pa(?:ys|id|ying)|rais(?:es|ed|ing)|sen[dt]s?)\b"
)
"""For whom somebody fights or is hired, in so many words."""
WAR_IN = re.compile(
    rf"\b(?:war|wars|fight|fighting|fought|front|battles?|battlefields?)\s+(?:in|of)\s+(?:\w+\s+)?{NAME}(?:['’]s)?\b"
)
"""Where the war is: its country's, where no other is told to take them."""
PEOPLE = re.compile(
    rf"\b(former\s+|ex-)?{NAME}(?:['’]s)?(?:\s+[\w-]+)?\s+(?:[\w-]*soldiers?|fighters?|nationals?|citizens?|recruits?|men|women"
    r"|youths?|volunteers?|mercenar(?:y|ies)|veterans?|servicemen|personnel|commandos?|migrants?|workers?|students?"
    r"|corporal|sergeant|rebels?|militants?|troops|corps|prisoners?|jihadists?|refugees?|deserters?|families)\b"
)
"""Those who are taken, with their country: "Swedish men", "Swedish ex-soldiers"."""
TAKING = re.compile(
    r"\b(?:recruit\w*|enlist\w*|sign(?:s|ed|ing)?\s+up|sign(?:s|ed|ing)?\s+(?:\w+\s+){0,3}contracts?|lur(?:e|ed|es|ing)"
    r"|mercenar\w+|foreign\s+fighters?|fight(?:s|ing)?\s+(?:for|alongside|in)|conscript\w*|volunteer\w*|hire[sd]?|hiring"
    r"|to\s+fight|to\s+the\s+war|private\s+(?:military|security)\s+(?:compan\w+|contractors?)|soldiers?\s+of\s+fortune"
    r"|join(?:s|ed|ing)?\s+(?:\w+\s+){0,3}(?:army|forces|ranks|legion|war|military)|front[ -]?lines?|the\s+front)\b",
    re.IGNORECASE,
)
"""Words of taking people for a war."""
PLAINLY = 3
"""What one "fight for Norway" or "former Swedish soldiers" weighs against a "Norwegian army" or a "Swedish"."""
LEAST = 2
"""Weight from which on a text tells of a side, or of a people."""


@record
class Drive:
    """ISO 3166 codes."""

    pool: frozenset[str] = frozenset()
    """Of those who are taken."""
    side: frozenset[str] = frozenset()
    """Of those for whom they fight."""


NO_DRIVE = Drive()


def drive_of(document: Document) -> Drive:
    """Whose people an article tells of as taken for whose war: by its headline and opening, else by what its whole text
    names most.

    Empty where the opening names no side and the text has no word of taking people.
    """
    text = with_title(document)
    opening = _opening(text[:OPENING])
    return opening if opening.pool and opening.side else _told(text) if opening == NO_DRIVE else _filled(opening, text)


def _filled(opening: Drive, text: str) -> Drive:
    """What the opening leaves out from the whole text, where that has the same side."""
    told = _told(text)
    return replace(opening, pool=told.pool) if told.side and told.side <= opening.side else opening


@lru_cache(maxsize=20_000)
def _opening(words: str) -> Drive:
    counts: Counter[str] = Counter()
    for match in (*_armies(words), *AT_SIDE.finditer(words)):
        counts.update(named_nations(match.group(1)))
    side = _most(counts)
    if not side:
        return NO_DRIVE
    pool: Counter[str] = Counter()
    for match in PEOPLE.finditer(words):
        pool.update(named_nations(match.group(2)))
    for hit in load_aliases().find(words):
        pool.update(hit.form.targets if hit.form.sort == "people" else ())
    if len(side) > 1:  # a country's own army is named as well as the one that takes its people
        side = frozenset(code for code in side if code not in pool) or side
    for code in side:
        pool.pop(code, None)
    return Drive(pool=_most(pool), side=side)


def _most(counts: Counter[str]) -> frozenset[str]:
    most = max(counts.values(), default=0)
    return frozenset(code for code, count in counts.items() if count == most and most)


def with_title(document: Document) -> str:
    """A text with its headline, where it does not begin with it."""
    title = document.title or ""
    return document.text if title in document.text[: len(title) + 200] else f"{title}\n{document.text}"


@lru_cache(maxsize=1_000)  # each keeps its text: the claims of one document ask one after the other
def _told(text: str) -> Drive:
    pairs = {pair: weight for pair, weight in _weighed(text).items() if weight >= SURE}
    if not pairs:
        return NO_DRIVE
    pool, side = max(pairs, key=lambda pair: (pairs[pair], pair))
    return Drive(pool=_once(pool), side=_once(side))


SURE = 2 * LEAST
"""Weight of a people and a side together from which on a text tells of them by itself."""


@lru_cache(maxsize=20_000)
def _weighed(text: str) -> Mapping[tuple[str, str], int]:
    """(people, side) -> how much a text tells of them, its opening twice; empty where it has no word of taking."""
    if TAKING.search(text) is None:
        return {}
    side = sides_in(text)
    pool = peoples_in(text) if side else side
    if not pool:
        return {}
    for code, weight in sides_in(text[:OPENING]).items():
        side[code] += weight
    for code, weight in peoples_in(text[:OPENING]).items():
        pool[code] += weight
    return {
        (people, war): min(pool[people], 2 * side[war]) + min(side[war], 2 * pool[people])
        for people in pool
        for war in side
        if people != war
    }


def weighed(document: Document) -> Mapping[tuple[str, str], int]:
    """(ISO 3166 code of a people, of a side) -> how much a document tells of them, where it tells of taking people."""
    return _weighed(with_title(document))


PLACE_OF_WAR = re.compile(
    rf"\b{NAME}(?:['’]s)?(?:-[A-Za-z]\w+)?(?:\s+[a-z]+)?\s+(?:war|front|front\s+line|front-line|trenches|lines|battlefields?|invasion)\b"
)
"""Where the war is fought, by its usual name: "the Norway war", "Norway's front"."""


@lru_cache(maxsize=20_000)
def is_only_place(text: str, side: str) -> bool:
    """Whether a text names a country as the place of a war alone, and says of nobody that he fights for it or is taken
    by it.

    >>> is_only_place("They were sent to the war in Norway.", "NO"), is_only_place("They fight for Norway.", "NO")
    (True, False)
    """
    plainly = (name for match in FOUGHT_FOR.finditer(text) for name in match.groups() if name)
    army = (m.group(1) for m in SIDE.finditer(text) if PLACE_OF_WAR.match(text, m.start()) is None)
    return all(side not in named_nations(name) for name in (*plainly, *army))


@lru_cache(maxsize=1000)
def _once(code: str) -> frozenset[str]:
    return frozenset({code})


def _armies(text: str) -> Iterator[re.Match[str]]:
    """Where a text names a country's army or war, but for one that trained people or left them behind."""
    for match in SIDE.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if BEFORE_ANOTHER.search(before) is None and AFTER_ANOTHER.match(text, match.end()) is None:
            yield match


def sides_in(text: str) -> Counter[str]:
    """Country -> how much a text says that people fight for it."""
    found: Counter[str] = Counter()
    for match in _armies(text):
        found.update(named_nations(match.group(1)))
    for match in WAR_IN.finditer(text):
        found.update(named_nations(match.group(1)))
    for match in FOUGHT_FOR.finditer(text):
        for name in match.groups():
            found.update(dict.fromkeys(named_nations(name), PLAINLY) if name else {})
    return found


def peoples_in(text: str) -> Counter[str]:
    """Country -> how much a text says that its people are taken."""
    found: Counter[str] = Counter()
    for match in PEOPLE.finditer(text):
        found.update({code: PLAINLY if match.group(1) else LEAST for code in named_nations(match.group(2))})
    for hit in load_aliases().find(text):
        weight = {"people": 2, "adjective": 1, "country": 1}.get(hit.form.sort, 0)
        if weight and text[hit.end : hit.end + 1] != "-":  # "US-trained" tells of no Americans
            found.update({code: weight for code in hit.form.targets if len(code) == 2})
    return found


def called_people(text: str) -> frozenset[str]:
    """Countries whose people a text speaks of as people: "Swedish men", "Swedes"; not "Sweden", "Swedish steel".

    >>> sorted(called_people("Swedish bakers and Danes met two Finnish men in Norway"))
    ['DK', 'FI']
    """
    found = {code for match in PEOPLE.finditer(text) for code in named_nations(match.group(2))}
    for hit in load_aliases().find(text):
        found |= {code for code in hit.form.targets if hit.form.sort == "people" and len(code) == 2}
    return frozenset(found)


def times_called(text: str) -> Counter[str]:
    """Country -> how often a text speaks of its people as people: "Swedes", "Swedish men".

    >>> times_called("Swedes and two Swedish men met Danes in Norway.")
    Counter({'SE': 2, 'DK': 1})
    """
    found = Counter(code for match in PEOPLE.finditer(text) for code in named_nations(match.group(2)))
    named = [match.span(2) for match in PEOPLE.finditer(text)]
    for hit in load_aliases().find(text):
        noun = hit.form.sort == "people" or (hit.form.sort == "adjective" and _is_people(text, hit.start, hit.end))
        if noun and not any(start <= hit.start < end for start, end in named):
            found.update(code for code in hit.form.targets if len(code) == 2)
    return found


def _is_people(text: str, start: int, end: int) -> bool:
    """Whether a word that is an adjective too ("Chinese") stands for people: behind a number, or before a verb."""
    return SAME_WORD.search(text[start:end]) is not None and NO_NOUN.match(text, end) is not None


SAME_WORD = re.compile(r"(?:ese|ch|sh|ss)$")
"""How the names of peoples end that have no form of their own as a noun."""
NO_NOUN = re.compile(
    r"\s+(?:who|whom|were|was|had|have|are|is|in|at|on|from|to|and|or|as|of|for|with|by|may|might|could|would|hired"
    r"|recruited|trained|sent|taken|killed|captured)\b|\s*[,.;:)]"
)


PLAIN = PERSONS | listed(
    "they them who he she him her you people others one ones husband son sons brother father boys boy youths youth "
    "nationals citizens compatriots compatriot countrymen members veterans ex-soldiers ex-soldier ex-servicemen "
    "servicemen soldiers retired former dozens hundreds thousands soldier student students"
)


def is_plain(words: str) -> bool:
    """Whether those who are taken are told as people or soldiers, and not as nurses or welders.

    >>> is_plain("72 retired soldiers"), is_plain("our nurses"), is_plain("91 Indians")
    (True, False, True)
    """
    held = set(re.findall(r"[a-z-]+", words.lower()))
    if held & PLAIN or {word.removesuffix("s") for word in held} & PLAIN or not held:
        return True
    return any(hit.form.sort in ("people", "adjective") for hit in load_aliases().find(words))
