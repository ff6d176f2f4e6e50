"""Rows of the ledger together with what people decided: claims found by id even when a person added them."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.model import Claim, Judgement
from sayso.model._record import record
from sayso.stages.judge import EntityMap, added_claim, by_subject, entity_map, standing, taken_back
from sayso.store import desk
from sayso.store.ledger import Ledger
from sayso.store.query import ClaimRow


@record
class Orphan:
    """Judgements whose row is gone: a newer version read the document differently."""

    subject: str
    """Id that the row had."""
    words: str | None
    """What it stood on."""
    start: int | None
    """Where that was, in code points of the text."""
    history: tuple[Judgement, ...]
    """Oldest first."""
    undone: tuple[str, ...]
    """Ids of those that were taken back."""


def entities_of(ledger: Ledger) -> EntityMap:
    """What people decided about entities."""
    return entity_map(ledger.ask(desk.judgements_by, ("same", "not_same", "undo")))


def claim_rows(ledger: Ledger, ids: Iterable[str]) -> tuple[ClaimRow, ...]:
    """Claims with their documents in the order asked for, those that people added too; unknown ids are left out."""
    wanted = tuple(dict.fromkeys(ids))
    found = ledger.ask(desk.claims_by_id, wanted)
    missing = [key for key in wanted if key not in found]
    for judgement in ledger.ask(desk.judgements_on, missing) if missing else ():
        if judgement.action == "add" and judgement.document:
            found |= {row.claim.id: row for row in added_rows(ledger, judgement.document, (judgement,))}
    return tuple(found[key] for key in wanted if key in found)


def as_corrected(ledger: Ledger, rows: Iterable[ClaimRow]) -> tuple[ClaimRow, ...]:
    """The same rows with people's corrections in force: the values that filters go by."""
    held = tuple(rows)
    judged = by_subject(ledger.ask(desk.judgements_on, [row.claim.id for row in held]))
    return tuple(
        replace(row, claim=standing(row.claim, judged[row.claim.id])[0]) if row.claim.id in judged else row
        for row in held
    )


def claim_row(ledger: Ledger, key: str) -> ClaimRow | None:
    """One claim with its document; None when it is neither held nor added."""
    return next(iter(claim_rows(ledger, (key,))), None)


def added_rows(ledger: Ledger, document: str, judgements: Iterable[Judgement]) -> tuple[ClaimRow, ...]:
    """The claims that people added to a document, those that were taken back left out."""
    judged = tuple(judgements)
    undone = taken_back(judged)
    adding = [j for j in judged if j.action == "add" and j.id not in undone]
    reading = ledger.reading(document) if adding else None
    if reading is None:
        return ()
    made = [added_claim(j, reading.document, reading.sentences, reading.attributions) for j in adding]
    held = reading.document
    return tuple(
        ClaimRow(claim=claim, document=document, title=held.title, outlet=held.outlet, published=held.published)
        for claim in made
        if claim is not None
    )


def orphans(judgements: Iterable[Judgement], shown: Iterable[Claim]) -> tuple[Orphan, ...]:
    """Judgements of a document whose row is no longer shown there, by the place it had."""
    there = {claim.id for claim in shown}
    found = []
    for subject, history in by_subject(judgements).items():
        if subject in there or not subject.startswith("c-"):
            continue
        anchor = next((j.anchor for j in reversed(history) if j.anchor), None)
        found.append(
            Orphan(
                subject=subject,
                words=anchor.text if anchor else None,
                start=anchor.start if anchor else None,
                history=history,
                undone=tuple(sorted(taken_back(history))),
            )
        )
    return tuple(sorted(found, key=lambda o: (o.start is None, o.start or 0, o.subject)))
