"""What of one claim is looked at for a drive: whom it takes for whom, how many, on whose word, and what it denies."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from sayso.model import Argument, Claim, Document, Factuality, Span
from sayso.model._record import record
from sayso.stages.link.claims.answering import (
    answers,
    doubted_names,
    doubts_actor,
    ended,
    is_called_false,
    is_left_open,
)
from sayso.stages.link.claims.article import is_plain, peoples_in, sides_in
from sayso.stages.link.claims.contradictions import is_by_accused
from sayso.stages.link.claims.cues import Will, is_of_minors, is_of_own_will, will_of
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.claims.numbers import Number, number_of
from sayso.stages.link.claims.outright import NOTHING, Taking, Telling
from sayso.stages.link.claims.standing import Stand, stand_of
from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.aside import FATES, why_aside
from sayso.stages.link.nations import named_nations
from sayso.stages.link.voices.idle import why_idle
from sayso.stages.link.voices.private import CLOSE
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wording import content_words

PARTS = frozenset({"RECRUIT", "DEPLOY", "TRANSFER", "TRAIN", "OFFER", "CONTACT"})
"""Event types by which people come to fight: what a claim of them says is a part of the drive."""
TAKEN_ROLES = (
    "recruit_pool",
    "deployed",
    "traveller",
    "trainee",
    "recipient",
    "approached",
    "victim",
    "detained",
    "missing",
)
"""Roles of those who are taken, sent, paid or hurt."""
SIDE_ROLES = ("recruiter", "force", "payer", "deployer", "trainer", "offerer", "mover", "approacher")
"""Roles of those who take them."""
SETTING = ("destination", "location", "place")
"""Roles that say where."""
CLAUSE = 4
"""Words from which on an offer is a whole clause: what men were told that they would do."""


@record
class Part:
    """A claim that can be a part of a drive."""

    id: str
    """Claim id."""
    event_type: str
    factuality: Factuality
    polarity: Literal["positive", "negative"]
    stand: Stand
    people: frozenset[str]
    """Countries of those who are taken; empty where it does not tell."""
    side: frozenset[str]
    """Countries of those who take them; empty where it does not tell."""
    nameless: bool
    """Whether those hurt or held are told as "him" or "the men": they may be people of the drive. True of all who are
    not hurt or held."""
    told_people: frozenset[str] = frozenset()
    """Countries whose people its sentence names, where somebody is hurt or held; that it or those around it name, where
    it tells half of a drive."""
    told_sides: frozenset[str] = frozenset()
    """Countries for which these say that somebody fights, likewise."""
    where: frozenset[str] = frozenset()
    """Countries in which it goes on; empty where it does not tell."""
    denied_in: frozenset[str] = frozenset()
    """Countries in which it is denied to have been done: "hired nobody in Sweden"; empty of what is not denied."""
    stems: frozenset[str] = frozenset()
    """Of its telling words."""
    number: Number | None = None
    """How many people are taken, sent, hurt or held; None where it does not tell."""
    compatriots: bool = False
    """Whether they are called citizens or compatriots of whoever speaks."""
    pairs: frozenset[Pair] = frozenset()
    """Drives that it tells of by itself or beside a claim that does; empty where it is about what its document is."""
    taking: Taking = "no"
    """Whether it tells of taking one country's people for another's war: what makes a drive (`Telling.taking`)."""
    idle: str = ""
    """Why its voice adds nothing to it; empty where it does."""
    aside: str = ""
    """Why its voice adds nothing by this claim, though it may by another one; empty where it does."""
    at_war: bool
    """Whether it tells of war or of one's own kin, and not of others' journey or pay alone."""
    teller: Teller
    """On whose word it rests."""
    answers: bool = False
    """Whether it denies what others say, and does not only tell that something stopped."""
    nobody: bool = False
    """Whether it says that nobody was: "none of them died"."""
    by_accused: bool = False
    """Whether it is denied by the one who is said to have done it, by the words of its document."""
    minors: bool = False
    """Whether it is said of minors."""
    doubts: frozenset[str] = frozenset()
    """Stems of the names of those whose part in it is doubted; empty where nobody's is."""
    unpaid: bool = False
    """Whether it tells that somebody was not paid, which does not deny what he was promised."""
    heard: bool = True
    """Whether its document shows that somebody spoke to its own outlet, or that its people saw something."""
    will: Will = ""
    """Whether those taken are told to have been forced or deceived, or to have gone by their own will."""
    of_some: bool = False
    """Whether it is told of "they", "he" or some of them, and nobody is named who takes them: "the others did not
    enlist" says what these did."""


ACCUSED = re.compile(
    r"\b(?:accus\w+|suspect\w*|traffick\w+|charge[sd]?|charges|bail|remand\w*|court|magistrate|jail\w*|arrest\w*|convict\w*"
    r"|sentenc\w+|alleged\w*|custody)\b",
    re.IGNORECASE,
)
"""Words of a case: brokers are arrested, and the men are captured."""
NOBODY = re.compile(r"(?:not (?:one|a single|any)|no(?! (?:more|fewer|less)\b)|nobody|none|no one)\b", re.IGNORECASE)
"""Who was not taken: "not one man was hired by us"."""
PLAIN_PARTS = frozenset({"DEPLOY"})
"""Types that are of a war by themselves, while men are signed up for many things, and brokers are held."""
AT_WAR = re.compile(
    r"\b(?:recruit\w*|enlist\w*|conscript\w*|mercenar\w+|fight\w*|fought|war|front|army|armies|soldiers?|troops|ranks"
    r"|military|rifles?|guns?|trench\w*|uniform\w*|weapons?|arms|combat|battle\w*|drones?|camps?|units?|barracks|train\w*"
    r"|killed|dead|died?|dies|dying|wound\w*|captur\w*|prisoners?|captiv\w*|legion|regiment|battalion|brigade|commandos?|fighters?)\b",
    re.IGNORECASE,
)


CAPTIVE = re.compile(r"\b(?:prisoner|captive|prisoner of war|POW|deserter)$", re.IGNORECASE)
"""Who speaks of war whatever he tells: one whom it left in captivity."""
OWN_KIN = re.compile(rf"\b(?:my|our|his|her) (?:\w+ )?(?:{CLOSE})\b", re.IGNORECASE)
"""Those of whom a witness speaks as his own: "two of his relatives"."""


def part_of(claim: Claim, gist: Gist, teller: Teller, document: Document, told: Telling = NOTHING) -> Part:
    """What of a claim of a document is looked at."""
    taken = [a for a in claim.arguments if a.role in TAKEN_ROLES]
    hurt = claim.event_type in FATES
    sentence = claim.sentence.text
    nobody = claim.factuality != "possible" and any(NOBODY.match(a.span.text) for a in taken)
    denies = nobody or is_called_false(claim)  # "no soldier was tried for having gone" leaves open whether any went
    accused = claim.event_type == "DETAIN" and ACCUSED.search(sentence) is not None
    return Part(
        id=claim.id,
        event_type=claim.event_type,
        factuality="negated" if denies else claim.factuality,
        polarity="negative" if denies else claim.polarity,
        stand="against" if denies else stand_of(claim),
        people=frozenset(code for role in TAKEN_ROLES for code in gist.nations.get(role, ())),
        side=frozenset(code for role in SIDE_ROLES for code in gist.nations.get(role, ())),
        nameless=not hurt or (bool(taken) and not accused and all(is_recruit(a.span.text) for a in taken)),
        told_people=frozenset(peoples_in(sentence)) if hurt and not accused else frozenset(),
        told_sides=frozenset(sides_in(sentence)) if hurt and not accused else frozenset(),
        where=frozenset(c for a in claim.arguments if a.role in SETTING for c in named_nations(a.span.text)),
        denied_in=frozenset(p.country for p in claim.places if p.country and _is_in(p.span, claim))
        if denies or claim.polarity == "negative"
        else frozenset(),
        stems=frozenset(content_words(sentence if claim.polarity == "negative" else claim.content.text)),
        number=number_of(claim, taken),
        compatriots=any(COMPATRIOTS.search(a.span.text) for a in taken),
        pairs=told.pairs,
        taking="no" if denies else told.taking,
        idle=why_idle(teller, document) or "",
        aside=why_aside(claim, taken, teller) or "",
        at_war=claim.event_type in PLAIN_PARTS
        or AT_WAR.search(sentence) is not None
        or CAPTIVE.search(teller.name or "") is not None
        or _counts_approached(claim)
        or any(OWN_KIN.search(a.span.text) for a in taken),
        teller=teller,
        answers=(denies or answers(claim)) and not ended(claim) and not is_left_open(claim),
        nobody=any(NOBODY.match(a.span.text) for a in taken),
        by_accused=claim.polarity == "negative" and is_by_accused(claim, document.text),
        minors=is_of_minors(sentence),
        doubts=doubted_names(claim) if doubts_actor(claim) else frozenset(),
        will=_will_of(claim, denied=denies or answers(claim)) if claim.event_type in TAKING_TYPES else "",
        of_some=_is_of_some(claim, taken),
        unpaid=claim.event_type == "OFFER" and UNPAID.search(sentence) is not None,
    )


def _counts_approached(claim: Claim) -> bool:
    """Whether it counts those approached to work or fight for a side: "61 men were approached to work for Norway"."""
    return claim.event_type == "CONTACT" and bool(claim.quantities) and bool(sides_in(claim.sentence.text))


def _will_of(claim: Claim, *, denied: bool) -> Will:
    """How people are told to have come; of a denial, what it denies: "had not gone of their own will" denies that they
    went willingly, "hired nobody, they came of their own will" that they were hired."""
    if not denied:
        return will_of(claim.sentence.text)
    if is_of_own_will(claim.sentence.text[claim.trigger.start - claim.sentence.start :]):
        return "free"
    return "forced" if will_of(claim.content.text, denied=True) == "forced" else ""


SOME = re.compile(
    r"(?:he|him|she|her|they|them|we|us|I|me|(?:the )?others?|the rest|(?:the )?(?:one|two|three|four|five|six)"
    r"(?: (?:others?|men|boys|women|of (?:them|us|the \w+)))?)$",
    re.IGNORECASE,
)


def _is_of_some(claim: Claim, taken: Sequence[Argument]) -> bool:
    """Whether a claim tells what some did who were met before, and of nobody who takes them."""
    by = any(a.role in SIDE_ROLES for a in claim.arguments)
    return not by and bool(taken) and all(SOME.match(a.span.text) for a in taken)


UNPAID = re.compile(
    r"(?:\b(?:never|not|nothing|no money)|n['’]t)\b[^.;]{0,20}\b(?:paid|received|seen|saw|given)\b"
    r"|\bunpaid\b",
    re.IGNORECASE,
)
"""Who was not paid does not deny that he was promised it."""


IN = re.compile(r"\b(?:in|inside|within|on the soil of|on the territory of) (?:the )?$", re.IGNORECASE)


def _is_in(place: Span, claim: Claim) -> bool:
    """Whether a claim's words place it in a place: "in Sweden", and not "from Sweden"."""
    before = claim.sentence.text[: max(place.start - claim.sentence.start, 0)]
    return claim.content.covers(place) and IN.search(before) is not None


TAKING_TYPES = frozenset({"RECRUIT", "DEPLOY", "TRANSFER", "OFFER"})
"""Event types that tell of taking people, by whatever means."""
COMPATRIOTS = re.compile(
    r"\b(?:compatriots?|countrymen|(?:its|our|their) (?:\w+ )?(?:citizens|nationals))\b", re.IGNORECASE
)


BARE = re.compile(r"(?:(?:at least|up to|about|some|only|all|the)\s+)?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)$", re.IGNORECASE)


def with_bare_counts(parts: Sequence[Part], claims: Mapping[str, Claim]) -> list[Part]:
    """Parts in which those hurt or held stand as a mere number ("sixteen deaths") with the people of the one of their
    sort before it, where that is of a drive's people."""
    made: list[Part] = []
    last: dict[str, Part] = {}
    for part in sorted(parts, key=lambda one: claims[one.id].trigger.start):
        before = last.get(part.event_type)
        if (
            before is not None
            and part.event_type in FATES
            and part.number is not None
            and not part.people
            and _is_bare(claims[part.id])
        ):
            part = replace(
                part, people=before.people, compatriots=before.compatriots, nameless=True, pairs=before.pairs
            )
        if part.event_type in FATES and (part.people or part.compatriots):
            last[part.event_type] = part
        made.append(part)
    return made


def _is_bare(claim: Claim) -> bool:
    """Whether those hurt or held are told by a number alone."""
    taken = [a for a in claim.arguments if a.role in TAKEN_ROLES]
    return bool(taken) and all(
        BARE.match(a.span.text) and any(a.span.covers(q.span) or a.span.overlaps(q.span) for q in claim.quantities)
        for a in taken
    )


RECRUITS = re.compile(
    r"\b(?:him|he|her|she|them|they|himself|son|sons|husband|brother|recruits?|fighters?|mercenar(?:y|ies)|volunteers?"
    r"|compatriots?|(?:its|our|their|whose) (?:\w+ )?(?:citizens|nationals|countrymen)|citizens"
    r"|the men|young men|youths?|of (?:them|the men|us))\b",
    re.IGNORECASE,
)


def is_recruit(words: str) -> bool:
    """Whether those told of may be people of the drive without being named so.

    >>> is_recruit("five of the men"), is_recruit("two bakers")
    (True, False)
    """
    return RECRUITS.search(words) is not None and is_plain(words)
