"""`sayso problems`: what could not be done, and what to do about it."""

from typing import Annotated

import typer

from sayso.cli.options import AsJson, LedgerPath, open_ledger
from sayso.cli.output import careful, print_json

ORDER = ("error", "warning", "note")


@careful
def problems(
    ledger: LedgerPath = None,
    severity: Annotated[str | None, typer.Option(metavar="[error|warning|note]", help="Only these.")] = None,
    as_json: AsJson = False,
) -> None:
    """List what could not be done, errors first, each with what to do about it."""
    from sayso.views.wording import plural

    if severity is not None and severity not in ORDER:
        raise typer.BadParameter(f"{severity!r} is none of {', '.join(ORDER)}", param_hint="--severity")
    with open_ledger(ledger) as opened:
        found = [item for item in opened.problems() if severity in (None, item.severity)]
    found.sort(key=lambda item: ORDER.index(item.severity))
    if as_json:
        print_json({"problems": found})
        return
    for item in found:
        print(f"{item.severity}: {item.where}: {item.found}\n  {item.advice}  [{item.code}]")
    typer.echo(f"{plural(len(found), 'problem')}.", err=True)
