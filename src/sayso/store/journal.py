"""What the ledger notes about itself: runs of ingest, and who did what to which row."""

from datetime import datetime

from sayso.model._record import record


@record
class Run:
    """One run of ingest."""

    id: str
    """`r-` and a digest of its start and its process."""
    started: datetime
    """UTC."""
    ended: datetime | None = None
    """UTC; None while it runs, and for ever when it was interrupted."""
    tool: str
    """Name and version of the program."""
    inputs: tuple[str, ...] = ()
    """Files and folders as they were named."""
    documents: int | None = None
    """How many documents were new; None when it was interrupted."""


@record
class Custody:
    """One entry of the chain of custody. Appended, never changed."""

    at: datetime
    """UTC."""
    actor: str
    """Program or person."""
    action: str
    """`ingest`, `read`, `relate`, `judge`."""
    subject: str
    """Id of the row it was done to."""
    tool: str
    """Name and version of the program."""
    before: str | None = None
    """SHA-256 of the row's content before; None when there was none."""
    after: str | None = None
    """SHA-256 of the row's content afterwards."""
