"""`sayso remove`: documents out of the ledger, so that their words are gone and the removal is told."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AsJson, LedgerPath, open_ledger, settings
from sayso.cli.output import careful, print_json, print_table

if TYPE_CHECKING:
    from sayso.run.removing import Removable
    from sayso.store import Ledger, Removal

OUTSIDE = (
    "Outside the ledger its words may still stand: in the file that you added, briefings and exports made before, "
    "backups and snapshots of the disk."
)


@careful
def remove(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="DOCUMENT...", help="Ids of documents (doc-), or their beginnings.", show_default=False),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(
            help="Why, in your words. It is kept for ever, so leave out what is to be forgotten.", show_default=False
        ),
    ] = None,
    by: Annotated[str, typer.Option(help="Your name: the removal is signed with it.")] = "me",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask again.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List what was removed, when, by whom and why.")] = False,
    ledger: LedgerPath = None,
    as_json: AsJson = False,
) -> None:
    """Take documents out of the ledger for good: bytes, text, claims, the judgements on them, and all that was worked
    out from them.

    What stays is that a document with this SHA-256 was held, when it was removed, by whom and why; the same bytes are
    not taken in again unasked. What is left is related anew. It cannot be undone.
    """
    if not listed and not (documents and reason and reason.strip()):
        raise typer.BadParameter("name a document and give a --reason, or ask for --list", param_hint="DOCUMENT")
    with open_ledger(ledger) as opened:
        if listed:
            print_removals(opened.removals(), as_json=as_json)
            return
        from sayso.run.removing import Removable, removable, take_out

        found = [removable(opened, key) for key in dict.fromkeys(documents or ())]
        held = [item for item in found if isinstance(item, Removable)]
        if held and not yes:
            ask(held)
        made, clean = take_out(opened, [item.id for item in held], settings(), by=by, reason=(reason or "").strip())
        before = [item for item in found if not isinstance(item, Removable)]
        tell(opened, held, made, before, clean=clean, as_json=as_json)


def ask(held: "list[Removable]") -> None:
    """Say what goes, and end unless a person agrees."""
    from sayso.views.wording import plural

    for item in held:
        goes = f"{plural(item.claims, 'claim')}, {plural(item.judgements, 'judgement')}"
        print(f"{item.id}: {item.title or 'no title'}. {item.outlet or 'outlet unknown'}; {goes}.", file=sys.stderr)
    if not sys.stdin.isatty():
        raise typer.BadParameter("nobody can be asked here: give --yes", param_hint="--yes")
    typer.confirm("Remove for good? This cannot be undone", abort=True, err=True)


def tell(
    ledger: "Ledger",
    held: "list[Removable]",
    made: "tuple[Removal, ...]",
    before: "list[Removal]",
    *,
    clean: bool,
    as_json: bool,
) -> None:
    """Say what was done, what stays, and where its words may still stand."""
    from sayso.views.wording import plural

    gone = {removal.document for removal in made}
    stay = {id_: title for item in held for id_, title in item.stay if id_ not in gone}
    if as_json:
        kin = [{"id": id_, "title": title} for id_, title in stay.items()]
        print_json({"removed": made, "removed_before": before, "clean": clean, "stay": kin, "ledger": ledger.counts()})
        return
    for removal in made:
        goes = f"{plural(removal.claims, 'claim')} and {plural(len(removal.judgements), 'judgement')}"
        print(f"{removal.document} is removed, with {goes}. What is left was related anew.")
    for removal in before:
        print(f"{removal.document} was removed on {removal.at:%Y-%m-%d} by {removal.by}; nothing of it is left.")
    for id_, title in stay.items():
        print(f"Stays, though it shares its text or retells it: {id_}, {title or 'no title'}")
    if not clean:
        print("Another program has the ledger open: close it and run this again, so that no words are left in "
              f"{ledger.path}-wal.", file=sys.stderr)  # fmt: skip
    if made:
        print(OUTSIDE)


def print_removals(removals: "tuple[Removal, ...]", *, as_json: bool) -> None:
    """All removals, oldest first."""
    if as_json:
        print_json({"removals": removals})
        return
    rows = [
        (item.document, f"{item.added:%Y-%m-%d}" if item.added else "unknown", f"{item.at:%Y-%m-%d}", item.by,
         str(item.claims), item.sha256 or "none", item.reason)
        for item in removals
    ]  # fmt: skip
    print_table(("document", "added", "removed", "by", "claims", "SHA-256", "reason"), rows, wide=6)
