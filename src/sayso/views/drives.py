"""A recruitment drive as people read it: who tells of it, each with where, who denies it, and what is told."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from sayso.lexicon.countries import load_countries
from sayso.lexicon.deniers import DENIAL
from sayso.lexicon.facets import Facet
from sayso.lexicon.phrases import interval
from sayso.model import Change, Contradiction, DriveVoice, Figure, Origin, RecruitmentDrive
from sayso.model._record import record
from sayso.stages.assess import own_figures
from sayso.stages.link.claims.article import is_plain
from sayso.store import Ledger, driven, picture_rows, pictured
from sayso.store.desk.claims import claims_by_id
from sayso.store.picture_rows import OneEntry
from sayso.store.query import ClaimRow
from sayso.views.citing import cite_each
from sayso.views.drive_words import summary
from sayso.views.figures import firmness_of
from sayso.views.records import (
    Citation,
    DisagreementLine,
    DriveEntry,
    DriveFacet,
    DriveFigures,
    DriveLine,
    DriveSheet,
    FigureLine,
    ToldFigure,
    VoiceLine,
)
from sayso.views.slips import between_voices, changed_by, is_slip
from sayso.views.wording import named_voice, speaker_of

CITED = 3
"""Citations of a line."""
VOICES, ENTRIES, FIGURES = 60, 8, 12
"""Voices, entries of a facet and figures of a kind that are shown."""
COUNTED = {
    "Recruited or sent": ("RECRUIT", "DEPLOY", "TRANSFER", "TRAIN"),
    "Approached or in touch": ("CONTACT",),
    "Killed": ("KILL",),
    "Wounded": ("WOUND",),
    "Held": ("DETAIN",),
    "Missing": ("MISSING",),
}
"""Kinds of figures, and the event types that give them."""


def drive_line(ledger: Ledger, drive: RecruitmentDrive, most: int | None = None) -> DriveLine:
    """A drive with the voices that count, at most so many."""
    return drive_lines(ledger, [drive], most)[0]


def drive_lines(ledger: Ledger, drives: Sequence[RecruitmentDrive], most: int | None = None) -> tuple[DriveLine, ...]:
    """Drives with the voices that count, at most so many of each."""
    counted = {drive.id: [voice for voice in drive.voices if voice.counted] for drive in drives}
    shown = {drive.id: (*counted[drive.id][:most], *drive.denied_by[:most]) for drive in drives}
    told = tellingly(ledger, [voice for held in shown.values() for voice in held])
    cited = cite_each(
        ledger, {f"{d} {v.origin}": sorted(v.claims, key=told) for d, held in shown.items() for v in held}, most=CITED
    )
    return tuple(
        DriveLine(
            id=drive.id,
            title=drive.title,
            people=drive.people,
            side=drive.side,
            reports=drive.reports,
            outlets=drive.outlets,
            origins=drive.origins,
            voices=tuple(voice_line(v, cited[f"{drive.id} {v.origin}"]) for v in counted[drive.id][:most]),
            more_voices=len(counted[drive.id][most:]) if most is not None else 0,
            denied_by=tuple(voice_line(v, cited[f"{drive.id} {v.origin}"]) for v in drive.denied_by[:most]),
        )
        for drive in drives
    )


TELLING = ("RECRUIT", "DEPLOY", "TRANSFER", "OFFER", "CONTACT")
"""Event types in the order in which a voice's words are quoted: who was trained once tells least of who is taken."""


def tellingly(ledger: Ledger, voices: Iterable[DriveVoice]) -> Callable[[str], int]:
    """A key that puts those claims of some voices first that tell most of a drive, and leaves others in their order."""
    types = ledger.ask(driven.types_of, {claim for voice in voices for claim in voice.claims})
    rank = {kind: n for n, kind in enumerate(TELLING)}
    return lambda claim: rank.get(types.get(claim, ""), len(rank))


def voice_line(voice: DriveVoice, citations: tuple[Citation, ...]) -> VoiceLine:
    """A voice with where it tells a part."""
    return VoiceLine(
        origin=voice.origin,
        name=voice_name(voice),
        kind=voice.kind,
        documents=len(voice.documents),
        claims=len(voice.claims),
        citations=citations,
    )


def voice_name(voice: DriveVoice | Origin) -> str:
    """How a voice behind a drive is called."""
    if voice.kind == "unknown":
        return NOBODY
    name = voice.name or "unnamed voice"
    return f"{name} (own reporting)" if voice.kind == "own_reporting" else name


def drive_sheet(ledger: Ledger, drive: RecruitmentDrive, facets: Sequence[Facet]) -> DriveSheet:
    """A drive with all that is told of it."""
    line = drive_line(ledger, drive, VOICES)
    said_by = {claim: voice_name(voice) for voice in drive.voices for claim in voice.claims}
    beside = forbidden_by(ledger, drive, said_by)
    every = said_by | beside
    entries = [one for one in ledger.ask(picture_rows.entries_of, drive.documents) if one.claim in every]
    told = tuple(
        found
        for facet in facets
        if facet.kind != "quantity" and (found := drive_facet(ledger, facet, entries, every)).rows
    )
    first, last = (date.fromisoformat(d) if d else None for d in ledger.ask(driven.first_and_last, drive.documents))
    figures = drive_figures(ledger, drive, said_by)
    said_by |= {claim: voice_name(voice) for voice in drive.denied_by for claim in voice.claims}
    return DriveSheet(
        line=line,
        first=first,
        last=last,
        summary=summary(line, told, figures, named_country(drive.people), named_country(drive.side), (first, last)),
        uncounted=cited_voices(ledger, [voice for voice in drive.voices if not voice.counted][:VOICES]),
        facets=told,
        figures=figures,
        disagreements=drive_disagreements(ledger, drive, said_by),
    )


def forbidden_by(ledger: Ledger, drive: RecruitmentDrive, said_by: Mapping[str, str]) -> dict[str, str]:
    """Claims of bans and cases beside those that tell a part of a drive, each with who says so.

    Only what is told to be so: a bill that would punish recruiters forbids nothing yet.
    """
    joined = ledger.ask(picture_rows.joined_to, drive.documents, pictured.BESIDE)
    wanted = [claim for claim, others in joined.items() if claim not in said_by and not others.isdisjoint(said_by)]
    rows = ledger.ask(claims_by_id, wanted)
    return {
        key: speaker_of(row.claim.chain, row.outlet)
        if row.claim.chain
        else f"{row.outlet or 'the article'} (own reporting)"
        for key, row in rows.items()
        if row.claim.factuality in ("asserted", "probable")
    }


def cited_voices(ledger: Ledger, voices: Sequence[DriveVoice]) -> tuple[VoiceLine, ...]:
    """Voices with where they tell a part."""
    told = tellingly(ledger, voices)
    cited = cite_each(ledger, {voice.origin: sorted(voice.claims, key=told) for voice in voices}, most=CITED)
    return tuple(voice_line(voice, cited[voice.origin]) for voice in voices)


def drive_disagreements(
    ledger: Ledger, drive: RecruitmentDrive, said_by: Mapping[str, str]
) -> tuple[DisagreementLine, ...]:
    """What those who tell of a drive disagree on, face to face, in the order in which they were found."""
    figures = [figure for _, figure in ledger.ask(driven.figures, sides_of(drive.contradictions))]
    changes = ledger.ask(driven.changes_between, drive.documents)
    differing = between_voices(drive.contradictions, figures, changes)
    sides = sides_of(differing)
    cited = cite_each(ledger, {claim: [claim] for claim in sides}, most=1)
    names = {key: side_name(row, said_by.get(key)) for key, row in ledger.ask(claims_by_id, sides).items()}
    return tuple(
        DisagreementLine(
            about=each.about,
            difference=each.difference,
            denial=each.denial,
            left=cited[each.left][0],
            right=cited[each.right][0],
            left_by=names.get(each.left, NOBODY),
            right_by=names.get(each.right, NOBODY),
            right_denies=any(reason.rule == "drive.denial" for reason in each.reasons),
        )
        for each in differing
        if cited[each.left] and cited[each.right]
    )


def sides_of(contradictions: Iterable[Contradiction]) -> list[str]:
    """The claims that stand against each other."""
    return [claim for each in contradictions for claim in (each.left, each.right)]


def side_name(row: ClaimRow, voice: str | None) -> str:
    """Who says one side: as the article names him, where it names a person, and not as the voice is called that he
    speaks for; who is told by a pronoun or an office alone as his voice."""
    return (
        voice or speaker_of(row.claim.chain, row.outlet)
        if row.claim.event_type == DENIAL
        else named_voice(row.claim.chain, voice, row.outlet)
    )


NOBODY = "nobody named"
"""Who says what no voice is known for."""


@record
class Told:
    """Where an entry is told."""

    name: str
    documents: frozenset[str]
    voices: tuple[str, ...]
    claims: tuple[str, ...]


def drive_facet(ledger: Ledger, facet: Facet, entries: Iterable[OneEntry], said_by: Mapping[str, str]) -> DriveFacet:
    """What is named of one kind, what most voices tell first. `said_by` gives the voice of each claim."""
    of: dict[str, list[OneEntry]] = {}
    for one in entries:
        if one.facet == facet.name:
            of.setdefault(one.name.casefold(), []).append(one)
    told = [
        Told(
            name=held[0].name,
            documents=frozenset(one.document for one in held),
            voices=tuple(dict.fromkeys(said_by[one.claim] for one in held)),
            claims=tuple(one.claim for one in held),
        )
        for held in of.values()
    ]
    told.sort(key=lambda each: (-len(each.voices), -len(each.documents), each.name))
    cited = cite_each(ledger, {each.name: each.claims for each in told[:ENTRIES]}, most=CITED)
    return DriveFacet(
        facet=facet.name,
        title=facet.title,
        rows=tuple(
            DriveEntry(name=each.name, reports=len(each.documents), voices=each.voices, citations=cited[each.name])
            for each in told[:ENTRIES]
        ),
        more=len(told[ENTRIES:]),
    )


def drive_figures(ledger: Ledger, drive: RecruitmentDrive, said_by: Mapping[str, str]) -> tuple[DriveFigures, ...]:
    """Figures of people by what became of them, each on whose word."""
    found = [(kind, f) for kind, f in ledger.ask(driven.figures, said_by) if counts_people(f, kind)]
    changes = ledger.ask(driven.changes_between, {f.document for _, f in found})
    kinds = {title: [figure for kind, figure in found if kind in types] for title, types in COUNTED.items()}
    return tuple(figures_of(ledger, title, held, said_by, changes) for title, held in kinds.items() if held)


def figures_of(
    ledger: Ledger, title: str, figures: Sequence[Figure], said_by: Mapping[str, str], changes: Sequence[Change]
) -> DriveFigures:
    """Figures of one kind."""
    told = told_figures(own_figures(figures, changes))[:ENTRIES]
    slips = [f.claim for f in figures[:FIGURES] if is_slip(f, changes)]
    outlets = {key: row.outlet for key, row in ledger.ask(claims_by_id, slips).items()} if slips else {}
    shown = [*figures[:FIGURES], *(each[0] for _, each in told)]
    cited = cite_each(ledger, {f.claim: [f.claim] for f in shown}, most=1)
    return DriveFigures(
        title=title,
        told=tuple(
            ToldFigure(
                reading=reading,
                firmness=firmness,
                reports=len({f.document for f in each}),
                citation=cited[each[0].claim][0],
            )
            for (reading, firmness), each in told
        ),
        rows=tuple(
            figure_line(
                f, changed_by(outlets.get(f.claim)) if is_slip(f, changes) else said_by[f.claim], cited[f.claim]
            )
            for f in figures[:FIGURES]
        ),
        more=len(figures[FIGURES:]),
    )


def told_figures(figures: Iterable[Figure]) -> list[tuple[tuple[str, str], list[Figure]]]:
    """What is given, how firmly, and by which figures, those of most reports first and of these the largest.

    Never two in one range, as one may count some of whom another counts.
    """
    of: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        of.setdefault((reading_of(figure), firmness_of(figure)), []).append(figure)
    return sorted(of.items(), key=lambda each: (-len({f.document for f in each[1]}), -_size(each[1][0]), each[0]))


def _size(figure: Figure) -> float:
    """How many a figure may count: of figures that as many reports give, the largest is most likely of all of them."""
    return figure.high if figure.high is not None else figure.low or 0.0


def reading_of(figure: Figure) -> str:
    """What a figure of people is taken to mean."""
    return interval(figure.low, figure.high, figure.unit)


def counts_people(figure: Figure, kind: str) -> bool:
    """Whether a figure counts people, more than one: also "nine of them", where it is of the dead or held."""
    unit = figure.unit or ""
    told = is_plain(unit) or is_plain(unit.capitalize()) if unit else kind in HURT
    return told and (figure.high is None or figure.high > 1)


HURT = frozenset({"KILL", "WOUND", "DETAIN", "MISSING"})
"""Event types of which a bare number counts people."""


def figure_line(figure: Figure, voice: str, citations: Sequence[Citation]) -> FigureLine:
    """A figure with whose it is."""
    return FigureLine(
        words=figure.span.text,
        reading=reading_of(figure),
        firmness=firmness_of(figure),
        origin=voice,
        published=figure.published,
        citation=citations[0],
    )


def named_country(code: str) -> str:
    """A country's name."""
    country = load_countries().get(code)
    return country.name if country else code


def in_briefing(drives: Iterable[RecruitmentDrive], most: int) -> list[RecruitmentDrive]:
    """Drives that stand in a briefing: those of two reports or more, those of most reports first; where there is none,
    those of one, since a briefing of one article is asked the same questions."""
    given = list(drives)
    return ([drive for drive in given if drive.reports >= TOLD_TWICE] or given)[:most]


TOLD_TWICE = 2
"""Reports from which on a drive stands in a briefing beside others: one article's is among the propositions."""
