"""A recruitment drive: what all articles on it tell of one country's people being taken for another's war, together.

A proposition holds claims that say the same. A drive is told in many ways ("they gave my son a rifle", "a broker was
jailed for sending twelve men", "up to 2,000 serve there"), so no single proposition holds the voices behind it. A
drive brings together the claims that tell a part of it and counts their voices once. It changes neither propositions
nor their counts. Method and numbers: docs/method/drives.md.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.lexicon.countries import load_countries
from sayso.model import DriveVoice, Reason, RecruitmentDrive, digest
from sayso.model._record import record
from sayso.stages.link.claims.standing import best_standing
from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.bodies import (
    Texts,
    by_name,
    countries_of,
    of_their_bodies,
    of_their_own_country,
    without_held,
    without_travellers,
)
from sayso.stages.link.drives.choice import choose
from sayso.stages.link.drives.contrary import contradictions
from sayso.stages.link.drives.denying import denies, denies_something_else, is_of_a_part
from sayso.stages.link.drives.household import of_one_household
from sayso.stages.link.drives.joined import told_by_takers
from sayso.stages.link.drives.parts import Part
from sayso.stages.link.drives.reports import (
    DriveReport,
    is_in,
    is_of_others,
    makes,
    may_make,
    speaks_of_any,
)
from sayso.stages.link.drives.subject import Subject
from sayso.stages.link.drives.unheard import without_unheard
from sayso.stages.link.texts.held import by_date
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.behind import voice_of
from sayso.stages.link.voices.known import Known
from sayso.stages.link.voices.leaning import voices_that_count
from sayso.stages.link.voices.names import full_names, in_full
from sayso.stages.link.voices.origins import count_voices, merged
from sayso.stages.link.voices.taken import is_taken_for
from sayso.stages.link.voices.teller import Teller


@record
class FoundDrive:
    """A drive with the voices behind it."""

    drive: RecruitmentDrive
    voices: tuple[tuple[Teller, tuple[str, ...]], ...]
    """Each voice that tells a part of it, with the claims in which it does."""


@record
class Members:
    """Which documents are on one drive."""

    pairs: frozenset[Pair]
    """What it is told as: with the country that takes the people, with that whose war it is."""
    documents: Mapping[str, bool]
    """Document id -> whether it is mainly about it; the others only have claims that tell of it themselves."""


@record
class OnDrive:
    """The documents on one drive."""

    pair: Pair
    members: Members
    subjects: tuple[Subject, ...]
    """Of all of them."""
    reports: tuple[DriveReport, ...]
    """Of those that tell something."""


def find_drives(
    subjects: Iterable[Subject],
    reports: Iterable[DriveReport],
    texts: Mapping[str, str],
    of: Mapping[str, str] | None = None,
) -> list[FoundDrive]:
    """The drives that documents are about, those of most reports first.

    `texts` gives the text of a document, `of` the proposition of a claim. A drive of which no claim is affirmed is left
    out.
    """
    held = {subject.document: subject for subject in subjects}
    told = {report.id: report for report in reports}
    made = []
    for pair, members in documents_on(held.values()).items():
        on = OnDrive(
            pair=pair,
            members=members,
            subjects=tuple(held[d] for d in members.documents),
            reports=tuple(told[d] for d in members.documents if d in told),
        )
        if (found := make_drive(on, Texts([texts[d] for d in members.documents]), of or {})) is not None:
            made.append(found)
    return sorted(made, key=lambda each: (-each.drive.reports, each.drive.id))


def documents_on(subjects: Iterable[Subject]) -> dict[Pair, Members]:
    """For each drive the documents that tell of it."""
    held = sorted(subjects, key=lambda each: each.document)
    found: dict[Pair, dict[str, bool]] = defaultdict(dict)
    for document, pair in sorted(choose(held).items()):
        if pair is not None:
            found[pair][document] = True
    for subject in held:
        for pair in sorted(subject.told):
            found[pair].setdefault(subject.document, False)
    return _passed_on(held, found)


PASSED = 0.25
"""Share of the documents on the smaller of two drives that say that one side takes the people for the other, from which
on they are one."""


def _passed_on(held: Sequence[Subject], found: Mapping[Pair, Mapping[str, bool]]) -> dict[Pair, Members]:
    """The same with a drive of which documents say that another takes the people for it ("Norway hires Swedes for
    Denmark") as one with that other, under the side of more documents."""
    said = Counter(link for subject in held for link in subject.passing)
    into: dict[Pair, Pair] = {}
    for (left, right), count in sorted(said.items()):
        large, small = sorted((left, right), key=lambda pair: (-len(found.get(pair, ())), pair))
        if large in found and small in found and count >= PASSED * len(found[small]):
            into.setdefault(small, large)
    for small, large in told_by_takers(held, found).items():
        into.setdefault(small, large)
    joined: dict[Pair, dict[str, bool]] = defaultdict(dict)
    names: dict[Pair, set[Pair]] = defaultdict(set)
    for pair in sorted(found):
        end = _end(pair, into)
        names[end].add(pair)
        for document, mainly in found[pair].items():
            joined[end][document] = joined[end].get(document, False) or mainly
    return {
        pair: Members(pairs=frozenset(names[pair]), documents=dict(sorted(documents.items())))
        for pair, documents in joined.items()
    }


def _end(pair: Pair, into: Mapping[Pair, Pair]) -> Pair:
    seen = {pair}
    while pair in into and into[pair] not in seen:
        pair = into[pair]
        seen.add(pair)
    return pair


def drive_id(pair: Pair) -> str:
    """The id of the drive of a people for a side."""
    return "d-" + digest(list(pair))


def make_drive(members: OnDrive, texts: Texts, of: Mapping[str, str]) -> FoundDrive | None:
    """The drive that documents tell of together; None where nobody affirms a part of it. `texts` are theirs."""
    pair, on = members.pair, sorted(members.reports, key=by_date)
    parts_of = {report.id: _parts(report, members) for report in on}
    where = {part.id: report for report in on for part in parts_of[report.id]}
    parts = [part for report in on for part in parts_of[report.id]]
    affirmed = best_standing(parts, lambda part: part.stand)
    if not _stands(affirmed, pair, where):
        return None
    known = {part.id for part in affirmed}
    opposed = [part for part in parts if part.id not in known and part.factuality != "asked"]
    names = full_names({name for report in on for name in report.names})
    tellers = by_name(of_their_bodies({part.id: in_full(part.teller, names) for part in parts}, texts))
    tellers = of_their_own_country(tellers, pair[0])
    tellers, of_kin = of_one_household(tellers)
    behind = _Behind(affirmed, tellers, where)
    telling = [part for part in affirmed if not part.aside and not speaks_of_any(part, tellers[part.id], pair)]
    telling = telling or affirmed
    counting, left_out = voices_that_count(
        telling,
        tellers,
        where,
        against=[part for part in opposed if not is_of_a_part(part, pair) and not denies_something_else(part)],
        around=on,
        sees=lambda report: report.sees,
        idle=lambda part: part.idle or None,
    )
    left_out += _only_aside(affirmed, {tellers[part.id].id for part in telling}, tellers)
    counting, passing = without_held(counting, {outlet_key(w.outlet): w for p in affirmed if (w := where[p.id]).outlet})
    left_out += passing
    counting, travelling = without_travellers(
        counting, _at_war([(tellers[p.id], p.at_war and not _goes_elsewhere(p, pair)) for p in telling])
    )
    together, why = merged(counting)
    together, unheard = without_unheard(together, telling, tellers, where)
    why += [*of_kin, *unheard, *left_out, *travelling]
    denied = [part for part in opposed if denies(part, pair) and part.will != "forced"]
    documents = list(dict.fromkeys(where[part.id].id for part in affirmed))
    told = {report.id: report for report in on}
    drive = RecruitmentDrive(
        id=drive_id(pair),
        people=pair[0],
        side=pair[1],
        title=f"People of {_country_name(pair[0])} recruited for the war of {_country_name(pair[1])}",
        propositions=tuple(sorted({of[part.id] for part in (*affirmed, *denied) if part.id in of})),
        documents=tuple(documents),
        reports=len(documents),
        outlets=len({outlet_key(outlet) for id_ in documents if (outlet := told[id_].outlet)}),
        origins=count_voices(together, why),
        voices=behind.voices(counted=behind.counted(counting, together)),
        against=tuple(part.id for part in denied),
        contradictions=contradictions(pair, affirmed, opposed, tellers, where),
        denied_by=_Behind(denied, tellers, where).voices(without=behind.named),
    )
    return FoundDrive(drive=drive, voices=behind.tellers())


def _goes_elsewhere(part: Part, pair: Pair) -> bool:
    """Whether a claim tells of a journey to another country than that of the war: "3,000 crossed into Finland"."""
    return part.event_type == "TRANSFER" and bool(part.where) and pair[1] not in part.where | part.side


def _at_war(told: Sequence[tuple[Teller, bool]]) -> set[str]:
    """Ids of the voices that tell of war somewhere: also a person who does so where a retelling leaves out the name."""
    found = {teller.id for teller, war in told if war}
    nameless = {teller.id: teller for teller, war in told if war and teller.kind == "unnamed"}
    others = {teller.id: teller for teller, _ in told if teller.kind == "person" and teller.id not in found}
    return found | {id_ for id_, person in others.items() if any(is_taken_for(n, person) for n in nameless.values())}


def _only_aside(affirmed: Sequence[Part], telling: Collection[str], tellers: Mapping[str, Teller]) -> list[Reason]:
    """Why the voices that tell nothing but what adds no voice are left out; `telling` has the ids of the others."""
    why = {tellers[p.id].id: p.aside for p in affirmed if p.aside and tellers[p.id].id not in telling}
    return [Reason(rule="origins.looks_on", detail=each) for each in why.values()]


TOGETHER = 3
"""Documents on one drive that tell of taking people, from which on it stands without one that tells of it outright."""
SHARE = 0.3
"""Least share of its documents that these are."""


def _stands(affirmed: Sequence[Part], pair: Pair, where: Mapping[str, DriveReport]) -> bool:
    """Whether the claims of a drive tell of taking that people for that war, and not only what became of some men."""
    said = [part for part in affirmed if part.stand == "said"]
    halves = {where[part.id].id for part in said if may_make(part, pair)}
    enough = max(TOGETHER, SHARE * len({where[part.id].id for part in affirmed}))
    return any(makes(part, pair) for part in said) or len(halves) >= enough


def _parts(report: DriveReport, members: OnDrive) -> list[Part]:
    """The claims of a document that tell a part of a drive: that tell of it themselves, or that its document, which is
    mainly about it, tells in a country near it."""
    near = countries_of(members.subjects) | {code for pair in members.members.pairs for code in pair}
    mainly = members.members.documents[report.id]
    return [
        part
        for part in report.parts
        if not is_of_others(part, members.pair)
        and (
            not part.pairs.isdisjoint(members.members.pairs)
            or (mainly and is_in(part, members.pair, near) and (not part.where or not part.where.isdisjoint(near)))
        )
    ]


class _Behind:
    """The voices behind some claims, taken together where they are one. Lives only inside `make_drive`."""

    def __init__(self, parts: Sequence[Part], tellers: Mapping[str, Teller], where: Mapping[str, DriveReport]) -> None:
        self.where = where
        self.named: dict[str, Teller] = {}
        self.claims: dict[str, list[str]] = defaultdict(list)
        self.own: set[str] = set()
        """Claims that a voice tells under its own name, and not a spokesman for it."""
        self.merged = Known(merged([tellers[part.id] for part in parts])[0])
        for part in parts:
            voice = voice_of(tellers[part.id], self.merged)
            self.named[voice.id] = voice
            self.claims[voice.id].append(part.id)
            if tellers[part.id].name == voice.name:
                self.own.add(part.id)

    def counted(self, counting: Sequence[Teller], together: Sequence[Teller]) -> set[str]:
        """Ids of the listed voices behind those that count, which are `together` brought to fewer; a channel beside a
        voice that it heard is none."""
        found = {voice.id for voice in together}
        speaking = (t for t in counting if t.kind not in ("outlet", "own_reporting", "unknown"))
        return found | {voice_of(teller, self.merged).id for teller in speaking}

    def tellers(self) -> tuple[tuple[Teller, tuple[str, ...]], ...]:
        """Each voice with its claims."""
        return tuple((self.named[id_], tuple(claims)) for id_, claims in self.claims.items())

    def voices(self, *, counted: Iterable[str] = (), without: Iterable[str] = ()) -> tuple[DriveVoice, ...]:
        """As a drive lists them: those that count first, then those of most claims."""
        counts, left = frozenset(counted), frozenset(without)
        order = sorted(self.claims, key=lambda id_: (id_ not in counts, -len(self.claims[id_]), id_))
        return tuple(
            DriveVoice(
                origin=id_,
                name=self.named[id_].name,
                kind=self.named[id_].kind,  # type: ignore[arg-type]
                documents=tuple(dict.fromkeys(self.where[claim].id for claim in self.claims[id_])),
                claims=tuple(sorted(self.claims[id_], key=lambda claim: claim not in self.own)),
                counted=id_ in counts,
            )
            for id_ in order
            if id_ not in left
        )


def _country_name(code: str) -> str:
    country = load_countries().get(code)
    return country.name if country else code
