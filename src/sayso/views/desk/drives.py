"""The page of recruitment drives."""

from sayso.model._record import record
from sayso.run.drives import work_out
from sayso.store import Ledger
from sayso.views.drives import drive_line
from sayso.views.library import Library
from sayso.views.records import DriveLine

MOST = 300
"""Documents up to which a page works drives out: four seconds or less, see docs/method/drives.md."""


@record
class DrivesPage:
    """Recruitment drives, those of most reports first."""

    documents: int
    """How many documents tell of people who come to fight."""
    too_many: bool
    """Whether these are too many to be related while a page waits: `sayso drives` takes more."""
    drives: tuple[DriveLine, ...]


def drives_page(ledger: Ledger) -> DrivesPage:
    """The drives of a ledger, worked out now."""
    found = work_out(ledger, most=MOST)
    library = Library(found.readings, found.relations)
    return DrivesPage(
        documents=found.documents,
        too_many=found.too_many,
        drives=tuple(drive_line(library, drive) for drive in found.drives),
    )
