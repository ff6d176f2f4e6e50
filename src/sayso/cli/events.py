"""`sayso events`: propositions that tell of one happening."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import AsJson, LedgerPath, Limit, Mask, Offset, masked_so, masking, open_ledger
from sayso.cli.output import careful, one_line, print_answer, print_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Happening
    from sayso.views.desk.events import EventsPage


@careful
def events(
    ledger: LedgerPath = None,
    text: Annotated[str | None, typer.Option(help="Words in the title of one of its propositions.")] = None,
    limit: Limit = 50,
    offset: Offset = 0,
    mask: Mask = None,
    as_json: AsJson = False,
) -> None:
    """List events that several propositions tell of, those told in most documents first.

    `sayso show ID` gives one with the words of each claim; with --json the reasons stand here too.
    """
    from sayso.store import happened
    from sayso.views.desk.events import events_page

    asked = masked_so(mask)
    with open_ledger(ledger) as opened:
        page = events_page(opened, text=text, limit=limit, offset=offset)
        whole = opened.ask(happened.events_by_id, [row.id for row in page.rows]) if as_json else ()
        masked = masking(opened, asked)
    if masked:
        page, whole = masked.of(page), masked.of(whole)
    if as_json:
        print_answer(events_json(page, whole, offset), masked)
        return
    print_note(masked)
    print_events(page, offset)


def events_json(page: "EventsPage", whole: "Sequence[Happening]", offset: int) -> dict[str, Any]:
    """A page of events for programs; `whole` are they themselves, in its order."""
    return {
        "total": page.paging.total,
        "offset": offset,
        "waiting": page.waiting,
        "events": [
            {"event": happening, "propositions": list(row.propositions)}
            for row, happening in zip(page.rows, whole, strict=True)
        ],
    }


def print_events(page: "EventsPage", offset: int) -> None:
    """A page of events, each with its propositions; to standard error how many there are and what waits."""
    from sayso.model import OriginCount
    from sayso.views.wording import behind, plural

    for row in page.rows:
        print(f"{row.id}  {plural(len(row.propositions), 'proposition')}, {plural(row.documents, 'document')}")
        for told in row.propositions:
            count = OriginCount(at_least=told.at_least, at_most=told.at_most)
            print(f"    {told.id}  {one_line(told.title, 100)}  ({behind(told.reports, told.outlets, count)})")
    shown = f"{offset + 1} to {offset + len(page.rows)} of " if page.rows else "0 of "
    typer.echo(shown + plural(page.paging.total or 0, "event") + ".", err=True)
    if page.waiting:
        waits = f"{plural(page.waiting, 'document')} not held against the others for events yet"
        typer.echo(f"{waits}: `sayso relate` works events out anew.", err=True)
