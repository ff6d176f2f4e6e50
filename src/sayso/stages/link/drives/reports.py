"""What one document tells of recruitment drives: all that drives are worked out from, small enough to be kept."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from sayso.lexicon.aliases import load_aliases
from sayso.model import Claim, Document, Published, Reading
from sayso.model._record import record
from sayso.stages.link.claims.answering import is_denied
from sayso.stages.link.claims.article import (
    SURE,
    TAKEN,
    called_people,
    is_only_place,
    sides_in,
    times_called,
    weighed,
    with_title,
)
from sayso.stages.link.claims.cues import will_of
from sayso.stages.link.claims.gist import Gist, is_refused
from sayso.stages.link.claims.occasion import is_long_ago, is_of_old_times, told_on
from sayso.stages.link.claims.outright import Telling
from sayso.stages.link.claims.taking import Pair, tells_of_taking
from sayso.stages.link.drives.aside import FATES
from sayso.stages.link.drives.denials import Denial, denials
from sayso.stages.link.drives.denying import may_deny
from sayso.stages.link.drives.headlines import without_headline
from sayso.stages.link.drives.levy import is_own_levy
from sayso.stages.link.drives.parts import (
    CLAUSE,
    PARTS,
    SIDE_ROLES,
    TAKEN_ROLES,
    Part,
    part_of,
    with_bare_counts,
)
from sayso.stages.link.drives.subject import Subject
from sayso.stages.link.nations import NATIONAL, nation_of
from sayso.stages.link.voices.bodies import nations
from sayso.stages.link.voices.channels import told_itself
from sayso.stages.link.voices.leaning import observes
from sayso.stages.link.voices.names import persons_in
from sayso.stages.link.voices.openings import headline_end, opening_end
from sayso.stages.link.voices.speaking import heard_throughout
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wording import content_words

NEAR = 0.3
"""Share of the weight of a document's likeliest drive from which on it may be about another one."""
AROUND = 300
"""Code points before and behind a sentence that tells half of a drive, in which the other half may stand."""
WAR = re.compile(
    r"\b(?:recruit\w*|enlist\w*|mercenar\w+|fight\w*|fought|war|front|army|soldiers?|troops|ranks|sign(?:s|ed)?\s+up|military"
    r"|hire[sd]?|hiring|contract)\b",
    re.IGNORECASE,
)
"""Words of war: a document without any is about no drive."""


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
    """Persons whose words it gives, and full names of others."""
    parts: tuple[Part, ...]
    """In the order of the text."""


def subject_of(
    document: Document,
    told: Iterable[Telling] = (),
    *,
    tells: bool = True,
    persons: Collection[str] = (),
    follows: Collection[str] = (),
) -> Subject:
    """What drives a document may be about; `told` is what its claims tell, `tells` whether any can be part of one,
    `persons` whom it names in full, `follows` the ids of the documents that it retells."""
    held = list(told)
    outright = Counter(pair for telling in held if telling.taking == "outright" for pair in telling.pairs)
    fought_for = frozenset(code for telling in held if telling.taking != "no" for code in telling.side)
    kept = _likely(weighed(document), outright, fought_for)
    text = with_title(document)
    named: Counter[str] = Counter()
    if (kept or tells or persons) and WAR.search(text) is not None:
        for hit in load_aliases().find(text):
            named.update({code for target in hit.form.targets if (code := _country(target))})
    sides = frozenset(sides_in(text)) if named and not kept else frozenset()
    return Subject(
        document=document.id,
        pairs=kept,
        named=dict(sorted(named.items())),
        sides=sides,
        places=frozenset(side for side in {pair[1] for pair in kept} if is_only_place(text, side)),
        persons=frozenset(name for name in persons if not load_aliases().find(name)) if named else frozenset(),
        tells=tells,
        told=frozenset(pair for telling in held for pair in telling.pairs),
        passing=frozenset((left, right) for each in held for left in each.passing for right in each.pairs),
        follows=frozenset(follows),
        called=dict(sorted(times_called(text).items())) if kept else {},
    )


def _likely(weights: Mapping[Pair, int], outright: Mapping[Pair, int], sides: frozenset[str]) -> dict[Pair, int]:
    """The pairs that a text may be about: those near the heaviest one; of these those that it tells of outright, where
    any weighs enough. `sides` are those for which its claims have people taken: no pair is told the other way round."""
    most = max(weights.values(), default=0)
    kept = {pair: weights[pair] for pair in sorted(weights) if most >= SURE and weights[pair] >= NEAR * most}
    kept = {p: weight for p, weight in kept.items() if not (p[0] in sides and p[1] not in sides and p[::-1] in kept)}
    sure = {pair: weight for pair, weight in kept.items() if outright.get(pair, 0)}
    if len(outright) > 1 and not sure:
        return dict.fromkeys(sorted(outright), SURE)
    return sure or kept


NAMED_IN_FULL = re.compile(r"[A-Z][\w’'-]+(?: [a-z]{1,3})?(?: [A-Z][\w’'-]+)+$")


def named_in_full(reading: Reading) -> frozenset[str]:
    """Full names of the persons whom an article mentions."""
    names = {m.span.text for m in reading.mentions.actors if m.kind == "person" and m.form == "name"}
    return frozenset(name for name in names if NAMED_IN_FULL.match(name))


def _country(target: str) -> str | None:
    return target if len(target) == 2 and target.isupper() else nation_of(target)


def report_of(
    reading: Reading, gists: Mapping[str, Gist], teller: Callable[[str], Teller], told: Mapping[str, Telling]
) -> DriveReport | None:
    """What a document tells that can be a part of a drive; None where that is nothing. `gists`, `teller` and `told` go
    by claim id."""
    document = reading.document
    deniers, denied = denials(reading, told)
    telling = (
        claim
        for claim in reading.claims
        if can_be_part(claim)
        and not _is_checked(claim, document)
        and not (claim.polarity == "negative" and claim.event_type in TAKEN and is_refused(claim))
        and not (told[claim.id].taking != "outright" and _is_history(claim, document))
    )
    parts = [
        _placed(part_of(claim, gists[claim.id], teller(claim.id), document, told[claim.id]), claim, document)
        for claim in telling
    ]
    witness = heard_throughout(reading) - {
        part.teller.name for part in parts if part.polarity == "negative" and may_deny(part)
    }
    parts = [replace(part, at_war=True) if part.teller.name in witness else part for part in parts]
    if not (witness or observes(document) or told_itself(document.text, document.outlet)):
        parts = [replace(part, heard=False) for part in parts]
    parts = without_headline(parts, headline_end(document), opening_end(document))
    parts = with_bare_counts(parts, {claim.id: claim for claim in reading.claims})
    parts = [denied_by(part, deniers[part.id] or part.teller) if part.id in deniers else part for part in parts]
    parts += [denial_of(each, gists[each.claim.id], document) for each in denied]
    if not parts:
        return None
    return DriveReport(
        id=document.id,
        outlet=document.outlet,
        published=document.published,
        sees=any(part.teller.kind == "own_reporting" for part in parts) and observes(document),
        names=tuple(sorted(persons_in(reading) | {p.teller.name or "" for p in parts if p.teller.kind == "person"})),
        parts=tuple(parts),
    )


def _is_history(claim: Claim, document: Document) -> bool:
    """Whether what a claim tells was over years before its article, by its date or by all years of its sentence."""
    told = told_on(document)
    return is_long_ago(claim, told) or (claim.period is None and is_of_old_times(claim.sentence.text, told))


def can_be_part(claim: Claim) -> bool:
    """Whether a claim can tell a part of a drive, of whatever countries."""
    if claim.event_type not in PARTS | FATES or (claim.sort == "state" and not is_denied(claim)):
        return False  # "98 are at the front" tells where men are, and not that they are taken; "no Swede is" denies it
    if _is_said_of_anybody(claim) or _is_own_affair(claim) or _is_law(claim) or is_own_levy(claim):
        return False
    if tells_of_taking(claim):
        return True
    if claim.event_type == "OFFER" and not claim.money and not any(a.role == "offerer" for a in claim.arguments):
        offers = [a for a in claim.arguments if a.role == "offer"]
        if offers and all(len(a.span.text.split()) >= CLAUSE for a in offers):
            return False  # "we were told we would dig trenches": what for, and not by whom
    return True


MACHINES = re.compile(
    r"\b(?:[A-Z][a-z]*-\d+\w*|planes?|warplanes?|jets?|aircraft|tanks?|helicopters?|drones?|ships?|warships?|frigates?"
    r"|vessels?|trucks?|lorr(?:y|ies)|vehicles?|missiles?|weapons?|equipment)$"
)
OWN_TROOPS = re.compile(r"\b(?:troops|soldiers|forces|army|military|battalions?|brigades?)$")

THEIR_TROOPS = re.compile(
    r"\b(?:his|her|its|their|our) (?:own )?(?:\w+ )?(?:troops|soldiers|forces|army|military|servicemen)$", re.IGNORECASE
)
"""A side's own troops, as whoever leads them speaks of them: "244,000 of his troops"."""

OFFICIALS_ALONG = re.compile(
    r"\b(?:delegations?|missions?|teams? of|(?:joint|inspection|fact-finding|investigat\w+|consular|medical) teams?"
    r"|ministers?|secretar(?:y|ies)|ambassadors?|envoys?|diplomats?|officials|inspectors|investigators|lawmakers|MPs"
    r"|deput(?:y|ies)|president|premier|correspondents?|reporters?|journalists?|aid workers|peacekeepers|observers)\b"
    r"(?!['’]s? )",
    re.IGNORECASE,
)
"""Who travels in an office or to look into things."""


def _is_own_affair(claim: Claim) -> bool:
    """Whether what is sent or moved are machines, people in an office, or a state's own troops by that state."""
    if claim.event_type not in ("DEPLOY", "TRANSFER"):
        return False
    moved = [a.span.text for a in claim.arguments if a.role in ("deployed", "traveller")]
    by = [a for a in claim.arguments if a.role in ("deployer", "mover")]
    if moved and all(OFFICIALS_ALONG.search(words) for words in moved):
        return True
    state = any(a.entity is not None and a.entity.endswith(("-government", "-armed-forces")) for a in by)
    if not moved:
        return False
    if all(THEIR_TROOPS.search(words) for words in moved):
        return True
    return all(MACHINES.search(words) for words in moved) or (state and all(OWN_TROOPS.search(w) for w in moved))


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


WHOEVER = re.compile(r"(?:those|anyone|anybody|whoever|persons|any (?:citizen|person|national)s?)\b(?: who\b.*)?", re.I)
LAW = re.compile(
    r"\b(?:face|faces|liable|punish\w*|penalt\w+|sentences? of|years? in (?:prison|jail)|law|act|code|crime|offence"
    r"|illegal)\b",
    re.IGNORECASE,
)
"""Words of a sentence that says what the law does to whoever joins."""


def _is_law(claim: Claim) -> bool:
    """Whether a claim only says what whoever does it has to expect: "those who sign such contracts face prison"."""
    taken = [a.span.text for a in claim.arguments if a.role in TAKEN_ROLES]
    return bool(taken) and all(WHOEVER.match(w) for w in taken) and LAW.search(claim.sentence.text) is not None


def _placed(part: Part, claim: Claim, document: Document) -> Part:
    """A claim that tells half of a drive, with whom the sentences around it name."""
    if part.taking != "half":
        return part
    around = document.text[max(0, claim.sentence.start - AROUND) : claim.sentence.end + AROUND]
    sides = frozenset(sides_in(around))
    people = called_people(around) or _only_one(claim.sentence.text, part.side)
    if not part.people and not part.side and len(people - sides) > 1:
        people = frozenset()  # "they were recruited", beside two peoples
    return replace(part, told_people=people, told_sides=sides)


def _only_one(sentence: str, side: frozenset[str]) -> frozenset[str]:
    """The one country besides a side that a sentence names, and not as the place of something: "Sweden names twelve men
    who fight for Norway"."""
    named = {
        code
        for hit in load_aliases().find(sentence)
        if hit.form.sort in NATIONAL and not PLACING.search(sentence[: hit.start])
        for code in hit.form.targets
        if len(code) == 2
    }
    return frozenset(named - side) if len(named - side) == 1 else frozenset()


PLACING = re.compile(
    r"\b(?:in|into|inside|to|from|on|at|near|against|towards?|across|with|of)\s+(?:the\s+)?\Z", re.IGNORECASE
)
"""What stands before a country where something is, or before the enemy."""


def denied_by(part: Part, denier: Teller) -> Part:
    """A claim as denied by somebody."""
    return replace(
        part, factuality="negated", polarity="negative", stand="against", taking="no", teller=denier, answers=True
    )


def denial_of(denial: Denial, gist: Gist, document: Document) -> Part:
    """A denial of what was told before, as a claim of the same type against the same drives."""
    part = denied_by(part_of(denial.claim, gist, denial.by, document), denial.by)
    sentence = f"{denial.told} {denial.claim.sentence.text}".strip()
    return replace(
        part,
        event_type=denial.event_type,
        pairs=denial.about.pairs,
        stems=part.stems | frozenset(content_words(sentence)),
        will=will_of(sentence, denied=True),
    )


def is_in(part: Part, pair: Pair, near: Collection[str] = ()) -> bool:
    """Whether a claim of a document on a drive tells a part of it: none of those taken is of a third country, and none
    of those who take them, but for a country in which the drive goes on (`near`)."""
    if part.pairs:
        return pair in part.pairs
    if (part.people and pair[0] not in part.people) or (part.side and not part.side & {*pair, *near}):
        return False
    return part.nameless or pair[0] in part.people or (pair[0] in part.told_people and pair[1] in part.told_sides)


def is_of_others(part: Part, pair: Pair) -> bool:
    """Whether a claim tells that a third country sends somebody of whom nobody says whence, which are its own soldiers,
    or what became of that country's own citizens."""
    if part.compatriots and not part.people and part.teller.kind in SPEAKING_FOR:
        return bool(own := nations(part.teller)) and pair[0] not in own
    return part.event_type == "DEPLOY" and not part.people and bool(part.side) and part.side.isdisjoint(pair)


def speaks_of_any(part: Part, teller: Teller, pair: Pair) -> bool:
    """Whether the state whose war it is says something of foreigners at large: "whoever serves here has signed"."""
    own = teller.kind == "organisation" and nations(teller) == frozenset({pair[1]})
    return own and part.taking == "no" and pair[0] not in part.people | part.told_people and not part.compatriots


SPEAKING_FOR = ("organisation", "person")
"""Voices that can speak for a country of their own, whose citizens "its citizens" are."""


def may_make(part: Part, pair: Pair) -> bool:
    """Whether a claim tells of taking people, and not of another people or for another war."""
    own = (not part.people or pair[0] in part.people) and (not part.side or pair[1] in part.side)
    return part.taking == "half" and own


def makes(part: Part, pair: Pair) -> bool:
    """Whether a claim that is part of a drive tells of taking that people for that war: by itself, or with the one half
    of it that its article adds."""
    if part.taking == "half":
        return pair[0] in (part.people or part.told_people) and pair[1] in (part.side or part.told_sides)
    return part.taking == "outright"
