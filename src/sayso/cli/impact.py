"""`sayso impact`: what stands and what falls when a source or a document is withdrawn."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import AsJson, LedgerPath, open_ledger
from sayso.cli.output import careful, print_json

if TYPE_CHECKING:
    from sayso.model import Relations
    from sayso.stages.assess import Impact
    from sayso.store import Ledger


BRIEF = 40
"""Propositions in a briefing of the usual length."""


@careful
def impact(
    ledger: LedgerPath = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", help="Voice (its id, or its name whole or in part) or outlet; may be repeated."),
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option("--document", help="Id of a document; its copies fall with it. May be repeated.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell which propositions, and so which lines of a briefing, fall or weaken without a source or a document."""
    from sayso.stages.assess import impact as work_out
    from sayso.views.wording import plural

    if not source and not document:
        raise typer.BadParameter("name what is withdrawn with --source or --document", param_hint="--source")
    if any(not name.strip() for name in source or ()):
        raise typer.BadParameter("the name is empty, and would mean every voice", param_hint="--source")
    with open_ledger(ledger) as opened:
        relations = opened.relations()
        for key in document or ():
            if opened.document(key) is None:
                raise typer.BadParameter(f"no document has the id {key!r}", param_hint="--document")
        gone = [key for name in source or () for key in withdrawn(opened, relations, name)] + list(document or ())
        found = work_out(relations, documents_of(opened), gone)
        lines = lines_of(opened)
    titles = {p.id: p.title for p in relations.propositions}
    if as_json:
        print_json([row(i, titles, lines) for i in found])
        return
    for fate in ("falls", "weakens", "stands"):
        for item in (i for i in found if i.fate == fate):
            before, after = item.before, item.after
            lost = f"{len(item.lost)} of {plural(len(item.lost) + len(item.left), 'claim')}"
            line = lines.get(item.proposition)
            where = f"line {line} of the briefing" if line else "not in the briefing"
            print(f"{fate}: {titles[item.proposition]}  ({item.proposition}, {where})")
            print(
                f"    {lost} {'falls' if len(item.lost) == 1 else 'fall'}; independent origins "
                f"{before.at_least} to {before.at_most}, then {after.at_least} to {after.at_most}"
            )
    print(f"{plural(len(found), 'proposition')} {'is' if len(found) == 1 else 'are'} touched.")


def withdrawn(ledger: "Ledger", relations: "Relations", name: str) -> list[str]:
    """Ids of the voices that a name or id means, and of the documents of the outlet of that name.

    Raises BadParameter when there is neither.
    """
    from sayso.stages.link.texts.outlets import outlet_key

    found = [o.id for o in relations.origins if o.id == name or (o.name or "").casefold() == name.casefold()]
    printed = [d.id for d in ledger.documents() if d.outlet and outlet_key(d.outlet) == outlet_key(name)]
    if not found and not printed:
        found = [o.id for o in relations.origins if name.casefold() in (o.name or "").casefold()]
    if not found and not printed:
        raise typer.BadParameter(
            f"no voice and no outlet is called {name!r}; `sayso sources` lists the voices", param_hint="--source"
        )
    return found + printed


def lines_of(ledger: "Ledger") -> dict[str, int]:
    """Proposition -> number of its line under "What is reported" of `sayso brief`, from 1."""
    from sayso.cli.brief import answer

    made, _ = answer(ledger, title="", limit=BRIEF, drives=False)
    return {line.proposition: number for number, line in enumerate(made.reported, start=1)}


def documents_of(ledger: "Ledger") -> dict[str, str]:
    """Claim id -> document id."""
    return {claim.id: reading.document.id for reading in ledger.readings() for claim in reading.claims}


def row(item: "Impact", titles: dict[str, str], lines: dict[str, int]) -> dict[str, Any]:
    """One proposition's fate as JSON."""
    return {
        "proposition": item.proposition,
        "title": titles[item.proposition],
        "briefing_line": lines.get(item.proposition),
        "fate": item.fate,
        "lost": list(item.lost),
        "left": list(item.left),
        "before": {"at_least": item.before.at_least, "at_most": item.before.at_most},
        "after": {"at_least": item.after.at_least, "at_most": item.after.at_most},
        "reasons": [{"rule": r.rule, "detail": r.detail} for r in item.reasons],
    }
