"""`sayso claims` and `sayso sources`: lists with filters."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import AsJson, LedgerPath, Limit, Mask, Offset, masked_so, masking, open_ledger, settings
from sayso.cli.output import careful, one_line, print_answer, print_note, print_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.model import Claim
    from sayso.store import ClaimFilter, ClaimRow, Ledger

Outlet = Annotated[str | None, typer.Option(help="Part of the name of the outlet that published it.")]


@careful
def claims(
    ledger: LedgerPath = None,
    actor: Annotated[str | None, typer.Option(help="Part of a name of any argument, or an entity's id.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="Event type, such as RECRUIT.")] = None,
    place: Annotated[
        str | None, typer.Option(help="Part of a place's name, a country's code such as IR, or a GeoNames id.")
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(metavar="FROM..TO", help="Days, months or years: 2022-09..2022-10, 2022-09-05.., ..2022, 2022."),
    ] = None,
    source: Annotated[str | None, typer.Option(help="Part of a source's name, or a source kind.")] = None,
    outlet: Outlet = None,
    factuality: Annotated[
        str | None,
        typer.Option(help="asserted, probable, possible, planned, counterfactual, negated, asked or unknown."),
    ] = None,
    text: Annotated[str | None, typer.Option(help="Words that all stand in the claim or its sentence.")] = None,
    document: Annotated[str | None, typer.Option(help="Document id.")] = None,
    limit: Limit = 50,
    offset: Offset = 0,
    as_csv: Annotated[
        bool,
        typer.Option(
            "--csv",
            help="All claims that the filters keep as CSV, each with its sentence, chain of sources and document.",
        ),
    ] = False,
    mask: Mask = None,
    as_json: AsJson = False,
) -> None:
    """List claims: who says what. All filters that are given must hold."""
    from sayso.store import ClaimFilter
    from sayso.views.desk.export import claims_csv
    from sayso.views.desk.people import as_corrected

    if as_csv and as_json:
        raise typer.BadParameter("a list is CSV or JSON, not both", param_hint="--csv")

    since, until = (None, None) if period is None else period_of(period)
    wanted = ClaimFilter(
        actor=actor,
        event_type=type_,
        place=place,
        since=since,
        until=until,
        source=source,
        outlet=outlet,
        factuality=one_of_factualities(factuality),
        text=text,
        document=document,
        limit=limit,
        offset=offset,
    )
    asked = masked_so(mask)
    with open_ledger(ledger) as opened:
        known_type(opened, type_)
        masked = masking(opened, asked)
        if as_csv:
            for part in claims_csv(opened, wanted, masked):
                print(part, end="")
            return
        total, rows = opened.count_claims(wanted), as_corrected(opened, opened.claims(wanted))
        names = {} if as_json else voices_of(opened, [row.claim.id for row in rows])
    rows, names = (masked.of(rows), masked.of(names)) if masked else (rows, names)
    if as_json:
        print_answer({"total": total, "offset": offset, "claims": [claim_json(row) for row in rows]}, masked)
    else:
        print_note(masked)
        print_claims(rows, wanted, total, names)


def print_claims(rows: "tuple[ClaimRow, ...]", wanted: "ClaimFilter", total: int, names: "Mapping[str, str]") -> None:
    """Print claims, and how many there are: two lines each on a terminal; in a pipe heads and cells, tabs between.
    `names` has the voice that a claim is put down to, where one is known."""
    from sayso.views.wording import plural

    if not sys.stdout.isatty():
        print("\t".join(CLAIM_HEADS))
    for row in rows:
        cells = [cell.replace("\t", " ") for cell in claim_cells(row, names.get(row.claim.id))]
        print("{}  {}, {}  {} {}, {}\n    {}".format(*cells) if sys.stdout.isatty() else "\t".join(cells))
    last = wanted.offset + len(rows)
    of = plural(total, "claim")
    note = f"{wanted.offset + 1} to {last} of {of}" if rows else f"0 of {of}"
    typer.echo(note + (f"; more with --offset {last}" if last < total and rows else "") + ".", err=True)


CLAIM_HEADS = ("claim", "published", "outlet", "type", "factuality", "source", "words")
"""What `claim_cells` gives."""


def claim_cells(row: "ClaimRow", voice: str | None) -> tuple[str, ...]:
    """A claim as the cells of a line."""
    claim = row.claim
    return (
        claim.id,
        row.published.start.isoformat() if row.published else "undated",
        row.outlet or "unknown",
        claim.event_type,
        claim.factuality,
        one_line(voices(claim, voice), 60),
        one_line(claim.content.text, 120),
    )


def voices_of(ledger: "Ledger", claims: "Sequence[str]") -> dict[str, str]:
    """Claim -> the name of the voice that it is put down to, as the briefing has it; not of those whose voice is the
    outlet's own or cannot be told."""
    from sayso.store import desk

    of = ledger.ask(desk.origins_of_claims, claims)
    known = ledger.ask(desk.origins_within, of.values(), claims)
    voice = {key: o.name for key, o in known.items() if o.name and o.kind not in ("unknown", "own_reporting", "outlet")}
    return {claim: voice[key] for claim, key in of.items() if key in voice}


def voices(claim: "Claim", voice: str | None = None) -> str:
    """On whose word a claim stands, the innermost source first; it is called as in a briefing where its voice is known.

    >>> from types import SimpleNamespace as link
    >>> chain = [link(name="the ministry", kind="document"), link(name="a recruit", kind="unnamed_recruit")]
    >>> voices(link(chain=chain)), voices(link(chain=chain), "Bo Aas")
    ('a recruit, as told by the ministry', 'Bo Aas, as told by the ministry')
    """
    from sayso.views.wording import named_voice, speaker

    if not claim.chain:
        return voice or "the article itself"
    *outer, last = claim.chain
    own = named_voice([last], voice, None)
    return ", as told by ".join((own, *(speaker(link) for link in reversed(outer) if speaker(link) != own)))


def claim_json(row: "ClaimRow") -> dict[str, Any]:
    """A claim and its document for programs."""
    from sayso.model.wire import plain

    return {
        "claim": plain(row.claim),
        "document": {
            "id": row.document,
            "title": row.title,
            "outlet": row.outlet,
            "published": plain(row.published),
        },
    }


@careful
def sources(
    ledger: LedgerPath = None,
    name: Annotated[str | None, typer.Option(help="Part of the source's name.")] = None,
    kind: Annotated[str | None, typer.Option(help="Source kind, such as unnamed_military.")] = None,
    outlet: Outlet = None,
    limit: Limit = 50,
    offset: Offset = 0,
    mask: Mask = None,
    as_json: AsJson = False,
) -> None:
    """List who is cited, with how many claims rest on each, most first."""
    asked = masked_so(mask)
    with open_ledger(ledger) as opened:
        rows = opened.sources(name=name, kind=kind, outlet=outlet, limit=limit, offset=offset)
        masked = masking(opened, asked)
    rows = masked.of(rows) if masked else rows
    if as_json:
        print_answer({"offset": offset, "sources": list(rows)}, masked)
        return
    print_note(masked)
    cells = [
        (row.name, row.kind, str(row.claims), str(row.attributions), str(row.documents), row.entity or "-")
        for row in rows
    ]
    print_table(("source", "kind", "claims", "citations", "documents", "entity"), cells, wide=0)


def known_type(ledger: "Ledger", value: str | None) -> None:
    """Raise a usage error that names the event types that there are, where none of them is the one asked for: those of
    the ledger's claims and those of the domain packs in use."""
    from sayso.lexicon.packs import load_packs
    from sayso.store.terms import texts_of

    if value is None:
        return
    held = set(ledger.ask(texts_of, "event_type"))
    if value.upper() not in held:
        held |= {kind.name for pack in load_packs(settings().packs) for kind in pack.types}
    if value.upper() not in held:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(sorted(held))}", param_hint="--type")


def one_of_factualities(value: str | None) -> Any:
    """A factuality, whatever the capitals; a usage error names those that there are."""
    from typing import get_args

    from sayso.model import Factuality

    if value is None or value.lower() in get_args(Factuality):
        return value and value.lower()
    raise typer.BadParameter(f"{value!r} is none of {', '.join(get_args(Factuality))}", param_hint="--factuality")


def period_of(words: str) -> tuple[date | None, date | None]:
    """First day, and first day after the last, of `FROM..TO`, where either side may be a day, month or year, or empty.

    >>> period_of("2022-09..2022-10")
    (datetime.date(2022, 9, 1), datetime.date(2022, 11, 1))
    >>> period_of("2022")
    (datetime.date(2022, 1, 1), datetime.date(2023, 1, 1))
    """
    first, dots, last = words.partition("..")
    try:
        since = bounds(first)[0] if first else None
        until = bounds(last)[1] if last else None if dots else bounds(first)[1]
    except ValueError as error:
        raise typer.BadParameter(
            f"{words!r} is no period; write 2022-09-05..2022-10-25, 2022-09..2022-10 or 2022", param_hint="--period"
        ) from error
    if since and until and since >= until:
        raise typer.BadParameter(f"{words!r} ends before it begins", param_hint="--period")
    return since, until


def bounds(words: str) -> tuple[date, date]:
    """First day of a day, month or year, and the first day after it. Raises ValueError for anything else."""
    from datetime import timedelta

    numbers = [int(part) for part in words.split("-")]
    if len(numbers) == 3:
        day = date(*numbers)
        return day, day + timedelta(days=1)
    year, month = (*numbers, 0) if len(numbers) == 1 else numbers
    if month == 0 and len(numbers) == 1:
        return date(year, 1, 1), date(year + 1, 1, 1)
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
