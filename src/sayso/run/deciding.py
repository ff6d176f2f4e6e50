"""A person's decision that two claims, or two propositions, do or do not say the same: made from ids, and checked."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

from sayso.errors import LedgerError
from sayso.model import Claim, Judgement, Proposition, Span, digest
from sayso.model._record import record
from sayso.stages.judge import CLAIM
from sayso.store import Ledger


def decide(
    ledger: Ledger,
    left: str,
    right: str,
    *,
    action: Literal["same", "not_same"],
    by: str,
    at: datetime,
    reason: str | None = None,
) -> Judgement:
    """The judgement, not yet in the ledger. Ids of propositions stand for their earliest claim.

    Taken apart, `left` is what leaves the proposition of `right`. Where `left` is its own earliest one, the next stands
    for the proposition. Raises LedgerError, in words, for ids that lead to no claim or to one
    alone.
    """
    moved, other = _meant(ledger, left), _meant(ledger, right)
    subject, value = moved.claim, other.claim
    if subject == value and action == "not_same":
        value = next((claim for claim in other.together if claim != subject), subject)
    if subject == value:
        raise LedgerError(
            "both are one claim.",
            where=f"{left}, {right}",
            advice="Give two different claims or propositions.",
            code="judge.one_claim",
        )
    noted = [subject, action, CLAIM, value, by, reason, moved.document, at.isoformat()]
    return Judgement(
        id="j-" + digest(noted),
        subject=subject,
        action=action,
        field=CLAIM,
        value=value,
        by=by,
        at=at,
        reason=reason,
        document=moved.document,
        anchor=moved.anchor,
    )


@record
class Meant:
    """The claim that an id leads to."""

    claim: str
    document: str | None
    anchor: Span | None
    """The words that make it."""
    together: tuple[str, ...] = ()
    """All claims of the proposition, where the id is one's."""


def _meant(ledger: Ledger, key: str) -> Meant:
    added = next((j for j in ledger.judgements(key) if j.action == "add"), None)
    if added is not None:  # a claim that a person added has no row
        return Meant(claim=key, document=added.document, anchor=added.anchor)
    found = ledger.show(key)
    if isinstance(found.item, Claim):
        return Meant(claim=found.item.id, document=found.document, anchor=found.item.content)
    if isinstance(found.item, Proposition):
        return replace(_meant(ledger, found.item.claims[0]), together=found.item.claims)
    raise LedgerError(
        f"`{key}` is the id of a {found.kind}; only claims and propositions say the same or not.",
        where=str(ledger.path),
        advice="Give an id that begins with c- or p-; `sayso claims` and the desk show them.",
        code="judge.no_claim",
    )
