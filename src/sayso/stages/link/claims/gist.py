"""What a claim says, cut to what can be compared with other claims."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from sys import intern

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.packs import load_packs
from sayso.model import Argument, Claim, Money, Period, Place, Quantity
from sayso.model._record import record
from sayso.stages.link.claims.article import NO_DRIVE, POOLS, TAKEN, Drive, is_plain
from sayso.stages.link.claims.occasion import Occasion, is_long_ago, occasion_of
from sayso.stages.link.claims.setting import NOWHERE, Setting, beside, setting_of
from sayso.stages.link.claims.story import Topic
from sayso.stages.link.kept import kept, kept_record
from sayso.stages.link.nations import named_nations, nation_of, towns_in
from sayso.stages.link.wording import content_words

LOCATING = frozenset({"point", "town", "district"})


@record
class Gist:
    """A claim's typed fields and content words."""

    claim: str
    """Claim id."""
    document: str
    event_type: str
    family: str
    """The PLOVER type that the event type is a case of."""
    roles: Mapping[str, frozenset[str]]
    """Role -> entity ids."""
    entities: frozenset[str]
    """All entity ids."""
    fillers: Mapping[str, frozenset[str]]
    """Role -> stems of what fills it, resolved or not."""
    nations: Mapping[str, frozenset[str]]
    """Role -> countries of what fills it, by entity or by the words ("Afghan soldiers": AF)."""
    places: frozenset[str]
    """Ids or names of exact places (district or finer)."""
    towns: frozenset[str]
    """Names, in small letters, of what its own words place it in or bring its people from, resolved or not; no
    countries and capitals."""
    countries: frozenset[str]
    period: Period | None
    """Without the words and the basis of it."""
    figures: frozenset[float]
    """Bounds of its quantities and money."""
    words: Mapping[str, float]
    """Stem -> weight; names and figures weigh more than other words."""
    drive: Drive = NO_DRIVE
    """Whose people are taken for whose war: by the claim's own words, else by what its article is about; empty for
    claims of anything else."""
    occasion: Occasion | None = None
    """When it happened, of what happens again and again; None when not known."""
    told: date | None = None
    """First possible day of its publication."""
    state: bool = False
    """Whether it tells how people are placed ("98 are at the front"), and not that they are taken there."""
    setting: Setting = NOWHERE
    """What the words around it say of where, when, to how many and by whom."""
    topic: Topic | None = None
    """What its document is about; None where that is not asked for."""


def gist_of(
    claim: Claim, document: str, about: Drive = NO_DRIVE, told: date | None = None, topic: Topic | None = None
) -> Gist:
    """Cut a claim to what is compared. `about` is the drive that its document is about, `told` the first possible day
    of its publication, `topic` its telling words."""
    roles: dict[str, set[str]] = {}
    taking_part = [a for a in claim.arguments if not is_setting(claim, a)]
    for argument in taking_part:
        if argument.entity:
            roles.setdefault(argument.role, set()).add(_stood_for(argument.role, argument.entity))
    amounts: tuple[Quantity | Money, ...] = (*claim.quantities, *claim.money)
    fillers: dict[str, set[str]] = {}
    for argument in taking_part:
        fillers.setdefault(argument.role, set()).update(_stems(f"{argument.span.text} {argument.value or ''}"))
    figures = [v for q in amounts for v in (q.low, q.high) if v is not None]
    nations = _nations(taking_part)
    return Gist(
        claim=claim.id,
        document=document,
        event_type=intern(claim.event_type),
        family=family_of(claim.event_type),
        roles=_filled(tuple((role, kept(frozenset(ids))) for role, ids in roles.items())),
        nations=_filled(tuple((role, kept(codes)) for role, codes in nations.items())),
        fillers=_filled(tuple((role, kept(frozenset(words))) for role, words in fillers.items())),
        entities=kept(frozenset(e for ids in roles.values() for e in ids)),
        places=kept(
            frozenset(_place_key(p) for p in claim.places if p.precision in LOCATING and beside(claim, p.span).strip())
        ),
        towns=kept(_towns(claim)),
        countries=kept(frozenset(p.country for p in claim.places if p.country and not is_at_border(claim, p))),
        period=kept_record(replace(claim.period, span=None, basis="")) if claim.period else None,
        figures=kept(frozenset(figures)),
        words=content_words(claim.content.text),
        drive=_drive(claim, taking_part, nations, NO_DRIVE if is_long_ago(claim, told) else about),
        state=claim.sort == "state" and claim.event_type in TAKEN,
        occasion=occasion_of(claim, family_of(claim.event_type), told),
        told=told,
        setting=kept_record(setting_of(claim, family_of(claim.event_type), taking_part)),
        topic=topic,
    )


def _drive(claim: Claim, taking_part: Sequence[Argument], nations: Mapping[str, frozenset[str]], about: Drive) -> Drive:
    """The drive that a claim of recruiting or sending people to war is about."""
    pools = [a for a in taking_part if a.role in POOLS]
    if claim.sort == "state":
        return NO_DRIVE  # "98 are at the front": where men are, and not that they are taken
    if claim.event_type not in TAKEN or not all(is_plain(a.span.text) for a in pools):
        return NO_DRIVE
    if is_refused(claim):
        return NO_DRIVE
    pool = frozenset(code for role in POOLS for code in nations.get(role, ())) or (
        nations.get("origin") or _whence(claim)
    )
    side = frozenset(code for role in SIDES for code in nations.get(role, ()))
    pool, side = pool or about.pool, side or about.side
    return Drive(pool=kept(pool), side=kept(side)) if pool and side and not pool & side else NO_DRIVE


REFUSED = re.compile(
    r"\b(?:(?:do|does|did)(?:n['’]t|\s+not)\s+(?:want|wish|intend|agree)|refus\w+|unwilling|reluctan\w+|declin\w+"
    r"|ban(?:s|ned|ning)?|prohibit\w*|forb[ai]d\w*|outlaw\w*|dissuad\w+|kept\s+from|criminali[sz]\w+)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What stands before being taken for a war where it does not come about."""


def is_refused(claim: Claim) -> bool:
    """Whether it tells that somebody does not want to fight, or is kept from it: he is not taken for a war, and nobody
    denies thereby that others are."""
    return REFUSED.search(_around(claim)) is not None


FROM = re.compile(r"\bfrom\s+((?:[A-Z][\w’'-]+\s*){1,3})")


def _whence(claim: Claim) -> frozenset[str]:
    """Whose people a claim's own words bring from somewhere: "foreigners from Turkmenistan"."""
    return frozenset(code for match in FROM.finditer(claim.content.text) for code in named_nations(match.group(1)))


def _around(claim: Claim) -> str:
    """The words of a claim's sentence before its trigger."""
    return claim.sentence.text[: max(claim.trigger.start - claim.sentence.start, 0)]


SIDES = ("recruiter", "force", "payer", "deployer")
"""Roles of those for whom people are taken."""


def _stood_for(role: str, entity: str) -> str:
    """Whom an entity stands for in a role: who fights for a president fights for his country."""
    code = nation_of(entity) if role == "force" and _is_person(entity) else None
    return f"{code.lower()}-government" if code else entity


SETTING = re.compile(r"\b(?:in|inside|within|across|throughout)\s+(?:the\s+)?$")
"""What stands before a place where something is done; a body that somebody fights for or joins stands after no such."""


def is_setting(claim: Claim, argument: Argument) -> bool:
    """Whether the words in the role of a force only say where: "recruited in Iran"."""
    if argument.role != "force":
        return False
    before = claim.sentence.text[: max(argument.span.start - claim.sentence.start, 0)]
    return argument.span.text[:1].isupper() and SETTING.search(before[-24:]) is not None


@lru_cache(maxsize=50_000)
def _filled(roles: tuple[tuple[str, frozenset[str]], ...]) -> Mapping[str, frozenset[str]]:
    """Roles with what fills them, kept once: the claims of one story repeat them. Never changed."""
    return dict(roles)


@lru_cache(maxsize=50_000)
def _stems(words: str) -> frozenset[str]:
    """The stems of a participant's words: the same few names come again and again."""
    return kept(frozenset(content_words(words)))


def _nations(arguments: Sequence[Argument]) -> dict[str, frozenset[str]]:
    """Role -> countries of its fillers; a role that any filler of no known country fills is left out."""
    found: dict[str, frozenset[str]] = {}
    for argument in arguments:
        code = nation_of(argument.entity) if argument.entity else None
        codes = frozenset({code}) if code else named_nations(argument.span.text)
        found[argument.role] = found.get(argument.role, frozenset()) | codes
    return {role: codes for role, codes in found.items() if codes}


ELSEWHERE = frozenset({"MOBILIZE"})
"""Families whose place may be that of their beginning or of their end: men are recruited in one, to fight in
another."""


BORDER = re.compile(r"[\w/ ]{0,30}\b(?:border|frontier)\b", re.IGNORECASE)
"""What follows a country or people that has its border there."""


def is_at_border(claim: Claim, place: Place) -> bool:
    """Whether a place is a country by whose border something is done: on which side of it the words leave open."""
    after = claim.sentence.text[max(place.span.end - claim.sentence.start, 0) :]
    return place.precision == "country" and BORDER.match(after) is not None


def _towns(claim: Claim) -> frozenset[str]:
    """Of recruiting, only where people come from: where it is done and where they fight are two places of one thing."""
    if family_of(claim.event_type) in ELSEWHERE:
        return towns_in(claim.content.text, only_from=True)
    return towns_in(beside(claim, claim.content)) | {
        p.name.lower() for p in claim.places if p.precision in LOCATING and beside(claim, p.span).strip()
    }


def fit(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of entities in one role can mean the same: one in common, or of one country ("Moscow",
    "Wagner").

    >>> fit(frozenset({"af-armed-forces"}), frozenset({"ana-commandos"}))
    True
    >>> fit(frozenset({"ru-armed-forces"}), frozenset({"yevgeny-prigozhin"}))
    False
    """
    if not left.isdisjoint(right):
        return True
    return any(_can_be_one(a, b) for a in left for b in right)


def _can_be_one(a: str, b: str) -> bool:
    """Whether one can be a name for the other: of one country, and no person beside a body other than its
    government."""
    if nation_of(a) is None or nation_of(a) != nation_of(b):
        return False
    persons = sum(_is_person(e) for e in (a, b))
    return persons != 1 or any(e.endswith("-government") for e in (a, b))


@lru_cache(maxsize=50_000)
def _is_person(entity: str) -> bool:
    """Whether the table of known actors has it as a person."""
    actor = load_aliases().actors.get(entity)
    return actor is not None and actor.kind == "person"


def _place_key(place: Place) -> str:
    return str(place.geonames_id) if place.geonames_id else place.name.lower()


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for pack in load_packs(("foreign_fighters",)):
        for each in pack.types:
            found.setdefault(each.name, each.parent)
    return found


def family_of(event_type: str) -> str:
    """The PLOVER type that an event type is a case of; itself where no shipped pack has it."""
    return _families().get(event_type, event_type)
