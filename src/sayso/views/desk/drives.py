"""The pages of recruitment drives: all of them, and one with all that is told of it."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon.facets import Facet
from sayso.model import DriveVoice, Origin, OriginCount, RecruitmentDrive
from sayso.model._record import record
from sayso.run.drives import bring_up_to_date, current_drives
from sayso.stages.assess import remaining
from sayso.stages.link.texts.outlets import outlet_key
from sayso.store import Ledger, driven
from sayso.views.desk.because import why_counted
from sayso.views.desk.paging import Paging
from sayso.views.drives import cited_voices, drive_lines, drive_sheet
from sayso.views.records import DriveLine, DriveSheet, VoiceLine

SHOWN = 8
"""Voices of a drive in the list."""


@record
class DrivesPage:
    """Recruitment drives, those of most reports first."""

    documents: int
    """How many documents tell of people who come to fight."""
    waiting: bool
    """Whether the ledger is of an older version, and its documents are to be related first."""
    drives: tuple[DriveLine, ...]
    paging: Paging


@record
class DrivePage:
    """One recruitment drive."""

    sheet: DriveSheet
    """What is told of it by the voices that are left."""
    counted: OriginCount
    """Independent origins without the voices that were unticked."""
    reports: int
    """Reports that still tell a part of it then."""
    without: tuple[str, ...]
    """Ids of the voices that were unticked."""
    withdrawn: tuple[VoiceLine, ...]
    """These voices, with what they tell."""
    why: tuple[str, ...]
    """Why so many origins are counted, in sentences; empty where voices were unticked, as they are not counted anew."""
    propositions: int
    """How many propositions tell a part of it."""


def drives_page(ledger: Ledger, *, limit: int, offset: int) -> DrivesPage:
    """The drives of a ledger, a page at a time; those are worked out of which a document tells something else."""
    bring_up_to_date(ledger)
    found = ledger.ask(driven.ordered)
    return DrivesPage(
        documents=ledger.ask(driven.telling),
        waiting=ledger.lacks_drives(),
        drives=drive_lines(ledger, ledger.ask(driven.drives, found[offset : offset + limit]), SHOWN),
        paging=Paging(total=len(found), limit=limit, offset=offset),
    )


def drive_page(ledger: Ledger, key: str, facets: Sequence[Facet], *, without: Sequence[str] = ()) -> DrivePage | None:
    """One drive as it is told without the voices that were unticked, ids of voices that it does not have left aside;
    None when there is none with this id."""
    found = current_drives(ledger, [key])
    if not found:
        return None
    drive = found[0]
    gone = [voice for voice in drive.voices if voice.origin in without]
    rest = without_voices(ledger, drive, gone) if gone else drive
    return DrivePage(
        sheet=drive_sheet(ledger, rest, facets),
        counted=rest.origins,
        reports=rest.reports,
        without=tuple(voice.origin for voice in gone),
        withdrawn=cited_voices(ledger, gone),
        why=() if gone else why_counted(drive.origins, ()),
        propositions=len(drive.propositions),
    )


def without_voices(ledger: Ledger, drive: RecruitmentDrive, gone: Sequence[DriveVoice]) -> RecruitmentDrive:
    """What is left of a drive when some of its voices are withdrawn."""
    left = tuple(voice for voice in drive.voices if voice not in gone)
    held = frozenset(document for voice in left for document in voice.documents)
    claims = frozenset(claim for voice in gone for claim in voice.claims)
    documents = tuple(document for document in drive.documents if document in held)
    return replace(
        drive,
        voices=left,
        documents=documents,
        reports=len(documents),
        outlets=len(set(map(outlet_key, ledger.ask(driven.outlets_of, documents)))),
        origins=recount(drive, [voice.origin for voice in gone]),
        contradictions=tuple(each for each in drive.contradictions if claims.isdisjoint((each.left, each.right))),
    )


@record
class DriveWithout:
    """What a drive rests on without a source."""

    id: str
    title: str
    before: OriginCount
    after: OriginCount
    alone: bool
    """Whether nobody else tells a part of it."""


def drives_with(ledger: Ledger, origin: Origin) -> tuple[DriveWithout, ...]:
    """The drives of which an origin tells a part, and what becomes of each without it."""
    bring_up_to_date(ledger)
    claims = frozenset(origin.claims)
    found = []
    for drive in ledger.ask(driven.drives, ledger.ask(driven.telling_of, origin.id, origin.claims)):
        gone = [v.origin for v in drive.voices if v.origin == origin.id or claims.issuperset(v.claims)]
        if gone:
            alone = len(gone) == len(drive.voices)
            after = recount(drive, gone)
            found.append(DriveWithout(id=drive.id, title=drive.title, before=drive.origins, after=after, alone=alone))
    return tuple(found)


def recount(drive: RecruitmentDrive, without: Sequence[str]) -> OriginCount:
    """The interval when some voices are withdrawn, counted as `sayso impact` counts."""
    if not without:
        return drive.origins
    known = [voice for voice in drive.voices if voice.kind != "unknown"]
    gone = [voice.name or voice.origin for voice in known if voice.origin in without]
    return remaining(drive.origins, gone, [v.name or v.origin for v in known if v.origin not in without])
