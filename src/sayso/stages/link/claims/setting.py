"""What the words around a claim say of where, when, to how many and by whom: it tells one event from the next where the
claim's own fields are empty.

A news sentence seldom names all: "12 people were killed" stands in a clause of its own, and the town in the one before
it. So the whole sentence is looked at, by its words and not by its parse.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.countries import load_countries
from sayso.model import Argument, Claim, Quantity, Span
from sayso.model._record import record
from sayso.stages.link.claims.rivals import Count, count_of
from sayso.stages.link.kept import NONE, kept
from sayso.stages.link.nations import NATIONAL, towns_in
from sayso.stages.link.wording import content_words, stem
from sayso.stages.link.wordlists import PERSONS, listed

DOERS = frozenset({"killer", "attacker", "taker", "source", "detainer"})
"""Roles of those who do something to others."""
SUFFERERS = frozenset({"victim", "target", "taken", "detained", "missing"})
"""Roles of those whom it is done to."""
HURTFUL = frozenset({"ASSAULT", "COERCE"})
"""Families whose doers and sufferers are looked at."""
FATES = frozenset({"KILL", "WOUND", "SEIZE", "MISSING", "DETAIN", "BAN", "WITHHOLD", "SEARCH"})
"""Event types of these families that are never one event with another of them: the dead are not the wounded."""


@record
class Setting:
    """The surroundings of a claim. Empty sets say nothing."""

    towns: frozenset[str] = frozenset()
    """Towns and provinces that its sentence names after "in", "near", "from", in small letters; of attacks and arrests
    only, as the countries."""
    countries: frozenset[str] = frozenset()
    """ISO 3166 codes of countries in which its sentence places something."""
    years: frozenset[int] = frozenset()
    """Years that its sentence names."""
    marks: frozenset[str] = frozenset()
    """Words that set the time of what is told apart from that of the news: "last week", "since", "every day"."""
    names: frozenset[str] = frozenset()
    """Stems of names of persons, units and places among its participants; no countries and no known bodies."""
    parts: tuple[tuple[str, str], ...] = ()
    """(who, "did" or "suffered"), of those whom it tells as one of the two only."""
    number: str | None = None
    """Whether it was done to `one` or to `many`."""
    side: str | None = None
    """Whether those to whom it was done are of an `army`, `irregular`, `police` or `unarmed`; None for words that leave
    it open ("people", "recruits")."""
    count: Count | None = None
    """How many it was done to, by whose word."""
    taken: frozenset[str] = frozenset()
    """Stems of what was seized: "control" is seized of any town."""


NOWHERE = Setting()


def setting_of(claim: Claim, family: str, participants: Sequence[Argument]) -> Setting:
    """The surroundings of a claim, by its sentence and its participants."""
    sentence = claim.sentence.text
    hurtful = family in HURTFUL
    return Setting(
        towns=_towns(beside(claim, claim.sentence)) if hurtful else NONE,
        countries=_countries(beside(claim, claim.sentence)) if hurtful else NONE,
        years=_years(sentence),
        marks=_marks(sentence),
        names=kept(frozenset(name for each in participants for name in _names(each))),
        parts=_parts(participants) if hurtful else (),
        number=_number(claim, participants) if hurtful else None,
        side=_side(participants) if hurtful else None,
        count=count_of(claim),
        taken=kept(_taken(participants)) if claim.event_type == "SEIZE" else NONE,
    )


WHO = re.compile(r"\bwho\b.*$", re.DOTALL)
"""What a sentence tells before its trigger of who somebody is: those "who left a base in Ohio were caught" were not
caught in Ohio."""
LEFT = re.compile(
    r"\b(?:after|since|when|once)\s+(?:they|he|she)\s+(?:had\s+)?(?:vanish|disappear|escap|fle[de]|left|went missing"
    r"|failed to return|deserted|abscond)[^.;]*",
)
"""What it tells behind it of where somebody had gone from: "caught after they had fled from a prison in Ohio"."""


def beside(claim: Claim, span: Span) -> str:
    """The words of a span of a claim's sentence, blanks in the place of what tells of somewhere else."""
    sentence, at = claim.sentence.text, max(claim.trigger.start - claim.sentence.start, 0)
    shown = WHO.sub(_blank, sentence[:at]) + LEFT.sub(_blank, sentence[at:])
    start = max(span.start - claim.sentence.start, 0)
    return shown[start : start + len(span.text)]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


ARMY = listed("soldier soldiers troop troops marine marines serviceman servicemen guardsmen conscript conscripts")
IRREGULAR = listed(
    "rebel rebels militant militants insurgent insurgents gunman gunmen terrorist terrorists pirate pirates"
)
POLICE = listed("police policeman policemen constable constables")
UNARMED = listed(
    """civilian civilians citizen citizens resident residents villager villagers protester protesters demonstrator
    demonstrators child children woman women student students worker workers prisoner prisoners patient patients
    journalist journalists passenger passengers"""
)


def side_of(words: str) -> str | None:
    """Of which side those are whom some words name.

    >>> side_of("25 Taliban militants"), side_of("25 people")
    ('irregular', None)
    """
    told = re.findall(r"[a-z]+", words.lower())
    for side, held in (("army", ARMY), ("irregular", IRREGULAR), ("police", POLICE), ("unarmed", UNARMED)):
        if any(word in held for word in told):
            return side
    return None


def _side(participants: Iterable[Argument]) -> str | None:
    found = {side_of(CUT.split(each.span.text)[0]) for each in participants if each.role in SUFFERERS}
    return found.pop() if len(found) == 1 else None


LIGHT = frozenset(
    stem(word)
    for word in listed(
        """control power part parts much most area areas territory town towns city cities village key second largest
        number swath swaths further large more land ground several many hands possession"""
    )
)
CAPITAL = re.compile(r"\b([A-Z][a-z]+) capital\b")


def _taken(participants: Iterable[Argument]) -> frozenset[str]:
    """What was seized; a country's capital by its name."""
    words = " ".join(each.span.text for each in participants if each.role == "taken")
    capitals = {
        stem(capital.lower())
        for match in CAPITAL.finditer(words)
        for hit in load_aliases().find(match.group(1))
        for code in hit.form.targets
        for capital in _capitals(code)
    }
    found = frozenset(content_words(CAPITAL.sub(" ", words) if capitals else words)) - LIGHT
    return found | frozenset(capitals)


@lru_cache(maxsize=300)
def _capitals(code: str) -> tuple[str, ...]:
    country = load_countries().get(code)
    return country.capitals if country else ()


REGION = re.compile(
    r"\b((?:[A-Z][\w’'-]+[ -]){0,2}[A-Z][\w’'-]+) (?:province|district|city|governorate|region|oblast|county)\b"
    r"|\b(?:[Tt]own|[Cc]ity|[Vv]illage|[Pp]rovince|[Dd]istrict) of ((?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+)"
)
"""A named place by the word beside it: "Farah province", "the town of Taji"."""


@lru_cache(maxsize=50_000)
def _towns(sentence: str) -> frozenset[str]:
    found = {(a or b).lower() for a, b in REGION.findall(sentence)}
    return kept(towns_in(sentence) | found)


PLACED = re.compile(
    r"\b(?:in|across|inside|throughout|into|from)\s+(?:the\s+)?(?:[a-z]+\s+)?((?:[A-Z][\w’'-]+\s*){1,3})"
)


@lru_cache(maxsize=50_000)
def _countries(sentence: str) -> frozenset[str]:
    """Countries in which words place something, and those of capitals: "across Iraq", "in eastern Ukraine"."""
    found: set[str] = set()
    for match in PLACED.finditer(sentence):
        if BOUND.search(sentence[: match.start()]):
            continue
        hits = [hit for hit in load_aliases().find(match.group(1)) if hit.form.sort in ("country", "capital")]
        found.update(code for hit in hits[:1] for code in hit.form.targets if len(code) == 2)
    return kept(frozenset(found))


BOUND = re.compile(
    r"\b(?:cross\w*|border|frontier|enter\w*|way|bound|fle[ed]\w*|escap\w+)\s+(?:\w+\s+)?$", re.IGNORECASE
)
"""What stands before a country to which somebody is on the way: "caught trying to cross into" it, he is not there."""
YEAR = re.compile(r"(?<![\w,.$£€])(?:19|20)\d\d(?![\w,]*\d|\s+(?:people|men|women|soldiers|fighters|troops))\b")


@lru_cache(maxsize=50_000)
def _years(sentence: str) -> frozenset[int]:
    return kept(frozenset(int(each) for each in YEAR.findall(sentence)))


MARKS = re.compile(
    r"\b(?:last (?:week|month|year|summer|winter|spring|autumn|\w+day)|earlier (?:this|in the) (?:week|month|year|day)"
    r"|(?:the|a) (?:day|week|month|year) (?:before|earlier|after|later)|(?:weeks|months|years) (?:ago|earlier|before)"
    r"|(?:in|over|during) (?:recent|the (?:last|past)) (?:\w+ )?(?:days|weeks|months|years)|since|so far|to date"
    r"|(?:every|each|per|a) (?:day|week|month|year)|daily|previous(?:ly)?|ever|annually|in total"
    r"|up to \d{1,2} [A-Z][a-z]+|(?:raising|bringing|brings?|brought|raises?|raised) the (?:[\w-]+ ){0,5}to"
    r"|altogether|overall"
    r"|(?:other|another|separate|similar|second|third|different|latest|previous) (?:\w+ )?"
    r"(?:attacks?|incidents?|explosions?|blasts?|bombings?|bombs?|clashes|strikes?|raids?|shootings?))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=50_000)
def _marks(sentence: str) -> frozenset[str]:
    return kept(frozenset(match.lower() for match in MARKS.findall(sentence)))


@lru_cache(maxsize=50_000)
def _named(words: str) -> frozenset[str]:
    """Stems of names that no country, people or known actor bears."""
    known = {word for hit in load_aliases().find(words) for word in words[hit.start : hit.end].split()}
    told = re.findall(r"(?<![\w’'-])[A-Z][\w’'-]{2,}", words)
    return frozenset(
        stem(word.lower().removesuffix("'s").removesuffix("’s"))
        for word in told
        if word not in known and word.lower() not in TITLES
    )


TITLES = listed(
    """the a an president minister prime general colonel major captain lt col gen capt maj sgt sergeant mr mrs ms dr
    several some many most more all no two three four five six seven eight nine ten at about around officials his her
    their our he she they it we one former king prince governor mayor state islamic police army militants"""
)


def _names(argument: Argument) -> frozenset[str]:
    """Names of who or what takes part; of a person known by name, also those that the words do not repeat."""
    named = _named(argument.span.text)
    if argument.entity and argument.entity.startswith("person-"):
        named |= {argument.entity}
        if argument.value:
            named |= _named(argument.value)
    return named


PERSON_STEMS = frozenset(stem(word) for word in PERSONS)


def _parts(participants: Iterable[Argument]) -> tuple[tuple[str, str], ...]:
    did: set[str] = set()
    suffered: set[str] = set()
    for each in participants:
        told = {word for word in _heads(each.span.text) if word not in PERSON_STEMS}
        told |= {each.entity} if each.entity else set()
        did |= told if each.role in DOERS else set()
        suffered |= told if each.role in SUFFERERS else set()
    return tuple(sorted([(w, "did") for w in did - suffered] + [(w, "suffered") for w in suffered - did]))


CUT = re.compile(r"\s(?:of|in|at|from|who|that|which|by|for|with|on|near|inside|including|when|while)\s|[,(]")
"""What follows is not the head of a participant's words."""


@lru_cache(maxsize=50_000)
def _heads(words: str) -> frozenset[str]:
    """Stems of the words that name who takes part, without what is told of them; no figures and no nations.

    >>> sorted(_heads("25 Taliban militants in Farah"))
    ['militant']
    """
    head = CUT.split(words)[0]
    nations = {
        stem(word.lower())
        for hit in load_aliases().find(head)
        if hit.form.sort in NATIONAL
        for word in head[hit.start : hit.end].split()
    }
    known = {
        stem(word.lower()) for hit in load_aliases().find(head) for word in head[hit.start : hit.end].split()
    } - nations
    told = {word for word in content_words(head) if not word[0].isdigit() and word not in COUNTED}
    return frozenset(told - nations - known)


COUNTED = frozenset(
    stem(word)
    for word in listed(
        """people dozen dozens hundred hundreds thousand thousands million ten tens score scores one two three four five
        six seven eight nine twelve least several number another others member members dead them body bodies victim
        attack attacks bomb bombs explosion blast fighting clash clashes bombing shooting violence strike strikes"""
    )
)
MANY = re.compile(
    r"\b(?:dozens|hundreds|thousands|tens|scores|millions|a number of|several|many|numerous|people|they|them|men|women"
    r"|children|troops|forces|personnel|all|both|others)\b",
    re.IGNORECASE,
)
ONE = re.compile(r"^(?:an?|his|her|my|the|their|our|its|one|[\w ]+['’]s)\s", re.IGNORECASE)
PRONOUNS = listed("he him she her himself herself me i")
GROUPS = listed(
    """police people taliban dead staff crew family public army force military group convoy village town city country
    government territory population team unit militia control west east north south rest press media enemy checkpoint
    base isis isil militant's life body men women children troops"""
)
"""Heads without an ending of the plural that may stand for many, or for no person."""


def _number(claim: Claim, participants: Sequence[Argument]) -> str | None:
    """Whether one suffers or many; None where the words leave it open or tell both."""
    found = {_how_many(claim, each) for each in participants if each.role in SUFFERERS and each.role != "target"}
    return found.pop() if len(found) == 1 else None


def _how_many(claim: Claim, argument: Argument) -> str | None:
    counted = [q.low for q in claim.quantities if _stands_in(q, argument) and q.low is not None]
    words = argument.span.text
    if counted:
        return "many" if max(counted) >= 2 else "one" if max(counted) == 1 else None
    if MANY.search(words):
        return "many"
    if argument.entity and argument.entity.startswith("person-"):
        return "one"
    head = CUT.split(words)[0].split()
    if not head or " and " in words:
        return None
    last = head[-1].lower()
    if last in PRONOUNS:
        return "one"
    plural = last.endswith("s") and not last.endswith("ss")
    return "one" if not plural and last not in GROUPS and ONE.match(words) and last.isalpha() else None


def _stands_in(amount: Quantity, argument: Argument) -> bool:
    return argument.span.start <= amount.span.start < argument.span.end
