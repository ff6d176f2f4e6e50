"""Whether one claim tells of taking people for a war, and whose people for whose war by its own words.

A state's own troops abroad, allies who fight side by side, a player who signs for a club: none of these are taken for
another's war. "Its army" and "its citizens" are those of the country named last before it in the sentence.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.model import Argument, Claim
from sayso.model._record import record
from sayso.stages.link.claims.article import ARMED, HIRES, NAME, is_plain
from sayso.stages.link.claims.gist import Gist, is_setting
from sayso.stages.link.nations import NATIONAL, named_nations, nation_of

Pair = tuple[str, str]
"""ISO 3166 codes: whose people, for whose war."""
POOL_ROLES = ("recruit_pool", "deployed", "traveller", "trainee", "recipient", "approached", "victim", "detained")
"""Roles of those who are taken, sent, paid or hurt."""
TAKER_ROLES = ("recruiter", "payer", "deployer", "trainer", "offerer", "mover", "approacher")
"""Roles of those who take them, where no force is told of."""
FATES = frozenset({"KILL", "WOUND", "DETAIN"})
"""What became of those who were taken: no drive by itself, but "died for Norway" tells what for."""
SENDING = frozenset({"DEPLOY", "TRANSFER"})
"""Event types by which one country sends another's fighters to a third one's war."""
HIRED = re.compile(
    r"\b(?:mercenar(?:y|ies)|fighters?|recruits?|volunteers?|militants?|jihadis?t?s?|militiamen|gunmen)\b",
    re.IGNORECASE,
)
"""Those who are sent as fighters and are not a state's own troops."""
FOR_HIRE = re.compile(r"\bmercenar(?:y|ies)\b|\brecruits\b|\bhired\b", re.IGNORECASE)
"""Those who fight for another, whoever sends them."""
LURED = re.compile(
    r"\b(?:lur|trick|coerc|forc|dup|entic|press|conscript|recruit|enlist|cheat|deceiv|sent|send)\w*\b"
    r"(?:\W+[\w’'-]+){0,6}?\W+(?:front|front ?lines?|army|war|military|ranks|trenches|combat|battle\w*|fight\w*)\b",
    re.IGNORECASE,
)
"""Taking people told as an offer or a journey: "lured to the front with promises"."""
BESIDE = re.compile(r"^\W*(?:\w+\W+){0,2}?(?:alongside|beside|with|next\s+to|together\s+with)\b", re.IGNORECASE)
"""What stands behind "fight" where two sides are allies."""
OWN_FORCES = re.compile(
    r"\b(?:forces|troops|army|armies|military|soldiers|police|navy|marines|units?|brigades?|government|air\s+force|guards?)\b",
    re.IGNORECASE,
)
"""A state's own, who fight beside an ally and are not taken by it."""
JOINING = re.compile(r"(?:re)?join|fight|fought|serv", re.IGNORECASE)
UNITS = re.compile(
    r"\b(?:forces|troops|army|armies|military|navy|units?|brigades?|government|air\s+force|police|(?:war)?planes|(?:war)?ships"
    r"|jets|aircraft|tanks|helicopters|drones|bombers|frigates)\b",
    re.IGNORECASE,
)
"""What is sent by a state as a whole."""
FORMER = re.compile(r"\b(?:former|ex|retired|onetime|veteran)\b|\bex-", re.IGNORECASE)
OWNED = re.compile(r"\b(?:its|their|our)\b", re.IGNORECASE)
COUNTRYMEN = re.compile(
    r"^(?:(?:some|many|several|young|\d+)\s+)?(?:citizens|nationals|compatriots|countrymen)$", re.IGNORECASE
)
"""Of whose country somebody speaks without a word: "coerced citizens into the army", said by a government."""
FROM = re.compile(
    r"^\s+(?:who\s+(?:come|came|are)\s+)?from\s+(?:the\s+)?((?:[A-Z][\w’'-]+(?:\s+(?:and\s+)?|,\s+))*[A-Z][\w’'-]+)"
)
WAR_AT = re.compile(
    r"\b(?:war|front|front ?line|fight(?:ing)?|battle\w*|conflict|invasion|campaign)\b.*?\b(?:in|of|on|against)\b", re.I
)
"""A force that only says where the war is, or whom it is against: "for the war in Norway"."""
NOT_OF = re.compile(r"\b(?:rivals?|enem(?:y|ies)|foes?|opponents?|adversar(?:y|ies))\b", re.IGNORECASE)
"""Whose force it is not, in "the service of Norway's rivals"."""
UNARMED = re.compile(
    r"\b(?:clubs?|teams?|squads?|universit\w+|colleges?|schools?|(?<!military )(?<!security )compan(?:y|ies)|firms?"
    r"|leagues?|part(?:y|ies)|unions?|parliament|choirs?|bands?|orchestras?|newspapers?|hospitals?|corporations?"
    r"|banks?|organi[sz]ations?|agenc(?:y|ies)|authorit(?:y|ies)|ministr(?:y|ies)|committees?|associations?)\b",
    re.IGNORECASE,
)
"""What people join or sign for without going to war."""
PLAINLY = re.compile(
    rf"\b(?:fight|fights|fought|fighting|serve|serves|served|serving|die|dies|died|dying)\s+(?:and\s+\w+\s+)?(?:as\s+\w+\s+)?"
    rf"(?:alongside|for|on\s+behalf\s+of)\s+(?:the\s+)?{NAME}(?:['’]s)?\b"
    rf"|\b{HIRES}\s+(?:\w+\s+){{0,3}}?(?:by|for|into)\s+(?:the\s+)?{NAME}(?:['’]s)?\b"
    rf"|\b(?:join\w*|ranks\s+of|side\s+of)\s+(?:the\s+)?{NAME}(?:['’]s)?(?:\s+[a-z]+)?\s+{ARMED}\b"
)
"""For whom people fight, in words that no participant of a claim holds."""
SAID = frozenset({"asserted", "probable", "possible", "planned"})
"""Firmnesses of a claim that makes a drive."""
FOREIGN = re.compile(r"\bforeign(?:ers?)?\b", re.IGNORECASE)


@record
class Countries:
    """Whose people and whose war one claim names."""

    people: frozenset[str]
    side: frozenset[str]
    takers: frozenset[str] = frozenset()
    """Who take them, where these are others than the side."""
    told: frozenset[str] = frozenset()
    """All countries in the roles of those who take them."""

    @property
    def pairs(self) -> frozenset[Pair]:
        """All drives of these people for these sides."""
        return paired(self.people, self.side)


def paired(people: frozenset[str], side: frozenset[str]) -> frozenset[Pair]:
    """All drives of some people for some sides; none of a country for itself."""
    return frozenset((p, s) for p in people for s in side if p != s)


def countries_in(claim: Claim, gist: Gist) -> Countries:
    """The people and the side that a claim names by its own words and those of its sentence."""
    people = frozenset(code for role in POOL_ROLES for code in gist.nations.get(role, ())) or _hinted_people(claim)
    if claim.event_type in SENDING:
        return _sent(claim, people, gist)
    takers = frozenset(code for role in TAKER_ROLES for code in gist.nations.get(role, ())) or _it(claim)
    takers = frozenset[str]() if _are_firms(claim) else takers - people
    side = _force(claim) - people or takers
    if not side and people and claim.event_type in ("RECRUIT", *FATES):
        side = _plainly_for(claim) - people
    told = frozenset(code for role in ("force", *TAKER_ROLES) for code in gist.nations.get(role, ()))
    return Countries(people=people, side=side, takers=takers - side, told=told)


def _are_firms(claim: Claim) -> bool:
    """Whether those who take people are firms, whose country has no war by that: "hired by a Danish company"."""
    takers = [a for a in claim.arguments if a.role in TAKER_ROLES]
    return bool(takers) and all(FIRM.search(a.span.text) for a in takers)


FIRM = re.compile(
    r"(?<!military )(?<!mercenary )\b(?:compan(?:y|ies)|firms?|agenc(?:y|ies)|employers?|contractors?|businesses)\b",
    re.IGNORECASE,
)


def _it(claim: Claim) -> frozenset[str]:
    """The country that "it" leads back to, where it takes people: "Norway denies that it hires Swedes"."""
    found = [a for a in claim.arguments if a.role in TAKER_ROLES and a.span.text.lower() == "it"]
    named = _named_before(claim.sentence.text, found[0].span.start - claim.sentence.start) if found else None
    return frozenset({named}) if named else frozenset()


def _force(claim: Claim) -> frozenset[str]:
    """The countries of the forces that people are taken into."""
    found: set[str] = set()
    for argument in claim.arguments:
        words = argument.span.text
        if argument.role == "force" and not (
            is_setting(claim, argument) or WAR_AT.search(words) or _is_not_of(claim, argument)
        ):
            code = nation_of(argument.entity) if argument.entity else None
            found |= {code} if code else named_nations(words) or _owner(claim, argument)
    return frozenset(found)


def _is_not_of(claim: Claim, argument: Argument) -> bool:
    """Whether a force is that of somebody else's enemy, or none that goes to war."""
    around = claim.sentence.text[max(0, argument.span.start - claim.sentence.start) :][: len(argument.span.text) + 20]
    return NOT_OF.search(around) is not None or UNARMED.search(argument.span.text) is not None


def _sent(claim: Claim, people: frozenset[str], gist: Gist) -> Countries:
    """Of fighters who are sent: the war is that of the country to which, where another than their own sends them."""
    senders = frozenset(code for role in TAKER_ROLES for code in gist.nations.get(role, ())) - people
    to = (
        frozenset(code for a in claim.arguments if a.role == "destination" for code in named_nations(a.span.text))
        - people
    )
    hired = any(FOR_HIRE.search(a.span.text) for a in claim.arguments if a.role in POOL_ROLES)
    side = (to or senders) if senders or hired else frozenset[str]()
    return Countries(people=people, side=side, takers=senders - side)


def _hinted_people(claim: Claim) -> frozenset[str]:
    """Whose people they are where the words for them name no country: where they are from, whose citizens they are."""
    found: set[str] = set()
    for argument in claim.arguments:
        if argument.role == "origin":
            found |= named_nations(argument.span.text)
        elif argument.role in POOL_ROLES and (is_plain(argument.span.text) or FOREIGN.search(argument.span.text)):
            found |= _from(claim, argument) or _owner(claim, argument) or _speakers(claim, argument)
    return frozenset(found)


def _from(claim: Claim, argument: Argument) -> frozenset[str]:
    behind = FROM.match(claim.sentence.text[max(0, argument.span.end - claim.sentence.start) :])
    return named_nations(behind.group(1)) if behind else frozenset()


def _owner(claim: Claim, argument: Argument) -> frozenset[str]:
    """The country that "its" or "their" leads back to: the one named last before it in the sentence."""
    if OWNED.search(argument.span.text) is None:
        return frozenset()
    named = _named_before(claim.sentence.text, argument.span.start - claim.sentence.start)
    return frozenset({named}) if named else frozenset()


def _speakers(claim: Claim, argument: Argument) -> frozenset[str]:
    """The country of a government that speaks of "citizens"."""
    if COUNTRYMEN.search(argument.span.text) is None or not claim.chain:
        return frozenset()
    return named_nations(claim.chain[-1].name)


@lru_cache(maxsize=20_000)
def _named_before(sentence: str, at: int) -> str | None:
    """The country that a sentence names last before a place, by name, people, capital or body."""
    found = None
    for hit in load_aliases().find(sentence):
        if hit.end > at:
            break
        codes = set(hit.form.targets) if hit.form.sort in NATIONAL else set()
        codes = {code for code in codes if len(code) == 2} | {c for t in hit.form.targets if (c := nation_of(t))}
        if len(codes) == 1:
            found = next(iter(codes))
    return found


def _plainly_for(claim: Claim) -> frozenset[str]:
    """The countries for which a claim's words say that people fight or are hired."""
    return frozenset(
        code
        for match in PLAINLY.finditer(claim.content.text)
        if NOT_OF.search(claim.content.text[match.start() : match.end() + 20]) is None
        for name in match.groups()
        if name
        for code in named_nations(name)
    )


# --- taking -----------------------------------------------------------------------------------------------------------


def is_half(claim: Claim, own: Countries) -> bool:
    """Whether a claim of taking people leaves whose they are or for whom to what is around it: it names no country that
    is not theirs, and they are no state's own forces."""
    pools = [a for a in claim.arguments if a.role in POOL_ROLES]
    if any(OWN_FORCES.search(a.span.text) and not FORMER.search(a.span.text) for a in pools):
        return False
    if own.people and _has_own_force(claim):
        return False
    if not own.people and not own.side and (claim.event_type != "RECRUIT" or not pools or _has_own_force(claim)):
        return False
    return not own.pairs and all(is_plain(a.span.text) for a in pools)


def is_said(claim: Claim) -> bool:
    """Whether a claim says that it happened, may have or is to happen."""
    return claim.polarity == "positive" and claim.factuality in SAID and claim.sort != "state"


def tells_of_taking(claim: Claim) -> bool:
    """Whether a claim tells that people are taken for a war, or go to it, other than as a state's own troops."""
    pools = [a for a in claim.arguments if a.role in POOL_ROLES]
    if any(UNARMED.search(a.span.text) and not _are_people(a.span.text) for a in pools):
        return False
    if claim.event_type == "RECRUIT":
        return not _is_beside(claim, pools)
    if claim.event_type in SENDING:
        return bool(pools) and (all(HIRED.search(a.span.text) for a in pools) or _is_into_war(claim, pools))
    if claim.event_type in FATES:
        return bool(pools) and bool(_plainly_for(claim))
    if claim.event_type == "OFFER":
        return bool(pools) and LURED.search(claim.content.text) is not None
    return False


INTO_WAR = re.compile(
    r"\b(?:to|into|in|for|at)\s+(?:[\w’'-]+\s+){0,3}?(?:war|front|front ?lines?|trenches|battle\w*|combat|fighting)\b"
    r"|\bwar\s+effort\b",
    re.IGNORECASE,
)
"""To what people are sent: "on a plane to Norway, to their war"."""


def _is_into_war(claim: Claim, pools: Sequence[Argument]) -> bool:
    """Whether people who are no state's own forces are told to be taken into a war: "flown to the front"."""
    plain = not any(OWN_FORCES.search(a.span.text) and not GUARDS.search(a.span.text) for a in pools)
    return plain and claim.polarity == "positive" and INTO_WAR.search(claim.content.text) is not None


GUARDS = re.compile(r"\bguards?\b", re.IGNORECASE)


def _are_people(words: str) -> bool:
    """Whether those who are taken are told as people, also of some body: "students of two universities"."""
    return re.match(r"\W*(?:\w+\W+){0,3}?(?:of|from|at)\b", words) is not None or HIRED.search(words) is not None


def _is_beside(claim: Claim, pools: Sequence[Argument]) -> bool:
    """Whether a state's own forces fight beside those of an ally: "Swedish soldiers fight alongside Norwegian ones"."""
    if any(FORMER.search(a.span.text) for a in pools):
        return False
    if JOINING.match(claim.trigger.text) and any(UNITS.search(a.span.text) for a in pools):
        return True
    behind = claim.sentence.text[max(0, claim.trigger.end - claim.sentence.start) :]
    told = BESIDE.search(behind) or BESIDE.search(f" {claim.trigger.text.partition(' ')[2]}")
    return told is not None and any(OWN_FORCES.search(a.span.text) for a in pools)


EMPLOYER = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|agenc(?:y|ies)|contractors?|employers?|guards?|jobs?|security|services|contracts?)\b",
    re.IGNORECASE,
)
"""Words by which a taker is told to be an employer and no force."""


def _is_employer(claim: Claim, taker: Argument) -> bool:
    """Whether people are taken on for work by one who is not known for a force: "hired as guards by Harbour Shield"."""
    known = taker.entity is not None and nation_of(taker.entity) is not None
    return not known and EMPLOYER.search(claim.content.text) is not None


def _has_own_force(claim: Claim) -> bool:
    """Whether it is told by name who takes people, and not of which country that is: "joined the Islamic State"."""
    takers = [
        a.span.text
        for a in claim.arguments
        if a.role == "force" or (a.role == "recruiter" and not _is_employer(claim, a))
    ]
    return any(word[:1].isupper() for words in takers for word in words.split()[1:] or words.split())
