"""A person's decision that two claims, propositions or events are the same or not: made from ids, and checked."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

from sayso.errors import LedgerError
from sayso.model import Claim, Happening, Judgement, Proposition, Span, digest
from sayso.model._record import record
from sayso.stages.judge import CLAIM, EVENT, by_subject, standing
from sayso.store import Ledger, desk


def decide(
    ledger: Ledger,
    left: str,
    right: str,
    *,
    action: Literal["same", "not_same"],
    by: str,
    at: datetime,
    reason: str | None = None,
    of: Literal["claim", "event"] = "claim",
) -> Judgement:
    """The judgement, not yet in the ledger. Ids of propositions stand for their earliest claim. `of` says whether it is
    of what they say, or of the event that they tell of; then ids of events do as well.

    Taken apart, `left` is what leaves the proposition of `right`. Where `left` is its own earliest one, the next stands
    for the proposition. Raises LedgerError, in words, for ids that lead to no claim or to one
    alone.
    """
    if of == "event":
        return _of_events(ledger, left, right, action=action, by=by, at=at, reason=reason)
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
    return _made(moved, value, of=CLAIM, action=action, by=by, at=at, reason=reason)


def _of_events(
    ledger: Ledger,
    left: str,
    right: str,
    *,
    action: Literal["same", "not_same"],
    by: str,
    at: datetime,
    reason: str | None,
) -> Judgement:
    """As to the event: a claim stands for its proposition, an event for the one of its propositions told first."""
    if action == "not_same" and left.startswith("e-"):
        raise LedgerError(
            f"`{left}` is an event; one proposition leaves another's event at a time.",
            where=left,
            advice="Give first the proposition, or a claim of it, that tells of something else.",
            code="judge.whole_event",
        )
    moved, other = _happened(ledger, left), _happened(ledger, right)
    of = ledger.ask(desk.propositions_of, [moved.claim, *other.together])
    value = next((claim for claim in other.together if of.get(claim, claim) != of.get(moved.claim)), moved.claim)
    if moved.claim == value:
        raise LedgerError(
            "both are one proposition, and that tells of one event.",
            where=f"{left}, {right}",
            advice="Take a claim out of the proposition first: sayso judge not-same CLAIM PROPOSITION.",
            code="judge.one_proposition",
        )
    return _made(moved, value, of=EVENT, action=action, by=by, at=at, reason=reason)


def _happened(ledger: Ledger, key: str) -> "Meant":
    """The claims that an id leads to, of those that tell of something that happens."""
    event = ledger.show(key).item if key.startswith("e-") else None
    if isinstance(event, Happening):
        meant = _meant(ledger, event.tellings[0].claim)
        return replace(meant, together=tuple(telling.claim for telling in event.tellings))
    meant = _meant(ledger, key)
    together = tuple(c for c in meant.together or (meant.claim,) if not _is_state(ledger, c))
    if not together:
        raise LedgerError(
            f"`{key}` tells of a state, which does not happen.",
            where=str(ledger.path),
            advice="Only what happens is an event; correct the claim's sort first if it is none.",
            code="judge.no_event",
        )
    return replace(_meant(ledger, together[0]), together=together)


def _is_state(ledger: Ledger, claim: str) -> bool:
    """Whether a claim, as people corrected it, tells of a state."""
    row = ledger.ask(desk.claims_by_id, [claim]).get(claim)
    if row is None:
        return False
    held = by_subject(ledger.judgements(claim))
    corrected = standing(row.claim, held[claim])[0] if claim in held else row.claim
    return corrected.sort == "state"


def _made(
    moved: "Meant",
    value: str,
    *,
    of: str,
    action: Literal["same", "not_same"],
    by: str,
    at: datetime,
    reason: str | None,
) -> Judgement:
    noted = [moved.claim, action, of, value, by, reason, moved.document, at.isoformat()]
    return Judgement(
        id="j-" + digest(noted),
        subject=moved.claim,
        action=action,
        field=of,
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
