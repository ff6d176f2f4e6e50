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
    """`ingest`, `read`, `relate`, `judge`, `remove`."""
    subject: str
    """Id of the row it was done to; `removed` for a judgement on an entity that only a removed document named."""
    tool: str
    """Name and version of the program."""
    before: str | None = None
    """SHA-256 of the row's content before; None when there was none."""
    after: str | None = None
    """SHA-256 of the row's content afterwards."""


@record
class Removal:
    """That a document was held and is not any more. Appended, never changed."""

    document: str
    """Id of the document."""
    sha256: str | None
    """Of the bytes that it came as; None when it came without."""
    size_bytes: int | None
    """How many bytes; None when it came without."""
    added: datetime | None
    """When it was put into the ledger, UTC; None where the chain of custody does not tell."""
    at: datetime
    """When it was removed, UTC."""
    by: str
    """Who removed it: a name the person gave."""
    reason: str
    """Why, in the person's words."""
    claims: int
    """How many claims had been read in it."""
    judgements: tuple[str, ...] = ()
    """Ids of the judgements that went with it."""
    tool: str
    """Name and version of the program."""
