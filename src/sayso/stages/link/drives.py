"""A recruitment drive: what all articles on it tell of one country's people being taken for another's war, together.

A proposition holds claims that say the same. A drive is told in many ways ("they gave my son a rifle", "a broker was
jailed for sending twelve men", "up to 2,000 serve there"), so no single proposition holds the voices behind it. A drive
brings together the claims that tell a part of it and counts their voices once. It changes neither propositions nor
their counts. Method and numbers: docs/method/drives.md.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.countries import load_countries
from sayso.model import Claim, Document, DriveVoice, Origin, Proposition, Reason, RecruitmentDrive, digest
from sayso.stages.link.claims.article import SURE, is_plain, tells_of, weighed
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.nations import named_nations, nation_of
from sayso.stages.link.propositions import Told, origin_of, supporting, voice_of
from sayso.stages.link.texts.documents import Held
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.apart import owners, same_body
from sayso.stages.link.voices.leaning import voices_that_count
from sayso.stages.link.voices.origins import count_origins, merged
from sayso.stages.link.voices.sourcing import Sourcing
from sayso.stages.link.voices.tellers import Teller, heads

Pair = tuple[str, str]
"""ISO 3166 codes: whose people, for whose war."""
PARTS = frozenset({"RECRUIT", "DEPLOY", "TRANSFER", "TRAIN", "OFFER", "CONTACT"})
"""Event types by which people come to fight: what a claim of them says is a part of the drive."""
FATES = frozenset({"KILL", "WOUND", "DETAIN"})
"""What became of those who were taken: a part of it where it is said of the people of the drive."""
TAKEN_ROLES = ("recruit_pool", "deployed", "traveller", "trainee", "recipient", "approached", "victim", "detained")
"""Roles of those who are taken, sent, paid or hurt."""
SIDE_ROLES = ("recruiter", "force", "payer", "deployer", "trainer", "offerer", "mover", "approacher")
"""Roles of those who take them."""
CLAUSE = 4
"""Words from which on an offer is a whole clause: what men were told that they would do."""
TIE = 0.8
"""Share of the weight of the likeliest drive from which on another one is as likely: every article on a war names
the country in which it is fought, and no such article is about its people for that."""
NEAR = 0.3
"""Share of the weight of a document's likeliest drive from which on it may be about another one."""
COMMON = 2
"""Documents that a drive weighs, each by how near it comes to that document's likeliest one, from which on documents
that only name both countries are looked at too."""


def find_drives(
    told: Told, held: Held, sourcing: Sourcing, propositions: Sequence[Proposition]
) -> tuple[list[RecruitmentDrive], list[Origin]]:
    """The drives that documents are about, those of most documents first, and the voices behind them.

    A drive of which no claim is affirmed is left out.
    """
    about = drives_of(held.documents)
    on: dict[Pair, list[Document]] = defaultdict(list)
    for document in held.documents:
        if (pair := about[document.id]) is not None:
            on[pair].append(document)
    claims: dict[Pair, list[Claim]] = defaultdict(list)
    near = {pair: _countries_of(documents) | set(pair) for pair, documents in on.items()}
    for id_, claim in told.claims.items():
        pair = about[told.documents[id_].id]
        if pair is not None and is_part(claim, told.gists[id_], pair) and not _is_elsewhere(claim, near[pair]):
            if CHECKED.search(told.documents[id_].text, 0, claim.sentence.start):
                continue
            claims[pair].append(claim)
    of = {claim: each.id for each in propositions for claim in each.claims}
    behind: dict[str, Origin] = {}
    made = []
    for pair, parts in claims.items():
        drive, voices = _drive(pair, parts, told, held, sourcing, of, on[pair])
        if drive is not None:
            made.append(drive)
            behind |= {voice.id: voice for voice in voices}
    return sorted(made, key=lambda drive: (-drive.reports, drive.id)), list(behind.values())


def _drive(
    pair: Pair,
    claims: Sequence[Claim],
    told: Told,
    held: Held,
    sourcing: Sourcing,
    of: Mapping[str, str],
    on: Sequence[Document],
) -> tuple[RecruitmentDrive | None, list[Origin]]:
    affirmed = supporting(claims)
    if all(claim.polarity == "negative" or claim.factuality == "asked" for claim in affirmed):
        return None, []
    known = {claim.id for claim in affirmed}
    opposed = [c for c in claims if c.id not in known and c.factuality != "asked"]
    names = sourcing.full_names(document.id for document in on)
    tellers = _of_their_bodies({c.id: _in_full(sourcing.teller(c.id), names) for c in claims}, on)
    voices, _ = merged([tellers[c.id] for c in affirmed])
    of_voice: dict[str, list[Claim]] = defaultdict(list)
    named: dict[str, Teller] = {}
    for claim in affirmed:
        voice = voice_of(tellers[claim.id], voices)
        named[voice.id] = voice
        of_voice[voice.id].append(claim)
    held_here = {outlet_key(d.outlet): d for c in affirmed if (d := told.documents[c.id]).outlet}
    counting, left_out = voices_that_count(affirmed, tellers, told.documents, opposed, on)
    counting, passing = _without_held(counting, held_here)
    left_out += passing
    counted = {voice.id for voice in merged(counting)[0]}
    documents = list(dict.fromkeys(told.documents[c.id].id for c in affirmed))
    outlets = {outlet_key(o) for d in documents if (o := held.documents[held.number[d]].outlet)}
    drive = RecruitmentDrive(
        id="d-" + digest(list(pair)),
        people=pair[0],
        side=pair[1],
        title=f"People of {_country_name(pair[0])} recruited for the war of {_country_name(pair[1])}",
        propositions=tuple(dict.fromkeys(of[c.id] for c in claims if c.id in of)),
        documents=tuple(documents),
        reports=len(documents),
        outlets=len(outlets),
        origins=count_origins(counting, left_out),
        voices=tuple(
            DriveVoice(
                origin=id_,
                name=named[id_].name,
                kind=named[id_].kind,  # type: ignore[arg-type]
                documents=tuple(dict.fromkeys(told.documents[c.id].id for c in theirs)),
                claims=tuple(c.id for c in theirs),
                counted=id_ in counted,
            )
            for id_, theirs in sorted(
                of_voice.items(), key=lambda each: (each[0] not in counted, -len(each[1]), each[0])
            )
        ),
        against=tuple(c.id for c in opposed if c.polarity == "negative"),
    )
    return drive, [origin_of(named[id_], held, claims=tuple(c.id for c in of_voice[id_])) for id_ in of_voice]


def _in_full(teller: Teller, names: Mapping[str, str]) -> Teller:
    """A person under the full name that the documents on the drive give."""
    fuller = names.get(teller.name or "") if teller.kind == "person" else None
    return replace(teller, name=fuller) if fuller else teller


def _without_held(tellers: Sequence[Teller], held: Mapping[str, Document]) -> tuple[list[Teller], list[Reason]]:
    """Voices without outlets that are cited and whose own article tells a part of the drive: whose word it is is
    counted there."""
    kept: list[Teller] = []
    reasons: dict[str, Reason] = {}
    for teller in tellers:
        own = held.get(teller.via or "") if teller.kind == "outlet" else None
        if own is not None and own.id != teller.document:
            detail = f"{teller.name}: its own article is held, and the voices behind it are counted there"
            reasons.setdefault(teller.id, Reason(rule="origins.held", detail=detail))
        else:
            kept.append(teller)
    return (kept, list(reasons.values())) if kept else (list(tellers), [])


def whose_body(name: str, texts: Sequence[str]) -> str | None:
    """ISO 3166 code of the one country whose body a name is, as any of some texts say; None where none or two do.

    >>> whose_body("Coast Watch", ["Norway's Coast Watch said no.", "In Oslo, the Coast Watch met."])
    'NO'
    """
    if owners(name):
        return None
    who = re.escape(name)
    told = re.compile(rf"\b([A-Z]\w+)['’]s {who}\b|\b[Ii]n ([A-Z]\w+), (?:the )?{who}\b|\b([A-Z]\w+) {who}\b")
    found = {
        code
        for text in texts
        if name in text
        for match in told.finditer(text)
        for code in named_nations(match.group(1) or match.group(2) or match.group(3))
    }
    return next(iter(found)) if len(found) == 1 else None


def _of_their_bodies(tellers: Mapping[str, Teller], on: Sequence[Document]) -> dict[str, Teller]:
    """Persons with the body that any document on the drive says they speak for or head, where that is one body, and
    bodies with their country."""
    known: dict[str, str | None] = {}
    for teller in tellers.values():
        if teller.kind == "person" and teller.body is None and teller.name and teller.name not in known:
            found = [body for document in on if (body := heads(teller.name, document.text))]
            known[teller.name] = max(found, key=len) if found and all(same_body(found[0], b) for b in found) else None
    nations: dict[str, str | None] = {}
    for teller in tellers.values():
        if teller.kind == "organisation" and teller.nationality is None and teller.name and teller.name not in nations:
            nations[teller.name] = whose_body(teller.name, [document.text for document in on])
    return {
        id_: replace(t, body=body)
        if t.kind == "person" and (body := known.get(t.name or ""))
        else replace(t, nationality=nation)
        if t.kind == "organisation" and (nation := nations.get(t.name or ""))
        else t
        for id_, t in tellers.items()
    }


def _country_name(code: str) -> str:
    country = load_countries().get(code)
    return country.name if country else code


def drives_of(documents: Iterable[Document]) -> dict[str, Pair | None]:
    """Document id -> the drive that it is about; None for none.

    Of the drives that a document may be about by its own words, the one that most documents are about: an article on
    US-trained Afghans names three countries. One that tells of none by itself is about a drive of others where it
    names both countries and words of war.
    """
    held = list(documents)
    weights = {d.id: weighed(d) for d in held}
    shares: dict[Pair, float] = defaultdict(float)
    for pairs in weights.values():
        most = max(pairs.values(), default=0)
        if most >= SURE:
            for pair, weight in pairs.items():
                shares[pair] += weight / most if weight >= TIE * most else 0.0
    common = {pair: share for pair, share in shares.items() if share >= COMMON}
    found: dict[str, Pair | None] = {}
    for document in held:
        pairs = weights[document.id]
        most = max(pairs.values(), default=0)
        fits = [pair for pair, weight in pairs.items() if most >= SURE and weight >= NEAR * most]
        mine = max(fits, key=lambda pair: (shares[pair], pairs[pair], pair), default=None)
        if mine in common and common.get((mine[1], mine[0]), 0.0) <= common[mine]:
            found[document.id] = mine  # a drive of several documents draws in no document of another such
        else:
            found[document.id] = _commoner(document, mine, common) or mine
    return found


def _commoner(document: Document, mine: Pair | None, common: Mapping[Pair, float]) -> Pair | None:
    """The commonest drive that a document names both countries of, where it has words of war: any where it has none of
    its own, else one that is commoner and shares its own one's people or side, or is its reverse."""
    text = f"{document.title or ''}\n{document.text}"
    if WAR.search(text) is None:
        return None
    kept = [
        pair
        for pair, share in common.items()
        if mine is None or (share > common.get(mine, 0.0) and (set(pair) & set(mine)) and _akin(pair, mine))
    ]
    if not kept:
        return None
    counts: Counter[str] = Counter()
    for hit in load_aliases().find(text):
        counts.update({nation for target in hit.form.targets if (nation := _country(target))})
    fits = [pair for pair in kept if counts[pair[1]] and counts[pair[0]] >= _enough(pair, mine, counts)]
    return max(fits, key=lambda pair: (common[pair], pair), default=None)


def _enough(pair: Pair, mine: Pair | None, counts: Mapping[str, int]) -> int:
    """How often a document has to name the people of a drive: once where it is about the reverse by itself, or where it
    names no other country more often."""
    most = max((count for code, count in counts.items() if code not in pair), default=0)
    return 1 if mine == (pair[1], pair[0]) or most <= counts[pair[0]] else NAMED


def _akin(pair: Pair, mine: Pair) -> bool:
    return pair[0] == mine[0] or pair[1] == mine[1] or pair == (mine[1], mine[0])


NAMED = 2
"""Times that a document names the people of a drive, at least, to be about it because others are."""
WAR = re.compile(
    r"\b(?:recruit\w*|enlist\w*|mercenar\w+|fight\w*|fought|war|front|army|soldiers?|troops|ranks|sign(?:s|ed)?\s+up|military"
    r"|hire[sd]?|hiring|contract)\b",
    re.IGNORECASE,
)


def _country(target: str) -> str | None:
    return target if len(target) == 2 and target.isupper() else nation_of(target)


OFTEN = 0.25
"""Share of a drive's documents that name a country in which parts of it may go on: the front, a country on the way."""


def _countries_of(documents: Sequence[Document]) -> set[str]:
    counts: Counter[str] = Counter()
    for document in documents:
        hits = load_aliases().find(f"{document.title or ''}\n{document.text}")
        counts.update({code for hit in hits for target in hit.form.targets if (code := _country(target))})
    return {code for code, count in counts.items() if count >= max(2, OFTEN * len(documents))}


SETTING = ("destination", "location", "place")
"""Roles that say where."""


def _is_elsewhere(claim: Claim, near: Collection[str]) -> bool:
    """Whether a claim tells of another place than those of the drive: of peacekeepers, of an old war."""
    where = {code for a in claim.arguments if a.role in SETTING for code in named_nations(a.span.text)}
    return bool(where) and not where & set(near)


def is_part(claim: Claim, gist: Gist, pair: Pair) -> bool:
    """Whether a claim of a document on a drive tells a part of it: nobody in it is of a third country."""
    if claim.event_type not in PARTS | FATES or claim.sort == "state":
        return False  # "98 are at the front" tells where men are, and not that they are taken
    if _is_said_of_anybody(claim):
        return False
    if claim.event_type == "OFFER" and not claim.money and not any(a.role == "offerer" for a in claim.arguments):
        offers = [a for a in claim.arguments if a.role == "offer"]
        if offers and all(len(a.span.text.split()) >= CLAUSE for a in offers):
            return False  # "we were told we would dig trenches": what for, and not by whom
    people = frozenset(code for role in TAKEN_ROLES for code in gist.nations.get(role, ()))
    side = frozenset(code for role in SIDE_ROLES for code in gist.nations.get(role, ()))
    if (people and pair[0] not in people) or (side and not side & frozenset(pair)):
        return False
    taken = [a for a in claim.arguments if a.role in TAKEN_ROLES]
    if claim.event_type in FATES:
        return (
            pair[0] in people
            or (bool(taken) and all(is_recruit(a.span.text) for a in taken))
            or tells_of(claim.sentence.text, pair)
        )
    return True


CHECKED = re.compile(r"(?:^|\n)\W*(?:claim|rumou?r)\W*:\W*\Z", re.IGNORECASE)
"""What a check of facts looks at, before it says what is so."""
ANYBODY = frozenset({"you", "one", "your"})


def _is_said_of_anybody(claim: Claim) -> bool:
    """Whether a claim is said of nobody in particular: "then you pay him late"."""
    fillers = [a.span.text.lower() for a in claim.arguments if a.role in SIDE_ROLES]
    return bool(fillers) and all(words in ANYBODY for words in fillers) and not claim.money and not claim.quantities


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
