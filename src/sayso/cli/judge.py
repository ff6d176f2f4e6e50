"""`sayso judge`: a person's decision that two claims or events are the same or not, and taking it back."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sayso.cli.options import AsJson, LedgerPath, open_ledger, settings
from sayso.cli.output import careful, print_json

if TYPE_CHECKING:
    from sayso.model import Judgement
    from sayso.store import Ledger


class Decision(StrEnum):
    """What can be decided."""

    same = "same"
    not_same = "not-same"
    undo = "undo"


@careful
def judge(
    decision: Annotated[Decision, typer.Argument(help="What you decide.")],
    key: Annotated[str, typer.Argument(metavar="ID", help="A claim, proposition or event; with undo the judgement.")],
    other: Annotated[
        str | None,
        typer.Argument(metavar="[OTHER]", help="The other claim, proposition or event.", show_default=False),
    ] = None,
    event: Annotated[
        bool,
        typer.Option(
            "--event", help="Whether they tell of one event, whatever they claim of it; an event's id (e-) means so."
        ),
    ] = False,
    by: Annotated[str, typer.Option(help="Your name: the judgement is signed with it.")] = "me",
    reason: Annotated[str | None, typer.Option(help="Why, in your words.", show_default=False)] = None,
    ledger: LedgerPath = None,
    no_relate: Annotated[bool, typer.Option("--no-relate", help="Do not count it in yet.")] = False,
    as_json: AsJson = False,
) -> None:
    """Decide that two claims or propositions say the same, or tell of one event, or do not, or take a judgement back.

    It wins over what Sayso finds, is kept with your name and the time, and documents are related anew. With not-same
    the first leaves the proposition of the other, or its proposition the event of the other.
    """
    from sayso.run.deciding import decide
    from sayso.run.relating import relate_all

    if (other is None) != (decision is Decision.undo):
        raise typer.BadParameter("same and not-same need two ids, undo one", param_hint="OTHER")
    with open_ledger(ledger) as opened:
        at = datetime.now(UTC)
        if decision is Decision.undo:
            made = taking_back(opened, key, by=by, at=at, reason=reason)
        else:
            action: Literal["same", "not_same"] = "same" if decision is Decision.same else "not_same"
            of: Literal["claim", "event"] = "event" if event or "e-" in (key[:2], (other or "")[:2]) else "claim"
            made = decide(opened, key, other or "", action=action, by=by, at=at, reason=reason, of=of)
        opened.judge(made)
        if not no_relate:
            relate_all(opened, settings())
    if as_json:
        print_json(made)
    else:
        print_decision(made)


def print_decision(made: "Judgement") -> None:
    """What was decided by whom, and how it is taken back."""
    from sayso.stages.judge import EVENT

    said = {"same": "says the same as", "not_same": "does not say the same as", "undo": "loses judgement"}[made.action]
    if made.field == EVENT:
        said = "tells of one event with" if made.action == "same" else "tells of another event than"
    print(f"{made.id}: {made.subject} {said} {made.value}, by {made.by} at {made.at:%Y-%m-%d %H:%M} UTC.")
    if made.action != "undo":
        print(f"Taken back by: sayso judge undo {made.id}")


def taking_back(ledger: "Ledger", key: str, *, by: str, at: datetime, reason: str | None) -> "Judgement":
    """The judgement that takes one back; raises LedgerError where there is none with this id."""
    from sayso.errors import LedgerError
    from sayso.model import Judgement, digest

    held = ledger.show(key).item
    if not isinstance(held, Judgement):
        raise LedgerError(
            f"`{key}` is no judgement.",
            where=str(ledger.path),
            advice="`sayso show ID` lists the judgements on a row, with their ids in --json.",
            code="judge.no_judgement",
        )
    return Judgement(
        id="j-" + digest([held.subject, "undo", held.id, by, reason, at.isoformat()]),
        subject=held.subject,
        action="undo",
        value=held.id,
        by=by,
        at=at,
        reason=reason,
        document=held.document,
        anchor=held.anchor,
    )
