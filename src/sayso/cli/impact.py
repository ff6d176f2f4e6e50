"""`sayso impact`: what stands and what falls when a source or a document is withdrawn."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import AsJson, LedgerPath, open_ledger
from sayso.cli.output import careful, print_json

if TYPE_CHECKING:
    from sayso.model import Relations
    from sayso.stages.assess import Impact
    from sayso.store import Ledger


@careful
def impact(
    ledger: LedgerPath = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", help="Origin: its id, or its name to the letter or in part; may be repeated."),
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option("--document", help="Id of a document; its copies fall with it. May be repeated.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell which propositions, and so which lines of a briefing, fall or weaken without a source or a document."""
    from sayso.stages.assess import impact as work_out

    if not source and not document:
        raise typer.BadParameter("name what is withdrawn with --source or --document", param_hint="--source")
    with open_ledger(ledger) as opened:
        relations = opened.relations()
        for key in document or ():
            if opened.document(key) is None:
                raise typer.BadParameter(f"no document has the id {key!r}", param_hint="--document")
        gone = [key for name in source or () for key in origins(relations, name)] + list(document or ())
        found = work_out(relations, documents_of(opened), gone)
    titles = {p.id: p.title for p in relations.propositions}
    if as_json:
        print_json([row(i, titles) for i in found])
        return
    for fate in ("falls", "weakens", "stands"):
        for item in (i for i in found if i.fate == fate):
            before, after = item.before, item.after
            print(f"{fate}: {titles[item.proposition]}  ({item.proposition})")
            print(
                f"    {len(item.lost)} of {len(item.lost) + len(item.left)} claims fall; independent origins "
                f"{before.at_least} to {before.at_most}, then {after.at_least} to {after.at_most}"
            )
    print(f"{len(found)} propositions are touched.")


def origins(relations: "Relations", name: str) -> list[str]:
    """Ids of the origins that a name or id means; raises BadParameter when there is none."""
    found = [o.id for o in relations.origins if o.id == name or (o.name or "").casefold() == name.casefold()]
    found = found or [o.id for o in relations.origins if name.casefold() in (o.name or "").casefold()]
    if not found:
        raise typer.BadParameter(
            f"no origin is called {name!r}; `sayso sources` lists the voices", param_hint="--source"
        )
    return found


def documents_of(ledger: "Ledger") -> dict[str, str]:
    """Claim id -> document id."""
    return {claim.id: reading.document.id for reading in ledger.readings() for claim in reading.claims}


def row(item: "Impact", titles: dict[str, str]) -> dict[str, Any]:
    """One proposition's fate as JSON."""
    return {
        "proposition": item.proposition,
        "title": titles[item.proposition],
        "fate": item.fate,
        "lost": list(item.lost),
        "left": list(item.left),
        "before": {"at_least": item.before.at_least, "at_most": item.before.at_most},
        "after": {"at_least": item.after.at_least, "at_most": item.after.at_most},
        "reasons": [{"rule": r.rule, "detail": r.detail} for r in item.reasons],
    }
