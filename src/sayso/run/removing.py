"""Taking documents out of a ledger for good, and relating what is left."""

from collections.abc import Sequence

from sayso.model._record import record
from sayso.run.relating import relate_all
from sayso.settings import Settings
from sayso.store import Ledger, Removal, removing


@record
class Removable:
    """A document that is to be taken out, and what goes with it."""

    id: str
    title: str | None
    outlet: str | None
    claims: int
    judgements: int
    """Judgements that go with it."""
    stay: tuple[tuple[str, str | None], ...]
    """Ids and titles of held documents that share its text or retell it."""


def removable(ledger: Ledger, key: str) -> Removable | Removal:
    """What the removal of a document comes to; the removal itself where it was taken out before. `key` is its id or the
    beginning of it. Raises LedgerError where there is no such document, and there was none."""
    removal = ledger.removal_of(key)
    if removal is not None and ledger.document(key) is None:
        return removal
    shown = ledger.show(key)
    if shown.kind != "document":
        raise not_a_document(ledger, key)
    document = shown.item
    reading = ledger.reading(document.id)
    return Removable(
        id=document.id,
        title=document.title,
        outlet=document.outlet,
        claims=len(reading.claims) if reading else 0,
        judgements=len(ledger.ask(removing.judgements_on, document.id)),
        stay=tuple(ledger.ask(removing.copies_of, document.id)),
    )


def not_a_document(ledger: Ledger, key: str) -> Exception:
    """The complaint about the id of another row."""
    from sayso.errors import LedgerError

    return LedgerError(
        f"`{key}` is no document: documents alone can be removed.",
        where=str(ledger.path),
        advice="A claim that is wrong is rejected at the desk (`sayso serve`); `sayso show ID` names its document.",
        code="remove.no_document",
    )


def take_out(
    ledger: Ledger, keys: Sequence[str], settings: Settings, *, by: str, reason: str
) -> tuple[tuple[Removal, ...], bool]:
    """Remove documents that are held, finish removals that were interrupted, and relate what is left.

    Gives the removals, and False where another process was reading, so that words may still stand in the write-ahead
    log.
    """
    made = tuple(found for key in keys if (found := ledger.remove(key, by=by, reason=reason)) is not None)
    ledger.clean()
    if ledger.needs_relating():
        relate_all(ledger, settings)
    return made, ledger.clean()
