"""The picture page: the recruitment system as a flow, over all time or a part of it."""

from collections.abc import Sequence
from datetime import date

from sayso.lexicon.facets import Facet
from sayso.model import Reading
from sayso.model._record import record
from sayso.run.judged import judged_readings
from sayso.store.ledger import Ledger
from sayso.views.library import Library
from sayso.views.picture import picture
from sayso.views.records import Flow, PictureRow


@record
class PicturePage:
    """The picture."""

    since: date | None
    until: date | None
    rows: tuple[PictureRow, ...]
    flows: tuple[Flow, ...]
    facets: tuple[tuple[str, str], ...]
    """Name and heading of each part, in order."""


def picture_page(ledger: Ledger, facets: Sequence[Facet], *, since: date | None, until: date | None) -> PicturePage:
    """The picture of all claims, or of those published in `[since, until)`."""
    return ledger.recall(f"picture {since} {until}", lambda: drawn(ledger, facets, since, until), judged=True)


def drawn(ledger: Ledger, facets: Sequence[Facet], since: date | None, until: date | None) -> PicturePage:
    """The picture, worked out from the readings as people left them."""
    readings = [r for r in judged_readings(ledger) if within(r, since, until)]
    rows, flows = picture(Library(readings, ledger.relations(), ledger.grades()), facets)
    titles = tuple((facet.name, facet.title) for facet in facets)
    return PicturePage(since=since, until=until, rows=rows, flows=flows, facets=titles)


def within(reading: Reading, since: date | None, until: date | None) -> bool:
    """Whether a document was published in the time asked for; undated ones only when none is asked for."""
    published = reading.document.published
    if published is None:
        return since is None and until is None
    return (since is None or published.end > since) and (until is None or published.start < until)
