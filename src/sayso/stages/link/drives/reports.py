"""What one document tells of recruitment drives: all that drives are worked out from, small enough to be kept."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal

from sayso.lexicon.aliases import load_aliases
from sayso.model import Claim, Document, Factuality, Published, Reading
from sayso.model._record import record
from sayso.stages.link.claims.article import SURE, is_plain, peoples_in, sides_in, weighed, with_title
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.drives.choice import Pair, Subject
from sayso.stages.link.nations import named_nations, nation_of
from sayso.stages.link.propositions import Stand, stand_of
from sayso.stages.link.voices.leaning import observes
from sayso.stages.link.voices.tellers import Teller, person_key

PARTS = frozenset({"RECRUIT", "DEPLOY", "TRANSFER", "TRAIN", "OFFER", "CONTACT"})
"""Event types by which people come to fight: what a claim of them says is a part of the drive."""
FATES = frozenset({"KILL", "WOUND", "DETAIN"})
"""What became of those who were taken: a part of it where it is said of the people of the drive."""
TAKEN_ROLES = ("recruit_pool", "deployed", "traveller", "trainee", "recipient", "approached", "victim", "detained")
"""Roles of those who are taken, sent, paid or hurt."""
SIDE_ROLES = ("recruiter", "force", "payer", "deployer", "trainer", "offerer", "mover", "approacher")
"""Roles of those who take them."""
SETTING = ("destination", "location", "place")
"""Roles that say where."""
CLAUSE = 4
"""Words from which on an offer is a whole clause: what men were told that they would do."""
NEAR = 0.3
"""Share of the weight of a document's likeliest drive from which on it may be about another one."""
WAR = re.compile(
    r"\b(?:recruit\w*|enlist\w*|mercenar\w+|fight\w*|fought|war|front|army|soldiers?|troops|ranks|sign(?:s|ed)?\s+up|military"
    r"|hire[sd]?|hiring|contract)\b",
    re.IGNORECASE,
)
"""Words of war: a document without any is about no drive."""


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
    """Countries whose people its sentence names, where somebody is hurt or held."""
    told_sides: frozenset[str] = frozenset()
    """Countries for which its sentence says that somebody fights, likewise."""
    where: frozenset[str] = frozenset()
    """Countries in which it goes on; empty where it does not tell."""
    teller: Teller
    """On whose word it rests."""


@record
class DriveReport:
    """What a document tells, and what its voices are counted by."""

    id: str
    """Document id."""
    outlet: str | None
    published: Published | None
    sees: bool
    """Whether it says that its own people saw something."""
    names: tuple[str, ...]
    """Persons whose words it gives."""
    parts: tuple[Part, ...]
    """In the order of the text."""


def subject_of(document: Document, *, tells: bool = True) -> Subject:
    """What drives a document may be about; `tells` says whether it has claims that can be parts of one."""
    pairs = weighed(document)
    most = max(pairs.values(), default=0)
    kept = {pair: pairs[pair] for pair in sorted(pairs) if most >= SURE and pairs[pair] >= NEAR * most}
    text = with_title(document)
    named: Counter[str] = Counter()
    if (kept or tells) and WAR.search(text) is not None:
        for hit in load_aliases().find(text):
            named.update({code for target in hit.form.targets if (code := _country(target))})
    sides = frozenset(sides_in(text)) if named and not kept else frozenset()
    return Subject(document=document.id, pairs=kept, named=dict(sorted(named.items())), sides=sides, tells=tells)


def _country(target: str) -> str | None:
    return target if len(target) == 2 and target.isupper() else nation_of(target)


def report_of(reading: Reading, gists: Mapping[str, Gist], teller: Callable[[str], Teller]) -> DriveReport | None:
    """What a document tells that can be a part of a drive; None where that is nothing. `gists` and `teller` go by claim
    id."""
    document = reading.document
    telling = (claim for claim in reading.claims if can_be_part(claim) and not _is_checked(claim, document))
    parts = [part_of(claim, gists[claim.id], teller(claim.id)) for claim in telling]
    if not parts:
        return None
    return DriveReport(
        id=document.id,
        outlet=document.outlet,
        published=document.published,
        sees=any(part.teller.kind == "own_reporting" for part in parts) and observes(document),
        names=tuple(sorted(persons_in(reading))),
        parts=tuple(parts),
    )


def persons_in(reading: Reading) -> Collection[str]:
    """Names of the persons whose words a document gives."""
    links = (link for attribution in reading.attributions for link in attribution.chain)
    return {link.name for link in links if link.kind == "named_person"}


def can_be_part(claim: Claim) -> bool:
    """Whether a claim can tell a part of a drive, of whatever countries."""
    if claim.event_type not in PARTS | FATES or claim.sort == "state":
        return False  # "98 are at the front" tells where men are, and not that they are taken
    if _is_said_of_anybody(claim):
        return False
    if claim.event_type == "OFFER" and not claim.money and not any(a.role == "offerer" for a in claim.arguments):
        offers = [a for a in claim.arguments if a.role == "offer"]
        if offers and all(len(a.span.text.split()) >= CLAUSE for a in offers):
            return False  # "we were told we would dig trenches": what for, and not by whom
    return True


CHECKED = re.compile(r"(?:^|\n)\W*(?:claim|rumou?r)\W*:\W*\Z", re.IGNORECASE)
"""What a check of facts looks at, before it says what is so."""
ANYBODY = frozenset({"you", "one", "your"})


def _is_checked(claim: Claim, document: Document) -> bool:
    """Whether a claim is what a check of facts begins with."""
    return CHECKED.search(document.text, 0, claim.sentence.start) is not None


def _is_said_of_anybody(claim: Claim) -> bool:
    """Whether a claim is said of nobody in particular: "then you pay him late"."""
    fillers = [a.span.text.lower() for a in claim.arguments if a.role in SIDE_ROLES]
    return bool(fillers) and all(words in ANYBODY for words in fillers) and not claim.money and not claim.quantities


def part_of(claim: Claim, gist: Gist, teller: Teller) -> Part:
    """What of a claim is looked at."""
    taken = [a for a in claim.arguments if a.role in TAKEN_ROLES]
    hurt = claim.event_type in FATES
    return Part(
        id=claim.id,
        event_type=claim.event_type,
        factuality=claim.factuality,
        polarity=claim.polarity,
        stand=stand_of(claim),
        people=frozenset(code for role in TAKEN_ROLES for code in gist.nations.get(role, ())),
        side=frozenset(code for role in SIDE_ROLES for code in gist.nations.get(role, ())),
        nameless=not hurt or (bool(taken) and all(is_recruit(a.span.text) for a in taken)),
        told_people=frozenset(peoples_in(claim.sentence.text)) if hurt else frozenset(),
        told_sides=frozenset(sides_in(claim.sentence.text)) if hurt else frozenset(),
        where=frozenset(c for a in claim.arguments if a.role in SETTING for c in named_nations(a.span.text)),
        teller=teller,
    )


def is_in(part: Part, pair: Pair) -> bool:
    """Whether a claim of a document on a drive tells a part of it: nobody in it is of a third country."""
    if (part.people and pair[0] not in part.people) or (part.side and not part.side & frozenset(pair)):
        return False
    return part.nameless or pair[0] in part.people or (pair[0] in part.told_people and pair[1] in part.told_sides)


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


def full_names(names: Sequence[str]) -> Mapping[str, str]:
    """Short name -> the one longer name of a person among some, where it is a part of that one only."""
    words = {name: frozenset(person_key(name).split()) for name in names}
    having: dict[str, set[str]] = {}
    for name, held in words.items():
        for word in held:
            having.setdefault(word, set()).add(name)
    found = {}
    for name, own in words.items():
        if not own:
            continue
        longer = [o for o in set.intersection(*(having[word] for word in own)) if own < words[o]]
        if longer:
            longest = max(longer, key=lambda o: (len(words[o]), o))
            if all(words[o] <= words[longest] for o in longer):
                found[name] = longest
    return found
