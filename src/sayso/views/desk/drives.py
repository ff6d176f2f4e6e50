"""The pages of recruitment drives: all of them, and one with all that is told of it."""

from collections.abc import Sequence

from sayso.lexicon.facets import Facet
from sayso.model import Origin, OriginCount, RecruitmentDrive
from sayso.model._record import record
from sayso.run.drives import bring_up_to_date, current_drives
from sayso.stages.assess import remaining
from sayso.store import Ledger, driven
from sayso.views.desk.because import why_counted
from sayso.views.desk.paging import Paging
from sayso.views.drives import drive_lines, drive_sheet
from sayso.views.records import DriveLine, DriveSheet

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
    counted: OriginCount
    """Independent origins without the voices that were unticked."""
    reports: int
    """Reports that still tell a part of it then."""
    without: tuple[str, ...]
    """Ids of the voices that were unticked."""
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
    """One drive, its numbers without the voices that were unticked; None when there is none with this id."""
    found = current_drives(ledger, [key])
    if not found:
        return None
    drive = found[0]
    left = [voice for voice in drive.voices if voice.origin not in without]
    return DrivePage(
        sheet=drive_sheet(ledger, drive, facets),
        counted=recount(drive, without),
        reports=len({document for voice in left for document in voice.documents}),
        without=tuple(without),
        why=() if without else why_counted(drive.origins, ()),
        propositions=len(drive.propositions),
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
